package loader

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"councilgraph/graph/store"
)

// TestArchives: whole documents tell exactly what the archives say: the report's own properties, and paragraph by paragraph each fact with
// its quote. An archive of testdata/archives has a document and its facts; of the reports of the repository it has the facts alone.
func TestArchives(t *testing.T) {
	_, r := rulesFor(t)
	bundled, _ := filepath.Glob(filepath.FromSlash("../reports/*.md"))
	written, _ := filepath.Glob(filepath.FromSlash("testdata/archives/*.txtar"))
	of := map[string][]byte{} // documents by archive
	for _, path := range bundled {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		of[filepath.Join("testdata", "archives", strings.TrimSuffix(filepath.Base(path), ".md")+".txtar")] = text
	}
	for _, path := range written {
		if of[path] == nil {
			of[path] = []byte{} // its own
		}
	}
	for path, document := range of {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				archive = &txtar.Archive{}
			}
			name, want, last := "document.md", "", len(archive.Files)
			for i, f := range archive.Files {
				if f.Name == "facts" {
					want, last = string(f.Data), i
				} else {
					name, document = f.Name, f.Data
				}
			}
			x, err := r.Read(Source{Name: name, Text: document})
			if err != nil {
				t.Fatal(err)
			}
			got := archived(x.Document)
			if *update {
				archive.Files = append(archive.Files[:last], txtar.File{Name: "facts", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			a, w := strings.Split(got, "\n"), strings.Split(want, "\n")
			for i := range max(len(a), len(w)) {
				if i >= len(a) || i >= len(w) || a[i] != w[i] {
					t.Fatalf("line %d of the facts of %s:\nwant %s\ngot  %s\nWhere the reading was changed, look at what -update makes of it", i+1, path, at(w, i), at(a, i))
				}
			}
		})
	}
}

// archived is what a document tells, a line a fact, below the paragraph that tells it.
func archived(d store.Document) string {
	names := map[string]string{}
	var b strings.Builder
	facts := map[string][]string{} // by paragraph
	for _, n := range d.Nodes {
		names[n.ID] = n.Type
		if len(n.Names) > 0 && n.Type != "Report" {
			names[n.ID] = n.Names[0].Text
		}
	}
	for _, n := range d.Nodes {
		switch n.Type {
		case "Report":
			fmt.Fprintf(&b, "Report told=%s%s\n", d.Told, listed(n.Properties, "sourceName", "contentHash", "paragraphs"))
		case "Event", "Observation":
			for _, e := range n.Evidence {
				line := n.Type + listed(n.Properties, "description")
				for _, s := range d.Relations {
					switch {
					case s.From == n.ID && s.Type != "MENTIONS":
						line += fmt.Sprintf(" %s %s", s.Type, names[s.To])
					case s.To == n.ID && s.Type == "INVOLVED_IN":
						line += fmt.Sprintf(" %s%s", names[s.From], listed(s.Properties))
					}
				}
				facts[e.Paragraph] = append(facts[e.Paragraph], fmt.Sprintf("%s “%s”", line, e.Quote))
			}
		}
	}
	for _, s := range d.Relations {
		if s.Evidence == nil || slices.Contains([]string{"MENTIONS", "INVOLVED_IN", "OCCURRED_AT", "OF", "OBSERVES", "RECOUNTS"}, s.Type) {
			continue
		}
		facts[s.Evidence.Paragraph] = append(facts[s.Evidence.Paragraph], fmt.Sprintf("%s %s → %s%s%s “%s”", s.Type, names[s.From], names[s.To], s.ToSymbol, listed(s.Properties), s.Evidence.Quote))
	}
	for _, n := range d.Nodes {
		if n.Type != "Paragraph" {
			continue
		}
		text := n.Properties["text"].(string)
		fmt.Fprintf(&b, "%v %v %s\n", n.Properties["part"], n.Properties["number"], text[:min(len(text), strings.IndexByte(text+"\n", '\n'))])
		for _, f := range facts[n.ID] {
			fmt.Fprintf(&b, "    %s\n", f)
		}
	}
	return b.String()
}

// listed are properties by name, but for some.
func listed(properties map[string]any, but ...string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if !slices.Contains(but, name) {
			fmt.Fprintf(&b, " %s=%v", name, properties[name])
		}
	}
	return b.String()
}
