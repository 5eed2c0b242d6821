package text

import "councilgraph/loader/text/tagger"

// Tag gives tokens their parts of speech. Annotations are NNP, dates DATE, numbers CD.
func Tag(tokens []Token) {
	words := make([]tagger.Token, len(tokens))
	for i, t := range tokens {
		words[i] = tagger.Token{Word: t.Text, Kind: kinds[t.Kind]}
	}
	for i, tag := range tagger.Default().Tag(words) {
		t := &tokens[i]
		switch t.Kind {
		case Date:
			t.Tag = "DATE"
		case Number:
			t.Tag = "CD"
		case Name, Office, Symbol:
			t.Tag = "NNP"
		default:
			t.Tag = tag.String()
		}
	}
}

var kinds = map[Kind]tagger.Kind{Word: tagger.Word, Punctuation: tagger.Punctuation, Name: tagger.Name, Office: tagger.Office, Date: tagger.Date, Number: tagger.Number, Symbol: tagger.Name}
