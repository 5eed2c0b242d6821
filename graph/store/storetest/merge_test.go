package storetest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"councilgraph/graph/fold"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// A second telling of the two rules by which documents add up, as near to the words of the design as Go gets.

// said is one key of a statement: absent, a folded text, or an interval.
type said struct {
	text, from, to string
}

func (s said) absent() bool { return s == said{} }
func (s said) contains(t said) bool {
	return s.from != "" && t.from != "" && s.from <= t.from && t.to <= s.to
}

func keysSaid(r *ontology.Relation, s store.Told) (keys []said) {
	text := func(name string) string { v, _ := s.Properties[name].(string); return v }
	for _, p := range r.Key {
		if p.Kind == ontology.String {
			keys = append(keys, said{text: fold.Name(text(p.Name))})
		} else {
			keys = append(keys, said{text: text(p.Name)})
		}
	}
	if r.KeyInterval {
		keys = append(keys, said{from: text("dateFrom"), to: text("dateTo")})
	}
	return keys
}

// saysLess: "A says less than B if each key of A is absent, equal to B's, or an interval that contains B's, and not all are equal."
func saysLess(a, b []said) bool {
	for i := range a {
		if !a[i].absent() && a[i] != b[i] && !a[i].contains(b[i]) {
			return false
		}
	}
	return !slices.Equal(a, b)
}

// relationKeys: with which keys the relation stands that statement s is a part of, among all statements on (type, from, to).
func relationKeys(r *ontology.Relation, s store.Told, all []store.Told) []said {
	mine := keysSaid(r, s)
	var above [][]said // the maximal ones that say more
	for _, m := range all {
		keys := keysSaid(r, m)
		maximal := !slices.ContainsFunc(all, func(o store.Told) bool { return saysLess(keys, keysSaid(r, o)) })
		known := slices.ContainsFunc(above, func(k []said) bool { return slices.Equal(k, keys) })
		if maximal && saysLess(mine, keys) && !known {
			above = append(above, keys)
		}
	}
	if len(above) == 1 {
		return above[0]
	}
	return mine
}

// later says whether a stands after b: by report, then by place in the text, then, as anything will do, by what is said.
func later(a, b store.Told) bool {
	place := func(t store.Told) []int {
		if t.Evidence == nil {
			return nil
		}
		return []int{t.Evidence.Position, t.Evidence.Start, t.Evidence.End}
	}
	rule := func(t store.Told) string {
		if t.Evidence == nil {
			return ""
		}
		return t.Evidence.Rule
	}
	return cmp.Or(strings.Compare(a.ReportKey, b.ReportKey), slices.Compare(place(a), place(b)), strings.Compare(rule(a), rule(b)),
		strings.Compare(store.EncodeProperties(a.Properties), store.EncodeProperties(b.Properties))) > 0
}

// lastWord is the last statement of those that state a property; nil where none does.
func lastWord(told []store.Told, property string) *store.Told {
	var last *store.Told
	for i, t := range told {
		if _, ok := t.Properties[property]; ok && (last == nil || later(t, *last)) {
			last = &told[i]
		}
	}
	return last
}

func valueSaid(r *ontology.Relation, p *ontology.Property, stating, all []store.Told) any {
	ofInterval := slices.Contains([]string{"date", "dateFrom", "dateTo"}, p.Name)
	isKey := slices.Contains(r.Key, p) || r.KeyInterval && ofInterval
	among := all
	if isKey {
		among = stating
	}
	by := p.Name
	if ofInterval && !r.KeyInterval {
		by = "dateFrom" // the three are one thing that is said
	}
	last := lastWord(among, by)
	if last == nil {
		return nil
	}
	if p.Furthest {
		furthest := -1
		for _, t := range among {
			if v, ok := t.Properties[p.Name].(string); ok && t.ReportKey == last.ReportKey {
				furthest = max(furthest, slices.Index(p.Values, v))
			}
		}
		return p.Values[furthest]
	}
	return last.Properties[p.Name]
}

// sumOf is what a relation adds up to, without its order.
type sumOf struct {
	Properties  map[string]any
	Ordinal     int
	FirstTold   string
	ReportCount int
	Told        map[string]bool
}

