package neo4j

import (
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// recent remembers the bookmarks of what this process wrote lately, so that a read sees it on any member of a cluster. Soon all members
// have it, and then the bookmarks would only make a database wait that was restored or replaced meanwhile, and that never comes to them. It
// is safe for concurrent use.
type recent struct {
	mu      sync.Mutex
	manager driver.BookmarkManager
	wrote   time.Time
}

// caughtUp is after how long all members of a cluster have what was written.
const caughtUp = 30 * time.Second

// bookmarks are those that a session begins with; none where nothing was written lately.
func (r *recent) bookmarks(mode driver.AccessMode) driver.BookmarkManager {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.manager == nil || time.Since(r.wrote) > caughtUp {
		r.manager = nil
		if mode == driver.AccessModeRead {
			return nil
		}
		r.manager = driver.NewBookmarkManager(driver.BookmarkManagerConfig{})
	}
	if mode == driver.AccessModeWrite {
		r.wrote = time.Now()
	}
	return r.manager
}

// written says that a write has just ended, however long it took.
func (r *recent) written() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.wrote = time.Now()
}
