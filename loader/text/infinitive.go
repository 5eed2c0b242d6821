package text

// infinitiveOf is the verb or noun group that an infinitive at i hangs on: none of where that is, "managed in Klina to arrest".
func (d *divider) infinitiveOf(i int) int {
	if v := d.beforeAside(i); v >= 0 {
		return v
	}
	governor := d.governor(i)
	for governor > 0 && d.nounOf(governor, Name) && !d.person(governor) && d.Groups[governor-1].Low == "in" {
		governor = d.governor(governor)
	}
	return governor
}

// furtherInfinitive leaves what is joined to the innermost infinitive by its base alone, and says that the infinitive at i goes on a list
// with that one, and so hangs on what it hangs on: "continued to watch the roads, to train officers and to cooperate with X".
func (d *divider) furtherInfinitive(i int) bool {
	at := len(d.stack) - 1
	for at > 0 && d.Clauses[d.stack[at]].Kind == Coordinate {
		at--
	}
	if c := &d.Clauses[d.stack[at]]; c.Kind != InfinitiveClause || c.Verb < 0 || !d.to(c.Verb) || !d.to(i) || !d.listsOn(i) {
		return false
	}
	d.stack = d.stack[:at+1]
	return true
}

// to says that the verb group at i begins with "to".
func (d *divider) to(i int) bool { return d.Tokens[d.Groups[i].From].Low == "to" }

// listsOn says that an infinitive at i stands behind a conjunction, or behind a comma and before another one that does.
func (d *divider) listsOn(i int) bool {
	if d.Groups[i-1].Kind == Conjunction {
		return true
	}
	if d.Groups[i-1].Kind != Comma {
		return false
	}
	for j := i + 1; j < len(d.Groups); j++ {
		if g := &d.Groups[j]; g.Kind == VerbGroup && g.Verb.Form == Infinitive {
			return d.listsOn(j)
		} else if g.Kind == VerbGroup || g.Kind == Relative || g.Kind == Break {
			return false
		}
	}
	return false
}

// beforeAside is the verb before an aside of adverbials, between commas, behind which an infinitive stands at i: "continued, throughout the
// summer, to cooperate"; -1 for none.
func (d *divider) beforeAside(i int) int {
	if i < 4 || d.Groups[i-1].Kind != Comma {
		return -1
	}
	for j := i - 2; j > 0; j-- {
		switch d.Groups[j].Kind {
		case NounGroup, Adjective, Conjunction, Preposition, Adverb, When, Subordinator:
		case Comma:
			if next := d.Groups[j+1].Kind; d.Groups[j-1].Kind == VerbGroup && d.In[j-1] == d.stack[len(d.stack)-1] && next != NounGroup && next != Conjunction {
				return j - 1
			}
		default:
			return -1
		}
	}
	return -1
}
