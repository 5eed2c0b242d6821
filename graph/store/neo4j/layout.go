package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/ontology"
)

// The layout. What is the graph's has the ontology's names; what the store keeps beside it begins with an underscore and is seen by no
// plan.
//
//	(:Entity:LABEL {id, name, aliases, own properties, _type, _told, _names, _text, _tally, lists})   a node; lists as below where it
//	    carries evidence itself. _names and _text are what search looks for words in (fold.Searched), _tally is what several documents add
//	    up to (store.Tally), _documents are the numbers of those that tell of it; _folded_NAME and _plain_NAME, here and below, are the folded
//	    forms of a text (fold.Name, fold.Plain)
//	(from)-[:TYPE {id, own properties, _ordinal, _told, _reports, lists}]->(to)   a relation; no _ordinal is 0, no _reports 1. The lists
//	    are parallel, one item for each statement in the order of serving: _statements its text (see part), paragraphs (their ids) and quotes its
//	    evidence (none for structure). Where a property varied, _was_NAME are its values ("" where a date has gone) and _since_NAME the days
//	    from which on each was told
//	(:_Document {number, report, key, header, written, base, restated, ends})   a document; ends are TYPE from to for each relation that it
//	    speaks of, key its store.Header.Key, base and restated the bases of its symbols (store.BaseSymbol)
//	(:_Telling {document, nodes, said})   what the document of that number says (JSON, see said) of each of the nodes with those ids: some
//	    of them in one, since a node for each is half of what loading costs. No relation leads to either: over these any two nodes of a
//	    document would be two steps apart, for who looks for paths in Cypher
//	(:_Name {folded, written})-[:_NAMES]->(:Entity)   the folded forms that a node is looked up by
//	(:_Reference {report, key, type, from, symbol, base, to, …})   a statement that names the far report by its symbol
//	(:_Layout {version, writes, documents})   marks the database as ours, and counts what was written into it; writers lock it
const layoutVersion = 9

// prepare refuses a database that is not ours, and makes constraints and indexes.
func (s *Store) prepare(ctx context.Context) error {
	session := s.session(ctx, driver.AccessModeWrite)
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, layoutText, nil)
	var found []*driver.Record
	if err == nil {
		found, err = result.Collect(ctx)
	}
	if err = because(ctx, err); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return fmt.Errorf("Neo4j does not answer, or refuses the user: check that it runs, its URL, NEO4J_USERNAME and NEO4J_PASSWORD: %w", err)
	}
	version, ours := found[0].Values[0].(int64)
	switch {
	case !ours && found[0].Values[1] == true:
		return errors.New("the database holds something else: name another one with ?database=NAME; it is left as it was")
	case ours && version < layoutVersion:
		return fmt.Errorf("the database's layout has version %d, which this program no longer reads: "+
			"load the reports into an empty database; it is left as it was", version)
	case version > layoutVersion:
		return fmt.Errorf("the database's layout has version %d, and this program reads up to %d: use a newer program; "+
			"it is left as it was", version, layoutVersion)
	}
	if err := s.make(ctx, session, ours); err != nil {
		return fmt.Errorf("make constraints and indexes: %w", because(ctx, err))
	}
	return nil
}

// rule is a constraint or an index: its name, what it is, and what it is of.
type rule struct{ name, kind, of string }

