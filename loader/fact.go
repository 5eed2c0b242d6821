package loader

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Fact is what one clause states, with the words that say it.
type Fact struct {
	Rule      string
	Paragraph int // index into the document's paragraphs
	From, To  int // bytes of its text: the clause, or the phrase
	// One of these.
	Relation    *relationFact
	Event       *eventFact
	Observation *observationFact

	at, end int // the match itself, in bytes of the text
}

type relationFact struct {
	typ        string
	from, to   *lexicon.Entity // nil from: the report
	symbol     string          // instead of to
	period     text.Interval   // instead of to
	properties map[string]any
}

type eventFact struct {
	kind         string
	participants []participant
	places       []*lexicon.Entity
	date         text.Interval
	description  string
}

type participant struct {
	entity *lexicon.Entity
	role   string
}

type observationFact struct {
	metric, breakdown string
	value             float64
	approximate       bool
	of                *lexicon.Entity
	date              string
}

// reader reads facts from the sentences of one document.
type reader struct {
	rules     *Rules
	mind      discourse
	opening   []*rule         // besides those of stage facts: those of stage report, in the paragraphs that open a report
	place     *lexicon.Entity // whose offices and incidents are meant where the text names no place; nil where unknown
	country   *lexicon.Entity // the country or territory that the report names most
	until     string          // the report's date; "" where unknown
	series    *lexicon.Entity // the force or mission that the report tells of; nil where unknown
	frames    *frames.Reader
	explained *strings.Builder // where the reading is told for people; nil where nobody asked
	facts     []Fact

	paragraph int
	text      string
	sentence  *tape
	bounds    []int           // where clauses begin on the sentence's tape
	first     int             // of the facts of the sentence
	earlier   *lexicon.Entity // the body named last before the sentence
}

// read reads one sentence: phrases are reduced, then facts are written. It says how many facts it found.
func (r *reader) read(paragraph int, text string, t *tape) int {
	before := len(r.facts)
	r.paragraph, r.text, r.first = paragraph, text, before
	r.earlier = nil
	if n := len(r.mind.told); n > 0 {
		r.earlier = r.mind.told[n-1]
	}
	for _, s := range t.slots {
		for _, e := range s.entities {
			switch e.Label {
			case "Court", "Organization":
				r.mind.body(e)
			case "Resolution":
				r.mind.body(r.rules.council)
			}
		}
	}
	r.enter(t)
	low := strings.ToLower(t.text)
	for _, one := range r.rules.stages["phrases"] {
		if one.applies(low) {
			r.enter(r.reduce(one, r.sentence))
		}
	}
	r.clauses(r.sentence)
	for _, one := range slices.Concat(r.rules.stages["facts"], r.opening) {
		if !one.applies(low) {
			continue
		}
		for _, at := range one.match.FindAllStringSubmatchIndex(r.sentence.text, -1) {
			if m := (match{one, r.sentence, at}); !r.refused(m) {
				r.write(m)
			}
		}
	}
	r.mind.sentence(r.sentence)
	return len(r.facts) - before
}

// enter makes a tape the sentence that is read.
func (r *reader) enter(t *tape) {
	if t == r.sentence {
		return
	}
	r.sentence, r.bounds = t, []int{0}
	for _, at := range r.rules.boundary.FindAllStringIndex(t.text, -1) {
		r.bounds = append(r.bounds, at[0])
	}
}

// match is where a rule's expression matched.
type match struct {
	rule *rule
	tape *tape
	at   []int
}

func (m match) group(name string) (from, to int, ok bool) {
	g := 2 * slices.Index(m.rule.groups, name)
	if name == "" || g < 0 || m.at[g] < 0 {
		return 0, 0, false
	}
	return m.at[g], m.at[g+1], true
}

func (m match) slots(name string) []slot {
	if from, to, ok := m.group(name); ok {
		return m.tape.slotsIn(from, to)
	}
	return nil
}

