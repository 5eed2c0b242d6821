package lexicon

import (
	"slices"
	"strings"
	"unicode"
)

// before is the first piece of a name whose head stands at h: capitalised words, places and bodies, and what "and" and commas join to them.
func (n *Names) before(ps []piece, h int) int {
	k := h
	for k > 0 {
		q := ps[k-1]
		if n.owns(q) || q.entity == nil && q.ending > 0 && n.foreign(q.folded) || q.entity != nil && q.entity.Kind == "MISSION" && n.gazetteer.forms.heads[ps[h].folded] == "Court" { // "EULEX Supreme Court judges"
			break
		}
		if ps[k].beside() && n.modifies(q) {
			k--
			continue
		}
		if k > 1 && n.article(ps, k-1) && n.plain(ps[k-2]) && ps[k-2].ending == 0 { // "Tahar al-Islah Alliance"
			k -= 2
			continue
		}
		hyphened := q.entity == nil && !q.cap && q.gap == "-" && (!n.qualifies(q) || k > 1 && highLevel(ps[k-2], q)) // "Peace-keeping"
		if hyphened && k > 1 && ps[k].beside() && ps[k-2].entity == nil && n.modifies(ps[k-2]) {
			k -= 2
			continue
		}
		if k < h && ps[k].gap == "-" && ps[k].cap && q.entity == nil && q.cap && q.gap == " " && n.gazetteer.forms.is("Stops", q.folded) { // "Seven-Party Alliance"
			k--
			continue
		}
		if ps[k].gap == "/" && (n.joined(q) || n.plain(q) && q.allCaps) {
			k--
			continue
		}
		if _, number := q.number(); number && k > 1 && ps[k].gap == " " && q.gap == " " && ps[k-2].isArticle() {
			k -= 2
			continue
		}
		if k < h && ps[k].gap == " " && q.folded == "and" && k > 1 && q.gap == " " && n.joined(ps[k-2]) && ps[k].entity == nil {
			for k -= 2; k > 1 && ps[k].gap == ", " && n.joined(ps[k-1]); k-- {
			}
			for k > 0 && ps[k].beside() && n.joined(ps[k-1]) {
				k--
			}
			continue
		}
		if k < h && k > 1 && ps[k].gap == " " && q.folded == "of" && ps[k-2].folded == "rule" && ps[k-2].cap {
			k -= 2
			continue
		}
		break
	}
	for k < h && (n.gazetteer.forms.is("Leads", ps[k].folded) || ps[k].entity == nil && ps[k].isNumeral()) { // "Annex II Police component"
		k++
	}
	return k
}

// isNumeral says whether a word is a number in Roman letters, by which parts of a report are called.
func (p piece) isNumeral() bool { return p.allCaps && strings.Trim(p.folded, "ivx") == "" }

// isArticle says whether a piece is the word before the number of a part of an agreement, which bodies are called after.
func (p piece) isArticle() bool { return p.cap && (p.folded == "article" || p.folded == "annex") }

// owns says whether a word is that of a body and in the possessive, so that what comes after it is a name of its own: "the Tribunal’s Trial
// Chamber".
func (n *Names) owns(p piece) bool {
	class := n.gazetteer.forms.heads[p.folded]
	return p.entity == nil && p.ending > 0 && class != "" && !n.gazetteer.forms.is("Titles", p.folded)
}

// qualifies says whether a word behind a hyphen only tells of which bodies one is: "Government-appointed", "State-level",
// "Chair-in-Office".
func (n *Names) qualifies(p piece) bool {
	return strings.HasSuffix(p.folded, "ed") || n.gazetteer.forms.is("Hyphened", p.folded) || linked[p.folded]
}

// highLevel says whether two words tell of what rank a body is, which is a part of its name, not of which bodies it is one, as
// "State-level" does.
func highLevel(p, q piece) bool { return p.folded == "high" && p.cap && q.folded == "level" }

// joined says whether a word may be one of several before a head ("Truth, Justice and Reconciliation Commission").
func (n *Names) joined(p piece) bool {
	return n.plain(p) && (english()[p.folded] || n.gazetteer.forms.is("English", p.folded) || n.lower[p.folded]) && n.gazetteer.forms.heads[p.folded] == "" && !n.gazetteer.forms.is("Titles", p.folded)
}

