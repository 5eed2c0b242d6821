package text

import "slices"

// gap parts a clause whose verb is said once for two subjects: "X was sentenced to nine years and Y to seven", or for two objects:
// "gave a bus to X and a boat to Y", or for two that count: "Norway sent 20 soldiers and Georgia 10".
func (d *divider) gap(c int) {
	clause := &d.Clauses[c]
	if clause.Verb < 0 || d.counts(c) || d.anotherDoer(c) || d.another(c) || d.againAhead(c) || d.again(c) || d.onAnotherDay(c) || d.ofAnotherToo(c) {
		return
	}
	passive := d.Groups[clause.Verb].Verb.Passive || d.objectless(clause)
	preps := map[string]bool{}
	for k, g := range clause.Groups {
		if g < clause.Verb {
			continue
		}
		if d.recurs(clause, k, passive) {
			preps[d.Groups[g].Low] = true
		}
		if d.withoutVerb(clause, k, passive, preps) {
			d.part(c, k, d.pastThose(clause.Groups, k+2), passive)
			d.partBefore(c, passive, preps)
			return
		}
	}
}

// partBefore parts a clause, which a conjunction has parted, at the commas before that too: "X was sentenced to nine years, Y to eight and
// Z to seven", "gave a bus to X, ten beds to Y and a boat to Z".
func (d *divider) partBefore(c int, subject bool, recurring map[string]bool) {
	groups := d.Clauses[c].Groups
	for k := slices.Index(groups, d.Clauses[c].Verb) + 2; k < len(groups); k++ {
		at := d.pastTold(groups, k+2)
		if d.stand(groups, k, Comma, NounGroup) && d.stand(groups, at, Preposition) && (d.person(groups[k+1]) || !subject && d.Groups[groups[at]].Low == "to") && groups[at] == groups[at-1]+1 && recurring[d.Groups[groups[at]].Low] {
			d.part(c, k, at, subject)
			d.partBefore(len(d.Clauses)-1, subject, recurring)
			return
		}
	}
}

// recurs says that at an index of a clause's groups stands a preposition that may recur behind a further subject, or else, where it stands
// right behind the object of the verb and what is told of that in passing, behind a further object; or "guilty", which may recur there too.
func (d *divider) recurs(clause *Clause, k int, subject bool) bool {
	g := clause.Groups[k]
	if d.Groups[g].Low == "guilty" && !subject { // "found X guilty of arson and Y not guilty"
		return d.behindVerb(clause) < k
	}
	if d.Groups[g].Kind != Preposition || d.Groups[g].Low == "of" && !d.person(g-1) && d.Groups[g-1].Kind == NounGroup {
		return false
	}
	if fixed := d.fixed(clause); len(fixed) > 0 && !subject {
		return clause.Groups[k-1] == fixed[1]
	}
	first := d.behindVerb(clause)
	return subject || d.stand(clause.Groups, first, NounGroup) && d.pastThose(clause.Groups, first+1)+len(d.withVerb(clause)) == k && clause.Groups[k-1] == g-1
}

// behindVerb is the index of the clause's group right behind its verb, or behind the particle of that: "handed down a term".
func (d *divider) behindVerb(clause *Clause) int {
	k := slices.Index(clause.Groups, clause.Verb) + 1
	if d.stand(clause.Groups, k, Adverb) && d.Tokens[d.Groups[clause.Groups[k]].Head].Tag == "RP" {
		k++
	}
	return k
}

// fixed are a preposition and a bare noun that go with the verb of a clause, right behind it or its object: "took X into custody", "was
// taken into custody"; nil for none.
func (d *divider) fixed(clause *Clause) []int {
	k := slices.Index(clause.Groups, clause.Verb) + 1
	if d.stand(clause.Groups, k, NounGroup) {
		k++
	}
	if !d.stand(clause.Groups, k, Preposition, NounGroup) {
		return nil
	}
	noun := &d.Groups[clause.Groups[k+1]]
	if !oneOf(d.Groups[clause.Groups[k]].Low, "into", "in", "under") || noun.Det != "" || noun.To > noun.From+1 || d.Tokens[noun.Head].Tag != "NN" {
		return nil
	}
	return slices.Clone(clause.Groups[k : k+2])
}

