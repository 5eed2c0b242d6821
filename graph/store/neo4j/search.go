package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

const version = "COLLECT { MATCH (l:_Layout) RETURN toString(coalesce(l.writes, 0)) }[0]"

// vocabulary is the value of a Vocabulary.
const vocabulary = "[" + version + ", COLLECT { MATCH (n:Entity) UNWIND split(n._names, ' ') AS word WITH DISTINCT word " +
	"WHERE word <> '¶' AND word <> '' RETURN word }]"

// search is the value of a Search. Words are looked up in full-text indexes, whose terms are the words of folded texts.
func (w *statement) search(q *plan.Search) string {
	n := w.variable("n")
	where := func(types []*ontology.Type) string {
		return labelled(n, types) + w.nodeThen(n, q.AsOf) + " AND " + w.condition(q.Where, subject{node: n, day: q.AsOf})
	}
	names, texts := "[]", "[]"
	if len(q.Names) > 0 && len(q.Types) > 0 {
		mentions := "0"
		if q.Mentions != nil {
			mentions = "COUNT { " + w.ties([]*ontology.Relation{q.Mentions}, ontology.In, n, q.AsOf) + " }"
		}
		names = fmt.Sprintf("COLLECT { WITH COLLECT { CALL db.index.fulltext.queryNodes('_names', %s) YIELD node AS %s WITH %[2]s "+
			"WHERE %[3]s RETURN %[2]s LIMIT %[5]s } AS found UNWIND found AS %[2]s RETURN [%[2]s.id, %[4]s, %[2]s._names%[6]s] }",
			w.value(expression(q.Names)), n, where(q.Types), mentions, w.limit(q.Limit), w.ofFew(q, n))
	}
	told := slices.DeleteFunc(slices.Clone(q.Types), func(t *ontology.Type) bool { return t.Searched == nil })
	if len(q.Texts) > 0 && len(told) > 0 {
		side, phrase := "[] AS side", ""
		if len(q.Phrase) > 0 {
			phrase = fmt.Sprintf("CALL db.index.fulltext.queryNodes('_text', %s) YIELD node AS whole ",
				w.value(expression([]plan.Clause{{Any: []plan.Phrase{{Words: q.Phrase}}}})))
			side = "collect(whole.id) AS side"
		}
		then := ""
		if q.AsOf != "" {
			then = fmt.Sprintf(" AND split(d.key, '|')[0] <= %s", w.value(q.AsOf))
		}
		texts = fmt.Sprintf("COLLECT { %sWITH %s WITH side, COLLECT { CALL db.index.fulltext.queryNodes('_text', %s) YIELD node AS %s "+
			"WITH %[4]s WHERE %[5]s RETURN %[4]s LIMIT %[7]s } AS found UNWIND found AS %[4]s RETURN [%[4]s.id, "+
			"COLLECT { MATCH (d:_Document) WHERE d.number IN %[4]s._documents%[6]s RETURN d.key ORDER BY d.key DESC LIMIT 1 }[0], %[4]s.id IN side%[8]s] }",
			phrase, side, w.value(expression(q.Texts)), n, where(told), then, w.limit(q.Limit), w.ofFew(q, n))
	}
	return "[" + version + ", " + names + ", " + texts + "]"
}

// few is how many nodes a search finds, at most, of which it gives the values at once.
const few = 50

// ofFew is the value more that a row has of a node n of those found.
func (w *statement) ofFew(q *plan.Search, n string) string {
	if q.Node == nil {
		return ""
	}
	return fmt.Sprintf(", CASE WHEN size(found) <= %d THEN %s END", few, w.tuple(q.Node, n))
}

// expression writes clauses in Lucene's query syntax. It is a value like any other; its words are letters and digits.
func expression(clauses []plan.Clause) string {
	parts := make([]string, len(clauses))
	for i, c := range clauses {
		phrases := make([]string, len(c.Any))
		for j, p := range c.Any {
			phrases[j] = `"` + strings.Join(p.Words, " ") + `"`
			if p.Prefix {
				phrases[j] += " " + p.Words[0] + "*"
			}
		}
		parts[i] = "+(" + strings.Join(phrases, " ") + ")"
		if c.Not {
			parts[i] = "-" + parts[i][1:]
		}
	}
	return strings.Join(parts, " ")
}
