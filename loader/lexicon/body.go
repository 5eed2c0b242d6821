package lexicon

import (
	"slices"
	"strings"
)

// body is a body's name by its form: what comes before its head ("Supreme", "National"), the head, and what comes after it ("of Justice").
type body struct {
	from, head, to int // pieces; to is the last
	class          string
}

// bodies finds the bodies that no list holds, by the word that says what they are.
func (n *Names) bodies(text string, ps []piece) []piece {
	for i := 0; i < len(ps); i++ {
		if n.callsNoBody(ps, i) {
			ps = join(ps, i, n.after(ps, i+1), nothing)
			continue
		}
		b, ok := n.bodyAt(text, ps, i)
		if !ok {
			if first, e := n.unnamed(text, ps, i); e != nil {
				ps = join(ps, first, i, e)
				i = first
			} else if last, e := n.unnamedOf(text, ps, i); e != nil {
				ps = join(ps, i, last, e)
			} else if first, last, e := n.unnamedLocal(text, ps, i); e != nil {
				ps = join(ps, first, last, e)
				i = first
			} else if first, last, e := n.called(text, ps, i); e != nil {
				ps = join(ps, first, last, e)
				i = first
			}
			continue
		}
		e := n.bodyEntity(text, ps, b)
		ps = join(ps, b.from, b.to, e)
		i = b.from
	}
	return ps
}

// callsNoBody says whether the words at i and behind it are what is called like a body and is none.
func (n *Names) callsNoBody(ps []piece, i int) bool {
	if i+1 == len(ps) || ps[i].entity != nil || ps[i+1].entity != nil || ps[i+1].gap != " " {
		return false
	}
	return n.gazetteer.forms.is("NoBody", ps[i].folded+" "+ps[i+1].folded)
}

// bodyAt is the body whose head stands at i, or in the run of capitalised words that i begins; the last head of a run is the one.
func (n *Names) bodyAt(text string, ps []piece, i int) (body, bool) {
	if to, class := n.house(text, ps, i); class != "" {
		return body{from: i, head: i, to: to, class: class}, true
	}
	if n.headAt(ps, i) == "" || i > 0 && ps[i].gap == "-" && linked[ps[i-1].folded] {
		return body{}, false
	}
	for j := i + 1; j < len(ps) && ps[j].beside() && n.plain(ps[j]) && !n.gazetteer.forms.is("Leads", ps[j].folded) && !n.owns(ps[j-1]); j++ {
		if n.headAt(ps, j) != "" {
			i = j
		}
	}
	if n.ofPerson(ps, i) {
		return body{}, false
	}
	b := body{from: n.before(ps, i), head: i, class: n.headAt(ps, i)}
	b.to = n.after(ps, i)
	if (b.to == i || ps[i+1].folded != "of" && ps[i+1].folded != "for") && n.isRegion(ps, i) || b.from == i && n.isRegionOf(ps, i) { // "the North-East Department on the border"
		return body{}, false
	}
	if to := n.office(text, ps, b); to > b.to {
		b.to = to
	}
	if b.from < i {
		if pair := n.gazetteer.forms.pairs[ps[i-1].folded+" "+ps[i].folded]; pair != "" {
			b.class = pair
		}
	}
	b.to = n.side(text, ps, b)
	b.to = n.inQuotes(text, ps, b)
	return b, n.isName(text, ps, &b)
}

// house is the last piece, and the class, of a name of the lists whose words are no heads and that begins at i: "House of Representatives";
// "" for none.
func (n *Names) house(text string, ps []piece, i int) (to int, class string) {
	f := n.gazetteer.forms
	if to = n.officeAt(ps, i); to < i || !ps[i].cap || slices.ContainsFunc(ps[i:to+1], func(p piece) bool { return f.heads[p.folded] != "" }) {
		return i, ""
	}
	return to, f.pairs[phrase(text[ps[i].from:ps[to].to])]
}

