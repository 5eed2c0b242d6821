package main

// question is asked of every target: in GraphQL, and as the Cypher that somebody would write by hand for it and its variables, who knows
// how the graph is laid out.
type question struct {
	letter, what string
	variables    map[string]string // by name, the kind of their values
	query        string
	cypher       string
}

var questions = []question{
	{"a", "a report, its period, the persons that it mentions", map[string]string{"id": "report"},
		`query($id: ID!) { report(id: $id) { title date covers { start end } }
			persons(first: 100, where: {mentionedIn: {some: {node: {report: {id: {eq: $id}}}}}}, orderBy: [{name: ASC}]) {
			nodes { id name } } }`,
		`MATCH (r:Report {id: $id}) RETURN r.title, r.date, [(r)-[:COVERS]->(p) | [p.start, p.end]],
	COLLECT { MATCH (r)-[:CONTAINS]->()-[:MENTIONS]->(p:Person) WITH DISTINCT p ORDER BY p.name LIMIT 100 RETURN [p.id, p.name] }`},
	{"b", "a person, the courts that indicted him, with evidence", map[string]string{"id": "person"},
		`query($id: ID!) { person(id: $id) { id name indictedBy(first: 100, orderBy: [{name: ASC}]) {
			edges { relation { date evidence { quote } } node { id name } } } } }`,
		`MATCH (p:Person {id: $id}) RETURN p.id, p.name, COLLECT { MATCH (p)-[x:INDICTED_BY]->(c) WITH x, c ORDER BY c.name
			LIMIT 100 RETURN [x.date, x._quote, c.id, c.name] }`},
	{"c", "a report, what its paragraphs mention, and the relations of that", map[string]string{"id": "report"},
		`query($id: ID!) { report(id: $id) { title paragraphs(first: 20) { nodes { number text mentions(first: 10) { nodes { __typename name
			... on Person { indictedBy(first: 20) { edges { relation { date evidence { quote } } node { name } } }
				positions(first: 20) { edges { relation { title since } node { name } } } } } } } } } }`,
		`MATCH (r:Report {id: $id}) RETURN r.title, COLLECT { MATCH (r)-[:CONTAINS]->(p) WITH p ORDER BY p.position LIMIT 20 RETURN [p.number, p.text,
	COLLECT { MATCH (p)-[:MENTIONS]->(m) WITH m LIMIT 10 RETURN [labels(m)[1], m.name,
		COLLECT { MATCH (m:Person)-[x:INDICTED_BY]->(c) RETURN [x.date, x._quote, c.name] LIMIT 20 },
	COLLECT { MATCH (m:Person)-[x:HELD_POSITION]->(c) RETURN [x.title, x.since, c.name] LIMIT 20 }] }] }`},
	{"d", "the persons that a named court indicted, sorted, a page", map[string]string{"name": "court"},
		`query($name: String!) { persons(first: 20, where: {indictedBy: {some: {node: {name: {eq: $name}}}}}, orderBy: [{name: ASC}]) { nodes { id name } } }`,
		`MATCH (c:Court) WHERE c.name = $name MATCH (c)<-[:INDICTED_BY]-(p:Person) WITH DISTINCT p ORDER BY p.name LIMIT 20 RETURN p.id, p.name`},
	{"e", "two hops around a person", map[string]string{"id": "person"},
		`query($id: ID!) { person(id: $id) { id name
			indictedBy(first: 20) { edges { relation { date } node { id name indicted(first: 10, orderBy: [{name: ASC}]) { nodes { id name } } } } }
			positions(first: 20) { edges { relation { title since }
				node { id name ... on Organization { positionHolders(first: 10, orderBy: [{name: ASC}]) { nodes { id name } } } } } } } }`,
		`MATCH (p:Person {id: $id}) RETURN p.id, p.name,
	COLLECT { MATCH (p)-[x:INDICTED_BY]->(n) WITH x, n LIMIT 20 RETURN [x.date, n.id, n.name,
		COLLECT { MATCH (n)<-[:INDICTED_BY]-(q) WITH q ORDER BY q.name LIMIT 10 RETURN [q.id, q.name] }] },
	COLLECT { MATCH (p)-[x:HELD_POSITION]->(n) WITH x, n LIMIT 20 RETURN [x.title, x.since, n.id, n.name,
		COLLECT { MATCH (n:Organization)<-[:HELD_POSITION]-(q) WITH q ORDER BY q.name LIMIT 10 RETURN [q.id, q.name] }] }`},
	{"f", "the shortest path between two persons", map[string]string{"from": "person", "to": "person"},
		`query($from: ID!, $to: ID!) { paths(from: $from, to: $to, first: 1, maxLength: 6, types: [INDICTED_BY, HELD_POSITION,
			ARRESTED_BY, MEMBER_OF]) { nodes { id name } } }`,
		`MATCH (a:Person {id: $from}), (b:Person {id: $to}) WHERE a <> b
			MATCH p = shortestPath((a)-[:INDICTED_BY|HELD_POSITION|ARRESTED_BY|MEMBER_OF*..6]-(b)) RETURN [n IN nodes(p) | [n.id, n.name]]`},
	{"g", "the courts by how many they indicted", nil,
		`{ courts(first: 100, orderBy: [{name: ASC}]) { nodes { name indicted(first: 0) { totalCount } } } }`,
		`MATCH (c:Court) RETURN c.name, COUNT { (c)<-[:INDICTED_BY]-() } ORDER BY c.name`},
	{"g2", "how many reports a year", nil,
		`{ reports(first: 0) { groups(by: DATE_YEAR, orderBy: KEY_ASC, first: 100) { key count } } }`,
		`MATCH (r:Report) RETURN left(r.date, 4) AS year, count(*) ORDER BY year`},
	{"h", "names that hold a word", map[string]string{"text": "text"},
		`query($text: String!) { search(text: $text, first: 10) { edges { score node { id __typename name } } } }`,
		`CALL db.index.fulltext.queryNodes('_names', $text, {limit: 10}) YIELD node, score RETURN score, node.id, labels(node)[1], node.name`},
}
