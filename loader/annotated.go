package loader

import (
	"slices"
	"sort"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// slot is one sign of an annotated text: a name, a date, a number, or a phrase that rules have reduced to one sign.
type slot struct {
	class    rune // says what may stand where a rule asks for a class
	from, to int  // the bytes of the paragraph that it covers
	entities []*lexicon.Entity
	date     *text.DateExpression
	number   *text.NumberExpression
	office   *office
	offices  []*office       // of a person: those that the phrase around the name tells
	symbol   string          // of a Symbol: another document
	mention  bool            // a name as written, not a reference or a phrase around one
	whole    *lexicon.Entity // of a body: the one of which its name says that it is a part
}

// annotatedText is a stretch of a paragraph in which each slot is one sign of the private use area and all else stands as written.
type annotatedText struct {
	text  string
	at    []int // for each byte of text, and its end, the byte of the paragraph
	slots []slot
	signs []int // where in text each slot's sign stands
}

const signLen = 3 // bytes of a sign in UTF-8

// annotate puts slots, which are in order and do not overlap, on a stretch of text.
func annotate(text string, from, to int, slots []slot) *annotatedText {
	t := &annotatedText{}
	var b strings.Builder
	private := 0
	copyText := func(from, to int) {
		for i := from; i < to; i++ {
			c := text[i]
			if c == 0xEE { // a private sign of the text itself
				private = signLen
			}
			if private > 0 {
				c, private = '?', private-1
			}
			b.WriteByte(c)
			t.at = append(t.at, i)
		}
	}
	at := from
	for _, s := range slots {
		if s.from < at || s.to > to {
			continue
		}
		copyText(at, s.from)
		if s.class == 0 { // words that are no name
			copyText(s.from, s.to)
		} else {
			t.put(&b, s)
		}
		at = s.to
	}
	copyText(at, to)
	t.at = append(t.at, to)
	t.text = b.String()
	return t
}

func (t *annotatedText) put(b *strings.Builder, s slot) {
	t.signs = append(t.signs, b.Len())
	t.slots = append(t.slots, s)
	b.WriteRune(s.class)
	for range signLen {
		t.at = append(t.at, s.from)
	}
}

// slotsIn are the slots between two places of the annotatedText.
func (t *annotatedText) slotsIn(from, to int) []slot {
	i, j := sort.SearchInts(t.signs, from), sort.SearchInts(t.signs, to)
	return t.slots[i:j]
}

// span is the stretch of the paragraph that a stretch of the annotatedText covers.
func (t *annotatedText) span(from, to int) (int, int) {
	start, end := t.at[from], t.at[to]
	if in := t.slotsIn(from, to); len(in) > 0 && t.signs[sort.SearchInts(t.signs, to)-1]+signLen == to {
		end = in[len(in)-1].to
	}
	return start, end
}

// edit replaces a stretch of a annotatedText by one slot, or its slots by the words of the paragraph.
type edit struct {
	from, to int // of the annotatedText
	slot     slot
	words    string // if not "", the paragraph
}

// rewrite makes the edits, which are in order; one that overlaps an earlier one is left out.
func (t *annotatedText) rewrite(edits []edit) *annotatedText {
	if len(edits) == 0 {
		return t
	}
	out := &annotatedText{at: make([]int, 0, len(t.at)), slots: make([]slot, 0, len(t.slots)), signs: make([]int, 0, len(t.signs))}
	var b strings.Builder
	b.Grow(len(t.text))
	keep := func(from, to int) {
		i, j := sort.SearchInts(t.signs, from), sort.SearchInts(t.signs, to)
		for k := i; k < j; k++ {
			out.signs = append(out.signs, t.signs[k]-from+b.Len())
		}
		out.slots = append(out.slots, t.slots[i:j]...)
		out.at = append(out.at, t.at[from:to]...)
		b.WriteString(t.text[from:to])
	}
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue
		}
		keep(at, e.from)
		if e.words != "" {
			from, to := t.span(e.from, e.to)
			plain := annotate(e.words, from, to, nil)
			b.WriteString(plain.text)
			out.at = append(out.at, plain.at[:len(plain.at)-1]...)
		} else {
			out.put(&b, e.slot)
		}
		at = e.to
	}
	keep(at, len(t.text))
	out.at = append(out.at, t.at[len(t.text)])
	out.text = b.String()
	return out
}

// cut is the part of a annotatedText between two of its places.
func (t *annotatedText) cut(from, to int) *annotatedText {
	i, j := sort.SearchInts(t.signs, from), sort.SearchInts(t.signs, to)
	out := &annotatedText{text: t.text[from:to], at: slices.Clone(t.at[from : to+1]), slots: t.slots[i:j:j]}
	for _, s := range t.signs[i:j] {
		out.signs = append(out.signs, s-from)
	}
	_, out.at[to-from] = t.span(from, to)
	return out
}
