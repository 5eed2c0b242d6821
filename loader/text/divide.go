package text

import (
	"slices"
	"strings"
)

// divider puts groups into clauses, from left to right.
type divider struct {
	*Sentence
	stack []int // open clauses, the innermost last
}

func (s *Sentence) divide() {
	d := &divider{Sentence: s}
	d.In = make([]int, len(s.Groups))
	d.open(Main, "", -1, -1)
	for i := range s.Groups {
		d.group(i)
	}
	for c := range d.Clauses {
		d.resume(c)
		d.gap(c)
	}
}

func (d *divider) top() *Clause { return &d.Clauses[d.stack[len(d.stack)-1]] }

func (d *divider) open(kind ClauseKind, marker string, governor int, at int) *Clause {
	parent := -1
	if len(d.stack) > 0 {
		parent = d.stack[len(d.stack)-1]
	}
	comma := at > 0 && d.Groups[at-1].Kind == Comma
	d.Clauses = append(d.Clauses, Clause{Kind: kind, Marker: marker, Verb: -1, Parent: parent, Governor: governor, Comma: comma})
	d.stack = append(d.stack, len(d.Clauses)-1)
	return d.top()
}

func (d *divider) put(i int) {
	c := d.stack[len(d.stack)-1]
	d.In[i] = c
	d.Clauses[c].Groups = append(d.Clauses[c].Groups, i)
}

func (d *divider) pop() {
	if len(d.stack) > 1 {
		d.stack = d.stack[:len(d.stack)-1]
	}
}

// group puts one group.
func (d *divider) group(i int) {
	g := &d.Groups[i]
	switch g.Kind {
	case Break:
		d.stack = d.stack[:0]
		d.open(Main, "", -1, i)
		d.put(i)
	case Subordinator:
		d.open(Adverbial, g.Low, d.top().Verb, i)
		d.put(i)
	case Complementizer:
		d.open(Complement, "that", d.governor(i), i)
		d.put(i)
	case Relative:
		marker := g.Low
		if g.Prep != "" {
			marker = g.Prep + " " + g.Low
		}
		if marker == "that" && d.saysIt(i) {
			d.open(Complement, marker, d.top().Verb, i)
		} else {
			d.relative(marker, i)
		}
		d.put(i)
	case Comma:
		d.comma(i)
	case Conjunction:
		d.conjunction(i)
	case VerbGroup:
		d.verb(i)
	default:
		if d.freeRelative(i) {
			outer := d.top()
			outer.Groups = outer.Groups[:len(outer.Groups)-1]
			d.open(Adverbial, "in what", -1, i)
			d.put(i - 1)
		}
		d.put(i)
		if d.tookComma(i) && i+1 < len(d.Groups) && d.Groups[i+1].Kind == NounGroup && !d.person(i+1) { // "after meeting the President, X, the Council"
			d.leave(i)
		}
	}
}

// freeRelative says that "in what", whose "what" stands at i, begins a clause, before the verb of the one around it, that calls what that
// tells something: "in what officials called a mistake, the police arrested X".
func (d *divider) freeRelative(i int) bool {
	if i < 1 || d.Groups[i].Low != "what" || d.Groups[i-1].Low != "in" || d.top().Verb >= 0 {
		return false
	}
	return i == 1 || d.Groups[i-2].Kind == Comma || d.Groups[i-2].Kind == Conjunction || d.Groups[i-2].Kind == Break
}

// tookComma says that a name has taken the comma behind it along.
func (s *Sentence) tookComma(g int) bool {
	return s.name(g) != nil && strings.HasSuffix(s.Tokens[s.Groups[g].Head].Text, ",")
}

// governor is the verb or noun group that a complement at i hangs on.
func (d *divider) governor(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch d.Groups[j].Kind {
		case VerbGroup, NounGroup, Adjective:
			return j
		case Break, Relative, Subordinator, Complementizer:
			return -1
		}
	}
	return -1
}

