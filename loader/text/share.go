package text

import "slices"

// ofAnother says that of two verbs the second has another subject than the first: right behind a preposition, as of whom stands before both
// ("the woman X was travelling with was arrested"), or behind the comma that ends what somebody said ("the two men, X said, had been
// arrested").
func (s *Sentence) ofAnother(first, second int) bool {
	if first < 0 || second < 1 || s.Groups[second].Verb.Form != Finite || s.Groups[first].Verb.Form != Finite {
		return false
	}
	between := s.Groups[second-1].Kind
	return between == Preposition || between == Comma && second == first+2 && IsAny(s.Groups[first].Low, reporting) && s.Groups[max(0, first-2)].Kind == Comma
}

// dangles says that the subject of a clause is somebody of somebody's, whom a participle in front may as well tell of: "having been
// sentenced, his lawyer said".
func (s *Sentence) dangles(clause *Clause) bool {
	return len(clause.Subject) == 1 && oneOf(s.Groups[clause.Subject[0].Group].Det, "his", "her", "their") && Animate(s.Groups[clause.Subject[0].Group].Low)
}

// inTurn says that of two subjects each has the verb of its number: "X and Y were, respectively, acquitted and convicted".
func (s *Sentence) inTurn(first, second int) bool {
	behind := s.Groups[second].To
	if behind < len(s.Tokens) && s.Tokens[behind].Text == "," {
		behind++
	}
	return first >= 0 && second == first+2 && (slices.ContainsFunc(s.Tokens[s.Groups[first].From:s.Groups[first].To], func(t Token) bool { return t.Low == "respectively" }) ||
		behind < len(s.Tokens) && s.Tokens[behind].Low == "respectively")
}

// putBefore says that a participle stands in front of the verb to be, and behind that of whom it tells: "arrested by the police was X".
func (s *Sentence) putBefore(clause, outer *Clause) bool {
	if outer.Subject != nil || outer.Verb < 0 || clause.Verb > outer.Verb || len(outer.Predicate) == 0 || s.Groups[clause.Verb].Verb.Form != Participle {
		return false
	}
	verb := s.Groups[outer.Verb].Verb
	for i := clause.Verb - 1; i >= 0; i-- {
		if s.Groups[i].Kind != Adverb || !oneOf(s.Groups[i].Low, "also", "then", "later", "subsequently", "previously", "already") {
			return false
		}
	}
	return verb.Copula && verb.Modal == "" && !verb.Negated && outer.Predicate[0].Group > outer.Verb
}

// forWhom is who does what an infinitive tells, behind "for", where the clause around it has no more than "it" for a subject: "it took
// until May for the court to convict X"; nil for other infinitives.
func (s *Sentence) forWhom(clause, outer *Clause) []Phrase {
	if !s.Expletive(outer) || s.Tokens[s.Groups[clause.Verb].From].Low != "to" {
		return nil
	}
	for i := range outer.Attached {
		a := &outer.Attached[i]
		if last := a.Phrases[len(a.Phrases)-1]; a.Prep == "for" && s.Groups[last.Group].To == s.Groups[clause.Verb].From {
			return a.Phrases
		}
	}
	return nil
}

// ing says that a verb group begins with a form in "-ing".
func (s *Sentence) ing(verb int) bool { return s.Tokens[s.Groups[verb].From].Tag == "VBG" }

// share gives a clause without a subject of its own that of the clause that it hangs on.
func (s *Sentence) share(c int) {
	clause := &s.Clauses[c]
	if clause.Subject != nil || clause.Verb < 0 {
		return
	}
	parent := clause.Parent
	if clause.Governor >= 0 && s.Groups[clause.Governor].Kind == VerbGroup {
		parent = s.In[clause.Governor]
	}
	if parent < 0 {
		return
	}
	outer := &s.Clauses[parent]
	form := s.Groups[clause.Verb].Verb.Form
	switch clause.Kind {
	case Coordinate:
		if s.ofAnother(outer.Verb, clause.Verb) {
			return
		}
		clause.Subject = outer.Subject
		if len(outer.Subject) == 2 && s.inTurn(outer.Verb, clause.Verb) {
			outer.Subject, clause.Subject = outer.Subject[:1], outer.Subject[1:]
		}
		// "arrested, and later set free, two men", not "resigned, citing two scandals"
		for last := clause.Verb; outer.Object == nil && form == Finite && s.ing(outer.Verb) == s.ing(last) && !s.Groups[outer.Verb].Verb.Passive && s.adjoins(outer.Verb, last); {
			outer.Object = clause.Object
			if outer.Kind != Coordinate || outer.Governor < 0 { // "arrested, questioned and set free two men"
				break
			}
			last, outer = outer.Verb, &s.Clauses[s.In[outer.Governor]]
		}
		outer = &s.Clauses[parent]
		if clause.Object == nil && s.Groups[clause.Verb].Verb.Passive == s.Groups[outer.Verb].Verb.Passive && clause.ObjectRole {
			clause.Object = outer.Object
		}
		if outer.ObjectRole && clause.Object == nil { // "whom the police arrested and charged"
			clause.Object, clause.ObjectRole = outer.Object, true
		}
	case InfinitiveClause:
		if clause.Subject = s.forWhom(clause, outer); clause.Subject != nil {
			return
		}
		clause.Subject = outer.Subject
		is := outer.Verb >= 0 && (s.Groups[outer.Verb].Verb.Copula || Is(s.Groups[outer.Verb].Low, "become") || // "became the first to visit"
			Is(s.Groups[outer.Verb].Low, "leave") && Is(s.Groups[clause.Verb].Low, "join")) // "left one party to join another"
		if outer.Object != nil && outer.Verb >= 0 && !is && !s.Groups[outer.Verb].Verb.Passive && outer.Object[0].Group < clause.Verb && clause.Governor != outer.Verb {
			clause.Subject = outer.Object
		}
	case GerundClause, Adverbial:
		if form != Finite && !(clause.Marker == "as" && form == Participle) { // "as requested by the Council": all that is told was
			clause.Subject = outer.Subject
		}
	case RelativeClause:
		if clause.Marker == "" && clause.Governor < 0 && !s.dangles(outer) {
			clause.Subject = outer.Subject
			if s.putBefore(clause, outer) {
				clause.Subject = outer.Predicate
			}
		}
	}
}
