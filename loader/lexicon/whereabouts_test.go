package lexicon_test

import "testing"

// TestPlacesElsewhere: parts of regions, camps, hotels and plantations, and the towns that are attacked, taken or near to something.
func TestPlacesElsewhere(t *testing.T) {
	checkNamed(t, []struct{ country, text, want string }{
		{"Uganda", "They fled to North Lumasi and to East Jerusalem, and the population of Lumera territory to Southern Sudan.", "Place North Lumasi; Place East Jerusalem; Place Lumera; Place Southern Sudan"},
		{"Lebanon", "The Ain el-Sakhra camp near Tyre and the Palm Hotel, but not the Grand Hotel or the Central Prison, were hit.", "Place Ain el-Sakhra; Place Tyre; Place Palm Hotel"},
		{"Liberia", "The Lomax rubber plantation and the Kolba plantation were occupied.", "Place Lomax rubber plantation; Place Kolba plantation"},
		{"Liberia", "The attack of 3 May on Kasanda, the Lamba and Kossou camps, the Executive Mansion and the Monrovia Central Prison were told of.",
			"Place Kasanda; Place Lamba; Place Kossou; Place Executive Mansion of Liberia; Place Monrovia Central Prison"},
		{"Chad", "The three men were taken by road to Kasanda and flown to Aitar; the letter was taken to Karadić.", "Place Kasanda; Place Aitar"},
		{"Chad", "An attack on Kasanda, the fall of Aitar and the outskirts of Umm Dukar.", "Place Kasanda; Place Aitar; Place Umm Dukar"},
		{"Chad", "Rebels captured Kitalo and Rubaya, and entered Mutongo; they captured Mr. Kola and took Besnik, a boy.", "Place Kitalo; Place Rubaya; Place Mutongo; Person Kola"},
		{"Chad", "Shots were heard in Bouna, Odara and Man, and in Bouna and Ministers left.", "Place Bouna; Place Odara; Place Man; Place Bouna"},
		{"Chad", "It is not a party to the Lisbon Statute.", ""},
		{"Sudan", "Clashes in Kabkaba and Saraf Unwe displaced many.", "Place Kabkaba; Place Saraf Unwe"},
		{"Chad", "They took Kitalo on 3 May, Rubaya and Kandomba on the following day and Mabenga, where they stayed; they met Visar on 4 May, Kolda and others.",
			"Place Kitalo; Place Rubaya; Place Kandomba; Place Mabenga"},
		{"Cyprus", "Lake Chad and Lake Tanganyika, but not Chad, were seen by the Greek Cypriot National Guard.", "Place Lake Chad; Place Lake Tanganyika; Place Chad; Organization Greek Cypriot National Guard"},
		{"Chad", "They attacked Shiites, seized Kalashnikovs and Toyota cars after the fall of Karadić, and took Alija to court.", ""},
	})
}
