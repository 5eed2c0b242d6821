package sqlite

import (
	"context"
	"math"
	"slices"
	"sync"
	"time"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// links are which nodes relations lead to and from, in memory, as of one number of changes of the file: what paths ask for, and by far the
// most of what they wait for. They are an index, never a second truth: where they are of another number, the file is asked, and they are
// made anew beside that.
type links struct {
	version int64
	ids     []plan.Value // of nodes, by number
	numbers map[string]int32
	types   map[string]uint8
	ranks   []int32 // of nodes by name, by number: equal ones of equal names
	out, in ends
}

// ends are the links at all nodes, those of one node beside each other, by type and the far end's name: of[first[n]:first[n+1]].
type ends struct {
	first []int32
	of    []end
}

type end struct {
	far, row int32 // row is the relation's in the file
	typ      uint8
}

// scanCache is how many bytes of pages are kept where each is read once: while links are made, and while all is counted.
const scanCache = 4 << 20

// mostLinks bounds the memory of links: two ends of twelve bytes each, and the ids of the nodes.
const mostLinks = 4 << 20

// linker keeps the links of a file. It is safe for concurrent use.
type linker struct {
	mu     sync.Mutex
	held   *links        // nil: none, or of a number of changes that has passed
	making chan struct{} // closed when what is being made is made; nil where nothing is
	next   time.Time     // when links may be made again: a file that changes all the time is not read all the time
	open   func() (conn, error)
	life   context.Context // of the store
	end    context.CancelFunc
}

func newLinker(open func() (conn, error)) *linker {
	k := &linker{open: open}
	k.life, k.end = context.WithCancel(context.Background())
	return k
}

// current gives the links that are held, if they are of this number of changes. If not they are let go.
func (k *linker) current(version int64) *links {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.held == nil || version < k.held.version { // a view of the file as it was
		return nil
	}
	if k.held.version < version {
		k.held = nil
	}
	return k.held
}

// latest gives the links that are held, of whatever number of changes.
func (k *linker) latest() *links {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.held
}

// renew makes links beside what its caller goes on to do, unless it is too early.
func (k *linker) renew(o *ontology.Ontology) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.making != nil || k.held != nil || time.Now().Before(k.next) {
		return
	}
	made := make(chan struct{})
	k.making = made
	go func() {
		began := time.Now()
		l, err := k.read(k.life, o)
		k.mu.Lock()
		defer k.mu.Unlock()
		if k.making, k.next = nil, time.Now().Add(20*time.Since(began)); err == nil {
			k.held = l
		}
		close(made)
	}()
}

// close ends the making of links, and waits for that.
func (k *linker) close() {
	k.end()
	k.wait()
}

// wait waits for links that are being made.
func (k *linker) wait() {
	k.mu.Lock()
	making := k.making
	k.mu.Unlock()
	if making != nil {
		<-making
	}
}

// read reads the links from the file, on a connection of its own. They are nil where there are too many, or where the file changes
// meanwhile.
func (k *linker) read(ctx context.Context, o *ontology.Ontology) (*links, error) {
	c, err := k.open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = c.close() }()
	before, err := changed(ctx, c)
	if err != nil {
		return nil, err
	}
	l := &links{version: before, numbers: map[string]int32{}, types: map[string]uint8{}}
	if len(o.Relations) > math.MaxUint8 {
		return nil, nil
	}
	for i, t := range o.Relations {
		l.types[t.Name] = uint8(i)
	}
	number := func(id string) int32 {
		n, ok := l.numbers[id]
		if !ok {
			n = int32(len(l.ids))
			l.ids, l.numbers[id] = append(l.ids, id), n
		}
		return n
	}
	from, to := []end{}, []end{} // of the i-th relation, the node that it leaves and the one that it comes to
	wide := false
	err = c.run(ctx, func(r row) error {
		typ, ok := l.types[r.text(1)]
		if !ok { // of an ontology that had it: nobody can ask for it
			return nil
		}
		row := r.ColumnInt64(3)
		wide = wide || row > math.MaxInt32
		from, to = append(from, end{number(r.text(0)), int32(row), typ}), append(to, end{number(r.text(2)), int32(row), typ})
		return nil
	}, "SELECT from_id, type, to_id, no FROM relation LIMIT +?", mostLinks+1)
	folded := make([]string, len(l.ids))
	if err == nil {
		err = c.run(ctx, func(r row) error {
			if n, ok := l.numbers[r.text(0)]; ok {
				folded[n] = r.text(1)
			}
			return nil
		}, "SELECT id, folded FROM node")
	}
	after, wrong := changed(ctx, c)
	if err != nil || wrong != nil || after != before || len(from) > mostLinks || wide {
		return nil, err
	}
	l.out, l.in = gathered(from, to, len(l.ids)), gathered(to, from, len(l.ids))
	l.rank(folded)
	return l, nil
}

// changed is the number of changes of the file so far.
func changed(ctx context.Context, c conn) (number int64, err error) {
	err = c.run(ctx, func(r row) error { number = r.ColumnInt64(0); return nil }, "SELECT number FROM change")
	return number, err
}

// gathered are the far ends of relations by their near ends.
func gathered(near, far []end, nodes int) ends {
	e := ends{first: make([]int32, nodes+1), of: make([]end, len(near))}
	for _, n := range near {
		e.first[n.far+1]++
	}
	for i := range nodes {
		e.first[i+1] += e.first[i]
	}
	at := slices.Clone(e.first)
	for i, n := range near {
		e.of[at[n.far]] = far[i]
		at[n.far]++
	}
	return e
}

// pairs is the value of an Expand with Pairs, without a condition, for all time.
func (l *links) pairs(e *plan.Expand) plan.Value {
	var out, in [math.MaxUint8 + 1]bool
	for _, t := range e.Relations {
		out[l.types[t.Name]] = e.Direction != ontology.In || t.Symmetric
		in[l.types[t.Name]] = e.Direction != ontology.Out || t.Symmetric
	}
	rows, fars := []plan.Value{}, []int32{}
	for _, here := range e.Nodes {
		n, ok := l.numbers[here]
		if !ok {
			continue
		}
		fars = l.in.along(l.out.along(fars[:0], n, &out), n, &in)
		slices.Sort(fars)
		for _, far := range slices.Compact(fars) {
			if len(rows) == e.Limit {
				return []plan.Value{rows, nil}
			}
			rows = append(rows, []plan.Value{l.ids[n], l.ids[far]})
		}
	}
	return []plan.Value{rows, nil}
}

// along adds the far ends at a node that relations of the types lead to.
func (e *ends) along(fars []int32, n int32, types *[math.MaxUint8 + 1]bool) []int32 {
	for _, far := range e.of[e.first[n]:e.first[n+1]] {
		if types[far.typ] {
			fars = append(fars, far.far)
		}
	}
	return fars
}

// linked answers an Expand from the links in memory, if they are as the file is; else they are made beside, for the next.
func (s *Store) linked(ctx context.Context, c conn, e *plan.Expand) (value plan.Value, ok bool, err error) {
	if !e.Pairs || e.Counts || e.Where != nil || e.AsOf != "" {
		return nil, false, nil
	}
	l, err := s.current(ctx, c)
	if l == nil {
		return nil, false, err
	}
	return l.pairs(e), true, nil
}
