package text

import (
	"slices"
	"strings"
)

// pastWhere skips the prepositional phrases that tell of somebody at k, from where, in what or with what, where whoever stands behind the
// next conjunction is joined to that somebody, and not to the last thing that they name: "four pilgrims from Montenegro and their driver",
// "X, the former head of a school in Klina, and his driver, Y".
func (s *Sentence) pastWhere(p *Phrase, groups []int, k int) int {
	if s.tookOffice(p.Group) {
		if end := s.past(groups, k); s.andAnother(groups, end) {
			return end
		}
	}
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

// parts says that the list behind a preposition, which tells of somebody before it, ends before whoever stands at next and is joined to
// that somebody.
func (s *Sentence) parts(first *Phrase, groups []int, next int) bool {
	k := first.Group - 2
	for k > 0 && s.something(k) && s.prepositional(k) && (tellsWhere[s.Groups[k-1].Low] || s.Groups[k-1].Low == "of") {
		k -= 2
	}
	if (s.tookOffice(k) || k > 1 && s.living(k) && s.Groups[k-1].Kind == Comma && s.person(k-2)) && s.something(first.Group) {
		return s.andAnother(groups, next-2)
	}
	return tellsWhere[s.Groups[first.Group-1].Low] && s.something(first.Group) && s.living(k) && s.fellow(k, groups, next)
}

// tookOffice says that a group is the name of a person that has taken an office behind it along: "X, the former head" of "X, the former
// head of a school".
func (s *Sentence) tookOffice(g int) bool {
	return g >= 0 && s.Groups[g].Kind == NounGroup && s.person(g) && strings.Contains(s.Tokens[s.Groups[g].Head].Text, ", ")
}

// andAnother says that a comma ends at k what tells of somebody, and that another somebody is joined to that one behind it, who is no
// subject of a further verb: ", and Y", ", and his driver, Y".
func (s *Sentence) andAnother(groups []int, k int) bool {
	if k < 0 || !s.stand(groups, k, Comma, Conjunction, NounGroup) || s.Groups[groups[k+1]].Low != "and" {
		return false
	}
	end := k + 3
	if !s.person(groups[k+2]) {
		if !s.living(groups[k+2]) || !s.stand(groups, end, Comma, NounGroup) || !s.person(groups[end+1]) {
			return false
		}
		end += 2
	}
	subject := s.stand(groups, end, VerbGroup) || s.stand(groups, end, Comma, VerbGroup)
	return !subject || !slices.ContainsFunc(groups[:k], func(g int) bool { return s.Groups[g].Kind == VerbGroup })
}

// asideBefore says that what stands behind a comma at next tells who the last of a list is, and that another is joined to that one behind
// it: "against X, a baker from Klina, and Y".
func (s *Sentence) asideBefore(last *Phrase, groups []int, next int) bool {
	if !s.person(last.Group) || !s.describes(last, groups[next]) || s.describesAnother(groups[next], last) {
		return false
	}
	return s.andAnother(groups, s.past(groups, s.ofs(&Phrase{}, groups, next+1)))
}

// fellow says that a noun group at k, behind a conjunction or a comma, is of further people beside those of another: behind a comma only
// where a determiner says whose they are. It is not, where it has a place of its own of the same kind.
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

// ofTwo says that a conjunction in the groups of a clause joins two persons whom a thing behind a preposition is of: "in the house of Y and
// Z".
func (s *Sentence) ofTwo(groups []int, k int) bool {
	return k > 3 && s.stand(groups, k-4, Preposition, NounGroup, Preposition, NounGroup, Conjunction, NounGroup) && s.Groups[groups[k-2]].Low == "of" &&
		s.something(groups[k-3]) && s.person(groups[k-1]) && s.person(groups[k+1])
}