// antecedent is the noun group that a relative at i goes with.
func (d *divider) antecedent(i int) int {
	for j := i - 1; j >= 0; j-- {
		if d.saysSo(d.In[j]) { // "X, and not Y as newspapers had reported, who"
			j = d.Clauses[d.In[j]].Groups[0]
			continue
		}
		switch d.Groups[j].Kind {
		case NounGroup:
			return j
		case Comma, When, Adverb, Preposition, Adjective:
		default:
			return -1
		}
	}
	return -1
}

// has says that a clause has its verb.
func (d *divider) has(c int) bool { return d.Clauses[c].Verb >= 0 }

// comma leaves the clauses that it closes.
func (d *divider) comma(i int) {
	d.leave(i)
	d.put(i)
}

// leave closes the clauses that a comma at i, or right behind it, ends.
func (d *divider) leave(i int) {
	for len(d.stack) > 1 {
		c := d.stack[len(d.stack)-1]
		if !d.has(c) || !d.closes(i, c) {
			break
		}
		d.pop()
	}
}

// closes says that a comma at i ends clause c, which has its verb.
func (d *divider) closes(i, c int) bool {
	outer := d.Clauses[c].Parent
	if outer < 0 || d.lacksMember(i) || d.namesInside(i, c) || d.goesOnBehindName(i, c) || d.countryInside(i, c) || !d.has(outer) && d.tellsInside(i, c) {
		return false
	}
	if d.wantsObject(i, c) || d.besides(i, c) || d.judges(i, c) || d.saysSo(c) && d.Clauses[c].Verb == i-1 {
		return true
	}
	if i+1 < len(d.Groups) {
		switch next := &d.Groups[i+1]; next.Kind {
		case Conjunction:
			// "who was arrested, and was released": the verb goes on in the clause, unless the outer one still wants its own
			if v, free := d.nextVerb(i + 2); v >= 0 && !free && d.has(outer) {
				return false
			}
			if v, _ := d.nextVerb(i + 2); v < 0 && !d.endsWithVerb(i) || !d.has(outer) && d.enumerates(i) { // a list goes on
				return false
			}
			return true
		case Relative:
			return true
		case Subordinator: // what it is told in passing in goes on behind it: "to be watched, when asked for, by the police"
			return d.Clauses[c].Kind != InfinitiveClause || i+2 >= len(d.Groups) || d.Groups[i+2].Kind != VerbGroup
		}
	}
	v, free := d.nextVerb(i + 1)
	if !d.has(outer) {
		return v >= 0 && !d.namesBefore(i) && !d.enumerates(i)
	}
	if v >= 0 && free { // a main clause of its own, or a list that goes on
		return true
	}
	if v >= 0 {
		form := d.Groups[v].Verb.Form
		return form == Finite && !d.inItsCourse(i, c, v) && d.Clauses[c].Kind != Adverbial && d.Clauses[c].Kind != Complement || form != Finite && d.Clauses[c].Comma
	}
	// adverbials behind an aside belong to what is around it
	return d.Clauses[c].Comma && d.Clauses[c].Kind != InfinitiveClause && (!d.listGoesOn(i) || d.chosenFor(&d.Clauses[outer], i+1) && !d.chosenFor(&d.Clauses[c], i+1))
}

// endsWithVerb says that a participle, or a passive, stands right before a comma at i, so that what comes behind the comma is none of its
// objects: "the blast in May, in which nine were killed and two injured, and the murder in June".
func (d *divider) endsWithVerb(i int) bool {
	return i > 0 && d.Groups[i-1].Kind == VerbGroup && d.Groups[i-1].Verb.Passive
}

// namesBefore says that the name behind a comma at i says who the noun before it is, and that a further noun group follows: "his lawyer, X,
// Y was taken".
func (d *divider) namesBefore(i int) bool {
	kind := func(j int) GroupKind {
		if j < 0 || j >= len(d.Groups) {
			return Break
		}
		return d.Groups[j].Kind
	}
	return kind(i-1) == NounGroup && kind(i+1) == NounGroup && kind(i+2) == Comma && kind(i+3) == NounGroup &&
		d.person(i+1) && !d.person(i-1) && Animate(d.Groups[i-1].Low)
}

