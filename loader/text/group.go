package text

import (
	"slices"
	"strings"
)

// GroupKind says what a group of tokens is in its clause.
type GroupKind uint8

// The kinds of groups.
const (
	NounGroup      GroupKind = iota
	VerbGroup                // auxiliaries, adverbs and one main verb
	Preposition              // also of several words: "in cooperation with" is "in", a noun group, "with"
	Conjunction              // and, or, but, as well as
	Comma                    // also a dash and a bracket around an aside
	Break                    // a semicolon, a colon
	Subordinator             // after, when, although, if, whether: where a clause follows
	Relative                 // who, which, whom, whose, that; with the preposition before it
	Complementizer           // that, before what is said
	Adverb
	Adjective // one that stands alone: "guilty"
	When      // a date
)

// Group is a run of tokens, From to To, around a Head.
type Group struct {
	Kind     GroupKind
	From, To int
	Head     int
	Low      string // the head in lower case; of a preposition, conjunction, subordinator or relative all its words

	// Of a noun group.
	Det       string // its first determiner, in lower case: a, the, no, his, another, both, its; "" for none
	Count     *Token // the number in it
	Possessor int    // the token of the name or noun before a possessive ending, -1 for none
	Names     []int  // tokens of names that stand before the head: "Kosovo Police officers"

	// Of a verb group.
	Verb *Verb

	// Of a relative: the preposition before it.
	Prep string
}

// Verb is what a verb group says beside its verb.
type Verb struct {
	Form        Form
	Passive     bool
	Shared      bool // it may share the auxiliary of a passive before it: "was arrested and moved"
	Progressive bool
	Perfect     bool
	Modal       string // may, would, will, ...; "" for none
	Negated     bool
	Copula      bool // its verb is to be, and not an auxiliary
	Adverbs     []string
	Aside       string // the verb of saying of an aside within, or before: "was, it was alleged, arrested", "and, it was alleged, arrested"; "" for none
}

// Form is the form of a verb group.
type Form uint8

// The forms of verb groups.
const (
	Finite Form = iota
	Infinitive
	Gerund
	Participle // past
)

// Groups divides tagged tokens into groups.
func Groups(tokens []Token) []Group {
	g := grouper{tokens: tokens}
	for g.at < len(tokens) {
		if g.behindTitle() {
			g.groups = nil
		}
		g.next()
	}
	return g.groups
}

// behindTitle says that a sentence begins at the next token behind a title without a verb, of which no sign divides it: "Other key issues
// On 1 September, UNMIK opened". What a title tells is of no clause; a date alone is none.
func (g *grouper) behindTitle() bool {
	if g.at < 1 || g.at == 1 && g.tokens[0].Kind == Date || g.at+1 >= len(g.tokens) || slices.ContainsFunc(g.groups, func(o Group) bool { return o.Kind == VerbGroup }) {
		return false
	}
	before, t, next := &g.tokens[g.at-1], &g.tokens[g.at], &g.tokens[g.at+1]
	if t.Kind != Word || !openings[t.Low] || t.Low == t.Text || oneOf(before.Tag, "IN", "DT", "TO") {
		return false
	}
	return before.Kind == Date || before.Kind == Word && (before.Text == before.Low || next.Kind == Date)
}

type grouper struct {
	tokens []Token
	groups []Group
	at     int
}

func (g *grouper) tag(i int) string {
	if i < 0 || i >= len(g.tokens) {
		return ""
	}
	return g.tokens[i].Tag
}

func (g *grouper) low(i int) string {
	if i < 0 || i >= len(g.tokens) {
		return ""
	}
	return g.tokens[i].Low
}

