package text

import "slices"

// A verb may have its object, or its participle, only behind an aside: "sentenced, in the absence of his co-accused, X, Y to nine years".

// pastNamed is where a clause goes on, at an index of its groups, behind the names that say between commas who the somebody is in whom a
// prepositional phrase ends at k: k where none do, or where they may be whom the verb wants, since nobody else follows: "arrested, at the
// request of a judge, X".
func (s *Sentence) pastNamed(groups []int, k int) int {
	if !s.stand(groups, k, Comma, NounGroup) || s.Groups[groups[k]].Low != "," || !s.person(groups[k+1]) {
		return k
	}
	if before := groups[k-1]; !s.somebody(before) && !(s.plural(before) && Animate(s.Groups[before].Low)) || s.name(before) != nil {
		return k
	}
	list, to := s.phrases(groups, k+1)
	if len(list) < 2 || !s.listedBehind(groups, to) {
		to = k + 2
	}
	if !s.listedBehind(groups, to) {
		return k
	}
	return to
}

// pastManner is where a list goes on behind a conjunction and an aside that tells how, but not when or where: "convicted X and, in
// absentia, Y"; k where none stands there.
func (s *Sentence) pastManner(groups []int, k int) int {
	from := k
	for s.stand(groups, k, Preposition, NounGroup) && s.name(groups[k+1]) == nil {
		k += 2
	}
	if k > from && s.somebody(groups[k-1]) && s.Groups[groups[k-2]].Low != "as" { // whom the name behind may name
		return from
	}
	if k == from || !s.stand(groups, from-1, Comma) || !s.stand(groups, k, Comma, NounGroup) || s.Groups[groups[k]].Low != "," {
		return from
	}
	return k + 1
}

// listedBehind says that a comma, or the two of an aside that stands in another clause, and then a person's name, stand at k.
func (s *Sentence) listedBehind(groups []int, k int) bool {
	from := k
	for s.stand(groups, k, Comma) {
		k++
	}
	return k > from && s.stand(groups, k, NounGroup) && s.person(groups[k])
}

// wantsObject says of a comma at i, behind a relative clause that tells of somebody in a prepositional phrase, that the name behind it is
// the object that the outer clause still wants: "sentenced, in the absence of X, who had fled, Y to nine years".
func (d *divider) wantsObject(i, c int) bool {
	clause := &d.Clauses[c]
	if clause.Kind != RelativeClause || !clause.Comma || clause.Marker == "" || clause.Parent < 0 || i+1 >= len(d.Groups) || !d.person(i+1) || d.person(i-1) {
		return false
	}
	outer := &d.Clauses[clause.Parent]
	if outer.Verb < 0 || d.Groups[outer.Verb].Verb.Passive || !ofPeople[d.Groups[outer.Verb].Low] {
		return false
	}
	for _, g := range outer.Groups {
		if g > outer.Verb && d.Groups[g].Kind == NounGroup && !d.prepositional(g) && !(d.person(g) && d.Groups[g-1].Kind == Comma) {
			return false
		}
	}
	return d.Groups[outer.Verb+1].Kind != NounGroup
}

// namesInside says that the name behind a comma at i says, in a relative clause, who the somebody right before it is, and that the clause
// goes on: "KFOR, which arrested the gunman, X, in Klina".
func (d *divider) namesInside(i, c int) bool {
	outer := d.Clauses[c].Parent
	if d.Clauses[c].Kind != RelativeClause || outer < 0 || i < 2 || i+2 >= len(d.Groups) || d.Groups[i].Low != "," {
		return false
	}
	return d.Groups[i-1].Kind == NounGroup && d.name(i-1) == nil && d.somebody(i-1) && d.Groups[i-2].Kind == VerbGroup && d.In[i-2] == c &&
		d.person(i+1) && d.Groups[i+2].Low == "," && (d.has(outer) || d.Clauses[c].Comma && oneOf(d.Clauses[c].Marker, "which", "who"))
}

// goesOnBehindName says that a comma at i ends the name of somebody to whom something is done in clause c, which goes on with "of what",
// with what is found of him or with his sentence: "while clearing his brother, X, of fraud", "which found his brother, X, guilty", "which
// sentenced a man, X, to".
func (d *divider) goesOnBehindName(i, c int) bool {
	if i < 4 || i+1 >= len(d.Groups) || !d.person(i-1) || d.Groups[i-2].Kind != Comma || d.Clauses[c].Verb != i-4 || d.name(i-3) != nil || !d.somebody(i-3) {
		return false
	}
	verb := &d.Groups[i-4]
	switch next := &d.Groups[i+1]; {
	case next.Low == "of":
		return true
	case next.Low == "to":
		return judging[verb.Low]
	case next.Low == "with":
		return accusing[verb.Low]
	}
	return !verb.Verb.Passive && IsAny(verb.Low, finds) && d.finding(i+1)
}

