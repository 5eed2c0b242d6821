package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// unborneOut says that of what a clause tells, as somebody's words, it is said right behind it, or in the next sentence, that others could
// not confirm it or found nothing of it: "said that X had been bombed, but KFOR found no trace of such a raid", "… This could not be
// verified".
func (r *run) unborneOut(c int) bool {
	groups := r.s.Clauses[c].Groups
	if len(groups) == 0 {
		return false
	}
	from, end := r.s.Tokens[r.s.Groups[groups[len(groups)-1]].To-1].To, r.s.Tokens[len(r.s.Tokens)-1].To
	return r.uncorroborated(r.text[from:max(from, end)]) || r.uncorroborated(r.nextSentence())
}

// nextSentence is the sentence behind this one, or its part up to a semicolon, without what stands at its ends.
func (r *run) nextSentence() string {
	next := strings.TrimLeft(r.text[r.s.Tokens[len(r.s.Tokens)-1].To:], " .”\"\n")
	if end := strings.IndexAny(next, ".;\n"); end >= 0 {
		next = next[:end]
	}
	return next
}

// uncorroborated says that words tell of what was said before that there is no sign of it, or that nobody could confirm it.
func (r *run) uncorroborated(stretch string) bool {
	words := strings.FieldsFunc(strings.ToLower(stretch), func(c rune) bool { return strings.ContainsRune(" ,;:.()”“\n", c) })
	for i, w := range words {
		if (w == "no" || w == "any" || w == "nor") && noSign(words[i+1:]) && (w == "no" || slices.ContainsFunc(words[:i], negates)) {
			return true
		}
		if (text.IsAny(w, confirms) || w == "borne" && i+1 < len(words) && words[i+1] == "out") && unconfirmed(words, i) {
			return true
		}
	}
	return false
}

// noSign says that words begin with a noun of what shows something, of what was told: "trace of such a raid", "evidence to support this".
func noSign(words []string) bool {
	at := slices.IndexFunc(words[:min(3, len(words))], func(w string) bool { return proofs[text.Singular(w)] })
	if at < 0 {
		return false
	}
	switch rest := words[at+1:]; {
	case len(rest) == 0:
		return true
	case len(rest) == 1:
		return rest[0] == "whatsoever" || rest[0] == "either"
	case rest[0] == "of", rest[0] == "for":
		return takesUp[rest[1]]
	case rest[0] == "to":
		return text.IsAny(rest[1], confirms)
	default:
		return rest[0] == "whatever" || rest[0] == "whatsoever" || text.IsAny(rest[0], confirms)
	}
}

// unconfirmed says that the verb of confirming at i is denied, and that it is of what was told: "could not confirm the claim", "this was
// not confirmed"; not "could not confirm who had been there".
func unconfirmed(words []string, i int) bool {
	if !slices.ContainsFunc(words[max(0, i-6):i], negates) {
		return false
	}
	told := func(words []string) bool {
		for k, w := range words {
			if ofTold[w] || sayings[text.Singular(w)] && (k+1 == len(words) || !saidOf[words[k+1]] && words[k+1] != "that") {
				return true
			}
		}
		return false
	}
	if strings.HasSuffix(words[i], "ed") || words[i] == "borne" {
		return told(words[:i])
	}
	return told(words[i+1 : min(len(words), i+4)])
}

// negates says that a word denies what stands behind it: "not", "unable", "failed".
func negates(w string) bool {
	return nays[w] || strings.HasSuffix(w, "n’t")
}
