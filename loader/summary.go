package loader

import (
	"cmp"
	"fmt"
	"strings"

	"councilgraph/graph/store"
)

// Done is one document that was dealt with.
type Done struct {
	Name         string
	Index, Total int // from 1
	Facts        int
	Doubts       []string // what of it could not be read
	Outcome      store.Outcome
	Err          error

	dry bool // it was read, and nothing written
}

// Summary is what a load did. Its String is one line for each figure, then one for each document that failed, was passed over for a reason,
// or is in doubt.
type Summary struct {
	New, Changed, Unchanged    int
	Again                      int // of those changed, the ones with the same text, read by another reader or other rules
	Read                       int // by a dry run, which writes nothing
	Nodes, Relations, Evidence int // that the documents written, or read by a dry run, tell
	Silent                     int // their sentences with no fact
	Notes                      []string
	Failures                   []Failure
}

// Failure is a document that was not loaded, and why.
type Failure struct {
	Name string
	Err  error
}

// Failed is how many documents were not loaded.
func (s Summary) Failed() int { return len(s.Failures) }

func (s Summary) String() string {
	var b strings.Builder
	if s.Read > 0 {
		fmt.Fprintf(&b, "documents: %d (%d read, %d failed), of which nothing was written\n", s.Read+s.Failed(), s.Read, s.Failed())
	} else {
		all := s.New + s.Changed + s.Unchanged + s.Failed()
		fmt.Fprintf(&b, "documents: %d (%d new, %d changed, %d unchanged, %d failed)\n", all, s.New, s.Changed, s.Unchanged, s.Failed())
	}
	if s.Again > 0 {
		fmt.Fprintf(&b, "read again: %d of the changed have the text that was held, which another version of the reader, or of its rules, had read\n", s.Again)
	}
	fmt.Fprintf(&b, "nodes: %d\nrelations: %d\nevidence: %d\nsentences with no fact: %d\n", s.Nodes, s.Relations, s.Evidence, s.Silent)
	for _, n := range s.Notes {
		fmt.Fprintln(&b, n)
	}
	for _, f := range s.Failures {
		fmt.Fprintf(&b, "failed: %s: %v\n", f.Name, f.Err)
	}
	return b.String()
}

func (s *Summary) fail(name string, err error) { s.Failures = append(s.Failures, Failure{name, err}) }

func (s *Summary) add(d Done) {
	switch {
	case d.Err != nil:
		s.fail(d.Name, d.Err)
	case d.Outcome.Result == store.New:
		s.New++
	case d.Outcome.Result == store.Changed:
		s.Changed++
	default:
		s.Unchanged++
		if d.Outcome.Superseded != "" {
			s.Notes = append(s.Notes, fmt.Sprintf("unchanged: %s: %s", d.Name, d.Outcome.Superseded))
		}
	}
}

// doubt notes what of a document could not be read, in one line.
func (s *Summary) doubt(name string, doubts []string) {
	if len(doubts) > 0 {
		s.Notes = append(s.Notes, fmt.Sprintf("doubt: %s: %s", name, strings.Join(doubts, "; ")))
	}
}

// tells adds what a document tells.
func (s *Summary) tells(r *Rules, x *Extract) {
	s.Nodes += len(x.Document.Nodes)
	s.Relations += r.relations(x.Document)
	s.Evidence += evidence(x.Document)
	s.Silent += len(x.Silent())
}

// relations is how many relations a document's statements add up to by themselves.
func (r *Rules) relations(d store.Document) (n int) {
	type ends struct{ relation, from, to string }
	told := map[ends][]store.Told{}
	for _, s := range d.Relations {
		from, to := store.Ends(r.o.Relation(s.Type), s.From, cmp.Or(s.To, s.ToSymbol))
		at := ends{s.Type, from, to}
		told[at] = append(told[at], store.Told{ReportKey: d.Key(), Properties: s.Properties, Ordinal: s.Ordinal, Evidence: s.Evidence})
	}
	for e, statements := range told {
		n += len(store.Relations(r.o.Relation(e.relation), e.from, e.to, statements))
	}
	return n
}

// evidence is how many pieces of evidence of facts and mentions a document has.
func evidence(d store.Document) (n int) {
	for _, x := range d.Nodes {
		for _, e := range x.Evidence {
			if e.Rule != "" {
				n++
			}
		}
	}
	for _, s := range d.Relations {
		if s.Evidence != nil {
			n++
		}
	}
	return n
}
