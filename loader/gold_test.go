package loader

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"councilgraph/graph/store"
)

// The gold facts and the score are a port of ../shared/gold/score to one document, without a server. They stand outside the repository, as
// do the reports.
const shared = "../../shared/"

type goldFile struct {
	Source string
	Report struct {
		Symbol, Date, Distributed string
		Period                    struct{ Start, End string }
	}
	Entities     []goldEntity
	Relations    []map[string]any
	Observations []map[string]any
	Events       []map[string]any
}

type goldEntity struct {
	Label, Name, Mentions string
	Also, In              []string
	Optional              bool
}

func sharedFile(t testing.TB, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash(shared + path))
	if err != nil {
		t.Skipf("SKIPPED: %s is not beside this repository, so nothing was held against it", shared+path)
	}
	return text
}

type prf struct{ tp, fp, fn int }

func (s prf) precision() float64 { return share(s.tp, s.tp+s.fp) }
func (s prf) recall() float64    { return share(s.tp, s.tp+s.fn) }
func (s prf) f1() float64 {
	p, r := s.precision(), s.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
func (s prf) plus(o prf) prf { return prf{s.tp + o.tp, s.fp + o.fp, s.fn + o.fn} }
func (s prf) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f (%d right, %d extra, %d missing)", s.precision(), s.recall(), s.f1(), s.tp, s.fp, s.fn)
}

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

var (
	leadingArticle = regexp.MustCompile(`^(the|a|an)\s+`)
	notWords       = regexp.MustCompile(`[^a-z0-9а-яё]+`)
)

// scoreFold is the fold of the score, not ours.
func scoreFold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	s = strings.ReplaceAll(b.String(), "’", "'")
	s = leadingArticle.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.TrimSpace(notWords.ReplaceAllString(s, " "))
}

type scored struct {
	all, entities, relations, mentions, observations, events prf
	properties, right, quotes, quotesAll                     int
	propertiesAll, rightAll                                  int
}

// held is a document as a store would hold it: nodes summed up, relations merged.
type held struct {
	nodes     map[string]store.NodeSum
	relations []store.Relation
	where     map[string]string // of a paragraph: its number, else its part
}

func holdDocument(r *Rules, d store.Document) held {
	h := held{nodes: map[string]store.NodeSum{}, where: map[string]string{}}
	for _, n := range d.Nodes {
		h.nodes[n.ID] = store.SumNode([]store.TellsNode{{ReportKey: d.Key(), Node: n}})
		if n.Type == "Paragraph" {
			h.where[n.ID] = fmt.Sprint(n.Properties["part"])
			if number, ok := n.Properties["number"]; ok {
				h.where[n.ID] = fmt.Sprint(number)
			}
		}
	}
	type ends struct{ typ, from, to string }
	told := map[ends][]store.Told{}
	var order []ends
	for _, s := range d.Relations {
		if s.To == "" {
			continue
		}
		k := ends{typ: s.Type}
		k.from, k.to = store.Ends(r.o.Relation(s.Type), s.From, s.To)
		if told[k] == nil {
			order = append(order, k)
		}
		told[k] = append(told[k], store.Told{ReportKey: d.Key(), Properties: s.Properties, Ordinal: s.Ordinal, Evidence: s.Evidence})
	}
	for _, k := range order {
		h.relations = append(h.relations, store.Relations(r.o.Relation(k.typ), k.from, k.to, told[k])...)
	}
	return h
}

func score(r *Rules, gold goldFile, d store.Document, say func(string, ...any)) scored {
	h := holdDocument(r, d)
	s := &scored{}
	byName := map[string]*goldEntity{}
	for i := range gold.Entities {
		g := &gold.Entities[i]
		for _, n := range append([]string{g.Name}, g.Also...) {
			byName[scoreFold(n)] = g
		}
	}
	names := func(n store.NodeSum) map[string]bool {
		all := map[string]bool{scoreFold(n.Name): true}
		for _, a := range n.Aliases {
			all[scoreFold(a)] = true
		}
		return all
	}
	shares := func(g *goldEntity, name string, n store.NodeSum) bool {
		have := names(n)
		if have[scoreFold(name)] {
			return true
		}
		return g != nil && slices.ContainsFunc(append([]string{g.Name}, g.Also...), func(a string) bool { return have[scoreFold(a)] })
	}
	isEnd := func(ref, id string) bool {
		n := h.nodes[id]
		switch ref {
		case "@report":
			return n.Type == "Report"
		case "@period":
			return n.Type == "Period"
		}
		g := byName[scoreFold(ref)]
		return shares(g, ref, n) && (g == nil || g.Label == n.Type)
	}
	s.scoreEntities(gold, h, shares, say)
	s.scoreRelations(gold, h, isEnd, say)
	s.scoreMentions(gold, h, isEnd, say)
	s.scoreFigures(gold, h, isEnd, say)
	s.all = s.entities.plus(s.relations).plus(s.observations).plus(s.events)
	return *s
}

