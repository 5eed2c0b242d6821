package text

import (
	"slices"
	"strings"

	"councilgraph/loader/text/tagger"
)

// Tag gives tokens their parts of speech. Annotations are NNP, dates DATE, numbers CD.
func Tag(tokens []Token) {
	words := make([]tagger.Token, len(tokens))
	for i, t := range tokens {
		words[i] = tagger.Token{Word: t.Text, Kind: kinds[t.Kind]}
	}
	for i, tag := range tagger.Default().Tag(words) {
		t := &tokens[i]
		switch t.Kind {
		case Date:
			t.Tag = "DATE"
		case Number:
			t.Tag = "CD"
		case Name, Office, Symbol:
			t.Tag = "NNP"
		default:
			t.Tag = tag.String()
		}
	}
	repair(tokens)
	emphatic(tokens)
}

// emphatic gives what stands between "did", or whom somebody helped or let, and what is done the tag of a verb: "did sentence X", "did head the police", "helped the police arrest X".
func emphatic(tokens []Token) {
	for i := 1; i+1 < len(tokens); i++ {
		t := &tokens[i]
		if t.Tag == "IN" && t.Kind == Word && !prepositions[t.Low] && !relatives[t.Low] && !determiners[t.Low] && !subordinators[t.Low] && !auxiliaries[t.Low] && !modals[t.Low] && isLetter(runeAt(t.Text, 0)) {
			t.Tag = "NN"
		}
		noun := oneOf(t.Tag, "NN", "NNP", "JJ") && t.Low == t.Text && (t.Kind == Word || t.Kind == Office && !strings.Contains(t.Low, " "))
		if (oneOf(tokens[i-1].Low, "do", "does", "did") || helped(tokens, i-1)) && noun && startsNoun(&tokens[i+1]) {
			t.Kind, t.Tag, t.Note = Word, "VB", nil
		}
	}
}

// helped says that a name ends at i whose bearer somebody helps to do something, or lets do it.
func helped(tokens []Token, i int) bool {
	j := i - 1
	for j > 0 && tokens[j].Tag == "DT" {
		j--
	}
	return j >= 0 && tokens[i].Kind == Name && (Is(tokens[j].Low, "help") || Is(tokens[j].Low, "let"))
}

