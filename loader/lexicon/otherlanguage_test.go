package lexicon_test

import "testing"

// TestOtherLanguages: a body's name in another language goes on in small letters, as far as it does.
func TestOtherLanguages(t *testing.T) {
	checkNamed(t, []struct{ country, text, want string }{
		{"Benin", "The Forces armées du Peuple (FAP) and the Union pour la paix nationale, led by Mr. Kola, left.", "Organization Forces armées du Peuple; Organization Forces armées du Peuple; Organization Union pour la paix nationale; Person Kola"},
		{"Benin", "A Mouvement du 12 avril (M12) commander met the Front populaire togolais.", "Organization Mouvement du 12 avril; Organization Mouvement du 12 avril; Organization Front populaire togolais"},
		{"Benin", "Members of the National Assembly for the Parti pour le renouveau démocratique spoke.", "Organization National Assembly of Benin; Organization Parti pour le renouveau démocratique"},
		{"Benin", "The Government de facto and the Forces nationalized banks; the Mission’s reconfiguration began.", ""},
		{"Benin", "Parti pour le progrès national (PAPRONA) members and PAPRONA left the Comité national pour le salut de l'État.",
			"Organization Parti pour le progrès national; Organization Parti pour le progrès national; Organization Parti pour le progrès national; Organization Comité national pour le salut de l'État"},
		{"Benin", "The Comité international d'accompagnement (CIA) and the Rassemblement béninois pour la démocratie-Kandi (RBD-Kandi) left RBD-Kandi.",
			"Organization Comité international d'accompagnement; Organization Comité international d'accompagnement; Organization Rassemblement béninois pour la démocratie-Kandi; Organization Rassemblement béninois pour la démocratie-Kandi; Organization Rassemblement béninois pour la démocratie-Kandi"},
	})
}
