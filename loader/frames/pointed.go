package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// pointedAt are the places to which the clauses that tell of an occurrence point, where its time is known, and those that the "where" of
// its verb, or the "there" of a main clause that the sentence begins with, does.
func (r *run) pointedAt(o occurrence) []*lexicon.Entity {
	if r.when(o).From == "" {
		if clause := &r.s.Clauses[o.clause]; !o.noun && (clause.Marker == "where" || o.clause == 0 && clause.Kind == text.Main) {
			return r.pointedTo(clause)
		}
		return nil
	}
	for _, setting := range r.settings(o) {
		if o.noun && !r.happening(o) && setting.clause.Marker == "where" { // "in Klina, where turnout in the May elections was high"
			continue
		}
		if at := r.pointedTo(setting.clause); len(at) > 0 {
			return at
		}
	}
	return r.metOnArrival(o)
}

// metOnArrival are the places to which those went who then meet somebody, as the verb that goes on tells: "travelled to Klina and met with
// X".
func (r *run) metOnArrival(o occurrence) (at []*lexicon.Entity) {
	clause := &r.s.Clauses[o.clause]
	joined := clause.Kind == text.Coordinate || clause.Kind == text.GerundClause || clause.Kind == text.RelativeClause && clause.Marker == ""
	if o.noun || o.frame.kind() != "MEETING" || !joined || clause.Parent < 0 || !r.arrives(clause.Parent) || r.dateIn(whole(clause)) != nil {
		return nil
	}
	going := &r.s.Clauses[clause.Parent]
	if going.Verb > o.group || clause.Kind != text.Coordinate && !(r.s.Tokens[r.s.Groups[clause.Verb].Head].Tag == "VBG" && clause.Comma) {
		return nil
	}
	lists := [][]text.Phrase{going.Object}
	for i := range going.Attached {
		if a := &going.Attached[i]; a.Prep == "to" && a.At == going.Verb+1 {
			lists = append(lists, a.Phrases)
		}
	}
	for _, list := range lists {
		if len(list) > 0 && list[0].Group > going.Verb && list[0].Group < o.group && r.head(list[0].Group).Kind == text.Name {
			at = append(at, r.listedPlaces(list[len(list)-1].Group)...)
		}
	}
	return at
}

// pointedTo are the places that the "where" with which a clause begins, or a "there" in it, points to: "visited Klina, where she met",
// "went to Klina and signed it there".
func (r *run) pointedTo(clause *text.Clause) []*lexicon.Entity {
	if clause.Kind == text.Adverbial && clause.Marker == "where" && len(clause.Groups) > 0 {
		g := clause.Groups[0] - 1
		for g >= 0 && r.s.Groups[g].Kind != text.NounGroup && r.s.Groups[g].Kind != text.VerbGroup {
			g--
		}
		if g >= 0 && r.s.Groups[g].Kind == text.NounGroup {
			return r.narrowest(g, r.listedPlaces(g))
		}
		return nil
	}
	at := slices.IndexFunc(clause.Groups, func(g int) bool { return r.s.Groups[g].Kind == text.Adverb && r.s.Groups[g].Low == "there" })
	if at < 0 {
		return nil
	}
	for g := clause.Groups[at] - 1; g >= 0; g-- {
		if r.s.Groups[g].Kind == text.NounGroup && len(r.named(g, place)) > 0 {
			return r.listedPlaces(g)
		}
	}
	if setting := r.memory.setting; setting.sentence == r.memory.sentence-1 {
		return setting.places
	}
	return nil
}

// narrowest are the places that stand right before some of which the sentence states that they lie there: "in Batusha in the Klina
// municipality, where"; those themselves where none do.
func (r *run) narrowest(g int, in []*lexicon.Entity) []*lexicon.Entity {
	for g > 1 && len(in) == 1 && r.s.Groups[g-1].Kind == text.Preposition && r.s.Groups[g-2].Kind == text.NounGroup {
		g -= 2
		inner := r.named(g, place)
		if len(inner) != 1 || !slices.Contains(r.nested, nesting{inner[0], in[0]}) {
			break
		}
		in = inner
	}
	return in
}

// listedPlaces are the places of the list that ends with a noun group, or of that alone.
func (r *run) listedPlaces(g int) []*lexicon.Entity {
	clause := &r.s.Clauses[r.s.In[g]]
	lists := [][]text.Phrase{clause.Object}
	for i := range clause.Attached {
		lists = append(lists, clause.Attached[i].Phrases)
	}
	for _, list := range lists {
		if n := len(list); n > 0 && (list[n-1].Group == g || slices.Contains(list[n-1].Of, g)) {
			if f := r.resolve(list, place, false); f.found() {
				return f.entities
			}
		}
	}
	return r.named(g, place)
}
