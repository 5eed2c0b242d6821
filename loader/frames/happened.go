package frames

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// happened says that what a noun names is told as so: by its clause, or, where it is known, in whatever clause it is named.
func (r *run) happened(n, c int, known bool) bool {
	group := &r.s.Groups[n]
	holds := func() bool { return known || r.holds(c) }
	if r.s.Asked.Has(group.From) || r.questioned(&r.s.Clauses[c]) || r.hearsay(&r.s.Clauses[c]) || r.unreliable(&r.s.Clauses[c]) || r.titled(group.Head) {
		return false
	}
	if text.Denying(group) || whichever[group.Det] {
		return false
	}
	modifiers := r.s.Tokens[group.From:group.Head]
	if n+2 < len(r.s.Groups) && carriers[text.Singular(group.Low)] && !r.happens(n) && r.s.Groups[n+1].Low == "of" { // "the case of an alleged attack"
		modifiers = slices.Concat(modifiers, r.s.Tokens[r.s.Groups[n+2].From:r.s.Groups[n+2].Head])
	}
	if slices.ContainsFunc(modifiers, func(t text.Token) bool { return unrealModifiers[t.Low] }) {
		return false
	}
	clause := &r.s.Clauses[c]
	if r.saidFalsely(n, c) {
		return false
	}
	if p := r.prepositionOf(n); p == "without" || p == "pending" || p == "until" && !r.cameThen(n, clause) { // "deployed without incident on 9 December"
		return false
	}
	if r.supposedToBe(n) || r.leftBehind(n, clause) || r.beforeThat(n, clause) || r.toCome(n) || r.askedFor(n, clause) || r.taught(n) || r.foretold(n, clause) || r.allegedly(n) || r.neededFor(n) || r.invitedTo(n, clause) {
		return false
	}
	in := func(list []text.Phrase) bool {
		return slices.ContainsFunc(list, func(p text.Phrase) bool { return p.Group == n || slices.Contains(p.Of, n) })
	}
	if before := r.governing(n, c); before >= 0 {
		g := &r.s.Groups[before]
		switch g.Kind {
		case text.NounGroup:
			if noun := text.Singular(g.Low); unreal[noun] && !r.appealed(noun, n) && !besides[r.prepositionOf(n)] || pending[noun] && ofTopic[r.s.Groups[before+1].Low] ||
				pacts[noun] && r.prepositionOf(n) == "on" && r.modified(before, unrealModifiers) || // "a possible agreement on cooperation"
				(enables[noun] || enables[text.Singular(r.s.Groups[r.outermost(before)].Low)]) && r.prepositionOf(n) == "for" { // "the registration of voters for the vote"
				return false
			}
		case text.VerbGroup:
			if r.prepositionOf(n) == "against" && text.IsAny(g.Low, opposes) { // "voted against the appointment of X"
				return false
			}
			if text.IsAny(g.Low, wanted) && !r.appealed(g.Low, n) && !r.besideIt(n) ||
				text.IsAny(g.Low, consents) && agreedOn[r.s.Groups[n-1].Low] {
				return false
			}
		}
		if !known && clause.Verb >= 0 && (r.s.Groups[clause.Verb].Verb.Modal != "" || clause.Kind == text.InfinitiveClause && r.yetToDo(clause)) {
			return false
		}
		if group.Det == "the" || group.Possessor >= 0 || strings.HasPrefix(group.Det, "h") || group.Det == "their" {
			return known || !conditional[clause.Marker]
		}
		return holds()
	}
	if clause.Verb < 0 {
		return known || r.around(c)
	}
	verb := &r.s.Groups[clause.Verb]
	if in(clause.Predicate) && (text.IsAny(verb.Low, wanted) || verb.Verb.Copula && r.wantedSubject(clause)) { // "spared him a conviction"
		return false
	}
	if in(clause.Object) && r.putOff(clause) {
		return false
	}
	if in(clause.Object) { // a conviction that is voiced is none by a court
		return (!text.IsAny(verb.Low, wanted) || text.Is(verb.Low, "appeal")) && !text.IsAny(verb.Low, voices) && !text.IsAny(verb.Low, grants) && holds()
	}
	if in(clause.Subject) {
		if r.neverDone(n, c) {
			return false
		}
		came := r.longExpected(n, clause)
		if verb.Verb.Passive && !came && (text.IsAny(verb.Low, wanted) && !r.thoughtSo(clause.Verb) || text.IsAny(verb.Low, grants) || text.IsAny(verb.Low, consents)) || r.putOff(clause) {
			return false
		}
		if r.awaited(verb, clause.Verb+1) && !came {
			return false
		}
		if tellsToHappen(verb) {
			return r.holds(c)
		}
		if !known && r.supposed(n, clause) {
			return false
		}
		return (known || r.around(c)) && !(verb.Verb.Copula && verb.Verb.Negated)
	}
	if n < clause.Verb && r.awaited(verb, clause.Verb+1) && r.onlyBetween(n, clause.Verb, text.Preposition, text.When) { // the last of a list that is its subject
		return false
	}
	return holds()
}