// rules are the constraints and indexes that the ontology asks for.
func (s *Store) rules() []rule {
	const unique, ranged, text = "CONSTRAINT", "INDEX", "FULLTEXT INDEX"
	rules := []rule{
		{"_entity_id", unique, "FOR (n:Entity) REQUIRE n.id IS UNIQUE"},
		{"_document_report", unique, "FOR (d:_Document) REQUIRE d.report IS UNIQUE"},
		{"_layout_version", unique, "FOR (l:_Layout) REQUIRE l.version IS UNIQUE"},
		{"_name_folded", ranged, "FOR (n:_Name) ON (n.folded)"},
		{"_document_base", ranged, "FOR (n:_Document) ON (n.base)"},
		{"_document_restated", ranged, "FOR (n:_Document) ON (n.restated)"},
		{"_document_number", ranged, "FOR (n:_Document) ON (n.number)"},
		{"_telling_document", ranged, "FOR (n:_Telling) ON (n.document)"},
		{"_reference_base", ranged, "FOR (n:_Reference) ON (n.base)"},
		{"_reference_report", ranged, "FOR (n:_Reference) ON (n.report)"},
		{"_reference_from", ranged, "FOR (n:_Reference) ON (n.from)"},
		// Their texts are folded already, so that words are what stands between spaces.
		{"_names", text, "FOR (n:Entity) ON EACH [n._names] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"},
		{"_text", text, "FOR (n:Entity) ON EACH [n._text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"},
		// For people who look into the database: as the export for a Neo4j of one's own has it.
		{"councilgraph_names", text, "FOR (n:Entity) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"},
	}
	for _, t := range s.o.Types {
		label := "FOR (n:" + quote(t.Name) + ") "
		rules = append(rules, rule{"_id_" + t.Name, unique, label + "REQUIRE n.id IS UNIQUE"},
			rule{"_folded_name_" + t.Name, ranged, label + "ON (n._folded_name, n.name, n.id)"})
		for _, p := range t.KeyProperties() {
			if !slices.Contains(t.TextKeys(), p) { // those are _Names
				rules = append(rules, rule{"_key_" + t.Name + "_" + p.Name, ranged, label + "ON (n." + quote(p.Name) + ")"})
			}
			if p.Kind == ontology.String {
				rules = append(rules, rule{"_plain_" + t.Name + "_" + p.Name, ranged, label + "ON (n." + quote("_plain_"+p.Name) + ")"})
			}
		}
	}
	for _, r := range s.o.Relations {
		rules = append(rules, rule{"_id_" + r.Name, ranged, "FOR ()-[r:" + quote(r.Name) + "]-() ON (r.id)"})
	}
	return rules
}

// make makes what of the rules is not there, in one transaction, since Neo4j takes its time for each that changes its schema, and then
// marks the database as ours. Another process may make the same meanwhile: then the server sees a deadlock, or finds it there after all.
func (s *Store) make(ctx context.Context, session driver.SessionWithContext, ours bool) error {
	there, err := texts(ctx, session, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name") // a constraint's bears its name
	if err != nil {
		return err
	}
	var missing []string
	for _, r := range s.rules() {
		if !slices.Contains(there, r.name) {
			missing = append(missing, fmt.Sprintf("CREATE %s %s IF NOT EXISTS %s", r.kind, quote(r.name), r.of))
		}
	}
	if len(missing) == 0 && ours {
		return nil
	}
	for try := 0; try == 0 || try < tries && isThere(err); try++ {
		_, err = texts(ctx, session, missing...)
	}
	if err != nil {
		return err
	}
	for _, text := range []string{"CALL db.awaitIndexes(60)", fmt.Sprintf("MERGE (l:_Layout {version: %d})", layoutVersion)} {
		if _, err := texts(ctx, session, text); err != nil {
			return err
		}
	}
	return nil
}

// texts runs statements in one transaction, again where the server says that it may succeed then, and gives the first column of what they
// say.
func texts(ctx context.Context, session driver.SessionWithContext, statements ...string) ([]string, error) {
	return driver.ExecuteWrite(ctx, session, func(tx driver.ManagedTransaction) (said []string, err error) {
		for _, text := range statements {
			result, err := tx.Run(ctx, text, nil)
			if err != nil {
				return nil, err
			}
			records, err := result.Collect(ctx)
			if err != nil {
				return nil, err
			}
			for _, r := range records {
				said = append(said, str(r.Values[0]))
			}
		}
		return said, nil
	})
}

// isThere says whether what was to be made is there.
func isThere(err error) bool {
	var server *driver.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
}

const layoutText = "OPTIONAL MATCH (l:_Layout) RETURN l.version, EXISTS { MATCH (n) }"

// ready says whether the database has our layout already.
func (s *Store) ready(ctx context.Context) error {
	ours := false
	err := s.read(ctx, layoutText, nil, func(r *driver.Record) error {
		version, _ := r.Values[0].(int64)
		ours = version == layoutVersion
		return nil
	})
	if err != nil {
		return fmt.Errorf("Neo4j does not answer, or refuses the user: check that it runs, its URL, NEO4J_USERNAME and NEO4J_PASSWORD: %w", err)
	}
	if !ours {
		return errors.New("the database holds no graph that this program reads: load reports into it first, with a user that may write")
	}
	return nil
}

func quote(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }
