package lexicon

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
)

// piece is a word of a text, or a name found in it.
type piece struct {
	from, to int
	entity   *Entity // nil: a word
	gap      string  // what stands before it, from the piece before
	folded   string  // of a word, without apostrophes
	cap      bool    // of a word: it begins with a capital
	allCaps  bool    // of a word: it has no small letter
	capitals bool    // of a word: it begins with two
	marked   bool    // of a word: it has letters that English has not
	garbled  bool    // of a word with a capital: it was misread where a page was made text
	ending   int     // of a word: the bytes of its possessive ending
	surname  bool    // of a person's name: it is a surname alone
	singular string  // of a name that a plural names with others: as it is in the singular
}

// nothing is what words are of that look like names and are none.
var nothing = &Entity{Label: LabelNothing}

// pieces divides a text into the names that the gazetteer and the document list, the longest first, and words.
func (n *Names) pieces(text string) []piece {
	var ps []piece
	words := Words(text)
	last := 0
	add := func(p piece) {
		p.gap, last = text[last:p.from], p.to
		ps = append(ps, p)
	}
	for i := 0; i < len(words); i++ {
		words = n.unrun(text, ps, words, i)
		w := words[i]
		best, ok := n.uncut(text, words, i)
		ok = ok && n.counts(best.Entity, text[best.From:best.To])
		if own, has := n.own.Longest(text, words, i); has && (!ok || own.To >= best.To) && n.standsAlone(text, words[i:], own) {
			best, ok = own, true
		}
		if e := n.unfused(w.written(text)); !ok && e != nil {
			best, ok = Found{From: w.From, To: w.To, Entity: e}, true
		}
		ok = ok && !n.isGivenName(text, words, i, best) && !n.isHead(text, ps, words, i, best) && !n.isOther(text, ps, best) && !n.cutsPlace(text, words[i:], best)
		if ok && !isSelf(ps, text[last:best.From]) {
			for i+1 < len(words) && words[i+1].From < best.To {
				i++
			}
			surname := best.Entity.Label == "Person" && IsShort(best.Entity, text[best.From:best.To])
			add(piece{from: best.From, to: best.To, entity: best.Entity, surname: surname})
			continue
		}
		first, _ := utf8.DecodeRuneInString(text[w.From:])
		p := piece{from: w.From, to: w.To, cap: unicode.IsUpper(first)}
		stem := w.written(text)
		if w.stem != "" {
			p.ending = w.To - w.stemTo
			stem = text[w.From:w.stemTo]
		}
		if p.cap && n.garbled(text, w) {
			p.cap, p.garbled = false, true
		}
		p.allCaps = p.cap && !strings.ContainsFunc(stem, unicode.IsLower)
		if letters := []rune(w.written(text)); len(letters) > 1 {
			p.capitals = p.cap && unicode.IsUpper(letters[1])
		}
		p.marked = strings.ContainsFunc(stem, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
		p.folded = phrase(text[w.From : w.To-p.ending])
		add(p)
		n.mendGap(text, ps)
	}
	return ps
}

// mendGap takes what stands before the last piece for a blank behind a possessive of several ("Victims’ Office"), and for a hyphen behind
// one at which a line was broken ("Self- Determination").
func (n *Names) mendGap(text string, ps []piece) {
	last := len(ps) - 1
	if last < 1 {
		return
	}
	p, before, front := &ps[last], ps[last-1], text[:ps[last-1].from]
	switch {
	case (p.gap == "’ " || p.gap == "' ") && p.cap && n.plain(before) && strings.HasSuffix(before.folded, "s") && !strings.Contains(front, "‘") && !strings.Contains(front, " '") && strings.Count(front, "“") == strings.Count(front, "”"):
		p.gap = " "
	case p.gap == "- " && !linked[p.folded] && p.folded != "and" && p.folded != "or" && !n.foreign(p.folded) && n.placeOf(*p) == nil:
		p.gap = "-"
	}
}

// standsAlone says of a name of the document that it is no part of another one here: a people in brackets does not go on behind them ("the
// Yugoslav (Montenegrin) Border Police"), and the name of a body by its form ends where its words do ("Superior Council", but not of
// "Superior Council of the Judiciary").
func (n *Names) standsAlone(text string, words []Word, at Found) bool {
	e, written := at.Entity, text[at.From:at.To]
	if people := n.gazetteer.nations[words[0].Folded] != ""; people && strings.Count(written, ")") > strings.Count(written, "(") {
		return false
	}
	next := slices.IndexFunc(words, func(w Word) bool { return w.From >= at.To })
	if e.Listed || e.Label != "Organization" && e.Label != "Court" || IsShort(e, written) || next < 1 || text[at.To:words[next].From] != " " {
		return true
	}
	if last := words[next-1].written(text); e.Kind == "POLICE" && n.gazetteer.forms.is("Posts", words[next].Folded) && last == strings.ToLower(last) && n.gazetteer.nations[words[0].Folded] == "" {
		return false // "the Peja police station"
	}
	if n.gazetteer.forms.heads[phrase(words[next-1].written(text))] == "" || !linked[words[next].Folded] {
		return true
	}
	behind := next + 1
	if behind < len(words) && words[behind].Folded == "the" {
		behind++
	}
	if behind == len(words) {
		return true
	}
	place, ok := n.gazetteer.Names.Longest(text, words, behind)
	first, _ := utf8.DecodeRuneInString(words[behind].written(text))
	return !unicode.IsUpper(first) || ok && place.Entity.Label == "Place"
}

// uncut is the longest name of the lists that begins with the word at i. A body's ends sooner where a longer name begins within it behind a
// stroke, or where it is the same body's without that: "EULEX" of "EULEX/Kosovo Force" and "EULEX Kosovo Police", though "EULEX Kosovo" is
// a name too.
func (n *Names) uncut(text string, words []Word, i int) (Found, bool) {
	best, ok := n.gazetteer.Names.Longest(text, words, i)
	body := ok && best.Entity.Label != "Place"
	for k := i + 1; body && k < len(words) && words[k].From < best.To; k++ {
		behind, has := n.gazetteer.Names.Longest(text, words, k)
		if !has || behind.To <= best.To {
			continue
		}
		sooner, less := n.gazetteer.Names.Longest(text, words[:k], i)
		same := less && sooner.Entity == best.Entity && text[sooner.To:behind.From] == " " && behind.Entity.Label != LabelNothing && behind.Entity.Label != "Place"
		if text[words[k].From-1] == '/' || same {
			return sooner, less
		}
	}
	return best, ok
}

// cutsPlace says of a body's name whether it ends within that of a place, so that it is another one: "Parliament of Serbia" in "Parliament
// of Serbia and Montenegro".
func (n *Names) cutsPlace(text string, words []Word, at Found) bool {
	if at.Entity.Label != "Organization" && at.Entity.Label != "Court" {
		return false
	}
	for k := 1; k < len(words) && words[k].From < at.To; k++ {
		place, ok := n.gazetteer.Names.Longest(text, words, k)
		if ok && place.Entity.Label == "Place" && place.To > at.To && words[k].stem == "" {
			return true
		}
	}
	return false
}

// isSelf says that what comes behind these pieces and a gap is no more than the end of a word that begins with "self-": "Local
// Self-Government".
func isSelf(ps []piece, gap string) bool {
	return gap == "-" && len(ps) > 0 && ps[len(ps)-1].folded == "self"
}

// isGivenName says of a place that is a given name too ("Jordan", "Kastriot") whether a surname comes after it.
func (n *Names) isGivenName(text string, words []Word, i int, at Found) bool {
	if at.Entity.Label != "Place" || at.To != words[i].To || i+1 == len(words) {
		return false
	}
	written := words[i+1].written(text)
	first, _ := utf8.DecodeRuneInString(written)
	if text[at.To:words[i+1].From] != " " || !unicode.IsUpper(first) || !n.foreign(phrase(written)) || n.find(written) != nil {
		return false
	}
	f := n.gazetteer.forms
	return f.is("Given", phrase(words[i].written(text))) || f.surnameLike(phrase(written))
}

// isHead says of a place that is called by a word for bodies, "the Federation", whether it is a body's here: "Chess Federation",
// "Federation of Miners".
func (n *Names) isHead(text string, ps []piece, words []Word, i int, at Found) bool {
	if at.Entity.Label != "Place" || at.To != words[i].To || n.gazetteer.forms.heads[phrase(words[i].written(text))] == "" {
		return false
	}
	before := len(ps) > 0 && text[ps[len(ps)-1].to:at.From] == " " && n.plain(ps[len(ps)-1])
	return before || i+1 < len(words) && words[i+1].Folded == "of"
}

// isOther says of a party, of an organ of the United Nations, of what is called by no more than a kind of bodies, or of a body of a
// country, whether the word before it makes it another one: "Independent Democratic Party", "National Security Council", "Human Rights
// International Contact Group", "Slovenian State Prosecutor’s Office".
func (n *Names) isOther(text string, ps []piece, at Found) bool {
	if at.Entity.Kind == "UN_ORGAN" || n.gazetteer.forms.pairs[phrase(text[at.From:at.To])] != "" {
		return n.isOtherOrgan(text, ps, at)
	}
	if n.isOtherLands(text, ps, at) || n.isOwnOfLand(text, ps, at) {
		return true
	}
	if at.Entity.Kind != "POLITICAL_PARTY" || IsShort(at.Entity, text[at.From:at.To]) {
		return false
	}
	for k, next := len(ps)-1, at.From; k >= 0 && n.plain(ps[k]) && text[ps[k].to:next] == " "; k-- {
		if n.gazetteer.forms.is("Others", ps[k].folded) {
			return true
		}
		next = ps[k].from
	}
	return false
}

// isOtherLands says of a body that is listed for some countries whether the people of another one stands before its name.
func (n *Names) isOtherLands(text string, ps []piece, at Found) bool {
	last := len(ps) - 1
	if len(at.Entity.homes) == 0 || last < 0 || IsShort(at.Entity, text[at.From:at.To]) || text[ps[last].to:at.From] != " " || ps[last].entity != nil {
		return false
	}
	for word := range strings.FieldsSeq(phrase(text[at.From:at.To])) {
		if !english()[word] { // a Ghanaian in the UNMIK police
			return false
		}
	}
	land := n.placeOf(ps[last])
	return land != nil && !slices.Contains(at.Entity.homes, land.Name)
}

// isOwnOfLand says of a body that no list holds whether the place or the people right before its name tell that this one is theirs: "the
// Serbian Lake Agency", behind "the Lake Agency".
func (n *Names) isOwnOfLand(text string, ps []piece, at Found) bool {
	last, e := len(ps)-1, at.Entity
	if e.Listed || e.Label != "Organization" || last < 0 || IsShort(e, text[at.From:at.To]) || text[ps[last].to:at.From] != " " {
		return false
	}
	land := n.placeOf(ps[last])
	return land != nil && isLand(land) && !strings.Contains(" "+phrase(e.Name)+" ", " "+phrase(land.Name)+" ")
}

// isOtherOrgan says of what is called like an organ of the United Nations, or by no more than what kind of body it is, whether a place or a
// word with a capital before it, behind the first word of the text, makes it another one.
func (n *Names) isOtherOrgan(text string, ps []piece, at Found) bool {
	last := len(ps) - 1
	if last < 1 || text[ps[last].to:at.From] != " " || n.gazetteer.forms.heads[fold.LastWord(phrase(text[at.From:at.To]))] == "" {
		return false
	}
	before := ps[last]
	return before.ending == 0 && (n.placeOf(before) != nil || n.plain(before) && n.joined(before))
}

// join makes one piece of those from i to j, which name an entity. A possessive ending is none of the name.
func join(ps []piece, i, j int, e *Entity) []piece {
	whole := piece{from: ps[i].from, to: ps[j].to - ps[j].ending, entity: e, gap: ps[i].gap}
	if j+1 < len(ps) && ps[j].ending > 0 {
		ps[j+1].gap = "’s" + ps[j+1].gap
	}
	return slices.Replace(ps, i, j+1, whole)
}

// beside says whether a piece stands beside the one before it with nothing but a blank or a hyphen between.
func (p piece) beside() bool {
	return p.gap == " " || p.gap == "-" || p.gap == "‑" || p.gap == "–" || p.gap == "\n"
}

// plain says whether a piece is a word with a capital that may be part of a body's name.
func (n *Names) plain(p piece) bool {
	return p.entity == nil && p.cap && !n.gazetteer.forms.is("Stops", p.folded)
}

// foreign says whether a word is none of English, as far as the word list and the document show.
func (n *Names) foreign(word string) bool {
	f := n.gazetteer.forms
	return !english()[word] && !f.is("English", word) && !n.lower[word] && !f.is("Peoples", word) && !f.is("Stops", word) && n.gazetteer.nations[word] == "" &&
		f.heads[word] == "" && f.places[word] == "" && !f.is("Titles", word)
}

func (p piece) isPlace() bool { return p.entity != nil && p.entity.Label == "Place" }

// isTown says whether a piece is a place that is no country and no territory.
func (p piece) isTown() bool { return p.isPlace() && !isLand(p.entity) }

func (p piece) isBody() bool {
	return p.entity != nil && (p.entity.Label == "Organization" || p.entity.Label == "Court")
}

// resolutions finds the resolutions of the Security Council: "resolution 1244 (1999)", "1244 (1999)" and, after the word, a number alone.
func (n *Names) resolutions(text string, ps []piece) []piece {
	listed := false // a number after "resolutions 1 and" is one as well
	for i := 0; i < len(ps); i++ {
		isWord := ps[i].entity == nil && (ps[i].folded == "resolution" || ps[i].folded == "resolutions")
		if isWord {
			listed = true
			continue
		}
		number, ok := ps[i].number()
		if !ok || len(ps[i].folded) < 3 || strings.HasPrefix(text[ps[i].to:], "/") || strings.HasSuffix(ps[i].gap, "/") {
			listed = listed && (ps[i].folded == "and" || ps[i].folded == "of")
			continue
		}
		j, year := i, 0
		if i+1 < len(ps) && ps[i+1].gap == " (" && strings.HasPrefix(text[ps[i+1].to:], ")") {
			if y, isYear := ps[i+1].number(); isYear && y >= 1946 && y < 2100 {
				j, year = i+1, y
			}
		}
		if year == 0 && (!listed || ps[i].gap != " ") || !listed && i > 0 && (ps[i-1].folded == "from" || ps[i-1].folded == "to") { // "fell from 406 (2011) to 361 (2012)"
			continue
		}
		from := i
		if i > 0 && ps[i-1].folded == "resolution" && ps[i].gap == " " { // the plural is the word of several
			from--
			if from > 0 && ps[from].gap == " " && ps[from-1].entity != nil && ps[from-1].entity.Name == "Security Council" {
				from--
			}
		}
		ps = join(ps, from, j, n.resolution(number, year))
		if i = from; year != 0 {
			end := text[ps[i].to:]
			ps[i].to += strings.IndexByte(end, ')') + 1
			if i+1 < len(ps) {
				ps[i+1].gap = text[ps[i].to:ps[i+1].from]
			}
		}
		listed = true
	}
	return ps
}

func (p piece) number() (int, bool) {
	if p.entity != nil || len(p.folded) > 4 {
		return 0, false
	}
	number, err := strconv.Atoi(p.folded)
	return number, err == nil && number > 0
}

func (n *Names) resolution(number, year int) *Entity {
	e := &Entity{Label: "Resolution", Name: "Security Council resolution " + strconv.Itoa(number), Number: number, Year: year}
	if held := n.entities[e.ID()]; held != nil && (held.Year != 0 || year == 0) {
		return held
	}
	if year != 0 {
		e.Name += " (" + strconv.Itoa(year) + ")"
	}
	n.entities[e.ID()] = e
	return e
}
