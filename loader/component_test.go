package loader

import (
	"strings"
	"testing"

	"councilgraph/loader/text"
)

// A body whose name ends in another's, as of its part, is a part of that one; a name that only looks like it says nothing.
func TestNameOfPart(t *testing.T) {
	_, rules := rulesFor(t)
	for sentence, want := range map[string]string{
		"The Technical Sub-Working Group of the Returns Working Group met.":                        "(Technical Sub-Working Group of the Returns Working Group)-[PART_OF]->(Returns Working Group)",
		"The Committee on Legal Affairs and Human Rights of the Council of Europe met.":            "-[PART_OF]->(Council of Europe)",
		"The Division of Human Rights of ONUSAL met.":                                              "-[PART_OF]->(United Nations Observer Mission in El Salvador)",
		"The EULEX Serious Crimes Investigation Team met.":                                         "-[PART_OF]->(European Union Rule of Law Mission in Kosovo)",
		"The High Command of the Armed Forces of Haiti met.":                                       "-[PART_OF]->(Armed Forces of Haiti)",
		"The Kosovo Police War Crimes Unit met.":                                                   "-[PART_OF]->(Kosovo Police)",
		"The Kosovo Police Appeals Board met.":                                                     "",
		"The Kosovo Police Development Group met.":                                                 "",
		"The Kosovo Police Joint Planning Unit met.":                                               "",
		"The Kosovo Police Directorate of Road Traffic met.":                                       "-[PART_OF]->(Kosovo Police)",
		"The EULEX Kosovo Judicial Council met.":                                                   "",
		"The World Bank Group met.":                                                                "",
		"The EULEX Legal Office met.":                                                              "-[PART_OF]->(European Union Rule of Law Mission in Kosovo)",
		"The Office of Military Affairs of the Department of Peacekeeping Operations met.":         "-[PART_OF]->(Department of Peacekeeping Operations)",
		"The Electoral Unit of the Department of Peace-keeping Operations of the Secretariat met.": "-[PART_OF]->(Department of Peacekeeping Operations)",
		"The Anti-Corruption Entity of the Ministry of Justice met.":                               "-[PART_OF]->(Ministry of Justice)",
		"UNMIK and its EULEX Liaison Office met.":                                                  "",
		"The Office of the European Union met.":                                                    "",
		"The EULEX Kosovo Judicial Council member spoke.":                                          "",
		"The Directorate of Prison Administration met.":                                            "",
		"The Ad Hoc Commission on the Purification of the Armed Forces of El Salvador met.":        "",
		"The Office of the United Nations High Commissioner for Refugees met.":                     "",
	} {
		var out strings.Builder
		if err := rules.Explain(sentence, text.Calendar{Date: "2020-05-04"}, &out); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); want == "" && strings.Contains(got, nameOfPart) || want != "" && !strings.Contains(got, "written by "+nameOfPart+": ") || !strings.Contains(got, want) {
			t.Errorf("%s: want %q, told:\n%s", sentence, want, got)
		}
	}
}

// TestNameOfPartTellsNoName: what is asked of the front of a body's name leaves no new name behind: "the Superior Council of the Judiciary"
// is no "Council of the Judiciary" when it is named again.
func TestNameOfPartTellsNoName(t *testing.T) {
	_, rules := rulesFor(t)
	n := newNaming(rules, text.Calendar{Date: "2010-05-04"})
	const paragraph, name = "In Haiti, MINUSTAH met the Superior Council of the Judiciary.", "Superior Council of the Judiciary"
	n.Learn([]string{paragraph})
	for range 2 {
		_, mentions := n.read(paragraph)
		if last := mentions[len(mentions)-1]; paragraph[last.from:last.to] != name {
			t.Errorf("%s is named %s", name, paragraph[last.from:last.to])
		}
	}
}
