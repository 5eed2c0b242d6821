package loader

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/graph/fold"
	"councilgraph/loader/lexicon"
)

// heldAt is what joins an office to where it is held.
var heldAt = regexp.MustCompile(`^ (?:of|at|in|within) `)

// ofNameless says that what follows an office goes on to tell that it is that of a body without a name: "the President" of "of the party"
// is no country's.
func (r *reader) ofNameless(rest string) bool {
	joined := heldAt.FindString(rest)
	at := r.rules.nameless.FindStringIndex(rest[len(joined):])
	return joined != "" && at != nil && at[0] == 0
}

// standing is where an office is held of which no words say it: in the mission that the report tells of, where missions have it, or in the
// secretariat. One for another place than the report's is none of the mission's.
func (r *reader) standing(o *office, where []*lexicon.Entity) []*lexicon.Entity {
	abroad := slices.ContainsFunc(where, func(p *lexicon.Entity) bool { return p != r.place && p != r.country })
	title := o.title
	if o.ours {
		title = "my " + title
	}
	switch {
	case r.rules.missionary.MatchString(title) && r.series != nil && r.series.Kind == "MISSION" && r.series.Home != "" && !abroad:
		return []*lexicon.Entity{r.series}
	case r.rules.missionHead.MatchString(title):
		if own := r.ownMission(); own != nil {
			return []*lexicon.Entity{own}
		}
	case r.rules.secretariat.MatchString(title):
		o.apart = true
		return []*lexicon.Entity{r.rules.nations}
	}
	return nil
}

// ministries are the bodies that a report has named with the offices of ministers and of those of whom a country has one, by their titles.
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

// portfolios are the ministries that a report names, by what they are for.
type portfolios map[string][]*lexicon.Entity

// ministryName is the name of a ministry: whose it is, and what it is for.
var ministryName = regexp.MustCompile(`^(?:(.+) )?(?:Ministry|Secretariat of State) (?:of|for) (?:the )?(.+)$`)

func (all portfolios) note(e *lexicon.Entity) {
	if at := ministryName.FindStringSubmatch(e.Name); at != nil && !slices.Contains(all[fold.Text(at[2])], e) {
		all[fold.Text(at[2])] = append(all[fold.Text(at[2])], e)
	}
}

// ministryOf is the ministry for which the holder of an office acts of which a phrase names no body: the only one for the same that the
// report names, if no other country's; nil of several offices, and in a sentence that tells of another country.
func (r *reader) ministryOf(o *office) []*lexicon.Entity {
	title := r.rules.ministers.FindString(o.title)
	if title == "" || len(o.bodies) > 0 || o.nameless || o.plural || len(r.otherCountries(len(r.sentence.text))) > 0 {
		return nil
	}
	named := slices.DeleteFunc(r.ministriesFor(o.title[len(title):]), func(e *lexicon.Entity) bool {
		whose := ministryName.FindStringSubmatch(e.Name)[1]
		return whose != "" && (r.place == nil || whose != r.place.Name && r.rules.gazetteer.Nation(whose) != r.place)
	})
	if len(named) != 1 {
		return nil
	}
	return named
}

// ministriesFor are the ministries for something that the report names.
func (r *reader) ministriesFor(what string) []*lexicon.Entity {
	what = fold.Text(what)
	named := slices.Clone(r.portfolios[what])
	if r.place != nil {
		named = append(named, r.portfolios[what+" of "+fold.Text(r.place.Name)]...)
	}
	return named
}

// besides is what a minister may be for besides, behind an article.
var besides = regexp.MustCompile(`^ and the \p{Lu}[\p{L}-]+`)

// forBesides is what goes on with a minister's title behind the phrase, as the name of a ministry has it that the report names: "and the
// Economy" behind "the Minister for Finance", of the Ministry of Finance and the Economy; "" where nothing does.
func (r *reader) forBesides(title, behind string) string {
	minister, more := r.rules.ministers.FindString(title), besides.FindString(behind)
	if minister == "" || more == "" || len(r.ministriesFor(title[len(minister):]+more)) == 0 {
		return ""
	}
	return more
}

