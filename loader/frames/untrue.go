package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// denied says that what a clause tells, as somebody's words, is denied right behind it: "said that X had been arrested, which the police
// denied", "…, a claim rejected by the police".
func (r *run) denied(c int) bool {
	last := r.s.Clauses[c].Groups[len(r.s.Clauses[c].Groups)-1]
	return slices.ContainsFunc(r.s.Clauses, func(clause text.Clause) bool {
		if clause.Kind != text.RelativeClause || clause.Verb < last || !text.IsAny(r.s.Groups[clause.Verb].Low, denies) || r.s.Groups[clause.Verb].Verb.Negated {
			return false
		}
		first := clause.Groups[0]
		if clause.Marker == "which" {
			return first > 0 && r.s.Groups[first-1].Kind == text.Comma
		}
		return first > last && slices.ContainsFunc(r.s.Groups[last+1:first], func(g text.Group) bool { return g.Kind == text.NounGroup && sayings[g.Low] })
	})
}

// belied says that a clause tells of what somebody says, its subject or its object, that it is untrue: "the news that … turned out to be a
// hoax", "described reports of the arrest of X as rumours", "made up the story of"; or denies it, or does not.
func (r *run) belied(c int) bool {
	clause := &r.s.Clauses[c]
	if clause.Verb < 0 {
		return false
	}
	verb := &r.s.Groups[clause.Verb]
	if verb.Verb.Negated && !text.IsAny(verb.Low, denies) {
		return false
	}
	// "dismissed as speculation reports of"
	as := slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool { return a.Prep == "as" && r.saying(a.Phrases) })
	if r.saying(clause.Object) || as || verb.Verb.Passive && r.saying(clause.Subject) {
		if text.IsAny(verb.Low, denies) || r.phrased(clause, madeUp) {
			return true
		}
	} else if !r.saying(clause.Subject) {
		return false
	}
	for g := clause.Verb + 1; g < len(r.s.Groups); g++ {
		if group := &r.s.Groups[g]; (untrue[text.Singular(group.Low)] || forgeries[group.Low]) && (r.s.Groups[g-1].Kind != text.Preposition || r.s.Groups[g-1].Low == "as") {
			return true
		}
		if groundless[text.Singular(r.head(g).Low)] && r.s.Groups[g-1].Low == "without" { // "turned out to be without foundation"
			return true
		}
	}
	return false
}

// beliedAround says that a clause, or one in which what somebody says stands with more about it, tells that it is untrue: "claims broadcast
// on 4 May that X had been arrested proved to be false".
func (r *run) beliedAround(c int) bool {
	for ; c >= 0; c = r.s.Clauses[c].Parent {
		if r.belied(c) {
			return true
		}
		if who := r.s.Clauses[c].Governor; r.s.Clauses[c].Kind != text.RelativeClause || who < 0 || !r.saying([]text.Phrase{{Group: who}}) {
			return false
		}
	}
	return false
}

// calledOpen says that a clause tells what a "what" in front calls untrue or leaves open, or what a noun of no certain thing is said to be:
// "what is denied is that", "what his wife claims is that", "the claim is that".
func (r *run) calledOpen(clause *text.Clause) bool {
	is := clause.Groups[0] - 1
	if clause.Parent < 0 || is < 1 {
		return false
	}
	parent := &r.s.Clauses[clause.Parent]
	if r.s.Groups[is].Kind != text.VerbGroup || !r.s.Groups[is].Verb.Copula {
		return false
	}
	if what := r.whatBefore(is); what >= 0 {
		denied := slices.ContainsFunc(r.s.Groups[what:is], func(g text.Group) bool { return g.Kind != text.NounGroup && text.Denying(&g) })
		return denied || slices.ContainsFunc(r.s.Tokens[r.s.Groups[what].To:r.s.Groups[is].From], func(t text.Token) bool {
			return uncertain[t.Low] || text.IsAny(t.Low, denies) || text.IsAny(t.Low, nonFactive)
		})
	}
	if len(parent.Subject) == 0 {
		return false
	}
	t := r.head(parent.Subject[0].Group)
	return t.Kind == text.Word && strings.HasPrefix(t.Tag, "NN") && !certainties[text.Singular(t.Low)]
}

// opined says that the clause around one says that it is what somebody only says or thinks: "it is the belief of his wife that".
func (r *run) opined(clause *text.Clause) bool {
	if clause.Parent < 0 {
		return false
	}
	outer := &r.s.Clauses[clause.Parent]
	return r.s.Expletive(outer) && len(outer.Predicate) > 0 &&
		opinions[text.Singular(r.head(outer.Predicate[0].Group).Low)]
}

