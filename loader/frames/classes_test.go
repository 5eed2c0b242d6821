package frames

import "testing"

func TestClasses(t *testing.T) {
	if err := classes.Check(); err != nil {
		t.Error(err)
	}
}
