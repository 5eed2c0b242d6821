package loader

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"

	"councilgraph/graph/store"
)

// Options say how documents are loaded.
type Options struct {
	Symbol  string // the document symbol, for a single document whose text lacks it
	OCR     bool   // read pages of a PDF that are pictures with Tesseract
	Replace bool   // let a document take the place of another one of the same series and period
	// DryRun writes nothing. It prints to Out paragraph by paragraph each sentence, its facts with their quotes and their rules, and then
	// which names are held to mean the same, and why.
	DryRun bool
	Out    io.Writer
	Stdin  io.Reader // what "-" reads
	Files  fs.FS     // what paths are in; nil: the file system
	Report io.Writer // if not nil, gets a line of JSON for each document: its outcome, its doubts, its error
	// Progress, if not nil, is told of each document when it is done.
	Progress func(Done)
}

// Load reads the documents that paths name (files, folders with all that they hold, - for standard input) and writes each in a transaction
// of its own. A document that cannot be read, or is refused, is a Failure and does not stop the rest. The error is for what stops the load:
// the store, or ctx.
func Load(ctx context.Context, s store.Store, r *Rules, paths []string, options Options) (Summary, error) {
	l := &loading{store: s, rules: r, options: options, was: map[string]string{}, met: map[string]string{}}
	held, err := s.Held(ctx)
	if err != nil {
		return l.sum, err
	}
	have := map[string]bool{}
	for _, h := range held {
		have[h.Hash] = true
		l.was[h.Report] = h.Hash
	}
	files, failures := expand(paths, options.Files)
	for _, f := range failures {
		l.sum.fail(f.Name, f.Err)
		if err := (Done{Name: f.Name, Err: f.Err}).tellTo(options.Report); err != nil {
			return l.sum, err
		}
	}
	if options.Symbol != "" && len(files) != 1 {
		return l.sum, fmt.Errorf("a symbol names one document, and there are %d: load it alone", len(files))
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for i, next := range readAhead(ctx, files, func(name string) reading { return r.readFile(name, have, options) }) {
		done := Done{Name: files[i], Index: i + 1, Total: len(files), Err: next.err, dry: options.DryRun}
		if err := l.document(ctx, next.extract, &done); err != nil {
			return l.sum, err
		}
	}
	if !options.DryRun && ctx.Err() == nil {
		n, err := s.Count(ctx)
		if err != nil {
			return l.sum, fmt.Errorf("count what the graph holds: %w", err)
		}
		l.sum.Nodes, l.sum.Relations, l.sum.Evidence = n.Nodes, n.Relations, n.Evidence
	}
	return l.sum, ctx.Err()
}

// loading is a load on its way.
type loading struct {
	store   store.Store
	rules   *Rules
	options Options
	sum     Summary
	was     map[string]string // the hash of each report as it is held
	met     map[string]string // where a dry run first named each node, by id
}

// document deals with one document, of which x is nil where the store has it already, or where it could not be read.
func (l *loading) document(ctx context.Context, x *Extract, done *Done) error {
	if x != nil {
		done.Doubts = x.Doubts
	}
	switch {
	case done.Err != nil:
	case x == nil:
		done.Outcome.Result = store.Unchanged
	case l.options.DryRun:
		if err := l.show(ctx, x, done); err != nil {
			return err
		}
		return done.tellTo(l.options.Report)
	default:
		if err := l.write(ctx, x, done); err != nil {
			return err
		}
	}
	l.sum.add(*done)
	if err := done.tellTo(l.options.Report); err != nil {
		return err
	}
	if l.options.Progress != nil {
		l.options.Progress(*done)
	}
	return nil
}

// show prints what a document tells, and counts it.
func (l *loading) show(ctx context.Context, x *Extract, done *Done) error {
	x.print(l.options.Out)
	if err := x.printMerges(ctx, l.store, l.rules, l.met, l.options.Out); err != nil {
		return fmt.Errorf("compare the names of %s with those held: %w", done.Name, err)
	}
	l.sum.Read++
	l.sum.tells(l.rules, x)
	l.sum.doubt(done.Name, done.Doubts)
	done.Facts = len(x.Document.Relations)
	return nil
}

// write writes what a document tells, and counts it.
func (l *loading) write(ctx context.Context, x *Extract, done *Done) error {
	written := x.Document
	outcomes, err := l.store.Write(ctx, []store.Document{written}, store.WriteOptions{Replace: l.options.Replace})
	if err != nil {
		return fmt.Errorf("load %s: %w", done.Name, err)
	}
	done.Outcome, done.Err = outcomes[0], outcomes[0].Refusal
	if result := done.Outcome.Result; result == store.New || result == store.Changed {
		done.Facts = len(written.Relations)
		if result == store.Changed && sameText(l.was[written.Report], written.Hash) {
			l.sum.Again++
		}
		l.was[written.Report] = written.Hash
		l.sum.tells(l.rules, x)
		l.sum.doubt(done.Name, done.Doubts)
	}
	return nil
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