// withVerb are what goes with the verb of a clause right behind its object, and what is told of that in passing, and is said once too, in
// front of a preposition: "handed X over to", "found X guilty of"; nil for none.
func (d *divider) withVerb(clause *Clause) []int {
	first := d.behindVerb(clause)
	if !d.stand(clause.Groups, first, NounGroup) {
		return nil
	}
	k := d.pastTold(clause.Groups, first+1)
	if !d.stand(clause.Groups, k+1, Preposition) || !oneOf(d.Groups[clause.Groups[k]].Low, "over", "back", "away", "up", "out", "guilty") {
		return nil
	}
	return slices.Clone(clause.Groups[k : k+1])
}

// withoutVerb says that a conjunction at an index of a clause's groups joins a further subject, or else a further object, to the clause,
// without its verb: a preposition, or "guilty", stands behind it and what is told of it in passing, that may recur: "and his driver, X, to
// seven years".
func (d *divider) withoutVerb(clause *Clause, k int, subject bool, recurring map[string]bool) bool {
	at := d.pastThose(clause.Groups, k+2)
	if d.Groups[clause.Groups[k]].Kind != Conjunction || at >= len(clause.Groups) {
		return false
	}
	if at+1 < len(clause.Groups) && d.Groups[clause.Groups[at]].Low == "not" {
		at++
	}
	noun, preposition := clause.Groups[k+1], &d.Groups[clause.Groups[at]]
	if recurring["guilty"] && preposition.Low == "guilty" {
		return d.anybody(noun)
	}
	if d.Groups[noun].Kind != NounGroup || preposition.Kind != Preposition || !recurring[preposition.Low] || tellsWhere[preposition.Low] && d.ofTwo(clause.Groups, k) {
		return false
	}
	if (subject || preposition.Low == "of") && !d.person(noun) && !d.person(clause.Groups[at-2]) && !d.numbers(clause, noun) && !d.countedTo(clause, noun) {
		return false
	}
	return !d.thingForPerson(clause, noun)
}

// thingForPerson says that a group is of a thing, while the first object of its clause is of somebody, whom that cannot stand beside:
// "arrested a suspect in the robbery in May, and the murder in June".
func (d *divider) thingForPerson(clause *Clause, g int) bool {
	first := clause.Verb + 1
	animate := func(g int) bool {
		t := &d.Tokens[d.Groups[g].Head]
		return t.Kind != Word || Animate(t.Low)
	}
	return first < len(d.Groups) && d.Groups[first].Kind == NounGroup && d.Tokens[d.Groups[first].Head].Kind == Word && animate(first) && !animate(g)
}

// numbers says that a group is a bare number, as what stands right before the verb of a clause is: "38 are from Denmark and 22 from
// Finland".
func (d *divider) numbers(clause *Clause, g int) bool {
	return d.nounOf(g, Number) && clause.Verb > 0 && d.nounOf(clause.Verb-1, Number)
}

// countedTo says that a group counts what a passive tells to have come to whom stands behind its "to", as the subject is counted: "two
// buses were given to X and ten beds to Y".
func (d *divider) countedTo(clause *Clause, g int) bool {
	first := clause.Verb - 1
	return d.Groups[clause.Verb].Verb.Passive && d.Groups[g+1].Low == "to" && d.Groups[g].Count != nil && first >= 0 && d.Groups[first].Count != nil && d.nounOf(first, Word) && d.nounOf(g, Word)
}

