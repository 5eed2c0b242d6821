package text

import (
	"cmp"
	"slices"
)

// proforms give "one" and "ones" the noun for which they stand: that of one, or of several, told last before them: "serious injuries to one
// man and minor ones to two", "received a term of six years, and she one of four".
func (s *Sentence) proforms() {
	copied := false
	for g := range s.Groups {
		noun := s.standsFor(g)
		if noun == "" {
			continue
		}
		if !copied { // the tokens are the caller's
			s.Tokens, copied = slices.Clone(s.Tokens), true
		}
		head := &s.Tokens[s.Groups[g].Head]
		head.Kind, head.Low, head.Note = Word, noun, nil
		s.Groups[g].Low = noun
	}
}

// standsFor is the noun that a group stands for, of several the last behind which stands the same preposition: of "injuries to two men and
// minor ones to six" no men; "" where it is none of "one" and "ones", or nothing tells which.
func (s *Sentence) standsFor(g int) string {
	group := &s.Groups[g]
	if group.Kind != NounGroup {
		return ""
	}
	tag := "NN"
	switch {
	case group.Low == "ones" && group.From < group.Head && !people[s.Tokens[group.Head-1].Low]:
		tag = "NNS"
	case group.Low == "one" && g+2 < len(s.Groups) && s.Groups[g+1].Low == "of" && s.Groups[g+2].Count != nil && times[s.Groups[g+2].Low]:
	default:
		return ""
	}
	nearest, behind := "", ""
	if g+1 < len(s.Groups) && s.Groups[g+1].Kind == Preposition {
		behind = s.Groups[g+1].Low
	}
	for at := g - 1; at >= 0; at-- {
		t := &s.Tokens[s.Groups[at].Head]
		if s.Groups[at].Kind != NounGroup || t.Kind != Word || t.Tag != tag || oneOf(t.Low, "other", "others") || s.temporal(at) {
			continue
		}
		if behind == "" || s.Groups[at+1].Low == behind {
			return t.Low
		}
		nearest = cmp.Or(nearest, t.Low)
	}
	return nearest
}

// people are words with which "ones" are somebody, told of or not.
var people = map[string]bool{"loved": true, "little": true, "young": true, "dear": true}
