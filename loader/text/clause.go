package text

import (
	"slices"
	"strings"
)

// ClauseKind says how a clause hangs on what is around it.
type ClauseKind uint8

// The kinds of clauses.
const (
	Main           ClauseKind = iota
	Coordinate                // a further verb of the subject before
	RelativeClause            // who was arrested, arrested by the police
	Complement                // that, whether, if: what is said or asked
	Adverbial                 // after, when, although
	GerundClause              // after a preposition: "for stabbing"
	InfinitiveClause
)

// Clause is a verb with what is said of it.
type Clause struct {
	Kind     ClauseKind
	Marker   string // the word that begins it: after, if, whether, that, who, for
	Verb     int    // its verb group; -1 where it has none
	Parent   int    // the clause that it stands in; -1 for a main clause
	Governor int    // the group that a complement, infinitive or relative hangs on: a verb or noun group; -1 for none
	Groups   []int  // its groups but those of the clauses in it, in order; the verb's among them
	Comma    bool   // a comma stands before it

	Subject    []Phrase // who does it, or is it; of a passive, whom it is done to
	Object     []Phrase
	Predicate  []Phrase // what the subject or object is said to be: "is the Mayor", "appointed X Mayor"
	Attached   []Attachment
	ObjectRole bool // a relative whose pronoun is the object: "whom the police arrested"
}

// Phrase is one noun phrase, a member of a list.
type Phrase struct {
	Group   int   // its head's noun group
	Of      []int // noun groups behind "of", outermost first
	Named   []int // noun groups in apposition: "his brother, X"
	List    int   // how many members its list has
	To      int   // the group behind it
	Unclear bool  // two readings: "the driver of the Minister, X"
}

// Attachment is a prepositional phrase of a clause.
type Attachment struct {
	Prep    string
	At      int // the preposition's group
	Phrases []Phrase
	Within  bool // it stands in a noun phrase: of the object, of a name
}

// Sentence is a sentence in clauses.
type Sentence struct {
	Tokens  []Token
	Groups  []Group
	Clauses []Clause
	In      []int // the clause of each group
	Asked   bool  // it is a question
}

// Parse divides tagged tokens into clauses. It is pure, and never fails: what it does not understand has no clause, or a clause without a subject.
func Parse(tokens []Token) *Sentence {
	s := &Sentence{Tokens: tokens, Groups: Groups(tokens)}
	for _, t := range tokens {
		s.Asked = s.Asked || t.Text == "?"
	}
	s.divide()
	s.arguments()
	return s
}

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
		d.gap(c)
	}
}

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
		d.open(RelativeClause, marker, d.antecedent(i), i)
		d.put(i)
	case Comma:
		d.comma(i)
	case Conjunction:
		d.conjunction(i)
	case VerbGroup:
		d.verb(i)
	default:
		d.put(i)
	}
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
	for len(d.stack) > 1 {
		c := d.stack[len(d.stack)-1]
		if !d.has(c) || !d.closes(i, c) {
			break
		}
		d.pop()
	}
	d.put(i)
}

// closes says that a comma at i ends clause c, which has its verb.
func (d *divider) closes(i, c int) bool {
	outer := d.Clauses[c].Parent
	if outer < 0 {
		return false
	}
	if i+1 < len(d.Groups) {
		switch next := &d.Groups[i+1]; next.Kind {
		case Conjunction:
			// "who was arrested, and was released": the verb goes on in the clause, unless the outer one still wants its own
			if v, free := d.nextVerb(i + 2); v >= 0 && !free && d.has(outer) {
				return false
			}
			if v, _ := d.nextVerb(i + 2); v < 0 { // a list goes on
				return false
			}
			return true
		case Relative, Subordinator:
			return true
		}
	}
	v, free := d.nextVerb(i + 1)
	if !d.has(outer) {
		return v >= 0 && !d.namesBefore(i)
	}
	if v >= 0 && free { // a main clause of its own, or a list that goes on
		return true
	}
	if v >= 0 {
		form := d.Groups[v].Verb.Form
		return form == Finite && d.Clauses[c].Kind != Adverbial && d.Clauses[c].Kind != Complement || form != Finite && d.Clauses[c].Comma
	}
	// adverbials behind an aside belong to what is around it
	return d.Clauses[c].Comma && d.Clauses[c].Kind != InfinitiveClause && !d.listGoesOn(i)
}

