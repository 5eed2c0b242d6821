package text

import (
	"slices"
	"strings"
)

// phrases reads the noun phrases of a list that begins at groups[k], and where it ends in groups.
func (s *Sentence) phrases(groups []int, k int) ([]Phrase, int) {
	var list []Phrase
	named := 0            // the phrase that following names are in apposition to, +1
	loose, after := 0, -1 // members that only a comma joined so far, and where the list ended before them
	for s.stand(groups, k, NounGroup) {
		p := Phrase{Group: groups[k]}
		k = s.ofs(&p, groups, k+1)
		k = s.bracketed(&p, groups, s.quoted(&p, groups, k))
		n := len(list)
		switch {
		case n > 0 && named == n && s.mayName(p.Group, &list[n-1]):
			list[n-1].Named = append(list[n-1].Named, p.Group)
		default:
			list = append(list, p)
			named = 0
		}
		k = s.pastWhere(&p, groups, k)
		next, sep := s.separator(groups, k)
		if far := s.namedBehind(list, groups, k); next < 0 && far > 0 {
			last := &list[len(list)-1]
			last.Named = append(last.Named, groups[far])
			last.Unclear = slices.ContainsFunc(groups[k:far], s.somebody)
			return s.sealed(list, far+1)
		}
		if next < 0 || s.givesWay(list, groups, next, sep) {
			break
		}
		last := &list[len(list)-1]
		switch {
		case sep == "," && s.describes(last, groups[next]) && !s.describesAnother(groups[next], last) && !s.takesComma(groups, next):
			told := Phrase{Group: groups[next]}
			k = s.ofs(&told, groups, next+1)
			k = s.past(groups, k)
			if at := s.namesAnother(&told, groups, k); at > 0 {
				return s.sealed(list, at)
			}
			if next, _ = s.separator(groups, k); next < 0 || s.endsAside(groups, k, next) {
				return s.sealed(list, k)
			}
			k = next
		case sep == "," && named == 0 && s.introduces(last, groups[next]) && !s.ofSeveral(&list[0], groups, next):
			named = len(list)
			last.Unclear = s.unclear(last, groups[next]) || s.behindAnother(groups, next)
			k = next
		case named == len(list) && !s.plural(last.Group) && sep == ",": // one name only
			return s.sealed(list, k)
		default:
			if sep == "and" {
				loose, after = 0, -1
			} else if after < 0 {
				loose, after = len(list), k
			}
			k = next
		}
	}
	if after >= 0 && loose < len(list) { // no conjunction ever came: no list
		list, k = list[:loose], after
	}
	return s.sealed(list, k)
}

// stand says that groups of these kinds, one of each, stand from k on.
func (s *Sentence) stand(groups []int, k int, kinds ...GroupKind) bool {
	if k+len(kinds) > len(groups) {
		return false
	}
	for i, kind := range kinds {
		if s.Groups[groups[k+i]].Kind != kind {
			return false
		}
	}
	return true
}

// givesWay says that the list behind a preposition ends before what stands at next, since that is of another kind, and names nobody in the
// list: "after talks with X, the police left", "in Klina and X".
func (s *Sentence) givesWay(list []Phrase, groups []int, next int, sep string) bool {
	first, g := &list[0], groups[next]
	if !s.prepositional(first.Group) || len(first.Named) > 0 || s.ofSeveral(first, groups, next) || s.betweenOpen(first.Group, g) {
		return false
	}
	if sep == "," && s.introduces(&list[len(list)-1], g) && s.enclosed(groups, next) {
		return false
	}
	if sep == "," && (s.goesOnBehindVerb(first, groups, next) || s.takesComma(groups, next) || s.asideBefore(&list[len(list)-1], groups, next)) {
		return false
	}
	if s.parts(first, groups, next) {
		return true
	}
	onlyOneNamed := (s.name(first.Group) != nil) != (s.name(g) != nil)
	return sep == "," && onlyOneNamed || s.name(g) != nil && s.person(first.Group) != s.person(g)
}

// goesOnBehindVerb says that a list that begins with several of a kind goes on with the name of a body or place at next, and comes to an
// end behind a conjunction, all behind the verb, where no subject stands: "worked with local agencies, X and other partners".
func (s *Sentence) goesOnBehindVerb(first *Phrase, groups []int, next int) bool {
	g := groups[next]
	if s.name(first.Group) != nil || !s.plural(first.Group) || s.name(g) == nil || s.person(g) ||
		!slices.ContainsFunc(groups[:next], func(g int) bool { return s.Groups[g].Kind == VerbGroup }) {
		return false
	}
	k := s.ofs(&Phrase{}, groups, next+1)
	for s.stand(groups, k, Comma, NounGroup) {
		k = s.ofs(&Phrase{}, groups, k+2)
	}
	if s.stand(groups, k, Comma) {
		k++
	}
	return s.stand(groups, k, Conjunction, NounGroup) && !s.stand(groups, k+2, VerbGroup)
}

