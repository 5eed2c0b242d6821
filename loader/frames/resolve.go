package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// filler is who or what fills a role.
type filler struct {
	entities []*lexicon.Entity
	carried  bool // the clause leaves it out: it is that of the sentence before, of the report or of the place
	unknown  bool // somebody fills it, of whom the text does not say who: the search ends there
	phrases  []text.Phrase
	each     [][]*lexicon.Entity // of the phrases of a list: whom each means, nobody for one whom the text does not name
	at       int                 // the group it stands in
	whole    *Role               // of whole words: the role that they fill
	to       int                 // of whole words: the group behind them
	words    string
	count    *text.NumberExpression
	counts   []float64 // of each of a list of which that is the sum
	offices  []*Office
}

func (f *filler) found() bool {
	return f != nil && (len(f.entities) > 0 || f.unknown || f.words != "" || f.count != nil || len(f.offices) > 0)
}

func span(t *text.Token) *Span {
	if t.Note == nil {
		return nil
	}
	s, _ := t.Note.Value.(*Span)
	return s
}

func (r *run) head(g int) *text.Token { return &r.s.Tokens[r.s.Groups[g].Head] }

// named are the entities that a group names by its head, as far as a role accepts them.
func (r *run) named(g int, role *Role) (all []*lexicon.Entity) {
	if s := span(r.head(g)); s != nil {
		for _, e := range s.Entities {
			if role.accepts(e) {
				all = append(all, e)
			}
		}
	}
	return all
}

// resolve is who a list of phrases means, as far as it fits a role; nil where nothing in it does.
func (r *run) resolve(list []text.Phrase, role *Role, subject bool) *filler {
	if len(list) == 0 {
		return nil
	}
	if named := r.apposed(list, subject); named != nil {
		list = named
	}
	f := &filler{phrases: list, at: list[0].Group}
	for i := range list {
		if i > 0 && r.judgedApart(&list[i-1], &list[i]) {
			break
		}
		if role.person() && r.accuses && i > 0 && r.either(list[i-1].Group, list[i].Group) {
			f.entities, f.unknown = nil, true
			break
		}
		entities, unknown := r.one(&list[i], role, subject)
		if role.person() && r.accuses && r.withoutVerb(list[i].Group) {
			entities, unknown = nil, true
		}
		f.each = append(f.each, entities)
		for _, e := range entities {
			if !slices.Contains(f.entities, e) {
				f.entities = append(f.entities, e)
			}
		}
		f.unknown = f.unknown || unknown
		if unknown {
			for _, e := range r.including(list[i].Group, role) {
				if !slices.Contains(f.entities, e) {
					f.entities = append(f.entities, e)
				}
			}
		}
	}
	if !f.found() {
		return nil
	}
	f.entities = r.bench(list, f.entities)
	return f
}

// either says that an "or" stands between two groups, so that the text does not say which: "either X or his twin, Y".
func (r *run) either(a, b int) bool {
	return slices.ContainsFunc(r.s.Groups[a:b], func(g text.Group) bool { return g.Kind == text.Conjunction && g.Low == "or" })
}

// withoutVerb says that a body's name stands right before a person's, so that the body may act and the verb be left out: "the police
// arrested X and EULEX Y".
func (r *run) withoutVerb(g int) bool {
	head := r.s.Groups[g].Head
	if t := &r.s.Tokens[head]; head == r.s.Groups[g].From || t.Note == nil || !t.Note.Person {
		return false
	}
	s := span(&r.s.Tokens[head-1])
	return s != nil && slices.ContainsFunc(s.Entities, func(e *lexicon.Entity) bool { return e.Label == "Organization" || e.Label == "Court" })
}

// judgedApart says that of each of two phrases an adjective of its own tells what is found of it: "found X not guilty and her husband, Y,
// guilty".
func (r *run) judgedApart(a, b *text.Phrase) bool {
	own := func(p *text.Phrase) bool {
		i := p.Group + 1 + 2*len(p.Of)
		for _, n := range p.Named {
			i = max(i, n+1)
		}
		for i < len(r.s.Groups) && (r.s.Groups[i].Kind == text.Adverb || r.s.Groups[i].Kind == text.Comma) {
			i++
		}
		return i < len(r.s.Groups) && r.s.Groups[i].Kind == text.Adjective
	}
	return own(a) && own(b)
}

