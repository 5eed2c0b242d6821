package document

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Bounds on one PDF file.
const (
	maxPages    = 1000
	pdfStep     = 30 * time.Second // for opening it, or for one page; either takes milliseconds
	pdfTime     = 3 * time.Minute  // for all of it, on a machine that is busy with others, too
	pdfMemory   = 512 << 20
	wasmPage    = 64 << 10 // WebAssembly's
	fewLetters  = 20       // a page with fewer has no text layer
	pdfStartFor = time.Minute
	renderTime  = 5 * time.Minute // with pictures of pages
)

// pdfReader is PDFium in a WebAssembly sandbox, which sees no files and has a bound on memory: a hostile file can do no more than fail. It
// is started with the first PDF: that takes seconds where no run before has left its machine code in the user's cache.
var pdfReader = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).
		WithMemoryLimitPages(pdfMemory / wasmPage)
	if cache := compiledCache(os.UserCacheDir()); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{MinIdle: 0, MaxIdle: 1, MaxTotal: 2,
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard})
})

// compiledCache keeps the sandbox's machine code in a folder of its own within dir; nil where it cannot be kept, and is made anew in each
// run.
func compiledCache(dir string, err error) wazero.CompilationCache {
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "councilgraph", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// pdfContent reads the text layer of a PDF, and, where o allows it, the pages that have none by character recognition.
func pdfContent(source []byte, o Options) (c content, err error) {
	var ocr *tesseract
	if o.OCR {
		if ocr, err = newTesseract(); err != nil {
			return c, err
		}
	}
	pages, err := pdfPages(source, o.OCR, pdfStep)
	if err != nil {
		return c, err
	}
	var lines []string
	var pictures []int
	letters := 0
	for i, p := range pages {
		letters += len(strings.TrimSpace(p.text))
		if p.picture {
			pictures = append(pictures, i+1)
		}
	}
	c.recognition.Of = len(pages)
	if ocr != nil && len(pictures) > 0 {
		confidence := 0.0
		for _, n := range pictures {
			text, sure, err := ocr.read(pages[n-1].image)
			if err != nil {
				return c, fmt.Errorf("read page %d of the PDF with Tesseract: %w", n, err)
			}
			pages[n-1].text = text
			letters += len(text)
			confidence += sure / float64(len(pictures))
		}
		c.recognition.Pages, c.recognition.Confidence = len(pictures), confidence
		c.doubts = append(c.doubts, fmt.Sprintf("character recognition read %s of %d, and was %.0f %% sure", pageList(pictures), len(pages), 100*confidence))
	}
	if letters < fewLetters*max(len(pages), 1) && letters < fewLetters*10 {
		if ocr != nil {
			return c, errors.New("the PDF has no text layer, and Tesseract finds no text in the pictures of its pages: take the report as text")
		}
		return c, errors.New("the PDF has no text layer: its pages are pictures; " +
			"load it with --ocr, which reads them with Tesseract, or take the report as text")
	}
	if ocr == nil && len(pictures) > 0 {
		c.doubts = append(c.doubts, pageList(pictures)+" without text, pictures only, left unread: load the file with --ocr")
	}
	pitch := pitchOf(pages)
	for i, p := range pages {
		if i > 0 {
			lines = append(lines, "\f")
		}
		lines = append(lines, withGaps(strings.Split(p.text, "\n"), p.placed, pitch)...)
	}
	c.blocks = plainBlocks(lines)
	return c, nil
}

// pageList names pages: "page 2", "pages 2, 5".
func pageList(pages []int) string {
	const most = 20
	var numbers []string
	for _, n := range pages[:min(len(pages), most)] {
		numbers = append(numbers, strconv.Itoa(n))
	}
	switch {
	case len(pages) == 1:
		return "page " + numbers[0]
	case len(pages) > most:
		numbers = append(numbers, fmt.Sprintf("and %d more", len(pages)-most))
	}
	return "pages " + strings.Join(numbers, ", ")
}

// pdfPages reads the pages of a PDF, with pictures of those that have no text where render says so. Its opening and each page may take as
// long as step.
func pdfPages(source []byte, render bool, step time.Duration) (pages []pdfPage, err error) {
	pool, err := pdfReader()
	if err != nil {
		return nil, fmt.Errorf("the reader of PDF does not start: %w", err)
	}
	reader, err := pool.GetInstance(pdfStartFor)
	if err != nil {
		return nil, fmt.Errorf("the reader of PDF does not start: %w", err)
	}
	limit := pdfTime
	if render {
		limit = renderTime
	}
	kill := func() { _ = reader.Kill() }
	late, stuck := time.AfterFunc(limit, kill), time.AfterFunc(step, kill)
	at := "the opening" // what is being read
	defer func() {
		switch inTime, going := late.Stop(), stuck.Stop(); {
		case inTime && going:
			_ = reader.Close()
		case going:
			pages, err = nil, fmt.Errorf("the PDF takes longer than %v to read, which is the limit: save it anew, or as text", limit)
		default:
			pages, err = nil, fmt.Errorf("%s of the PDF takes longer than %v, which is the limit: save it anew, or as text", at, step)
		}
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
	form, err := reader.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: opened.Document})
	if err != nil {
		return nil, broken(err)
	}
	r := pdfDocument{Pdfium: reader, document: opened.Document, form: form.FormType != enums.FPDF_FORMTYPE_NONE, render: render, layered: mayHaveLayers(source)}
	for i := range count.PageCount {
		at = fmt.Sprintf("page %d", i+1)
		p, err := r.page(i)
		if err != nil {
			return nil, broken(err)
		}
		pages = append(pages, p)
		if !stuck.Stop() {
			return nil, nil // the reader was killed meanwhile
		}
		stuck.Reset(step)
	}
	return pages, nil
}
