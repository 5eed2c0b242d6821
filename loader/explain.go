package loader

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"councilgraph/loader/document"
	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Explain reads a paragraph as part of a report that says nothing else, and tells for people how: the names, dates, figures and offices
// found, the tags, groups and clauses of each sentence, the frames that were tried, and what was written or why not. calendar places days
// without a year.
func (r *Rules) Explain(paragraph string, calendar text.Calendar, out io.Writer) error {
	var b strings.Builder
	r.explain(paragraph, calendar, &b)
	_, err := io.WriteString(out, b.String())
	return err
}

// explain reads a paragraph and gives its facts.
func (r *Rules) explain(paragraph string, calendar text.Calendar, b *strings.Builder) []Fact {
	names := newNaming(r, calendar)
	names.learn([]document.Paragraph{{Text: paragraph}})
	t, mentions := names.read(paragraph)
	kosovo := r.gazetteer.Homes["Kosovo"]
	rd := &reader{rules: r, ministries: ministries{}, portfolios: portfolios{}, named: map[*lexicon.Entity]bool{}, place: kosovo, country: kosovo, until: calendar.Date}
	for _, m := range mentions {
		rd.portfolios.note(m.entity)
		rd.named[m.entity] = true
	}
	rd.frames = r.frames.Reader(frames.Context{Ontology: r.o, Place: kosovo, Until: calendar.Date})
	rd.frames.Paragraph()
	rd.explained = b
	for _, sentence := range sentences(t) {
		from, to := sentence.span(0, len(sentence.text))
		fmt.Fprintf(b, "%s\n", paragraph[from:to])
		before := len(rd.facts)
		rd.read(0, paragraph, sentence)
		for _, f := range rd.facts[before:] {
			fmt.Fprintf(b, "  written by %s: %s\n", f.Rule, f)
		}
		if len(rd.facts) == before {
			b.WriteString("  nothing written\n")
		}
	}
	return rd.facts
}

// examples are read as if they stood in a report on this period.
var examples = text.Calendar{Period: text.Interval{From: "2019-04-01", To: "2019-06-30"}, Date: "2019-07-12"}

// Examples reads the sentences that frames and rules carry: each must tell something of those that it says, and nothing of those that it
// says it does not. It gives what is not so, a line each, and how many sentences were read.
func (r *Rules) Examples() (faults []string, read int) {
	hold := func(what, name string, writes bool, says, saysNot []string) {
		for i, sentence := range slices.Concat(says, saysNot) {
			told := slices.ContainsFunc(r.explain(sentence, examples, &strings.Builder{}), func(f Fact) bool { return f.Rule == name || !writes })
			if want := i < len(says); told != want {
				faults = append(faults, fmt.Sprintf("%s %s tells %s of: %s", what, name, map[bool]string{true: "something", false: "nothing"}[told], sentence))
			}
			read++
		}
	}
	for _, frame := range r.frames.Frames {
		hold("frame", frame.Name, frame.Writes(), frame.Says, frame.SaysNot)
	}
	for _, stage := range stageNames {
		for _, one := range r.stages[stage] {
			hold("rule", one.Name, true, one.Says, one.SaysNot)
		}
	}
	return faults, read
}
