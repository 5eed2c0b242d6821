package storetest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"councilgraph/graph/answer"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/walk"
)

// root is the module's folder.
func root() string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "..", "..", "..")
}

// Asker asks stores in GraphQL: it plans, fetches and writes the answer as the server does.
type Asker struct {
	Ontology *ontology.Ontology
	Schema   *ast.Schema
}

// NewAsker reads the served schema.
func NewAsker(t testing.TB) *Asker {
	t.Helper()
	served, err := os.ReadFile(filepath.Join(root(), "graph", "served.graphqls"))
	if err != nil {
		t.Fatal(err)
	}
	return &Asker{Ontology(t), gqlparser.MustLoadSchema(&ast.Source{Name: "served.graphqls", Input: string(served)})}
}

// Plans plans the root fields of a query.
func (a *Asker) Plans(t testing.TB, query string) []plan.Root {
	t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(a.Schema, query, rules.NewDefaultRules())
	if len(errs) > 0 {
		t.Fatalf("%s: %v", query, errs)
	}
	roots, err := plan.New(a.Ontology, doc.Operations[0], map[string]any{})
	if err != nil {
		t.Fatal(err)
	}
	return roots
}

// Try plans a query that may be invalid; ok is false where it is, or where it is refused as a whole.
func (a *Asker) Try(query string) (roots []plan.Root, ok bool) {
	return a.TryWith(query, map[string]any{})
}

// TryWith is Try with variables.
func (a *Asker) TryWith(query string, variables map[string]any) (roots []plan.Root, ok bool) {
	doc := a.Parse(query)
	if doc == nil {
		return nil, false
	}
	return a.plan(doc, variables)
}

// Parse reads a query of one operation; nil where it is invalid.
func (a *Asker) Parse(query string) *ast.OperationDefinition {
	doc, errs := gqlparser.LoadQueryWithRules(a.Schema, query, rules.NewDefaultRules())
	if len(errs) > 0 || len(doc.Operations) != 1 {
		return nil
	}
	return doc.Operations[0]
}

func (a *Asker) plan(operation *ast.OperationDefinition, variables map[string]any) ([]plan.Root, bool) {
	roots, err := plan.New(a.Ontology, operation, variables)
	return roots, err == nil
}

// Ask answers each root field on a line of its own, with its errors behind it.
func (a *Asker) Ask(t testing.TB, s store.Store, query string) string {
	t.Helper()
	return answers(s, a.Plans(t, query))
}

func answers(s store.Store, roots []plan.Root) string {
	var b strings.Builder
	together := gathered(s, roots)
	for _, r := range roots {
		fmt.Fprint(&b, r.Key, ": ")
		if r.Err != nil {
			fmt.Fprintln(&b, r.Err.Code, r.Err)
			continue
		}
		value, err := together[r.Key], error(nil)
		if value == nil {
			r, value, err = fetch(s, r)
		}
		if e := (*plan.Error)(nil); errors.As(err, &e) {
			fmt.Fprintln(&b, e.Code, e)
			continue
		}
		if err != nil {
			fmt.Fprintln(&b, "the store failed:", err)
			continue
		}
		json, fields, err := answer.Write(r.Plan, r.Key, value, false, nil)
		var input *plan.Error
		switch {
		case errors.As(err, &input):
			fmt.Fprintln(&b, input.Code, input, input.Extra)
		case json == nil:
			fmt.Fprintln(&b, "null", fields)
		default:
			fmt.Fprintln(&b, string(json.JSON), fields)
		}
	}
	return b.String()
}

// gathered are the values of those root fields that can be fetched as one query, where there are several.
func gathered(s store.Store, roots []plan.Root) map[string]plan.Value {
	q, keys := &plan.Several{}, []string{}
	for _, r := range roots {
		if r.Err == nil && len(r.References) == 0 && r.Plan.Walk == nil {
			q.Of, keys = append(q.Of, r.Plan.Query), append(keys, r.Key)
		}
	}
	if len(keys) < 2 {
		return nil
	}
	value, err := s.Fetch(context.Background(), q)
	if err != nil {
		return nil
	}
	values := map[string]plan.Value{}
	for i, v := range value.([]plan.Value) {
		values[keys[i]] = v
	}
	return values
}

