package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"councilgraph/graph/fold"
)

// bracketed is the last piece of the acronym that stands alone in brackets from i on ("F-FDTL" is two); -1 where none does.
func bracketed(text string, ps []piece, i int) int {
	if gap := strings.TrimRight(ps[i].gap, "“\""); gap != " (" && gap != " (the " {
		return -1
	}
	end := strings.IndexByte(text[ps[i].from:], ')')
	if end < 0 || end > 20 || !IsAcronym(strings.TrimRight(text[ps[i].from:ps[i].from+end], "”\"")) {
		return -1
	}
	j := i
	for j < len(ps) && ps[j].entity == nil && ps[j].to <= ps[i].from+end {
		j++
	}
	return j - 1
}

// expansions learns the acronyms in brackets whose letters are the initials of the words before them, where no list knows those words.
func (n *Names) expansions(text string, ps []piece) []piece {
	for i := 1; i < len(ps); i++ {
		end := bracketed(text, ps, i)
		if end < i || ps[i-1].entity != nil {
			continue
		}
		acronym := text[ps[i].from:ps[end].to]
		from := n.expansion(text, ps[:i], acronym)
		if from < 0 || n.callsOffice(ps[from:i]) {
			continue
		}
		label, kind := n.kindOf(ps[from:i])
		name := text[ps[from].from:ps[i-1].to]
		e := n.named(label, kind, name, name)
		n.introduce(acronym, e)
		ps = join(join(ps, i, end, e), from, i-1, e)
		i = from + 1
	}
	return ps
}

// callsOffice says that the head noun of words that an acronym stands for is that of an office, which is no body: "Chief of Staff (COS)".
func (n *Names) callsOffice(ps []piece) bool {
	head := ps[0].folded
	for _, p := range ps[1:] {
		if n.gazetteer.forms.is("Stops", p.folded) || p.folded == "of" {
			break
		}
		head = p.folded
	}
	return singular(head) == head && n.gazetteer.forms.is("Titles", head)
}

// expansion is the first of the pieces at the end whose initials an acronym is; -1 where they are not there. Small words (of, the, and)
// count only where the acronym has a letter for them; a foreign word for what it is, in front, may have none.
func (n *Names) expansion(text string, ps []piece, acronym string) int {
	letters := []rune(strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return c
		}
		return -1
	}, strings.ToLower(fold.Text(acronym))))
	i, j := len(ps)-1, len(letters)-1
	for ; i >= 0 && j >= 0 && len(ps)-i < 14; i-- {
		if i+1 < len(ps) && strings.Trim(ps[i+1].gap, " -“”\"") != "" {
			return -1
		}
		words := Words(text[ps[i].from:ps[i].to])
		for w := len(words) - 1; w >= 0 && j >= 0; w-- {
			written := words[w].written(text[ps[i].from:])
			first, _ := utf8.DecodeRuneInString(written)
			initial, _ := utf8.DecodeRuneInString(strings.ToLower(fold.Text(string(first))))
			switch {
			case unicode.IsUpper(first) && initial == letters[j], !unicode.IsUpper(first) && initial == letters[j] && j > 0:
				j--
			case unicode.IsUpper(first), len(written) > 4:
				return -1
			}
		}
	}
	if j >= 0 || !ps[i+1].cap && ps[i+1].entity == nil {
		return -1
	}
	if i >= 0 && ps[i+1].gap == " " && n.plain(ps[i]) && n.gazetteer.forms.is("Foreign", ps[i].folded) { // "Frente Farabundo Gómez (FG)"
		return i
	}
	return i + 1
}

// acronyms learns those in brackets behind a body.
func (n *Names) acronyms(text string, ps []piece) []piece {
	for i := 1; i < len(ps); i++ {
		if end := bracketed(text, ps, i); end >= i && ps[i-1].isBody() {
			e := ps[i-1].entity
			n.introduce(text[ps[i].from:ps[end].to], e)
			ps = join(ps, i, end, e)
		} else if ps[i-1].isBody() && ps[i].gap == " (" && strings.HasPrefix(text[ps[i].to:], ")") && ps[i].isLetterAndNumber() { // "M12"
			n.introduce(text[ps[i].from:ps[i].to], ps[i-1].entity)
			ps[i].entity = ps[i-1].entity
		} else if first := n.reintroduced(text, ps, i); first >= 0 {
			e := ps[i].entity
			ps = join(ps, first, i-1, e)
			i = first + 1
		} else if e := ps[i-1].entity; ps[i-1].isBody() && e.Kind == "POLITICAL_PARTY" && ps[i].gap == " (" && strings.HasPrefix(text[ps[i].to:], ")") &&
			n.part(ps[i]) && n.foreign(ps[i].folded) { // "Fretilin"
			n.own.Add(text[ps[i].from:ps[i].to], e)
			ps[i].entity = e
		}
	}
	return n.quarters(text, ps)
}

