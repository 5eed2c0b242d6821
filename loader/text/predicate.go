package text

import (
	"slices"
)

// verb opens the clause of a verb group, or gives it to the innermost clause that wants one.
func (d *divider) verb(i int) {
	g := &d.Groups[i]
	before := &Group{Kind: Break}
	if i > 0 {
		before = &d.Groups[i-1]
	}
	if before.Kind == Adverb && i > 1 {
		before = &d.Groups[i-2]
	}
	switch g.Verb.Form {
	case Infinitive:
		governor := d.infinitiveOf(i)
		if d.furtherInfinitive(i) {
			governor = d.top().Governor
			d.pop()
		}
		d.open(InfinitiveClause, "to", governor, i)
	case Gerund:
		switch {
		case before.Kind == Subordinator && d.top().Verb < 0: // after being acquitted
		case d.beforeGerund(i) >= 0:
			at := d.beforeGerund(i)
			d.open(GerundClause, d.Groups[at].Low, d.governor(at), i)
		case before.Kind == Conjunction && d.goesOnWith():
			d.coordinate(i)
		case before.Kind == VerbGroup: // denied having
			d.open(GerundClause, "", i-1, i)
		case before.Kind == Comma && d.result(i):
			d.further(i)
		case before.Kind == Comma && d.resultOfOuter(i):
			d.pop()
			d.further(i)
		default:
			d.participle(i)
		}
	case Participle:
		d.backToPeople(i)
		if d.coordinated(i) || g.Verb.Form == Finite {
			d.coordinate(i)
		} else if before.Kind == Subordinator && d.top().Verb < 0 { // "when arrested"
		} else if d.splitPassive(i) {
			d.joinPassive(i)
		} else if d.past(i) {
			own := *g.Verb
			own.Form, own.Passive = Finite, false
			g.Verb = &own
			d.stack = d.stack[:1]
		} else if d.only(i) {
			own := *g.Verb
			own.Form, own.Passive = Finite, false
			g.Verb = &own
		} else {
			d.participle(i)
		}
	default:
		d.finite(i)
	}
	d.top().Verb = i
	d.put(i)
}

// coordinate opens the clause of a further verb of the innermost clause's subject.
func (d *divider) coordinate(i int) {
	c := d.stack[len(d.stack)-1]
	first := d.Groups[d.Clauses[c].Verb].Verb
	g := &d.Groups[i]
	own := *g.Verb
	if own.Form != first.Form || own.Form == Participle {
		own.Form = first.Form
		own.Passive = first.Passive && !d.takesObject(i)
		own.Perfect = first.Perfect
	}
	bare := d.Tokens[g.Head].Tag == "VBD" && first.Passive && g.To-g.From == 1 && d.Groups[i-1].Kind == Conjunction // "will be arrested and surrendered"
	if own.Modal == "" && (g.Verb.Form == Participle || d.Tokens[g.Head].Tag == "VB" || bare) {
		own.Modal = first.Modal
	}
	own.Shared = first.Passive && !own.Passive && d.Tokens[g.Head].Tag == "VBD" && g.To-g.From == 1 && !d.takesObject(i) && !objectless[g.Low] &&
		!(g.Low == "returned" && IsAny(d.Groups[d.Clauses[c].Verb].Low, freeing)) // "was freed, returned to Klina and leads a party": of himself
	if first.Negated && oneOf(d.Groups[i-1].Low, "or", "nor") {
		own.Negated = true
	}
	g.Verb = &own
	d.open(Coordinate, "", d.Clauses[c].Verb, i)
}

// takesObject says that a noun group follows a verb at once.
func (d *divider) takesObject(i int) bool {
	return i+1 < len(d.Groups) && d.Groups[i+1].Kind == NounGroup
}

