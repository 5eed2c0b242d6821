package document

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCompiledCache: the sandbox's machine code is kept where there is a folder for it, and a PDF is read where there is none.
func TestCompiledCache(t *testing.T) {
	dir := t.TempDir()
	if compiledCache(dir, nil) == nil {
		t.Error("a folder that may be written keeps no machine code")
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if compiledCache(file, nil) != nil || compiledCache("", errors.New("no home")) != nil {
		t.Error("machine code is to be kept where there is no folder")
	}
}

// TestSlowPDF: the error of a PDF that takes too long says what of it does.
func TestSlowPDF(t *testing.T) {
	pages := slices.Repeat([][]string{{"A page."}}, 200) // some may be done before they are stopped
	_, err := pdfPages(asPDF(t, pages), false, 0)
	if at, _, slow := strings.Cut(fmt.Sprint(err), " of the PDF takes longer than"); !slow || at != "the opening" && !strings.HasPrefix(at, "page ") {
		t.Errorf("the error is %v, and should name the opening or the page", err)
	}
}
