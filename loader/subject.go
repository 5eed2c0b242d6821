package loader

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	regexp "github.com/wasilibs/go-re2"

	"github.com/agnivade/levenshtein"

	"councilgraph/graph/fold"
	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// subject is what a report says of itself: in its title first, then in its opening.
type subject struct {
	body   *lexicon.Entity   // the force or mission whose activities it tells; nil: none
	places []*lexicon.Entity // that it is about
	period text.Interval     // that it covers; zero: unknown
	title  []Fact            // what the title says of the report
}

// series is what the reports on one subject share: the body by its acronym, else its name; else the place; "" where there is neither.
func (s subject) series() string {
	switch {
	case s.body != nil:
		return cmp.Or(s.body.Acronym, s.body.Name)
	case len(s.places) > 0:
		return s.places[0].Name
	}
	return ""
}

// subject reads the title, then the opening paragraphs. A body that the text merely mentions further on is not its subject.
func (r *Rules) subject(doc *document.Document, names *naming, opening []int) subject {
	s := subject{body: r.bodyInTitle(doc, names, opening), period: names.calendar.Period}
	t, mentions := names.read(doc.Title)
	for _, m := range mentions {
		switch {
		case s.body == nil && isMission(m.entity):
			s.body = m.entity
		case m.entity.Label == "Place" && !slices.Contains(s.places, m.entity):
			s.places = append(s.places, m.entity)
		}
	}
	rd := &reader{rules: r, ministries: ministries{}, opening: r.stages["report"]}
	rd.read(0, doc.Title, t)
	for _, f := range rd.facts {
		if f.Relation != nil && f.Relation.from == nil && f.Relation.to != nil {
			s.title = append(s.title, f)
		}
	}
	if s.body == nil {
		s.body = r.bodyInOpening(doc, names, opening, len(s.places) > 0)
	}
	if s.body != nil {
		for _, place := range r.placesIn(s.body.Name) {
			if !slices.Contains(s.places, place) {
				s.places = append(s.places, place)
			}
		}
	}
	return s
}

var (
	titlePart = regexp.MustCompile(`(?i)\s*(?:[:;(]|,? \d{1,2}(?: \p{L}+)?(?: \d{4})? ?(?:[-–—]|to) ?\d{1,2} \p{L}+|,? (?:for|covering|during) (?:the (?:period|month|year)|\w+ \d{4})` +
		`|,? (?:pursuant|submitted|in accordance|from \d|addendum|corrigendum)\b)`)
	connector = regexp.MustCompile(`(?i)(?:^|\b(?:on|of|by|concerning) )(?:the )?`)
	bodyHead  = regexp.MustCompile(`(?i)\b(?:mission|force|operation|authority|administration|office|group|centre|center|team|presence)\b`)
	noBody    = regexp.MustCompile(`(?i)^(?:[a-z-]+ )*(?:reports?|secretary-general|resolutions?|situation|implementation|question|progress` +
		`|activities|operations|work|mandate|establishment|deployment|developments?)\b`)
)

// bodyInTitle is the body that a title is about, by its form: capitalised words with what such bodies are called, as in "on the United
// Nations Operation in Burundi". Its acronym is the one that the text introduces for it.
func (r *Rules) bodyInTitle(doc *document.Document, names *naming, opening []int) *lexicon.Entity {
	for _, part := range titlePart.Split(doc.Title, -1) {
		for _, at := range connector.FindAllStringIndex(part, -1) {
			name := strings.Trim(part[at[1]:], " .,*")
			head := bodyHead.FindStringIndex(name)
			first, _ := utf8.DecodeRuneInString(name)
			if head == nil || !unicode.IsUpper(first) || noBody.MatchString(name[:head[1]]) || !capitalised(name[:head[0]]) {
				continue
			}
			if opened := r.bodyInOpening(doc, names, opening, true); opened != nil && misreads(name, opened.Name) {
				return opened
			}
			return r.bodyNamed(name, doc, names)
		}
	}
	return nil
}

// misreads says that a name is another one as a reader of characters leaves it: some letters are others.
func misreads(written, name string) bool {
	a, b := fold.Name(written), fold.Name(name)
	const per = 12 // letters, one of which may be another
	return a != b && levenshtein.ComputeDistance(a, b)*per <= len(b)
}