func (s *scored) scoreEntities(gold goldFile, h held, shares func(*goldEntity, string, store.NodeSum) bool, say func(string, ...any)) {
	used := map[string]bool{}
	var got []store.NodeSum
	for _, label := range []string{"Person", "Court", "Organization", "Place", "Resolution"} {
		var some []store.NodeSum
		for _, n := range h.nodes {
			if n.Type == label {
				some = append(some, n)
			}
		}
		slices.SortFunc(some, func(a, b store.NodeSum) int { return strings.Compare(a.Name, b.Name) })
		got = append(got, some...)
	}
	for i := range gold.Entities {
		g := &gold.Entities[i]
		at := slices.IndexFunc(got, func(n store.NodeSum) bool { return !used[n.ID] && n.Type == g.Label && shares(g, g.Name, n) })
		if at >= 0 {
			used[got[at].ID] = true
			if !g.Optional {
				s.entities.tp++
			}
		} else if !g.Optional {
			s.entities.fn++
			say("missing entity: %s %s", g.Label, g.Name)
		}
	}
	for _, n := range got {
		if !used[n.ID] {
			s.entities.fp++
			say("extra entity: %s %s", n.Type, n.Name)
		}
	}
}

var alwaysScored = strings.Fields(`COVERS SUBMITTED_UNDER TRANSMITTED_BY SUBMITTED_BY ADDRESSED_TO HELD_POSITION RESIGNED_FROM ARRESTED_BY
	INDICTED_BY PROSECUTED_BY CONVICTED_BY ACQUITTED_BY TRANSFERRED_TO CONTRIBUTES_TO COOPERATES_WITH DONATED_TO OPERATES_IN CONCERNS`)

func (s *scored) scoreRelations(gold goldFile, h held, isEnd func(string, string) bool, say func(string, ...any)) {
	scoredTypes := map[string]bool{}
	for _, t := range alwaysScored {
		scoredTypes[t] = true
	}
	for _, g := range gold.Relations {
		scoredTypes[g["type"].(string)] = true
	}
	var left []store.Relation
	for _, r := range h.relations {
		if r.Type.Name == "CONTAINS" {
			continue
		}
		s.quotesAll++
		if !slices.ContainsFunc(r.Told, func(t store.Told) bool { return t.Evidence == nil || t.Evidence.Quote == "" }) {
			s.quotes++
		}
		if scoredTypes[r.Type.Name] {
			left = append(left, r)
		}
	}
	used := map[int]bool{}
	for _, g := range gold.Relations {
		from, to := g["from"].(string), g["to"].(string)
		at := slices.IndexFunc(left, func(r store.Relation) bool {
			i := slices.IndexFunc(left, func(o store.Relation) bool { return o.ID == r.ID })
			return !used[i] && r.Type.Name == g["type"] && (isEnd(from, r.From) && isEnd(to, r.To) || r.Type.Symmetric && isEnd(from, r.To) && isEnd(to, r.From))
		})
		optional := g["optional"] == true
		if at < 0 {
			if !optional {
				s.relations.fn++
				say("missing relation: %s %s -> %s", g["type"], from, to)
			}
			continue
		}
		used[at] = true
		if optional {
			continue
		}
		s.relations.tp++
		r := left[at]
		for _, k := range []string{"date", "title", "former", "status", "charge", "item", "personnel"} {
			want, stated := g[k]
			have := r.Properties[k]
			if !stated {
				if k == "date" && have != nil {
					s.propertiesAll++
					say("unstated date: %s %s %v", g["type"], from, have)
				}
				continue
			}
			s.propertiesAll++
			same := fmt.Sprint(have) == fmt.Sprint(want)
			if a, ok := have.(string); ok {
				same = strings.Contains(scoreFold(a), scoreFold(fmt.Sprint(want)))
			}
			if same {
				s.properties++
			} else {
				say("wrong property: %s %s %s want %v got %v", g["type"], from, k, want, have)
			}
		}
		if in, ok := g["in"].([]any); ok {
			s.rightAll++
			if slices.ContainsFunc(r.Told, func(t store.Told) bool {
				return slices.ContainsFunc(in, func(w any) bool { return w == h.where[t.Evidence.Paragraph] })
			}) {
				s.right++
			} else {
				say("evidence elsewhere: %s %s -> %s", g["type"], from, to)
			}
		}
	}
	for i, r := range left {
		if !used[i] {
			s.relations.fp++
			say("extra relation: %s %s -> %s %v | %s [%s]", r.Type.Name, h.nodes[r.From].Name, h.nodes[r.To].Name, r.Properties, r.Told[0].Evidence.Quote, r.Told[0].Evidence.Rule)
		}
	}
}

