package sqlite

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"councilgraph/graph/store"
)

// Backup writes the graph as it is to a new file, while others read and write. The file is a store of its own.
func (s *Store) Backup(ctx context.Context, file string) error {
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		return fmt.Errorf("back up to %s: it is there already: name a new file", file)
	}
	err := s.write(ctx, func(c conn) error { return c.run(ctx, nil, "VACUUM INTO ?", file) })
	if err != nil {
		return fmt.Errorf("back up to %s: %w: check that its folder is there, can be written and has room", file, errors.Join(err, os.Remove(file)))
	}
	return nil
}

// Check looks whether the file is whole, and whether each node and each relation is what the documents' statements add up to. It gives what
// is wrong, and changes nothing. Nobody writes meanwhile.
func (s *Store) Check(ctx context.Context) (wrong []string, err error) {
	done := s.write(ctx, func(c conn) error {
		return c.transaction(ctx, func() error {
			wrong, err = s.check(ctx, c)
			return errPreview
		})
	})
	if !errors.Is(done, errPreview) {
		err = errors.Join(err, done)
	}
	if err != nil {
		return wrong, fmt.Errorf("check the store: %w", err)
	}
	return wrong, nil
}

func (s *Store) check(ctx context.Context, c conn) (wrong []string, err error) {
	found := func(format string) func(row) error {
		return func(r row) error {
			wrong = append(wrong, fmt.Sprintf(format, r.text(0)))
			return nil
		}
	}
	if err := c.run(ctx, func(r row) error {
		if r.text(0) != "ok" {
			wrong = append(wrong, "the file is damaged: "+r.text(0))
		}
		return nil
	}, "PRAGMA integrity_check"); err != nil || len(wrong) > 0 {
		return wrong, err
	}
	for _, index := range []string{"name_text", "paragraph_text"} {
		if err := c.run(ctx, nil, "INSERT INTO "+index+" ("+index+") VALUES ('integrity-check')"); err != nil {
			wrong = append(wrong, "the full-text index "+index+" is damaged")
		}
	}
	if err := c.run(ctx, found("the relation %s is there without a statement"),
		"SELECT id FROM relation WHERE no NOT IN (SELECT owner FROM statement)"); err != nil {
		return wrong, err
	}
	if err := c.run(ctx, found("a relation of the report %s is missing, though it is told"),
		"SELECT DISTINCT report FROM statement WHERE owner > 0 AND owner NOT IN (SELECT no FROM relation) ORDER BY report"); err != nil {
		return wrong, err
	}
	was, err := digests(ctx, c)
	if err != nil {
		return wrong, err
	}
	if err := s.sumAll(ctx, c); err != nil {
		return wrong, err
	}
	is, err := digests(ctx, c)
	if err != nil {
		return wrong, err
	}
	for _, id := range slices.Sorted(maps.Keys(was)) {
		if was[id] != is[id] {
			wrong = append(wrong, id+" is not what the documents say")
		}
	}
	for _, id := range slices.Sorted(maps.Keys(is)) {
		if _, ok := was[id]; !ok {
			wrong = append(wrong, id+" is missing, though documents tell of it")
		}
	}
	return wrong, nil
}

// sumAll computes all nodes and relations again.
func (s *Store) sumAll(ctx context.Context, c conn) error {
	var nodes []string
	var triples []store.Triple
	l := newLedger(ctx, c, s.o, s.tables)
	defer l.close()
	l.exec("DELETE FROM name_text") // those of nodes that are missing, too
	l.exec("DELETE FROM paragraph_text")
	l.exec("DELETE FROM statement WHERE owner < 0 AND -owner NOT IN (SELECT no FROM node)") // those whose numbers are free
	l.exec("DELETE FROM statement WHERE owner > 0 AND owner NOT IN (SELECT no FROM relation)")
	if err := errors.Join(
		l.read(func(r row) error { nodes = append(nodes, r.text(0)); return nil }, "SELECT node FROM tells UNION SELECT id FROM node"),
		l.read(func(r row) error {
			triples = append(triples, store.Triple{From: r.text(0), Relation: r.text(1), To: r.text(2)})
			return nil
		},
			"SELECT from_id, type, to_id FROM relation UNION SELECT from_id, type, to_id FROM reference WHERE to_id IS NOT NULL")); err != nil {
		return err
	}
	if err := store.AddUp(l, s.o, nodes, triples); err != nil {
		return err
	}
	return l.wait()
}

// digests are of all that is computed: nodes, relations and their evidence, by what they are of.
func digests(ctx context.Context, c conn) (map[string][sha256.Size]byte, error) {
	all := map[string][sha256.Size]byte{}
	for _, of := range []struct{ kind, text string }{
		{"the node ", "SELECT id, * FROM node ORDER BY id"},
		{"the relation ", "SELECT id, * FROM relation ORDER BY id"},
		{"the evidence of ", "SELECT r.id, s.* FROM relation AS r CROSS JOIN statement AS s ON s.owner = r.no ORDER BY r.no, s.rank"},
		{"the evidence of ", "SELECT n.id, s.* FROM node AS n CROSS JOIN statement AS s ON s.owner = -n.no ORDER BY n.no, s.rank"},
		{"the names of ", "SELECT node, * FROM name_key ORDER BY node, folded, written"},
	} {
		err := c.run(ctx, func(r row) error {
			id := of.kind + r.text(0)
			before := all[id]
			line := []string{string(before[:])}
			for i := 1; i < r.ColumnCount(); i++ {
				if name := r.ColumnName(i); name != "no" && name != "owner" { // the row's number, which is another one each time
					line = append(line, r.ColumnType(i).String(), r.text(i))
				}
			}
			all[id] = sha256.Sum256([]byte(strings.Join(line, "\x00")))
			return nil
		}, of.text)
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}
