package graph

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// findings is the file of the worst requests found, one body a line: councilgraph is held to its bounds under them.
var findings = filepath.Join("testdata", "hostile.jsonl")

const (
	kept     = 20 // worst requests
	ofAKind  = 2  // of them, of the same root fields
	maxTaken = 30 * time.Second
)

// finding is a request that the limits let in, and what answering it took.
type finding struct {
	seed      uint64
	kind      string // its root fields
	body      []byte
	took      time.Duration
	allocated uint64 // bytes
}

// How long, and of how many bytes, the worst request is that is let in: hostile queries are drawn over a graph of 100,000 relations with
// hubs, and each is asked under as many aliases as the limits allow. Reported are the seconds and the megabytes allocated of the worst of
// them, and their seeds; HOSTILE_UPDATE=1 writes the worst to a file.
func BenchmarkHostileQueries(b *testing.B) {
	a, resolver, docs := hubs(b, 1000)
	values := storetest.NewGraph(a.Ontology, docs).Values()
	limits := Limits{Tokens: 10_000, Aliases: 100, Cost: 5_000_000, Answer: 32 << 20} // as they are by default
	var slow, large []finding
	for seed := uint64(0); b.Loop(); seed++ {
		q := a.NewHostileQuery(rand.New(rand.NewPCG(11, seed)), values)
		text, copies := repeated(a, q, resolver.Sizes.current(), limits)
		if copies == 0 {
			continue
		}
		roots, _ := a.TryWith(q.Text, q.Variables)
		f := finding{seed: seed, kind: kind(q.Text), took: maxTaken}
		f.body, _ = json.Marshal(map[string]any{"query": text, "variables": q.Variables})
		for range 2 { // once to prepare it
			before := allocated()
			f.took = min(f.took, answered(store.WithAllowance(b.Context(), store.NewAllowance(limits.Answer)), resolver, roots))
			f.allocated = allocated() - before
		}
		f.took, f.allocated = f.took*time.Duration(copies), f.allocated*uint64(copies)
		slow = worst(slow, f, func(a, b finding) int { return cmp.Compare(b.took, a.took) })
		large = worst(large, f, func(a, b finding) int { return cmp.Compare(b.allocated, a.allocated) })
	}
	b.ReportMetric(slow[0].took.Seconds(), "worst-s")
	b.ReportMetric(float64(slow[0].seed), "worst-seed")
	b.ReportMetric(float64(large[0].allocated>>20), "most-MB")
	b.ReportMetric(float64(large[0].seed), "most-seed")
	if os.Getenv("HOSTILE_UPDATE") != "" {
		keep(b, slow, large)
	}
}

// repeated is a query with its root fields so often under other names as the limits allow; 0 copies where it is let in not even once.
func repeated(a *storetest.Asker, q storetest.RandomQuery, sizes *plan.Sizes, limits Limits) (text string, copies int) {
	roots, ok := a.TryWith(q.Text, q.Variables)
	doc, err := parser.ParseQuery(&ast.Source{Input: q.Text})
	if !ok || err != nil {
		return "", 0
	}
	for copies = min(limits.Aliases/max(1, aliases(doc)), limits.Cost/max(1, estimated(roots, sizes))); copies > 1; copies /= 2 {
		text = times(*doc, copies)
		if _, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, limits.Tokens); err != nil {
			continue
		}
		if roots, ok := a.TryWith(text, q.Variables); ok && estimated(roots, sizes) <= limits.Cost {
			return text, copies
		}
	}
	return q.Text, copies
}

// aliases counts those of a document.
func aliases(doc *ast.QueryDocument) int {
	m := measure{depths: map[string]int{}, fragments: map[string]*ast.FragmentDefinition{}, keys: map[string]int{}}
	for _, f := range doc.Fragments {
		m.fragments[f.Name] = f
	}
	m.depth(doc.Operations[0].SelectionSet, false)
	return m.aliases
}

// times writes a document with its root fields so many times, each time under other names.
func times(doc ast.QueryDocument, copies int) string {
	operation := *doc.Operations[0]
	once := operation.SelectionSet
	operation.SelectionSet = nil
	for i := range copies {
		for _, s := range once {
			if f, ok := s.(*ast.Field); ok {
				again := *f
				again.Alias = fmt.Sprintf("%s_%d", f.Alias, i)
				operation.SelectionSet = append(operation.SelectionSet, &again)
			}
		}
	}
	doc.Operations = ast.OperationList{&operation}
	var text strings.Builder
	formatter.NewFormatter(&text, formatter.WithIndent("")).FormatQueryDocument(&doc)
	return strings.Join(strings.Fields(text.String()), " ")
}

// kind are the names of a query's root fields.
func kind(text string) string {
	doc, err := parser.ParseQuery(&ast.Source{Input: text})
	if err != nil {
		return ""
	}
	var names []string
	for _, s := range doc.Operations[0].SelectionSet {
		if f, ok := s.(*ast.Field); ok {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, " ")
}

// worst are the worst findings with one more, no more than may be kept.
func worst(all []finding, f finding, order func(a, b finding) int) []finding {
	all = append(all, f)
	slices.SortStableFunc(all, order)
	same := 0
	all = slices.DeleteFunc(all, func(g finding) bool {
		if g.kind == f.kind {
			same++
		}
		return g.kind == f.kind && same > ofAKind
	})
	return all[:min(len(all), kept)]
}

// allocated is how many bytes the process has ever allocated.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// keep writes the worst requests to the file of findings: half of them the slowest, the rest the largest of the others.
func keep(b *testing.B, slow, large []finding) {
	b.Helper()
	var file bytes.Buffer
	written := map[uint64]bool{}
	add := func(f finding) {
		if !written[f.seed] && len(written) < kept {
			written[f.seed] = true
			file.Write(append(f.body, '\n'))
			b.Logf("seed %d: %s: %.1f s, %d MB", f.seed, f.kind, f.took.Seconds(), f.allocated>>20)
		}
	}
	for _, f := range slow[:min(len(slow), kept/2)] {
		add(f)
	}
	for _, f := range slices.Concat(large, slow) {
		add(f)
	}
	if err := os.WriteFile(findings, file.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
}
