package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

func isAnaphor(g *text.Group, t *text.Token) bool {
	return anaphoric[g.Det] && anaphora[text.Singular(t.Low)]
}

// anaphor is whom a phrase such as "the two men", "the defendant" or "all three" stands for; false where the phrase is none.
func (r *run) anaphor(p *text.Phrase, role *Role) ([]*lexicon.Entity, bool) {
	g, t := &r.s.Groups[p.Group], r.head(p.Group)
	low := text.Singular(t.Low)
	all := g.Det == "all" || t.Low == "all"
	bare := t.Kind == text.Number && (g.Det == "the" || all || g.Det == "these" || g.Det == "those") || t.Low == "both" ||
		t.Low == "all" && !slices.ContainsFunc(p.Of, func(of int) bool { return r.head(of).Low != "them" })
	if (bare || all) && len(p.Of) == 1 && isAnaphor(&r.s.Groups[p.Of[0]], r.head(p.Of[0])) { // "both of the accused", "all of the men"
		bare, low = true, text.Singular(r.head(p.Of[0]).Low)
	} else if !bare && !isAnaphor(g, t) || slices.ContainsFunc(p.Of, func(of int) bool { t := r.head(of); return t.Kind != text.Word || text.Animate(t.Low) }) {
		return nil, false
	}
	if !bare && (r.toldApart(p) || r.oneOfTheirs(p.Group) && low != "client" && !attackers[low]) { // "his brother" is somebody else
		return nil, true
	}
	for _, w := range r.s.Tokens[g.From:g.Head] {
		if w.Low == "other" || w.Low == "another" || w.Low == "first" || w.Low == "second" || w.Low == "remaining" {
			return nil, true
		}
	}
	if (all || r.accuses) && slices.ContainsFunc(r.s.Tokens, func(t text.Token) bool { return excepts[t.Low] }) { // "apart from X, all the accused"
		return nil, true
	}
	n := 1
	switch {
	case g.Count != nil && span(g.Count) != nil && span(g.Count).Number != nil:
		n = int(span(g.Count).Number.Value)
	case g.Det == "both" || t.Low == "both":
		n = 2
	case low == "pair" || low == "duo":
		n = 2
	case low == "trio":
		n = 3
	case t.Low != low || all: // a plural without a number
		n = r.asMany(p)
	}
	if client := r.clientIn(p.Group); low == "client" && t.Low == low && client != nil {
		return []*lexicon.Entity{client}, true
	}
	party := len(p.Of) == 1 && text.Singular(r.head(p.Of[0]).Low) == "party"
	want := func(p *referent) bool {
		switch low {
		case "man", "boy", "brother":
			return !p.female
		case "woman":
			return !p.male
		case "client":
			return p.part != "other"
		case "leader":
			return !party || r.leadsParty(p)
		}
		return !attackers[low] || p.attacks
	}
	if t.Low == low && (firstOfTwo[low] || secondOfTwo[low]) {
		return r.ofTwo(secondOfTwo[low]), true
	}
	accused := accusedAnaphora[low]
	return r.some(n, want, accused), true
}

// asMany is how many a plural stands for that is of several bodies, of which each has one: "the leaders of the two parties"; below 0 where
// the text does not say.
func (r *run) asMany(p *text.Phrase) int {
	if len(p.Of) == 1 {
		if c := r.s.Groups[p.Of[0]].Count; c != nil && span(c) != nil && span(c).Number != nil {
			return int(span(c).Number.Value)
		}
	}
	return -1
}

// leadsParty says that the office last told of somebody is that of a party.
func (r *run) leadsParty(p *referent) bool {
	o := r.held[p.entity]
	return o != nil && slices.ContainsFunc(o.Bodies, func(b *lexicon.Entity) bool { return b.Kind == "POLITICAL_PARTY" })
}

// toldApart says that what stands right behind a phrase tells which one it means, so that it need be nobody told of before: "the man who
// had shot him", "the man living in it", "the man responsible", "the man with the gun was arrested".
func (r *run) toldApart(p *text.Phrase) bool {
	next := p.Group + 1 + 2*len(p.Of)
	if next >= len(r.s.Groups) {
		return false
	}
	switch g := &r.s.Groups[next]; g.Kind {
	case text.Relative:
		return true
	case text.VerbGroup: // "the man convicted"
		clause := &r.s.Clauses[r.s.In[next]]
		return g.Verb.Form == text.Gerund || g.Verb.Form == text.Participle && clause.Kind == text.RelativeClause && clause.Governor == next-1
	case text.Adjective:
		return involved[g.Low]
	case text.Preposition: // in front of the verb, which else it may be of
		return r.s.Clauses[r.s.In[p.Group]].Verb > next+1 && r.s.Groups[next+1].Kind == text.NounGroup && r.head(next+1).Kind == text.Word
	}
	return false
}

