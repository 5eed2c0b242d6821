package main

// walks are the root fields that answer by walking the graph, and their types.
const walks = `
	"All that is near some nodes, breadth first, each relation with its evidence. Example: ` +
	"`neighborhood(of: [$id], depth: 2, perNode: 20) { nodes { name } relations { type evidence { quote } } truncated }`" + `."
	neighborhood("The nodes to start from, each by id, symbol or name; at most 100." of: [ID!]!
		"How many steps, 1 to 6." depth: Int! = 1
		"Only these types; null means all that are not documentary; none means none." types: [RelationType!]
		"Which way relations are followed, seen from the node that is nearer." direction: Direction! = BOTH
		"Only relations that meet this." where: RelationWhere
		"The most relations followed from one node, by type name, then id; 1 to 1,000." perNode: Int! = 100` + asOf + `): Subgraph
	"How two nodes are linked: paths of distinct nodes, shortest first, each relation with its evidence; ` +
	`relations are walked both ways. Example: ` +
	"`paths(from: $a, to: $b) { length nodes { name } hops { relations { type evidence { quote } } } }`" + `."
	paths("The node at the beginning: its id, symbol or name." from: ID! "The node at the end." to: ID!
		"The most hops, 1 to 8." maxLength: Int! = 6
		"Only these types; null means all that are not documentary; none means none." types: [RelationType!]
		"Only relations that meet this." where: RelationWhere
		"Nodes that no path may lead through, such as hubs." avoid: [ID!]
		"How many paths, 1 to 20." first: Int! = 3` + asOf + `): [Path!]
	"What names, aliases and paragraphs hold these words: best match first, then most mentions (of paragraphs: newest report first), then id. ` +
	`All words must be there; a report is found by its symbol too; quotes make a phrase, -word excludes, word* is a prefix; ` +
	`in names the last word always is one, and one word of four letters or more may have one typo. Example: ` +
	"`search(text: \\\"thaci\\\") { nodes { name } edges { match } }`" + `."
	search("What to look for. Example: ` + "`text: \\\"thaci -krasniqi\\\"`" + `." text: String!
		"Only these labels; null means all." types: [EntityType!]
		"Only nodes that meet this." where: EntityWhere` + asOf + `
		"How many, at most 1,000; 20 where it is not given." first: Int
		"A cursor of this search: what comes after it. Example: the last page's endCursor." after: String): SearchConnection
	"What happened when: events, and relations with a date, by dateFrom, dateTo, id. Example: ` +
	"`timeline(from: \\\"2020-11-01\\\", to: \\\"2020-11-30\\\") { nodes { ... on Event { eventKind date } ... on Relation { type date } } }`" + `."
	timeline("Only what these nodes take part in, each by id, symbol or name; at most 100. null: all." of: [ID!]
		"Only what meets this day or a later one." from: Date
		"Only what meets this day or an earlier one." to: Date
		"Only events of these kinds; null means all, none means none." kinds: [EventKind!]
		"Only relations of these types; null means all that are not documentary and do not tie events, none means none." types: [RelationType!]` + asOf + `
		"How many, at most 1,000; 20 where it is not given." first: Int
		"A cursor of this field: what comes after it. Example: the last page's endCursor." after: String): TimelineConnection
	"One figure of one entity over time: by its date, else the end of the period that its report covers. Example: ` +
	"`series(metric: TROOP_STRENGTH, of: $kfor, where: {breakdown: {isNull: true}}) { nodes { value date } }`" + `."
	series("What is counted." metric: Metric!
		"Whose figure: an id or a name." of: ID!
		"Only observations that meet this; without a breakdown, they are the headline figures." where: ObservationWhere
		"Only from this day on." from: Date
		"Only until this day." to: Date` + asOf + `
		"How many, at most 1,000; 20 where it is not given." first: Int
		"A cursor of this field: what comes after it. Example: the last page's endCursor." after: String): ObservationConnection
	"What one report tells and another does not. Documentary relations and those that tie events are left out. Example: ` +
	"`compareReports(base: $before, head: $now) { added { type from { name } to { name } } figures { metric base { value } head { value } } }`" + `."
	compareReports("The report that is compared with: its id or symbol." base: ID!
		"The report that is compared." head: ID!): ReportDiff
	"How much the graph holds, and whether it has changed. Example: ` + "`graph { version reports relations }`" + `."
	graph: Graph
`

