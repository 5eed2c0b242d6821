package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// bearing says that a preposition stands behind the direction in which something lies from a place, and so is near it: "a bus was stoned
// some 20 kilometres east of Klina".
func (r *run) bearing(a *text.Attachment) bool {
	return a.Prep == "of" && a.At > 0 && r.s.Groups[a.At-1].Kind == text.Adverb && bearings[r.s.Groups[a.At-1].Low]
}

// wide says that a place is no point from which something else lies in a direction that tells where it is: a country, a river.
func wide(e *lexicon.Entity) bool {
	return country(e) || e.Kind == "REGION" || stream(e)
}

// stream says that a place is longer than what happens there.
func stream(e *lexicon.Entity) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(e.Name)), func(w string) bool { return streams[w] })
}

// nearTo says that a preposition stands behind a word of what is near, which tells of no people, or behind how far it is: "a mill close to
// Klina", "stoned not far from Klina", "two kilometres from Klina", but not "sources close to Klina".
func (r *run) nearTo(a *text.Attachment) bool {
	at := a.At - 1
	if at >= 0 && a.Prep == "from" && r.s.Distance(at) && (at == 0 || r.s.Groups[at-1].Kind != text.VerbGroup) {
		return true
	}
	if at < 0 || !(a.Prep == "to" && nearby[r.s.Groups[at].Low] || a.Prep == "from" && r.s.Groups[at].Low == "far" && r.notBefore(at)) {
		return false
	}
	return at == 0 || r.s.Groups[at-1].Kind != text.NounGroup || r.head(at-1).Kind == text.Word && !text.Animate(text.Singular(r.s.Groups[at-1].Low))
}

// betweenTwo says that a phrase names no more than the first of two places that a road joins: "on the Klina–Peja road", "the Klina to Peja
// line".
func (r *run) betweenTwo(a *text.Attachment) bool {
	joint := a.At + 2
	if joint+1 >= len(r.s.Groups) || r.s.Groups[joint-1].Kind != text.NounGroup || r.s.Groups[joint+1].Kind != text.NounGroup {
		return false
	}
	noun := text.Singular(r.s.Groups[joint+1].Low)
	return slices.Contains([]string{"–", "—", "-", "/", "to"}, r.s.Groups[joint].Low) && (streams[noun] || ways[noun]) && r.s.Groups[joint+1].Det == ""
}
