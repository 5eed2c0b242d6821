package text

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"councilgraph/loader/text/tagger"
	"councilgraph/loader/wordclass"
)

//go:embed tags.yaml
var tagsFile string

// contextual are the rules of tags.yaml.
var contextual = func() *tagRules {
	rules, err := readTagRules("loader/text/tags.yaml", tagsFile)
	if err != nil {
		panic(err)
	}
	return rules
}()

// tagRule gives a word another tag where it stands as the pattern says. Example is a phrase, marked as the sentences of
// testdata/clauses.txt, whose tags would be others without it.
type tagRule struct {
	To      string `yaml:"to"`
	Pattern `yaml:",inline"`
	Example string `yaml:"eg"`
}

// Pattern is what a token has to be: all that is given, and of a list one. tags.yaml says what each key asks for.
type Pattern struct {
	Tag, Word, Text, Ending, Part, Class, Kind, Where wordclass.List
	Before, Behind                                    *Pattern // of the token next to it, which is there
	Unless                                            *Pattern // refuses the token
}

// tagRules are the rules in their order, and which of them a word of a tag can meet.
type tagRules struct {
	all    []*tagRule
	of     map[string][]*tagRule
	others []*tagRule // of a tag that no rule asks for
}

// readTagRules reads and checks the rules of a file.
func readTagRules(path, text string) (*tagRules, error) {
	var all []*tagRule
	if err := yaml.UnmarshalWithOptions([]byte(text), &all, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read tag rules %s: %w", path, err)
	}
	for i, r := range all {
		if err := r.check(); err != nil {
			return nil, fmt.Errorf("read tag rules %s: rule %d, to %q, as in %q: %w", path, i+1, r.To, r.Example, err)
		}
	}
	return indexed(all), nil
}

// indexed keeps for each tag that a rule asks for the rules that a word of it can meet.
func indexed(all []*tagRule) *tagRules {
	rules := &tagRules{all: all, of: map[string][]*tagRule{}}
	for _, r := range all {
		for _, tag := range r.Tag {
			rules.of[tag] = nil
		}
	}
	for _, r := range all {
		if r.Tag == nil {
			rules.others = append(rules.others, r)
		}
		for tag := range rules.of {
			if r.Tag.Admits(tag) {
				rules.of[tag] = append(rules.of[tag], r)
			}
		}
	}
	return rules
}

// at is the first rule that a token meets, or nil.
func (r *tagRules) at(tokens []Token, i int) *tagRule {
	candidates, asked := r.of[tokens[i].Tag]
	if !asked {
		candidates = r.others
	}
	for _, rule := range candidates {
		if rule.matches(tokens, i) {
			return rule
		}
	}
	return nil
}

// matches says whether there is a token at i, and it is what the pattern says; of what is beyond the sentence it says so of the kind "end"
// alone.
func (p *Pattern) matches(tokens []Token, i int) bool {
	if i < 0 || i >= len(tokens) {
		return p.Kind != nil && p.Kind.Admits("end")
	}
	t := &tokens[i]
	return p.Tag.Admits(t.Tag) && p.Word.Admits(t.Low) && p.Text.Admits(t.Text) &&
		(p.Ending == nil || slices.ContainsFunc(p.Ending, func(ending string) bool { return strings.HasSuffix(t.Low, ending) })) &&
		(p.Part == nil || slices.ContainsFunc(p.Part, func(part string) bool { return strings.Contains(t.Low, part) })) &&
		(p.Class == nil || slices.ContainsFunc(p.Class, func(class string) bool { return ruleClasses[class][t.Low] })) &&
		(p.Kind == nil || slices.ContainsFunc(p.Kind, func(kind string) bool { return t.is(kind) })) &&
		(p.Before == nil || p.Before.matches(tokens, i-1)) &&
		(p.Behind == nil || p.Behind.matches(tokens, i+1)) &&
		(p.Where == nil || i > 0 && slices.ContainsFunc(p.Where, func(where string) bool { return searches[where](tokens, i) })) &&
		(p.Unless == nil || !p.Unless.matches(tokens, i))
}

// is says whether a token is of a kind by the name that rules have for it; a person's name is one of a kind of its own, too.
func (t *Token) is(kind string) bool {
	if kind == "person" {
		return t.Kind == Name && t.Note.Person
	}
	of, ok := ruleKinds[kind]
	return ok && t.Kind == of
}

// ruleKinds are the kinds by the names that rules have for them.
var ruleKinds = map[string]Kind{"word": Word, "punctuation": Punctuation, "name": Name, "office": Office, "date": Date, "number": Number, "symbol": Symbol}

// ruleClasses are the classes of words.yaml that rules may ask for, and those that follow from its irregular verbs.
var ruleClasses = map[string]map[string]bool{
	"accusing": accusing, "auxiliaries": auxiliaries, "compound": compound, "objectless": objectless, "participles": participles, "pasts": pasts,
	"peoples": peoples, "presents": presents, "pronominalAdverbs": pronominalAdverbs, "transitive": transitive,
}

// check is an error where a rule has no example, changes nothing, or can never be met.
func (r *tagRule) check() error {
	switch {
	case !isTag(r.To):
		return fmt.Errorf("there is no such tag")
	case r.Example == "":
		return fmt.Errorf("has no example (eg)")
	case len(r.Tag) == 1 && r.Tag[0] == r.To:
		return fmt.Errorf("changes nothing: the tag is the same before")
	case r.Tag == nil && r.Word == nil && r.Text == nil && r.Ending == nil && r.Part == nil && r.Class == nil && r.Where == nil:
		return fmt.Errorf("does not say of which words it is")
	}
	return r.Pattern.check()
}

// check is an error where no token can be what the pattern says.
func (p *Pattern) check() error {
	lower := func(word string) bool { return word == strings.ToLower(word) }
	for _, one := range []struct {
		key   string
		list  wordclass.List
		known func(string) bool
	}{
		{"tag", p.Tag, isTag},
		{"word", p.Word, lower},
		{"text", p.Text, func(string) bool { return true }},
		{"ending", p.Ending, lower},
		{"part", p.Part, lower},
		{"class", p.Class, func(name string) bool { return ruleClasses[name] != nil }},
		{"kind", p.Kind, isKind},
		{"where", p.Where, func(name string) bool { return searches[name] != nil }},
	} {
		if one.list != nil && len(one.list) == 0 {
			return fmt.Errorf("%s is an empty list, which nothing meets", one.key)
		}
		for _, value := range one.list {
			if value == "" || !one.known(value) {
				return fmt.Errorf("%s %q is none that a token can have", one.key, value)
			}
		}
	}
	for _, next := range []*Pattern{p.Before, p.Behind, p.Unless} {
		if next != nil {
			if err := next.check(); err != nil {
				return err
			}
		}
	}
	return nil
}

// isKind says whether rules may ask for a kind; "end" is of no token, but of what is beyond the first and the last.
func isKind(name string) bool {
	_, ok := ruleKinds[name]
	return ok || oneOf(name, "person", "end")
}

func isTag(name string) bool {
	_, ok := tagger.ParseTag(name)
	return ok || oneOf(name, "DATE", "LS")
}
