package text

import (
	"slices"
	"strings"
)

// money is where an amount with its currency before it ends, "$4 million", "US$ 4 million", "DM 300": i where none begins.
func (g *grouper) money(i int) int {
	j := i
	if g.tag(j+1) == "$" && g.tokens[j].To == g.tokens[j+1].From && g.tokens[j].Kind != Number { // "US$", "A$"
		j++
	}
	if (g.tag(j) == "$" || currencies[g.low(j)]) && j+1 < len(g.tokens) && g.tokens[j+1].Kind == Number {
		return j + 2
	}
	return i
}

// share is where a share that begins at i ends, "70 per cent": i where none begins.
func (g *grouper) share(i int) int {
	if g.tag(i) != "CD" {
		return i
	}
	switch {
	case g.low(i+1) == "per" && g.low(i+2) == "cent":
		return i + 3
	case g.low(i+1) == "percent":
		return i + 2
	}
	return i
}

// noun is where the noun group that begins at i ends; i where none does.
func (g *grouper) noun(i int) int {
	j, head := i, i
	inMarks := false // quotation marks stand open within the group: "the “Drenica” case"
	for j < len(g.tokens) {
		t := &g.tokens[j]
		switch {
		case g.money(j) > j:
			if head > i {
				return head
			}
			j = g.money(j)
			head = j
		case g.share(j) > j:
			if head > i {
				return head
			}
			j = g.share(j)
			head = j
		case t.Kind == Name, t.Kind == Office, t.Kind == Symbol:
			if head > i && g.endsBefore(j, head) {
				return head
			}
			j++
			head = j
		case t.Kind == Number && g.numbers(j) && j-1 > i:
			j++
			head = j
		case t.Kind == Number:
			if head > i && g.tokens[head-1].Kind != Number && g.low(j-1) != "'s" {
				return head
			}
			j++
			head = j
		case t.Kind == Date: // "a 4 May meeting": only within
			if j > i && head == i && g.nounAhead(j+1) {
				j++
				continue
			}
			return head
		case g.joins(j) && g.goesOn(j+2): // "a Kosovo-wide assessment"
			j += 2
		case t.Text == "," && j > i && head == i && determiners[g.low(i)] && g.amongAdjectives(j): // "a new, independent body"
			j++
		case oneOf(t.Text, "“", "\"") && !inMarks && j > i && head == i && g.goesOn(j+1):
			j, inMarks = j+1, true
		case oneOf(t.Text, "”", "\"") && inMarks && g.tokens[j-1].Kind != Number && g.nounAhead(j+1):
			j, inMarks = j+1, false
		case t.Kind != Word:
			return head
		case t.Low == "'s" || t.Low == "'" || t.Tag == "POS":
			if head == i {
				return head
			}
			j++
		case relatives[t.Low]:
			return head
		case t.Tag == "CC" && t.Low == "and" && head == i && j > i && g.joinsAdjectives(j):
			j++
		case t.Tag == "PRP" || t.Tag == "EX":
			if j > i {
				return head
			}
			return j + 1
		case j > i && oneOf(t.Low, "other", "such", "several", "many", "few") && g.goesOn(j+1):
			j++
		case t.Low == "that" && t.Tag == "IN" && j > i: // "pleased that the talks"
			return head
		case determiners[t.Low] && oneOf(t.Tag, "DT", "PDT", "JJ", "PRP$", "WDT", "IN", "CC", "RB", "NN") || oneOf(t.Tag, "DT", "PDT", "PRP$"):
			if head > i {
				return head
			}
			j++
			if g.endsAlone(j, t.Low) {
				return j + 1
			}
			if oneOf(t.Low, "all", "both") && determiners[g.low(j)] { // "all the accused"
				continue
			}
			if pronominal[t.Low] && !g.goesOn(j) && g.money(j) == j {
				return j
			}
		case head > i && j == head && g.tokens[head-1].Kind == Number && g.countsBoth(j): // "nine local and international judges"
			j += 2
		case strings.HasPrefix(t.Tag, "NN"):
			pointed := head-2 >= i && oneOf(g.low(head-2), "the", "this", "that") && !strings.Contains(g.tokens[head-1].Text, ",")
			if head > i && j == head && g.person(head-1) && !pointed {
				return head // a person's name ends a group, but for its possessive and "the Thaçi case"
			}
			if j == i+1 && g.inFront(i) {
				return head
			}
			j++
			head = j
		case oneOf(t.Low, "last", "next") && times[g.low(j+1)] && head > i && j == head && g.tokens[head-1].Kind == Name: // "the riots in Klina last year"
			return head
		case strings.HasPrefix(t.Tag, "JJ") || t.Tag == "CD":
			if head > i && j == head && g.tokens[head-1].Kind == Name && g.tokens[head-1].Note.Person {
				return head
			}
			if head > i && j == head && g.low(j-1) == "others" {
				return head
			}
			if head > i && g.tokens[head-1].Kind == Number && g.tag(j+1) == "CC" && t.Low != "dead" { // "one local and two international judges"
				return j + 1
			}
			if head > i && !g.goesOn(j+1) || g.last().Low == "whose" && t.Tag == "CD" && j == head && g.tag(j-1) == "NN" {
				return head // "with whose help two suspects were arrested"
			}
			j++
		case t.Tag == "RB" && j == i && g.describes(j): // "internally displaced persons"
			j += 2
		case t.Tag == "RB" && j == i:
			if !strings.HasPrefix(g.tag(j+1), "JJ") && g.tokens[min(j+1, len(g.tokens)-1)].Kind != Number {
				return head
			}
			j++
		case t.Tag == "RB" && j > i && head == i && (strings.HasPrefix(g.tag(j+1), "JJ") || oneOf(g.tag(j+1), "VBN", "VBG")):
			j++
		case t.Tag == "VBG" && j > i && head == i && g.tag(j-1) == "JJ" && j+1 < len(g.tokens) && g.person(j+1): // "the file concerning X"
			return j
		case oneOf(t.Tag, "VBN", "VBG") && head == j && j > i && g.tokens[j-1].Kind == Number && g.tag(j+1) == "NNS" && g.awaits():
			j++ // "handed over 52 certified copies"
		case oneOf(t.Tag, "VBN", "VBG") && (head == i || head < j && g.tokens[head-1].Kind == Number) && g.modifies(j): // "the two major ruling parties"
			j++
			if !g.goesOn(j) { // "the accused"
				head = j
			}
		case oneOf(t.Tag, "VBN", "VBG", "VB", "VBP") && j > i && head == i:
			j++ // a verb where only a noun can stand: "the protest"
			head = j
		default:
			return head
		}
	}
	return head
}