func (g *grouper) add(kind GroupKind, to int) *Group {
	head := to - 1
	g.groups = append(g.groups, Group{Kind: kind, From: g.at, To: to, Head: head, Low: g.low(head), Possessor: -1})
	if kind == Preposition || kind == Conjunction || kind == Subordinator || kind == Relative {
		var all []string
		for _, t := range g.tokens[g.at:to] {
			all = append(all, t.Low)
		}
		g.groups[len(g.groups)-1].Low = strings.Join(all, " ")
	}
	g.at = to
	return &g.groups[len(g.groups)-1]
}

func (g *grouper) last() *Group {
	if len(g.groups) == 0 {
		return &Group{Kind: Break}
	}
	return &g.groups[len(g.groups)-1]
}

// next adds the group that begins at the next token.
func (g *grouper) next() {
	t := &g.tokens[g.at]
	switch {
	case g.money(g.at) > g.at, g.share(g.at) > g.at:
		g.addNoun(g.noun(g.at))
	case g.numbered(g.at) > g.at:
		g.at = g.numbered(g.at)
	case t.Low == "of" && g.theirs(g.at+1):
		g.at += 2
	case t.Kind == Punctuation:
		g.punctuation(t)
	case t.Kind == Date && g.countsFrom():
		kind := Preposition
		if g.clauseFollows(g.at + 1) {
			kind = Subordinator
		}
		g.add(kind, g.at+1).Low = strings.ToLower(t.Text[strings.LastIndexByte(t.Text, ' ')+1:])
	case g.asSoonAs(g.at) > g.at:
		g.add(Preposition, g.asSoonAs(g.at)).Low = "on"
	case t.Kind == Date:
		if to := g.noun(g.at); to > g.at+1 { // "a 4 May meeting"
			g.addNoun(to)
			return
		}
		g.add(When, g.at+1)
	case t.Kind != Word:
		g.addNoun(max(g.noun(g.at), g.at+1))
	case relatives[t.Low]:
		g.relative()
	case t.Low == "that":
		g.that()
	case participial[t.Low] && g.nounFollows(g.at+1) && (g.at == 0 || !auxiliaries[g.low(g.at-1)]):
		g.add(Preposition, g.at+1)
	case t.Low == "according" && g.low(g.at+1) == "to", t.Low == "because" && g.low(g.at+1) == "of",
		t.Low == "thanks" && g.low(g.at+1) == "to" && g.last().Kind != VerbGroup:
		g.add(Preposition, g.at+2)
	case t.Low == "in" && oneOf(g.low(g.at+1), "spite", "defiance") && g.low(g.at+2) == "of":
		g.add(Preposition, g.at+3)
	case g.insteadOf(g.at) > g.at && (g.nounFollows(g.insteadOf(g.at)) || g.tag(g.insteadOf(g.at)) == "IN"):
		g.add(Preposition, g.insteadOf(g.at))
	case t.Low == "et" && strings.HasPrefix(g.low(g.at+1), "al"):
		g.add(Adverb, g.at+2)
	case t.Low == "including" && g.tag(g.at+1) == "IN": // "including by donating"
		g.add(Adverb, g.at+1)
	case g.singlesOut(g.at) > g.at:
		g.add(Preposition, g.singlesOut(g.at)).Low = "including"
	case provisos[t.Low] && g.low(g.at+1) == "that":
		g.add(Subordinator, g.at+2).Low = "if"
	case g.inverted():
		g.add(Subordinator, g.at+1).Low = "if"
	case t.Low == "dated" && g.at+1 < len(g.tokens) && g.tokens[g.at+1].Kind == Date: // "a letter dated 4 May" is one of that day
		g.add(Preposition, g.at+1)
	case g.verbAt(g.at):
		g.verb()
	case t.Low == "both" && t.Tag == "CC" && g.last().Kind == Preposition: // "in both the attack and the robbery"
		g.at++
	case oneOf(t.Low, "and", "or", "but", "nor", "&") || t.Tag == "CC":
		g.add(Conjunction, g.spoken(g.at+1)).Low = t.Low
	case g.notOnly(g.at): // "not only arrested X but also"
		g.add(Adverb, g.at+2)
	case denials[t.Low] && g.spoken(g.at+1) > g.at+1:
		g.add(Adverb, g.spoken(g.at+1)).Low = t.Low
	case t.Low == "as" && g.low(g.at+1) == "well" && g.low(g.at+2) == "as" && g.at == 0: // "as well as the talks in Klina, a rally was held"
		g.add(Preposition, g.at+3).Low = "besides"
	case t.Low == "as" && g.low(g.at+1) == "well" && g.low(g.at+2) == "as":
		g.add(Conjunction, g.at+3)
	case t.Low == "together" && g.low(g.at+1) == "with", t.Low == "along" && g.low(g.at+1) == "with":
		g.add(Preposition, g.at+2)
	case t.Low == "once" && oneOf(g.low(g.at+1), "more", "again", "a"):
		g.add(Adverb, g.at+2)
	case t.Low == "since" && g.tag(g.at+1) == "VBN": // "a man since detained"
		g.add(Adverb, g.at+1)
	case t.Low == "as" && oneOf(g.low(g.at+1), "if", "though"):
		g.add(Subordinator, g.at+2)
	case subordinators[t.Low] && (!prepositional[t.Low] || g.clauseFollows(g.at+1) && !g.dateAlone(g.at+1) && !g.onlyVerbBehind()) && !g.inCapacity() && !g.asOfDay() && !g.callsSo():
		g.add(Subordinator, g.at+1)
	case oneOf(t.Tag, "IN", "TO") || t.Low == "upon" || participial[t.Low]:
		g.add(Preposition, g.at+1)
	default:
		if to := g.noun(g.at); to > g.at {
			g.addNoun(to)
			return
		}
		if strings.HasPrefix(t.Tag, "JJ") || t.Tag == "VBN" {
			g.add(Adjective, g.at+1)
			return
		}
		g.add(Adverb, g.at+1)
	}
}

