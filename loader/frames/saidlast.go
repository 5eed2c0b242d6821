package frames

import "councilgraph/loader/text"

// dateSaidLast is the date that ends the last of several clauses of one verb, said once for all: "moved X to Klina and Y to Peja on 4 May";
// nil where one of them has a date before that.
func (r *run) dateSaidLast(o occurrence) *text.DateExpression {
	last := -1
	for c := o.clause + 1; c < len(r.s.Clauses); c++ {
		if r.s.Clauses[c].Verb != o.group {
			continue
		}
		if last >= 0 && r.dateIn(whole(&r.s.Clauses[last])) != nil {
			return nil
		}
		last = c
	}
	if last < 0 {
		return nil
	}
	clause := &r.s.Clauses[last]
	end := clause.Groups[len(clause.Groups)-1]
	if d := r.whenGroup(end); d != nil && r.dateIn(whole(clause)) == d && r.s.In[end] == last {
		return d
	}
	return nil
}
