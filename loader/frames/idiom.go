package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// Verbs of several words: what stands between and behind a verb and the words that go with it.

// with finds the words that go with a verb: a noun as its object, or as the subject of its passive, or the words themselves behind it.
func (r *run) with(clause *text.Clause, words []string) (object int, ok bool) {
	noun := words[len(words)-1]
	if n := len(words); n > 2 && (words[n-2] == "an" || words[n-2] == "a") { // "throw out an indictment"
		if !r.literal(clause, words[:n-2]) {
			return -1, false
		}
		words = words[n-2:]
	}
	if len(words) == 1 || len(words) == 2 && (words[0] == "a" || words[0] == "an" || words[0] == "the") {
		list := slices.Concat(clause.Object, clause.Predicate) // of a verb with two objects, it is the second: "gave X a sentence", "was given a sentence"
		if r.s.Groups[clause.Verb].Verb.Passive {
			list = slices.Concat(clause.Subject, clause.Object)
		}
		for _, p := range list {
			if called(r.head(p.Group), strings.Split(noun, "|")) ||
				len(p.Of) > 0 && carriers[text.Singular(r.head(p.Group).Low)] && called(r.head(p.Of[0]), strings.Split(noun, "|")) {
				return p.Group, true
			}
		}
		if g := r.timeTaken(clause, noun); g >= 0 {
			return g, true
		}
		if g := r.relativeOf(clause, noun); g >= 0 {
			return g, true
		}
		if len(words) == 2 {
			return -1, false
		}
	}
	if len(words) == 1 && strings.HasSuffix(noun, "ly") { // how it is done stands within the verb, or right beside it
		before := clause.Verb > 0 && r.s.Groups[clause.Verb-1].Kind == text.Adverb && r.s.Groups[clause.Verb-1].Low == noun
		return -1, before || slices.Contains(r.s.Groups[clause.Verb].Verb.Adverbs, noun) || r.wordsAt(r.s.Groups[clause.Verb].Head+1, words)
	}
	return -1, r.literal(clause, words)
}

// timeTaken is a number of years, or the like, that stands behind a verb without a preposition and is what it takes: "gave X nine years in
// prison"; -1 for none.
func (r *run) timeTaken(clause *text.Clause, noun string) int {
	for _, g := range clause.Groups {
		if group := &r.s.Groups[g]; g > clause.Verb && group.Kind == text.NounGroup && group.Count != nil &&
			(r.s.Groups[g-1].Kind == text.VerbGroup || r.s.Groups[g-1].Kind == text.NounGroup) && called(r.head(g), strings.Split(noun, "|")) {
			return g
		}
	}
	return -1
}

// relativeOf is the noun that a relative clause may be of beside the nearest: "the indictment for murder that the prosecutor had filed"; -1
// where it is none of those wanted.
func (r *run) relativeOf(clause *text.Clause, noun string) int {
	if clause.Kind != text.RelativeClause || clause.Governor < 0 {
		return -1
	}
	for g := clause.Governor; g >= 0; g -= 2 {
		if r.s.Groups[g].Kind != text.NounGroup || r.head(g).Kind != text.Word {
			return -1
		} else if called(r.head(g), strings.Split(noun, "|")) {
			return g
		}
		if g == 0 || r.s.Groups[g-1].Kind != text.Preposition && r.s.Groups[g-1].Kind != text.Conjunction {
			return -1
		}
	}
	return -1
}

// literal says that words stand behind the verb of a clause, one after the other, at once or behind its object.
func (r *run) literal(clause *text.Clause, words []string) bool {
	if len(words) == 0 {
		return false
	}
	from := r.s.Groups[clause.Verb].Head + 1
	for _, g := range clause.Groups {
		if g < clause.Verb {
			continue
		}
		group := &r.s.Groups[g]
		if group.Kind == text.Conjunction && g > clause.Verb+2 && r.s.Groups[g-1].Kind == text.Adjective && g+1 < len(r.s.Groups) &&
			r.s.Groups[g+1].Kind == text.NounGroup {
			return false
		}
		if n := len(clause.Object); n > 1 && g > clause.Object[1].Group && r.judgedApart(&clause.Object[0], &clause.Object[1]) { // what is said of another
			return false
		}
		// "left 13 persons dead", but "gave a bus to the town free of charge"
		if n := len(clause.Object); group.Kind == text.Adjective && len(words) < 3 && n > 0 && !clause.ObjectRole && r.apartFrom(clause, clause.Object[n-1].To, g) {
			continue
		}
		for i := max(group.From, from); i < group.To; i++ {
			if r.wordsAt(i, words) && r.s.Tokens[i-1].Low != "not" {
				return len(clause.Object) > 1 || !r.saidBefore(words[len(words)-1], clause, i)
			}
		}
	}
	return false
}

// saidBefore says that a word stands in a clause behind its verb and before a token, so that what comes second is of something else: "found
// X guilty of theft but not guilty of arson", not "found X guilty of theft and Y guilty of arson", which are two clauses.
func (r *run) saidBefore(word string, clause *text.Clause, to int) bool {
	return slices.ContainsFunc(clause.Groups, func(g int) bool {
		group := &r.s.Groups[g]
		return g > clause.Verb && group.From < to && slices.ContainsFunc(r.s.Tokens[group.From:min(group.To, to)], func(t text.Token) bool { return t.Low == word })
	})
}

// apartFrom says that more than commas, in what case, trial or place, of what, and at which body, stand between the end of a list, an index
// of a clause's groups, and a group.
func (r *run) apartFrom(clause *text.Clause, end, g int) bool {
	between := clause.Groups[min(end, len(clause.Groups)):]
	for k := 0; k < len(between) && between[k] < g; k++ {
		group := &r.s.Groups[between[k]]
		switch {
		case group.Low == "in" && k+1 < len(between) && (settings[text.Singular(r.head(between[k+1]).Low)] || r.head(between[k+1]).Kind == text.Name),
			group.Low == "of" && k+1 < len(between): // "found X in the Drenica case guilty", "found X, the former chief of a bank in Klina, guilty"
			k++
		case group.Low == "at" && k+1 < len(between): // "found a judge at the then District Court guilty"
			for k+1 < len(between) && r.s.Groups[between[k+1]].Kind == text.Adverb {
				k++
			}
			if k+1 == len(between) || r.head(between[k+1]).Kind != text.Name {
				return true
			}
			k++
		case group.Kind != text.Comma && group.Kind != text.Adverb:
			return true
		}
	}
	return false
}

func (r *run) wordsAt(i int, words []string) bool {
	for k, w := range words {
		if i+k >= len(r.s.Tokens) {
			return false
		}
		t := &r.s.Tokens[i+k]
		if !slices.Contains(strings.Split(w, "|"), t.Low) {
			return false
		}
	}
	return true
}
