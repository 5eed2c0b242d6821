package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// occurrence is a predicate found in a sentence.
type occurrence struct {
	frame  *Frame
	clause int
	group  int  // its verb group, or its noun group
	noun   bool // it is a noun
	object int  // the noun group that goes with its verb: "filed an indictment"; -1 for none
	length int  // of the words that its verb has with it
	holds  bool
}

// occurrences finds the predicates of a sentence: verbs, nouns, then any verb at all. A noun that goes with a verb is none of its own,
// but for frames that only relate.
func (r *run) occurrences() (all []occurrence) {
	taken := map[int][]*Frame{}
	for c := range r.s.Clauses {
		clause := &r.s.Clauses[c]
		if clause.Verb < 0 {
			continue
		}
		for _, one := range r.set.verbs(r.s.Groups[clause.Verb].Low) {
			if r.notWith(clause, one.frame) || !r.furthers(clause, one.frame) {
				continue
			}
			if len(one.phrase.With) == 0 {
				holds := r.holds(c) && !r.fancied(c) && !(one.frame.accuses() && (r.ofVictims(clause) || r.inCustody(clause)))
				all = append(all, occurrence{frame: one.frame, clause: c, group: clause.Verb, object: -1, holds: holds})
				continue
			}
			if object, ok := r.with(clause, one.phrase.With); ok && (object < 0 || r.qualifies(object, one.frame)) {
				if object >= 0 {
					taken[object] = append(taken[object], one.frame)
				}
				all = append(all, occurrence{frame: one.frame, clause: c, group: clause.Verb, object: object, length: len(one.phrase.With),
					holds: r.holds(c) && !r.fancied(c)})
			}
		}
	}
	all = slices.DeleteFunc(all, r.otherSense)
	// of a verb alone and the same verb with more words, the longer says what is meant, unless the former is of any verb and tells of no
	// event, and of a verb said once for two, "found X guilty and Y not guilty", each its own; what only says who was there, or what its
	// object alone tells, is beside all; of any verb and one that tells of better kinds, the latter
	longest := slices.Clone(all)
	all = slices.DeleteFunc(all, func(o occurrence) bool {
		return slices.ContainsFunc(longest, func(p occurrence) bool {
			if p.group != o.group || p.clause != o.clause || len(o.frame.Joins)+len(p.frame.Joins) > 0 {
				return false
			}
			longer := p.length > o.length && !o.frame.beside() && (o.frame.Except == nil || len(o.frame.Events) > 0 && !r.unfilled(p))
			return longer || o.frame.Except != nil && o.frame.yieldsTo(p.frame) && !r.ofAnotherThing(p) && !r.unfilled(p)
		})
	})
	defer func() {
		for i := range all {
			all[i].holds = all[i].holds && !(all[i].frame.Lasting && r.over(all[i]))
		}
	}()
	for i := range r.s.Groups {
		group, g := &r.s.Groups[i], r.carrier(i)
		if group.Kind != text.NounGroup {
			continue
		}
		for _, f := range r.ofNoun(i) {
			if len(taken[i]) > 0 && (!f.relates() || slices.Contains(taken[i], f)) {
				continue
			}
			if !r.qualifies(i, f) || !lasting(f) && r.bareCharge(i) || len(f.Behind) > 0 && !r.helps(i, f) {
				continue
			}
			one := occurrence{frame: f, clause: r.s.In[g], group: g, noun: true, object: -1}
			if r.otherSense(one) {
				continue
			}
			one.holds = r.nounHolds(one)
			all = append(all, one)
		}
	}
	slices.SortStableFunc(all, func(a, b occurrence) int { return a.frame.rank() - b.frame.rank() })
	return all
}

// ofNoun are the frames of the noun of a group, or of the verb of which it is made; of a name, those that find their nouns in names.
func (r *run) ofNoun(g int) (all []*Frame) {
	t := r.head(g)
	switch {
	case t.Kind == text.Word:
		own := r.set.nouns[text.Singular(r.s.Groups[g].Low)]
		return slices.Concat(own, r.gerund(g, min(len(own), 1)))
	case t.Kind != text.Name || t.Note.Person:
		return nil
	}
	name, _, _ := strings.Cut(t.Low, " on ")
	name, _, _ = strings.Cut(name, " for ")
	for _, f := range r.set.nouns[lastWord(name)] {
		if f.Names {
			all = append(all, f)
		}
	}
	return all
}

// nounHolds says that what a noun names has happened, and is so where a frame reads what the verb of its clause says that it is.
func (r *run) nounHolds(o occurrence) bool {
	f, g, c := o.frame, o.group, o.clause
	if f.said() && stands(r.s.Clauses[c].Subject, g) && !r.holds(c) { // "the strength of KFOR will be reduced to 1,500"
		return false
	}
	if len(f.Behind) > 0 && !r.holds(c) { // "intends to open a school with the help of X"
		return false
	}
	if !drills[text.Singular(r.s.Groups[g].Low)] && (r.feigned(g) || r.fancied(c)) {
		return false
	}
	if f.kind() == "PROTEST" && r.ofArms(g) || f.accuses() && r.crime(o) {
		return false
	}
	return r.happened(g, c, r.datedKnown(o)) && !(f.ofLaw() && (r.eluded(g) || r.onlyWanted(g)))
}

