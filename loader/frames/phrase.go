package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// phrase is what belongs to a noun group: the prepositional phrases and dates right behind it, and the participle or relative clause that
// says when and where it was held: "the rally in Klina on 4 May", "elections held on 13 May".
func (r *run) phrase(g int) []stretch {
	clause := &r.s.Clauses[r.s.In[g]]
	k := slices.Index(clause.Groups, g) + 1
	own := stretch{clause, g, g + 1}
	for k > 0 && k < len(clause.Groups) {
		next := r.extends(clause, k)
		if next == k {
			break
		}
		k = next
		own.to = clause.Groups[k-1] + 1
	}
	all := []stretch{own}
	for c := range r.s.Clauses {
		inner := &r.s.Clauses[c]
		if inner.Kind == text.RelativeClause && inner.Governor >= g && inner.Governor < own.to && inner.Verb > g && inner.Marker != "whose" && r.holding(inner) &&
			!(inner.Comma && r.within(g)) {
			all = append(all, whole(inner))
		}
	}
	return all
}

// within says that a noun stands in the phrase of a happening before it: what follows behind a comma is of that one ("the meeting on the
// agreement, held in May").
func (r *run) within(g int) bool {
	for h := g - 2; h >= 0 && r.s.Groups[h].Kind == text.NounGroup; h -= 2 {
		if between := r.s.Groups[h+1].Kind; between != text.Preposition && between != text.Conjunction {
			return false
		}
		if r.happens(h) {
			return true
		}
	}
	return false
}

// holding says that the verb of a relative clause tells that its antecedent happens: "held in Klina", "which took place in May".
func (r *run) holding(clause *text.Clause) bool {
	verb := &r.s.Groups[clause.Verb]
	// "an exercise involving ten tanks in Klina"
	if clause.Marker == "" && verb.Verb.Form == text.Gerund && clause.Governor == clause.Verb-1 && text.IsAny(verb.Low, comprises) {
		return true
	}
	return tellsToHappen(verb) && (verb.Verb.Passive || !clause.ObjectRole && !verb.Verb.Copula)
}

// extends is where a noun phrase goes on to from k among the groups of its clause; k where it ends.
func (r *run) extends(clause *text.Clause, k int) int {
	g := clause.Groups[k]
	if g != clause.Groups[k-1]+1 { // a clause of its own stands between
		return k
	}
	switch group := &r.s.Groups[g]; group.Kind {
	case text.When, text.Adverb:
		return k + 1
	case text.Preposition:
		return r.pastPhrase(clause, k)
	case text.Comma, text.Conjunction:
		if group.Low == "(" {
			return r.pastBrackets(clause, k)
		} else if group.Kind == text.Comma {
			return r.aside(clause, k)
		} else if k+1 >= len(clause.Groups) {
			return k
		}
		if next := r.s.Groups[clause.Groups[k+1]].Kind; next == text.When || next == text.Preposition {
			return r.extends(clause, k+1)
		}
	}
	return k
}

// pastBrackets is where a noun phrase goes on behind brackets that begin at k; k for nowhere.
func (r *run) pastBrackets(clause *text.Clause, k int) int {
	for i := k + 1; i < len(clause.Groups); i++ {
		if r.s.Groups[clause.Groups[i]].Low == ")" && i+1 < len(clause.Groups) && r.s.Groups[clause.Groups[i+1]].Kind == text.Preposition {
			return i + 1
		}
	}
	return k
}

