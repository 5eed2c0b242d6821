package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"councilgraph/graph/fold"
)

// Mention is an occurrence of a name in a text.
type Mention struct {
	From, To int // bytes
	Entity   *Entity
	Short    bool   // an acronym, a surname alone, or less than the document calls a body in full
	Singular string // the name, where a plural names it with others, so that the text alone is none: of "Ministries of Justice" and of "Health" behind it
}

// Names finds the names of one document. They are resolved from that document and the gazetteer alone.
type Names struct {
	gazetteer *Gazetteer
	year      int
	own       *Trie              // names that the document introduces
	entities  map[string]*Entity // by id, as far as the document names them
	full      map[string]bool    // ids of persons whose full name the document writes
	country   *Entity
	lower     map[string]bool     // words that the document writes without a capital, folded
	met       map[string]*meeting // how it names bodies, by id
	women     map[string]bool     // ids of those persons whom it calls so
	fullest   map[string]bool     // ids of bodies that it names in full and by less
}

// NewNames begins a document of a year, 0 where that is not known.
func (g *Gazetteer) NewNames(year int) *Names {
	return &Names{gazetteer: g, year: year, own: NewTrie(), entities: map[string]*Entity{}, full: map[string]bool{}, lower: map[string]bool{}, met: map[string]*meeting{}, fullest: map[string]bool{}, women: map[string]bool{}}
}

// Learn reads all texts of the document once: for the country that it is about, the persons that it names in full, and the acronyms that it
// introduces. After it, a surname alone is a name too, and generic bodies ("the Supreme Court") are those of that country.
func (n *Names) Learn(texts []string) {
	n.country = n.about(texts)
	for number, text := range texts {
		for _, m := range n.Read(text) {
			n.meet(text, number, m)
		}
	}
	n.unify()
	n.unifyBodies()
	for _, e := range n.entities {
		if e.Label == "Person" && n.full[e.ID()] && strings.Contains(e.Name, " ") {
			n.addSurname(e)
		}
	}
}

// Country is the country or territory that the document is about; nil where it names none.
func (n *Names) Country() *Entity { return n.country }

// Entities are those that the document has named so far, by id.
func (n *Names) Entities() map[string]*Entity { return n.entities }

// InFull says whether the document writes the full name of a person.
func (n *Names) InFull(e *Entity) bool { return n.full[e.ID()] }

// Read finds the names of a text, in order. Those whose entity has the label LabelNothing look like names and are none.
func (n *Names) Read(text string) (mentions []Mention) {
	ps := n.pieces(text)
	for _, step := range []func(string, []piece) []piece{
		n.resolutions, n.expansions, n.otherLanguage, n.nameless, n.shrines, n.plurals, n.coordinated, n.groups, n.bodies, n.factions, n.common, n.acronyms, n.sites, n.persons, n.siblings, n.knownAs, n.bearers, n.towns,
	} {
		ps = step(text, ps)
	}
	for i, p := range ps {
		if p.entity == nil {
			continue
		}
		if besideGarbled(ps, i) || n.taken(ps, i) {
			p.entity = nothing
		}
		if p.entity.Label == LabelNothing {
			mentions = append(mentions, Mention{From: p.from, To: p.to, Entity: p.entity})
			continue
		}
		written := text[p.from:p.to]
		mentions = append(mentions, Mention{p.from, p.to, p.entity, IsShort(p.entity, written) || n.isLesser(p.entity, written), p.singular})
		n.entities[p.entity.ID()] = p.entity
		if p.entity.Label == "Person" && !IsShort(p.entity, written) {
			n.full[p.entity.ID()] = true
		}
	}
	return mentions
}

// IsShort says whether a name as written is short for its entity's: an acronym, of persons a surname alone, of gates their number, of
// resolutions what leaves out whose they are.
func IsShort(e *Entity, written string) bool {
	switch e.Label {
	case "Person":
		return !strings.Contains(strings.TrimSpace(written), " ")
	case "Resolution":
		return !strings.HasPrefix(phrase(written), "security")
	}
	return IsAcronym(written) || !strings.ContainsFunc(written, unicode.IsLetter)
}

// about is the country that the texts name most, by itself, by its people, or by the mission that works there. On the way it learns their
// words without a capital.
func (n *Names) about(texts []string) *Entity {
	named := map[string]int{}
	best := ""
	for _, text := range texts {
		words := Words(text)
		for i := 0; i < len(words); i++ {
			w := words[i]
			if first := []rune(w.written(text))[0]; unicode.IsLower(first) {
				n.lower[w.Folded] = true
			}
			home := n.gazetteer.nations[phrase(w.written(text))]
			if f, ok := n.gazetteer.Names.Longest(text, words, i); ok {
				if home = f.Entity.Home; f.Entity.Kind == "COUNTRY" || f.Entity.Kind == "TERRITORY" {
					home = f.Entity.Name
				} else if first, ok := n.gazetteer.Names.Longest(text, words[:i+1], i); ok && home == "" { // "Kosovo Force"
					home = first.Entity.Name
				}
				for i+1 < len(words) && words[i+1].From < f.To {
					i++
				}
			}
			if n.gazetteer.Homes[home] == nil {
				continue
			}
			if named[home]++; best == "" || named[home] > named[best] {
				best = home
			}
		}
	}
	return n.gazetteer.Homes[best]
}