// repair mends tags by what can and cannot stand beside what: a possessive ending is none of a verb, a participle of its own form is one, and a verb behind a
// conjunction that takes an object at once is no participle.
func repair(tokens []Token) {
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != Word {
			continue
		}
		switch {
		case t.Low == "'s" || t.Low == "'":
			t.Tag = "POS"
		case t.Text == "I" && i > 0 && oneOf(tokens[i-1].Tag, "NNP", "NN"): // the first of several: "the Drenica I case"
			t.Tag = "NNP"
		case oneOf(t.Low, "the", "a", "an"): // in front of quotation marks the tagger errs
			t.Tag = "DT"
		case oneOf(t.Low, "their", "its", "our", "my"):
			t.Tag = "PRP$"
		case oneOf(t.Tag, "NN", "JJ", "NNP", "VB", "VBP") && participles[t.Low]:
			t.Tag = "VBN"
		case t.Tag == "JJ" && strings.HasSuffix(t.Low, "s") && strings.Contains(t.Low, "-") && i+1 < len(tokens) && oneOf(tokens[i+1].Tag, "IN", "VBD", "CC", ","):
			t.Tag = "NNS" // "sit-ins over prices"
		case pronominalAdverbs[t.Low]:
			t.Tag = "RB"
		case oneOf(t.Tag, "VBD", "VBN") && strings.HasSuffix(t.Low, "ight"): // no past ends so: "and slight wounds"
			t.Tag = "JJ"
		case t.Text == "i" && i > 0 && i+1 < len(tokens) && tokens[i-1].Text == "(" && tokens[i+1].Text == ")": // the first of several parts: "(i) The police"
			t.Tag = "LS"
		case i == 0:
		case oneOf(t.Low, "strike", "strikes") && strings.HasPrefix(t.Tag, "VB") && oneOf(tokens[i-1].Low, "air", "missile", "drone", "artillery", "rocket", "lightning"):
			t.Tag = "NN"
		case t.Tag == "VBN" && qualified(tokens, i):
			t.Tag = "JJ"
		case t.Tag == "JJ" && strings.HasSuffix(t.Low, "ed") && tokens[i-1].Text == "," && i+1 < len(tokens) && (tokens[i+1].Text == "“" || oneOf(tokens[i+1].Tag, "DT", "PRP$")): // "UNMIK, with UNHCR, organized “Open Day”"
			t.Tag = "VBD"
		case strings.HasPrefix(t.Tag, "VB") && tokens[i-1].Kind == Name && !tokens[i-1].Note.Person && t.Text != t.Low && t.Text != strings.ToUpper(t.Text): // what a name goes on with: "the KFOR Programme Report"
			t.Tag = "NNP"
		case t.Tag == "VBN" && !participles[t.Low] && i+1 < len(tokens) && tokens[i-1].Tag == "CC" && startsObject(tokens, i+1),
			t.Tag == "VBN" && !participles[t.Low] && i > 1 && tokens[i-1].Kind == Number && tokens[i-2].Tag == "CC" && i+1 < len(tokens) && oneOf(tokens[i+1].Tag, "NN", "NNS"), // "and seven suffered burns"
			t.Tag == "VBN" && !participles[t.Low] && oneOf(tokens[i-1].Low, "who", "which", "that"),
			oneOf(t.Tag, "NN", "JJ", "IN", "RB") && pasts[t.Low]:
			t.Tag = "VBD"
		case t.Tag == "VBN" && (objectless[t.Low] || t.Low == "overturned" && i+1 < len(tokens) && oneOf(tokens[i+1].Low, "near", "in", "at")) && oneOf(tokens[i-1].Tag, "NN", "NNS", "NNP", ",", "VBG"):
			t.Tag = "VBD"
		case t.Tag == "VBD" && (strings.HasSuffix(t.Low, "ed") || t.Low == "found" && i+1 < len(tokens) && oneOf(tokens[i+1].Low, "guilty", "not")) && (behindSubject(tokens, i) || reduced(tokens, i) || aside(tokens, i)), t.Tag == "VBD" && joinedAside(tokens, i),
			t.Tag == "VBD" && (transitive[t.Low] || accusing[t.Low]) && wantsObject(tokens, i):
			t.Tag = "VBN"
		case t.Tag == "JJ" && strings.HasSuffix(t.Low, "ed") && tokens[i-1].Text == "," && i+1 < len(tokens) && oneOf(tokens[i+1].Text, "“", "\"") && !slices.ContainsFunc(tokens[:i], func(t Token) bool { return tensed(&t) }):
			t.Tag = "VBD" // "KFOR, aided by UNHCR, organized “Open Day”"
		case oneOf(t.Tag, "VBD", "VBN") && strings.HasSuffix(t.Low, "ed") && toBe(tokens, i):
			t.Tag, tokens[i-1].Tag = "VBN", "JJ" // "the future envisaged Office"
		case t.Tag == "VBD" && oneOf(t.Low, "injured", "wounded", "hurt") && leftSo(tokens, i): // "left one officer injured and nine in custody"
			t.Tag = "VBN"
		case t.Tag == "VBZ" && oneOf(t.Low, "reports", "claims", "rumours") && (oneOf(tokens[i-1].Tag, "NNS", "VBD", "VBN", "JJ") || oneOf(tokens[i-1].Low, "press", "media", "news", "newspaper", "radio", "television")): // "media reports that", "denied reports that"
			t.Tag = "NNS"
		case t.Tag == "JJ" && oneOf(t.Low, "injured", "wounded", "hurt") && oneOf(tokens[i-1].Tag, "CD", "NNS") && (i+1 == len(tokens) || tokens[i+1].Kind == Punctuation || oneOf(tokens[i+1].Tag, "IN", "CC")):
			t.Tag = "VBN" // "one dead and seven injured"
		case oneOf(t.Low, "meeting", "briefing", "gathering", "training") && t.Tag == "VBG" && tokens[i-1].Tag == "NNS" && oneBefore(tokens, i-1): // "a partners meeting"
			t.Tag = "NN"
		case oneOf(t.Low, "hearing", "hearings") && t.Tag == "VBG" && oneOf(tokens[i-1].Tag, "NN", "JJ", "DT", "POS"): // "an initial hearing against"
			t.Tag = "NN"
		case t.Tag == "JJ" && oneOf(t.Low, "co-accused", "accused") && oneOf(tokens[i-1].Tag, "CD", "PRP$") && !(i+1 < len(tokens) && strings.HasPrefix(tokens[i+1].Tag, "NN")): // "his two co-accused"
			t.Tag = "NNS"
		case t.Tag == "VBG" && compound[t.Low] && i+1 < len(tokens) && oneOf(tokens[i+1].Tag, "NN", "NNS") && tokens[i-1].Tag != "TO" && !auxiliaries[tokens[i-1].Low]:
			t.Tag = "JJ" // "with hunting rifles", "of missing persons"
		case t.Tag == "JJ" && kin[t.Low] && oneOf(tokens[i-1].Tag, "DT", "PRP$") && !(i+1 < len(tokens) && strings.HasPrefix(tokens[i+1].Tag, "NN")):
			t.Tag = "NN" // "a father and his son"
		case t.Low == "presiding" && i+1 < len(tokens) && (strings.HasPrefix(tokens[i+1].Low, "judge") || strings.HasPrefix(tokens[i+1].Low, "officer")):
			t.Tag = "JJ"
		case t.Low == "presiding" && oneOf(t.Tag, "NN", "JJ") && !(i+1 < len(tokens) && strings.HasPrefix(tokens[i+1].Tag, "NN")):
			t.Tag = "VBG" // "with Judge X presiding"
		case t.Tag == "NNS" && (t.Low == "lives" && tokens[i-1].Text == "," && i+1 < len(tokens) && oneOf(tokens[i+1].Low, "in", "at", "near") || onCondition(tokens, i)):
			t.Tag = "VBZ"
		case t.Low == "her" && t.Tag == "PRP$" && i+1 < len(tokens) && oneOf(tokens[i+1].Low, "not", "guilty"): // "found her not guilty"
			t.Tag = "PRP"
		case oneOf(t.Tag, "VBN", "NN") && strings.HasSuffix(t.Low, "ed") && goesOnApart(tokens, i): // "detained, and released later the same day, three men"
			t.Tag = "VBD"
		case oneOf(t.Low, "named", "called") && i > 1 && oneOf(tokens[i-2].Low, "a", "an") && Animate(tokens[i-1].Low) && i+1 < len(tokens) && tokens[i+1].Kind == Name && tokens[i+1].Note.Person: // "a man named X"
			t.Tag = "VBN"
		case t.Tag == "VBD" && calledSo(tokens, i):
			t.Tag = "VBN"
		case t.Low == "free" && tokens[i-1].Tag == "PRP" && i > 1 && Is(tokens[i-2].Low, "set"): // "set him free"
			t.Tag = "JJ"
		case t.Low == "guilty":
			t.Tag = "JJ"
		case t.Low == "lightning":
			t.Tag = "NN"
		case oneOf(t.Low, "inter", "alia"):
			t.Tag = "RB"
		case t.Low == "aggravated", strings.Contains(t.Low, "-and-") && t.Tag != "NN":
			t.Tag = "JJ"
		case oneOf(t.Tag, "VBG", "VB", "VBP") && oneOf(tokens[i-1].Tag, "POS", "PRP$") && !(i+1 < len(tokens) && (tokens[i+1].Tag == "NN" || tokens[i+1].Tag == "NNS")):
			t.Tag = "NN"
		}
	}
}

