package text

import (
	"slices"
	"strings"
)

// arguments finds who and what each clause is about.
func (s *Sentence) arguments() {
	for c := range s.Clauses {
		s.behind(c)
	}
	for c := range s.Clauses {
		s.dangling(c)
	}
	for c := range s.Clauses { // a clause stands behind those whose subject it may share, but for those before a main clause
		s.before(c)
	}
	for c := range s.Clauses {
		s.listed(c)
	}
	for range 3 {
		for c := range s.Clauses {
			s.share(c)
		}
	}
	s.identities()
}

// Text is the words of a group, as written, of one space each.
func (s *Sentence) Text(text string, g int) string {
	group := &s.Groups[g]
	return strings.Join(strings.Fields(text[s.Tokens[group.From].From:s.Tokens[group.To-1].To]), " ")
}

// name is the annotation of a group whose head is a name or an office; nil for other groups.
func (s *Sentence) name(g int) *Token {
	t := &s.Tokens[s.Groups[g].Head]
	if t.Kind == Name {
		return t
	}
	return nil
}

// person says that a group names a person.
func (s *Sentence) person(g int) bool {
	t := s.name(g)
	return t != nil && t.Note.Person
}

// behind finds what stands behind the verb of a clause, and the attachments of all of it.
func (s *Sentence) behind(c int) {
	clause := &s.Clauses[c]
	groups := clause.Groups
	verb := slices.Index(groups, clause.Verb)
	if clause.Verb < 0 {
		verb = -1
	}
	defer s.attachments(clause, groups)
	if verb < 0 {
		return
	}
	for k := verb + 1; k < len(groups); {
		switch g := &s.Groups[groups[k]]; g.Kind {
		case NounGroup:
			if s.temporal(groups[k]) && !(k == verb+1 && s.spends(clause)) || k > verb+1 && (s.Distance(groups[k]) || s.bracketedNumber(groups[k])) {
				k++
				continue
			}
			list, next := s.phrases(groups, k)
			switch {
			case clause.Object == nil && s.Groups[clause.Verb].Verb.Copula:
				clause.Predicate, clause.Object = list, list
			case clause.Object == nil:
				clause.Object = list
				clause.Predicate = s.officeBehind(c, groups, k+1, next)
			case clause.Predicate == nil && k > 0 && (s.Groups[groups[k-1]].Kind == NounGroup || s.Groups[groups[k-1]].Kind == Comma && s.chosenFor(clause, groups[k]) && !s.lacksOffice(groups[k])):
				clause.Predicate = list
			case s.Groups[groups[k-1]].Low == "but" && s.Groups[clause.Object[0].Group-1].Low == "not": // "convicted not X but Y"
				clause.Object = list
			case s.Groups[groups[k-1]].Low == "but" && s.everybody(clause.Object[0].Group): // "arrested everybody but X"
			case s.Groups[groups[k-1]].Kind == Conjunction:
				clause.Object = append(clause.Object, list...)
			}
			k = max(next, k+1)
		case Preposition:
			k++
			if k < len(groups) && s.Groups[groups[k]].Kind == NounGroup {
				_, next := s.phrases(groups, k)
				if p := s.split(clause, groups, k, next); p > 0 {
					next = p
				}
				k = next
				if clause.Object == nil {
					k = s.pastNamed(groups, next)
				}
			} else if k < len(groups) && s.Groups[groups[k]].Kind == When {
				k++
			}
		default:
			k++
		}
	}
}

// chosenFor says that a group names the office that the verb of a clause can choose somebody for: "named X, whose father had ruled,
// Governor of Y".
func (s *Sentence) chosenFor(clause *Clause, g int) bool {
	return clause.Verb >= 0 && s.Groups[g].Kind == NounGroup && s.Tokens[s.Groups[g].Head].Kind == Office && IsAny(s.Groups[clause.Verb].Low, chooses)
}

