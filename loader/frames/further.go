package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// alsoBehind are the phrases of the first of some prepositional phrases and, unless they tell of somebody accused or hurt, those of the
// next ones that "and", "as well as" or "including" joins to it by the same preposition: "with the parties and with UNDP", "with officials,
// including with X"; of what is no event, also behind what each of them is told with: "with X on the law and with Y on the budget", and
// behind commas and semicolons up to the last that "and" joins: "with X on the law; with Y on the budget; and with Z".
func (r *run) alsoBehind(o occurrence, all []*text.Attachment, role *Role) []text.Phrase {
	list := all[0].Phrases
	if role.is("Place") && !role.body() {
		return r.sitesBehind(all)
	}
	switch {
	case role.person() && (!role.body() || r.accuses || r.harms):
		return r.alsoOne(all)
	case !role.body(), r.accuses, r.harms:
		return list
	}
	lasting := len(o.frame.Events) == 0
	chain := lasting && slices.ContainsFunc(all[1:], func(a *text.Attachment) bool {
		return a.Prep == all[0].Prep && r.s.Groups[a.At-1].Kind == text.Conjunction
	})
	for _, next := range all[1:] {
		before := next.At - 1
		if before > 0 && next.Prep == "as" && r.s.Groups[before].Low == "such" { // "with partners such as UNDP, as well as with"
			continue
		}
		if next.Prep != all[0].Prep && lasting && before > 0 && r.s.Groups[before].Kind == text.NounGroup {
			continue
		}
		before = r.joint(before, chain)
		if next.Prep != all[0].Prep || before < 0 || r.s.Groups[before].Kind != text.NounGroup || before < list[len(list)-1].Group {
			break
		}
		list = append(slices.Clone(list), next.Phrases...)
	}
	return list
}

// alsoOne are the phrases of the first of some prepositional phrases, of somebody accused or hurt, and those of the next one if "and" joins
// that to it by the same preposition and both are of nobody but people whom the text names: "on X and on his driver, Y".
func (r *run) alsoOne(all []*text.Attachment) []text.Phrase {
	first := all[0].Phrases
	named := func(p text.Phrase) bool {
		g := p.Group
		if len(p.Named) > 0 {
			g = p.Named[0]
		}
		return r.head(g).Kind == text.Name && r.head(g).Note.Person
	}
	for _, next := range all[1:] {
		before := next.At - 1
		if next.Prep != all[0].Prep || before < 1 || r.s.Groups[before].Kind != text.Conjunction || r.s.Groups[before].Low != "and" {
			continue
		}
		both, last := slices.Concat(first, next.Phrases), first[len(first)-1].Group
		if before = r.joint(before, false); before < last || before > last && !r.onlyBetween(last, before, text.Preposition, text.NounGroup, text.Comma) {
			break
		}
		if !slices.ContainsFunc(both, func(p text.Phrase) bool { return !named(p) }) {
			return both
		}
	}
	return first
}

// joint is the group before what joins a prepositional phrase behind group g to one before it: "and", "as well as", "including" and, in a
// chain of them, a comma or a semicolon; -1 where nothing does.
func (r *run) joint(g int, chain bool) int {
	stop := func(g int) bool {
		return g > 0 && (r.s.Groups[g].Low == "," || chain && r.s.Groups[g].Low == ";")
	}
	switch {
	case g < 1:
	case r.s.Groups[g].Low == "including" && r.s.Groups[g-1].Kind == text.Comma, r.s.Groups[g].Kind == text.Conjunction && stop(g-1):
		return g - 2
	case r.s.Groups[g].Kind == text.Conjunction, chain && stop(g):
		return g - 1
	}
	return -1
}

// chained are the prepositional phrases of the clauses without a verb that go on, behind semicolons, with what clause c ends in: "works
// with X; with Y; and with Z".
func (r *run) chained(c int) (all []*text.Attachment) {
	first := true
	for k := c + 1; k < len(r.s.Clauses); k++ {
		next := &r.s.Clauses[k]
		if next.Parent >= 0 {
			continue
		}
		if next.Verb >= 0 || len(next.Groups) < 2 || r.s.Groups[next.Groups[0]].Low != ";" || !r.chains(next, c) || first && !r.in(next.Groups[0]-1, c) {
			break
		}
		first = false
		for i := range next.Attached {
			all = append(all, &next.Attached[i])
		}
	}
	return all
}

// chains says that a clause behind a semicolon begins, perhaps behind "and", with a preposition that clause c has too.
func (r *run) chains(next *text.Clause, c int) bool {
	k := 1
	if r.s.Groups[next.Groups[k]].Kind == text.Conjunction {
		k++
	}
	return k < len(next.Groups) && slices.ContainsFunc(r.s.Clauses[c].Attached, func(a text.Attachment) bool {
		return a.Prep == r.s.Groups[next.Groups[k]].Low
	})
}

// in says that group g stands in clause c, or in one that stands in it.
func (r *run) in(g, c int) bool {
	if g < 0 {
		return false
	}
	k := r.s.In[g]
	for k >= 0 && k != c {
		k = r.s.Clauses[k].Parent
	}
	return k == c
}
