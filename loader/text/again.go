package text

import "slices"

// again parts a clause that tells the same of others on another day, or in another place: "held talks with X in Klina on 4 May and with Y
// on 6 May", "travelled to Klina on 4 May and to Peja on 6 May", "met with X in Klina and with Y in Peja". Places and days alone are of one
// list.
func (d *divider) again(c int) bool {
	clause := &d.Clauses[c]
	groups := clause.Groups
	verb := slices.Index(groups, clause.Verb)
	for k := verb + 3; k+2 < len(groups); k++ {
		prep := d.Groups[groups[k+1]].Low
		if !d.stand(groups, k, Conjunction, Preposition, NounGroup) && !d.stand(groups, k, Comma, Preposition, NounGroup) || oneOf(prep, "of", "in", "near", "on") {
			continue
		}
		first := slices.IndexFunc(groups[verb+1:k], func(g int) bool { return d.Groups[g].Low == prep }) + verb + 1
		if first <= verb || prep == "at" && d.name(groups[k+2]) != nil ||
			!(d.dated(groups[first:k]) && d.dated(groups[k:])) && !(d.somebodySomewhere(groups[first:k]) && d.somebodySomewhere(groups[k+1:])) {
			continue
		}
		d.again(d.sayAgain(c, groups[verb:first], k))
		return true
	}
	return false
}

// sayAgain parts a clause at the conjunction or comma at k of its groups, and gives what stands behind it the verb, and what is said once with
// that; the index of the clause that this makes.
func (d *divider) sayAgain(c int, said []int, k int) int {
	clause := &d.Clauses[c]
	behind := clause.Groups[k+1:]
	for _, g := range behind {
		d.In[g] = len(d.Clauses)
	}
	further := Clause{Kind: Coordinate, Verb: clause.Verb, Parent: c, Governor: clause.Verb, Groups: slices.Concat(said, behind)}
	clause.Groups = slices.Clone(clause.Groups[:k])
	d.Clauses = append(d.Clauses, further)
	return len(d.Clauses) - 1
}

// somebodySomewhere says that a person's name stands behind the preposition that groups begin with, and behind that "in" and the name of a
// place.
func (d *divider) somebodySomewhere(groups []int) bool {
	return len(groups) > 3 && d.stand(groups, 0, Preposition, NounGroup, Preposition, NounGroup) && d.person(groups[1]) && d.Groups[groups[2]].Low == "in" &&
		d.name(groups[3]) != nil && !d.person(groups[3])
}

// againAhead parts a clause where a day, or a day and a place, of their own stand in front of the others of whom it tells the same: "met
// with X in Klina and, on 9 May, with Y in Peja", "met in Klina on 4 May with X and in Peja on 9 May with Y".
func (d *divider) againAhead(c int) bool {
	clause := &d.Clauses[c]
	groups := clause.Groups
	verb := slices.Index(groups, clause.Verb)
	for k := verb + 3; k+4 < len(groups); k++ {
		if d.Groups[groups[k]].Kind != Conjunction || !d.dated(groups[:k]) {
			continue
		}
		at := d.pastWhenAndWhere(groups, k+1)
		if !d.stand(groups, at, Preposition, NounGroup) || !d.dated(groups[k:at]) || !oneOf(d.Groups[groups[at]].Low, "with", "to", "by") {
			continue
		}
		first := slices.IndexFunc(groups[verb+1:k], func(g int) bool { return d.Groups[g].Low == d.Groups[groups[at]].Low })
		if first < 0 {
			continue
		}
		said := groups[verb : verb+1+first]
		for i := 1; i < len(said); i++ {
			if d.pastWhenAndWhere(groups, verb+i) > verb+i {
				said = said[:i]
			}
		}
		d.againAhead(d.sayAgain(c, said, k))
		return true
	}
	return false
}

// pastWhenAndWhere is behind what tells, from k on in the groups of a clause, on which day and at which place, by its name, something was
// done.
func (d *divider) pastWhenAndWhere(groups []int, k int) int {
	for {
		switch {
		case d.stand(groups, k, Comma):
			k++
		case d.stand(groups, k, Preposition, When), d.stand(groups, k, Preposition, NounGroup) && oneOf(d.Groups[groups[k]].Low, "in", "at", "near") && d.name(groups[k+1]) != nil && !d.person(groups[k+1]):
			k += 2
		default:
			return k
		}
	}
}
