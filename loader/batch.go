package loader

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// batch gathers what one report tells into a store.Document.
type batch struct {
	rules  *Rules
	doc    *document.Document
	out    store.Document
	index  map[string]int // node id → place in out.Nodes
	runes  [][]int        // for each paragraph, how many code points stand before each byte
	ids    []string       // of the paragraphs
	series string
	period text.Interval
	counts map[string]int // events and incidents that are else equal
}

// newBatch begins a document with its report and its paragraphs.
func newBatch(r *Rules, doc *document.Document, src Source, series string, period text.Interval) *batch {
	b := &batch{rules: r, doc: doc, index: map[string]int{}, series: series, period: period, counts: map[string]int{}}
	identity := []string{fold.Name(series), period.From, period.To, addendum(cmp.Or(doc.Symbol, doc.Restates))}
	if period.From == "" {
		identity = []string{fold.Name(series), doc.Date}
	}
	sum := sha256.Sum256(src.Text)
	report := store.Node{ID: ontology.NodeID("Report", identity...), Type: "Report", Names: []store.Name{{Text: b.reportName()}},
		Properties: map[string]any{
			"series": series, "title": cmp.Or(doc.Title, doc.LetterTitle, "Report"), "sourceName": src.Name,
			"contentHash": hex.EncodeToString(sum[:]), "textSource": "TEXT",
		}}
	for name, v := range map[string]string{
		"symbol": doc.Symbol, "date": doc.Date, "distributed": doc.Distributed, "language": doc.Language, "restates": doc.Restates,
	} {
		if v != "" {
			report.Properties[name] = v
		}
	}
	if read := doc.Recognition; read.Pages > 0 {
		report.Properties["textSource"], report.Properties["ocrConfidence"] = "OCR", math.Round(read.Confidence*1000)/1000
	}
	b.out.Header = store.Header{Report: report.ID, Hash: r.Hash(src), Symbol: doc.Symbol, Restates: doc.Restates, SourceName: src.Name,
		Told: cmp.Or(period.To, doc.Date), Date: doc.Date}
	b.node(report)
	for _, p := range doc.Paragraphs {
		b.paragraph(report.ID, p)
	}
	return b
}

// addendum is the part of a symbol that makes a report of its own: Add.1 of S/2003/113/Add.1.
func addendum(symbol string) string {
	base, _ := store.BaseSymbol(symbol)
	if i := strings.Index(base, "/Add."); i >= 0 {
		return base[i+1:]
	}
	return ""
}

func (b *batch) reportName() string {
	name := cmp.Or(b.doc.Title, b.doc.LetterTitle, "Report")
	if when := b.periodInWords(); when != "" {
		name += ", " + when
	}
	if b.doc.Restates != "" {
		name += " (restated)"
	}
	return name
}

func (b *batch) periodInWords() string {
	if b.period.From == "" {
		return inWords(b.doc.Date, 0)
	}
	switch from, to := b.period.From, b.period.To; {
	case from[:7] == to[:7]:
		return inWords(from, 2) + " to " + inWords(to, 0)
	case from[:4] == to[:4]:
		return inWords(from, 1) + " to " + inWords(to, 0)
	default:
		return inWords(from, 0) + " to " + inWords(to, 0)
	}
}

// inWords writes a day as "1 October 2020", without the year (1), or without month and year (2).
func inWords(day string, without int) string {
	if day == "" {
		return ""
	}
	month, _ := strconv.Atoi(day[5:7])
	d := strings.TrimPrefix(day[8:], "0")
	parts := []string{d, time.Month(month).String(), day[:4]}
	return strings.Join(parts[:3-without], " ")
}

