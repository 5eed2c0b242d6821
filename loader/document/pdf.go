package document

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/text/unicode/norm"
)

// Bounds on one PDF file.
const (
	maxPages    = 1000
	pdfTime     = 30 * time.Second
	pdfMemory   = 512 << 20
	wasmPage    = 64 << 10 // WebAssembly's
	fewLetters  = 20       // a page with fewer has no text layer
	pdfStartFor = time.Minute
)

// pdfReader is PDFium in a WebAssembly sandbox, which sees no files and has a bound on memory: a hostile file can do no more than fail. It takes seconds to start, and is
// started with the first PDF.
var pdfReader = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).WithCloseOnContextDone(true).WithMemoryLimitPages(pdfMemory / wasmPage)
	return webassembly.Init(webassembly.Config{MinIdle: 0, MaxIdle: 1, MaxTotal: 2, FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard})
})

// pdfLines are the lines of a PDF's text layer; a form feed begins a page.
func pdfLines(source []byte) (lines []string, err error) {
	pool, err := pdfReader()
	if err != nil {
		return nil, fmt.Errorf("the reader of PDF does not start: %w", err)
	}
	reader, err := pool.GetInstance(pdfStartFor)
	if err != nil {
		return nil, fmt.Errorf("the reader of PDF does not start: %w", err)
	}
	late := time.AfterFunc(pdfTime, func() { _ = reader.Kill() })
	defer func() {
		if late.Stop() {
			_ = reader.Close()
			return
		}
		lines, err = nil, fmt.Errorf("the PDF takes longer than %v to read, which is the limit: save it anew, or as text", pdfTime)
	}()
	broken := func(err error) error {
		return fmt.Errorf("the PDF is broken, or needs a password: save it anew, or as text: %w", err)
	}
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &source})
	if err != nil {
		return nil, broken(err)
	}
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, broken(err)
	}
	if count.PageCount > maxPages {
		return nil, fmt.Errorf("the PDF has %d pages; the most that is read is %d", count.PageCount, maxPages)
	}
	letters := 0
	for i := range count.PageCount {
		page, err := reader.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: opened.Document, Index: i}}})
		if err != nil {
			return nil, broken(err)
		}
		letters += len(strings.TrimSpace(page.Text))
		if i > 0 {
			lines = append(lines, "\f")
		}
		// PDFium marks a hyphen at the end of a line, and may leave the line end out.
		text := strings.NewReplacer("\x02\r\n", "-\n", "\x02", "-\n", "\ufffe\r\n", "-\n", "\ufffe", "-\n", "\r\n", "\n", "\r", "\n").Replace(page.Text)
		lines = append(lines, strings.Split(norm.NFKC.String(text), "\n")...)
	}
	if letters < fewLetters*max(count.PageCount, 1) {
		return nil, errors.New("the PDF has no text layer: its pages are pictures; have it read by a character recognition program first, or take the report as text")
	}
	return lines, nil
}
