package text

import (
	"strings"

	"councilgraph/loader/wordclass"
)

// irregular verbs that reports use: base, past, participle.
var irregular = [][3]string{
	{"be", "was", "been"}, {"become", "became", "become"}, {"begin", "began", "begun"}, {"bring", "brought", "brought"}, {"break", "broke", "broken"}, {"build", "built", "built"},
	{"catch", "caught", "caught"}, {"choose", "chose", "chosen"}, {"come", "came", "come"}, {"cut", "cut", "cut"}, {"do", "did", "done"}, {"draw", "drew", "drawn"},
	{"fall", "fell", "fallen"}, {"fight", "fought", "fought"}, {"find", "found", "found"}, {"flee", "fled", "fled"}, {"fly", "flew", "flown"}, {"forbid", "forbade", "forbidden"},
	{"get", "got", "got"}, {"give", "gave", "given"}, {"go", "went", "gone"}, {"have", "had", "had"}, {"hear", "heard", "heard"}, {"hit", "hit", "hit"}, {"hold", "held", "held"},
	{"hurt", "hurt", "hurt"}, {"keep", "kept", "kept"}, {"know", "knew", "known"}, {"lead", "led", "led"}, {"leave", "left", "left"}, {"lend", "lent", "lent"}, {"let", "let", "let"},
	{"lose", "lost", "lost"}, {"make", "made", "made"}, {"meet", "met", "met"}, {"pay", "paid", "paid"}, {"put", "put", "put"}, {"quit", "quit", "quit"}, {"read", "read", "read"},
	{"rise", "rose", "risen"}, {"run", "ran", "run"}, {"say", "said", "said"}, {"see", "saw", "seen"}, {"seek", "sought", "sought"}, {"sell", "sold", "sold"}, {"send", "sent", "sent"},
	{"set", "set", "set"}, {"shoot", "shot", "shot"}, {"sign", "signed", "signed"}, {"sit", "sat", "sat"}, {"speak", "spoke", "spoken"}, {"spend", "spent", "spent"}, {"stand", "stood", "stood"},
	{"steal", "stole", "stolen"}, {"strike", "struck", "struck"}, {"swear", "swore", "sworn"}, {"take", "took", "taken"}, {"teach", "taught", "taught"}, {"tell", "told", "told"},
	{"think", "thought", "thought"}, {"throw", "threw", "thrown"}, {"throw", "threw", "thrown"}, {"undertake", "undertook", "undertaken"}, {"uphold", "upheld", "upheld"}, {"win", "won", "won"},
	{"withdraw", "withdrew", "withdrawn"}, {"write", "wrote", "written"}, {"sweep", "swept", "swept"}, {"burn", "burnt", "burnt"}, {"drive", "drove", "driven"}, {"overturn", "overturned", "overturned"},
	{"blow", "blew", "blown"}, {"bear", "bore", "born"}, {"bind", "bound", "bound"}, {"deal", "dealt", "dealt"}, {"feel", "felt", "felt"}, {"lay", "laid", "laid"}, {"mean", "meant", "meant"},
	{"beat", "beat", "beaten"}, {"hide", "hid", "hidden"}, {"sink", "sank", "sunk"}, {"tear", "tore", "torn"}, {"freeze", "froze", "frozen"}, {"shake", "shook", "shaken"},
	{"overthrow", "overthrew", "overthrown"}, {"spread", "spread", "spread"}, {"hang", "hung", "hung"}, {"oversee", "oversaw", "overseen"}, {"drown", "drowned", "drowned"},
}

var bases = func() map[string]string {
	m := map[string]string{"am": "be", "is": "be", "are": "be", "were": "be", "being": "be", "has": "have", "having": "have", "does": "do", "doing": "do", "goes": "go", "dying": "die", "lying": "lie", "tying": "tie"}
	for _, v := range irregular {
		m[v[0]] = v[0]
		for _, form := range v[1:] {
			if _, taken := m[form]; !taken {
				m[form] = v[0]
			}
		}
	}
	return m
}()

// Is says whether a written verb form, in lower case, is one of a verb: of its base, third person, past, participle or gerund, in British spelling too.
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
	case noun == "men" || strings.HasSuffix(noun, "smen") || strings.HasSuffix(noun, "women") || strings.HasSuffix(noun, "wmen"):
		return strings.TrimSuffix(noun, "men") + "man"
	case noun == "people", noun == "persons":
		return "person"
	case oneOf(noun, "lives", "wives", "knives", "midwives"):
		return strings.TrimSuffix(noun, "ves") + "fe"
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
func Irregular(verb string) []string {
	for _, v := range irregular {
		if v[0] == verb {
			return v[:]
		}
	}
	return nil
}
