package storetest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// RandomQuery is a query drawn from the served schema, with its variables. Cursors are variables $c0, $c1, …; each stands for one of those
// that the query itself serves under the same key while the variable is null.
type RandomQuery struct {
	Text      string
	Variables map[string]any
	Cursors   []string
}

// enum is a value of an enum, which is written without quotes.
type enum string

// querist draws queries. Everything follows from the schema; the names that it knows are those of Relay's connections and of the kinds of
// input.
type querist struct {
	*rand.Rand
	schema    *ast.Schema
	values    map[string][]any // by column; see Graph.Values
	fragments []string
	declared  []string // variables, as the operation declares them
	variables map[string]any
	cursors   []string
	aliases   int
	greedy    bool // whether it asks for as much as it can
	atNode    bool // whether the list that is being written is of relations at a node
}

// maxNesting is how deep lists may nest in a random query.
const maxNesting = 4

// NewRandomQuery draws a query over a graph with such values.
func (a *Asker) NewRandomQuery(r *rand.Rand, values map[string][]any) RandomQuery {
	return a.draw(&querist{Rand: r, schema: a.Schema, values: values, variables: map[string]any{}})
}

// NewHostileQuery draws a query that asks for much: long lists below each other, many conditions and long lists of values, orders and
// groups, the same again under other names.
func (a *Asker) NewHostileQuery(r *rand.Rand, values map[string][]any) RandomQuery {
	return a.draw(&querist{Rand: r, schema: a.Schema, values: values, variables: map[string]any{}, greedy: true})
}

func (a *Asker) draw(q *querist) RandomQuery {
	r := q.Rand
	var fields []string
	for range 1 + q.IntN(2) {
		root := one(r, slices.DeleteFunc(slices.Clone(a.Schema.Query.Fields), func(f *ast.FieldDefinition) bool { return strings.HasPrefix(f.Name, "__") })...)
		for q.often(30) && !strings.HasSuffix(root.Type.Name(), "Connection") { // lists are what most is to be asked of
			root = one(r, a.Schema.Query.Fields...)
		}
		if !strings.HasPrefix(root.Name, "__") {
			fields = append(fields, q.field(root, a.Schema.Query, maxNesting))
		}
	}
	if len(fields) == 0 {
		fields = []string{"__typename"}
	}
	declared := ""
	if len(q.declared) > 0 {
		declared = "query Q(" + strings.Join(q.declared, ", ") + ") "
	}
	return RandomQuery{declared + "{ " + strings.Join(append(fields, "}"), " ") + strings.Join(q.fragments, ""), q.variables, q.cursors}
}

func (q *querist) often(percent int) bool { return q.IntN(100) < percent }

// many is n where a query is modest, else up to most, each power of ten as often as the other.
func (q *querist) many(n, most int) int {
	if !q.greedy {
		return n
	}
	return int(math.Pow(float64(most), q.Float64()))
}

// field writes a field of a type, with its selection where it has one; deep is how many lists may still nest in it.
func (q *querist) field(f *ast.FieldDefinition, of *ast.Definition, deep int) string {
	typ := q.schema.Types[f.Type.Name()]
	list := strings.HasSuffix(typ.Name, "Connection")
	if list {
		defer func(was bool) { q.atNode = was }(q.atNode)
		q.atNode = of != q.schema.Query
	}
	var extra string
	var args []string
	switch {
	case list:
		args, extra = q.window(f, deep)
		args = append(args, q.arguments(f, "first", "last", "after", "before")...)
	case of == q.schema.Query && len(f.Arguments) > 1 && !f.Arguments[0].Type.NonNull: // a lookup
		args = q.lookup(f)
	default:
		args = q.arguments(f)
	}
	text := f.Name
	if len(args) > 0 {
		text += "(" + strings.Join(args, ", ") + ")"
	}
	q.aliases++
	if typ.IsLeafType() && len(args) == 0 && f.Type.NonNull && of.Kind == ast.Object {
		return text // may stand twice
	}
	text = fmt.Sprintf("a%d: %s", q.aliases, text)
	if q.often(5) {
		text += one(q.Rand, " @include(if: true)", " @skip(if: false)", " @skip(if: true)", " @include(if: false)")
	}
	if typ.IsLeafType() {
		return text
	}
	whole := text + " " + q.selection(typ, deep, extra)
	if q.often(8) && deep > 1 {
		whole += " " + text + " " + q.selection(typ, deep-1, "") // the two are merged
	}
	return whole
}

