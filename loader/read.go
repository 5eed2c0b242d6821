package loader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/graph/store"
	"councilgraph/loader/document"
	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Source is a text to read. Name is what errors and the graph call it; Symbol, if not "", is the document symbol that its bearer knows for
// it.
type Source struct {
	Name   string
	Text   []byte
	Symbol string
	OCR    bool // pages of a PDF that are pictures are read with Tesseract
}

// Extract is what one text tells.
type Extract struct {
	Document  store.Document
	Sentences []Sentence // all of them, in order
	Merges    []Merge    // in the order of the text, each once
	Doubts    []string   // what of the file could not be read, a sentence each
}

// Sentence is a sentence with the facts read from it. Start and End count code points of the paragraph's text.
type Sentence struct {
	Paragraph  string // the id of its node
	Name       string // the paragraph's
	Line       int    // where the paragraph begins in the source
	Start, End int
	Text       string
	Facts      []Told

	paragraph, from, to int // index into the document's paragraphs, and bytes of its text
}

// Told is a fact in words: what --dry-run prints.
type Told struct{ Fact, Quote, Rule string }

// tell adds a fact to the sentence that it begins in.
func (x *Extract) tell(f Fact, text string) {
	i, found := slices.BinarySearchFunc(x.Sentences, f, func(s Sentence, f Fact) int {
		return cmp.Or(cmp.Compare(s.paragraph, f.Paragraph), cmp.Compare(s.from, f.at))
	})
	if !found && i > 0 {
		i--
	}
	s := &x.Sentences[i]
	s.Facts = append(s.Facts, Told{Fact: f.String(), Quote: text[f.From:f.To], Rule: f.Rule})
}

// Silent are the sentences that told nothing.
func (x *Extract) Silent() []Sentence {
	return slices.DeleteFunc(slices.Clone(x.Sentences), func(s Sentence) bool { return len(s.Facts) > 0 })
}

// Read reads a report. It is pure: the same source and rules give the same extract. The error says what is wrong with the text, with its
// line where there is one.
func (r *Rules) Read(src Source) (*Extract, error) {
	doc, err := document.Parse(src.Name, src.Text, document.Options{Symbol: src.Symbol, OCR: src.OCR})
	if err != nil {
		return nil, err
	}
	opening := openingOf(doc)
	names := newNaming(r, text.Calendar{Period: r.period(doc, opening), Date: doc.Date})
	names.learn(doc.Paragraphs)
	about := r.subject(doc, names, opening)
	period, series := about.period, about.series()
	if period.From == "" && doc.Date == "" || series == "" {
		missing := map[bool]string{true: "neither a reporting period nor a date", false: "no force, mission or title of a report"}[series != ""]
		return nil, fmt.Errorf("the text is no report: it has %s; a report names the period that it covers and the force or mission "+
			"that it tells of, or has a masthead with a date", missing)
	}
	b := newBatch(r, doc, src, series, period)
	rd := &reader{rules: r, ministries: ministries{}, portfolios: portfolios{}, named: map[*lexicon.Entity]bool{}, until: doc.Date}
	x := &Extract{Doubts: append(doubts(doc, period), doc.Doubts...)}
	annotated := rd.annotate(doc, names, b, x)
	if rd.series = about.body; rd.series != nil {
		rd.place = r.seat(rd.series)
	}
	if rd.place == nil && len(about.places) > 0 {
		rd.place = about.places[0]
	}
	if rd.place != nil && (rd.place.Kind == "COUNTRY" || rd.place.Kind == "TERRITORY") {
		rd.government = names.Government(rd.place)
	}
	rd.frames = r.frames.Reader(frames.Context{Ontology: r.o, Series: rd.series, Place: cmp.Or(rd.place, rd.country), Until: doc.Date})
	for i, p := range doc.Paragraphs {
		rd.discourse.paragraph()
		rd.frames.Paragraph()
		rd.enterPart(p, annotated[i])
		rd.opening = nil
		if slices.Contains(opening, i) {
			rd.opening = r.stages["report"]
		}
		for _, t := range sentences(annotated[i]) {
			rd.read(i, p.Text, t)
			from, to := t.span(0, len(t.text))
			x.Sentences = append(x.Sentences, Sentence{Paragraph: b.ids[i], Name: b.out.Nodes[b.index[b.ids[i]]].Names[0].Text, Line: p.Line,
				Start: b.runes[i][from], End: b.runes[i][to], Text: p.Text[from:to], paragraph: i, from: from, to: to})
		}
	}
	rd.envelope(doc, annotated)
	rd.concerns(doc, annotated)
	x.Doubts = append(x.Doubts, rd.contributors(doc, names, annotated)...)
	for _, i := range rd.tooLong {
		x.Doubts = append(x.Doubts, fmt.Sprintf("line %d: a sentence has more than %d words: its names are read, and not what its clauses state",
			doc.Paragraphs[i].Line, longest))
	}
	rd.entitled(about, annotated, opening)
	slices.SortStableFunc(rd.facts, compareFacts)
	for _, f := range rd.facts {
		if f.Relation == nil || f.Relation.period.From == "" || f.Relation.period == period { // a report covers one period
			b.fact(f)
			x.tell(f, doc.Paragraphs[f.Paragraph].Text)
		}
	}
	b.introduced(names)
	b.cover(x)
	x.Document = b.out
	return x, nil
}