// neverDone says that a further verb of the clause whose subject a noun is denies that what it names came about: "the transfer of X was
// announced but never carried out".
func (r *run) neverDone(n, c int) bool {
	for i := range r.s.Clauses {
		further := &r.s.Clauses[i]
		if further.Kind != text.Coordinate || further.Parent != c || further.Verb < 0 || !stands(further.Subject, n) {
			continue
		}
		if r.phrased(further, comesAbout) && (r.s.Groups[further.Verb].Verb.Negated || r.deniedWithin(i)) {
			return true
		}
	}
	return false
}

// besideIt says that what a noun names only tells when, or at what sitting, something was wanted, rejected or talked of: "was discussed at
// a meeting", "was put off after the attack", not "was stopped at a roadblock".
func (r *run) besideIt(n int) bool {
	prep := r.prepositionOf(n)
	return besides[prep] && (prep != "at" || sittings[text.Singular(r.s.Groups[n].Low)])
}

// thoughtSo says that a verb tells what somebody thinks of its subject, and not that it is yet to be: "was considered lenient", "was
// considered a success".
func (r *run) thoughtSo(verb int) bool {
	if !text.Is(r.s.Groups[verb].Low, "consider") || verb+1 >= len(r.s.Groups) {
		return false
	}
	behind := &r.s.Groups[verb+1]
	return behind.Kind == text.Adjective || behind.Kind == text.NounGroup || behind.Kind == text.VerbGroup && behind.Verb.Form == text.Participle
}

// datedKnown says that a noun with "the", or of somebody, is named by a day of its own, so that what it names is known wherever it is
// spoken of: "should act in accordance with the accord of 4 May". What a verb tells somebody to bring about is not: "to hold the vote on 4
// May".
func (r *run) datedKnown(o occurrence) bool {
	g := o.group
	if !r.definite(g) || lasting(o.frame) {
		return false
	}
	if within := cmp.Or(r.dateWithin(g), r.dateOfCarried(g)); r.dateOfNoun(g) != nil || within != nil {
		return !r.happening(o) && !(within != nil && r.monthAhead(o, within))
	}
	clause, own := &r.s.Clauses[o.clause], r.phrase(g)[0]
	return !stands(clause.Object, g) && !stands(clause.Subject, g) && r.prepositionOf(g) != "of" && r.dateIn(own) != nil && r.datesYear(own)
}

// monthAhead says that a noun is called by a month, whose year is not told, of what a clause says will be done: "parties that will run in
// the November elections".
func (r *run) monthAhead(o occurrence, d *text.DateExpression) bool {
	verb := r.s.Clauses[o.clause].Verb
	return verb >= 0 && r.s.Groups[verb].Verb.Modal != "" && !strings.ContainsAny(r.text[d.From:d.To], "0123456789")
}

