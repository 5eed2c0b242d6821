package lexicon_test

import "testing"

// TestNamesByForm: where bodies that no list holds end, which sites are the State's own, and persons of whom initials tell that they are
// several.
func TestNamesByForm(t *testing.T) {
	areNamed(t, map[string]string{
		"The National Penitentiary burned, not the National Palace Guard or a National Prison.":                                         "Place National Penitentiary of El Salvador; Organization National Palace Guard",
		"The EULEX Kosovo Judicial Council project and the EULEX Kosovo Lake Unit began.":                                               "Organization European Union Rule of Law Mission in Kosovo; Organization Kosovo Judicial Council; Organization EULEX Kosovo Lake Unit",
		"Ramadan Gjoka met Kastriot Shkodrani during Ramadan in Kastriot.":                                                              "Person Ramadan Gjoka; Person Kastriot Shkodrani; Place Obiliq",
		"Arben Lura’s prison term ended, and Ilir Doda’s mosque burned.":                                                                "Person Arben Lura; Person Ilir Doda",
		"The Lakes and Rivers Subcommission met.":                                                                                       "Organization Lakes and Rivers Subcommission",
		"The Rwandan National Commission for the United Nations Children’s Fund met.":                                                   "Organization Rwandan National Commission for the United Nations Children’s Fund",
		"The Lake Unit on the Croatian border met the Council of Serbian municipalities and the Association of Norwegian Miners.":       "Organization Lake Unit; Organization Association of Norwegian Miners",
		"The Frente Farabundo Goméz por la Paz (FGP) met the FGP.":                                                                      "Organization Frente Farabundo Goméz por la Paz; Organization Frente Farabundo Goméz por la Paz; Organization Frente Farabundo Goméz por la Paz",
		"The Civic Forum “Klina, Work and Peace” met the Citizens’ Initiative “Serbia, Lake and Peace” and the Lake Movement “Ndihma”.": "Organization Civic Forum “Klina, Work and Peace”; Organization Citizens’ Initiative “Serbia, Lake and Peace”; Organization Lake Movement",
		"The Miners' Lake Union met.":         "Organization Miners' Lake Union",
		"The 'Lake Miners' Rescue Union met.": "Organization Rescue Union",
		"The Klina traffic plan, Bardh al-Qarun, entered its third month, and Bardh al-Mirun left.": "Place Klina; Person Bardh al-Mirun",
		"The Citizens’ Initiative “Serbia”, the party and the “Lake” met.":                          "Organization Citizens Initiative “Serbia”",
		"The Islamic Movement to Prosper and the Lake Movement to Klina met.":                       "Organization Islamic Movement to Prosper; Organization Lake Movement; Place Klina",
		"He kept the portfolio of Local Lake Administration.":                                       "",
		"The Governor of Klina, Fern Orlović, spoke.":                                               "Place Klina; Person Fern Orlović",
		"The Deputy Health Minister of Norway, Olive Tkeshi, spoke.":                                "Place Norway; Person Olive Tkeshi",
		"The Governor of Klina, Dorela Rice, spoke.":                                                "Place Klina; Person Dorela Rice",
		"The Mayors of Klina, Dorela Rice, and Peja spoke.":                                         "Place Klina; Place Dorela Rice; Place Peja",
		"E. LAKE B. PASTURI V. MORO signed, and so did P. J. Marsh.":                                "Person P. J. Marsh",
	})
}

// TestInitials: who is called by an initial is the one person of that surname whose given name begins with it; nobody where two do.
func TestInitials(t *testing.T) {
	areNamed(t, map[string]string{
		"Mr. V. Morava spoke, then Mr. Visar Morava.":                          "Person Visar Morava; Person Visar Morava",
		"Mr. A. Morava spoke, then Mr. Visar Morava.":                          "Person A. Morava; Person Visar Morava",
		"Mr. V. Morava spoke, then Mr. Visar Morava and Mr. Veton Morava.":     "Person V. Morava; Person Visar Morava; Person Veton Morava",
		"Mr. Visar K. Morava spoke, then Mr. Visar Kol Morava and Mr. Morava.": "Person Visar Kol Morava; Person Visar Kol Morava; Person Visar Kol Morava",
	})
}