// betweenOpen says that a list behind "between" is not at its end before a group, since no conjunction has come: "between X, a team and Y".
func (s *Sentence) betweenOpen(first, g int) bool {
	if s.Groups[first-1].Low != "between" {
		return false
	}
	return !slices.ContainsFunc(s.Groups[first:g], func(g Group) bool { return g.Kind == Conjunction })
}

// ofSeveral says that the name at next goes on a list behind "of", of bodies or places behind the verb: "a meeting between representatives
// of A, B and C". Before the verb the name may be its subject.
func (s *Sentence) ofSeveral(p *Phrase, groups []int, next int) bool {
	if len(p.Of) != 1 || len(p.Named) > 0 || s.name(p.Of[0]) == nil || s.Tokens[s.Groups[p.Group].Head].Kind == Office {
		return false
	}
	behindVerb := slices.ContainsFunc(groups[:next], func(g int) bool { return s.Groups[g].Kind == VerbGroup })
	return behindVerb && s.name(groups[next]) != nil && !s.person(groups[next])
}

// endsAside says that nothing but a comma stands between what tells of a name, up to k, and a noun group at next that is no name: the list
// ends with that name.
func (s *Sentence) endsAside(groups []int, k, next int) bool {
	comma := s.stand(groups, next-1, Comma) && next > 1 && !s.stand(groups, next-2, Conjunction)
	return comma && s.name(groups[next]) == nil && !s.conjunctionBetween(groups, k, next)
}

func (s *Sentence) sealed(list []Phrase, k int) ([]Phrase, int) {
	for i := range list {
		list[i].List, list[i].To = len(list), k
		describes := i+1 < len(list) && s.describedWith(list[i].Group, list[i+1].Group)
		list[i].Unclear = list[i].Unclear || describes || i > 0 && s.ambiguouslyCoordinated(&list[i-1], &list[i])
	}
	return list, k
}

// separator is where the next member of a list stands behind a comma, a conjunction or both, and which; -1 where none does. A bracket is
// passed over, and whom a member includes.
func (s *Sentence) separator(groups []int, k int) (next int, sep string) {
	if s.takesComma(groups, k) {
		return k, ","
	}
	if k < len(groups) && s.Groups[groups[k]].Low == "(" {
		for k < len(groups) && s.Groups[groups[k]].Low != ")" {
			k++
		}
		k++
	}
	k = s.pastSide(groups, s.pastIncluded(groups, k))
	for s.stand(groups, k, Comma) && s.Groups[groups[k]].Low != "(" || s.stand(groups, k, Conjunction) {
		if s.stand(groups, k, Conjunction) {
			if s.Groups[groups[k]].Low == "but" && (k+1 >= len(groups) || s.Groups[groups[k+1]].Low != "also") {
				return -1, ""
			}
			sep = "and"
		} else if sep == "" {
			sep = ","
		}
		k++
	}
	if sep == "and" {
		k = s.pastManner(groups, k)
	}
	for sep != "" && s.stand(groups, k, Adverb) && oneOf(s.Groups[groups[k]].Low, "also", "both", "then", "formerly", "later") {
		k++
	}
	if sep == "" || !s.stand(groups, k, NounGroup) || s.temporal(groups[k]) {
		return -1, ""
	}
	return k, sep
}

// pastIncluded skips whom the member of a list that ends at k includes, before a further one: "30 guards, including four women, and five
// cooks".
func (s *Sentence) pastIncluded(groups []int, k int) int {
	switch {
	case s.stand(groups, k, Comma, Preposition, NounGroup, Comma, Conjunction) && s.Groups[groups[k+1]].Low == "including":
		return k + 3
	case s.stand(groups, k, Comma, Preposition, NounGroup, NounGroup, Comma, Conjunction) && s.Groups[groups[k+1]].Low == "among":
		return k + 4
	}
	return k
}

// pastSide skips what says on which of two sides the member of a list that ends at k is: "between X, on the one hand, and Y, on the other".
func (s *Sentence) pastSide(groups []int, k int) int {
	if s.stand(groups, k, Comma, Preposition, NounGroup, Comma, Conjunction) && s.Groups[groups[k+1]].Low == "on" && oneOf(s.Groups[groups[k+2]].Low, "hand", "side", "part") {
		return k + 3
	}
	return k
}

// takesComma says that a person's name right before k has taken its comma along, "the President, X, Prime Minister Y and Z", and that
// another person stands at k, or those whom a name behind tells, "the prosecutor, X, the accused, Y and Z", who is not the subject behind a
// prepositional phrase, "after a meeting with the President, X, Prime Minister Y left", unless that is of the subject: "meetings between
// the President, X, Prime Minister Y and Z were held".
func (s *Sentence) takesComma(groups []int, k int) bool {
	if k >= len(groups) || k == 0 || groups[k] != groups[k-1]+1 {
		return false
	}
	named := s.stand(groups, k, NounGroup, Comma, NounGroup) && s.introduces(&Phrase{Group: groups[k]}, groups[k+2]) && s.person(groups[k+2])
	if !s.person(groups[k-1]) || !s.person(groups[k]) && !named || !s.tookComma(groups[k-1]) {
		return false
	}
	j := k - 1
	for j > 0 && (s.stand(groups, j, NounGroup) || s.Groups[groups[j]].Low == "of" || s.stand(groups, j, Comma) && s.person(groups[j-1])) {
		j--
	}
	return !s.stand(groups, j, Preposition) || slices.ContainsFunc(groups[:j], func(g int) bool {
		return s.Groups[g].Kind == VerbGroup || s.Groups[g].Kind == NounGroup && !s.prepositional(g) && !s.temporal(g)
	})
}