// namesBefore says that the name behind a comma at i says who the noun before it is, and that a further noun group follows: "his lawyer, X, Y was taken".
func (d *divider) namesBefore(i int) bool {
	kind := func(j int) GroupKind {
		if j < 0 || j >= len(d.Groups) {
			return Break
		}
		return d.Groups[j].Kind
	}
	return kind(i-1) == NounGroup && kind(i+1) == NounGroup && d.person(i+1) && !d.person(i-1) && Animate(d.Groups[i-1].Low) && kind(i+2) == Comma && kind(i+3) == NounGroup
}

// listGoesOn says that what follows a comma is a further member of a list: a noun, and a conjunction later on.
func (d *divider) listGoesOn(i int) bool {
	return i+1 < len(d.Groups) && d.Groups[i+1].Kind == NounGroup
}

// nextVerb is the next verb group from i on that is not in a clause of its own behind a relative or subordinator, and whether a noun group that is free of
// prepositions stands before it.
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
	if i+1 < len(d.Groups) && d.ownSubject(i+1) {
		for len(d.stack) > 1 && d.top().Verb >= 0 && d.goesOut() {
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
			if kind == RelativeClause {
				kind, marker, governor = Main, "", -1
			}
			c := d.open(kind, marker, governor, i)
			c.Parent = parent
			return
		}
	}
	d.put(i)
}

// pop0 leaves the innermost clause even if it is the last.
func (d *divider) pop0() { d.stack = d.stack[:len(d.stack)-1] }

// goesOut says that a coordinated clause with a subject of its own is none of the innermost clause.
func (d *divider) goesOut() bool {
	k := d.top().Kind
	return k == RelativeClause || k == GerundClause || k == InfinitiveClause
}

