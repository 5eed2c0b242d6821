package loader

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"councilgraph/graph/store"
	"councilgraph/loader/document"
)

// Options say how documents are loaded.
type Options struct {
	Symbol  string // the document symbol, for a single document whose text lacks it
	OCR     bool   // read pages of a PDF that are pictures with Tesseract
	Replace bool   // let a document take the place of another one of the same series and period
	// DryRun writes nothing. It prints to Out paragraph by paragraph each sentence, its facts with their quotes and their rules, and then which names are held to mean
	// the same, and why.
	DryRun bool
	Out    io.Writer
	Stdin  io.Reader // what "-" reads
	Files  fs.FS     // what paths are in; nil: the file system
	Report io.Writer // if not nil, gets a line of JSON for each document: its outcome, its doubts, its error
	// Progress, if not nil, is told of each document when it is done.
	Progress func(Done)
}

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

// Summary is what a load did. Its String is one line for each figure, then one for each document that failed, was passed over for a reason, or is in doubt.
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
		fmt.Fprintf(&b, "documents: %d (%d new, %d changed, %d unchanged, %d failed)\n", s.New+s.Changed+s.Unchanged+s.Failed(), s.New, s.Changed, s.Unchanged, s.Failed())
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

// MaxSize is the most bytes of one document.
const MaxSize = 64 << 20

// Load reads the documents that paths name (files, folders with all that they hold, - for standard input) and writes each in a transaction of its own. A document that cannot be
// read, or is refused, is a Failure and does not stop the rest. The error is for what stops the load: the store, or ctx.
func Load(ctx context.Context, s store.Store, r *Rules, paths []string, options Options) (Summary, error) {
	var sum Summary
	held, err := s.Held(ctx)
	if err != nil {
		return sum, err
	}
	have, was := map[string]bool{}, map[string]string{}
	for _, h := range held {
		have[h.Hash] = true
		was[h.Report] = h.Hash
	}
	files, failures := expand(paths, options.Files)
	for _, f := range failures {
		sum.fail(f.Name, f.Err)
		if err := (Done{Name: f.Name, Err: f.Err}).tellTo(options.Report); err != nil {
			return sum, err
		}
	}
	if options.Symbol != "" && len(files) != 1 {
		return sum, fmt.Errorf("a symbol names one document, and there are %d: load it alone", len(files))
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	read := map[string]string{}
	for i, next := range readAhead(ctx, files, func(name string) reading { return r.readFile(name, have, options) }) {
		done := Done{Name: files[i], Index: i + 1, Total: len(files), Err: next.err, dry: options.DryRun}
		if next.extract != nil {
			done.Doubts = next.extract.Doubts
		}
		switch {
		case next.err != nil:
		case next.extract == nil:
			done.Outcome.Result = store.Unchanged
		case options.DryRun:
			next.extract.print(options.Out)
			if err := next.extract.printMerges(ctx, s, r, read, options.Out); err != nil {
				return sum, fmt.Errorf("compare the names of %s with those held: %w", files[i], err)
			}
			sum.Read++
			sum.tells(r, next.extract)
			sum.doubt(files[i], done.Doubts)
			done.Facts = len(next.extract.Document.Relations)
			if err := done.tellTo(options.Report); err != nil {
				return sum, err
			}
			continue
		default:
			written := next.extract.Document
			outcomes, err := s.Write(ctx, []store.Document{written}, store.WriteOptions{Replace: options.Replace})
			if err != nil {
				return sum, fmt.Errorf("load %s: %w", files[i], err)
			}
			done.Outcome, done.Err = outcomes[0], outcomes[0].Refusal
			if result := done.Outcome.Result; result == store.New || result == store.Changed {
				done.Facts = len(written.Relations)
				if result == store.Changed && sameText(was[written.Report], written.Hash) {
					sum.Again++
				}
				was[written.Report] = written.Hash
				sum.tells(r, next.extract)
				sum.doubt(files[i], done.Doubts)
			}
		}
		sum.add(done)
		if err := done.tellTo(options.Report); err != nil {
			return sum, err
		}
		if options.Progress != nil {
			options.Progress(done)
		}
	}
	if !options.DryRun && ctx.Err() == nil {
		n, err := s.Count(ctx)
		if err != nil {
			return sum, fmt.Errorf("count what the graph holds: %w", err)
		}
		sum.Nodes, sum.Relations, sum.Evidence = n.Nodes, n.Relations, n.Evidence
	}
	return sum, ctx.Err()
}

// reading is what a file gave: extract is nil where the store has it already, and where err is not nil.
type reading struct {
	extract *Extract
	err     error
}

// readFile reads one file. A defect of the reader is the failure of that file alone, so that it ends no load of others and no server.
func (r *Rules) readFile(name string, have map[string]bool, options Options) (result reading) {
	defer func() {
		if defect := recover(); defect != nil {
			result = reading{err: fmt.Errorf("read: the reader failed on it (%v), which is a defect of this program, not of the document: please report it with the document", defect)}
		}
	}()
	source, err := open(name, options)
	if err != nil {
		return reading{err: err}
	}
	source.OCR = options.OCR
	hash := r.Hash(source)
	if have[hash] && !options.DryRun {
		return reading{}
	}
	x, err := r.Read(source)
	if err != nil {
		return reading{err: err}
	}
	x.Document.Hash = hash
	return reading{extract: x}
}

// readAhead yields what read makes of each file, in their order, with the file's index. As many files as there are processors are read at once, ahead of the one that is
// dealt with and never more: that bounds the memory, whatever the number of files. It ends early where ctx does.
func readAhead(ctx context.Context, files []string, read func(name string) reading) iter.Seq2[int, reading] {
	return func(yield func(int, reading) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		ahead := make(chan chan reading, runtime.GOMAXPROCS(0)-1)
		go func() {
			defer close(ahead)
			for _, name := range files {
				result := make(chan reading, 1)
				select {
				case ahead <- result:
					go func() { result <- read(name) }()
				case <-ctx.Done():
					return
				}
			}
		}()
		i := 0
		for result := range ahead {
			if !yield(i, <-result) {
				return
			}
			i++
		}
	}
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
		told[ends{s.Type, from, to}] = append(told[ends{s.Type, from, to}], store.Told{ReportKey: d.Key(), Properties: s.Properties, Ordinal: s.Ordinal, Evidence: s.Evidence})
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

// expand lists the files that paths name, folders' in the order of their names. Files that are hidden, or of a form that no report has, are left out of folders.
func expand(paths []string, files fs.FS) (names []string, failures []Failure) {
	for _, path := range paths {
		if path == "-" {
			names = append(names, path)
			continue
		}
		before := len(names) + len(failures)
		in, root, join := files, path, func(name string) string { return name }
		if in == nil {
			in, root = os.DirFS(path), "."
			join = func(name string) string { return filepath.Join(path, filepath.FromSlash(name)) }
			if info, err := os.Stat(path); err != nil {
				failures = append(failures, Failure{path, plain(err)})
				continue
			} else if !info.IsDir() {
				names = append(names, path)
				continue
			}
		}
		err := fs.WalkDir(in, root, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				failures = append(failures, Failure{join(name), plain(err)})
				return nil
			}
			if base := entry.Name(); !entry.IsDir() && !strings.HasPrefix(base, ".") && slices.Contains(document.Forms, strings.ToLower(filepath.Ext(base))) {
				names = append(names, join(name))
			}
			return nil
		})
		if err != nil {
			failures = append(failures, Failure{path, plain(err)})
		}
		if len(names)+len(failures) == before {
			failures = append(failures, Failure{path, fmt.Errorf("the folder holds no document: its files are to end in one of %s", strings.Join(document.Forms, " "))})
		}
	}
	return names, failures
}

