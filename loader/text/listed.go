package text

import "slices"

// listed gives the names of a list behind a colon to the several people whom it names, where these are who does, or who has done to them,
// what the clause before it tells: "the police detained three men: X, Y and Z", "the following were detained by the police: X and Y".
func (s *Sentence) listed(c int) {
	clause := &s.Clauses[c]
	if clause.Verb >= 0 || len(clause.Groups) < 2 || s.Groups[clause.Groups[0]].Low != ":" || c == 0 {
		return
	}
	list, _ := s.phrases(clause.Groups, 1)
	names := s.people(list)
	if names == nil {
		return
	}
	names = append(names, s.furtherPeople(c+1)...)
	for g := clause.Groups[0] - 1; g >= 0 && s.Groups[g].Kind != Break; g-- {
		if s.Groups[g].Kind != NounGroup || !s.several(g) {
			continue
		}
		outer := &s.Clauses[s.In[g]]
		for _, all := range [][]Phrase{outer.Subject, outer.Object} {
			for i := range all {
				if all[i].Group == g && len(all[i].Named) == 0 {
					all[i].Named = names
				}
			}
		}
		return
	}
}

// furtherPeople are the names of the list that goes on from clause c, behind semicolons: "three men: X, a judge; Y; and Z".
func (s *Sentence) furtherPeople(c int) (names []int) {
	for ; c < len(s.Clauses); c++ {
		clause, k := &s.Clauses[c], 1
		if clause.Verb >= 0 || len(clause.Groups) < 2 || s.Groups[clause.Groups[0]].Low != ";" {
			break
		}
		if s.stand(clause.Groups, k, Conjunction) {
			k++
		}
		list, _ := s.phrases(clause.Groups, k)
		further := s.people(list)
		if further == nil {
			break
		}
		names = append(names, further...)
	}
	return names
}

// several says that a noun group is of several people: "three men", "the following".
func (s *Sentence) several(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	return t.Kind == Word && (s.plural(g) && Animate(t.Low) || t.Low == "man" && s.Groups[g].Count != nil || t.Low == "following")
}

// people are the groups of a list of persons' names; nil where it holds anything else.
func (s *Sentence) people(list []Phrase) (names []int) {
	if len(list) == 0 || slices.ContainsFunc(list, func(p Phrase) bool { return !s.person(p.Group) }) {
		return nil
	}
	for _, p := range list {
		names = append(names, p.Group)
	}
	return names
}

// bracketed is where the bracket at k ends that names the several people of a phrase: "three men (X, Y and Z)"; k for none, and where
// others stand between: "the killers of three men (X, Y and Z)".
func (s *Sentence) bracketed(p *Phrase, groups []int, k int) int {
	opens := k+1 < len(groups) && s.Groups[groups[k]].Low == "(" && s.Groups[groups[k+1]].Kind == NounGroup
	if !opens || !s.several(p.Group) || slices.ContainsFunc(p.Of, s.several) {
		return k
	}
	list, end := s.phrases(groups, k+1)
	names := s.people(list)
	if names == nil || end >= len(groups) || s.Groups[groups[end]].Low != ")" {
		return k
	}
	p.Named = names
	return end + 1
}

// bracketedNumber says that a group is a number alone in brackets, which only tells how many what stands before it is: "Norway (320)".
func (s *Sentence) bracketedNumber(g int) bool {
	return s.Tokens[s.Groups[g].Head].Kind == Number && g > 0 && g+1 < len(s.Groups) && s.Groups[g-1].Low == "(" && s.Groups[g+1].Low == ")"
}
