package loader

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	regexp "github.com/wasilibs/go-re2"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"councilgraph/graph/ontology"
	"councilgraph/loader/contribution"
	"councilgraph/loader/frames"
	"councilgraph/loader/lexicon"
)

// Rules are what the loader knows of names and of the language of reports. They are immutable and safe for concurrent use.
type Rules struct {
	o         *ontology.Ontology
	frames    *frames.Set
	hash      string
	classes   classes
	gazetteer *lexicon.Gazetteer
	council   *lexicon.Entity // whose resolutions are
	// stages are applied one after the other: to each sentence (phrases), and to what those leave (facts).
	stages       map[string][]*rule
	words        map[string]string
	contributors contribution.Rules
	types        relationNames
	Changes      []lexicon.Change // what added folders changed of what was there, in the order of their files
	// fragments of words.yaml that the interpreter itself asks for
	boundary, deny, atDate, atPlace, national, membership, plurals, nested, nameless, trim, covering, otherPeriod *regexp.Regexp
	demonyms                                                                                                      map[string]*lexicon.Entity // countries by their adjectives
}

//go:embed rules
var builtin embed.FS

// BuiltinRules reads the rules that the program was built with.
func BuiltinRules(o *ontology.Ontology, added ...fs.FS) (*Rules, error) {
	files, err := fs.Sub(builtin, "rules")
	if err != nil {
		return nil, err
	}
	return ReadRules(o, append([]fs.FS{files}, added...)...)
}

// stages in the order in which they are applied. The order of rules within one is that of the files by name, then of the text.
// Rules of stage report are read as those of facts, in the paragraphs that open a report.
var stageNames = []string{"phrases", "facts", "report"}

// rule is one line of a stage: where its expression matches, it writes facts, or reduces the match to one slot, or both.
type rule struct {
	Name string `yaml:"name"`
	// When are beginnings of words, in lower case, of which a sentence must hold one for the rule to be tried at all. Empty: always.
	When []string `yaml:"when"`
	// Match is a regular expression (RE2) over the tape: {Class} is a slot of that class, {x:Class} one that is called x, {x:Class+} a list of them
	// ("A, B and C"), {Class-} one without an article, {word} a fragment of words.yaml. Letters match in either case.
	Match string `yaml:"match"`
	// Unless refuses a match whose text it matches; besides, `deny` of words.yaml refuses those of stage facts.
	Unless string `yaml:"unless"`
	// As reduces the match to one slot: of a class, or ($x) of the slots called x.
	As    string  `yaml:"as"`
	Write []write `yaml:"write"`

	file          string
	line          int
	match, unless *regexp.Regexp
	as            rune
	groups        []string
	clause        bool // its words are the clause
	denied        bool // a denial or a plan refuses it
}

// write is one fact that a rule states. Names of groups stand without a sign where only a group can stand; in With, "$x" is what group x covers, all else is meant as it stands.
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

// ReadRules reads and checks all rules under directories, one after the other: names/*.yaml is the gazetteer, the other *.yaml hold words and the rules of one
// stage each. Words of a later directory take the place of those of the same name.
// The error of a faulty rule names file, line, rule and reason.
func ReadRules(o *ontology.Ontology, dirs ...fs.FS) (*Rules, error) {
	r := &Rules{o: o, classes: newClasses(o), gazetteer: lexicon.NewGazetteer(o), stages: map[string][]*rule{}, words: map[string]string{}, demonyms: map[string]*lexicon.Entity{}}
	hash := sha256.New()
	var rest []loadedFile
	var predicates []frames.File
	for i, dir := range dirs {
		r.gazetteer.Added = i > 0
		paths, err := rulePaths(dir)
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			text, err := fs.ReadFile(dir, path)
			if err != nil {
				return nil, fmt.Errorf("read rules: %w", err)
			}
			fmt.Fprintf(hash, "%s\x00%d\x00%s", path, len(text), text)
			if strings.HasPrefix(path, "names/") {
				if err := r.gazetteer.Read(text); err != nil {
					return nil, fmt.Errorf("read rules %s: %w", path, err)
				}
				continue
			}
			if strings.HasPrefix(path, "frames/") {
				predicates = append(predicates, frames.File{Path: path, Text: text, Added: i > 0})
				continue
			}
			f, err := r.readWords(path, text)
			if err != nil {
				return nil, fmt.Errorf("read rules %s: %w", path, err)
			}
			rest = append(rest, f)
		}
	}
	if err := r.checkRelations(); err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	var err error
	if r.frames, err = frames.Read(o, r.types.offices(), predicates...); err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	for name, re := range map[string]**regexp.Regexp{"boundary": &r.boundary, "deny": &r.deny, "atDate": &r.atDate, "atPlace": &r.atPlace, "national": &r.national, "membership": &r.membership, "plurals": &r.plurals, "nested": &r.nested, "nameless": &r.nameless, "trim": &r.trim,
		"covering": &r.covering, "otherPeriod": &r.otherPeriod} {
		if r.words[name] == "" {
			return nil, fmt.Errorf("read rules: no file has the word %q, which the reader of facts needs", name)
		}
		if *re, err = r.expression(r.words[name]); err != nil {
			return nil, fmt.Errorf("read rules: word %q: %w", name, err)
		}
	}
	for _, f := range rest {
		for _, node := range f.rules {
			line := node.GetToken().Position.Line
			one, err := r.readRule(f, node)
			if err != nil {
				return nil, fmt.Errorf("read rules %s:%d: %w", f.path, line, err)
			}
			if slices.ContainsFunc(r.stages[f.stage], func(other *rule) bool { return other.Name == one.Name }) {
				return nil, fmt.Errorf("read rules %s:%d: rule %q stands twice in stage %s", f.path, line, one.Name, f.stage)
			}
			r.stages[f.stage] = append(r.stages[f.stage], one)
		}
	}
	for _, stage := range stageNames {
		if len(r.stages[stage]) == 0 {
			return nil, fmt.Errorf("read rules: there is no rule of stage %s", stage)
		}
	}
	r.Changes = slices.Concat(r.gazetteer.Changes, r.frames.Changes, r.Changes)
	r.council = r.gazetteer.Names.Find("Security Council")
	r.hash = hex.EncodeToString(hash.Sum(nil))
	return r, nil
}

