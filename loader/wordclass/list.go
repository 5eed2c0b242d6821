package wordclass

import "slices"

// List is one word, or a list of words, as rules write them.
type List []string

// UnmarshalYAML reads one word as a list of it. It is handed the node rather than its text, for which the library goes through the whole
// file.
func (l *List) UnmarshalYAML(read func(any) error) error {
	if read((*[]string)(l)) == nil {
		return nil
	}
	var one string
	if err := read(&one); err != nil {
		return err
	}
	*l = List{one}
	return nil
}

// Admits says that a list has a word, or that none is given.
func (l List) Admits(word string) bool { return l == nil || slices.Contains(l, word) }