// oneBefore says that what stands before the end of a noun group tells that it is of one thing, so that a plural ends none: "a partners", "the third partners".
func oneBefore(tokens []Token, i int) bool {
	for ; i >= 0 && oneOf(tokens[i].Tag, "NN", "NNS", "JJ", "CD"); i-- {
		if single[tokens[i].Low] {
			return true
		}
	}
	return i >= 0 && oneOf(tokens[i].Low, "a", "an", "another")
}

// behindSubject says that a name that may be a clause's subject, and a comma, stand right before a token: what follows is no verb of the clause, but a participle. A name in
// apposition ("the Minister, X, appointed") is none.
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

// aside says that a past behind a comma begins what is said of a subject aside, since the verb of the clause is yet to come behind the next comma: "The attack of the army, launched on
// 4 June in the hills, has continued".
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

// joinedAside says that a past goes on with a participle that began what is said of a name aside: "X, detained on 4 June and released later, complained".
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

// qualified says that a participle at i only describes the noun behind it, since an adverb, and a verb or a preposition, stand before it: "seized illegally imported goods".
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

// goesOnApart says that behind a comma and a conjunction right behind a past stands a further one, which has the same object.
func goesOnApart(tokens []Token, i int) bool {
	for i--; i > 0 && tokens[i].Tag == "RB"; i-- {
	}
	return i > 2 && tokens[i].Tag == "CC" && tokens[i-1].Text == "," && tokens[i-2].Tag == "VBD" && tokens[i-2].Kind == Word && !auxiliaries[tokens[i-2].Low]
}

