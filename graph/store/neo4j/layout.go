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

// The layout. What is the graph's has the ontology's names; what the store keeps beside it begins with an underscore and is seen by no plan.
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
	statements := []string{
		"CREATE CONSTRAINT _entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
		"CREATE CONSTRAINT _document_report IF NOT EXISTS FOR (d:_Document) REQUIRE d.report IS UNIQUE",
		"CREATE CONSTRAINT _layout_version IF NOT EXISTS FOR (l:_Layout) REQUIRE l.version IS UNIQUE",
		"CREATE INDEX _name_folded IF NOT EXISTS FOR (n:_Name) ON (n.folded)",
		"CREATE INDEX _document_base IF NOT EXISTS FOR (n:_Document) ON (n.base)",
		"CREATE INDEX _document_restated IF NOT EXISTS FOR (n:_Document) ON (n.restated)",
		"CREATE INDEX _document_number IF NOT EXISTS FOR (n:_Document) ON (n.number)",
		"CREATE INDEX _telling_document IF NOT EXISTS FOR (n:_Telling) ON (n.document)",
		"CREATE INDEX _reference_base IF NOT EXISTS FOR (n:_Reference) ON (n.base)",
		"CREATE INDEX _reference_report IF NOT EXISTS FOR (n:_Reference) ON (n.report)",
		"CREATE INDEX _reference_from IF NOT EXISTS FOR (n:_Reference) ON (n.from)",
		// Their texts are folded already, so that words are what stands between spaces.
		"CREATE FULLTEXT INDEX _names IF NOT EXISTS FOR (n:Entity) ON EACH [n._names] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
		"CREATE FULLTEXT INDEX _text IF NOT EXISTS FOR (n:Entity) ON EACH [n._text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
	}
	statements = append(statements, // for people who look into the database: as the export for a Neo4j of one's own has it
		"CREATE FULLTEXT INDEX councilgraph_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases] "+
			"OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}")
	for _, t := range s.o.Types {
		statements = append(statements, fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE",
			quote("_id_"+t.Name), quote(t.Name)),
			fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n._folded_name, n.name, n.id)", quote("_folded_name_"+t.Name), quote(t.Name)))
		for _, p := range t.KeyProperties() {
			if !slices.Contains(t.TextKeys(), p) { // those are _Names
				statements = append(statements, fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)",
					quote("_key_"+t.Name+"_"+p.Name), quote(t.Name), quote(p.Name)))
			}
			if p.Kind == ontology.String {
				statements = append(statements, fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)",
					quote("_plain_"+t.Name+"_"+p.Name), quote(t.Name), quote("_plain_"+p.Name)))
			}
		}
	}
	for _, r := range s.o.Relations {
		statements = append(statements, fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR ()-[r:%s]-() ON (r.id)", quote("_id_"+r.Name), quote(r.Name)))
	}
	statements = append(statements, "CALL db.awaitIndexes(60)", fmt.Sprintf("MERGE (l:_Layout {version: %d})", layoutVersion))
	for _, text := range statements {
		if err := makeOnce(ctx, session, text); err != nil {
			return fmt.Errorf("make constraints and indexes: %w", because(ctx, err))
		}
	}
	return nil
}

// makeOnce makes what may be there already, also where another process is about to make the same: then the server sees a deadlock, which is
// tried again, or finds it there after all.
func makeOnce(ctx context.Context, session driver.SessionWithContext, text string) error {
	_, err := driver.ExecuteWrite(ctx, session, func(tx driver.ManagedTransaction) (driver.ResultSummary, error) {
		result, err := tx.Run(ctx, text, nil)
		if err != nil {
			return nil, err
		}
		return result.Consume(ctx)
	})
	var server *driver.Neo4jError
	if errors.As(err, &server) && server.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists" {
		return nil
	}
	return err
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
