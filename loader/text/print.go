package text

import (
	"fmt"
	"strings"
)

var (
	clauseNames = [...]string{"main", "coordinate", "relative", "complement", "adverbial", "gerund", "infinitive"}
	groupNames  = [...]string{"NP", "VP", "P", "CC", ",", ";", "SUB", "REL", "COMP", "ADV", "ADJ", "WHEN"}
	formNames   = [...]string{"finite", "infinitive", "gerund", "participle"}
)

// words are those of a group, as they were written.
func (s *Sentence) words(g int) string {
	var all []string
	for _, t := range s.Tokens[s.Groups[g].From:s.Groups[g].To] {
		all = append(all, t.Text)
	}
	return strings.Join(all, " ")
}

// String is the sentence as it was parsed: its tokens with their tags, its groups, and each clause with its arguments, for people.
func (s *Sentence) String() string {
	var b strings.Builder
	for _, t := range s.Tokens {
		fmt.Fprintf(&b, "%s/%s ", t.Text, t.Tag)
	}
	b.WriteString("\n")
	for g := range s.Groups {
		fmt.Fprintf(&b, "[%s %s] ", groupNames[s.Groups[g].Kind], s.words(g))
	}
	b.WriteString("\n")
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Verb < 0 && len(c.Groups) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%d %s", i, clauseNames[c.Kind])
		if c.Marker != "" {
			fmt.Fprintf(&b, " (%s)", c.Marker)
		}
		if c.Parent >= 0 {
			fmt.Fprintf(&b, " in %d", c.Parent)
		}
		if c.Verb >= 0 {
			v := s.Groups[c.Verb].Verb
			fmt.Fprintf(&b, ": %s (%s", s.words(c.Verb), formNames[v.Form])
			for _, flag := range []struct {
				name string
				is   bool
			}{{"passive", v.Passive}, {"negated", v.Negated}, {v.Modal, v.Modal != ""}} {
				if flag.is {
					fmt.Fprintf(&b, ", %s", flag.name)
				}
			}
			b.WriteString(")")
		}
		list := func(name string, phrases []Phrase) {
			for _, p := range phrases {
				fmt.Fprintf(&b, "; %s: %s", name, s.phrase(p))
			}
		}
		list("subject", c.Subject)
		list("object", c.Object)
		list("predicate", c.Predicate)
		for _, a := range c.Attached {
			list(a.Prep, a.Phrases)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (s *Sentence) phrase(p Phrase) string {
	out := s.words(p.Group)
	for _, g := range p.Of {
		out += " of " + s.words(g)
	}
	for _, g := range p.Named {
		out += " = " + s.words(g)
	}
	if p.Unclear {
		out += " (?)"
	}
	return out
}
