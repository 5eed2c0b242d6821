package text

import "strings"

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

var (
	auxiliaries = map[string]bool{"am": true, "is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "being": true, "has": true, "have": true, "had": true, "having": true,
		"do": true, "does": true, "did": true, "get": true, "got": true}
	modals        = map[string]bool{"will": true, "would": true, "shall": true, "should": true, "can": true, "could": true, "may": true, "might": true, "must": true, "cannot": true, "ought": true}
	subordinators = map[string]bool{"after": true, "before": true, "when": true, "while": true, "because": true, "although": true, "though": true, "since": true, "until": true, "once": true,
		"if": true, "unless": true, "whether": true, "lest": true, "where": true, "whereas": true, "whereby": true, "as": true, "till": true, "upon": true, "wherever": true, "provided": true}
	// those that are prepositions too, where no clause follows
	prepositional = map[string]bool{"after": true, "before": true, "since": true, "until": true, "till": true, "as": true, "upon": true, "once": true, "provided": true}
	// participles that are prepositions before a noun
	participial = map[string]bool{"including": true, "following": true, "during": true, "regarding": true, "concerning": true, "excluding": true, "pending": true, "notwithstanding": true, "barring": true}
	relatives   = map[string]bool{"who": true, "whom": true, "which": true, "whose": true}
	determiners = map[string]bool{"a": true, "an": true, "the": true, "no": true, "this": true, "that": true, "these": true, "those": true, "his": true, "her": true, "its": true, "their": true, "my": true,
		"our": true, "your": true, "another": true, "each": true, "every": true, "any": true, "some": true, "both": true, "all": true, "several": true, "other": true, "neither": true, "either": true, "such": true, "many": true, "few": true}
)