// endsAlone says that a word at j behind a determiner ends its noun group, with no noun behind it: "the accused", "a third", "the first".
func (g *grouper) endsAlone(j int, determiner string) bool {
	if more := determiner == "a" && oneMore[g.low(j)]; more && !g.goesOn(j+1) {
		return true
	}
	alone := !g.goesOn(j+1) && !g.ordinalOf(j) || g.foundOf(j+1)
	return alone && nominal[g.low(j)] && !g.suffered(j)
}

// ordinalOf says that a number of order at i goes with a gerund or a participle behind it: "the first reading", "the second elected mayor".
func (g *grouper) ordinalOf(i int) bool {
	return oneOf(g.low(i), "first", "second") && oneOf(g.tag(i+1), "VBG", "VBN")
}

// foundOf says that an adjective of what a court finds of somebody stands at i, and no noun behind it: "found the first guilty".
func (g *grouper) foundOf(i int) bool {
	if g.low(i) == "not" {
		i++
	}
	return i < len(g.tokens) && guilt[g.low(i)] && !g.goesOn(i+1)
}

// suffered says that a participle at i tells what those suffered for whom the determiner before it stands: "those arrested by", "one was
// killed and another injured".
func (g *grouper) suffered(i int) bool {
	if g.tag(i) != "VBN" {
		return false
	}
	switch g.low(i - 1) {
	case "those":
		return g.tag(i+1) == "IN"
	case "another":
		if g.last().Kind != Conjunction {
			return false
		}
		for _, before := range slices.Backward(g.groups) {
			if before.Kind == VerbGroup {
				return before.Verb.Passive
			}
		}
	}
	return false
}

// awaits says that the last group is a verb that may take a noun, or a preposition that wants one.
func (g *grouper) awaits() bool {
	before := g.last()
	return before.Kind == Preposition || before.Kind == VerbGroup && !before.Verb.Passive || before.Kind == Adverb
}

// describes says that an adverb at i and a participle behind it tell, where a noun group may begin, of what kind the noun is that follows.
func (g *grouper) describes(i int) bool {
	if !strings.HasSuffix(g.low(i), "ly") || sequential[g.low(i)] || g.tag(i+1) != "VBN" || !oneOf(g.tag(i+2), "NN", "NNS") || g.tokens[i+2].Kind != Word {
		return false
	}
	switch before := g.last(); before.Kind {
	case VerbGroup:
		return before.Verb.Form != Participle
	case Preposition, Conjunction, Comma, Break:
		return true
	}
	return false
}

// joins says that a hyphen at i makes one word of a name before it and what stands behind it.
func (g *grouper) joins(i int) bool {
	if i == 0 || i+1 >= len(g.tokens) || g.tokens[i].Text != "-" && g.tokens[i].Text != "‑" || g.tokens[i-1].Kind != Name {
		return false
	}
	next := &g.tokens[i+1]
	torn := g.tokens[i].To+1 == next.From && next.Text == next.Low && !suspends(next.Low) // "Kosovo- wide"
	return g.tokens[i-1].To == g.tokens[i].From && (g.tokens[i].To == next.From || torn) && (next.Kind == Word || next.Kind == Name)
}

