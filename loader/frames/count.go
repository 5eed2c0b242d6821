package frames

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"councilgraph/loader/text"
)

// counted is how many a list of phrases counts: the sum of what each counts but things; nil where one of them says no number.
func (r *run) counted(list []text.Phrase, role *Role) *filler {
	list = slices.DeleteFunc(slices.Clone(list), func(p text.Phrase) bool {
		return len(role.Heads) == 0 && r.ofThings(&p)
	})
	if some := slices.DeleteFunc(slices.Clone(list), r.ofCountless); len(some) > 0 {
		list = some
	}
	if len(list) == 0 {
		return nil
	}
	sum, first, each := &text.NumberExpression{}, 0.0, []float64(nil)
	for len(list) > 1 && r.stateOf(&list[0]) == text.VerbGroup && r.stateOf(&list[1]) == text.Adjective { // "left three men wounded and one dead"
		list = list[1:]
	}
	for i := range list {
		if i > 0 && len(r.set.nouns[text.Singular(r.head(list[i].Group).Low)]) > 0 { // "the death of two miners and injuries to a third"
			list = list[:i]
			break
		}
		if i > 0 && r.saidOf(&list[i-1]) { // "left two men dead and five others injured"
			list = list[:i]
			break
		}
		n, ok := r.number(&list[i], role)
		if !ok {
			return nil
		}
		if i == 0 {
			first = n.Value
		}
		each = append(each, n.Value)
		sum.Value, sum.Approximate = sum.Value+n.Value, sum.Approximate || n.Approximate
	}
	if len(list) > 1 && sum.Value == 2*first && r.setApart(list) { // "two men, a father and his son, were killed"
		sum.Value = first
	}
	if sum.Value == 0 || sum.Value != math.Trunc(sum.Value) { // nobody, or a rate
		return nil
	}
	return &filler{count: sum, counts: each, at: list[0].Group, phrases: list, words: r.phraseWords(&list[0], nil)}
}

// ofCountless says that a phrase counts as many as nobody knows: "an unknown number of pupils".
func (r *run) ofCountless(p text.Phrase) bool {
	return r.head(p.Group).Low == "number" && r.modified(p.Group, countless)
}

// ofThings says that a phrase counts what is no person: "nine cows", "300 head of cattle".
func (r *run) ofThings(p *text.Phrase) bool {
	noun := text.Singular(r.head(p.Group).Low)
	return things[noun] || measures[noun] && len(p.Of) > 0 && things[text.Singular(r.head(p.Of[0]).Low)]
}

// setApart says that all of a list but the first stand between commas.
func (r *run) setApart(list []text.Phrase) bool {
	groups, end := r.s.Clauses[r.s.In[list[0].Group]].Groups, list[0].To
	return end < len(groups) && r.s.Groups[groups[end]].Kind == text.Comma && r.s.Groups[list[1].Group-1].Kind == text.Comma
}

// saidOf says that an adjective or a participle of its own stands right behind a phrase.
func (r *run) saidOf(p *text.Phrase) bool { return r.stateOf(p) != text.NounGroup }

// stateOf is the kind of the group right behind a phrase that says what became of whom it means: an adjective, or a verb group that is a
// participle; a noun group for none.
func (r *run) stateOf(p *text.Phrase) text.GroupKind {
	if behind := p.Group + 1 + 2*len(p.Of); behind < len(r.s.Groups) {
		if next := &r.s.Groups[behind]; next.Kind == text.Adjective || next.Kind == text.VerbGroup && next.Verb.Form == text.Participle {
			return next.Kind
		}
	}
	return text.NounGroup
}

// number is how many one phrase counts; false where it says no number, or counts something else than a role may.
func (r *run) number(p *text.Phrase, role *Role) (text.NumberExpression, bool) {
	g, t, counted := &r.s.Groups[p.Group], r.head(p.Group), r.counts(p.Group)
	one := text.NumberExpression{Value: 1}
	single := t.Kind == text.Office || t.Kind == text.Word && text.Singular(t.Low) == t.Low && (text.Animate(t.Low) || ordinals[t.Low] && g.Det == "a")
	switch {
	case r.less(p):
		return one, false
	case t.Kind == text.Word && together[t.Low] && len(p.Of) > 0:
		return r.number(&text.Phrase{Group: p.Of[0], Of: p.Of[1:], List: p.List}, role)
	case shares[text.Singular(t.Low)] && (len(p.Of) > 0 || g.Count != nil), // "one third of the guards"
		!r.mayCount(role, counted), t.Kind == text.Number && len(p.Of) > 0 && !r.partOf(p.Of[0], role):
		return one, false
	// what a verb takes, "has 38", may be of anything
	case role.As == "object" && len(role.Heads) > 0 && counted.Kind == text.Number && len(p.Of) == 0 && p.List < 2:
		return one, false
	case g.Count != nil && span(g.Count) != nil && span(g.Count).Number != nil:
		return *span(g.Count).Number, true
	case r.pair(g), t.Low == "pair" && len(p.Of) > 0 && text.Animate(text.Singular(r.head(p.Of[0]).Low)):
		return text.NumberExpression{Value: 2}, role.As != "head"
	case single && slices.Contains([]string{"a", "an", "another"}, g.Det), single && r.known(p, role):
		return one, true
	case role.As == "head":
		return one, false
	case t.Kind == text.Name && t.Note.Person && role.As != "":
		one.Value = float64(len(r.named(p.Group, &Role{Is: []string{"Person"}})))
		return one, one.Value > 0
	}
	return one, false
}

