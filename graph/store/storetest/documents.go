package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Documents draws documents of a few reports, in an order in which they may come: several versions of one report (another text, a revision,
// a restatement, another symbol), nodes that several speak of, statements that meet. All pass Document.Check. From the ontology alone: no
// type is named.
func Documents(o *ontology.Ontology) *rapid.Generator[[]store.Document] {
	return rapid.Custom(func(t *rapid.T) []store.Document {
		w := drawWorld(t, o)
		documents := make([]store.Document, rapid.IntRange(1, 6).Draw(t, "documents"))
		for i := range documents {
			documents[i] = w.document(t, rapid.IntRange(0, len(w.reports)-1).Draw(t, "report"))
			if err := documents[i].Check(o); err != nil {
				panic(fmt.Sprintf("storetest drew a document that is none: %v", err))
			}
		}
		return documents
	})
}

// Batches splits documents, in their order, into calls of Write: no report twice in one call.
func Batches(documents []store.Document, most int) (batches [][]store.Document) {
	var batch []store.Document
	for _, d := range documents {
		if len(batch) == most || slices.ContainsFunc(batch, func(b store.Document) bool { return b.Report == d.Report }) {
			batches, batch = append(batches, batch), nil
		}
		batch = append(batch, d)
	}
	return append(batches, batch)
}

// Settled leaves out documents until those that are left make the same graph in whatever order they come: of each report, versions of one
// symbol, each once.
func Settled(documents []store.Document) (settled []store.Document) {
	type version struct {
		report      string
		restatement bool
		nth         int
	}
	base, seen := map[string]string{}, map[version]bool{}
	for _, d := range documents {
		b, nth := store.BaseSymbol(d.Symbol + d.Restates)
		first, ok := base[d.Report]
		if v := (version{d.Report, d.Restates != "", nth}); !ok || first == b && b != "" && !seen[v] {
			base[d.Report], seen[v] = b, true
			settled = append(settled, d)
		}
	}
	return settled
}

// structure are the labels of documents and of their parts, to which evidence points: the ends of the relation type that needs none.
func structure(o *ontology.Ontology) (report, paragraph *ontology.Type) {
	i := slices.IndexFunc(o.Relations, func(r *ontology.Relation) bool { return !r.Evidenced })
	return o.Relations[i].From[0], o.Relations[i].To[0]
}

// world is what the documents of one draw have in common.
type world struct {
	o                 *ontology.Ontology
	report, paragraph *ontology.Type
	reports           []string             // ids
	shared            []store.Node         // nodes that any document may speak of: id and type only
	relations         []*ontology.Relation // the types that statements are of
}

func drawWorld(t *rapid.T, o *ontology.Ontology) world {
	w := world{o: o}
	w.report, w.paragraph = structure(o)
	for i := range rapid.IntRange(1, 3).Draw(t, "reports") {
		w.reports = append(w.reports, ontology.NodeID(w.report.Name, fmt.Sprint(i)))
	}
	for _, l := range o.Types {
		if l == w.report || l == w.paragraph {
			continue
		}
		for i := range rapid.IntRange(0, 3).Draw(t, l.List) {
			w.shared = append(w.shared, store.Node{ID: ontology.NodeID(l.Name, fmt.Sprint(i)), Type: l.Name})
		}
	}
	w.relations = rapid.SliceOfNDistinct(rapid.SampledFrom(o.Relations), 1, 8, func(r *ontology.Relation) string { return r.Name }).Draw(t, "relation types")
	return w
}

// symbols are those of a report: the document's own, revisions and corrections of it, another one.
func symbols(report int) []string {
	s := fmt.Sprintf("S/2020/%d", report)
	return []string{s, s + "/Corr.1", s + "/Rev.1", s + "/Rev.2", s + "/Add.1"}
}

// document draws a version of a report.
func (w world) document(t *rapid.T, report int) store.Document {
	d := store.Document{Header: store.Header{
		Report:     w.reports[report],
		SourceName: rapid.SampledFrom([]string{"a.md", "b's \"copy\".md"}).Draw(t, "source"),
		Told:       rapid.SampledFrom([]string{"2020-12-31", "2020-12-31", "2021-03-31", ""}).Draw(t, "told"),
		Date:       rapid.SampledFrom([]string{"", "2021-01-15"}).Draw(t, "date"),
	}}
	symbol := rapid.SampledFrom(append(symbols(report), "")).Draw(t, "symbol")
	if rapid.IntRange(0, 3).Draw(t, "restates") == 0 {
		d.Restates = symbol
	} else {
		d.Symbol = symbol
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "paragraphs") {
		n := w.node(t, w.paragraph, ontology.NodeID(w.paragraph.Name, d.Report, fmt.Sprint(i)))
		n.Properties["text"] = words().Draw(t, "text")
		if p := w.place(); p != "" {
			n.Properties[p] = int64(i + 1)
		}
		d.Nodes = append(d.Nodes, n)
	}
	paragraphs := slices.Clone(d.Nodes)
	d.Nodes = append(d.Nodes, w.reportNode(t, d.Header))
	for _, n := range w.shared {
		if rapid.Bool().Draw(t, "speaks of it") {
			d.Nodes = append(d.Nodes, w.node(t, w.o.Type(n.Type), n.ID))
		}
	}
	for _, other := range w.reports {
		if other != d.Report && rapid.IntRange(0, 3).Draw(t, "speaks of another report") == 0 {
			d.Nodes = append(d.Nodes, w.node(t, w.report, other))
		}
	}
	for i, n := range d.Nodes {
		switch l := w.o.Type(n.Type); {
		case l.Evidenced:
			d.Nodes[i].Evidence = rapid.SliceOfN(drawEvidence(paragraphs), 1, 3).Draw(t, "evidence")
		case l.Sentenced:
			d.Nodes[i].Evidence = rapid.SliceOfN(drawEvidence(paragraphs), 0, 3).Draw(t, "sentences")
			for s := range d.Nodes[i].Evidence {
				d.Nodes[i].Evidence[s].Rule = ""
			}
		}
	}
	d.Relations = w.statements(t, d, paragraphs)
	d.Hash = hash(d)
	return d
}

// place is the property by which paragraphs are ordered; "" if there is none.
func (w world) place() string {
	for _, f := range w.report.Fields {
		if f.OrderBy != nil && f.OrderBy.Property != nil && slices.Contains(f.Far, w.paragraph) {
			return f.OrderBy.Property.Name
		}
	}
	return ""
}

// reportNode draws the document's own node; the properties that it is looked up by are the header's symbols.
func (w world) reportNode(t *rapid.T, h store.Header) store.Node {
	n := w.node(t, w.report, h.Report)
	for _, k := range w.report.Keys {
		if k.OrBy == nil {
			continue
		}
		for name, symbol := range map[string]string{k.By[0].Name: h.Symbol, k.OrBy.Name: h.Restates} {
			if delete(n.Properties, name); symbol != "" {
				n.Properties[name] = symbol
			}
		}
	}
	return n
}

// spellings are names of which some fold to the same, some are the last word of another, and one folds to nothing.
var spellings = []string{"Hashim Thaçi", "Hasim Thaqi", "HASHIM THACI", "Thaci", "thaçi", "KFOR", "Kosovo Force", "the Kosovo Force", "Jean-Marie O'Neil", "«»"}

func (w world) node(t *rapid.T, l *ontology.Type, id string) store.Node {
	return store.Node{ID: id, Type: l.Name, Properties: drawProperties(t, l.Properties), Names: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) store.Name {
		n := store.Name{Text: rapid.OneOf(rapid.SampledFrom(spellings), rapid.SampledFrom(spellings), words()).Draw(t, "name")}
		n.Given = rapid.IntRange(0, 5).Draw(t, "given") == 0
		n.Short = !n.Given && rapid.IntRange(0, 2).Draw(t, "short") == 0
		return n
	}), 1, 3).Draw(t, "names")}
}