func (s *scored) scoreMentions(gold goldFile, h held, isEnd func(string, string) bool, say func(string, ...any)) {
	type at struct{ name, where string }
	have, want, optional := map[at]bool{}, map[at]bool{}, map[string]bool{}
	for _, g := range gold.Entities {
		if g.Optional {
			optional[scoreFold(g.Name)] = true
		}
		if g.Mentions == "ignored" {
			continue
		}
		for _, r := range h.relations {
			if r.Type.Name == "MENTIONS" && isEnd(g.Name, r.To) {
				have[at{scoreFold(g.Name), h.where[r.From]}] = true
			}
		}
		if !g.Optional {
			for _, w := range g.In {
				want[at{scoreFold(g.Name), w}] = true
			}
		}
	}
	for m := range want {
		if have[m] {
			s.mentions.tp++
		} else {
			s.mentions.fn++
			say("missing mention: %v", m)
		}
	}
	for m := range have {
		if !want[m] && !optional[m.name] {
			s.mentions.fp++
			say("extra mention: %v", m)
		}
	}
}

func (s *scored) scoreFigures(gold goldFile, h held, isEnd func(string, string) bool, say func(string, ...any)) {
	far := func(id, typ string, incoming bool) (ids []string) {
		for _, r := range h.relations {
			if r.Type.Name == typ && !incoming && r.From == id {
				ids = append(ids, r.To)
			} else if r.Type.Name == typ && incoming && r.To == id {
				ids = append(ids, r.From)
			}
		}
		return ids
	}
	match := func(golds []map[string]any, typ string, fits func(map[string]any, store.NodeSum) bool) (sum prf) {
		var have []store.NodeSum
		for _, n := range h.nodes {
			if n.Type == typ {
				have = append(have, n)
			}
		}
		slices.SortFunc(have, func(a, b store.NodeSum) int { return strings.Compare(a.ID, b.ID) })
		used := map[string]bool{}
		for _, g := range golds {
			at := slices.IndexFunc(have, func(n store.NodeSum) bool { return !used[n.ID] && fits(g, n) })
			optional := g["optional"] == true
			switch {
			case at >= 0:
				used[have[at].ID] = true
				if !optional {
					sum.tp++
				}
			case !optional:
				sum.fn++
				say("missing %s: %v", typ, g)
			}
		}
		for _, n := range have {
			if !used[n.ID] {
				sum.fp++
				say("extra %s: %s | %v [%s]", typ, n.Name, n.Evidence[0].Quote, n.Evidence[0].Rule)
			}
		}
		return sum
	}
	s.observations = match(gold.Observations, "Observation", func(g map[string]any, n store.NodeSum) bool {
		b, _ := n.Properties["breakdown"].(string)
		gb, _ := g["breakdown"].(string)
		return n.Properties["metric"] == g["metric"] && n.Properties["value"] == g["value"] && b == gb && (g["asOf"] == nil || n.Properties["date"] == g["asOf"])
	})
	s.events = match(gold.Events, "Event", func(g map[string]any, n store.NodeSum) bool {
		if n.Properties["eventKind"] != g["kind"] || g["date"] != nil && n.Properties["date"] != g["date"] {
			return false
		}
		if place, ok := g["place"].(string); ok && !slices.ContainsFunc(far(n.ID, "OCCURRED_AT", false), func(id string) bool { return isEnd(place, id) }) {
			return false
		}
		parts := far(n.ID, "INVOLVED_IN", true)
		for _, p := range g["participants"].([]any) {
			if !slices.ContainsFunc(parts, func(id string) bool { return isEnd(p.(string), id) }) {
				return false
			}
		}
		return true
	})
}

// TestGold holds what is read of the reports against what a careful reader finds in them.
func TestGold(t *testing.T) {
	o, r := rulesFor(t)
	paths, _ := filepath.Glob(filepath.FromSlash(shared + "gold/*.json"))
	if len(paths) == 0 {
		t.Skipf("SKIPPED: there is no %sgold, so the rules were held against nothing", shared)
	}
	var total scored
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".json")
		t.Run(name, func(t *testing.T) {
			var gold goldFile
			if err := json.Unmarshal(sharedFile(t, "gold/"+name+".json"), &gold); err != nil {
				t.Fatal(err)
			}
			x, err := r.Read(Source{Name: gold.Source, Text: sharedFile(t, "reports/"+gold.Source)})
			if err != nil {
				t.Fatal(err)
			}
			if err := x.Document.Check(o); err != nil {
				t.Fatal(err)
			}
			s := score(r, gold, x.Document, t.Logf)
			t.Logf("all %v; entities %v; relations %v; mentions %v; observations %v; events %v; properties %d of %d; evidence in the right paragraph %d of %d",
				s.all, s.entities, s.relations, s.mentions, s.observations, s.events, s.properties, s.propertiesAll, s.right, s.rightAll)
			total.all = total.all.plus(s.all)
			total.mentions = total.mentions.plus(s.mentions)
			total.properties += s.properties
			total.propertiesAll += s.propertiesAll
			report := x.Document.Nodes[0].Properties
			if report["date"] != gold.Report.Date || report["distributed"] != gold.Report.Distributed || x.Document.Told != gold.Report.Period.End {
				t.Errorf("date %v, distributed %v, period to %s, want %+v", report["date"], report["distributed"], x.Document.Told, gold.Report)
			}
		})
	}
	t.Logf("together: all %v; mentions %v; properties %d of %d", total.all, total.mentions, total.properties, total.propertiesAll)
}
