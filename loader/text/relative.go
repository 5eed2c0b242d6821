package text

import (
	"slices"
	"strings"
)

// quantified is whom "both of whom" and "all of whom" mean; of "one of whom" only how many it is; and what of it a noun right before "of
// which" is: "the Council, the chair of which".
func (s *Sentence) quantified(clause *Clause, antecedent []Phrase) []Phrase {
	g := clause.Governor
	switch {
	case g < 0:
		return nil
	case oneOf(s.Tokens[s.Groups[g].Head].Low, "both", "all"):
		return antecedent
	case s.Tokens[s.Groups[g].Head].Kind == Number && s.Groups[g].To == s.Groups[g].From+1:
		return []Phrase{{Group: g, Of: clause.Groups[:1], List: 1, To: g + 1}}
	case g > 0 && s.Groups[g-1].Kind == Comma && s.Groups[g].Det == "the" && g+1 == clause.Groups[0] && len(antecedent) == 1 && antecedent[0].Group < g:
		return []Phrase{{Group: g, Of: []int{antecedent[0].Group}, List: 1, To: g + 1}}
	}
	return nil
}

// cleft is the preposition before what a cleft puts first: "it was with EULEX that".
func (s *Sentence) cleft(clause *Clause) string {
	g := clause.Governor
	if g < 2 || clause.Marker != "that" || s.Groups[g-1].Kind != Preposition {
		return ""
	}
	if before := &s.Groups[g-2]; before.Kind == VerbGroup && before.Verb.Copula {
		return s.Groups[g-1].Low
	}
	return ""
}

// saysIt says that "that" at i begins what its clause says of nothing more than "it", behind when or where that is said: "it was rumoured
// in Klina that X had left" tells nothing of Klina.
func (d *divider) saysIt(i int) bool {
	v := d.top().Verb
	if v < 1 || d.Groups[v-1].Low != "it" || !IsAny(d.Groups[v].Low, reporting) && !IsAny(d.Groups[v].Low, ofIt) {
		return false
	}
	for k := v + 1; k < i; k++ {
		if kind := d.Groups[k].Kind; kind != When && (kind != Preposition || k+1 >= i || d.Groups[k+1].Kind != NounGroup) {
			return false
		} else if kind == Preposition {
			k++
		}
	}
	return i > v+1
}

// relative opens the clause of a relative at i. One that a conjunction joins to another is of the same noun: "X, who was born in Peja and
// who heads".
func (d *divider) relative(marker string, i int) {
	first := d.joined(i)
	if first < 0 {
		d.open(RelativeClause, marker, d.antecedent(i), i)
		return
	}
	for len(d.stack) > 1 && d.stack[len(d.stack)-1] != d.Clauses[first].Parent {
		d.pop()
	}
	d.open(RelativeClause, marker, d.Clauses[first].Governor, i).Comma = d.Clauses[first].Comma
}

// joined is the only relative clause around what stands before a conjunction in front of a relative at i; -1 where there is none, or the
// relative could go on with one of several.
func (d *divider) joined(i int) int {
	if i < 2 || d.Groups[i-1].Kind != Conjunction {
		return -1
	}
	last := i - 2
	if d.Groups[last].Kind == Comma && last > 0 {
		last--
	}
	first := -1
	for c := d.In[last]; c >= 0; c = d.Clauses[c].Parent {
		if one := &d.Clauses[c]; one.Kind == RelativeClause && one.Marker != "" {
			if first >= 0 || one.Verb < 0 {
				return -1
			}
			first = c
		}
	}
	if first >= 0 && !slices.Contains(d.stack, d.Clauses[first].Parent) {
		return -1
	}
	return first
}

// Expletive says that a clause has no more than "it" for a subject, which may stand for what a further clause tells: "it took until May
// to".
func (s *Sentence) Expletive(clause *Clause) bool {
	return len(clause.Subject) == 1 && s.Groups[clause.Subject[0].Group].Low == "it"
}