// nounAhead says that a common noun stands at i, or behind a name or adjectives there: "the 19 April Brussels agreement".
func (g *grouper) nounAhead(i int) bool {
	if i+1 < len(g.tokens) && g.tokens[i].Kind == Name && !g.tokens[i].Note.Person {
		i++
	}
	for i+1 < len(g.tokens) && strings.HasPrefix(g.tag(i), "JJ") { // "the 7 November high-level meeting"
		i++
	}
	return i < len(g.tokens) && g.tokens[i].Kind == Word && strings.HasPrefix(g.tag(i), "NN")
}

// goesOn says that what stands at i may be a noun, or go before one.
func (g *grouper) goesOn(i int) bool {
	if i >= len(g.tokens) {
		return false
	}
	t := &g.tokens[i]
	switch {
	case t.Kind == Name, t.Kind == Office, t.Kind == Number:
		return true
	case t.Kind != Word:
		return false
	case strings.HasPrefix(t.Tag, "NN"), strings.HasPrefix(t.Tag, "JJ"), t.Tag == "CD":
		return true
	}
	return oneOf(t.Tag, "VBN", "VBG") && i+1 < len(g.tokens) && g.goesOn(i+1)
}

// amongAdjectives says that what stands at j stands between two adjectives of a noun to come.
func (g *grouper) amongAdjectives(j int) bool {
	return strings.HasPrefix(g.tag(j-1), "JJ") && strings.HasPrefix(g.tag(j+1), "JJ") && g.goesOn(j+2)
}

// joinsAdjectives says that a conjunction at j joins two adjectives of a noun to come: "operational and technical cooperation".
func (g *grouper) joinsAdjectives(j int) bool {
	return oneOf(g.tag(j-1), "JJ", "JJR") && oneOf(g.tag(j+1), "JJ", "JJR") && g.tokens[j+1].Kind == Word && g.goesOn(j+2)
}

// person says that a token names a person.
func (g *grouper) person(i int) bool {
	t := &g.tokens[i]
	return t.Kind == Name && t.Note != nil && t.Note.Person
}

// endsBefore says that a name at j begins a group of its own, behind a head at head-1: "arrested Agim Berdaj Kosovo", "at 6 p.m. Kosovo
// police arrested".
func (g *grouper) endsBefore(j, head int) bool {
	before := &g.tokens[head-1]
	if oneOf(g.low(j-1), "'s", "'") || g.tag(j-1) == "POS" || head < j {
		return false
	}
	if g.person(j) && before.Kind == Word && before.Tag == "NN" && g.tag(head-2) == "IN" && !Animate(before.Low) { // "released from custody X"
		return true
	}
	if g.person(j) && before.Kind == Word && times[before.Low] && g.last().Kind == Preposition { // "in his first weeks Mr. X met"
		return true
	}
	if g.person(j) && before.Kind == Name && !g.person(head-1) && g.last().Kind == Preposition && oneOf(g.last().Low, "in", "at", "near", "from") && g.last().To == head-1 {
		return true // "arrested in Klina X"
	}
	return g.person(head-1) || oneOf(before.Low, "a.m.", "p.m.")
}

// inFront says that a name at i is all that stands behind the preposition with which a clause begins, and the plural behind it is the
// subject of the verb that follows: "in Klina shots were fired", not "in Klina schools, rooms were".
func (g *grouper) inFront(i int) bool {
	if g.tokens[i].Kind != Name || g.person(i) || g.tag(i+1) != "NNS" || g.low(i+2) != "were" || g.tag(i+3) != "VBN" {
		return false
	}
	n := len(g.groups)
	return n > 0 && g.groups[n-1].Kind == Preposition && (n == 1 || oneOf(g.low(g.groups[n-1].From-1), "and", ",", ";"))
}

// numbers says that the number at i tells which of several a noun means: "No. 12".
func (g *grouper) numbers(i int) bool { return oneOf(g.low(i-1), "no.", "nos.") }

// addNoun adds the noun group from here to an end.
func (g *grouper) addNoun(to int) {
	n := g.add(NounGroup, to)
	for i := n.From; i < to; i++ {
		t := &g.tokens[i]
		switch {
		case i == n.From && t.Kind == Word && (determiners[t.Low] || oneOf(t.Tag, "DT", "PRP$")):
			n.Det = t.Low
		case t.Kind == Number && g.numbers(i) && i-1 > n.From: // "police post No. 12" is a post
			n.Head, n.Low = i-2, g.low(i-2)
		case t.Kind == Number:
			n.Count = t
		case (t.Low == "'s" || t.Low == "'" || t.Tag == "POS") && i > n.From:
			n.Possessor = i - 1
		}
		if t.Kind == Name && i < n.Head && i != n.Possessor {
			n.Names = append(n.Names, i)
		}
	}
	if n.Possessor == n.Head || n.Possessor == to-1 {
		n.Possessor = -1
	}
}

// theirs says that a word at i, behind the "of" of a noun of somebody, only tells whose he or she is: "a cousin of his", not "of his wife".
func (g *grouper) theirs(i int) bool {
	if !theirs[g.low(i)] || g.last().Kind != NounGroup || g.last().To != i-1 || !Animate(g.last().Low) {
		return false
	}
	return g.low(i) != "his" || g.low(i+1) != "own" && !g.goesOn(i+1)
}