func toldOnce(t store.Told) string {
	e := ""
	if t.Evidence != nil {
		e = store.EncodeProperties(map[string]any{"p": t.Evidence.Paragraph, "n": int64(t.Evidence.Position), "s": int64(t.Evidence.Start), "e": int64(t.Evidence.End), "r": t.Evidence.Rule})
	}
	return strings.Join([]string{t.ReportKey, store.EncodeProperties(t.Properties), store.EncodeProperties(map[string]any{"o": int64(t.Ordinal)}), e}, "\x00")
}

func naiveRelations(r *ontology.Relation, from, to string, all []store.Told) map[string]sumOf {
	groups := map[string][]store.Told{}
	stating := map[string][]store.Told{}
	for _, s := range all {
		keys := relationKeys(r, s, all)
		var parts []string
		for _, k := range keys[:len(r.Key)] {
			parts = append(parts, k.text)
		}
		if r.KeyInterval {
			parts = append(parts, keys[len(r.Key)].from, keys[len(r.Key)].to)
		}
		id := r.ID(from, to, parts...)
		groups[id] = append(groups[id], s)
		if slices.Equal(keys, keysSaid(r, s)) {
			stating[id] = append(stating[id], s)
		}
	}
	sums := map[string]sumOf{}
	for id, group := range groups {
		sum := sumOf{Properties: map[string]any{}, Ordinal: group[0].Ordinal, FirstTold: group[0].Day(), Told: map[string]bool{}}
		reports := map[string]bool{}
		for _, s := range group {
			sum.Ordinal = min(sum.Ordinal, s.Ordinal)
			sum.FirstTold = min(sum.FirstTold, s.Day())
			sum.Told[toldOnce(s)] = true
			reports[s.Report()] = true
		}
		sum.ReportCount = len(reports)
		for _, p := range r.Properties {
			if v := valueSaid(r, p, stating[id], group); v != nil {
				sum.Properties[p.Name] = v
			}
		}
		sums[id] = sum
	}
	return sums
}

// drawTold draws statements on one (type, from, to): many meet.
func drawTold(t *rapid.T, r *ontology.Relation) []store.Told {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) store.Told {
		report := rapid.IntRange(1, 4).Draw(t, "report")
		told := store.Told{
			ReportKey:  store.Header{Report: ontology.NodeID("", string(rune('a'+report))), Told: []string{"", "2020-12-31", "2020-12-31", "2021-03-31"}[report-1]}.Key(),
			Properties: drawStated(t, r),
			Ordinal:    rapid.IntRange(0, 2).Draw(t, "ordinal"),
		}
		if r.Evidenced {
			paragraph := rapid.IntRange(1, 2).Draw(t, "paragraph")
			start := rapid.IntRange(0, 2).Draw(t, "start")
			told.Evidence = &store.Evidence{Paragraph: ontology.NodeID("", fmt.Sprint(report, paragraph)), Position: paragraph,
				Start: start, End: start + rapid.IntRange(1, 2).Draw(t, "length"), Rule: rapid.SampledFrom([]string{"one", "two"}).Draw(t, "rule")}
		}
		return told
	}), 1, 8).Draw(t, "told")
}

func TestRelationsAreWhatTheDesignSays(t *testing.T) {
	o := Ontology(t)
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(o.Relations).Draw(t, "type")
		told := drawTold(t, r)
		want := naiveRelations(r, "from", "to", told)
		got := map[string]sumOf{}
		for _, rel := range store.Relations(r, "from", "to", slices.Clone(told)) {
			sum := sumOf{rel.Properties, rel.Ordinal, rel.FirstTold, rel.ReportCount, map[string]bool{}}
			for i, s := range rel.Told {
				once := toldOnce(s)
				if sum.Told[once] {
					t.Fatalf("a statement stands twice: %q", once)
				}
				sum.Told[once] = true
				if i > 0 && s.ReportKey > rel.Told[i-1].ReportKey {
					t.Fatalf("an older report's evidence comes first")
				}
			}
			got[rel.ID] = sum
		}
		if d := gocmp.Diff(want, got); d != "" {
			t.Fatalf("-the design's words +store.Relations\n%s", d)
		}
	})
}