// drawEvidence draws a span of one of the paragraphs.
func drawEvidence(paragraphs []store.Node) *rapid.Generator[store.Evidence] {
	return rapid.Custom(func(t *rapid.T) store.Evidence {
		i := rapid.IntRange(0, len(paragraphs)-1).Draw(t, "paragraph")
		text := []rune(paragraphs[i].Properties["text"].(string))
		start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
		end := rapid.IntRange(start+1, len(text)).Draw(t, "end")
		return store.Evidence{Paragraph: paragraphs[i].ID, Position: i + 1, Start: start, End: end, Quote: string(text[start:end]),
			Rule: rapid.SampledFrom([]string{"rule-a", "rule-b"}).Draw(t, "rule")}
	})
}

// statements draws what a document says of relations between its nodes.
func (w world) statements(t *rapid.T, d store.Document, paragraphs []store.Node) []store.Statement {
	var possible []store.Statement // type and ends
	for _, r := range w.relations {
		for _, from := range d.Nodes {
			for _, to := range d.Nodes {
				if r.Joins(w.o.Type(from.Type), w.o.Type(to.Type)) {
					possible = append(possible, store.Statement{Type: r.Name, From: from.ID, To: to.ID})
				}
			}
		}
		if r.Joins(w.report, w.report) {
			for i := range w.reports {
				for _, s := range symbols(i) {
					possible = append(possible, store.Statement{Type: r.Name, From: d.Report, ToSymbol: s})
				}
			}
		}
	}
	if len(possible) == 0 {
		return nil
	}
	// A few of them, said several times: so statements meet.
	possible = rapid.SliceOfN(rapid.SampledFrom(possible), 1, 6).Draw(t, "facts")
	statements := make([]store.Statement, rapid.IntRange(0, 12).Draw(t, "statements"))
	for i := range statements {
		s := rapid.SampledFrom(possible).Draw(t, "fact")
		r := w.o.Relation(s.Type)
		s.Properties = drawStated(t, r)
		s.Ordinal = rapid.IntRange(0, 3).Draw(t, "ordinal")
		if r.Evidenced {
			e := drawEvidence(paragraphs).Draw(t, "evidence")
			s.Evidence = &e
		}
		statements[i] = s
	}
	return statements
}

// hash is equal for equal documents only.
func hash(d store.Document) string {
	text, err := json.Marshal(d)
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
