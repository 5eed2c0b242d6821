package document

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestUndeclaredEncodings: text that does not say its encoding is read in the one that makes words of it.
func TestUndeclaredEncodings(t *testing.T) {
	for _, c := range []struct {
		page *charmap.Charmap
		text string
	}{
		{charmap.Windows1252, "Kofi Annan met François Élysée in Genève, and José Núñez in São Tomé; Ibrahim’s guests left."},
		{charmap.Windows1252, "The Côte d’Ivoire, Vetëvendosje and Haïti, with Søren Ågård and Jürgen Groß."},
		{charmap.Windows1252, "The Mission opened an “open door” office in Mostar."},
		{charmap.Windows1252, "He called it ‘late’ – not (“never”)."},
		{charmap.Windows1252, "The so-called “open” hour…"},
		{charmap.Windows1250, "Kosovo police arrested Milan Petković and Đorđe Čović in Peć."},
		{charmap.Windows1250, "Zoran Đinđić met Ramuš and Ljubiša Šumar at Gračanica – “on time”."},
		{charmap.Windows1250, "Lech Wałęsa met Józef Oleksy in Łódź."},
		{charmap.Windows1251, "The party “Единая Россия” and the paper Известия said so."},
		{charmap.Windows1253, "The paper Καθημερινή said so in Λευκωσία."},
		{charmap.Windows1254, "Recep Tayyip Erdoğan met Ahmet Davutoğlu and Gül in Muş and Iğdır; Barış was there."},
		{charmap.CodePage852, "Kosovo police arrested Milan Petković and Đorđe Čović in Peć."},
		{charmap.CodePage850, "José Núñez and François were in Genève."},
		{charmap.CodePage850, "The Côte d'Ivoire sent Jürgen Groß."},
		{charmap.Macintosh, "José Núñez said that the Council’s visit to Côte was “late”."},
		{charmap.Macintosh, "The Mission opened an “open door” office in Mostar."},
		{charmap.Macintosh, "The police’s ‘late’ call – it came at 6 p.m. – was “unclear”."},
	} {
		coded, err := c.page.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got, err := decoded(coded)
		if err != nil || string(got) != c.text {
			t.Errorf("%v: %q is read as %q, %v", c.page, c.text, got, err)
		}
	}
}

// TestDeclaredEncodings: what a page declares counts, unless its bytes say otherwise.
func TestDeclaredEncodings(t *testing.T) {
	for text, want := range map[string]string{
		"<meta charset=windows-1250>Pe\xe6":                                                    "<meta charset=windows-1250>Peć",
		"<?xml version=\"1.0\" encoding=\"windows-1250\"?><p>Pe\xe6":                           "<?xml version=\"1.0\" encoding=\"windows-1250\"?><p>Peć",
		"<meta charset=utf-8>Jos\xe9 N\xfa\xf1ez":                                              "<meta charset=utf-8>José Núñez",
		"<meta charset=iso-8859-1>Peć":                                                         "<meta charset=iso-8859-1>Peć",
		"AntÃ³nio, Ivan PetroviÄ‡ and KosovoÂ’s neighbour; SÃO PAULO, the Council’s":           "António, Ivan Petrović and Kosovo\u0092s neighbour; SÃO PAULO, the Council’s",
		"R\x00e\x00p\x00o\x00r\x00t\x00":                                                       "Report",
		"\x00R\x00e\x00p\x00o\x00r\x00t":                                                       "Report",
		"\xef\xbb\xbfReport on Pe\xc4\x87":                                                     "\ufeffReport on Peć",
		"The only zero byte\x00of a long text, which is therefore no UTF-16, and is not taken": "The only zero byte\x00of a long text, which is therefore no UTF-16, and is not taken",
	} {
		if got, err := decoded([]byte(text)); err != nil || string(got) != want {
			t.Errorf("%q is read as %q, %v; want %q", text, got, err, want)
		}
	}
}

// TestClean: what readers cannot see is not in the text, and what they cannot tell apart is written one way.
func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"Arben Lle\u200bshi":               "Arben Lleshi",
		"Kosovo\u0092s \u0093late\u0094":   "Kosovo’s “late”",
		"Kosovo\u200e police \u2060here":   "Kosovo police here",
		"po\u00ad\nlice":                   "police",
		"po\u00ad lice and\u00ad Others":   "police and Others",
		"8 non\u2011NATO":                  "8 non-NATO",
		"o\ufb03ce \ufb01led":              "office filed",
		"Pris\u030ctina":                   "Priština",
		"Prosecutor`s, O´Neill, `so`":      "Prosecutor’s, O’Neill, `so`",
		"\u0410rb\u0435n and Москва":       "Arben and Москва",
		"3\u2009500\u00a0troops\t and\n\n": "3 500 troops and",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
