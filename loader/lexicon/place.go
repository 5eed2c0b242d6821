package lexicon

import (
	"slices"
	"strings"
	"unicode"
)

// sites finds the places that a word beside the name tells: "Camp Bondsteel", "Artibonite Department", "the village of Velika Hoča", "gate
// 31"; and pairs in two languages.
func (n *Names) sites(text string, ps []piece) []piece {
	ps = n.gates(ps)
	ps = n.sides(text, ps)
	ps = n.quarter(text, ps)
	ps = n.twins(text, ps)
	ps = n.namesakes(text, ps)
	ps = n.enumerated(text, ps)
	ps = n.several(text, ps)
	for i := 0; i < len(ps); i++ {
		kind := n.gazetteer.forms.places[ps[i].folded]
		if ps[i].entity != nil || kind == "" || ofMinister(ps, i) {
			continue
		}
		if e := n.nationalSite(text, ps, i); e != nil {
			ps = join(ps, i-1, i, e)
			i--
			continue
		}
		if from := n.beforePlace(ps, i); from < i {
			to := i - 1
			if ps[i].cap || kind == "AREA" || n.gazetteer.forms.is("Monuments", ps[i].folded) {
				to = i
			}
			if kind == "REGION" && i+1 < len(ps) && ps[i+1].gap == " " && n.plain(ps[i+1]) && n.gazetteer.forms.is("Titles", ps[i+1].folded) { // "the Klina District Prosecutor"
				to = i - 1
			}
			if from < to || ps[from].entity == nil {
				ps = join(ps, from, to, n.place(kind, text[ps[from].from:ps[to].to]))
				i = from
			}
			continue
		}
		j := i + 1
		if j < len(ps) && ps[j].gap == " " && ps[j].folded == "of" {
			if kind == "SITE" && !ps[i].cap && n.insideOf(ps, i) { // "the release from prison of X"
				continue
			}
			j++
		} else if !ps[i].cap || j == len(ps) || ps[j].gap != " " {
			continue
		}
		end := n.foreignRun(ps, j)
		if j == i+1 && end < j {
			end = n.sidesRun(ps, j)
		}
		lent := j == i+1 && ps[j].isPlace() && ps[j].entity.Kind != "SITE" && ps[j].entity.Kind != "OTHER"
		if (lent && kind == "SITE" || kind == "AREA" && j == i+1 && ps[j].isPlace() && isLand(ps[j].entity)) && ps[i].cap { // "Camp Novo Selo", which is not the town itself
			end = j
		}
		for ps[i].folded == "camp" && j == i+1 && max(end, i)+1 < len(ps) && ps[max(end, i)+1].gap == " " && n.part(ps[max(end, i)+1]) { // "Camp Nothing Hill"
			end = max(end, i) + 1
		}
		if end >= j && !(end+1 < len(ps) && ps[end+1].gap == " " && ps[end+1].isPlace()) {
			from := j
			if j == i+1 || ps[i].cap && n.gazetteer.forms.is("Waters", ps[i].folded) { // "Gulf of Fonseca"
				from = i
			}
			ps = join(ps, from, end, n.place(kind, text[ps[from].from:ps[end].to]))
			i = from
		}
	}
	return ps
}

// nationalSite is the one site of its kind of the State that the report is about, at whose word a piece stands: "the National
// Penitentiary"; nil where none is.
func (n *Names) nationalSite(text string, ps []piece, i int) *Entity {
	if i < 2 || !ps[i].cap || ps[i].gap != " " || n.gazetteer.forms.places[ps[i].folded] != "SITE" || ps[i-1].folded != "national" && ps[i-1].folded != "executive" || !ps[i-1].cap {
		return nil
	}
	if before := ps[i-2]; before.entity != nil || before.folded != "the" || n.country == nil || i+1 < len(ps) && ps[i+1].beside() && (ps[i+1].cap || ps[i+1].entity != nil) {
		return nil
	}
	return n.ofPlace("Place", "SITE", text[ps[i-1].from:ps[i].to-ps[i].ending], n.country, "")
}

