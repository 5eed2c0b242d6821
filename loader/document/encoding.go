package document

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decoded turns text of another encoding into UTF-8: UTF-16 and UTF-32 by their mark, or their zero bytes, what is no UTF-8 as it declares
// itself to be (HTML, XML), and what declares nothing, or wrongly, in the one-byte encoding that makes the best words of it. Text that was
// taken for Windows-1252 once too often is put right.
func decoded(source []byte) ([]byte, error) {
	var e encoding.Encoding
	switch zeros, half := zeroBytes(source), min(len(source), sample)/2; {
	case bytes.HasPrefix(source, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(source, []byte("\x00\x00\xfe\xff")):
		e = utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(source, []byte("\xff\xfe")), zeros[1] > half/4 && zeros[0] == 0:
		e = utf.UTF16(utf.LittleEndian, utf.UseBOM)
	case bytes.HasPrefix(source, []byte("\xfe\xff")), zeros[0] > half/4 && zeros[1] == 0:
		e = utf.UTF16(utf.BigEndian, utf.UseBOM)
	case zeros[0]+zeros[1] > 0:
		return source, nil
	case utf8.Valid(source):
		return undoubled(source), nil
	case !oneByte(source):
		return source, nil
	default:
		if e = declared(source); e == nil {
			e = likeliest(source)
		}
	}
	text, err := e.NewDecoder().Bytes(source)
	if err != nil {
		return nil, fmt.Errorf("the text cannot be read in its encoding; convert it to UTF-8 first: %w", err)
	}
	return text, nil
}

const sample = 4096 // bytes by which a file's encoding is known

// zeroBytes counts zero bytes at even and at odd places of the beginning.
func zeroBytes(source []byte) (at [2]int) {
	for i, b := range source[:min(len(source), sample)] {
		if b == 0 {
			at[i%2]++
		}
	}
	return at
}

// oneByte tells text with single bytes beyond ASCII from UTF-8 that is broken, and from what is no text.
func oneByte(source []byte) bool {
	for i := 0; i < len(source); i++ {
		b := source[i]
		if b < ' ' && !strings.ContainsRune("\t\n\r\f", rune(b)) {
			return false
		}
		if b >= utf8.RuneSelf {
			if _, n := utf8.DecodeRune(source[i:]); n > 1 {
				return false
			}
		}
	}
	return true
}

var xmlEncoding = regexp.MustCompile(`(?i)^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']`)

// declared is the encoding that a page of HTML or XML says it has; nil where it says none, or says what cannot be: UTF-8 that is none,
// letters that are control characters.
func declared(source []byte) encoding.Encoding {
	head := source[:min(len(source), sample)]
	e, name, _ := charset.DetermineEncoding(head[:min(len(head), 1024)], "")
	if m := xmlEncoding.FindSubmatch(head); m != nil {
		e, name = charset.Lookup(string(m[1]))
	}
	undeclared := name == "windows-1252" // what the web says where nothing is known
	if e == nil || undeclared || name == "utf-8" || strings.HasPrefix(name, "utf-16") {
		return nil
	}
	text, err := e.NewDecoder().Bytes(source)
	impossible := func(c rune) bool { return c == utf8.RuneError || c > 0x7f && unicode.IsControl(c) }
	if err != nil || bytes.ContainsFunc(text, impossible) {
		return nil
	}
	return e
}

// codePages are encodings that text has without saying so, each with the letters by which it shows: what it makes of bytes that in the
// others are signs, or letters that no word has there. The first is what the web takes undeclared English text for
// (https://html.spec.whatwg.org/#determining-the-character-encoding).
var codePages = []struct {
	encoding *charmap.Charmap
	tell     *regexp.Regexp
}{
	{charmap.Windows1252, regexp.MustCompile(`è[a-z]e|è[st]\PL|(?:^|\PL)à\PL|ñ[aeiouéóá]|ê[a-z]|ão\PL|ões\PL|û[a-z]|[a-z]ï[a-z]|ø[a-z]|å[a-z]` +
		`|[a-z]ò\PL|æ[a-z]|Å[a-z]|Ø[a-z]`)},
	{charmap.Windows1250, regexp.MustCompile(`[aeiou]ć\PL|(?:^|\PL)[ČĆĐ][a-zšž]|[a-zšž][čđ][aeiou]|[aeiouš][čćđ][a-z]|(?:^|\PL)Ł\p{Ll}` +
		`|[a-z]ł\p{Ll}|[a-z][ęąń]\PL|ř[a-z]|ě[a-z]|ů[a-z]|ő[a-z]|ű[a-z]|ă[a-z]|ţ[a-z]`)},
	{charmap.ISO8859_2, regexp.MustCompile(`[a-zčćžđ][šž][a-zčćđ]|(?:^|\PL)[ŠŽ][a-z]|[aeiou]ć\PL`)},
	{charmap.Windows1254, regexp.MustCompile(`[aeıioöuü]ğ[aıeiulr]|[aeıioöuü]ş|ş[aeıioöuü]|(?:^|\PL)İ[a-z]|[a-z]ı[a-zşğ]|\PLŞ[aeıioöuü]`)},
	{charmap.Windows1251, regexp.MustCompile(`[оаеиу][нтсврлк]|[нтсврлк][оаеиу]`)},
	{charmap.KOI8R, regexp.MustCompile(`[оаеиу][нтсврлк]|[нтсврлк][оаеиу]`)},
	{charmap.ISO8859_5, regexp.MustCompile(`[оаеиу][нтсврлк]|[нтсврлк][оаеиу]`)},
	{charmap.Windows1253, regexp.MustCompile(`[αοιεηυ][ντσςρλκ]|[ντσρλκ][αοιεηυ]`)},
	{charmap.CodePage852, regexp.MustCompile(`[aeiou]ć\PL|(?:^|\PL)[ČĆĐ][a-zšž]|[aeiouš][čćđ]|[a-z][šž]|(?:^|\PL)[ŠŽ][a-z]`)},
	{charmap.CodePage850, regexp.MustCompile(`[a-z][éèçñöüäáíó]|[éèçñöüäáíó][a-z]`)},
	{charmap.Macintosh, regexp.MustCompile(`[a-z][éèçñöüäáíó]|[éèçñöüäáíó][a-z]`)},
}

// quotes are quotation marks in their places, before a word and behind one, which tell a code page as letters do.
var quotes = regexp.MustCompile(`(?:^|[\s(])[“‘„«][\p{L}\d]|[\p{L}\d.,!?][”’»](?:[\s).,;:]|$)`)

// likeliest is the code page in which a text reads best: most telling letters and quotes, fewest signs in the middle of words.
func likeliest(source []byte) encoding.Encoding {
	var words bytes.Buffer
	for w := range bytes.FieldsSeq(source) {
		if words.Len() > 64<<10 {
			break
		}
		if bytes.ContainsFunc(w, func(c rune) bool { return c == utf8.RuneError }) || !utf8.Valid(w) || !ascii(string(w)) {
			words.Write(w)
			words.WriteByte(' ')
		}
	}
	best, most := codePages[0].encoding, -1<<30
	for _, p := range codePages {
		text, err := p.encoding.NewDecoder().String(words.String())
		if err != nil {
			continue
		}
		told := len(p.tell.FindAllString(text, -1)) + len(quotes.FindAllString(text, -1))
		if score := 2*told - 3*strange(text); score > most {
			best, most = p.encoding, score
		}
	}
	return best
}

// strange counts what no word has: a sign or a capital between small letters, a control character.
func strange(text string) (n int) {
	letters := []rune(text)
	for i, c := range letters {
		after, before := i > 0 && unicode.IsLetter(letters[i-1]), i+1 < len(letters) && unicode.IsLetter(letters[i+1])
		switch {
		case c <= unicode.MaxASCII:
		case c == utf8.RuneError, unicode.IsControl(c):
			n++
		case unicode.IsUpper(c) && i > 0 && unicode.IsLower(letters[i-1]):
			n++
		case after && before && !unicode.IsLetter(c) && !strings.ContainsRune("’–—\u00ad·", c), before && unicode.IsSymbol(c):
			n++
		}
	}
	return n
}

// undoubled puts right UTF-8 that was once read as Windows-1252 and written as UTF-8 again: each run beyond ASCII that is UTF-8 when
// written as Windows-1252.
func undoubled(source []byte) []byte {
	if !bytes.ContainsAny(source, "ÂÃÄÅâÐÑ") {
		return source
	}
	var b bytes.Buffer
	for len(source) > 0 {
		n := bytes.IndexFunc(source, func(c rune) bool { return c > unicode.MaxASCII })
		if n < 0 {
			n = len(source)
		}
		b.Write(source[:n])
		source = source[n:]
		if n = bytes.IndexFunc(source, func(c rune) bool { return c <= unicode.MaxASCII }); n < 0 {
			n = len(source)
		}
		b.Write(once(source[:n]))
		source = source[n:]
	}
	return b.Bytes()
}

func once(run []byte) []byte {
	var back []byte
	for _, c := range string(run) {
		b, ok := charmap.Windows1252.EncodeRune(c)
		if !ok && c >= 0x80 && c < 0xa0 { // bytes that have no meaning there stay as they are
			b, ok = byte(c), true
		}
		if !ok {
			return run
		}
		back = append(back, b)
	}
	if len(back) < 2 || !utf8.Valid(back) {
		return run
	}
	return back
}
