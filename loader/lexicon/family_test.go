package lexicon_test

import "testing"

// TestPersonsElsewhere: particles of other languages, countries that are surnames, couples, and who is called by one name.
func TestPersonsElsewhere(t *testing.T) {
	checkNamed(t, []struct{ country, text, want string }{
		{"Afghanistan", "Paul Ndolo wa Kasongo, Nur ul-Haq Safi and Iyad ag Dalli met Krishna Bahadur Nepal in Nepal.", "Person Paul Ndolo wa Kasongo; Person Nur ul-Haq Safi; Person Iyad ag Dalli; Person Krishna Bahadur Nepal; Place Nepal"},
		{"Uganda", "A group led by Visar Gjoka and the group of Visar Gjoka met Pro-Gjoka militias.", "Person Visar Gjoka; Person Visar Gjoka"},
		{"Croatia", "A couple, Petar and Jela Marić, a woman, Zarmina, and a man, who fled, were found.", "Person Petar Marić; Person Jela Marić; Person Zarmina"},
		{"Croatia", "Visar Gjoka, known as Prandaja, left; Prandaja and Besnik Lura, also known as “Doc”, denied it, and he became known as a hero.",
			"Person Visar Gjoka; Person Visar Gjoka; Person Visar Gjoka; Person Besnik Lura; Person Besnik Lura"},
		{"South Sudan", "He met Vice-President Salvo Kirdit and Vice-Chairman Arben Kola; Ngok Dinka and Lou Nuer youth clashed.", "Person Salvo Kirdit; Person Arben Kola"},
		{"Guinea-Bissau", "Bissau-Guinean soldiers loyal to General Ansu Marré left Bissau.", "Person Ansu Marré; Place Bissau"},
		{"Sudan", "He met Sub-Prefect Marie Kone, Secretary of State Colin Bower and the Governor of State Ruwenzu.", "Person Marie Kone; Person Colin Bower; Place State Ruwenzu"},
		{"Croatia", "Visar Gjoka left. Mr. Gjoka and his wife, Besa Gjoka, met Mrs. Gjoka. Arben Kola met Visar Kola, and Mr. Kola left.",
			"Person Visar Gjoka; Person Visar Gjoka; Person Besa Gjoka; Person Besa Gjoka; Person Arben Kola; Person Visar Kola"},
		{"Kosovo", "They spoke of Pagan Vukeli, the Secretary-General of the Assembly of Kosovo, and, near Rich Gorje, the Secretary of the Assembly spoke.", "Person Pagan Vukeli; Organization Assembly of Kosovo"},
		{"Kosovo", "The police detained, in Peja, Rich Gjoka, whose brother, Visar Gjoka, had fled.", "Place Peja; Person Rich Gjoka; Person Visar Gjoka"},
		{"Nepal", "Krishna Bahadur Nepal left. Mr. Nepal met Mr. Jordan in Jordan.", "Person Krishna Bahadur Nepal; Person Krishna Bahadur Nepal; Place Jordan"},
		{"Kosovo", "The police detained Michael Jordan, Tom Ireland and Marie Cyprus; the envoy, Paul Mali, left for Saint-Louis, Jordan.",
			"Person Michael Jordan; Person Tom Ireland; Person Marie Cyprus; Person Paul Mali; Place Saint-Louis; Place Jordan"},
		{"Kosovo", "Anne-Marie Woods met Hans-Peter Long; the Anglo-American Board and a Serb-Albanian School were closed under Pre-Accession Support.",
			"Person Anne-Marie Woods; Person Hans-Peter Long; Organization Anglo-American Board; Organization Serb-Albanian School"},
	})
}