// part gives what stands behind the conjunction at an index of a clause's groups to a further clause of the same verb: that of another
// subject, behind which, at an index, the verb then stands, or of the same.
func (d *divider) part(c, conjunction, at int, subject bool) {
	clause := &d.Clauses[c]
	before, fixed, rest := clause.Groups[conjunction+1:at], d.fixed(clause), clause.Groups[at:]
	if with := d.withVerb(clause); !subject && len(with) > 0 && d.stand(rest, 0, Preposition) && d.Groups[rest[0]].Low != d.Groups[with[0]].Low {
		fixed = append(fixed, with...)
	}
	for _, g := range clause.Groups[conjunction+1:] {
		d.In[g] = len(d.Clauses)
	}
	said := clause // by its verb
	// "Norway has 20 soldiers serving in KFOR and Georgia 10"
	if subject && clause.Kind == RelativeClause && clause.Marker == "" && clause.Parent >= 0 && d.has(clause.Parent) {
		said = &d.Clauses[clause.Parent]
	}
	further := Clause{Kind: Main, Verb: said.Verb, Parent: said.Parent, Governor: -1, Groups: slices.Concat(before, []int{said.Verb}, fixed, rest)}
	if !subject {
		verb := clause.Groups[slices.Index(clause.Groups, clause.Verb):d.behindVerb(clause)]
		further = Clause{Kind: Coordinate, Verb: clause.Verb, Parent: c, Governor: clause.Verb, Groups: slices.Concat(verb, before, fixed, rest)}
	}
	clause.Groups = slices.Clone(clause.Groups[:conjunction])
	by := d.byWhom(rest) // told last, and of no two days: "X was sent to Klina and Y to Peja by the court"
	if subject && len(by) == 2 && d.Groups[said.Verb].Verb.Passive && d.byWhom(clause.Groups) == nil && !(d.dated(rest) && d.dated(clause.Groups)) {
		clause.Groups = append(clause.Groups, by...)
	}
	d.Clauses = append(d.Clauses, further)
}

// byWhom are "by" and who stands behind it in groups, and all behind that; nil for none.
func (d *divider) byWhom(groups []int) []int {
	k := slices.IndexFunc(groups, func(g int) bool { return d.Groups[g].Low == "by" })
	if k < 0 || !d.stand(groups, k, Preposition, NounGroup) {
		return nil
	}
	return groups[k:]
}

// another parts a clause where a further one of what it tells stands behind a conjunction, which then is called what the first one is: "a
// rally took place in Klina and, on 4 May, another in Peja".
func (d *divider) another(c int) bool {
	clause := &d.Clauses[c]
	first := -1
	// circumstance says that a preposition, or a time, stands at an index of the clause's groups.
	circumstance := func(k int) bool {
		return k < len(clause.Groups) && (d.Groups[clause.Groups[k]].Kind == Preposition || d.Groups[clause.Groups[k]].Kind == When)
	}
	for k, g := range clause.Groups {
		group := &d.Groups[g]
		switch {
		case first < 0 && group.Kind == NounGroup && oneOf(group.Det, "a", "an") && d.Tokens[group.Head].Kind == Word:
			first = g
		case first >= 0 && g > clause.Verb && group.Kind == NounGroup && group.Low == "another" && circumstance(k+1):
			from := k
			for from > 0 && d.Groups[clause.Groups[from]].Kind != Conjunction {
				from--
			}
			if from == 0 || clause.Groups[from] < clause.Verb {
				return false
			}
			group.Low = d.Groups[first].Low
			d.part(c, from, k+1, first < clause.Verb)
			return true
		}
	}
	return false
}

// ofAnotherToo parts a clause whose object is told of two things, of each with what else stands behind it: "made a gift of a bus to X and
// of a boat to Y", "… and one of a boat to Y".
func (d *divider) ofAnotherToo(c int) bool {
	clause := &d.Clauses[c]
	groups := clause.Groups
	verb, object := slices.Index(groups, clause.Verb), d.behindVerb(clause)
	if !d.stand(groups, object, NounGroup, Preposition, NounGroup, Preposition, NounGroup) || d.Groups[groups[object+1]].Low != "of" || d.name(groups[object]) != nil {
		return false
	}
	to := d.Groups[groups[object+3]].Low
	for k := object + 5; k < len(groups); k++ {
		of := k + 1
		if d.stand(groups, k, Conjunction, NounGroup) && d.Tokens[d.Groups[groups[of]].Head].Text == "one" {
			of++
		}
		if !d.stand(groups, k, Conjunction) || !d.stand(groups, of, Preposition, NounGroup, Preposition, NounGroup) || d.Groups[groups[of]].Low != "of" ||
			d.Groups[groups[of+2]].Low != to || to == "of" {
			continue
		}
		for _, g := range groups[k+1:] {
			d.In[g] = len(d.Clauses)
		}
		further := Clause{Kind: Coordinate, Verb: clause.Verb, Parent: c, Governor: clause.Verb, Groups: slices.Concat(groups[verb:object+1], groups[of:])}
		clause.Groups = slices.Clone(groups[:k])
		d.Clauses = append(d.Clauses, further)
		return true
	}
	return false
}

// dated says that groups tell a time.
func (d *divider) dated(groups []int) bool {
	return slices.ContainsFunc(groups, func(g int) bool { return d.Groups[g].Kind == When })
}

// objectless says that a preposition stands right behind the verb of a clause, so that a further name is a subject too: "X serves as
// director and Y as deputy".
func (d *divider) objectless(clause *Clause) bool {
	k := slices.Index(clause.Groups, clause.Verb)
	return k+1 < len(clause.Groups) && clause.Groups[k+1] == clause.Verb+1 && d.Groups[clause.Verb+1].Kind == Preposition
}

// counts parts a clause where a further name and a bare number, or one of the same, stand behind its verb, or one that tells alike: "Norway
// sent 20 soldiers, Sweden 15 and Georgia 10".
func (d *divider) counts(c int) bool {
	clause := &d.Clauses[c]
	for k, g := range clause.Groups {
		if g < clause.Verb || k+2 >= len(clause.Groups) || d.Groups[g].Kind != Conjunction && d.Groups[g].Kind != Comma {
			continue
		}
		name, number := clause.Groups[k+1], clause.Groups[k+2]
		named := d.nounOf(name, Name) && (d.nounOf(number, Number) && !d.Groups[clause.Verb].Verb.Passive || d.countedAlike(clause, number))
		if number != name+1 || !named && !d.toldAlike(clause, name, number) {
			continue
		}
		d.part(c, k, k+2, true)
		d.counts(len(d.Clauses) - 1)
		return true
	}
	return false
}

// countedAlike says that a group counts what stands right behind the verb of a clause too: "received four years and Y two years".
func (d *divider) countedAlike(clause *Clause, g int) bool {
	first := clause.Verb + 1
	return g > first && d.Groups[g].Count != nil && d.Groups[first].Count != nil && d.Groups[first].Kind == NounGroup && d.Groups[first].Low == d.Groups[g].Low
}

// toldAlike says that behind a name, or a number of people, stands the same noun as right behind the verb of a clause: "one guard suffered
// grave wounds and two others light wounds".
func (d *divider) toldAlike(clause *Clause, who, g int) bool {
	first := clause.Verb + 1
	counted := d.nounOf(who, Name) || d.Groups[who].Kind == NounGroup && d.Groups[who].Count != nil
	return counted && g > first && d.Groups[first].Kind == NounGroup && d.Groups[g].Kind == NounGroup && d.nounOf(first, Word) && d.Groups[first].Low == d.Groups[g].Low
}

func (s *Sentence) nounOf(g int, head Kind) bool {
	return s.Groups[g].Kind == NounGroup && s.Tokens[s.Groups[g].Head].Kind == head
}