func (m match) entities(name string) (all []*lexicon.Entity) {
	for _, s := range m.slots(name) {
		for _, e := range s.entities {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	return all
}

// ends are the entities that a rule means by groups divided by |: those of the first that the clause has.
func (r *reader) ends(m match, names string) []*lexicon.Entity {
	for name := range strings.SplitSeq(names, "|") {
		var e *lexicon.Entity
		switch name {
		case "series":
			e = r.series
		case "place":
			if e = r.place; e == nil {
				e = r.country
			}
		case "home": // the place that the report is about
			e = r.place
		case "where":
			if at := r.where(m); len(at) > 0 {
				return at
			}
		default:
			if all := m.entities(name); len(all) > 0 {
				return all
			}
		}
		if e != nil {
			return []*lexicon.Entity{e}
		}
	}
	return nil
}

// bodyBefore is the organization that the sentence names last before a match; nil where it names none.
func bodyBefore(m match) *lexicon.Entity {
	before := m.tape.slotsIn(0, m.at[0])
	for i := len(before) - 1; i >= 0; i-- {
		for _, e := range before[i].entities {
			if e.Label == "Organization" {
				return e
			}
		}
	}
	return nil
}

func (r *reader) words(m match, name string) string {
	from, to, ok := m.group(name)
	if !ok {
		return ""
	}
	start, end := m.tape.span(from, to)
	return strings.Trim(r.text[start:end], " ,;“”\"")
}

// reduce applies a rule that makes one slot of a phrase, and writes what it states.
func (r *reader) reduce(one *rule, t *tape) *tape {
	var edits []edit
	for _, at := range one.match.FindAllStringSubmatchIndex(t.text, -1) {
		if one.As == classOffice { // the article is the phrase's around the office
			at[0] += len(article.FindString(t.text[at[0]:at[1]]))
		}
		m := match{one, t, at}
		if one.unless != nil && one.unless.MatchString(t.text[at[0]:at[1]]) {
			continue
		}
		if s, ok := r.reduced(m); ok {
			s.from, s.to = t.span(at[0], at[1])
			s.mention = false
			edits = append(edits, edit{from: at[0], to: at[1], slot: s})
			r.write(m)
		}
	}
	if one.As == "" {
		return t
	}
	return t.rewrite(edits)
}

var article = regexp.MustCompile(`^(?i:the|my) `)

// reduced is the slot that a phrase becomes.
func (r *reader) reduced(m match) (slot, bool) {
	s := slot{class: m.rule.as}
	if group, ok := strings.CutPrefix(m.rule.As, "$"); ok {
		in := m.slots(group)
		if len(in) == 0 {
			return s, false
		}
		s = in[0]
		s.entities = slices.DeleteFunc(m.entities(group), func(e *lexicon.Entity) bool { return e.Label != in[0].entities[0].Label })
		for _, w := range m.rule.Write {
			for _, o := range m.listed(w.Position) {
				s.offices = append(s.offices, o.office)
			}
		}
		return s, true
	}
	switch m.rule.As {
	case "":
		return s, true
	case classOffice:
		s.office = r.officeOf(m)
		s.class = r.rules.classes.ofOffice(s.office)
	case "Reference":
		e := r.mind.lastBody(r.words(m, "head"))
		if e == nil {
			return s, false
		}
		s.class, s.entities = r.rules.classes.sign(e), []*lexicon.Entity{e}
		return s, true
	}
	return s, s.office != nil || len(s.entities) > 0
}

// refused says that a match is no fact: the rule's own exception, a denial, or a plan.
func (r *reader) refused(m match) bool {
	low, _ := r.clause(m.at[0], m.at[1])
	return m.rule.unless != nil && m.rule.unless.MatchString(m.tape.text[m.at[0]:m.at[1]]) ||
		m.rule.denied && !m.rule.writesFigures() && r.rules.deny.MatchString(m.tape.text[low:m.at[1]])
}

func (one *rule) writesFigures() bool {
	return slices.ContainsFunc(one.Write, func(w write) bool { return w.Observation != "" })
}

// clause is the stretch of the sentence's tape between the beginnings of clauses around a match.
func (r *reader) clause(from, to int) (low, high int) {
	high = len(r.sentence.text)
	for _, b := range r.bounds {
		if b <= from {
			low = b
		} else if b >= to {
			return low, b
		}
	}
	return low, high
}

// write writes all that a match states.
func (r *reader) write(m match) {
	for _, w := range m.rule.Write {
		switch {
		case w.Relation == r.rules.types.Period:
			r.writePeriod(m, w)
		case w.Relation != "":
			r.writeRelation(m, w)
		case w.Position != "":
			r.writePositions(m, w)
		case w.Observation != "":
			r.writeObservation(m, w)
		}
	}
}

// quote begins a fact: the words that say it are the clause; the phrase, for phrases.
func (r *reader) quote(m match) Fact {
	f := Fact{Rule: m.rule.Name, Paragraph: r.paragraph}
	f.at, f.end = m.tape.span(m.at[0], m.at[1])
	low, high := m.at[0], m.at[1]
	if m.rule.clause {
		low, high = r.clause(low, high)
	}
	f.From, f.To = m.tape.span(low, high)
	f.From += len(r.text[f.From:f.To]) - len(strings.TrimLeft(r.text[f.From:f.To], " ,;:\n"))
	f.To = f.From + len(strings.TrimRight(r.text[f.From:f.To], " ,;:\n"))
	return f
}

func (r *reader) add(f Fact) {
	if f.From < f.To && !r.counted(f) {
		r.facts = append(r.facts, f)
	}
}

func (r *reader) writeRelation(m match, w write) {
	from, to := r.ends(m, w.From), r.ends(m, w.To)
	if w.From == theReport {
		from = []*lexicon.Entity{nil}
	}
	for i, a := range from {
		for j, b := range to {
			if a == b || w.From == w.To && j < i {
				continue
			}
			r.relate(m, w, a, b)
		}
		for _, s := range m.slots(w.To) {
			if s.symbol != "" {
				f := r.quote(m)
				f.Relation = &relationFact{typ: w.Relation, symbol: s.symbol}
				r.add(f)
			}
		}
	}
}

// theReport stands for the report itself where a rule says what a relation starts from.
const theReport = "report"

func (r *reader) writePeriod(m match, w write) {
	for _, s := range m.slots(w.To) {
		if s.date != nil && !s.date.Relative && len(s.date.Days) == 1 && isPeriod(s.date.Days[0], r.until) && !r.ofAnother(m, s) {
			f := r.quote(m)
			f.Relation = &relationFact{typ: w.Relation, period: s.date.Days[0]}
			r.add(f)
		}
	}
}

// ofAnother says that a period is a mandate's, a budget's or an election's, by the words before it, as far back as those that tell what the report covers.
func (r *reader) ofAnother(m match, period slot) bool {
	before := m.tape.text
	for i, s := range m.tape.slots {
		if s.from == period.from {
			before = before[:m.tape.signs[i]]
			break
		}
	}
	if all := r.rules.covering.FindAllStringIndex(before, -1); all != nil {
		before = before[all[len(all)-1][1]:]
	}
	return strings.HasSuffix(before, "since ") || r.rules.otherPeriod.MatchString(before)
}

func (r *reader) relate(m match, w write, a, b *lexicon.Entity) {
	relation := r.rules.o.Relation(w.Relation)
	if a != nil && !relation.Joins(r.rules.o.Type(a.Label), r.rules.o.Type(b.Label)) {
		return
	}
	properties := r.properties(m, w)
	if relation.Property("date") != nil {
		setInterval(properties, r.when(m, w))
	}
	f := r.quote(m)
	f.Relation = &relationFact{typ: w.Relation, from: a, to: b, properties: properties}
	r.add(f)
}

func setInterval(properties map[string]any, i text.Interval) {
	if i.From == "" {
		return
	}
	properties["dateFrom"], properties["dateTo"] = i.From, i.To
	if day := i.Day(); day != "" {
		properties["date"] = day
	}
}

// properties are those under with.
func (r *reader) properties(m match, w write) map[string]any {
	properties := map[string]any{}
	for name, v := range w.With {
		if group, ok := strings.CutPrefix(v, "$"); ok {
			if name == "personnel" {
				if in := m.slots(group); len(in) == 1 && in[0].number != nil {
					properties[name] = int64(in[0].number.Value)
				}
				continue
			}
			if v = r.words(m, group); v == "" {
				continue
			}
			v = strings.TrimSpace(r.rules.trim.ReplaceAllString(v, ""))
		}
		if v == "true" || v == "false" {
			properties[name] = v == "true"
		} else {
			properties[name] = v
		}
	}
	return properties
}

func (r *reader) writeObservation(m match, w write) {
	o := &observationFact{metric: w.Observation, breakdown: w.With["breakdown"]}
	counted := false
	for _, s := range m.slots(w.Value) { // "one British and two French soldiers" are three
		if s.number != nil {
			counted = true
			o.value, o.approximate = o.value+s.number.Value, o.approximate || s.number.Approximate
		}
	}
	if counted {
	} else if v, err := strconv.ParseFloat(w.With["value"], 64); err == nil {
		o.value = v
	} else {
		return
	}
	if _, _, ok := m.group("approximate"); ok {
		o.approximate = true
	}
	of := r.ends(m, w.Of)
	if len(of) == 0 {
		return
	}
	o.of = of[0]
	o.date = r.when(m, w).Day()
	f := r.quote(m)
	f.Observation = o
	r.add(f)
}

// compareFacts is the order of the text.
func compareFacts(a, b Fact) int {
	return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.at, b.at))
}
