package text

import "slices"

// participle opens the clause of a participle: of the noun group before it, or of the subject that comes.
func (d *divider) participle(i int) {
	governor := -1
	if i > 0 {
		governor = d.antecedent(i)
	}
	d.open(RelativeClause, "", governor, i)
}

// past says that what looks like a participle at i is the verb that its main clause wants, in the past, since an object follows, or since
// none can: "the rebels released to their families nine prisoners", "supporters protested outside"; also behind an aside: "the Council,
// which was elected in May to adopt the budget, convened".
func (d *divider) past(i int) bool {
	g, main := &d.Groups[i], &d.Clauses[d.stack[0]]
	if i == 0 || main.Verb >= 0 || g.To != g.From+1 {
		return false
	}
	within := len(d.stack) > 1 && !(d.Groups[i-1].Kind == Comma && d.Clauses[d.stack[1]].Comma) // another clause than an aside
	suffered := i+1 < len(d.Groups) && d.Groups[i+1].Low == "by"
	if within || suffered || d.subjectEnd(i) < 0 {
		return false
	}
	within = false // from here on, another clause, whose verb is none of the main one
	for j := i + 1; j < len(d.Groups); j++ {
		v := &d.Groups[j]
		if v.Kind == Relative && d.Groups[j-1].Kind == Comma && d.person(j-2) {
			within = true
		}
		if v.Kind == VerbGroup && within && v.Verb.Form == Finite {
			within = false
			continue
		}
		if v.Kind == VerbGroup && v.Verb.Form == Finite && d.Groups[j-1].Kind != Conjunction && !d.subjectBehind(i, j) {
			return false
		}
	}
	return IsAny(g.Low, intransitive) || d.objectAhead(i) || d.behindAside(i)
}

// behindAside says that an aside of the subject, between commas, that begins with a preposition stands right before i: "the mission, in
// cooperation with the police, prepared for elections".
func (d *divider) behindAside(i int) bool {
	if d.Groups[i-1].Kind != Comma {
		return false
	}
	for j := i - 2; j > 0; j-- {
		switch d.Groups[j].Kind {
		case NounGroup, Preposition, Conjunction, Adjective, Adverb:
		case Comma:
			if d.Groups[j+1].Kind == Preposition {
				return d.Groups[j-1].Kind == NounGroup && d.opens(j-1)
			}
		default:
			return false
		}
	}
	return false
}

// opens says that the noun group at i stands where a sentence begins, but for what says when or how.
func (d *divider) opens(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if k := d.Groups[j].Kind; k == Break {
			return true
		} else if k != Comma && k != When && k != Adverb {
			return false
		}
	}
	return true
}

// only says that what looks like a participle at i is the verb of a relative clause with its subject right before it, since no other
// follows up to its end: "which a storm hit on 4 May, lies".
func (d *divider) only(i int) bool {
	top, g := d.top(), &d.Groups[i]
	ofObject := top.Kind == RelativeClause && oneOf(top.Marker, "which", "whom", "that")
	if !ofObject || top.Verb >= 0 || g.To != g.From+1 || d.Groups[i-1].Kind != NounGroup {
		return false
	}
	for j := i + 1; j < len(d.Groups) && d.Groups[j].Kind != Comma; j++ {
		if k := d.Groups[j].Kind; k != Preposition && k != When && k != Adverb && k != NounGroup || d.Groups[j].Low == "by" {
			return false
		}
	}
	return true
}

// subjectBehind says that a finite verb at j has a subject of its own, which a conjunction joins to the object right behind a verb at i
// that somebody suffers: "two guards sustained burns and a car and a bus were damaged".
func (d *divider) subjectBehind(i, j int) bool {
	if !IsAny(d.Groups[i].Low, suffering) || !d.takesObject(i) || i+3 >= j || d.Groups[i+2].Kind != Conjunction {
		return false
	}
	return !slices.ContainsFunc(d.Groups[i+3:j], func(g Group) bool {
		return g.Kind != NounGroup && g.Kind != Conjunction && g.Kind != Preposition && g.Kind != Comma
	})
}

// objectAhead says that a noun group without a preposition follows a verb at i, before the next verb or comma.
func (d *divider) objectAhead(i int) bool {
	for j := i + 1; j < len(d.Groups); j++ {
		switch d.Groups[j].Kind {
		case NounGroup:
			if d.Groups[j-1].Kind != Preposition {
				return true
			}
		case Preposition, When, Adverb:
		default:
			return false
		}
	}
	return false
}

// subjectEnd is the noun group before a verb at i, or before the aside, between commas, behind which it stands: "the mayor, X, visited",
// "the mayor, elected in May, visited"; -1 where something else stands there.
func (d *divider) subjectEnd(i int) int {
	j := i - 1
	if j > 1 && d.Groups[j].Kind == Comma && d.Groups[j-1].Kind == NounGroup && d.Groups[j-2].Kind == Comma {
		j--
	} else if d.Groups[j].Kind == Comma {
		for _, g := range slices.Backward(d.Clauses[d.stack[0]].Groups) {
			if j = g; d.Groups[j].Kind != Comma {
				break
			}
		}
	}
	if j >= 0 && d.Groups[j].Kind == NounGroup {
		return j
	}
	return -1
}

