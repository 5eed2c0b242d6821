package loader

import (
	"fmt"
	"slices"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"councilgraph/graph/ontology"
)

// rule is one line of a stage: where its expression matches, it writes facts, or reduces the match to one slot, or both.
type rule struct {
	Name string `yaml:"name"`
	// When are beginnings of words, in lower case, of which a sentence must hold one for the rule to be tried at all. Empty: always.
	When []string `yaml:"when"`
	// Match is a regular expression (RE2) over the annotatedText: {Class} is a slot of that class, {x:Class} one that is called x, {x:Class+}
	// a list of them ("A, B and C"), {Class-} one without an article, {word} a fragment of words.yaml. Letters match in either case.
	Match string `yaml:"match"`
	// Unless refuses a match whose text it matches; besides, `deny` of words.yaml refuses those of stage facts.
	Unless string `yaml:"unless"`
	// Means tells of groups, divided by |, whom they must mean where they cover a name: names of the gazetteer, divided by |; behind "not",
	// whom they must not mean.
	Means map[string]string `yaml:"means"`
	// As reduces the match to one slot: of a class, or ($x) of the slots called x.
	As    string  `yaml:"as"`
	Write []write `yaml:"write"`
	// Says are sentences of which the rule tells something, SaysNot those of which it must tell nothing.
	Says    []string `yaml:"says"`
	SaysNot []string `yaml:"saysNot"`

	file          string
	line          int
	match, unless *regexp.Regexp
	as            rune
	groups        []string
	clause        bool // its words are the clause
	denied        bool // a denial or a plan refuses it
}

// write is one fact that a rule states. Names of groups stand without a sign where only a group can stand; in With, "$x" is what group x
// covers, all else is meant as it stands.
type write struct {
	Relation    string            `yaml:"relation"`
	From        string            `yaml:"from"`
	To          string            `yaml:"to"`
	Position    string            `yaml:"position"` // the offices of a group are held by From
	Observation string            `yaml:"observation"`
	Of          string            `yaml:"of"`
	Value       string            `yaml:"value"`
	Date        string            `yaml:"date"` // a group, or "none"; "" for what the clause says
	With        map[string]string `yaml:"with"`
}

func (r *Rules) readRule(f loadedFile, node ast.Node) (*rule, error) {
	one := &rule{file: f.path, line: node.GetToken().Position.Line}
	if err := yaml.NodeToValue(node, one, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("a rule has the keys name, when, match, unless, as, write, says and saysNot: %w", err)
	}
	if err := r.compile(f.stage, one); err != nil {
		return nil, fmt.Errorf("rule %q: %w", one.Name, err)
	}
	return one, nil
}

func (r *Rules) compile(stage string, one *rule) (err error) {
	if one.Name == "" || one.Match == "" {
		return fmt.Errorf("needs a name and a match")
	}
	one.denied = stage == "facts"
	one.clause = stage == "facts" || stage == "report"
	if one.match, err = r.expression(one.Match); err != nil {
		return fmt.Errorf("match: %w", err)
	}
	if one.Unless != "" {
		if one.unless, err = r.expression(one.Unless); err != nil {
			return fmt.Errorf("unless: %w", err)
		}
	}
	one.groups = one.match.SubexpNames()
	for groups, names := range one.Means {
		if err := one.needsOneOf(groups, nil); err != nil {
			return fmt.Errorf("means: %w", err)
		}
		for name := range strings.SplitSeq(strings.TrimPrefix(names, "not "), "|") {
			if r.gazetteer.Names.Find(name) == nil {
				return fmt.Errorf("means: the gazetteer has no %q", name)
			}
		}
	}
	if one.As == "" && len(one.Write) == 0 {
		return fmt.Errorf("does nothing: it needs as or write")
	}
	if err := r.compileAs(one); err != nil {
		return err
	}
	for i, w := range one.Write {
		if err := r.checkWrite(one, w); err != nil {
			return fmt.Errorf("write %d: %w", i+1, err)
		}
	}
	return nil
}