func TestRelationsDependOnTheSetAlone(t *testing.T) {
	o := Ontology(t)
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(o.Relations).Draw(t, "type")
		told := drawTold(t, r)
		other := rapid.Permutation(append(slices.Clone(told), told[0])).Draw(t, "another order, one said twice")
		a, b := store.Relations(r, "from", "to", told), store.Relations(r, "from", "to", other)
		if d := gocmp.Diff(a, b, gocmp.Comparer(func(a, b *ontology.Relation) bool { return a == b })); d != "" {
			t.Fatal(d)
		}
		for _, rel := range a {
			ids := map[string]bool{}
			for i, s := range rel.Told {
				if s.Evidence == nil {
					continue
				}
				if ids[rel.EvidenceID(i)] {
					t.Fatalf("two pieces of evidence have one id: %v", rel.Told)
				}
				ids[rel.EvidenceID(i)] = true
			}
		}
	})
}

// naiveName: "an acronym, or a surname alone, is never the name where a fuller form is held; among the rest the spelling in most reports;
// then the newest; then by code point. All others are aliases, sorted." A given name is served where no fuller form than a short one is
// written.
func naiveName(told []store.TellsNode) (name string, aliases []string) {
	reports := map[string]map[string]bool{} // by spelling, the keys of the reports that write it
	full := map[string]bool{}
	given := map[string]string{} // by report
	for _, t := range told {
		for _, n := range t.Node.Names {
			if n.Given {
				if given[t.ReportKey] == "" {
					given[t.ReportKey] = n.Text
				}
				continue
			}
			if reports[n.Text] == nil {
				reports[n.Text] = map[string]bool{}
			}
			reports[n.Text][t.ReportKey] = true
			full[n.Text] = full[n.Text] || !n.Short
		}
	}
	candidates := slices.Sorted(maps.Keys(full))
	if fuller := slices.DeleteFunc(slices.Clone(candidates), func(s string) bool { return !full[s] }); len(fuller) > 0 {
		candidates = fuller
	} else if len(given) > 0 {
		candidates = []string{given[slices.Max(slices.Collect(maps.Keys(given)))]}
	}
	name = candidates[0]
	for _, c := range candidates {
		newest := func(s string) string {
			if len(reports[s]) == 0 {
				return ""
			}
			return slices.Max(slices.Collect(maps.Keys(reports[s])))
		}
		if more := cmp.Or(len(reports[c])-len(reports[name]), strings.Compare(newest(c), newest(name))); more > 0 {
			name = c
		}
	}
	aliases = []string{}
	for _, s := range slices.Sorted(maps.Keys(full)) {
		if s != name {
			aliases = append(aliases, s)
		}
	}
	return name, aliases
}

func TestNamesAreWhatTheDesignSays(t *testing.T) {
	spelling := rapid.SampledFrom([]string{"A", "B", "Ab", "Ä", "é", "𝔄", "～"})
	rapid.Check(t, func(t *rapid.T) {
		var told []store.TellsNode
		for i := range rapid.IntRange(1, 5).Draw(t, "reports") {
			told = append(told, store.TellsNode{
				ReportKey: store.Header{Report: ontology.NodeID("", string(rune('a'+i))), Told: rapid.SampledFrom([]string{"", "2020-12-31", "2021-03-31"}).Draw(t, "told")}.Key(),
				Node: store.Node{ID: "n", Names: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) store.Name {
					n := store.Name{Text: spelling.Draw(t, "text")}
					n.Given = rapid.IntRange(0, 3).Draw(t, "given") == 0
					n.Short = !n.Given && rapid.Bool().Draw(t, "short")
					return n
				}), 1, 4).Draw(t, "names")},
			})
		}
		name, aliases := naiveName(told)
		for range 2 {
			sum := store.SumNode(told)
			if sum.Name != name || !slices.Equal(sum.Aliases, aliases) {
				t.Fatalf("the design's words: %q %q; store.SumNode: %q %q", name, aliases, sum.Name, sum.Aliases)
			}
			told = rapid.Permutation(told).Draw(t, "another order")
		}
	})
}