func (b *batch) paragraph(report string, p document.Paragraph) {
	id := ontology.NodeID("Paragraph", report, p.Part, p.Kind, strconv.Itoa(p.Number), strconv.Itoa(p.Occurrence))
	name := strings.TrimSpace(b.series+" "+cmp.Or(strings.Trim(b.period.From+"/"+b.period.To, "/"), b.doc.Date)) + ", " + strings.ToLower(p.Part)
	if what := map[string]string{"PARAGRAPH": ", paragraph ", "TABLE_ROW": ", row ", "FOOTNOTE": ", footnote "}[p.Kind]; what != "" {
		if name += what; p.Number > 0 { // a note may have an asterisk
			name += strconv.Itoa(p.Number)
		}
		name = strings.TrimSpace(name)
	}
	n := store.Node{ID: id, Type: "Paragraph", Names: []store.Name{{Text: name}}, Properties: map[string]any{
		"part": p.Part, "paragraphKind": p.Kind, "occurrence": int64(p.Occurrence), "position": int64(p.Position), "text": p.Text}}
	if p.Number > 0 {
		n.Properties["number"] = int64(p.Number)
	}
	if p.Heading != "" {
		n.Properties["heading"] = p.Heading
	}
	b.node(n)
	b.ids = append(b.ids, id)
	runes := make([]int, len(p.Text)+1)
	count := 0
	for i := range p.Text {
		runes[i] = count
		count++
	}
	runes[len(p.Text)] = count
	b.runes = append(b.runes, runes)
	b.out.Relations = append(b.out.Relations, store.Statement{Type: b.rules.types.Contents, From: report, To: id})
}

// cover keeps with the report how many sentences it has, how many of these told a fact, and the others.
func (b *batch) cover(x *Extract) {
	report := &b.out.Nodes[b.index[b.out.Report]]
	silent := x.Silent()
	report.Properties["sentences"], report.Properties["sentencesWithFact"] = int64(len(x.Sentences)), int64(len(x.Sentences)-len(silent))
	for _, s := range silent {
		report.Evidence = append(report.Evidence, b.evidence(s.paragraph, s.from, s.to, ""))
	}
}

// node adds a node, or what is new of it to the one that is there.
func (b *batch) node(n store.Node) {
	i, ok := b.index[n.ID]
	if !ok {
		b.index[n.ID] = len(b.out.Nodes)
		b.out.Nodes = append(b.out.Nodes, n)
		return
	}
	old := &b.out.Nodes[i]
	for _, name := range n.Names {
		if !slices.Contains(old.Names, name) {
			old.Names = append(old.Names, name)
		}
	}
	for _, e := range n.Evidence {
		if !slices.Contains(old.Evidence, e) {
			old.Evidence = append(old.Evidence, e)
		}
	}
}

func (b *batch) evidence(paragraph, from, to int, rule string) store.Evidence {
	p := b.doc.Paragraphs[paragraph]
	for to < len(p.Text) && !utf8.RuneStart(p.Text[to]) {
		to++
	}
	return store.Evidence{Paragraph: b.ids[paragraph], Position: p.Position, Start: b.runes[paragraph][from], End: b.runes[paragraph][to],
		Quote: p.Text[from:to], Rule: rule}
}

// entity adds an entity by its canonical name, as one that the document need not write.
func (b *batch) entity(e *lexicon.Entity) string {
	id := e.ID()
	if _, ok := b.index[id]; ok {
		return id
	}
	n := store.Node{ID: id, Type: e.Label, Names: []store.Name{{Text: e.Name, Given: true}}, Properties: map[string]any{}}
	if kind := b.rules.o.Type(e.Label).Kind; kind != nil {
		n.Properties[kind.Name] = e.Kind
	}
	if e.Label == "Resolution" {
		n.Properties["number"] = int64(e.Number)
		if e.Year > 0 {
			n.Properties["year"] = int64(e.Year)
		}
	}
	b.node(n)
	return id
}

// mention adds an occurrence of a name.
func (b *batch) mention(paragraph int, m mention) {
	id := b.entity(m.entity)
	e := b.evidence(paragraph, m.from, m.to, "name")
	text := strings.Join(strings.Fields(cmp.Or(m.name, e.Quote)), " ")
	b.node(store.Node{ID: id, Names: []store.Name{{Text: text, Short: m.short}}})
	b.out.Relations = append(b.out.Relations, store.Statement{Type: b.rules.types.Mention, From: b.ids[paragraph], To: id, Evidence: &e})
}

// introduced adds to the bodies that the document tells of their acronyms in its title and in captions of tables, which are in no
// paragraph.
func (b *batch) introduced(names *naming) {
	texts := []string{b.doc.Title}
	var of *document.Table
	for _, p := range b.doc.Paragraphs {
		if p.Table != nil && p.Table != of {
			of = p.Table
			texts = append(texts, of.Caption)
		}
	}
	for _, text := range texts {
		_, mentions := names.read(text)
		for _, m := range mentions {
			if _, told := b.index[m.entity.ID()]; told && m.short && m.entity.Label == "Organization" {
				b.node(store.Node{ID: m.entity.ID(), Names: []store.Name{{Text: text[m.from:m.to], Short: true}}})
			}
		}
	}
}
