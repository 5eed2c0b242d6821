package tagger_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"councilgraph/loader/text/tagger"
)

// sentence reads "word/TAG word/TAG"; NAME, DATE, OFFICE and NUMBER are kinds of token.
func sentence(t testing.TB, line string) tagger.Example {
	t.Helper()
	var e tagger.Example
	for field := range strings.FieldsSeq(line) {
		cut := strings.LastIndexByte(field, '/')
		word, name := strings.ReplaceAll(field[:cut], "_", " "), field[cut+1:]
		token, tag := tagger.Token{Word: word}, tagger.NNP
		switch name {
		case "NAME":
			token.Kind = tagger.Name
		case "DATE":
			token.Kind = tagger.Date
		case "OFFICE":
			token.Kind = tagger.Office
		case "NUMBER":
			token.Kind, tag = tagger.Number, tagger.CD
		default:
			var ok bool
			if tag, ok = tagger.ParseTag(name); !ok {
				t.Fatalf("%s: no tag is called %q", line, name)
			}
			if strings.ContainsAny(word, ".,;:()") {
				token.Kind = tagger.Punctuation
			}
		}
		e.Words, e.Tags = append(e.Words, token), append(e.Tags, tag)
	}
	return e
}

func sentences(t testing.TB, path string) []tagger.Example {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []tagger.Example
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, sentence(t, line))
		}
	}
	return all
}

func show(words []tagger.Token, tags []tagger.Tag) string {
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w.Word + "/" + tags[i].String() + " ")
	}
	return b.String()
}

func TestDefaultTagsConstructionsOfReports(t *testing.T) {
	for _, e := range sentences(t, "testdata/sentences.txt") {
		got, want := show(e.Words, tagger.Default().Tag(e.Words)), show(e.Words, e.Tags)
		if got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestLearnIsDeterministicAndFitsWhatItLearnt(t *testing.T) {
	all := sentences(t, "testdata/sentences.txt")
	first, again, other := tagger.Learn(all, 20, 1), tagger.Learn(all, 20, 1), tagger.Learn(all, 20, 2)
	if !bytes.Equal(encode(t, first), encode(t, again)) {
		t.Error("the same sentences and seed give different weights")
	}
	if bytes.Equal(encode(t, first), encode(t, other)) {
		t.Error("the seed has no part in the order of learning")
	}
	wrong, words := 0, 0
	for _, e := range all {
		for i, tag := range first.Tag(e.Words) {
			words++
			if tag != e.Tags[i] {
				wrong++
			}
		}
	}
	if wrong*50 > words {
		t.Errorf("%d of %d words have other tags than those learnt", wrong, words)
	}
}

func TestDecodeReadsWhatEncodeWrites(t *testing.T) {
	want := encode(t, tagger.Default())
	read, err := tagger.Decode(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(encode(t, read), want) {
		t.Error("weights differ after encoding and decoding them")
	}
	for _, n := range []int{0, 1, 100, len(want) / 2, len(want) - 1} {
		if _, err := tagger.Decode(bytes.NewReader(want[:n])); err == nil {
			t.Errorf("the first %d of %d bytes are taken for whole weights", n, len(want))
		}
	}
}

func encode(t testing.TB, tagger *tagger.Tagger) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := tagger.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTagHoldsForOddTokens(t *testing.T) {
	odd := []tagger.Token{{}, {Word: "\xff\xfe"}, {Word: "ä"}, {Kind: tagger.Name}, {Kind: tagger.Punctuation}, {Kind: 200, Word: "x"}}
	if got := tagger.Default().Tag(odd); len(got) != len(odd) {
		t.Errorf("%d tags for %d tokens", len(got), len(odd))
	}
	if got := tagger.Default().Tag(nil); len(got) != 0 {
		t.Errorf("tags %v of no tokens", got)
	}
}

func TestTagAtOnceGivesTheSameAsOneByOne(t *testing.T) {
	all := sentences(t, "testdata/sentences.txt")
	want := make([]string, len(all))
	for i, e := range all {
		want[i] = show(e.Words, tagger.Default().Tag(e.Words))
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for i, e := range all {
				if got := show(e.Words, tagger.Default().Tag(e.Words)); got != want[i] {
					t.Errorf("got %s, alone %s", got, want[i])
				}
			}
		})
	}
	wait.Wait()
}

func TestTagNamesAreReadAsTheyAreWritten(t *testing.T) {
	for tag := tagger.CC; tag <= tagger.Currency; tag++ {
		if read, ok := tagger.ParseTag(tag.String()); !ok || read != tag {
			t.Errorf("ParseTag(%q) = %v, %v", tag, read, ok)
		}
	}
	if tag, ok := tagger.ParseTag("-NONE-"); ok {
		t.Errorf("-NONE- is read as %v", tag)
	}
}

func BenchmarkTag(b *testing.B) {
	all := sentences(b, "testdata/sentences.txt")
	var tags []tagger.Tag
	size := 0
	for _, e := range all {
		for _, w := range e.Words {
			size += len(w.Word) + 1
		}
	}
	tagger.Default()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, e := range all {
			tags = tagger.Default().AppendTags(tags[:0], e.Words)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	packed := encode(b, tagger.Default())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tagger.Decode(bytes.NewReader(packed)); err != nil {
			b.Fatal(err)
		}
	}
}

// Weights and the account of what they were learnt from must be of one run of train.
func TestWeightsAreThoseOfTheirAccount(t *testing.T) {
	weights, err := os.ReadFile("weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	account, err := os.ReadFile("weights.txt")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(weights)); !strings.Contains(string(account), sum) {
		t.Errorf("weights.txt does not speak of weights.bin with sha256 %s; run train", sum)
	}
}
