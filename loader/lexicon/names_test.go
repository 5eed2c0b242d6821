package lexicon_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"councilgraph/loader/lexicon"
)

func builtin(t *testing.T) *lexicon.Gazetteer {
	t.Helper()
	paths, err := filepath.Glob("../rules/names/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal(err, paths)
	}
	var texts []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return gazetteer(t, texts...)
}

// TestNames: each sentence names these, by their canonical names, and nothing else. A report's first sentence says what country it is
// about.
func TestNames(t *testing.T) {
	const (
		haiti  = "The report on MINUSTAH covers Haiti."
		kosovo = "The report on UNMIK covers Kosovo."
	)
	g := builtin(t)
	for _, c := range []struct{ about, text, want string }{
		// persons whom no list holds
		{kosovo, "Yesterday, Arbnor Gashtani and Petar Višnjarac met Ms. Hjordis Lindqvist-Borg.", "Arbnor Gashtani; Petar Višnjarac; Hjordis Lindqvist-Borg"},
		{haiti, "Judge Wisly Dorcélus freed Jean-Robert de la Croix-Noire.", "Wisly Dorcélus; Jean-Robert de la Croix-Noire"},
		{haiti, "The Head of Mission, Frank Baker, a lawyer, thanked K. B. Mensah and BAN Ki-moon.", "Frank Baker; K. B. Mensah; Ban Ki-moon"},
		{kosovo, "The mandates of the Chief Observer, two Ombudspersons and the Ministers of Finance ended.", ""},
		{kosovo, "The Budget Manager and the Deputy Force Commander of the Human Rights Division resigned.", "Human Rights Division"},
		{kosovo, "Ms. Vesna Turk met Vesna Serb leaders and Mr. Balkan Albanian.", "Vesna Turk"},
		{kosovo, "Lutfi Krasta was charged. Krasta denied it.", "Lutfi Krasta; Lutfi Krasta"},
		{kosovo, "Lutfi Krasta was charged. Krasta, or his brother Besart Krasta, denied it.", "Lutfi Krasta; Besart Krasta"},
		{kosovo, "The COVID-19 pandemic and an A. Support plan were discussed with Kosovo Serb and Norwegian experts.", ""},
		{kosovo, "P. J. Marsh, Visar “Doc” Lumnaj and Peter Marsh Jr. met the U. S. envoy. Visar Lumnaj left.", "P. J. Marsh; Visar “Doc” Lumnaj; Peter Marsh Jr; Visar “Doc” Lumnaj"},
		{kosovo, "Police arrested the brothers Visar and Genc Lumnaj, and Luan Morina in Morina.", "Visar Lumnaj; Genc Lumnaj; Luan Morina; Morina"},
		{kosovo, "The commander, Admiral Leighton Smith, left, and so did Admiral Leighton Street and General Policy.", "Leighton Smith"},
		{kosovo, "The Head of Mission, Mr. S. Iqbal Riza, met Iqbal Riza.", "Iqbal Riza; Iqbal Riza"},
		{haiti, "Observers visited San Miguel and Frank Baker. Police arrested Santa Kovač.", "San Miguel; Frank Baker; Santa Kovač"},
		{haiti, "The Deputy Minister, El Pashtrik Wane, spoke.", "El Pashtrik Wane"},
		{haiti, "In Blinjska Greda by the river, Susan Page spoke.", "Blinjska Greda; Susan Page"},
		{kosovo, "The release on 1 June, by the Basic Court of Prizren, of Enis Bytyqolli and the arrest by the Kosovo Police of Qazim Lleshi were criticized.",
			"Basic Court of Prizren; Enis Bytyqolli; Kosovo Police; Qazim Lleshi"},
		{kosovo, "Visar (“Doc”) Lumnaj, Dragan (Gaga) Pantić and Arben (from Klina) Lura left.", "Visar (“Doc”) Lumnaj; Dragan (Gaga) Pantić; Klina"},
		{kosovo, "The Court of First Instance in Prizren and the Peja Court of First Instance sat, and so did the Tribunal of First Instance of Prizren.",
			"Court of First Instance of Prizren; Court of First Instance of Peja; Tribunal of First Instance of Prizren"},
		{kosovo, "The verdict of the Basic Court of Peja against Veton Rraci was read.", "Basic Court of Peja; Veton Rraci"},
		{kosovo, "The newspaper Rilindja Jetoni and the ferry Arben Lura were named.", ""},
		{kosovo, "A daily, the Peja Observer, and a weekly, the Klina Examiner, reported.", ""},
		{haiti, "The police arrested Nyema Toe and arrested Evens Jeunot. They killed Nyema Tigers.", "Nyema Toe; Evens Jeunot"},
		{haiti, "The police arrested Abd al-Rahman el-Fadli. The Minister of Defence of Bolivia, María de los Ángeles Quispe, left. Danilo Türk met a Turk.",
			"Abd al-Rahman el-Fadli; Bolivia; María de los Ángeles Quispe; Danilo Türk"},
		{haiti, "Xisto dos Reis was arrested with Evens Prish.", "Xisto dos Reis"},
		// several bodies by one plural
		{kosovo, "The Pristina and Mitrovica Basic Courts sat, and so did the Kosovo Judicial and Prosecutorial Councils and the Lake Registry.",
			"Basic Court of Pristina; Basic Court of Mitrovica; Kosovo Judicial Council; Kosovo Prosecutorial Council; Lake Registry"},
		{kosovo, "Two EULEX Supreme Court judges met the EULEX Chief Prosecutor.", "European Union Rule of Law Mission in Kosovo; Supreme Court of Kosovo; European Union Rule of Law Mission in Kosovo"},
		{kosovo, "The Kosovo and Serbian police met the Norwegian and Swedish authorities.", "Kosovo Police; Serbian police; Norwegian authorities; Swedish authorities"},
		{kosovo, "The Serbian and Albanian Academies of Lakes met, and the Health and Forest Committees.", "Serbian Academy of Lakes; Albanian Academy of Lakes"},
		{kosovo, "The Chambers of Trade of Kosovo and Serbia met the Chambers of Trade.", "Chamber of Trade of Kosovo; Chamber of Trade of Serbia"},
		{kosovo, "The Chambers of Lakes met. The Norwegian and Kosovo Chambers of Lakes met.", "Norwegian Chamber of Lakes; Kosovo Chamber of Lakes"},
		{kosovo, "The Office of the KFOR Commander called on Jan Holt.", "Office of the KFOR Commander; Jan Holt"},
		{kosovo, "Fans of KF Klina, Peja FC and the football club Ferizaj met.", "KF Klina; Peja FC"},
		{kosovo, "He left the Consulate of Norway in Peja and the Consulate General of Italy.", "Consulate of Norway; Peja; Consulate General of Italy"},
		{kosovo, "The staff of Radio Gjakova met Radio Free Europe. A radio in Klina played.", "Radio Gjakova; Radio Free Europe; Klina"},
		// what a word before it makes another one; British and American spelling; places to be held in
		{kosovo, "The Security Council met. The Kosovo Security Council met the Communities Security Council.",
			"Security Council; Kosovo Security Council; Communities Security Council"},
		{kosovo, "The World Health Organisation and the Organisation for Security and Cooperation in Europe met.",
			"World Health Organization; Organization for Security and Cooperation in Europe"},
		{kosovo, "He was moved from a detention centre to the Lake Detention Centre and the Klina Correctional Facility.", "Lake Detention Centre; Klina Correctional Facility"},
		// bodies by their form, in any order
		{kosovo, "The Tribunal's Trial Chamber and the Supreme Court’s registry told the Rescue Agency’s Lake Commission.",
			"Supreme Court of Kosovo; Rescue Agency; Lake Commission"},
		{kosovo, "The Law on Temporary Takeover and Administration of Specified Property and the Standards for Peacekeeping Police stand.", ""},
		{kosovo, "The Head of Mission of UNHCR met the Standing Police Capacity and the KFOR Force Commander.",
			"Office of the United Nations High Commissioner for Refugees; Standing Police Capacity; Kosovo Force"},
		{kosovo, "In Kufc i Epermë/Gornje Kusce, in the Pejë/Peć region, the Drenica Group met; the Drenica group case began.",
			"Kufc i Epermë/Gornje Kusce; Peja region; Drenica Group"},
		{kosovo, "In Donja Budriga/Budrike e Poshtme, Veliko Lipe/ Lipa e Madhe and Hoçë e Vogël/Mala Hoča, roads were built.",
			"Donja Budriga/Budrike e Poshtme; Veliko Lipe/Lipa e Madhe; Hoçë e Vogël/Mala Hoča"},
		{kosovo, "In the area of Zveçan e Vogël/Mali Zvečan, a road was built.", "Zveçan e Vogël/Mali Zvečan"},
		{kosovo, "In the western Balkans, the Central Elections Commission, the Housing and Property Claims Commission (HPCC) and the OSCE mission in Kosovo work.",
			"Western Balkans; Central Election Commission; Housing and Property Claims Commission; Housing and Property Claims Commission; OSCE Mission in Kosovo"},
		{kosovo, "The Ministries of Justice and Internal Affairs, the ministries of Health, Finance and Culture of Serbia and the District Courts of Peja and Prizren agreed.",
			"Ministry of Justice of Kosovo; Ministry of Internal Affairs of Kosovo; Ministry of Health of Serbia; Ministry of Finance of Serbia; Ministry of Culture of Serbia; " +
				"District Court of Peja; District Court of Prizren"},
		{kosovo, "The district court in Pejë/Peć, the Prizren municipal court and a municipal court in Kosovo met.", "District Court of Peja; Municipal Court of Prizren; Kosovo"},
		{kosovo, "The municipal assembly of Klina, the Prizren municipal assembly and a municipal assembly in Kosovo met the Cedar Trust.",
			"Municipal Assembly of Klina; Municipal Assembly of Prizren; Kosovo; Cedar Trust"},
		{kosovo, "The Commission against Corruption filed it with the Basic Court of Peja against Besart Krasta.", "Commission against Corruption; Basic Court of Peja; Besart Krasta"},
		{kosovo, "In the St. Nicholas Church, the Church of the Holy Virgin Ljeviška and the cathedral of St. George in Prizren, the Serbian Orthodox Church prayed.",
			"St. Nicholas Church; Church of the Holy Virgin Ljeviška; cathedral of St. George; Prizren; Serbian Orthodox Church"},
		{kosovo, "In the Bogorodica Ljeviška Church, the Church of the Dormition, the church of the Holy Trinity in Prizren, the Church of the Assumption of the Holy Virgin, the Gazi Mehmet Pasha Hammam and the Kaljaja Fortress, the Lutheran Church prayed.",
			"Bogorodica Ljeviška Church; Church of the Dormition; church of the Holy Trinity; Prizren; Church of the Assumption of the Holy Virgin; Gazi Mehmet Pasha Hammam; Kaljaja Fortress; Lutheran Church"},
		{kosovo, "UNMIK Administration Mitrovica and the OSCE Regional Office Prizren met the Working Group on Enforced or Involuntary Disappearances.",
			"UNMIK Administration Mitrovica; OSCE Regional Office Prizren; Working Group on Enforced or Involuntary Disappearances"},
		{kosovo, "The Contact Group met the Human Rights International Contact Group. The Pristina Contact Group left. A Staff-Monitored Programme began.",
			"Contact Group; Human Rights International Contact Group; Pristina Contact Group"},
		{kosovo, "The Trust Fund for the Police Assistance Programme paid for flags in Arabic.", ""},
		{kosovo, "The Governments of Norway, Italy and the Federal Republic of Yugoslavia met.", "Government of Norway; Government of Italy; Government of Federal Republic of Yugoslavia"},
		{kosovo, "The Committee on Foreign Affairs, Defence and National Security met.", "Committee on Foreign Affairs, Defence and National Security"},
		{kosovo, "The Ministries of Justice and KFOR, the Ministries of Labour and Social Welfare, Health and Justice and the district courts of Peja and Prizren met.", "Kosovo Force; Peja; Prizren"},
		{kosovo, "The ministries of Defence and Foreign Affairs of the Russian Federation agreed.", "Ministry of Defence of Russian Federation; Ministry of Foreign Affairs of Russian Federation"},
		{kosovo, "The Ministries of Trade and Industry and Justice and courts of Peja and Prizren agreed.", "Peja; Prizren"},
		{kosovo, "Task Force Mitrovica told the Electoral Unit of UNHCR of a task force and an electoral unit.",
			"Task Force Mitrovica; Electoral Unit of UNHCR"},
		{kosovo, "The Basic Court of Gjilan and the Prizren Basic Court sat.", "Basic Court of Gjilan; Basic Court of Prizren"},
		{kosovo, "The Public Procurement Regulatory Body and the Central Procurement Entity met in the Republika Srpska Entity on the Inter-Entity Boundary Line.",
			"Public Procurement Regulatory Body; Central Procurement Entity; Republika Srpska Entity"},
		{kosovo, "The Slovenian State Prosecutor’s Office, the Office of the Chief State Prosecutor and the State Prosecutor’s Office met a Ghanaian UNMIK police officer.",
			"State Prosecutor’s Office of Slovenia; Office of the Chief State Prosecutor; Office of the Chief State Prosecutor; UNMIK police"},
		{kosovo, "The High-level Coordination Committee met the Group of Friends of Haiti, the Friends of UNHCR, friends of Haiti and a State-level Court. Friends of Haiti left with the Friends of Visar Gashtani.",
			"High-level Coordination Committee; Group of Friends of Haiti; Friends of UNHCR; Haiti; Haiti; Visar Gashtani"},
		{haiti, "The United Nations Transitional Administration for Eastern Slavonia, Baranja and Western Sirmium left Eastern Slavonia, Baranja and Western Sirmium, but not Eastern Slavonia, Baranja or Vukovar.",
			"United Nations Transitional Administration for Eastern Slavonia, Baranja and Western Sirmium; Eastern Slavonia, Baranja and Western Sirmium; Eastern Slavonia, Baranja and Western Sirmium; Baranja; Vukovar"},
		{kosovo, "Pupils of the Lidhja e Krahinës primary school and of the Prizren high school met the Hizmet/Gūlen movement, the Otpur movement and a youth movement.",
			"Lidhja e Krahinës primary school; Prizren; Hizmet/Gūlen movement; Otpur movement"},
		{kosovo, "President Atifete Jahjaga left. To succeed President Jahjagain 2016, Mr. Jahjagaand Jahjagaof Peja met Ms. Jahjaga.",
			"Atifete Jahjaga; Atifete Jahjaga; Atifete Jahjaga; Atifete Jahjaga; Peja; Atifete Jahjaga"},
		{kosovo, "President Atifete Jahjaga met Arben Jahjagain. Mr. Jahjagain left.", "Atifete Jahjaga; Arben Jahjagain; Arben Jahjagain"},
		{kosovo, "HashimThaçi went to SuvaReka with AsycudaWorld.", "Hashim Thaçi; Suharekë"},
		{haiti, "The Supreme Court and the Haitian Supreme Court are one, and so is the Supreme Court of Haiti.",
			"Supreme Court of Haiti; Supreme Court of Haiti; Supreme Court of Haiti"},
		{kosovo, "Cases fell from 406 (2011) to 361 (2012) under resolution 1244 (1999).", "Security Council resolution 1244 (1999)"},
		{kosovo, "The Supreme Court ruled.", "Supreme Court of Kosovo"},
		// what is a part of a longer name, of an office or of a title
		{haiti, "The Assembly of Serbia met. The Assembly of Serbia and Montenegro met the Lake Party of Kosovo and Metohija.",
			"Assembly of Serbia; Assembly of Serbia and Montenegro; Lake Party of Kosovo and Metohija"},
		{kosovo, "Annex IV Lake Committee. The MINUSTAH Police Commissioner met Turk Assembly members and Kosovo Serb Customs officers.",
			"Lake Committee; United Nations Stabilization Mission in Haiti"},
		{kosovo, "The renovation of the Court in Oslo, the trials in the Minor and District Courts and the Klina Municipal Court in Prizren ended.",
			"Oslo; Municipal Court of Klina; Prizren"},
		{kosovo, "The Lake Task Force in Oslo met the Serbian Ministry.", "Lake Task Force; Oslo"},
		{kosovo, "The Law on the Organization of Lakes, the Law on Freedom of Association of Miners, the Law on the Old Centre of Prizren and the Law on Trade/Lake Police stand.",
			"Prizren"},
		{kosovo, "The Centre for Lake Rescue Development Plan was read at the Faculty of Constitutional Law.", "Faculty of Constitutional Law"},
		{haiti, "Shots fell at the Klina police station, but the Klina police came.", "Klina; Police of Klina"},
		{kosovo, "The European Parliament met. It told the Parliament. The Government of Norway wrote, and the Parliament agreed.", "European Parliament; Government of Norway"},
		{kosovo, "The Government of Norway wrote. The Parliament agreed.", "Government of Norway; Assembly of Kosovo"},
		{kosovo, "The Office of the European Union Lake Coordinator met the Office of Lakes of the Prime Minister and the Council of Nordic Ministers of Culture.",
			"Office of the European Union Lake Coordinator; Office of Lakes; Council of Nordic Ministers of Culture"},
		{kosovo, "On St. Visar’s Day and Eid al-Fitr, typhoons Visara and Genca crossed Hashim Thaçi Avenue and Visar Lumnaj Street Markt.", ""},
		{kosovo, "The shares of the firm, Otpor Linija, were sold to its director, Arbnor Gashtani.", "Arbnor Gashtani"},
		{kosovo, "Arbnor Veseli was charged. Mr. Veseli denied it.", "Arbnor Veseli; Arbnor Veseli"},
		{kosovo, "Arbnor Veseli met Kadri Veseli. Mr. Veseli left.", "Arbnor Veseli; Kadri Veseli"},
		{haiti, "The Ministry of Agriculture, Forestry and Rural Development wrote to the Ministry of Justice of Turkey.",
			"Ministry of Agriculture, Forestry and Rural Development of Haiti; Ministry of Justice of Turkey"},
		{haiti, "The Truth, Dialogue and Reconciliation Commission (TDRC) met; the TDRC heard the Haitian police.",
			"Truth, Dialogue and Reconciliation Commission; Truth, Dialogue and Reconciliation Commission; Truth, Dialogue and Reconciliation Commission; Police of Haiti"},
		{haiti, "The United Nations Advisory Mission in Samoa (UNAMSA) opened.", "United Nations Advisory Mission in Samoa; United Nations Advisory Mission in Samoa"},
		{haiti, "The Council of Ministers and the Office of the President agreed with the General Inspectorate in the North Department and with the Inspectorate General.",
			"Council of Ministers of Haiti; Office of the President of Haiti; General Inspectorate of Haiti; North Department; General Inspectorate of Haiti"},
		{kosovo, "The Multinational Brigade (MNB) (North-East) relieved MNB (South).", "Multinational Brigade North-East; Multinational Brigade South"},
		{kosovo, "Police arrested Kastriot Lumnaj for the Chess Federation of Albania.", "Kastriot Lumnaj; Chess Federation of Albania"},
		{haiti, "The NATO peacekeeping force and the United Nations country team met the Transitional Government, which paid US$ 5.",
			"NATO peacekeeping force; United Nations country team of Haiti; Transitional Government of Haiti"},
		{haiti, "The Annex 9 Commission, the Press/Information Bureau and the Record-keeping Service of the Government-appointed Labour Board met.",
			"Annex 9 Commission; Press/Information Bureau; Record-keeping Service; Labour Board"},
		{haiti, "Members of the Movimento Libertador do Samoa Unido (Molisam) spoke for Molisam.",
			"Movimento Libertador do Samoa Unido; Movimento Libertador do Samoa Unido; Movimento Libertador do Samoa Unido"},
		{kosovo, "The Independent Democratic Party of Serbia split; the Law on Road Services passed.", "Independent Democratic Party of Serbia"},
		{haiti, "The National Gendarmerie, the National Army of Chad and the National Navy trained; the national army went.",
			"National Gendarmerie of Haiti; National Army of Chad; National Navy of Haiti"},
		{kosovo, "The Relief Board met, then the Relief Board for Refugees; the Montenegrin border police and the Yugoslav (Montenegrin) Border Police and border police came, then Yugoslav (Montenegrin) border police.",
			"Relief Board; Relief Board for Refugees; Border police of Montenegro; Border police of Montenegro; Border police of Montenegro"},
		// what goes on within a name, or behind it
		{kosovo, "The Lake Party Union of Haiti (PDK) met the PDK. The Citizens Initiative “Serbia” (CIS) and the CIS met.",
			"Lake Party Union of Haiti; Democratic Party of Kosovo; Democratic Party of Kosovo; Citizens Initiative “Serbia”; Citizens Initiative “Serbia”; Citizens Initiative “Serbia”"},
		{kosovo, "The Board of the Kosovo Trust Agency (KTA) met the KTA at the “Lake Miners’ Congress”.",
			"Board of the Kosovo Trust Agency; Kosovo Trust Agency; Kosovo Trust Agency"},
		{kosovo, "The Kosovo Energy Company (KEK) met KEK.", "Kosovo Energy Corporation; Kosovo Energy Corporation; Kosovo Energy Corporation"},
		{kosovo, "The Miners’ Rescue Office, the Anti- Lake Unit and the Crisis Committee of the Oslo- sponsored council met the ‘Miners’ Unit’.",
			"Miners’ Rescue Office; Anti-Lake Unit; Oslo"},
		{kosovo, "The Working Group on Dealing with the Lake and Rescue and the Lake Committee on Barriers to Trade met with the Lake Board.",
			"Working Group on Dealing with the Lake and Rescue; Lake Committee on Barriers to Trade; Lake Board"},
		{haiti, "The Ministry of Finance and the Economy wrote to the Ministry of Lakes and the Mayor.",
			"Ministry of Finance and the Economy of Haiti; Ministry of Lakes of Haiti"},
		{kosovo, "The Task Force for Terrorism/Extremism, the LRC/LAKE Unit, the League of Kosovo Miners and the Association of KLA Miners met.",
			"Task Force for Terrorism/Extremism; LRC/LAKE Unit; League of Kosovo Miners; Association of KLA Miners"},
		{kosovo, "The Lake Rescue Directorate Prizren met in Prizren.", "Lake Rescue Directorate Prizren; Prizren"},
		{kosovo, "The Rescue and Association Process Tracking Mechanism sat, and the Stabilization and Lake Mechanism.", "Rescue and Association Process Tracking Mechanism; Stabilization and Lake Mechanism"},
		{kosovo, "It is the Visar Lumnaj et al. case.", "Visar Lumnaj"},
		// acronyms and surnames of another country's
		{haiti, "The KLA is a laboratory; Mr. Kurti is a cook.", "Kurti"},
		{kosovo, "The KLA fought; Mr. Kurti spoke.", "Kosovo Liberation Army; Albin Kurti"},
		// places
		{haiti, "Patrols in Anse-à-Veau, Pétrelle and Bois-Carré went from the village of Morvan to the Kodoru valley.",
			"Anse-à-Veau; Pétrelle; Bois-Carré; Morvan; Kodoru valley"},
		{kosovo, "The Brussels Agreement, the “Drenica” case and the University of Pristina were named in Kolmarë/Kolmarje.", "University of Pristina; Kolmarë/Kolmarje"},
		{kosovo, "Stones flew in Fushë Kosovo/Kosovo Polje.", "Kosovo Polje"},
		{kosovo, "Gates 1 and 31 were closed under resolutions 1244 (1999) and 1160 (1998).",
			"gate 1; gate 31; Security Council resolution 1244 (1999); Security Council resolution 1160 (1998)"},
		{kosovo, "Scanners stood at gates 1, 5 and 31, guards at gate 4, 12 officers before the gates and 7 at the gate, 3 in cars.", "gate 1; gate 5; gate 31; gate 4"},
		{kosovo, "Trucks stood at gates 1 (Jarinje/Jarinjë) and 31 (Bërnjak/Brnjak).", "gate 1; Jarinje; gate 31; Brnjak"},
		{haiti, "It rained in cantons 6 (Hinché) and 7, and in canton 10, in cantons 40 and 6.",
			"Central Bosnia Canton; Hinché; Herzegovina-Neretva Canton; Livno Canton; Central Bosnia Canton"},
		{kosovo, "In Gračanica (Saint Vitus’ Day) (Saint Vitus Day), bread was sold.", "Gračanica"},
		{kosovo, "The Church of Saint Mark the Evangelist, the Church of the Holy Virgin of Gorešica and the Church of the Dormition of Theotokos in Klina closed.",
			"Church of Saint Mark the Evangelist; Church of the Holy Virgin of Gorešica; Church of the Dormition of Theotokos; Klina"},
		{kosovo, "The Serbian Orthodox Church of Saint Elias, the Holy Virgin Serbian Orthodox Church and Saint George’s Church in Klina burned; the Serbian Orthodox Church grieved.",
			"Church of Saint Elias; Holy Virgin Serbian Orthodox Church; Saint George’s Church; Klina; Serbian Orthodox Church"},
		{kosovo, "Stones hit the Serbian Orthodox Church in Klina and a Lutheran Church; bishops of the Serbian Orthodox Church in Klina and a Lutheran Church envoy saw it.",
			"Klina; Serbian Orthodox Church; Klina; Lutheran Church"},
		{kosovo, "The feast of Sveti Pantelija was held in the Church of Christ the Saviour and in Gorelič Monastery in Klina.", "Church of Christ the Saviour; Gorelič Monastery; Klina"},
		{kosovo, "An EULEX/Kosovo Force patrol met the EULEX/Kosovo police and the Provisional Institutions of Self-Government of Kosovo at Deçan/Dečani Monastery.", "European Union Rule of Law Mission in Kosovo; Kosovo Force; European Union Rule of Law Mission in Kosovo; Kosovo Police; Provisional Institutions of Self-Government; Kosovo; Deçan/Dečani Monastery"},
		{kosovo, "The mayors of North and South Mitrovica, and of South or North Mitrovica, met guests from North and South America.",
			"Mitrovica North; Mitrovica South; Mitrovica South; Mitrovica North; North America; South America"},
		{haiti, "Rain fell in Sectors North, South and West, in Sectors East and West, in Sectors of North and on Sectors North.",
			"Sector North; Sector South; Sector West; Sector East; Sector West"},
		{haiti, "Patrols in the North-West Department, Sector South and the Gantier area went south of Kenscoff, via Thomazeau, and stayed in Petite Rivière du Sud.",
			"North-West Department; Sector South; Gantier; Kenscoff; Thomazeau; Petite Rivière du Sud"},
		{haiti, "In Velika Brezna, and in the towns of Belladère, Salt Kourou and Marmelade, Prizren Serbs met with Iran (Islamic Republic of).",
			"Velika Brezna; Belladère; Salt Kourou; Marmelade; Iran"},
		{haiti, "In Siemo Reap, in Nord Carreau, at Cape Kobula and on the waters of the Gulf of Fonsecca, patrols met the Kassaba jurisdiction, the Asia-Pacific region and the Gumri crossing.",
			"Siemo Reap; Nord Carreau; Cape Kobula; Gulf of Fonsecca; Kassaba; Asia-Pacific; Gumri"},
		{haiti, "The Pelé and Cité Kassaba districts, the Gumri, Psoru and South provinces, Haitian and Dominican towns and the Caritas and Oxfam camps flooded.",
			"Pelé; Cité Kassaba; Gumri; Psoru; Caritas; Oxfam"},
		{kosovo, "Former “Republic of Srpska Krajina” commanders of the Vukovar-Sirmium County left Croix des Bouquets and Village de Dieu.",
			"Krajina; Vukovar-Sirmium County; Croix des Bouquets; Village de Dieu"},
		{kosovo, "They went from Kassaba to Nova Kassaba.", "Kassaba; Nova Kassaba"},
		{kosovo, "The Croatian Ministries of Justice, Finance, Education and Sport, Culture and Health met the Cedar Trust.", "Cedar Trust"},
		{haiti, "Judges sat in Hinché, Morvan (Gantière), Gumri (Kassaba) and Port-de-Paix.", "Hinché; Morvan; Gantière; Gumri; Kassaba; Port-de-Paix"},
		{haiti, "Swaziland, Zaire and East Timor are former names.", "Eswatini; Democratic Republic of the Congo; Timor-Leste"},
	} {
		n := g.NewNames(0)
		n.Learn([]string{c.about, c.text})
		var got []string
		for _, m := range n.Read(c.text) {
			if m.Entity.Label != lexicon.LabelNothing {
				got = append(got, m.Entity.Name)
			}
		}
		if names := strings.Join(got, "; "); names != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, names, c.want)
		}
	}
}

