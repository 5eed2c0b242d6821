package lexicon

import (
	"slices"
	"strings"
)

// plurals finds the bodies that one plural names by what each is of: "the Ministries of Justice and Internal Affairs", "the District Courts
// of Peja and Prizren", "the Chambers of Commerce of Kosovo and Serbia". The first stands where the plural and its own words do, each other
// one where its own do. Where "and" may stand
// within a name ("Health, Labour and Social Welfare and Justice") none is found.
func (n *Names) plurals(text string, ps []piece) []piece {
	for i := 0; i+4 < len(ps); i++ {
		if !n.gazetteer.forms.is("Several", ps[i].folded) || ps[i].entity != nil || ps[i+1].gap != " " || ps[i+1].folded != "of" {
			continue
		}
		head, at := title(singular(ps[i].folded)), i+2
		if end := n.runFrom(ps, at); end >= 0 && end+2 < len(ps) && !ps[end].isPlace() && ps[end+1].gap+ps[end+1].folded+ps[end+2].gap == " of " {
			head, at = head+text[ps[i].to:ps[end].to], end+2 // "Commerce", of each
		}
		parts := n.partsFrom(ps, at)
		from := n.before(ps, i)
		if len(parts) < 2 {
			continue
		}
		first := ps[parts[0][0]]
		if at > i+2 && !first.isPlace() { // "the Ministries of Labour of Health and Justice"
			continue
		}
		if first.isPlace() && from == i && !(ps[i].cap && isLand(first.entity)) { // "courts of Peja and Prizren" may be any there
			continue
		}
		if slices.ContainsFunc(parts, func(part [2]int) bool {
			p := ps[part[0]]
			return p.isPlace() != first.isPlace() || !p.isPlace() && !n.joined(p)
		}) {
			continue // "the Ministries of Justice and KFOR"
		}
		whose, end := "", parts[len(parts)-1][1]
		if at := n.owner(ps, end); at > end { // "of Kosovo", said of all
			whose, end = text[ps[end].to:ps[at].to], at
		}
		var all []piece
		for _, part := range parts {
			name := text[ps[from].from:ps[i].from] + head + " of " + text[ps[part[0]].from:ps[part[1]].to] + whose
			if body := n.only(name); body != nil {
				all = append(all, piece{entity: body, singular: name})
			}
		}
		if len(all) < len(parts) {
			continue
		}
		parts[0][0], parts[len(parts)-1][1] = from, end
		for k, part := range slices.Backward(parts) { // those before stay where they are
			ps = join(ps, part[0], part[1], all[k].entity)
			ps[part[0]].singular = all[k].singular
		}
	}
	return ps
}

// coordinated finds the two bodies that a plural names by the words that "and" joins in front of it: "the Peja and Klina Basic Courts",
// "the Kosovo Judicial and Prosecutorial Councils", "the Kosovo and Serbian police". What stands before both, or between "and" and the
// plural but for the word that tells them apart, is of both.
func (n *Names) coordinated(text string, ps []piece) []piece {
	for i := 3; i < len(ps); i++ {
		if one := n.ofBoth(text, ps, i); one != "" {
			if e := n.only(one); e != nil {
				ps = join(ps, i-2, i-2, e)
				ps[i-2].singular = one
			}
			continue
		}
		from, first, second := n.coordinatedBefore(ps, i)
		if second < 0 {
			continue
		}
		end := n.after(ps, i)
		before := text[ps[from].from:ps[first].from]
		behind := text[ps[second].to:ps[i].from] + n.calledEach(ps[i]) + text[ps[i].to:ps[end].to]
		one, other := before+text[ps[first].from:ps[first].to]+behind, before+text[ps[second].from:ps[second].to]+behind
		if a, b := n.only(one), n.only(other); a != nil && b != nil {
			ps = join(ps, second, end, b) // first, so that what stands before stays where it is
			ps[second].singular = other
			ps = join(ps, from, first, a)
			ps[from].singular = one
			i = from + 1
		}
	}
	return ps
}

// ofBoth is the name of the body that a known one's last word names too by the country in front of it: "the Kosovo and Serbian police", of
// which a list has the second; "" where none is named so.
func (n *Names) ofBoth(text string, ps []piece, i int) string {
	written := text[ps[i].from:ps[i].to]
	nation, head, two := strings.Cut(written, " ")
	first := ps[i-2]
	if !ps[i].isBody() || !two || !n.gazetteer.forms.is("Unnumbered", phrase(head)) || n.gazetteer.nations[phrase(nation)] == "" ||
		ps[i-1].folded != "and" || ps[i-3].folded != "the" || first.gap != " " || n.placeOf(first) == nil {
		return ""
	}
	return text[first.from:first.to] + " " + head
}

