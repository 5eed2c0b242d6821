package lexicon

import (
	"slices"
	"strings"
	"unicode"
)

// body is a body's name by its form: what comes before its head ("Supreme", "National"), the head, and what comes after it ("of Justice").
type body struct {
	from, head, to int // pieces; to is the last
	class          string
}

// bodies finds the bodies that no list holds, by the word that says what they are.
func (n *Names) bodies(text string, ps []piece) []piece {
	for i := 0; i < len(ps); i++ {
		if i > 0 && ps[i].gap == " " && ps[i-1].entity == nil && ps[i].entity == nil && n.gazetteer.forms.is("NoBody", ps[i-1].folded+" "+ps[i].folded) {
			ps = join(ps, i-1, n.after(ps, i), nothing)
			i--
			continue
		}
		b, ok := n.bodyAt(text, ps, i)
		if !ok {
			if first, e := n.unnamed(text, ps, i); e != nil {
				ps = join(ps, first, i, e)
				i = first
			} else if first, last, e := n.unnamedCourt(text, ps, i); e != nil {
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

// bodyAt is the body whose head stands at i, or in the run of capitalised words that i begins; the last head of a run is the one.
func (n *Names) bodyAt(text string, ps []piece, i int) (body, bool) {
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
	if b.to == i && n.isRegion(ps, i) {
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
	return b, n.isName(text, ps, &b)
}

// ofPerson says that the head at i, which may be an office too, stands behind a person's name: "elected Bujar Nikshiqaj Ombudsperson".
func (n *Names) ofPerson(ps []piece, i int) bool {
	given := func(p piece) bool { return n.plain(p) && n.foreign(p.folded) }
	return i > 1 && n.gazetteer.forms.is("Titles", ps[i].folded) && ps[i].beside() && ps[i-1].beside() && given(ps[i-1]) && given(ps[i-2])
}

// isRegion says whether the head at i tells a part of a country, as its own name before it shows: "Artibonite Department", "North-East Department".
func (n *Names) isRegion(ps []piece, i int) bool {
	f := n.gazetteer.forms
	if i == 0 || !ps[i].beside() || f.heads[ps[i].folded] != "OTHER" || f.places[ps[i].folded] != "REGION" {
		return false
	}
	before := ps[i-1]
	return before.isPlace() && before.entity.Kind != "COUNTRY" && before.entity.Kind != "TERRITORY" || n.part(before) && (f.is("Sides", before.folded) || n.foreign(before.folded))
}

// headAt is the class of the head at i; "" where none is.
func (n *Names) headAt(ps []piece, i int) string {
	if ps[i].entity != nil || !ps[i].cap || isSelf(ps[:i], ps[i].gap) {
		return ""
	}
	return n.gazetteer.forms.heads[ps[i].folded]
}

// before is the first piece of a name whose head stands at h: capitalised words, places and bodies, and what "and" and commas join to them.
func (n *Names) before(ps []piece, h int) int {
	k := h
	for k > 0 {
		q := ps[k-1]
		if n.owns(q) {
			break
		}
		if ps[k].beside() && n.modifies(q) {
			k--
			continue
		}
		if k > 1 && ps[k].beside() && q.entity == nil && !q.cap && q.gap == "-" && ps[k-2].entity == nil && n.modifies(ps[k-2]) && !n.qualifies(q) { // "Peace-keeping"
			k -= 2
			continue
		}
		if ps[k].gap == "/" && n.joined(q) {
			k--
			continue
		}
		if _, number := q.number(); number && k > 1 && ps[k].gap == " " && q.gap == " " && ps[k-2].cap && (ps[k-2].folded == "article" || ps[k-2].folded == "annex") {
			k -= 2
			continue
		}
		if k < h && ps[k].gap == " " && q.folded == "and" && k > 1 && q.gap == " " && n.joined(ps[k-2]) && ps[k].entity == nil {
			for k -= 2; k > 1 && ps[k].gap == ", " && n.joined(ps[k-1]); k-- {
			}
			for k > 0 && ps[k].beside() && n.joined(ps[k-1]) {
				k--
			}
			continue
		}
		if k < h && k > 1 && ps[k].gap == " " && q.folded == "of" && ps[k-2].folded == "rule" && ps[k-2].cap {
			k -= 2
			continue
		}
		break
	}
	for k < h && n.gazetteer.forms.is("Leads", ps[k].folded) {
		k++
	}
	return k
}

// owns says whether a word is that of a body and in the possessive, so that what comes after it is a name of its own: "the Tribunal’s Trial Chamber".
func (n *Names) owns(p piece) bool {
	class := n.gazetteer.forms.heads[p.folded]
	return p.entity == nil && p.ending > 0 && class != "" && !n.gazetteer.forms.is("Titles", p.folded)
}

// qualifies says whether a word behind a hyphen only tells of which bodies one is: "Government-appointed", "State-level", "Chair-in-Office".
func (n *Names) qualifies(p piece) bool {
	return strings.HasSuffix(p.folded, "ed") || n.gazetteer.forms.is("Hyphened", p.folded) || linked[p.folded]
}

// joined says whether a word may be one of several before a head ("Truth, Justice and Reconciliation Commission").
func (n *Names) joined(p piece) bool {
	return n.plain(p) && (english()[p.folded] || n.lower[p.folded]) && n.gazetteer.forms.heads[p.folded] == "" && !n.gazetteer.forms.is("Titles", p.folded)
}

// modifies says whether a piece may stand before a body's head: a word with a capital, an ordinal, a place, another body.
func (n *Names) modifies(p piece) bool {
	if p.entity != nil {
		return p.isPlace() || p.isBody() || p.entity.Label == LabelNothing && p.entity != nothing
	}
	if unicode.IsDigit(rune(p.folded[0])) {
		return len(p.folded) > 2 && strings.Contains("st nd rd th", p.folded[len(p.folded)-2:])
	}
	return n.plain(p) && (!n.gazetteer.forms.is("Leads", p.folded) || p.ending > 0)
}

// office is the last piece of a body that is called after an office, as the lists know it: "Office of the Prime Minister", "Council of Ministers".
func (n *Names) office(text string, ps []piece, b body) int {
	for to := b.head + 2; to < min(len(ps), b.head+6) && (ps[to].gap == " " || ps[to].gap == "-"); to++ {
		whole := body{from: b.from, head: b.head, to: to}
		if n.gazetteer.forms.lists["Alone"][n.core(text, ps, whole)] {
			return max(to, n.after(ps, to))
		}
	}
	return b.to
}

// side is the last piece of a unit's name with the part of the country that it stands in: "Multinational Brigade (North)", "Task Force East".
func (n *Names) side(text string, ps []piece, b body) int {
	next := b.to + 1
	if b.from < b.head && next < len(ps) && ps[next].gap == " " && ps[next].isPlace() && ps[b.head-1].folded == "task" && ps[b.head].folded == "force" { // "Task Force Mitrovica"
		return next
	}
	if b.from == b.head || next == len(ps) || !ps[next].cap || !n.gazetteer.forms.is("Sides", ps[next].folded) {
		return b.to
	}
	if f := n.gazetteer.forms; ps[b.from].folded != "multinational" && !f.is("Sided", ps[b.head].folded) {
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

// linked are the words by which a body's name goes on behind its head.
var linked = map[string]bool{"of": true, "for": true, "on": true, "against": true, "to": true, "in": true, "at": true, "de": true, "du": true, "des": true, "para": true, "pour": true,
	"do": true, "da": true, "dos": true, "das": true, "del": true}

// after is the last piece of a name whose head stands at h: "of Justice and Public Security", "for Haiti".
func (n *Names) after(ps []piece, h int) int {
	e := n.foreignEnd(ps, h, h)
	for e+2 < len(ps) && ps[e+1].gap == " " && ps[e+1].entity == nil && linked[ps[e+1].folded] && ps[e+2].gap == " " {
		word, j := ps[e+1].folded, e+2
		if seated := word == "in" || word == "at" || word == "to"; seated && (e > h || !n.gazetteer.forms.is("Seated", ps[h].folded)) {
			break
		}
		if word == "of" && e > h && ps[e].isPlace() && n.gazetteer.forms.heads[ps[h].folded] == "Court" { // "the conviction by the Basic Court of Peja of X"
			break
		}
		if ps[j].folded == "the" && j+1 < len(ps) && ps[j+1].gap == " " {
			j++
		}
		if word == "against" && !n.joined(ps[j]) { // "the Basic Court of Peja against X"
			break
		}
		end := n.phraseFrom(ps, j)
		if end >= 0 && ps[j].isBody() && (h > 0 && ps[h].beside() && n.modifies(ps[h-1]) && !n.generic(ps, h) || word != "of") {
			break
		}
		if end < 0 || (word == "in" || word == "at") && !ps[j].isPlace() && !n.foreign(ps[j].folded) {
			break
		}
		e = n.foreignEnd(ps, h, end)
	}
	return e
}

// generic says that what stands before the head of a unit tells only of what sort it is, so that whose it is makes its name: "Electoral Unit of the Department of Peacekeeping
// Operations".
func (n *Names) generic(ps []piece, h int) bool {
	f := n.gazetteer.forms
	from := n.before(ps, h)
	return f.is("Units", ps[h].folded) && !slices.ContainsFunc(ps[from:h], func(p piece) bool { return p.entity != nil || !f.is("Empty", p.folded) })
}

// foreignEnd is the last piece of a name that goes on behind e in the language of its head at h, e itself where that is English.
func (n *Names) foreignEnd(ps []piece, h, e int) int {
	for n.gazetteer.forms.is("Foreign", ps[h].folded) && e+1 < len(ps) && ps[e+1].beside() && n.part(ps[e+1]) {
		e++
	}
	return e
}

// phraseFrom is the last piece of the capitalised phrase that begins at j, with what commas and "and" join to it; -1 where none begins there.
func (n *Names) phraseFrom(ps []piece, j int) int {
	end := n.runFrom(ps, j)
	if end < 0 || ps[end].entity != nil {
		return end
	}
	for at := end; at+1 < len(ps); {
		next := at + 1
		last := ps[next].gap == " " && ps[next].folded == "and" || ps[next].gap == ", " && ps[next].folded == "and"
		if last {
			next++
		} else if ps[next].gap != ", " {
			break
		}
		if next >= len(ps) || last && ps[next].gap != " " {
			break
		}
		pair := last && n.plain(ps[next]) && next+1 < len(ps) && ps[next+1].beside() && n.joined(ps[next+1]) // "and National Security"
		if !pair && !n.joined(ps[next]) {
			break
		}
		at = n.runFrom(ps, next)
		if at < 0 || n.gazetteer.forms.heads[ps[at].folded] != "" {
			break
		}
		if last {
			end = at
			if at+1 < len(ps) && ps[at+1].gap == " " && ps[at+1].folded != "and" {
				break
			}
		}
	}
	return end
}

// runFrom is the last of the capitalised words, places and bodies that stand side by side from j on; -1 where there is none.
func (n *Names) runFrom(ps []piece, j int) int {
	end := -1
	for ; j < len(ps) && (end < 0 || ps[j].beside()); j++ {
		p := ps[j]
		if p.entity != nil {
			if !p.isPlace() && !p.isBody() || end >= 0 && p.isBody() {
				break
			}
			return j
		}
		if !n.plain(p) || n.gazetteer.forms.is("Leads", p.folded) {
			break
		}
		for j+1 < len(ps) && ps[j+1].gap == "-" && ps[j+1].entity == nil && !ps[j+1].cap { // "Peace-keeping"
			if n.qualifies(ps[j+1]) {
				return end
			}
			j++
		}
		end = j
	}
	return end
}

// bodyEntity is the body of a name by its form. One that each State has is called after the place whose it is, in whatever order the text says so.
func (n *Names) bodyEntity(text string, ps []piece, b body) *Entity {
	written := text[ps[b.from].from : ps[b.to].to-ps[b.to].ending]
	label, kind := "Organization", b.class
	if b.class == "Court" {
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
			if place = n.country; place != nil { // its name alone stays any country's
				return n.ofPlace(label, kind, written, place, "")
			}
		}
		if place != nil && from <= to {
			return n.ofPlace(label, kind, text[ps[from].from:ps[to].to-ps[to].ending], place, written)
		}
	}
	return n.named(label, kind, name, written)
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

// unnamed is the body that a lower-case word at i is of the place or the people before it: "Serbian police".
func (n *Names) unnamed(text string, ps []piece, i int) (first int, e *Entity) {
	f := n.gazetteer.forms
	if i == 0 || ps[i].entity != nil || ps[i].cap || ps[i].gap != " " || !f.is("Unnamed", ps[i].folded) {
		return 0, nil
	}
	first = i - 1
	if first > 0 && ps[first].entity == nil && ps[first].gap == " " && f.is("Trades", ps[first].folded) {
		first--
	}
	if ps[first+1].gap != " " {
		return 0, nil
	}
	before, class := ps[first], f.heads[ps[i].folded]
	if ps[i].folded == "authorities" {
		class = "GOVERNMENT"
	}
	country := n.gazetteer.Homes[n.gazetteer.nations[before.folded]]
	written := text[before.from:ps[i].to]
	switch {
	case before.entity == nil && country != nil && before.cap:
		if class == "GOVERNMENT" && ps[i].folded == "authorities" {
			return first, n.named("Organization", class, written, written)
		}
		return first, n.ofPlace("Organization", class, title(text[ps[first+1].from:ps[i].to]), country, written)
	case before.isPlace() && ps[i].folded != "authorities" && (class == "POLICE" || before.entity.Kind == "COUNTRY" || before.entity.Kind == "TERRITORY"):
		if i+1 < len(ps) && f.is("Titles", strings.TrimSuffix(ps[i+1].folded, "s")) && before.entity.Kind != "COUNTRY" {
			return 0, nil
		}
		return first, n.ofPlace("Organization", class, title(text[ps[first+1].from:ps[i].to]), before.entity, written)
	}
	return 0, nil
}

// unnamedCourt is the court that a lower-case word at i is of its instance and the town before or behind it: "the Peja district court", "the municipal court in Prizren".
func (n *Names) unnamedCourt(text string, ps []piece, i int) (first, last int, e *Entity) {
	f := n.gazetteer.forms
	if i == 0 || ps[i].entity != nil || ps[i].cap || f.heads[ps[i].folded] != "Court" || f.is("Several", ps[i].folded) || ps[i].gap != " " || !f.is("Instances", ps[i-1].folded) || ps[i-1].cap {
		return 0, 0, nil
	}
	town := func(k int) bool {
		return k >= 0 && k < len(ps) && ps[k].isPlace() && ps[k].entity.Kind != "COUNTRY" && ps[k].entity.Kind != "TERRITORY"
	}
	what := title(ps[i-1].folded) + " " + title(ps[i].folded)
	switch {
	case town(i-2) && ps[i-1].gap == " ":
		return i - 2, i, n.ofPlace("Court", "", what, ps[i-2].entity, "")
	case town(i+2) && ps[i+1].gap == " " && (ps[i+1].folded == "in" || ps[i+1].folded == "of") && ps[i+2].gap == " ":
		return i - 1, i + 2, n.ofPlace("Court", "", what, ps[i+2].entity, "")
	}
	return 0, 0, nil
}

// title writes a lower-case word of the list as a name.
func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
