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
	for k < len(groups) && s.Groups[groups[k]].Kind == NounGroup {
		p := Phrase{Group: groups[k]}
		k = s.ofs(&p, groups, k+1)
		k = s.bracketed(&p, groups, s.quoted(&p, groups, k))
		n := len(list)
		switch {
		case n > 0 && named == n && s.name(p.Group) != nil && !strings.HasPrefix(s.name(p.Group).Low, "the ") && (s.person(p.Group) || !s.person(list[n-1].Group)):
			list[n-1].Named = append(list[n-1].Named, p.Group)
		default:
			list = append(list, p)
			named = 0
		}
		next, sep := s.separator(groups, k)
		if far := s.namedBehind(list, groups, k); next < 0 && far > 0 {
			last := &list[len(list)-1]
			last.Named = append(last.Named, groups[far])
			return s.sealed(list, far+1)
		}
		if next < 0 {
			break
		}
		if first := list[0].Group; s.prepositional(first) && !(sep == "," && s.introduces(&list[len(list)-1], groups[next]) && s.enclosed(groups, next)) &&
			(len(list[0].Named) == 0 && (s.name(first) != nil) != (s.name(groups[next]) != nil) && sep == "," || s.person(first) != s.person(groups[next]) && s.name(groups[next]) != nil && len(list[0].Named) == 0) {
			break
		}
		last := &list[len(list)-1]
		switch {
		case sep == "," && s.describes(last, groups[next], groups, next):
			told := Phrase{Group: groups[next]}
			k = s.ofs(&told, groups, next+1)
			k = s.past(groups, k)
			if at := s.namesAnother(&told, groups, k); at > 0 {
				return s.sealed(list, at)
			}
			if next, _ = s.separator(groups, k); next < 0 || s.Groups[groups[next-1]].Kind == Comma && next-2 >= 0 && s.Groups[groups[next-2]].Kind != Conjunction && !s.conjunctionBetween(groups, k, next) && s.name(groups[next]) == nil {
				return s.sealed(list, k)
			}
			k = next
		case sep == "," && named == 0 && s.introduces(last, groups[next]):
			named = len(list)
			last.Unclear = s.unclear(last, groups[next])
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

// namesAnother is where the name ends that stands between commas behind what tells of somebody that he or she is somebody else's: "X, the son of the Mayor, Y, was";
// 0 where none does. The name may be that of either of the two.
func (s *Sentence) namesAnother(told *Phrase, groups []int, k int) int {
	if k+1 >= len(groups) || s.Groups[groups[k]].Low != "," || !s.person(groups[k+1]) || k+2 < len(groups) && s.Groups[groups[k+2]].Kind == Conjunction {
		return 0
	}
	last := &s.Tokens[s.Groups[groups[k-1]].Head]
	if !s.unclear(told, groups[k+1]) && (groups[k-1] == told.Group || last.Kind != Office && !(last.Kind == Word && Animate(last.Low) && Singular(last.Low) == last.Low)) {
		return 0
	}
	return k + 2
}

// enclosed says of a person's name that a comma, a conjunction or nothing stands behind it, and no verb: it says who stands before it, and does nothing itself.
func (s *Sentence) enclosed(groups []int, next int) bool {
	if !s.person(groups[next]) {
		return false
	}
	if next+1 >= len(groups) {
		return true
	}
	behind := &s.Groups[groups[next+1]]
	if behind.Kind == Comma && behind.Low == "," && next+2 < len(groups) {
		return s.Groups[groups[next+2]].Kind != VerbGroup
	}
	return behind.Kind == Comma && behind.Low == "," || behind.Kind == Conjunction
}

// namedBehind is where a person's name stands between commas behind the prepositional phrases of the one somebody before it, whom it names: "the head of the team
// in the talks with Y, X,"; 0 for none.
func (s *Sentence) namedBehind(list []Phrase, groups []int, k int) int {
	if len(list) != 1 || s.name(list[0].Group) != nil || s.plural(list[0].Group) || k >= len(groups) || s.Groups[groups[k]].Kind != Preposition || s.prepositional(list[0].Group) {
		return 0
	}
	group := &s.Groups[list[0].Group]
	if !Animate(group.Low) && !slices.ContainsFunc(s.Tokens[group.From:group.To], func(t Token) bool { return t.Kind == Office }) {
		return 0
	}
	at := s.past(groups, k)
	for _, g := range groups[k:at] {
		if s.Groups[g].Kind == NounGroup && s.person(g) {
			return 0
		}
	}
	if at+2 < len(groups) && s.Groups[groups[at]].Kind == Comma && s.Groups[groups[at+1]].Kind == NounGroup && s.person(groups[at+1]) && s.Groups[groups[at+2]].Kind == Comma && !s.unclear(&list[0], groups[at+1]) {
		return at + 1
	}
	return 0
}

// prepositional says that a preposition stands right before a noun group.
func (s *Sentence) prepositional(g int) bool { return g > 0 && s.Groups[g-1].Kind == Preposition }

func (s *Sentence) conjunctionBetween(groups []int, from, to int) bool {
	for _, g := range groups[from:to] {
		if s.Groups[g].Kind == Conjunction {
			return true
		}
	}
	return false
}

func (s *Sentence) sealed(list []Phrase, k int) ([]Phrase, int) {
	for i := range list {
		list[i].List, list[i].To = len(list), k
		list[i].Unclear = list[i].Unclear || i+1 < len(list) && s.describedWith(list[i].Group, list[i+1].Group) || i > 0 && s.eithers(&list[i-1], &list[i])
	}
	return list, k
}

// eithers says that a person's name may go on what somebody before it is of, or the list that this one is in: "the killers of X and Y".
func (s *Sentence) eithers(before, p *Phrase) bool {
	if !s.person(p.Group) || len(before.Named) > 0 {
		return false
	}
	if len(before.Of) == 0 {
		return before.Unclear && s.person(before.Group)
	}
	head, of := &s.Tokens[s.Groups[before.Group].Head], before.Of[len(before.Of)-1]
	return head.Kind == Word && Animate(head.Low) && (s.person(of) || s.Tokens[s.Groups[of].Head].Tag == "NNP" && s.name(of) == nil) // a name that is not recognised is one too
}

// describedWith says that a name is no more than the first of two words that describe what follows: "Kosovo and Serbian associations".
func (s *Sentence) describedWith(g, next int) bool {
	first, last := &s.Tokens[s.Groups[next].From], &s.Tokens[s.Groups[next].Head]
	return s.name(g) != nil && !s.person(g) && s.Groups[g].To == s.Groups[g].From+1 && first != last && first.Tag == "JJ" && first.Text != first.Low && last.Kind == Word && last.Tag == "NNS" &&
		next == g+2 && s.Groups[g+1].Kind == Conjunction
}

// ofs takes the noun groups behind "of" that follow. A place is of nobody: "the visit to Klina of the Minister".
func (s *Sentence) ofs(p *Phrase, groups []int, k int) int {
	for k+1 < len(groups) && !(s.name(groups[k-1]) != nil && (s.person(groups[k+1]) || s.Tokens[s.Groups[groups[k+1]].Head].Kind == Office)) && (!s.person(groups[k-1]) || s.name(groups[k+1]) != nil && !s.person(groups[k+1])) && s.Groups[groups[k]].Kind == Preposition && s.Groups[groups[k]].Low == "of" && s.Groups[groups[k+1]].Kind == NounGroup && groups[k+1] == groups[k]+1 {
		p.Of = append(p.Of, groups[k+1])
		k += 2
	}
	return k
}

// quoted takes the name that stands right behind a common noun, in quotation marks, or with an article of its own behind a preposition: "the movement “Vetëvendosje”", "with the
// organization the Water Centre".
func (s *Sentence) quoted(p *Phrase, groups []int, k int) int {
	if k < len(groups) && groups[k] == groups[k-1]+1 && s.name(p.Group) == nil && len(p.Of) == 0 && s.name(groups[k]) != nil && !s.person(groups[k]) &&
		(s.Groups[groups[k]].From == s.Groups[groups[k-1]].To+1 && oneOf(s.Tokens[s.Groups[groups[k-1]].To].Text, "“", "\"") || s.prepositional(p.Group) && s.Groups[groups[k]].Det == "the") {
		p.Named = append(p.Named, groups[k])
		return k + 1
	}
	return k
}

// past skips the prepositional phrases that follow.
func (s *Sentence) past(groups []int, k int) int {
	for k+1 < len(groups) && s.Groups[groups[k]].Kind == Preposition && (s.Groups[groups[k+1]].Kind == NounGroup || s.Groups[groups[k+1]].Kind == When) {
		k += 2
		for k+1 < len(groups) && s.Groups[groups[k]].Kind == Conjunction && s.Groups[groups[k+1]].Kind == NounGroup && (!s.person(groups[k+1]) || s.aheadOfSubject(groups, k+2)) && k+2 < len(groups) && s.Groups[groups[k+2]].Kind != VerbGroup {
			k += 2
		}
		if k+1 < len(groups) && s.Groups[groups[k]].Kind == Conjunction && s.Groups[groups[k+1]].Kind == Preposition {
			k++
		}
	}
	return k
}

// aheadOfSubject says that a comma, and what is no name, stand at k, "apart from X and Y, all the accused were", or a noun group right away, behind a name that takes its comma along.
func (s *Sentence) aheadOfSubject(groups []int, k int) bool {
	if k+2 < len(groups) && s.Groups[groups[k]].Kind == Comma && s.Groups[groups[k+1]].Kind == NounGroup && s.Groups[groups[k+2]].Kind == VerbGroup { // "for the murder of X and Y, Z was"
		return true
	}
	return k < len(groups) && s.Groups[groups[k]].Kind == NounGroup || k+1 < len(groups) && s.Groups[groups[k]].Kind == Comma && s.Groups[groups[k+1]].Kind == NounGroup && s.name(groups[k+1]) == nil
}

// separator is where the next member of a list stands behind a comma, a conjunction or both, and which; -1 where none does. A bracket is passed over.
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
	for k < len(groups) && (s.Groups[groups[k]].Kind == Comma && s.Groups[groups[k]].Low != "(" || s.Groups[groups[k]].Kind == Conjunction) {
		if s.Groups[groups[k]].Kind == Conjunction {
			if s.Groups[groups[k]].Low == "but" && (k+1 >= len(groups) || s.Groups[groups[k+1]].Low != "also") {
				return -1, ""
			}
			sep = "and"
		} else if sep == "" {
			sep = ","
		}
		k++
	}
	for sep != "" && k < len(groups) && s.Groups[groups[k]].Kind == Adverb && oneOf(s.Groups[groups[k]].Low, "also", "both", "then", "formerly", "later") {
		k++
	}
	if sep == "" || k >= len(groups) || s.Groups[groups[k]].Kind != NounGroup || s.temporal(groups[k]) {
		return -1, ""
	}
	return k, sep
}

// takesComma says that a person's name right before k has taken its comma along, "the President, X, Prime Minister Y and Z", and that another person stands at k, who is not the subject
// behind a prepositional phrase: "after a meeting with the President, X, Prime Minister Y left".
func (s *Sentence) takesComma(groups []int, k int) bool {
	if k >= len(groups) || k == 0 || groups[k] != groups[k-1]+1 || !s.person(groups[k-1]) || !s.person(groups[k]) || !s.tookComma(groups[k-1]) {
		return false
	}
	j := k - 1
	for j > 0 && (s.Groups[groups[j]].Kind == NounGroup || s.Groups[groups[j]].Low == "of" || s.Groups[groups[j]].Kind == Comma && s.person(groups[j-1])) {
		j--
	}
	return s.Groups[groups[j]].Kind != Preposition || slices.ContainsFunc(groups[:j], func(g int) bool { return s.Groups[g].Kind == VerbGroup })
}

// describes says that a noun group behind a comma tells of a name before it what it is: "X, a former mayor of Peja".
func (s *Sentence) describes(p *Phrase, next int, groups []int, at int) bool {
	head := s.name(p.Group)
	if len(p.Named) > 0 {
		return false
	}
	g := &s.Groups[next]
	t := &s.Tokens[g.Head]
	if head == nil || t.Kind == Name && !(len(g.Names) > 0 && false) {
		return false
	}
	if t.Kind == Office {
		return true
	}
	if s.Tokens[g.Head].Kind == Number || t.Tag == "PRP" {
		return false
	}
	if !introducing[g.Det] && !strings.HasPrefix(s.Tokens[g.From].Low, "former") && g.Possessor < 0 {
		return false
	}
	return !g.pluralDet() || !s.plural(next) || oneOf(g.Det, "both")
}

func (g *Group) pluralDet() bool { return g.Det == "the" || g.Det == "their" }

// introduces says that a noun group is named by the name behind a comma: "his brother, X", "the two other defendants, X and Y".
func (s *Sentence) introduces(p *Phrase, next int) bool {
	name := s.name(next)
	t := &s.Tokens[s.Groups[p.Group].Head]
	if name == nil || t.Kind == Name || t.Tag == "PRP" || t.Kind == Number {
		return false
	}
	if name.Note.Person {
		return Animate(t.Low) || t.Kind == Office || s.Groups[p.Group].Det == "the" && Animate(Singular(t.Low))
	}
	group := &s.Groups[p.Group]
	return !Animate(t.Low) && (oneOf(group.Det, "the", "a", "its") || group.Count != nil && s.plural(p.Group))
}

// unclear says of a name in apposition that it may name either of two: "the driver of the Minister, X".
func (s *Sentence) unclear(p *Phrase, next int) bool {
	if !s.person(next) {
		return false
	}
	for _, of := range p.Of {
		t := &s.Tokens[s.Groups[of].Head]
		if t.Kind == Office || t.Kind == Word && Animate(t.Low) && !strings.HasSuffix(t.Low, "s") {
			return true
		}
	}
	return false
}

func (s *Sentence) plural(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	return strings.HasPrefix(t.Tag, "NN") && t.Tag != "NN" && t.Tag != "NNP" || t.Low == "people" || strings.HasSuffix(t.Low, "men") || t.Kind == Office && strings.HasSuffix(t.Low, "s")
}
