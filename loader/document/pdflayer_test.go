package document

import (
	"fmt"
	"strings"
	"testing"
)

// TestLayersOfPages: what stands in a layer that is switched off is not read, what stands in one that shows is, and so is text that is
// never drawn, as that which was recognized in a picture.
func TestLayersOfPages(t *testing.T) {
	line := func(y int, text string) string { return fmt.Sprintf("BT /F1 11 Tf 60 %d Td (%s) Tj ET\n", y, text) }
	content := line(760, "S/2011/64") + line(740, "Report of the Secretary-General on the Mission") + line(700, "1. Calm prevailed in the whole of the country.") +
		"/OC /Shown BDC\n" + line(680, "2. Rain fell.") + "EMC\n" +
		"/OC /Off BDC\n" + line(660, "3. The mill burned.") + "EMC\n" +
		"/OC /Under BDC\n3 Tr\n" + line(640, "3. Snow fell.") + "0 Tr\nEMC\n" +
		"/OC /Off BDC\n" + line(620, "4. The barn burned.") + "EMC\n"
	source := pdfOf(
		"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 7 0 R 8 0 R] /D << /OFF [7 0 R] >> >> >>",
		"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /Properties << /Shown 6 0 R /Off 7 0 R /Under 8 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		"<< /Type /OCG /Name (Text) >>", "<< /Type /OCG /Name (Draft) >>", "<< /Type /OCG /Name (Recognized) >>",
	)
	doc, err := Parse("report.pdf", source, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var is []string
	for _, p := range doc.Paragraphs {
		is = append(is, p.Text)
	}
	if got, want := strings.Join(is, "|"), "Calm prevailed in the whole of the country.|Rain fell.|Snow fell."; got != want {
		t.Errorf("reads %q, should read %q", got, want)
	}
}
