package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// wholeWords fills a role by the words behind one of its prepositions as far as they go: with lists, gerunds and phrases behind
// prepositions, but without what tells when, where, by whom or, of the other roles, to whom. "guilty of having organized and taken part in
// fraud by the Basic Court" gives "organized and taken part in fraud".
func (r *run) wholeWords(o occurrence, role *Role, roles map[string]*filler) *filler {
	for _, start := range r.starts(o, role, roles) {
		from, to := r.extent(start, role, roles)
		if words := r.matter(from, to, role); words != "" {
			return &filler{words: words, at: start, whole: role, to: to}
		}
	}
	if role.As == "head" && o.object >= 0 && r.measured(o.object) { // "a four-year prison sentence"
		return &filler{words: r.words(r.s.Groups[o.object].From, r.s.Groups[o.object].To), at: o.object, whole: role, to: o.object + 1}
	}
	return nil
}

// measured says that a word before the head of a noun group says how long, or how much: "a four-year sentence", "a life sentence".
func (r *run) measured(g int) bool {
	group := &r.s.Groups[g]
	return slices.ContainsFunc(r.s.Tokens[group.From:group.Head], func(t text.Token) bool {
		return t.Kind == text.Number || slices.ContainsFunc([]string{"year", "month", "day", "life", "death"}, func(unit string) bool {
			return t.Low == unit || strings.HasSuffix(t.Low, "-"+unit)
		})
	})
}

// extent is the run of groups, from and to, that the words of a role which begin at a group reach over.
func (r *run) extent(start int, role *Role, roles map[string]*filler) (from, to int) {
	if next := r.behindAccusation(start); next > start && r.wordsBegin(next, role) {
		start = next
	}
	g := start
	if len(role.Heads) > 0 {
		g = r.behindNumbers(start)
	}
	to = start
	for g < len(r.s.Groups) && !r.fillsAnother(g, roles) {
		next := r.goesOn(start, g, role)
		if next < 0 {
			break
		}
		g = next
		if kind := r.s.Groups[g-1].Kind; kind == text.NounGroup || kind == text.VerbGroup {
			to = g
		}
	}
	return start, to
}

// behindAccusation is where a charge begins behind a noun that only says that one follows: "charges of", "charges connected with"; -1 where
// no such noun stands.
func (r *run) behindAccusation(g int) int {
	if r.s.Groups[g].Kind != text.NounGroup || !accusations[text.Singular(r.head(g).Low)] || r.s.Groups[g].Det == "all" ||
		g+2 >= len(r.s.Groups) || r.s.Groups[g].Head > r.s.Groups[g].From+1 {
		return -1
	}
	switch next := &r.s.Groups[g+1]; {
	case next.Low == "of":
		g += 2
	case next.Kind == text.VerbGroup && text.IsAny(next.Low, concerning) && r.s.Groups[g+2].Kind == text.Preposition:
		g += 3
	default:
		return -1
	}
	for g < len(r.s.Groups) && r.s.Groups[g].Kind == text.Adverb {
		g++
	}
	return g
}

// fillsAnother says that what fills another role begins at a group.
func (r *run) fillsAnother(g int, roles map[string]*filler) bool {
	for _, f := range roles {
		if f.words == "" && f.at == g || slices.ContainsFunc(f.phrases, func(p text.Phrase) bool { return p.Group == g }) && len(f.entities) > 0 {
			return true
		}
	}
	return false
}

// goesOn is the group behind the next step of an extent: a noun group, a verb without tense, a preposition, conjunction or comma with what
// it joins; -1 where the extent ends.
func (r *run) goesOn(start, g int, role *Role) int {
	group := &r.s.Groups[g]
	switch group.Kind {
	case text.NounGroup:
		if g > start && r.s.Groups[g-1].Kind == text.NounGroup || len(role.Heads) > 0 && !r.headed(g, role) && !r.amount(g) {
			return -1
		}
		return g + 1
	case text.Adjective, text.Adverb:
		return g + 1
	case text.VerbGroup:
		if r.untensed(start, g, role) {
			return g + 1
		}
	case text.Preposition:
		if r.reachesOver(start, g, role) {
			return g + 1
		}
	case text.Conjunction:
		return r.joins(start, g+1, role)
	case text.Comma:
		if len(role.Heads) == 0 && group.Low == "," && r.listAhead(start, g, role) {
			return r.joins(start, g+1, role)
		}
		if len(role.Heads) > 0 && group.Low != ")" && g+1 < len(r.s.Groups) && r.untensed(start, g+1, role) {
			return g + 1
		}
	}
	return -1
}

