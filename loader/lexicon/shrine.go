package lexicon

import "strings"

// shrines finds the churches and the like that are called after a saint or a feast, or in another language, and so are places and no
// bodies: "St. Nicholas Church", "the Church of the Holy Virgin Ljeviška", "the Church of the Dormition", "the Bogorodica Ljeviška Church".
// What faith it is of may be told by the body's name: "the Serbian Orthodox Church of St. Nicholas", which is the same as "the Church of
// St. Nicholas". Of a building that has no name of its own, "an Orthodox Church", "the Serbian Orthodox Church in Klina", the body's name
// is none.
func (n *Names) shrines(text string, ps []piece) []piece {
	for i := 0; i < len(ps); i++ {
		called := n.shrineIn(text, ps[i])
		if called == "" {
			continue
		}
		if from := n.saintBefore(ps, i); from < i && (ps[i].cap || ps[i].entity != nil) {
			ps = join(ps, from, i, n.place("SITE", text[ps[from].from:ps[i].to]))
			i = from
			continue
		}
		if end := n.saintOf(ps, i+1); end > i {
			ps = join(ps, i, end, n.place("SITE", called+text[ps[i].to:ps[end].to]))
			continue
		}
		if from := n.faithOf(ps, i); n.isBuilding(ps, from, i) {
			ps = join(ps, from, i, nothing)
			i = from
		}
	}
	return ps
}

// shrineIn is the word for a house of worship that a piece is, or that the name of a body ends in; "" where there is none.
func (n *Names) shrineIn(text string, p piece) string {
	written := text[p.from:p.to]
	if p.entity != nil {
		if !p.isBody() {
			return ""
		}
		written = written[strings.LastIndexByte(written, ' ')+1:]
	}
	if !n.gazetteer.forms.is("Shrines", phrase(written)) {
		return ""
	}
	return written
}

// faithOf is the first of the pieces that tell of what faith the house of worship is whose word, or whose faith's body, stands at i:
// "Orthodox Church", "Serbian Orthodox Church".
func (n *Names) faithOf(ps []piece, i int) int {
	for i > 0 && ps[i].gap == " " && n.plain(ps[i-1]) && !n.foreign(ps[i-1].folded) {
		i--
	}
	return i
}

// isBuilding says of the pieces from one to another, a faith and its house, whether what stands around them tells of one of its houses; the
// clergy of a faith in a town are those of the body.
func (n *Names) isBuilding(ps []piece, from, to int) bool {
	f := n.gazetteer.forms
	if from == 0 || ps[from].gap != " " || from == to && ps[to].entity == nil || to > from && !ps[to].cap && ps[to].entity == nil {
		return false
	}
	if f.is("New", ps[from-1].folded) {
		return to+1 == len(ps) || ps[to+1].gap != " " || f.is("Stops", ps[to+1].folded)
	}
	in := to + 2
	if in >= len(ps) || !ps[in].isTown() || ps[in].entity.Kind == "REGION" || ps[to+1].gap != " " || ps[in].gap != " " || !f.is("Inside", ps[to+1].folded) {
		return false
	}
	clergy := from > 2 && ps[from-2].folded == "of" && f.is("Titles", singular(ps[from-3].folded))
	return !clergy
}

// saintBefore is where the name of a saint, or one of several words that are none of English, begins that ends before i; i where none does.
func (n *Names) saintBefore(ps []piece, i int) int {
	saint := func(p piece) bool {
		word := p.folded
		if p.entity != nil { // a place may be called after a saint
			word = firstWord(p.entity.Name)
		}
		return n.gazetteer.forms.is("Saints", word) && (p.cap || p.isPlace())
	}
	for k := i - 1; k >= 0 && i-k < 6; k-- {
		if saint(ps[k]) {
			return k
		}
		if !n.plain(ps[k]) || ps[k+1].gap != " " || ps[k].gap != " " && ps[k].gap != ". " {
			break
		}
	}
	from := i
	for from > 0 && ps[from].gap == " " && n.plain(ps[from-1]) && n.foreign(ps[from-1].folded) {
		from--
	}
	if from < i-1 { // one word may be that of a faith
		return from
	}
	return i
}

// saintOf is the last piece of the name of a saint, or of a feast, behind an "of" at j; -1 where none stands there.
func (n *Names) saintOf(ps []piece, j int) int {
	if j >= len(ps) || ps[j].gap != " " || ps[j].folded != "of" {
		return -1
	}
	if j++; j < len(ps) && ps[j].folded == "the" {
		j++
	}
	return n.saintFrom(ps, j)
}

// saintFrom is the last piece of a saint's name, or of a feast's, that begins at j; -1 where none does.
func (n *Names) saintFrom(ps []piece, j int) int {
	if j < len(ps) && n.plain(ps[j]) && n.gazetteer.forms.is("Feasts", ps[j].folded) {
		return n.calledFurther(ps, max(j, n.saintOf(ps, j+1))) // "the Assumption of the Holy Virgin"
	}
	if j+1 >= len(ps) || !ps[j].cap || !n.gazetteer.forms.is("Saints", ps[j].folded) {
		return -1
	}
	end := j
	for k := j + 1; k < len(ps) && (ps[k].gap == " " || k == j+1 && strings.HasPrefix(ps[k].gap, ". ")); k++ {
		if !ps[k].cap || ps[k].entity != nil || n.gazetteer.forms.is("Stops", ps[k].folded) {
			break
		}
		end = k
	}
	if end == j {
		return -1
	}
	return n.calledFurther(ps, end)
}

// calledFurther is the last piece of what tells further which saint is meant whose name ends at end: "Saint John the Baptist", "the Holy
// Virgin of Ljeviša"; end where nothing does.
func (n *Names) calledFurther(ps []piece, end int) int {
	if end+2 >= len(ps) || ps[end+1].gap != " " || ps[end+2].gap != " " || !n.plain(ps[end+2]) {
		return end
	}
	f, word := n.gazetteer.forms, ps[end+2].folded
	switch {
	case ps[end+1].folded == "the" && !ps[end+1].cap && !f.is("Rulers", word) && !f.is("Stops", word),
		ps[end+1].folded == "of" && n.foreign(word):
		return end + 2
	}
	return end
}

// feastDay says whether the piece at i is a saint, after whom a day is called: "Saint Vitus’ Day".
func (n *Names) feastDay(text string, ps []piece, i int) bool {
	first, _, _ := strings.Cut(text[ps[i].from:ps[i].to], " ")
	return i+1 < len(ps) && ps[i+1].folded == "day" && strings.HasSuffix(ps[i+1].gap, " ") && len(ps[i+1].gap) < 6 && n.gazetteer.forms.is("Saints", phrase(first))
}
