package text

// backToPeople leaves the participle that tells of a thing at the end of what is said of somebody, where a verb at i goes on with what was
// done to that person: "X was found guilty of crimes committed in Klina and sentenced to nine years", "whom the court found guilty of a
// theft committed in Klina and jailed".
func (d *divider) backToPeople(i int) {
	top := d.top()
	if top.Kind != RelativeClause || top.Marker != "" || top.Verb < 0 || top.Governor < 0 || top.Parent < 0 || !d.joins(i) || !d.doneToPeople(top.Verb, i) {
		return
	}
	noun := &d.Tokens[d.Groups[top.Governor].Head]
	outer := &d.Clauses[top.Parent]
	if noun.Kind != Word || noun.Tag == "PRP" || Animate(Singular(noun.Low)) || outer.Verb < 0 || outer.Verb > top.Verb {
		return
	}
	switch {
	case d.Groups[outer.Verb].Verb.Passive:
		d.pop()
	case outer.Kind == RelativeClause && outer.Marker == "whom" && d.Groups[outer.Verb].Verb.Form == Finite:
		d.pop()
		own := *d.Groups[i].Verb
		own.Form, own.Passive = Finite, false
		d.Groups[i].Verb = &own
	}
}

// doneToPeople says that a participle at i tells what is done to people alone, or, behind one that tells of a crime, what is done to them
// too.
func (d *divider) doneToPeople(first, i int) bool {
	low := d.Groups[i].Low
	return ofPeople[low] || ofCrimes[d.Groups[first].Low] && behindGuilt[low]
}

// goesOnInside is where in the stack the relative clause stands with whose verb a finite verb at i goes on, right behind a conjunction,
// while the clause around still wants its own, which follows: "X, who attacked a bus in Klina and killed two guards, was arrested"; -1 for
// none.
func (d *divider) goesOnInside(i int) int {
	if !d.joins(i) || i > 1 && d.Groups[i-1].Kind == Conjunction && d.Groups[i-2].Kind == Comma {
		return -1
	}
	for k := len(d.stack) - 1; k > 0; k-- {
		c := &d.Clauses[d.stack[k]]
		switch {
		case c.Verb < 0:
			return -1
		case c.Kind == RelativeClause && c.Marker != "" && d.Groups[c.Verb].Verb.Form == Finite:
			outer := &d.Clauses[d.stack[k-1]]
			if outer.Verb < 0 && outer.Kind == Main && d.finiteBehind(i) {
				return k
			}
			return -1
		case c.Kind != RelativeClause && c.Kind != Coordinate || d.Groups[c.Verb].Verb.Form == Infinitive:
			return -1
		}
	}
	return -1
}

// finiteBehind says that a further finite verb, of no clause with a mark of its own, follows behind a verb at i.
func (d *divider) finiteBehind(i int) bool {
	v, _ := d.nextVerb(i + 1)
	for v >= 0 && d.Groups[v].Verb.Form != Finite {
		v, _ = d.nextVerb(v + 1)
	}
	return v >= 0
}
