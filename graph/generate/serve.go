package main

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"councilgraph/graph/ontology"
)

const header = `# Code generated from schema.graphqls by "go generate ./..."; DO NOT EDIT.
# This is the schema as it is served; clients may generate code from it.

`

// Serve derives the served schema from the ontology's text: labels get the fields of Entity, relation fields become connections with page
// arguments, evidence lists get theirs, and the root fields are added.
func Serve(short string) (string, error) {
	o, err := ontology.Read("schema.graphqls", short)
	if err != nil {
		return "", err
	}
	doc, err := parser.ParseSchema(&ast.Source{Name: "schema.graphqls", Input: short})
	if err != nil {
		return "", fmt.Errorf("parse the ontology: %w", err)
	}
	s := server{o: o, entity: doc.Definitions.ForName("Entity")}
	for _, d := range doc.Definitions {
		s.serveFields(d)
		withoutDirectives(d)
	}
	doc.Directives = nil
	doc.Definitions = append(doc.Definitions, s.derived()...)
	illustrate(doc)

	var b strings.Builder
	b.WriteString(header)
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchemaDocument(doc)
	if _, err := gqlparser.LoadSchema(&ast.Source{Name: "served.graphqls", Input: b.String()}); err != nil {
		return "", fmt.Errorf("the served schema is not valid GraphQL: %w", err)
	}
	return b.String(), nil
}

type server struct {
	o      *ontology.Ontology
	entity *ast.Definition
}

func (s *server) serveFields(d *ast.Definition) {
	t := s.o.Type(d.Name)
	if t != nil {
		d.Fields = append(append(ast.FieldList{}, s.entity.Fields...), d.Fields...)
	}
	var counts ast.FieldList // what lists are ordered by, too
	for _, f := range d.Fields {
		switch {
		case f.Name == "relations" && (t != nil || d == s.entity):
			if f.Type.Elem == nil {
				continue // the interface's own field, served already
			}
			f.Arguments = arguments(`"Only these types; null means all." types: [RelationType!]
				"Which way, seen from this node." direction: Direction! = BOTH ` + pageArguments + listArguments("Relation"))
			f.Type = connection("Relation")
		case t != nil && t.Field(f.Name) != nil && !t.Field(f.Name).One:
			f.Arguments = arguments(pageArguments + listArguments(f.Type.Name()) + relationArguments)
			f.Type = connection(f.Type.Name())
			counts = append(counts, &ast.FieldDefinition{Name: f.Name + "Count", Type: ast.NonNullNamedType("Int", nil),
				Description: "How many relations " + f.Name + " lists. Example: 3."})
		case f.Name == "evidence", f.Type.Name() == "Sentence":
			f.Arguments = arguments(`"How many, at most 1,000." first: Int! = 20
				"The id of the last one that was served: the list goes on behind it." after: ID`)
		}
	}
	d.Fields = append(d.Fields, counts...)
}

// withoutDirectives takes away what maps to the graph, which is no client's business.
func withoutDirectives(d *ast.Definition) {
	d.Directives = nil
	for _, f := range d.Fields {
		f.Directives = nil
	}
	for _, v := range d.EnumValues {
		v.Directives = nil
	}
}

func connection(of string) *ast.Type { return ast.NonNullNamedType(of+"Connection", nil) }

const pageArguments = `
	"How many from the start of the list, at most 1,000; 20 where neither first nor last is given. Example: 50." first: Int
	"A cursor of this field: only what stands behind it. Example: the last page's endCursor." after: String
	"How many from the end of the list, at most 1,000. Example: 50." last: Int
	"A cursor of this field: only what stands before it. Example: the next page's startCursor." before: String`

// asOf is the argument of everything that is there on some days.
const asOf = `
	"As of this day: from the reports whose period ends by it, for all below. Ids stay the same: a cache keeps days apart by id and asOf, ` +
	`as in keyFields: [\"id\", \"asOf\"]. Example: 2020-12-31." asOf: Date`

