package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// meeting is where a document names a body.
type meeting struct {
	first int          // before which other body, by number
	texts map[int]bool // in which texts
	known bool         // as one that is known: "the Lake Unit"
	new   bool         // as one of several: "a Lake Unit"
}

// meet keeps how the text of a number names a body.
func (n *Names) meet(text string, number int, m Mention) {
	e := m.Entity
	if e.Label != "Organization" && e.Label != "Court" || IsShort(e, text[m.From:m.To]) {
		return
	}
	at := n.met[e.ID()]
	if at == nil {
		at = &meeting{first: len(n.met), texts: map[int]bool{}}
		n.met[e.ID()] = at
	}
	at.texts[number] = true
	if words := Words(text[max(0, m.From-20):m.From]); len(words) > 0 && strings.HasSuffix(text[:m.From], " ") {
		before := words[len(words)-1]
		at.known = at.known || before.stem != "" || n.gazetteer.forms.is("Known", before.Folded)
		at.new = at.new || n.gazetteer.forms.is("New", before.Folded) || n.gazetteer.forms.is("Nearby", before.Folded) || n.tellsWhich(text[m.To:])
	}
}

// tellsWhich says that the words behind a name tell which of several it is: "the Lake Commission on trade", "the Lake Commission in
// Norway".
func (n *Names) tellsWhich(behind string) bool {
	words := Words(behind[:min(len(behind), 40)])
	if len(words) < 2 || words[0].From != 1 || behind[0] != ' ' || !linked[words[0].Folded] || behind[words[0].To:words[1].From] != " " {
		return false
	}
	f := n.gazetteer.forms
	return !f.is("Known", words[1].Folded) && !f.is("New", words[1].Folded) && !unicode.IsDigit(rune(behind[words[1].From]))
}

// unifyBodies makes one of the bodies that a document names by the same words in another order ("Office of the Registrar", "Registrar’s
// Office"), and of one that it names in full and, from then on, by less: "the Kosovo Lake Agency", "the Lake Agency"; "the Lake Group on
// Rescue", "the Lake Group". Where two could be meant in full, none is.
func (n *Names) unifyBodies() {
	bodies := slices.SortedFunc(maps.Keys(n.met), func(a, b string) int { return cmp.Compare(n.met[a].first, n.met[b].first) })
	bodies = slices.DeleteFunc(bodies, func(id string) bool { return n.entities[id] == nil })
	same := map[string]*Entity{}
	for _, id := range bodies {
		e := n.entities[id]
		key := e.Label + " " + n.bag(e.Name)
		if held := same[key]; held == nil || !held.Listed && (e.Listed || utf8.RuneCountInString(e.Name) > utf8.RuneCountInString(held.Name)) {
			same[key] = e
		}
	}
	for _, id := range bodies {
		if e := n.entities[id]; same[e.Label+" "+n.bag(e.Name)] != e {
			n.become(e, same[e.Label+" "+n.bag(e.Name)])
		}
	}
	for _, id := range bodies {
		short := n.entities[id]
		if short == nil || short.Listed || !n.met[id].known || n.met[id].new {
			continue
		}
		var full *Entity
		several := false
		for _, other := range bodies {
			if e := n.entities[other]; e != nil && n.fuller(short, e) {
				switch {
				case full == nil || n.fuller(full, e):
					full = e
				case !n.fuller(e, full):
					several = true
				}
			}
		}
		if full != nil && !several && n.met[full.ID()].first < n.met[id].first {
			n.fullest[full.ID()] = true
			n.become(short, full)
		}
	}
}

// become makes all names of one entity those of another.
func (n *Names) become(e, other *Entity) {
	n.own.Replace(e, other)
	n.own.AddShort(e.Name, other)
	delete(n.entities, e.ID())
}

// isLesser says whether a name as written is less than the one by which the document names the body in full.
func (n *Names) isLesser(e *Entity, written string) bool {
	return n.fullest[e.ID()] && len(Words(written)) < len(Words(e.Name))
}

// bag are the words of a body's name in any order and in the singular, without the small ones, its acronyms written out.
func (n *Names) bag(name string) string {
	var words []string
	for _, w := range Words(name) {
		of := []string{w.written(name)}
		if e := n.find(of[0]); e != nil && IsAcronym(of[0]) {
			of = strings.Fields(e.Name)
		}
		for _, word := range of {
			if word = phrase(strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")); !linked[word] && word != "the" && word != "and" {
				words = append(words, cmp.Or(singular(word), word))
			}
		}
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// fuller says whether a name is another's with words left out in front that only tell whose or of what sort it is ("Kosovo", "Independent
// Special"), or behind its head with "of", "for" or "on"; or whether its words are the other's in another order, but for the body whose
// unit it is. That of another State than the document's is only named so where it is named in full.
func (n *Names) fuller(short, full *Entity) bool {
	a, b := strings.Fields(phrase(short.Name)), strings.Fields(phrase(full.Name))
	if ministry := strings.HasPrefix(a[0], "ministr"); ministry || short.Label != full.Label || len(a) < 2 || len(a) >= len(b) || n.gazetteer.forms.lists["Alone"][phrase(short.Name)] {
		return false
	}
	if n.turned(short, full) {
		return true
	}
	left := b[:len(b)-len(a)]
	switch {
	case slices.Equal(a, b[len(left):]):
		small := func(w string) bool { return linked[w] || w == "and" || w == "the" || n.gazetteer.forms.is("Others", w) }
		if short.Kind == "POLITICAL_PARTY" || slices.ContainsFunc(left, small) {
			return false
		}
	case slices.Equal(a, b[:len(a)]):
		left = b[len(a):]
		if next := left[0]; next != "of" && next != "for" && next != "on" || n.gazetteer.forms.heads[a[len(a)-1]] == "" && !slices.Contains(a, "of") {
			return false
		}
	default:
		return false
	}
	whose := phrase(strings.TrimPrefix(strings.Join(left, " "), "of "))
	land := n.landOf(left[0])
	if e := n.gazetteer.Names.Find(whose); e != nil && e.Label == "Place" {
		land = e
	}
	if land == nil || land == n.country {
		return true
	}
	for text := range n.met[short.ID()].texts {
		if !n.met[full.ID()].texts[text] {
			return false
		}
	}
	return true
}

// turned says whether a name has the words of another one in another order, where that one tells besides of which body it is: "Lake
// Division", "Division of Lakes of ONUSAL".
func (n *Names) turned(short, full *Entity) bool {
	at := strings.LastIndex(full.Name, " of ")
	if at < 0 || !strings.Contains(full.Name[:at], " of ") {
		return false
	}
	e := n.find(full.Name[at+len(" of "):])
	return e != nil && e.Label == "Organization" && n.bag(short.Name) == n.bag(full.Name[:at])
}