// lacksMember says that a comma at i stands in a list behind "between" whose last member is yet to come: "a meeting held between A, B and
// C".
func (d *divider) lacksMember(i int) bool {
	for j := i - 1; j > 0 && i+1 < len(d.Groups) && d.Groups[i+1].Kind == NounGroup; j-- {
		switch g := &d.Groups[j]; {
		case g.Kind == Preposition && g.Low == "between":
			return true
		case g.Kind != NounGroup && g.Low != "," && g.Low != "of":
			return false
		}
	}
	return false
}

// enumerates says that a comma at i stands in a list behind which another comma comes before the verb, "the wall, paid for by Norway, Italy
// and Spain, was mended", or before who does what the verb tells: "working with Norway, the farmers and Spain, Italy mended the wall".
func (d *divider) enumerates(i int) bool {
	joined, apart, names := false, false, true
	for j := i - 1; j+1 < len(d.Groups) && d.Groups[j].Kind == NounGroup; j++ {
		names = names && d.name(j) != nil
		for j+2 < len(d.Groups) && d.Groups[j+1].Low == "of" && d.Groups[j+2].Kind == NounGroup {
			j += 2
		}
		j++
		switch next := &d.Groups[j]; {
		case next.Kind == Comma && !joined && j+1 < len(d.Groups) && d.Groups[j+1].Kind == Conjunction:
			joined, apart = true, true // a comma before the verb then ends no list of subjects
			j++
		case next.Kind == Conjunction && !joined:
			joined = true
		case next.Kind == Comma && joined && d.namedAside(j) && d.living(j-1) && oneOf(d.Groups[j-1].Det, "his", "her", "their"): // "X and his driver, Y, were flown"
			return false
		case next.Kind == Comma && joined:
			v, free := d.nextVerb(j + 1)
			return v == j+1 && apart || v >= 0 && d.Groups[v].Verb.Form == Finite && (free || names && v == j+1)
		case next.Kind != Comma:
			return false
		}
	}
	return false
}

// listGoesOn says that what follows a comma is a further member of a list: a noun, and a conjunction later on.
func (d *divider) listGoesOn(i int) bool {
	return i+1 < len(d.Groups) && d.Groups[i+1].Kind == NounGroup
}

// nextVerb is the next verb group from i on that is not in a clause of its own behind a relative or subordinator, and whether a noun group
// that is free of prepositions stands before it.
func (d *divider) nextVerb(i int) (at int, free bool) {
	bound := false
	for ; i < len(d.Groups); i++ {
		switch g := &d.Groups[i]; g.Kind {
		case VerbGroup:
			return i, free
		case Preposition:
			bound = true
		case NounGroup:
			if !bound {
				free = true
			}
			bound = false
		case Comma, Conjunction:
		case Break, Relative, Subordinator, Complementizer:
			return -1, free
		}
	}
	return -1, free
}

// conjunction goes on in the clause, or begins a main clause where a subject of its own follows.
func (d *divider) conjunction(i int) {
	if d.otherState(i+1) || d.takenAs(i) {
		d.pop()
	}
	if d.samePreposition(i) {
		d.put(i)
		return
	}
	suffered := d.suffered(i + 1)
	if i+1 < len(d.Groups) && (suffered >= 0 || d.ownSubject(i+1)) && !d.endsList(i) {
		if suffered >= 0 { // by the auxiliary of the passive before
			own := *d.Groups[suffered].Verb
			own.Form, own.Modal = Finite, d.Groups[i-1].Verb.Modal
			d.Groups[suffered].Verb = &own
		}
		further := d.furtherBefore(i)
		for len(d.stack) > 1 && d.top().Verb >= 0 && d.goesOut() && !further {
			d.pop()
		}
		if d.top().Verb >= 0 {
			kind, marker, governor := d.top().Kind, d.top().Marker, d.top().Governor
			parent := d.top().Parent
			d.put(i)
			if kind == Coordinate || kind == GerundClause || kind == InfinitiveClause {
				kind, marker, governor = Main, "", -1
				for parent >= 0 && d.Clauses[parent].Kind == Coordinate {
					parent = d.Clauses[parent].Parent
				}
			}
			d.pop0()
			if kind == RelativeClause && !further {
				kind, marker, governor = Main, "", -1
			}
			c := d.open(kind, marker, governor, i)
			c.Parent = parent
			return
		}
	}
	d.put(i)
}

