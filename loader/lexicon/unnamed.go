package lexicon

import "strings"

// unnamed is the body that a lower-case word at i is of the place or the people before it: "Serbian police".
func (n *Names) unnamed(text string, ps []piece, i int) (first int, e *Entity) {
	f := n.gazetteer.forms
	if i == 0 || ps[i].entity != nil || ps[i].cap || ps[i].gap != " " || !f.is("Unnamed", ps[i].folded) {
		return 0, nil
	}
	first = i - 1
	if first > 0 && ps[first].entity == nil && (ps[first].gap == " " || ps[first].gap == ") ") && f.is("Trades", ps[first].folded) {
		first--
	}
	if i+1 < len(ps) && ps[first].isPlace() && ps[i+1].gap == " " && f.is("Posts", ps[i+1].folded) { // "the Peja police station"
		return 0, nil
	}
	if gap := ps[first+1].gap; gap == ") " && n.placeOf(ps[first]) != nil { // "Yugoslav (Montenegrin) border police"
		return first + 1, n.ofPlace("Organization", f.heads[ps[i].folded], title(text[ps[first+1].from:ps[i].to]), n.placeOf(ps[first]), "")
	} else if gap != " " {
		return 0, nil
	}
	before, class := ps[first], f.heads[ps[i].folded]
	if ps[i].folded == "authorities" {
		class = "GOVERNMENT"
	}
	country := n.landOf(before.folded)
	if first > 0 && before.gap == " " && ps[first-1].cap { // "Central African police"
		if of := n.landOf(ps[first-1].folded + " " + before.folded); of != nil {
			first, country = first-1, of
		}
	}
	written, what := text[ps[first].from:ps[i].to], title(text[before.to+1:ps[i].to])
	switch {
	case country != nil && class == "POLICE" && n.abroad(ps, i, country): // "two Norwegian police officers"
		return 0, nil
	case before.entity == nil && country != nil && before.cap:
		if class == "GOVERNMENT" && ps[i].folded == "authorities" {
			return first, n.named("Organization", class, written, written)
		}
		return first, n.ofPlace("Organization", class, what, country, written)
	case before.isPlace() && ps[i].folded != "authorities" && (class == "POLICE" || isLand(before.entity)):
		if i+1 < len(ps) && f.is("Titles", strings.TrimSuffix(ps[i+1].folded, "s")) && before.entity.Kind != "COUNTRY" {
			return 0, nil
		}
		return first, n.ofPlace("Organization", class, what, before.entity, written)
	}
	return 0, nil
}

// abroad says of the police of a country, whose word stands at i, that the words behind it tell of some who serve elsewhere: its officers
// in the country that the report is about, which is another.
func (n *Names) abroad(ps []piece, i int, country *Entity) bool {
	f := n.gazetteer.forms
	return n.country != nil && country != n.country && i+1 < len(ps) && ps[i+1].gap == " " && ps[i+1].entity == nil && f.is("Titles", singular(ps[i+1].folded))
}

// unnamedOf is the police, or the army, that a lower-case word at i is of the place behind it: "the police of Serbia".
func (n *Names) unnamedOf(text string, ps []piece, i int) (last int, e *Entity) {
	f := n.gazetteer.forms
	class := f.heads[ps[i].folded]
	if ps[i].entity != nil || ps[i].cap || class != "POLICE" && class != "MILITARY_FORCE" || !f.is("Unnamed", ps[i].folded) {
		return 0, nil
	}
	if i == 0 || ps[i-1].entity != nil || ps[i-1].folded != "the" {
		return 0, nil
	}
	if last = n.owner(ps, i); last == i || class != "POLICE" && !isLand(ps[last].entity) {
		return 0, nil
	}
	return last, n.ofPlace("Organization", class, title(ps[i].folded), ps[last].entity, text[ps[i].from:ps[last].to])
}

// unnamedLocal is the court, or the assembly, that a lower-case word at i is of its instance and the town before or behind it: "the Peja
// district court", "the municipal court in Prizren", "the municipal assembly of Klina".
func (n *Names) unnamedLocal(text string, ps []piece, i int) (first, last int, e *Entity) {
	f := n.gazetteer.forms
	label, kind := "Court", ""
	switch class := f.heads[ps[i].folded]; {
	case ps[i].entity != nil || ps[i].cap || f.is("Several", ps[i].folded):
		return 0, 0, nil
	case class == "LEGISLATURE":
		label, kind = "Organization", class
	case class != "Court":
		return 0, 0, nil
	}
	if i == 0 || ps[i].gap != " " || !f.is("Instances", ps[i-1].folded) || ps[i-1].cap {
		return 0, 0, nil
	}
	town := func(k int) bool { return k >= 0 && k < len(ps) && ps[k].isTown() }
	what := title(ps[i-1].folded) + " " + title(ps[i].folded)
	switch {
	case town(i-2) && ps[i-1].gap == " ":
		return i - 2, i, n.ofPlace(label, kind, what, ps[i-2].entity, "")
	case town(i+2) && ps[i+1].gap == " " && (ps[i+1].folded == "in" || ps[i+1].folded == "of") && ps[i+2].gap == " ":
		return i - 1, i + 2, n.ofPlace(label, kind, what, ps[i+2].entity, "")
	}
	return 0, 0, nil
}

// title writes a lower-case word of the list as a name.
func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
