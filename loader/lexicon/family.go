package lexicon

import "strings"

// nickname is the last piece of what stands in quotation marks, or as one word in brackets, at i within a name, with another part of the
// name after it: Visar “Doc” Gjoka, Visar (Doc) Gjoka; i where none does.
func (n *Names) nickname(ps []piece, i int) int {
	const longest = 3 // words
	for _, marks := range [][2]string{{" “", "” "}, {` "`, `" `}, {" ‘", "’ "}, {" (“", "”) "}, {` ("`, `") `}, {" (‘", "’) "}, {" (", ") "}} {
		if ps[i].gap != marks[0] || marks[0] == " (" && (ps[i].allCaps || i+1 == len(ps) || ps[i+1].gap != marks[1] || !n.personPart(ps[i])) {
			continue
		}
		for j := i + 1; j < min(len(ps), i+longest+1); j++ {
			if ps[j].gap == marks[1] && n.personPart(ps[j]) {
				return j
			}
			if ps[j].gap != " " {
				break
			}
		}
	}
	return i
}

// townSurname says whether the piece at i is a town's name that is the surname of the given name right before it: "Luan Morina".
func (n *Names) townSurname(ps []piece, i int) bool {
	f := n.gazetteer.forms
	p, before := ps[i], ps[i-1]
	if !p.isPlace() || strings.ContainsAny(p.entity.Name, " ") || p.gap != " " {
		return false
	}
	if isLand(p.entity) {
		return n.twoGiven(ps, i) || n.givenBeforeLand(ps, i)
	}
	return before.entity == nil && f.is("Given", before.folded) && !f.is("Toponyms", before.folded) && n.foreign(before.folded)
}

// twoGiven says that two parts of a person's name, of which the first is a given name, stand right before the country at i, and no more of
// a place's name behind it: "Ram Kumar Nepal".
func (n *Names) twoGiven(ps []piece, i int) bool {
	return i > 1 && ps[i].gap == " " && ps[i-1].gap == " " && ps[i].ending == 0 && n.gazetteer.forms.is("Given", ps[i-2].folded) && ps[i-2].entity == nil && n.personPart(ps[i-1])
}

// givenBeforeLand says that the country at i is a surname: a given name stands right before it, with no other name before that, and what
// stands around both tells that they are a person: a title, what is done to persons alone, or a list in which somebody has been named in
// full.
func (n *Names) givenBeforeLand(ps []piece, i int) bool {
	f, given := n.gazetteer.forms, ps[i-1]
	if given.entity != nil || given.ending > 0 || !f.is("Given", given.folded) || f.is("Toponyms", given.folded) {
		return false
	}
	if n.titled(ps, i-1, "Honorifics") || n.titled(ps, i-1, "Titles") {
		return true
	}
	if i > 1 && given.gap == " " && ps[i-2].cap && ps[i-2].entity == nil {
		return false
	}
	before := i - 2
	if before > 0 && given.gap == " " && ps[before].folded == "and" {
		before--
	}
	listed := before >= 0 && (before < i-2 || given.gap == ", ") && isPersonPiece(ps[before]) && strings.Contains(ps[before].entity.Name, " ")
	return listed || n.acts(ps, i-1, i) || n.apposed(ps, i-1, i)
}

// peopleSurname says that the name of a people at i is a surname, since an honorific and a given name stand before it: "Ms. Vesna Turk".
func (n *Names) peopleSurname(ps []piece, i int) bool {
	f := n.gazetteer.forms
	return ps[i].cap && ps[i].gap == " " && f.is("Peoples", ps[i].folded) && f.is("Given", ps[i-1].folded) && n.titled(ps, i-1, "Honorifics")
}

// siblings makes of a given name before "and" the person who shares the surname of the one behind it, "Visar and Genc Gjoka": of two given
// names that are known, or where what stands before is done to people alone.
func (n *Names) siblings(text string, ps []piece) []piece {
	f := n.gazetteer.forms
	for i := 2; i < len(ps); i++ {
		if !isPersonPiece(ps[i]) || ps[i].surname || ps[i].gap != " " || ps[i-1].folded != "and" || ps[i-1].gap != " " {
			continue
		}
		one := &ps[i-2]
		given, surname, _ := strings.Cut(ps[i].entity.Name, " ")
		alone := i == 2 || one.gap != " " || !n.personPart(ps[i-3]) && !n.initial(ps, i-3)
		unnamed := one.entity == nil && one.cap
		bothGiven := unnamed && f.is("Given", one.folded) && f.is("Given", phrase(given))
		done := unnamed && i > 2 && ps[i-3].entity == nil && (f.is("Deeds", ps[i-3].folded) || one.gap == ", " && f.is("Couples", ps[i-3].folded)) && n.foreign(one.folded) && !f.surnameLike(one.folded) && n.foreign(phrase(given))
		if alone && (bothGiven || done) && surname != "" && !strings.Contains(surname, " ") {
			one.entity = n.person(text[one.from:one.to-one.ending] + " " + surname)
		}
	}
	return ps
}