// takenAs says that "as" and what something is taken for stand right before i, behind its verb, and a verb behind: "described the shots as
// wilful and arrested a man".
func (d *divider) takenAs(i int) bool {
	top := d.top()
	if top.Kind != Adverbial || top.Marker != "as" || top.Verb >= 0 || top.Governor < 0 || len(top.Groups) < 2 || d.Groups[i-1].Kind != Adjective {
		return false
	}
	for _, g := range top.Groups[1:] {
		if k := d.Groups[g].Kind; k != Adverb && k != Adjective {
			return false
		}
	}
	return i+1 < len(d.Groups) && d.Groups[i+1].Kind == VerbGroup && d.Groups[i+1].Verb.Form == Finite
}

// suffered is the participle that tells of others, who stand at i right behind a passive and a conjunction, that something was done to them
// too: "two were killed and another injured"; -1 for none.
func (d *divider) suffered(i int) int {
	if i < 2 || i >= len(d.Groups) || d.goesOut() || d.top().Verb != i-2 || d.Groups[i-2].Verb.Form != Finite || !d.Groups[i-2].Verb.Passive || d.Groups[i].Kind != NounGroup {
		return -1
	}
	v := i + 1
	for v < len(d.Groups) && d.Groups[v].Kind == Adverb {
		v++
	}
	if v == len(d.Groups) || d.Groups[v].Kind != VerbGroup || d.Groups[v].Verb.Form != Participle || !d.Groups[v].Verb.Passive {
		return -1
	}
	if next, _ := d.nextVerb(v + 1); next >= 0 && d.Groups[next].Verb.Form == Finite && !d.parted(v, next) { // "and goods seized in Klina were returned"
		return -1
	}
	return v
}

// parted says that a comma or a conjunction stands between two groups.
func (d *divider) parted(from, to int) bool {
	return slices.ContainsFunc(d.Groups[from:to], func(g Group) bool { return g.Kind == Comma || g.Kind == Conjunction })
}

// endsList says that a conjunction at i joins the last member to a list in a clause whose outer one still wants its verb.
func (d *divider) endsList(i int) bool {
	outer := d.top().Parent
	return d.top().Kind == RelativeClause && outer >= 0 && !d.has(outer) && i > 1 && d.Groups[i-1].Kind == Comma && d.enumerates(i-1)
}

// otherState says that a number with what became of as many stands at i behind a participle that says so of others: "left three men wounded
// and one dead".
func (d *divider) otherState(i int) bool {
	first := d.top()
	if first.Kind != RelativeClause || first.Marker != "" || first.Verb != i-2 || i+1 >= len(d.Groups) || !d.nounOf(i, Number) {
		return false
	}
	state := &d.Groups[i+1]
	return state.Kind == Adjective || state.Kind == VerbGroup && state.Verb.Form == Participle
}

// pop0 leaves the innermost clause even if it is the last.
func (d *divider) pop0() { d.stack = d.stack[:len(d.stack)-1] }

// goesOut says that a coordinated clause with a subject of its own is none of the innermost clause.
func (d *divider) goesOut() bool {
	k := d.top().Kind
	return k == RelativeClause || k == GerundClause || k == InfinitiveClause
}
