package main

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
)

// documentHead is what docs/ontology.md says before its tables, which are those of schema.graphqls.
const documentHead = `# What the graph holds

<!-- Written by "go generate ./..." from schema.graphqls and graph/generate/document.go. -->

Every node is an ` + "`Entity`" + `: ` + "`id`" + `, ` + "`name`" + `, ` + "`aliases`" + `. Ids are derived from what identifies a thing, so that the same report gives the same ids on every store and machine.

* **Every fact has evidence**: report, paragraph, the quote, where it stands, the rule that read it. Structure (a report's paragraphs) has none.
* **One fact, one relation.** What a sentence tells is a statement. Statements on the same two ends are one relation where one says no less than the others: ten reports that call somebody President are one relation
  with ten pieces of evidence, two arrests on two days are two. The properties under "told apart by" keep relations apart; the others come from the newest statement that has them.
* **Dates.** ` + "`date`" + ` is there where the day is known, ` + "`dateFrom`" + ` and ` + "`dateTo`" + ` wherever anything is: the month's first and last day for "in November".
* **As of a day** the graph is what the reports tell whose period ends by it.
* **Names** fold: case, marks, punctuation, a leading article, transliteration. The fullest spelling in most reports is the name, the others are aliases.
* **Documentary** relations tie facts to documents; walks leave them out unless they are named.
* **Rather nothing than something false of a person**: what is said of an arrest, an indictment or a verdict is written only where the text leaves no doubt whom it means.

## Labels
`

// arrows show a direction, seen from the node that stands before them.
var arrows = map[ontology.Direction]string{ontology.Out: "→", ontology.In: "←", ontology.Both: "↔"}

// Document is docs/ontology.md.
func Document(o *ontology.Ontology) string {
	var b strings.Builder
	b.WriteString(documentHead)
	for _, t := range o.Types {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n", t.Name, oneLine(t.Description))
		var ways []string
		for _, k := range t.Keys {
			ways = append(ways, "`"+t.Lookup+"("+strings.Join(k.Arguments(), ":, ")+":)`")
		}
		if len(ways) > 0 {
			fmt.Fprintf(&b, "Looked up by %s.\n\n", strings.Join(ways, ", "))
		}
		b.WriteString("| field | | |\n|---|---|---|\n")
		for _, p := range t.Properties {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", p.Name, p.TypeName(), oneLine(p.Description))
		}
		for _, f := range t.Fields {
			fmt.Fprintf(&b, "| `%s` | %s %s | %s |\n", f.Name, arrows[f.Direction], f.FarName, oneLine(f.Description))
		}
	}
	b.WriteString("\n## Relations\n\n| type | from → to | told apart by | may have | |\n|---|---|---|---|---|\n")
	for _, r := range o.Relations {
		var keys, others []string
		if r.KeyInterval {
			keys = append(keys, "date")
		}
		for _, p := range r.Key {
			keys = append(keys, p.Name)
		}
		for _, p := range r.Properties {
			if p.Name != "dateFrom" && p.Name != "dateTo" && !slices.Contains(keys, p.Name) {
				others = append(others, p.Name)
			}
		}
		name := "`" + r.Name + "`"
		if r.Documentary {
			name += " documentary"
		}
		arrow := arrows[ontology.Out]
		if r.Symmetric {
			arrow = arrows[ontology.Both]
		}
		ends := names(r.From) + " " + arrow + " " + names(r.To)
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n",
			name, ends, strings.Join(keys, ", "), strings.Join(others, ", "), oneLine(r.Description))
	}
	return b.String()
}

func names(types []*ontology.Type) string {
	all := make([]string, len(types))
	for i, t := range types {
		all[i] = t.Name
	}
	return strings.Join(all, ", ")
}

// oneLine is a description as a table takes it.
func oneLine(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "\\|")
}
