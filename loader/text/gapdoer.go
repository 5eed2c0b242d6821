package text

// anotherDoer parts a clause whose verb is said once for two who each do something else: "Norway gave a bus to X and Georgia a boat to Y",
// "UNHCR opened a school and, in May, OSCE a clinic". A name and a thing stand side by side behind the conjunction, or behind a comma of a
// list, and behind the thing a preposition that stands behind the first one's too, or neither thing is a certain one.
func (d *divider) anotherDoer(c int) bool {
	clause := &d.Clauses[c]
	groups, first := clause.Groups, d.behindVerb(clause)
	if d.Groups[clause.Verb].Verb.Passive || !d.stand(groups, first, NounGroup) || d.stand(groups, first, NounGroup, NounGroup) {
		return false
	}
	for k := first + 1; k < len(groups); k++ {
		if !d.stand(groups, k, Conjunction, NounGroup) && !d.stand(groups, k, Comma, NounGroup) || !d.nounOf(groups[k+1], Name) {
			continue
		}
		thing := d.pastTime(groups, k+2)
		if !d.stand(groups, thing, NounGroup) || groups[thing] != groups[thing-1]+1 || !d.uncertain(groups[thing]) {
			continue
		}
		if d.uncertain(groups[first]) && d.stand(groups, k, Conjunction) || d.stand(groups, thing+1, Preposition) && d.prepositionIn(groups[first:k], d.Groups[groups[thing+1]].Low) {
			d.part(c, d.fromTime(groups, k), k+2, true)
			d.anotherDoer(len(d.Clauses) - 1)
			return true
		}
	}
	return false
}

// uncertain says that a group is of a thing, or of several, that is told of first there: "a bus", "ten beds".
func (d *divider) uncertain(g int) bool {
	group := &d.Groups[g]
	return d.nounOf(g, Word) && (oneOf(group.Det, "a", "an") || group.Count != nil)
}

// pastTime is behind a time between commas from k on in the groups of a clause, ", in May,"; k where none stands there.
func (d *divider) pastTime(groups []int, k int) int {
	switch {
	case d.stand(groups, k, Comma, When, Comma):
		return k + 3
	case d.stand(groups, k, Comma, Preposition, When, Comma):
		return k + 4
	}
	return k
}

// fromTime is the conjunction in front of a time between commas, ", and, in May,", that ends at k; k where none does.
func (d *divider) fromTime(groups []int, k int) int {
	for from := max(0, k-4); from < k; from++ {
		if d.stand(groups, from, Conjunction, Comma) && d.pastTime(groups, from+1) == k+1 {
			return from
		}
	}
	return k
}

// prepositionIn says that a preposition, which says more than whose something is, is among groups.
func (d *divider) prepositionIn(groups []int, prep string) bool {
	for _, g := range groups {
		if d.Groups[g].Kind == Preposition && d.Groups[g].Low == prep && prep != "of" {
			return true
		}
	}
	return false
}