// untensed says that a verb group goes on with an extent: a gerund, an infinitive, a participle before its noun or joined to one before; of
// words with heads, a participle that says more of them ("suspended for two years").
func (r *run) untensed(start, g int, role *Role) bool {
	group := &r.s.Groups[g]
	if group.Kind != text.VerbGroup {
		return false
	}
	if len(role.Heads) > 0 {
		return group.Verb.Form == text.Participle && g+2 < len(r.s.Groups) && r.s.Groups[g+1].Kind == text.Preposition && r.headed(r.behindCounts(g+2), role)
	}
	switch group.Verb.Form {
	case text.Gerund:
		return g == start || r.s.Groups[g-1].Kind != text.NounGroup
	case text.Infinitive:
		return g > start
	case text.Participle: // "offences related to the levying of tolls"
		if g > start && text.IsAny(group.Low, concerning) && g+1 < len(r.s.Groups) && r.s.Groups[g+1].Kind == text.Preposition && r.reachesOver(start, g+1, role) {
			return true
		}
	}
	if r.modifier(g) {
		return r.s.Groups[g-1].Kind != text.NounGroup
	}
	first := &r.s.Groups[start]
	return g > start && r.s.Groups[g-1].Kind == text.Conjunction && group.To == group.From+1 && first.Kind == text.VerbGroup &&
		first.Verb.Perfect && strings.HasPrefix(r.head(g).Tag, "VB") && r.head(g).Tag != "VBZ"
}

// amount says that a noun group is a number or a sum: "€5,000".
func (r *run) amount(g int) bool {
	t := r.head(g)
	return r.s.Groups[g].Kind == text.NounGroup && (t.Kind == text.Number || strings.ContainsAny(t.Text, "0123456789"))
}

// behindCounts is the noun group that a group begins: itself, or that behind "a period of".
func (r *run) behindCounts(g int) int {
	if g+2 < len(r.s.Groups) && r.s.Groups[g].Kind == text.NounGroup && r.s.Groups[g+1].Low == "of" {
		return g + 2
	}
	return g
}

// reachesOver says that a preposition at a group goes on with an extent: what it takes tells neither when nor where nor by whom.
func (r *run) reachesOver(start, g int, role *Role) bool {
	prep := r.s.Groups[g].Low
	next := g + 1
	for next < len(r.s.Groups) && r.s.Groups[next].Kind == text.Adverb {
		next++
	}
	if next >= len(r.s.Groups) {
		return false
	}
	if len(role.Heads) > 0 {
		return prep != "to" && (r.headed(r.behindCounts(next), role) || prep == "of" && r.amount(next))
	}
	taken, t := &r.s.Groups[next], r.head(next)
	switch {
	case slices.Contains([]string{"by", "after", "before", "since", "during", "under", "near", "from", "at"}, prep), taken.Kind == text.When:
		return false
	case taken.Kind == text.VerbGroup:
		return r.untensed(start, next, role)
	case prep == "of", prep == "against":
		return true
	case taken.Kind != text.NounGroup:
		return taken.Kind == text.Adjective
	case oblique[prep]:
		noun := text.Singular(t.Low)
		return t.Kind == text.Word && !settings[noun] && !chargeSheets[noun] && !r.locality(next) && !r.imposed(next) &&
			(prep != "for" || next > start && r.s.Groups[g-1].Kind == text.Conjunction) && (prep != "as" || !text.Animate(noun)) ||
			t.Kind == text.Name && (prep == "on" || prep == "to") && !r.places(t)
	}
	return false
}