// modifies says whether a piece may stand before a body's head: a word with a capital, an ordinal, a place, another body.
func (n *Names) modifies(p piece) bool {
	if p.entity != nil {
		return p.isPlace() || p.isBody() || p.entity.Label == LabelNothing && p.entity != nothing
	}
	if unicode.IsDigit(rune(p.folded[0])) {
		return len(p.folded) > 2 && strings.Contains("st nd rd th", p.folded[len(p.folded)-2:])
	}
	return n.plain(p) && (!n.gazetteer.forms.is("Leads", p.folded) || p.ending > 0)
}

// linked are the words by which a body's name goes on behind its head.
var linked = map[string]bool{
	"of": true, "for": true, "on": true, "against": true, "to": true, "in": true, "at": true,
	"de": true, "du": true, "des": true, "pour": true, "para": true, "do": true, "da": true, "dos": true, "das": true, "del": true,
}

// after is the last piece of a name whose head stands at h: "of Justice and Public Security", "for Haiti".
func (n *Names) after(ps []piece, h int) int {
	e := n.foreignEnd(ps, h, h)
	if (ps[h].folded == "chamber" || ps[h].folded == "panel") && e+1 < len(ps) && ps[e+1].gap == " " && len(ps[e+1].folded) > 1 && ps[e+1].entity == nil && ps[e+1].isNumeral() { // "Trial Chamber II"
		e++
	}
	if e+3 < len(ps) && ps[e+1].beside() && ps[e+1].cap && ps[e+1].folded == "general" && ps[e+2].folded == "of" && ps[e+3].isPlace() { // "Consulate General of Turkey"
		e++
	}
	for e+2 < len(ps) && ps[e+1].gap == " " && ps[e+1].entity == nil && n.links(ps, h, e) && ps[e+2].gap == " " {
		word, j := ps[e+1].folded, e+2
		if seated := word == "in" || word == "at" || word == "to" && (e == h && n.gazetteer.forms.heads[ps[h].folded] != "POLITICAL_PARTY" || !n.joined(ps[j])); seated && (e > h && ps[e].folded != "instance" || !n.gazetteer.forms.is("Seated", ps[h].folded)) {
			break
		}
		if word == "of" && n.personFrom(ps, j) { // "the Umma Party of Visar Gjoka"
			break
		}
		if word == "of" && e > h && ps[e].isBody() { // "the Electoral Unit of the Department of Political Affairs of the Secretariat"
			break
		}
		if word == "of" && e > h && ps[e].isPlace() && n.gazetteer.forms.heads[ps[h].folded] == "Court" { // "the conviction by the Basic Court of Peja of X"
			break
		}
		if ps[j].folded == "the" && j+1 < len(ps) && ps[j+1].gap == " " {
			j++
		}
		if word == "against" && !n.joined(ps[j]) { // "the Basic Court of Peja against X"
			break
		}
		if word == "in" && e == h && n.seatedElsewhere(ps, h) {
			break
		}
		end := n.phraseFrom(ps, j)
		if end >= 0 && ps[j].isBody() && (h > 0 && ps[h].beside() && n.modifies(ps[h-1]) && !n.generic(ps, h) || word != "of") && !n.nationalFor(ps, h, word) {
			break
		}
		if end >= 0 && n.ofThose(ps, end) {
			break
		}
		if word == "in" && n.bare(ps, h) && !(ps[j].isPlace() && (ps[j].entity.Kind == "COUNTRY" || ps[j].entity.Kind == "TERRITORY")) { // "the camp of the Mission in Gao"
			break
		}
		if end < 0 || (word == "in" || word == "at") && !ps[j].isPlace() && !n.foreign(ps[j].folded) {
			break
		}
		if word == "of" && e == h && n.gazetteer.forms.heads[ps[h].folded] == "Court" && n.before(ps, h) == h && n.fullName(ps, j) { // "the surrender to the Tribunal of X"
			break
		}
		if next := end + 1; next < len(ps) && ps[end].entity == nil && ps[next].beside() && n.plain(ps[next]) && n.gazetteer.forms.is("Leads", ps[next].folded) && n.officeAt(ps, j) <= end {
			if ps[next].folded == "ministers" { // "the Council of European Ministers of Culture"
				return max(next, n.after(ps, next))
			}
			break // "the Office of Lakes of the Prime Minister"
		}
		if office := n.officeAt(ps, j); office > end { // "the Gender Unit of the Office of the Prime Minister"
			return max(office, n.after(ps, office))
		}
		e = n.foreignEnd(ps, h, n.officer(ps, h, n.andThe(ps, h, end)))
	}
	return e
}

