package text

import "strings"

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
	case t.Tag == "MD" || modals[t.Low] && t.Tag != "NNP" && t.Tag != "NN":
		return true
	case denials[t.Low]:
		return false
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
	g.heedBefore(v)
	main := -1
	first := g.at
	if g.low(g.at) == "to" {
		v.Form = Infinitive
		g.at++
	} else if g.tag(g.at) == "VB" && g.at > 0 && helped(g.tokens, g.at-1) {
		v.Form = Infinitive
	}
	i := g.at
	had, be, aux := false, false, "" // of the auxiliaries so far
	for i < len(g.tokens) {
		t := &g.tokens[i]
		switch {
		case g.notOnly(i):
			i++
		case denials[t.Low]:
			v.Negated = true
		case g.undoes(i) && (be || had || v.Modal != ""):
			v.Negated = true
			i++
		case (t.Tag == "RB" || floating[t.Low] || g.intensive(i, be || had)) && t.Kind == Word:
			v.Adverbs = append(v.Adverbs, t.Low)
		case t.Tag == "''" && i > g.at && main < 0 && strings.HasPrefix(g.tag(i+1), "VB"): // "would “be arrested”"
		case t.Tag == "MD" || modals[t.Low]:
			v.Modal, aux = t.Low, t.Low
		case auxiliaries[t.Low] && g.auxiliary(i):
			aux = t.Low
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
			if j := g.interrupted(i, aux); j > i {
				g.heed(v, i, j)
				i = j
				continue
			}
			goto done
		}
		if main >= 0 {
			if i++; oneOf(g.low(main), "let", "lets", "letting") && g.low(i) == "go" {
				i++
			}
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
		if v.Copula && denials[g.low(i)] {
			v.Negated = true
			i++
		}
	}
	if main >= 0 && v.Copula && i == main+1 { // "is not the Mayor", "is no longer the Mayor"
		switch {
		case denials[g.low(i)]:
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

// intensive says that "himself" or its like at i stands within a verb group, for emphasis: "was himself arrested".
func (g *grouper) intensive(i int, aux bool) bool {
	return aux && oneOf(g.low(i), "himself", "herself", "itself", "themselves") && oneOf(g.tag(i+1), "VBN", "VBD", "RB")
}

// auxiliary says that a further verb of the group follows what may be an auxiliary at i.
func (g *grouper) auxiliary(i int) bool {
	for j := i + 1; j < len(g.tokens); j++ {
		t := &g.tokens[j]
		switch {
		case g.undoes(j):
			j++
		case t.Tag == "RB" || denials[t.Low] || t.Low == "also" || floating[t.Low] || g.intensive(j, true):
		case strings.HasPrefix(t.Tag, "VB") && t.Kind == Word:
			if t.Tag == "VBG" { // "was helping", but no "has helping"
				return !oneOf(g.low(i), "has", "have", "had", "having", "do", "does", "did")
			}
			return t.Tag != "VBZ" && t.Tag != "VBP"
		case auxiliaries[t.Low]:
			return true
		default:
			k := g.interrupted(j, g.low(i))
			if k == j {
				return false
			}
			j = k - 1
		}
	}
	return false
}

// undoes says that two words that deny a verb begin at i: "was all but arrested", "was no longer held".
func (g *grouper) undoes(i int) bool {
	return oneOf(g.low(i), "all", "anything") && g.low(i+1) == "but" || g.low(i) == "no" && g.low(i+1) == "longer"
}
