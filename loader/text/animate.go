package text

import "strings"

// Animate says whether a noun, in lower case, is somebody: by a list, else by its ending.
func Animate(noun string) bool {
	noun = Singular(noun)
	if peoples[noun] {
		return true
	}
	if animate[noun] || inanimate[noun] || animate[kin(noun)] {
		return animate[noun] || animate[kin(noun)]
	}
	for _, ending := range []string{"er", "or", "ist", "man", "ian", "ant", "ent", "eer", "ee"} {
		if strings.HasSuffix(noun, ending) && len(noun) > len(ending)+2 {
			return !(ending == "ent" && (strings.HasSuffix(noun, "ment") || strings.HasSuffix(noun, "cent")))
		}
	}
	return false
}

// kin is whom somebody is further kin of the kind of: "son" of "grandson", "brother" of "brother-in-law".
func kin(noun string) string {
	noun = strings.TrimSuffix(noun, "-in-law")
	for _, before := range []string{"great-", "half-", "grand", "step"} {
		noun = strings.TrimPrefix(noun, before)
	}
	return noun
}

func (s *Sentence) temporal(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	return t.Kind == Word && times[t.Low]
}

// Distance says that a group only tells how far it is from a place that something lies: "in a mill, about 4 kilometres south of Klina", "a
// short distance from Klina".
func (s *Sentence) Distance(g int) bool {
	if group := &s.Groups[g]; group.Kind != NounGroup || !(group.Count != nil && lengths[Singular(group.Low)] || group.Det == "a" && group.Low == "distance") {
		return false
	}
	for g++; g < len(s.Groups) && s.Groups[g].Kind == Adverb; g++ {
	}
	return g < len(s.Groups) && s.Groups[g].Kind == Preposition && oneOf(s.Groups[g].Low, "of", "from", "off", "outside", "inside", "beyond")
}
