package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// behind are the bodies or places that a phrase names beside its head: "Kosovo Police officers", "officers of the Kosovo Police", "KFOR's
// soldiers".
func (r *run) behind(p *text.Phrase, role *Role) (all []*lexicon.Entity) {
	g := &r.s.Groups[p.Group]
	// "a former KFOR soldier", "any KFOR soldier"
	if slices.ContainsFunc(r.s.Tokens[g.From:g.Head], func(t text.Token) bool { return dismissed[t.Low] || t.Low == "any" }) {
		return nil
	}
	if word := r.head(p.Group).Low; stateless[text.Singular(word)] {
		if word == text.Singular(word) { // one of them is not the body
			return nil
		}
		role = role.ofBodies()
	}
	add := func(t *text.Token) {
		if s := span(t); s != nil && t.Kind == text.Name {
			for _, e := range s.Entities {
				if role.accepts(e) {
					all = append(all, e)
				}
			}
		}
	}
	if bench[text.Singular(r.head(p.Group).Low)] && role.body() { // "a EULEX judge at the Basic Court"
		if all = slices.DeleteFunc(slices.Clone(r.stationed(p, role)), func(e *lexicon.Entity) bool { return e.Label != "Court" }); len(all) > 0 {
			return all
		}
	}
	for _, of := range p.Of {
		if add(r.head(of)); len(all) == 0 && representatives[text.Singular(r.head(of).Low)] { // "the head of the UNHCR component"
			all = r.behind(&text.Phrase{Group: of}, role)
		}
		if inner := r.namedBefore(p, role); !role.body() && len(all) > 0 && len(inner) > 0 && !country(inner[0]) &&
			(country(all[0]) || slices.Contains(r.nested, nesting{inner[0], all[0]})) {
			return inner // "the Klina district of Kosovo", "the Dragodan neighbourhood of Pristina"
		}
		if len(all) > 0 || outsiders[text.Singular(r.head(of).Low)] {
			return all
		}
	}
	if g.Possessor >= 0 {
		add(&r.s.Tokens[g.Possessor])
	}
	for _, n := range g.Names {
		add(&r.s.Tokens[n])
	}
	if len(all) == 0 && role.body() {
		all = r.ofOfficeIn(g, role)
	}
	if len(all) > 1 && !r.hyphened(g) {
		bodies := slices.DeleteFunc(slices.Clone(all), func(e *lexicon.Entity) bool { return e.Label == "Place" })
		if len(bodies) > 0 && role.body() { // "the UNHCR Kosovo team"
			all = bodies
		}
		all = all[len(all)-1:]
	}
	if len(all) == 0 && r.head(p.Group).Kind == text.Word && !r.sentTo(p.Group) {
		all = r.stationed(p, role)
	}
	return all
}

// sentTo says that a noun names somebody who stands for others at the body behind it: "the observer in the Council", "the envoy at the
// talks".
func (r *run) sentTo(g int) bool {
	return sent[text.Singular(r.head(g).Low)] && g+1 < len(r.s.Groups) && slices.Contains([]string{"in", "at", "to", "on", "with"}, r.s.Groups[g+1].Low)
}

// hyphened says that the names in a noun group stand for bodies that do something together: "the joint KFOR-UNHCR team", "the
// Government/MINUSTAH group".
func (r *run) hyphened(g *text.Group) bool {
	for k := 1; k < len(g.Names); k++ {
		if between := r.s.Tokens[g.Names[k-1]+1 : g.Names[k]]; len(between) != 1 || between[0].Low != "-" && between[0].Low != "/" && between[0].Low != "–" {
			return false
		}
	}
	return len(g.Names) > 1
}