// officeBehind is the office that the verb of a clause chooses its object for and that stands, from one of these groups up to another,
// behind what a relative tells of the object; none where the relative could lack an office itself, or a further person follows.
func (s *Sentence) officeBehind(c int, groups []int, from, to int) []Phrase {
	for k := from; k < to; k++ {
		g := groups[k]
		if g < 2 || s.Groups[g-1].Kind != Comma || s.In[g-2] == c || s.lacksOffice(g) || !s.chosenFor(&s.Clauses[c], g) {
			continue
		}
		if slices.ContainsFunc(groups[k+1:], s.person) {
			return nil
		}
		list, _ := s.phrases(groups, k)
		return list
	}
	return nil
}

// lacksOffice says that a relative that ends before the comma in front of a group lacks the office that it tells of: "whose brother had
// become, in May, Governor".
func (s *Sentence) lacksOffice(g int) bool {
	for i := range s.Clauses {
		inner := &s.Clauses[i]
		if v := inner.Verb; inner.Kind == RelativeClause && v >= 0 && v < g && v+1 < g && s.Groups[v+1].Kind == Comma && IsAny(s.Groups[v].Low, chooses) {
			return true
		}
	}
	return false
}

// everybody says that a group means all there are, of whom "but" leaves some out.
func (s *Sentence) everybody(g int) bool {
	return oneOf(s.Groups[g].Low, "everybody", "everyone", "everything", "all") || s.Groups[g].Det == "all"
}

// split is where the list behind a preposition gives way to a further object: "ten computers to the hospital and a generator to the
// school".
func (s *Sentence) split(clause *Clause, groups []int, k, next int) int {
	if clause.Object == nil {
		return 0
	}
	for j := k + 1; j < next; j++ {
		if s.Groups[groups[j]].Kind == Conjunction && j+2 < len(groups) && s.Groups[groups[j+1]].Kind == NounGroup && s.Groups[groups[j+2]].Kind == Preposition &&
			s.Groups[groups[j+2]].Low == s.Groups[groups[k-1]].Low && s.Groups[groups[j+2]].Low != "of" && !s.ofTwo(groups, j) {
			return j
		}
	}
	return 0
}

// attachments are the prepositional phrases of a clause.
func (s *Sentence) attachments(clause *Clause, groups []int) {
	for k := 0; k+1 < len(groups); k++ {
		if s.Groups[groups[k]].Kind != Preposition || s.deniedAt(groups[k]) {
			continue
		}
		j := k + 1
		for j < len(groups) && s.Groups[groups[j]].Kind == Adverb {
			j++
		}
		if j >= len(groups) || s.Groups[groups[j]].Kind != NounGroup {
			continue
		}
		list, next := s.phrases(groups, j)
		if cut := s.split(clause, groups, j, next); cut > 0 {
			list = slices.DeleteFunc(list, func(p Phrase) bool { return p.Group > groups[cut] })
		}
		clause.Attached = append(clause.Attached, Attachment{Prep: s.Groups[groups[k]].Low, At: groups[k], Phrases: list})
	}
}

// deniedAt says that what begins at a group is told only to deny it: "in Klina rather than in Peja", "in Klina, and not in Peja".
func (s *Sentence) deniedAt(g int) bool {
	if g < 1 {
		return false
	}
	before := &s.Groups[g-1]
	return before.Kind == Preposition && instead[before.Low] ||
		before.Kind == Adverb && before.Low == "not" && (s.Groups[g].Kind == Preposition || g > 1 && (s.Groups[g-2].Kind == Conjunction || s.Groups[g-2].Kind == Comma))
}