// calledEach is what each of several bodies is called that a piece names together: "Court" of "Courts", "police" of "police"; "" for none.
func (n *Names) calledEach(p piece) string {
	head := singular(p.folded)
	switch {
	case p.entity != nil:
		return ""
	case n.gazetteer.forms.is("Unnumbered", p.folded):
		return p.folded
	case p.cap && head != p.folded && n.gazetteer.forms.heads[head] != "":
		return title(head)
	}
	return ""
}

// coordinatedBefore is where a name in front of a plural at i begins, and the two words of it that tell one body from the other; below 0
// where no two stand there.
func (n *Names) coordinatedBefore(ps []piece, i int) (from, first, second int) {
	if n.calledEach(ps[i]) == "" {
		return -1, -1, -1
	}
	begin := func(k int) int { // of the words with capitals that end at k
		for k > 0 && ps[k].gap == " " && (ps[k-1].isPlace() || n.plain(ps[k-1])) {
			k--
		}
		return k
	}
	second = begin(i)
	first = second - 2
	if second == i || first < 0 || ps[second-1].folded != "and" || ps[second-1].gap != " " || ps[second].gap != " " || !n.alike(ps[first], ps[second]) {
		return -1, -1, -1
	}
	if from = first; !ps[first].isPlace() {
		from = begin(first)
	}
	return from, first, second
}

// alike says whether two words tell bodies of one kind apart: places and peoples ("Peja" and "Klina", "Serbian" and "Kosovo"), or
// adjectives ("Judicial" and "Prosecutorial").
func (n *Names) alike(a, b piece) bool {
	adjective := func(p piece) bool {
		ending := strings.HasSuffix(p.folded, "al") || strings.HasSuffix(p.folded, "ive") || strings.HasSuffix(p.folded, "ary")
		return n.plain(p) && !n.foreign(p.folded) && ending
	}
	return n.placeOf(a) != nil && n.placeOf(b) != nil || adjective(a) && adjective(b)
}

// only is the body that the whole of a text names; nil where it names none.
func (n *Names) only(name string) *Entity {
	if found := n.Read(name); len(found) == 1 && found[0].From == 0 && found[0].To == len(name) && found[0].Entity.Label != "Place" {
		return found[0].Entity
	}
	return nil
}

func isLand(e *Entity) bool { return e.Kind == "COUNTRY" || e.Kind == "TERRITORY" }

// owner is the place whose the bodies are that end at piece e, as the text goes on to say: "of Serbia", "of the Russian Federation"; e
// where it does not.
func (n *Names) owner(ps []piece, e int) int {
	at := e + 2
	if at < len(ps) && ps[at].folded == "the" && ps[at].entity == nil {
		at++
	}
	if at < len(ps) && ps[at].isPlace() && ps[at].gap == " " && ps[e+1].folded == "of" && ps[e+1].gap == " " {
		return at
	}
	return e
}

// partsFrom are the first and the last pieces of each of several phrases that commas and one "and" join from j on; nil where there is
// another "and".
func (n *Names) partsFrom(ps []piece, j int) (parts [][2]int) {
	land := func(at int) int { // behind an article
		if at+1 < len(ps) && ps[at].folded == "the" && ps[at+1].isPlace() {
			return at + 1
		}
		return at
	}
	for at := j; ; {
		at = land(at)
		end := n.runFrom(ps, at)
		if end < 0 {
			return nil
		}
		parts = append(parts, [2]int{at, end})
		next := end + 1
		if next+1 >= len(ps) || ps[next].gap != " " && ps[next].gap != ", " {
			return nil
		}
		if ps[next].folded == "and" {
			last := land(next + 1)
			if end = n.runFrom(ps, last); end < 0 || n.goesOn(ps, end+1) {
				return nil
			}
			return append(parts, [2]int{last, end})
		}
		if ps[next].gap != ", " || slices.Contains([]string{"or", "of"}, ps[next].folded) {
			return nil
		}
		at = next
	}
}

// goesOn says that a list of phrases that has had its "and" goes on at k: "Labour and Social Welfare, Health and Justice", "Education and
// Science and of Health".
func (n *Names) goesOn(ps []piece, k int) bool {
	if k+1 >= len(ps) {
		return false
	}
	next := ps[k+1]
	return ps[k].gap == ", " && n.joined(ps[k]) || ps[k].folded == "and" && ps[k].gap == " " && (n.plain(next) || next.folded == "of")
}

// InPlural says whether the name of an entity is written in the plural, as the first of several: "Ministries of Justice".
func InPlural(e *Entity, written string) bool {
	name := " " + phrase(e.Name) + " "
	return slices.ContainsFunc(strings.Fields(phrase(written)), func(w string) bool {
		one := singular(w)
		return one != w && strings.Contains(name, " "+one+" ") && !strings.Contains(name, " "+w+" ")
	})
}