// nationalFor says that a name with its head at h is that of a country's own commission for a body: "National Commission for UNESCO".
func (n *Names) nationalFor(ps []piece, h int, word string) bool {
	return word == "for" && h > 0 && ps[h-1].folded == "national" && ps[h].beside() && strings.HasPrefix(ps[h].folded, "comm")
}

// ofThose says that a people's adjective at end only tells which of those are meant that small letters name behind it: "Unit on the
// Croatian border", "Council of Serbian municipalities".
func (n *Names) ofThose(ps []piece, end int) bool {
	f, next := n.gazetteer.forms, end+1
	return ps[end].entity == nil && n.gazetteer.nations[ps[end].folded] != "" && next < len(ps) && ps[next].gap == " " && ps[next].entity == nil && !ps[next].cap &&
		!strings.HasSuffix(ps[end].folded, "s") && !f.is("Stops", ps[next].folded) && !linked[ps[next].folded] && ps[next].folded != "and"
}

// links says whether the word behind the piece at e, which a name with its head at h has come to, may go on with it: "of", "for", and what
// a gerund takes: "Working Group on Dealing with the Past".
func (n *Names) links(ps []piece, h, e int) bool {
	return linked[ps[e+1].folded] || ps[e+1].folded == "with" && e > h && ps[e].entity == nil && strings.HasSuffix(ps[e].folded, "ing")
}

// officeAt is the last piece of what is called after an office, as the lists know it, and begins at j; -1 where nothing does.
func (n *Names) officeAt(ps []piece, j int) int {
	words := ps[j].folded
	for to := j + 1; to < min(len(ps), j+6) && ps[to].gap == " " && ps[to].entity == nil; to++ {
		if words += " " + ps[to].folded; n.gazetteer.forms.lists["Alone"][words] {
			return to
		}
	}
	return -1
}

// personFrom says that a given name, and another word of no English or an article, stand at j: "Visar Gjoka", "Sadiq al-Nur".
func (n *Names) personFrom(ps []piece, j int) bool {
	if j+1 >= len(ps) || ps[j].entity != nil || !n.gazetteer.forms.is("Given", ps[j].folded) || !n.part(ps[j]) || ps[j+1].gap != " " || ps[j+1].entity != nil {
		return false
	}
	return n.article(ps, j+1) || n.part(ps[j+1]) && n.foreign(ps[j+1].folded)
}

// fullName says that two words of no known meaning, and no more, stand at j, as a person is called, and not a place.
func (n *Names) fullName(ps []piece, j int) bool {
	given := func(k int) bool { return k < len(ps) && n.plain(ps[k]) && n.foreign(ps[k].folded) }
	return given(j) && given(j+1) && ps[j+1].gap == " "
}

// bare says that nothing but an article stands before the head of a mission at h, which is then the one that the text has told of.
func (n *Names) bare(ps []piece, h int) bool {
	return n.gazetteer.forms.is("Missions", ps[h].folded) && n.before(ps, h) == h && h > 0 && ps[h-1].folded == "the"
}

// andThe is the last piece of what a ministry whose name ends at e is of besides, behind an article: "Ministry of Finance and the Economy".
func (n *Names) andThe(ps []piece, h, e int) int {
	last := e + 3
	if !strings.HasPrefix(ps[h].folded, "ministr") || last >= len(ps) || ps[e].entity != nil || ps[e+1].folded != "and" || ps[e+2].folded != "the" || ps[last].gap != " " || !n.joined(ps[last]) {
		return e
	}
	if last+1 < len(ps) && ps[last+1].beside() && (ps[last+1].cap || linked[ps[last+1].folded] && ps[last+1].folded != "of") {
		return e
	}
	return last
}

// seatedElsewhere says of the head of a court or a task force at h that "in" behind it tells where something is done, not which one it is:
// "the premises of the Court in Peja", "the Prizren Municipal Court in Klina".
func (n *Names) seatedElsewhere(ps []piece, h int) bool {
	from := n.before(ps, h)
	if n.gazetteer.forms.heads[ps[h].folded] == "Court" {
		return from == h && h > 0 && ps[h-1].folded == "the" || ps[from].isTown()
	}
	return from < h && ps[h-1].folded == "task" && ps[h].folded == "force"
}

