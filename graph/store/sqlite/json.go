package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"councilgraph/graph/ontology"
)

// part is an expression that stands in a JSON array: a value of SQL, or JSON text, whose NULL is null. JSON text is put together as text:
// what SQLite's JSON functions take as JSON they read through, each level again.
type part struct {
	expression string
	json       bool
	constant   string // the JSON text, where it is known beforehand
}

// null is the part that is null.
var null = part{"NULL", true, "null"}

// name is the part that is a name of the ontology's.
func name(text string) part { return part{"'" + text + "'", false, `"` + text + `"`} }

// sub is the part of an expression that gives JSON text.
func sub(expression string) part { return part{expression: expression, json: true} }

// values are parts that are values of SQL: whole numbers and text.
func values(expressions ...string) []part {
	parts := make([]part, len(expressions))
	for i, e := range expressions {
		parts[i] = part{expression: e}
	}
	return parts
}

// array is the text of a JSON array of any number of parts.
func array(parts ...part) string {
	const most = 40 // arguments: functions take at most 127
	if len(parts) <= most && !slices.ContainsFunc(parts, func(p part) bool { return p.json }) {
		return "json_array(" + listed(parts, func(p part) string { return p.expression }) + ")"
	}
	var texts []string // what is put together, constants as one
	constant := "["
	for i, p := range parts {
		if i > 0 {
			constant += ","
		}
		switch {
		case p.constant != "":
			constant += p.constant
			continue
		case p.json:
			p.expression = "ifnull(" + p.expression + ", 'null')"
		default:
			p.expression = "json_quote(" + p.expression + ")"
		}
		texts, constant = append(texts, "'"+constant+"'", p.expression), ""
	}
	texts = append(texts, "'"+constant+"]'")
	for len(texts) > most {
		texts = append(texts[:len(texts)-most], concat(texts[len(texts)-most:]))
	}
	return concat(texts)
}

func concat(texts []string) string {
	if len(texts) == 1 {
		return texts[0]
	}
	return "concat(" + strings.Join(texts, ", ") + ")"
}

func listed(parts []part, write func(part) string) string {
	written := make([]string, len(parts))
	for i, p := range parts {
		written[i] = write(p)
	}
	return strings.Join(written, ", ")
}

// list collects the JSON texts v of a sub-select, in its order, as the text of a JSON array. It is an error of the statement where all
// lists of its depth are larger than is allowed. What is collected by group_concat is no longer than SQLite's limit of length at any
// moment; what JSON functions collect may be.
func (w *statement) list(sub string) string {
	return fmt.Sprintf("(SELECT v FROM (SELECT concat('[', group_concat(v, ','), ']') v FROM (%s)) WHERE fits(%d, octet_length(v)))", sub, w.depth)
}

// asJSON is the part for a value of a kind.
func asJSON(expression string, kind ontology.Kind) part {
	switch kind {
	case ontology.Boolean:
		return sub("CASE " + expression + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END")
	case ontology.Float:
		// json_quote would keep 15 digits.
		return sub("CASE WHEN " + expression + " IS NOT NULL THEN printf('%!.17g', " + expression + ") END")
	}
	return part{expression: expression}
}
