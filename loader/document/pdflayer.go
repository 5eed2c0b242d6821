package document

import (
	"bytes"
	"image"
	"maps"
	"slices"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

const (
	maxLayers       = 8      // of a page
	maxLayered      = 20_000 // things on a page that are looked at
	layerDPI        = 50     // at which a page is drawn to see whether a layer shows
	layerMark       = "OC"   // what marks the content of a layer (PDF 1.7, 14.11.2.3)
	layerProperties = "/OC"  // what a file with layers has, unless it is packed in
	packed          = "/ObjStm"
)

// mayHaveLayers says whether a PDF may have layers at all.
func mayHaveLayers(source []byte) bool {
	return bytes.Contains(source, []byte(layerProperties)) || bytes.Contains(source, []byte(packed))
}

// withoutHiddenLayers is a page without what stands in layers that are switched off: the text layer has that too. page is a page as it was
// loaded, and load loads it anew. Whether a layer shows is seen by drawing the page with it and without.
func (d *pdfDocument) withoutHiddenLayers(page requests.Page, load func() (requests.Page, error)) (requests.Page, error) {
	layers, err := d.layersOf(page)
	if err != nil || len(layers) == 0 || len(layers) > maxLayers {
		return page, err
	}
	whole, err := d.sketch(page)
	if err != nil {
		return page, err
	}
	hidden := map[string]bool{}
	for _, layer := range slices.Sorted(maps.Keys(layers)) {
		if err := d.remove(page, layers[layer]); err != nil {
			return page, err
		}
		without, err := d.sketch(page)
		if err != nil {
			return page, err
		}
		hidden[layer] = bytes.Equal(whole, without)
		d.close(page)
		if page, err = load(); err != nil {
			return page, err
		}
		if layers, err = d.layersOf(page); err != nil {
			return page, err
		}
	}
	for layer, objects := range layers {
		if hidden[layer] {
			if err := d.remove(page, objects); err != nil {
				return page, err
			}
		}
	}
	return page, nil
}

// neverSeen says that a thing on a page is text that is not drawn, as that which was recognized in a picture.
func (d *pdfDocument) neverSeen(object references.FPDF_PAGEOBJECT) bool {
	mode, err := d.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object})
	return err == nil && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
}

// layersOf are the things on a page that stand in a layer and may be seen, by the name of that.
func (d *pdfDocument) layersOf(page requests.Page) (map[string][]references.FPDF_PAGEOBJECT, error) {
	count, err := d.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil || count.Count > maxLayered {
		return nil, err
	}
	layers := map[string][]references.FPDF_PAGEOBJECT{}
	for i := range count.Count {
		object, err := d.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return nil, err
		}
		if layer, ok := d.layerOf(object.PageObject); ok && !d.neverSeen(object.PageObject) {
			layers[layer] = append(layers[layer], object.PageObject)
		}
	}
	return layers, nil
}

// layerOf is the name of the layer in which a thing on a page stands.
func (d *pdfDocument) layerOf(object references.FPDF_PAGEOBJECT) (name string, ok bool) {
	marks, err := d.FPDFPageObj_CountMarks(&requests.FPDFPageObj_CountMarks{PageObject: object})
	if err != nil {
		return "", false
	}
	for i := range marks.Count {
		mark, err := d.FPDFPageObj_GetMark(&requests.FPDFPageObj_GetMark{PageObject: object, Index: uint64(i)})
		if err != nil {
			continue
		}
		is, err := d.FPDFPageObjMark_GetName(&requests.FPDFPageObjMark_GetName{PageObjectMark: mark.Mark})
		if err != nil || is.Name != layerMark {
			continue
		}
		called, err := d.FPDFPageObjMark_GetParamStringValue(&requests.FPDFPageObjMark_GetParamStringValue{PageObjectMark: mark.Mark, Key: "Name"})
		if err == nil {
			name = called.Value
		}
		return name, true
	}
	return "", false
}

func (d *pdfDocument) remove(page requests.Page, objects []references.FPDF_PAGEOBJECT) error {
	for _, o := range objects {
		if _, err := d.FPDFPage_RemoveObject(&requests.FPDFPage_RemoveObject{Page: page, PageObject: o}); err != nil {
			return err
		}
	}
	return nil
}

// sketch draws a page small: its points.
func (d *pdfDocument) sketch(page requests.Page) ([]byte, error) {
	drawn, err := d.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: layerDPI, ImageFormat: requests.RenderImageFormatGrayscale})
	if err != nil {
		return nil, err
	}
	defer drawn.Cleanup()
	if gray, ok := drawn.Result.RenderedImage.(*image.Gray); ok {
		return bytes.Clone(gray.Pix), nil
	}
	return nil, nil
}