// officer is the last piece of the name of a body's office whose officer stands behind the body's name that ends at e: "Office of the KPC
// Coordinator", "Office of the European Union Special Representative"; e where none does.
func (n *Names) officer(ps []piece, h, e int) int {
	if ps[h].folded != "office" || !ps[e].isBody() {
		return e
	}
	for next := e + 1; next < len(ps) && ps[next].beside() && n.plain(ps[next]); next++ {
		if n.gazetteer.forms.is("Titles", ps[next].folded) {
			return next
		}
	}
	return e
}

// generic says that what stands before the head of a unit tells only of what sort it is, so that whose it is makes its name: "Electoral
// Unit of the Department of Peacekeeping Operations".
func (n *Names) generic(ps []piece, h int) bool {
	f := n.gazetteer.forms
	from := n.before(ps, h)
	return f.is("Units", ps[h].folded) && !slices.ContainsFunc(ps[from:h], func(p piece) bool { return p.entity != nil || !f.is("Empty", p.folded) })
}

// foreignEnd is the last piece of a name that goes on behind e in the language of its head at h, e itself where that is English. Stations
// are called by places too: "Radio Gjakova".
func (n *Names) foreignEnd(ps []piece, h, e int) int {
	f := n.gazetteer.forms
	goesOn := func(p piece) bool {
		return n.part(p) || f.is("Stations", ps[h].folded) && ps[h].cap && p.isPlace()
	}
	for f.is("Foreign", ps[h].folded) && e+1 < len(ps) && ps[e+1].beside() && goesOn(ps[e+1]) {
		e++
	}
	return e
}

// phraseFrom is the last piece of the capitalised phrase that begins at j, with what commas, "and" and "or" join to it; -1 where none
// begins there.
func (n *Names) phraseFrom(ps []piece, j int) int {
	end := n.runFrom(ps, j)
	if end < 0 || ps[end].entity != nil {
		return end
	}
	for at := end; at+1 < len(ps); {
		next := at + 1
		last := ps[next].gap == " " && (ps[next].folded == "and" || ps[next].folded == "or") || ps[next].gap == ", " && ps[next].folded == "and"
		if last {
			next++
		} else if ps[next].gap != ", " {
			break
		}
		if next >= len(ps) || last && ps[next].gap != " " {
			break
		}
		pair := last && n.plain(ps[next]) && next+1 < len(ps) && ps[next+1].beside() && n.joined(ps[next+1]) // "and National Security"
		if !pair && !n.joined(ps[next]) {
			break
		}
		at = n.runFrom(ps, next)
		if at < 0 || n.gazetteer.forms.heads[ps[at].folded] != "" {
			break
		}
		if last {
			end = at
			if at+1 < len(ps) && ps[at+1].gap == " " && ps[at+1].folded != "and" {
				break
			}
		}
	}
	return end
}

// areMembers says whether a word tells who or what the members of a body are.
func (n *Names) areMembers(p piece) bool {
	return n.joined(p) && strings.HasSuffix(p.folded, "s") && n.gazetteer.forms.heads[singular(p.folded)] != "OTHER" && !n.gazetteer.forms.is("Nameless", p.folded)
}

// ofInstance says that a piece tells which court this is of those that hear a case one after the other: "Court of First Instance".
func ofInstance(ps []piece, j int) bool {
	return ps[j].cap && (ps[j].folded == "first" || ps[j].folded == "second") && j+1 < len(ps) && ps[j+1].beside() && ps[j+1].cap && ps[j+1].folded == "instance"
}

// runFrom is the last of the capitalised words, places and bodies that stand side by side from j on; -1 where there is none.
func (n *Names) runFrom(ps []piece, j int) int {
	end := -1
	for ; j < len(ps) && (end < 0 || ps[j].beside() || ps[j].gap == "/" && n.joined(ps[j])); j++ {
		p := ps[j]
		if ofInstance(ps, j) {
			continue
		}
		if p.entity != nil {
			if !p.isPlace() && !p.isBody() || end >= 0 && p.isBody() {
				break
			}
			if j+1 < len(ps) && ps[j+1].gap == " " && n.areMembers(ps[j+1]) { // "League of Kosovo Historians"
				return j + 1
			}
			return j
		}
		if !n.plain(p) || n.gazetteer.forms.is("Leads", p.folded) {
			break
		}
		for j+1 < len(ps) && ps[j+1].gap == "-" && ps[j+1].entity == nil && !ps[j+1].cap { // "Peace-keeping"
			if n.qualifies(ps[j+1]) {
				return end
			}
			j++
		}
		end = j
	}
	return end
}