func TestMissionsAreNoneBeforeTheyBegin(t *testing.T) {
	g := builtin(t)
	for year, want := range map[int]bool{1994: false, 2010: true} {
		mentions := g.NewNames(year).Read("MINUSTAH was there.")
		if got := len(mentions) > 0; got != want {
			t.Errorf("in %d, MINUSTAH is named: %v, want %v", year, got, want)
		}
	}
}

// TestFullerNames: two forms of a person's name are one person, called by the fuller one, whatever comes first.
func TestFullerNames(t *testing.T) {
	g := builtin(t)
	texts := []string{"Xanto Gusmarra spoke.", "José Kay Xanto Gusmarra listened."}
	for range 2 {
		n := g.NewNames(0)
		n.Learn(texts)
		for _, text := range texts {
			if m := n.Read(text); len(m) != 1 || m[0].Entity.Name != "José Kay Xanto Gusmarra" {
				t.Errorf("%s: %v, want José Kay Xanto Gusmarra", text, m)
			}
		}
		slices.Reverse(texts)
	}
}

// TestShortNames: an acronym, a surname and a resolution without the Council's name are short for others.
func TestShortNames(t *testing.T) {
	n := builtin(t).NewNames(0)
	for _, c := range []struct {
		text  string
		short bool
	}{{"Security Council resolution 1244 (1999)", false}, {"resolution 1244 (1999)", true}, {"KFOR", true}, {"Kosovo Force", false}} {
		if m := n.Read(c.text); len(m) != 1 || m[0].Short != c.short {
			t.Errorf("%s: %v, want short: %v", c.text, m, c.short)
		}
	}
}

