package answer

import (
	"math"
	"strconv"
	"unicode/utf8"
)

const hex = "0123456789abcdef"

// string writes a JSON string (RFC 8259): only what must be escaped is; bytes that are no UTF-8 become U+FFFD.
func (w *writer) string(s string) {
	b := append(w.json, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				b = append(append(b, s[start:i]...), "\ufffd"...)
				start = i + 1
			}
			i += size
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		start = i
	}
	w.json = append(append(b, s[start:]...), '"')
}

func (w *writer) bool(v bool) { w.json = strconv.AppendBool(w.json, v) }

func (w *writer) int(v int64) { w.json = strconv.AppendInt(w.json, v, 10) }

// number writes a float as ECMAScript does, which is also what encoding/json does: shortest digits, an exponent only for very small and
// very large ones.
func (w *writer) number(f float64) {
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	w.json = strconv.AppendFloat(w.json, f, format, -1, 64)
	if n := len(w.json); format == 'e' && n >= 4 && w.json[n-4] == 'e' && w.json[n-3] == '-' && w.json[n-2] == '0' {
		w.json[n-2] = w.json[n-1]
		w.json = w.json[:n-1]
	}
}