// less says that a phrase counts fewer than its number says: "five fewer people", "all 20 passengers but one".
func (r *run) less(p *text.Phrase) bool {
	but := p.Group + 1 + 2*len(p.Of)
	return r.modified(p.Group, fewer) || but+1 < len(r.s.Groups) && exceptions[r.s.Groups[but].Low] &&
		(r.head(but+1).Kind == text.Number || r.s.Groups[but+1].Count != nil)
}

// pair says that a noun group is of two without a number: "a couple", "both drivers", "twin brothers".
func (r *run) pair(g *text.Group) bool {
	t := &r.s.Tokens[g.Head]
	twin := func(t text.Token) bool { return t.Low == "twin" }
	return t.Low == "couple" || t.Tag == "NNS" && g.Count == nil && (g.Det == "both" || slices.ContainsFunc(r.s.Tokens[g.From:g.Head], twin))
}

// known says of a noun of one person, whom its determiner says to be known, that the text has not told of him or her before: "a farmer and
// his son", "killing the driver".
func (r *run) known(p *text.Phrase, role *Role) bool {
	switch r.s.Groups[p.Group].Det {
	case "his", "her", "their", "its":
		return p.List > 1 || role.As == "object"
	case "the":
		return p.List > 1 || (role.As == "object" || role.As == "subject" && r.s.In[p.Group] > 0 && r.head(p.Group).Kind == text.Word) && !anaphora[r.head(p.Group).Low]
	}
	return false
}

// counts is the head that says what a noun group counts: its own; of a bare number behind "of the soldiers", these; behind a verb said once
// for two, that of the first: "sent 20 soldiers and Georgia 10".
func (r *run) counts(g int) *text.Token {
	t := r.head(g)
	verb := r.s.Clauses[r.s.In[g]].Verb
	if t.Kind == text.Number && r.partitive() && r.s.Groups[g-1].Kind != text.Preposition {
		return r.head(1)
	}
	if t.Kind != text.Number || verb < 0 || r.s.In[verb] == r.s.In[g] || len(r.s.Clauses[r.s.In[verb]].Object) == 0 {
		return t
	}
	first := r.s.Clauses[r.s.In[verb]].Object[0]
	if len(first.Of) > 0 && r.head(first.Group).Kind == text.Number {
		return r.head(first.Of[0])
	}
	return r.head(first.Group)
}

// partitive says that a sentence begins with those of whom it counts some: "Of the soldiers in KFOR, 38 are from Denmark".
func (r *run) partitive() bool {
	return len(r.s.Groups) > 2 && (r.s.Groups[0].Low == "of" || r.s.Groups[0].Low == "among") && r.s.Groups[1].Kind == text.NounGroup && r.head(1).Tag == "NNS"
}

// partOf says that a number may count some of what a noun group names: "one of them", "two of the five guards".
func (r *run) partOf(g int, role *Role) bool {
	t := r.head(g)
	return t.Low == "whom" || r.mayCount(role, t)
}

// mayCount says that a role may count what a noun names, or a pronoun that stands for such nouns of the sentence before: "40 of them".
func (r *run) mayCount(role *Role, t *text.Token) bool {
	if t.Tag != "PRP" {
		return role.counts(t)
	}
	if len(role.Heads) == 0 {
		return true
	}
	before := strings.Trim(r.text[:r.s.Tokens[0].From], " .\n")
	before = before[strings.LastIndexAny(before, ".;\n")+1:]
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(before), func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }), func(w string) bool {
		return slices.Contains(role.Heads, text.Singular(w))
	})
}

// counts says that a role may count what a noun names.
func (r *Role) counts(t *text.Token) bool {
	noun := text.Singular(t.Low)
	switch {
	case t.Kind != text.Word:
		return true
	case len(r.Heads) > 0:
		return slices.Contains(r.Heads, noun)
	}
	return r.As == "head" || !things[noun]
}

// again says that a count is of those whom the text has told of before: "the two workers", "one of them".
func (r *run) again(f *filler) bool {
	if f == nil || len(f.phrases) != 1 {
		return false
	}
	p := f.phrases[0]
	return slices.Contains([]string{"the", "these", "those", "both"}, r.s.Groups[p.Group].Det) || r.head(p.Group).Kind == text.Number && len(p.Of) > 0
}
