package loader

import (
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

	"councilgraph/loader/document"
)

// MaxSize is the most bytes of one document.
const MaxSize = 64 << 20

// reading is what a file gave: extract is nil where the store has it already, and where err is not nil.
type reading struct {
	extract *Extract
	err     error
}

// readFile reads one file. A defect of the reader is the failure of that file alone, so that it ends no load of others and no server.
func (r *Rules) readFile(name string, have map[string]bool, options Options) (result reading) {
	defer func() {
		if defect := recover(); defect != nil {
			result = reading{err: fmt.Errorf("read: the reader failed on it (%v), which is a defect of this program, not of the document: "+
				"please report it with the document", defect)}
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

// readAhead yields what read makes of each file, in their order, with the file's index. As many files as there are processors are read at
// once, ahead of the one that is dealt with and never more: that bounds the memory, whatever the number of files. It ends early where ctx
// does, and waits for no file that is being read then.
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
			select {
			case next := <-result:
				if !yield(i, next) {
					return
				}
			case <-ctx.Done():
				return
			}
			i++
		}
	}
}

// expand lists the files that paths name, folders' in the order of their names. Files that are hidden, or of a form that no report has, are
// left out of folders.
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
			base := entry.Name()
			form := strings.ToLower(filepath.Ext(base))
			if !entry.IsDir() && !strings.HasPrefix(base, ".") && slices.Contains(document.Forms, form) {
				names = append(names, join(name))
			}
			return nil
		})
		if err != nil {
			failures = append(failures, Failure{path, plain(err)})
		}
		if len(names)+len(failures) == before {
			failures = append(failures, Failure{path, fmt.Errorf("the folder holds no document: its files are to end in one of %s",
				strings.Join(document.Forms, " "))})
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