// isLetterAndNumber says that a word is one capital and figures behind it.
func (p piece) isLetterAndNumber() bool {
	return p.entity == nil && p.cap && len(p.folded) > 1 && strings.Trim(p.folded[1:], "0123456789") == "" && !unicode.IsDigit(rune(p.folded[0]))
}

// reintroduced is the first piece of the name that a text writes before an acronym in brackets at i that a list knows for another one; -1
// where none stands there. Where the two names are much the same, it is the listed body's, by a name of the document's ("Kosovo Energy
// Company (KEK)"); else, where its initials are the acronym, this is the document's own ("Citizens Initiative “Serbia” (CIS)").
func (n *Names) reintroduced(text string, ps []piece, i int) int {
	p, acronym := ps[i], text[ps[i].from:ps[i].to]
	if !p.isBody() || !p.entity.Listed || !IsAcronym(acronym) || strings.Trim(p.gap, "”\"") != " (" || !strings.HasPrefix(text[p.to:], ")") || ps[i-1].entity == p.entity {
		return -1
	}
	if before := ps[i-1]; before.isBody() {
		if before.entity.Label != p.entity.Label || strings.Contains(phrase(before.entity.Name), phrase(p.entity.Name)) { // "the Board of the Lake Agency (LA)"
			return -1
		}
		if !before.entity.Listed && n.muchTheSame(before.entity.Name, p.entity.Name) {
			n.become(before.entity, p.entity)
			return i - 1
		}
	}
	from := n.expansion(text, ps[:i], acronym)
	if from < 0 || from == i-1 && !ps[from].isBody() {
		return -1
	}
	end := ps[i-1].to
	if strings.HasPrefix(text[end:], "”") {
		end += len("”")
	}
	e := ps[from].entity
	if from < i-1 {
		label, kind := n.kindOf(ps[from:i])
		e = n.named(label, kind, text[ps[from].from:end], text[ps[from].from:end])
	}
	n.introduce(acronym, e)
	ps[i].entity = e
	return from
}

// muchTheSame says whether half of the words of two names are the same, or the first are.
func (n *Names) muchTheSame(a, b string) bool {
	one, other := strings.Fields(n.bag(a)), strings.Fields(n.bag(b))
	common := 0
	for _, w := range one {
		if slices.Contains(other, w) {
			common++
		}
	}
	return 2*common >= max(len(one), len(other)) || firstWord(a) == firstWord(b) && len(one) <= len(other)+1
}

func firstWord(name string) string {
	first, _, _ := strings.Cut(phrase(name), " ")
	return first
}

// quarters finds the units that a body of several is divided into by where they stand: "Multinational Brigade (MNB) (North)", "MNB
// (South-West)".
func (n *Names) quarters(text string, ps []piece) []piece {
	for i := 0; i+1 < len(ps); i++ {
		if e := ps[i].entity; e == nil || !strings.HasPrefix(e.Name, "Multinational ") || strings.TrimPrefix(ps[i+1].gap, ")") != " (" {
			continue
		}
		to := i + 1
		for to < len(ps) && n.gazetteer.forms.is("Sides", ps[to].folded) && (to == i+1 || ps[to].gap == "-") {
			to++
		}
		if to--; to == i || !strings.HasPrefix(text[ps[to].to:], ")") {
			continue
		}
		from := i
		if i > 0 && ps[i-1].entity == ps[i].entity && ps[i].gap == " (" {
			from--
		}
		side := text[ps[i+1].from:ps[to].to]
		ps = join(ps, from, to, n.named("Organization", ps[i].entity.Kind, ps[i].entity.Name+" "+side, ""))
		i = from
	}
	return ps
}

func (n *Names) introduce(acronym string, e *Entity) {
	n.own.Add(acronym, e)
	if e.Acronym == "" && !e.Listed {
		e.Acronym = acronym
	}
}

// kindOf says what a name of several words is the name of, by the last word that tells it before "of", "for" and the like.
func (n *Names) kindOf(ps []piece) (label, kind string) {
	f := n.gazetteer.forms
	for i, p := range ps {
		if p.entity != nil {
			continue
		}
		if linked[p.folded] && kind != "" {
			break
		}
		if class := f.heads[p.folded]; class != "" && p.cap {
			kind = class
		}
		if i > 0 && f.pairs[ps[i-1].folded+" "+p.folded] != "" {
			kind = f.pairs[ps[i-1].folded+" "+p.folded]
		}
	}
	switch kind {
	case "Court":
		return "Court", ""
	case "":
		return "Organization", "OTHER"
	}
	return "Organization", kind
}
