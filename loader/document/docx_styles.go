package document

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
)

// docxStyle is what a style says of a paragraph or a run: for the first level of a style, what it says itself or takes from the one that it
// is based on.
type docxStyle struct {
	name, basedOn string
	heading       bool
	num           string // "" where it says nothing
	level         int
	bold          bool
	unseen        switches
	raised        bool // of a run
}

var (
	headingStyle  = regexp.MustCompile(`(?i)^(?:heading|title|subtitle|h\d|_h_|hch|ssup)`)
	contentsStyle = regexp.MustCompile(`(?i)^(?:toc ?\d|table of (?:figures|contents|authorities)$|index ?\d)`)
)

// readStyles reads the styles (ECMA-376, part 1, 17.7).
func (r *docxReader) readStyles(d *xml.Decoder) error {
	s, id := &docxStyle{}, ""
	err := eachToken(d, func(t xml.Token) (bool, error) {
		e, ok := t.(xml.StartElement)
		if !ok {
			return true, nil
		}
		switch e.Name.Local {
		case "style":
			s, id = &docxStyle{}, attribute(e, "styleId")
			r.styles[id] = s
		case "name":
			s.name = attribute(e, "val")
		case "basedOn":
			s.basedOn = attribute(e, "val")
		case "numId":
			s.num = attribute(e, "val")
		case "ilvl":
			s.level = number(e, "val")
		case "outlineLvl":
			s.heading = number(e, "val") < maxLevels-1
		case "b":
			s.bold = on(e)
		case "vanish", "strike", "dstrike":
			s.unseen.set(e.Name.Local, on(e))
		}
		return true, nil
	})
	for id, s := range r.styles {
		s.heading = s.heading || headingStyle.MatchString(s.name) || headingStyle.MatchString(id)
	}
	for _, s := range r.styles {
		base := r.styles[s.basedOn]
		for range maxLevels {
			if base == nil {
				break
			}
			if s.num == "" && base.num != "" {
				s.num, s.level = base.num, base.level
			}
			s.heading, s.bold, s.unseen = s.heading || base.heading, s.bold || base.bold, s.unseen.over(base.unseen)
			base = r.styles[base.basedOn]
		}
	}
	return err
}

// style is what a style says, which may be unknown.
func (r *docxReader) style(id string) docxStyle {
	if s := r.styles[id]; s != nil {
		return *s
	}
	return docxStyle{name: id, heading: headingStyle.MatchString(id)}
}

// number is the value of an attribute that is a number; 0 for any other.
func number(e xml.StartElement, name string) int {
	n, _ := strconv.Atoi(attribute(e, name))
	return n
}

// numbering are the lists of a Word document (ECMA-376, part 1, 17.9): several nums count on in one list, unless they say where to begin.
type numbering struct {
	lists  map[string]*list // by abstractNumId
	nums   map[string]*num
	styled map[string]string // the style that an abstract list stands for, by its id
}

type num struct {
	abstract string
	starts   map[int]int   // for a level, until it was used
	own      map[int]*list // of which it takes a level, instead of the abstract one's
}

func (r *docxReader) readNumbering(d *xml.Decoder) error {
	n := &r.numbering
	n.lists, n.nums, n.styled = map[string]*list{}, map[string]*num{}, map[string]string{}
	var (
		l     *list
		at    *num
		level int
		id    string
	)
	return eachToken(d, func(t xml.Token) (bool, error) {
		e, ok := t.(xml.StartElement)
		if !ok {
			return true, nil
		}
		switch e.Name.Local {
		case "abstractNum":
			id, l, at, level = attribute(e, "abstractNumId"), newDocxList(), nil, 0
			n.lists[id] = l
		case "numStyleLink":
			n.styled[id] = attribute(e, "val")
		case "num":
			at, level = &num{starts: map[int]int{}, own: map[int]*list{}}, 0
			n.nums[attribute(e, "numId")] = at
		case "abstractNumId":
			if at != nil {
				at.abstract = attribute(e, "val")
			}
		case "lvl", "lvlOverride":
			level = min(max(number(e, "ilvl"), 0), maxLevels-1)
			if at != nil && e.Name.Local == "lvl" {
				at.own[level] = newDocxList()
			}
		case "pStyle":
			if s := r.styles[attribute(e, "val")]; s != nil && at == nil {
				s.level = level
			}
		case "startOverride":
			if at != nil {
				at.starts[level] = number(e, "val")
			}
		case "start", "numFmt", "lvlText", "lvlRestart":
			n.readLevel(e, l, at, level)
		}
		return true, nil
	})
}

// newDocxList is a list whose levels count in Arabic numerals.
func newDocxList() *list {
	l := &list{}
	for i := range l.levels {
		l.levels[i] = listLevel{start: 1, format: "decimal", text: fmt.Sprintf("%%%d.", i+1)}
	}
	return l
}

// readLevel reads what a level says, of an abstract list or, where at is not nil, of a num that has its own.
func (n *numbering) readLevel(e xml.StartElement, l *list, at *num, level int) {
	if at != nil {
		if e.Name.Local == "start" {
			at.starts[level] = number(e, "val")
		}
		l = at.own[level]
	}
	switch {
	case l == nil:
	case e.Name.Local == "start":
		l.levels[level].start = number(e, "val")
	case e.Name.Local == "numFmt":
		l.levels[level].format = attribute(e, "val")
	case e.Name.Local == "lvlRestart":
		l.levels[level].goesOn = number(e, "val") == 0
	default:
		l.levels[level].text = attribute(e, "val")
	}
}

// list is the list that a num counts in, and the levels of it that are to begin at a number; nil where there is none.
func (r *docxReader) list(id string) (*list, *num) {
	n := r.numbering.nums[id]
	if n == nil {
		return nil, nil
	}
	if style := r.numbering.styled[n.abstract]; style != "" {
		if m := r.numbering.nums[r.style(style).num]; m != nil && m != n {
			return r.numbering.lists[m.abstract], n
		}
	}
	return r.numbering.lists[n.abstract], n
}