// counts says whether a name of the gazetteer means its entity in this document: a mission not before it began, and an acronym, a surname
// or a name that others have too only in reports on the countries that it is listed for.
func (n *Names) counts(e *Entity, written string) bool {
	if e.From > n.year && n.year > 0 {
		return false
	}
	if len(e.homes) == 0 || n.country == nil || slices.Contains(e.homes, n.country.Name) {
		return true
	}
	words := phrase(written)
	if !strings.Contains(words, " ") {
		return false
	}
	return e.Label == "Person" || e.Label == "Place" || slices.ContainsFunc(e.homes, func(home string) bool { return strings.Contains(words, phrase(home)) })
}

// find is the entity of which the whole text is a name; nil where there is none.
func (n *Names) find(name string) *Entity {
	if e := n.own.Find(name); e != nil {
		return e
	}
	if e := n.gazetteer.Names.Find(name); e != nil && n.counts(e, name) {
		return e
	}
	return nil
}

// Known is the entity of which the whole text is a name by now; nil where there is none. Unlike Read, it takes no new name from the text.
func (n *Names) Known(name string) *Entity { return n.find(name) }

// brokenLine takes out the blank that the end of a line has left within a name.
var brokenLine = strings.NewReplacer("- ", "-", "/ ", "/")

// named is the entity of this name: the gazetteer's, the document's, or a new one that is known by the name as written, if not "", from now
// on.
func (n *Names) named(label, kind, name, written string) *Entity {
	if known := n.find(name); known != nil && known.Label == label {
		return known
	}
	e := &Entity{Label: label, Kind: kind, Name: brokenLine.Replace(strings.Join(strings.Fields(name), " "))}
	if held := n.entities[e.ID()]; held != nil {
		return held
	}
	n.entities[e.ID()] = e
	if written != "" {
		n.own.Add(written, e)
	}
	return e
}

// Introduce is the force or mission of a name that the document is known to be about, with its acronym, "" where it has none: one that
// either is known for, else a new one.
func (n *Names) Introduce(name, acronym string) *Entity {
	for _, known := range []*Entity{n.find(name), n.find(acronym), n.bodyBefore(name)} {
		if known != nil && known.Label == "Organization" {
			n.entities[known.ID()] = known
			return n.introduced(known, acronym)
		}
	}
	return n.introduced(n.named("Organization", "", name, name), acronym)
}

// bodyBefore is the body of which a phrase tells no more than what it does: "Kosovo Force operations".
func (n *Names) bodyBefore(phrase string) *Entity {
	ps := n.pieces(phrase)
	if len(ps) == 0 || !ps[0].isBody() || slices.ContainsFunc(ps[1:], func(p piece) bool { return p.entity != nil || p.cap }) {
		return nil
	}
	return ps[0].entity
}

func (n *Names) introduced(e *Entity, acronym string) *Entity {
	if !e.Listed {
		if _, e.Kind = n.kindOf(n.pieces(e.Name)); e.Kind != "MILITARY_FORCE" {
			e.Kind = "MISSION"
		}
	}
	if acronym != "" {
		n.introduce(acronym, e)
	}
	return e
}

// addSurname makes the surname of a person a name; one that two persons have is none.
func (n *Names) addSurname(e *Entity) {
	surname := surnameOf(e.Name)
	key, f := strings.ToLower(fold.Text(surname)), n.gazetteer.forms
	if len(key) < 3 || f.is("Stops", key) || f.is("Peoples", key) || n.gazetteer.Names.Find(surname) != nil {
		return
	}
	for _, other := range n.entities {
		if other != e && other.Label == "Person" && n.full[other.ID()] && fold.Name(surnameOf(other.Name)) == fold.Name(surname) {
			return
		}
	}
	n.own.AddShort(surname, e) // where a bearer was met by the surname alone before, it is this one
}

// surnameOf is the last word of a name, or the one in capitals where another comes after it ("BAN Ki-moon").
func surnameOf(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	if first := words[0]; len(words) > 1 && len(first) > 2 && first == strings.ToUpper(first) && words[len(words)-1] != strings.ToUpper(words[len(words)-1]) {
		return first
	}
	return cmp.Or(words[len(words)-1], name)
}
