package document

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// TestPrinted: a report that a browser printed, with the head and the foot that it writes on each page, or a word processor, has the
// paragraphs of its Markdown.
func TestPrinted(t *testing.T) {
	for _, printer := range []struct {
		name, required string
		arguments      func(folder, page, printed string) []string
	}{
		{"chromium", "REQUIRE_CHROMIUM", func(folder, page, printed string) []string {
			return []string{"--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder, "--print-to-pdf=" + printed, "file://" + page}
		}},
		{"soffice", "REQUIRE_LIBREOFFICE", func(folder, page, _ string) []string {
			return []string{"--headless", "-env:UserInstallation=file://" + folder + "/profile", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder, page}
		}},
	} {
		t.Run(printer.name, func(t *testing.T) {
			program, err := exec.LookPath(printer.name)
			if err != nil {
				if os.Getenv(printer.required) != "" {
					t.Fatalf("%s is not on the path", printer.name)
				}
				t.Skipf("SKIPPED: %s is not on the path, so no PDF was printed", printer.name)
			}
			for _, name := range []string{"unmik-2012-q1", "kfor-2020-q4"} {
				t.Run(name, func(t *testing.T) {
					source, err := os.ReadFile(filepath.FromSlash("../../reports/" + name + ".md"))
					if err != nil {
						t.Fatal(err)
					}
					body := source[frontEnd.FindIndex(source)[1]:]
					folder := t.TempDir()
					page, printed := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
					if err := os.WriteFile(page, plainPage(asHTML(readBlocks(body))), 0o600); err != nil {
						t.Fatal(err)
					}
					if out, err := exec.Command(program, printer.arguments(folder, page, printed)...).CombinedOutput(); err != nil {
						t.Fatalf("%v: %.500s", err, out)
					}
					pdf, err := os.ReadFile(printed)
					if err != nil {
						t.Fatal(err)
					}
					samePrinted(t, name, pdf, body)
				})
			}
		})
	}
}

// samePrinted holds a PDF against the Markdown that it was printed from.
func samePrinted(t *testing.T, name string, pdf, markdown []byte) {
	t.Helper()
	want, err := Parse(name+".md", markdown, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Parse(name+".pdf", pdf, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got.Title != want.Title || got.Date != want.Date {
		t.Errorf("the title is %q of %s, should be %q of %s", got.Title, got.Date, want.Title, want.Date)
	}
	if is, should := numberedTexts(got), numberedTexts(want); !maps.Equal(is, should) {
		for key, text := range should {
			if is[key] != text {
				t.Errorf("%v is\n%q, should be\n%q", key, is[key], text)
			}
		}
	}
	for _, p := range got.Paragraphs {
		if browserLine.MatchString(p.Text) || browserLine.MatchString(p.Heading) {
			t.Errorf("%s %d holds what the printer wrote on the page: %q, %q", p.Part, p.Number, p.Heading, p.Text)
		}
	}
}

var (
	frontEnd    = regexp.MustCompile(`(?s)^---\n.*?\n---\n`)
	browserLine = regexp.MustCompile(`file://|page\.html|\d+/\d+/\d+, \d`)
	pageExtra   = regexp.MustCompile(`<sup>1</sup>|<footer>.*?</footer>|<nav>.*?</nav>`)
	blankRun    = regexp.MustCompile(`\s+`)
)

// plainPage sets a page on small sheets, so that it has several, and without what is no part of the report.
func plainPage(html []byte) []byte {
	return bytes.Replace(pageExtra.ReplaceAll(html, nil), []byte("<style>"), []byte("<style>@page { size: A5 } "), 1)
}

// numberedTexts are the texts of the numbered paragraphs, less what forms write in different ways.
func numberedTexts(d *Document) map[[3]int]string {
	texts := map[[3]int]string{}
	for _, p := range d.Paragraphs {
		if p.Kind == "PARAGRAPH" {
			texts[[3]int{len(p.Part), p.Number, p.Occurrence}] = blankRun.ReplaceAllString(p.Text, " ")
		}
	}
	return texts
}
