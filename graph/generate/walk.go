package main

// walks are the root fields that answer by walking the graph, and their types.
const walks = `
	"All that is near some nodes, breadth first, each relation with its evidence. Example: ` + "`neighborhood(of: [$id], depth: 2, perNode: 20) { nodes { name } relations { type evidence { quote } } truncated }`" + `."
	neighborhood("The ids of the nodes to start from; at most 100." of: [ID!]!
		"How many steps, 1 to 6." depth: Int! = 1
		"Only these types; null means all that are not documentary; none means none." types: [RelationType!]
		"Which way relations are followed, seen from the node that is nearer." direction: Direction! = BOTH
		"Only relations that meet this." where: RelationWhere
		"The most relations followed from one node, by type name, then id; 1 to 1,000." perNode: Int! = 100` + asOf + `): Subgraph
	"How two nodes are linked: paths of distinct nodes, shortest first, each relation with its evidence; relations are walked both ways. Example: ` + "`paths(from: $a, to: $b) { length nodes { name } hops { relations { type evidence { quote } } } }`" + `."
	paths("The id of the node at the beginning." from: ID! "The id of the node at the end." to: ID!
		"The most hops, 1 to 8." maxLength: Int! = 6
		"Only these types; null means all that are not documentary; none means none." types: [RelationType!]
		"Only relations that meet this." where: RelationWhere
		"Ids of nodes that no path may lead through, such as hubs." avoid: [ID!]
		"How many paths, 1 to 20." first: Int! = 3` + asOf + `): [Path!]
`

const walkTypes = `
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
	"The cursor from which relations(types: [type]) at the node goes on; null: from its start."
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
`
