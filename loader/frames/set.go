package frames

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"councilgraph/graph/ontology"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// Set are frames, ready to be asked for by their words. It is immutable and safe for concurrent use.
type Set struct {
	Frames     []*Frame // by the order of the files
	o          *ontology.Ontology
	offices    OfficeTypes
	Changes    []lexicon.Change // what added files changed of the frames before them
	byLetter   map[byte][]verbPhrase
	nouns      map[string][]*Frame
	except     []*Frame        // those of every verb but some
	joined     map[string]bool // the kinds of events that somebody can be said to have been at, later
	nationally *regexp.Regexp
}

// verbPhrase is one verb of a frame.
type verbPhrase struct {
	phrase Phrase
	frame  *Frame
}

// national are the titles of offices that a country has one of.
const national = `^(?:(?i:first|acting|caretaker|interim|deputy|former) )*(?:President|Prime Minister|Head of State|prime minister)$`

func (s *Set) national(title string) bool { return s.nationally.MatchString(title) }

// File is a file of frames. One that is added to the built-in ones may take their place, or take them out.
type File struct {
	Path  string
	Text  []byte
	Added bool
}

// Read reads the frames of files: each maps the name of a frame to what it is. A later frame takes the place of one of the same name; one
// that is null takes it out. Errors name file, line, frame and reason.
func Read(o *ontology.Ontology, offices OfficeTypes, files ...File) (*Set, error) {
	s := &Set{o: o, offices: offices, nationally: regexp.MustCompile(national)}
	for _, f := range files {
		if err := s.file(f); err != nil {
			return nil, fmt.Errorf("read frames %s: %w", f.Path, err)
		}
	}
	s.index()
	return s, nil
}

func (s *Set) file(source File) error {
	file, err := parser.ParseBytes(source.Text, 0)
	if err != nil {
		return err
	}
	decoder := yaml.NewDecoder(strings.NewReader(""), yaml.Strict()) // one for all frames of a file, so that an alias may stand for what is anchored in another
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		body, ok := doc.Body.(*ast.MappingNode)
		if !ok {
			one, single := doc.Body.(*ast.MappingValueNode)
			if !single {
				return fmt.Errorf("line %d: must map names of frames to frames", doc.Body.GetToken().Position.Line)
			}
			body = &ast.MappingNode{Values: []*ast.MappingValueNode{one}}
		}
		for _, entry := range body.Values {
			name, line := entry.Key.GetToken().Value, entry.Key.GetToken().Position.Line
			old := slices.IndexFunc(s.Frames, func(f *Frame) bool { return f.Name == name })
			if old >= 0 && !source.Added {
				return fmt.Errorf("line %d: frame %s stands twice", line, name)
			}
			if _, null := entry.Value.(*ast.NullNode); null {
				s.Changes = append(s.Changes, lexicon.Change{What: "takes out frame " + name, Idle: old < 0})
				s.Frames = slices.DeleteFunc(s.Frames, func(f *Frame) bool { return f.Name == name })
				continue
			}
			var t frameText
			if err := decoder.DecodeFromNode(entry.Value, &t); err != nil {
				why, _, _ := strings.Cut(strings.TrimSpace(err.Error()), "\n")
				return fmt.Errorf("line %d: frame %s: %s", line, name, why)
			}
			f, err := s.frame(name, t)
			if err != nil {
				return fmt.Errorf("line %d: frame %s: %w", line, name, err)
			}
			if old >= 0 {
				s.Changes = append(s.Changes, lexicon.Change{What: "takes the place of frame " + name, Idle: reflect.DeepEqual(f, s.Frames[old])})
				s.Frames = slices.Delete(s.Frames, old, old+1)
			}
			s.Frames = append(s.Frames, f)
		}
	}
	return nil
}

// frame checks one frame.
func (s *Set) frame(name string, t frameText) (*Frame, error) {
	f := &Frame{Name: name, Unless: t.Unless, NotWith: t.NotWith, GoesOn: t.GoesOn, Only: t.Only, Behind: t.Behind, Marks: t.Marks, Lasting: t.Lasting, Names: t.Names, Says: t.Says, SaysNot: t.SaysNot}
	for _, v := range t.Verbs {
		fields := strings.Fields(v)
		if len(fields) == 0 || strings.ToLower(v) != v || slices.Contains(strings.Split(fields[0], "|"), "") {
			return nil, fmt.Errorf("verb %q can never be found: write its base, in lower case", v)
		}
		for verb := range strings.SplitSeq(fields[0], "|") {
			f.Verbs = append(f.Verbs, Phrase{verb, fields[1:]})
		}
	}
	for _, n := range t.Nouns {
		if n != strings.ToLower(n) || len(strings.Fields(n)) != 1 || text.Singular(n) != n {
			return nil, fmt.Errorf("noun %q can never be found: write one word, its singular, in lower case", n)
		}
		f.Nouns = append(f.Nouns, Phrase{Word: n})
	}
	if len(t.Except) > 0 {
		f.Except = map[string]bool{}
		for _, verb := range t.Except {
			f.Except[verb] = true
		}
	}
	if len(f.Verbs)+len(f.Nouns)+len(f.Except) == 0 {
		return nil, fmt.Errorf("it has neither verbs nor nouns")
	}
	for _, role := range slices.Sorted(maps.Keys(t.Roles)) {
		r, err := s.role(role, t.Roles[role])
		if err != nil {
			return nil, err
		}
		f.Roles = append(f.Roles, r)
	}
	for role, part := range t.Marks {
		if f.role(role) == nil || !slices.Contains([]string{"accused", "victim", "attacker", "other"}, part) {
			return nil, fmt.Errorf("marks %s: %s: marks say of a role that it is accused, victim, attacker or other", role, part)
		}
	}
	for _, w := range t.Writes {
		if err := s.write(f, w); err != nil {
			return nil, err
		}
	}
	if len(t.Writes)+len(t.Marks) == 0 {
		return nil, fmt.Errorf("it writes nothing")
	}
	return f, nil
}