func (r *Rules) compileAs(one *rule) error {
	if group, ok := strings.CutPrefix(one.As, "$"); ok {
		return one.needsOneOf(group, nil)
	}
	if one.As == "" {
		return nil
	}
	if one.As == "Reference" {
		if slices.Contains(one.groups, "only") {
			return nil
		}
		return one.needsOneOf("head", nil)
	}
	c, ok := r.classes.one(one.As)
	if !ok {
		return fmt.Errorf("as: %q is neither a label, a kind, nor a group ($x)", one.As)
	}
	one.as = c.sign
	return nil
}

// needsOneOf checks names of groups divided by |; besides which some words are reserved.
func (one *rule) needsOneOf(names string, reserved []string) error {
	for name := range strings.SplitSeq(names, "|") {
		if name != "" && !slices.Contains(one.groups, name) && !slices.Contains(reserved, name) {
			return fmt.Errorf("there is no group %q in match", name)
		}
	}
	return nil
}

// Ends that no group names: the report, the force or mission that it tells of, that which the paragraph tells of, the place that that one
// works in or that is named most, the place that it works in alone, the place that the sentence names.
var reservedEnds = []string{"report", "series", "force", "place", "home", "where"}

// Dates that no group names: none, the clause's, the last before the match, the first day of the sentence, the last that the paragraph
// told.
var reservedDates = []string{"none", "clause", "lead", "sentence", "before"}

func (r *Rules) checkWrite(one *rule, w write) error {
	for _, end := range []string{w.From, w.To, w.Position, w.Of, w.Value} {
		if err := one.needsOneOf(end, reservedEnds); err != nil {
			return err
		}
	}
	if err := one.needsOneOf(w.Date, reservedDates); err != nil {
		return err
	}
	for _, v := range w.With {
		if group, ok := strings.CutPrefix(v, "$"); ok {
			if err := one.needsOneOf(group, nil); err != nil {
				return err
			}
		}
	}
	switch {
	case w.Relation != "":
		rel := r.o.Relation(w.Relation)
		if rel == nil {
			return fmt.Errorf("%q is no relation type of the ontology", w.Relation)
		}
		if w.From == "" || w.To == "" {
			return fmt.Errorf("a relation needs from and to")
		}
		if rel.Property("date") == nil && w.Date != "" {
			return fmt.Errorf("%s has no date", w.Relation)
		}
		return checkConstants(w.With, rel.Property)
	case w.Position != "":
		if w.From == "" {
			return fmt.Errorf("a position needs from: who holds it")
		}
		return nil
	case w.Observation != "":
		if p := r.o.Type("Observation").Property("metric"); !slices.Contains(p.Values, w.Observation) {
			return fmt.Errorf("%q is no metric; metrics are %s", w.Observation, strings.Join(p.Values, ", "))
		}
		if w.Value == "" && w.With["value"] == "" {
			return fmt.Errorf("an observation needs value, as a group or under with")
		}
		with := map[string]string{"breakdown": w.With["breakdown"]}
		if with["breakdown"] == "" {
			return nil
		}
		return checkConstants(with, r.o.Type("Observation").Property)
	}
	return fmt.Errorf("says neither relation, position nor observation")
}

func checkConstants(with map[string]string, property func(string) *ontology.Property) error {
	for name, v := range with {
		p := property(name)
		if p == nil {
			return fmt.Errorf("with: it has no property %q", name)
		}
		if p.Kind == ontology.Enum && !strings.HasPrefix(v, "$") && !slices.Contains(p.Values, v) {
			return fmt.Errorf("with %s: %q is none of %s", name, v, strings.Join(p.Values, ", "))
		}
	}
	return nil
}

func compile(text string) (*regexp.Regexp, error) {
	if re, ok := compiled.Load(text); ok {
		return re.(*regexp.Regexp), nil
	}
	re, err := regexp.Compile(text)
	if err != nil {
		return nil, err
	}
	compiled.Store(text, re)
	return re, nil
}