// ownSubject says that a noun group without a preposition, and then a finite verb, follow from i on, before a comma.
func (d *divider) ownSubject(i int) bool {
	bound, free, joined := false, false, i-2
	for ; i < len(d.Groups); i++ {
		switch g := &d.Groups[i]; g.Kind {
		case NounGroup:
			free = free || !bound
			bound = false
		case Preposition:
			bound = true
		case VerbGroup:
			return free && g.Verb.Form == Finite
		case Adverb, When:
		case Conjunction: // "and X and Y were arrested"
			if !free || i+1 >= len(d.Groups) || !d.person(i-1) || !d.person(i+1) || joined >= 0 && d.person(joined) {
				return false
			}
		case Comma: // "and the Speaker, took over"
			if free && (i+1 >= len(d.Groups) || d.Groups[i+1].Kind != VerbGroup || joined < 0 || d.Groups[joined].Kind != Comma) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

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
		governor := d.governor(i)
		d.open(InfinitiveClause, "to", governor, i)
	case Gerund:
		switch {
		case before.Kind == Subordinator && d.top().Verb < 0: // after being acquitted
		case before.Kind == Preposition:
			d.open(GerundClause, before.Low, d.governor(i-1), i)
		case before.Kind == Conjunction && d.has(d.stack[len(d.stack)-1]) && d.Groups[d.top().Verb].Verb.Form == Gerund:
			d.coordinate(i)
		case before.Kind == VerbGroup: // denied having
			d.open(GerundClause, "", i-1, i)
		case before.Kind == Comma && d.result(i):
			d.further(i)
		default:
			d.participle(i)
		}
	case Participle:
		if d.coordinated(i) {
			d.coordinate(i)
		} else if before.Kind == Subordinator && d.top().Verb < 0 { // "when arrested"
		} else if d.past(i) {
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

// Verbs that nothing is done to: a participle of theirs tells of no noun.
var intransitive = strings.Fields(`protest demonstrate rally march gather assemble congregate clash arrive travel meet die escape flee return resign convene collide`)

// past says that what looks like a participle at i is the verb that its main clause wants, in the past, since an object follows, or since none can: "the rebels released to
// their families nine prisoners", "supporters protested outside".
func (d *divider) past(i int) bool {
	g := &d.Groups[i]
	if len(d.stack) > 1 || d.top().Verb >= 0 || g.To != g.From+1 || i+1 < len(d.Groups) && d.Groups[i+1].Low == "by" || d.subjectEnd(i) < 0 {
		return false
	}
	for j := i + 1; j < len(d.Groups); j++ {
		if v := &d.Groups[j]; v.Kind == VerbGroup && v.Verb.Form == Finite && d.Groups[j-1].Kind != Conjunction {
			return false
		}
	}
	if slices.ContainsFunc(intransitive, func(verb string) bool { return Is(g.Low, verb) }) {
		return true
	}
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

// subjectEnd is the noun group before a verb at i, or before the comma that ends an apposition to it: "the mayor, X, visited"; -1 where something else stands there.
func (d *divider) subjectEnd(i int) int {
	j := i - 1
	if j > 1 && d.Groups[j].Kind == Comma && d.Groups[j-1].Kind == NounGroup && d.Groups[j-2].Kind == Comma {
		j--
	}
	if j >= 0 && d.Groups[j].Kind == NounGroup {
		return j
	}
	return -1
}

// Verbs that tell behind a comma what a noun is or has, rather than what came of what was done.
var stative = strings.Fields(`involve belong consist comprise represent contain carry wear live work stand range cover serve reside originate come remain have be result total number head`)

// result says that a gerund behind a comma at i tells what the subject of a clause did further: "the police stopped a car, arresting two men".
func (d *divider) result(i int) bool {
	if d.top().Verb < 0 || d.Groups[d.top().Verb].Verb.Form != Finite || d.top().Kind == RelativeClause {
		return false
	}
	return !slices.ContainsFunc(stative, func(verb string) bool { return Is(d.Groups[i].Low, verb) })
}

// further opens the clause of a gerund as of a further verb of the innermost clause's subject.
func (d *divider) further(i int) {
	verb := d.top().Verb
	first, own := d.Groups[verb].Verb, *d.Groups[i].Verb
	own.Form, own.Modal = Finite, first.Modal
	d.Groups[i].Verb = &own
	d.open(Coordinate, "", verb, i)
}

// participle opens the clause of a participle: of the noun group before it, or of the subject that comes.
func (d *divider) participle(i int) {
	governor := -1
	if i > 0 {
		governor = d.antecedent(i)
	}
	d.open(RelativeClause, "", governor, i)
}

// coordinated says that a bare participle at i shares the auxiliary of the verb before: "was arrested and charged".
func (d *divider) coordinated(i int) bool {
	c := d.stack[len(d.stack)-1]
	j := i - 1
	for j >= 0 && d.Groups[j].Kind == Adverb {
		j--
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

// conjunctionAhead says that a conjunction with a verb behind it follows soon.
func (d *divider) conjunctionAhead(i int) bool {
	for j := i + 1; j+1 < len(d.Groups) && j < i+8; j++ {
		if d.Groups[j].Kind == Conjunction {
			return d.Groups[j+1].Kind == VerbGroup || d.Groups[j+1].Kind == Adverb
		}
	}
	return false
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
	if own.Modal == "" && (g.Verb.Form == Participle || d.Tokens[g.Head].Tag == "VB") {
		own.Modal = first.Modal
	}
	own.Shared = first.Passive && !own.Passive && d.Tokens[g.Head].Tag == "VBD" && g.To-g.From == 1 && !d.takesObject(i)
	if first.Negated && d.Groups[i-1].Low == "or" {
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
	// a verb without a subject of its own: of an outer clause that has a subject and wants its verb, else a further verb of the innermost finite clause
	for k := len(d.stack) - 1; k >= 0; k-- {
		if c := d.stack[k]; !d.has(c) && d.Clauses[c].Kind != RelativeClause {
			d.stack = d.stack[:k+1]
			return
		}
	}
	for len(d.stack) > 1 && d.top().Verb >= 0 && d.Groups[d.top().Verb].Verb.Form != Finite && (d.top().Kind != Coordinate || d.Tokens[d.Groups[i].Head].Tag == "VBD" && !d.perfect(d.top().Verb)) {
		d.pop()
	}
	if d.top().Verb >= 0 {
		d.coordinate(i)
	}
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

// withSubject opens the clause of a verb whose subject begins at a group, without a marker: what is said ("he said the police arrested X"), or a main clause behind a comma.
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
	for _, m := range moved {
		d.put(m)
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

// start is where the subject of the verb at i begins, if it stands right before it and is not the object of a verb or preposition; -1 otherwise.
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
		return j
	}
	return -1
}

// reports says that a verb takes what is said, without that.
func (d *divider) reports(v int) bool {
	for _, verb := range []string{"say", "report", "state", "announce", "claim", "believe", "confirm", "note", "add", "hope", "fear", "know", "think", "learn", "suggest", "allege", "deny"} {
		if Is(d.Groups[v].Low, verb) {
			return !d.Groups[v].Verb.Passive
		}
	}
	return false
}
