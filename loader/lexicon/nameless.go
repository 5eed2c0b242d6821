package lexicon

import "strings"

// nameless takes out the places, and the bodies, after which something else is named that is no body: "Brussels Agreement", "the “Drenica”
// case", "Krajina Serbs", "the United Nations Convention against Torture".
func (n *Names) nameless(text string, ps []piece) []piece {
	for i := 0; i < len(ps); i++ {
		if ps[i].isBody() && n.callsText(ps, i) {
			ps[i].entity = nothing
		}
		if !ps[i].isPlace() {
			continue
		}
		j := i + 1
		for j < len(ps) && ps[j].beside() && (n.plain(ps[j]) || ps[j].isPlace()) && !n.gazetteer.forms.is("Nameless", ps[j].folded) {
			j++
		}
		if i+1 < len(ps) && ps[i+1].gap == " " && n.plain(ps[i+1]) && n.gazetteer.forms.is("Ethnonyms", ps[i+1].folded) {
			ps = join(ps, i, i+1, &Entity{Label: LabelNothing, Name: text[ps[i].from:ps[i+1].to]})
			continue
		}
		if from, to := n.calledPaper(ps, i); to > from {
			ps = join(ps, from, to, nothing)
			i = from
			continue
		}
		quoted := i > 0 && strings.HasSuffix(ps[i].gap, "“") || strings.HasSuffix(ps[i].gap, `"`)
		switch {
		case j < len(ps) && ps[j].beside() && ps[j].cap && n.gazetteer.forms.is("Nameless", ps[j].folded):
			ps = join(ps, i, j, nothing)
		case n.feastDay(text, ps, i),
			quoted && !strings.Contains(text[ps[i].from:ps[i].to], " ") && (strings.HasPrefix(text[ps[i].to:], "”") || strings.HasPrefix(text[ps[i].to:], `"`)),
			i+1 < len(ps) && ps[i+1].gap == " " && (ps[i+1].folded == "group" && !ps[i+1].cap || ps[i+1].folded == "case"),
			i > 0 && ps[i].gap == " " && ps[i-1].folded == "club" && !ps[i-1].cap: // "the football club Ferizaj"
			ps[i].entity = nothing
		}
	}
	return ps
}

// calledPaper is the run of words with capitals, around the place at i, that a newspaper or the like is called by, behind its word: "the
// portal Klina Online", "the newspaper Gazeta Klina"; one piece where none does. A body, or a site, is called by its own word.
func (n *Names) calledPaper(ps []piece, i int) (from, to int) {
	f := n.gazetteer.forms
	own := func(p piece) bool {
		return p.cap && n.plain(p) && f.heads[p.folded] == "" && f.places[p.folded] == "" && !f.is("Titles", p.folded) && !f.is("Stops", p.folded)
	}
	for from = i; from > 0 && ps[from].gap == " " && own(ps[from-1]); from-- {
	}
	if from == 0 || ps[from].gap != " " || ps[from-1].cap || !f.is("Bearers", ps[from-1].folded) {
		return i, i
	}
	for to = i; to+1 < len(ps) && ps[to].ending == 0 && ps[to+1].gap == " " && ps[to+1].cap; to++ {
		if !own(ps[to+1]) {
			return i, i
		}
	}
	return from, to
}

// callsText says whether the words with capitals behind the body at i tell that something written, or agreed on, is called after it:
// "European Union Drugs Strategy". At what is called after a body and is a meeting, it was itself.
func (n *Names) callsText(ps []piece, i int) bool {
	f := n.gazetteer.forms
	for j := i + 1; j < len(ps) && ps[j].gap == " " && n.plain(ps[j]) && f.heads[ps[j].folded] == "" && !f.is("Titles", ps[j].folded); j++ {
		goesOn := j+1 < len(ps) && ps[j+1].beside() && (ps[j+1].cap || ps[j+1].entity != nil)
		if f.is("Nameless", ps[j].folded) && ps[j].ending == 0 && !goesOn {
			return !f.is("Gathered", ps[j].folded)
		}
	}
	return false
}

// taken says that a piece at i is no name of its own here, since it tells for or against whom others are, or is a part of a people's name:
// "pro-Gjoka militias", "Bissau-Guinean".
func (n *Names) taken(ps []piece, i int) bool {
	if ps[i].isPlace() && i+1 < len(ps) && ps[i+1].gap == "-" && ps[i+1].entity == nil && n.gazetteer.nations[phrase(ps[i].entity.Name)+" "+ps[i+1].folded] != "" {
		return true
	}
	if i == 0 || ps[i].gap != "-" || ps[i-1].entity != nil || !isPersonPiece(ps[i]) && !ps[i].isPlace() {
		return false
	}
	return ps[i-1].folded == "pro" || ps[i-1].folded == "anti"
}
