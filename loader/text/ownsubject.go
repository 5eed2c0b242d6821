package text

// ownSubject says that a noun group without a preposition, and then a finite verb, follow from i on, before a comma or behind an aside
// between two; a participle may tell of the noun before that.
func (d *divider) ownSubject(i int) bool {
	bound, free, joined := false, false, i-2
	for ; i < len(d.Groups); i++ {
		switch g := &d.Groups[i]; g.Kind {
		case NounGroup:
			free = free || !bound
			bound = false
		case Preposition:
			bound = true
		case VerbGroup:
			if free && (g.Verb.Form == Participle || g.Verb.Form == Gerund) { // "and two men arrested in Klina were charged"
				bound = true
				continue
			}
			return free && g.Verb.Form == Finite
		case When:
			bound = bound && !d.dayInFront(i, joined+2)
		case Adverb:
		case Conjunction: // "and X and Y were arrested", "and courts in X and Y were opened"
			if free && d.prepositional(i-1) && i+1 < len(d.Groups) && d.nounOf(i-1, Name) && d.nounOf(i+1, Name) {
				bound = true
				continue
			}
			if !free || i+1 >= len(d.Groups) || !d.people(i-1) || !d.people(i+1) || joined >= 0 && d.people(joined) {
				return false
			}
		case Comma: // "and the Speaker, took over"
			if !free && d.bracketed(i) { // "and in Klina (Peja region) a guard was hurt"
				i += 2
				continue
			}
			if free && (d.aside(i) || !d.prepositional(i-1) && d.namedAside(i) || d.toldAside(i)) {
				return true
			}
			if free && (i+1 >= len(d.Groups) || d.Groups[i+1].Kind != VerbGroup || joined < 0 || d.Groups[joined].Kind != Comma) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// dayInFront says that a preposition at a group from which a further clause may begin is that of the time behind it, at i, and takes no
// noun further on: "and on 4 May a guard, who was asleep, was hurt", but not where a clause that began before may end there: "while it
// rained in May and in June, the guard slept".
func (d *divider) dayInFront(i, from int) bool {
	return i == from+1 && d.prepositional(i) && (d.top().Kind != Adverbial || i+1 < len(d.Groups) && d.Groups[i+1].Kind != Comma)
}

// samePreposition says that the phrases on both sides of a conjunction at i begin alike, so that both go with the verb of a relative
// clause: "during which they were seen by a doctor and by officers, both were flown out".
func (d *divider) samePreposition(i int) bool {
	top := d.top()
	if i+1 >= len(d.Groups) || d.Groups[i+1].Kind != Preposition || top.Kind != RelativeClause || top.Verb < 0 {
		return false
	}
	for j := i - 1; j > top.Verb; j-- {
		switch g := &d.Groups[j]; {
		case g.Kind == Preposition && g.Low == d.Groups[i+1].Low:
			return true
		case g.Kind != NounGroup && g.Low != "of":
			return false
		}
	}
	return false
}

// bracketed says that brackets around one noun open at i, behind a noun that has a preposition.
func (d *divider) bracketed(i int) bool {
	return d.Groups[i].Low == "(" && i+2 < len(d.Groups) && d.Groups[i+1].Kind == NounGroup && d.Groups[i+2].Low == ")" && d.prepositional(i-1)
}

// someOf says that some of those before are told apart at i: "nine men, six of them guards", "most of them guards".
func (d *divider) someOf(i int) bool {
	return i+2 < len(d.Groups) && (d.Groups[i].Kind == NounGroup || d.Groups[i].Kind == Adjective) && d.Groups[i+1].Low == "of" && oneOf(d.Groups[i+2].Low, "them", "whom")
}

// people says that a group names a person, or counts some: "two guards".
func (d *divider) people(i int) bool {
	g := &d.Groups[i]
	return d.person(i) || g.Kind == NounGroup && g.Count != nil && Animate(Singular(d.Tokens[g.Head].Low))
}

// nounAside says that a noun stands between a comma at i and the next, behind which a finite verb stands, and tells of a noun that is no
// name.
func (d *divider) nounAside(i int) bool {
	return i+3 < len(d.Groups) && d.Groups[i+1].Kind == NounGroup && d.Groups[i+2].Kind == Comma &&
		d.Groups[i+3].Kind == VerbGroup && d.Groups[i+3].Verb.Form == Finite && d.name(i-1) == nil
}

// namedAside says that the noun before a comma at i is named behind it: "and his cousin, X, was arrested".
func (d *divider) namedAside(i int) bool { return d.nounAside(i) && d.name(i+1) != nil }

// toldAside says that behind a comma at i it is told who those before are, up to a comma and a finite verb, in a clause around which none
// wants its verb: "two died and a third man, a baker from Peja, was hurt", "and one of them, X, was hurt", "and two of her pupils, both 14,
// were hurt", not "X, who met a man, a baker, was hurt".
func (d *divider) toldAside(i int) bool {
	if outer := d.top().Parent; i+1 >= len(d.Groups) || d.Groups[i+1].Kind != NounGroup || outer >= 0 && !d.has(outer) {
		return false
	}
	described := &d.Groups[i+1]
	told := oneOf(described.Det, "a", "an", "both", "all") || described.Count != nil || d.person(i+1)
	ofThem := i > 2 && d.someOf(i-3)
	who := d.person(i-1) && d.name(i+1) == nil || (ofThem || Animate(Singular(d.Tokens[d.Groups[i-1].Head].Low))) && told
	if !who || d.nounOf(i-1, Name) && !d.person(i-1) {
		return false
	}
	j := i + 2
	for j+1 < len(d.Groups) && (d.Groups[j].Kind == Preposition && d.Groups[j+1].Kind == NounGroup || d.Groups[j].Kind == Conjunction && d.person(j-1) && d.person(j+1)) {
		j += 2
	}
	if j+1 >= len(d.Groups) || d.Groups[j].Kind != Comma {
		return false
	}
	for j++; j < len(d.Groups) && d.Groups[j].Kind == Adverb; j++ { // "one of them, a baker, later died"
	}
	return j < len(d.Groups) && d.Groups[j].Kind == VerbGroup && d.Groups[j].Verb.Form == Finite
}

// aside says that a comma at i begins to tell of the noun before it something that ends right before the finite verb of that noun: "14
// people, including six guards, were hurt".
func (d *divider) aside(i int) bool {
	if i+1 >= len(d.Groups) || d.Groups[i+1].Kind != Relative && !(d.Groups[i+1].Kind == Preposition && oneOf(d.Groups[i+1].Low, "including", "among")) && !d.someOf(i+1) {
		return false
	}
	for j := i + 2; j+1 < len(d.Groups); j++ {
		switch d.Groups[j].Kind {
		case Break:
			return false
		case Comma:
			if next := &d.Groups[j+1]; next.Kind == VerbGroup && next.Verb.Form == Finite {
				return true
			}
		}
	}
	return false
}