// bodyCalled is the body that a word means: in capitals one that the report has named, in small letters the one of its kind that the
// paragraph has.
func (r *reader) bodyCalled(head string) *lexicon.Entity {
	body := r.lastBody(head)
	if body != nil && head == strings.ToLower(head) && (!r.discourse.near(body) || r.discourse.rivalled(body)) {
		return nil
	}
	return body
}

// fronted is what stands before "its" in a phrase that a sentence begins with, whose "its" is that of the subject to come: "Under its
// Director, X, the Kosovo Customs".
var fronted = regexp.MustCompile(`^(?:[\p{L}-]+ ){0,2}(?i:under|through|by|with|alongside|besides|except for) $`)

// withAs is what stands before "its" where a sentence begins with who has the office at the subject to come: "With X as its Director, the
// Kosovo Customs".
var withAs = regexp.MustCompile(`^(?i:with) (?:\S+ ){1,4}as $`)

// capitalAhead is a word with a capital behind the first of a sentence, which may be the name of a body that is not known for one.
var capitalAhead = regexp.MustCompile(`[\p{L},] \p{Lu}`)

// itsBody is the body of "its Commander": the one named last, or, where a sentence begins so, the subject of the sentence before, and
// behind a semicolon the one around it, unless one without a name, or what may be an unknown name, stands behind it, or a country, whose
// offices alone can be meant then; in front of the subject that of the subject.
func (r *reader) itsBody(m match) *lexicon.Entity {
	before := m.annotatedText.text[:m.at[0]]
	from, _, _ := m.group("its")
	switch strings.ToLower(r.words(m, "its")) {
	case "whose":
		return r.whoseBody(m, m.annotatedText.text[:from])
	case "their": // of people, unless the body stands right before
		return r.whoseBody(m, strings.TrimSuffix(m.annotatedText.text[:from], " and "))
	}
	if withAs.MatchString(m.annotatedText.text[:from]) {
		return bodyNext(m)
	}
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
	body := bodyBefore(m)
	if strings.HasSuffix(before, "; ") {
		body = cmp.Or(subjectAround(m), body)
	}
	if body == nil && !capitalAhead.MatchString(before) {
		body = r.earlier
		if before == "" && r.topic != nil && body != nil && body.Kind != "POLITICAL_PARTY" {
			body = r.topic
		}
	}
	if land := landBefore(m); land != nil {
		if title := m.listed("o")[0].title; !r.rules.ministry.MatchString(title) && !r.rules.national.MatchString(title) {
			return nil
		}
		return land
	}
	return body
}

// inFront is what may stand in front of the subject of a sentence: when something was done.
var inFront = regexp.MustCompile(`^(?:(?:On|In|During|Since|Also in) [^,]{1,40}, )?(?i:the |an? )?`)

// besideIt is what stands behind a name that is no subject alone: one of a list, or whose something is.
var besideIt = regexp.MustCompile(`^(?:[’']s|,? and |-)`)

// bodyInFront is the body that a sentence begins with, as its subject; nil where it begins with something else.
func bodyInFront(t *annotatedText) *lexicon.Entity {
	at := inFront.FindStringIndex(t.text)[1]
	slots := t.slotsIn(at, min(at+signLen, len(t.text)))
	if len(slots) != 1 || len(slots[0].entities) != 1 || slots[0].entities[0].Label != "Organization" || besideIt.MatchString(t.text[at+signLen:]) {
		return nil
	}
	return slots[0].entities[0]
}

// asideOf is what stands between commas behind a name and tells of it.
var asideOf = regexp.MustCompile(`^(?: \([^()]*\))?, [^,;]*,`)

