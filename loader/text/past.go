package text

import (
	"strings"
)

// awayFrom says that a time at k is told by what comes behind it: "one day before the ceremony".
func (s *Sentence) awayFrom(groups []int, k int) bool {
	time := &s.Groups[groups[k]]
	return time.Kind == When && k+1 < len(groups) && (strings.HasSuffix(time.Low, "before") || strings.HasSuffix(time.Low, "after"))
}

// pastDenied skips what "not" at k denies, to what is so instead: "not X but Y", "not X, but Y".
func (s *Sentence) pastDenied(groups []int, k int) int {
	but := k + 2
	if s.stand(groups, but, Comma) {
		but++
	}
	if s.Groups[groups[k]].Low == "not" && but+1 < len(groups) && s.Groups[groups[but]].Low == "but" {
		return but + 1
	}
	return k
}

// pastBrackets skips what stands in brackets that open at k; k where none do, or where the verb stands in them too.
func (s *Sentence) pastBrackets(clause *Clause, k int) int {
	groups := clause.Groups
	if s.Groups[groups[k]].Low != "(" {
		return k
	}
	for j := k + 1; j < len(groups) && groups[j] != clause.Verb; j++ {
		if s.Groups[groups[j]].Low == ")" {
			return j + 1
		}
	}
	return k
}

// pastPartners is where the subject stands behind a list that goes on from a prepositional phrase: "in cooperation with X, Y and Z, UNHCR
// held", "since the floods in X, Y and Z last year, the police improved"; k where the list from k to next is no such.
func (s *Sentence) pastPartners(clause *Clause, k, next, members int) int {
	groups := clause.Groups
	if members < 2 || k < 3 || s.Groups[groups[k-1]].Low != "," || !s.prepositional(groups[k-2]) {
		return k
	}
	for next < len(groups) && (s.temporal(groups[next]) || s.stand(groups, next, When)) {
		next++
	}
	for at := k; at <= next; at++ {
		if !s.stand(groups, at, Comma, NounGroup) || s.Groups[groups[at]].Low != "," || !s.conjunctionBetween(groups, k, at) {
			continue
		}
		if _, end := s.phrases(groups, at+1); end < len(groups) && groups[end] == clause.Verb && !s.stand(groups, end+1, Comma) {
			return at + 1
		}
	}
	return k
}

// pastAside skips what tells, between commas, who the name in a prepositional phrase is, where a subject follows it: "under X, the envoy of
// Y, talks took place".
func (s *Sentence) pastAside(clause *Clause, k int) int {
	groups := clause.Groups
	// person says that a comma and a person stand at an index.
	person := func(at int) bool { return s.Groups[groups[at]].Kind == Comma && s.person(groups[at+1]) }
	if k+4 < len(groups) && person(k) && person(k+2) && groups[k+4] == clause.Verb { // "with a doctor, X, Y was moved"
		return k + 2
	}
	if k+1 >= len(groups) || s.Groups[groups[k]].Kind != Comma || s.Groups[groups[k+1]].Kind != NounGroup || !s.person(groups[k-1]) || s.name(groups[k+1]) != nil {
		return k
	}
	list, next := s.phrases(groups, k+1)
	if at := s.pastPartners(clause, k+1, next, len(list)); at > k+1 { // "in the presence of X, officials and partners, the police opened"
		clause.endBefore(groups[at])
		return at
	}
	for j := k + 2; j+1 < len(groups) && groups[j] < clause.Verb; j++ {
		if s.Groups[groups[j]].Kind == Comma && s.Groups[groups[j+1]].Kind == NounGroup {
			return j
		}
	}
	return k
}
