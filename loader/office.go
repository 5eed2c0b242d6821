package loader

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
)

// officeOf is the office that a phrase names. Its groups: title; aim, which goes on with it behind the body ("High Representative of the
// European Union for Foreign Affairs"); body or nation (an adjective), where it is held; turn, where it is the last of those of several
// persons in turn; owned, where it is the body's by “’s”, ours, where it is of whoever reports, and where, the place that it is for, within
// afar, the words that say so; head, the word of a body that the phrase does not name; former and past.
func (r *reader) officeOf(m match) *office {
	_, _, former := m.group("former")
	_, _, past := m.group("past")
	from, to := m.annotatedText.span(m.at[0], m.at[1])
	o := &office{title: withoutOrdinal(article.ReplaceAllString(r.words(m, "title"), "")), former: former || past, still: r.rules.still.MatchString(r.text[from:to]), bodies: m.entities("body")}
	if at := r.rules.plurals.FindStringSubmatchIndex(o.title); at != nil {
		o.plural = true
		o.title = o.title[:at[2]] + oneOf(o.title[at[2]:at[3]]) + o.title[at[3]:]
	}
	if r.rules.nested.MatchString(o.title) {
		o.bodies = nil
	}
	o.title = strings.TrimSpace(o.title + " " + r.words(m, "aim"))
	o.title += r.forBesides(o.title, m.annotatedText.text[m.at[1]:])
	if country := r.rules.demonyms[r.words(m, "nation")]; country != nil {
		o.bodies = append(o.bodies, country)
	}
	_, _, o.ours = m.group("ours")
	_, _, o.owned = m.group("owned")
	_, _, o.inTurn = m.group("turn")
	if len(o.bodies) == 0 {
		o.bodies = r.standing(o, m.entities("where"))
		if len(o.bodies) == 1 && o.bodies[0] == r.rules.nations { // of a mission where it works goes without saying
			o.title = strings.TrimSpace(o.title + " " + r.words(m, "afar"))
		}
	}
	if head := r.words(m, "head"); head != "" {
		if body := r.bodyCalled(head); body != nil {
			o.bodies = []*lexicon.Entity{body}
		} else {
			o.title, o.nameless = head+" "+o.title, true
		}
	}
	if len(o.bodies) == 0 && r.ofNameless(m.annotatedText.text[m.at[1]:]) {
		o.nameless = true
	}
	if slices.Contains(o.bodies, r.rules.council) && !r.rules.presiding.MatchString(o.title) { // some other council
		o.bodies, o.nameless = nil, true
	}
	if r.rules.ministry.MatchString(o.title) || r.rules.national.MatchString(o.title) {
		r.ministries.note(o)
	}
	return o
}

// ordinal is the word before a title that counts its holders, "the first President"; ranked is a title that such a word ranks among several
// of one body, "first Deputy Prime Minister", "second secretary".
var (
	ordinal = regexp.MustCompile(`^(?:first|second|third) `)
	ranked  = regexp.MustCompile(`^\S+ (?i:deputy|vice|secretary|assistant|minister)\b`)
)

// withoutOrdinal is a title without the word that counts its holders.
func withoutOrdinal(title string) string {
	if ranked.MatchString(title) {
		return title
	}
	return ordinal.ReplaceAllString(title, "")
}

// oneOf is the singular of the word for an office: Presidents, spokesmen.
func oneOf(plural string) string {
	if s, ok := strings.CutSuffix(plural, "men"); ok {
		return s + "man"
	}
	return strings.TrimSuffix(plural, "s")
}

// listedOffice is an office of a list, with what the list says of it.
type listedOffice struct {
	*office
	article bool // an article before it: it begins another person's, or another office than those before it
	former  bool
}

// sharesBodies says whether an office of a list is held where the next one is: the list says so once, behind both.
func (o listedOffice) sharesBodies(next listedOffice) bool {
	if len(next.bodies) == 0 || next.article || next.ours || o.nameless {
		return false
	}
	return len(o.bodies) == 0 || o.ours && next.bodies[0].Kind == "MISSION"
}

// opening is what an office of a list begins with that is told apart from those before it.
var opening = regexp.MustCompile(`(?i)(?:\b(?:the|my|its|now|currently|presently) )$`)