// calledSo says that a past tells of the noun before it what it is called, since the clause has its verb: "indicted an inspector identified only as".
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

// reduced says that a past right behind a plural is a participle, since the verb of the clause is yet to come: "Four guards arrested in May remain in detention".
func reduced(tokens []Token, i int) bool {
	if tokens[i-1].Tag != "NNS" || i+1 == len(tokens) || tokens[i+1].Tag != "IN" {
		return false
	}
	for _, t := range tokens[:i] {
		if oneOf(t.Tag, "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB") || t.Text == "," {
			return false
		}
	}
	for _, t := range tokens[i+1:] {
		switch {
		case t.Kind == Punctuation, oneOf(t.Tag, "CC", "WDT", "WP", "WRB", "TO"):
			return false
		case oneOf(t.Tag, "VBD", "VBZ", "VBP", "MD"):
			return true
		}
	}
	return false
}

// wantsObject says that a past at i stands between a noun and a preposition, where it can only be a participle: behind a common noun, or where another verb is the clause's.
func wantsObject(tokens []Token, i int) bool {
	preposition := i+2 < len(tokens) && (circumstantial[tokens[i+1].Low] || accusing[tokens[i].Low] && oneOf(tokens[i+1].Low, "for", "of", "with"))
	if !preposition || tokens[i-1].Kind == Name && behindWhom(tokens, i-1) || !strings.HasPrefix(tokens[i-1].Tag, "NN") || tokens[i+2].Low == "behalf" {
		return false
	}
	return tokens[i-1].Kind == Word && tokens[i-1].Tag != "NNP" || slices.ContainsFunc(tokens[:i], func(t Token) bool { return oneOf(t.Tag, "VBD", "VBZ", "VBP", "MD") })
}

// behindWhom says that "whom" stands right before a name, so that a verb of whom it names follows: "whom the Court of Appeals convicted".
func behindWhom(tokens []Token, name int) bool {
	j := name - 1
	for j >= 0 && tokens[j].Tag == "DT" {
		j--
	}
	return j >= 0 && tokens[j].Low == "whom"
}

// startsObject says that the object of a verb begins at i, or behind a date and the comma that ends an aside: "detained, and released the same day, a man".
func startsObject(tokens []Token, i int) bool {
	if tokens[i].Kind == Date && i+2 < len(tokens) && tokens[i+1].Text == "," {
		i += 2
	}
	return startsNoun(&tokens[i])
}

// startsNoun says that a noun phrase begins with a token.
func startsNoun(t *Token) bool {
	return t.Kind == Name || t.Kind == Number || t.Kind == Office || t.Kind == Word && (oneOf(t.Tag, "DT", "PRP$") || oneOf(t.Low, "him", "her", "them"))
}

// toBe says that a past at i stands between an article with "future" or "then" and a name or noun, and says of that what it is.
func toBe(tokens []Token, i int) bool {
	if i < 2 || i+1 == len(tokens) || !oneOf(tokens[i-1].Low, "future", "then", "once") || !oneOf(tokens[i-2].Low, "the", "a") {
		return false
	}
	return tokens[i+1].Kind == Name || strings.HasPrefix(tokens[i+1].Tag, "NN")
}

// participles are those of irregular verbs that are no other form.
var participles = func() map[string]bool {
	m := map[string]bool{}
	for _, v := range irregulars {
		if v[2] != v[1] && v[2] != v[0] {
			m[v[2]] = true
		}
	}
	return m
}()

// pasts are the past forms of irregular verbs that are no nouns and no adjectives.
var pasts = func() map[string]bool {
	m := map[string]bool{}
	for _, v := range irregulars {
		if v[1] != v[0] && !ambiguous[v[1]] {
			m[v[1]] = true
		}
	}
	return m
}()

var kinds = map[Kind]tagger.Kind{Word: tagger.Word, Punctuation: tagger.Punctuation, Name: tagger.Name, Office: tagger.Office, Date: tagger.Date, Number: tagger.Number, Symbol: tagger.Name}