// whatBefore is the "what", or the "all", with which the clause before a group begins; -1 where none does.
func (r *run) whatBefore(g int) int {
	for g--; g >= 0 && r.s.Groups[g].Kind != text.Break; g-- {
		if group := &r.s.Groups[g]; group.Low == "what" || group.Low == "all" && r.s.Groups[g+1].Kind != text.Preposition {
			return g
		}
	}
	return -1
}

// saying says that a list begins with a noun of what somebody says: "reports", "speculation".
func (r *run) saying(list []text.Phrase) bool {
	if len(list) == 0 {
		return false
	}
	noun := r.head(list[0].Group).Low
	return sayings[noun] || sayings[text.Singular(noun)]
}

// saidFalsely says that what a noun names stands behind a noun of what somebody says that is untrue: "reports of his resignation were
// wrong", "contrary to reports of his resignation".
func (r *run) saidFalsely(n, c int) bool {
	g := r.sayingOf(n, c)
	if g < 0 {
		return false
	}
	at := r.s.Groups[g].From - 2
	return r.belied(c) || r.takenBack() || at >= 0 && r.wordsAt(at, []string{"contrary", "to"})
}

// sayingOf is the noun of what somebody says that what a noun names stands behind by "of", with an aside between them or not: "reports of
// his resignation", "the story, told in the press, of his resignation"; -1 for none.
func (r *run) sayingOf(n, c int) int {
	g := r.governing(n, c)
	if g >= 0 && n > 1 && r.s.Groups[n-2].Kind == text.Comma && r.s.In[g] != c && r.s.Clauses[r.s.In[g]].Kind == text.RelativeClause {
		g = r.s.Clauses[r.s.In[g]].Governor
	}
	if g < 0 || r.s.Groups[g].Kind != text.NounGroup || !r.saying([]text.Phrase{{Group: g}}) || !saidOf[r.s.Groups[n-1].Low] {
		return -1
	}
	return g
}

// misreported says that a sentence tells of what it says that somebody reports it falsely.
func (r *run) misreported() bool {
	for g := range r.s.Groups {
		group := &r.s.Groups[g]
		if group.Kind != text.VerbGroup || !text.IsAny(group.Low, reportings) {
			continue
		}
		if slices.ContainsFunc(group.Verb.Adverbs, func(a string) bool { return untruly[a] }) || g > 0 && r.s.Groups[g-1].Kind == text.Adverb && untruly[r.s.Groups[g-1].Low] ||
			g+1 < len(r.s.Groups) && r.s.Groups[g+1].Kind == text.Adverb && untruly[r.s.Groups[g+1].Low] {
			return true
		}
	}
	return false
}

// inFact says that a sentence goes on to say what was so in fact: "although it was reported that X had been sentenced, she had in fact
// left".
func (r *run) inFact(clause *text.Clause) bool {
	if clause.Kind != text.Complement || clause.Parent < 0 || r.s.Clauses[clause.Parent].Kind != text.Adverbial {
		return false
	}
	said := r.s.Groups[clause.Verb].To
	return slices.ContainsFunc(r.s.Tokens[said:], func(t text.Token) bool { return reallySo[t.Low] })
}

// unreliable says that a clause tells what something forged, or an unconfirmed saying, tells: "a forged decree appointed X", "unconfirmed
// reports spoke of the release of X".
func (r *run) unreliable(clause *text.Clause) bool {
	forged := func(list []text.Phrase) bool {
		if len(list) == 0 {
			return false
		}
		g := list[0].Group
		return r.head(g).Kind == text.Word && !text.Animate(r.head(g).Low) && (r.modified(g, forgeries) || r.saying(list[:1]) && r.modified(g, hearsay))
	}
	if clause.Verb >= 0 && !r.s.Groups[clause.Verb].Verb.Passive && forged(clause.Subject) {
		return true
	}
	return slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool { return sources[a.Prep] && forged(a.Phrases) })
}

// takenBack says that the next sentence says of what this one reports that it is untrue: "the statement was erroneous", "nothing of the
// kind had happened".
func (r *run) takenBack() bool {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(r.nextSentence(), ",", "")))
	if len(words) < 3 || len(words) > 14 {
		return false
	}
	if revoking[words[0]+" "+words[1]] {
		return true
	}
	about := definites[words[0]] && slices.ContainsFunc(words[:min(4, len(words))], func(w string) bool { return sayings[text.Singular(w)] || w == "release" }) ||
		slices.Contains([]string{"this", "that", "it"}, words[0]) && slices.Contains([]string{"was", "is", "proved", "turned", "were", "later"}, words[1])
	return about && slices.ContainsFunc(words, func(w string) bool { return untrue[text.Singular(w)] })
}
