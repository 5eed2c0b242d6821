package lexicon

import "strings"

// whereabouts says whether the words before the piece at i tell where something is or goes, or who
// governs it: "in", "travelled to", "south of", "Governor of".
func (n *Names) whereabouts(ps []piece, i int) bool {
	f := n.gazetteer.forms
	if i == 0 || ps[i].gap != " " || ps[i-1].entity != nil {
		return false
	}
	switch before := ps[i-1].folded; before {
	case "of":
		around := i > 1 && ps[i-1].gap == " " && ps[i-2].entity == nil && !ps[i-2].cap && (f.is("Sides", ps[i-2].folded) || f.is("Around", ps[i-2].folded) && n.likeTown(ps, i))
		return around || n.governed(ps, i)
	case "on", "against":
		return ps[i-1].gap == " " && n.assaulted(ps, i-2) && n.likeTown(ps, i)
	case "to", "from":
		for k := max(0, i-4); k < i-1; k++ {
			if f.is("Motion", ps[k].folded) || before == "to" && f.is("Carried", ps[k].folded) && n.likeTown(ps, i) {
				return true
			}
		}
		return false
	default:
		return f.is("Locatives", before)
	}
}

// assaulted says that an attack, or the like, is told of at k, of a day perhaps: "attack on", "attack of 4 May on".
func (n *Names) assaulted(ps []piece, k int) bool {
	f := n.gazetteer.forms
	if k > 2 && ps[k-1].isNumber() && ps[k].gap == " " && ps[k-2].folded == "of" && f.is("Stops", ps[k].folded) {
		k -= 3
	}
	return k >= 0 && ps[k].entity == nil && f.is("Assaults", ps[k].folded)
}

// likeTown says that the word at i is not like a person's name or a word for several things, and no noun follows that it could tell of:
// "the attack on Kasindi", not "attacked Shiites", "the fall of Karadžić", "took Toyota cars" or "took Alija to court".
func (n *Names) likeTown(ps []piece, i int) bool {
	f, p := n.gazetteer.forms, ps[i]
	if p.entity != nil || n.foreignRun(ps, i) > i {
		return true
	}
	if p.ending > 0 || f.is("Given", p.folded) || f.surnameLike(p.folded) || strings.HasSuffix(p.folded, "s") {
		return false
	}
	if i+1 == len(ps) || !ps[i+1].beside() {
		return true
	}
	next := ps[i+1]
	return next.entity == nil && !next.cap && (f.is("Stops", next.folded) && next.folded != "to" && next.folded != "into" || f.places[next.folded] != "")
}

// takenInTurn says that the word at i stands in a list of towns that are taken, each on its day: "took Kasindi on 4 May, Lubero and Beni on
// the following day".
func (n *Names) takenInTurn(ps []piece, i int) bool {
	f := n.gazetteer.forms
	if ps[i].gap != ", " && !(ps[i].gap == " " && ps[i-1].folded == "and") {
		return false
	}
	towns := 0
	for k := i - 1; k > 0 && i-k < 25 && !strings.ContainsAny(ps[k+1].gap, ".;:"); k-- {
		p := ps[k]
		switch {
		case p.isTown() || n.part(p) && n.foreign(p.folded):
			towns++
		case p.entity != nil:
			return false
		case f.is("Taken", p.folded) && !p.cap:
			return towns > 0
		case p.isNumber(), f.is("Stops", p.folded), f.is("Turns", p.folded):
		default:
			return false
		}
	}
	return false
}

// governed says whether the words before the piece at i tell who governs it: "mayor of".
func (n *Names) governed(ps []piece, i int) bool {
	return i > 1 && ps[i].gap == " " && ps[i-1].folded == "of" && ps[i-1].gap == " " && ps[i-2].entity == nil && n.gazetteer.forms.is("Rulers", ps[i-2].folded)
}

// takenTown says that the one word at i, none of English, is of a town, as who takes it or comes to it tells: "captured Kasindi on 4 May".
func (n *Names) takenTown(ps []piece, i int) bool {
	f, before := n.gazetteer.forms, ps[i-1]
	taken := before.entity == nil && !before.cap && f.is("Taken", before.folded) && ps[i].gap == " " || n.takenInTurn(ps, i)
	return taken && n.foreignRun(ps, i) == i && n.likeTown(ps, i)
}

// lastOfTowns says that the word at i, with a capital, though it is one of English, is the last of a list of towns: "Bouna, Odara and Man".
func (n *Names) lastOfTowns(ps []piece, i int) bool {
	if i < 3 || ps[i-1].folded != "and" || ps[i].gap != " " || !n.part(ps[i]) || !n.endsPlace(ps[i]) || n.gazetteer.forms.is("Given", ps[i].folded) {
		return false
	}
	two := ps[i-2].isTown() && ps[i-2].gap == ", " && ps[i-3].isTown()
	return two && (i+1 == len(ps) || !ps[i+1].beside() || !ps[i+1].cap && ps[i+1].entity == nil)
}

// townBefore says that the piece at i is a town, or a word of no English that where it stands tells to be one, alone or in a list: "in
// Kutum", "bombed Umm Baru, Kutum".
func (n *Names) townBefore(ps []piece, i int) bool {
	switch {
	case i < 1 || ps[i].isTown():
		return i >= 0 && ps[i].isTown()
	case !n.part(ps[i]) || !n.foreign(ps[i].folded) || n.gazetteer.forms.is("Given", ps[i].folded):
		return false
	}
	return n.whereabouts(ps, i) || ps[i].gap == ", " && n.townBefore(ps, i-1)
}
