package text

import "slices"

// identities lets names that stand elsewhere in a sentence say who those are of whom a clause within it tells.
func (s *Sentence) identities() {
	for g := range s.Groups {
		if one := g - 2; one > 1 && s.someOf(one, g) && s.Groups[one-1].Kind == Comma && s.person(one-2) && !(one > 3 && s.Groups[one-3].Low == "of" && Animate(s.Groups[one-4].Low)) {
			s.identify(-1, g, []int{one - 2}) // "X, one of those arrested", but not "a brother of X, one of those"
		}
	}
	for c := range s.Clauses {
		clause := &s.Clauses[c]
		if clause.Verb < 0 || s.Groups[clause.Verb].Verb.Negated || s.Groups[clause.Verb].Verb.Modal != "" {
			continue
		}
		if whole, names := s.amongThose(clause); len(names) > 0 {
			s.identify(c, whole, names)
			continue
		}
		if names := s.names(s.told(clause)); len(names) > 0 {
			s.identify(c, s.meant(clause), names)
		}
	}
}

// amongThose are those of whom a clause says that they are some of a group, and that group: "X was one of the men arrested".
func (s *Sentence) amongThose(clause *Clause) (whole int, names []int) {
	told := clause.Kind == Main || clause.Kind == Coordinate || clause.Kind == RelativeClause
	if !told || !s.Groups[clause.Verb].Verb.Copula || len(clause.Predicate) != 1 || len(clause.Predicate[0].Of) != 1 {
		return -1, nil
	}
	if whole = clause.Predicate[0].Of[0]; !s.someOf(clause.Predicate[0].Group, whole) {
		return -1, nil
	}
	return whole, s.names(clause.Subject)
}

// someOf says that a number of a group is told of, right before it: "one of those".
func (s *Sentence) someOf(number, whole int) bool {
	return number+2 == whole && s.Tokens[s.Groups[number].Head].Kind == Number && s.Groups[number+1].Low == "of" && s.Groups[whole].Kind == NounGroup
}

// told are the phrases by which a clause may say who somebody is: what its subject is, or includes, or is called.
func (s *Sentence) told(clause *Clause) []Phrase {
	verb := &s.Groups[clause.Verb]
	switch {
	case verb.Verb.Copula:
		return clause.Predicate
	case Is(verb.Low, "include") && !s.inOffice(clause), clause.Kind == RelativeClause && clause.Marker == "" && oneOf(verb.Low, "named", "called"):
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

// inOffice says that a clause tells as what somebody is part of a body, of which he or she is one with an office: "the cabinet includes X
// as minister".
func (s *Sentence) inOffice(clause *Clause) bool {
	return slices.ContainsFunc(clause.Attached, func(a Attachment) bool {
		return a.Prep == "as" && len(a.Phrases) > 0 && s.Tokens[s.Groups[a.Phrases[0].Group].Head].Kind == Office
	})
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
	if one := s.oneOfThem(clause); one >= 0 {
		return one
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

// oneOfThem is the group of several people before a comma, of one of whom a participle tells what he or she is called: "two men, one of
// them later identified as X"; -1 for none.
func (s *Sentence) oneOfThem(clause *Clause) int {
	if !s.calls(clause) || len(clause.Subject) != 1 {
		return -1
	}
	them := clause.Subject[0].Group
	if them < 4 || s.Groups[them].Low != "them" || !s.someOf(them-2, them) || s.Groups[them-3].Kind != Comma {
		return -1
	}
	if all := them - 4; s.living(all) && s.plural(all) {
		return all
	}
	return -1
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