// Groups divides tagged tokens into groups.
func Groups(tokens []Token) []Group {
	g := grouper{tokens: tokens}
	for g.at < len(tokens) {
		g.next()
	}
	return g.groups
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
	case t.Kind == Punctuation:
		g.punctuation(t)
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
	case t.Low == "according" && g.low(g.at+1) == "to":
		g.add(Preposition, g.at+2)
	case t.Low == "et" && strings.HasPrefix(g.low(g.at+1), "al"):
		g.add(Adverb, g.at+2)
	case t.Low == "including" && g.tag(g.at+1) == "IN": // "including by donating"
		g.add(Adverb, g.at+1)
	case g.verbAt(g.at):
		g.verb()
	case oneOf(t.Low, "and", "or", "but", "nor", "&") || t.Tag == "CC":
		g.add(Conjunction, g.at+1)
	case t.Low == "as" && g.low(g.at+1) == "well" && g.low(g.at+2) == "as":
		g.add(Conjunction, g.at+3)
	case t.Low == "together" && g.low(g.at+1) == "with", t.Low == "along" && g.low(g.at+1) == "with":
		g.add(Preposition, g.at+2)
	case subordinators[t.Low] && (!prepositional[t.Low] || g.clauseFollows(g.at+1)) && !g.inCapacity():
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

func (g *grouper) punctuation(t *Token) {
	switch t.Text {
	case ",", "(", ")", "–", "—", "-":
		g.add(Comma, g.at+1)
	case ";", ":", "?", "!":
		g.add(Break, g.at+1)
	case "/": // "the Office/Special Representative"
		g.add(Conjunction, g.at+1)
	default: // quotation marks and full stops say nothing of the structure
		g.at++
	}
}

// relative adds a relative pronoun, with the preposition before it.
func (g *grouper) relative() {
	prep := ""
	if last := g.last(); last.Kind == Preposition && last.To == g.at {
		prep = last.Low
		g.groups = g.groups[:len(g.groups)-1]
	}
	r := g.add(Relative, g.at+1)
	r.Prep = prep
}

// contents are nouns whose "that" begins what they say, not which one is meant.
var contents = map[string]bool{"report": true, "rumour": true, "fact": true, "claim": true, "allegation": true, "news": true, "announcement": true, "statement": true, "hope": true, "belief": true,
	"possibility": true, "information": true, "view": true, "condition": true, "indication": true, "suggestion": true, "accusation": true, "fear": true, "concern": true, "truth": true, "suspicion": true,
	"doubt": true, "proof": true, "confirmation": true, "evidence": true, "speculation": true, "assertion": true, "expectation": true, "assurance": true, "assumption": true, "denial": true}

func (g *grouper) that() {
	last := g.last()
	next := g.at + 1
	verb := g.verbAt(next) || g.tag(next) == "RB" && g.verbAt(next+1)
	begins := len(g.groups) == 0 || last.Kind == Comma || last.Kind == Preposition || last.Kind == Conjunction || last.Kind == Break
	switch {
	case begins && oneOf(g.tag(next), "NN", "JJ") && g.tokens[next].Kind == Word && g.noun(g.at) > g.at:
		g.addNoun(g.noun(g.at))
	case last.Kind == NounGroup && last.To == g.at && (verb || !contents[Singular(last.Low)] && g.clauseFollows(next)):
		g.add(Relative, g.at+1)
	case last.Kind == When && verb: // it was on 4 May that
		g.add(Relative, g.at+1)
	case g.clauseFollows(next) || verb:
		g.add(Complementizer, g.at+1)
	default:
		if to := g.noun(g.at); to > g.at {
			g.addNoun(to)
			return
		}
		g.add(Complementizer, g.at+1)
	}
}

// inCapacity says that "as" stands here, behind a noun or verb, with an office: "his resignation as Mayor of Klina was accepted".
func (g *grouper) inCapacity() bool {
	if g.low(g.at) != "as" || len(g.groups) == 0 || !(g.last().Kind == NounGroup || g.last().Kind == VerbGroup || g.last().Kind == When) {
		return false
	}
	i := g.at + 1
	for determiners[g.low(i)] || strings.HasPrefix(g.tag(i), "JJ") {
		i++
	}
	return i < len(g.tokens) && g.tokens[i].Kind == Office
}

// nounFollows says that a noun group begins at i.
func (g *grouper) nounFollows(i int) bool { return i < len(g.tokens) && g.noun(i) > i }

// clauseFollows says that from i on a verb comes before the next comma: what began is a clause.
func (g *grouper) clauseFollows(i int) bool {
	first := true
	for ; i < len(g.tokens); i++ {
		t := &g.tokens[i]
		if t.Text == "," && i+1 < len(g.tokens) && relatives[g.low(i+1)] { // an aside: "after the indictment, which names X, had been confirmed"
			for i += 2; i < len(g.tokens) && g.tokens[i].Text != ","; i++ {
			}
			first = false
			continue
		}
		if t.Kind == Punctuation && strings.ContainsAny(t.Text, ",;:()") || relatives[t.Low] {
			return false
		}
		if g.verbAt(i) {
			bare := oneOf(t.Tag, "VBN", "VBG") && !auxiliaries[t.Low]
			return !bare && t.Low != "to" || first
		}
		if t.Tag != "RB" {
			first = false
		}
	}
	return false
}

// verbAt says that a verb group begins at i.
func (g *grouper) verbAt(i int) bool {
	if i >= len(g.tokens) || g.tokens[i].Kind != Word {
		return false
	}
	t := &g.tokens[i]
	switch {
	case t.Low == "to":
		j := i + 1
		for g.tag(j) == "RB" {
			j++
		}
		return oneOf(g.tag(j), "VB", "VBP") || oneOf(g.low(j), "be", "have")
	case t.Low == "not" || t.Low == "never" || t.Low == "n't":
		return false
	case t.Tag == "MD" || modals[t.Low] && t.Tag != "NNP" && t.Tag != "NN":
		return true
	case oneOf(t.Tag, "VBD", "VBP", "VBZ", "VB"):
		return true
	case oneOf(t.Tag, "VBN", "VBG"):
		if auxiliaries[t.Low] {
			return true
		}
		return !g.modifies(i)
	case auxiliaries[t.Low]:
		return true
	}
	return false
}

// modifies says that a participle at i stands before the noun it goes with: "arrested persons", "the newly appointed Minister".
func (g *grouper) modifies(i int) bool {
	if i > 0 && (oneOf(g.tag(i-1), "DT", "PRP$", "CD", "JJ", "POS") || determiners[g.low(i-1)]) && g.tokens[i-1].Kind == Word {
		for j := i + 1; j < len(g.tokens); j++ {
			tag := g.tag(j)
			if strings.HasPrefix(tag, "NN") || g.tokens[j].Kind == Office || g.tokens[j].Kind == Name {
				return true
			}
			if !oneOf(tag, "JJ", "VBN", "VBG", "CD") {
				break
			}
		}
		return oneOf(g.low(i-1), "the", "an", "a") && g.tag(i) == "VBN" // "the accused", "the wounded"
	}
	next := i + 1
	if g.tag(i) != "VBN" && g.tag(i) != "VBG" || next >= len(g.tokens) {
		return false
	}
	before := g.last()
	begins := len(g.groups) == 0 || before.Kind == Preposition || before.Kind == Conjunction || before.Kind == Comma || before.Kind == VerbGroup
	return begins && g.tag(i) == "VBN" && oneOf(g.tag(next), "NNS", "NN") && g.tokens[next].Kind == Word
}

// verb adds the verb group that begins here.
func (g *grouper) verb() {
	v := &Verb{Form: Finite}
	main := -1
	first := g.at
	if g.low(g.at) == "to" {
		v.Form = Infinitive
		g.at++
	}
	i := g.at
	had, be := false, false // of the auxiliaries so far
	for i < len(g.tokens) {
		t := &g.tokens[i]
		switch {
		case t.Low == "not" || t.Low == "never" || t.Low == "n't" || t.Low == "cannot":
			v.Negated = true
		case (t.Tag == "RB" || t.Low == "both" || t.Low == "all") && t.Kind == Word:
			v.Adverbs = append(v.Adverbs, t.Low)
		case t.Tag == "MD" || modals[t.Low]:
			if t.Low == "cannot" {
				v.Negated = true
			}
			v.Modal = t.Low
		case auxiliaries[t.Low] && g.auxiliary(i):
			if oneOf(t.Low, "has", "have", "had", "having") {
				had = true
			} else if !oneOf(t.Low, "do", "does", "did") {
				be = true
				if t.Low == "been" {
					v.Perfect = true
				}
			}
			if i == g.at && v.Form == Finite && oneOf(t.Low, "having", "being") {
				v.Form = Gerund
			}
			if i == g.at && v.Form == Finite && t.Low == "been" {
				v.Form = Participle
			}
		case strings.HasPrefix(t.Tag, "VB") || auxiliaries[t.Low]:
			main = i
			if i == g.at && v.Form == Finite {
				switch {
				case t.Tag == "VBG":
					v.Form = Gerund
				case t.Tag == "VBN" && !oneOf(g.low(i+1), "him", "them"): // "sentenced him" has tense
					v.Form, v.Passive = Participle, true
				}
			}
			participle := oneOf(t.Tag, "VBN", "VBD") && !auxiliaries[t.Low]
			v.Passive = v.Passive || be && participle
			v.Perfect = v.Perfect || had
			v.Progressive = be && t.Tag == "VBG"
			v.Copula = bases[t.Low] == "be" || t.Low == "be" || t.Low == "been" || t.Low == "being"
		default:
			if j := g.interrupted(i, be || had); j > i {
				i = j
				continue
			}
			goto done
		}
		if main >= 0 {
			i++
			break
		}
		i++
	}
done:
	if main < 0 { // only auxiliaries, or adverbs behind them
		for main = i - 1; main > g.at && !auxiliaries[g.low(main)] && !modals[g.low(main)]; main-- {
		}
		v.Copula = bases[g.low(main)] == "be"
		i = main + 1
		if v.Copula && i < len(g.tokens) && oneOf(g.low(i), "not", "never") {
			v.Negated = true
			i++
		}
	}
	if main >= 0 && v.Copula && i == main+1 { // "is not the Mayor", "is no longer the Mayor"
		switch {
		case oneOf(g.low(i), "not", "never"):
			v.Negated = true
			i++
		case g.low(i) == "no" && g.low(i+1) == "longer":
			v.Negated = true
			i += 2
		}
	}
	g.at = first
	group := g.add(VerbGroup, max(i, first+1))
	group.Head, group.Low, group.Verb = main, g.low(main), v
}

// auxiliary says that a further verb of the group follows what may be an auxiliary at i.
func (g *grouper) auxiliary(i int) bool {
	for j := i + 1; j < len(g.tokens); j++ {
		t := &g.tokens[j]
		switch {
		case t.Tag == "RB" || oneOf(t.Low, "not", "never", "n't", "both", "all", "also"):
		case strings.HasPrefix(t.Tag, "VB") && t.Kind == Word:
			return t.Tag != "VBZ" && t.Tag != "VBP" && !(t.Tag == "VBG" && oneOf(g.low(i), "has", "have", "had", "do", "does", "did")) && !(oneOf(g.low(i), "has", "have", "had", "having") && t.Tag == "VBG")
		case auxiliaries[t.Low]:
			return true
		default:
			k := g.interrupted(j, true)
			if k == j {
				return false
			}
			j = k - 1
		}
	}
	return false
}

// aside is where a participle stands behind the comma that ends an aside from i on; 0 where none does, or where the aside holds a verb of its own.
func (g *grouper) aside(i int) int {
	for ; i < len(g.tokens); i++ {
		t := &g.tokens[i]
		switch {
		case t.Low == "," && i+1 < len(g.tokens) && g.tokens[i+1].Kind == Word && oneOf(g.tag(i+1), "VBN", "VBD"):
			return i + 1
		case t.Kind == Punctuation && strings.ContainsAny(t.Text, ",;:()"), relatives[t.Low], oneOf(t.Tag, "VBD", "VBP", "VBZ", "MD") && t.Kind == Word:
			return 0
		}
	}
	return 0
}

// interrupted is where a verb group goes on after a date or an aside within it: "was, on 4 May, arrested"; i where it does not.
func (g *grouper) interrupted(i int, aux bool) int {
	if !aux {
		return i
	}
	j := i
	comma := g.low(j) == ","
	if comma {
		j++
	}
	if comma {
		if k := g.aside(j); k > 0 {
			return k
		}
	}
	start := j
	for j < len(g.tokens) && j < start+6 {
		t := &g.tokens[j]
		if t.Kind == Date || t.Tag == "IN" || t.Tag == "RB" || t.Kind == Name && g.tag(j-1) == "IN" || (t.Tag == "DT" || t.Tag == "JJ" || t.Tag == "NN") && j > start {
			j++
			continue
		}
		break
	}
	if j == start || g.tag(start) != "IN" && g.tokens[start].Kind != Date && !comma {
		return i
	}
	if comma {
		if g.low(j) != "," {
			return i
		}
		j++
	}
	if j < len(g.tokens) && g.tokens[j].Kind == Word && (oneOf(g.tag(j), "VBN", "VBD")) {
		return j
	}
	return i
}
