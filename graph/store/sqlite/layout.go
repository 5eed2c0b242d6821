package sqlite

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// The layout:
//
//	document    one row a report held: its header, and when it was written; base and restated are the bases of its symbols
//	            (store.BaseSymbol), as is base of a reference
//	tells       what each document says of each node (store.Node), from which node is computed; tally of a node is what several add up to (store.Tally)
//	node        one row a node: sparse, with a column p_NAME for each property of any label, and k_NAME for the plain form (fold.Plain)
//	            of each text that a label is looked up by; folded is the name's folded form. node_named has what lists at a node are most
//	            often sorted by; node_LABEL_DATE_YEAR the days of a label
//	name_text   the searched names (fold.Searched) of each node, by its no; name_word are their words
//	paragraph_text  the searched texts (ontology.Type.Searched), by the node's no
//	change      a number that grows with every write
//	name_key    the folded forms that a node is looked up by
//	relation    one row a relation, with a column p_NAME for each property of any type; ends is a number made of its triple (store.Triple),
//	            by which those of a triple are found, of types of which one triple may have several
//	relation_then  what the properties of a relation that varies were from a day (told) on
//	statement   what each document says of each relation, with its evidence: owner is the no of the relation that it adds up to, rank its
//	            place in the order of serving. Evidence that a node carries itself has as owner the node's no, below zero. Structure has
//	            no paragraph.
//	reference   statements that name the far report by its symbol; while that one is held they stand in statement too, marked linked
const (
	layoutVersion = 8
	// applicationID marks the file as ours (SQLite file format, offset 68): "CGrf".
	applicationID = 0x43477266
)

const tables = `
CREATE TABLE IF NOT EXISTS document (report TEXT PRIMARY KEY, hash TEXT NOT NULL, symbol TEXT, restates TEXT, source TEXT, told TEXT, date TEXT, written INTEGER, base TEXT, restated TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS document_base ON document (base);
CREATE INDEX IF NOT EXISTS document_restated ON document (restated);
CREATE TABLE IF NOT EXISTS tells (node TEXT, report TEXT, key TEXT, type TEXT, names TEXT, properties TEXT, evidence TEXT, PRIMARY KEY (report, node)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tells_node ON tells (node);
CREATE TABLE IF NOT EXISTS node (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, aliases TEXT NOT NULL, told TEXT NOT NULL, tally TEXT);
CREATE UNIQUE INDEX IF NOT EXISTS node_type ON node (type, id);
CREATE UNIQUE INDEX IF NOT EXISTS node_folded ON node (type, folded, name, id);
CREATE INDEX IF NOT EXISTS node_named ON node (id, folded, name, type);
CREATE VIRTUAL TABLE IF NOT EXISTS name_text USING fts5 (text, tokenize = 'ascii', prefix = '2 3');
CREATE VIRTUAL TABLE IF NOT EXISTS name_word USING fts5vocab ('name_text', 'row');
CREATE VIRTUAL TABLE IF NOT EXISTS paragraph_text USING fts5 (text, tokenize = 'ascii', content = '', contentless_delete = 1);
CREATE TABLE IF NOT EXISTS change (number INTEGER NOT NULL);
INSERT INTO change SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM change);
CREATE TABLE IF NOT EXISTS name_key (folded TEXT, node TEXT, written TEXT, PRIMARY KEY (folded, node, written)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_key_node ON name_key (node);
CREATE TABLE IF NOT EXISTS relation (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL, told TEXT NOT NULL, reports INTEGER NOT NULL, varies INTEGER NOT NULL, ends INTEGER);
CREATE TABLE IF NOT EXISTS relation_then (relation TEXT, told TEXT, PRIMARY KEY (relation, told)) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS relation_gone AFTER DELETE ON relation WHEN old.varies BEGIN DELETE FROM relation_then WHERE relation = old.id; END;
CREATE UNIQUE INDEX IF NOT EXISTS relation_type ON relation (type, id);
CREATE INDEX IF NOT EXISTS relation_out ON relation (from_id, type, id, to_id, told);
CREATE INDEX IF NOT EXISTS relation_in ON relation (to_id, type, id, from_id, told);
CREATE INDEX IF NOT EXISTS relation_ends ON relation (ends) WHERE ends IS NOT NULL;
CREATE TABLE IF NOT EXISTS statement (owner INTEGER, rank INTEGER, id TEXT, report TEXT, key TEXT, ordinal INTEGER, properties TEXT,
  linked INTEGER, paragraph TEXT, position INTEGER, "start" INTEGER, "end" INTEGER, quote TEXT, rule TEXT, PRIMARY KEY (owner, rank)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS statement_report ON statement (report);
CREATE TABLE IF NOT EXISTS reference (report TEXT, key TEXT, type TEXT, from_id TEXT, symbol TEXT, base TEXT, to_id TEXT, ordinal INTEGER, properties TEXT,
  paragraph TEXT, position INTEGER, "start" INTEGER, "end" INTEGER, quote TEXT, rule TEXT);
CREATE INDEX IF NOT EXISTS reference_report ON reference (report);
CREATE INDEX IF NOT EXISTS reference_base ON reference (base);
CREATE INDEX IF NOT EXISTS reference_to ON reference (to_id);
`

// logged is how many pages writes leave in the log beside the file before they are brought into the file. While much is loaded, most are
// written again by the next write.
const logged = "PRAGMA wal_autocheckpoint = 8000"