// selection writes a selection set.
func (q *querist) selection(typ *ast.Definition, deep int, extra string) string {
	var parts []string
	if extra != "" {
		parts = append(parts, extra)
	}
	if q.often(15) {
		parts = append(parts, "__typename")
	}
	composites := 0
	for range 1 + q.IntN(4) {
		if len(typ.Fields) == 0 {
			break // a union
		}
		f := one(q.Rand, typ.Fields...)
		to := q.schema.Types[f.Type.Name()]
		next := deep
		if !to.IsLeafType() {
			if strings.HasSuffix(to.Name, "Connection") || f.Name == "evidence" || f.Type.Elem != nil {
				next--
			}
			if composites++; composites > 2 || next < 0 || deep < 0 {
				continue
			}
			if to.IsAbstractType() || len(to.Interfaces) > 0 {
				next = min(next, deep)
			}
			if next == deep && q.often(50) && typ.Name != to.Name {
				next = deep - 1 // from a node to a node, to the other: this must end too
			}
		}
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		parts = append(parts, q.field(f, typ, next))
	}
	if typ.IsAbstractType() {
		for range q.IntN(3) {
			to := one(q.Rand, q.schema.GetPossibleTypes(typ)...)
			parts = append(parts, "... on "+to.Name+" "+q.selection(to, deep-1, ""))
		}
	}
	if len(parts) == 0 {
		parts = []string{"__typename"}
	}
	set := "{ " + strings.Join(parts, " ") + " }"
	switch {
	case q.often(8):
		return "{ ... " + set + " }"
	case q.often(8):
		name := fmt.Sprintf("F%d", len(q.fragments))
		q.fragments = append(q.fragments, fmt.Sprintf(" fragment %s on %s %s", name, typ.Name, set))
		return "{ ..." + name + " }"
	}
	return set
}

// window draws first or last, where the list has it, and now and then a cursor, for which the selection must serve some.
func (q *querist) window(f *ast.FieldDefinition, deep int) (args []string, extra string) {
	most := 3
	if deep == maxNesting {
		most = 6
	}
	most = q.many(most, 1000)
	switch {
	case deep == maxNesting && q.often(10): // twenty
	case f.Arguments.ForName("last") == nil || q.often(50):
		args = append(args, fmt.Sprintf("first: %d", q.IntN(most+1)))
	default:
		args = append(args, fmt.Sprintf("last: %d", q.IntN(most+1)))
	}
	for _, name := range []string{"after", "before"} {
		if f.Arguments.ForName(name) != nil && q.often(12) {
			c := fmt.Sprintf("c%d", len(q.cursors))
			q.cursors = append(q.cursors, c)
			q.declared = append(q.declared, "$"+c+": String")
			args = append(args, name+": $"+c)
			extra += c + ": edges { cursor } "
		}
	}
	return args, extra
}

// lookup draws one key.
func (q *querist) lookup(f *ast.FieldDefinition) (args []string) {
	by := []string{f.Arguments[1+q.IntN(len(f.Arguments)-1)].Name}
	switch {
	case by[0] == "start" || by[0] == "end":
		by = []string{"start", "end"}
	case by[0] == "asOf":
		by = []string{"id"}
	}
	if q.often(20) {
		by = append(by, "asOf")
	}
	for _, name := range by {
		args = append(args, name+": "+q.literal(q.value(f.Arguments.ForName(name).Type, q.column(f, name), 0)))
	}
	return args
}

var byCalendar = regexp.MustCompile(`by: \w+_(DAY|WEEK|MONTH|QUARTER|YEAR)`)

// arguments draws the arguments of a field but those left out: all that it needs, some that it may have.
func (q *querist) arguments(f *ast.FieldDefinition, without ...string) (args []string) {
	for _, a := range f.Arguments {
		often := 35
		switch {
		case slices.Contains(without, a.Name), a.Name == "fill" && !byCalendar.MatchString(strings.Join(args, " ")): // else it is refused
			continue
		case a.Type.NonNull && a.DefaultValue == nil:
			often = 100
		case a.Name == "asOf" || a.Name == "after" || a.Name == "evidence":
			often = 10
		case q.greedy:
			often = 60
		}
		if !q.often(often) {
			continue
		}
		v := q.value(a.Type, q.column(f, a.Name), 0)
		if !q.often(12) {
			args = append(args, a.Name+": "+q.literal(v))
			continue
		}
		variable := fmt.Sprintf("v%d", len(q.declared))
		q.declared = append(q.declared, fmt.Sprintf("$%s: %s", variable, a.Type))
		q.variables[variable] = plain(v)
		args = append(args, a.Name+": $"+variable)
	}
	return args
}
