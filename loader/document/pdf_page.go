package document

import (
	"bytes"
	"image/png"
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// pdfDocument is a PDF that PDFium has opened.
type pdfDocument struct {
	pdfium.Pdfium
	document references.FPDF_DOCUMENT
	form     bool // it has a form
	render   bool // pages without text are to be drawn
	layered  bool // it may have layers
}

// pdfPage is what a page says.
type pdfPage struct {
	text    string
	placed  [][]pdfWord // where its words stand, line by line; nil where that does not matter
	picture bool        // it shows something, yet no text
	image   []byte      // PNG, of a page that is a picture, where it was asked for
}

const (
	renderDPI  = 200
	maxPixels  = 40 << 20 // of a page that is drawn
	manyShapes = 200      // letters that are drawn as shapes
	maxPlaced  = 40_000   // bytes of a page of which it matters where each letter stands; the fullest of a report has a fifth
)

// page reads a page as it is drawn: the values of its form in their places, and its lines from above whichever way the page is turned.
func (d *pdfDocument) page(i int) (p pdfPage, err error) {
	load := func() (requests.Page, error) {
		loaded, err := d.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.document, Index: i})
		if err != nil {
			return requests.Page{}, err
		}
		return requests.Page{ByReference: &loaded.Page}, nil
	}
	page, err := load()
	if err != nil {
		return p, err
	}
	if d.form {
		flat, err := d.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: page, Usage: requests.FPDFPage_FlattenUsagePrint})
		if err == nil && flat.Result == responses.FPDFPage_FlattenResultSuccess {
			d.close(page)
			if page, err = load(); err != nil {
				return p, err
			}
		}
	}
	defer func() { d.close(page) }()
	if d.layered {
		if page, err = d.withoutHiddenLayers(page, load); err != nil {
			return p, err
		}
	}
	if err := d.upright(page); err != nil {
		return p, err
	}
	text, err := d.GetPageText(&requests.GetPageText{Page: page})
	if err != nil {
		return p, err
	}
	// PDFium marks a hyphen at the end of a line, and may leave the line end out.
	p.text = plainLetters(lineEnds.Replace(text.Text))
	if len(p.text) < maxPlaced {
		placed, err := d.GetPageTextStructured(&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeChars})
		if err != nil {
			return p, err
		}
		p.placed = pdfLinesOf(placed.Chars)
		lines := strings.Split(p.text, "\n")
		lines, p.placed = withRaised(lines, p.placed)
		lines = withNumbersMarked(lines, p.placed)
		lines = inOrder(withStrays(lines, p.placed), p.placed)
		p.text = strings.Join(withNotes(withColumns(withTables(lines, p.placed), p.placed), p.placed), "\n")
	}
	if len(strings.TrimSpace(p.text)) >= fewLetters {
		return p, nil
	}
	if p.picture, err = d.shows(page); err != nil || !p.picture || !d.render {
		return p, err
	}
	p.image, err = d.draw(page)
	return p, err
}

var lineEnds = strings.NewReplacer("\x02\r\n", "-\n", "\x02", "-\n", "\ufffe\r\n", "-\n", "\ufffe", "-\n", "\r\n", "\n", "\r", "\n")

func (d *pdfDocument) close(page requests.Page) {
	_, _ = d.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: *page.ByReference})
}

// upright takes back the turn of a page whose lines run along its own width: PDFium would tell them from below.
func (d *pdfDocument) upright(page requests.Page) error {
	turned, err := d.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil || turned.PageRotation == enums.FPDF_PAGE_ROTATION_NONE {
		return err
	}
	lines, err := d.GetPageTextStructured(&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeRects})
	if err != nil {
		return err
	}
	along, across := 0.0, 0.0
	for _, l := range lines.Rects {
		along += math.Abs(l.PointPosition.Right - l.PointPosition.Left)
		across += math.Abs(l.PointPosition.Top - l.PointPosition.Bottom)
	}
	if along > across {
		_, err = d.FPDFPage_SetRotation(&requests.FPDFPage_SetRotation{Page: page, Rotate: enums.FPDF_PAGE_ROTATION_NONE})
	}
	return err
}

// shows says whether a page without text shows a picture, or letters that are drawn as shapes.
func (d *pdfDocument) shows(page requests.Page) (bool, error) {
	count, err := d.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return false, err
	}
	for i := range min(count.Count, manyShapes) {
		object, err := d.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return false, err
		}
		kind, err := d.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return false, err
		}
		if kind.Type == enums.FPDF_PAGEOBJ_IMAGE || kind.Type == enums.FPDF_PAGEOBJ_FORM {
			return true, nil
		}
	}
	return count.Count >= manyShapes, nil
}

// draw makes a picture of a page, as it is to be seen.
func (d *pdfDocument) draw(page requests.Page) ([]byte, error) {
	size, err := d.GetPageSize(&requests.GetPageSize{Page: page})
	if err != nil {
		return nil, err
	}
	dpi := renderDPI
	if area := size.Width * size.Height / 72 / 72; area*float64(dpi*dpi) > maxPixels {
		dpi = max(int(math.Sqrt(maxPixels/area)), 1)
	}
	drawn, err := d.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: dpi, ImageFormat: requests.RenderImageFormatGrayscale})
	if err != nil {
		return nil, err
	}
	defer drawn.Cleanup()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, drawn.Result.RenderedImage); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