// stationed are the bodies at which, or of which, those stand whom a phrase means: "a panel of one local and two international judges at
// the Basic Court".
func (r *run) stationed(p *text.Phrase, role *Role) []*lexicon.Entity {
	for i := p.Group + 1; i+1 < len(r.s.Groups); i++ {
		switch g := &r.s.Groups[i]; g.Kind {
		case text.NounGroup, text.Conjunction, text.Adjective:
		case text.Preposition:
			if g.Low != "of" && g.Low != "at" && g.Low != "from" && g.Low != "in" && g.Low != "with" {
				return nil
			}
			if g.Low == "with" && r.site(p.Group) { // "the crossing point with Serbia"
				return nil
			}
			if r.s.Groups[i+1].Kind == text.NounGroup {
				all := r.named(i+1, role)
				if !role.body() && r.site(p.Group) { // "cemeteries in Klina and Peja"
					all = r.listBehind(i, role)
				}
				if g.Low == "in" { // "the office in Serbia" is not Serbia
					all = slices.DeleteFunc(all, func(e *lexicon.Entity) bool { return e.Label == "Place" && !role.is("Place") })
				}
				if list := r.listBehind(i, role); g.Low == "from" && len(list) > len(all) { // "representatives from UNHCR, OSCE and several ministries"
					all = list
				}
				if len(all) > 0 || g.Low == "with" { // "a task force with officers of X" is not of X
					return all
				}
			}
		default:
			return nil
		}
	}
	return nil
}

// listBehind are the places of the list behind a preposition, and of those that a conjunction joins to it.
func (r *run) listBehind(g int, role *Role) []*lexicon.Entity {
	clause := &r.s.Clauses[r.s.In[g]]
	i := slices.IndexFunc(clause.Attached, func(a text.Attachment) bool { return a.At == g })
	if i < 0 {
		return nil
	}
	f := r.resolve(clause.Attached[i].Phrases, role, false)
	if !f.found() {
		return nil
	}
	return slices.Concat(f.entities, r.alsoAt(clause, i))
}

// ofOffice are the bodies of an office that a phrase names without saying who holds it; nobody's where it is held no more, or not yet.
func (r *run) ofOffice(p *text.Phrase, role *Role) (all []*lexicon.Entity) {
	s, group := span(r.head(p.Group)), &r.s.Groups[p.Group]
	if s == nil || s.Office == nil || s.Office.Apart || s.Office.Former || r.unheld(group) {
		return nil
	}
	small := slices.ContainsFunc(r.s.Tokens[group.From:group.Head], func(t text.Token) bool { return lesser[t.Low] })
	all = slices.DeleteFunc(slices.Clone(s.Office.Bodies), func(b *lexicon.Entity) bool {
		return !role.accepts(b) || role.Plain && role.As == "object" && len(p.Named) == 0 && r.passive(r.s.In[p.Group]) || country(b) && len(p.Named) > 0 || small && b.Label != "Court" // "a local judge at the Basic Court"
	})
	if len(all) == 0 && len(s.Office.Bodies) == 0 && len(p.Named) == 0 && role.body() { // "a EULEX pretrial judge"
		all = r.namedBefore(p, role.ofBodies())
	}
	if !role.Plain && len(all) == 0 && len(p.Named) == 0 && len(group.Names) == 0 && group.Possessor < 0 { // what is done to him or her is not to it
		all = slices.DeleteFunc(slices.Clone(s.Office.Ministry), func(b *lexicon.Entity) bool { return !role.accepts(b) })
	}
	if next := r.besides(p, role); len(next) > 0 && (len(all) == 0 || bench[lastWord(s.Office.Title)]) { // "a EULEX judge at the Basic Court"
		return next
	}
	return all
}

// envoy is the only person of whom the report told so far that he or she is who a phrase with "my" calls by the office alone: "my Special
// Representative", behind "my Special Representative, X"; nil for none, or where it told so of several.
func (r *run) envoy(p *text.Phrase) (who *lexicon.Entity) {
	s, group := span(r.head(p.Group)), &r.s.Groups[p.Group]
	if group.Det != "my" || s == nil || s.Office == nil || s.Office.Former || r.unheld(group) {
		return nil
	}
	for person, held := range r.held {
		if held.Former || held.Member || !shortFor(s.Office.Title, held.Title) ||
			len(s.Office.Bodies) > 0 && !slices.ContainsFunc(s.Office.Bodies, func(b *lexicon.Entity) bool { return slices.Contains(held.Bodies, b) }) {
			continue
		}
		if who != nil {
			return nil
		}
		who = person
	}
	return who
}

// shortFor says that a title is another one, or that without what it is for: "Special Envoy" of "Special Envoy for Haiti".
func shortFor(title, whole string) bool {
	n := len(title)
	return strings.EqualFold(title, whole) || len(whole) > n && strings.EqualFold(title, whole[:n]) && strings.HasPrefix(whole[n:], " for ")
}

