package text

import (
	"slices"
	"strings"
)

// mayName says that a noun group is a name that who or what stands before it may have: one without an article, and behind a person only a
// person's.
func (s *Sentence) mayName(g int, before *Phrase) bool {
	name := s.name(g)
	return name != nil && !strings.HasPrefix(name.Low, "the ") && (s.person(g) || !s.person(before.Group))
}

// describes says that a noun group behind a comma tells of a name before it what it is: "X, a former mayor of Peja".
func (s *Sentence) describes(p *Phrase, next int) bool {
	g := &s.Groups[next]
	t := &s.Tokens[g.Head]
	if s.name(p.Group) == nil || len(p.Named) > 0 || t.Kind == Name || t.Kind == Number || t.Tag == "PRP" {
		return false
	}
	if t.Kind == Office {
		return true
	}
	if !introducing[g.Det] && !strings.HasPrefix(s.Tokens[g.From].Low, "former") && g.Possessor < 0 {
		return false
	}
	return !oneOf(g.Det, "the", "their") || !s.plural(next)
}

// describesAnother says that what describes a name behind a comma tells of another one right before it, with which a clause ends that tells
// of the first: "X, who had shot Y, a journalist".
func (s *Sentence) describesAnother(next int, p *Phrase) bool {
	before := next - 2
	return before > p.Group && s.In[before] != s.In[p.Group] && s.Groups[before].Kind == NounGroup && s.person(before)
}

// introduces says that a noun group is named by the name behind a comma: "his brother, X", "the two other defendants, X and Y".
func (s *Sentence) introduces(p *Phrase, next int) bool {
	name := s.name(next)
	t := &s.Tokens[s.Groups[p.Group].Head]
	if s.oneOfSeveral(p) {
		return s.person(next)
	}
	if name == nil || t.Kind == Name || t.Tag == "PRP" || t.Kind == Number {
		return false
	}
	if name.Note.Person {
		return Animate(t.Low) || t.Kind == Office
	}
	group := &s.Groups[p.Group]
	return !Animate(t.Low) && (oneOf(group.Det, "the", "a", "its") || group.Count != nil && s.plural(p.Group))
}

// oneOfSeveral says that a phrase means one of several people, whom a name behind it may tell: "one of the four, X", "one of the men, X".
func (s *Sentence) oneOfSeveral(p *Phrase) bool {
	if s.Groups[p.Group].Low != "one" || len(p.Of) == 0 {
		return false
	}
	group := &s.Groups[p.Of[0]]
	t := &s.Tokens[group.Head]
	return t.Kind == Number && oneOf(group.Det, "the", "these", "those") || t.Kind == Word && Animate(t.Low) && s.plural(p.Of[0]) || t.Low == "them"
}

// ofSomebody says that the several people of whom a phrase means one are somebody's: "one of the guards of the mayor".
func (s *Sentence) ofSomebody(p *Phrase) bool {
	return len(p.Of) > 1 || s.Groups[p.Of[0]].Possessor >= 0
}

// behindAnother says that what tells of a noun ends, right before the comma and the name at next, in somebody whom that may name as well:
// "the man who had shot a guard, X,"; or begins a list with that one, "the men who had robbed X, Y and Z".
func (s *Sentence) behindAnother(groups []int, next int) bool {
	before := groups[next] - 2
	if before < 1 || s.In[before] == s.In[groups[next]] || s.Groups[before].Kind != NounGroup {
		return false
	}
	further, _ := s.separator(groups, next+1)
	return s.somebody(before) || s.person(before) && further >= 0 && s.person(groups[further])
}

// goesOnInside says that somebody behind a conjunction may go on a list at the end of what a clause in between tells of the one before:
// "the men who had robbed X and Y were arrested", "the men accused of ambushing a bus and Y were arrested".
func (s *Sentence) goesOnInside(p *Phrase) bool {
	before := p.Group - 2
	if before < 1 || s.In[before] == s.In[p.Group] || s.Groups[p.Group-1].Kind != Conjunction || s.Groups[before].Kind != NounGroup {
		return false
	}
	return s.person(before) || s.somebody(before) || s.Groups[before-1].Kind == VerbGroup
}

