package frames

import (
	"cmp"
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// referent is somebody whom a sentence mentions, as far as pronouns and phrases such as "the defendant" may stand for him or her.
type referent struct {
	entity   *lexicon.Entity // nil: somebody without a name
	sentence int
	group    int
	female   bool
	male     bool
	part     string // accused, victim, other; "" for none told
	attacks  bool   // he or she has harmed somebody
	subject  bool
	several  bool // a plural without names
	list     int  // how many stand with it in a list
	first    int  // the group of the first of them
}

// memory is what a paragraph has told so far.
type memory struct {
	sentence  int
	people    []referent
	court     *lexicon.Entity // the last that a clause named as acting
	courtIn   int             // the sentence that was last told of it, though it may have left it out
	courtTold int             // the sentence that told of it last
	single    *lexicon.Entity // the one court that the last sentence with courts named; nil where it named several
	singleIn  int             // that sentence
	judges    *lexicon.Entity // the court that decided something on a day, when that was, and the sentence that told so
	judged    string
	judgedIn  int
	judgesOn  int               // the last sentence that told what more it decided
	bodies    []*lexicon.Entity // subjects and other bodies of the sentence before, subjects first, before these whom a pronoun there may stand for
	crowd     bool              // in the sentence before, people who are of no body did something, or had it done to them: "they" may be those
	day       string            // the last that the paragraph told
	last      string            // the beginning of its last date
	month     string            // the first day of the month of the last day, or month, that the paragraph told
	place     *lexicon.Entity
	figures   []*Figure
	setting   setting
	events    []*Event // told in the paragraph
	gathering gathering
}

// reach is how many sentences before its own an antecedent may stand in (ontology, "Rather nothing than something false of a person").
const reach = 2

// body is the body that "it" stands for: the first of the sentence before that a role accepts.
func (m *memory) body(role *Role) *lexicon.Entity {
	for _, b := range m.bodies {
		if role.accepts(b) {
			return b
		}
	}
	return nil
}

// mention takes note of whom the groups of a sentence mention.
func (r *run) mention() {
	for g := range r.s.Groups {
		group := &r.s.Groups[g]
		if group.Kind != text.NounGroup {
			continue
		}
		r.mentionToken(g, group.Head)
		if group.Possessor >= 0 {
			r.mentionToken(g, group.Possessor)
		}
	}
	for c := range r.s.Clauses {
		for i := range r.s.Clauses[c].Subject {
			r.each(r.s.Clauses[c].Subject[i], func(p *referent) { p.subject = true })
		}
		lists := [][]text.Phrase{r.s.Clauses[c].Subject, r.s.Clauses[c].Object}
		for _, a := range r.s.Clauses[c].Attached {
			if a.Prep != "of" || a.At < 1 || !text.Animate(text.Singular(r.head(a.At-1).Low)) { // "the brothers of X and Y" are others
				lists = append(lists, a.Phrases)
			}
		}
		for _, list := range lists {
			for _, ph := range list {
				r.each(ph, func(p *referent) {
					if len(list) > p.list {
						p.list, p.first = len(list), list[0].Group
					}
				})
			}
		}
	}
}

// crowded says that a main clause of the sentence tells what people of no body, and without a name, do, or what is done to them.
func (r *run) crowded() bool {
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		if c.Kind != text.Main && c.Kind != text.Coordinate {
			return false
		}
		doers := c.Subject
		for _, a := range c.Attached {
			if a.Prep == "by" {
				doers = append(slices.Clone(doers), a.Phrases...)
			}
		}
		return slices.ContainsFunc(doers, func(p text.Phrase) bool {
			t := r.head(p.Group)
			return t.Kind == text.Word && t.Tag == "NNS" && text.Animate(t.Low) && !isAnaphor(&r.s.Groups[p.Group], t) &&
				len(r.s.Groups[p.Group].Names) == 0 && len(r.behind(&p, doer.ofBodies())) == 0
		})
	})
}

