package lexicon

import "strings"

// otherLanguage finds the bodies whose names go on behind their heads in small letters, since they are written in another language than
// English: "Union pour la paix nationale", "Forces nouvelles", "Mouvement du 4 mai".
func (n *Names) otherLanguage(text string, ps []piece) []piece {
	for i := range len(ps) {
		if i+1 >= len(ps) || n.headAt(ps, i) == "" || ps[i].ending > 0 || i > 0 && ps[i].beside() && n.plain(ps[i-1]) {
			continue
		}
		to := n.languageRun(text, ps, i)
		if to == i || n.callsSo(text, ps, to+1) > to {
			continue
		}
		label, kind := n.kindOf(ps[i : to+1])
		name := text[ps[i].from : ps[to].to-ps[to].ending]
		ps = join(ps, i, to, n.named(label, kind, name, name))
	}
	return ps
}

// languageRun is the last piece of a name in another language whose head stands at h; h where the words behind it are English.
func (n *Names) languageRun(text string, ps []piece, h int) int {
	f, to, sure := n.gazetteer.forms, h, false
	for k := h + 1; k < len(ps) && (ps[k].gap == " " || ps[k].gap == "-" && k > h+1); k++ {
		p := ps[k]
		switch {
		case n.elided(text, p): // "l’Azawad"
			to, sure = k, true
		case p.isPlace() && k > h+1, p.isNumber() && k > h+1, n.part(p) && k > h+1:
			to = k
		case p.entity != nil || p.cap:
			return n.sureOf(h, to, sure)
		case f.is("Links", p.folded):
			sure = sure || !f.is("Particles", p.folded) || k > h+1 || n.linksOn(ps, k)
		case n.inOtherLanguage(p):
			to, sure = k, true
		case n.betweenOthers(text, ps, h, k), sure && p.gap == " " && k+1 < len(ps) && bracketed(text, ps, k+1) > k, ps[k-1].isNumber() && p.gap == " " && to == k-1: // "12 avril"
			to = k
		default:
			return n.sureOf(h, to, sure)
		}
	}
	return n.sureOf(h, to, sure)
}

// elided says that a word begins with the article, or with "de", without its vowel.
func (n *Names) elided(text string, p piece) bool {
	first, rest, ok := strings.Cut(strings.ReplaceAll(text[p.from:p.to], "’", "'"), "'")
	return ok && p.entity == nil && len(rest) > 2 && (first == "l" || first == "d")
}

func (n *Names) sureOf(h, to int, sure bool) int {
	if !sure {
		return h
	}
	return to
}

// linksOn says that a small word at k that is one of persons' names too ("de") goes on with another of the language or with a name.
func (n *Names) linksOn(ps []piece, k int) bool {
	return k+1 < len(ps) && ps[k+1].gap == " " && (ps[k+1].cap || ps[k+1].isNumber() || ps[k+1].entity != nil || n.gazetteer.forms.is("Links", ps[k+1].folded) || n.inOtherLanguage(ps[k+1]))
}

// inOtherLanguage says that a word in small letters is none of English and has the letters, or the ending, of a word of French, Spanish or
// Portuguese.
func (n *Names) inOtherLanguage(p piece) bool {
	f := n.gazetteer.forms
	if p.entity != nil || p.cap || len(p.folded) < 4 || english()[p.folded] || f.is("English", p.folded) || f.is("Stops", p.folded) {
		return false
	}
	one := strings.TrimSuffix(p.folded, "s")
	for ending := range f.lists["Endings"] {
		if strings.HasSuffix(one, ending) || strings.HasSuffix(p.folded, ending) {
			return true
		}
	}
	return p.marked
}

// betweenOthers says that a word that may be English stands between others of the language: "progrès social et culturel", "Front de
// libération national du Sud".
func (n *Names) betweenOthers(text string, ps []piece, h, k int) bool {
	if k+1 >= len(ps) || k == h+1 && !n.gazetteer.forms.is("Foreign", ps[h].folded) || ps[k].gap != " " {
		return false
	}
	next := ps[k+1]
	return ps[k+1].gap == " " && next.entity == nil && !next.cap && (n.gazetteer.forms.is("Links", next.folded) && !n.gazetteer.forms.is("Stops", next.folded) || n.inOtherLanguage(next) || n.elided(text, next))
}

func (p piece) isNumber() bool {
	_, ok := p.number()
	return ok
}
