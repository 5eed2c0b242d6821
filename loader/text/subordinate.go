package text

import (
	"slices"
	"strings"
)

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

func (g *grouper) that() {
	last := g.last()
	next := g.at + 1
	verb := g.verbAt(next) || g.tag(next) == "RB" && g.verbAt(next+1)
	begins := len(g.groups) == 0 || last.Kind == Comma || last.Kind == Preposition || last.Kind == Conjunction || last.Kind == Break
	switch {
	case begins && oneOf(g.tag(next), "NN", "JJ") && g.tokens[next].Kind == Word && g.noun(g.at) > g.at:
		g.addNoun(g.noun(g.at))
	case (last.Kind == Preposition || last.Kind == VerbGroup && last.Verb.Copula) && g.low(next) == "of": // "including that of Director", "was that of 4 May"
		g.addNoun(next)
	case last.Kind == NounGroup && last.To == g.at && (verb || !g.saidBefore() && g.clauseFollows(next)):
		g.add(Relative, g.at+1)
	case last.Kind == When && verb: // it was on 4 May that
		g.add(Relative, g.at+1)
	case g.clauseFollows(next) || verb:
		g.add(Complementizer, g.at+1)
	case last.Kind != Preposition && g.undetermined(next):
		if last.Kind == NounGroup && last.To == g.at && !contents[Singular(last.Low)] {
			g.add(Relative, g.at+1)
			return
		}
		g.add(Complementizer, g.at+1)
	default:
		if to := g.noun(g.at); to > g.at {
			g.addNoun(to)
			return
		}
		g.add(Complementizer, g.at+1)
	}
}

// saidBefore says that the last noun is of what is said, or of who says what the noun before it is of: "the claim that X was hurt", "the
// claim of KFOR that X was hurt", "reports by the media that X was hurt".
func (g *grouper) saidBefore() bool {
	last := g.last()
	if contents[Singular(last.Low)] {
		return true
	}
	n := len(g.groups)
	if n < 3 || g.groups[n-2].Kind != Preposition || g.groups[n-3].Kind != NounGroup || !contents[Singular(g.groups[n-3].Low)] {
		return false
	}
	return oneOf(g.groups[n-2].Low, "by", "from") || g.groups[n-2].Low == "of" && g.tokens[last.Head].Kind == Name
}

// undetermined says that "that" in front of a noun phrase at i cannot be its determiner, since it has one of its own, is a name or a
// plural, so that a clause begins, whatever stands before its verb: "denied that a man suspected of theft had been arrested".
func (g *grouper) undetermined(i int) bool {
	to := g.noun(i)
	if to <= i {
		return false
	}
	head := &g.tokens[to-1]
	return determiners[g.low(i)] && !oneOf(g.low(i), "other", "few", "many") || head.Kind == Name || oneOf(head.Tag, "NNS", "NNPS", "PRP")
}

// inverted says that a modal stands here before its subject, so that nothing is told as so: "will lose his post should he be convicted",
// "under no circumstances would he be moved"; or "had", behind what would have been: "would have fled had the police arrested him"; or
// another auxiliary behind "nor", or a denial in front: "nor was he charged", "at no time did the police arrest him".
func (g *grouper) inverted() bool {
	verb := g.noun(g.at + 1)
	if verb == g.at+1 || g.tokens[len(g.tokens)-1].Text == "?" {
		return false
	}
	for g.tag(verb) == "IN" && g.noun(verb+1) > verb+1 { // "should the court in Peja convict him"
		verb = g.noun(verb + 1)
	}
	for g.tag(verb) == "RB" {
		verb++
	}
	if g.tag(g.at) == "MD" {
		return g.tag(verb) == "VB"
	}
	if g.low(g.at) == "had" && g.unreal() {
		return strings.HasPrefix(g.tag(verb), "VB")
	}
	return auxiliaries[g.low(g.at)] && strings.HasPrefix(g.tag(verb), "VB") && (denies(g.low(g.at-1)) || g.deniedInFront())
}

// unreal says that the last verb says what would have been: "would have spread".
func (g *grouper) unreal() bool {
	for i := len(g.groups) - 1; i >= 0; i-- {
		if o := &g.groups[i]; o.Kind == VerbGroup {
			return o.Verb.Modal != "" && o.Verb.Perfect
		}
	}
	return false
}

// deniedInFront says that the sentence begins with a preposition and what there is none of: "at no time between 5 and 9 August".
func (g *grouper) deniedInFront() bool {
	return len(g.groups) > 1 && g.groups[0].Kind == Preposition && g.groups[1].Kind == NounGroup && Denying(&g.groups[1]) &&
		!slices.ContainsFunc(g.groups, func(o Group) bool { return o.Kind == VerbGroup })
}

// inCapacity says that "as" stands here, behind a noun or verb, with an office: "his resignation as Mayor of Klina was accepted", or
// with a gift: "a bus that was given as a gift to the police broke down".
func (g *grouper) inCapacity() bool {
	if g.low(g.at) != "as" || len(g.groups) == 0 || !(g.last().Kind == NounGroup || g.last().Kind == VerbGroup || g.last().Kind == When) {
		return false
	}
	i := g.at + 1
	for determiners[g.low(i)] || strings.HasPrefix(g.tag(i), "JJ") {
		i++
	}
	return i < len(g.tokens) && (g.tokens[i].Kind == Office || asGifts[g.low(i)]) && !g.saysAtLast(i+1)
}

// saysAtLast says that at i a verb of saying, with its auxiliary, stands last before a comma or the end: "as the mayor had claimed,".
func (g *grouper) saysAtLast(i int) bool {
	for auxiliaries[g.low(i)] {
		i++
	}
	return strings.HasPrefix(g.tag(i), "VB") && IsAny(g.low(i), reporting) && (i+1 >= len(g.tokens) || g.tokens[i+1].Kind == Punctuation)
}