// each visits the referents that a phrase of this sentence mentions by its head and by the names in apposition to it.
func (r *run) each(ph text.Phrase, visit func(*referent)) {
	for i := range r.memory.people {
		p := &r.memory.people[i]
		if p.sentence == r.memory.sentence && (p.group == ph.Group || slices.Contains(ph.Named, p.group)) {
			visit(p)
		}
	}
}

func (r *run) mentionToken(g, token int) {
	t := &r.s.Tokens[token]
	add := func(p referent) {
		p.sentence, p.group = r.memory.sentence, g
		r.memory.people = append(r.memory.people, p)
	}
	switch {
	case t.Kind == text.Name && t.Note.Person:
		female, male := r.honorific(token)
		for _, e := range span(t).Entities {
			if e.Label == "Person" {
				add(referent{entity: e, female: female, male: male, part: cmp.Or(r.beside(t), r.tried(g))})
			}
		}
	case token == r.s.Groups[g].Head && (r.unknownName(g) || r.bearerUnknown(g) || r.oneOfUnnamed(g)): // somebody, perhaps
		add(referent{part: r.beside(t)})
	case t.Kind == text.Word && token == r.s.Groups[g].Head && t.Tag != "PRP" && text.Animate(t.Low) &&
		(!isAnaphor(&r.s.Groups[g], t) || r.s.Groups[g].Det == "all" && r.s.Groups[g].Count != nil || r.toldApart(r.phraseAt(g)) || r.ofSomebody(g) || r.newSuspect(g)):
		if r.namedBy(g) {
			return
		}
		low := text.Singular(t.Low)
		part := ""
		if besideNouns[low] {
			part = "other"
		}
		add(referent{part: part, several: r.plural(g), female: female[low], male: male[low]})
	}
}

// bearerUnknown says that a noun group is an office that somebody bears whom the text does not name, nor has told to bear it, and who is
// one of several or to whom something is done: "a member of the OSCE", "the Mayor of Klina was arrested".
func (r *run) bearerUnknown(g int) bool {
	s := span(r.head(g))
	if s == nil || s.Office == nil || len(r.s.Groups[g].Names) > 0 || r.plural(g) || r.namedBy(g) {
		return false
	}
	c := r.s.In[g]
	subject := stands(r.s.Clauses[c].Subject, g)
	if det := r.s.Groups[g].Det; !subject && !stands(r.s.Clauses[c].Object, g) || det != "a" && det != "an" && det != "another" && !(r.passive(c) && subject) {
		return false
	}
	return !slices.ContainsFunc(r.memory.people, func(p referent) bool {
		o := r.held[p.entity]
		return p.entity != nil && o != nil && strings.EqualFold(o.Title, s.Office.Title)
	})
}

// oneOfUnnamed says that a noun group is one of several people without names: "one of the guards".
func (r *run) oneOfUnnamed(g int) bool {
	p := r.phraseAt(g)
	if low := r.head(g).Low; low != "one" && low != "another" || len(p.Of) != 1 || len(p.Named) > 0 || r.namedBy(g) {
		return false
	}
	t := r.head(p.Of[0])
	return t.Kind == text.Word && text.Animate(t.Low) && r.plural(p.Of[0])
}

// tried is the part of somebody whom a noun group names as the one that a case or a trial is against: "the case against X", "the trial of
// X".
func (r *run) tried(g int) string {
	if g < 2 || r.s.Groups[g-2].Kind != text.NounGroup {
		return ""
	}
	what := text.Singular(r.s.Groups[g-2].Low)
	if before := r.s.Groups[g-1].Low; before == "of" && trials[what] || before == "against" && (trials[what] || cases[what]) {
		return "accused"
	}
	return ""
}

// ofSomebody says that a noun tells of somebody by whom he is somebody's: "the killer of X".
func (r *run) ofSomebody(g int) bool {
	return slices.ContainsFunc(r.phraseAt(g).Of, func(of int) bool { h := r.head(of); return h.Kind == text.Name && h.Note.Person })
}

