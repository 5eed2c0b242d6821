package frames

import (
	"councilgraph/loader/text"
)

// sharing is the clause of the verb that follows that of an occurrence at once, with which it shares what stands behind both; nil for none.
func (r *run) sharing(o occurrence) *text.Clause {
	verb := r.s.Clauses[o.clause].Verb
	if verb < 0 {
		return nil
	}
	if o.length > 0 && o.object < 0 && verb+2 < len(r.s.Groups) && r.s.Groups[verb+1].Kind == text.Preposition { // "taken into custody and questioned in Klina"
		verb += 2
	}
	if verb+1 < len(r.s.Groups) && r.s.Groups[verb+1].Kind == text.Comma { // "arrested, and later set free, two men in Klina"
		verb++
	}
	if verb+3 >= len(r.s.Groups) || r.s.Groups[verb+1].Kind != text.Conjunction {
		return nil
	}
	if next := r.hurtToo(o, verb+2); next != nil {
		return next
	}
	if r.s.Groups[verb+2].Kind == text.NounGroup && r.s.Groups[verb+3].Kind == text.VerbGroup && r.passive(o.clause) { // "were killed and two wounded in Klina"
		if next := &r.s.Clauses[r.s.In[verb+3]]; next.Verb == verb+3 && r.s.Groups[next.Verb].To == r.s.Groups[next.Verb].From+1 && !r.daysAfter(next) {
			return next
		}
	}
	at := verb + 2
	for r.s.Groups[verb].Kind == text.Comma && at+2 < len(r.s.Groups) && (r.s.Groups[at].Kind == text.Adverb || r.s.Groups[at].Kind == text.When || r.s.Groups[at+1].Kind == text.When) {
		at++ // "detained, and on 4 May set free, two men in Klina"
	}
	if r.s.Groups[at].Kind != text.VerbGroup || at > verb+2 && r.s.Groups[at+1].Kind != text.Comma {
		return nil
	}
	if next := &r.s.Clauses[r.s.In[at]]; next.Kind == text.Coordinate && next.Governor == r.s.Clauses[o.clause].Verb {
		return next
	}
	return nil
}

// daysAfter says that a clause tells its day as one that is counted from another: "were hurt and one died the next day".
func (r *run) daysAfter(clause *text.Clause) bool {
	d := r.dateIn(whole(clause))
	return d != nil && d.Relative && d.Offset != 0
}

// hurtToo is the clause, from a group on, of whom a conjunction adds as hurt to who died: "a guard died and two of his men were hurt in
// Klina"; nil for none.
func (r *run) hurtToo(o occurrence, from int) *text.Clause {
	if r.passive(o.clause) || len(r.s.Clauses[o.clause].Object) > 0 {
		return nil
	}
	for g := from; g < len(r.s.Groups) && (r.s.Groups[g].Kind == text.NounGroup || r.s.Groups[g].Kind == text.VerbGroup || r.s.Groups[g].Low == "of"); g++ {
		if r.s.Groups[g].Kind != text.VerbGroup {
			continue
		}
		if next := &r.s.Clauses[r.s.In[g]]; next.Verb == g && text.IsAny(r.s.Groups[g].Low, injures) {
			return next
		}
		return nil
	}
	return nil
}
