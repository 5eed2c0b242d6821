package frames

import (
	"slices"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// alsoAt are the places that a conjunction joins to those of a prepositional phrase of a clause: "in Klina, in Peja and, to a lesser
// extent, in Istog", "three in Klina and five in Peja".
func (r *run) alsoAt(clause *text.Clause, i int) (more []*lexicon.Entity) {
	var listed []*lexicon.Entity
	last := &clause.Attached[i]
	for k := i + 1; k < len(clause.Attached); k++ {
		next := &clause.Attached[k]
		f := r.resolve(next.Phrases, place, false)
		if !whereat[next.Prep] || !f.found() {
			continue
		}
		joined, and := r.joinedPhrases(clause, last, next)
		if !joined && (r.furtherSite(last, next) || r.furtherThing(last, next)) {
			joined, and = true, true
		}
		if !joined {
			break
		}
		if listed = append(listed, f.entities...); and {
			more, listed = append(more, listed...), nil
		}
		last = next
	}
	if len(more) == 0 {
		more = r.rightBehind(clause, i)
	}
	return append(more, r.countedApart(clause, last)...)
}

// furtherSite says that a prepositional phrase tells where the second site of a list lies: "in the Klina police station, a ministry
// building in Istog and the Peja prison".
func (r *run) furtherSite(a, b *text.Attachment) bool {
	last, g := a.Phrases[len(a.Phrases)-1].Group, b.At-1
	if b.Prep != "in" || g < 2 || r.s.Groups[g].Kind != text.NounGroup || !r.site(last) || !r.site(g) && r.head(g).Low != "building" {
		return false
	}
	and, before := len(b.Phrases) > 1, g-1
	for before > last && (r.s.Groups[before].Kind == text.Comma || r.s.Groups[before].Kind == text.Conjunction) {
		and = and || r.s.Groups[before].Kind == text.Conjunction
		before--
	}
	return and && before == last && g-1 > last
}

// furtherThing says that a prepositional phrase tells where the next of a list of things, or people, is to each of which the same was done:
// "threw stones at a shop in Klina, a bus in Peja and a house in Istog".
func (r *run) furtherThing(a, b *text.Attachment) bool {
	last, g := a.Phrases[len(a.Phrases)-1].Group, b.At-1
	if !whereat[a.Prep] || !whereat[b.Prep] || a.At < 1 || g <= last || !r.onlyBetween(last, g, text.Comma, text.Conjunction) {
		return false
	}
	counted := func(i int) bool {
		group := &r.s.Groups[i]
		return group.Kind == text.NounGroup && r.head(i).Kind == text.Word && (group.Det == "a" || group.Det == "an" || group.Count != nil) && !r.happens(i)
	}
	return counted(a.At-1) && counted(g)
}

// sitesBehind are the phrases that a prepositional phrase of place has, with those of the further sites of its list.
func (r *run) sitesBehind(all []*text.Attachment) []text.Phrase {
	list := all[0].Phrases
	if len(all) > 1 && whereat[all[0].Prep] && r.furtherSite(all[0], all[1]) {
		list = append(slices.Clone(list), all[1].Phrases...)
	}
	return list
}

// countedApart are the places of the further numbers that a clause without a verb of its own goes on with behind a phrase that has one:
// "repaired four schools, three in Klina and one in Peja".
func (r *run) countedApart(clause *text.Clause, last *text.Attachment) (more []*lexicon.Entity) {
	counted := func(g int) bool { return r.bareCount(g) || g >= 0 && r.s.Groups[g].Count != nil }
	for c := range r.s.Clauses {
		further := &r.s.Clauses[c]
		if further == clause || clause.Verb < 0 || further.Verb != clause.Verb || len(further.Attached) == 0 {
			continue
		}
		number, next := further.Groups[0], &further.Attached[0]
		follows := number == last.Phrases[len(last.Phrases)-1].Group+2 && next.At == number+1
		if !follows || !r.bareCount(number) || !counted(last.At-1) || !whereat[next.Prep] {
			continue
		}
		if f := r.resolve(next.Phrases, place, false); f.found() {
			more, last = append(more, f.entities...), next
		}
	}
	return more
}

// joinedPhrases says that nothing but commas, a conjunction, a number and "to a lesser extent" stand between two prepositional phrases, and
// whether a conjunction does.
func (r *run) joinedPhrases(clause *text.Clause, a, b *text.Attachment) (joined, and bool) {
	end := a.Phrases[len(a.Phrases)-1].To
	for end > 1 && (clause.Groups[end-1] >= b.At || r.bareCount(clause.Groups[end-1]) || r.s.Groups[clause.Groups[end-1]].Kind == text.Conjunction) {
		end-- // a list of places goes on with the number of the next: "in Klina and five in Peja"
	}
	for k := end; k < len(clause.Groups) && clause.Groups[k] < b.At; k++ {
		switch group := &r.s.Groups[clause.Groups[k]]; {
		case group.Kind == text.Conjunction:
			and = true
		case group.Kind == text.Comma, group.Kind == text.Adverb, group.Low == "to", group.Low == "extent":
		case clause.Groups[k] == b.At-1 && r.bareCount(b.At-1):
		default:
			return false, false
		}
		joined = true
	}
	return joined, and
}

// bareCount says that a group is a number alone, of what a noun before it names: "eight inspections, three in Klina and five in Peja".
func (r *run) bareCount(g int) bool {
	if g < 0 || r.s.Groups[g].Kind != text.NounGroup {
		return false
	}
	t := r.head(g)
	return t.Kind == text.Number || t.Tag == "CD" && t.Kind == text.Word
}

// rightBehind are the places behind a preposition of place that stands, but for a comma, right behind another, without a conjunction: both
// tell where, "in Pristina, in the vicinity of Dragodan".
func (r *run) rightBehind(clause *text.Clause, i int) []*lexicon.Entity {
	a := &clause.Attached[i]
	last := &a.Phrases[len(a.Phrases)-1]
	if i+1 >= len(clause.Attached) || a.Prep == "on" || r.happens(last.Group) { // "at Gazimestan and the stoning of a bus in Klina"
		return nil
	}
	end := last.To
	if end < len(clause.Groups) && r.s.Groups[clause.Groups[end]].Low == "," {
		end++
	}
	next := slices.IndexFunc(clause.Attached, func(b text.Attachment) bool { return end < len(clause.Groups) && b.At == clause.Groups[end] })
	if next < 0 || r.says("respectively") || clause.Attached[next].Prep != "in" && clause.Attached[next].Prep != "at" {
		return nil
	}
	f, first := r.resolve(clause.Attached[next].Phrases, place, false), r.resolve(a.Phrases, place, false)
	if !f.found() || !first.found() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(f.entities), func(e *lexicon.Entity) bool {
		return slices.ContainsFunc(first.entities, func(in *lexicon.Entity) bool { return in == e || slices.Contains(r.nested, nesting{in, e}) })
	})
}