// crime says that what a noun names is that of which somebody is accused, or for which he or she is tried: "convicted of the unlawful
// arrest of X".
func (r *run) crime(o occurrence) bool {
	clause := &r.s.Clauses[o.clause]
	return clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, prosecutes) && slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return (a.Prep == "of" || a.Prep == "with" || a.Prep == "for") && stands(a.Phrases, o.group)
	})
}

// ofArms says that a noun points at an attack that the paragraph has told, where it might be of a protest: "apologized for the strike".
func (r *run) ofArms(g int) bool {
	told := func(kind string) bool {
		return slices.ContainsFunc(r.memory.events, func(e *Event) bool { return e.Kind == kind })
	}
	return armed[text.Singular(r.head(g).Low)] && r.definite(g) && told("ATTACK") && !told("PROTEST")
}

// inCustody says that a participle only tells where those, not named, are kept of whom something else is told: "the release of men detained
// in Klina".
func (r *run) inCustody(clause *text.Clause) bool {
	if clause.Kind != text.RelativeClause || clause.Marker != "" || clause.Comma || len(clause.Subject) == 0 || r.head(clause.Subject[0].Group).Kind != text.Word || !text.IsAny(r.s.Groups[clause.Verb].Low, jails) {
		return false
	}
	by := slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool { return a.Prep == "by" })
	return !by && r.s.Groups[clause.Verb].Verb.Form == text.Participle && r.dateIn(whole(clause)) == nil
}

// ofVictims says that a participle only describes those, not named, to whom somebody did harm: "the torture of civilians detained in a
// camp".
func (r *run) ofVictims(clause *text.Clause) bool {
	victim := clause.Governor
	if clause.Kind != text.RelativeClause || clause.Marker != "" || clause.Comma || victim < 1 || r.head(victim).Kind != text.Word {
		return false
	}
	harm := victim - 1
	if before := r.governing(victim, r.s.In[victim]); before >= 0 && r.s.Groups[harm].Low == "of" {
		harm = before
	}
	return text.IsAny(text.Singular(r.s.Groups[harm].Low), harms)
}

// unfilled says that a verb is not used as its frame means it, since nobody is there whom the frame needs: "resumed its functions" of one
// that tells of people in office. What a court does to people who are not made out is no other act.
func (r *run) unfilled(o occurrence) bool {
	r.before = o.group + 1
	clause := &r.s.Clauses[o.clause]
	if list := firstOf(clause.Object, clause.Subject); len(o.frame.Marks) > 0 && !slices.ContainsFunc(list, func(p text.Phrase) bool { return r.thing(p.Group) }) {
		return false
	}
	return slices.ContainsFunc(o.frame.Roles, func(role *Role) bool {
		// "a trial took place" is no fight, and still nothing that somebody did
		if role.Known && role.body() && !role.person() && !role.is("Court") { // a giver whom the text does not name for certain
			f := r.filler(o, role)
			return f == nil || len(f.entities) == 0
		}
		return (role.Mandatory || role.Known) && !(role.As == "subject" && role.is("words")) && !r.filler(o, role).found()
	})
}

// thing says that a noun group is of nobody: "52 certified copies".
func (r *run) thing(g int) bool {
	t := r.head(g)
	return t.Kind == text.Word && strings.HasPrefix(t.Tag, "NN") && !text.Animate(t.Low)
}

// ofAnotherThing says that a verb alone is not used as its frame means it, since what the frame names is not there: "addressed the
// Assembly" of one that tells of meetings addressed, "confirmed the list" of one that tells of people confirmed in an office. Who is
// accused may be named out of reach, where the verb has no object.
func (r *run) ofAnotherThing(o occurrence) bool {
	r.before = o.group + 1
	clause := &r.s.Clauses[o.clause]
	if r.s.Groups[o.group].Verb.Copula || o.length > 0 {
		return false
	}
	return slices.ContainsFunc(o.frame.Roles, func(role *Role) bool {
		thing := role.Mandatory && role.is("words") && len(role.Heads) > 0
		whom := (role.Mandatory || role.Known) && (role.As == "object" || role.As == "subject" && role.Known) && !role.is("office")
		inReach := o.frame.Marks[role.Name] != "accused" || len(clause.Object) > 0 || r.passive(o.clause)
		return (thing || whom && inReach) && !r.filler(o, role).found()
	})
}

