package text

// pastWhere skips the prepositional phrases that tell of somebody at k, from where, in what or with what, where whoever stands behind the next
// conjunction is joined to that somebody, and not to the last thing that they name: "four pilgrims from Montenegro and their driver".
func (s *Sentence) pastWhere(p *Phrase, groups []int, k int) int {
	if !s.living(p.Group) {
		return k
	}
	end := k
	for s.stand(groups, end, Preposition, NounGroup) && tellsWhere[s.Groups[groups[end]].Low] && s.something(groups[end+1]) {
		end = s.ofs(&Phrase{}, groups, end+2)
	}
	if end == k || !s.stand(groups, end, Conjunction, NounGroup) && !s.stand(groups, end, Comma, NounGroup) || !s.fellow(p.Group, groups, end+1) {
		return k
	}
	return end
}

// parts says that the list behind a preposition, which tells of somebody before it, ends before whoever stands at next and is joined to that
// somebody.
func (s *Sentence) parts(first *Phrase, groups []int, next int) bool {
	k := first.Group - 2
	for k > 0 && s.something(k) && s.prepositional(k) && (tellsWhere[s.Groups[k-1].Low] || s.Groups[k-1].Low == "of") {
		k -= 2
	}
	return tellsWhere[s.Groups[first.Group-1].Low] && s.something(first.Group) && s.living(k) && s.fellow(k, groups, next)
}

// fellow says that a noun group at k, behind a conjunction or a comma, is of further people beside those of another: behind a comma only where
// a determiner says whose they are. It is not, where it has a place of its own of the same kind.
func (s *Sentence) fellow(of int, groups []int, k int) bool {
	g := &s.Groups[groups[k]]
	further := s.living(groups[k]) || s.nounOf(groups[k], Number) && s.stand(groups, k+1, Preposition, NounGroup) &&
		s.Groups[groups[k+1]].Low == "of" && s.living(groups[k+2])
	own := s.stand(groups, k+1, Preposition, NounGroup) && s.Groups[groups[k+1]].Low == s.Groups[of+1].Low
	return further && !own && (s.Groups[groups[k-1]].Low == "and" || oneOf(g.Det, "his", "her", "their", "its"))
}

// living says that the noun of a group, which is no name, is one of people.
func (s *Sentence) living(g int) bool {
	return g >= 0 && s.nounOf(g, Word) && Animate(s.Groups[g].Low)
}

// something says that a group is of a place, a body or a thing.
func (s *Sentence) something(g int) bool {
	return s.Groups[g].Kind == NounGroup && (s.name(g) != nil && !s.person(g) || s.nounOf(g, Word) && !Animate(s.Groups[g].Low)) && !s.temporal(g)
}