// fetch has a store find the references of a root field, and answer its plan.
func fetch(s store.Store, r plan.Root) (plan.Root, plan.Value, error) {
	r, err := walk.Find(context.Background(), s.Fetch, r)
	if err != nil {
		return r, nil, err
	}
	var value plan.Value
	if r.Plan.Walk != nil {
		value, err = (&walk.Walker{Store: s}).Answer(context.Background(), r.Plan.Walk)
	} else {
		value, err = s.Fetch(context.Background(), r.Plan.Repeated())
	}
	return r, value, err
}

// dump is all that a store holds.
const dump = `{
	entities(first: 1000) { totalCount nodes { __typename id name aliases
		... on Report { series symbol title date distributed language sourceName contentHash textSource restates covers { name }
			follows { nodes { name } } followedBy { nodes { name } } }
		... on Paragraph { part paragraphKind number occurrence position heading text report { symbol } }
		... on Organization { organizationKind } ... on Place { placeKind } ... on Resolution { number year }
		... on Event { eventKind date dateFrom dateTo description evidenceCount evidence(first: 1000) { ...E }
			participants { edges { cursor node { name } relation { role } } } }
		... on Observation { metric value unit approximate breakdown of { name } report { symbol } evidence { ...E } evidenceCount }
	} }
	relations(first: 1000) { totalCount nodes { id type from { id } to { id } date dateFrom dateTo title former since until status
		charge sentence role item personnel
		evidence(first: 1000) { ...E } evidenceCount reportCount } }
}
fragment E on Evidence { id quote start end rule report { id } paragraph { id number } }`

// Queries are asked of every store; the answers must be the same bytes.
var Queries = []string{
	dump,
	`{ person(name: "agim đorđević") { name aliases indictedBy { totalCount edges { node { name } relation { id status charge date
		dateFrom dateTo evidence(first: 1) { id } } } } } }`,
	`{ a: person(name: "Đorđević") { name } b: person(name: "dordevic") { name } c: person(name: "nobody") { name }
		d: court(name: "THE BASIC COURT of Priština") { name } }`,
	`{ report(symbol: "S/2012/275") { name followedBy { nodes { symbol } } } r: report(symbol: "S/2021/228") { restates
		paragraphs(last: 1) { nodes { number } pageInfo { hasNextPage hasPreviousPage } } } none: report(symbol: "S/1900/1") { id } }`,
	`{ period(start: "2012-01-16", end: "2012-04-15") { coveredBy { nodes { symbol } } } bad: period(start: "yesterday",
		end: "2012-04-15") { id } resolution(number: 1244) { id } }`,
	`{ organization(name: "EULEX") { cooperatesWith { nodes { name } } out: relations(direction: OUT, types: [COOPERATES_WITH]) {
		nodes { id } edges { other { __typename name } } } in: relations(direction: IN, types: [COOPERATES_WITH]) { totalCount }
		none: relations(types: []) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`,
	`{ paragraphs(first: 1) { nodes { ...X mentions(first: 3) { nodes { __typename ...X ... on Place { placeKind
		occurrences { totalCount } } } pageInfo { hasNextPage hasPreviousPage } } } } }
	 fragment X on Node { id ... on Entity { aliases name relations(first: 2) { totalCount
		edges { cursor node { type from { name } to { __typename } } } } } }`,
	`{ places(first: 0) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
		zero: places(last: 0) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`,
	`{ both: places(first: 1, last: 1) { totalCount } negative: places(first: -1) { totalCount }
		many: places(first: 1001) { totalCount } cursor: places(after: "x") { totalCount } key: person { name }
		keys: person(id: "a", name: "b") { name } }`,
	`{ observations { nodes { value approximate unit breakdown evidenceCount of { __typename ... on Organization { organizationKind } } } } }`,
	`{ node(id: "nothing") { id } nodes(ids: ["nothing", "rubbish"]) { __typename } }`,
}