// listed are the offices of a group.
func (m match) listed(group string) (all []listedOffice) {
	from, to, _ := m.group(group)
	at := from
	for _, s := range m.annotatedText.slotsIn(from, to) {
		sign := strings.IndexRune(m.annotatedText.text[at:to], s.class) + at
		if s.office != nil {
			before := m.annotatedText.text[at:sign]
			all = append(all, listedOffice{s.office, opening.MatchString(before), s.office.former})
		}
		at = sign + signLen
	}
	for i := len(all) - 2; i >= 0; i-- { // "Deputy Prime Minister and Minister for Transport of Serbia"
		if next := all[i+1]; all[i].sharesBodies(next) {
			o := *all[i].office
			o.bodies = next.bodies
			all[i].office = &o
		}
	}
	for i := 1; i < len(all); i++ { // "the former Prime Minister of Serbia and head of its party"
		all[i].former = all[i].former || all[i-1].former && !all[i].article && !all[i].still
	}
	return all
}

// writePositions says that persons hold the offices of a group: several offices and as many persons in pairs, a list of offices before one
// name the last of them.
func (r *reader) writePositions(m match, w write) {
	people := persons(r.ends(m, w.From))
	offices := m.listed(w.Position)
	if len(people) == 0 || len(offices) == 0 {
		return
	}
	at := others(r.ends(m, w.To))
	first, _, _ := m.group(w.Position)
	name, _, _ := m.group(w.From)
	last := offices[len(offices)-1]
	if each := r.inTurn(last, people); len(offices) == 1 && each != nil {
		offices = each
	}
	switch {
	case len(offices) == len(people) && len(people) > 1:
		for i, p := range people {
			bodies := offices[i].bodies
			if len(bodies) == 0 {
				bodies = last.bodies
			}
			r.writePosition(m, p, offices[i], bodies)
		}
	case len(at) == len(people) && len(people) > 1:
		for i, p := range people {
			r.writePosition(m, p, last, at[i:i+1])
		}
	case len(last.bodies) == len(people) && len(people) > 1:
		for i, p := range people {
			r.writePosition(m, p, last, last.bodies[i:i+1])
		}
	case last.plural && len(people) > 1 && len(last.bodies) > 1: // whose is whose cannot be told
	case len(people) > 1 && !last.plural && first < name:
		r.writePosition(m, people[0], last, last.bodies)
	default:
		for i := len(offices) - 1; i >= 0; i-- {
			for _, p := range people {
				bodies := at
				if len(bodies) == 0 {
					bodies = offices[i].bodies
				}
				if len(bodies) == 0 {
					bodies = r.cabinet(p, offices, i)
				}
				if len(bodies) == 0 {
					bodies = r.colleague(m, p, offices)
				}
				r.writePosition(m, p, offices[i], bodies)
			}
			if first < name && offices[i].article { // those before it are other people's
				break
			}
		}
	}
}

// ministryOf is what a minister's title says before, and what behind, the preposition of what the ministry is for; joined joins such.
var (
	ministryOf = regexp.MustCompile(`^(.*?\b(?:of|for) )(.+)$`)
	joined     = regexp.MustCompile(`, and | and |, `)
)

// inTurn are the offices of several ministers whose title tells them in one, each of his or her own: "the Ministers of Justice and
// Defence, X and Y"; nil where it tells not as many as there are people, or of several countries.
func (r *reader) inTurn(all listedOffice, people []*lexicon.Entity) (each []listedOffice) {
	at := ministryOf.FindStringSubmatch(all.title)
	if !all.plural || at == nil || len(people) < 2 || len(all.bodies) > 1 || !r.rules.ministry.MatchString(all.title) {
		return nil
	}
	of := joined.Split(at[2], -1)
	if len(of) != len(people) {
		return nil
	}
	for _, one := range of {
		own := all
		own.office = &office{}
		*own.office = *all.office
		own.title = at[1] + one
		each = append(each, own)
	}
	return each
}

// cabinet is the country of the president's or prime minister's office beside a minister's in a list: "the Deputy Prime Minister and
// Minister of Justice, X"; nil of any other office, and where an article may begin another person's.
func (r *reader) cabinet(p *lexicon.Entity, offices []listedOffice, i int) []*lexicon.Entity {
	apart := slices.ContainsFunc(offices[1:], func(o listedOffice) bool { return o.article })
	if apart || offices[i].nameless || !r.rules.ministry.MatchString(offices[i].title) {
		return nil
	}
	for _, o := range offices {
		if !o.nameless && r.rules.national.MatchString(o.title) {
			if len(o.bodies) > 0 {
				return o.bodies
			}
			return r.home(p, *o.office)
		}
	}
	return nil
}

