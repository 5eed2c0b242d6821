package store

// Triple is what statements add up for: two nodes, as stored (see Ends), and the type of the relations from one to the other.
type Triple struct{ From, Relation, To string }

// Reference is a statement that names the far report by its symbol. To is the report that it leads to now; "" where that one is not held.
type Reference struct {
	Report, From, Symbol, To string
	Relation                 string
	Told
}

// NodeWrite is what a node is to be from now on.
type NodeWrite struct {
	NodeSum
	Tally *Tally // what is kept of the node so that the next document adds to it; nil where one document alone tells of it
	New   bool   // the store holds no such node
	Same  bool   // but for the tally it is what the store holds
}

// Ledger is what Apply, Withdraw and AddUp need of a store within one transaction. Each method takes in bulk, and costs what it is given
// and gives, whatever the graph holds beside.
type Ledger interface {
	// Documents gives the headers held of these reports, and those whose symbol, or the one that they restate, has one of these bases
	// (see BaseSymbol), in any order, each once.
	Documents(reports, bases []string) ([]Header, error)
	// TakeBack removes what documents say: headers, tellings and references. It gives the nodes and the triples that they speak of; what
	// is held of those stays as it is.
	TakeBack(reports []string) (nodes []string, triples []Triple, err error)
	// Keep keeps what documents say. Their nodes are held.
	Keep(documents []Document) error

	// Tallies gives those of the nodes that are held, each with the tally that is kept of it, or nil.
	Tallies(nodes []string) (map[string]*Tally, error)
	// Tellings gives what each held document says of the nodes.
	Tellings(nodes []string) (map[string][]TellsNode, error)
	// PutNodes holds nodes as they are given. DropNodes removes nodes that have no relations.
	PutNodes([]NodeWrite) error
	DropNodes(nodes []string) error

	// References gives the references to symbols with one of these bases, and those that lead along one of the triples, each once.
	References(bases []string, along []Triple) ([]Reference, error)
	// Lead makes references lead where they now say; Told is not looked at.
	Lead([]Reference) error
	// TakeStatements removes the relations of triples, and gives the statements that they are made of.
	TakeStatements([]Triple) (map[Triple][]Told, error)
	// PutRelations holds relations. Those of their triples were taken, and their ends are held.
	PutRelations([]Relation) error
}