// aside is where what stands between commas, or the comma behind a name in apposition, ends behind which a noun phrase goes on: "the arrest
// by the police, on 4 May, of X", "the release, by the police in Klina, of X on 4 May", "the murder of the Mayor, X, in Klina"; or where it
// ends behind a day before the verb of its clause, "the looting of shops, on 4 May, was condemned"; k for none.
func (r *run) aside(clause *text.Clause, k int) int {
	if past := r.pastWho(clause, k); past > k {
		return past
	}
	i := k + 1
	kind := func(i int) text.GroupKind {
		if i >= len(clause.Groups) {
			return text.Break
		}
		return r.s.Groups[clause.Groups[i]].Kind
	}
	if kind(i) == text.Preposition && slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
		return slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool { return slices.Contains(p.Named, clause.Groups[k-1]) })
	}) {
		return i
	}
	for kind(i) == text.Preposition || kind(i) == text.When {
		next := r.extends(clause, i)
		if next == i {
			return k
		}
		i = next
	}
	if dayBeforeVerb := kind(i-1) == text.When && i <= k+3 && kind(i) == text.Comma && i+1 < len(clause.Groups) && clause.Groups[i+1] == clause.Verb; dayBeforeVerb {
		return i
	}
	if kind(i) != text.Comma || kind(i+1) != text.Preposition || i == k+1 {
		return k
	}
	first := r.s.Tokens[r.s.Groups[clause.Groups[0]].From].Low
	ahead := (first == "before" || comes[first]) && clause.Groups[k] < clause.Verb // "before the vote, on 4 May, in a rally, they called"
	if prep := r.s.Groups[clause.Groups[i+1]].Low; i <= k+3 && kind(i-1) == text.When && !ahead || prep == "of" || prep == "by" {
		return i + 1
	}
	return k
}

// pastWho is behind both commas, from k on, of what is told in passing of a person whose name stands in front, where a preposition stands
// behind them that begins no office: "the arrest of X, a fugitive since 2011, by the police"; k for nowhere.
func (r *run) pastWho(clause *text.Clause, k int) int {
	kind := func(i int) text.GroupKind {
		if i >= len(clause.Groups) {
			return text.Break
		}
		return r.s.Groups[clause.Groups[i]].Kind
	}
	name := r.head(clause.Groups[k-1])
	if name.Kind != text.Name || !name.Note.Person {
		return k
	}
	i := k + 1
	if kind(i) == text.NounGroup && text.Animate(text.Singular(r.head(clause.Groups[i]).Low)) {
		for i++; kind(i) == text.Preposition && (kind(i+1) == text.NounGroup || kind(i+1) == text.When); i += 2 {
		}
	}
	if kind(i) == text.Comma && kind(i+1) == text.Preposition && r.s.Groups[clause.Groups[i+1]].Low != "as" {
		return i + 1
	}
	return k
}

// pastPhrase is where the prepositional phrase at k ends; k, where its preposition tells of another time or reason, or it names another
// happening.
func (r *run) pastPhrase(clause *text.Clause, k int) int {
	prep := r.s.Groups[clause.Groups[k]].Low
	if k+1 < len(clause.Groups) && r.s.Groups[clause.Groups[k+1]].Kind == text.When {
		return k + 2
	}
	if k+1 < len(clause.Groups) && r.s.Groups[clause.Groups[k+1]].Low == "of" { // "the shooting down of a bus"
		return k + 1
	}
	if elsewhere[prep] || strings.HasPrefix(prep, "because") {
		return k
	}
	for i := range clause.Attached {
		if a := &clause.Attached[i]; a.At == clause.Groups[k] && len(a.Phrases) > 0 {
			// what follows is of that happening: "the violence at a rally on 4 May"
			if prep != "of" && r.happens(a.Phrases[0].Group) && !((prep == "for" || prep == "with") && r.bareCharge(a.Phrases[0].Group)) {
				return k
			}
			return max(k, a.Phrases[len(a.Phrases)-1].To)
		}
	}
	return k
}

// dateOfCarried is the date before the head of what a noun group only carries: "the case of the 4 May 2016 murder".
func (r *run) dateOfCarried(g int) *text.DateExpression {
	if g+2 < len(r.s.Groups) && r.s.Groups[g+2].Kind == text.NounGroup && r.carrier(g+2) == g {
		return r.dateWithin(g + 2)
	}
	return nil
}
