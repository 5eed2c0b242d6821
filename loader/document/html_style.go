package document

import (
	"bytes"
	"cmp"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlRules are what the page's own style sheets say of classes (".c") and of single elements ("#id").
type htmlRules map[string]htmlStyle

// htmlStyle is what the look of an element says of its text.
type htmlStyle struct {
	hidden bool   // or struck out
	list   string // how the items of a list are counted, "none" where they have no mark; "" where nothing is said
}

var (
	hidesElement = regexp.MustCompile(`(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all` +
		`|text-decoration(?:-line)?\s*:\s*[^;]*line-through)`)
	listStyle   = regexp.MustCompile(`(?i)list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b`)
	listFormats = map[string]string{
		"none": "none", "decimal": "decimal", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
		"lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
	}
	listTypes = map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
)

// htmlStyleOf reads declarations, of which the last one counts.
func htmlStyleOf(declarations string) htmlStyle {
	s := htmlStyle{hidden: hidesElement.MatchString(declarations)}
	for _, m := range listStyle.FindAllStringSubmatch(declarations, -1) {
		s.list = listFormats[strings.ToLower(m[1])]
	}
	return s
}

// with is a style with what another adds to it: what one of them hides stays hidden.
func (s htmlStyle) with(other htmlStyle) htmlStyle {
	return htmlStyle{hidden: s.hidden || other.hidden, list: cmp.Or(other.list, s.list)}
}

var (
	conditionRule = regexp.MustCompile(`(?s)@(?:media|supports)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}`)
	styleRule     = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
	// selected is a selector that ends in a class or an id, without a state.
	selected = regexp.MustCompile(`^(?:.*[\s>+~])?[\w-]*([.#][\w-]+)$`)
)

// rulesOf reads the style sheets of a page, as far as they are no longer than people write them.
func rulesOf(root *html.Node) htmlRules {
	const most = 2000
	rules := htmlRules{}
	each(root, func(n *html.Node) bool {
		if n.DataAtom != atom.Style || n.FirstChild == nil {
			return true
		}
		for _, m := range styleRule.FindAllStringSubmatch(conditionRule.ReplaceAllString(n.FirstChild.Data, ""), most) {
			said := htmlStyleOf(m[2])
			if said == (htmlStyle{}) {
				continue
			}
			for s := range strings.SplitSeq(m[1], ",") {
				if of := selected.FindStringSubmatch(strings.TrimSpace(s)); of != nil && len(rules) < most {
					rules[of[1]] = rules[of[1]].with(said)
				}
			}
		}
		return true
	})
	return rules
}

// style is all that is said of how an element looks: by its classes, its id and its own attribute, in this order.
func (r htmlRules) style(n *html.Node) htmlStyle {
	own := htmlStyleOf(htmlAttribute(n, "style"))
	if len(r) == 0 {
		return own
	}
	var s htmlStyle
	for c := range strings.FieldsSeq(htmlAttribute(n, "class")) {
		s = s.with(r["."+c])
	}
	return s.with(r["#"+htmlAttribute(n, "id")]).with(own)
}

// selfClosed is an element that XHTML may end where it begins, and HTML may not: there it would go on to the end of the page.
var selfClosed = regexp.MustCompile(`(?i)<(a|b|em|i|div|iframe|p|script|span|strong|style|sub|sup|td|textarea|th|title|u)((?:\s[^<>]*)?)/>`)

// framed are frames, and what stands in a page for those who see none: its text.
var framed = regexp.MustCompile(`(?i)</?(?:frameset|frame|noframes)\b[^<>]*>`)

// closed writes out what an XHTML page ends in short, and leaves out frames.
func closed(source []byte) []byte {
	source = framed.ReplaceAll(source, nil)
	head := source[:min(len(source), sample)]
	if !bytes.Contains(head, []byte("http://www.w3.org/1999/xhtml")) {
		return source
	}
	return selfClosed.ReplaceAll(source, []byte("<$1$2></$1>"))
}
