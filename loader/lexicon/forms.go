package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml/ast"

	"councilgraph/graph/fold"
)

// forms are what the form of a name says of what it names: classes of words, folded.
type forms struct {
	heads, pairs map[string]string          // a word, or two, that end or begin a body's name → what it is
	places       map[string]string          // a word beside a place's name → the placeKind
	lists        map[string]map[string]bool // the other lists by name
}

func newForms() forms {
	return forms{heads: map[string]string{}, pairs: map[string]string{}, places: map[string]string{}, lists: map[string]map[string]bool{}}
}

// formLists are the lists of words that a file can give. The entries of those that are true are divided by commas, and can be phrases.
var formLists = map[string]bool{
	"Alone": true, "Called": true, "Common": true, "NoBody": true,
	// Of any name.
	"Bearers": false, "English": false, "Stops": false, "Others": false, "Foreign": false, "Stations": false, "Sides": false, "Peoples": false,
	// Of bodies.
	"Bands": false, "Groups": false, "Empty": false, "Endings": false, "Fields": false, "Gathered": false, "Hyphened": false, "Instances": false, "Known": false, "New": false, "Leads": false, "Links": false, "Missions": false, "Nearby": false, "Posts": false, "Seated": false, "Several": false,
	"Sided": false, "Trades": false, "Units": false, "Unnamed": false, "Unnumbered": false,
	// Of persons.
	"Acts": false, "Aged": false, "Civil": false, "Couples": false, "Deeds": false, "Moves": false, "Given": false, "Honorifics": false, "Particles": false, "Suffixes": false, "Titles": false, "Women": false,
	// Of places.
	"Around": false, "Articles": false, "Assaults": false, "Carried": false, "Ethnonyms": false, "Feasts": false, "Inside": false, "Locatives": false, "Monuments": false, "Motion": false, "Nameless": false,
	"Rulers": false, "Saints": false, "Shrines": false, "Sorts": false, "Taken": false, "Turns": false, "Toponyms": false, "Waters": false,
}

// read takes a list of words, or one for each class.
func (f forms) read(g *Gazetteer, key string, value ast.Node, line int) error {
	into := map[string]map[string]string{"Heads": f.heads, "Pairs": f.pairs, "Places": f.places}[key]
	if into == nil {
		phrases, known := formLists[key]
		if !known {
			return fmt.Errorf("line %d: %q is neither a label that a name can have nor a list of words", line, key)
		}
		text, ok := value.(*ast.StringNode)
		if !ok {
			return fmt.Errorf("line %d: %s must be words", line, key)
		}
		if f.lists[key] == nil {
			f.lists[key] = map[string]bool{}
		}
		for _, w := range entries(text.Value, phrases) {
			f.lists[key][w] = true
		}
		return nil
	}
	return eachEntry(value, func(class string, value ast.Node, line int) error {
		labels := map[string][]string{"Heads": {"Organization"}, "Pairs": {"Organization", "Place"}, "Places": {"Place"}}[key]
		known := slices.ContainsFunc(labels, func(label string) bool { return slices.Contains(g.kinds(label).Values, class) })
		if class != "Court" && !known {
			return fmt.Errorf("line %d: %s: %q is no kind of %s", line, key, class, strings.Join(labels, " or "))
		}
		text, ok := value.(*ast.StringNode)
		if !ok {
			return fmt.Errorf("line %d: %s %s must be words", line, key, class)
		}
		for _, w := range entries(text.Value, key == "Pairs") {
			into[w] = class
		}
		return nil
	})
}

func entries(text string, phrases bool) (all []string) {
	list := strings.Fields(text)
	if phrases {
		list = strings.Split(text, ",")
	}
	for _, w := range list {
		if w = phrase(w); w != "" {
			all = append(all, w)
		}
	}
	return all
}

// phrase is a text's words, folded.
func phrase(text string) string {
	var words []string
	for _, w := range Words(text) {
		words = append(words, strings.ToLower(fold.Text(w.written(text))))
	}
	return strings.Join(words, " ")
}

func (w Word) written(text string) string { return text[w.From:w.To] }

func (f forms) is(list, word string) bool { return f.lists[list][word] }

// surnameLike says whether a word ends as surnames of some languages do.
func (f forms) surnameLike(word string) bool {
	for suffix := range f.lists["Suffixes"] {
		if len(word) > len(suffix)+2 && strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

//go:embed english.txt
var englishText string

// english are the words of English that are written without a capital.
var english = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.Lines(englishText) {
		words[strings.TrimSpace(w)] = true
	}
	return words
})