var smallWord = regexp.MustCompile(`^(?i:of|the|for|and|in|to|on|d[eu]|la)$`)

// capitalised says that all words of a phrase are, but small ones.
func capitalised(phrase string) bool {
	return !slices.ContainsFunc(strings.Fields(phrase), func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return unicode.IsLower(first) && !smallWord.MatchString(w)
	})
}

// bodyNamed is the body of a name that the title writes, in capitals perhaps: one that is known, or a new one with the acronym in brackets
// behind its name in the text.
func (r *Rules) bodyNamed(name string, doc *document.Document, names *naming) *lexicon.Entity {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	written := regexp.MustCompile(`(?i)\b(` + strings.Join(words, `\s+`) + `)\b` +
		`(?:[,”"]* (?:\((?:the |hereinafter )?|(?:which is |hereinafter |also )*(?:known|referred to) as (?:the )?)[“"]?([A-Z][A-Za-z-]{2,11})\b)?`)
	acronym, inText := "", ""
	for _, p := range doc.Paragraphs {
		for _, m := range written.FindAllStringSubmatch(p.Text, -1) {
			inText = cmp.Or(inText, strings.Join(strings.Fields(m[1]), " "))
			if lexicon.IsAcronym(m[2]) {
				acronym = cmp.Or(acronym, m[2])
			}
		}
	}
	if inText = cmp.Or(inText, name); strings.ToUpper(inText) == inText {
		inText = inTitleCase(inText)
	}
	return names.Introduce(inText, acronym)
}