// datesYear says that a date in a stretch tells its year itself, which a day to come seldom does.
func (r *run) datesYear(at stretch) bool {
	return slices.ContainsFunc(at.clause.Groups, func(i int) bool {
		return i >= at.from && i < at.to && r.s.Groups[i].Kind == text.When && yearTold.MatchString(r.head(i).Text)
	})
}

var yearTold = regexp.MustCompile(`\b(19|20)\d\d$`)

// putOff says that a clause tells that something did not come about: "has been put off", "called off the visit", "fell through".
func (r *run) putOff(clause *text.Clause) bool {
	return r.phrased(clause, putOff)
}

// phrased says that the verb of a clause is one of a class, each with the words that go with it, if any: "made up the story".
func (r *run) phrased(clause *text.Clause, class map[string]bool) bool {
	if clause.Verb < 0 {
		return false
	}
	for words := range class {
		verb, rest, more := strings.Cut(words, " ")
		if text.Is(r.s.Groups[clause.Verb].Low, verb) && (!more || r.literal(clause, strings.Fields(rest))) {
			return true
		}
	}
	return false
}

// wantedSubject says that a clause tells what somebody wants or fears: "the last thing that they wanted was the resignation of X".
func (r *run) wantedSubject(clause *text.Clause) bool {
	return len(clause.Subject) == 1 && slices.ContainsFunc(r.s.Clauses, func(inner text.Clause) bool {
		return inner.Kind == text.RelativeClause && inner.Governor == clause.Subject[0].Group && inner.Verb >= 0 && text.IsAny(r.s.Groups[inner.Verb].Low, wanted)
	})
}

// leftBehind says that somebody gets out of what a noun names: "released from detention by a judge" is no detention by one.
func (r *run) leftBehind(n int, clause *text.Clause) bool {
	if n < 2 || r.s.Groups[n-1].Low != "from" {
		return false
	}
	v := clause.Verb
	return v >= 0 && v < n && text.IsAny(r.s.Groups[v].Low, leaves) || text.IsAny(r.s.Groups[n-2].Low, leaves)
}

// toCome says that what a noun names is yet to happen: "elections scheduled for May", "talks to be held".
func (r *run) toCome(n int) bool {
	if n+1 >= len(r.s.Groups) {
		return false
	}
	next := &r.s.Groups[n+1]
	if next.Kind != text.VerbGroup || next.Verb.Form == text.Finite {
		return false
	}
	return text.IsAny(next.Low, scheduled) || next.Verb.Form == text.Infinitive && (next.Verb.Passive || text.IsAny(next.Low, happens))
}

// allegedly says that the participle behind what a noun names leaves open whether it was done, and not by whom: "a murder allegedly
// committed in Klina".
func (r *run) allegedly(n int) bool {
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return c.Kind == text.RelativeClause && c.Marker == "" && stands(c.Subject, n) && r.unsure(c.Verb) &&
			!slices.ContainsFunc(c.Attached, func(a text.Attachment) bool { return a.Prep == "by" })
	})
}

// cameThen says that what a clause tells was so until what a noun with a day of its own names, which has come by then: "until his arrest on
// 4 May, X was a sergeant".
func (r *run) cameThen(n int, clause *text.Clause) bool {
	if clause.Verb < 0 || !r.definite(n) || !r.datedItself(n) {
		return false
	}
	verb := r.s.Groups[clause.Verb].Verb
	return verb.Form == text.Finite && verb.Modal == "" && !r.present(clause.Verb) && !text.IsAny(r.s.Groups[clause.Verb].Low, scheduled)
}

// beforeThat says that what a noun names comes before what has yet to be done itself, on a day of no year told: "is to leave after the 5
// October elections", "the officers to be sent after the elections in September".
func (r *run) beforeThat(n int, clause *text.Clause) bool {
	if p := r.prepositionOf(n); p != "after" && p != "until" && p != "before" || clause.Verb < 0 || clause.Verb > n || !r.yetToDo(clause) {
		return false
	}
	own := r.phrase(n)[0]
	within := r.dateWithin(n)
	return !r.datesYear(own) && !(within != nil && yearTold.MatchString(r.text[within.From:within.To]))
}

