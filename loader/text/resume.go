package text

import "slices"

// resume gives a clause behind a semicolon that has no verb the verb of the one before it, where it tells the same of a further name, at a
// further time or place: "arrested X on 4 May; Y on 5 May; and, on 9 May, Z"; and the first one behind the colon of such a list.
func (d *divider) resume(c int) {
	clause := &d.Clauses[c]
	if clause.Verb >= 0 || clause.Kind != Main || len(clause.Groups) == 0 || clause.Groups[0] == 0 || d.Groups[clause.Groups[0]].Kind != Break {
		return
	}
	before := d.In[clause.Groups[0]-1]
	if !d.has(before) || !d.told(before) {
		return
	}
	groups := clause.Groups[1:]
	for len(groups) > 0 && oneOf(d.Groups[groups[0]].Low, "and", ",") {
		groups = groups[1:]
	}
	donor := d.Clauses[before]
	passive := d.Groups[donor.Verb].Verb.Passive || d.objectless(&donor)
	k := slices.IndexFunc(groups, func(g int) bool { return d.alike(d.core(&donor, passive), g, clause.Groups[0]) })
	if k < 0 || k > 0 && (!d.circumstances(groups[:k]) || d.Groups[groups[k-1]].Kind == Preposition) { // "; with Y", said of nobody further
		return
	}
	front, name, rest := groups[:k], groups[k], groups[k+1:]
	if !slices.ContainsFunc(slices.Concat(front, rest), func(g int) bool { return d.circumstance(&donor, g) }) {
		return
	}
	if passive {
		*clause = Clause{Kind: Main, Verb: donor.Verb, Parent: -1, Governor: -1, Groups: slices.Concat(front, []int{name, donor.Verb}, rest)}
		return
	}
	*clause = Clause{Kind: Coordinate, Verb: donor.Verb, Parent: before, Governor: donor.Verb, Groups: slices.Concat([]int{donor.Verb, name}, rest, front)}
}

// told says that a clause is no part of one that says something of it: that it is denied, or said.
func (d *divider) told(c int) bool {
	for d.Clauses[c].Kind == Coordinate && d.Clauses[c].Parent >= 0 {
		c = d.Clauses[c].Parent
	}
	return d.Clauses[c].Kind == Main
}

// core is the noun group of whom a clause tells: its object, or else its subject; -1 where that has no such.
func (d *divider) core(clause *Clause, subject bool) int {
	k := slices.Index(clause.Groups, clause.Verb)
	if !subject {
		if k+1 < len(clause.Groups) && d.Groups[clause.Groups[k+1]].Kind == NounGroup {
			return clause.Groups[k+1]
		}
		return -1
	}
	for _, g := range slices.Backward(clause.Groups[:k]) {
		if d.nounOf(g, Name) || d.Groups[g].Kind == NounGroup && d.several(g) {
			return g
		}
	}
	return -1
}

// alike says that a group names what another one names: both persons, or both none; or, behind a colon, one of several people.
func (d *divider) alike(core, g, mark int) bool {
	switch {
	case core < 0 || !d.nounOf(g, Name):
		return false
	case d.Groups[mark].Low == ":":
		return d.several(core) && d.person(g)
	}
	return d.nounOf(core, Name) && d.person(core) == d.person(g) || d.several(core) && d.person(g)
}

// circumstances says that groups are no more than a time or a place that stands in front: "on 9 May,".
func (d *divider) circumstances(groups []int) bool {
	return !slices.ContainsFunc(groups, func(g int) bool {
		return !slices.Contains([]GroupKind{Preposition, When, Comma}, d.Groups[g].Kind)
	})
}

// circumstance says that a group is a time, or begins what a clause has, too: "in Peja".
func (d *divider) circumstance(clause *Clause, g int) bool {
	if d.Groups[g].Kind == When {
		return true
	}
	return d.Groups[g].Kind == Preposition && slices.ContainsFunc(clause.Groups, func(k int) bool {
		return d.Groups[k].Kind == Preposition && d.Groups[k].Low == d.Groups[g].Low
	})
}