func rulePaths(dir fs.FS) (paths []string, err error) {
	err = fs.WalkDir(dir, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".yaml") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("read rules: the folder holds no .yaml file")
	}
	slices.Sort(paths)
	return paths, nil
}

type loadedFile struct {
	path, stage string
	rules       []ast.Node
}

// readWords reads a file but for its rules, which need the words of all files.
func (r *Rules) readWords(path string, text []byte) (loadedFile, error) {
	f := loadedFile{path: path}
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return f, err
	}
	for _, doc := range file.Docs {
		top, ok := doc.Body.(*ast.MappingNode)
		if !ok {
			return f, fmt.Errorf("must be a mapping with the keys stage and rules, or words")
		}
		for _, kv := range top.Values {
			key, line := kv.Key.String(), kv.Key.GetToken().Position.Line
			switch key {
			case "stage":
				f.stage = kv.Value.String()
				if !slices.Contains(stageNames, f.stage) {
					return f, fmt.Errorf("line %d: there is no stage %q; stages are %s", line, f.stage, strings.Join(stageNames, ", "))
				}
			case "rules":
				list, ok := kv.Value.(*ast.SequenceNode)
				if !ok {
					return f, fmt.Errorf("line %d: rules must be a list", line)
				}
				f.rules = list.Values
			case "words":
				words := map[string]string{}
				if err := yaml.NodeToValue(kv.Value, &words); err != nil {
					return f, fmt.Errorf("line %d: words must map a name to an expression: %w", line, err)
				}
				for _, name := range slices.Sorted(maps.Keys(words)) {
					if old, known := r.words[name]; known && r.gazetteer.Added {
						r.Changes = append(r.Changes, lexicon.Change{What: "takes the place of word " + name, Idle: old == words[name]})
					}
				}
				maps.Copy(r.words, words)
			case "relations":
				if err := r.readRelations(kv.Value); err != nil {
					return f, fmt.Errorf("line %d: %w", line, err)
				}
			case "demonyms":
				if err := r.readDemonyms(kv.Value); err != nil {
					return f, fmt.Errorf("line %d: %w", line, err)
				}
			case "contributors":
				if err := yaml.NodeToValue(kv.Value, &r.contributors); err != nil {
					return f, fmt.Errorf("line %d: contributors must map what tells tables to expressions: %w", line, err)
				}
				if err := r.contributors.Compile(); err != nil {
					return f, fmt.Errorf("line %d: %w", line, err)
				}
			default:
				return f, fmt.Errorf("line %d: unknown key %q; keys are stage, rules, words, relations, demonyms and contributors", line, key)
			}
		}
	}
	if len(f.rules) > 0 && f.stage == "" {
		return f, fmt.Errorf("has rules, but does not say their stage")
	}
	return f, nil
}

func (r *Rules) readRule(f loadedFile, node ast.Node) (*rule, error) {
	one := &rule{file: f.path, line: node.GetToken().Position.Line}
	if err := yaml.NodeToValue(node, one, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("a rule has the keys name, when, match, unless, as and write: %w", err)
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

// Ends that no group names: the report, the force or mission that it tells of, the place that that one works in or that is named most, the place that it works in alone, the place
// that the sentence names.
var reservedEnds = []string{"report", "series", "place", "home", "where"}

// Dates that no group names: none, the clause's, the last before the match, the first day of the sentence, the last that the paragraph told.
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

var macro = regexp.MustCompile(`(\\[pPx])?\{(?:([a-z]\w*):)?([A-Za-z][\w|.]*)([+-]?)\}`)

// and is what stands between the members of a list.
const and = `(?:, and |, as well as |, | and | as well as |/)(?:of |by |with |against |between )?(?:also )?(?:both )?(?:the )?`

// expression compiles an expression of a rule: the macros first, then RE2.
func (r *Rules) expression(text string) (*regexp.Regexp, error) {
	expanded, err := r.expand(text, 0)
	if err != nil {
		return nil, err
	}
	return compile("(?i)" + expanded)
}

func (r *Rules) expand(text string, depth int) (string, error) {
	var fault error
	out := macro.ReplaceAllStringFunc(text, func(m string) string {
		g := macro.FindStringSubmatch(m)
		if g[1] != "" { // a class of letters
			return m
		}
		g = g[1:]
		body, isWord := r.words[g[2]]
		if isWord {
			if depth > 8 {
				fault = cmp.Or(fault, fmt.Errorf("{%s} refers to itself", g[2]))
				return ""
			}
			inner, err := r.expand(body, depth+1)
			fault = cmp.Or(fault, err)
			body = "(?:" + inner + ")"
		} else {
			set, err := r.classes.set(g[2])
			if err != nil {
				fault = cmp.Or(fault, err)
				return ""
			}
			body = set
			if g[3] != "-" {
				body = "(?:the )?" + body
			}
			if g[3] == "+" {
				body = "(?:" + body + "(?:" + and + set + ")*)"
			}
		}
		if g[1] != "" {
			return "(?P<" + g[1] + ">" + body + ")"
		}
		return body
	})
	return out, fault
}

// compiled holds expressions by their text: compiling is what costs when rules are read more than once in a process.
var compiled sync.Map

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
