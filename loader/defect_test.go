package loader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A reader that panics fails one document, not the load.
func TestADefectFailsItsDocumentAlone(t *testing.T) {
	name := filepath.Join(t.TempDir(), "letter.md")
	if err := os.WriteFile(name, []byte("# Letter\n\n1. Kosovo police arrested Arben Lura in Klina on 4 May 2019.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := &Rules{} // has none of what it reads with
	if got := broken.readFile(name, nil, Options{}); got.err == nil || !strings.Contains(got.err.Error(), "defect of this program") {
		t.Errorf("reading with broken rules gives %v", got.err)
	}
}
