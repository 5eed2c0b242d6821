package loader

import (
	"context"
	"testing"
)

// TestReadAheadEnds ends a load while a file is being read whose reading does not end.
func TestReadAheadEnds(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	endless := make(chan reading)
	for i := range readAhead(ctx, []string{"a", "b"}, func(string) reading { stop(); return <-endless }) {
		t.Errorf("file %d was read", i)
	}
}
