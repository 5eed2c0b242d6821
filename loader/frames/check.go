package frames

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
)

// write checks one write and gives it to its frame.
func (s *Set) write(f *Frame, t writeText) error {
	switch {
	case t.Relation != "":
		relation := s.o.Relation(t.Relation)
		if relation == nil {
			return fmt.Errorf("%q is no relation of the schema", t.Relation)
		}
		if !s.joins(f, relation, t.From, t.To) {
			return fmt.Errorf("%s: %s and %s could never be joined by it", t.Relation, t.From, t.To)
		}
		if t.Without != "" && f.role(t.Without) == nil || t.If != "" && f.role(t.If) == nil {
			return fmt.Errorf("%s: if %q, without %q: there is no such role", t.Relation, t.If, t.Without)
		}
		for name, v := range t.With {
			p := relation.Property(name)
			if p == nil {
				return fmt.Errorf("%s has no property %q", t.Relation, name)
			}
			if role, is := strings.CutPrefix(v, "$"); is && f.role(role) == nil {
				return fmt.Errorf("%s: %s: there is no role %q", t.Relation, name, role)
			} else if !is && len(p.Values) > 0 && !slices.Contains(p.Values, v) {
				return fmt.Errorf("%s: %s is none of %s", t.Relation, v, strings.Join(p.Values, ", "))
			}
		}
		f.Relations = append(f.Relations, RelationWrite{Type: relation, From: t.From, To: t.To, With: t.With, If: t.If, Without: t.Without,
			Undated: t.Date == "none"})
	case t.Event != "":
		if !slices.Contains(s.o.Type("Event").Property("eventKind").Values, t.Event) {
			return fmt.Errorf("%q is no kind of event", t.Event)
		}
		for _, role := range slices.Concat(t.Agent, t.Subject, t.Other) {
			if f.role(role) == nil && role != "series" {
				return fmt.Errorf("event %s: there is no role %q", t.Event, role)
			}
		}
		if !slices.Contains([]string{"", "date", "place", "either", "done", "clause"}, t.Need) {
			return fmt.Errorf("event %s: need %q: it is date, place, either, done or clause", t.Event, t.Need)
		}
		if t.Without != "" && f.role(t.Without) == nil {
			return fmt.Errorf("event %s: without %q: there is no such role", t.Event, t.Without)
		}
		f.Events = append(f.Events, EventWrite{Kind: t.Event, Without: t.Without, Agent: t.Agent, Subject: t.Subject, Other: t.Other,
			Place: t.Place, Need: t.Need, Yields: t.Yields, Undated: t.Date == "none"})
	case t.Joins != "":
		if f.role(t.Joins) == nil || f.role(t.At) == nil {
			return fmt.Errorf("joins wants roles for who is there, and for what the words call it")
		}
		for _, kind := range t.Kinds {
			if !slices.Contains(s.o.Type("Event").Property("eventKind").Values, kind) {
				return fmt.Errorf("joins: %q is no kind of event", kind)
			}
		}
		f.Joins = append(f.Joins, JoinWrite{Who: t.Joins, At: t.At, Kinds: t.Kinds})
	case t.Figure != "":
		metrics := s.o.Type("Observation").Property("metric").Values
		if !slices.Contains(metrics, t.Figure) {
			return fmt.Errorf("%q is no metric; metrics are %s", t.Figure, strings.Join(metrics, ", "))
		}
		if t.Need != "" && t.Need != "either" {
			return fmt.Errorf("figure %s: need %q: it is either", t.Figure, t.Need)
		}
		if t.Without != "" && f.role(t.Without) == nil {
			return fmt.Errorf("figure %s: without %q: there is no such role", t.Figure, t.Without)
		}
		f.Figures = append(f.Figures, FigureWrite{Metric: t.Figure, Breakdown: t.Breakdown, Value: t.Value, Of: t.Of, Told: t.Need != "",
			Without: t.Without})
	case t.Holds != "" || t.Resigns != "":
		holder := t.Holds + t.Resigns
		if f.role(holder) == nil || f.role(t.Office) == nil && t.Office != "told" && (t.Title == "" || t.At == "") || t.At != "" && f.role(t.At) == nil {
			return fmt.Errorf("holds and resigns want roles for holder and office, or the office told of the holder, or a title and the role that it is held at")
		}
		if t.Office == "told" && t.Of != "" && f.role(t.Of) == nil {
			return fmt.Errorf("%s: of %q: there is no such role", holder, t.Of)
		}
		if !slices.Contains([]string{"", "since", "until"}, t.Date) || !slices.Contains([]string{"", "true", "false", "unsaid", "tense"}, t.Former) {
			return fmt.Errorf("%s: date is since or until, former is true, false, unsaid or tense", holder)
		}
		f.Offices = append(f.Offices, OfficeWrite{Holder: holder, Office: t.Office, Title: t.Title, At: t.At, Of: t.Of, Resigns: t.Resigns != "", Since: t.Date == "since",
			Until: t.Date == "until", Former: t.Former})
	default:
		return fmt.Errorf("a write is a relation, an event, joins, a figure, holds or resigns")
	}
	return nil
}

// joins says that what may fill two roles can stand at the ends of a relation.
func (s *Set) joins(f *Frame, relation *ontology.Relation, from, to string) bool {
	ends := func(role string, types []*ontology.Type) bool {
		if slices.Contains([]string{"series", "place", "where", "around"}, role) {
			return true
		}
		r := f.role(role)
		if r == nil {
			return false
		}
		return slices.ContainsFunc(r.Is, func(is string) bool {
			return slices.ContainsFunc(types, func(t *ontology.Type) bool {
				return t.Name == is || is == "Body" && (t.Name == "Court" || t.Name == "Organization") || is == "Country" && t.Name == "Place" || s.kindOf(t, is)
			})
		})
	}
	return ends(from, relation.From) && ends(to, relation.To)
}

func (s *Set) kindOf(t *ontology.Type, kind string) bool {
	return slices.ContainsFunc(t.Properties, func(p *ontology.Property) bool { return slices.Contains(p.Values, kind) })
}
