package tagger

// reader walks one sentence from left to right and says what speaks for the tag of each token.
type reader struct {
	signs   []sign
	tags    []Tag
	verbs   verbs
	feature [featureCount]uint32
}

// sign is what is known of a token before any is tagged, hashed.
type sign struct {
	word, end3, end2, start uint32
	look                    look
	ahead                   uint32 // the next sign of a verb up to the next mark, and the word after that mark
	shape                   uint32
}

// look is what a word looks like as a verb.
type look uint8

const (
	plain  look = iota
	past        // ends as a past or participle
	being       // a form of "be"
	having      // a form of "have"
	doing       // a form of "do"
	modal
	relative // who, which, that, whom, whose
)

const featureCount = 27

// begin reads the signs of a sentence.
func (r *reader) begin(sentence []Token) {
	r.signs, r.tags, r.verbs = r.signs[:0], r.tags[:0], verbs{}
	for i, t := range sentence {
		r.signs = append(r.signs, read(t, i == 0))
	}
	next, after := plain, uint32(0)
	for i := len(sentence) - 1; i >= 0; i-- {
		s := &r.signs[i]
		s.ahead = uint32(next) | after<<8
		switch {
		case sentence[i].Kind == Punctuation:
			next, after = plain, 1
			if i+1 < len(sentence) {
				after = 2 + uint32(r.signs[i+1].look)
			}
		case s.look != plain:
			next = s.look
		}
	}
}

// settle notes the tag of a token, which speaks for those of the next.
func (r *reader) settle(i int, tag Tag) {
	r.tags = append(r.tags, tag)
	r.verbs.settle(tag, r.signs[i].look)
}

// features returns what speaks for the tag of token i: hashes that are valid until the next call.
func (r *reader) features(i int) []uint32 {
	s, before, before2, after, after2 := &r.signs[i], r.at(i-1), r.at(i-2), r.at(i+1), r.at(i+2)
	tag, tag2 := r.tagAt(i-1), r.tagAt(i-2)
	verbs := r.verbs.sign()
	r.feature = [featureCount]uint32{
		hash(0, s.shape, 0), hash(1, s.word, 0), hash(2, s.end3, 0), hash(3, s.end2, s.shape), hash(4, s.start, s.end3),
		hash(5, tag, 0), hash(6, tag2, 0), hash(7, tag, tag2), hash(8, tag, s.word), hash(9, tag, s.end2),
		hash(10, before.word, 0), hash(11, before.word, s.end2), hash(12, before2.word, 0), hash(13, before.word, s.word),
		hash(14, after.word, 0), hash(15, after.word, s.end2), hash(16, after.end3, s.end3), hash(17, after2.word, 0),
		hash(18, s.word, after.word), hash(19, tag, after.word),
		hash(20, verbs, s.end2), hash(21, verbs, s.word), hash(22, verbs, s.ahead),
		hash(23, s.ahead, s.end2), hash(24, s.ahead, s.word), hash(25, hash(0, verbs, s.ahead), s.end2),
		hash(26, hash(0, tag, after.word), s.end2),
	}
	return r.feature[:]
}

var outside sign

func (r *reader) at(i int) *sign {
	if i < 0 || i >= len(r.signs) {
		return &outside
	}
	return &r.signs[i]
}

func (r *reader) tagAt(i int) uint32 {
	if i < 0 {
		return uint32(None)
	}
	return uint32(r.tags[i])
}

// verbs remembers, of the tokens already tagged, what a verb form depends on.
type verbs struct {
	last   Tag   // the last verb form or modal of this stretch
	look   look  // what it looked like
	since  uint8 // tokens since, adverbs left out, up to 3
	finite bool  // the clause has a finite verb
	opener Tag   // what opened the clause: a mark, a relative, a conjunction
}

func (v *verbs) settle(tag Tag, l look) {
	switch {
	case tag == Stop || tag == Colon:
		*v = verbs{opener: tag}
	case tag == Comma || tag == CC:
		v.opener, v.since = tag, 3
	case tag == WDT || tag == WP || tag == WPS || tag == WRB:
		*v = verbs{opener: WDT}
	case tag == IN && l == relative:
		*v = verbs{opener: IN}
	case tag.Verb() || tag == MD || tag == TO:
		v.last, v.look, v.since = tag, l, 0
		v.finite = v.finite || tag.Finite()
	case tag != RB && v.since < 3:
		v.since++
	}
}

func (v *verbs) sign() uint32 {
	s := uint32(v.last) | uint32(v.look)<<8 | uint32(v.since)<<12 | uint32(v.opener)<<16
	if v.finite {
		s |= 1 << 24
	}
	return s
}