// ambiguousApposition says of what is told of somebody accused or hurt that a name beside an office may be that of who holds it or of
// somebody else.
func (r *run) ambiguousApposition(t *text.Token) bool {
	s := span(t)
	return (r.accuses || r.harms) && s != nil && slices.ContainsFunc(s.Offices, func(o *Office) bool { return o.Nested })
}

// one is whom one phrase means; unknown where it means somebody of the role's kind, and the text does not say whom.
func (r *run) one(p *text.Phrase, role *Role, subject bool) (entities []*lexicon.Entity, unknown bool) {
	t := r.head(p.Group)
	if (p.Unclear || r.ambiguousApposition(t)) && role.person() &&
		(t.Kind != text.Name || t.Note.Person ||
			!slices.ContainsFunc(r.named(p.Group, role), func(e *lexicon.Entity) bool { return e.Label != "Place" })) {
		return nil, true
	}
	switch {
	case r.sportsCourt(p.Group):
		return nil, false
	case role.Plain && (t.Tag == "PRP" || isAnaphor(&r.s.Groups[p.Group], t)):
		return nil, true
	case role.Named && t.Kind != text.Name && t.Kind != text.Office && len(p.Named) == 0 && !(role.is("Country") && states[text.Singular(t.Low)]):
		if followers[text.Singular(t.Low)] && len(p.Of) > 0 { // "supporters of the movement, led by X"
			return r.named(p.Of[len(p.Of)-1], role), true
		}
		if b := r.bodyCalled(p, role); b != nil { // "the party, headed by X"
			return []*lexicon.Entity{b}, false
		}
		return nil, true
	case len(p.Named) > 0:
		for _, n := range p.Named {
			entities = append(entities, r.named(n, role)...)
		}
		if len(entities) > 0 {
			return entities, false
		}
	case t.Kind == text.Name:
		if entities = r.branch(p, role); len(entities) > 0 {
			return entities, false
		}
		if entities = r.named(p.Group, role); len(entities) == 1 {
			switch bearers := r.bearers(entities[0]); len(bearers) {
			case 0:
				return entities, false
			case 1:
				return bearers, false
			}
			return nil, true
		} else if len(entities) > 0 {
			return entities, false
		}
		if s := span(t); role.body() && s != nil && t.Note.Person { // a person who acts for a body
			if entities = r.behind(p, role); len(entities) > 0 {
				return entities, false
			}
			for _, o := range s.Offices {
				for _, b := range o.Bodies {
					if !o.Apart && role.accepts(b) && representatives[text.Singular(lastWord(o.Title))] {
						return []*lexicon.Entity{b}, false
					}
				}
			}
		}
		return nil, false
	case t.Tag == "PRP":
		if role.person() && t.Low != "it" && t.Low != "there" {
			who := r.pronounAt(p.Group, t.Low, role)
			return who, who == nil
		}
		if (role.body() || role.is("Country")) && (t.Low == "it" || t.Low == "they" && !r.memory.crowd) {
			if b := r.earlier(p.Group, role); b != nil && !r.namedBeside(p.Group, b) {
				return []*lexicon.Entity{b}, false
			}
		}
		return nil, role.body() && t.Low != "there" && (role.person() || t.Low != "he" && t.Low != "she")
	}
	if role.As == "object" && role.Plain && role.person() && t.Kind == text.Word && persons[text.Singular(t.Low)] {
		if entities = r.personsOf(p, role); len(entities) > 0 {
			return entities, false
		}
	}
	if role.body() && t.Kind == text.Word && collectives[text.Singular(t.Low)] && t.Tag == "NNS" {
		if entities = r.including(p.Group, role); len(entities) > 0 {
			return entities, false
		}
	}
	if role.person() && role.body() && t.Kind == text.Office && !r.accuses && !r.harms { // who holds an office acts for its body
		if who := r.envoy(p); who != nil {
			return []*lexicon.Entity{who}, false
		}
		if entities = r.ofOffice(p, role); len(entities) > 0 {
			return entities, false
		}
	}
	if role.person() && role.body() && t.Kind == text.Office && r.harms && r.onStaff(p) {
		if entities = r.ofOffice(p, role); len(entities) > 0 {
			return entities, false
		}
	}
	if role.person() && role.body() && t.Kind == text.Word && representatives[text.Singular(t.Low)] { // whom it is of, where that may act too
		if entities = r.behind(p, r.harmed(role)); len(entities) > 0 {
			return entities, false
		}
	}
	if role.person() {
		if who, ok := r.anaphor(p, role); ok {
			if who != nil {
				return who, false
			}
			return nil, true
		}
		if t.Kind == text.Office || t.Kind == text.Number && !r.sum(p.Group) || t.Kind == text.Word && text.Animate(t.Low) {
			return nil, true
		}
	}
	noun := text.Singular(t.Low)
	if outsiders[noun] && role.body() && !role.is("Place") {
		return nil, true
	}
	if s := span(t); t.Kind == text.Office && s != nil && s.Office != nil && (role.body() || role.is("Country")) {
		entities = r.ofOffice(p, role)
		return entities, len(entities) == 0
	}
	if role.body() && t.Kind == text.Word && (belongings[noun] || r.harms && role.As != "subject" && targets[noun] || role.Plain && changes[noun]) {
		if entities = r.ofOwner(p, role); len(entities) > 0 {
			return entities, false
		}
	}
	people := representatives[noun] || text.Animate(noun) && (t.Tag == "NNS" || len(r.s.Groups[p.Group].Names) > 0)
	if role.body() && t.Kind == text.Word && people ||
		role.is("Place") && r.locality(p.Group) || role.is("Country") && !role.body() && representatives[noun] {
		entities = r.behind(p, role)
		if role.is("Place") && !role.body() && t.Tag == "NNS" && r.locality(p.Group) {
			for _, e := range r.including(p.Group, role) {
				if !slices.Contains(entities, e) {
					entities = append(entities, e)
				}
			}
		}
		if len(entities) > 0 {
			return entities, false
		}
	}
	if role.is("Place") && r.locality(p.Group) {
		if entities = r.calledBefore(p, role); len(entities) > 0 {
			return entities, false
		}
	}
	if role.body() && (acting[noun] || delegates[noun]) {
		if b := r.meant(p, role, noun); b != nil {
			return []*lexicon.Entity{b}, false
		}
		return nil, !(role.continues() && r.ofBench(p, noun)) // the bench may be that of the court of the sentence before
	}
	return nil, false
}