// ofOfficeIn are the bodies of an office that stands before the head of a noun group: "the head of the UNHCR component".
func (r *run) ofOfficeIn(g *text.Group, role *Role) []*lexicon.Entity {
	for i := g.From; i < g.Head; i++ {
		if s := span(&r.s.Tokens[i]); r.s.Tokens[i].Kind == text.Office && s != nil && s.Office != nil && !s.Office.Apart && !s.Office.Former && !r.unheld(g) {
			return slices.DeleteFunc(slices.Clone(s.Office.Bodies), func(e *lexicon.Entity) bool { return !role.accepts(e) })
		}
	}
	return nil
}

// namedBefore are those named before the head of a phrase.
func (r *run) namedBefore(p *text.Phrase, role *Role) (all []*lexicon.Entity) {
	for _, n := range r.s.Groups[p.Group].Names {
		if s := span(&r.s.Tokens[n]); s != nil {
			all = append(all, slices.DeleteFunc(slices.Clone(s.Entities), func(e *lexicon.Entity) bool { return !role.accepts(e) })...)
		}
	}
	return all
}

// unheld says that a word of a noun group, or behind a hyphen, tells that its office is to be held, or that somebody only says that he or
// she holds it: "the future Mayor", "the President-elect".
func (r *run) unheld(g *text.Group) bool {
	behind := min(g.Head+3, len(r.s.Tokens))
	return slices.ContainsFunc(r.s.Tokens[g.From:g.Head], func(t text.Token) bool { return unheld[t.Low] }) ||
		g.Head+2 < behind && r.s.Tokens[g.Head+1].Low == "-" && unheld[r.s.Tokens[g.Head+2].Low]
}

// besides are those whom the preposition right behind an office says that it is held at: "the judge at the Basic Court".
func (r *run) besides(p *text.Phrase, role *Role) []*lexicon.Entity {
	at := p.Group + 1
	if at+1 >= len(r.s.Groups) || r.s.Groups[at].Kind != text.Preposition || r.s.Groups[at+1].Kind != text.NounGroup {
		return nil
	}
	if prep := r.s.Groups[at].Low; prep != "of" && prep != "at" && prep != "from" && prep != "in" {
		return nil
	}
	return slices.DeleteFunc(r.named(at+1, role), func(e *lexicon.Entity) bool { return e.Label == "Place" && r.s.Groups[at].Low != "of" })
}

// ofBodies is a role that only the bodies fill which fill this one.
func (r *Role) ofBodies() *Role {
	own := *r
	own.Is = slices.DeleteFunc(slices.Clone(r.Is), func(is string) bool { return is == "Place" || is == "Country" || is == "Person" })
	return &own
}

// byName is a role that a name alone fills.
func (r *Role) byName() *Role {
	own := *r
	own.Named = true
	return &own
}

// branch is the body whose part in a country, or at a place, a phrase names by both: "UNHCR Kosovo", "the Regional Police Klina"; nil for
// none.
func (r *run) branch(p *text.Phrase, role *Role) []*lexicon.Entity {
	g := &r.s.Groups[p.Group]
	here := span(r.head(p.Group))
	if !role.body() || g.Head == g.From || here == nil || len(here.Entities) != 1 || here.Entities[0].Label != "Place" || !slices.Contains(g.Names, g.Head-1) {
		return nil
	}
	own := role.ofBodies()
	return slices.DeleteFunc(slices.Clone(span(&r.s.Tokens[g.Head-1]).Entities), func(e *lexicon.Entity) bool { return !own.accepts(e) })
}

// ofOwner are the bodies whose a thing is: "a KFOR vehicle", "the headquarters of the Mission".
func (r *run) ofOwner(p *text.Phrase, role *Role) []*lexicon.Entity {
	own := role.ofBodies()
	group := &r.s.Groups[p.Group]
	for _, of := range p.Of {
		if all := r.named(of, own); len(all) > 0 {
			return all
		}
	}
	for _, n := range append([]int{group.Possessor}, group.Names...) {
		if n < 0 {
			continue
		}
		if s := span(&r.s.Tokens[n]); s != nil && slices.ContainsFunc(s.Entities, own.accepts) {
			return slices.DeleteFunc(slices.Clone(s.Entities), func(e *lexicon.Entity) bool { return !own.accepts(e) })
		}
	}
	return nil
}
