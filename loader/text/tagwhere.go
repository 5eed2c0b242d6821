package text

import (
	"slices"
	"strings"
)

// searches are what rules of tags.yaml ask for with `where`: each says of a token, which is not the first, whether it stands in a context
// that no fixed number of tokens tells.
var searches = map[string]func(tokens []Token, i int) bool{
	"agentBehind":   agentBehind,
	"animate":       func(tokens []Token, i int) bool { return Animate(tokens[i].Low) },
	"aside":         aside,
	"beforeObject":  beforeObject,
	"behindSubject": behindSubject,
	"calledSo":      calledSo,
	"capitalized":   capitalized,
	"closesAside":   closesAside,
	"countedFrom":   countedFrom,
	"goesOnApart":   goesOnApart,
	"inverted":      inverted,
	"joined":        joined,
	"joinedAside":   joinedAside,
	"leftSo":        leftSo,
	"ofOneThing":    ofOneThing,
	"onCondition":   onCondition,
	"onlyVerb":      onlyVerb,
	"qualified":     qualified,
	"reduced":       reduced,
	"setSo":         setSo,
	"wantedSo":      wantedSo,
	"wantsObject":   wantsObject,
}

// ofOneThing says that what stands before the end of a noun group tells that it is of one thing, so that a plural ends none: "a partners",
// "the third partners".
func ofOneThing(tokens []Token, i int) bool {
	for ; i >= 0 && oneOf(tokens[i].Tag, "NN", "NNS", "JJ", "CD"); i-- {
		if single[tokens[i].Low] {
			return true
		}
	}
	return i >= 0 && oneOf(tokens[i].Low, "a", "an", "another")
}

// behindSubject says that a name that may be a clause's subject, and a comma, stand right before a token: what follows is no verb of the
// clause, but a participle. A name in apposition ("the Minister, X, appointed") is none.
func behindSubject(tokens []Token, i int) bool {
	j := i - 2
	if j < 0 || tokens[i-1].Text != "," || tokens[j].Kind != Name {
		return false
	}
	for j--; j >= 0 && tokens[j].Tag == "DT"; j-- {
	}
	if j < 0 {
		return true
	}
	if tokens[j].Text != "," {
		return false
	}
	for j--; j >= 0 && tokens[j].Text != ","; j-- { // an adverbial before the subject, as "on 6 May"
	}
	return oneOf(tokens[j+1].Tag, "IN", "DATE", "RB")
}

// aside says that a past behind a comma begins what is said of a subject aside, since the verb of the clause is yet to come behind the next
// comma: "The attack of the army, launched on 4 June in the hills, has continued".
func aside(tokens []Token, i int) bool {
	if tokens[i-1].Text != "," || i+1 == len(tokens) || tokens[i+1].Tag != "IN" {
		return false
	}
	for j := i - 2; j >= 0 && tokens[j].Text != ","; j-- {
		if t := &tokens[j]; tensed(t) || t.Tag == "CC" || t.Kind == Punctuation {
			return false
		}
	}
	return verbToCome(tokens, i)
}

// closesAside says that the verb at i stands right behind an aside that says, behind the subject and a comma, in or with what something was
// done, and that no other has tense: "the Council, in its conclusions on trade, called upon the Minister to resign".
func closesAside(tokens []Token, i int) bool {
	if i < 4 || tokens[i-1].Text != "," || slices.ContainsFunc(tokens, tensedOrRelative) {
		return false
	}
	j := i - 2
	for j > 0 && tokens[j].Text != "," {
		j--
	}
	if j == 0 || tokens[j+1].Tag != "IN" {
		return false
	}
	subject := j - 1
	for j = subject; j >= 0 && oneOf(tokens[j].Tag, "NN", "NNS", "NNP", "JJ", "DT", "PRP$"); j-- {
	}
	return j < subject && strings.HasPrefix(tokens[subject].Tag, "NN") && (j < 0 || tokens[j].Text == ",")
}

// tensedOrRelative says that a token is a verb that has tense, or begins a relative clause, which has one.
func tensedOrRelative(t Token) bool {
	return tensed(&t) && t.Tag != "VB" || oneOf(t.Tag, "WDT", "WP", "WRB")
}

// countedFrom says that a past that wants an object, and has none, is a participle of what a clause is counted from, since it stands in the
// phrase with which the sentence begins: "Following the Declaration of the Presidency adopted in Klina, the law was changed".
func countedFrom(tokens []Token, i int) bool {
	if i+1 == len(tokens) || !circumstantial[tokens[i+1].Low] || !strings.HasPrefix(tokens[i-1].Tag, "NN") || !oneOf(tokens[0].Low, "following", "after", "since") {
		return false
	}
	if slices.ContainsFunc(tokens[:i], func(t Token) bool { return t.Text == "," || tensedOrRelative(t) }) {
		return false
	}
	comma := slices.IndexFunc(tokens[i:], func(t Token) bool { return t.Text == "," })
	return comma > 0 && slices.ContainsFunc(tokens[i+comma:], func(t Token) bool { return tensed(&t) }) &&
		!slices.ContainsFunc(tokens[i+1:i+comma], tensedOrRelative)
}

