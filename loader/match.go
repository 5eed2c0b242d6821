package loader

import (
	"slices"
	"strings"
	"unicode"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/lexicon"
)

// match is where a rule's expression matched.
type match struct {
	rule          *rule
	annotatedText *annotatedText
	at            []int
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
		return m.annotatedText.slotsIn(from, to)
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
		case "force":
			e = r.force()
		default:
			if all := m.entities(name); len(all) > 0 {
				return all
			}
			if all := r.nations(m, name); len(all) > 0 {
				return all
			}
		}
		if e != nil {
			return []*lexicon.Entity{e}
		}
	}
	return nil
}

// nations are the countries whose adjectives a group holds, but for those that the report is about: they contribute to no force of their
// own.
func (r *reader) nations(m match, name string) (all []*lexicon.Entity) {
	for word := range strings.FieldsFuncSeq(r.words(m, name), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if e := r.rules.gazetteer.Nation(word); e != nil && e != r.place && e != r.country && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	return all
}

// force is the force or mission that a paragraph tells of: the only one that it has named, or that of the report where it has named none;
// nil where it may be either.
func (r *reader) force() *lexicon.Entity {
	var named []*lexicon.Entity
	for _, e := range r.discourse.here {
		if (e.Kind == "MISSION" || e.Kind == "MILITARY_FORCE") && !slices.Contains(named, e) {
			named = append(named, e)
		}
	}
	switch {
	case len(named) == 1:
		return named[0]
	case r.series != nil && r.rules.council != nil && strings.HasPrefix(r.series.Name, r.rules.council.Name+" "): // a visit of its members, who bring no troops
		return nil
	case len(named) == 0 || slices.Contains(named, r.series):
		return r.series
	}
	return nil
}

// bodyBefore is the organization that the sentence names last before a match, by itself or with an office of it; nil where it names none.
func bodyBefore(m match) *lexicon.Entity {
	before := m.annotatedText.slotsIn(0, m.at[0])
	for i := len(before) - 1; i >= 0; i-- {
		for _, e := range before[i].entities {
			if e.Label == "Organization" {
				return e
			}
		}
		if o := before[i].office; o != nil && len(o.bodies) == 1 && o.bodies[0].Label == "Organization" {
			return o.bodies[0]
		}
	}
	return nil
}

// bodyNext is the organization or court whose name stands right behind a match; nil where another word does.
func bodyNext(m match) *lexicon.Entity {
	behind := strings.TrimLeft(m.annotatedText.text[m.at[1]:], ", ")
	at := len(m.annotatedText.text) - len(strings.TrimPrefix(behind, "the "))
	for _, s := range m.annotatedText.slotsIn(at, min(at+signLen, len(m.annotatedText.text))) {
		for _, e := range s.entities {
			if e.Label == "Organization" || e.Label == "Court" {
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
	start, end := m.annotatedText.span(from, to)
	return strings.Trim(r.text[start:end], " ,;“”\"")
}

// reduce applies a rule that makes one slot of a phrase, and writes what it states.
func (r *reader) reduce(one *rule, t *annotatedText) *annotatedText {
	var edits []edit
	for _, at := range r.found(one, t.text) {
		if one.As == classOffice || one.As == "Reference" { // the article is the phrase's around the office, or the body
			at[0] += len(article.FindString(t.text[at[0]:at[1]]))
		}
		m := match{one, t, at}
		if r.ofNext(m) || r.fronts(m) || !m.means() {
			continue
		}
		if one.unless != nil && one.unless.MatchString(t.text[at[0]:at[1]]) || one.As == classOffice && strength.MatchString(t.text[:at[0]]) {
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

// found are the places where the expression of a rule matches. Where what an office is for would go on over a conjunction to another
// office, it ends before it: "the Minister for Trade and Deputy Prime Minister of Serbia".
func (r *reader) found(one *rule, text string) [][]int {
	all := one.match.FindAllStringSubmatchIndex(text, -1)
	if one.As != classOffice || !slices.ContainsFunc(all, func(at []int) bool { return r.rules.conjoined.MatchString(text[at[0]:at[1]]) }) {
		return all
	}
	apart := r.rules.conjoined.ReplaceAllStringFunc(text, func(s string) string { return strings.Replace(s, " and ", " & & ", 1)[:len(s)] })
	return one.match.FindAllStringSubmatchIndex(apart, -1)
}

// fronts says that the office of a phrase ends what stands in front of a subject, and the name behind it begins that, or the other way
// round: "at the invitation of the Mayor of Klina, X visited", "accompanied by X, the Mayor of Klina visited".
func (r *reader) fronts(m match) bool {
	group, ok := strings.CutPrefix(m.rule.As, "$")
	if !ok {
		return false
	}
	name, end, _ := m.group(group)
	text := m.annotatedText.text
	before, behind := text[:m.at[0]], text[m.at[1]:]
	if told := text[end:m.at[1]]; strings.HasPrefix(told, ", the ") && !strings.HasSuffix(told, ",") && !strings.HasSuffix(told, ")") {
		return saidNext.MatchString(behind) || verbNext.MatchString(behind) && !joinNext.MatchString(behind) && r.rules.leading.MatchString(before)
	}
	if end != m.at[1] || !strings.Contains(text[m.at[0]:name], ", ") || !r.rules.fronting.MatchString(before) {
		return false
	}
	return verbNext.MatchString(behind) && !joinNext.MatchString(behind)
}

// What goes on behind the name of a subject, what behind any name, and what behind who says what stands before.
var (
	verbNext = regexp.MustCompile(`^ [a-z]`)
	joinNext = regexp.MustCompile(`^ (?:after|and|as|at|before|but|by|during|for|from|in|last|near|nor|of|on|or|since|that|to|under|until|when|where|which|while|who|whom|whose|with)\b`)
	saidNext = regexp.MustCompile(`^ (?:(?:also|then|later) )?(?:said|stated|announced|added|claimed|explained|told)\b`)
)

// ofNext says that an office behind a person who has one before the name begins what comes next in a list: "the Mayor of A, X, the Mayor of
// B and a delegation", "the President, X, the Prime Minister, ministers and deputies".
func (r *reader) ofNext(m match) bool {
	group, ok := strings.CutPrefix(m.rule.As, "$")
	if !ok {
		return false
	}
	in := m.slots(group)
	if len(in) != 1 || len(in[0].offices) == 0 || !strings.HasPrefix(strings.TrimPrefix(r.text[in[0].to:], ","), " the ") {
		return false
	}
	return strings.HasPrefix(m.annotatedText.text[m.at[1]:], " and ") || slices.ContainsFunc(m.rule.Write, func(w write) bool {
		return slices.ContainsFunc(m.listed(w.Position), func(o listedOffice) bool { return o.article || o.plural })
	})
}

// strength ends before a noun that tells how many a body is of: "an 11-member commission".
var strength = regexp.MustCompile(`\d-$`)

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
		e := r.referent(m)
		if e == nil {
			return s, false
		}
		s.class, s.entities = r.rules.classes.sign(e), []*lexicon.Entity{e}
		return s, true
	}
	return s, s.office != nil || len(s.entities) > 0
}

// referent is the body that the words of a reference mean: those of group head the one named last, those of group only the only one; nil
// for none. Behind the name of another country, a government that the report has not named yet may be that one's; presidential statements
// are the Security Council's.
func (r *reader) referent(m match) (e *lexicon.Entity) {
	before := m.annotatedText.text[:m.at[0]]
	switch only, head := r.words(m, "only"), r.words(m, "head"); {
	case only != "":
		e = r.onlyBody(only, m.annotatedText.slotsIn(m.at[1], len(m.annotatedText.text)))
	case r.rules.council != nil && strings.HasSuffix(r.rules.council.Name, " "+head) && strings.Contains(before, "presidential statement"):
		e = r.rules.council
	default:
		e = r.lastBody(head)
	}
	if e != nil && e == r.government && !slices.Contains(r.discourse.bodies, e) && len(r.otherCountries(m.at[0])) > 0 {
		return nil
	}
	return e
}

// means says that the groups of which the rule tells whom they mean, or do not mean, cover no other name.
func (m match) means() bool {
	for groups, names := range m.rule.Means {
		others, but := strings.CutPrefix(names, "not ")
		meant := strings.Split(others, "|")
		for group := range strings.SplitSeq(groups, "|") {
			if slices.ContainsFunc(m.entities(group), func(e *lexicon.Entity) bool { return slices.Contains(meant, e.Name) == but }) {
				return false
			}
		}
	}
	return true
}

// refused says that a match is no fact: the rule's own exception, a denial, or a plan. Thanks that somebody "would like" to say are said.
func (r *reader) refused(m match) bool {
	low, high := r.clause(m.at[0], m.at[1])
	text := m.annotatedText.text
	return !m.means() || m.rule.unless != nil && m.rule.unless.MatchString(text[m.at[0]:m.at[1]]) ||
		m.rule.denied && !m.rule.writesFigures() && (r.rules.deny.MatchString(r.rules.noPlan.ReplaceAllString(text[low:m.at[1]], "")) ||
			r.rules.toCome.MatchString(text[m.at[1]:high]))
}

func (one *rule) writesFigures() bool {
	return slices.ContainsFunc(one.Write, func(w write) bool { return w.Observation != "" })
}

// clause is the stretch of the sentence's annotatedText between the beginnings of clauses around a match.
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