// putFirst looks whether the clause around a complement only puts something of it first: who does it, when or where: "it was X, and not Y,
// that", "it was on 4 May that".
func (s *Sentence) putFirst(clause *Clause) {
	if clause.Kind != Complement || clause.Marker != "that" || len(clause.Groups) == 0 || !s.firstOf(clause) {
		return
	}
	outer := &s.Clauses[clause.Parent]
	// whenOrWhere says that a preposition, and a time or a name behind it, stand between the verb and the clause.
	whenOrWhere := func() bool {
		for g := outer.Verb + 2; g < clause.Groups[0]; g++ {
			if s.Groups[g-1].Kind == Preposition && (s.Groups[g].Kind == When || s.name(g) != nil) {
				return true
			}
		}
		return false
	}
	switch {
	case clause.Subject == nil && len(outer.Predicate) > 0:
		clause.Subject, clause.Cleft = outer.Predicate[:1], true
	case clause.Subject != nil && outer.Predicate == nil && s.Groups[outer.Verb].Verb.Copula && whenOrWhere():
		clause.Cleft = true
		if first := slices.IndexFunc(outer.Attached, func(a Attachment) bool { return a.At == outer.Verb+1 }); first >= 0 && !s.Groups[outer.Verb].Verb.Negated { // "it was with X, not with Y, that"
			clause.Attached = append(clause.Attached, outer.Attached[first])
		}
	}
}

// antecedents are whom or what a relative clause may be of, the nearest first; where its verb is plural, the list that ends there.
func (s *Sentence) antecedents(clause *Clause, pronoun string) []Phrase {
	g := clause.Governor
	if g < 0 {
		return nil
	}
	if s.Groups[g].Low == "those" && !clause.Comma { // "X, a lawyer of those arrested"
		return []Phrase{{Group: g, List: 1}}
	}
	if (pronoun == "who" || pronoun == "whom" || pronoun == "" && clause.Verb >= 0 && s.ofPeople(clause)) && s.Groups[g].Kind == NounGroup {
		for j := g; j >= 0 && s.Groups[j].Kind != VerbGroup && s.Groups[j].Kind != Break; j-- {
			if s.Groups[j].Kind != NounGroup {
				continue
			}
			t := &s.Tokens[s.Groups[j].Head]
			if s.person(j) || t.Kind == Office || t.Kind == Word && (Animate(t.Low) || t.Tag == "PRP") || t.Kind == Number {
				g = j
				break
			}
		}
	}
	if first := s.beforeDenied(g); first != g {
		if !s.firstOf(clause) { // "KFOR arrested X, and not Y, who had fled"
			return []Phrase{{Group: g, List: 1, Unclear: true}}
		}
		g = first
	}
	if pronoun == "" && clause.Verb >= 0 {
		if j := s.thingBefore(clause, g); j >= 0 {
			return []Phrase{{Group: j, List: 1}}
		}
	}
	groups := s.Clauses[s.In[g]].Groups
	for k := 0; k < len(groups); k++ { // the list, or the phrase with its apposition, that holds it
		if s.Groups[groups[k]].Kind != NounGroup || groups[k] > g {
			continue
		}
		list, next := s.phrases(groups, k)
		if next <= k {
			continue
		}
		if groups[next-1] < g && !(next < len(groups) && groups[next] <= g) {
			k = next - 1
			continue
		}
		if groups[next-1] < g {
			continue
		}
		return s.chosen(clause, list, g)
	}
	return []Phrase{{Group: g, List: 1}}
}

// thingBefore is the document, or the gathering, before a noun group at g, of which a participle tells what is said of such things alone:
// "the Agreement between Serbia and Croatia, signed in May", "the forum on water, held in Oslo"; -1 for none.
func (s *Sentence) thingBefore(clause *Clause, g int) int {
	such, near := documents, s.name(g) != nil
	switch low := s.Groups[clause.Verb].Low; {
	case ofGatherings[low]:
		such, near = gatherings, s.name(g) != nil && !s.person(g) || clause.Comma
	case !ofDocuments[low]:
		return -1
	}
	for j := g; near && j >= 0 && s.Groups[j].Kind != VerbGroup && s.Groups[j].Kind != Break && s.Groups[j].Kind != Comma; j-- {
		if s.Groups[j].Kind == NounGroup && such[Singular(s.Groups[j].Low)] {
			return j
		}
	}
	return -1
}

