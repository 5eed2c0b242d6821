package frames

import (
	"strings"

	"councilgraph/loader/text"
)

// describing says that a preposition of place stands within an apposition that tells of a person to whom something is done what he or she
// is: "X, the owner of a firm in Klina, was detained"; but not "X, a baker, in Klina".
func (r *run) describing(clause *text.Clause, at int) bool {
	whom := clause.Object
	if at < clause.Verb {
		if whom = clause.Subject; !r.s.Groups[clause.Verb].Verb.Passive {
			return false
		}
	}
	i := len(whom) - 1
	for i >= 0 && whom[i].Group > at { // "In Klina, the mayor, X, was detained"
		i--
	}
	if i < 0 {
		return false
	}
	who := whom[i]
	if t := r.head(who.Group); !(t.Note != nil && t.Note.Person) && !(t.Kind == text.Word && text.Animate(t.Low)) {
		return false
	}
	if strings.Contains(r.head(who.Group).Text, ", ") { // an office is one with its holder: "X, head of a firm in Klina"
		next := &r.s.Groups[who.Group+1] // "met the Minister, X, in Klina", "met the Minister, X, on the margins of a conference in Klina"
		direct := at > clause.Verb && (at == who.Group+1 || strings.HasPrefix(r.head(who.Group).Low, "the ") && (next.Low == "on" || amid[next.Low]))
		return !direct && r.onlyBetween(who.Group, at, text.Preposition, text.NounGroup, text.Adjective)
	}
	comma := at - 1
	for comma > who.Group && r.s.Groups[comma].Kind != text.Comma {
		comma--
	}
	return comma > who.Group && comma < at-1 && r.s.Groups[comma+1].Kind == text.NounGroup &&
		r.onlyBetween(who.Group, comma, text.Preposition, text.NounGroup, text.Adjective)
}

// toldAhead says that a preposition of place stands within what tells of somebody what he or she is, ahead of the name: "the owner of a
// mill in Klina, X was detained".
func (r *run) toldAhead(clause *text.Clause, at int) bool {
	if len(clause.Subject) != 1 || clause.Subject[0].Group <= at || r.s.Groups[clause.Subject[0].Group-1].Kind != text.Comma {
		return false
	}
	if t := r.head(clause.Subject[0].Group); t.Note == nil || !t.Note.Person {
		return false
	}
	told := clause.Subject[0].Group - 2
	for told > 0 && r.onlyBetween(told-2, told, text.Preposition, text.NounGroup) {
		told--
	}
	return told < at && r.s.Groups[told].Kind == text.NounGroup && (r.head(told).Kind == text.Office || text.Animate(r.head(told).Low))
}

// apposed is the name that stands between commas right before the verb of a subject which names nobody: "the largest mission for the
// elections, the European Network, issued"; nil for none.
func (r *run) apposed(list []text.Phrase, subject bool) []text.Phrase {
	if !subject || len(list) != 1 || len(list[0].Named) > 0 || r.head(list[0].Group).Kind != text.Word || r.head(list[0].Group).Tag == "PRP" {
		return nil
	}
	verb := r.s.Clauses[r.s.In[list[0].Group]].Verb
	if verb < list[0].Group+4 || r.s.Groups[verb-1].Kind != text.Comma || r.s.Groups[verb-3].Kind != text.Comma ||
		!r.onlyBetween(list[0].Group, verb-3, text.Preposition, text.NounGroup, text.Adjective) {
		return nil
	}
	if t := r.head(verb - 2); r.s.Groups[verb-2].Kind != text.NounGroup || t.Kind != text.Name || len(r.s.Groups[verb-2].Names) > 0 {
		return nil
	}
	return []text.Phrase{{Group: verb - 2, List: 1, To: verb - 1}}
}

// countApposed fills a role that counts heads from what stands between commas behind the phrase of the noun that names an occurrence and
// tells of how many that is: "the contribution of X, a platoon of 28 soldiers, is", "its contingent in KFOR, 28 soldiers, is"; nil where
// nothing does.
func (r *run) countApposed(o occurrence, role *Role) *filler {
	if !o.noun || !role.is("count") || len(role.Heads) == 0 {
		return nil
	}
	g := r.phrase(o.group)[0].to + 1
	if g >= len(r.s.Groups) || r.s.Groups[g-1].Kind != text.Comma {
		return nil
	}
	if g+1 < len(r.s.Groups) && r.s.Groups[g].Kind == text.Adverb { // "currently 28 soldiers"
		g++
	}
	if g+2 < len(r.s.Groups) && r.s.Groups[g].Det == "a" && r.s.Groups[g+1].Low == "of" {
		g += 2
	}
	if r.s.Groups[g].Kind != text.NounGroup || r.s.Groups[g].Count == nil || g+1 < len(r.s.Groups) && r.s.Groups[g+1].Kind != text.Comma {
		return nil
	}
	return r.take([]text.Phrase{{Group: g, List: 1}}, role, false)
}
