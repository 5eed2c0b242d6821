package text

// Denying says that a group denies what its clause tells: a noun group of nobody or nothing, "no soldier", "neither man", "none"; an adverb
// or a conjunction, "never", "nor"; a verb group that is denied, "was not arrested".
func Denying(g *Group) bool {
	switch g.Kind {
	case NounGroup:
		return noSuch[g.Det] || nobody[g.Low]
	case VerbGroup:
		return g.Verb.Negated
	case Adverb, Conjunction:
		return denies(g.Low) || noSuch[g.Low]
	}
	return false
}

// denies says that a word denies the verb behind it.
func denies(word string) bool { return denials[word] || furtherDenials[word] }

// notOnly says that two words at i deny nothing: what stands behind them is so, and something more is.
func (g *grouper) notOnly(i int) bool {
	return g.low(i) == "not" && oneOf(g.low(i+1), "only", "merely")
}