// Run holds a store to the suite. open gives an empty store each time; it is closed by the suite.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	a := NewAsker(t)
	docs := Corpus(a.Ontology)
	ctx := context.Background()
	full := map[string]string{}
	filled := open(t)
	defer filled.Close()
	if outcomes, err := filled.Write(ctx, docs, store.WriteOptions{}); err != nil || len(outcomes) != len(docs) {
		t.Fatal(outcomes, err)
	}
	for _, q := range Queries {
		full[q] = a.Ask(t, filled, q)
	}

	t.Run("answers are those of the oracle", func(t *testing.T) {
		oracle := NewOracle(a.Ontology)
		if _, err := oracle.Write(ctx, docs, store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		for _, q := range Queries {
			if want := a.Ask(t, oracle, q); full[q] != want {
				t.Errorf("%s\n got %s\nwant %s", q, full[q], want)
			}
		}
	})
	t.Run("no more is fetched than is allowed", func(t *testing.T) { allowed(t, a, filled) })
	t.Run("loading twice changes nothing", func(t *testing.T) {
		written(t, filled, store.Unchanged, docs...)
		if got := a.Ask(t, filled, dump); got != full[dump] {
			t.Errorf("got %s\nwant %s", got, full[dump])
		}
	})
	t.Run("counts and headers", func(t *testing.T) {
		n, err := filled.Count(ctx)
		if err != nil || n.Reports != 3 || n.Nodes == 0 || n.Evidence == 0 || n.Newest.IsZero() {
			t.Errorf("%+v, %v", n, err)
		}
		held, err := filled.Held(ctx)
		if err != nil || len(held) != 3 {
			t.Errorf("%v, %v", held, err)
		}
	})
	t.Run("a document that contradicts itself leaves nothing behind", func(t *testing.T) {
		bad := corrected(a.Ontology)
		bad.Relations = slices.Clone(bad.Relations)
		bad.Relations[len(bad.Relations)-1].To = "n0"
		if _, err := filled.Write(ctx, []store.Document{bad}, store.WriteOptions{}); err == nil {
			t.Error("was written")
		}
		if got := a.Ask(t, filled, dump); got != full[dump] {
			t.Error("the graph changed")
		}
	})
	t.Run("another symbol for one series and period is refused", func(t *testing.T) {
		d := corrected(a.Ontology)
		d.Symbol, d.Hash = "S/2012/999", "other"
		written(t, filled, store.Refused, d)
	})
	t.Run("a cancelled request ends", func(t *testing.T) {
		cancelled, cancel := context.WithCancel(ctx)
		cancel()
		if _, err := filled.Fetch(cancelled, a.Plans(t, `{ persons { totalCount } }`)[0].Plan.Query); err == nil {
			t.Error("answered")
		}
	})
	t.Run("the contract, sentence by sentence", func(t *testing.T) {
		s := open(t)
		defer s.Close()
		a.conform(t, s)
	})
	// The last one opens a store again, which may empty the database that the first is in.
	t.Run("any order of loading gives the same graph", func(t *testing.T) {
		s := open(t)
		defer s.Close()
		anyOrder(t, a, s, docs, full)
	})
}

// written writes documents one by one, each with the outcome that is wanted.
func written(t *testing.T, s store.Store, want store.Result, docs ...store.Document) {
	t.Helper()
	for _, d := range docs {
		outcomes, err := s.Write(context.Background(), []store.Document{d}, store.WriteOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if outcomes[0].Result != want {
			t.Fatalf("%s: %v, want %v (%v)", d.SourceName, outcomes[0].Result, want, outcomes[0].Refusal)
		}
	}
}

// anyOrder loads the documents in another order than that in which they gave the full answers, corrects one, and takes that back.
func anyOrder(t *testing.T, a *Asker, s store.Store, docs []store.Document, full map[string]string) {
	written(t, s, store.New, docs[2], docs[1], docs[0])
	for _, q := range Queries {
		if got := a.Ask(t, s, q); got != full[q] {
			t.Errorf("%s\n got %s\nwant %s", q, got, full[q])
		}
	}
	again := corrected(a.Ontology)
	written(t, s, store.Changed, again)
	oracle := NewOracle(a.Ontology)
	if _, err := oracle.Write(context.Background(), []store.Document{docs[0], again, docs[2]}, store.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	if got, want := a.Ask(t, s, dump), a.Ask(t, oracle, dump); got != want {
		t.Errorf("after a correction:\n got %s\nwant %s", got, want)
	}
	written(t, s, store.Changed, docs[1])
	if got := a.Ask(t, s, dump); got != full[dump] {
		t.Errorf("after the old text came back:\n got %s\nwant %s", got, full[dump])
	}
	written(t, s, store.Changed, documentItself(docs[2]))
	written(t, s, store.Unchanged, docs[2])
}

// documentItself is the document that a restatement retells.
func documentItself(restatement store.Document) store.Document {
	restatement.Symbol, restatement.Restates, restatement.Hash = restatement.Restates, "", "itself"
	return restatement
}
