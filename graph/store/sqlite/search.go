package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// vocabulary is the value of a Vocabulary.
var vocabulary = array(part{expression: changes}, sub("(SELECT json_group_array(term) FROM name_word WHERE term <> '¶')"))

// changes is the number of changes so far, as text.
const changes = "(SELECT CAST(number AS TEXT) FROM change)"

// search is the value of a Search. Words are looked up in full-text indexes (https://www.sqlite.org/fts5.html), whose tokens are the words
// of folded texts.
func (w *statement) search(q *plan.Search) string {
	n := w.alias("n")
	s := subject{node: n, day: q.AsOf}
	found := func(index string, clauses []plan.Clause, types []*ontology.Type, value func() string) string {
		if len(clauses) == 0 || len(types) == 0 {
			return "json_array()"
		}
		return w.list(fmt.Sprintf("SELECT %[1]s v FROM %[2]s CROSS JOIN node %[3]s ON %[3]s.no = %[2]s.rowid WHERE %[2]s MATCH %[4]s "+
			"AND %[5]s%[6]s AND %[7]s LIMIT %[8]s",
			value(), index, n, w.value(expression(clauses)), w.labelled(n, types), w.nodeThen(n, q.AsOf), w.condition(q.Where, s), w.value(q.Limit)))
	}
	names := found("name_text", q.Names, q.Types, func() string {
		mentions := "0"
		if q.Mentions != nil {
			mentions = fmt.Sprintf("(SELECT count(*) FROM relation WHERE to_id = %s.id AND %s%s)",
				n, w.typed("relation", []*ontology.Relation{q.Mentions}), w.relationThen("relation", q.AsOf))
		}
		return fmt.Sprintf("json_array(%s.id, %s, name_text.text)", n, mentions)
	})
	told := slices.DeleteFunc(slices.Clone(q.Types), func(t *ontology.Type) bool { return t.Searched == nil })
	texts := found("paragraph_text", q.Texts, told, func() string {
		phrase := "'false'"
		if len(q.Phrase) > 0 {
			phrase = fmt.Sprintf("iif(%s.no IN (SELECT rowid FROM paragraph_text WHERE paragraph_text MATCH %s), 'true', 'false')",
				n, w.value(expression([]plan.Clause{{Any: []plan.Phrase{{Words: q.Phrase}}}})))
		}
		key := fmt.Sprintf("(SELECT max(key) FROM tells WHERE node = %s.id%s)", n, w.toldThen("tells", q.AsOf))
		return array(append(values(n+".id", key), sub(phrase))...)
	})
	return array(part{expression: changes}, sub(names), sub(texts))
}

// expression writes clauses as a full-text query. It is a value like any other; its words are letters and digits.
func expression(clauses []plan.Clause) string {
	var wanted, not []string
	for _, c := range clauses {
		phrases := make([]string, len(c.Any))
		for i, p := range c.Any {
			phrases[i] = `"` + strings.Join(p.Words, " ") + `"`
			if p.Prefix {
				phrases[i] += "*"
			}
		}
		one := "(" + strings.Join(phrases, " OR ") + ")"
		if c.Not {
			not = append(not, one)
		} else {
			wanted = append(wanted, one)
		}
	}
	text := strings.Join(wanted, " AND ")
	if len(not) > 0 {
		text = "(" + text + ") NOT (" + strings.Join(not, " OR ") + ")"
	}
	return text
}
