package lexicon

import (
	"slices"
	"strings"
)

// isName says whether the words of a body are a name, not a kind of bodies or the front of an office ("Deputy Force Commander"). It may
// find another class.
func (n *Names) isName(text string, ps []piece, b *body) bool {
	f := n.gazetteer.forms
	whole := n.core(text, ps, *b)
	if f.lists["Alone"][whole] {
		return true
	}
	several := f.is("Several", ps[b.head].folded) && strings.Contains(text[ps[b.head].to:ps[b.to].to], ",") // "Ministries of Justice, Finance and Sport", where plurals finds none
	if several || n.portfolio(ps, *b) {
		return false
	}
	if b.class == "SITE" && b.head-b.from < 2 { // "the Detention Centre"
		return false
	}
	if ps[b.head].folded == "friends" && !n.areGroup(ps, *b) {
		return false
	}
	if b.class == "MISSION" && b.from == b.head && ps[b.to].isBody() { // "Head of Mission of UNMOT"
		return false
	}
	named, entities, international := b.head-b.from > 1, 0, false
	for _, p := range ps[b.from:b.head] {
		if p.entity != nil {
			entities++
			international = international || p.isBody()
		} else if !f.is("Empty", p.folded) {
			named = true
		}
	}
	next := b.to + 1
	titled := b.to == b.head && next < len(ps) && ps[next].gap == " " && ps[next].cap && f.is("Titles", ps[next].folded)
	if titled && (entities == 0 || (b.class == "MILITARY_FORCE" || b.class == "POLICE") && international) || n.ofPeople(ps, *b) {
		return false
	}
	if several := b.class == "Court" && strings.HasSuffix(ps[b.head].folded, "s"); several || n.ministryOf(ps, *b) {
		return false
	}
	if international && f.is("Missions", ps[b.head].folded) && b.to > b.head {
		if b.class = "MISSION"; ps[b.head].folded == "force" {
			b.class = "MILITARY_FORCE"
		}
		return true
	}
	plural := strings.HasSuffix(ps[b.head].folded, "s") && b.class != "MILITARY_FORCE" && (b.class != "OTHER" || f.is("Several", ps[b.head].folded))
	return named || entities > 0 && !(international && b.class == "MISSION") || b.to > b.head && !plural
}

// ofPeople says that the word before the head tells of what people those are who follow it, not whose the body is: "Kosovo Serb Assembly
// members", "Bosniac Customs officers".
func (n *Names) ofPeople(ps []piece, b body) bool {
	next, first := b.to+1, ps[b.from]
	if b.to != b.head || b.head-b.from != 1 || next == len(ps) || ps[next].gap != " " || ps[next].cap {
		return false
	}
	f := n.gazetteer.forms
	people := first.entity == nil && f.is("Ethnonyms", first.folded) || first.entity != nil && first.entity.Label == LabelNothing
	return people && f.is("Titles", strings.TrimSuffix(ps[next].folded, "s"))
}

// ministryOf says of a ministry that it is called by its country alone, and so is one of several: "the Serbian Ministry".
func (n *Names) ministryOf(ps []piece, b body) bool {
	return strings.HasPrefix(ps[b.head].folded, "ministr") && b.to == b.head && !slices.ContainsFunc(ps[b.from:b.head], func(p piece) bool { return n.placeOf(p) == nil })
}

// areGroup says whether friends are a group that is called so, "the Friends of the Secretary-General for Haiti", not some of a person's, or
// of whom a sentence tells that it begins with.
func (n *Names) areGroup(ps []piece, b body) bool {
	return b.to > b.head && b.from > 0 && !strings.Contains(ps[b.from].gap, ".") && (ps[b.to].entity != nil || !n.foreign(ps[b.to].folded))
}

