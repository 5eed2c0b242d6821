package loader

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

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
	nations   *lexicon.Entity // whose secretariat serves it
	// stages are applied one after the other: to each sentence (phrases), and to what those leave (facts).
	stages       map[string][]*rule
	words        map[string]string
	contributors contribution.Rules
	types        relationNames
	Changes      []lexicon.Change // what added folders changed of what was there, in the order of their files
	fragments

	demonyms map[string]*lexicon.Entity // countries by their adjectives
}

// fragments are the expressions of words.yaml that the interpreter itself asks for.
type fragments struct {
	boundary, trim, deny, noPlan, toCome, atDate, atPlace, covering, otherPeriod, otherReport                      *regexp.Regexp
	national, ministry, missionary, missionHead, secretariat, membership, presiding, nested, still                 *regexp.Regexp
	plurals, nameless, partName, unitName, apart, area, conjoined, fronting, leading, indicator, ministers, ofTown *regexp.Regexp
	selfRuled                                                                                                      *regexp.Regexp
}

// named are where each fragment is kept, by the name of its word.
func (f *fragments) named() map[string]**regexp.Regexp {
	return map[string]**regexp.Regexp{
		"boundary": &f.boundary, "trim": &f.trim, "deny": &f.deny, "noPlan": &f.noPlan, "toCome": &f.toCome,
		"atDate": &f.atDate, "atPlace": &f.atPlace, "covering": &f.covering, "otherPeriod": &f.otherPeriod, "otherReport": &f.otherReport,
		"national": &f.national, "ministry": &f.ministry, "missionary": &f.missionary, "missionHead": &f.missionHead, "secretariat": &f.secretariat,
		"membership": &f.membership, "presiding": &f.presiding, "nested": &f.nested, "still": &f.still,
		"plurals": &f.plurals, "nameless": &f.nameless, "partName": &f.partName, "unitName": &f.unitName, "apart": &f.apart, "area": &f.area,
		"conjoined": &f.conjoined, "fronting": &f.fronting, "leading": &f.leading, "indicator": &f.indicator, "ministers": &f.ministers, "ofTown": &f.ofTown,
		"selfRuled": &f.selfRuled,
	}
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

// ReadRules reads and checks all rules under directories, one after the other: names/*.yaml is the gazetteer, the other *.yaml hold words
// and the rules of one stage each. Words of a later directory take the place of those of the same name.
// The error of a faulty rule names file, line, rule and reason.
func ReadRules(o *ontology.Ontology, dirs ...fs.FS) (*Rules, error) {
	r := &Rules{o: o, classes: newClasses(o), gazetteer: lexicon.NewGazetteer(o), stages: map[string][]*rule{},
		words: map[string]string{}, demonyms: map[string]*lexicon.Entity{}}
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
	r.words["nationality"] = `\b(?-i:` + strings.Join(r.gazetteer.Nations, "|") + `)\b`
	var err error
	if r.frames, err = frames.Read(o, r.types.offices(), predicates...); err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	for name, re := range r.fragments.named() {
		if r.words[name] == "" {
			return nil, fmt.Errorf("read rules: no file has the word %q, which the reader of facts needs", name)
		}
		if *re, err = r.expression(r.words[name]); err != nil {
			return nil, fmt.Errorf("read rules: word %q: %w", name, err)
		}
	}
	if err := r.readStages(rest); err != nil {
		return nil, err
	}
	r.Changes = slices.Concat(r.gazetteer.Changes, r.frames.Changes, r.Changes)
	r.council, r.nations = r.gazetteer.Names.Find("Security Council"), r.gazetteer.Names.Find("United Nations")
	r.hash = hex.EncodeToString(hash.Sum(nil))
	return r, nil
}

// readStages reads the rules of files, now that the words of all are known.
func (r *Rules) readStages(files []loadedFile) error {
	for _, f := range files {
		for _, node := range f.rules {
			line := node.GetToken().Position.Line
			one, err := r.readRule(f, node)
			if err != nil {
				return fmt.Errorf("read rules %s:%d: %w", f.path, line, err)
			}
			if slices.ContainsFunc(r.stages[f.stage], func(other *rule) bool { return other.Name == one.Name }) {
				return fmt.Errorf("read rules %s:%d: rule %q stands twice in stage %s", f.path, line, one.Name, f.stage)
			}
			r.stages[f.stage] = append(r.stages[f.stage], one)
		}
	}
	for _, stage := range stageNames {
		if len(r.stages[stage]) == 0 {
			return fmt.Errorf("read rules: there is no rule of stage %s", stage)
		}
	}
	return nil
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
					old, known := r.words[name]
					if known && !r.gazetteer.Added {
						return f, fmt.Errorf("line %d: another file says what the word %s stands for", line, name)
					}
					if known {
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
