package frames

import "councilgraph/loader/text"

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