// annotate finds the names in a document's paragraphs, which b and x keep, and the country that it names most.
func (r *reader) annotate(doc *document.Document, names *naming, b *batch, x *Extract) (annotated []*annotatedText) {
	named := map[*lexicon.Entity]int{}
	for i, p := range doc.Paragraphs {
		t, mentions := names.read(p.Text)
		annotated = append(annotated, t)
		for _, m := range mentions {
			b.mention(i, m)
			r.portfolios.note(m.entity)
			r.named[m.entity] = true
			if k := m.entity.Kind; k == "COUNTRY" || k == "TERRITORY" {
				if named[m.entity]++; r.country == nil || named[m.entity] > named[r.country] {
					r.country = m.entity
				}
			}
			x.merge(names, m.entity, p.Text[m.from:m.to])
		}
	}
	return annotated
}

// openingOf are the paragraphs that say what a report is: letters and unnumbered annexes, and the first paragraphs of its body.
func openingOf(doc *document.Document) (opening []int) {
	numbered := 0
	for i, p := range doc.Paragraphs {
		switch {
		case p.Kind == "UNNUMBERED" && (p.Part == "LETTER" || numbered == 0):
			opening = append(opening, i)
		case p.Kind == "PARAGRAPH" && numbered < 2 && (p.Number <= 2 || numbered == 0):
			numbered++
			opening = append(opening, i)
		}
	}
	return opening
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?][”"’')\]]*(?: |\n|$)|\n|: ?\n`)
	initial     = regexp.MustCompile(`\b\p{Lu}\.$`)
	// goesOn is a full stop that ends no sentence, since a small letter comes after it: "Peter Marsh Jr. was".
	goesOn = regexp.MustCompile(`^\.[)”"’]? \p{Ll}{2}`)
)

// sentences divides an annotatedText. A line feed ends a sentence too.
func sentences(t *annotatedText) []*annotatedText {
	var all []*annotatedText
	from := 0
	cut := func(to int) {
		end := from + len(strings.TrimRight(t.text[from:to], " \n"))
		start := from + len(t.text[from:end]) - len(strings.TrimLeft(t.text[from:end], " \n"))
		if start < end {
			all = append(all, t.cut(start, end))
		}
		from = to
	}
	for _, at := range sentenceEnd.FindAllStringIndex(t.text, -1) {
		if t.text[at[0]] == '.' && (at[0] > 0 && t.text[at[0]-1] == ' ' || strings.HasPrefix(t.text[at[0]+1:], " .")) { // an ellipsis: ". . ."
			continue
		}
		cutShort := text.Abbreviates(t.text, at[0]) || initial.MatchString(t.text[from:at[0]+1])
		if t.text[at[0]] == '.' && at[1] < len(t.text) && (cutShort || goesOn.MatchString(t.text[at[0]:])) {
			continue
		}
		cut(at[1])
	}
	cut(len(t.text))
	return all
}
