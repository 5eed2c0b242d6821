package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// personsOf are those whose remains or appeal a phrase names, against whom a trial is, for whom detention is, or whom a case involves.
func (r *run) personsOf(p *text.Phrase, role *Role) (all []*lexicon.Entity) {
	held, verb := confinements[text.Singular(r.head(p.Group).Low)], r.s.Clauses[r.s.In[p.Group]].Verb
	if held && verb >= 0 && (text.IsAny(r.s.Groups[verb].Low, speaks) || text.IsAny(r.s.Groups[verb].Low, denies)) {
		return nil
	}
	if n := r.s.Groups[p.Group].Possessor; n >= 0 {
		if s := span(&r.s.Tokens[n]); s != nil {
			all = append(all, s.Entities...)
		}
	}
	at := p.Group + 1
	for at+2 < len(r.s.Groups) && (r.s.Groups[at].Low == "in" && persons[text.Singular(r.s.Groups[at+1].Low)] || // "the trial in the case against"
		r.s.Groups[at].Low == "on" && confinements[r.s.Groups[at+1].Low]) { // "the detention on remand of"
		at += 2
	}
	for _, a := range r.s.Clauses[r.s.In[p.Group]].Attached {
		told := a.Prep == "against" || a.Prep == "for" && held || a.Prep == "of" && at > p.Group+1
		behind := a.At == at || a.Prep == "against" && verb > p.Group && a.At == verb+1 // "the trial began against X"
		for i := 0; behind && told && i < len(a.Phrases); i++ {
			all = append(all, r.named(a.Phrases[i].Group, role)...)
			for _, n := range a.Phrases[i].Named {
				all = append(all, r.named(n, role)...)
			}
		}
	}
	for _, of := range p.Of {
		all = append(all, r.named(of, role)...)
		if !persons[text.Singular(r.head(of).Low)] { // "the retrial of the case of X"
			break
		}
	}
	for c := range r.s.Clauses {
		if inner := &r.s.Clauses[c]; inner.Kind == text.RelativeClause && inner.Governor == p.Group && inner.Verb >= 0 && !r.passive(c) &&
			text.Is(r.s.Groups[inner.Verb].Low, "involve") {
			for _, involved := range inner.Object {
				all = append(all, r.named(involved.Group, role)...)
			}
		}
	}
	return slices.DeleteFunc(all, func(e *lexicon.Entity) bool { return e.Label != "Person" })
}

// calledBefore is the place that "the municipality" means: the only one that the sentence has called so before; nil for any other phrase.
func (r *run) calledBefore(p *text.Phrase, role *Role) (all []*lexicon.Entity) {
	group := &r.s.Groups[p.Group]
	if group.Det != "the" || len(p.Of) > 0 || len(group.Names) > 0 || strings.HasSuffix(r.head(p.Group).Tag, "S") {
		return nil
	}
	for g := 0; g+2 < p.Group; g++ {
		if r.s.Groups[g].Kind != text.NounGroup || r.head(g).Low != r.head(p.Group).Low {
			continue
		}
		if all != nil || r.s.Groups[g+1].Low != "of" || r.s.Groups[g+2].Kind != text.NounGroup {
			return nil
		}
		all = r.named(g+2, role)
	}
	return all
}

// continues says that a role may be filled by the court that the sentence before names as acting.
func (r *Role) continues() bool { return strings.Contains(r.Else, "before") }

// ofBench says that a phrase means a court, or its judges, told of before: "the panel", "the three EULEX judges", "the same court".
func (r *run) ofBench(p *text.Phrase, noun string) bool {
	det := r.s.Groups[p.Group].Det
	return bench[noun] && (det == "the" || det == "that" || det == "this") && len(p.Of) == 0
}

// meant is the body that "that court" or "the mission" means: the only one of the sentence before whose name says so.
func (r *run) meant(p *text.Phrase, role *Role, noun string) (body *lexicon.Entity) {
	if det := r.s.Groups[p.Group].Det; det != "the" && det != "that" && det != "this" || len(p.Of) > 0 || r.unknownBody(p.Group) {
		return nil
	}
	if r.modified(p.Group, sameness) || r.s.Groups[p.Group].Det == "that" { // "the same court", "that court", of the sentence itself
		if one, several := r.namedAhead(p.Group, role); one != nil || several {
			return one
		}
	}
	if noun == "court" || noun == "tribunal" { // "was tried by the Basic Court of X; the court convicted him"
		court := &Role{Is: []string{"Court"}}
		if one, several := r.namedAhead(p.Group, court); several || one != nil && role.accepts(one) {
			return one
		}
	}
	for _, b := range r.memory.bodies {
		if role.accepts(b) && slices.Contains(strings.Fields(strings.ToLower(b.Name)), noun) {
			if body != nil {
				return nil
			}
			body = b
		}
	}
	return body
}