// qualifies says that no word before the noun of a group makes it another thing than a frame means, and none behind a preposition that
// follows it: "an attack on the mayor in the press".
func (r *run) qualifies(g int, f *Frame) bool {
	if len(f.NotWith) > 0 {
		for k := g + 1; k+1 < len(r.s.Groups) && r.s.Groups[k].Kind == text.Preposition; k += 2 {
			if noun := text.Singular(r.head(k + 1).Low); slices.Contains(f.NotWith, noun) || slices.Contains(f.NotWith, r.s.Groups[k].Low+" "+noun) {
				return false
			}
		}
	}
	group := &r.s.Groups[g]
	has := func(words []string) bool {
		return slices.ContainsFunc(r.s.Tokens[group.From:group.Head], func(t text.Token) bool { return slices.Contains(words, t.Low) })
	}
	return !has(f.Unless) && (len(f.Only) == 0 || has(f.Only) && !r.modified(g, reversing)) // "a not guilty verdict"
}

// notWith says that a noun behind a preposition of a clause, of a participle that says who somebody in it is, "an appeal by X, suspected of
// arson, against", or of the clause whose verb its own goes on with, makes the verb another thing than a frame means.
func (r *run) notWith(clause *text.Clause, f *Frame) bool {
	if len(f.NotWith) == 0 {
		return false
	}
	against := func(a text.Attachment) bool {
		return slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool {
			noun := text.Singular(r.head(p.Group).Low)
			return slices.Contains(f.NotWith, noun) || slices.Contains(f.NotWith, a.Prep+" "+noun)
		})
	}
	return slices.ContainsFunc(clause.Attached, against) || slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return c.Kind == text.RelativeClause && c.Marker == "" && c.Parent >= 0 && &r.s.Clauses[c.Parent] == clause && slices.ContainsFunc(c.Attached, func(a text.Attachment) bool {
			return a.Prep == "against" && against(a)
		})
	}) || clause.Kind == text.Coordinate && clause.Parent >= 0 && r.notWith(&r.s.Clauses[clause.Parent], f)
}

// furthers says that the verb of a clause goes on with a verb that a frame asks for, if it does for one: "arrested in Klina and flown to
// Peja", "gathered in Klina to demand", "resigned, and he was replaced"; or that one goes on with it as an infinitive: of "to head",
// "designated to head".
func (r *run) furthers(clause *text.Clause, f *Frame) bool {
	if len(f.GoesOn) == 0 {
		return true
	}
	before := r.goneOnFrom(clause)
	if before == nil || before.Verb < 0 {
		return r.aimsTo(clause, f)
	}
	verb := func(v string) bool { return text.Is(r.s.Groups[before.Verb].Low, v) }
	return slices.ContainsFunc(f.GoesOn, verb) || r.aimsTo(clause, f) || r.furthers(before, f)
}

// goneOnFrom is the clause whose verb that of another goes on with; nil for none.
func (r *run) goneOnFrom(clause *text.Clause) *text.Clause {
	switch {
	case (clause.Kind == text.Coordinate || clause.Kind == text.InfinitiveClause) && clause.Parent >= 0:
		return &r.s.Clauses[clause.Parent]
	case clause.Kind == text.Main && clause.Verb >= 0 && len(clause.Subject) == 1 && r.head(clause.Subject[0].Group).Tag == "PRP":
		if before, _ := r.joinedTo(r.s.In[clause.Verb]); before >= 0 {
			return &r.s.Clauses[before]
		}
	}
	return nil
}

// aimsTo says that what the verb of a clause is done for is, as an infinitive tells, one of what a frame asks for: "to head".
func (r *run) aimsTo(clause *text.Clause, f *Frame) bool {
	return slices.ContainsFunc(r.s.Clauses, func(c text.Clause) bool {
		return c.Kind == text.InfinitiveClause && c.Marker == "to" && c.Verb >= 0 && c.Parent >= 0 && &r.s.Clauses[c.Parent] == clause && slices.ContainsFunc(f.GoesOn, func(v string) bool {
			base, aim := strings.CutPrefix(v, "to ")
			return aim && text.Is(r.s.Groups[c.Verb].Low, base)
		})
	})
}

// carrier is the noun group that carries another in its clause: "the second round" of "the second round of negotiations"; else the group
// itself.
func (r *run) carrier(g int) int {
	if g > 1 && r.s.Groups[g-1].Kind == text.Preposition && r.s.Groups[g-1].Low == "of" && r.s.Groups[g-2].Kind == text.NounGroup &&
		carriers[text.Singular(r.s.Groups[g-2].Low)] {
		return g - 2
	}
	return g
}

// called says that a token is one of some nouns, of which a plural is of many alone, or the name of such a thing: "the Oslo Conference on
// Rivers".
func called(t *text.Token, nouns []string) bool {
	switch {
	case t.Kind == text.Word:
		return slices.Contains(nouns, text.Singular(t.Low)) || slices.Contains(nouns, t.Low)
	case t.Kind != text.Name || t.Note.Person:
		return false
	}
	return slices.ContainsFunc(strings.Fields(t.Low), func(word string) bool { return slices.Contains(nouns, word) })
}
