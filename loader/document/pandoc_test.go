package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPandocAttributes: what pandoc writes into Markdown of a document's styles is no text of a paragraph; brackets of the text stay.
func TestPandocAttributes(t *testing.T) {
	page := "**S/2019/52**\n\n# Report of the Secretary-General on the Mission {#report .unnumbered}\n\n" +
		"::: {custom-style=\"Single Txt\"}\n1\\. The present report covers the [Mission [in Klina]{.smallcaps}]{.underline}.\n:::\n\n" +
		"::: box\n2\\. Police arrested [Agim Dema]{lang=\"en-GB\" .mark} [sic] at {a mill}.\n:::\n"
	want := []string{"P1 The present report covers the Mission in Klina.", "P2 Police arrested Agim Dema [sic] at {a mill}."}
	if diff := cmp.Diff(want, paragraphsOf(t, "report.md", page)); diff != "" {
		t.Errorf("- want, + got:\n%s", diff)
	}
}