// ofMinister says that the word at i is of an office: "Minister of State Visar Gjoka".
func ofMinister(ps []piece, i int) bool {
	return i > 1 && ps[i].folded == "state" && ps[i-1].folded == "of" && (strings.HasPrefix(ps[i-2].folded, "minister") || strings.HasPrefix(ps[i-2].folded, "secretar"))
}

// insideOf says whether the word before the piece at i tells that something is in it, comes out of it or goes there.
func (n *Names) insideOf(ps []piece, i int) bool {
	if i == 0 {
		return false
	}
	before := ps[i-1].folded
	return n.gazetteer.forms.is("Inside", before) || before == "from" || before == "to"
}

// beforePlace is the first of the capitalised words or the place that stand before the word of a place's kind; that word's own index where
// they are no name.
func (n *Names) beforePlace(ps []piece, i int) int {
	if i == 0 || !ps[i].beside() || ps[i-1].ending > 0 && !ps[i].cap { // "Arben Lura’s prison sentence"
		return i
	}
	if ps[i-1].isPlace() {
		if !ps[i].cap && !n.gazetteer.forms.is("Monuments", ps[i].folded) {
			return i
		}
		from := i - 1
		for from > 0 && (ps[from].gap == " " && n.part(ps[from-1]) && n.foreign(ps[from-1].folded) || n.hyphened(ps, from)) {
			from--
		}
		return from
	}
	from, foreign, sides := i, false, true
	if sort := i - 1; !ps[i].cap && n.gazetteer.forms.is("Monuments", ps[i].folded) && n.gazetteer.forms.is("Sorts", ps[sort].folded) && !ps[sort].cap && ps[sort].gap == " " && sort > 0 { // "the Bomi rubber plantation"
		if first := n.siteNamed(ps, sort); first < sort {
			return first
		}
	}
	for from > 0 && ps[from].beside() && n.ofPlaceName(ps[from-1]) {
		from--
		foreign = foreign || n.foreign(ps[from].folded) && !ps[from].capitals
		sides = sides && n.gazetteer.forms.is("Sides", ps[from].folded)
	}
	if f := n.gazetteer.forms; from < i && from > 0 && ps[i].cap && f.places[ps[i].folded] == "SITE" && ps[from].gap == " " && ps[from-1].isTown() { // "Peja Central Prison"
		return from - 1
	}
	if from < i && n.hyphened(ps, from) { // "Vukovar-Sirmium County"
		return from - 1
	}
	if !foreign && !(sides && from < i && ps[i].cap) {
		return n.siteFrom(ps, from, i)
	}
	for from < i && from > 0 && (ps[from].gap == "-" && ps[from-1].entity == nil || n.article(ps, from)) { // "Pol-e-Charkhi prison", "Ain el-Hilu camp"
		from--
	}
	for !n.foreign(ps[from].folded) && from+1 < i && !ps[i].cap && !(from+2 < i && n.article(ps, from+1)) {
		from++
	}
	return from
}

// siteNamed is the first of the words with capitals, none of them English, or the place that a word of a site's sort at i follows; i where
// none do.
func (n *Names) siteNamed(ps []piece, i int) int {
	from := i
	for from > 0 && (from == i || ps[from].beside()) && (ps[from-1].isTown() || n.part(ps[from-1]) && n.foreign(ps[from-1].folded)) {
		from--
	}
	return from
}

// siteFrom is the first of the words of English from one to the word of a site at i, both with capitals, by which one site is called: "the
// Palm Hotel"; i where they only tell of what sort it is: "the Central Prison", "the Military Hospital".
func (n *Names) siteFrom(ps []piece, from, i int) int {
	f := n.gazetteer.forms
	sort := func(word string) bool {
		return f.is("Toponyms", word) || f.is("Empty", word) || f.is("Trades", word) || f.is("Sides", word) || f.places[word] != ""
	}
	if f.places[ps[i].folded] != "SITE" || !ps[i].cap || from == 0 || from == i || ps[from].gap != " " || ps[from-1].entity != nil || ps[from-1].folded != "the" {
		return i
	}
	if goesOn := i+1 < len(ps) && ps[i+1].beside() && (ps[i+1].cap || ps[i+1].entity != nil); goesOn || sort(ps[i-1].folded) {
		return i
	}
	return from
}