// yetToDo says that a clause tells what will be, or is to be, done: by its own verb, or by that which its infinitive hangs on.
func (r *run) yetToDo(clause *text.Clause) bool {
	verb := r.s.Groups[clause.Verb].Verb
	return verb.Modal == "will" || verb.Modal == "shall" || verb.Form == text.Infinitive && (verb.Passive || clause.Parent >= 0 && r.s.Clauses[clause.Parent].Verb >= 0 && r.yetToDo(&r.s.Clauses[clause.Parent]))
}

// taught says that what a noun names is what somebody learns: "training in crisis management and negotiations".
func (r *run) taught(n int) bool {
	return slices.ContainsFunc(r.s.Clauses[r.s.In[n]].Attached, func(a text.Attachment) bool {
		return a.At > 0 && (a.Prep == "in" || ofTopic[a.Prep]) && stands(a.Phrases, n) && lessons[text.Singular(r.s.Groups[a.At-1].Low)]
	})
}

// askedFor says that what a noun names is asked for: "asked the court for a guilty verdict", "sent a request to UNHCR for the release of".
func (r *run) askedFor(n int, clause *text.Clause) bool {
	first := n // "the call for presidential, parliamentary and local elections"
	for first > 1 && (r.s.Groups[first-1].Kind == text.Adjective || r.s.Groups[first-1].Kind == text.Comma && r.s.Groups[first-2].Kind == text.Adjective) {
		first--
	}
	if r.prepositionOf(first) != "for" {
		return false
	}
	if clause.Verb >= 0 && clause.Verb < n && text.IsAny(r.s.Groups[clause.Verb].Low, wanted) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(clause.Object, clause.Subject), func(p text.Phrase) bool {
		return p.Group < n && unreal[text.Singular(r.s.Groups[p.Group].Low)]
	})
}

// onlyWanted says that what a noun names is only what something wanted is of: "demanded the confirmation of the indictment".
func (r *run) onlyWanted(n int) bool {
	clause := &r.s.Clauses[r.s.In[n]]
	before := r.governing(n, r.s.In[n])
	return before >= 0 && r.s.Groups[n-1].Low == "of" && stands(clause.Object, before) && text.IsAny(r.s.Groups[clause.Verb].Low, wanted)
}

// eluded says that somebody gets away from what a noun names: "evaded arrest", "fled from arrest".
func (r *run) eluded(n int) bool {
	i := n - 1
	for i >= 0 && r.s.Groups[i].Kind == text.Preposition {
		i--
	}
	return i >= 0 && r.s.Groups[i].Kind == text.VerbGroup && text.IsAny(r.s.Groups[i].Low, eludes)
}

// neededFor says that what a noun names is only what something is needed for: "mustered the votes necessary for her appointment".
func (r *run) neededFor(n int) bool {
	return n > 1 && r.prepositionOf(n) == "for" && needed[r.s.Groups[n-2].Low]
}

// appealed says that a word is an appeal against what a noun names: that has been, and one for it has not.
func (r *run) appealed(word string, n int) bool {
	return text.Is(word, "appeal") && r.s.Groups[n-1].Low == "against"
}

// governing is the noun or verb group that the preposition before a noun group hangs on; -1 where it has no preposition.
func (r *run) governing(n, c int) int {
	i := n - 1
	if i < 0 || r.s.Groups[i].Kind != text.Preposition {
		return -1
	}
	for i--; i >= 0; i-- {
		switch g := &r.s.Groups[i]; g.Kind {
		case text.NounGroup:
			// "issued by the court for the arrest of X"
			if i > 1 && r.s.Groups[i-1].Low == "by" &&
				(r.s.Groups[i-2].Kind == text.VerbGroup || r.s.Groups[n-1].Low == "of" && r.s.Groups[i-2].Kind == text.NounGroup) {
				return i - 2
			}
			return i
		case text.VerbGroup:
			return i
		case text.Comma, text.Conjunction, text.When, text.Adverb, text.Preposition, text.Adjective:
		default:
			return -1
		}
	}
	return -1
}