// before finds the subject of a clause before its verb, or in its relative.
func (s *Sentence) before(c int) {
	clause := &s.Clauses[c]
	own, at := s.free(clause)
	if clause.Kind != RelativeClause {
		if clause.Verb >= 0 && clause.Kind != Coordinate && clause.Kind != InfinitiveClause && clause.Kind != GerundClause {
			clause.Subject = own
			if second := s.second(clause, own); second != nil && (s.absolute(own) || s.tellsWho(c, own) || s.namesBefore(clause, own) || s.toldInFront(own, second)) {
				clause.Subject = second
			}
			s.putFirst(clause)
		}
		return
	}
	prep, pronoun, found := strings.Cut(clause.Marker, " ")
	if !found {
		prep, pronoun = "", clause.Marker
	}
	antecedent := s.antecedents(clause, pronoun)
	clause.Cleft = prep == "" && pronoun != "" && pronoun != "whose" && len(antecedent) > 0 && s.name(antecedent[0].Group) != nil && s.firstOf(clause)
	switch {
	case pronoun == "whose":
		clause.Subject = own
		if second := s.second(clause, own); second != nil { // "whose indictment the court confirmed", "on whose testimony the court convicted X"
			if clause.Subject = second; prep == "" {
				clause.Object = own
			}
		}
	case prep != "":
		clause.Subject = own
		if at < 0 {
			at = clause.Verb
		}
		if antecedent != nil && at >= 0 { // "asked in which it was said"
			clause.Attached = append(clause.Attached, Attachment{Prep: prep, At: at, Phrases: antecedent})
		}
		if own == nil && oneOf(prep, "of") {
			clause.Subject = s.quantified(clause, antecedent)
		}
	case own != nil:
		clause.Subject, clause.ObjectRole = own, true
		if outer := s.cleft(clause); outer != "" && antecedent != nil {
			if !s.Groups[clause.Governor-2].Verb.Negated { // "it was not with X that"
				clause.Attached = append(clause.Attached, Attachment{Prep: outer, At: at, Phrases: antecedent})
			}
			return
		}
		if last := s.stranded(clause); last >= 0 && antecedent != nil {
			clause.Attached = append(clause.Attached, Attachment{Prep: s.Groups[last].Low, At: last, Phrases: antecedent})
			return
		}
		if !s.ofCleft(clause) {
			if len(clause.Object) > 0 && clause.Predicate == nil && s.chosenFor(clause, clause.Object[0].Group) { // "whom the court named its President"
				clause.Predicate = clause.Object
			}
			if len(clause.Object) > 0 && IsAny(s.Groups[clause.Verb].Low, gives) { // "the bus that the police gave the town"
				clause.Predicate = antecedent
				return
			}
			clause.Object = antecedent
		}
	default:
		clause.Subject = s.withoutNext(clause, antecedent)
	}
}

// absolute says that a participle with "having" or "being" tells of a list, right behind it, when or why something else happened: "X having
// fled, Y was arrested".
func (s *Sentence) absolute(list []Phrase) bool {
	last := list[len(list)-1]
	return slices.ContainsFunc(s.Clauses, func(c Clause) bool {
		return c.Kind == RelativeClause && c.Marker == "" && c.Verb >= 0 && oneOf(s.Tokens[s.Groups[c.Verb].From].Low, "having", "being") &&
			(c.Governor == last.Group || slices.Contains(last.Named, c.Governor))
	})
}

// tellsWho says that a phrase with an article only tells, between commas, who it is whose name ends the clause in front: "acting on
// information from X, a teacher, the police arrested Y".
func (s *Sentence) tellsWho(c int, list []Phrase) bool {
	g := list[0].Group
	return len(list) == 1 && g > 1 && s.Groups[g-1].Kind == Comma && s.person(g-2) && s.In[g-2] != c && oneOf(s.Groups[g].Det, "a", "an", "the") && s.name(g) == nil
}

// namesBefore says that a phrase is the name of somebody whom a prepositional phrase in front of it means: "for the murder of a trader, X,
// the court sentenced Y".
func (s *Sentence) namesBefore(clause *Clause, list []Phrase) bool {
	return len(list) == 1 && slices.ContainsFunc(clause.Attached, func(a Attachment) bool {
		return slices.ContainsFunc(a.Phrases, func(p Phrase) bool { return slices.Contains(p.Named, list[0].Group) })
	})
}

// withoutNext are the antecedents of a participle, of which one right before "having" is not named by the name behind the comma: that
// begins the main clause, "the mayor having resigned, X took over".
func (s *Sentence) withoutNext(clause *Clause, antecedent []Phrase) []Phrase {
	if clause.Verb < 1 || clause.Marker != "" || len(antecedent) != 1 || antecedent[0].Group != clause.Verb-1 || s.Tokens[s.Groups[clause.Verb].From].Low != "having" {
		return antecedent
	}
	alone := antecedent[0]
	alone.Named = nil
	return []Phrase{alone}
}