// listArguments are those of every connection.
func listArguments(of string) string {
	return fmt.Sprintf(`
	"Only what meets this." where: %[1]sWhere
	"In this order, the first key first; then by id. Example: [{name: ASC}]." orderBy: [%[1]sOrder!]`, of) + asOf
}

const relationArguments = `
	"Only where the relation meets this. Example: {status: {eq: CONFIRMED}}." relation: RelationWhere
	"Only where one piece of the relation's evidence meets this; all evidence is served all the same." evidence: EvidenceWhere`

// arguments reads a list of argument definitions.
func arguments(text string) ast.ArgumentDefinitionList {
	return definitions("type T { f(" + text + "): T }")[0].Fields[0].Arguments
}

func definitions(text string) ast.DefinitionList {
	doc, err := parser.ParseSchema(&ast.Source{Name: "derived", Input: text})
	if err != nil {
		panic(fmt.Sprintf("the templates of this file are GraphQL: %v\n%s", err, text))
	}
	return doc.Definitions
}

func (s *server) derived() ast.DefinitionList {
	var b strings.Builder
	b.WriteString(pageInfo)
	far := []string{"Entity"}
	for _, t := range s.o.Types {
		far = append(far, t.Name)
	}
	for _, name := range far {
		fmt.Fprintf(&b, connectionTypes, name)
	}
	b.WriteString(relationConnectionTypes)
	s.stated(&b)
	s.inputs(&b)
	s.query(&b)
	return definitions(b.String())
}

// stated derives what a piece of evidence states: each property of relations, if it is stated.
func (s *server) stated(b *strings.Builder) {
	b.WriteString("\"What one sentence states of a relation.\"\ntype Stated {\n")
	for _, p := range s.o.RelationProperties {
		fmt.Fprintf(b, "\t%q %s: %s\n", p.Description, p.Name, p.TypeName())
	}
	b.WriteString("}\n")
}

const pageInfo = `
"Where a page stands in its list."
type PageInfo {
	"Whether anything stands behind this page, true in both directions."
	hasNextPage: Boolean!
	"Whether anything stands before this page, true in both directions."
	hasPreviousPage: Boolean!
	"The cursor of the first edge; null on an empty page. Example: ` + "`4_ibBl…`" + `."
	startCursor: String
	"The cursor of the last edge; null on an empty page. Example: ` + "`4_ibBl…`" + `."
	endCursor: String
}
`

const connectionTypes = `
"A page of a list of %[1]s nodes. A relation field has an edge for each relation, so that nodes may repeat."
type %[1]sConnection {
	"The page, with cursors and relations."
	edges: [%[1]sEdge!]!
	"The nodes of the page's edges."
	nodes: [%[1]s!]!
	"Where the page stands in the list."
	pageInfo: PageInfo!
	"How many edges the whole list has. Costs nothing when not selected."
	totalCount: Int!
	"How many distinct nodes the edges lead to."
	nodeCount: Int!
	"The edges counted by a value, with the connection's filters. Example: ` + "`" + `groups(by: NAME, first: 5) { key count }` + "`" + `."
	groups("By what." by: %[1]sGroupBy! "How they sort." orderBy: GroupOrder! = COUNT_DESC "How many, at most 1,000." first: Int! = 100
		"For dates: a group of 0 for each stretch of the calendar between two that hold something. groupCount does not count them." fill: Boolean
		"What number of each group is added up." stats: %[1]sNumber): [Group!]!
	"How many groups there are, so that a cut shows."
	groupCount("By what." by: %[1]sGroupBy!): Int!
	"What a number of the edges adds up to, with the connection's filters."
	stats("Of what." of: %[1]sNumber!): Stats!
}

"A place in a list of %[1]s nodes."
type %[1]sEdge {
	"For after and before, on this field alone; opaque. Example: ` + "`4_ibBl…`" + `."
	cursor: String!
	"The node at the far end."
	node: %[1]s!
	"The relation that leads to it; null in root lists only."
	relation: Relation
}
`

