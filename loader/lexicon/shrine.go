package lexicon

import "strings"

// shrines finds the churches and the like that are called after a saint or a feast, or in another language, and so are places and no bodies:
// "St. Nicholas Church", "the Church of the Holy Virgin Ljeviška", "the Church of the Dormition", "the Bogorodica Ljeviška Church".
func (n *Names) shrines(text string, ps []piece) []piece {
	f := n.gazetteer.forms
	for i := 0; i < len(ps); i++ {
		if ps[i].entity != nil || !f.is("Shrines", ps[i].folded) {
			continue
		}
		if from := n.saintBefore(ps, i); from < i && ps[i].cap {
			ps = join(ps, from, i, n.place("SITE", text[ps[from].from:ps[i].to]))
			i = from
			continue
		}
		if end := n.saintOf(ps, i+1); end > i {
			ps = join(ps, i, end, n.place("SITE", text[ps[i].from:ps[end].to]))
		}
	}
	return ps
}

// saintBefore is where the name of a saint, or one of several words that are none of English, begins that ends before i; i where none does.
func (n *Names) saintBefore(ps []piece, i int) int {
	for k := i - 1; k >= 0 && i-k < 6 && ps[k].entity == nil && ps[k].cap && !n.gazetteer.forms.is("Stops", ps[k].folded); k-- {
		if n.gazetteer.forms.is("Saints", ps[k].folded) {
			return k
		}
		if ps[k+1].gap != " " || ps[k].gap != " " && ps[k].gap != ". " {
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

// calledFurther is the last piece of what tells further which saint is meant whose name ends at end: "Saint John the Baptist", "the Holy Virgin
// of Ljeviša"; end where nothing does.
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