// ofTwo is the first, or the second, of the two people whom the sentence itself names before, or else the sentence before it: of what is
// told of somebody accused, without those who were hurt and those who only stand nearby.
func (r *run) ofTwo(second bool) []*lexicon.Entity {
	two, ok := r.candidates(r.memory.sentence)
	if ok && len(two) == 0 {
		two, ok = r.candidates(r.memory.sentence - 1)
	}
	switch {
	case !ok || len(two) != 2:
		return nil
	case second:
		return two[1:]
	}
	return two[:1]
}

// candidates are those whom a sentence names before an occurrence, as far as two may be meant; false where somebody has no name.
func (r *run) candidates(sentence int) (all []*lexicon.Entity, ok bool) {
	for i := range r.memory.people {
		p := &r.memory.people[i]
		if p.sentence != sentence || sentence == r.memory.sentence && p.group >= r.before || r.accuses && (p.part == "victim" || p.part == "other") {
			continue
		}
		if p.entity == nil {
			return nil, false
		}
		if !slices.Contains(all, p.entity) {
			all = append(all, p.entity)
		}
	}
	return all, true
}

// some are the n people who alone can be meant (n < 0: all of them, where they are several): the accused where that is enough, else all
// whom the paragraph has named within reach; nil where there are more or fewer, or where somebody without a name may be meant.
func (r *run) some(n int, want func(*referent) bool, accused bool) []*lexicon.Entity {
	var all, parted, here []*lexicon.Entity
	unnamed, listed, several := 0, 0, false // listed are those in a list of as many as are meant: "X, Y and another man" of "the three men"
	another, kin := false, false            // of no name, in the sentence itself; of whom it names only kin of his or hers
	var told []*referent                    // those who may be meant, named or not
	known := !accused                       // who is accused, or who is not
	for i := range r.memory.people {
		p := &r.memory.people[i]
		far := p.sentence < r.memory.sentence-reach || p.sentence == r.memory.sentence && p.group >= r.before
		complains := p.subject && !accused && p.sentence < r.memory.sentence // "the lawyer of X complained. He was arrested"
		opposite := (accused || r.accuses) && (p.part == "victim" || p.part == "other" && !complains) || r.harms && p.part == "accused"
		known = known || !far && p.part != ""
		if far || !want(p) || opposite {
			continue
		}
		if p.entity == nil && p.several {
			if several = several || n < 0; n == 1 { // "he" is none of several
				continue
			}
		}
		told = append(told, p)
		if p.entity == nil {
			unnamed++
			another = another || p.sentence == r.memory.sentence
			if !p.several && p.list == n {
				listed++
			}
			continue
		}
		if !slices.Contains(all, p.entity) {
			all = append(all, p.entity)
		}
		if p.sentence == r.memory.sentence && !slices.Contains(here, p.entity) {
			here = append(here, p.entity)
			kin = kin || r.ofKin(p.group)
		}
		if p.part == "accused" && !slices.Contains(parted, p.entity) {
			parted = append(parted, p.entity)
		}
	}
	if n < 0 && r.accuses && !accused && r.inLists(all) > 1 { // "X and Y complained of Z and W. They were indicted"
		return nil
	}
	fits := func(who []*lexicon.Entity) bool { return len(who) == n || n < 0 && len(who) > 1 }
	switch {
	case several, !known: // "they" may be those, "the suspect" anybody
		return nil
	case n == 1 && len(here) == 1 && !(another && (r.accuses || kin)): // the sentence itself names one, and one alone
		return here
	case n == 1 && len(here) > 1:
		return nil
	case accused && fits(parted):
		return parted
	case accused && len(parted) > 0 && n > 0 && n < len(parted):
		return nil
	case n < 0 && unnamed > 0 && len(all) > 0 && oneList(told): // "X, Y and an engineer. All of them were convicted"
		return all
	case fits(all) && (unnamed == 0 || n > 1), n > 1 && len(all) > 0 && listed > 0 && len(all)+listed == n:
		return all
	}
	return nil
}