// singlesOut is where words at i end that single out, behind a comma or in a bracket, whoever they name of those told of: "partners, in
// particular X"; i where none do.
func (g *grouper) singlesOut(i int) int {
	to := i + 1
	if oneOf(g.low(i), "in", "above") && oneOf(g.low(to), "particular", "all") {
		to++
	} else if !oneOf(g.low(i), "namely", "notably", "especially", "particularly") {
		return i
	}
	name := to
	if g.low(to) == "the" {
		name++
	}
	if !oneOf(g.low(i-1), ",", "(", "–", "—") || name >= len(g.tokens) || g.tokens[name].Kind != Name && g.tokens[name].Kind != Office {
		return i
	}
	return to
}

// insteadOf is where words at i end behind which stands whom or what something is not so of: "rather than X"; i where none do.
func (g *grouper) insteadOf(i int) int {
	for to := i + 2; to <= min(i+3, len(g.tokens)); to++ {
		if instead[strings.Join([]string{g.low(i), g.low(i + 1), g.low(i + 2)}[:to-i], " ")] {
			return to
		}
	}
	return i
}

func (g *grouper) punctuation(t *Token) {
	if to := g.reference(); to > g.at {
		g.at = to
		return
	}
	if to := max(g.narrower(), g.itemMark(g.at)); to > g.at {
		g.at = to
		return
	}
	switch t.Text {
	case ",", "(", ")", "–", "—", "-":
		if to := g.saying(g.at); to > g.at {
			g.add(Adverb, to).Low = g.low(to - 2)
			return
		}
		g.add(Comma, g.at+1)
	case ";", ":", "?", "!":
		if t.Text == ":" && g.last().Kind == VerbGroup && g.itemMark(g.at+1) > g.at+1 { // "arrested: (a) X"
			g.at++
			return
		}
		g.add(Break, g.at+1)
	case "/": // "the Office/Special Representative"
		g.add(Conjunction, g.at+1)
	default: // quotation marks and full stops say nothing of the structure
		g.at++
	}
}