// unclear says of a name in apposition that it may name either of two: "the driver of the Minister, X".
func (s *Sentence) unclear(p *Phrase, next int) bool {
	if !s.person(next) || s.oneOfSeveral(p) && !s.ofSomebody(p) {
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

// namesAnother is where the name ends that stands between commas behind what tells of somebody that he or she is somebody else's: "X, the
// son of the Mayor, Y, was"; 0 where none does. The name may be that of either of the two.
func (s *Sentence) namesAnother(told *Phrase, groups []int, k int) int {
	if k+1 >= len(groups) || s.Groups[groups[k]].Low != "," || !s.person(groups[k+1]) || s.stand(groups, k+2, Conjunction) {
		return 0
	}
	if before := groups[k-1]; s.unclear(told, groups[k+1]) || before != told.Group && s.somebody(before) {
		return k + 2
	}
	return 0
}

// toldInFront says that a phrase tells of the one whose name stands behind a comma, and right before the verb, what he or she is: "a native
// of Klina, X was arrested", "a lawyer by training, X was appointed".
func (s *Sentence) toldInFront(told, name []Phrase) bool {
	first := &s.Groups[told[0].Group]
	at := name[0].Group
	return len(told) == 1 && len(name) == 1 && s.person(at) && s.name(told[0].Group) == nil && s.somebody(told[0].Group) && oneOf(first.Det, "a", "an", "the", "") &&
		s.Groups[at-1].Kind == Comma && (told[0].Group == 0 || s.Groups[told[0].Group-1].Kind == Comma || s.Groups[told[0].Group-1].Kind == Adverb) && !s.unclear(&told[0], at)
}

// somebody says that the head of a group is an office, or a noun of one person.
func (s *Sentence) somebody(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	return t.Kind == Office || t.Kind == Word && Animate(t.Low) && Singular(t.Low) == t.Low
}

// enclosed says of a person's name that a comma, a conjunction or nothing stands behind it, and no verb: it says who stands before it, and
// does nothing itself.
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

// namedBehind is where a person's name stands between commas behind the prepositional phrases of the one somebody before it, whom it names:
// "the head of the team in the talks with Y, X,"; 0 for none.
func (s *Sentence) namedBehind(list []Phrase, groups []int, k int) int {
	if len(list) != 1 || !s.stand(groups, k, Preposition) {
		return 0
	}
	first := list[0].Group
	if s.name(first) != nil || s.plural(first) || s.prepositional(first) {
		return 0
	}
	group := &s.Groups[first]
	if !Animate(group.Low) && !slices.ContainsFunc(s.Tokens[group.From:group.To], func(t Token) bool { return t.Kind == Office }) {
		return 0
	}
	at := s.past(groups, k)
	for s.stand(groups, at, Comma, Conjunction, Preposition, NounGroup) { // "the Adviser on mines, and on unexploded bombs, X,"
		at = s.past(groups, at+2)
	}
	for _, g := range groups[k:at] {
		if s.Groups[g].Kind == NounGroup && s.person(g) {
			return 0
		}
	}
	if s.stand(groups, at, Comma, NounGroup, Comma) && s.person(groups[at+1]) && !s.unclear(&list[0], groups[at+1]) {
		return at + 1
	}
	return 0
}

// quoted takes the name that stands right behind a common noun, in quotation marks, or with an article of its own: "the movement
// “Vetëvendosje”", "with the organization the Water Centre".
func (s *Sentence) quoted(p *Phrase, groups []int, k int) int {
	if len(p.Of) == 0 && s.called(p.Group, groups, k) {
		p.Named = append(p.Named, groups[k])
		return k + 1
	}
	return k
}

// called says that the group at k is the name, in quotation marks or with an article of its own, of what the common noun right before it
// means. Only a body that a preposition governs has the latter: "in that month the Council met".
func (s *Sentence) called(noun int, groups []int, k int) bool {
	if k >= len(groups) || groups[k] != noun+1 || s.name(noun) != nil || s.name(groups[k]) == nil || s.person(groups[k]) {
		return false
	}
	behind, head := s.Groups[noun].To, &s.Tokens[s.Groups[noun].Head]
	if s.Groups[groups[k]].From == behind+1 && oneOf(s.Tokens[behind].Text, "“", "\"") {
		return true
	}
	return s.prepositional(noun) && s.Groups[groups[k]].Det == "the" && head.Kind == Word && corporate[head.Low]
}

// ambiguouslyCoordinated says that a person's name may go on what somebody before it is of, or the list that this one is in: "the killers
// of X and Y".
func (s *Sentence) ambiguouslyCoordinated(before, p *Phrase) bool {
	if s.goesOnInside(p) {
		return true
	}
	if !s.person(p.Group) || len(before.Named) > 0 {
		return false
	}
	if len(before.Of) == 0 {
		return before.Unclear && s.person(before.Group)
	}
	head, of := &s.Tokens[s.Groups[before.Group].Head], before.Of[len(before.Of)-1]
	unrecognized := s.Tokens[s.Groups[of].Head].Tag == "NNP" && s.name(of) == nil // a name, all the same
	return head.Kind == Word && Animate(head.Low) && (s.person(of) || unrecognized)
}

// describedWith says that a name is no more than the first of two words that describe what follows: "Kosovo and Serbian associations".
func (s *Sentence) describedWith(g, next int) bool {
	if s.name(g) == nil || s.person(g) || s.Groups[g].To != s.Groups[g].From+1 || next != g+2 || s.Groups[g+1].Kind != Conjunction {
		return false
	}
	first, last := &s.Tokens[s.Groups[next].From], &s.Tokens[s.Groups[next].Head]
	return first != last && first.Tag == "JJ" && first.Text != first.Low && last.Kind == Word && last.Tag == "NNS"
}
