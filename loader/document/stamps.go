package document

import (
	"regexp"
	"strconv"
	"strings"
)

// dateStamp is the day on which a page was printed, as six digits, with its language, where a text has run it into a sentence: "of 060296
// English authority".
var dateStamp = regexp.MustCompile(` (\d{2})(\d{2})\d{2} English( |$)`)

// unstamp takes out of paragraphs what stands on a page beside its text and was run into it: the stamps of pages, and the language of
// running heads.
func unstamp(paragraphs []Paragraph) {
	for i := range paragraphs {
		if p := &paragraphs[i]; p.Kind != "TABLE_ROW" {
			p.Text = withoutStamps(p.Text)
		}
	}
	unmarkLanguage(paragraphs)
}

// withoutStamps is a text without the stamps of pages.
func withoutStamps(text string) string {
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

// languageHead begins a heading that the running head was run into.
const languageHead = "English "

// behindMark are words that no language has right behind it, but for one that something is said in, so that a mark before them counts for
// two: "some of English these issues".
var behindMark = regexp.MustCompile(`^(?:the|these|this|those|its|their|our|my|an?)$`)

// unmarkLanguage takes the language of the running heads out of the sentences of a text that has run some into them. A single "English"
// stays.
func unmarkLanguage(paragraphs []Paragraph) {
	found, heading := 0, ""
	for _, p := range paragraphs {
		if p.Heading != heading && strings.HasPrefix(p.Heading, languageHead) {
			found++
		}
		heading = p.Heading
		for _, words := range languageMark.FindAllStringSubmatch(p.Text, -1) {
			certain := !ofLanguage.MatchString(words[1]) && !strings.HasSuffix(words[1], ",") && words[2] != "and" && words[2] != "or"
			switch {
			case p.Kind == "TABLE_ROW" || spoken(words):
			case behindMark.MatchString(words[2]):
				found += 2
			case certain:
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
			p.Heading = strings.TrimPrefix(p.Heading, languageHead)
		}
	}
}

// spoken says that "English" between two words is what is spoken.
func spoken(words []string) bool {
	return beforeLanguage.MatchString(words[1]) || behindLanguage.MatchString(words[2])
}