// hyphened says whether a hyphen joins the piece at i to a place before it.
func (n *Names) hyphened(ps []piece, i int) bool {
	return i > 0 && ps[i].gap == "-" && ps[i-1].isPlace()
}

// ofPlaceName says whether a word with a capital may be of a place's name: it tells of no person, no body and no people.
func (n *Names) ofPlaceName(p piece) bool {
	f := n.gazetteer.forms
	return n.plain(p) && !f.is("Titles", p.folded) && f.heads[p.folded] == "" && n.gazetteer.nations[p.folded] == "" && !f.is("Peoples", p.folded)
}

// gates finds numbered gates, and cantons of a list that are known: "gate 1", "gates 1 and 31", "cantons 6 (Travnik) and 7", of which the
// first goes with its word. What they are called in the singular is kept with each of several.
func (n *Names) gates(ps []piece) []piece {
	numbered := func(p piece, gaps ...string) bool {
		_, ok := p.number()
		return ok && p.entity == nil && slices.Contains(gaps, p.gap)
	}
	for i := 0; i+1 < len(ps); i++ {
		one := singular(ps[i].folded)
		several := one != ps[i].folded
		if ps[i].entity != nil || one != "gate" && (one != "canton" || !several) || !numbered(ps[i+1], " ") {
			continue
		}
		for j := i + 1; j < len(ps) && (several || j == i+1); j++ {
			if j = pastBrackets(ps, j); j == len(ps) {
				break
			}
			if ps[j].folded == "and" && (ps[j].gap == " " || ps[j].gap == ") ") {
				continue
			}
			if !numbered(ps[j], " ", ", ", "), ") {
				break
			}
			name := one + " " + ps[j].folded
			if one == "gate" {
				ps[j].entity = n.place("SITE", name)
			} else {
				ps[j].entity = n.placeNamed(name)
			}
			if several && ps[j].entity != nil {
				ps[j].singular = name
			}
		}
		if first := ps[i+1]; first.entity != nil {
			ps = join(ps, i, i+1, first.entity)
			ps[i].singular = first.singular
		}
	}
	return ps
}

// pastBrackets is the piece behind the brackets that open at j; j where none do, and the number of pieces where they do not close.
func pastBrackets(ps []piece, j int) int {
	if ps[j].gap != " (" {
		return j
	}
	for j < len(ps) && !strings.HasPrefix(ps[j].gap, ")") {
		j++
	}
	return j
}

// towns finds places that nothing tells but where they stand: "in Gonaïves", "travelled to Zugdidi", and what lists name beside a place.
func (n *Names) towns(text string, ps []piece) []piece {
	f := n.gazetteer.forms
	for i := 1; i < len(ps); i++ {
		before := ps[i-1]
		bracketed := ps[i].gap == " (" && strings.HasPrefix(text[ps[i].to:], ")")
		listed := before.isPlace() && (ps[i].gap == ", " || ps[i].gap == "), " || bracketed)
		if i > 1 && ps[i-2].isPlace() && before.folded == "and" && before.gap == " " && ps[i].gap == " " {
			listed = true
		}
		toponym := f.is("Toponyms", ps[i].folded) && ps[i].entity == nil && n.foreignRun(ps, i) > i
		if !toponym && !n.takenTown(ps, i) && (before.entity != nil && !listed || !listed && ps[i].gap != " " || !listed && !n.whereabouts(ps, i)) {
			continue
		}
		end := n.foreignRun(ps, i)
		if end < i && i+1 < len(ps) && ps[i].cap && ps[i+1].gap == " " && f.is("Sides", ps[i].folded) && n.governed(ps, i) { // "Governor of Western Equatoria"
			if end = n.foreignRun(ps, i+1); end == i {
				continue
			}
		}
		if end < i && n.lastOfTowns(ps, i) {
			end = i
		}
		if end < i || listed && f.is("Given", ps[i].folded) || end > i && f.is("Given", ps[i].folded) {
			continue
		}
		if next := end + 1; next < len(ps) && ps[next].gap == " " && n.part(ps[next]) && n.endsPlace(ps[next]) { // "Siem Reap"
			end = next
		}
		if next := end + 1; next < len(ps) && ps[next].beside() && (ps[next].entity != nil && ps[next].gap != "\n" || f.heads[ps[next].folded] != "") {
			continue
		}
		ps = join(ps, i, end, n.place("OTHER", text[ps[i].from:ps[end].to]))
	}
	return ps
}

