package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// starts are the groups behind the prepositions of a role, nearest first: in the clause of an occurrence, in what is said of the noun that
// goes with its verb, and behind participles that tell of somebody who fills another role: "against X, accused of fraud".
func (r *run) starts(o occurrence, role *Role, roles map[string]*filler) (all []int) {
	own := func(g int) bool {
		c := r.s.In[g]
		if c == o.clause || o.object >= 0 && g == o.object+1 && !slices.Contains(r.s.Clauses[o.clause].Groups, o.object) { // "the sentence of nine years that the court imposed"
			return true
		}
		clause := &r.s.Clauses[c]
		gerund := clause.Kind == text.GerundClause && clause.Parent == o.clause
		return gerund || o.object >= 0 && clause.Kind == text.RelativeClause && clause.Governor >= o.object && clause.Governor <= o.object+2
	}
	if at := r.ofWhich(&r.s.Clauses[o.clause], role); at >= 0 {
		all = append(all, at)
	}
	var tellers []int
	from := o.group
	if o.object >= 0 { // "a sentence of nine years was imposed"
		from = min(from, o.object)
	}
	end := len(r.s.Groups)
	if verb := r.s.Clauses[o.clause].Verb; o.noun && verb > o.group && !r.happening(o) { // behind it is what it tells: "the arrest was followed by calls for"
		end = verb + 1
	}
	for g := from + 1; g < end; g++ {
		at := r.behindPreposition(g-1, role)
		if at < 0 || at >= len(r.s.Groups) || !r.wordsBegin(at, role) || !own(g-1) {
			continue
		}
		if proxies[r.s.Groups[at].Low] || r.ofBody(o, at) || r.ofProvision(at) || r.ofApposed(g-1) || r.s.Groups[g-1].Low == "of" && r.aGround(g-2) || r.ofAnother(o, g-1) && !r.headed(at, role) {
			continue
		}
		all = append(all, at)
	}
	for c := range r.s.Clauses {
		if at := r.toldOf(c, role, roles); at >= 0 {
			tellers = append(tellers, at)
		}
	}
	return append(all, tellers...)
}

// ofWhich is where the words begin that a relative clause with a preposition of a role tells of: "the nine years of imprisonment to which
// the court sentenced X"; -1 for other clauses.
func (r *run) ofWhich(clause *text.Clause, role *Role) int {
	prep, _, found := strings.Cut(clause.Marker, " ")
	if !found || clause.Kind != text.RelativeClause || clause.Governor < 0 || len(role.Heads) == 0 || !slices.Contains(role.Or, prep) {
		return -1
	}
	if at := r.outermost(clause.Governor); r.wordsBegin(at, role) {
		return at
	}
	return -1
}

// behindPreposition is the group behind a preposition of a role, of one word or of several ("in connection with"), that begins at a group;
// -1 where none does.
func (r *run) behindPreposition(g int, role *Role) int {
	if r.s.Groups[g].Kind != text.Preposition {
		return -1
	}
	for _, prep := range role.Or {
		at := g
		for word := range strings.FieldsSeq(prep) {
			if at >= len(r.s.Groups) || r.s.Groups[at].Low != word {
				at = -1
				break
			}
			at++
		}
		if at > g {
			for at < len(r.s.Groups) && r.s.Groups[at].Kind == text.Adverb {
				at++
			}
			return at
		}
	}
	return -1
}

// toldOf is where the words begin behind a participle that a role names with its preposition ("accused of"), told of somebody who fills
// another role; -1 where a clause is none.
func (r *run) toldOf(c int, role *Role, roles map[string]*filler) int {
	clause := &r.s.Clauses[c]
	if clause.Verb < 0 || clause.Kind != text.RelativeClause || r.s.Groups[clause.Verb].Verb.Negated {
		return -1
	}
	for _, both := range role.Or {
		participle, prep, two := strings.Cut(both, " ")
		if !two || r.s.Groups[clause.Verb].Low != participle {
			continue
		}
		for g := clause.Verb + 1; g+1 < len(r.s.Groups) && (g < clause.Verb+6 || r.s.In[g] == c); g++ {
			if r.s.Groups[g].Low == prep && !r.ofApposed(g) && r.tells(clause, roles) && r.wordsBegin(g+1, role) {
				return g + 1
			}
		}
	}
	return -1
}

// ofApposed says that "of" stands at a group behind a noun that tells, behind a comma, who somebody is, or an office that a name has taken
// along so: "charging X, the owner of a bank, with fraud", "found X, the former chief of a mill, guilty".
func (r *run) ofApposed(g int) bool {
	if g > 0 && r.s.Groups[g].Low == "of" && r.s.Groups[g-1].Kind == text.NounGroup {
		if t := r.head(g - 1); t.Kind == text.Name && t.Note.Person && strings.Contains(t.Text, ", ") {
			return true
		}
	}
	return g > 2 && r.s.Groups[g].Low == "of" && r.s.Groups[g-1].Kind == text.NounGroup && r.s.Groups[g-2].Kind == text.Comma && r.somebody(g-3)
}