// ofPeople says that the verb of a clause tells what is done to people alone: "arrested", "taken into custody", "found guilty".
func (s *Sentence) ofPeople(clause *Clause) bool {
	if clause.Verb < 0 {
		return false
	}
	next := clause.Verb + 1
	switch low := s.Groups[clause.Verb].Low; {
	case ofPeople[low]:
		return true
	case next+1 < len(s.Groups) && oneOf(low, "taken", "brought", "put", "placed", "held"):
		return oneOf(s.Groups[next].Low, "into", "in", "under") && oneOf(s.Groups[next+1].Low, "custody", "detention", "arrest")
	case oneOf(low, "cleared", "absolved"):
		return next < len(s.Groups) && s.Groups[next].Low == "of"
	}
	return IsAny(s.Groups[clause.Verb].Low, finds) && s.finding(next)
}

// finding says that an adjective of what a court finds of somebody stands at i, behind adverbs or not: "guilty", "not guilty".
func (s *Sentence) finding(i int) bool {
	for i < len(s.Groups) && s.Groups[i].Kind == Adverb {
		i++
	}
	return i < len(s.Groups) && s.Groups[i].Kind == Adjective && guilt[s.Tokens[s.Groups[i].Head].Low]
}

// beforeDenied is the noun group before one that "and not", "rather than", or "not" behind a comma, only names to deny it, with what stands
// in apposition to it: "X, and not his father, Y"; else the group itself.
func (s *Sentence) beforeDenied(g int) int {
	for j := g - 1; j > 1; j-- {
		switch group := &s.Groups[j]; {
		case s.deniedAt(j + 1):
			for j--; j >= 0; j-- {
				if s.Groups[j].Kind == NounGroup {
					return j
				}
			}
			return g
		case s.saysSo(s.In[j]): // "not, as newspapers had reported, Y"
		case group.Kind != NounGroup && group.Kind != Comma && !oneOf(group.Low, "of", "and"):
			return g
		}
	}
	return g
}

// saysSo says that a clause only tells who says what the clause around it tells: "as newspapers had reported", "as reported by the mayor".
func (s *Sentence) saysSo(c int) bool {
	clause := &s.Clauses[c]
	if clause.Kind != Adverbial || clause.Marker != "as" || clause.Verb < 0 || !IsAny(s.Groups[clause.Verb].Low, reporting) {
		return false
	}
	last := clause.Groups[len(clause.Groups)-1]
	return last == clause.Verb || s.Groups[clause.Verb+1].Kind == Preposition
}

// firstOf says that the clause around a relative one only puts first of whom or what that tells: "it was X who".
func (s *Sentence) firstOf(clause *Clause) bool {
	if clause.Parent < 0 {
		return false
	}
	outer := &s.Clauses[clause.Parent]
	return outer.Verb >= 0 && s.Groups[outer.Verb].Verb.Copula && s.Expletive(outer)
}

