package text

// dangling gives a preposition that a conjunction and a further verb part from its noun that verb's object: "worked with and trained the
// guards", "travelled to and searched the camp".
func (s *Sentence) dangling(c int) {
	clause := &s.Clauses[c]
	last := len(clause.Groups) - 1
	for last > 0 && oneOf(s.Groups[clause.Groups[last]].Low, ",", "and", "or") {
		last--
	}
	if clause.Verb < 0 || last < 1 || s.Groups[clause.Groups[last]].Kind != Preposition || clause.Groups[last-1] != clause.Verb {
		return
	}
	at := clause.Groups[last]
	for i := range s.Clauses {
		further := &s.Clauses[i]
		if further.Kind == Coordinate && further.Parent == c && further.Verb > at && s.joins(at+1, further.Verb) && len(further.Object) > 0 {
			clause.Attached = append(clause.Attached, Attachment{Prep: s.Groups[at].Low, At: at, Phrases: further.Object})
			return
		}
	}
}

// joins says that nothing but a conjunction, commas and adverbs stands from one group up to another.
func (s *Sentence) joins(from, to int) bool {
	joined := false
	for g := from; g < to; g++ {
		switch s.Groups[g].Kind {
		case Conjunction:
			joined = true
		case Comma, Adverb:
		default:
			return false
		}
	}
	return joined
}

// stranded is the preposition behind the verb of a relative clause that its pronoun belongs to, with nothing behind it but how the verb
// tells it to be done: "X, which the police work with closely"; -1 for none.
func (s *Sentence) stranded(clause *Clause) int {
	k := len(clause.Groups) - 1
	for k > 0 && (s.Groups[clause.Groups[k]].Kind == Adverb || s.Groups[clause.Groups[k]].Kind == Adjective) {
		k--
	}
	if k < 1 || s.Groups[clause.Groups[k]].Kind != Preposition || clause.Groups[k-1] != clause.Verb || len(clause.Object) > 0 {
		return -1
	}
	return clause.Groups[k]
}
