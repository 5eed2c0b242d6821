package lexicon

import (
	"slices"
	"strings"
	"unicode"

	"councilgraph/graph/fold"
)

// persons finds the persons whom no list holds, by their given names, by what stands around the name, and by words that are none of English.
func (n *Names) persons(text string, ps []piece) []piece {
	for i := 0; i < len(ps); i++ {
		if n.initial(ps, i) && ps[i+1].entity != nil && ps[i+1].entity.Label == "Person" && !ps[i+1].surname { // "S. Iqbal Riza"
			ps = join(ps, i, i+1, ps[i+1].entity)
			continue
		}
		if !n.begins(ps, i) {
			continue
		}
		from, to := n.trimmed(ps, i, n.personRun(ps, i))
		if from > to || !n.begins(ps, from) || from == to && ps[from].entity != nil || !n.isPerson(text, ps, from, to) {
			i = max(i, to)
			continue
		}
		if e := n.person(text[ps[from].from:ps[to].to]); e != nil {
			ps = join(ps, from, to, e)
			i = from
		}
	}
	return ps
}

// begins says whether a person's name can begin at i: with a word, an initial, or a surname that the document knows before which another given name may stand.
func (n *Names) begins(ps []piece, i int) bool {
	return n.personPart(ps[i]) || n.initial(ps, i)
}

func (n *Names) personPart(p piece) bool {
	if p.entity != nil {
		return p.entity.Label == "Person" && (p.surname || !p.entity.Listed)
	}
	f := n.gazetteer.forms
	return (n.part(p) || p.allCaps && len(p.folded) > 2) && !f.is("Peoples", p.folded) && n.gazetteer.nations[p.folded] == "" && (f.heads[p.folded] == "" || f.is("Given", p.folded)) &&
		(!f.is("Titles", p.folded) || f.is("Given", p.folded))
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
		joins := p.gap == " " || p.gap == "-" || p.gap == "‑" || p.gap == ". " && n.initial(ps, j-1)
		if !joins {
			break
		}
		switch {
		case n.personPart(p), n.initial(ps, j), n.townSurname(ps, j), n.peopleSurname(ps, j), p.gap == "-" && p.entity == nil && (p.cap || len(p.folded) > 1):
			end = j
		case p.entity == nil && n.gazetteer.forms.is("Particles", p.folded) && j+1 < len(ps):
			continue
		default:
			return end
		}
	}
	return end
}

// trimmed leaves out the words of English at both ends of a run that are no given names: "Yesterday Milan Orlović".
func (n *Names) trimmed(ps []piece, from, to int) (int, int) {
	for from < to && ps[from].entity == nil && !n.nameWord(ps, from) && ps[from+1].gap != "-" && !n.titled(ps, from, "Honorifics") && !n.givenInPlace(ps, from, to) {
		from++
	}
	for to > from+1 && ps[to].entity == nil && !n.nameWord(ps, to) && ps[to].gap == " " && !n.gazetteer.forms.is("Particles", ps[to-1].folded) {
		to--
	}
	return from, to
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

// isPerson weighs what a run of parts is and what stands around it.
func (n *Names) isPerson(text string, ps []piece, from, to int) bool {
	f := n.gazetteer.forms
	names, foreign, words := 0, 0, 0
	for i := from; i <= to; i++ {
		if ps[i].gap != "-" && (ps[i].entity != nil || !f.is("Particles", ps[i].folded)) && !n.initial(ps, i) {
			words++
		}
		if ps[i].entity == nil && strings.ContainsFunc(ps[i].folded, unicode.IsDigit) {
			return false
		}
		if n.nameWord(ps, i) {
			names++
			if ps[i].entity == nil && n.foreign(ps[i].folded) {
				foreign++
			}
		}
	}
	honoured := n.titled(ps, from, "Honorifics")
	if from == to || words < 2 && ps[to].gap == "-" { // one word, of several parts perhaps: "Jessen-Petersen"
		sure := honoured && (names == 1 || slices.Contains([]string{"mr", "mrs", "ms", "judge", "dr", "colonel"}, ps[from-1].folded))
		return (sure || n.oneOfTitle(ps, from)) && !n.beforeKind(ps, to)
	}
	given := f.is("Given", ps[from].folded) || ps[to].entity == nil && f.is("Given", ps[to].folded) && foreign > 0
	first := from
	for first < to && n.initial(ps, first) {
		first++
	}
	initialled := first > from+1 && n.find(strings.ReplaceAll(text[ps[from].from:ps[first].from], " ", "")) == nil // "P. J. Marsh", not "U. S. Marines"
	given = given || initialled || first > from && n.surnamedOrForeign(ps, to)
	told := n.titled(ps, from, "Titles") || n.apposed(ps, from, to)
	acts := n.acts(ps, from, to)
	capitals := !slices.ContainsFunc(ps[from:to+1], func(p piece) bool { return !p.allCaps })
	if words > 4 && !told || words > 3 && !told && !acts && !given || capitals && !honoured || first > from && first == to && !n.nameWord(ps, to) && !initialled ||
		n.beforeKind(ps, to) || quoted(text, ps, from, to) || f.is("Toponyms", ps[from].folded) && !told && !acts {
		return false
	}
	if from > 0 && ps[from].gap == " " && !given && f.is("Inside", ps[from-1].folded) && n.whereabouts(ps, from) { // "in Blinjska Greda by four men"
		return false
	}
	if from > 0 && ps[from].gap == " " && !told {
		before := ps[from-1].folded
		if ps[from-1].cap && f.is("Toponyms", before) && !f.is("Particles", before) { // "Petite Rivière"
			return false
		}
		if before == "the" || before == "a" || before == "an" || !given && !acts && (n.whereabouts(ps, from) || before == "of" && !n.surnamed(ps, to)) {
			return false
		}
	}
	if slices.ContainsFunc(ps[from:to+1], func(p piece) bool { return p.allCaps }) && !honoured && !given && foreign < to-from+1 {
		return false
	}
	whole := names == to-from+1
	if first > from { // of initials and a surname, the surname decides
		return n.nameWord(ps, to) && first < to || honoured || initialled || n.surnamedOrForeign(ps, to)
	}
	return given || whole || n.givenInPlace(ps, from, to) || (honoured || acts && told) && n.nameWord(ps, to) || honoured && words == 2 && n.nameWord(ps, from) && n.surnameOfEnglish(ps[to])
}

// givenInPlace says that what may be a given name, though it is a word of English, stands before a surname where only a person's name can: behind "and" and somebody with both
// names, or behind what is done to people alone: "Ekrem Dobrolari and Lush Pepolari", "arrested Pal Mirditaj".
func (n *Names) givenInPlace(ps []piece, from, to int) bool {
	if to != from+1 || from < 1 || ps[from].gap != " " || !ps[from].cap || !n.surnamed(ps, to) {
		return false
	}
	before := ps[from-1]
	joined := from > 1 && before.folded == "and" && isPersonPiece(ps[from-2]) && strings.Contains(ps[from-2].entity.Name, " ")
	return joined || before.entity == nil && !before.cap && n.gazetteer.forms.is("Acts", before.folded)
}

// surnameOfEnglish says that a word of English may be a surname behind a rank and a given name: "Admiral Leighton Smith".
func (n *Names) surnameOfEnglish(p piece) bool {
	f := n.gazetteer.forms
	return p.entity == nil && f.places[p.folded] == "" && !f.is("Nameless", p.folded) && !f.is("Peoples", p.folded)
}

func (n *Names) surnamedOrForeign(ps []piece, to int) bool {
	return ps[to].entity != nil || n.foreign(ps[to].folded)
}

// surnamed says whether a run's last word is a surname that the document knows, or ends as surnames do.
func (n *Names) surnamed(ps []piece, to int) bool {
	return ps[to].entity != nil || n.foreign(ps[to].folded) && n.gazetteer.forms.surnameLike(ps[to].folded)
}

// oneOfTitle says whether the piece at i stands in a list after a title in the plural: "Presidents Vučić and Thaçi".
func (n *Names) oneOfTitle(ps []piece, i int) bool {
	k := i
	for k > 1 && ps[k-1].folded == "and" && ps[k].gap == " " && isPersonPiece(ps[k-2]) || k > 0 && ps[k].gap == ", " && isPersonPiece(ps[k-1]) {
		if k--; ps[k].folded == "and" {
			k--
		}
	}
	return k < i && n.foreign(ps[i].folded) && k > 0 && n.titled(ps, k, "Honorifics") && strings.HasSuffix(ps[k-1].folded, "s")
}

func isPersonPiece(p piece) bool { return p.entity != nil && p.entity.Label == "Person" }

// beforeKind says whether a word comes after the run that tells what else it is the name of: "Fanmi Lavalas party".
func (n *Names) beforeKind(ps []piece, to int) bool {
	if to+1 == len(ps) || ps[to+1].gap != " " || ps[to+1].entity != nil {
		return false
	}
	next := ps[to+1].folded
	f := n.gazetteer.forms
	return f.heads[next] != "" && !f.is("Titles", next) || f.places[next] != "" && ps[to+1].cap || f.is("Nameless", next) || next == "village" || next == "municipality" || next == "district"
}

// apposed says whether a title stands before the run and a comma, or behind it: "the Head of Mission, Frank Baker", "Frank Baker, a journalist".
func (n *Names) apposed(ps []piece, from, to int) bool {
	f := n.gazetteer.forms
	if ps[from].gap == ", " {
		for k := from - 1; k >= max(0, from-12); k-- {
			if ps[k].entity == nil && f.is("Titles", ps[k].folded) {
				return true
			}
			if strings.ContainsAny(ps[k].gap, ",.;:") {
				break
			}
		}
	}
	if to+1 < len(ps) && (ps[to+1].gap == ", " || ps[to+1].gap == " (") {
		for k := to + 1; k < min(len(ps), to+9); k++ {
			if k > to+1 && strings.ContainsAny(ps[k].gap, ",.;:") {
				break
			}
			if ps[k].entity == nil && f.is("Titles", ps[k].folded) {
				return true
			}
		}
	}
	return false
}

// acts says whether something is said of the run that is said of persons alone.
func (n *Names) acts(ps []piece, from, to int) bool {
	f := n.gazetteer.forms
	if from > 0 && ps[from].gap == " " {
		before := ps[from-1].folded
		if before == "of" && from > 1 {
			before = ps[n.deed(ps, from-1)].folded
		}
		if f.is("Acts", before) {
			return true
		}
	}
	for k := to + 1; k < min(len(ps), to+4); k++ {
		if ps[k].gap != " " && (k > to+1 || ps[k].gap != ", ") {
			return false
		}
		if ps[k].entity == nil && f.is("Acts", ps[k].folded) {
			return true
		}
	}
	return false
}

// deed is the piece whose "of" stands at i: the one before it, or the one before by whom and when it was done ("the arrest on 4 May, by the police, of X").
func (n *Names) deed(ps []piece, i int) int {
	if before := ps[i-1]; ps[i].gap != ", " && before.entity == nil && !before.cap {
		return i - 1
	}
	for k := i - 2; k >= max(0, i-12) && !strings.ContainsAny(ps[k+1].gap, ".;:"); k-- {
		if next := ps[k+1].folded; n.gazetteer.forms.is("Acts", ps[k].folded) && (next == "by" || next == "on" || next == "in") {
			return k
		}
	}
	return i - 1
}

// quoted says whether quotation marks stand right around the run.
func quoted(text string, ps []piece, from, to int) bool {
	return strings.HasSuffix(ps[from].gap, "“") && strings.HasPrefix(text[ps[to].to:], "”") || strings.HasSuffix(ps[from].gap, `"`) && strings.HasPrefix(text[ps[to].to:], `"`)
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

// unify makes one of the persons whom the document names more fully and less so: of two whose surname is the same, where each word of the one is a word of the other.
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

// within says whether a name is another one with words left out that are not its last.
func within(short, long string) bool {
	a, b := strings.Fields(phrase(short)), strings.Fields(phrase(long))
	if len(a) < 2 || len(a) >= len(b) || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}
