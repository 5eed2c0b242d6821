package loader

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	regexp "github.com/wasilibs/go-re2"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"councilgraph/graph/fold"
	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
)

// officeOf is the office that a phrase names. Its groups: title; body or nation (an adjective), where it is held; owned, where it is the body's by “’s”, ours, where it is of whoever reports, and where, the place
// that it is for; head, the word of a body that the phrase does not name; former and past.
func (r *reader) officeOf(m match) *office {
	_, _, former := m.group("former")
	_, _, past := m.group("past")
	from, to := m.annotatedText.span(m.at[0], m.at[1])
	o := &office{title: r.words(m, "title"), former: former || past, still: r.rules.still.MatchString(r.text[from:to]), bodies: m.entities("body")}
	if at := r.rules.plurals.FindStringSubmatchIndex(o.title); at != nil {
		o.plural = true
		o.title = o.title[:at[2]] + oneOf(o.title[at[2]:at[3]]) + o.title[at[3]:]
	}
	if r.rules.nested.MatchString(o.title) {
		o.bodies = nil
	}
	if country := r.rules.demonyms[r.words(m, "nation")]; country != nil {
		o.bodies = append(o.bodies, country)
	}
	_, _, o.ours = m.group("ours")
	_, _, o.owned = m.group("owned")
	if len(o.bodies) == 0 {
		o.bodies = r.standing(o, m.entities("where"))
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
	if r.rules.ministry.MatchString(o.title) {
		r.ministries.note(o)
	}
	return o
}

// heldAt is what joins an office to where it is held.
var heldAt = regexp.MustCompile(`^ (?:of|at|in|within) `)

// ofNameless says that what follows an office goes on to tell that it is that of a body without a name: "the President" of "of the party" is no country's.
func (r *reader) ofNameless(rest string) bool {
	joined := heldAt.FindString(rest)
	at := r.rules.nameless.FindStringIndex(rest[len(joined):])
	return joined != "" && at != nil && at[0] == 0
}

// standing is where an office is held of which no words say it: in the mission that the report tells of, where missions have it, or in the secretariat. One for another place than
// the report's is none of the mission's.
func (r *reader) standing(o *office, where []*lexicon.Entity) []*lexicon.Entity {
	abroad := slices.ContainsFunc(where, func(p *lexicon.Entity) bool { return p != r.place && p != r.country })
	title := o.title
	if o.ours {
		title = "my " + title
	}
	switch {
	case r.rules.missionary.MatchString(title) && r.series != nil && r.series.Kind == "MISSION" && r.series.Home != "" && !abroad:
		return []*lexicon.Entity{r.series}
	case r.rules.secretariat.MatchString(title):
		o.apart = true
		return []*lexicon.Entity{r.rules.nations}
	}
	return nil
}

// ministries are the bodies that a report has named with the offices of ministers, by their titles.
type ministries map[string][]*lexicon.Entity

func (all ministries) note(o *office) {
	for _, b := range o.bodies {
		if key := ministryKey(o.title); !slices.Contains(all[key], b) {
			all[key] = append(all[key], b)
		}
	}
}

// of is the one body that a report has named with the office of a title; nil where it has named none, or several.
func (all ministries) of(title string) []*lexicon.Entity {
	if bodies := all[ministryKey(title)]; len(bodies) == 1 {
		return bodies
	}
	return nil
}

func ministryKey(title string) string {
	return strings.Replace(fold.Text(title), "minister for ", "minister of ", 1)
}

// bodyCalled is the body that a word means: in capitals one that the report has named, in small letters the one of its kind that the paragraph has.
func (r *reader) bodyCalled(head string) *lexicon.Entity {
	body := r.lastBody(head)
	if body != nil && head == strings.ToLower(head) && (!r.discourse.near(body) || r.discourse.rivalled(body)) {
		return nil
	}
	return body
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
		if next := all[i+1]; len(next.bodies) > 0 && (len(all[i].bodies) == 0 || all[i].ours && next.bodies[0].Kind == "MISSION") && !all[i].nameless && !next.article && !next.ours {
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

// writePositions says that persons hold the offices of a group: several offices and as many persons in pairs, a list of offices before one name the last of them.
func (r *reader) writePositions(m match, w write) {
	people := persons(r.ends(m, w.From))
	offices := m.listed(w.Position)
	if len(people) == 0 || len(offices) == 0 {
		return
	}
	at := others(r.ends(m, w.To))
	first, _, _ := m.group(w.Position)
	name, _, _ := m.group(w.From)
	switch last := offices[len(offices)-1]; {
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
	case len(people) > 1 && !last.plural && first < name:
		r.writePosition(m, people[0], last, last.bodies)
	default:
		for i := len(offices) - 1; i >= 0; i-- {
			for _, p := range people {
				bodies := at
				if len(bodies) == 0 {
					bodies = offices[i].bodies
				}
				r.writePosition(m, p, offices[i], bodies)
			}
			if first < name && offices[i].article { // those before it are other people's
				break
			}
		}
	}
}

// writePosition says that a person holds, or held, an office at bodies, else at that which the phrase says by its, else in the country whose office it is.
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
		f.Relation = &relationFact{typ: r.rules.types.Office, from: p, to: b, properties: map[string]any{"title": title, "former": former}}
		if member {
			f.Relation = &relationFact{typ: r.rules.types.Membership, from: p, to: b, properties: map[string]any{}}
			if former { // MEMBER_OF does not say that it is over
				continue
			}
		}
		r.add(f)
	}
}

// settleFormer makes the offices that the phrases of a sentence tell of former where its clauses say that they are over: "the Director of the Police, X, ended his tenure".
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

// fronted is what stands before "its" in a phrase that a sentence begins with, whose "its" is that of the subject to come: "Under its Director, X, the Kosovo Customs".
var fronted = regexp.MustCompile(`^(?:[\p{L}-]+ ){0,2}(?i:under|through|by|with|alongside|besides|except for) $`)

// itsBody is the body of "its Commander": the one named last, unless one without a name stands behind it; in front of the subject that of the subject.
func (r *reader) itsBody(m match) *lexicon.Entity {
	before := m.annotatedText.text[:m.at[0]]
	if fronted.MatchString(before) && !strings.HasPrefix(m.annotatedText.text[m.at[1]:], " it ") {
		return bodyNext(m)
	}
	if at := r.rules.nameless.FindAllStringIndex(before, -1); len(at) > 0 {
		before = before[at[len(at)-1][0]:]
		for _, s := range m.annotatedText.slotsIn(m.at[0]-len(before), m.at[0]) {
			for _, e := range s.entities {
				if e.Label == "Organization" || e.Label == "Court" {
					return bodyBefore(m)
				}
			}
		}
		return nil
	}
	return cmp.Or(bodyBefore(m), r.earlier)
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

// home is where an office is held of which a phrase names no body: where the report has said that this person holds it, else the country that has one of it, else the body whose
// minister the report has told of by the same title. Nobody whom the gazetteer knows of another country holds it there, nor one whose sentence tells of another.
func (r *reader) home(p *lexicon.Entity, o office) []*lexicon.Entity {
	if r.frames != nil {
		if told := r.frames.Held(p); told != nil && !told.Member && (told.Title == o.title || strings.HasPrefix(told.Title, o.title+" ")) {
			return told.Bodies
		}
	}
	ministry := r.rules.ministry.MatchString(o.title)
	if r.place != nil && p.Home != "" && p.Home != r.place.Name {
		if at := r.rules.gazetteer.Homes[p.Home]; ministry && slices.Contains(r.otherCountries(), at) {
			return []*lexicon.Entity{at}
		}
		return nil
	}
	if r.place != nil && r.rules.national.MatchString(o.title) {
		if p.Home == "" && r.otherOffice() { // "the Prime Minister of Albania, X, the Deputy Prime Minister, Y"
			return nil
		}
		return []*lexicon.Entity{r.place}
	}
	if !ministry || len(r.otherCountries()) > 0 {
		return nil
	}
	if told := r.ministries.of(o.title); told != nil || p.Home == "" {
		return told
	}
	return []*lexicon.Entity{r.place}
}

// otherOffice says that the sentence tells of an office of another country than the one that the report is about.
func (r *reader) otherOffice() bool {
	return slices.ContainsFunc(r.sentence.slotsIn(0, len(r.sentence.text)), func(s slot) bool {
		return slices.ContainsFunc(append(slices.Clone(s.offices), s.office), func(o *office) bool {
			return o != nil && slices.ContainsFunc(o.bodies, func(b *lexicon.Entity) bool { return b.Kind == "COUNTRY" && b != r.place })
		})
	})
}

// otherCountries are those that the sentence names besides the one that the report is about.
func (r *reader) otherCountries() (all []*lexicon.Entity) {
	from, to := r.sentence.span(0, len(r.sentence.text))
	for word := range strings.FieldsFuncSeq(r.text[from:to], func(c rune) bool { return !unicode.IsLetter(c) }) {
		if e := r.rules.gazetteer.Nation(word); e != nil && e != r.place {
			all = append(all, e)
		}
	}
	for _, s := range r.sentence.slotsIn(0, len(r.sentence.text)) {
		for _, e := range s.entities {
			if e.Kind == "COUNTRY" && e != r.place {
				all = append(all, e)
			}
		}
	}
	return all
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
