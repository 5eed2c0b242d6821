package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"councilgraph/loader/text/tagger"
)

// document is a report with its sentences as the teacher tagged them.
type document struct {
	name      string
	sentences []tagger.Example
}

var kinds = map[string]tagger.Kind{
	"word": tagger.Word, "number": tagger.Number, "name": tagger.Name, "date": tagger.Date, "office": tagger.Office,
	"punctuation": tagger.Punctuation,
}

// readDocuments reads what teacher.py writes.
func readDocuments(in io.Reader) ([]document, error) {
	var documents []document
	var sentence tagger.Example
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if name, ok := strings.CutPrefix(line, "# "); ok {
			documents = append(documents, document{name: name})
			continue
		}
		if len(documents) == 0 {
			return nil, fmt.Errorf("line %d: no document has begun; write \"# NAME\" before its tokens", n)
		}
		if line == "" {
			d := &documents[len(documents)-1]
			d.sentences = append(d.sentences, sentence)
			sentence = tagger.Example{}
			continue
		}
		token, tag, err := readToken(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		sentence.Words, sentence.Tags = append(sentence.Words, token), append(sentence.Tags, tag)
	}
	return documents, lines.Err()
}

func readToken(line string) (tagger.Token, tagger.Tag, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		return tagger.Token{}, tagger.None, fmt.Errorf("%d fields; write kind, word and tag apart by tabs", len(fields))
	}
	kind, ok := kinds[fields[0]]
	if !ok {
		return tagger.Token{}, tagger.None, fmt.Errorf("no kind of token is called %q", fields[0])
	}
	tag, ok := tagger.ParseTag(fields[2])
	if !ok {
		return tagger.Token{}, tagger.None, fmt.Errorf("no Penn tag is called %q", fields[2])
	}
	return tagger.Token{Word: fields[1], Kind: kind}, tag, nil
}
