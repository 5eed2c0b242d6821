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

// TestPrinted: a report that a browser printed, with the head and the foot that it writes on each page, has the paragraphs of its Markdown.
func TestPrinted(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("REQUIRE_CHROMIUM") != "" {
			t.Fatal("Chromium is not on the path")
		}
		t.Skip("SKIPPED: Chromium is not on the path, so no PDF was printed")
	}
	for _, name := range []string{"unmik-2012-q1", "kfor-2020-q4"} {
		t.Run(name, func(t *testing.T) {
			source, err := os.ReadFile(filepath.FromSlash("../../reports/" + name + ".md"))
			if err != nil {
				t.Fatal(err)
			}
			body := source[frontEnd.FindIndex(source)[1]:]
			want, err := Parse(name+".md", body, Options{})
			if err != nil {
				t.Fatal(err)
			}
			folder := t.TempDir()
			page, printed := filepath.Join(folder, "page.html"), filepath.Join(folder, name+".pdf")
			if err := os.WriteFile(page, plainPage(asHTML(readBlocks(body))), 0o600); err != nil {
				t.Fatal(err)
			}
			command := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+folder, "--print-to-pdf="+printed, "file://"+page)
			if out, err := command.CombinedOutput(); err != nil {
				t.Fatalf("%v: %.500s", err, out)
			}
			pdf, err := os.ReadFile(printed)
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
					t.Errorf("%s %d holds what the browser wrote on the page: %q, %q", p.Part, p.Number, p.Heading, p.Text)
				}
			}
		})
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
