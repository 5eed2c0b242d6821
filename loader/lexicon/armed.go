package lexicon

import "strings"

// groups finds the armed groups and movements that no list holds: by the word that such names begin with in other languages ("Ansar
// al-Haq", "Mai-Mai Lumba"), and by a name of no English word behind a word for them ("the militant group Tarik al-Nur").
func (n *Names) groups(text string, ps []piece) []piece {
	f := n.gazetteer.forms
	for i := range len(ps) {
		if i >= len(ps) || !n.part(ps[i]) {
			continue
		}
		behind := i > 0 && ps[i].gap == " " && ps[i-1].entity == nil && !ps[i-1].cap && f.is("Groups", ps[i-1].folded) && n.foreign(ps[i].folded)
		if begins := n.band(ps, i) && (i == 0 || !n.plain(ps[i-1]) || ps[i-1].ending > 0 || !ps[i].beside()); !behind && !begins {
			continue
		}
		to := n.groupRun(ps, i)
		if !behind && to == i || to+1 < len(ps) && ps[to+1].beside() && ps[to+1].cap || f.is("Given", ps[i].folded) {
			continue
		}
		name := text[ps[i].from : ps[to].to-ps[to].ending]
		ps = join(ps, i, to, n.named("Organization", "OTHER", name, name))
	}
	return ps
}

// band says that the name of a group may begin at i: with a word of its kind and an article, "Ansar al-Haq", or with one that is said
// twice, "Mai-Mai". Without those it may be a person's.
func (n *Names) band(ps []piece, i int) bool {
	if i+1 >= len(ps) || !n.gazetteer.forms.is("Bands", ps[i].folded) {
		return false
	}
	next := ps[i+1]
	article := next.entity == nil && !next.cap && (next.gap == " " || next.gap == "-") && (n.gazetteer.forms.is("Articles", next.folded) || len(next.folded) == 1 && next.folded != "a")
	return article || next.gap == "-" && next.folded == ps[i].folded
}

// groupRun is the last of the words of no English that stand side by side from i on, with the articles that hyphens join to them.
func (n *Names) groupRun(ps []piece, i int) int {
	f, to := n.gazetteer.forms, i
	for k := i + 1; k < len(ps) && ps[k].beside() && (ps[k].entity == nil || ps[k].isPlace() && to == k-1); k++ {
		if ps[k].isPlace() { // "Mai-Mai Katanga"
			to = k
			continue
		}
		joins := k+1 < len(ps) && (ps[k+1].gap == "-" || ps[k].gap == "-" && ps[k+1].gap == " ") // "Hizb-i Islami"
		article := joins && !ps[k].cap && (f.is("Articles", ps[k].folded) || len(ps[k].folded) < 3)
		twice := ps[k].folded == ps[k-1].folded // "Mai-Mai"
		if !article && !twice && !(n.part(ps[k]) && (n.foreign(ps[k].folded) || ps[k].gap == "-")) {
			break
		}
		if !article {
			to = k
		}
	}
	return to
}

// factions takes to a party's name the brackets behind it that tell which of those it is that are called so: "Communist Party of Ruritania
// (Leninist)". What stands there may be its acronym too, or another name of it.
func (n *Names) factions(text string, ps []piece) []piece {
	for i := 1; i < len(ps); i++ {
		e := ps[i-1].entity
		if !ps[i-1].isBody() || e.Kind != "POLITICAL_PARTY" || ps[i].gap != " (" {
			continue
		}
		to := i
		for to+1 < len(ps) && ps[to+1].beside() && n.plain(ps[to]) && !ps[to].allCaps {
			to++
		}
		end := strings.HasPrefix(text[ps[to].to:], ")")
		if !end || !n.plain(ps[to]) || ps[to].allCaps || to > i+3 || to == i && n.foreign(ps[i].folded) && !strings.HasSuffix(ps[i].folded, "ist") {
			continue
		}
		ps[to].to++
		name := text[ps[i-1].from:ps[to].to]
		if to+1 < len(ps) {
			ps[to+1].gap = text[ps[to].to:ps[to+1].from]
		}
		ps = join(ps, i-1, to, n.named("Organization", e.Kind, name, name))
	}
	return ps
}