// TestFullerBodies: a body that a document names in full and then by less, or by the same words in another order, is one; not where two
// could be meant, where the lesser name comes first or is one of several, and where it may be another State's.
func TestFullerBodies(t *testing.T) {
	g := builtin(t)
	const about = "UNMIK covers Kosovo."
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{about, "The Kosovo Lake Agency met.", "Then the Lake Agency left."}, "Kosovo Lake Agency"},
		{[]string{about, "The Lake Group on Rescue met.", "Its Lake Group left."}, "Lake Group on Rescue"},
		{[]string{about, "The Office of the Lake Warden met.", "The Lake Warden’s Office left."}, "Office of the Lake Warden"},
		{[]string{about, "The Division of Lakes of UNMIK met.", "The Lake Division left."}, "Division of Lakes of UNMIK"},
		{[]string{about, "The Division of Lakes of UNMIK met.", "The Rescue Division left."}, "Rescue Division"},
		{[]string{about, "The KFOR Lake Board met.", "The Kosovo Force Lake Board left."}, "Kosovo Force Lake Board"},
		{[]string{about, "The Rescue Unit, then the Lake Rescue Unit and the Special Lake Rescue Unit met.", "The Lake Rescue Unit left."}, "Lake Rescue Unit"},
		{[]string{about, "The Special Lake Rescue Unit and the Lake Rescue Unit met.", "The Rescue Unit left."}, "Special Lake Rescue Unit"},
		{[]string{about, "The Lake Group on Rescue met the Lake Group on Trade.", "The Lake Group left."}, "Lake Group"},
		{[]string{about, "The Lake Group on Rescue met.", "The Lake Group on trade left.", "The Lake Group stayed."}, "Lake Group"},
		{[]string{about, "The EULEX Lake Group met.", "The Lake Group left.", "The Kosovo Lake Group met the Lake Group."}, "Kosovo Lake Group; Lake Group"},
		{[]string{about, "The Lake Group left.", "The Lake Group on Rescue met.", "The Lake Group left."}, "Lake Group"},
		{[]string{about, "The Kosovo Lake Agency met a Lake Agency.", "The Lake Agency left."}, "Lake Agency"},
		{[]string{about, "The EULEX Lake Agency met.", "The local Lake Agency left."}, "Lake Agency"},
		{[]string{about, "The Norwegian Lake Agency met.", "The Lake Agency left."}, "Lake Agency"},
		{[]string{about, "The Kosovo Lake Agency met.", "The Lake Agency left.", "The Norwegian Lake Agency stayed."}, "Norwegian Lake Agency"},
	} {
		n := g.NewNames(0)
		n.Learn(c.texts)
		var got []string
		for _, m := range n.Read(c.texts[len(c.texts)-1]) {
			got = append(got, m.Entity.Name)
		}
		if names := strings.Join(got, "; "); names != c.want {
			t.Errorf("%q: the last names %s, want %s", c.texts, names, c.want)
		}
	}
}