// portfolio says whether the words are what an office is of, not a body: "Minister of Finance and Local Government Administration"; or of
// something that is no body, "Customs Code".
func (n *Names) portfolio(ps []piece, b body) bool {
	if b.class != "Court" && n.ofOffice(ps, b.from) || n.entitled(ps, b.from) || b.to > b.head+1 && n.isPlan(ps, b.to) {
		return true
	}
	if b.to+1 == len(ps) {
		return false
	}
	next := ps[b.to+1]
	nameless := next.gap == " " && next.cap && n.gazetteer.forms.is("Nameless", next.folded)
	hyphened := next.gap == "-" && next.entity == nil && !next.cap
	return nameless || hyphened
}

// isPlan says whether the last word of a name, behind others with capitals, tells that all of it is that of something written: "Centre for
// Border Management Development Plan".
func (n *Names) isPlan(ps []piece, to int) bool {
	return ps[to].entity == nil && ps[to].beside() && n.plain(ps[to-1]) && n.gazetteer.forms.is("Nameless", ps[to].folded) && !n.gazetteer.forms.is("Fields", ps[to].folded)
}

// ofOffice says whether the words from k on stand behind an office and "of" or "for".
func (n *Names) ofOffice(ps []piece, k int) bool {
	if k < 2 || ps[k].entity != nil || ps[k-1].folded != "of" && ps[k-1].folded != "for" {
		return false
	}
	return ps[k-2].folded == "secretary" || ps[k-2].folded == "portfolio" || n.gazetteer.forms.is("Leads", ps[k-2].folded)
}

// entitled says whether the words from k on are those of a law's or a standard's title: "Law on Temporary Takeover and Administration of
// Property", "Standards for Peacekeeping Police".
func (n *Names) entitled(ps []piece, k int) bool {
	goesOn := func(k int) bool {
		p := ps[k-1]
		return n.plain(p) || p.entity == nil && (p.folded == "and" || p.folded == "of" || p.folded == "the" && linked[ps[max(0, k-2)].folded])
	}
	for k > 0 && (ps[k].gap == " " || ps[k].gap == "/") && goesOn(k) && !n.gazetteer.forms.is("Nameless", ps[k-1].folded) {
		k--
	}
	return k > 1 && (ps[k-1].folded == "on" || ps[k-1].folded == "for") && ps[k-1].gap == " " && ps[k-2].cap && n.gazetteer.forms.is("Nameless", ps[k-2].folded)
}

// core are the words of a body but for the country whose it is, folded.
func (n *Names) core(text string, ps []piece, b body) string {
	from, to, _ := n.nation(ps, b)
	if from > to {
		return ""
	}
	return phrase(text[ps[from].from : ps[to].to-ps[to].ending])
}

// nation is the place whose a body is, in front ("Haitian", "Kosovo", "Pristina", "Yugoslav (Montenegrin)") or behind ("of Haiti"), and the
// pieces that are left without it.
func (n *Names) nation(ps []piece, b body) (from, to int, place *Entity) {
	from, to = b.from, b.to
	if place := n.placeOf(ps[from]); from < b.head && place != nil {
		return from + 1, to, place
	}
	if from > 0 && ps[from].gap == ") " {
		if place := n.placeOf(ps[from-1]); place != nil {
			return from, to, place
		}
	}
	if last := ps[to]; to > b.head+1 && last.isPlace() && b.class != "MISSION" {
		for to--; ps[to].folded == "the"; to-- {
		}
		if linked[ps[to].folded] {
			return from, to - 1, last.entity
		}
	}
	return b.from, b.to, nil
}

// placeOf is the place that a piece names, by itself or by its people; nil where it names none.
func (n *Names) placeOf(p piece) *Entity {
	switch {
	case p.isPlace():
		return p.entity
	case p.entity == nil:
		return n.landOf(p.folded)
	}
	return nil
}

// landOf is the country or territory that an adjective or a people is called after: of several the one that the document is about, else the
// first of the lists; nil for any other word.
func (n *Names) landOf(word string) *Entity {
	if n.country != nil && slices.Contains(n.gazetteer.shared[word], n.country.Name) {
		return n.country
	}
	return n.gazetteer.Homes[n.gazetteer.nations[word]]
}