const walkTypes = `
"How much the graph holds."
type Graph {
	"Another one whenever anything has changed; the same on every store that holds the same. Example: ` + "`9f86d081…`" + `."
	version: String!
	"The last day that a report tells of: the end of its period, else its date; null without a report. Example: ` + "`2020-12-31`" + `."
	newest: String
	"How many reports. Example: ` + "`49`" + `."
	reports: Int!
	"How many entities, reports and paragraphs among them."
	nodes: Int!
	"How many relations."
	relations: Int!
	"How many pieces of evidence."
	evidence: Int!
}
"Nodes and the relations between them."
type Subgraph {
	"By distance, then id; those asked for first."
	nodes: [Entity!]!
	"Every relation of the allowed types between two of the nodes, by id."
	relations: [Relation!]!
	"Whether something near was left out: see hidden."
	truncated: Boolean!
	"What was neither followed nor served, by node and type."
	hidden: [HiddenCount!]!
}
"Relations of one type at one node that were left out."
type HiddenCount {
	"The node."
	node: Entity!
	"The type."
	type: RelationType!
	"How many."
	count: Int!
	"The cursor from which relations(types: [type]) at the node goes on; null: from its start. Example: ` + "`4_ibBl…`" + `."
	after: String
}
"A sequence of distinct nodes, each linked to the next."
type Path {
	"How many hops."
	length: Int!
	"One more than hops."
	nodes: [Entity!]!
	"What links each node to the next."
	hops: [Hop!]!
}
"A step of a path."
type Hop {
	"All relations of the allowed types between the two nodes, either way, by id."
	relations: [Relation!]!
}
"What a search found, best first."
type SearchConnection {
	"With what each was found by."
	edges: [SearchEdge!]!
	"The nodes themselves."
	nodes: [Entity!]!
	"Whether there is more."
	pageInfo: PageInfo!
	"How many there are in all."
	totalCount: Int!
}
"One thing that a search found."
type SearchEdge {
	"Where this is, for after. Example: ` + "`4_ibBl…`" + `."
	cursor: String!
	"What was found."
	node: Entity!
	"Falls with the order, from 1 towards 0."
	score: Float!
	"Why it was found."
	match: SearchMatch!
	"The name, or the part of the text, that was matched, word for word. Example: ` + "`Hashim Thaçi`" + `."
	snippet: String!
	"Where the words are in the snippet, in order."
	highlights: [Highlight!]!
}
"What the words of a search met, best first."
enum SearchMatch {
	"They are the name."
	NAME
	"They are an alias."
	ALIAS
	"A name begins with them."
	NAME_PREFIX
	"They are all in one name."
	NAME_WORDS
	"So, but for one letter."
	NAME_TYPO
	"They stand side by side in the text."
	TEXT_PHRASE
	"They are all in the text."
	TEXT_WORDS
}
"A stretch of a snippet, in code points."
type Highlight {
	"Where it starts."
	start: Int!
	"Where it ends, exclusive."
	end: Int!
}
"A page of a timeline."
type TimelineConnection {
	"The page, with cursors."
	edges: [TimelineEdge!]!
	"The entries of the page's edges."
	nodes: [TimelineEntry!]!
	"Where the page stands in the list."
	pageInfo: PageInfo!
	"How many entries the whole timeline has."
	totalCount: Int!
}
"A place in a timeline."
type TimelineEdge {
	"For after, on this field alone; opaque. Example: ` + "`4_ibBl…`" + `."
	cursor: String!
	"What happened."
	node: TimelineEntry!
}
"What a timeline consists of."
union TimelineEntry = Event | Relation
"What two reports tell, side by side."
type ReportDiff {
	"The report that is compared with."
	base: Report!
	"The report that is compared."
	head: Report!
	"Relations that only head tells, by id."
	added: [Relation!]!
	"Relations that only base tells, by id."
	dropped: [Relation!]!
	"Relations that both tell, with the same properties, by id."
	repeated: [Relation!]!
	"Relations that both tell with different properties, by id."
	changed: [RelationChange!]!
	"The figures of both, by metric, whose, breakdown."
	figures: [FigureChange!]!
}
"A relation that two reports tell differently."
type RelationChange {
	"The relation, as all reports together tell it."
	relation: Relation!
	"What differs."
	properties: [PropertyChange!]!
}
"A property that two reports state differently."
type PropertyChange {
	"Its name. Example: ` + "`status`" + `."
	property: String!
	"As base's own statements make it; null where they state none. Example: ` + "`CONFIRMED`" + `."
	base: String
	"As head's own statements make it; null where they state none. Example: ` + "`CONFIRMED`" + `."
	head: String
}
"One figure in two reports."
type FigureChange {
	"What is counted."
	metric: Metric!
	"Whose figure."
	of: Entity!
	"The part of the headline figure that it is; null for the headline itself."
	breakdown: Breakdown
	"What base states; null where it states none."
	base: Observation
	"What head states; null where it states none."
	head: Observation
}
`
