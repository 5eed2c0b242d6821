package document

import (
	"strings"
	"testing"
)

// TestTitle reads titles from mastheads of several years: nothing of the masthead and nothing of the first heading belongs to a title.
func TestTitle(t *testing.T) {
	for masthead, want := range map[string]string{
		"United Nations S/2019/198\nSecurity Council\nDistr.: General\n1 March 2019\nOriginal: English\n" +
			"United Nations Mission for Justice Support in Haiti\n" +
			"Report of the Secretary-General": "United Nations Mission for Justice Support in Haiti: Report of the Secretary-General",
		"UNITED S NATIONS Security Council Distr. GENERAL 9 December 1996 ORIGINAL: ENGLISH REPORT OF THE SECRETARY-GENERAL " +
			"PURSUANT TO RESOLUTION 1035 (1995)": "REPORT OF THE SECRETARY-GENERAL PURSUANT TO RESOLUTION 1035 (1995)",
		"United Nations S/2007/768* Security Council Distr.: General 3 January 2008 Original: French 07-65348* (E) 030108 " +
			"Twenty-second report of the Secretary-General on Chad": "Twenty-second report of the Secretary-General on Chad",
		"Report of the Secretary-General on Chad\nI. Introduction":                                       "Report of the Secretary-General on Chad",
		"Security Council Report of the Secretary-General on Chad (1 May to 3 June 2003)\nAddendum":      "Report of the Secretary-General on Chad (1 May to 3 June 2003): Addendum",
		"Distr.: General\n3 June 2003\nOriginal: English\nQuarterly report on the activities of UNIFIL*": "Quarterly report on the activities of UNIFIL",
		"Distr.: General\n3 June 2003\nOriginal: English\nList of participants":                          "",
	} {
		if is := titleOf(masthead); is != want {
			t.Errorf("of %q the title is %q, should be %q", masthead, is, want)
		}
	}
}

// TestSymbolInName reads symbols of all years from the names of files.
func TestSymbolInName(t *testing.T) {
	for name, want := range map[string]string{
		"UNTAC_S_26360.pdf": "S/26360", "S_2017_95_Rev1.txt": "S/2017/95/Rev.1", "UNTAET_S_2002_432_Add.1.pdf": "S/2002/432/Add.1",
		"s-2003-12-add1-rev2.docx": "S/2003/12/Add.1/Rev.2", "kfor-2020-q4.md": "", "notes_2003.txt": "",
	} {
		if is := symbolIn(name); is != want {
			t.Errorf("%s: the symbol is %q, should be %q", name, is, want)
		}
	}
}

// TestMisreadDay reads a date as a reader of characters leaves it, and none where two months are as near.
func TestMisreadDay(t *testing.T) {
	for s, want := range map[string]string{"6 Jue 1992": "1992-06-06", "3 Auqust 1993": "1993-08-03", "4 Jule 1992": "", "12 men 1992": "", "resolution 757 of 1992": ""} {
		if is := misreadDay(s); is != want {
			t.Errorf("%s is %q, should be %q", s, is, want)
		}
	}
}