// finite gives a finite verb to the innermost clause that wants one, or opens a clause for it.
func (d *divider) finite(i int) {
	if d.top().Verb < 0 {
		return
	}
	if start := d.start(i); start >= 0 {
		d.withSubject(i, start)
		return
	}
	if d.top().Kind == InfinitiveClause && d.bare(i) { // "to meet and discuss"
		d.coordinate(i)
		return
	}
	if k := d.goesOnInside(i); k >= 0 {
		d.stack = d.stack[:k+1]
		d.coordinate(i)
		return
	}
	// a verb without a subject of its own: of an outer clause that has a subject and wants its verb, else a further verb of the innermost
	// finite clause
	for k := len(d.stack) - 1; k >= 0; k-- {
		if c := d.stack[k]; !d.has(c) && d.Clauses[c].Kind != RelativeClause && !(d.joins(i) && d.lacksSubject(c)) {
			d.stack = d.stack[:k+1]
			return
		}
	}
	for len(d.stack) > 1 && d.leaves(i) {
		d.pop()
	}
	if d.ofOuter(i) || d.behindEarlier(i) {
		d.pop()
	}
	d.behindFinding(i)
	if d.top().Verb < 0 {
		return
	}
	if start := d.behindPassive(i); start >= 0 {
		d.withSubject(i, start)
		return
	}
	d.coordinate(i)
}

// joins says that a conjunction stands before a verb, at once or before adverbs.
func (d *divider) joins(i int) bool {
	for i--; i >= 0 && d.Groups[i].Kind == Adverb; i-- {
	}
	return i >= 0 && d.Groups[i].Kind == Conjunction
}

// lacksSubject says that a clause has no noun yet: "if the court overturned the verdict and acquitted X".
func (d *divider) lacksSubject(c int) bool {
	return !slices.ContainsFunc(d.Clauses[c].Groups, func(g int) bool { return d.Groups[g].Kind == NounGroup && !d.prepositional(g) && !d.temporal(g) })
}

// behindPassive is where the subject of a finite verb at i begins, right behind a passive and a conjunction or a comma, since a passive has
// no such object: "X was acquitted and the head of the group, a man from Klina, was convicted"; -1 where none stands there.
func (d *divider) behindPassive(i int) int {
	v := d.top().Verb
	for v+1 < i && (d.Groups[v+1].Kind == Adverb || d.Groups[v+1].Kind == When) {
		v++
	}
	verb, at := d.Groups[d.top().Verb].Verb, v+2
	if verb.Form != Finite || !verb.Passive || at >= i || d.Groups[at].Kind != NounGroup || d.temporal(at) || d.In[at] != d.stack[len(d.stack)-1] {
		return -1
	}
	switch d.Groups[v+1].Kind {
	case Conjunction:
		return at
	case Comma: // not "X was elected, a surprise, and was thanked"
		if !d.parted(at, i) {
			return at
		}
	}
	return -1
}

// leaves says that a finite verb at i leaves the innermost clause, whose verb has no tense. A clause that goes on with a further verb only
// a past leaves, unless that shares its "having".
func (d *divider) leaves(i int) bool {
	top := d.top()
	if top.Verb < 0 || d.Groups[top.Verb].Verb.Form == Finite {
		return false
	}
	return top.Kind != Coordinate || d.Tokens[d.Groups[i].Head].Tag == "VBD" && !d.perfect(top.Verb)
}

// behindEarlier says that a verb at i goes on around a relative clause between commas, which tells what had come before: "annulled the
// judgment, which had acquitted X, and returned the case".
func (d *divider) behindEarlier(i int) bool {
	clause := d.top()
	if clause.Kind != RelativeClause || clause.Marker == "" || clause.Verb < 0 || clause.Parent < 0 || d.Clauses[clause.Parent].Verb < 0 || i < 2 {
		return false
	}
	past := func(v int) bool {
		g := &d.Groups[v]
		return g.Verb.Form == Finite && !g.Verb.Perfect && d.Tokens[g.From].Tag == "VBD"
	}
	earlier := &d.Groups[clause.Verb]
	return earlier.Verb.Perfect && d.Tokens[earlier.From].Low == "had" && d.Groups[i-1].Low == "and" && d.Groups[i-2].Kind == Comma &&
		past(d.Clauses[clause.Parent].Verb) && past(i) && d.takesObject(i)
}