// endsPlace says whether a word of English with a capital behind the name of a place is of that name: it tells of nothing else.
func (n *Names) endsPlace(p piece) bool {
	f := n.gazetteer.forms
	return n.ofPlaceName(p) && f.places[p.folded] == "" && !f.is("Nameless", p.folded) && !f.is("Sides", p.folded)
}

// sidesRun is the last of the points of the compass from i on, as in "Sector South-West"; below i where there is none.
func (n *Names) sidesRun(ps []piece, i int) int {
	end := i - 1
	side := func(p piece) bool { return p.entity == nil && p.cap && n.gazetteer.forms.is("Sides", p.folded) }
	for j := i; j < len(ps) && side(ps[j]) && (ps[j].gap == "-" || j == i && ps[j].gap == " "); j++ {
		end = j
	}
	return end
}

// placeLinks are the small words within the names of places.
var placeLinks = map[string]bool{"du": true, "de": true, "des": true, "del": true, "da": true, "do": true, "dos": true, "sur": true, "e": true, "es": true, "i": true}

// links says whether a piece is a small word within the name of a place.
func (p piece) links() bool { return p.entity == nil && !p.cap && placeLinks[p.folded] }

// foreignRun is the last of up to three words from i on that are none of English; those that hyphens join ("Croix-des-Bouquets") are one.
// It is below i where there is none.
func (n *Names) foreignRun(ps []piece, i int) int {
	end := i - 1
	for words := 0; end+1 < len(ps); {
		next := ps[end+1]
		if end >= i && next.gap == "-" && next.entity == nil {
			end++
			continue
		}
		if words > 0 && next.gap == " " && next.links() && end+2 < len(ps) && ps[end+2].gap == " " && n.part(ps[end+2]) {
			if last := ps[end+2]; n.endsPlace(last) || n.gazetteer.forms.is("Toponyms", last.folded) { // "Croix des Bouquets"
				end += 2
				continue
			}
		}
		if words > 0 && n.article(ps, end+1) { // "Maroun al-Ras"
			end += 2
			continue
		}
		f := n.gazetteer.forms
		ofKind := f.places[next.folded] != "" && end+2 < len(ps) && ps[end+2].links() // "Village de Dieu"
		toponym := words == 0 && (f.is("Toponyms", next.folded) || ofKind)
		if words == 3 || end >= i && next.gap != " " || !n.part(next) || !n.foreign(next.folded) && !toponym {
			break
		}
		end++
		words++
	}
	if end == i && !n.foreign(ps[i].folded) {
		return i - 1
	}
	return end
}

// article says whether the piece at i is the Arabic article, in small letters, of a word with a capital.
func (n *Names) article(ps []piece, i int) bool {
	if i+1 >= len(ps) || ps[i].entity != nil || ps[i].cap || ps[i].gap != " " || ps[i+1].gap != "-" {
		return false
	}
	return n.gazetteer.forms.is("Articles", ps[i].folded) && n.part(ps[i+1])
}

// part says whether a piece is a word that can be of a person's or a place's name: a capital, and a small letter after it.
func (n *Names) part(p piece) bool {
	return n.plain(p) && len(p.folded) > 1 && !strings.ContainsFunc(p.folded, unicode.IsDigit) && !p.capitals
}

func (n *Names) place(kind, written string) *Entity { return n.named("Place", kind, written, written) }
