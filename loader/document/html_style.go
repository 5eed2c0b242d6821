package document

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlRules are what the page's own style sheets say of classes (".c") and of single elements ("#id").
type htmlRules map[string]string

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
			if !hidesElement.MatchString(m[2]) && !strings.Contains(m[2], "list-style") {
				continue
			}
			for s := range strings.SplitSeq(m[1], ",") {
				if of := selected.FindStringSubmatch(strings.TrimSpace(s)); of != nil && len(rules) < most {
					rules[of[1]] = m[2]
				}
			}
		}
		return true
	})
	return rules
}

// style is all that is said of how an element looks: by its classes, its id and its own attribute, in this order.
func (r htmlRules) style(n *html.Node) string {
	own := htmlAttribute(n, "style")
	if len(r) == 0 {
		return own
	}
	var all []string
	for c := range strings.FieldsSeq(htmlAttribute(n, "class")) {
		all = append(all, r["."+c])
	}
	return strings.Join(append(all, r["#"+htmlAttribute(n, "id")], own), ";")
}

// selfClosed is an element that XHTML may end where it begins, and HTML may not: there it would go on to the end of the page.
var selfClosed = regexp.MustCompile(`(?i)<(a|b|em|i|div|iframe|p|script|span|strong|style|sub|sup|td|textarea|th|title|u)((?:\s[^<>]*)?)/>`)

// closed writes out what an XHTML page ends in short.
func closed(source []byte) []byte {
	head := source[:min(len(source), sample)]
	if !bytes.Contains(head, []byte("http://www.w3.org/1999/xhtml")) {
		return source
	}
	return selfClosed.ReplaceAll(source, []byte("<$1$2></$1>"))
}
