package lexicon

import (
	"slices"
	"strings"
	"unicode"
)

// signs are what a run of parts, and what stands around it, tell of its being a person's name.
type signs struct {
	words   int // without particles and initials; those that hyphens join are one
	names   int // parts that are more likely of a name than of English
	foreign int // of those, words that are none of English

	surname    int  // the first part that is no initial
	initialled bool // begins as in "P. J. Marsh", not as in "U. S. Marines"
	given      bool // has a given name, or initials before a surname
	honoured   bool // an honorific stands before it
	told       bool // a title stands before or beside it
	acts       bool // something is said of it that is said of persons alone
}

// isPerson weighs what a run of parts is and what stands around it.
func (n *Names) isPerson(text string, ps []piece, from, to int) bool {
	f, run := n.gazetteer.forms, ps[from:to+1]
	if slices.ContainsFunc(run, func(p piece) bool { return p.entity == nil && strings.ContainsFunc(p.folded, unicode.IsDigit) }) {
		return false
	}
	if from < to && (f.is("Bearers", ps[from].folded) || to > from+1 && slices.ContainsFunc(ps[from+1:to], func(p piece) bool { return p.entity == nil && f.is("Nameless", p.folded) })) {
		return false // "Hurricanes Dennis and Emily", "Bill Clinton Boulevard Bombing"
	}
	s := n.signs(text, ps, from, to)
	if f.is("Saints", ps[from].folded) && !s.honoured && !s.told && !s.acts { // "the feast of Sveti Pantelija"
		return false
	}
	if from == to || s.words < 2 && ps[to].gap == "-" { // one word, of several parts perhaps: "Jessen-Petersen"
		sure := s.honoured && (s.names == 1 || slices.Contains([]string{"mr", "mrs", "ms", "judge", "dr", "colonel"}, ps[from-1].folded))
		return (sure || n.oneOfTitle(ps, from) || n.calledAlone(text, ps, from)) && !n.beforeKind(ps, to)
	}
	long := s.words > 4 && !s.told || s.words > 3 && !s.told && !s.acts && !s.given
	capitals := !slices.ContainsFunc(run, func(p piece) bool { return !p.allCaps })
	toponym := f.is("Toponyms", ps[from].folded) && !s.told && (!s.acts || from > 0 && f.is("Motion", ps[from-1].folded)) // "visited San Miguel"
	abbreviates := s.surname > from && s.surname == to && !n.nameWord(ps, to) && !s.initialled
	if long || toponym || abbreviates || capitals && !s.honoured || n.beforeKind(ps, to) || quoted(text, ps, from, to) {
		return false
	}
	if n.namesThing(ps, from, to, s) {
		return false
	}
	someCapitals := slices.ContainsFunc(run, func(p piece) bool { return p.allCaps })
	if someCapitals && !s.honoured && !s.given && s.foreign < len(run) {
		return false
	}
	if s.surname > from { // of initials and a surname, the surname decides
		return n.nameWord(ps, to) && s.surname < to || s.honoured || s.initialled || n.surnamedOrForeign(ps, to)
	}
	if s.given || s.names == len(run) || n.givenInPlace(ps, from, to) {
		return true
	}
	behindOffice := n.behindOffice(text, ps, from, to)
	return (s.honoured || s.acts && s.told || behindOffice) && n.nameWord(ps, to) ||
		(s.honoured || s.acts || behindOffice) && s.words == 2 && n.nameWord(ps, from) && n.surnameOfEnglish(ps[to])
}

// signs tells what speaks for a person of a run of parts.
func (n *Names) signs(text string, ps []piece, from, to int) (s signs) {
	f := n.gazetteer.forms
	for i := from; i <= to; i++ {
		partOfWord := ps[i].gap == "-" && !(i > from && f.is("Particles", ps[i-1].folded)) // "Jean-Robert", not "el-Fadli"
		if !partOfWord && (ps[i].entity != nil || !f.is("Particles", ps[i].folded)) && !n.initial(ps, i) {
			s.words++
		}
		if n.nameWord(ps, i) {
			s.names++
			if ps[i].entity == nil && n.foreign(ps[i].folded) {
				s.foreign++
			}
		}
	}
	for s.surname = from; s.surname < to && n.initial(ps, s.surname); s.surname++ {
	}
	s.initialled = s.surname > from+1 && n.find(strings.ReplaceAll(text[ps[from].from:ps[s.surname].from], " ", "")) == nil
	s.given = f.is("Given", ps[from].folded) || ps[to].entity == nil && f.is("Given", ps[to].folded) && s.foreign > 0 ||
		s.initialled || s.surname > from && n.surnamedOrForeign(ps, to)
	s.honoured = n.titled(ps, from, "Honorifics")
	s.told = n.titled(ps, from, "Titles") || n.apposed(ps, from, to)
	s.acts = n.acts(ps, from, to)
	return s
}

