package loader

import (
	"slices"
	"strings"
	"testing"
)

// TestOfficesInLists: an office is held where its own words say, and what is said of the first of a list goes on only as far as nothing
// else is said.
func TestOfficesInLists(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string][]string{
		"The Democratic Party of Kosovo met. The party’s president, former Prime Minister of Serbia Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Prime Minister]->(Serbia)", "(Agron Pula)-[HELD_POSITION title: president]->(Democratic Party of Kosovo)"},
		"The party’s president, former Prime Minister of Serbia Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Prime Minister]->(Serbia)"},
		"Agron Pula, the former Mayor of Klina and Director of the Kosovo Police, spoke.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Police)", "(Agron Pula)-[HELD_POSITION former: true title: Mayor]->(Klina)"},
		"The Director of the Kosovo Police, Agron Pula, ended his tenure.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Police)", "(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Police)"},
		"Agron Pula, the former Director of the Kosovo Police, was appointed Director of the Kosovo Police.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Police)", "(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"The Director of the Kosovo Police, Agron Pula, handed over his duties to Drita Voka.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Police)", "(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Police)"},
		"With Agron Pula as its Director, the Kosovo Police grew.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"Agron Pula was Director of the Kosovo Police between May 1997 and June 1999.": {
			"(Agron Pula)-[HELD_POSITION since: 1997-05-01 title: Director until: 1999-06-30]->(Kosovo Police)"},
		"KFOR left. Under its Director, Agron Pula, the Kosovo Police grew.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"The Kosovo Police, which works beside EULEX, grew. Its Director, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"The Kosovo Police, which is part of EULEX, moved house; its Director, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"The Kosovo Police, which is part of KFOR, met EULEX; its Director, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(European Union Rule of Law Mission in Kosovo)"},
		"KFOR met the Democratic League of Kosovo. Its leader, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: leader]->(Democratic League of Kosovo)"},
		"KFOR and EULEX met the Kosovo Police. Its Director, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"KFOR left. Together with its Director, Agron Pula, the company sued the police.": nil,
		"KFOR left. On 4 May, the cooperative dismissed its Chair, Agron Pula.":           nil,
		"The chair of the Kosovo Museum is Agron Pula and its treasurer Drita Voka.": {
			"(Agron Pula)-[HELD_POSITION title: chair]->(Kosovo Museum)", "(Drita Voka)-[HELD_POSITION title: treasurer]->(Kosovo Museum)"},
		"Agron Pula is the chair of the Kosovo Museum; its treasurer is Drita Voka.": {
			"(Agron Pula)-[HELD_POSITION title: chair]->(Kosovo Museum)", "(Drita Voka)-[HELD_POSITION title: treasurer]->(Kosovo Museum)"},
		"The Director of the Kosovo Museum left Norway; its Ambassador is Drita Voka.": nil,
		"To succeed Agron Pula, the Government appointed Drita Voka as Director of the Kosovo Customs.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Customs)", "(Drita Voka)-[HELD_POSITION title: Director]->(Kosovo Customs)"},
		"Drita Voka was elected Director of the Kosovo Customs, replacing Agron Pula.": {
			"(Agron Pula)-[HELD_POSITION former: true title: Director]->(Kosovo Customs)", "(Drita Voka)-[HELD_POSITION title: Director]->(Kosovo Customs)"},
		"Drita Voka was elected Director of the Kosovo Customs to help Agron Pula.": {
			"(Drita Voka)-[HELD_POSITION title: Director]->(Kosovo Customs)"},
		"The Kosovo Museum is led by Agron Pula, with Drita Voka as its deputy.": {
			"(Agron Pula)-[HELD_POSITION title: leader]->(Kosovo Museum)", "(Drita Voka)-[HELD_POSITION title: deputy]->(Kosovo Museum)"},
		"Agron Pula, the former Mayor of Klina and current Director of the Kosovo Police, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)", "(Agron Pula)-[HELD_POSITION former: true title: Mayor]->(Klina)"},
		"KFOR left. The Special Envoy for the Balkans of Norway, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Special Envoy for the Balkans]->(Norway)"},
		"The head of Belgrade’s negotiating team in the dialogue with Pristina, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: head of Belgrade’s negotiating team]->(Belgrade)"},
		"The leader of the Norwegian delegation, Agron Pula, and the captain of the Kosovo team, Drita Voka, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: leader of the Norwegian delegation]->(Norway)"},
		"The spokesperson of Kenya’s delegation to the talks, Agron Pula, thanked Drita Voka, head of the OSCE election observation mission.": {
			"(Agron Pula)-[HELD_POSITION title: spokesperson of Kenya’s delegation]->(Kenya)",
			"(Drita Voka)-[HELD_POSITION title: head of the OSCE election observation mission]->(Organization for Security and Cooperation in Europe)"},
		"Agron Pula, head of the Democratic League of Kosovo parliamentary group, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: head of the Democratic League of Kosovo parliamentary group]->(Democratic League of Kosovo)"},
		"Agron Pula assumed his duties as my Special Representative and Coordinator of United Nations Operations in Kenya on 1 May.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-05-01 title: Special Representative]->(United Nations)",
			"(Agron Pula)-[HELD_POSITION since: 2019-05-01 title: Coordinator of United Nations Operations in Kenya]->(United Nations)"},
		"The Political Director of the Kosovo Police, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Political Director]->(Kosovo Police)"},
		"Agron Pula has been appointed as temporary Administrator of the Kosovo Police.": {
			"(Agron Pula)-[HELD_POSITION title: temporary Administrator]->(Kosovo Police)"},
		"The Ministers of Justice and Trade of Kenya, Agron Pula and Drita Voka, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Minister of Justice]->(Kenya)", "(Drita Voka)-[HELD_POSITION title: Minister of Trade]->(Kenya)"},
		"The Ministers of Justice and Trade of Norway and Kenya, Agron Pula and Drita Voka, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Minister of Justice and Trade]->(Norway)", "(Drita Voka)-[HELD_POSITION title: Minister of Justice and Trade]->(Kenya)"},
		"The Director of the Kosovo Police, Drita Voka, took up her duties on 3 May.": {
			"(Drita Voka)-[HELD_POSITION since: 2019-05-03 title: Director]->(Kosovo Police)", "(Drita Voka)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"The Director of the Kosovo Police, Drita Voka, took up a post at the Kosovo Museum on 3 May.": {
			"(Drita Voka)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"The Deputy Prime Minister and Minister of Justice, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Deputy Prime Minister]->(Kosovo)", "(Agron Pula)-[HELD_POSITION title: Minister of Justice]->(Kosovo)"},
		"The Deputy Prime Minister of Kenya and Minister of Justice, Agron Pula, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Deputy Prime Minister]->(Kenya)", "(Agron Pula)-[HELD_POSITION title: Minister of Justice]->(Kenya)"},
		"The Deputy Prime Minister of Kenya and the Minister of Justice, Agron Pula, spoke.": nil,
		"Agron Pula served as Director of the Kosovo Police from 5 January to 31 March.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-01-05 title: Director until: 2019-03-31]->(Kosovo Police)"},
		"Agron Pula was appointed Director of the Kosovo Police from 5 May to 31 December 2019.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-05-05 title: Director]->(Kosovo Police)"},
		"Agron Pula stepped down from the post of Mayor of Klina on 5 May.": {
			"(Agron Pula)-[HELD_POSITION title: Mayor until: 2019-05-05]->(Klina)"},
		"On 5 May, the High Representative dismissed the Mayor of Klina, Agron Pula.": {
			"(Agron Pula)-[HELD_POSITION title: Mayor until: 2019-05-05]->(Klina)", "(Agron Pula)-[HELD_POSITION title: Mayor]->(Klina)"},
		"On 5 May, the Mayor of Klina, Agron Pula, was dismissed from the Democratic League of Kosovo.": {
			"(Agron Pula)-[HELD_POSITION title: Mayor]->(Klina)"},
		"My Special Envoy for Kenya, Agron Pula, met my Special Envoy for the future status process for Kosovo, Drita Voka.": {
			"(Agron Pula)-[HELD_POSITION title: Special Envoy for Kenya]->(United Nations)",
			"(Drita Voka)-[HELD_POSITION title: Special Envoy for the future status process for Kosovo]->(United Nations)"},
		"On 5 May, I appointed Agron Pula as my Special Envoy for the peace talks.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-05-05 title: Special Envoy for the peace talks]->(United Nations)"},
		"Agron Pula became the first Director of the Kosovo Police.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Police)"},
		"Agron Pula, the first Deputy Director of the Kosovo Police, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: first Deputy Director]->(Kosovo Police)"},
		"The European Union Head of Mission for EULEX, Agron Pula, met the UNHCR Representative for EULEX, Drita Voka.": {
			"(Agron Pula)-[HELD_POSITION title: European Union Head of Mission]->(European Union Rule of Law Mission in Kosovo)"},
		"The President, Ilir Doda, the acting Prime Minister, Ministers and many others echoed those calls.": {
			"(Ilir Doda)-[HELD_POSITION title: President]->(Kosovo)"},
		"Agron Pula led the Kosovo Museum as its Director.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Museum)"},
		"Agron Pula, who headed the Kosovo Museum as its Director, spoke.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Museum)"},
		"On 5 May, Norway named Agron Pula and Drita Voka Director and Deputy Director, respectively, of the Kosovo Museum.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-05-05 title: Director]->(Kosovo Museum)",
			"(Drita Voka)-[HELD_POSITION since: 2019-05-05 title: Deputy Director]->(Kosovo Museum)"},
		"Agron Pula and Drita Voka are the President and the Vice-President, respectively, of the Kosovo Museum.": {
			"(Agron Pula)-[HELD_POSITION title: President]->(Kosovo Museum)", "(Drita Voka)-[HELD_POSITION title: Vice-President]->(Kosovo Museum)"},
		"KFOR met Agron Pula and Drita Voka, Director and Deputy Director, respectively, of the Kosovo Museum.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Museum)", "(Drita Voka)-[HELD_POSITION title: Deputy Director]->(Kosovo Museum)"},
		"Agron Pula, whom Norway had named Director of the Kosovo Museum on 5 May, spoke.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-05-05 title: Director]->(Kosovo Museum)"},
		"Agron Pula was elected Director of the Kosovo Museum at a session held in Klina on 5 May by its board.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-05-05 title: Director]->(Kosovo Museum)"},
		"At a ceremony which took place on 5 May, Norway appointed Agron Pula Director of the Kosovo Museum.": {
			"(Agron Pula)-[HELD_POSITION since: 2019-05-05 title: Director]->(Kosovo Museum)"},
		"Agron Pula was elected Director of the Kosovo Museum after talks held on 5 May.": {
			"(Agron Pula)-[HELD_POSITION title: Director]->(Kosovo Museum)"},
		"On 5 May, the Mayor of Klina, Agron Pula, resigned, citing ill health.": {
			"(Agron Pula)-[HELD_POSITION title: Mayor until: 2019-05-05]->(Klina)", "(Agron Pula)-[HELD_POSITION title: Mayor]->(Klina)"},
		"The Mayor of Klina, Agron Pula, stepped down from his post on 5 May.": {
			"(Agron Pula)-[HELD_POSITION title: Mayor until: 2019-05-05]->(Klina)", "(Agron Pula)-[HELD_POSITION title: Mayor]->(Klina)"},
		"On 5 May, the Mayor of Klina, Agron Pula, resigned from his seat in the Assembly.": {
			"(Agron Pula)-[HELD_POSITION title: Mayor]->(Klina)"},
		"On 5 May, the Mayor of Klina, Agron Pula, resigned from his post in the party.": {
			"(Agron Pula)-[HELD_POSITION title: Mayor]->(Klina)"},
		"Agron Pula quit as Chief Executive of the Kosovo Museum.": {
			"(Agron Pula)-[HELD_POSITION title: Chief Executive]->(Kosovo Museum)"},
	} {
		got := slices.DeleteFunc(rules.facts(text), func(f string) bool { return !strings.Contains(f, "HELD_POSITION") })
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n  tells %q\n  not   %q", text, got, want)
		}
	}
}

