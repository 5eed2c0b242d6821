package text

import "slices"

// gap parts a clause whose verb is said once for two subjects: "X was sentenced to nine years and Y to seven", or for two objects:
// "gave a bus to X and a boat to Y", or for two that count: "Norway sent 20 soldiers and Georgia 10".
func (d *divider) gap(c int) {
	clause := &d.Clauses[c]
	if clause.Verb < 0 || d.counts(c) {
		return
	}
	passive := d.Groups[clause.Verb].Verb.Passive
	preps := map[string]bool{}
	for k, g := range clause.Groups {
		if g < clause.Verb {
			continue
		}
		if d.Groups[g].Kind == Preposition && (d.Groups[g].Low != "of" || d.person(g-1) || d.Groups[g-1].Kind != NounGroup) && (passive || k > 1 && clause.Groups[k-1] == g-1 && d.Groups[g-1].Kind == NounGroup && d.Groups[clause.Groups[k-2]].Kind == VerbGroup) {
			preps[d.Groups[g].Low] = true
		}
		if d.Groups[g].Kind != Conjunction || k+2 >= len(clause.Groups) || d.Groups[clause.Groups[k+1]].Kind != NounGroup || (passive || d.Groups[clause.Groups[k+2]].Low == "of") && !d.person(clause.Groups[k+1]) || d.Groups[clause.Groups[k+2]].Kind != Preposition || !preps[d.Groups[clause.Groups[k+2]].Low] {
			continue
		}
		rest := clause.Groups[k+1:]
		clause.Groups = clause.Groups[:k]
		further := Clause{Kind: Main, Verb: clause.Verb, Parent: clause.Parent, Governor: -1, Groups: []int{rest[0], clause.Verb}}
		if !passive {
			further = Clause{Kind: Coordinate, Verb: clause.Verb, Parent: c, Governor: clause.Verb, Groups: []int{clause.Verb, rest[0]}}
		}
		further.Groups = append(further.Groups, rest[1:]...)
		for _, r := range rest {
			d.In[r] = len(d.Clauses)
		}
		d.Clauses = append(d.Clauses, further)
		return
	}
}

// counts parts a clause where a further name and a bare number stand behind its verb: "Norway sent 20 soldiers, Sweden 15 and Georgia 10".
func (d *divider) counts(c int) bool {
	clause := &d.Clauses[c]
	for k, g := range clause.Groups {
		if g < clause.Verb || k+2 >= len(clause.Groups) || d.Groups[clause.Verb].Verb.Passive || d.Groups[g].Kind != Conjunction && d.Groups[g].Kind != Comma {
			continue
		}
		name, number := clause.Groups[k+1], clause.Groups[k+2]
		if number != name+1 || !d.nounOf(name, Name) || !d.nounOf(number, Number) {
			continue
		}
		rest := slices.Clone(clause.Groups[k+1:])
		clause.Groups = clause.Groups[:k]
		for _, r := range rest {
			d.In[r] = len(d.Clauses)
		}
		d.Clauses = append(d.Clauses, Clause{Kind: Main, Verb: clause.Verb, Parent: clause.Parent, Governor: -1, Groups: slices.Concat(rest[:1], []int{clause.Verb}, rest[1:])})
		d.counts(len(d.Clauses) - 1)
		return true
	}
	return false
}

func (d *divider) nounOf(g int, head Kind) bool {
	return d.Groups[g].Kind == NounGroup && d.Tokens[d.Groups[g].Head].Kind == head
}