// places says that a name is that of a place, or of a body that may stand for where something was.
func (r *run) places(t *text.Token) bool {
	s := span(t)
	return s == nil || len(s.Entities) == 0 || s.Entities[0].Label != "Person"
}

// joins is the group with which a list goes on behind a conjunction or comma; -1 where a clause follows, or somebody is named.
func (r *run) joins(start, g int, role *Role) int {
	for g < len(r.s.Groups) && r.connects(start, g) {
		g++
	}
	if g >= len(r.s.Groups) {
		return -1
	}
	switch group := &r.s.Groups[g]; group.Kind {
	case text.NounGroup:
		t := r.head(g)
		if len(role.Heads) > 0 && !r.headed(g, role) && !r.headed(r.behindCounts(g), role) ||
			len(role.Heads) == 0 && (t.Kind != text.Word || t.Tag == "PRP" || text.Animate(t.Low)) || r.subject(g) {
			return -1
		}
		return g
	case text.VerbGroup:
		if r.untensed(start, g, role) || len(role.Heads) == 0 && r.modifier(g) {
			return g
		}
	case text.Adjective:
		if g+1 < len(r.s.Groups) && r.s.Groups[g+1].Kind == text.NounGroup {
			return g
		}
	}
	return -1
}

// connects says that a group only joins what follows to the words that began at start: an adverb, a conjunction, or their preposition
// again.
func (r *run) connects(start, g int) bool {
	switch group := &r.s.Groups[g]; group.Kind {
	case text.Adverb, text.Conjunction:
		return true
	case text.Preposition:
		first := &r.s.Groups[start-1]
		return first.Kind == text.Preposition && first.Low == group.Low
	}
	return false
}

// subject says that a noun group begins what is the subject of a finite verb.
func (r *run) subject(g int) bool {
	for i := g + 1; i < len(r.s.Groups); i++ {
		switch next := &r.s.Groups[i]; next.Kind {
		case text.VerbGroup:
			return next.Verb.Form == text.Finite && r.s.Groups[i-1].Kind != text.Conjunction
		case text.NounGroup, text.Adverb:
		case text.Preposition:
			if next.Low != "of" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// listAhead says that a comma stands in a list: a conjunction joins its last member.
func (r *run) listAhead(start, g int, role *Role) bool {
	for g < len(r.s.Groups) {
		switch group := &r.s.Groups[g]; {
		case group.Kind == text.Conjunction:
			return r.joins(start, g+1, role) >= 0
		case group.Kind == text.Comma:
			if group.Low != "," || r.joins(start, g+1, role) < 0 && !(g+1 < len(r.s.Groups) && r.s.Groups[g+1].Kind == text.Conjunction) {
				return false
			}
			if g++; g < len(r.s.Groups) && r.s.Groups[g].Kind == text.Conjunction {
				continue
			}
			g = r.joins(start, g, role)
		default:
			if g = r.goesOn(start, g, role); g < 0 {
				return false
			}
		}
	}
	return false
}

// matter are the words of the groups from one to another, without what only says that they follow; "" where nothing is left.
func (r *run) matter(from, to int, role *Role) string {
	if to <= from {
		return ""
	}
	first, last := r.s.Groups[from].From, r.s.Groups[to-1].To
	for first < last-1 && before[r.s.Tokens[first].Low] {
		first++
	}
	if n := text.Singular(r.s.Tokens[last-1].Low); len(role.Heads) == 0 && accusations[n] {
		switch {
		case last-first == 1:
			return ""
		case r.s.Tokens[first].Low != "all":
			last--
		}
	}
	at, end := r.s.Tokens[first].From, r.s.Tokens[last-1].To
	words := strings.Trim(strings.Join(strings.Fields(r.text[at:end]), " "), " ,;:“”\"")
	if strings.ContainsAny(words, "“”") { // quotation marks within: those around are not of all the words
		if strings.HasSuffix(strings.TrimRight(r.text[:at], " "), "“") {
			words = "“" + words
		}
		if strings.HasPrefix(r.text[end:], "”") {
			words += "”"
		}
	}
	return words
}
