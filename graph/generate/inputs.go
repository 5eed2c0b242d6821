package main

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// inputs derives filters, orders and groups: for every label and for Entity <Type>Where, <Type>Order, <Type>GroupBy, <Type>RelationFilter
// and <Type>RelationWhere; for every kind of value its filter.
func (s *server) inputs(b *strings.Builder) {
	s.filters(b)
	b.WriteString(sortInputs)
	fmt.Fprintf(b, "%q\nenum EntityType {", "The labels.")
	for _, t := range s.o.Types {
		fmt.Fprintf(b, "\n\t%q %s", t.Description, t.Name)
	}
	b.WriteString("\n}\n")
	for _, t := range s.o.Types {
		s.where(b, t)
		s.order(b, t)
		groupBy(b, t.Name, plan.GroupKeys(s.o, t))
		numbers(b, t.Name, plan.Numbers(s.o, t))
		fmt.Fprintf(b, relationFilters, t.Name)
	}
	s.entityInputs(b)
	s.relationInputs(b)
}

// filters derives one filter for each kind of value. Which operators it has depends on the kind alone.
func (s *server) filters(b *strings.Builder) {
	const equality = `
	"Equals it." eq: %[1]s
	"Does not equal it; holds where there is no value." ne: %[1]s`
	const lists = `
	"Equals one of them; of none, never." in: [%[1]s!]
	"Equals none of them; holds where there is no value." notIn: [%[1]s!]`
	const bounds = `
	"Is less, or earlier." lt: %[1]s
	"Is less, or earlier, or equal." lte: %[1]s
	"Is greater, or later." gt: %[1]s
	"Is greater, or later, or equal." gte: %[1]s`
	const texts = `
	"Has this text anywhere in it. Example: ` + "`\\\"court\\\"`" + `." contains: %[1]s
	"Begins with it." startsWith: %[1]s
	"Ends with it." endsWith: %[1]s`
	const null = `
	"true: has no value; false: has one." isNull: Boolean`
	write := func(description, name, of, operators string) {
		description += " Conditions of one object must all hold; on a missing value all but isNull, ne and notIn fail."
		fmt.Fprintf(b, "%q\ninput %sFilter {", description, name)
		fmt.Fprintf(b, operators, of)
		b.WriteString("\n}\n")
	}
	write("Compares an id. Example: `{in: [\"n5k2…\"]}`.", "ID", "ID", equality+lists+null)
	write("Compares text: case and diacritics make no difference; to eq, in, ne and notIn of names and aliases, neither do punctuation, "+
		"a leading article and transliteration. What folds to nothing matches nothing. Example: `{contains: \"thaci\"}`.",
		"String", "String", equality+lists+bounds+texts+null)
	write("Compares a whole number. Example: `{gte: 5}`.", "Int", "Int", equality+lists+bounds+null)
	write("Compares a number. Example: `{gt: 3000}`.", "Float", "Float", equality+lists+bounds+null)
	write("Compares a flag. Example: `{eq: true}`.", "Boolean", "Boolean", equality+null)
	write("Compares a date. Where only an interval is known, the whole of it must meet a bound, and `eq` asks for the day. "+
		"Example: `{gte: \"2020-11-01\", lte: \"2020-11-30\"}`.", "Date", "Date", equality+lists+bounds+null)
	write("Compares a label. Example: `{in: [Person, Court]}`.", "EntityType", "EntityType", equality+lists+null)
	write("Compares a relation type. Example: `{eq: INDICTED_BY}`.", "RelationType", "RelationType", equality+lists+null)
	done := map[string]bool{}
	for _, p := range append(append([]*ontology.Property{}, s.o.NodeProperties...), s.o.RelationProperties...) {
		if p.Kind == ontology.Enum && !done[p.EnumName] {
			done[p.EnumName] = true
			write(fmt.Sprintf("Compares a value of %s. Example: `{eq: %s}`.", p.EnumName, p.Values[0]), p.EnumName, p.EnumName, equality+lists+null)
		}
	}
}

