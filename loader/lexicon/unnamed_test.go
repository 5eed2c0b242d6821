package lexicon_test

import "testing"

// TestBodiesElsewhere: houses of parliament, election commissions and companies by their form; whose officers serve elsewhere is no body's
// name.
func TestBodiesElsewhere(t *testing.T) {
	checkNamed(t, []struct{ country, text, want string }{
		{"Liberia", "The House of Representatives, the Armed Forces and the Election Commission met.", "Organization House of Representatives of Liberia; Organization Armed Forces of Liberia; Organization Election Commission of Liberia"},
		{"Liberia", "Two Jordanian police officers and the Liberian police met Norwegian police at a bus of Lim Express.", "Organization Police of Liberia; Organization Police of Norway; Organization Lim Express"},
		{"Liberia", "Trial Chamber II sat under Chapter VII and Section IV of the Statute.", "Organization Trial Chamber II"},
	})
}
