package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPageBreaks: what stands where the pages of Markdown or HTML end cuts no sentence and stands in none; what is text stays.
func TestPageBreaks(t *testing.T) {
	head := "**S/2019/52**\n\nReport of the Secretary-General on the Mission\n\n1. The present report covers the Mission.\n\n2. "
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"job number and symbol":  {"Police arrested a smith,\n\n19-00412 **2/7**\n\n**S/2019/52**\n\nAgim Dema, in Klina.\n", []string{"P2 Police arrested a smith, Agim Dema, in Klina."}},
		"lines of the paragraph": {"Police arrested a smith,\n**3/7** 19-00412\n**S/2019/52**\nEnglish\nPage 4\nAgim Dema, in Klina.\n", []string{"P2 Police arrested a smith, Agim Dema, in Klina."}},
		"a page number":          {"Police arrested a smith in the\n\n7\n\nmorning of 4 May.\n", []string{"P2 Police arrested a smith in the morning of 4 May."}},
		"a short second half":    {"On 4 May, the police arrested\n\n/...\n\nAgim Dema and\n\n# S/2019/52\n\nhis son.\n", []string{"P2 On 4 May, the police arrested Agim Dema and his son."}},
		"a sentence that ended":  {"Police arrested a smith.\n\n19-00412\n\nHe is from Klina.\n", []string{"P2 Police arrested a smith.\nHe is from Klina."}},
		"a heading behind it":    {"Police arrested a smith\n\n19-00412\n\nReturns\n\n3. Calm prevailed.\n", []string{"P2 Police arrested a smith", "P3 Calm prevailed."}},
		"a part behind it":       {"Police arrested:\n\n(a) A smith,\n\n19-00412\n\n(b) A cook.\n", []string{"P2 Police arrested:\n(a) A smith,\n(b) A cook."}},
		"a number of a paragraph": {"Police arrested a smith\n\n3\n\nCalm prevailed all over the land, and the police had no more to do than that.\n",
			[]string{"P2 Police arrested a smith", "P3 Calm prevailed all over the land, and the police had no more to do than that."}},
		"a number in dashes":               {"On 4 May, the police arrested\n\n- 4 -\n\nAgim Dema and his son.\n", []string{"P2 On 4 May, the police arrested Agim Dema and his son."}},
		"an indented second half":          {"On 4 May, a smith was held\n\n   19-00412 (E)\n\n   in Klina.\n", []string{"P2 On 4 May, a smith was held in Klina."}},
		"items of a list":                  {"The police found:\n\n- a rifle\n\n19-00412 (E)\n\n- an axe\n", []string{"P2 The police found:\na rifle\nan axe"}},
		"a page number between paragraphs": {"Police arrested a smith.\n\n17\n\n3. Calm prevailed.\n", []string{"P2 Police arrested a smith.", "P3 Calm prevailed."}},
		"a note at the foot": {"Police arrested a smith in the\n\n---\n\n1 See S/2018/7.\n\n19-00412\n\nmorning.\n",
			[]string{"P2 Police arrested a smith in the morning.", "F1 See S/2018/7."}},
		"a note with an asterisk": {"Police arrested a smith in the\n\n\\* Reissued on 22 March 2019.\n\n19-00412 (E)\n\n*1900412*\n\n**S/2019/52**\n\nTown Hall.\n",
			[]string{"P2 Police arrested a smith in the Town Hall.", "F Reissued on 22 March 2019."}},
		"notes of a typist": {"The court freed a smith. 1/ He went on to\n\n---\n\n1/ His son was tried. 2/\n\n2/ Ibid.\n\n/...\n\nKlina on 5 May.\n",
			[]string{"P2 The court freed a smith. He went on to Klina on 5 May.", "F1 His son was tried.", "F2 Ibid."}},
	} {
		got := paragraphsOf(t, "report.md", head+c.text)
		if diff := cmp.Diff(c.want, got[1:]); diff != "" {
			t.Errorf("%s: - want, + got:\n%s", name, diff)
		}
	}
	page := "<p>S/2019/52</p><h1>Report of the Secretary-General on the Mission</h1><p>1. The present report covers the Mission.</p>"
	got := paragraphsOf(t, "report.html", page+"<p>2. Police arrested a smith,</p><p>19-00412 2/7<br>S/2019/52</p><p>Agim Dema, in Klina.</p>")
	if want := "P2 Police arrested a smith, Agim Dema, in Klina."; got[1] != want {
		t.Errorf("reads %q, not %q", got[1:], want)
	}
}

// TestLineEnds: a line that ends within a sentence goes on in the next; lines of lists, addresses and headings stay lines.
func TestLineEnds(t *testing.T) {
	for _, c := range []struct {
		text     string
		numbered bool
		want     string
	}{
		{"There was no unrest\nin Klina.\nThe Force left.", false, "There was no unrest in Klina.\nThe Force left."},
		{"The Force works with the\nMission.", false, "The Force works with the Mission."},
		{"3. On 4 May, the Force gave a lorry for flour\n12 tents and a stove. All was used.", true, "3. On 4 May, the Force gave a lorry for flour 12 tents and a stove. All was used."},
		{"On 4 May, the Force gave a lorry for flour\n12 tents and a stove. All was used.", false, "On 4 May, the Force gave a lorry for flour\n12 tents and a stove. All was used."},
		{"3. On 4 May, the Force gave all that follows to Klina\nStoves 12\nTents 4", true, "3. On 4 May, the Force gave all that follows to Klina\nStoves 12\nTents 4"},
		{"4. The Force gave\n(a) Stoves\n(b) Tents", true, "4. The Force gave\n(a) Stoves\n(b) Tents"},
		{"Po-\nlice arrested Anne-\nMarie Dema in a self-\ngoverned town.", false, "Police arrested Anne-Marie Dema in a self-governed town."},
		{"3. Police arrested\nAgim Dema on 4\nMay.", true, "3. Police arrested Agim Dema on 4 May."},
		{"Police arrested\nAgim Dema on 4\nMay.", false, "Police arrested\nAgim Dema on 4 May."},
		{"3. Police arrested\nAgim Dema:\nhe had fled on 4\nMay.", true, "3. Police arrested\nAgim Dema:\nhe had fled on 4 May."},
		{"3. The police arrested\nAgim Dema.", true, "3. The police arrested Agim Dema."},
		{"3. The police arrested Agim\nDema. He denied it.", true, "3. The police arrested Agim Dema. He denied it."},
		{"3. On 4 May, Agim\nDema was freed.", true, "3. On 4 May, Agim Dema was freed."},
		{"3. Freedom of movement\nKosovo police freed Agim Dema.", true, "3. Freedom of movement\nKosovo police freed Agim Dema."},
		{"3. Action required\nThe Mission left.", true, "3. Action required\nThe Mission left."},
		{"Agim Dema\nMinister of Trade\nKlina", false, "Agim Dema\nMinister of Trade\nKlina"},
		{"(a) stoves\n(b) tents\na. lorries\n• cars", true, "(a) stoves\n(b) tents\na. lorries\n• cars"},
	} {
		if is := withoutLineEnds(c.text, c.numbered); is != c.want {
			t.Errorf("%q is read as\n%q, not\n%q", c.text, is, c.want)
		}
	}
	page := "<div>S/2019/52</div><h1>Report of the Secretary-General on the Mission</h1><div>1. The report is<br>short.</div><div><b>Returns</b></div><div>2. None.</div>"
	if diff := cmp.Diff([]string{"P1 The report is short.", "P2 None."}, paragraphsOf(t, "report.html", page)); diff != "" {
		t.Errorf("- want, + got:\n%s", diff)
	}
}