// plain is a file system's error without the path, which the caller says.
func plain(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

func open(name string, options Options) (Source, error) {
	source := Source{Name: filepath.Base(name), Symbol: options.Symbol}
	var in io.Reader
	switch {
	case name == "-":
		source.Name, in = "standard input", options.Stdin
	case options.Files != nil:
		f, err := options.Files.Open(name)
		if err != nil {
			return source, plain(err)
		}
		defer f.Close()
		in = f
	default:
		f, err := os.Open(name)
		if err != nil {
			return source, plain(err)
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, MaxSize+1))
	if err != nil {
		return source, plain(err)
	}
	if len(text) > MaxSize {
		return source, fmt.Errorf("it has more than %d MiB, which is the limit of a document", MaxSize>>20)
	}
	source.Text = text
	return source, nil
}

// print shows what was read: paragraph by paragraph each sentence, then its facts.
func (x *Extract) print(out io.Writer) {
	paragraph := ""
	for _, s := range x.Sentences {
		if s.Name != paragraph {
			paragraph = s.Name
			fmt.Fprintf(out, "\n%s\n", paragraph)
		}
		fmt.Fprintf(out, "  %s\n", s.Text)
		for _, f := range s.Facts {
			fmt.Fprintf(out, "    %s [%s] %q\n", f.Fact, cmp.Or(f.Rule, "-"), f.Quote)
		}
	}
}
