// Package contribution understands tables of what nations contribute to a force or mission: which column names the nation, of which
// component of personnel the others are, and what a nation's total of each is. It knows nothing of documents, of names and of graphs.
package contribution

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Rules are what tells such tables by their words, as regular expressions.
type Rules struct {
	Relation   string      `yaml:"relation"`   // that a row writes
	Nation     string      `yaml:"nation"`     // heads the column of nations
	About      string      `yaml:"about"`      // in the caption or a header: the table is of people who serve
	Other      string      `yaml:"other"`      // in the caption or a header: it is of something else
	Total      string      `yaml:"total"`      // heads a column that adds up others, and begins the row that adds up the others
	Part       string      `yaml:"part"`       // heads a column of some of a component
	Ignored    string      `yaml:"ignored"`    // heads a column that counts nobody who serves
	Component  string      `yaml:"component"`  // heads a column that names the component of its row
	Some       string      `yaml:"some"`       // begins a row, or what stands behind its nation, that counts once more some of those of a row above
	Qualified  string      `yaml:"qualified"`  // stands beside the name of a nation of which a row counts more, or less
	Aside      string      `yaml:"aside"`      // may stand beside the name of a nation without making it another
	Begins     string      `yaml:"begins"`     // begins a caption, or what goes on behind one
	Components []Component `yaml:"components"` // the first whose words a header or a caption has is its component

	nation, about, other, total, part, ignored, componentHead, some, qualified, aside, begins *regexp.Regexp
}

// Component is a kind of personnel, and the words by which headers and captions tell it.
type Component struct {
	Is    string `yaml:"is"`
	Words string `yaml:"words"`

	words *regexp.Regexp
}

// Compile reads the expressions; it must be called before all else.
func (r *Rules) Compile() (err error) {
	for name, e := range map[string]struct {
		text string
		to   **regexp.Regexp
	}{
		"nation": {r.Nation, &r.nation}, "about": {r.About, &r.about}, "other": {r.Other, &r.other},
		"total": {r.Total, &r.total}, "part": {r.Part, &r.part}, "ignored": {r.Ignored, &r.ignored},
		"component": {r.Component, &r.componentHead}, "some": {r.Some, &r.some},
		"qualified": {r.Qualified, &r.qualified}, "aside": {r.Aside, &r.aside}, "begins": {r.Begins, &r.begins},
	} {
		if *e.to, err = regexp.Compile("(?i)" + e.text); err != nil || e.text == "" {
			return fmt.Errorf("contributors: %s is no regular expression: %q", name, e.text)
		}
	}
	for i := range r.Components {
		c := &r.Components[i]
		if c.words, err = regexp.Compile("(?i)" + c.Words); err != nil || c.Words == "" || c.Is == "" {
			return fmt.Errorf("contributors: component %q has no regular expression: %q", c.Is, c.Words)
		}
	}
	return nil
}

// List says of which component a list of nations and numbers without a header is; false where its caption tells that it is of something
// else.
func (r *Rules) List(caption string) (component string, ok bool) {
	return r.onlyComponent(caption), r.about.MatchString(caption) && !r.other.MatchString(caption)
}

// Totals says that a list's words announce what adds up the others.
func (r *Rules) Totals(words string) bool { return r.total.MatchString(words) }

// Qualifies says that the words beside the name of a nation make a row that of some of it, or of more.
func (r *Rules) Qualifies(words string) bool {
	return r.some.MatchString(words) || r.qualified.MatchString(words)
}

// WithoutAsides are the words beside the name of a nation less those that do not make it another.
func (r *Rules) WithoutAsides(words string) string { return r.aside.ReplaceAllString(words, "") }

// headsNations says that a header heads the nations that contribute, not those in which their people serve.
func (r *Rules) headsNations(h string) bool {
	return r.nation.MatchString(h) && !r.ignored.MatchString(h)
}

// onlyComponent is the one whose words the last piece of a caption has that has those of any: what stands above it, or before it, is of
// more. It is "" where no piece has, or that one has those of several.
func (r *Rules) onlyComponent(caption string) string {
	lines := strings.Split(caption, "\n")
	for _, line := range slices.Backward(lines) {
		to := len(line)
		for _, at := range slices.Backward(append([][]int{{0}}, r.begins.FindAllStringIndex(line, -1)...)) {
			named := r.componentsIn(line[at[0]:to])
			if len(named) > 0 {
				return one(named)
			}
			to = at[0]
		}
	}
	return ""
}

// one is the only string of a list; "" where it has more, or none.
func one(list []string) string {
	if len(list) != 1 {
		return ""
	}
	return list[0]
}

// componentsIn are those whose words a text has, each once. What is read of one is not read of the next: military observers are no
// military.
func (r *Rules) componentsIn(text string) (named []string) {
	for _, c := range r.Components {
		if !c.words.MatchString(text) {
			continue
		}
		text = c.words.ReplaceAllString(text, "")
		if !slices.Contains(named, c.Is) {
			named = append(named, c.Is)
		}
	}
	return named
}
