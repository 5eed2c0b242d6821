package lexicon

import (
	"slices"
	"strings"

	"councilgraph/graph/fold"
)

// persons finds the persons whom no list holds, by their given names, by what stands around the name, and by words that are none of
// English.
func (n *Names) persons(text string, ps []piece) []piece {
	for i := 0; i < len(ps); i++ {
		if n.initial(ps, i) && ps[i+1].entity != nil && ps[i+1].entity.Label == "Person" && !ps[i+1].surname { // "S. Iqbal Riza"
			ps = join(ps, i, i+1, ps[i+1].entity)
			continue
		}
		if n.namesStreet(ps, i) {
			ps = join(ps, i, i+1, nothing)
			continue
		}
		if !n.begins(ps, i) {
			continue
		}
		from, to := n.trimmed(text, ps, i, n.personRun(ps, i))
		if from > to || !n.begins(ps, from) || from == to && ps[from].entity != nil || !n.isPerson(text, ps, from, to) {
			i = max(i, to)
			continue
		}
		if n.endsAside(ps, from, to+1) {
			to++
		}
		if e := n.person(text[ps[from].from:ps[to].to]); e != nil {
			ps = join(ps, from, to, e)
			i = from
		}
	}
	return ps
}

// namesStreet says whether what stands behind a person's name tells that a street, a square or the like is called so: "Ibrahim Rugova
// Square".
func (n *Names) namesStreet(ps []piece, i int) bool {
	if !isPersonPiece(ps[i]) || i+1 == len(ps) || ps[i+1].gap != " " || ps[i+1].entity != nil || !ps[i+1].cap {
		return false
	}
	f, next := n.gazetteer.forms, ps[i+1].folded
	return f.is("Nameless", next) || f.places[next] != "" && !f.is("Titles", next)
}

// begins says whether a person's name can begin at i: with a word, an initial, or a surname that the document knows before which another
// given name may stand; or with a given name that is a month's, a feast's or a town's too, before a foreign word: "Ramadan Gjoka".
func (n *Names) begins(ps []piece, i int) bool {
	return n.personPart(ps[i]) || n.initial(ps, i) || n.ambiguousGiven(ps, i)
}

// ambiguousGiven says whether the piece at i is a given name that elsewhere names a time or a town, and stands, in no such place, right
// before a foreign word.
func (n *Names) ambiguousGiven(ps []piece, i int) bool {
	p, f := ps[i], n.gazetteer.forms
	if !p.cap || p.ending > 0 || !(p.entity == nil || p.isTown()) || !f.is("Given", p.folded) || n.insideOf(ps, i) || i+1 == len(ps) {
		return false
	}
	next := ps[i+1]
	return next.gap == " " && n.part(next) && n.foreign(next.folded) && !f.is("Given", next.folded)
}

func (n *Names) personPart(p piece) bool {
	if p.entity != nil {
		return p.entity.Label == "Person" && (p.surname || !p.entity.Listed)
	}
	f := n.gazetteer.forms
	people := !p.marked && (f.is("Peoples", p.folded) || n.gazetteer.nations[p.folded] != "") // "Danilo Türk" is no Turk
	bodyOrOffice := f.heads[p.folded] != "" || f.is("Titles", p.folded)
	return (n.part(p) || p.allCaps && len(p.folded) > 2) && !people && (!bodyOrOffice || f.is("Given", p.folded))
}

// initial says whether the piece at i is a letter with a full stop before another part of a name.
func (n *Names) initial(ps []piece, i int) bool {
	return ps[i].entity == nil && ps[i].cap && len(ps[i].folded) == 1 && i+1 < len(ps) && strings.HasPrefix(ps[i+1].gap, ". ")
}

// personRun is the last piece of the run of parts that begins at i.
func (n *Names) personRun(ps []piece, i int) int {
	end := i
	for j := i + 1; j < len(ps) && j-i < 7; j++ {
		p := ps[j]
		if next := n.nickname(ps, j); next > j {
			j, end = next, next
			continue
		}
		if ps[j-1].ending > 0 && ps[j-1].entity == nil { // "St. Stephen’s Day"
			break
		}
		if n.initial(ps, i) && !n.initial(ps, j-1) && n.initial(ps, j) { // "E. LAKE B. RIVERS"
			break
		}
		joins := p.gap == " " || p.gap == "-" || p.gap == "‑" || p.gap == ". " && n.initial(ps, j-1)
		if !joins {
			break
		}
		switch {
		case n.personPart(p), n.initial(ps, j), n.townSurname(ps, j), n.peopleSurname(ps, j), p.gap == "-" && p.entity == nil && (p.cap && !n.isTitle(p) || !p.cap && len(p.folded) > 1):
			end = j
		case p.entity == nil && n.gazetteer.forms.is("Particles", p.folded) && j+1 < len(ps):
			continue
		default:
			return end
		}
	}
	return end
}