// tells says that a clause is of somebody who, or of a thing that, fills a role.
func (r *run) tells(clause *text.Clause, roles map[string]*filler) bool {
	names := func(g int, f *filler) bool {
		s := span(r.head(g))
		return s != nil && slices.ContainsFunc(s.Entities, func(e *lexicon.Entity) bool { return e.Label == "Person" && slices.Contains(f.entities, e) })
	}
	for _, f := range roles {
		for _, p := range slices.Concat(clause.Subject, clause.Object) {
			if f.words != "" && f.at == p.Group || names(p.Group, f) || slices.ContainsFunc(p.Named, func(n int) bool { return names(n, f) }) {
				return true
			}
		}
	}
	return false
}

// wordsBegin says that the words of a role may begin at a group: it names nobody and no time.
func (r *run) wordsBegin(g int, role *Role) bool {
	if g >= len(r.s.Groups) {
		return false
	}
	group, t := &r.s.Groups[g], r.head(g)
	switch group.Kind {
	case text.NounGroup:
		if len(role.Heads) > 0 {
			return r.headed(r.behindNumbers(g), role)
		}
		if r.aGround(g) {
			return false
		}
		return t.Kind == text.Word && t.Tag != "PRP" && !text.Animate(t.Low) && !r.locality(g) && !r.imposed(g) || t.Kind == text.Symbol
	case text.VerbGroup:
		return len(role.Heads) == 0 && (group.Verb.Form == text.Gerund || r.modifier(g))
	case text.Adjective:
		return len(role.Heads) == 0 && g+1 < len(r.s.Groups) &&
			(r.s.Groups[g+1].Kind == text.NounGroup || r.s.Groups[g+1].Kind == text.Comma || r.s.Groups[g+1].Kind == text.Conjunction)
	}
	return false
}

// imposed says that a noun group is of what a court imposes: "nine years of imprisonment", not "unlawful imprisonment".
func (r *run) imposed(g int) bool {
	group := &r.s.Groups[g]
	return penal[text.Singular(r.head(g).Low)] && !slices.ContainsFunc(r.s.Tokens[group.From:group.Head], func(t text.Token) bool { return wrongs[t.Low] })
}

// behindNumbers is the last group of a list of numbers whose noun is said once, behind the last: "four, five and six years"; g where none
// begins.
func (r *run) behindNumbers(g int) int {
	last := g
	for r.head(last).Kind == text.Number && last+2 < len(r.s.Groups) && r.s.Groups[last+2].Kind == text.NounGroup && r.s.Groups[last+2].Count != nil &&
		(r.s.Groups[last+1].Kind == text.Conjunction || r.s.Groups[last+1].Kind == text.Comma) {
		last += 2
	}
	return last
}

// ofProvision says that a noun group is of a part of a law, called by its number, or of the law that such a part is of, by which a court
// decides, and is no charge: "convicted under article 5 of the code", "acquitted on the basis of article 5".
func (r *run) ofProvision(g int) bool {
	if next := r.behindAccusation(g); next > g && next < len(r.s.Groups) {
		g = next
	}
	part := func(g int) bool {
		return g >= 0 && r.s.Groups[g].Kind == text.NounGroup && text.NumberedText(text.Singular(r.head(g).Low))
	}
	before := g - 2
	if before < 0 {
		return part(g)
	}
	prep := r.s.Groups[g-1].Low
	return part(g) || prep == "of" && part(before) || prep == "on" && texts[text.Singular(r.head(before).Low)] // "under the law on arms"
}

// aGround says that a noun group behind "for" or "on" tells why, or by what, a court decides, and is no charge.
func (r *run) aGround(g int) bool {
	if g < 1 || r.s.Groups[g].Kind != text.NounGroup || !grounds[text.Singular(r.head(g).Low)] {
		return false
	}
	prep := r.prepositionOf(g)
	return prep == "for" || prep == "on"
}

// ofBody says that a noun group behind "of" belongs to a noun that names somebody: "a member of the parliament".
func (r *run) ofBody(o occurrence, at int) bool {
	if r.s.Groups[at-1].Low != "of" || r.s.Groups[at].Kind != text.NounGroup {
		return false
	}
	noun := text.Singular(r.head(at).Low)
	if !r.locality(at) && !representatives[noun] && !acting[noun] {
		return false
	}
	return slices.ContainsFunc(r.s.Clauses[o.clause].Object, func(p text.Phrase) bool { return slices.Contains(p.Of, at) })
}

// modifier says that a participle stands for an adjective before its noun: "attempted aggravated murder".
func (r *run) modifier(g int) bool {
	group := &r.s.Groups[g]
	return group.Kind == text.VerbGroup && group.Verb.Form == text.Participle && group.To == group.From+1 && g+1 < len(r.s.Groups) &&
		r.s.Groups[g+1].Kind == text.NounGroup && r.s.Groups[g+1].Det == "" && r.head(g+1).Kind == text.Word && r.head(g+1).Tag != "PRP"
}