const sortInputs = `
"Which way a key sorts. Missing values come last either way."
enum Sort {
	"Least, earliest or first in the alphabet first."
	ASC
	"Greatest, latest or last in the alphabet first."
	DESC
}
"How many rows of a list have one value."
type Group {
	"The value, or the bucket of the calendar; null for rows without one, or with a date that lies in no single bucket. Example: ` + "`2020-11`" + `."
	key: String
	"How many rows have it."
	count: Int!
	"The node that the group is of, where it is by NODE, FROM or TO; else null. Example: ` + "`node { name }`" + `."
	node: Entity
	"What the number that groups(stats:) names adds up to in the group; null without one. Example: ` + "`stats { sum }`" + `."
	stats: Stats
}
"What a number adds up to, over all that have one."
type Stats {
	"How many there are."
	count: Int!
	"All together; null where there is none."
	sum: Float
	"The least; null where there is none."
	min: Float
	"The greatest; null where there is none."
	max: Float
	"The sum by the count; null where there is none."
	mean: Float
}
"How groups sort."
enum GroupOrder {
	"Greatest count first; ties by key, null last."
	COUNT_DESC
	"By key, null last."
	KEY_ASC
}
"What a piece of evidence must meet, all at once. Example: ` + "`{paragraph: {number: {eq: 5}}}`" + `."
input EvidenceWhere {
	"The report that it is from."
	report: ReportWhere
	"The paragraph that it is in."
	paragraph: ParagraphWhere
	"Its words."
	quote: StringFilter
	"The rule that read it."
	rule: StringFilter
}
`

const relationFilters = `
"How many relations of a field lead to %[1]s nodes as described. Example: ` + "`{some: {node: {name: {contains: \\\"kosovo\\\"}}}}`" + `."
input %[1]sRelationFilter {
	"At least one does; of ` + "`{}`" + `, there is at least one."
	some: %[1]sRelationWhere
	"None does."
	none: %[1]sRelationWhere
	"All do; holds where there is none, as in logic."
	all: %[1]sRelationWhere
	"Exactly one does."
	single: %[1]sRelationWhere
	"How many relations there are at all. Example: ` + "`{gte: 2}`" + `."
	count: IntFilter
}
"What a relation to a %[1]s node must meet, all at once."
input %[1]sRelationWhere {
	"The far node."
	node: %[1]sWhere
	"The relation's own properties."
	relation: RelationWhere
	"One piece of the relation's evidence."
	evidence: EvidenceWhere
}
`

// logic are the connectives that every filter of nodes or relations has.
const logic = `
	"All of them hold; of none, it holds." and: [%[1]sWhere!]
	"One of them holds; of none, it fails." or: [%[1]sWhere!]
	"It does not hold." not: %[1]sWhere
`

const named = `
	"The id." id: IDFilter
	"The name." name: StringFilter
	"The other spellings: one of them must meet it; for ne and notIn all." aliases: StringFilter
`

func filterOf(p *ontology.Property) string { return p.TypeName() + "Filter" }

func (s *server) where(b *strings.Builder, t *ontology.Type) {
	description := fmt.Sprintf("What a %s must meet. All keys of one object must hold; null is no condition. "+
		"Example: `%s(where: {name: {contains: \"kosovo\"}}) { totalCount }`.", t.Name, t.List)
	fmt.Fprintf(b, "%q\ninput %sWhere {%s", description, t.Name, named)
	for _, p := range t.Properties {
		fmt.Fprintf(b, "\t%q %s: %s\n", p.Description, p.Name, filterOf(p))
	}
	for _, f := range t.Fields {
		of := f.FarName + "RelationFilter"
		if f.One {
			of = f.FarName + "Where"
		}
		fmt.Fprintf(b, "\t%q %s: %s\n", f.Description, f.Name, of)
	}
	if t.Evidenced {
		b.WriteString("\t\"One piece of its evidence.\" evidence: EvidenceWhere\n")
	}
	fmt.Fprintf(b, logic+"}\n", t.Name)
}