// ofPerson says that the head at i, which may be an office too, stands behind a person's name: "elected Bujar Nikshiqaj Ombudsperson".
func (n *Names) ofPerson(ps []piece, i int) bool {
	given := func(p piece) bool { return n.plain(p) && n.foreign(p.folded) }
	return i > 1 && n.gazetteer.forms.is("Titles", ps[i].folded) && ps[i].beside() && ps[i-1].beside() && given(ps[i-1]) && given(ps[i-2])
}

// isRegion says whether the head at i tells a part of a country, as its own name before it shows: "Artibonite Department", "North-East
// Department".
func (n *Names) isRegion(ps []piece, i int) bool {
	f := n.gazetteer.forms
	if i == 0 || !ps[i].beside() || f.heads[ps[i].folded] != "OTHER" || f.places[ps[i].folded] != "REGION" {
		return false
	}
	before := ps[i-1]
	return before.isTown() || n.part(before) && (f.is("Sides", before.folded) || n.foreign(before.folded))
}

// isRegionOf says the same of a head with the region's name behind it: "Department of Morazán", which no body is called.
func (n *Names) isRegionOf(ps []piece, i int) bool {
	f := n.gazetteer.forms
	if i+2 >= len(ps) || ps[i+1].gap != " " || ps[i+1].folded != "of" || ps[i+2].gap != " " || f.heads[ps[i].folded] != "OTHER" || f.places[ps[i].folded] != "REGION" {
		return false
	}
	end := n.foreignRun(ps, i+2)
	return ps[i+2].isTown() || end > i+1 && !(end+1 < len(ps) && ps[end+1].beside() && (n.joined(ps[end+1]) || ps[end+1].entity != nil))
}

// headAt is the class of the head at i; "" where none is.
func (n *Names) headAt(ps []piece, i int) string {
	if ps[i].entity != nil || !ps[i].cap || isSelf(ps[:i], ps[i].gap) {
		return ""
	}
	return n.gazetteer.forms.heads[ps[i].folded]
}

// office is the last piece of a body that is called after an office, as the lists know it: "Office of the Prime Minister", "Council of
// Ministers".
func (n *Names) office(text string, ps []piece, b body) int {
	for to := b.head + 1; to < min(len(ps), b.head+6) && (ps[to].gap == " " || ps[to].gap == "-"); to++ {
		whole := body{from: b.from, head: b.head, to: to}
		if !ps[to].isPlace() && n.gazetteer.forms.lists["Alone"][n.core(text, ps, whole)] {
			return max(to, n.after(ps, to))
		}
	}
	return b.to
}

// side is the last piece of a unit's name with the town, or the part of the country, that it stands in: "Multinational Brigade (North)",
// "Task Force East".
func (n *Names) side(text string, ps []piece, b body) int {
	next := b.to + 1
	taskForce := b.from < b.head && ps[b.head-1].folded == "task" && ps[b.head].folded == "force"
	if taskForce && next < len(ps) && ps[next].gap == " " && ps[next].isPlace() { // "Task Force Mitrovica"
		return next
	}
	if next < len(ps) && b.to == b.head && b.from < b.head && ps[b.from].isBody() && n.gazetteer.forms.is("Seated", ps[b.head].folded) &&
		ps[next].gap == " " && ps[next].isTown() { // "UNMIK Administration Mitrovica"
		return next
	}
	f := n.gazetteer.forms
	if b.to == b.head && b.from < b.head && next < len(ps) && ps[next].gap == " " && ps[next].isTown() && f.is("Units", ps[b.head].folded) && !(next+1 < len(ps) && ps[next+1].beside() && ps[next+1].cap) {
		for next+1 < len(ps) && ps[next+1].gap == "-" && ps[next+1].isTown() {
			next++
		}
		return next // "Regional Police Directorate Mitrovica North"
	}
	if b.from == b.head || next == len(ps) || !ps[next].cap || !n.gazetteer.forms.is("Sides", ps[next].folded) {
		return b.to
	}
	if ps[b.from].folded != "multinational" && !f.is("Sided", ps[b.head].folded) {
		return b.to
	}
	for next+1 < len(ps) && ps[next+1].gap == "-" && n.gazetteer.forms.is("Sides", ps[next+1].folded) {
		next++
	}
	if first := ps[b.to+1].gap; first == " " || first == " (" && strings.HasPrefix(text[ps[next].to:], ")") {
		return next
	}
	return b.to
}

