package sqlite

import (
	"encoding/json"
	"fmt"

	"councilgraph/graph/plan"
)

// expand is the value of an Expand.
func (w *statement) expand(e *plan.Expand) string {
	ids, _ := json.Marshal(e.Nodes)
	nodes := "json_each(" + w.value(string(ids)) + ")"
	h := w.alias("h")
	where := func() string { return w.condition(e.Where, subject{relation: "relation", day: e.AsOf}) }
	// all that is around all nodes
	all := func() string {
		return w.ends(e.Relations, e.Direction, func(end, far, condition string) string {
			return fmt.Sprintf("SELECT %[1]s.value here, %[2]s far, relation.type, relation.id FROM %[3]s %[1]s "+
				"CROSS JOIN relation ON relation.%[4]s = %[1]s.value WHERE %[5]s%[6]s AND %[7]s",
				h, far, nodes, end, condition, w.relationThen("relation", e.AsOf), where())
		}, "SELECT NULL here, NULL far, NULL type, NULL id WHERE 0")
	}
	rows := ""
	switch {
	case e.Pairs:
		rows = w.list(fmt.Sprintf("SELECT json_array(here, far) v FROM (SELECT DISTINCT here, far FROM (%s) LIMIT %s)", all(), w.value(e.Limit)))
	case e.PerNode == 0:
		rows = w.list(fmt.Sprintf("SELECT json_array(here, far, type, id) v FROM (%s) ORDER BY here, type, id LIMIT %s", all(), w.value(e.Limit)))
	default:
		// Of each node by itself, so that an index stops at the first of a hub.
		perNode := w.value(e.PerNode)
		near := w.ends(e.Relations, e.Direction, func(end, far, condition string) string {
			return fmt.Sprintf("SELECT %[1]s far, relation.type, relation.id FROM relation WHERE %[2]s = %[3]s.value AND %[4]s%[5]s AND %[6]s",
				far, end, h, condition, w.relationThen("relation", e.AsOf), where())
		}, "SELECT NULL far, NULL type, NULL id WHERE 0")
		first := fmt.Sprintf("(SELECT concat('[', group_concat(json_array(far, type, id), ','), ']') FROM (%s ORDER BY type, id LIMIT %s))", near, perNode)
		rows = w.list(fmt.Sprintf("SELECT %[2]s v FROM %[3]s %[1]s ORDER BY %[1]s.value",
			h, array(part{expression: h + ".value"}, sub(first)), nodes))
	}
	counts := null
	if e.Counts {
		counts = sub(w.list(fmt.Sprintf("SELECT json_array(here, type, count(*)) v FROM (%s) GROUP BY here, type ORDER BY here, type", all())))
	}
	return array(sub(rows), counts)
}

// spread turns the rows that come by node into rows: all of the first nodes, at most so many.
func spread(value plan.Value, limit int) plan.Value {
	answer := value.([]plan.Value)
	rows := []plan.Value{}
	for _, node := range answer[0].([]plan.Value) {
		node := node.([]plan.Value)
		for _, r := range node[1].([]plan.Value) {
			if len(rows) == limit {
				break
			}
			rows = append(rows, append([]plan.Value{node[0]}, r.([]plan.Value)...))
		}
	}
	return []plan.Value{rows, answer[1]}
}

// statements is the value of Statements.
func (w *statement) statements(q *plan.Statements) string {
	ids, _ := json.Marshal(q.Reports)
	return w.list(fmt.Sprintf(`SELECT json_array(r.id, r.type, report, properties, position, "start", "end", rule) v FROM statement `+
		`CROSS JOIN relation r ON r.no = owner WHERE report IN (SELECT value FROM json_each(%s)) AND %s LIMIT %s`,
		w.value(string(ids)), w.typed("r", q.Relations), w.value(q.Limit)))
}