func (s *Set) role(name string, t roleText) (*Role, error) {
	r := &Role{Name: name, Is: t.Is, As: t.As, Or: t.Or, Heads: t.Heads, Else: t.Else, Whole: t.Whole, Mandatory: t.Must, Known: t.Known,
		Named: t.Named, There: t.There, Plain: t.Plain, Alone: t.Alone}
	if len(r.Is) == 0 {
		return nil, fmt.Errorf("role %s: says not what it is", name)
	}
	for _, is := range r.Is {
		if !slices.Contains([]string{"words", "count", "office", "Country", "Body"}, is) && s.o.Type(is) == nil && !s.kind(is) {
			return nil, fmt.Errorf("role %s: %q is no label, no kind of one, and none of words, count, office, Country, Body", name, is)
		}
	}
	if !slices.Contains([]string{"", "subject", "object", "complement", "head"}, r.As) {
		return nil, fmt.Errorf("role %s: as %q: a role stands as subject, object or complement", name, r.As)
	}
	for e := range strings.SplitSeq(r.Else, "|") {
		if !slices.Contains([]string{"", "before", "series", "place"}, e) {
			return nil, fmt.Errorf("role %s: else %q: it is before, series or place", name, e)
		}
	}
	if r.Whole && (!r.is("words") || r.As != "" && r.As != "head" || len(r.Or) == 0) {
		return nil, fmt.Errorf("role %s: whole words stand behind prepositions, or as the noun that goes with a verb: as head or as nothing", name)
	}
	if r.There && r.As != "subject" && r.As != "object" {
		return nil, fmt.Errorf("role %s: there as %q: who is there is the subject, or the object, of a clause", name, r.As)
	}
	if r.As == "" && len(r.Or) == 0 && r.Else == "" {
		return nil, fmt.Errorf("role %s: nothing could ever fill it: it stands neither as anything nor behind a preposition", name)
	}
	return r, nil
}

// kind says that a word is a value of some label's kinds.
func (s *Set) kind(word string) bool {
	for _, label := range []string{"Organization", "Place"} {
		for _, p := range s.o.Type(label).Properties {
			if slices.Contains(p.Values, word) {
				return true
			}
		}
	}
	return false
}

// Without is the set without the frame of a name.
func (s *Set) Without(name string) *Set {
	w := *s
	w.Frames = slices.DeleteFunc(slices.Clone(s.Frames), func(f *Frame) bool { return f.Name == name })
	w.byLetter, w.nouns, w.except = nil, nil, nil
	w.index()
	return &w
}

// index makes frames findable by their words.
func (s *Set) index() {
	s.byLetter, s.nouns, s.joined = map[byte][]verbPhrase{}, map[string][]*Frame{}, map[string]bool{}
	for _, f := range s.Frames {
		for _, j := range f.Joins {
			for _, kind := range j.Kinds {
				s.joined[kind] = true
			}
		}
		if f.Except != nil {
			s.except = append(s.except, f)
		}
		for _, v := range f.Verbs {
			letters := map[byte]bool{v.Word[0]: true}
			switch v.Word {
			case "be":
				letters['a'], letters['i'], letters['w'] = true, true, true
			case "go":
				letters['w'] = true
			}
			for l := range letters {
				s.byLetter[l] = append(s.byLetter[l], verbPhrase{v, f})
			}
		}
		for _, n := range f.Nouns {
			s.nouns[n.Word] = append(s.nouns[n.Word], f)
		}
	}
}

// verbs are the phrases whose verb a written form is of.
func (s *Set) verbs(form string) (all []verbPhrase) {
	if form == "" {
		return nil
	}
	for _, v := range s.byLetter[form[0]] {
		if text.Is(form, v.phrase.Word) {
			all = append(all, v)
		}
	}
	for _, f := range s.except {
		if !text.IsAny(form, f.Except) {
			all = append(all, verbPhrase{Phrase{}, f})
		}
	}
	return all
}

// calls says that a noun, in the singular, is one by which events of a kind are told.
func (s *Set) calls(noun, kind string) bool {
	return slices.ContainsFunc(s.nouns[noun], func(f *Frame) bool {
		return slices.ContainsFunc(f.Events, func(e EventWrite) bool { return e.Kind == kind })
	})
}