// ofOuter says that a verb at i goes on around a relative clause, since it has an object of its own where that clause is of an object:
// "searched the flat that KFOR had used and arrested X".
func (d *divider) ofOuter(i int) bool {
	clause := d.top()
	ofObject := clause.Kind == RelativeClause && oneOf(clause.Marker, "that", "which", "whom")
	if !ofObject || clause.Parent < 0 || !d.has(clause.Parent) || d.Groups[i].Verb.Passive || !d.takesObject(i) {
		return false
	}
	for _, g := range clause.Groups {
		if g >= clause.Verb {
			break
		}
		if d.Groups[g].Kind == NounGroup && !d.prepositional(g) { // it has a subject
			return true
		}
	}
	return false
}

// bare says that a verb group is a base alone behind a conjunction, and so may go on with an infinitive.
func (d *divider) bare(i int) bool {
	g := &d.Groups[i]
	return i > 0 && d.Groups[i-1].Kind == Conjunction && g.To == g.From+1 && oneOf(d.Tokens[g.Head].Tag, "VB", "VBP") && !auxiliaries[g.Low]
}

// perfect says that a verb without tense has "having", which a further participle may share: "having organized and led".
func (d *divider) perfect(v int) bool {
	g := &d.Groups[v]
	return d.Tokens[g.From].Low == "having" || g.Verb.Form == Participle
}

// withSubject opens the clause of a verb whose subject begins at a group, without a marker: what is said ("he said the police arrested X"),
// or a main clause behind a comma.
func (d *divider) withSubject(i, start int) {
	governor := d.governor(i)
	for j := i - 1; j >= 0; j-- {
		if d.Groups[j].Kind == VerbGroup {
			governor = j
			break
		}
	}
	kind := Complement
	if start > 0 && (d.Groups[start-1].Kind == Comma || d.Groups[start-1].Kind == Conjunction) {
		kind = Main
		d.stack = d.stack[:1]
	}
	parent := d.stack[len(d.stack)-1]
	if kind == Main {
		parent = -1
	}
	start = d.fronted(start)
	c := d.In[start]
	groups := d.Clauses[c].Groups
	from := len(groups)
	for from > 0 && groups[from-1] >= start {
		from--
	}
	moved := slices.Clone(groups[from:]) // the groups of its subject are its own
	d.Clauses[c].Groups = groups[:from]
	d.open(kind, "", governor, start)
	d.top().Parent = parent
	own := d.stack[len(d.stack)-1]
	for _, m := range moved {
		d.put(m)
	}
	for inner := range d.Clauses { // what tells of its subject is within it
		if one := &d.Clauses[inner]; one.Parent == c && one.Kind == RelativeClause && slices.Contains(moved, one.Governor) {
			one.Parent = own
		}
	}
}

// fronted is where the adverbials before a subject begin that a conjunction or a break comes before: "and on 3 May, it arrested".
func (d *divider) fronted(start int) int {
	for j := start - 1; j >= 0 && d.In[j] == d.In[start]; j-- {
		switch g := &d.Groups[j]; g.Kind {
		case Conjunction, Break:
			return j + 1
		case Comma, When, Preposition, Adverb:
		case NounGroup:
			if j == 0 || d.Groups[j-1].Kind != Preposition {
				return start
			}
		default:
			return start
		}
	}
	return start
}

// start is where the subject of the verb at i begins, if it stands right before it and is not the object of a verb or preposition, nor what
// somebody is made; -1 otherwise.
func (d *divider) start(i int) int {
	j := i - 1
	for j >= 0 && (d.Groups[j].Kind == Adverb || d.Groups[j].Kind == When) {
		j--
	}
	c := d.stack[len(d.stack)-1]
	for j >= 0 && d.Groups[j].Kind == NounGroup && d.In[j] == c {
		k := j - 1
		if k >= 0 && d.Groups[k].Kind == Preposition {
			j = k - 1
			continue
		}
		if k >= 0 && d.Groups[k].Kind == VerbGroup && d.In[k] == c {
			if d.reports(k) {
				return j
			}
			return -1
		}
		if k > 0 && d.Groups[k].Kind == NounGroup && d.In[k] == c && d.Groups[k-1].Kind == VerbGroup && IsAny(d.Groups[k-1].Low, chooses) {
			return -1 // "the decree naming X director was annulled"
		}
		return j
	}
	return -1
}

// reports says that a verb takes what is said, without that.
func (d *divider) reports(v int) bool {
	return IsAny(d.Groups[v].Low, reporting) && !d.Groups[v].Verb.Passive
}