// inTitleCase writes what stands in capitals with capitals at the beginning of its words.
func inTitleCase(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if first, n := utf8.DecodeRuneInString(w); i == 0 || !smallWord.MatchString(w) {
			words[i] = string(unicode.ToUpper(first)) + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// bodyInOpening is the force or mission that a report's opening names: in the sentence in which it speaks of itself, if it can be. Reports
// of the Secretary-General are on bodies of the United Nations, where they name one. Where the title names a place, only the first
// paragraph counts; else, where the opening names none, the introduction.
func (r *Rules) bodyInOpening(doc *document.Document, names *naming, opening []int, placed bool) *lexicon.Entity {
	if placed && len(opening) > 1 {
		opening = opening[:1]
	}
	const introduction = 6 // paragraphs
	if !placed && doc.Title != "" {
		for i := range min(introduction, len(doc.Paragraphs)) {
			if !slices.Contains(opening, i) {
				opening = append(slices.Clone(opening), i)
			}
		}
	}
	chief := strings.Contains(strings.ToLower(doc.Title), "secretary-general")
	for _, i := range opening {
		var best *lexicon.Entity
		most := -1
		t, _ := names.read(doc.Paragraphs[i].Text)
		for _, s := range sentences(t) {
			for _, in := range s.slots {
				if len(in.entities) == 0 || !isMission(in.entities[0]) {
					continue
				}
				score := 0
				if speaksOfItself.MatchString(s.text) {
					score += 2
				}
				if chief && strings.HasPrefix(in.entities[0].Name, "United Nations ") {
					score += 3
				}
				if score > most {
					best, most = in.entities[0], score
				}
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// isMission says that a body is of the kinds that reports tell of.
func isMission(e *lexicon.Entity) bool {
	ofNations := strings.HasPrefix(e.Name, "United Nations ") && bodyHead.MatchString(e.Name)
	return e.Label == "Organization" && (e.Kind == "MISSION" || e.Kind == "MILITARY_FORCE" || ofNations)
}

// period is the reporting period, as the title tells it, else the opening paragraphs; the first that is told.
func (r *Rules) period(doc *document.Document, opening []int) text.Interval {
	calendar := text.Calendar{Date: doc.Date}
	for _, d := range calendar.Dates(doc.Title) {
		if !d.Relative && len(d.Days) == 1 && isPeriod(d.Days[0], doc.Date) {
			return d.Days[0]
		}
	}
	names := newNaming(r, calendar)
	for _, i := range opening {
		t, _ := names.read(doc.Paragraphs[i].Text)
		for _, s := range sentences(t) {
			rd := &reader{rules: r, ministries: ministries{}, opening: r.stages["report"], until: doc.Date}
			rd.read(i, doc.Paragraphs[i].Text, s)
			for _, f := range rd.facts {
				if f.Relation != nil && f.Relation.period.From != "" {
					return f.Relation.period
				}
			}
		}
	}
	return text.Interval{}
}

// recent is how many days before a report's date the period that it covers ends at the earliest.
const recent = 400

// ahead is how many days before the end of the period that it covers a report is dated at the earliest.
const ahead = 7

// isPeriod says that a run of days can be what a report of a date covers: more than a day, and over by then or about to be, but not for
// long.
func isPeriod(i text.Interval, date string) bool {
	return i.Day() == "" && i.From != "" && (date == "" || i.To <= text.Shift(date, ahead) && i.To >= text.Shift(date, -recent))
}

var (
	speaksOfItself = regexp.MustCompile(`(?i)\b(?:present|this|current|attached|following) (?:\w+ )?(?:report|addendum|note|document)\b` +
		`|^It (?:covers|describes|provides|contains|summarizes|details|gives)\b`)
	speaksOfReport = regexp.MustCompile(`(?i)\b(?:report|addendum)s?\b`)
)

// presenting is the sentence of the opening in which a report speaks of itself, else the first; what the title says is cited there.
func presenting(annotated []*annotatedText, opening []int) (paragraph, from, to int, ok bool) {
	for _, i := range opening {
		for _, s := range sentences(annotated[i]) {
			itself := speaksOfItself.MatchString(s.text)
			if itself || !ok || !speaksOfReport.MatchString(annotated[paragraph].text) && speaksOfReport.MatchString(s.text) {
				from, to = s.span(0, len(s.text))
				if paragraph, ok = i, true; itself {
					return paragraph, from, to, true
				}
			}
		}
	}
	return paragraph, from, to, ok
}

// entitled adds what the title says of the report and its text does not: its subject, its period, the resolutions under which it is
// submitted.
func (r *reader) entitled(s subject, annotated []*annotatedText, opening []int) {
	p, from, to, ok := presenting(annotated, opening)
	if !ok {
		return
	}
	say := func(rule string, relation *relationFact) {
		if !slices.ContainsFunc(r.facts, func(f Fact) bool {
			told := f.Relation
			return told != nil && told.typ == relation.typ && told.from == nil && told.to == relation.to && told.period == relation.period
		}) {
			r.add(Fact{Rule: rule, Paragraph: p, From: from, To: to, at: from, end: to, Relation: relation})
		}
	}
	r.facts = slices.DeleteFunc(r.facts, func(f Fact) bool { // another body that its opening mentions
		return s.body != nil && f.Relation != nil && f.Relation.typ == r.rules.types.Subject && f.Relation.to != s.body && isMission(f.Relation.to)
	})
	for _, f := range s.title {
		if f.Relation.typ != r.rules.types.Subject {
			say(f.Rule, f.Relation)
		}
	}
	for _, place := range s.places {
		say("report-of-place", &relationFact{typ: r.rules.types.Subject, to: place})
	}
	if s.body != nil {
		say("report-of-body", &relationFact{typ: r.rules.types.Subject, to: s.body})
	}
	if s.period.From != "" {
		say("period-in-title", &relationFact{typ: r.rules.types.Period, period: s.period})
	}
}

// placesIn are the places of the gazetteer whose names are part of a body's.
func (r *Rules) placesIn(name string) (places []*lexicon.Entity) {
	words := lexicon.Words(name)
	for i := 0; i < len(words); i++ {
		best, ok := r.gazetteer.Names.Longest(name, words, i)
		if !ok || best.To-best.From == len(name) {
			continue
		}
		if best.Entity.Label == "Place" {
			places = append(places, best.Entity)
		}
		for i+1 < len(words) && words[i+1].From < best.To {
			i++
		}
	}
	return places
}

// seat is the country or territory whose name a body's name ends in or begins with: "... Mission in Kosovo", "Kosovo Force".
func (r *Rules) seat(e *lexicon.Entity) *lexicon.Entity {
	name := fold.Name(e.Name)
	for home, place := range r.gazetteer.Homes {
		if home = fold.Name(home); strings.HasSuffix(name, " in "+home) || strings.HasSuffix(name, " in the "+home) || strings.HasPrefix(name, home+" ") {
			return place
		}
	}
	return nil
}