// newSuspect says that a noun tells of somebody accused where the text has told of nobody who is, nor of whom it cannot mean: "the
// fugitive".
func (r *run) newSuspect(g int) bool {
	return accusedNouns[text.Singular(r.head(g).Low)] && !slices.ContainsFunc(r.memory.people, func(p referent) bool { return p.part != "" })
}

// phraseAt is the phrase of a noun group: that of its clause's subject or object, with what hangs on it.
func (r *run) phraseAt(g int) *text.Phrase {
	for c := range r.s.Clauses {
		for _, list := range [][]text.Phrase{r.s.Clauses[c].Subject, r.s.Clauses[c].Object} {
			for i := range list {
				if list[i].Group == g {
					return &list[i]
				}
			}
		}
	}
	return &text.Phrase{Group: g}
}

// unknownName says that a noun group is two capitalized words of which the last is known for no name, as a person's name may be.
func (r *run) unknownName(g int) bool {
	group := &r.s.Groups[g]
	first, last := &r.s.Tokens[group.From], r.head(g)
	capital := func(t *text.Token) bool {
		return t.Tag == "NNP" && t.Text != t.Low && t.Text != strings.ToUpper(t.Text) && !strings.Contains(t.Text, " ")
	}
	return group.To-group.From == 2 && group.From > 0 && last.Kind == text.Word && capital(first) && capital(last) && !text.Animate(last.Low)
}

// plural says that a noun group is of several: "four defendants", "the judges".
func (r *run) plural(g int) bool {
	group := &r.s.Groups[g]
	return strings.HasSuffix(r.head(g).Tag, "S") && group.Det != "a" && group.Det != "one" && group.Det != "another"
}

// beside is the part of somebody whose name stands with an office of the courts.
func (r *run) beside(name *text.Token) string {
	if slices.ContainsFunc(strings.FieldsFunc(name.Low, func(c rune) bool { return c == ' ' || c == ',' }), func(w string) bool { return besideNouns[w] }) {
		return "other"
	}
	return ""
}

// honorific says whether the words before a name, or at its beginning, tell of a woman or of a man.
func (r *run) honorific(token int) (female, male bool) {
	for i := max(0, token-1); i <= token; i++ {
		first, _, _ := strings.Cut(r.s.Tokens[i].Low, " ")
		switch strings.TrimSuffix(first, ".") {
		case "ms", "mrs", "lady", "miss":
			female = true
		case "mr", "lord", "sir":
			male = true
		}
	}
	return female, male
}

// namedBy says that a name in apposition says who a noun group is, or that it says of a name what it is: then it is nobody else.
func (r *run) namedBy(g int) bool {
	near := func(i int) bool {
		return i >= 0 && i < len(r.s.Groups) && r.s.Groups[i].Kind == text.NounGroup && r.head(i).Kind == text.Name && r.head(i).Note.Person
	}
	comma := func(i int) bool { return i >= 0 && i < len(r.s.Groups) && r.s.Groups[i].Kind == text.Comma }
	if len(r.phraseAt(g).Named) > 0 {
		return true
	}
	clause := &r.s.Clauses[r.s.In[g]]
	if clause.Verb >= 0 && r.s.Groups[clause.Verb].Verb.Copula && g > clause.Verb { // "X is a teacher"
		return true
	}
	return comma(g-1) && near(g-2) || comma(g+1) && near(g+2)
}

// mark takes note of the part that whom a phrase mentions have in what is told.
func (r *run) mark(list []text.Phrase, part string) {
	for _, ph := range list {
		r.each(ph, func(p *referent) {
			if p.attacks = p.attacks || part == "attacker"; part == "attacker" {
				return
			}
			if p.part == "" || part == "accused" && p.part != "victim" {
				p.part = part
			}
		})
	}
}
