package frames

import (
	"slices"

	"councilgraph/loader/text"
)

// liesAhead says that a clause of time tells what has yet to be: before or until something will be so, "X stays until he is sentenced", or
// in the present with something in the future, "when X is released, he will return", "once convicted, X would lose his seat".
func (r *run) liesAhead(clause *text.Clause) bool {
	if clause.Parent < 0 || clause.Verb < 0 {
		return false
	}
	marker, soon := clause.Marker, clause.Groups[0]-1
	if marker == "as" && soon >= 0 && r.s.Groups[soon].Kind == text.Adverb && r.s.Groups[soon].Low == "soon" {
		marker = "once"
	}
	if !fromThen[marker] && !untilThen[marker] {
		return false
	}
	verb, outer := r.s.Groups[clause.Verb].Verb, r.s.Clauses[clause.Parent].Verb
	future := outer >= 0 && r.s.Groups[outer].Verb.Modal != ""
	switch verb.Form {
	case text.Finite:
		return r.present(clause.Verb) && (future || untilThen[marker])
	case text.Gerund:
		return future && !verb.Perfect && r.dateIn(whole(clause)) == nil
	}
	return future && r.dateIn(whole(clause)) == nil
}

// present says that a finite verb is in the present, or in its perfect.
func (r *run) present(verb int) bool {
	switch r.s.Tokens[r.s.Groups[verb].From].Tag {
	case "VBZ", "VBP", "VB":
		return r.s.Groups[verb].Verb.Modal == ""
	}
	return false
}

// caused says that a clause is a participle of what the verb around it brings about, or wants: "had X arrested", "efforts to have X
// appointed".
func (r *run) caused(clause *text.Clause) bool {
	if clause.Marker != "" || clause.Parent < 0 || clause.Comma {
		return false
	}
	outer := &r.s.Clauses[clause.Parent]
	return outer.Verb >= 0 && text.IsAny(r.s.Groups[outer.Verb].Low, bringsAbout) && clause.Governor == outer.Verb+1 &&
		clause.Verb == clause.Governor+1 && r.s.Groups[clause.Verb].Verb.Form == text.Participle
}

// anyone says that a clause tells of nobody in particular: "a judge who is convicted loses his office", "was treated like a man convicted".
func (r *run) anyone(clause *text.Clause) bool {
	who := clause.Governor
	if who < 0 || clause.Verb < 0 || clause.Parent < 0 || r.head(who).Kind == text.Name {
		return false
	}
	det := r.s.Groups[who].Det
	if det != "a" {
		return whichever[det]
	}
	if r.prepositionOf(who) == "like" {
		return true
	}
	outer := &r.s.Clauses[clause.Parent]
	return clause.Marker != "" && outer.Verb > clause.Verb && !r.s.Groups[outer.Verb].Verb.Copula && !r.s.Groups[outer.Verb].Verb.Perfect &&
		stands(outer.Subject, who) && r.present(outer.Verb) && r.present(clause.Verb)
}

// wishedFor says that a participle tells of things, not of certain ones, that its governing verb only wishes for or will bring about:
// "would welcome patrols conducted by X", "will include projects financed by X".
func (r *run) wishedFor(clause *text.Clause) bool {
	who := clause.Governor
	if who < 0 || clause.Verb < 0 || clause.Parent < 0 || clause.Marker != "" || r.s.Groups[clause.Verb].Verb.Form != text.Participle {
		return false
	}
	outer, things := &r.s.Clauses[clause.Parent], &r.s.Groups[who]
	general := things.Det == "" && things.Count == nil && len(things.Names) == 0 && r.head(who).Kind != text.Name && r.plural(who)
	return general && outer.Verb >= 0 && r.s.Groups[outer.Verb].Verb.Modal != "" && stands(outer.Object, who)
}

// undone says that a participle or a relative clause tells what an act orders that the clause around it says is annulled, or never came to
// be: "annulled a decree appointing X".
func (r *run) undone(clause *text.Clause) bool {
	act := clause.Governor
	if act < 0 || clause.Parent < 0 || !orders[text.Singular(r.s.Groups[act].Low)] {
		return false
	}
	outer := &r.s.Clauses[clause.Parent]
	return outer.Verb >= 0 && text.IsAny(r.s.Groups[outer.Verb].Low, undoes) && !r.s.Groups[outer.Verb].Verb.Negated && stands(r.patients(clause.Parent), act)
}

// foretold says that what a noun names is only warned of, looked forward to, or what somebody has been told to do: "warned X of her
// arrest", "the mandate includes the arrest of X".
func (r *run) foretold(n int, clause *text.Clause) bool {
	v := clause.Verb
	if v < 0 || v > n {
		return false
	}
	low := r.s.Groups[v].Low
	if prep := r.prepositionOf(n); prep != "" {
		forward := slices.ContainsFunc(r.s.Groups[v:n], func(g text.Group) bool { return g.Low == "forward" })
		return text.IsAny(low, warns) && warnedOf[prep] || text.Is(low, "look") && forward && prep == "to"
	}
	return stands(clause.Object, n) && len(clause.Subject) > 0 && remits[text.Singular(r.head(clause.Subject[0].Group).Low)] &&
		(r.s.Groups[v].Verb.Copula || text.IsAny(low, entails))
}

// supposed says that a clause only tells what would come of what its subject names: "a conviction of X would cost him his seat".
func (r *run) supposed(n int, clause *text.Clause) bool {
	switch r.s.Groups[clause.Verb].Verb.Modal {
	case "":
		return false
	case "would", "could", "might":
		return true
	}
	det := r.s.Groups[n].Det
	return det == "a" || det == "another" || det == "" && r.s.Groups[n].Possessor < 0
}

// awaited says that a verb tells of its subject, by itself or by the group behind it, that it has yet to be: "is pending", "remains
// possible".
func (r *run) awaited(verb *text.Group, behind int) bool {
	return unrealModifiers[verb.Low] || !r.dueTo(behind) &&
		(verb.Verb.Copula || text.Is(verb.Low, "remain")) && behind < len(r.s.Groups) && (unrealModifiers[r.s.Groups[behind].Low] || prospects[r.s.Groups[behind].Low])
}

// dueTo says that a group tells of what something came: "the attack was due to neglect".
func (r *run) dueTo(g int) bool {
	return g+1 < len(r.s.Groups) && r.s.Groups[g].Low == "due" && r.s.Groups[g+1].Low == "to"
}

// longExpected says that what a noun names by its day came after it had been expected for some time, and that nothing is set against that:
// "the arrest of X on 4 May had been expected for weeks", "X’s resignation on 4 May had long been expected".
func (r *run) longExpected(n int, clause *text.Clause) bool {
	verb := &r.s.Groups[clause.Verb]
	if !r.pluperfect(clause) || !verb.Verb.Passive || verb.Verb.Negated || !text.IsAny(verb.Low, expects) || r.dateIn(r.phrase(n)[0]) == nil {
		return false
	}
	behind := clause.Verb + 1
	long := slices.ContainsFunc(r.s.Tokens[verb.From:verb.To], func(t text.Token) bool { return t.Low == "long" })
	long = long || behind < len(r.s.Groups) && howLong[r.s.Groups[behind].Low]
	return long && !slices.ContainsFunc(r.s.Tokens[verb.To:], func(t text.Token) bool { return turnsOut[t.Low] })
}
