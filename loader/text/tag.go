package text

import (
	"strings"

	"councilgraph/loader/text/tagger"
)

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
		if t.Kind == Word && oneOf(t.Tag, "VBD", "VBN") && !isPast(t.Low) {
			t.Tag = "NN"
			if strings.HasSuffix(t.Low, "s") && !strings.HasSuffix(t.Low, "ss") {
				t.Tag = "NNS"
			}
		}
	}
	repair(tokens)
	emphatic(tokens)
}

// emphatic gives what stands between "did", or whom somebody helped or let, and what is done the tag of a verb: "did sentence X", "did head
// the police", "helped the police arrest X".
func emphatic(tokens []Token) {
	for i := 1; i+1 < len(tokens); i++ {
		t := &tokens[i]
		if t.Tag == "IN" && t.Kind == Word && !grammatical(t.Low) && isLetter(runeAt(t.Text, 0)) {
			t.Tag = "NN"
		}
		noun := oneOf(t.Tag, "NN", "NNP", "JJ") && t.Low == t.Text && (t.Kind == Word || t.Kind == Office && !strings.Contains(t.Low, " "))
		if (oneOf(tokens[i-1].Low, "do", "does", "did") || helped(tokens, i-1)) && noun && startsNoun(&tokens[i+1]) {
			t.Kind, t.Tag, t.Note = Word, "VB", nil
		}
	}
}

// grammatical says that a word is one of the few that join others, and names nothing itself.
func grammatical(word string) bool {
	return prepositions[word] || relatives[word] || determiners[word] || subordinators[word] || auxiliaries[word] || modals[word]
}

// helped says that a name ends at i whose bearer somebody helps to do something, or lets do it.
func helped(tokens []Token, i int) bool {
	j := i - 1
	for j > 0 && tokens[j].Tag == "DT" {
		j--
	}
	return j >= 0 && tokens[i].Kind == Name && (Is(tokens[j].Low, "help") || Is(tokens[j].Low, "let"))
}

// repair mends tags by what can and cannot stand beside what: by the rules of tags.yaml, which meet what stands before a word as it has
// been mended.
func repair(tokens []Token) {
	for i := range tokens {
		if t := &tokens[i]; t.Kind == Word {
			if rule := contextual.at(tokens, i); rule != nil {
				t.Tag = rule.To
			}
		}
	}
}

// startsNoun says that a noun phrase begins with a token.
func startsNoun(t *Token) bool {
	return t.Kind == Name || t.Kind == Number || t.Kind == Office || t.Kind == Word && (oneOf(t.Tag, "DT", "PRP$") || oneOf(t.Low, "him", "her", "them"))
}

// participles are those of irregular verbs that are no other form.
var participles = func() map[string]bool {
	m := map[string]bool{}
	for _, v := range irregulars {
		if v[2] != v[1] && v[2] != v[0] {
			m[v[2]] = true
		}
	}
	return m
}()

// isPast says that a word may be a past or a past participle, as its ending or the irregular verbs tell.
func isPast(word string) bool {
	return strings.HasSuffix(word, "ed") || auxiliaries[word] || irregularPasts[word]
}

var irregularPasts = func() map[string]bool {
	m := map[string]bool{}
	for _, v := range irregulars {
		m[v[1]], m[v[2]] = true, true
	}
	for pair := range forms {
		form, _, _ := strings.Cut(pair, " ")
		m[form] = true
	}
	return m
}()

// pasts are the past forms of irregular verbs that are no nouns and no adjectives.
var pasts = func() map[string]bool {
	m := map[string]bool{}
	for _, v := range irregulars {
		if v[1] != v[0] && !ambiguous[v[1]] {
			m[v[1]] = true
		}
	}
	return m
}()

var kinds = map[Kind]tagger.Kind{
	Word: tagger.Word, Punctuation: tagger.Punctuation, Name: tagger.Name, Office: tagger.Office,
	Date: tagger.Date, Number: tagger.Number, Symbol: tagger.Name,
}