// bodyEntity is the body of a name by its form. One that each State has is called after the place whose it is, in whatever order the text
// says so.
func (n *Names) bodyEntity(text string, ps []piece, b body) *Entity {
	written := text[ps[b.from].from : ps[b.to].to-ps[b.to].ending]
	label, kind := "Organization", b.class
	switch b.class {
	case "Court":
		label, kind = "Court", ""
	case "SITE":
		return n.place(b.class, written)
	}
	if n.ofCourt(ps, b) {
		label, kind = "Court", ""
	}
	if known := n.find(written); known != nil && known.Label == label {
		return known
	}
	name := written
	if label == "Court" || kind != "OTHER" && kind != "MISSION" && kind != "POLITICAL_PARTY" || n.gazetteer.forms.lists["Alone"][n.core(text, ps, b)] {
		from, to, place := n.nation(ps, b)
		if n.gazetteer.forms.is("Foreign", ps[b.head].folded) {
			place = nil
		} else if place == nil && (n.gazetteer.forms.lists["Alone"][n.core(text, ps, b)] || strings.HasPrefix(ps[b.head].folded, "ministr")) {
			if n.ofAnother(text, ps, b) {
				return nothing
			}
			if place = n.country; place != nil { // its name alone stays any country's
				return n.ofPlace(label, kind, written, place, "")
			}
		}
		if place != nil && from == b.from && to == b.to { // the same words may be of another place
			return n.ofPlace(label, kind, written, place, "")
		}
		if place != nil && from <= to {
			return n.ofPlace(label, kind, text[ps[from].from:ps[to].to-ps[to].ending], place, written)
		}
	}
	return n.named(label, kind, name, written)
}

// ofCourt says whether a body is a chamber of a court, and so one itself: "Special Chamber of the Supreme Court".
func (n *Names) ofCourt(ps []piece, b body) bool {
	if ps[b.head].folded != "chamber" && ps[b.head].folded != "panel" {
		return false
	}
	return slices.ContainsFunc(ps[b.head+1:b.to+1], func(p piece) bool {
		return p.entity != nil && p.entity.Label == "Court" || p.entity == nil && n.gazetteer.forms.heads[p.folded] == "Court"
	})
}

// ofAnother says of a body that each State has, and that stands alone, whether the text has told of another's of that name, or the sentence
// of a body of another State: "the European Parliament welcomed it; the Parliament", "the Government of Norway wrote it, and the
// Parliament".
func (n *Names) ofAnother(text string, ps []piece, b body) bool {
	if b.from < b.head || b.to > b.head || b.from == 0 || ps[b.from-1].folded != "the" || n.country == nil {
		return false
	}
	sentence := true
	for k := b.from - 1; k >= 0; k-- {
		if p := ps[k]; p.isBody() {
			name := phrase(p.entity.Name)
			_, of, _ := strings.Cut(p.entity.Name, " of ")
			land := n.gazetteer.Homes[of]
			foreign := land != n.country && (land != nil || !strings.Contains(name, phrase(n.country.Name)))
			if strings.HasPrefix(name+" ", ps[b.head].folded+" ") || strings.HasSuffix(name, " "+ps[b.head].folded) {
				return foreign
			}
			if sentence && land != nil {
				return foreign
			}
		}
		if strings.Contains(ps[k].gap, ". ") {
			sentence = false
		}
	}
	return false
}

// ofPlace is a body of a place: as a list has it, else "<body> of <place>".
func (n *Names) ofPlace(label, kind, what string, place *Entity, written string) *Entity {
	for _, name := range []string{what + " of " + place.Name, place.Name + " " + what} {
		if known := n.find(name); known != nil && known.Label == label {
			return known
		}
	}
	return n.named(label, kind, what+" of "+place.Name, written)
}

// Government is the government of a country.
func (n *Names) Government(country *Entity) *Entity {
	return n.ofPlace("Organization", "GOVERNMENT", "Government", country, "")
}
