package loader

import (
	"slices"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/lexicon"
)

var (
	// listing is what stands between the name of one who holds an office and the next office of a list.
	listing = regexp.MustCompile(`^,?(?: and| as well as)?(?: with)? (?:the )?$`)
	// another is what begins an office that may be held elsewhere than the one before it.
	another = regexp.MustCompile(` (?:and|as well as) (?:with )?the $`)
	// byName is what stands between an office and the name of who holds it.
	byName = regexp.MustCompile(`^,? (?:\p{Lu}[\p{L}.-]+ )?$`)
)

// colleague is the country in which a minister of a list of offices with names holds an office that no words say where: that of the one
// before, or of those before, "the President of Norway, X, the Minister for Trade, Y, and the Minister of Justice, Z". Nil where it may be
// another's.
func (r *reader) colleague(m match, p *lexicon.Entity, offices []listedOffice) []*lexicon.Entity {
	if !slices.ContainsFunc(offices, func(o listedOffice) bool { return r.rules.ministry.MatchString(o.title) }) ||
		slices.ContainsFunc(offices, func(o listedOffice) bool { return len(o.bodies) > 0 || o.nameless }) {
		return nil
	}
	t := m.annotatedText
	end := m.at[0] + len(article.FindString(t.text[m.at[0]:m.at[1]]))
	before := t.slotsIn(0, m.at[0])
	for i := len(before) - 1; i >= 0; i-- {
		name := strings.LastIndex(t.text[:end], string(before[i].class))
		between := t.text[name+signLen : end]
		if !isPerson(before[i]) || !listing.MatchString(between) {
			return nil
		}
		held := before[i].offices
		if end = name; len(held) == 0 && i > 0 && before[i-1].office != nil {
			i--
			end = strings.LastIndex(t.text[:name], string(before[i].class))
			if !byName.MatchString(t.text[end+signLen : name]) {
				return nil
			}
			held = []*office{before[i].office}
		}
		if len(held) == 0 {
			return nil
		}
		for _, o := range held {
			switch {
			case len(o.bodies) == 1 && o.bodies[0].Kind == "COUNTRY" && (p.Home == "" || p.Home == o.bodies[0].Name) && !another.MatchString(between):
				return o.bodies
			case len(o.bodies) > 0 || o.nameless:
				return nil
			}
		}
	}
	return nil
}

func isPerson(s slot) bool { return len(s.entities) == 1 && s.entities[0].Label == "Person" }
