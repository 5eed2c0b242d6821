package document

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"
)

// readStyle reads an element of the styles.
func (r *odtReader) readStyle(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		name := attribute(e, "name")
		r.style = &odtStyle{parent: attribute(e, "parent-style-name"), list: attribute(e, "list-style-name"),
			heading: headingStyle.MatchString(name) || number(e, "default-outline-level") > 0}
		r.styles[name] = r.style
	case "text-properties":
		if r.style == nil {
			return
		}
		if weight := attribute(e, "font-weight"); weight != "" {
			r.style.weight, r.style.bold = true, weight == "bold" || weight > "500" && weight <= "900"
		}
		if display := attribute(e, "display"); display != "" {
			r.style.unseen.set("display", display == "none")
		}
		r.style.raised = strings.HasPrefix(attribute(e, "text-position"), "super")
		if through := attribute(e, "text-line-through-style"); through != "" {
			r.style.unseen.set("text-line-through-style", through != "none")
		}
	case "list-style":
		r.defined = newList()
		r.lists[attribute(e, "name")] = r.defined
	case "outline-style":
		r.defined = newList()
		r.outline = r.defined
	case "list-level-style-number", "outline-level-style", "list-level-style-bullet":
		if r.defined != nil {
			r.defined.define(e)
		}
	}
}

func newList() *list {
	l := &list{}
	for i := range l.levels {
		l.levels[i] = listLevel{start: 1, format: "none"}
	}
	return l
}

// odtFormats are the formats of numbers, by the number one in them (XSLT's).
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

func (l *list) define(e xml.StartElement) {
	level := min(max(number(e, "level"), 1), maxLevels) - 1
	at := listLevel{start: 1, format: cmp.Or(odtFormats[attribute(e, "num-format")], "none")}
	if attribute(e, "start-value") != "" {
		at.start = number(e, "start-value")
	}
	if at.format != "none" {
		var shown []string
		for i := level - max(number(e, "display-levels"), 1) + 1; i <= level && i < maxLevels-1; i++ {
			if i >= 0 {
				shown = append(shown, fmt.Sprintf("%%%d", i+1))
			}
		}
		at.text = attribute(e, "num-prefix") + strings.Join(shown, ".") + attribute(e, "num-suffix")
		if format := attribute(e, "num-list-format"); format != "" { // of LibreOffice: %1%.
			at.text = strings.ReplaceAll(placeholder.ReplaceAllString(format, "$0\x00"), "\x00%", "")
		}
	}
	l.levels[level] = at
}

// resolve is a style with what it takes from those that it is based on.
func (r *odtReader) resolve(name string) odtStyle {
	at := r.styles[name]
	if at == nil {
		return odtStyle{heading: headingStyle.MatchString(name)}
	}
	s := *at
	for range maxLevels {
		if at = r.styles[at.parent]; at == nil {
			break
		}
		s.list, s.heading = cmp.Or(s.list, at.list), s.heading || at.heading
		if !s.weight {
			s.weight, s.bold = at.weight, at.bold
		}
		s.unseen = s.unseen.over(at.unseen)
	}
	return s
}

// level is that of the innermost list.
func (r *odtReader) level() int { return min(len(r.items), maxLevels) - 1 }

// beginList begins a list, anew unless it says that it goes on.
func (r *odtReader) beginList(e xml.StartElement) {
	l := &odtList{name: attribute(e, "style-name")}
	if n := len(r.items); n > 0 && l.name == "" {
		l.name = r.items[n-1].name
	}
	r.items = append(r.items, l)
	goesOn := attribute(e, "continue-numbering") == "true" || attribute(e, "continue-list") != ""
	if at := r.lists[l.name]; at != nil && len(r.items) == 1 && !goesOn {
		at.begun = [maxLevels]bool{}
	}
}

// number counts a paragraph that begins an item of a list, or a heading that is numbered.
func (r *odtReader) number(b *block, p *odtParagraph) {
	if outer := r.paragraph(); outer != nil && len(r.items) <= outer.items { // in a text box, not in a list of its own
		return
	}
	if p.level > 0 && len(r.items) == 0 {
		if r.outline != nil && strings.TrimSpace(b.text) != "" {
			if label := r.outline.next(p.level - 1); label != "" {
				b.label(label, false)
			}
		}
		return
	}
	if len(r.items) == 0 {
		return
	}
	at := r.items[len(r.items)-1]
	if !at.item {
		b.within = at.further && b.kind != headingBlock
		return
	}
	at.item, at.further = false, true
	name := cmp.Or(at.name, p.style.list)
	l := r.lists[name]
	if l == nil {
		b.within = b.kind != headingBlock
		return
	}
	level := r.level()
	label := l.next(level)
	if strings.TrimSpace(b.text) == "" && r.table() == nil {
		return
	}
	nested := level > 0 && itemLabel.MatchString(counted(1, l.levels[0].format)) && r.counts == r.items[0].name
	if b.label(label, nested); b.kind == itemBlock && level == 0 {
		r.counts = name
	}
}