// writePosition says that a person holds, or held, an office at bodies, else at that which the phrase says by its, else in the country
// whose office it is.
func (r *reader) writePosition(m match, p *lexicon.Entity, o listedOffice, bodies []*lexicon.Entity) {
	if _, _, its := m.group("its"); its && len(bodies) == 0 {
		body := r.itsBody(m)
		if body == nil {
			return
		}
		bodies = []*lexicon.Entity{body}
	}
	if len(bodies) == 0 && !o.nameless {
		bodies = r.home(p, *o.office)
	}
	if len(bodies) == 0 && !o.nameless && r.rules.ofTown.MatchString(o.title) {
		bodies = townBefore(m)
	}
	title := strings.TrimSpace(o.title + " " + r.words(m, "theme"))
	if len(bodies) == 0 && r.rules.secretariat.MatchString(title) {
		bodies = []*lexicon.Entity{r.rules.nations}
	}
	_, _, past := m.group("before")
	former := o.former || past
	for _, b := range bodies {
		member := b.Label == "Organization" && r.rules.membership.MatchString(o.title)
		if r.frames != nil { // nil where only the period is sought
			r.frames.Holds(p, &frames.Office{Title: title, Former: former, Member: member, Bodies: []*lexicon.Entity{b}})
		}
		f := r.quote(m)
		f.Relation = &relationFact{typ: r.rules.types.Office, from: p, to: b, properties: m.term(map[string]any{"title": title, "former": former})}
		if member {
			f.Relation = &relationFact{typ: r.rules.types.Membership, from: p, to: b, properties: map[string]any{}}
			if former { // MEMBER_OF does not say that it is over
				continue
			}
		}
		r.add(f)
	}
}

// term adds the day since or until which somebody holds an office to its properties, where a phrase of one office says it: "since 4 May".
// Of one that ends on a day, the phrase leaves open whether that has come.
func (m match) term(office map[string]any) map[string]any {
	for _, name := range []string{"since", "until"} {
		all := m.slots(name)
		if len(all) != 1 || all[0].date == nil || len(m.slots("o")) != 1 {
			continue
		}
		if d := all[0].date; !d.Relative && len(d.Days) == 1 && d.Days[0].Day() != "" {
			office[name] = d.Days[0].Day()
		}
		if name == "until" && office["former"] == false {
			delete(office, "former")
		}
	}
	return office
}

// settleFormer makes the offices that the phrases of a sentence tell of former where its clauses say that they are over: "the Director of
// the Police, X, ended his tenure".
func (r *reader) settleFormer(phrases, clauses []Fact) {
	type held struct {
		who, where *lexicon.Entity
		title      any
	}
	offices := func(facts []Fact, do func(held, map[string]any)) {
		for _, f := range facts {
			if rel := f.Relation; rel != nil && rel.typ == r.rules.types.Office {
				do(held{rel.from, rel.to, rel.properties["title"]}, rel.properties)
			}
		}
	}
	over := map[held]bool{}
	offices(clauses, func(h held, p map[string]any) { over[h] = over[h] || p["former"] == true })
	offices(phrases, func(h held, p map[string]any) {
		if over[h] {
			p["former"] = true
		}
	})
}

func persons(all []*lexicon.Entity) (people []*lexicon.Entity) {
	for _, e := range all {
		if e.Label == "Person" {
			people = append(people, e)
		}
	}
	return people
}

func others(all []*lexicon.Entity) (bodies []*lexicon.Entity) {
	for _, e := range all {
		if e.Label != "Person" {
			bodies = append(bodies, e)
		}
	}
	return bodies
}

// readDemonyms reads adjectives with the countries that they are of, and makes {demonym} stand for any of them.
func (r *Rules) readDemonyms(node ast.Node) error {
	demonyms := map[string]string{}
	if err := yaml.NodeToValue(node, &demonyms); err != nil {
		return fmt.Errorf("demonyms must map an adjective to the name of a country: %w", err)
	}
	for adjective, country := range demonyms {
		e := r.gazetteer.Homes[country]
		if e == nil {
			return fmt.Errorf("demonyms: %s: the gazetteer knows no country or territory %q", adjective, country)
		}
		r.demonyms[adjective] = e
	}
	var quoted []string
	for _, adjective := range slices.Sorted(maps.Keys(r.demonyms)) {
		quoted = append(quoted, regexp.QuoteMeta(adjective))
	}
	r.words["demonym"] = `\b(?-i:` + strings.Join(quoted, "|") + `)\b`
	return nil
}
