package document

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// rtfContent reads Rich Text Format (1.9.1): paragraphs with the numbers that their lists show, tables, text boxes and footnotes. Text that
// is hidden or struck out, or that a tracked change took out, is left out.
func rtfContent(source []byte) (c content, err error) {
	r := &rtfReader{fonts: map[int]*charmap.Charmap{}, styles: map[int]string{}, page: charmap.Windows1252,
		state: rtfState{skip: 1}, open: []*rtfParagraph{{bold: true}}}
	if err := r.read(source); err != nil {
		return c, fmt.Errorf("the RTF document is broken: %w", err)
	}
	r.endParagraph()
	c.blocks = r.blocks()
	return c, nil
}

// rtfReader reads groups, control words and text one after the other.
type rtfReader struct {
	flow
	fonts   map[int]*charmap.Charmap
	styles  map[int]string
	page    *charmap.Charmap
	state   rtfState
	outer   []rtfState
	pending int    // characters that stand in for the last Unicode one
	high    rune   // the first half of a pair
	star    bool   // the next word may be passed over where it is unknown
	name    []byte // of a style
	open    []*rtfParagraph
	row     rtfRow
	noted   int  // the footnotes so far
	counts  bool // numbers of lists count paragraphs
}

// rtfState is what a group restores at its end.
type rtfState struct {
	destination string // what the text is for; "" for the document
	font, style int
	skip        int // of characters that stand in for a Unicode one
	bold        bool
	unseen      switches
	charset     *charmap.Charmap
}

// rtfParagraph is a paragraph in the making, or that of a note or a text box in it.
type rtfParagraph struct {
	text, label  strings.Builder
	bold, filled bool
	heading      bool
	style, level int
	table        bool
	begun        string // the destination that it began
	blocks       []block
	boxes        []block
}

// rtfRow is a row of a table in the making.
type rtfRow struct {
	cells  [][]block
	cell   []block
	merged []byte // for each cell defined: 'h' goes on with the one before, 'v' with the one above
	next   byte
	header bool
}

const maxGroups = 1000

// rtfLeftOut are destinations whose text is not the document's.
var rtfLeftOut = set("colortbl", "filetbl", "info", "pict", "nonshppict", "listpicture", "object", "do", "sp", "background",
	"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
	"ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
	"annotation", "atnid", "atnauthor", "fldinst", "tc", "xe", "bkmkstart", "bkmkend", "nonesttables")

// rtfText are control words that stand for text.
var rtfText = map[string]string{
	"tab": " ", "line": "\n", "page": "\n", "column": "\n", "emspace": " ", "enspace": " ", "qmspace": " ", "~": " ", "zwj": "", "zwnj": "",
	"emdash": "—", "endash": "–", "_": "-", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}

var rtfCharsets = map[int]*charmap.Charmap{
	0: charmap.Windows1252, 77: charmap.Macintosh, 161: charmap.Windows1253, 162: charmap.Windows1254, 163: charmap.Windows1258,
	177: charmap.Windows1255, 178: charmap.Windows1256, 186: charmap.Windows1257, 204: charmap.Windows1251, 238: charmap.Windows1250,
}

var rtfPages = map[int]*charmap.Charmap{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253,
	1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257,
	10000: charmap.Macintosh,
}

func (r *rtfReader) read(s []byte) error {
	for i := 0; i < len(s) && !r.full(); {
		switch c := s[i]; c {
		case '{':
			if len(r.outer) >= maxGroups {
				return fmt.Errorf("groups are nested more than %d deep, which no report does", maxGroups)
			}
			r.outer = append(r.outer, r.state)
			i++
		case '}':
			r.endGroup()
			i++
		case '\\':
			i = r.control(s, i+1)
		case '\r', '\n':
			i++
		default:
			r.char(c)
			i++
		}
	}
	return nil
}

func (r *rtfReader) endGroup() {
	if len(r.outer) == 0 {
		return
	}
	before := r.outer[len(r.outer)-1]
	r.outer = r.outer[:len(r.outer)-1]
	if p := r.open[len(r.open)-1]; p.begun != "" && p.begun == r.state.destination && before.destination != r.state.destination {
		r.endApart(p)
	}
	r.state, r.star = before, false
}

// control reads a control word or sign, of which the name begins at i, and returns where the next thing begins.
func (r *rtfReader) control(s []byte, i int) int {
	if i >= len(s) {
		return i
	}
	c := s[i]
	switch {
	case c == '\'' && i+2 < len(s):
		if v, err := strconv.ParseUint(string(s[i+1:i+3]), 16, 8); err == nil {
			r.char(byte(v))
		}
		return i + 3
	case c == '*':
		r.star = true
		return i + 1
	case c == '\n' || c == '\r':
		r.endParagraph()
		return i + 1
	case !letter(c):
		if text, ok := rtfText[string(c)]; ok || c == '\\' || c == '{' || c == '}' {
			if !ok {
				text = string(c)
			}
			r.write(text)
		}
		return i + 1
	}
	j := i
	for j < len(s) && letter(s[j]) && j-i < 32 {
		j++
	}
	word := string(s[i:j])
	k := j
	if k < len(s) && s[k] == '-' {
		k++
	}
	for k < len(s) && s[k] >= '0' && s[k] <= '9' && k-j < 11 {
		k++
	}
	value, err := strconv.Atoi(string(s[j:k]))
	if k < len(s) && s[k] == ' ' {
		k++
	}
	if word == "bin" && value > 0 {
		return min(k+value, len(s))
	}
	r.word(word, value, err == nil)
	return k
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// char reads a character of the text, in its code page.
func (r *rtfReader) char(c byte) {
	if r.pending > 0 {
		r.pending--
		return
	}
	if r.state.destination == "stylesheet" {
		if c == ';' {
			r.styles[r.state.style] = string(bytes.TrimSpace(r.name))
			r.name = nil
		} else if len(r.name) < maxRepeated {
			r.name = append(r.name, c)
		}
		return
	}
	if c < 0x80 {
		r.write(string(rune(c)))
		return
	}
	page := r.page
	if r.state.charset != nil {
		page = r.state.charset
	}
	r.write(string(page.DecodeByte(c)))
}

// unicode reads a character by its number, which may be half of a pair.
func (r *rtfReader) unicode(n int) {
	c := rune(n)
	if n < 0 {
		c = rune(n + 1<<16)
	}
	r.pending = r.state.skip
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
		return
	case utf16.IsSurrogate(c):
		c = utf16.DecodeRune(r.high, c)
	}
	r.high = 0
	pending := r.pending
	r.pending = 0
	r.write(string(c))
	r.pending = pending
}

// write adds text to what the group's destination is.
func (r *rtfReader) write(text string) {
	p := r.open[len(r.open)-1]
	switch d := r.state.destination; {
	case d == "listtext":
		p.label.WriteString(text)
	case d != "" && d != p.begun || r.state.unseen.any():
	default:
		p.text.WriteString(text)
		if strings.TrimSpace(text) != "" {
			p.bold, p.filled = p.bold && r.state.bold, true
		}
	}
}