// ofKin says that a name only tells whose somebody without a name is: "the brother of X".
func (r *run) ofKin(g int) bool {
	return g > 1 && r.s.Groups[g-1].Low == "of" && r.s.Groups[g-2].Kind == text.NounGroup && text.Animate(text.Singular(r.s.Groups[g-2].Low))
}

// oneList says that people stand in one list, which is of nobody else.
func oneList(people []*referent) bool {
	return !slices.ContainsFunc(people, func(p *referent) bool {
		return p.sentence != people[0].sentence || p.first != people[0].first || p.list != len(people)
	})
}

// inLists is in how many lists of one sentence, at most, people stand whom "they" may mean.
func (r *run) inLists(people []*lexicon.Entity) (most int) {
	lists := map[int]map[int]bool{}
	for _, p := range r.memory.people {
		if p.list > 1 && slices.Contains(people, p.entity) {
			if lists[p.sentence] == nil {
				lists[p.sentence] = map[int]bool{}
			}
			lists[p.sentence][p.first] = true
			most = max(most, len(lists[p.sentence]))
		}
	}
	return most
}

// clientIn is the one whose lawyer a sentence tells of before a group: "X, counsel for Y, said that her client"; nil for none, or several.
func (r *run) clientIn(g int) (client *lexicon.Entity) {
	role := &Role{Is: []string{"Person"}}
	for i := range g {
		group := &r.s.Groups[i]
		if group.Kind != text.NounGroup || !lawyers[text.Singular(group.Low)] {
			continue
		}
		var of []*lexicon.Entity
		if group.Possessor >= 0 {
			if s := span(&r.s.Tokens[group.Possessor]); s != nil {
				of = s.Entities
			}
		} else if i+2 < g && (r.s.Groups[i+1].Low == "for" || r.s.Groups[i+1].Low == "of") {
			of = r.named(i+2, role)
		}
		if len(of) != 1 || client != nil && client != of[0] || !role.accepts(of[0]) {
			return nil
		}
		client = of[0]
	}
	return client
}

// pronoun is whom a pronoun stands for; nil where that is not certain.
func (r *run) pronoun(low string, role *Role) []*lexicon.Entity {
	switch low {
	case "he", "him", "himself", "his":
		return r.some(1, func(p *referent) bool { return !p.female }, false)
	case "she", "her", "herself":
		return r.some(1, func(p *referent) bool { return !p.male }, false)
	case "they", "them", "themselves", "their":
		return r.some(-1, func(*referent) bool { return true }, false)
	}
	return nil
}

// pronounAt is whom a pronoun stands for: somebody whom the text names before it.
func (r *run) pronounAt(g int, low string, role *Role) []*lexicon.Entity {
	end := r.before
	defer func() { r.before = end }()
	r.before = min(end, g)
	if r.ofNameless(g) {
		return nil
	}
	if first := r.sameSubject(g, low); first >= 0 {
		return r.pronounAt(first, low, role)
	}
	return r.pronoun(low, role)
}

// sameSubject is where the same pronoun stands as the subject of the clause that the one of a pronoun, again its subject, goes on from, or
// tells the place of: "she met X, and later she left for Klina, where she was received by Y"; below 0 where it does not.
func (r *run) sameSubject(g int, low string) int {
	c := r.s.In[g]
	for i := c - 1; i >= 0; i-- {
		clause, first := &r.s.Clauses[c], &r.s.Clauses[i]
		if !(clause.Kind == text.Main && first.Kind == text.Main || clause.Marker == "where") || !stands(clause.Subject, g) || len(first.Subject) != 1 {
			continue
		}
		if before := first.Subject[0].Group; before < g && r.head(before).Low == low {
			return before
		}
	}
	return -1
}

// ofNameless says that a pronoun takes up somebody without a name, to whom the verb before its own did something: "arrested a brother of X
// and set him free".
func (r *run) ofNameless(g int) bool {
	clause := &r.s.Clauses[r.s.In[g]]
	if clause.Kind != text.Coordinate || !stands(clause.Object, g) || clause.Governor < 0 {
		return false
	}
	before := r.s.Clauses[r.s.In[clause.Governor]].Object
	if len(before) != 1 || len(before[0].Named) > 0 {
		return false
	}
	t := r.head(before[0].Group)
	return t.Kind == text.Word && strings.HasPrefix(t.Tag, "NN") && text.Animate(t.Low)
}
