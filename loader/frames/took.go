package frames

import "councilgraph/loader/text"

// took says that a clause tells of how long something took, or whom, until it was done: "it took until 7 July for the court to convict X",
// "it took KFOR three days to arrest X".
func (r *run) took(clause *text.Clause) bool {
	if clause.Verb < 0 || !r.s.Expletive(clause) {
		return false
	}
	verb := &r.s.Groups[clause.Verb]
	return text.Is(verb.Low, "take") && r.s.Tokens[verb.Head].Tag == "VBD" && !verb.Verb.Passive
}

// tookUntil says that a date at a group is that until which it took to do something.
func (r *run) tookUntil(i int) bool {
	c := r.s.In[i]
	return r.s.Groups[i-1].Low == "until" && (r.took(&r.s.Clauses[c]) || r.notUntil(c))
}

// notUntil says that a clause tells before when something was not done, so that it was then: "it was not until 7 July that".
func (r *run) notUntil(c int) bool {
	clause := &r.s.Clauses[c]
	if clause.Verb < 0 || !r.s.Expletive(clause) {
		return false
	}
	verb := r.s.Groups[clause.Verb].Verb
	return verb.Copula && verb.Negated && verb.Modal == "" && r.s.Groups[clause.Verb+1].Low == "until" && r.around(c)
}
