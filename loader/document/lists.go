package document

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// listLevel is how a level of a list of a word processor counts.
type listLevel struct {
	start  int
	format string // decimal, lowerLetter, upperLetter, lowerRoman, upperRoman, bullet, none
	text   string // what is shown, with %1 for the number of the first level
	goesOn bool   // it counts on after an item of a level above
}

const maxLevels = 10

// list counts the items of a list.
type list struct {
	levels [maxLevels]listLevel
	counts [maxLevels]int
	begun  [maxLevels]bool
	goesOn [maxLevels]bool // as the last item of the level says it
}

// next counts an item and says how its number is shown.
func (l *list) next(level int) string { return l.nextAs(level, l.levels[level]) }

// nextAs counts an item and says how its number is shown at a level that looks so.
func (l *list) nextAs(level int, look listLevel) string {
	for i := range level + 1 {
		if !l.begun[i] {
			l.counts[i], l.begun[i] = l.levels[i].start-1, true
			if i < level {
				l.counts[i]++
				l.goesOn[i] = l.levels[i].goesOn
			}
		}
	}
	l.counts[level]++
	l.goesOn[level] = look.goesOn
	for i := level + 1; i < maxLevels; i++ {
		l.begun[i] = l.begun[i] && l.goesOn[i]
	}
	return placeholder.ReplaceAllStringFunc(look.text, func(p string) string {
		n, _ := strconv.Atoi(p[1:])
		if n > level+1 {
			return ""
		}
		if n == level+1 {
			return counted(l.counts[level], look.format)
		}
		return counted(l.counts[n-1], l.levels[n-1].format)
	})
}

var placeholder = regexp.MustCompile(`%[1-9]`)

// restart lets a level begin again at a number.
func (l *list) restart(level, at int) {
	if level > 0 && !l.begun[level-1] {
		return
	}
	l.counts[level], l.begun[level] = at-1, true
}

// counted writes a number in a format.
func counted(n int, format string) string {
	switch format {
	case "bullet", "none":
		return ""
	case "lowerLetter", "upperLetter":
		if n < 1 || n > 26*maxLevels {
			return strconv.Itoa(n)
		}
		s := strings.Repeat(string(rune('a'+(n-1)%26)), 1+(n-1)/26)
		if format == "upperLetter" {
			return strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return strings.ToLower(romanNumeral(n))
	case "upperRoman":
		return romanNumeral(n)
	}
	return strconv.Itoa(n)
}

func romanNumeral(n int) string {
	if n < 1 || n > 399 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

var (
	itemLabel   = regexp.MustCompile(`^(\d{1,3})[.):]?[–—-]?$`)
	letterLabel = regexp.MustCompile(`^[A-Za-z]+\.$`)
	partLabel   = regexp.MustCompile(`^(?:\(.*|[a-z]{1,5}[.):]?|\d{1,3}(?:\.\d{1,3})+\.?)$`)
)

// label gives a block the number that its list shows: it is a paragraph's number, or marks a part of the paragraph above, or belongs to the
// text. nested says that the item is one of a list within a numbered paragraph.
func (b *block) label(label string, nested bool) {
	label = strings.TrimSpace(label)
	if strings.HasSuffix(label, ".") || strings.HasSuffix(label, ")") { // it may be typed as well
		b.text = withoutLabel(strings.TrimSpace(b.text), label)
	}
	m := itemLabel.FindStringSubmatch(label)
	switch {
	case label == "":
		return
	case m == nil && strings.Trim(label, "0123456789.():abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "": // a bullet
		b.within = b.kind != headingBlock && !numbered.MatchString(b.text)
		return
	case b.kind == headingBlock:
	case m != nil && !nested:
		b.kind = itemBlock
		b.number, _ = strconv.Atoi(m[1])
		return
	case m != nil || partLabel.MatchString(label):
		b.within = true
	}
	b.text = label + " " + b.text
}

// withoutLabel is a text without the label that is typed before it. What only begins like the label stays: "3." is none in 3.5, nor "i." in
// i.e.
func withoutLabel(text, label string) string {
	rest, typed := strings.CutPrefix(text, label)
	next, _ := utf8.DecodeRuneInString(rest)
	if !typed || rest != "" && !unicode.IsSpace(next) && (!unicode.IsLetter(next) || letterLabel.MatchString(label)) {
		return text
	}
	return strings.TrimLeft(rest, " \t\u00a0")
}