// countryInside says that the name behind a comma at i says in what country or region the place right before it lies, and that the clause
// of a participle goes on: "the Agreement negotiated at Dayton, Ohio, and signed in Paris".
func (d *divider) countryInside(i, c int) bool {
	clause := &d.Clauses[c]
	if clause.Kind != RelativeClause || clause.Marker != "" || i < 2 || i+4 >= len(d.Groups) || !oneOf(d.Groups[i-2].Low, "at", "in", "near") {
		return false
	}
	place := func(g int) bool { return d.nounOf(g, Name) && !d.person(g) }
	next := &d.Groups[i+4]
	return place(i-1) && place(i+1) && d.Groups[i+2].Kind == Comma && d.Groups[i+3].Kind == Conjunction && next.Kind == VerbGroup && next.Verb.Form == Participle
}

// judges says that behind a comma at i, which ends what tells of the object of a verb, stands what is found of it: "found X, a trader whom
// Y knew, guilty".
func (d *divider) judges(i, c int) bool {
	outer := d.Clauses[c].Parent
	if d.Clauses[c].Kind != RelativeClause || outer < 0 || !d.has(outer) || d.Groups[d.Clauses[outer].Verb].Verb.Passive {
		return false
	}
	return d.finding(i + 1)
}

// splitPassive says that a participle at i goes with the auxiliary before an aside between commas: "X was, in the absence of his lawyer, Y,
// sentenced".
func (d *divider) splitPassive(i int) bool {
	v := d.top().Verb
	if v < 0 || i < v+4 || !d.Groups[v].Verb.Copula || d.Groups[v].Verb.Form != Finite || d.Groups[v+1].Low != "," || d.Groups[i-1].Low != "," {
		return false
	}
	for j := v + 2; j < i; j++ {
		g := &d.Groups[j]
		if g.Kind == VerbGroup || g.Kind == NounGroup && !d.prepositional(j) && !(d.person(j) && d.Groups[j-1].Kind == Comma && j > v+2) {
			return false
		}
	}
	return true
}

// joinPassive makes a participle at i the verb of the innermost clause, with what its auxiliary before an aside tells.
func (d *divider) joinPassive(i int) {
	own := *d.Groups[d.top().Verb].Verb
	own.Copula, own.Passive = false, true
	own.Adverbs = append(own.Adverbs[:len(own.Adverbs):len(own.Adverbs)], d.Groups[i].Verb.Adverbs...)
	d.Groups[i].Verb = &own
}

// onAnotherDay parts a clause where a conjunction joins a further person to whom something was done on a day of his or her own: "arrested X
// on 4 May, and his cousin, Y, two days later", "arrested X and, on 6 May, Y".
func (d *divider) onAnotherDay(c int) bool {
	clause := &d.Clauses[c]
	groups := clause.Groups
	verb := slices.Index(groups, clause.Verb)
	if verb < 0 || !ofPeople[d.Groups[clause.Verb].Low] {
		return false
	}
	passive := d.Groups[clause.Verb].Verb.Passive
	for k := verb + 1; k+1 < len(groups); k++ {
		if d.Groups[groups[k]].Kind != Conjunction {
			continue
		}
		at := k + 1
		first := false // the day stands before whom it is of
		for at+1 < len(groups) && d.circumstances(groups[at:at+1]) {
			first = first || d.Groups[groups[at]].Kind == When
			at++
		}
		one := groups[at]
		if d.Groups[one].Kind != NounGroup || d.prepositional(one) || d.temporal(one) || !d.person(one) && !d.somebody(one) {
			continue
		}
		if !first && !(at == k+1 && d.dated(groups[verb:k]) && d.dated(groups[at:])) {
			continue
		}
		if !passive {
			d.part(c, k, at+1, false)
			d.partBefore(c, false, onDay)
			return true
		}
		to := at + 1
		if d.stand(groups, to, Comma, NounGroup) && d.person(groups[to+1]) && !d.person(one) {
			to += 2
		}
		d.part(c, k, to, true)
		d.partBefore(c, true, onDay)
		return true
	}
	return false
}

// onDay is the preposition before a day.
var onDay = map[string]bool{"on": true}

// inItsCourse says that a comma at i stands between the first two of several verbs of those of whom a relative clause tells what they did
// at or during something: "a march, during which youths blocked a bridge, threw stones and torched a car".
func (d *divider) inItsCourse(i, c, v int) bool {
	clause := &d.Clauses[c]
	if clause.Kind != RelativeClause || v != i+1 || clause.Marker != "of which" && !(clause.Comma && oneOf(clause.Marker, "during which", "in which", "at which")) || d.Groups[clause.Verb].Verb.Passive {
		return false
	}
	own := slices.ContainsFunc(clause.Groups, func(g int) bool {
		return g < clause.Verb && d.Groups[g].Kind == NounGroup && d.Tokens[d.Groups[g].Head].Tag != "PRP"
	})
	for j := v + 1; own && j+1 < len(d.Groups); j++ {
		switch d.Groups[j].Kind {
		case Break, Relative:
			return false
		case Conjunction:
			next := &d.Groups[j+1]
			return next.Kind == VerbGroup && next.Verb.Form == Finite
		}
	}
	return false
}