func (s *server) order(b *strings.Builder, t *ontology.Type) {
	description := fmt.Sprintf("What %s nodes are ordered by: exactly one key an object. Example: `orderBy: [{name: ASC}]`.", t.Name)
	fmt.Fprintf(b, "%q\ninput %sOrder {\n\t\"By id.\" id: Sort\n\t\"By name: folded, then as written.\" name: Sort\n", description, t.Name)
	for _, p := range t.Properties {
		fmt.Fprintf(b, "\t%q %s: Sort\n", "By "+p.Name+".", p.Name)
	}
	for _, f := range t.Fields {
		if f.One {
			if f.FarName != "Entity" {
				fmt.Fprintf(b, "\t%q %s: %sOrder\n", "By its "+f.Name+".", f.Name, f.FarName)
			} else {
				fmt.Fprintf(b, "\t%q %s: EntityOrder\n", "By what it is of.", f.Name)
			}
			continue
		}
		fmt.Fprintf(b, "\t%q %sCount: Sort\n", "By how many "+f.Name+" it has.", f.Name)
	}
	b.WriteString("\t\"By the relation that leads to it; on relation fields only.\" relation: RelationOrder\n}\n")
}

func groupBy(b *strings.Builder, of string, keys []plan.GroupKey) {
	fmt.Fprintf(b, "%q\nenum %sGroupBy {", fmt.Sprintf("What rows of %s nodes can be counted by.", of), of)
	for _, k := range keys {
		fmt.Fprintf(b, "\n\t%q %s", k.Description, k.Name)
	}
	b.WriteString("\n}\n")
}

func numbers(b *strings.Builder, of string, numbers []plan.Number) {
	fmt.Fprintf(b, "%q\nenum %sNumber {", fmt.Sprintf("What numbers of %s nodes can be added up.", of), of)
	for _, n := range numbers {
		fmt.Fprintf(b, "\n\t%q %s", n.Description, n.Name)
	}
	b.WriteString("\n}\n")
}

func (s *server) entityInputs(b *strings.Builder) {
	const description = "What a node of any label must meet. A key named like a label holds for nodes of that label that meet it, and for " +
		"nothing else. Example: `entities(where: {person: {name: {contains: \"thaci\"}}}) { nodes { name } }`."
	fmt.Fprintf(b, "%q\ninput EntityWhere {%s\t\"The label.\" type: EntityTypeFilter\n", description, named)
	for _, t := range s.o.Types {
		fmt.Fprintf(b, "\t%q %s: %sWhere\n", "It is of the label "+t.Name+" and meets this.", t.Lookup, t.Name)
	}
	fmt.Fprintf(b, logic+"}\n", "Entity")
	b.WriteString(`
"What nodes of any label are ordered by: exactly one key an object. Example: ` + "`orderBy: [{name: ASC}]`" + `."
input EntityOrder {
	"By id."
	id: Sort
	"By name: folded, then as written."
	name: Sort
	"By the relation that leads to it; on relation fields only."
	relation: RelationOrder
}
`)
	groupBy(b, "Entity", plan.GroupKeys(s.o, nil))
	numbers(b, "Entity", plan.Numbers(s.o, nil))
	fmt.Fprintf(b, relationFilters, "Entity")
}

func (s *server) relationInputs(b *strings.Builder) {
	b.WriteString(`
"What a relation must meet. All keys of one object must hold; null is no condition. Example: ` +
		"`relations(where: {type: {eq: INDICTED_BY}, status: {eq: CONFIRMED}}) { totalCount }`" + `."
input RelationWhere {
	"The id."
	id: IDFilter
	"The type."
	type: RelationTypeFilter
	"The node that it starts from, as stored."
	from: EntityWhere
	"The node that it leads to, as stored."
	to: EntityWhere
`)
	for _, p := range s.o.RelationProperties {
		fmt.Fprintf(b, "\t%q %s: %s\n", p.Description, p.Name, filterOf(p))
	}
	fmt.Fprintf(b, "\t\"One piece of its evidence.\" evidence: EvidenceWhere\n"+logic+"}\n", "Relation")
	b.WriteString("\"What relations are ordered by: exactly one key an object. Example: `orderBy: [{date: DESC}]`.\"\n" +
		"input RelationOrder {\n\t\"By id.\" id: Sort\n\t\"By type.\" type: Sort\n")
	for _, p := range s.o.RelationProperties {
		fmt.Fprintf(b, "\t%q %s: Sort\n", "By "+p.Name+".", p.Name)
	}
	b.WriteString("}\n")
	groupBy(b, "Relation", plan.RelationGroupKeys(s.o))
	numbers(b, "Relation", plan.RelationNumbers(s.o))
}
