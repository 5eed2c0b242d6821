package text

import "strings"

// countsBoth says that behind a number of several a word at j tells of which sort they are, and one behind "and" too, before the plural
// that both go with: "nine military and police officers", "12 Serb and Albanian youths".
func (g *grouper) countsBoth(j int) bool {
	first, second := &g.tokens[j], j+2
	if !strings.HasPrefix(first.Tag, "JJ") && !peoples[first.Low] || first.Low == "dead" || g.low(j+1) != "and" || g.low(j-1) == "one" ||
		determiners[g.low(second)] || !g.plain(second) && !strings.HasPrefix(g.tag(second), "NN") {
		return false
	}
	k := second + 1
	for k < second+3 && g.plain(k) {
		k++
	}
	return k < len(g.tokens) && g.tokens[k].Kind == Word && (g.tag(k) == "NNS" || g.low(k) == "staff")
}

// plain says that an adjective, or a noun of one, stands at i.
func (g *grouper) plain(i int) bool {
	return i < len(g.tokens) && g.tokens[i].Kind == Word && g.low(i) != "staff" && oneOf(g.tag(i), "JJ", "NN")
}
