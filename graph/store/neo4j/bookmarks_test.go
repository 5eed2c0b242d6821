package neo4j

import (
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Bookmarks hold for a while after a write, and for no longer.
func TestBookmarksAreForgotten(t *testing.T) {
	var r recent
	if r.bookmarks(driver.AccessModeRead) != nil {
		t.Error("a read waits for what nobody wrote")
	}
	written := r.bookmarks(driver.AccessModeWrite)
	if written == nil || r.bookmarks(driver.AccessModeRead) != written {
		t.Error("a read does not wait for what was written just now")
	}
	r.wrote = time.Now().Add(-caughtUp - time.Second)
	if r.bookmarks(driver.AccessModeRead) != nil {
		t.Error("a read waits for what was written long ago")
	}
	if again := r.bookmarks(driver.AccessModeWrite); again == nil || again == written {
		t.Error("a write waits for what was written long ago")
	}
}