// ofCleft says that a relative with a subject and an object of its own is what a cleft puts something first of: "it was for the killing of
// X that the court sentenced Y".
func (s *Sentence) ofCleft(clause *Clause) bool {
	v, outer := clause.Verb, clause.Parent
	if clause.Marker != "that" || v < 0 || outer < 0 || v+1 >= len(s.Groups) || s.Groups[v+1].Kind != NounGroup || s.Clauses[outer].Verb < 0 {
		return false
	}
	subject := s.Clauses[outer].Groups[0]
	return s.Groups[subject].Low == "it" && s.Groups[s.Clauses[outer].Verb].Verb.Copula
}

// endBefore ends the lists of the prepositional phrases of a clause where its subject begins.
func (c *Clause) endBefore(subject int) {
	for i := range c.Attached {
		a := &c.Attached[i]
		if n := slices.IndexFunc(a.Phrases, func(p Phrase) bool { return p.Group >= subject }); n > 0 && a.At < subject {
			a.Phrases = a.Phrases[:n]
		}
	}
}

// ofDay says that a noun tells of a date right before it what day it is: "on 28 November, the anniversary of the declaration, the President
// spoke".
func (s *Sentence) ofDay(groups []int, k int) bool {
	return k > 1 && s.Groups[groups[k-1]].Kind == Comma && s.Groups[groups[k-2]].Kind == When &&
		oneOf(s.Groups[groups[k]].Low, "anniversary", "eve", "feast", "holiday", "birthday")
}

// spends says that a time beside a clause's verb is what is spent: "spent two days in Klina", "two days are said to have been spent there".
func (s *Sentence) spends(clause *Clause) bool {
	for g := max(clause.Verb, 0); g <= clause.Verb+1 && g < len(s.Groups); g++ {
		if s.Groups[g].Kind == VerbGroup && Is(s.Groups[g].Low, "spend") {
			return true
		}
	}
	return false
}

// second is the list of noun phrases right before a clause's verb that stands behind another one; nil for none.
func (s *Sentence) second(clause *Clause, first []Phrase) []Phrase {
	verb := slices.Index(clause.Groups, clause.Verb)
	if len(first) == 0 || verb < 1 {
		return nil
	}
	for k := first[len(first)-1].To; k < verb; k++ {
		if g := clause.Groups[k]; s.Groups[g].Kind == NounGroup && !s.prepositional(g) && !s.temporal(g) {
			if list, next := s.phrases(clause.Groups, k); next == verb {
				return list
			}
		}
	}
	return nil
}

// free is the first list of noun phrases before a clause's verb that no preposition takes, and where it begins.
func (s *Sentence) free(clause *Clause) ([]Phrase, int) {
	for k := 0; k < len(clause.Groups); {
		g := clause.Groups[k]
		switch {
		case g == clause.Verb:
			return nil, -1
		case s.Groups[g].Kind == Preposition:
			k = s.pastAside(clause, max(s.past(clause.Groups, k), k+1))
		case s.pastBrackets(clause, k) > k:
			k = s.pastBrackets(clause, k)
		case s.awayFrom(clause.Groups, k):
			k = max(s.past(clause.Groups, k+1), s.ofs(&Phrase{}, clause.Groups, k+2))
		case s.Distance(g) && s.Groups[g+1].Low != "of": // "two kilometres from Klina, a bus was stoned"
			k++
		case s.pastDenied(clause.Groups, k) > k:
			k = s.pastDenied(clause.Groups, k)
		case s.Groups[g].Kind == NounGroup && (!s.temporal(g) || s.spends(clause)) && !s.ofDay(clause.Groups, k):
			list, next := s.phrases(clause.Groups, k)
			if at := s.pastPartners(clause, k, next, len(list)); at > k {
				clause.endBefore(clause.Groups[at])
				k = at
				continue
			}
			if own := s.second(clause, list); own != nil && s.Groups[clause.Groups[0]].Low == "of" { // "of the three, X, Y and Z, only the last left"
				return own, own[0].Group
			}
			return list, g
		default:
			k++
		}
	}
	return nil, -1
}
