package loader

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
)

// fact adds what a sentence states, with the words that say so.
func (b *batch) fact(f Fact) {
	e := b.evidence(f.Paragraph, f.From, f.To, f.Rule)
	switch {
	case f.Relation != nil:
		b.relation(f.Relation, &e)
	case f.Event != nil:
		b.event(f.Event, f.Paragraph, e)
	case f.Joining != nil:
		b.joining(f.Joining, e)
	case f.Observation != nil:
		b.observation(f.Observation, e)
	}
}

func (b *batch) relation(f *relationFact, e *store.Evidence) {
	s := store.Statement{Type: f.typ, From: b.out.Report, ToSymbol: f.symbol, Properties: f.properties, Evidence: e}
	if f.from != nil {
		s.From = b.entity(f.from)
	}
	switch {
	case f.to != nil:
		s.To = b.entity(f.to)
	case f.period.From != "":
		s.To = ontology.NodeID("Period", f.period.From, f.period.To)
		b.node(store.Node{ID: s.To, Type: "Period", Names: []store.Name{{Text: f.period.From + "/" + f.period.To}},
			Properties: map[string]any{"start": f.period.From, "end": f.period.To}})
	}
	b.out.Relations = append(b.out.Relations, s)
}

// eventID is the same wherever one happening is told, if it says to which persons it happened, and the day; any other telling is an event
// of its own.
func (b *batch) eventID(f *eventFact, paragraph int) string {
	var subjects, parts []string
	for _, p := range f.participants {
		id := p.entity.ID()
		if p.role == "SUBJECT" && p.entity.Label == "Person" && !slices.Contains(subjects, id) {
			subjects = append(subjects, id)
		}
		parts = append(parts, p.role+id)
	}
	if day := f.date.Day(); day != "" && len(subjects) > 0 {
		slices.Sort(subjects)
		return ontology.NodeID("Event", append([]string{f.kind, day}, subjects...)...)
	}
	for _, p := range f.places {
		parts = append(parts, p.ID())
	}
	key := strings.Join(append([]string{b.ids[paragraph], f.kind, f.date.From, f.date.To}, parts...), "\x00")
	b.counts[key]++
	return ontology.NodeID("Event", key, strconv.Itoa(b.counts[key]))
}

func (b *batch) event(f *eventFact, paragraph int, e store.Evidence) {
	id := b.eventID(f, paragraph)
	f.id = id
	var names []string
	for _, p := range f.participants {
		names = append(names, b.nameOf(p.entity))
	}
	for _, p := range f.places {
		names = append(names, b.nameOf(p))
	}
	if day := cmp.Or(f.date.Day(), strings.Trim(f.date.From+"/"+f.date.To, "/")); day != "" {
		names = append(names, day)
	}
	name := inTitle(f.kind)
	if len(names) > 0 {
		name += ": " + strings.Join(names, ", ")
	}
	properties := map[string]any{"eventKind": f.kind, "description": f.description}
	frames.SetInterval(properties, f.date)
	b.node(store.Node{ID: id, Type: "Event", Names: []store.Name{{Text: name}}, Properties: properties, Evidence: []store.Evidence{e}})
	say := func(typ, from, to string, ordinal int, properties map[string]any) {
		one := e
		b.out.Relations = append(b.out.Relations, store.Statement{Type: typ, From: from, To: to, Ordinal: ordinal, Properties: properties, Evidence: &one})
	}
	say(b.rules.types.Account, b.out.Report, id, 0, nil)
	for i, p := range f.participants {
		properties := map[string]any{}
		if p.role != "" {
			properties["role"] = p.role
		}
		say(b.rules.types.Participation, b.entity(p.entity), id, i+1, properties)
	}
	for _, p := range f.places {
		say(b.rules.types.Location, id, b.entity(p), 0, nil)
	}
}

// joining adds to an event who a later sentence says was there.
func (b *batch) joining(f *joiningFact, e store.Evidence) {
	for _, who := range f.who {
		f.event.joined++
		one := e
		b.out.Relations = append(b.out.Relations, store.Statement{Type: b.rules.types.Participation, From: b.entity(who), To: f.event.id,
			Ordinal: len(f.event.participants) + f.event.joined, Properties: map[string]any{}, Evidence: &one})
	}
}

// nameOf is how the document itself writes an entity's name, at its fullest; else the canonical name.
func (b *batch) nameOf(e *lexicon.Entity) string {
	if i, ok := b.index[e.ID()]; ok {
		for _, n := range b.out.Nodes[i].Names {
			if !n.Given && !n.Short {
				return n.Text
			}
		}
	}
	return e.Name
}

func inTitle(word string) string {
	return word[:1] + strings.ReplaceAll(strings.ToLower(word[1:]), "_", " ")
}

func (b *batch) observation(f *observationFact, e store.Evidence) {
	value := strconv.FormatFloat(f.value, 'f', -1, 64)
	identity := []string{b.out.Report, f.metric, f.of.ID(), f.breakdown, f.date, value}
	metric := b.rules.o.Type("Observation").Property("metric").Metrics[f.metric]
	if metric.EachIncident {
		b.counts[f.metric]++
		identity = append(identity, strconv.Itoa(b.counts[f.metric]))
	}
	id := ontology.NodeID("Observation", identity...)
	name := inTitle(f.metric) + " of " + b.nameOf(f.of)
	if f.breakdown != "" {
		name += ", " + strings.NewReplacer("_", "-", "nato", "NATO").Replace(strings.ToLower(f.breakdown))
	}
	name += ": "
	if f.approximate {
		name += "approximately "
	}
	name += thousands(f.value)
	if f.date != "" {
		name += " (" + f.date + ")"
	}
	properties := map[string]any{"metric": f.metric, "value": f.value, "unit": cmp.Or(metric.Unit, "number"), "approximate": f.approximate}
	if f.date != "" {
		properties["date"] = f.date
	}
	if f.breakdown != "" {
		properties["breakdown"] = f.breakdown
	}
	b.node(store.Node{ID: id, Type: "Observation", Names: []store.Name{{Text: name}}, Properties: properties, Evidence: []store.Evidence{e}})
	observes, of := e, e
	b.out.Relations = append(b.out.Relations, store.Statement{Type: b.rules.types.Figure, From: b.out.Report, To: id, Evidence: &observes},
		store.Statement{Type: b.rules.types.Whose, From: id, To: b.entity(f.of), Evidence: &of})
}

// thousands writes a number with commas between groups of three digits.
func thousands(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, rest, fraction := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction {
		return fmt.Sprint(whole, ".", rest)
	}
	return whole
}
