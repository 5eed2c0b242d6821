package loader

import (
	"cmp"
	"slices"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// A scene is the part of a sentence that tells of one time and place. Another one begins with a semicolon, and with words such as "who", "after" or "in connection with", which lead
// away from it until the next comma: "On 3 May, KFOR, which ..., found a cache in X". Date and place of what happened are sought in its scene, wherever they stand in it.
type scene struct {
	from, to int // of the tape
	id, root int // stretches of one scene have one id, those between two semicolons one root
}

// scenesOf divides a sentence.
func (r *Rules) scenesOf(t *tape) (all []scene) {
	id, root, from := 0, 0, 0
	next := 1
	put := func(to, newID, newRoot int) {
		if to > from {
			all = append(all, scene{from, to, id, root})
			from = to
		}
		id, root = newID, newRoot
	}
	bounds := r.scene.FindAllStringIndex(t.text, -1)
	for i, at := range bounds {
		if c := t.text[at[0]]; c == ';' || c == ':' {
			put(at[0], next, next)
			next++
			continue
		}
		put(at[0], next, root)
		next++
		end := len(t.text)
		if i+1 < len(bounds) {
			end = bounds[i+1][0]
		}
		if comma := strings.Index(t.text[at[1]:end], ", "); comma >= 0 {
			put(at[1]+comma, root, root)
		}
	}
	put(len(t.text), 0, 0)
	return all
}

// sceneAt is the stretch that a place of the sentence's tape is in.
func (r *reader) sceneAt(at int) scene {
	for _, s := range r.scenes {
		if at < s.to {
			return s
		}
	}
	return scene{to: len(r.sentence.text)}
}

// sceneOf is the scene of a match: the one that it ends in, where its verb stands, unless a list of participants leads over a semicolon.
func (r *reader) sceneOf(m match) scene {
	first, last := r.sceneAt(m.at[0]), r.sceneAt(m.at[1]-1)
	if first.root != last.root {
		return first
	}
	return last
}

// occasion is when and where one thing happened.
type occasion struct {
	date   text.Interval
	places []*lexicon.Entity
}

// occasions are those of what a match tells: one, or one for each of coordinated dates ("in Niš on 22 February and in Peć on 14 March", "on 4, 23 and 31 May").
func (r *reader) occasions(m match, w write) []occasion {
	dates, after := r.sceneDates(m)
	if w.Date != "" {
		return []occasion{{r.when(m, w), r.placesOf(m, w)}}
	}
	if len(dates) == 0 {
		return []occasion{{places: r.placesOf(m, w)}}
	}
	shared := r.placesOf(m, w)
	var told []occasion
	for i, at := range dates {
		places := shared
		if after && len(dates) > 1 {
			places = r.placesBeside(m, dates, i, shared)
			shared = places
		}
		d := m.tape.slots[at].date
		if d.Relative {
			told = append(told, occasion{r.interval(d), places})
			continue
		}
		for _, run := range runs(d.Days) {
			told = append(told, occasion{run, places})
		}
	}
	return told
}

// runs joins days that follow each other: a meeting on 15 and 16 March is one.
func runs(days []text.Interval) (joined []text.Interval) {
	for _, d := range days {
		if n := len(joined); n > 0 && text.Shift(joined[n-1].To, 1) == d.From {
			joined[n-1].To = d.To
		} else {
			joined = append(joined, d)
		}
	}
	return joined
}

// sceneDates are the slots of the dates of a match in its scene: one, with those that are coordinated to it; and whether they stand after the match began.
func (r *reader) sceneDates(m match) (dates []int, after bool) {
	var all, before []int
	id := r.sceneOf(m).id
	for i, s := range m.tape.slots {
		at := m.tape.signs[i]
		if s.date == nil || r.sceneAt(at).id != id || !s.date.Relative && which.MatchString(m.tape.text[:at]) {
			continue
		}
		listed := len(all) > 0 && slices.Contains([]string{" and ", ", ", ", and "}, m.tape.text[m.tape.signs[all[len(all)-1]]+signLen:at])
		if !listed && !s.date.Relative && !r.rules.atDate.MatchString(m.tape.text[r.sceneAt(at).from:at]) {
			continue
		}
		if all = append(all, i); at < m.at[0] {
			before = append(before, i)
		}
	}
	k := len(before)
	if k > 0 && (k == len(all) || m.tape.signs[all[k]] >= m.at[1] && r.leads(m, before[k-1], all[k])) {
		k--
	}
	for j := k + 1; j < len(all) && m.tape.signs[all[k]] < m.at[1]; j++ { // "the agreement of ... entered into force on 1 January"
		if gap := m.tape.signs[all[j]] - m.at[1]; gap >= 0 && gap < len(" on the ") {
			k = j
		}
	}
	if k >= len(all) {
		return nil, false
	}
	dates = all[k : k+1]
	for j := k + 1; j < len(all) && k >= len(before) && r.coordinated(m.tape, all[j-1], all[j]); j++ {
		dates = all[k : j+1]
	}
	for j := k - 1; j >= 0 && k < len(before) && r.coordinated(m.tape, all[j], all[j+1]); j-- {
		dates = all[j : k+1]
	}
	return dates, k >= len(before)
}

// attributive is what follows a place that says which thing is meant, not where: "the Belgrade-Pristina agreement", "in Serbia's view".
var attributive = regexp.MustCompile(`^(?:[-–’']|s\b)`)

// which is what stands before a date that says which thing is meant, or since when: "the 15 November elections".
var which = regexp.MustCompile(`(?:\bthe|[Ss]ince|[Uu]ntil|[Pp]rior to) ?$`)

var another = regexp.MustCompile(`(?:,| and)(?: (?:in|at|near|outside)(?: [a-z-]+)* [\x{E000}-\x{F8FF}])?(?: again)?(?: on| in)?(?: the)? ?$`)

// coordinated says that two dates tell of two occasions of one thing.
func (r *reader) coordinated(t *tape, i, j int) bool {
	between := t.text[t.signs[i]+signLen : t.signs[j]]
	return strings.Contains(between, " and ") && another.MatchString(between) && !r.rules.finite.MatchString(between)
}

// placesBeside are the places told with one of several dates: before it, where a place stands before the first, else after it.
func (r *reader) placesBeside(m match, dates []int, i int, last []*lexicon.Entity) []*lexicon.Entity {
	sign := func(i int) int { return m.tape.signs[dates[i]] }
	stretch := func(i int, first bool) (int, int) {
		if first {
			from := m.at[0]
			if i > 0 {
				from = sign(i - 1)
			}
			return from, sign(i)
		}
		to := r.sceneAt(sign(i)).to
		if i+1 < len(dates) {
			to = sign(i + 1)
		}
		return sign(i), to
	}
	from, to := stretch(0, true)
	first := len(r.placesIn(from, to, false)) > 0
	from, to = stretch(i, first)
	if at := r.placesIn(from, to, i > 0); len(at) > 0 {
		return at
	}
	return last
}

// placesIn are the first places that a stretch names as where something happened; with any, the first place that it names at all.
func (r *reader) placesIn(from, to int, anyPlace bool) []*lexicon.Entity {
	if anyPlace {
		for _, s := range r.sentence.slotsIn(from, to) {
			if len(s.entities) > 0 && isLocal(s.entities[0]) {
				return s.entities[:1]
			}
		}
	}
	if at := r.rules.atPlace.FindStringSubmatchIndex(r.sentence.text[from:to]); at != nil {
		return entitiesOf(r.sentence.slotsIn(from+at[2], from+at[3]))
	}
	return nil
}

// isLocal says of a place that it is narrower than a country.
func isLocal(e *lexicon.Entity) bool {
	return e.Label == "Place" && e.Kind != "COUNTRY" && e.Kind != "TERRITORY"
}

func entitiesOf(slots []slot) (all []*lexicon.Entity) {
	for _, s := range slots {
		for _, e := range s.entities {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	return all
}

// placesOf are those that a rule names by a group, else those of the scene.
func (r *reader) placesOf(m match, w write) []*lexicon.Entity {
	for name := range strings.SplitSeq(cmp.Or(w.Place, "where"), "|") {
		switch name {
		case "none":
			return nil
		case "inside":
			at := r.placesIn(m.at[0], m.at[1], false)
			if len(at) == 0 && r.mind.named != nil && r.rules.there.MatchString(m.tape.text[m.at[0]:m.at[1]]) {
				at = []*lexicon.Entity{r.mind.named}
			}
			return at
		case "where":
			at := r.where(m)
			if len(at) == 0 && r.mind.place != nil && strings.Contains(m.tape.text[max(0, m.at[0]-near):m.at[1]], "where ") {
				at = []*lexicon.Entity{r.mind.place} // "visited Belgrade, where he met ..."
			}
			return at
		}
		if at := m.entities(name); len(at) > 0 {
			return at
		}
	}
	return nil
}

// where are the places that the scene of a match names as those of what happened: the next after its beginning, else the last before it; a country only where it names nothing narrower.
func (r *reader) where(m match) (at []*lexicon.Entity) {
	id := r.sceneOf(m).id
	best := -1
	for _, found := range r.rules.atPlace.FindAllStringSubmatchIndex(m.tape.text, -1) {
		if r.sceneAt(found[2]).id != id || attributive.MatchString(m.tape.text[found[3]:]) {
			continue
		}
		places := entitiesOf(m.tape.slotsIn(found[2], found[3]))
		rank := 0 // a country before, a place before, a country after, a place after
		if found[2] >= m.at[0] {
			rank = 2
		}
		if isLocal(places[0]) {
			rank += 3
		}
		if rank > best || rank == best && found[2] < m.at[0] {
			best, at = rank, places
		}
	}
	if len(at) == 0 && r.mind.named != nil && r.rules.there.MatchString(m.tape.text[r.sceneAt(m.at[0]).from:r.sceneAt(m.at[1]-1).to]) {
		at = []*lexicon.Entity{r.mind.named}
	}
	return at
}

// around are the places of a match as where tells them, else those of the scene around its own: "a fight broke out in a café in Peja, in which two were killed".
func (r *reader) around(m match) []*lexicon.Entity {
	if at := r.where(m); len(at) > 0 {
		return at
	}
	in := r.sceneAt(m.at[0])
	for _, s := range r.scenes {
		if s.id == in.root && s.to <= in.from {
			m.at = []int{s.from, s.to}
			if at := r.where(m); len(at) > 0 && isLocal(at[0]) {
				return at
			}
		}
	}
	return nil
}

// datedAt says whether a day is told between the semicolons around a match.
func (r *reader) datedAt(m match) bool {
	root := r.sceneAt(m.at[0]).root
	for i, s := range m.tape.slots {
		if s.date != nil && r.sceneAt(m.tape.signs[i]).root == root {
			return true
		}
	}
	return false
}

// toldAlready says whether the sentence told an event already; what is new of it then goes to the one that it told. An event gives way to one of the kinds that its rule yields to.
func (r *reader) toldAlready(f Fact, w write) bool {
	e := f.Event
	for i := r.first; i < len(r.facts); i++ {
		old := r.facts[i].Event
		if old == nil || r.facts[i].root != f.root || !agree(old.date, e.date) {
			continue
		}
		if old.kind == e.kind && (r.facts[i].scene == f.scene || old.date.From != "" && old.date == e.date) && overlap(old.places, e.places) {
			old.date = text.Interval{From: cmp.Or(old.date.From, e.date.From), To: cmp.Or(old.date.To, e.date.To)}
			if len(old.places) == 0 {
				old.places = e.places
			}
			for _, p := range e.participants {
				if !slices.ContainsFunc(old.participants, func(o participant) bool { return o.entity == p.entity }) {
					old.participants = append(old.participants, p)
				}
			}
			return true
		}
		if slices.Contains(strings.Fields(w.Yields), old.kind) && (r.facts[i].scene == f.scene || overlap(old.places, e.places)) {
			return true
		}
	}
	return false
}

// habitual says that the clause around a match speaks of what happens again and again.
func (r *reader) habitual(m match) bool {
	low, high := r.clause(m.at[0], m.at[1])
	low = max(low, r.sceneAt(m.at[0]).from)
	at := r.rules.habit.FindStringIndex(m.tape.text[low:high])
	return at != nil && low+at[0] <= m.at[1]+near
}

// ahead says that a date lies after the report: what is told of it is a plan.
func (r *reader) ahead(i text.Interval) bool { return r.until != "" && i.From > r.until }

func agree(a, b text.Interval) bool { return a.From == "" || b.From == "" || a == b }

func overlap(a, b []*lexicon.Entity) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(e *lexicon.Entity) bool { return slices.Contains(b, e) })
}
