package lexicon

import "strings"

// called is the body that words in small letters from i on make of a name of words that are none of English before them: "the Hizmet/Gülen
// movement", "the Lidhja e Prizrenit primary school".
func (n *Names) called(text string, ps []piece, i int) (first, last int, e *Entity) {
	if i == 0 || ps[i].gap != " " {
		return 0, 0, nil
	}
	if last = n.callsSo(text, ps, i); last < i {
		return 0, 0, nil
	}
	if first = n.calledFrom(ps, i); first == i {
		return 0, 0, nil
	}
	return first, last, n.named("Organization", "OTHER", text[ps[first].from:ps[last].to], "")
}

// callsSo is the last of the words in small letters from i on that make a body of the name before them; -1 where none do.
func (n *Names) callsSo(text string, ps []piece, i int) int {
	for last := i; last < min(i+2, len(ps)); last++ {
		if small(ps[i:last+1]) && n.gazetteer.forms.is("Called", phrase(text[ps[i].from:ps[last].to])) {
			return last
		}
	}
	return -1
}

// calledFrom is the first of the words of such a name that ends before i, with the small words within it; i where there is none.
func (n *Names) calledFrom(ps []piece, i int) int {
	of := func(k int) bool {
		p := ps[k]
		return n.part(p) && p.ending == 0 && (n.foreign(p.folded) || n.gazetteer.forms.is("Foreign", p.folded))
	}
	from := i
	for from > 0 && (ps[from].beside() || ps[from].gap == "/") {
		switch {
		case of(from - 1):
			from--
		case from > 1 && from < i && ps[from-1].links() && ps[from-1].gap == " " && of(from-2):
			from -= 2
		default:
			return from
		}
	}
	return from
}

// inQuotes is the last piece of a body's name that goes on in quotation marks, which become a part of it: "Civic Forum “Work, Bread and
// Peace”"; the last piece of what there is without them where nothing, a body's other name, or more than a name stands in them.
func (n *Names) inQuotes(text string, ps []piece, b body) int {
	next := b.to + 1
	if next == len(ps) || ps[next].gap != " “" || ps[next].isBody() {
		return b.to
	}
	for to := next; to < min(len(ps), next+8); to++ {
		p := &ps[to]
		if to > next && p.gap != " " && p.gap != ", " || p.entity == nil && !p.cap && !linked[p.folded] && p.folded != "and" && p.folded != "the" {
			return b.to
		}
		if strings.HasPrefix(text[p.to:], "”") {
			if to == next && p.entity == nil && n.foreign(p.folded) { // "the Self-Help Movement “Ndihma”": what it is called besides
				return b.to
			}
			p.to += len("”")
			if to+1 < len(ps) {
				ps[to+1].gap = strings.TrimPrefix(ps[to+1].gap, "”")
			}
			return to
		}
	}
	return b.to
}
