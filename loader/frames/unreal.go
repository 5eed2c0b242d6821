package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// fancied says that a clause tells what is so in a play, a scenario or a dream only, or of somebody or something that is made up: "in the
// film, a judge is arrested", "a mock session at which they elected X".
func (r *run) fancied(c int) bool {
	for c >= 0 {
		clause := &r.s.Clauses[c]
		attached := slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
			return slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool { return r.feigned(p.Group) || amid[a.Prep] && r.tale(p) })
		})
		told := clause.Verb >= 0 && !r.s.Groups[clause.Verb].Verb.Passive && text.IsAny(r.s.Groups[clause.Verb].Low, depicts) &&
			len(clause.Subject) > 0 && r.tale(clause.Subject[0])
		whom := clause.Subject
		if clause.Kind == text.RelativeClause { // a mock trial that somebody holds is held
			whom = slices.Concat(whom, clause.Object)
		}
		invented := slices.ContainsFunc(whom, func(p text.Phrase) bool { return r.feigned(p.Group) || r.acted(p.Group) })
		if attached || told || invented || r.enacts(clause) || r.rehearsed(clause) {
			return true
		}
		if clause.Kind == text.RelativeClause && (clause.Comma || clause.Marker != "") && !strings.Contains(clause.Marker, " ") {
			return false
		}
		c = clause.Parent
	}
	return false
}

// rehearsed says that a clause tells of what only a scenario or a drill has, or somebody dreams or rehearses: "a scenario of a crash that
// killed nine", "a drill based on the assumption of a fire with nine injured", "dreamed of KFOR releasing X", "rehearsed a fire in which
// nine were hurt".
func (r *run) rehearsed(clause *text.Clause) bool {
	if clause.Parent < 0 {
		return false
	}
	ofTale := func(g int) bool {
		drill := drills[text.Singular(r.s.Groups[g].Low)] && (r.setBefore(clause) || r.uponTale(clause))
		return drill || r.tale(text.Phrase{Group: g}) || r.trainedFor(g) || r.supposedToBe(g)
	}
	if clause.Kind != text.Complement && r.hangsOn(clause.Governor, ofTale) {
		return true
	}
	v := r.s.Clauses[clause.Parent].Verb
	return v >= 0 && v < clause.Verb && !clause.Comma && clause.Kind != text.Coordinate && text.IsAny(r.s.Groups[v].Low, dreams)
}

// hangsOn says that a noun group is such a one, or hangs on one by "of" or "with", or by where that is: "an earthquake" of "the scenario in
// Klina of an earthquake".
func (r *run) hangsOn(g int, such func(g int) bool) bool {
	for ; g >= 0 && r.s.Groups[g].Kind == text.NounGroup; g -= 2 {
		if such(g) {
			return true
		}
		prep := r.prepositionOf(g)
		if g < 2 || prep != "of" && prep != "with" && !(whereat[prep] && r.head(g).Kind == text.Name) {
			return false
		}
	}
	return false
}

// supposedToBe says that a noun group is of what a scenario is said to be, or what a film or a drill is about: "the scenario was a bomb
// that had killed nine", "the theme of the drill was a bomb that had killed nine".
func (r *run) supposedToBe(g int) bool {
	clause := &r.s.Clauses[r.s.In[g]]
	if clause.Verb < 0 || len(clause.Subject) == 0 || !r.s.Groups[clause.Verb].Verb.Copula || !stands(firstOf(clause.Predicate, clause.Object), g) {
		return false
	}
	noun := text.Singular(r.s.Groups[clause.Subject[0].Group].Low)
	return premises[noun] || topics[noun] && slices.ContainsFunc(clause.Subject[0].Of, func(of int) bool {
		return drills[text.Singular(r.s.Groups[of].Low)] || r.tale(text.Phrase{Group: of})
	})
}

// trainedFor says that a noun group is of what somebody only trains for: "trained for a fire with nine injured".
func (r *run) trainedFor(g int) bool {
	v := r.s.Clauses[r.s.In[g]].Verb
	return v >= 0 && r.prepositionOf(g) == "for" && text.Is(r.s.Groups[v].Low, "train")
}

// setBefore says that a relative clause of a drill tells what had come about before: "a drill in which a train had derailed".
func (r *run) setBefore(clause *text.Clause) bool {
	return strings.Contains(clause.Marker, "which") && r.pluperfect(clause)
}

// uponTale says that a clause tells upon what scenario something is based, in whatever words.
func (r *run) uponTale(clause *text.Clause) bool {
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool { return slices.ContainsFunc(a.Phrases, r.tale) })
}