// namesThing says whether the word before a run tells that it names a place or a thing, where its signs do not tell a person.
func (n *Names) namesThing(ps []piece, from, to int, s signs) bool {
	if from == 0 {
		return false
	}
	f, before := n.gazetteer.forms, ps[from-1]
	if n.amongTowns(ps, from, to) && !s.given && !s.told && !s.acts {
		return true
	}
	if ps[from].gap == ", " && !before.cap && f.is("Bearers", before.folded) && !s.given { // "the company, Otpor Linija,"
		return true
	}
	if ps[from].gap != " " {
		return false
	}
	if !s.given && f.is("Inside", before.folded) && n.whereabouts(ps, from) { // "in Blinjska Greda by four men"
		return true
	}
	switch {
	case !before.cap && f.is("Bearers", before.folded):
		return true
	case s.told, to+2 < len(ps) && ps[to+1].folded == "et" && ps[to+2].folded == "al": // "the Visar Gjoka et al. case"
		return false
	case before.cap && f.is("Toponyms", before.folded) && !f.is("Particles", before.folded): // "Petite Rivière"
		return true
	case before.folded == "the", before.folded == "a", before.folded == "an":
		return true
	case s.given, s.acts:
		return false
	}
	return n.whereabouts(ps, from) || before.folded == "of" && !n.surnamed(ps, to)
}

// amongTowns says whether a run stands in a list of towns, between two of them: "in Klina, Velika Brezna, Istok and Peja"; or behind one
// and "and", with none of a surname's endings: "at Klina and Gornji Brod".
func (n *Names) amongTowns(ps []piece, from, to int) bool {
	if from > 1 && ps[from].gap == " " && ps[from-1].folded == "and" && ps[from-1].gap == " " && n.townBefore(ps, from-2) {
		return ps[to].entity == nil && !n.gazetteer.forms.surnameLike(ps[to].folded)
	}
	return ps[from].gap == ", " && ps[from-1].isTown() && to+1 < len(ps) && ps[to+1].gap == ", " && ps[to+1].isTown()
}

// givenInPlace says that what may be a given name, though it is a word of English, stands before a surname where only a person's name can:
// behind "and" and somebody with both names, behind what is done to people alone, or behind a title and a comma: "Ekrem Dobrolari and Lush
// Pepolari", "arrested Pal Mirditaj", "his accomplice, Pal Mirditaj"; or where somebody else has the surname: "Rich Gjoka, whose brother,
// Visar Gjoka, is at large".
func (n *Names) givenInPlace(ps []piece, from, to int) bool {
	if to != from+1 || from < 1 || !ps[from].cap || !n.surnamedOrForeign(ps, to) {
		return false
	}
	if n.namesake(ps, from, to) || n.toldBehind(ps, from, to) || n.behindTitle(ps, from) && n.surnamed(ps, to) {
		return true
	}
	if ps[from].gap != " " {
		return false
	}
	before := ps[from-1]
	joined := n.surnamed(ps, to) && from > 1 && before.folded == "and" && isPersonPiece(ps[from-2]) && strings.Contains(ps[from-2].entity.Name, " ")
	return joined || before.entity == nil && !before.cap && n.gazetteer.forms.is("Acts", before.folded)
}

// namesake says that a word with a capital, within a sentence, stands right before a surname that the document has given in full to
// somebody else, so that it is not he or she who is named.
func (n *Names) namesake(ps []piece, from, to int) bool {
	if !ps[to].surname || ps[to].gap != " " || !n.full[ps[to].entity.ID()] || !n.personPart(ps[from]) {
		return false
	}
	before := ps[from-1]
	aside := ps[from].gap == ", " && to+1 < len(ps) && strings.HasPrefix(ps[to+1].gap, ",")
	return aside || ps[from].gap == " " && before.entity == nil && !before.cap
}