// callsSo says that "as" stands here behind a verb with what somebody is called: "a man known as “Tiger” was arrested".
func (g *grouper) callsSo() bool {
	return g.low(g.at) == "as" && len(g.groups) > 0 && g.last().Kind == VerbGroup && IsAny(g.last().Low, callsAs)
}

// asOfDay says that "as" stands here before the day on which something stood so: "their strength as of 28 February was 20".
func (g *grouper) asOfDay() bool {
	return g.low(g.at) == "as" && oneOf(g.low(g.at+1), "of", "at") && g.at+2 < len(g.tokens) && g.tokens[g.at+2].Kind == Date
}

// asSoonAs is where words at i end that only say that the day behind them is early or late: "as long ago as 4 May 2009"; i where none do.
func (g *grouper) asSoonAs(i int) int {
	for to := i + 2; g.low(i) == "as" && g.low(i+1) != "well" && to < i+4; to++ {
		if g.low(to) == "as" && to+1 < len(g.tokens) && g.tokens[to+1].Kind == Date {
			return to + 1
		}
	}
	return i
}

// countsFrom says that here stands how many days before or after something that was, which a noun or a clause tells: "two days after the
// arrest of X", "two days after X had been acquitted".
func (g *grouper) countsFrom() bool {
	low := strings.ToLower(g.tokens[g.at].Text)
	if !strings.HasSuffix(low, " after") && !strings.HasSuffix(low, " before") || g.at+1 >= len(g.tokens) {
		return false
	}
	return g.clauseFollows(g.at+1) || g.goesOn(g.at+1) || determiners[g.low(g.at+1)] && g.low(g.at+1) != "that"
}

// dateAlone says that at i a date stands before a verb, which has its subject before the date, or before "that": "the boys who left after 4
// May have returned", "it was not until 4 May that".
func (g *grouper) dateAlone(i int) bool {
	return i+1 < len(g.tokens) && g.tokens[i].Kind == Date && (g.verbAt(i+1) || g.low(i+1) == "that")
}

// onlyVerbBehind says that "since", "after" or "before" stands here in the subject of the one verb with a tense that the sentence has,
// which is not of a clause that the word begins: "the first rally since the arrest of X took place in Klina."
func (g *grouper) onlyVerbBehind() bool {
	if !oneOf(g.low(g.at), "since", "after", "before") || len(g.groups) == 0 || g.last().Kind != NounGroup && g.last().Kind != VerbGroup || g.tokens[len(g.tokens)-1].Text != "." ||
		slices.ContainsFunc(g.groups, func(o Group) bool { return o.Kind == VerbGroup && o.Verb.Form == Finite }) {
		return false
	}
	verbs := 0
	for i := g.at + 1; i < len(g.tokens); i++ {
		if oneOf(g.tag(i), "VBD", "VBZ", "VBP", "MD") && g.verbAt(i) {
			verbs++
		}
	}
	return verbs == 1
}

// nounFollows says that a noun group begins at i.
func (g *grouper) nounFollows(i int) bool {
	return i < len(g.tokens) && (g.noun(i) > i || g.low(i) == "that" && g.low(i+1) == "of")
}

// nameBeforeHad says that at a comma a name stands aside, before what had been done: "after an appeal by his lawyer, X, had been rejected".
func (g *grouper) nameBeforeHad(i int) bool {
	return g.tokens[i].Text == "," && i+4 < len(g.tokens) && g.tokens[i+1].Kind == Name && g.tokens[i+2].Text == "," &&
		g.low(i+3) == "had" && oneOf(g.tag(i+4), "VBN", "RB")
}

// behindConjunction says that a verb at i stands right behind a conjunction, so that it goes on with one before: "spoke before the court
// and was released"; behind a day, which may be of both, it is not asked.
func (g *grouper) behindConjunction(i int) bool {
	for i--; i > 0 && g.tag(i) == "RB"; i-- {
	}
	return i > 0 && g.tag(i) == "CC" && g.tokens[i-1].Kind != Date
}

// clauseFollows says that from i on a verb comes before the next comma: what began is a clause.
func (g *grouper) clauseFollows(i int) bool {
	first := true
	for ; i < len(g.tokens); i++ {
		t := &g.tokens[i]
		if t.Text == "," && i+1 < len(g.tokens) && relatives[g.low(i+1)] { // an aside: "after the indictment, which names X, had been confirmed"
			for i += 2; i < len(g.tokens) && g.tokens[i].Text != ","; i++ {
			}
			if g.nounFollows(i + 1) { // "after the murder of X, which remained unsolved, friends met"
				return false
			}
			first = false
			continue
		}
		if g.nameBeforeHad(i) {
			i, first = i+2, false
			continue
		}
		if t.Kind == Punctuation && strings.ContainsAny(t.Text, ",;:()") || relatives[t.Low] {
			return false
		}
		if t.Kind == Name && strings.HasSuffix(t.Text, ",") && !g.verbAt(i+1) && g.tag(i+1) != "CC" { // "after a meeting with the President, X, the Mayor left"
			return false
		}
		if t.Low == "that" && t.Tag != "DT" && i > 0 && strings.HasPrefix(g.tag(i-1), "NN") && g.verbAt(i+1) { // "after a trial that had lasted"
			return false
		}
		if g.verbAt(i) {
			if !first && g.behindConjunction(i) {
				return false
			}
			bare := oneOf(t.Tag, "VBN", "VBG") && !auxiliaries[t.Low]
			return !bare && t.Low != "to" || first
		}
		if t.Tag != "RB" {
			first = false
		}
	}
	return false
}