// agentBehind says that a past behind a comma is a participle, since who did it stands behind "by", at once or behind the day: "prepared a
// plan, launched on 4 May by the Minister".
func agentBehind(tokens []Token, i int) bool {
	if tokens[i-1].Text != "," {
		return false
	}
	if i+3 < len(tokens) && tokens[i+1].Tag == "IN" && tokens[i+2].Tag == "DATE" {
		i += 2
	}
	return i+2 < len(tokens) && tokens[i+1].Low == "by" && tokens[i+2].Tag != "VBG" && tokens[i+2].Tag != "CD" && tokens[i+2].Tag != "DATE"
}

// joinedAside says that a past goes on with a participle that began what is said of a name aside: "X, detained on 4 June and released
// later, complained".
func joinedAside(tokens []Token, i int) bool {
	j := i - 1
	for j > 0 && tokens[j].Tag == "RB" {
		j--
	}
	if tokens[j].Tag != "CC" {
		return false
	}
	for j--; j > 1 && tokens[j].Text != ","; j-- {
		if t := &tokens[j]; tensed(t) || t.Kind == Punctuation {
			return false
		}
	}
	return j > 0 && tokens[j-1].Kind == Name && tokens[j+1].Tag == "VBN" && verbToCome(tokens, i)
}

// joined says that a past at i that wants an object, and has none, goes on with a participle that began what is said of a noun: "the
// Agreement negotiated in Oslo and signed in Paris".
func joined(tokens []Token, i int) bool {
	if i < 4 || tokens[i-1].Tag != "CC" || i+1 == len(tokens) || !circumstantial[tokens[i+1].Low] && tokens[i+1].Kind != Date {
		return false
	}
	for j := i - 2; j > 0; j-- {
		switch t := &tokens[j]; {
		case t.Tag == "VBN":
			return strings.HasPrefix(tokens[j-1].Tag, "NN") || tokens[j-1].Text == ","
		case tensed(t) || t.Tag == "CC" || t.Tag == "WDT" || t.Tag == "WP":
			return false
		}
	}
	return false
}

// qualified says that a participle at i only describes the noun behind it, since an adverb, and a verb or a preposition, stand before it:
// "seized illegally imported goods".
func qualified(tokens []Token, i int) bool {
	if i < 2 || i+1 >= len(tokens) || tokens[i-1].Tag != "RB" || !strings.HasSuffix(tokens[i-1].Low, "ly") {
		return false
	}
	before, noun := &tokens[i-2], &tokens[i+1]
	return noun.Kind == Word && oneOf(noun.Tag, "NN", "NNS") && !auxiliaries[before.Low] && (before.Tag == "IN" || strings.HasPrefix(before.Tag, "VB"))
}

// tensed says that a token is a verb, or an auxiliary, that has tense.
func tensed(t *Token) bool {
	return t.Kind == Word && (t.Tag == "MD" || strings.HasPrefix(t.Tag, "VB") && t.Tag != "VBG" && t.Tag != "VBN")
}

// onlyVerb says that no other token of a sentence is a verb with tense.
func onlyVerb(tokens []Token, i int) bool {
	for k := range tokens {
		if k != i && tensed(&tokens[k]) {
			return false
		}
	}
	return true
}

// verbToCome says that the first comma behind a token has a verb with tense right behind it, and that none stands before it.
func verbToCome(tokens []Token, i int) bool {
	for j := i + 1; j+1 < len(tokens); j++ {
		switch t := &tokens[j]; {
		case t.Text == ",":
			return tensed(&tokens[j+1])
		case tensed(t) || t.Kind == Punctuation:
			return false
		}
	}
	return false
}

// onCondition says that a token stands where a clause with "if" or "unless" wants its verb: "if the Minister consents,".
func onCondition(tokens []Token, i int) bool {
	if tokens[i-1].Kind != Office && tokens[i-1].Kind != Name || i+1 < len(tokens) && tokens[i+1].Kind != Punctuation {
		return false
	}
	j := i - 2
	for j >= 0 && tokens[j].Tag == "DT" {
		j--
	}
	return j >= 0 && oneOf(tokens[j].Low, "if", "unless")
}