// subjectAround is the body that a sentence begins with, where each body that is named behind it stands in what tells of it between commas:
// "the Police, which is part of the Ministry, moved house; its Director"; nil for none.
func subjectAround(m match) *lexicon.Entity {
	t := m.annotatedText
	front := bodyInFront(t)
	if front == nil {
		return nil
	}
	behind := inFront.FindStringIndex(t.text)[1] + signLen
	for _, s := range t.slotsIn(behind+len(asideOf.FindString(t.text[behind:])), m.at[0]) {
		for _, e := range s.entities {
			if e.Label == "Organization" || e.Label == "Court" {
				return nil
			}
		}
	}
	return front
}

// abbreviation is the short name of a body in brackets behind it.
var abbreviation = regexp.MustCompile(` \([^()]*\)$`)

// whoseBody is the body or country right before "whose Commander", which is of nobody that stands further off: "the local police, whose
// chief".
func (r *reader) whoseBody(m match, before string) *lexicon.Entity {
	before = abbreviation.ReplaceAllString(strings.TrimRight(before, ", "), "")
	title := m.listed("o")[0].title
	for _, s := range m.annotatedText.slotsIn(max(0, len(before)-signLen), len(before)) {
		for _, e := range s.entities {
			land := e.Kind == "COUNTRY" && (r.rules.ministry.MatchString(title) || r.rules.national.MatchString(title))
			if e.Label == "Organization" || land {
				return e
			}
		}
	}
	return nil
}

// there is what stands before a place in or to which something is, which is then none that "its" could mean.
var there = regexp.MustCompile(`(?i)\b(?:in|to|from|for|at|near|across|throughout|within) (?:the )?$`)

// landBefore is the country that a sentence names before a match, behind the last body, whose "its" may be; nil for none.
func landBefore(m match) *lexicon.Entity {
	text := m.annotatedText
	before := text.slotsIn(0, m.at[0])
	at := m.at[0]
	for i := len(before) - 1; i >= 0; i-- {
		at = strings.LastIndex(text.text[:at], string(before[i].class))
		for _, e := range before[i].entities {
			switch {
			case e.Label == "Organization":
				return nil
			case e.Label == "Place" && e.Kind == "COUNTRY" && !there.MatchString(text.text[:at]):
				return e
			}
		}
	}
	return nil
}

// home is where an office is held of which a phrase names no body: where the report has said that this person holds it, else the country
// that has one of it, else the body whose minister the report has told of by the same title. Nobody whom the gazetteer knows of another
// country holds it there, nor one whose sentence tells of another.
func (r *reader) home(p *lexicon.Entity, o office) []*lexicon.Entity {
	if r.frames != nil {
		if told := r.frames.Held(p); told != nil && !told.Member && (told.Title == o.title || strings.HasPrefix(told.Title, o.title+" ")) {
			return told.Bodies
		}
	}
	ministry, national := r.rules.ministry.MatchString(o.title), r.rules.national.MatchString(o.title)
	if p.Home != "" && (ministry || national) && (r.place == nil || p.Home != r.place.Name) {
		if country := r.rules.gazetteer.Homes[p.Home]; country != nil {
			return r.abroad(country, o)
		}
		return r.partNamed(p.Home)
	}
	switch {
	case p.Home != "" && ministry || r.place != nil && national && (p.Home != "" || !r.otherOffice() && !r.ofPart() && !r.heldByAnother(p, o)): // "the Prime Minister of Albania, X, the Deputy Prime Minister, Y"
		return []*lexicon.Entity{r.place}
	case ministry && len(r.otherCountries(len(r.sentence.text))) == 0:
		return r.ministries.of(o.title)
	}
	return nil
}

// townEnds is what stands between a town and an office that is the town's: "in Klina, the mayor", "Klina, where the mayor".
var townEnds = regexp.MustCompile(`(?: municipality)?(, |,? where )$`)

// inTown is what stands before a town at the beginning of a sentence, in which then is what follows.
var inTown = regexp.MustCompile(`(?i)^(?:(?:on|in) [^ ,]+, )?in (?:the )?(?:(?:municipality|town|city|commune) of )?$`)

