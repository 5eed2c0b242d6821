package document

import (
	"fmt"
	"strings"
)

// flow puts paragraphs, tables and notes together to blocks, in the order in which a page or a word processor's document tells them.
type flow struct {
	out    []block
	tables []*grid // the open ones, outermost first
	notes  []block // whose marks stand in the open paragraph or table
	size   int     // the blocks so far
	spread int     // the bytes that tables wrote again so far
}

// add ends a paragraph. Empty lines in it part it.
func (f *flow) add(b block) {
	number := b.number
	for i, text := range paragraphsIn(b.text, number) {
		if b.text = clean(text); b.text == "" && (i > 0 || b.kind != itemBlock) {
			continue
		}
		f.put(b)
		if b.kind == itemBlock || b.kind == headingBlock {
			b.kind, b.number = textBlock, 0
		}
	}
	if len(f.tables) == 0 {
		f.flush()
	}
}

func (f *flow) put(b block) {
	f.size++
	for i := len(f.tables) - 1; i >= 0; i-- {
		if c := f.tables[i].open(); c != nil {
			c.blocks = append(c.blocks, b)
			return
		}
	}
	f.out = append(f.out, b)
}

// note keeps a footnote until the paragraph or the table in which its mark stands has ended.
func (f *flow) note(b block) {
	if b.text = clean(b.text); b.text != "" {
		b.kind = footnoteBlock
		f.notes = append(f.notes, b)
	}
}

func (f *flow) flush() {
	for _, n := range f.notes {
		f.size++
		f.out = append(f.out, n)
	}
	f.notes = nil
}

// full says whether there are more blocks already than any report has, so that reading on is for nothing.
func (f *flow) full() bool { return f.size > maxBlocks }

func (f *flow) beginTable() error {
	if len(f.tables) >= maxNesting {
		return fmt.Errorf("tables are nested more than %d deep, which no report does", maxNesting)
	}
	f.tables = append(f.tables, &grid{})
	return nil
}

// table is the innermost open table; nil where there is none.
func (f *flow) table() *grid {
	if len(f.tables) == 0 {
		return nil
	}
	return f.tables[len(f.tables)-1]
}

func (f *flow) endTable() {
	t := f.table()
	if t == nil {
		return
	}
	f.tables = f.tables[:len(f.tables)-1]
	t.most = maxSpread - f.spread
	for _, b := range t.blocks() {
		f.put(b)
	}
	f.spread = maxSpread - t.most
	if len(f.tables) == 0 {
		f.flush()
	}
}

// blocks are all that was told. Tables that nothing ended end here.
func (f *flow) blocks() []block {
	for len(f.tables) > 0 {
		f.endTable()
	}
	f.flush()
	return f.out
}

// paragraphsIn parts a text at empty lines, and where a line begins with the number that follows the text's own: writers of pages end
// paragraphs with line ends, too.
func paragraphsIn(text string, number int) (paragraphs []string) {
	if !strings.Contains(text, "\n") {
		return []string{text}
	}
	lines, from := strings.Split(text, "\n"), 0
	if m := numbered.FindStringSubmatch(strings.TrimSpace(lines[0])); number == 0 && m != nil {
		_, _ = fmt.Sscan(m[1], &number)
	}
	for i, l := range lines {
		l = strings.TrimSpace(l)
		next := number > 0 && strings.HasPrefix(l, fmt.Sprintf("%d. ", number+1))
		if next {
			number++
		}
		if l == "" || next {
			paragraphs = append(paragraphs, strings.Join(lines[from:i], "\n"))
			from = i
		}
	}
	return append(paragraphs, strings.Join(lines[from:], "\n"))
}
