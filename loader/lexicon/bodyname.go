package lexicon

import "strings"

// isName says whether the words of a body are a name, not a kind of bodies or the front of an office ("Deputy Force Commander"). It may find another class.
func (n *Names) isName(text string, ps []piece, b *body) bool {
	f := n.gazetteer.forms
	whole := n.core(text, ps, *b)
	if f.lists["Alone"][whole] {
		return true
	}
	if n.portfolio(ps, *b) {
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
	if next := b.to + 1; b.to == b.head && next < len(ps) && ps[next].gap == " " && ps[next].cap && f.is("Titles", ps[next].folded) && (entities == 0 || b.class == "MILITARY_FORCE" && international) {
		return false
	}
	if international && f.is("Missions", ps[b.head].folded) && b.to > b.head {
		if b.class = "MISSION"; ps[b.head].folded == "force" {
			b.class = "MILITARY_FORCE"
		}
		return true
	}
	plural := strings.HasSuffix(ps[b.head].folded, "s") && b.class != "MILITARY_FORCE" && b.class != "OTHER"
	return named || entities > 0 && !(international && b.class == "MISSION") || b.to > b.head && !plural
}

// portfolio says whether the words are what an office is of, not a body: "Minister of Finance and Local Government Administration"; or of something that is no body, "Customs Code".
func (n *Names) portfolio(ps []piece, b body) bool {
	f := n.gazetteer.forms
	if k := b.from; k > 1 && ps[k].entity == nil && (ps[k-1].folded == "of" || ps[k-1].folded == "for") && (f.is("Leads", ps[k-2].folded) || ps[k-2].folded == "secretary") && b.class != "Court" {
		return true
	}
	if n.entitled(ps, b.from) {
		return true
	}
	next := b.to + 1
	return next < len(ps) && (ps[next].gap == " " && ps[next].cap && f.is("Nameless", ps[next].folded) || ps[next].gap == "-" && ps[next].entity == nil && !ps[next].cap)
}

// entitled says whether the words from k on are those of a law's or a standard's title: "Law on Temporary Takeover and Administration of Property", "Standards for Peacekeeping Police".
func (n *Names) entitled(ps []piece, k int) bool {
	for k > 0 && ps[k].gap == " " && (n.plain(ps[k-1]) || ps[k-1].entity == nil && ps[k-1].folded == "and") {
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

// nation is the place whose a body is, in front ("Haitian", "Kosovo", "Pristina") or behind ("of Haiti"), and the pieces that are left without it.
func (n *Names) nation(ps []piece, b body) (from, to int, place *Entity) {
	from, to = b.from, b.to
	if first := ps[from]; from < b.head && first.isPlace() {
		return from + 1, to, first.entity
	} else if country := n.gazetteer.Homes[n.gazetteer.nations[first.folded]]; from < b.head && first.entity == nil && country != nil {
		return from + 1, to, country
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
