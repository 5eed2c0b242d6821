package text

// behindFinding leaves what a court found for a verb at i by which the court itself judges: "found that X had stolen a car and sentenced
// him".
func (d *divider) behindFinding(i int) {
	g := &d.Groups[i]
	if !judging[g.Low] || g.To != g.From+1 || !d.joins(i) || i+1 >= len(d.Groups) || d.Tokens[d.Groups[i+1].Head].Tag != "PRP" {
		return
	}
	for k := len(d.stack) - 1; k > 0; k-- {
		clause := &d.Clauses[d.stack[k]]
		if clause.Kind != Complement {
			continue
		}
		if outer := d.stack[k-1]; d.has(outer) && d.Groups[d.Clauses[outer].Verb].Verb.Form == Finite && d.tellsOfPerson(clause) {
			d.stack = d.stack[:k]
		}
		return
	}
}

// tellsOfPerson says that a clause begins with the name or a noun of somebody, who does not judge.
func (d *divider) tellsOfPerson(clause *Clause) bool {
	for _, g := range clause.Groups {
		if d.Groups[g].Kind == NounGroup {
			t := &d.Tokens[d.Groups[g].Head]
			return d.person(g) || t.Kind == Word && Animate(t.Low) && t.Low != "judge"
		}
	}
	return false
}
