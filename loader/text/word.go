package text

import (
	"strings"

	"councilgraph/loader/wordclass"
)

// irregulars are the base, the past and the participle of irregular verbs, by the base.
var irregulars = func() map[string][]string {
	m := map[string][]string{}
	for verb := range irregular {
		parts := strings.Fields(verb)
		m[parts[0]] = parts
	}
	return m
}()

// bases are the bases of the forms of irregular verbs, themselves among them.
var bases = func() map[string]string {
	m := map[string]string{}
	for base, parts := range irregulars {
		for _, form := range parts {
			m[form] = base
		}
	}
	for pair := range forms {
		form, base, _ := strings.Cut(pair, " ")
		m[form] = base
	}
	return m
}()

// Is says whether a written verb form, in lower case, is one of a verb: of its base, third person, past, participle or gerund, in British
// spelling too.
func Is(form, verb string) bool {
	if stem, ok := strings.CutSuffix(verb, "ize"); ok && strings.HasPrefix(form, stem+"is") { // organised
		return Is(form, stem+"ise")
	}
	if form == verb || bases[form] == verb {
		return true
	}
	for _, ending := range []string{"s", "es", "ed", "d", "ing"} {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok {
			continue
		}
		if stem == verb && (ending != "d" || strings.HasSuffix(verb, "e")) || stem+"e" == verb && (ending == "ed" || ending == "ing") {
			return true
		}
		if n := len(stem); n > 2 && stem[n-1] == stem[n-2] && stem[:n-1] == verb { // permitted
			return true
		}
		if strings.HasSuffix(stem, "i") && stem[:len(stem)-1]+"y" == verb { // carried, carries
			return true
		}
	}
	return false
}

// IsAny says whether a written verb form, in lower case, is one of any of a class of verbs.
func IsAny(form string, verbs wordclass.Class) bool {
	if verbs[form] || verbs[Base(form)] {
		return true
	}
	for verb := range verbs {
		if form != "" && verb[0] == form[0] && Is(form, verb) {
			return true
		}
	}
	return false
}

// Base is the base of a form of an irregular verb ("went", "was"), in lower case; of any other form, and of other words, the form itself.
func Base(form string) string {
	if base := bases[form]; base != "" {
		return base
	}
	return form
}

// Singular is a noun without the ending of its plural, in lower case.
func Singular(noun string) string {
	switch {
	case strings.HasSuffix(noun, "men") && !oneOf(noun, "specimen", "regimen", "abdomen", "omen", "acumen", "semen", "yemen", "amen", "turkmen"):
		return strings.TrimSuffix(noun, "men") + "man"
	case noun == "people", noun == "persons":
		return "person"
	case oneOf(noun, "lives", "wives", "knives", "midwives"):
		return strings.TrimSuffix(noun, "ves") + "fe"
	case oneOf(noun, "wolves", "calves", "halves", "thieves", "sheaves"):
		return strings.TrimSuffix(noun, "ves") + "f"
	case oneOf(noun, "buffaloes", "heroes", "mosquitoes", "vetoes", "cargoes", "potatoes", "tomatoes", "embargoes", "viruses", "campuses", "buses", "minibuses"):
		return noun[:len(noun)-2]
	case noun == "children":
		return "child"
	case oneOf(noun, "series", "species", "headquarters", "barracks", "premises"):
		return noun
	case strings.HasSuffix(noun, "ies") && len(noun) > 4:
		return noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "sses"), strings.HasSuffix(noun, "shes"), strings.HasSuffix(noun, "ches"), strings.HasSuffix(noun, "xes"):
		return noun[:len(noun)-2]
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") && !strings.HasSuffix(noun, "us") && !strings.HasSuffix(noun, "is") && len(noun) > 3:
		return noun[:len(noun)-1]
	}
	return noun
}

func oneOf(s string, list ...string) bool {
	for _, l := range list {
		if s == l {
			return true
		}
	}
	return false
}

// Irregular is the base, the past and the participle of a verb that does not form them by an ending; nil for other verbs.
func Irregular(verb string) []string { return irregulars[verb] }
