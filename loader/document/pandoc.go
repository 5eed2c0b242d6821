package document

import "regexp"

var (
	// fencedDiv is a line that begins or ends a block of pandoc's Markdown: "::: {custom-style="Single Txt"}", ":::".
	fencedDiv = regexp.MustCompile(`(?m)^[> ]*:{3,}(?: *(?:\{[^{}\n]*\}|[\w-]+))? *:*\r?$`)
	// span is a text that pandoc's Markdown gives attributes, and titled a heading that has some: "[Lura]{.underline}", "## Security
	// {#security}".
	span   = regexp.MustCompile(`\[([^\[\]\n]*(?:\n[^\[\]\n]+)*)\]\{` + attributes + `\}`)
	titled = regexp.MustCompile(`(?m)^( {0,3}#{1,6} .*?) *\{` + attributes + `\}[ #]*$`)
)

// attributes are an id, classes, and keys with values (https://pandoc.org/MANUAL.html#extension-attributes).
const attributes = `(?: *(?:[.#][\w:.-]+|[\w-]+=(?:"[^"\n]*"|[^\s"{}]+)) *)+`

// mostNested is how many spans stand one within another at most: a text may be slanted, underlined, of a style and of a language.
const mostNested = 4

// withoutAttributes takes out what pandoc writes into Markdown of a document's styles. Each line stays where it is.
func withoutAttributes(source []byte) []byte {
	source = fencedDiv.ReplaceAll(source, nil)
	for range mostNested {
		source = span.ReplaceAll(source, []byte("$1"))
	}
	return titled.ReplaceAll(source, []byte("$1"))
}
