package export

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
)

// Asker answers a query of one root field in GraphQL with its value as JSON; null is nil.
type Asker func(ctx context.Context, query string, variables map[string]any) ([]byte, error)

// Request says what is exported: with the variable of, what the field neighborhood finds with these arguments; else everything but
// documentary relations, as of the day asOf.
type Request struct{ Variables map[string]any }

// Arguments are the variables of a Request, with their GraphQL types.
var Arguments = []struct{ Name, Type string }{
	{"of", "[ID!]"}, {"depth", "Int"}, {"types", "[RelationType!]"}, {"direction", "Direction"}, {"where", "RelationWhere"},
	{"perNode", "Int"}, {"asOf", "Date"},
}

const pageSize = 500

// source reads a graph page by page.
type source struct {
	o    *ontology.Ontology
	ask  Asker
	sink sink
}

const evidence = " evidenceCount evidence(first: 1000) { id quote start end rule report { symbol restates } paragraph { id name } }"

// nodeFields selects what is written of each label.
func (s *source) nodeFields() string {
	var b strings.Builder
	b.WriteString("id __typename name aliases")
	for _, t := range s.o.Types {
		fmt.Fprintf(&b, " ... on %s {", t.Name)
		grouped := map[string]bool{}
		for _, g := range t.Groups {
			for _, p := range g.Properties {
				grouped[p.Name] = true
			}
		}
		for _, p := range t.Properties {
			if !grouped[p.Name] { // those are of the reading, not of the graph
				fmt.Fprintf(&b, " %s_%s: %s", t.Name, p.Name, p.Name)
			}
		}
		if t.Evidenced {
			b.WriteString(evidence)
		}
		b.WriteString(" id }")
	}
	return b.String()
}

func (s *source) relationFields() string {
	names := make([]string, len(s.o.RelationProperties))
	for i, p := range s.o.RelationProperties {
		names[i] = p.Name
	}
	return "id type from { id } to { id } " + strings.Join(names, " ") + evidence
}

func (s *source) version(ctx context.Context) (string, error) {
	var graph struct{ Version string }
	return graph.Version, s.read(ctx, "{ graph { version } }", nil, &graph)
}

// read asks, and reads the answer.
func (s *source) read(ctx context.Context, query string, variables map[string]any, into any) error {
	answer, err := s.ask(ctx, query, variables)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(answer))
	d.UseNumber()
	return d.Decode(into)
}

type page struct {
	Nodes    []map[string]any
	PageInfo struct {
		HasNextPage bool
		EndCursor   string
	}
}

// everything writes all nodes, and all relations that are not documentary.
func (s *source) everything(ctx context.Context, r Request) error {
	types := []any{}
	for _, rel := range s.o.Relations {
		if !rel.Documentary {
			types = append(types, rel.Name)
		}
	}
	const rest = "pageInfo { hasNextPage endCursor }"
	err := s.pages(ctx, fmt.Sprintf("query($after: String, $asOf: Date) { entities(first: %d, after: $after, asOf: $asOf) { "+
		"nodes { %s } %s } }", pageSize, s.nodeFields(), rest), r, nil, s.writeNode)
	if err != nil {
		return err
	}
	return s.pages(ctx, fmt.Sprintf("query($after: String, $asOf: Date, $types: [RelationType!]) { relations(first: %d, after: $after, "+
		"asOf: $asOf, where: {type: {in: $types}}) { nodes { %s } %s } }",
		pageSize, s.relationFields(), rest), r, types, s.writeRelation)
}

func (s *source) pages(ctx context.Context, query string, r Request, types []any, write func(context.Context, map[string]any) error) error {
	variables := map[string]any{}
	if day := r.Variables["asOf"]; day != nil {
		variables["asOf"] = day
	}
	if types != nil {
		variables["types"] = types
	}
	for {
		var p page
		if err := s.read(ctx, query, variables, &p); err != nil {
			return err
		}
		for _, row := range p.Nodes {
			if err := write(ctx, row); err != nil {
				return err
			}
		}
		if !p.PageInfo.HasNextPage {
			return nil
		}
		variables["after"] = p.PageInfo.EndCursor
	}
}