// TestChambers: a chamber of a court is a court.
func TestChambers(t *testing.T) {
	n := builtin(t).NewNames(0)
	if m := n.Read("The Lake Chamber of the Rescue Court sat."); len(m) != 1 || m[0].Entity.Label != "Court" {
		t.Errorf("the Lake Chamber of the Rescue Court is no Court: %v", m)
	}
}

// TestIntroduce: what a title says of a body it tells by the body's name, its acronym, or both; what the body does is no part of its name.
func TestIntroduce(t *testing.T) {
	n := builtin(t).NewNames(0)
	for _, c := range []struct{ name, acronym, want, kind string }{
		{"Kosovo Force operations", "", "Kosovo Force", "MILITARY_FORCE"},
		{"Kosovo Farce", "KFOR", "Kosovo Force", "MILITARY_FORCE"},
		{"United Nations Advisory Office in Samoa", "UNAOSA", "United Nations Advisory Office in Samoa", "MISSION"},
	} {
		if e := n.Introduce(c.name, c.acronym); e.Name != c.want || e.Kind != c.kind {
			t.Errorf("%s (%s) is the %s %s, want the %s %s", c.name, c.acronym, e.Kind, e.Name, c.kind, c.want)
		}
	}
	if m := n.Read("UNAOSA closed."); len(m) != 1 || m[0].Entity.Name != "United Nations Advisory Office in Samoa" {
		t.Errorf("the acronym is not known afterwards: %v", m)
	}
}