// isTitle says that a word with a capital is a title and no given name: "Vice-President Arben Kola".
func (n *Names) isTitle(p piece) bool {
	f := n.gazetteer.forms
	return f.is("Titles", p.folded) && !f.is("Given", p.folded)
}

// trimmed leaves out the words of English at both ends of a run that are no given names: "Yesterday Milan Orlović"; but for the first of a
// run that stands by itself behind an office: "the Governor of Klina, Fern Orlović, spoke".
func (n *Names) trimmed(text string, ps []piece, from, to int) (int, int) {
	if from+1 == to && n.nameWord(ps, to) && n.behindOffice(text, ps, from, to) {
		return from, to
	}
	ofEnglish := func(i int) bool { return ps[i].entity == nil && !n.nameWord(ps, i) }
	for from < to && ofEnglish(from) && ps[from+1].gap != "-" && !n.titled(ps, from, "Honorifics") && !n.givenInPlace(ps, from, to) {
		from++
	}
	first := from // the last piece of the first name: "Jean-Pierre Marsh" are two
	for first < to && ps[first+1].gap == "-" && n.gazetteer.forms.is("Given", ps[from].folded) {
		first++
	}
	for to > first+1 && ofEnglish(to) && ps[to].gap == " " && !n.gazetteer.forms.is("Particles", ps[to-1].folded) {
		to--
	}
	return from, to
}

// endsAside says that the piece at end is the last of what stands between two commas beside an office, so that it is of the name that
// begins at from though it is a word of English: "the Envoy, El Ghassim Wane, spoke".
func (n *Names) endsAside(ps []piece, from, end int) bool {
	return end+1 < len(ps) && ps[from].gap == ", " && ps[end].gap == " " && n.personPart(ps[end]) && strings.HasPrefix(ps[end+1].gap, ",") && n.apposed(ps, from, end)
}

// nameWord says whether a part is more likely of a name than of English.
func (n *Names) nameWord(ps []piece, i int) bool {
	p := ps[i]
	f := n.gazetteer.forms
	return p.entity != nil || f.is("Given", p.folded) || n.initial(ps, i) || f.is("Particles", p.folded) || n.foreign(p.folded)
}

// titled says whether a title of a list stands right before the piece at i.
func (n *Names) titled(ps []piece, i int, list string) bool {
	if i == 0 {
		return false
	}
	switch gap := ps[i].gap; gap {
	case " ", ". ", ") ", ".":
		return ps[i-1].entity == nil && n.gazetteer.forms.is(list, ps[i-1].folded)
	}
	return false
}

// person is the one of a name as written. A surname alone is somebody whom the document or the gazetteer knows, or a person of that name.
func (n *Names) person(written string) *Entity {
	name := strings.Join(strings.Fields(written), " ")
	for _, ending := range []string{"’s", "'s", "’", "'"} {
		name = strings.TrimSuffix(name, ending)
	}
	if known := n.find(name); known != nil {
		if known.Label != "Person" {
			return nil
		}
		return known
	}
	if !strings.Contains(name, " ") {
		if known := n.gazetteer.Surnames[fold.Name(name)]; known != nil && n.counts(known, name) {
			return known
		}
	}
	e := &Entity{Label: "Person", Name: name}
	if held := n.entities[e.ID()]; held != nil {
		return held
	}
	if strings.Contains(name, " ") {
		n.full[e.ID()] = true
	}
	n.entities[e.ID()] = e
	n.own.Add(name, e)
	return e
}

// unify makes one of the persons whom the document names more fully and less so: of two whose surname is the same, where each word of the
// one is a word of the other.
func (n *Names) unify() {
	for id, short := range n.entities {
		if short.Label != "Person" || !n.full[id] {
			continue
		}
		var fuller []*Entity
		for other, e := range n.entities {
			if e != short && e.Label == "Person" && n.full[other] && within(short.Name, e.Name) {
				fuller = append(fuller, e)
			}
		}
		if len(fuller) == 1 {
			n.own.AddShort(short.Name, fuller[0])
			delete(n.entities, id)
			delete(n.full, id)
		}
	}
}

// within says whether a name is another one with words left out, or cut to their first letters, that are not its last: "V. Lura" of "Visar
// Lura".
func within(short, long string) bool {
	a, b := strings.Fields(phrase(short)), strings.Fields(phrase(long))
	if len(a) < 2 || len(a) > len(b) || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	cut := len(a) < len(b)
	for _, w := range a[:len(a)-1] {
		initial := len(w) == 1 && slices.ContainsFunc(b[:len(b)-1], func(given string) bool { return len(given) > 1 && strings.HasPrefix(given, w) })
		if cut = cut || initial; !initial && !slices.Contains(b, w) {
			return false
		}
	}
	return cut
}