// near writes a neighbourhood, by id.
func (s *source) near(ctx context.Context, r Request) error {
	var declared, given []string
	for _, a := range Arguments {
		if r.Variables[a.Name] != nil {
			typ := a.Type
			if a.Name == "of" || a.Name == "depth" || a.Name == "direction" || a.Name == "perNode" {
				typ += "!"
			}
			declared, given = append(declared, "$"+a.Name+": "+typ), append(given, a.Name+": $"+a.Name)
		}
	}
	var found struct {
		Nodes, Relations []map[string]any
	}
	err := s.read(ctx, fmt.Sprintf("query(%s) { neighborhood(%s) { nodes { %s } relations { %s } } }", strings.Join(declared, ", "),
		strings.Join(given, ", "), s.nodeFields(), s.relationFields()), r.Variables, &found)
	if err != nil {
		return err
	}
	slices.SortFunc(found.Nodes, func(a, b map[string]any) int { return cmp.Compare(text(a["id"]), text(b["id"])) })
	for _, n := range found.Nodes {
		if err := s.writeNode(ctx, n); err != nil {
			return err
		}
	}
	for _, rel := range found.Relations {
		if err := s.writeRelation(ctx, rel); err != nil {
			return err
		}
	}
	return nil
}

func (s *source) writeNode(ctx context.Context, row map[string]any) (err error) {
	t := s.o.Type(text(row["__typename"]))
	n := &Node{ID: text(row["id"]), Label: t.Name, Name: text(row["name"]), Values: values(t.Properties, t.Name+"_", row)}
	for _, a := range list(row["aliases"]) {
		n.Aliases = append(n.Aliases, text(a))
	}
	if n.Receipts, err = s.receipts(ctx, row); err != nil {
		return err
	}
	return s.sink.node(n)
}

func (s *source) writeRelation(ctx context.Context, row map[string]any) (err error) {
	end := func(key string) string { m, _ := row[key].(map[string]any); return text(m["id"]) }
	r := &Relation{ID: text(row["id"]), Type: text(row["type"]), From: end("from"), To: end("to"), Values: values(s.o.RelationProperties, "", row)}
	if r.Receipts, err = s.receipts(ctx, row); err != nil {
		return err
	}
	return s.sink.relation(r)
}

// receipts reads evidence, all of it, however much there is.
func (s *source) receipts(ctx context.Context, row map[string]any) (receipts []Receipt, err error) {
	read := func(all []any) {
		for _, e := range all {
			e, _ := e.(map[string]any)
			report, _ := e["report"].(map[string]any)
			paragraph, _ := e["paragraph"].(map[string]any)
			receipts = append(receipts, Receipt{
				ID: text(e["id"]), Symbol: cmp.Or(text(report["symbol"]), text(report["restates"])),
				Paragraph: text(paragraph["name"]), paragraphID: text(paragraph["id"]),
				Quote: text(e["quote"]), Start: whole(e["start"]), End: whole(e["end"]), Rule: text(e["rule"])})
		}
	}
	read(list(row["evidence"]))
	for len(receipts) < whole(row["evidenceCount"]) {
		var more map[string]any
		fields := strings.Replace(evidence, "first: 1000", "first: 1000, after: $after", 1)
		var on []string
		for _, t := range s.o.Types {
			if t.Evidenced {
				on = append(on, fmt.Sprintf("... on %s {%s}", t.Name, fields))
			}
		}
		query := fmt.Sprintf("query($id: ID!, $after: ID) { node(id: $id) { ... on Relation {%s} %s } }", fields, strings.Join(on, " "))
		before := len(receipts)
		if err := s.read(ctx, query, map[string]any{"id": row["id"], "after": receipts[before-1].ID}, &more); err != nil {
			return nil, err
		}
		if read(list(more["evidence"])); len(receipts) == before {
			return nil, ErrChanged
		}
	}
	return receipts, nil
}

// values are the properties that have a value, in the ontology's order.
func values(properties []*ontology.Property, prefix string, row map[string]any) (all []Value) {
	for _, p := range properties {
		v := row[prefix+p.Name]
		if n, ok := v.(json.Number); ok && p.Kind == ontology.Int {
			v, _ = n.Int64()
		} else if ok {
			v, _ = n.Float64()
		}
		if v != nil {
			all = append(all, Value{p, v})
		}
	}
	return all
}

func text(v any) string { s, _ := v.(string); return s }

func list(v any) []any { l, _ := v.([]any); return l }

func whole(v any) int {
	n, _ := v.(json.Number)
	i, _ := n.Int64()
	return int(i)
}