// TestOfficesLinked: an office of which a phrase names no body is held where the report has said that it is, and nowhere where it has not.
func TestOfficesLinked(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string]string{
		"The President of Serbia, Arben Lura, came. President Lura spoke.":                                   "(Arben Lura)-[HELD_POSITION title: President]->(Serbia)",
		"The Minister of Justice of Kosovo resigned. The new Minister for Justice, Arben Lura, spoke.":       "(Arben Lura)-[HELD_POSITION title: Minister for Justice]->(Kosovo)",
		"The Minister of Justice of Kosovo resigned. In Serbia, the Minister of Justice, Arben Lura, spoke.": "",
		"The Ministers of Justice of Kosovo and Serbia met. The Minister of Justice, Arben Lura, spoke.":     "",
		"The Minister for Kosovo and Metohija, Arben Lura, spoke.":                                           "",
		"The Minister of Health of Kosovo resigned. The Minister of Justice, Arben Lura, spoke.":             "",
		"The President of Serbia resigned. President Boris Tadić spoke.":                                     "(Boris Tadić)-[HELD_POSITION title: President]->(Serbia)",
		"The President of Albania resigned. President Boris Tadić spoke.":                                    "",
		"Of Serbian hooligans the Minister for Internal Affairs, Bajram Rexhepi, spoke.":                     "(Bajram Rexhepi)-[HELD_POSITION title: Minister for Internal Affairs]->(Kosovo)",
		"In Republika Srpska, Prime Minister Milorad Dodik spoke.":                                           "(Milorad Dodik)-[HELD_POSITION title: Prime Minister]->(Republika Srpska)",
		"KFOR went to Republika Srpska. President Biljana Plavšić spoke.":                                    "(Biljana Plavšić)-[HELD_POSITION title: President]->(Republika Srpska)",
		"President Biljana Plavšić spoke.":                                                                   "",
		"In Somaliland, President Arben Lura spoke.":                                                         "",
		"KFOR went to Puntland. On 4 May, Arben Lura was elected President.":                                 "",
		"The President of Puntland spoke. President Hashim Thaçi spoke.":                                     "(Hashim Thaçi)-[HELD_POSITION title: President]->(Kosovo)",
		"President Arben Lura went to Klina.":                                                                "(Arben Lura)-[HELD_POSITION title: President]->(Kosovo)",
		"KFOR met Arben Lura, the President of the party.":                                                   "",
		"Arben Lura, President of the newly formed party, spoke.":                                            "",
		"Arben Lura resigned as President of the club on 4 May.":                                             "",
		"On 4 May, Arben Lura was elected President of a local association.":                                 "",
		"The Chair of the Council, Arben Lura, resigned.":                                                    "",
		"The President of the Council, Arben Lura, spoke.":                                                   "(Arben Lura)-[HELD_POSITION title: President]->(Security Council)",
	} {
		got := ""
		for _, f := range rules.facts(text) {
			if strings.Contains(f, "HELD_POSITION") {
				got = f // the last
			}
		}
		if got != want {
			t.Errorf("%s\n  tells %q\n  not   %q", text, got, want)
		}
	}
}