// onStaff says that a phrase is of somebody who works for a body and holds no office in it: "a staff member of X".
func (r *run) onStaff(p *text.Phrase) bool {
	group := &r.s.Groups[p.Group]
	return group.Head > group.From && r.s.Tokens[group.Head-1].Low == "staff"
}

func lastWord(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }

// phraseWords are the words of a phrase with all that hangs on it by "of", without its article.
func (r *run) phraseWords(p *text.Phrase, list []text.Phrase) string {
	g := &r.s.Groups[p.Group]
	from, to := g.From, g.To
	for _, of := range p.Of {
		to = max(to, r.s.Groups[of].To)
	}
	if len(list) > 1 {
		for _, other := range list {
			to = max(to, r.s.Groups[other.Group].To)
			for _, of := range other.Of {
				to = max(to, r.s.Groups[of].To)
			}
		}
	}
	return r.words(from, to)
}

// words are those from one token to another, trimmed as values of properties are.
func (r *run) words(from, to int) string {
	for from < to-1 && untold[r.s.Tokens[from].Low] {
		from++
	}
	if from >= to {
		return ""
	}
	return strings.Trim(strings.Join(strings.Fields(r.text[r.s.Tokens[from].From:r.s.Tokens[to-1].To]), " "), " ,;:“”\"")
}
