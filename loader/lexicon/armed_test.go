package lexicon_test

import "testing"

// TestArmedGroups: groups are told by what their names begin with or by a word for them, and parties of one name by the brackets behind it.
func TestArmedGroups(t *testing.T) {
	checkNamed(t, []struct{ country, text, want string }{
		{"Iraq", "Ansar al-Haq and the militant group Tarik al-Nur fought the Taliban in Salah al-Din and Basra.", "Organization Ansar al-Haq; Organization Tarik al-Nur; Organization Taliban; Place Salah al-Din; Place Basra"},
		{"Uganda", "The Mai-Mai Lumba Boro attacked the village of Basra.", "Organization Mai-Mai Lumba Boro; Place Basra"},
		{"Nepal", "The Rastriya Prajatantrik Morcha and the Silent Commando met Palestine refugees.", "Organization Rastriya Prajatantrik Morcha; Organization Silent Commando"},
		{"Nepal", "The Communist Party of Nepal (Revolutionary) (CPN-R) left the Five-Party Alliance; CPN-R and the Communist Party of Nepal (Revolutionary) met.",
			"Organization Communist Party of Nepal (Revolutionary); Organization Communist Party of Nepal (Revolutionary); Organization Five-Party Alliance; Organization Communist Party of Nepal (Revolutionary); Organization Communist Party of Nepal (Revolutionary)"},
		{"Sudan", "The Tahar al-Islah Alliance and the Umma Party of Sadiq al-Nuri met.", "Organization Tahar al-Islah Alliance; Organization Umma Party; Person Sadiq al-Nuri"},
		{"Uganda", "The Kamwina Nsabu militia burned Ufamando.", "Organization Kamwina Nsabu militia; Place Ufamando"},
		{"Uganda", "The minister, Ansar Burani, and Mai Lanvu met the Lashkar-e-Haqqa and the Hizb-i Sulami.", "Person Ansar Burani; Person Mai Lanvu; Organization Lashkar-e-Haqqa; Organization Hizb-i Sulami"},
	})
}
