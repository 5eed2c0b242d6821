package loader

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"strings"

	"councilgraph/loader/document"
)

// The reader's own sources, words and weights are its version: no change of what it reads can be forgotten. TestVersion names what is left
// out.
//
//go:embed *.go */*.go */*/*.go */*/*.bin text/words.yaml text/tags.yaml frames/words.yaml lexicon/english.txt
var sources embed.FS

// version is another one for each reader: for its program as for its rules.
var version = sumOf(func(h hash.Hash) {
	err := fs.WalkDir(sources, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := sources.ReadFile(name)
		fmt.Fprintf(h, "%s\x00%s\x00", name, text)
		return err
	})
	if err != nil {
		panic(fmt.Sprintf("the sources are part of the program: %v", err))
	}
})

func sumOf(write func(hash.Hash)) string {
	h := sha256.New()
	write(h)
	return hex.EncodeToString(h.Sum(nil))[:32]
}

// Hash is what a document is known by, so that the same text, read by the same reader with the same rules, is not read again: a sum of the
// text and, behind a point, one of the reader and its rules.
func (r *Rules) Hash(src Source) string {
	return sumOf(func(h hash.Hash) {
		fmt.Fprintf(h, "%s\x00", src.Symbol)
		h.Write(src.Text)
	}) + "." + sumOf(func(h hash.Hash) {
		fmt.Fprintf(h, "%s\x00%s", version, r.hash)
		if src.OCR && document.HasPages(src.Text) {
			fmt.Fprint(h, "\x00OCR")
		}
	})
}

// sameText says whether two hashes are of one text, read by whatever reader.
func sameText(a, b string) bool {
	textA, _, _ := strings.Cut(a, ".")
	textB, _, _ := strings.Cut(b, ".")
	return textA == textB
}
