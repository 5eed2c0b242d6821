package document

import (
	"regexp"
	"strconv"
	"strings"

	"councilgraph/loader/text"
)

// gluedMark is a number that stands right behind a word, an acronym or their punctuation, as the mark of a footnote does in text that has lost its
// raised letters: "Prizren2".
var gluedMark = regexp.MustCompile(`(?:\p{Ll}{3}|\p{Lu}{4}|\p{Ll}[.,;:][”"’)]?)(\d{1,3})(?:[\s.,;:)]|$)`)

// gluedLetter is a small letter between the end of one sentence and the beginning of the next: "offences.a The", the mark of a footnote too.
var gluedLetter = regexp.MustCompile(`(\p{Ll}{3}\.)[a-h]( \p{Lu})`)

// gluedNumber is a number that may be the mark of a footnote.
type gluedNumber struct{ paragraph, from, to, number int }

// dateStamp is the day on which a page was printed, as six digits, with its language, where a text has run it into a sentence: "of 060296
// English authority".
var dateStamp = regexp.MustCompile(` (\d{2})(\d{2})\d{2} English( |$)`)

// unstamp takes the stamps of pages out of a text.
func unstamp(text string) string {
	return dateStamp.ReplaceAllStringFunc(text, func(stamp string) string {
		day, _ := strconv.Atoi(stamp[1:3])
		month, _ := strconv.Atoi(stamp[3:5])
		if day < 1 || day > 31 || month < 1 || month > 12 {
			return stamp
		}
		if strings.HasSuffix(stamp, " ") {
			return " "
		}
		return ""
	})
}

// languageMark is "English" between two words, as a running head has it that a text has run into a sentence: "the Steering English Board".
var languageMark = regexp.MustCompile(`(\pL+,?) English ([\pL\d]+)`)

// Words beside which "English" is the language, whatever else the text has: "in English", "the English text".
var (
	beforeLanguage = regexp.MustCompile(`(?i)^(?:in|into|speak\w*|spoken|written|fluent|basic|good|modern|old)$`)
	behindLanguage = regexp.MustCompile(`(?i)^(?:languages?|versions?|texts?|translations?|editions?|class(?:es)?|courses?|lessons?|teachers?|speak\w*|only)$`)
	// ofLanguage are words beside which it may well be: "from English", "the English and Serbian names".
	ofLanguage = regexp.MustCompile(`(?i)^(?:of|from|to|the|an?|and|or|with|his|her|their|both)$`)
)

// marksOfLanguage is from how many on, of those that are no language for certain, the marks of a text are those of its pages.
const marksOfLanguage = 3

// unmarkLanguage takes the language of the running heads out of the sentences of a text that has run some into them. A single "English" stays.
func unmarkLanguage(paragraphs []Paragraph) {
	found := 0
	for _, p := range paragraphs {
		for _, words := range languageMark.FindAllStringSubmatch(p.Text, -1) {
			certain := !ofLanguage.MatchString(words[1]) && !strings.HasSuffix(words[1], ",") && words[2] != "and" && words[2] != "or"
			if p.Kind != "TABLE_ROW" && certain && !spoken(words) {
				found++
			}
		}
	}
	if found < marksOfLanguage {
		return
	}
	for i := range paragraphs {
		if p := &paragraphs[i]; p.Kind != "TABLE_ROW" {
			p.Text = languageMark.ReplaceAllStringFunc(p.Text, func(match string) string {
				words := languageMark.FindStringSubmatch(match)
				if spoken(words) || ofLanguage.MatchString(words[1]) && (words[2] == "and" || words[2] == "or") {
					return match
				}
				return words[1] + " " + words[2]
			})
		}
	}
}

// spoken says that "English" between two words is what is spoken.
func spoken(words []string) bool {
	return beforeLanguage.MatchString(words[1]) || behindLanguage.MatchString(words[2])
}

// unmark takes the marks of footnotes, and the stamps of pages, out of paragraphs. A number is one where it follows that of the mark before; the first is 1 or, in what is cut
// out of a longer document, the number before that of the next. A letter is one between two sentences.
func unmark(paragraphs []Paragraph) {
	found, last, taken := marksIn(paragraphs), 0, map[int]int{}
	for i, m := range found {
		begins := last == 0 && i+1 < len(found) && found[i+1].number == m.number+1
		if m.number != last+1 && !begins {
			continue
		}
		last = m.number
		p := &paragraphs[m.paragraph]
		p.Text = p.Text[:m.from-taken[m.paragraph]] + p.Text[m.to-taken[m.paragraph]:]
		taken[m.paragraph] += m.to - m.from
	}
	for i := range paragraphs {
		if p := &paragraphs[i]; p.Kind != "TABLE_ROW" {
			p.Text = unstamp(gluedLetter.ReplaceAllString(p.Text, "$1$2"))
		}
	}
	unmarkLanguage(paragraphs)
}

func marksIn(paragraphs []Paragraph) (found []gluedNumber) {
	for i, p := range paragraphs {
		if p.Kind == "TABLE_ROW" || p.Kind == "FOOTNOTE" {
			continue
		}
		for at := 0; at < len(p.Text); {
			m := gluedMark.FindStringSubmatchIndex(p.Text[at:])
			if m == nil {
				break
			}
			if !text.Abbreviates(p.Text, at+m[2]-1) { // "S/2007/168/Add.1"
				number, _ := strconv.Atoi(p.Text[at+m[2] : at+m[3]])
				found = append(found, gluedNumber{i, at + m[2], at + m[3], number})
			}
			at += m[3]
		}
	}
	return found
}