// TestMastheadInTable: the rows of a table above the report that hold what only a masthead has are no rows; those of other tables are.
func TestMastheadInTable(t *testing.T) {
	for name, c := range map[string]struct{ text, symbol, date, title, first string }{
		"pipes": {"| United Nations | **S/2011/64** |\n|---|---|\n| Security Council | Distr.: General |\n| | 4 May 2011 |\n\n# Report of the Secretary-General on the Mission\n\n" +
			"1. Calm prevailed.\n", "S/2011/64", "2011-05-04", "Report of the Secretary-General on the Mission", "PARAGRAPH"},
		"the title in it": {"| | |\n|---|---|\n| Security Council | S/26360 |\n| Report of the Secretary-General on the Mission | |\n\n1. Calm prevailed.\n",
			"S/26360", "", "Report of the Secretary-General on the Mission", "PARAGRAPH"},
		"figures": {"S/2011/64\n\n# Report of the Secretary-General on the Mission\n\n| Country | Troops |\n|---|---|\n| Italy | 12 |\n\n1. Calm prevailed.\n",
			"S/2011/64", "", "Report of the Secretary-General on the Mission", "TABLE_ROW"},
	} {
		doc, err := Parse("report.md", []byte(c.text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Symbol != c.symbol || doc.Distributed+doc.Date != c.date+c.date || doc.Title != c.title || doc.Paragraphs[0].Kind != c.first {
			t.Errorf("%s: reads %+v", name, doc)
		}
	}
}

// TestPeriodBelowTitle: a run of days, or a month of a monthly report, right below the title is the end of it; a day, and what stands
// further down, is not.
func TestPeriodBelowTitle(t *testing.T) {
	const title = "Monthly report on the operations of the Force"
	for below, want := range map[string]string{
		"*1–30 June 2003*":                      title + ": 1–30 June 2003",
		"(1 May to 30 June 2003)":               title + ": 1 May to 30 June 2003",
		"for the period from 1 to 30 June 2003": title + ": for the period from 1 to 30 June 2003",
		"#### June 2003":                        title + ": June 2003",
		"8 July 2003":                           title,
		"Calm prevailed.\n\n1–30 June 2003":     title,
		"On 1–30 June 2003, calm prevailed.":    title,
	} {
		doc, err := Parse("letter.md", []byte("S/2003/64\n\n### Letter dated 9 July 2003 from the Secretary-General\n\nI send you the report.\n\n### Enclosure\n\n#### "+title+"\n\n"+below+
			"\n\nThe Force had 400 troops.\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if last := doc.Paragraphs[len(doc.Paragraphs)-1].Text; doc.Title != want || !strings.HasPrefix(last, "Enclosure\n"+title) || !strings.Contains(last, "400") {
			t.Errorf("%q: the title is %q, should be %q; the text is %q", below, doc.Title, want, last)
		}
	}
	typed := "S/2003/64\n\nLetter dated 9 July 2003 from the Secretary-General\n\nI send you the report.\n\n     Enclosure\n\n     Monthly report on the operations of\n              the Force\n           1–30 June 2003\n\nThe Force had 400 troops.\n"
	if doc, err := Parse("letter.txt", []byte(typed), Options{}); err != nil || doc.Title != title+": 1–30 June 2003" {
		t.Errorf("%+v, %v", doc, err)
	}
	if doc, err := Parse("report.md", []byte("S/2003/64\n\n# "+title+"\n\n## June 2003\n\n1. Calm prevailed.\n"), Options{}); err != nil || doc.Title != title+": June 2003" {
		t.Errorf("%+v, %v", doc, err)
	}
	if doc, err := Parse("report.md", []byte("S/2003/64\n\n# "+title+"\n\n## June 2003\n\nAs at 30 June 2003, the Force had 400 troops in all of its sectors.\n"), Options{}); err != nil || doc.Title != title+": June 2003" {
		t.Errorf("%+v, %v", doc, err)
	}
	if is, want := titleOf("S/2003/64\nReport of the Secretary-General on Chad\n1–30 June 2003"), "Report of the Secretary-General on Chad: 1–30 June 2003"; is != want {
		t.Errorf("the title is %q, should be %q", is, want)
	}
}

// TestOfficialRecords: in the Official Records, brackets hold a document's language and day, and the title its period, whose first day is
// not the document's.
func TestOfficialRecords(t *testing.T) {
	const title = "Report of the Secretary-General on the Force (for the period 13 December 1984 to 31 May 1985)"
	for _, head := range []string{"[Original: English]\n[11 June 1985]", "[Original: English] [11 June 1985]", "11 June 1985"} {
		doc, err := Parse("report.txt", []byte("DOCUMENT S/17227\n\n"+strings.Replace(title, " (", "\n(", 1)+"\n\n"+head+"\n\n1. Calm prevailed.\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Date != "1985-06-11" || doc.Title != title {
			t.Errorf("%q: the date is %s, the title %q", head, doc.Date, doc.Title)
		}
	}
}
