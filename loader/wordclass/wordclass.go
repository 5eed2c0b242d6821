// Package wordclass reads classes of words, which are data: the words that a package tells apart by what they do in a sentence stand in one
// file beside its code.
package wordclass

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// Class is the words of one class, in lower case.
type Class map[string]bool

// File is the classes of one file. Its classes are taken while variables of the package beside it are initialized.
type File struct {
	path    string
	classes map[string]Class
	taken   map[string]bool
}

// entry is a class as written: what it is for, and its words, divided by commas.
type entry struct {
	For   string `yaml:"for"`
	Words string `yaml:"words"`
}

// Must reads a file that is part of the program, and panics where Read fails.
func Must(path, text string) *File {
	f, err := Read(path, text)
	if err != nil {
		panic(err)
	}
	return f
}

// Read reads and checks the classes of a file: each says what it is for and has words in lower case, none twice.
func Read(path, text string) (*File, error) {
	f := &File{path: path, classes: map[string]Class{}, taken: map[string]bool{}}
	var entries map[string]entry
	if err := yaml.UnmarshalWithOptions([]byte(text), &entries, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("read words %s: %w", path, err)
	}
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		class, err := entries[name].class()
		if err != nil {
			return nil, fmt.Errorf("read words %s: class %s: %w", path, name, err)
		}
		f.classes[name] = class
	}
	return f, nil
}

func (e entry) class() (Class, error) {
	if e.For == "" {
		return nil, fmt.Errorf("does not say what it is for")
	}
	class := Class{}
	for word := range strings.SplitSeq(e.Words, ",") {
		switch word = strings.TrimSpace(word); {
		case word == "":
			return nil, fmt.Errorf("wants words, divided by commas")
		case word != strings.ToLower(word):
			return nil, fmt.Errorf("has %q, which is not in lower case", word)
		case class[word]:
			return nil, fmt.Errorf("has %q twice", word)
		}
		class[word] = true
	}
	return class, nil
}

// Class is the class of a name. It panics, naming file and class, where the file has none.
func (f *File) Class(name string) Class {
	class, ok := f.classes[name]
	if !ok {
		panic(fmt.Sprintf("words %s: there is no class %s", f.path, name))
	}
	f.taken[name] = true
	return class
}

// Check is an error where no code has asked for a class, or two classes have the same words.
func (f *File) Check() error {
	same := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(f.classes)) {
		if !f.taken[name] {
			return fmt.Errorf("words %s: no code asks for class %s", f.path, name)
		}
		words := strings.Join(slices.Sorted(maps.Keys(f.classes[name])), ",")
		if other, ok := same[words]; ok {
			return fmt.Errorf("words %s: classes %s and %s have the same words: keep one", f.path, other, name)
		}
		same[words] = name
	}
	return nil
}
