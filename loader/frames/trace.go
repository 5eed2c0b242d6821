package frames

import (
	"fmt"
	"strings"
)

// Trace tells for people which frames a sentence was tried with, and why nothing was written where it was not.
type Trace struct{ Lines []string }

func (t *Trace) tried(r *run, o occurrence, roles map[string]*filler, complete bool) {
	var b strings.Builder
	fmt.Fprintf(&b, "frame %s at %q", o.frame.Name, r.head(o.group).Text)
	for _, role := range o.frame.Roles {
		f := roles[role.Name]
		switch {
		case f == nil:
		case len(f.entities) > 0:
			for _, e := range f.entities {
				fmt.Fprintf(&b, "; %s: %s", role.Name, e.Name)
			}
		case f.unknown:
			fmt.Fprintf(&b, "; %s: somebody whom the text does not name for certain", role.Name)
		case f.count != nil:
			fmt.Fprintf(&b, "; %s: %v", role.Name, f.count.Value)
		case f.words != "":
			fmt.Fprintf(&b, "; %s: %q", role.Name, f.words)
		case len(f.offices) > 0:
			fmt.Fprintf(&b, "; %s: %s", role.Name, f.offices[0].Title)
		}
	}
	switch {
	case !complete:
		b.WriteString("; not written: a role that it needs is empty")
	case !o.holds:
		b.WriteString("; not written: the sentence does not tell it as a fact")
	}
	t.Lines = append(t.Lines, b.String())
}
