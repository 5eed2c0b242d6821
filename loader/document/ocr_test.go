package document

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/png"
	"math"
	"os/exec"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium/requests"
)

var scannedReport = []string{"S/2021/901", "Distr.: General", "5 March 2021", "Report of the Secretary-General on the", "United Nations Interim Administration Mission in Kosovo", "",
	"1. The present report covers the activities of the Mission", "from 1 October to 31 December 2020.", "",
	"2. Kosovo police arrested three persons in Prizren on", "4 November, and two of them were released."}

// TestPicturePages: pages that are pictures are read where that is asked for, and said where it is not.
func TestPicturePages(t *testing.T) {
	scan := pictures(t, scannedReport)
	if _, err := Parse("scan.pdf", scan, Options{}); err == nil || !strings.Contains(err.Error(), "--ocr") {
		t.Errorf("a PDF of pictures: the error is %v, and should tell of --ocr", err)
	}
	doc, err := Parse("scan.pdf", scan, Options{OCR: true})
	if _, missing := exec.LookPath("tesseract"); missing != nil {
		if err == nil || !strings.Contains(err.Error(), "install") {
			t.Errorf("without Tesseract the error is %v, and should say how to get it", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if r := doc.Recognition; r.Pages != 1 || r.Of != 1 || r.Confidence < 0.7 || r.Confidence > 1 || len(doc.Doubts) != 1 {
		t.Errorf("recognised: %+v, doubts %q", r, doc.Doubts)
	}
	if doc.Symbol != "S/2021/901" || len(doc.Paragraphs) != 2 || !strings.Contains(doc.Paragraphs[1].Text, "Kosovo police arrested three persons in Prizren on 4 November") {
		t.Errorf("read: %+v", doc)
	}
}

// TestRecognised: words are put together by their lines and paragraphs, what is no word is passed over, and the confidence is the mean.
func TestRecognised(t *testing.T) {
	table := "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t90\tKosovo\n" +
		"5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t70\tpolice\n" +
		"5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t80\tarrested\n" +
		"5\t1\t1\t2\t1\t1\t0\t0\t9\t9\t95\t \n" +
		"5\t1\t1\t2\t1\t1\t0\t0\t9\t9\t100\t$/2021/9.\n"
	if text, sure := recognised(table); text != "Kosovo police\narrested\n\nS/2021/9." || math.Abs(sure-0.85) > 1e-9 {
		t.Errorf("%q, %v", text, sure)
	}
}

// pictures makes a PDF of a page that is a picture of lines.
func pictures(t *testing.T, lines []string) []byte {
	t.Helper()
	drawn := draw(t, asPDF(t, [][]string{lines}))
	picture, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	gray := picture.(*image.Gray)
	var pixels bytes.Buffer
	z := zlib.NewWriter(&pixels)
	if _, err := z.Write(gray.Pix); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>",
		fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream",
			gray.Rect.Dx(), gray.Rect.Dy(), pixels.Len(), pixels.String()),
		"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream")
}

// draw is a picture of the first page of a PDF.
func draw(t *testing.T, source []byte) []byte {
	t.Helper()
	pool, err := pdfReader()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := pool.GetInstance(pdfStartFor)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &source})
	if err != nil {
		t.Fatal(err)
	}
	d := pdfDocument{Pdfium: reader, document: opened.Document}
	drawn, err := d.draw(requests.Page{ByIndex: &requests.PageByIndex{Document: opened.Document}})
	if err != nil {
		t.Fatal(err)
	}
	return drawn
}

// pdfOf makes a PDF of objects, the first of which is its catalogue.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}
