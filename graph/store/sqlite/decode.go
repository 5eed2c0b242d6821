package sqlite

import (
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"councilgraph/graph/plan"
)

var errJSON = errors.New("the statement's answer is not the JSON that it should be")

// decode reads the JSON that a statement answers with: arrays, strings, numbers, true, false and null; an integer becomes int64, a number
// with a fraction or an exponent float64. Strings without escapes are parts of the text.
func decode(text string) (plan.Value, error) {
	d := decoder{text: text}
	v, err := d.value()
	if err != nil || d.at != len(text) {
		return nil, errJSON
	}
	return v, nil
}

type decoder struct {
	text string
	at   int
}

func (d *decoder) value() (plan.Value, error) {
	if d.at >= len(d.text) {
		return nil, errJSON
	}
	switch d.text[d.at] {
	case '[':
		return d.array()
	case '"':
		return d.string()
	case 'n':
		return nil, d.word("null")
	case 't':
		return true, d.word("true")
	case 'f':
		return false, d.word("false")
	}
	return d.number()
}

func (d *decoder) word(w string) error {
	if end := d.at + len(w); end <= len(d.text) && d.text[d.at:end] == w {
		d.at = end
		return nil
	}
	return errJSON
}

func (d *decoder) array() (plan.Value, error) {
	list := make([]plan.Value, 0, 4)
	d.at++
	if d.at < len(d.text) && d.text[d.at] == ']' {
		d.at++
		return list, nil
	}
	for {
		v, err := d.value()
		if err != nil || d.at >= len(d.text) {
			return nil, errJSON
		}
		list = append(list, v)
		c := d.text[d.at]
		d.at++
		if c == ']' {
			return list, nil
		}
		if c != ',' {
			return nil, errJSON
		}
	}
}

func (d *decoder) number() (plan.Value, error) {
	start, whole := d.at, true
	for ; d.at < len(d.text); d.at++ {
		switch c := d.text[d.at]; {
		case '0' <= c && c <= '9', c == '-':
		case c == '.', c == 'e', c == 'E', c == '+':
			whole = false
		default:
			goto end
		}
	}
end:
	s := d.text[start:d.at]
	if whole {
		n, err := strconv.ParseInt(s, 10, 64)
		return n, err
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err
}

func (d *decoder) string() (plan.Value, error) {
	d.at++
	start := d.at
	for d.at < len(d.text) {
		switch d.text[d.at] {
		case '"':
			s := d.text[start:d.at]
			d.at++
			return s, nil
		case '\\':
			return d.escaped(start)
		}
		d.at++
	}
	return nil, errJSON
}

// escaped reads on in a string from its first backslash.
func (d *decoder) escaped(start int) (plan.Value, error) {
	b := append([]byte{}, d.text[start:d.at]...)
	for d.at < len(d.text) {
		c := d.text[d.at]
		d.at++
		if c == '"' {
			return string(b), nil
		}
		if c != '\\' {
			b = append(b, c)
			continue
		}
		if d.at >= len(d.text) {
			return nil, errJSON
		}
		c = d.text[d.at]
		d.at++
		switch c {
		case '"', '\\', '/':
			b = append(b, c)
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			r, err := d.unit()
			if err != nil {
				return nil, err
			}
			if utf16.IsSurrogate(r) {
				second := rune(utf8.RuneError)
				if d.at+1 < len(d.text) && d.text[d.at] == '\\' && d.text[d.at+1] == 'u' {
					back := d.at
					d.at += 2
					if second, err = d.unit(); err != nil {
						return nil, err
					}
					if utf16.DecodeRune(r, second) == utf8.RuneError {
						d.at = back
					}
				}
				r = utf16.DecodeRune(r, second)
			}
			b = utf8.AppendRune(b, r)
		default:
			return nil, errJSON
		}
	}
	return nil, errJSON
}

// unit reads the four digits of a \u escape.
func (d *decoder) unit() (rune, error) {
	if d.at+4 > len(d.text) {
		return 0, errJSON
	}
	n, err := strconv.ParseUint(d.text[d.at:d.at+4], 16, 16)
	d.at += 4
	if err != nil {
		return 0, errJSON
	}
	return rune(n), nil
}