// chosen are those of a list that a relative behind group g is of.
func (s *Sentence) chosen(clause *Clause, list []Phrase, g int) []Phrase {
	if i := slices.IndexFunc(list, func(p Phrase) bool { return p.Group > g }); i > 0 { // "three men wounded and one dead"
		list = list[:i]
	}
	if len(list) > 1 && clause.Verb >= 0 && s.pluralVerb(clause.Verb) && !(clause.Marker == "" && ofOne[s.Groups[clause.Verb].Low]) {
		return list
	}
	last := list[len(list)-1]
	for i := range list { // "X (who was released) and Y"
		if list[i].Group <= g {
			last = list[i]
		}
	}
	if len(last.Of) > 0 && slices.Contains(last.Of, g) {
		head := &s.Tokens[s.Groups[last.Group].Head]
		inner := Phrase{Group: g, List: 1}
		if head.Kind == Word && Animate(head.Low) && (s.person(g) || s.Tokens[s.Groups[g].Head].Kind == Office) {
			singular := clause.Verb >= 0 && oneOf(s.Tokens[s.Groups[clause.Verb].From].Low, "was", "is", "has")
			if singular && s.plural(last.Group) && !clause.ObjectRole { // "friends of X, who was arrested"
				return []Phrase{inner}
			}
			last.Unclear = true
			return []Phrase{last}
		}
		if clause.Marker == "" && clause.Comma && !s.ofPeople(clause) || head.Kind == Word && Animate(head.Low) {
			return []Phrase{last}
		}
		return []Phrase{inner}
	}
	if !clause.Comma && s.ofSomebodyElse(g, last.Group) {
		return []Phrase{{Group: g, List: 1}}
	}
	if clause.Comma && s.person(g) && s.person(last.Group) && g != last.Group && !slices.Contains(last.Named, g) { // "X, a witness in the case against Y, who was arrested"
		last.Unclear = true
	}
	return []Phrase{last}
}

// ofSomebodyElse says that a noun group at g stands in what tells, in apposition to a first one, whose relative or friend that is, and not
// who it is itself: "X, the father of one of the three men", but "X, one of the three men".
func (s *Sentence) ofSomebodyElse(g, first int) bool {
	for j := g - 1; j-1 > first && s.Groups[j].Low == "of" && s.Groups[j-1].Kind == NounGroup; j -= 2 {
		if head := &s.Tokens[s.Groups[j-1].Head]; head.Kind == Word && Animate(head.Low) {
			return true
		}
	}
	return false
}

func (s *Sentence) pluralVerb(v int) bool {
	first := s.Tokens[s.Groups[v].From].Low
	return oneOf(first, "were", "are", "have") || s.Groups[v].Verb.Form != Finite
}

// adjoins says that nothing but commas, a conjunction and adverbs stand between two verb groups; also when, where commas tell that they
// have one object: "detained, and on 4 May released, two men".
func (s *Sentence) adjoins(first, second int) bool {
	when := s.Groups[first+1].Kind == Comma && second+1 < len(s.Groups) && s.Groups[second+1].Kind == Comma
	for i := first + 1; i < second; i++ {
		k := s.Groups[i].Kind
		told := k == When || k == Preposition && s.Groups[i+1].Kind == When
		if k != Comma && k != Conjunction && k != Adverb && !(told && when) {
			return false
		}
	}
	return true
}

// furtherBefore says that the relative clause before a conjunction at i goes on behind it: both tell what had come about before what the
// sentence does, "a fire in which a wall had fallen and nine had been hurt"; or what is around it has yet to tell anything, "the fire, in
// which nine died and six were hurt, was put out".
func (d *divider) furtherBefore(i int) bool {
	clause := d.top()
	v, _ := d.nextVerb(i + 1)
	if clause.Kind != RelativeClause || !strings.Contains(clause.Marker, " which") || clause.Verb < 0 || v < 0 || d.Groups[i-1].Kind == Comma {
		return false
	}
	had := func(v int) bool { return d.Groups[v].Verb.Perfect && d.Tokens[d.Groups[v].From].Low == "had" }
	return had(clause.Verb) && had(v) || d.outerToCome(clause, v)
}

// outerToCome says that what a relative clause between commas stands in has its verb only behind a further one of the relative clause, at
// v.
func (d *divider) outerToCome(clause *Clause, v int) bool {
	if !clause.Comma || clause.Parent < 0 || d.has(clause.Parent) || d.Groups[v].Verb.Form != Finite {
		return false
	}
	at := v + 1
	for at < len(d.Groups) && d.Groups[at].Kind != Comma {
		switch d.Groups[at].Kind {
		case NounGroup, Preposition, Adverb, When:
			at++
		default:
			return false
		}
	}
	next, _ := d.nextVerb(at)
	return next >= 0 && d.Groups[next].Verb.Form == Finite && !slices.ContainsFunc(d.Groups[at:next], func(g Group) bool { return g.Kind == Conjunction })
}