// lastOfList is what stands before the last town of a list.
var lastOfList = regexp.MustCompile(`(?:,|,? and|,? or)(?: in)? $`)

// townBefore is the one town that a sentence names as where it is right before an office of a town: nil where it names none, or several.
func townBefore(m match) []*lexicon.Entity {
	text := m.annotatedText.text[:m.at[0]]
	ends := townEnds.FindStringSubmatchIndex(text)
	if ends == nil || ends[0] < signLen {
		return nil
	}
	start := ends[0] - signLen
	if before := text[:start]; strings.HasSuffix(text, "where ") && lastOfList.MatchString(before) || !strings.HasSuffix(text, "where ") && !inTown.MatchString(before) {
		return nil
	}
	for _, s := range m.annotatedText.slotsIn(start, ends[0]) {
		if len(s.entities) == 1 && (s.entities[0].Kind == "CITY" || s.entities[0].Kind == "MUNICIPALITY") {
			return s.entities
		}
	}
	return nil
}

// abroad is a country that the report is not about, where the report leaves no doubt that an office is that country's: it has told of that
// office there, tells most of that country, or names it in the sentence.
func (r *reader) abroad(country *lexicon.Entity, o office) []*lexicon.Entity {
	if country != nil && (country == r.country || slices.Contains(r.ministries[ministryKey(o.title)], country) || slices.Contains(r.otherCountries(len(r.sentence.text)), country)) {
		return []*lexicon.Entity{country}
	}
	return nil
}

// partNamed is a part of a country that has offices of its own, where the report names it; nil where it does not.
func (r *reader) partNamed(name string) []*lexicon.Entity {
	part := r.rules.gazetteer.Names.Find(name)
	if part == nil || !r.named[part] {
		return nil
	}
	return []*lexicon.Entity{part}
}

// deputy is in the title of those of whom a country may have several.
var deputy = regexp.MustCompile(`(?i)\bdeputy\b`)

// heldByAnother says that the report has told of somebody else as holding an office of its country, so that one more may be that of
// another.
func (r *reader) heldByAnother(p *lexicon.Entity, o office) bool {
	return !o.former && r.frames != nil && !deputy.MatchString(o.title) && r.frames.HeldByAnother(p, o.title, r.place)
}

// ofPart says that the paragraph has named a part of the country that has a president of its own, so that a president without a country may
// be that one.
func (r *reader) ofPart() bool {
	_, end := r.sentence.span(0, len(r.sentence.text))
	at := r.rules.selfRuled.FindString(r.text[:end])
	return at != "" && (r.place == nil || at != r.place.Name)
}

// otherOffice says that the sentence tells of an office of another country than the one that the report is about.
func (r *reader) otherOffice() bool {
	return slices.ContainsFunc(r.sentence.slotsIn(0, len(r.sentence.text)), func(s slot) bool {
		return slices.ContainsFunc(append(slices.Clone(s.offices), s.office), func(o *office) bool {
			return o != nil && slices.ContainsFunc(o.bodies, func(b *lexicon.Entity) bool { return b.Kind == "COUNTRY" && b != r.place })
		})
	})
}

// otherCountries are those that the sentence names up to a byte, besides the one that the report is about.
func (r *reader) otherCountries(end int) (all []*lexicon.Entity) {
	from, to := r.sentence.span(0, end)
	for word := range strings.FieldsFuncSeq(r.text[from:to], func(c rune) bool { return !unicode.IsLetter(c) }) {
		if e := r.rules.gazetteer.Nation(word); e != nil && e != r.place {
			all = append(all, e)
		}
	}
	for _, s := range r.sentence.slotsIn(0, end) {
		for _, e := range s.entities {
			if e.Kind == "COUNTRY" && e != r.place {
				all = append(all, e)
			}
		}
	}
	return all
}