// inspect refuses a file that is not ours, by its header alone (SQLite file format, section 1.3): reading it through the engine could
// already change it.
func inspect(file string) error {
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("it cannot be read: check its permissions")
	}
	defer f.Close()
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	if n == 0 && err == io.EOF {
		return nil // an empty file becomes a store
	}
	if err != nil || !bytes.HasPrefix(header, []byte("SQLite format 3\x00")) {
		return fmt.Errorf("the file is no SQLite database: name another one; it is left as it was")
	}
	version, id := binary.BigEndian.Uint32(header[60:]), binary.BigEndian.Uint32(header[68:])
	switch {
	case id != applicationID:
		return fmt.Errorf("the SQLite database holds something else: name another file; it is left as it was")
	case version < layoutVersion && version > 0:
		return fmt.Errorf("its layout has version %d, which this program no longer reads: load the reports into a new file; it is left as it was", version)
	case version > layoutVersion:
		return fmt.Errorf("its layout has version %d, and this program reads up to %d: use a newer program; it is left as it was", version, layoutVersion)
	}
	return nil
}

// prepare makes the layout, and adds columns for properties that the ontology has gained.
func prepare(ctx context.Context, c conn, o *ontology.Ontology) error {
	// The mark comes before write-ahead logging: after it, a process that is killed would leave it in the log, where inspect does not see it.
	if err := c.run(ctx, nil, "PRAGMA page_size = 8192"); err != nil {
		return err
	}
	marked := false
	if err := c.run(ctx, func(r row) error { marked = r.ColumnInt64(0) == applicationID; return nil }, "PRAGMA application_id"); err != nil {
		return err
	}
	if !marked {
		if err := c.run(ctx, nil, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
			return err
		}
	}
	for _, pragma := range []string{"PRAGMA journal_mode = wal", "PRAGMA synchronous = normal", logged,
		"PRAGMA cache_size = -131072", "PRAGMA temp_store = memory"} {
		if err := c.run(ctx, nil, pragma); err != nil {
			return err
		}
	}
	return c.transaction(ctx, func() error {
		for text := range strings.SplitSeq(tables, ";\n") {
			if strings.TrimSpace(text) == "" {
				continue
			}
			if err := c.run(ctx, nil, text); err != nil {
				return err
			}
		}
		wide := map[string][]*ontology.Property{"node": o.NodeProperties, "relation": o.RelationProperties, "relation_then": o.RelationProperties}
		for table, properties := range wide {
			if err := c.columns(ctx, table, properties); err != nil {
				return err
			}
		}
		for _, t := range o.Types {
			if err := c.calendar(ctx, o, t); err != nil {
				return err
			}
			for _, p := range t.KeyProperties() {
				if !slices.Contains(t.TextKeys(), p) { // those are in name_key
					if err := c.index(ctx, "node_"+p.Name, column(p.Name)); err != nil {
						return err
					}
				}
				if p.Kind != ontology.String {
					continue
				}
				if err := c.add(ctx, "node", "k_"+p.Name, "TEXT"); err != nil {
					return err
				}
				if err := c.index(ctx, "node_plain_"+p.Name, quote("k_"+p.Name)); err != nil {
					return err
				}
			}
		}
		return c.run(ctx, nil, fmt.Sprintf("PRAGMA user_version = %d", layoutVersion))
	})
}

// index makes the index that finds nodes by a column.
func (c conn) index(ctx context.Context, name, column string) error {
	return c.run(ctx, nil, fmt.Sprintf("CREATE INDEX IF NOT EXISTS %s ON node (%s, id) WHERE %[2]s IS NOT NULL", quote(name), column))
}

// calendar makes the indexes by which nodes of a label are counted by a stretch of the calendar: all that is read of each is there.
func (c conn) calendar(ctx context.Context, o *ontology.Ontology, t *ontology.Type) error {
	for _, k := range plan.GroupKeys(o, t) {
		if k.Group.Of != plan.OfNode || k.Group.Bucket != plan.Year {
			continue
		}
		columns := column(k.Group.From)
		if k.Group.To != k.Group.From {
			columns += ", " + column(k.Group.To)
		}
		text := fmt.Sprintf("CREATE INDEX IF NOT EXISTS %s ON node (type, %s, id) WHERE type = '%s'", quote("node_"+t.Name+"_"+k.Name), columns, t.Name)
		if err := c.run(ctx, nil, text); err != nil {
			return err
		}
	}
	return nil
}

func (c conn) columns(ctx context.Context, table string, properties []*ontology.Property) error {
	affinity := map[ontology.Kind]string{ontology.Int: "INTEGER", ontology.Boolean: "INTEGER", ontology.Float: "REAL"}
	for _, p := range properties {
		if err := c.add(ctx, table, "p_"+p.Name, cmp.Or(affinity[p.Kind], "TEXT")); err != nil {
			return err
		}
	}
	return nil
}

// add adds a column that a table does not have yet.
func (c conn) add(ctx context.Context, table, name, kind string) error {
	has := false
	if err := c.run(ctx, func(row) error { has = true; return nil }, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?", table, name); err != nil || has {
		return err
	}
	return c.run(ctx, nil, fmt.Sprintf("ALTER TABLE %s ADD COLUMN %s %s", table, quote(name), kind))
}

// transaction runs with in a transaction that takes the write lock at once.
func (c conn) transaction(ctx context.Context, with func() error) error {
	if err := c.run(ctx, nil, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	whole := false
	defer func() {
		if !whole {
			_ = c.run(context.WithoutCancel(ctx), nil, "ROLLBACK")
		}
	}()
	if err := with(); err != nil {
		return err
	}
	err := c.run(ctx, nil, "COMMIT")
	whole = err == nil
	return err
}

// column is the quoted column of a property.
func column(property string) string { return quote("p_" + property) }

func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