// surnameOfEnglish says that a word of English may be a surname behind a given name, where a rank or what is done tells that it is a
// person: "Admiral Leighton Smith", "arrested Nyema Toe".
func (n *Names) surnameOfEnglish(p piece) bool {
	f := n.gazetteer.forms
	one, plural := strings.CutSuffix(p.folded, "s")
	return p.entity == nil && f.places[p.folded] == "" && !f.is("Nameless", p.folded) && !f.is("Peoples", p.folded) && (!plural || n.foreign(one))
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

// calledAlone says that the one word at i stands between two commas behind a word for somebody of an age: "a woman, Fatima, was hurt".
func (n *Names) calledAlone(text string, ps []piece, i int) bool {
	return i > 0 && ps[i].gap == ", " && strings.HasPrefix(text[ps[i].to:], ",") && n.foreign(ps[i].folded) && ps[i-1].entity == nil && n.gazetteer.forms.is("Aged", ps[i-1].folded)
}

func isPersonPiece(p piece) bool { return p.entity != nil && p.entity.Label == "Person" }

// beforeKind says whether a word comes after the run that tells what else it is the name of: "Fanmi Lavalas party".
func (n *Names) beforeKind(ps []piece, to int) bool {
	if to+1 == len(ps) || ps[to+1].gap != " " || ps[to+1].entity != nil {
		return false
	}
	next, f := ps[to+1].folded, n.gazetteer.forms
	body := f.heads[next] != "" && !f.is("Titles", next)
	place := f.places[next] != "" && ps[to+1].cap || next == "village" || next == "municipality" || next == "district"
	return body || place || f.is("Nameless", next)
}

// apposed says whether a title stands before the run and a comma, or behind it: "the Head of Mission, Frank Baker", "Frank Baker, a
// journalist".
func (n *Names) apposed(ps []piece, from, to int) bool {
	f := n.gazetteer.forms
	if n.behindTitle(ps, from) {
		return true
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

// behindTitle says whether a title stands before the run and a comma: "the Head of Mission, Frank Baker".
func (n *Names) behindTitle(ps []piece, from int) bool {
	if ps[from].gap != ", " {
		return false
	}
	for k := from - 1; k >= max(0, from-12); k-- {
		if ps[k].entity == nil && n.gazetteer.forms.is("Titles", ps[k].folded) {
			return true
		}
		if strings.ContainsAny(ps[k].gap, ",.;:") {
			break
		}
	}
	return false
}

// toldBehind says that a title with "the" and what its office is of stands right behind the run and a comma, and no place is told: "the
// conduct of Rich Gjoka, the Secretary of the Assembly, was praised".
func (n *Names) toldBehind(ps []piece, from, to int) bool {
	f := n.gazetteer.forms
	if from == 0 || to != from+1 || to+3 >= len(ps) || ps[from].gap != " " || n.whereabouts(ps, from) || !n.surnamedOrForeign(ps, to) {
		return false
	}
	if ps[to+1].gap != ", " || ps[to+1].folded != "the" {
		return false
	}
	k, titled := to+2, false
	for ; k < min(len(ps), to+6) && ps[k].entity == nil && ps[k].cap; k++ { // "Secretary-General", "Deputy Prime Minister"
		titled = titled || f.is("Titles", ps[k].folded)
	}
	return titled && k < len(ps) && ps[k].folded == "of"
}

// behindOffice says that a run stands between two commas behind a title with an article and what its office is of: "the Governor of Klina,
// Dorela Rice, spoke".
func (n *Names) behindOffice(text string, ps []piece, from, to int) bool {
	if ps[from].gap != ", " || !strings.HasPrefix(text[ps[to].to:], ",") {
		return false
	}
	for k := from - 1; k > 0 && from-k < 10 && !strings.ContainsAny(ps[k+1].gap, ".;:"); k-- {
		if ps[k].entity == nil && n.gazetteer.forms.is("Titles", ps[k].folded) && !strings.HasSuffix(ps[k].folded, "s") && k+1 < from && ps[k+1].folded == "of" {
			for k > 0 && ps[k].gap == " " && ps[k-1].cap && ps[k-1].entity == nil { // "the Deputy Defence Minister of"
				k--
			}
			return k > 0 && ps[k].gap == " " && ps[k-1].folded == "the" || ps[k].folded == "the"
		}
		if ps[k].gap == ", " {
			break
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
			k := n.deed(ps, from-1)
			if before = ps[k].folded; k < from-2 && f.is("Moves", before) {
				return true
			}
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

// deed is the piece whose "of" stands at i: the one before it, or the one before by whom, when and where to it was done ("the arrest on 4
// May, by the police, of X", "the transfer from A to B of X").
func (n *Names) deed(ps []piece, i int) int {
	if before := ps[i-1]; ps[i].gap != ", " && before.entity == nil && !before.cap {
		return i - 1
	}
	for k := i - 2; k >= max(0, i-12) && !strings.ContainsAny(ps[k+1].gap, ".;:"); k-- {
		next, f := ps[k+1].folded, n.gazetteer.forms
		if f.is("Acts", ps[k].folded) && (next == "by" || next == "on" || next == "in") || f.is("Moves", ps[k].folded) && (next == "from" || next == "to") {
			return k
		}
	}
	return i - 1
}

// quoted says whether quotation marks stand right around the run.
func quoted(text string, ps []piece, from, to int) bool {
	before, behind := ps[from].gap, text[ps[to].to:]
	return strings.HasSuffix(before, "“") && strings.HasPrefix(behind, "”") || strings.HasSuffix(before, `"`) && strings.HasPrefix(behind, `"`)
}
