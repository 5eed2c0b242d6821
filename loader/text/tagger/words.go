package tagger

import "strings"

// read hashes what a token shows of itself. Tokens that are no words show their kind only, marks also which they are.
func read(t Token, first bool) sign {
	if t.Kind != Word {
		s := sign{word: hash(uint32(t.Kind), 1, 0)}
		if t.Kind == Punctuation {
			s.word = hash(uint32(t.Kind), hashText(t.Word), 0)
		}
		s.end3, s.end2 = s.word, s.word
		return s
	}
	w := straight(t.Word)
	s := sign{
		word: hashText(w), end3: hashText(tail(w, 3)), end2: hashText(tail(w, 2)), start: hashText(w[:min(1, len(w))]),
		shape: shape(w, first),
	}
	s.look = lookOf(w)
	return s
}

// straight writes a word with straight apostrophes.
func straight(w string) string {
	if strings.Contains(w, "’") {
		return strings.ReplaceAll(w, "’", "'")
	}
	return w
}

func tail(w string, n int) string { return w[max(0, len(w)-n):] }

func lookOf(w string) look {
	var low [10]byte
	if n := len(w); n <= len(low) {
		for i := range n {
			low[i] = lower(w[i])
		}
		if l, ok := looks[string(low[:n])]; ok {
			return l
		}
	}
	if len(w) > 3 && tail(w, 2) == "ed" {
		return past
	}
	return plain
}

// looks are the words that tell by themselves.
var looks = lookup(map[look]string{
	being:    "be am is are was were been being",
	having:   "have has had having",
	doing:    "do does did",
	modal:    "will would shall should can could may might must cannot",
	relative: "who which that whom whose",
	past: "became began begun bore born bound broke broken brought built burnt bought came caught chose chosen dealt done drew drawn " +
		"drove driven fell fallen felt fled flew flown forbade forbidden fought found gave given went gone got grew grown heard held " +
		"kept knew known laid led left lent lost made meant met paid ran rose risen said sat saw seen sent shot shook sold sought spent " +
		"spoke spoken stole stolen stood struck swept swore sworn taken taught threw thrown told took thought understood undertook " +
		"undertaken upheld withdrew withdrawn withheld won wore worn wrote written",
})

func lookup(words map[look]string) map[string]look {
	looks := map[string]look{}
	for l, list := range words {
		for w := range strings.FieldsSeq(list) {
			looks[w] = l
		}
	}
	return looks
}

// shape tells capitals, digits and hyphens; a capital that only begins the sentence is told apart.
func shape(w string, first bool) uint32 {
	var s uint32
	capitals := 0
	for i := range len(w) {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			s |= 1
		case c == '-':
			s |= 2
		case c >= 'A' && c <= 'Z':
			capitals++
			if i == 0 {
				s |= 4
			}
		}
	}
	if capitals > 1 {
		s |= 8
	}
	if first {
		s |= 16
	}
	return s
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// hashText hashes a text without regard to the case of ASCII letters; all digits are one.
func hashText(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		c := lower(s[i])
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// hash mixes three numbers into one.
func hash(a, b, c uint32) uint32 {
	h := uint64(a)*0x9E3779B97F4A7C15 ^ uint64(b)*0xC2B2AE3D27D4EB4F ^ uint64(c)*0x165667B19E3779F9
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}