// result says that a gerund behind a comma at i tells what the subject of a clause did further: "the police stopped a car, arresting two
// men", "the Mission opened a school, working closely with the authorities"; of an infinitive's only with whom: "went on to help X, working
// closely with".
func (d *divider) result(i int) bool {
	if d.top().Verb < 0 || d.top().Kind == RelativeClause {
		return false
	}
	switch d.Groups[d.top().Verb].Verb.Form {
	case Finite:
		return !IsAny(d.Groups[i].Low, stative) || d.together(i)
	case Infinitive:
		return d.together(i)
	}
	return false
}

// together says that a gerund at i is of working with others: "working closely with", "working in partnership with".
func (d *divider) together(i int) bool {
	if d.Groups[i].Low != "working" || i+1 >= len(d.Groups) {
		return false
	}
	return closely[d.Groups[i+1].Low] || i+3 < len(d.Groups) && d.Groups[i+1].Low == "in" && d.Groups[i+3].Low == "with"
}

// resultOfOuter says that a gerund behind a comma at i tells what the subject around a participle did further, as what a participle suffers
// does nothing itself: "the police searched houses linked to smuggling, arresting two men", but "the police saw a bomb thrown, killing two
// men".
func (d *divider) resultOfOuter(i int) bool {
	inner := d.top()
	if inner.Kind != RelativeClause || inner.Marker != "" || inner.Comma || inner.Verb < 0 || inner.Parent < 0 || !d.Groups[inner.Verb].Verb.Passive {
		return false
	}
	outer := &d.Clauses[inner.Parent]
	if outer.Kind == RelativeClause || outer.Verb < 0 || outer.Verb > inner.Verb || d.Groups[outer.Verb].Verb.Form != Finite || d.Groups[outer.Verb].Verb.Passive {
		return false
	}
	told := slices.ContainsFunc(inner.Groups, func(g int) bool { return d.Groups[g].Low == "by" }) // somebody else, who may have done both
	return !told && !IsAny(d.Groups[i].Low, stative) && !IsAny(d.Groups[i].Low, effects)
}

// goesOnWith says that a gerund behind a conjunction goes on with the gerund of the innermost clause: "for stabbing X and robbing Y", also
// where that tells what a subject did further: "stopped a car, arresting two men and seizing a rifle".
func (d *divider) goesOnWith() bool {
	top := d.top()
	if top.Verb < 0 {
		return false
	}
	verb := &d.Groups[top.Verb]
	return verb.Verb.Form == Gerund || top.Kind == Coordinate && verb.To == verb.From+1 && d.Tokens[verb.Head].Tag == "VBG" && d.takesObject(top.Verb)
}

// beforeGerund is the preposition of a gerund at i: right before it, or before an aside between commas, "for, among other things, attacking
// X"; -1 for none.
func (d *divider) beforeGerund(i int) int {
	j := i - 1
	if j > 0 && d.Groups[j].Kind == Adverb {
		j--
	}
	if j > 1 && d.Groups[j].Kind == Comma {
		for j--; j > 0 && (d.Groups[j].Kind == Adverb || d.Groups[j].Kind == Preposition || d.Groups[j].Kind == NounGroup); j-- {
		}
		if d.Groups[j].Kind != Comma {
			return -1
		}
		j--
	}
	if j >= 0 && d.Groups[j].Kind == Preposition {
		return j
	}
	return -1
}

// further opens the clause of a gerund as of a further verb of the innermost clause's subject.
func (d *divider) further(i int) {
	verb := d.top().Verb
	first, own := d.Groups[verb].Verb, *d.Groups[i].Verb
	own.Form, own.Modal = Finite, first.Modal
	if first.Form == Infinitive {
		own.Form = Infinitive
	}
	d.Groups[i].Verb = &own
	d.open(Coordinate, "", verb, i)
}

// coordinated says that a bare participle at i shares the auxiliary of the verb before: "was arrested and charged".
func (d *divider) coordinated(i int) bool {
	c := d.stack[len(d.stack)-1]
	j := i - 1
	for j >= 0 && d.Groups[j].Kind == Adverb {
		j--
	}
	if at := d.beforeTime(j); at > 0 {
		j = at
	}
	if j < 0 || d.Groups[j].Kind != Conjunction && d.Groups[j].Kind != Comma || !d.has(c) {
		return false
	}
	v := d.Groups[d.Clauses[c].Verb].Verb
	if d.Groups[j].Kind == Comma && !d.conjunctionAhead(i) {
		return false
	}
	return v.Passive || v.Perfect
}

// beforeTime is the conjunction before a time that stands between commas and ends at j: "was detained and, on the following day, flown",
// "and then, in the night of 4 May, flown"; 0 for none.
func (d *divider) beforeTime(j int) int {
	if j < 3 || d.Groups[j].Kind != Comma || d.Groups[j-1].Kind != When {
		return 0
	}
	for j -= 2; j > 0 && (d.Groups[j].Kind == Preposition || d.Groups[j].Kind == NounGroup && d.Groups[j+1].Low == "of"); j-- {
	}
	if j < 1 || d.Groups[j].Kind != Comma {
		return 0
	}
	for j--; j > 0 && d.Groups[j].Kind == Adverb; j-- {
	}
	if d.Groups[j].Kind == Conjunction {
		return j
	}
	return 0
}

// conjunctionAhead says that a conjunction with a verb behind it follows soon.
func (d *divider) conjunctionAhead(i int) bool {
	for j := i + 1; j+1 < len(d.Groups) && j < i+8; j++ {
		if d.Groups[j].Kind == Conjunction {
			return d.Groups[j+1].Kind == VerbGroup || d.Groups[j+1].Kind == Adverb
		}
	}
	return false
}