const relationConnectionTypes = `
"A page of a list of relations."
type RelationConnection {
	"The page, with cursors."
	edges: [RelationEdge!]!
	"The relations of the page's edges."
	nodes: [Relation!]!
	"Where the page stands in the list."
	pageInfo: PageInfo!
	"How many edges the whole list has. Costs nothing when not selected."
	totalCount: Int!
	"The edges counted by a value, with the connection's filters. Example: ` + "`" + `groups(by: TYPE) { key count }` + "`" + `."
	groups("By what." by: RelationGroupBy! "How they sort." orderBy: GroupOrder! = COUNT_DESC "How many, at most 1,000." first: Int! = 100
		"For dates: a group of 0 for each stretch of the calendar between two that hold something. groupCount does not count them." fill: Boolean
		"What number of each group is added up." stats: RelationNumber): [Group!]!
	"How many groups there are, so that a cut shows."
	groupCount("By what." by: RelationGroupBy!): Int!
	"What a number of the edges adds up to, with the connection's filters."
	stats("Of what." of: RelationNumber!): Stats!
}

"A place in a list of relations."
type RelationEdge {
	"For after and before, on this field alone; opaque. Example: ` + "`4_ibBl…`" + `."
	cursor: String!
	"The relation."
	node: Relation!
	"The end that was not asked; null in root lists only."
	other: Entity
}
`

func (s *server) query(b *strings.Builder) {
	b.WriteString(`
"Where every question starts. Fields are nullable, so that one that fails leaves its neighbours' answers standing."
type Query {
	"An entity or a relation by id; null where there is none."
	node("The id; a report's symbol or a name will do, here and wherever a root field takes an id. Example: one from a list." id: ID!): Node
	"Entities and relations by id, in the order asked, null where there is none."
	nodes("At most 1,000 ids." ids: [ID!]!` + asOf + `): [Node]!
	"An entity by id; null where there is none."
	entity("The id. Example: one from a list." id: ID!` + asOf + `): Entity
	"A relation by id; null where there is none."
	relation("The id. Example: one from a list." id: ID!` + asOf + `): Relation
`)
	for _, t := range s.o.Types {
		if len(t.Keys) == 0 {
			fmt.Fprintf(b, "\t\"One %s by id; null where there is none.\"\n\t%s(\"The id. Example: one from a list.\" id: ID!%s): %s\n",
				t.Name, t.Lookup, asOf, t.Name)
			continue
		}
		fmt.Fprintf(b, "\t\"One %s by exactly one key; null where there is none.\"\n\t%s(\"The id. Example: one from a list.\" id: ID", t.Name, t.Lookup)
		for _, k := range t.Keys {
			if k.ByName {
				b.WriteString(` "Any spelling: case, diacritics, transliteration and aliases fold. Several matches are an error that lists them." name: String`)
			}
			for _, p := range k.By {
				fmt.Fprintf(b, " %q %s: %s", "The key: "+p.Description, p.Name, p.TypeName())
			}
		}
		fmt.Fprintf(b, "%s): %s\n", asOf, t.Name)
	}
	for _, t := range s.o.Types {
		fmt.Fprintf(b, "\t\"All %s nodes, by id. Example: `%s(first: 10) { nodes { name } }`.\"\n\t%s(%s): %sConnection\n",
			t.Name, t.List, t.List, pageArguments+listArguments(t.Name), t.Name)
	}
	fmt.Fprintf(b, "\t\"All nodes of any label, by id. Example: `entities(first: 10) { nodes { __typename name } }`.\"\n"+
		"\tentities(%s): EntityConnection\n", pageArguments+listArguments("Entity"))
	fmt.Fprintf(b, "\t\"All relations of any type, by id. Example: `relations(first: 10) { nodes { type from { name } to { name } } }`.\"\n"+
		"\trelations(%s): RelationConnection\n", pageArguments+listArguments("Relation"))
	b.WriteString(walks + "}\n" + walkTypes)
}