// inverted says that between a modal and a token no verb stands, but the noun phrase that is the subject of both: "should the court in Peja
// impose".
func inverted(tokens []Token, i int) bool {
	j := i - 1
	for j >= 0 && (oneOf(tokens[j].Tag, "DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "PRP", "PRP$", "IN") || tokens[j].Low == "ever") {
		j--
	}
	return j >= 0 && j < i-1 && tokens[j].Tag == "MD"
}

// wantedSo says that a past tells what somebody wants done to a person whose name stands right before it, behind the verb of wanting:
// "wanted X appointed mayor".
func wantedSo(tokens []Token, i int) bool {
	return i > 1 && tokens[i-1].Kind == Name && tokens[i-1].Note.Person && IsAny(tokens[i-2].Low, wanting)
}

// leftSo says that a token tells in which state "left" before it leaves whom it takes as its object.
func leftSo(tokens []Token, i int) bool {
	for j := i - 1; j >= 0 && (oneOf(tokens[j].Tag, "CD", "DT", "JJ", "NN", "NNS", "NNP", "VBD")); j-- {
		if oneOf(tokens[j].Low, "left", "leaves", "leave") {
			return j < i-1
		}
		if tokens[j].Tag == "VBD" {
			break
		}
	}
	return false
}

// goesOnApart says that behind a comma and a conjunction right behind a past stands a further one, which has the same object; between them
// may stand when: "detained, and on 4 May released,".
func goesOnApart(tokens []Token, i int) bool {
	for i--; i > 0 && (tokens[i].Tag == "RB" || tokens[i].Kind == Date || tokens[i].Tag == "IN" && tokens[i+1].Kind == Date); i-- {
	}
	return i > 2 && tokens[i].Tag == "CC" && tokens[i-1].Text == "," && tokens[i-2].Tag == "VBD" && tokens[i-2].Kind == Word && !auxiliaries[tokens[i-2].Low]
}

// calledSo says that a past tells of the noun before it what it is called, since the clause has its verb: "indicted an inspector identified
// only as".
func calledSo(tokens []Token, i int) bool {
	as := i + 1
	for as < len(tokens) && tokens[as].Tag == "RB" {
		as++
	}
	if as >= len(tokens) || tokens[as].Low != "as" || tokens[i-1].Tag != "NN" || !IsAny(tokens[i].Low, callsAs) {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if t := &tokens[j]; tensed(t) {
			return true
		} else if t.Kind == Punctuation || oneOf(t.Tag, "CC", "WDT", "WP", "WRB") {
			return false
		}
	}
	return false
}

// reduced says that a past right behind a noun is a participle, since the verb of the clause is yet to come: "Four guards arrested in May
// remain in detention".
func reduced(tokens []Token, i int) bool {
	if tokens[i-1].Kind != Word || !strings.HasPrefix(tokens[i-1].Tag, "NN") || i+1 == len(tokens) || tokens[i+1].Tag != "IN" {
		return false
	}
	for _, t := range tokens[:i] {
		if oneOf(t.Tag, "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB") || t.Text == "," {
			return false
		}
	}
	for _, t := range tokens[i+1:] {
		switch {
		case t.Kind == Punctuation, oneOf(t.Tag, "CC", "WDT", "WP", "WRB", "TO"), subordinators[t.Low], t.Low == "that":
			return false
		case oneOf(t.Tag, "VBD", "VBZ", "VBP", "MD"):
			return true
		}
	}
	return false
}

// wantsObject says that a past at i stands between a noun and a preposition, where it can only be a participle: behind a common noun, or
// where another verb is the clause's.
func wantsObject(tokens []Token, i int) bool {
	preposition := i+2 < len(tokens) && (circumstantial[tokens[i+1].Low] || accusing[tokens[i].Low] && oneOf(tokens[i+1].Low, "for", "of", "with"))
	if !preposition || tokens[i-1].Kind == Name && behindWhom(tokens, i-1) || !strings.HasPrefix(tokens[i-1].Tag, "NN") || tokens[i+2].Low == "behalf" {
		return false
	}
	return tokens[i-1].Kind == Word && tokens[i-1].Tag != "NNP" ||
		slices.ContainsFunc(tokens[:i], func(t Token) bool { return oneOf(t.Tag, "VBD", "VBZ", "VBP", "MD") })
}

// behindWhom says that "whom" stands right before a name, so that a verb of whom it names follows: "whom the Court of Appeals convicted".
func behindWhom(tokens []Token, name int) bool {
	j := name - 1
	for j >= 0 && tokens[j].Tag == "DT" {
		j--
	}
	return j >= 0 && tokens[j].Low == "whom"
}

// beforeObject says that the object of a verb begins right behind it, or behind a date and the comma that ends an aside: "detained, and
// released the same day, a man".
func beforeObject(tokens []Token, i int) bool {
	i++
	if i+2 < len(tokens) && tokens[i].Kind == Date && tokens[i+1].Text == "," {
		i += 2
	}
	return i < len(tokens) && startsNoun(&tokens[i])
}

// capitalized says that a token begins with a capital, and has small letters too.
func capitalized(tokens []Token, i int) bool {
	t := &tokens[i]
	return t.Text != t.Low && t.Text != strings.ToUpper(t.Text)
}

// setSo says that a word tells what those right before it, behind a form of "set", are set: "set X and two others free".
func setSo(tokens []Token, i int) bool {
	from := i
	for i--; i > 0 && (tokens[i].Kind == Name || oneOf(tokens[i].Tag, "PRP", "PRP$", "NN", "NNS", "NNP", "CC", "CD", "DT", "JJ")); i-- {
	}
	return i >= 0 && i+1 < from && oneOf(tokens[i].Low, "set", "sets", "setting")
}
