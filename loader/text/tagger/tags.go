package tagger

// Tag is a part of speech of the Penn Treebank.
type Tag uint8

// The tags. PRPS and WPS are PRP$ and WP$; Stop ends a sentence, Colon is any of : ; … and dashes, Open and Close are brackets.
const (
	None Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS
	WRB
	Comma
	Stop
	Colon
	Open
	Close
	Quote
	Currency
	tagCount
)

var tagNames = [tagCount]string{
	"-NONE-", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$",
	"RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
	",", ".", ":", "-LRB-", "-RRB-", "''", "$",
}

// String is the tag as the Penn Treebank writes it.
func (t Tag) String() string {
	if t >= tagCount {
		return tagNames[None]
	}
	return tagNames[t]
}

// ParseTag reads a tag as the Penn Treebank writes it; ok is false where there is none of that name.
func ParseTag(name string) (tag Tag, ok bool) {
	for t, n := range tagNames {
		if n == name && Tag(t) != None {
			return Tag(t), true
		}
	}
	return None, false
}

// Noun says whether the tag is one of a noun, proper nouns included.
func (t Tag) Noun() bool { return t >= NN && t <= NNS }

// Verb says whether the tag is one of a verb form; a modal is none.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Finite says whether the tag is one of a verb form that can head a clause of its own: past, present or a modal.
func (t Tag) Finite() bool { return t == VBD || t == VBP || t == VBZ || t == MD }