// bodyCalled is the body that an article and one noun mean, which no other word makes a part of it: "the party"; nil for any other phrase.
func (r *run) bodyCalled(p *text.Phrase, role *Role) *lexicon.Entity {
	noun := text.Singular(r.head(p.Group).Low)
	if group := &r.s.Groups[p.Group]; !role.body() || !acting[noun] || noun != r.head(p.Group).Low || group.Head != group.From+1 {
		return nil
	}
	return r.meant(p, role, noun)
}

// unknownBody says that a noun group is a name that is not known, which words with a capital make: "the Special Court".
func (r *run) unknownBody(g int) bool {
	group := &r.s.Groups[g]
	if group.Head <= group.From+1 {
		return false
	}
	before, head := &r.s.Tokens[group.Head-1], r.head(g)
	return before.Kind == text.Word && before.Text != before.Low && head.Text != head.Low
}

// namedAhead is the one whom the sentence names ahead of a group and who may fill a role; several says that it names more.
func (r *run) namedAhead(group int, role *Role) (one *lexicon.Entity, several bool) {
	for g := range group {
		if r.s.Groups[g].Kind != text.NounGroup {
			continue
		}
		for _, e := range r.named(g, role) {
			if one != nil && one != e {
				return nil, true
			}
			one = e
		}
	}
	return one, false
}

// bearers are those whom the paragraph names before by a name that ends in the surname by which alone a person is named, since the report
// names several: where there is one, it is meant, of more it may be any.
func (r *run) bearers(e *lexicon.Entity) (all []*lexicon.Entity) {
	if e.Label != "Person" || strings.Contains(e.Name, " ") {
		return nil
	}
	for i := range r.memory.people {
		if p := r.memory.people[i].entity; p != nil && p != e && strings.HasSuffix(p.Name, " "+e.Name) && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// earlier is the body that "it" stands for: the only one that the sentence names before, else one of the sentence before.
func (r *run) earlier(g int, role *Role) *lexicon.Entity {
	body, several := r.namedAhead(g, role)
	if body == nil && !several {
		return r.memory.body(role)
	}
	return body
}

// namedBeside says that the clause of a pronoun names somebody behind it, who is then another than it stands for: "it works with KFOR".
func (r *run) namedBeside(g int, e *lexicon.Entity) bool {
	for _, other := range r.s.Clauses[r.s.In[g]].Groups {
		if s := span(r.head(other)); other > g && s != nil && slices.Contains(s.Entities, e) {
			return true
		}
	}
	return false
}

// takesUp says that the subject of a clause, the first of its sentence, is "it" or "they", which stands for somebody of the sentence
// before, and no "it" that only goes before what a further clause tells: "it was reported that".
func (r *run) takesUp(c int) bool {
	clause := &r.s.Clauses[c]
	if len(clause.Subject) != 1 || clause.Verb < 0 {
		return false
	}
	g := clause.Subject[0].Group
	low := r.head(g).Low
	if low != "it" && low != "they" {
		return false
	}
	v := r.s.Groups[clause.Verb].Verb
	return !slices.ContainsFunc(r.s.Clauses, func(other text.Clause) bool {
		ofIt := other.Parent == c && (other.Kind == text.Complement || other.Kind == text.InfinitiveClause)
		return len(other.Subject) > 0 && other.Subject[0].Group < g || low == "it" && ofIt && (v.Passive || v.Copula)
	})
}

// unnamedActs says that a body without a name does what a sentence tells, so that "it" in the next stands for that, and for nobody who is
// named beside it: "The committee wrote to X. It met on 4 May."
func (r *run) unnamedActs() bool {
	main := &r.s.Clauses[0]
	if len(main.Subject) != 1 || main.Verb < 0 || r.passive(0) {
		return false
	}
	p := &main.Subject[0]
	t := r.head(p.Group)
	noun := text.Singular(t.Low)
	named := len(p.Named) > 0 || len(p.Of) > 0 || len(r.s.Groups[p.Group].Names) > 0
	return t.Kind == text.Word && noun == t.Low && !named &&
		(acting[noun] && !text.Animate(noun) || collectives[noun] || teams[noun] || workplaces[noun] || operations[noun])
}