// TestMinistries: who holds the office of a minister, of which a phrase names no body, acts for the ministry that the report names, where
// it is no other country's.
func TestMinistries(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string]string{
		"The Ministry of Finance grew. On 4 May, the Minister for Finance painted a bridge.":                     "OTHER AGENT(Ministry of Finance) 2019-05-04/2019-05-04",
		"The Kosovo Ministry of Finance grew. On 4 May, the Minister of Finance painted a bridge.":               "OTHER AGENT(Ministry of Finance of Kosovo) 2019-05-04/2019-05-04",
		"The Ministry of Trade and the Sea grew. On 4 May, the Minister for Trade and the Sea painted a bridge.": "OTHER AGENT(Ministry of Trade and the Sea) 2019-05-04/2019-05-04",
		"The Ministry of Trade and the Sea grew. On 4 May, the Minister for Trade painted a bridge.":             "OTHER 2019-05-04/2019-05-04",
		"The Secretariat of State for Youth grew. On 4 May, the Secretary of State for Youth painted a bridge.":  "OTHER AGENT(Secretariat of State for Youth) 2019-05-04/2019-05-04",
		"The Serbian Ministry of Finance grew. On 4 May, the Minister of Finance painted a bridge.":              "OTHER 2019-05-04/2019-05-04",
		"The Ministry of Finance grew. On 4 May, in Serbia, the Minister of Finance painted a bridge.":           "OTHER at (Serbia) 2019-05-04/2019-05-04",
		"The Ministry of Finance grew. On 4 May, the Ministers of Finance painted a bridge.":                     "OTHER 2019-05-04/2019-05-04",
		"The Ministry of Finance grew. On 4 May, the former Minister of Finance painted a bridge.":               "OTHER 2019-05-04/2019-05-04",
		"The Ministry of Finance grew. On 4 May, UNHCR rewarded the Minister of Finance.":                        "OTHER AGENT(Office of the United Nations High Commissioner for Refugees) 2019-05-04/2019-05-04",
	} {
		got := ""
		for _, f := range rules.facts(text) {
			if strings.HasPrefix(f, "OTHER ") {
				got = f
			}
		}
		if got != want {
			t.Errorf("%s\n  tells %q\n  not   %q", text, got, want)
		}
	}
}

// TestEnvoyByShortTitle: "my Special Envoy" is the one whom the report has called so, whatever it has said that he or she is for, and
// nobody where it has told of several.
func TestEnvoyByShortTitle(t *testing.T) {
	_, rules := rulesFor(t)
	for text, want := range map[string]string{
		"My Special Envoy for the peace talks, Agron Pula, left. On 4 May, KFOR met with my Special Envoy.":                              "MEETING AGENT(Kosovo Force) (Agron Pula) 2019-05-04/2019-05-04",
		"My Special Envoy for Kenya, Agron Pula, and my Special Envoy for Haiti, Drita Voka, left. On 4 May, KFOR met my Special Envoy.": "MEETING AGENT(Kosovo Force) 2019-05-04/2019-05-04",
	} {
		if got := rules.facts(text); !slices.Contains(got, want) {
			t.Errorf("%s\n  tells %q\n  not   %q", text, got, want)
		}
	}
}