// yetToHave says that a participle tells of something that a plan, or whatever comes, will have: "the plan will include two roads paid for
// by X".
func (r *run) yetToHave(clause *text.Clause, outer int) bool {
	if clause.Marker != "" || outer < 0 || r.s.Clauses[outer].Verb < 0 || r.dateIn(whole(clause)) != nil {
		return false
	}
	has := &r.s.Clauses[outer]
	verb := &r.s.Groups[has.Verb]
	return text.IsAny(verb.Low, entails) && (verb.Verb.Modal != "" || has.Kind == text.InfinitiveClause && !r.holds(outer)) && stands(has.Object, clause.Governor)
}

// ofRumours says that rumours are the subject of a clause, so that what they tell need not be so: "rumours spread that X had been
// arrested".
func (r *run) ofRumours(c int) bool {
	return slices.ContainsFunc(r.s.Clauses[c].Subject, func(p text.Phrase) bool { return hearsay[text.Singular(r.head(p.Group).Low)] })
}

// invitedTo says that somebody is only asked to come to what a noun names: "invited the sides to a meeting".
func (r *run) invitedTo(n int, clause *text.Clause) bool {
	return r.prepositionOf(n) == "to" && clause.Verb >= 0 && clause.Verb < n && text.IsAny(r.s.Groups[clause.Verb].Low, invites)
}

// onPaper says that it is an agreement, or a plan, that gives somebody an office, which he or she has yet to take: "an agreement which
// designated X as Prime Minister".
func (r *run) onPaper(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	if len(o.frame.Offices) == 0 || o.noun || clause.Verb < 0 {
		return false
	}
	pact := func(p text.Phrase) bool {
		return r.head(p.Group).Kind == text.Word && pacts[text.Singular(r.head(p.Group).Low)]
	}
	if !r.passive(o.clause) {
		return slices.ContainsFunc(clause.Subject, pact)
	}
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool { return a.Prep == "by" && slices.ContainsFunc(a.Phrases, pact) })
}

// tale says that a phrase is of a work of fiction, or of a play at something: "in the last scene of the film".
func (r *run) tale(p text.Phrase) bool {
	return slices.ContainsFunc(append([]int{p.Group}, p.Of...), func(g int) bool {
		head := r.s.Groups[g].Head
		noun := text.Singular(r.s.Groups[g].Low)
		return r.head(g).Kind == text.Word && (tales[noun] || premises[noun] || head > 0 && tales[r.s.Tokens[head-1].Low+" "+noun])
	})
}

// feigned says that a word before a noun tells that there is no such thing or person: "a simulated attack". Of a drill it only tells how it
// is done.
func (r *run) feigned(g int) bool {
	group := &r.s.Groups[g]
	return group.Kind == text.NounGroup && r.modified(g, feigned) && !drills[text.Singular(group.Low)]
}

// acted says that those whom a noun group names only play what they do, in a drill that the sentence tells of: "role players threw stones".
func (r *run) acted(g int) bool {
	group := &r.s.Groups[g]
	noun := text.Singular(group.Low)
	if group.Kind != text.NounGroup || !actors[noun] && !(group.Head > group.From && actors[r.s.Tokens[group.Head-1].Low+" "+noun]) {
		return false
	}
	return slices.ContainsFunc(r.s.Tokens, func(t text.Token) bool { return drills[text.Singular(t.Low)] })
}

// modified says that a word of a class stands before the head of a noun group.
func (r *run) modified(g int, class map[string]bool) bool {
	group := &r.s.Groups[g]
	return slices.ContainsFunc(r.s.Tokens[group.From:group.Head], func(t text.Token) bool { return class[t.Low] })
}

// enacts says that a clause tells, somewhere within it, whose part somebody plays: "arrested X, who played the robber".
func (r *run) enacts(clause *text.Clause) bool {
	return slices.ContainsFunc(r.s.Clauses, func(inner text.Clause) bool {
		if inner.Kind != text.RelativeClause || inner.Parent < 0 || &r.s.Clauses[inner.Parent] != clause || inner.Verb < 0 {
			return false
		}
		part := inner.Object
		if r.s.Groups[inner.Verb].Verb.Passive {
			part = inner.Subject
		}
		if len(part) == 0 || !text.IsAny(r.s.Groups[inner.Verb].Low, plays) {
			return false
		}
		whom := r.head(part[0].Group)
		return whom.Kind != text.Name && text.Animate(whom.Low)
	})
}

// titled says that a token is of a title in quotation marks, which names something and tells nothing: “The Arrest of X”.
func (r *run) titled(token int) bool {
	t := &r.s.Tokens[token]
	if t.Kind != text.Word || t.Text == t.Low {
		return false
	}
	return r.inMarks(token)
}

// inMarks says that quotation marks stand open before a token.
func (r *run) inMarks(token int) bool {
	open := false
	for i := range r.s.Tokens[:token] {
		switch r.s.Tokens[i].Text {
		case "“", "«", "„":
			open = true
		case "”", "»":
			open = false
		case `"`:
			open = !open
		}
	}
	return open
}
