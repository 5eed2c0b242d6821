package text

// identities lets names that stand elsewhere in a sentence say who those are of whom a clause within it tells.
func (s *Sentence) identities() {
	for c := range s.Clauses {
		clause := &s.Clauses[c]
		if clause.Verb < 0 || s.Groups[clause.Verb].Verb.Negated || s.Groups[clause.Verb].Verb.Modal != "" {
			continue
		}
		if names := s.names(s.told(clause)); len(names) > 0 {
			s.identify(c, s.meant(clause), names)
		}
	}
}

// told are the phrases by which a clause may say who somebody is: what its subject is, or includes, or is called.
func (s *Sentence) told(clause *Clause) []Phrase {
	verb := &s.Groups[clause.Verb]
	switch {
	case verb.Verb.Copula:
		return clause.Predicate
	case Is(verb.Low, "include"), clause.Kind == RelativeClause && clause.Marker == "" && oneOf(verb.Low, "named", "called"):
		return clause.Object
	case s.calls(clause):
		for _, a := range clause.Attached {
			if a.Prep == "as" {
				return a.Phrases
			}
		}
	}
	return nil
}

// calls says that a participle tells what somebody is called: "a man known as X".
func (s *Sentence) calls(clause *Clause) bool {
	return clause.Kind == RelativeClause && clause.Marker == "" && s.Groups[clause.Verb].Verb.Form == Participle && IsAny(s.Groups[clause.Verb].Low, callsAs)
}

// names are the groups of a list that name persons, as its phrases or in apposition to them.
func (s *Sentence) names(list []Phrase) (all []int) {
	for _, p := range list {
		for _, g := range append([]int{p.Group}, p.Named...) {
			if s.person(g) {
				all = append(all, g)
			}
		}
	}
	return all
}

// meant is the group of those of whom a clause says who they are: "the man arrested by the police was X", "one of the men arrested was X",
// "among those whom the police arrested were X and Y", "a man named X"; -1 for none.
func (s *Sentence) meant(clause *Clause) int {
	list := clause.Subject
	if clause.Marker == "whose" && len(list) == 1 {
		if clause.Governor < 0 || s.Groups[list[0].Group].Low != "name" || s.Groups[list[0].Group].Possessor >= 0 {
			return -1
		}
		list = s.antecedents(clause, "who")
		if in := &s.Clauses[s.In[clause.Governor]]; in.Verb >= 0 && s.calls(in) { // "a man known as “Tiger”, whose real name is X"
			list = in.Subject
		}
	}
	if (clause.Marker == "whose" || s.calls(clause)) && (len(list) != 1 || !s.somebody(list[0].Group)) {
		return -1
	}
	if list == nil && len(clause.Attached) > 0 && clause.Attached[0].At == clause.Groups[0] && oneOf(clause.Attached[0].Prep, "among", "amongst") {
		list = clause.Attached[0].Phrases
	}
	if len(list) != 1 {
		return -1
	}
	p := list[0]
	if len(p.Of) == 1 && s.Groups[p.Group].Low == "one" {
		return p.Of[0]
	}
	if len(p.Of) > 0 || s.name(p.Group) != nil {
		return -1
	}
	return p.Group
}

// identify gives the phrases of a group in the other clauses the names of whom they mean.
func (s *Sentence) identify(in, g int, names []int) {
	for c := range s.Clauses {
		for _, list := range [][]Phrase{s.Clauses[c].Subject, s.Clauses[c].Object} {
			if c != in && len(list) == 1 && list[0].Group == g && len(list[0].Named) == 0 {
				list[0].Named = names
			}
		}
	}
}
