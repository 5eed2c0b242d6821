package document

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// each visits nodes in order, without recursion, and goes into those for which visit says so.
func each(root *html.Node, visit func(*html.Node) bool) {
	for n := root; n != nil; {
		if visit(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
		}
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

// htmlText is the beginning of the text in a node: all of it where it is as short as a mark.
func htmlText(root *html.Node) string {
	var b strings.Builder
	each(root, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.WriteString(n.Data[:min(len(n.Data), maxRepeated)])
		}
		return b.Len() < maxRepeated
	})
	return b.String()
}

func htmlAttribute(n *html.Node, name string) string {
	v, _ := attributeOf(n, name)
	return v
}

// attributeOf is the value of an attribute; ok says whether there is one.
func attributeOf(n *html.Node, name string) (v string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func htmlInt(n *html.Node, name string) (int, bool) {
	v, err := strconv.Atoi(strings.TrimSpace(htmlAttribute(n, name)))
	return v, err == nil
}

// htmlNumber is the number of an item of an ordered list; 0 for any other.
func htmlNumber(li *html.Node) int {
	if li.Parent == nil || li.Parent.DataAtom != atom.Ol {
		return 0
	}
	if v, ok := htmlInt(li, "value"); ok {
		return v
	}
	before := 0
	for n := li.PrevSibling; n != nil; n = n.PrevSibling {
		if n.DataAtom != atom.Li {
			continue
		}
		before++
		if v, ok := htmlInt(n, "value"); ok {
			return v + before
		}
		if before > maxRowspan {
			return 0 // no report has so long a list
		}
	}
	if v, ok := htmlInt(li.Parent, "start"); ok {
		return v + before
	}
	return 1 + before
}

// htmlNotes are the footnotes of a page: what the marks in its text lead to.
type htmlNotes struct {
	numbers map[*html.Node]int  // of notes
	marks   map[*html.Node]bool // links to notes, and back from them
}

var (
	noteClass = regexp.MustCompile(`(?i)foot-?note|end-?note|noteref|backlink|sdfn|^#(?:_?ftn|_?edn|fn|sd(?:foot|end)note|cite_|footnote|endnote|note)`)
	backArrow = regexp.MustCompile(`^\s*[↩↑⏎^\x{fe0e}\x{2191}]+\s*$`)
	digit     = regexp.MustCompile(`\d{1,3}`)
)

// holds says whether a note begins in a node.
func (h *htmlNotes) holds(n *html.Node) bool { return h.numbers[n] > 0 }

// notesOf finds the footnotes of a page by the links to them: short ones, that say to be such or stand above the line, and lead further
// down.
func notesOf(root *html.Node) *htmlNotes {
	h := &htmlNotes{numbers: map[*html.Node]int{}, marks: map[*html.Node]bool{}}
	targets, order := map[string]*html.Node{}, map[*html.Node]int{}
	var links []*html.Node
	each(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		order[n] = len(order)
		id := htmlAttribute(n, "id")
		if id == "" && n.DataAtom == atom.A {
			id = htmlAttribute(n, "name")
		}
		if id != "" && targets[id] == nil {
			targets[id] = n
		}
		if n.DataAtom == atom.A && strings.HasPrefix(htmlAttribute(n, "href"), "#") {
			links = append(links, n)
		}
		return true
	})
	for _, a := range links {
		text := htmlText(a)
		target := targets[htmlAttribute(a, "href")[1:]]
		if target == nil || !backArrow.MatchString(text) && !(footnoteMark.MatchString(text) && marksNote(a)) {
			continue
		}
		h.marks[a] = true
		if note := noteAround(target); order[note] > order[a] {
			if m := digit.FindString(text); m != "" {
				h.numbers[note], _ = strconv.Atoi(m)
			}
		}
	}
	for _, a := range links { // back from a note that has its number again
		if h.marks[targets[htmlAttribute(a, "href")[1:]]] && footnoteMark.MatchString(htmlText(a)) {
			h.marks[a] = true
		}
	}
	return h
}

// marksNote says whether a link is the mark of a note: it says so, or stands above the line, or in brackets.
func marksNote(a *html.Node) bool {
	for _, v := range []string{"class", "role", "href", "rel", "epub:type"} {
		if noteClass.MatchString(htmlAttribute(a, v)) {
			return true
		}
	}
	above := a.Parent != nil && a.Parent.DataAtom == atom.Sup
	each(a, func(n *html.Node) bool {
		above = above || n.DataAtom == atom.Sup
		return true
	})
	return above
}

// noteAround is the block in which the target of a mark stands.
func noteAround(target *html.Node) *html.Node {
	block := target
	for n := target; n != nil && n.DataAtom != atom.Body; n = n.Parent {
		id := htmlAttribute(n, "id")
		switch {
		case n.DataAtom == atom.Li, n.DataAtom == atom.Aside, n.DataAtom == atom.Dd:
			return n
		case n != target && id != "" && noteClass.MatchString("#"+id):
			return n
		}
		if isInline(block) {
			block = n
		}
	}
	return block
}