func (s *Sentence) conjunctionBetween(groups []int, from, to int) bool {
	for _, g := range groups[from:to] {
		if s.Groups[g].Kind == Conjunction {
			return true
		}
	}
	return false
}

// prepositional says that a preposition stands right before a noun group.
func (s *Sentence) prepositional(g int) bool { return g > 0 && s.Groups[g-1].Kind == Preposition }

func (s *Sentence) plural(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	tagged := strings.HasPrefix(t.Tag, "NN") && t.Tag != "NN" && t.Tag != "NNP"
	return tagged || t.Low == "people" || strings.HasSuffix(t.Low, "men") || t.Kind == Office && strings.HasSuffix(t.Low, "s")
}

// ofs takes the noun groups behind "of" that follow, and behind a preposition the second of two persons whom a thing is of. A place is of
// nobody: "the visit to Klina of the Minister".
func (s *Sentence) ofs(p *Phrase, groups []int, k int) int {
	for s.ofNoun(groups, k) {
		p.Of = append(p.Of, groups[k+1])
		k += 2
	}
	// "arrested X for the murder of Y and Z"
	if n := len(p.Of); n > 0 && s.prepositional(p.Group) && s.something(p.Group) && s.person(p.Of[n-1]) && s.stand(groups, k, Conjunction, NounGroup) &&
		s.Groups[groups[k]].Low == "and" && s.person(groups[k+1]) && !s.stand(groups, k+2, VerbGroup) {
		p.Of = append(p.Of, groups[k+1])
		k += 2
	}
	return k
}

// ofNoun says that "of" stands at k, and behind it a noun group that what stands before it can be of.
func (s *Sentence) ofNoun(groups []int, k int) bool {
	if !s.stand(groups, k, Preposition, NounGroup) || s.Groups[groups[k]].Low != "of" || groups[k+1] != groups[k]+1 {
		return false
	}
	before, behind := groups[k-1], groups[k+1]
	if s.name(before) != nil && (s.person(behind) || s.Tokens[s.Groups[behind].Head].Kind == Office) {
		return false
	}
	return !s.person(before) || s.name(behind) != nil && !s.person(behind)
}

// past skips the prepositional phrases that follow.
func (s *Sentence) past(groups []int, k int) int {
	for s.stand(groups, k, Preposition, NounGroup) || s.stand(groups, k, Preposition, When) {
		k += 2
		if s.called(groups[k-1], groups, k) {
			k++
		}
		k = s.pastDayOfList(groups, k)
		for s.joinedNoun(groups, k) {
			k += 2
		}
		if s.stand(groups, k, Conjunction, Preposition) {
			k++
		}
	}
	return k
}

// pastDayOfList is where a list of names ends whose first stands right before k, behind a preposition, if a day, and then who acts, come
// behind it: "in Klina, Peja and Istog on 4 May, officers arrested"; k where none does.
func (s *Sentence) pastDayOfList(groups []int, k int) int {
	named := func(g int) bool { return s.name(g) != nil && !s.person(g) }
	at := k
	for k > 0 && named(groups[k-1]) && s.stand(groups, at, Comma, NounGroup) && named(groups[at+1]) {
		at += 2
	}
	if at > k && s.stand(groups, at, Conjunction, NounGroup, Preposition, When, Comma, NounGroup) && named(groups[at+1]) {
		return at + 2
	}
	return k
}

// joinedNoun says that a conjunction stands at k, and behind it a noun group that is a member of the list before it, and no subject.
func (s *Sentence) joinedNoun(groups []int, k int) bool {
	if k+2 >= len(groups) || !s.stand(groups, k, Conjunction, NounGroup) || s.stand(groups, k+2, VerbGroup) {
		return false
	}
	return !s.person(groups[k+1]) || s.aheadOfSubject(groups, k+2)
}

// aheadOfSubject says that a comma, and what is no name, stand at k, "apart from X and Y, all the accused were", or a noun group right
// away, behind a name that takes its comma along.
func (s *Sentence) aheadOfSubject(groups []int, k int) bool {
	if s.stand(groups, k, Comma, NounGroup, VerbGroup) { // "for the murder of X and Y, Z was"
		return true
	}
	return s.stand(groups, k, NounGroup) || s.stand(groups, k, Comma, NounGroup) && s.name(groups[k+1]) == nil
}
