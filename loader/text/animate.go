package text

import "strings"

// Animate says whether a noun, in lower case, is somebody: by a list, else by its ending.
func Animate(noun string) bool {
	noun = Singular(noun)
	if animate[noun] || inanimate[noun] {
		return animate[noun]
	}
	for _, ending := range []string{"er", "or", "ist", "man", "ian", "ant", "ent", "eer", "ee"} {
		if strings.HasSuffix(noun, ending) && len(noun) > len(ending)+2 {
			return !(ending == "ent" && (strings.HasSuffix(noun, "ment") || strings.HasSuffix(noun, "cent")))
		}
	}
	return false
}

func (s *Sentence) temporal(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	return t.Kind == Word && times[t.Low]
}
