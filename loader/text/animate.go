package text

import "strings"

var kin = map[string]bool{"brother": true, "sister": true, "son": true, "daughter": true, "father": true, "mother": true, "wife": true, "husband": true, "widow": true, "cousin": true, "nephew": true,
	"niece": true, "uncle": true, "aunt": true, "relative": true, "friend": true, "man": true, "woman": true, "boy": true, "girl": true, "person": true, "individual": true, "child": true, "suspect": true,
	"accomplice": true, "accused": true, "defendant": true, "co-defendant": true, "victim": true, "witness": true, "member": true, "chief": true, "head": true, "deputy": true, "mayor": true, "judge": true, "clerk": true, "youth": true,
	"guard": true, "spouse": true, "parent": true, "guest": true, "colleague": true, "national": true, "citizen": true, "civilian": true, "serb": true, "albanian": true, "fugitive": true, "chairman": true,
	"general": true, "colonel": true, "captain": true, "priest": true, "imam": true, "monk": true, "nun": true, "heir": true, "ally": true, "neighbour": true, "tenant": true, "detainee": true, "indictee": true,
	"criminal": true, "refugee": true, "inmate": true, "convict": true, "politician": true, "official": true, "employee": true, "secretary": true, "patient": true, "student": true, "bodyguard": true,
	"aide": true, "associate": true, "spy": true, "thief": true, "ambassador": true, "activist": true, "journalist": true, "president": true, "candidate": true, "delegate": true, "teenager": true, "couple": true, "others": true,
	"pupil": true, "steward": true, "cook": true, "shepherd": true, "infant": true, "baby": true, "nurse": true, "hostage": true, "bishop": true, "abbot": true, "corporal": true, "sergeant": true,
	"lieutenant": true, "apprentice": true, "athlete": true, "recruit": true, "scout": true, "adult": true, "minor": true, "rebel": true, "chauffeur": true, "orphan": true, "personnel": true, "staff": true}

// Animate says whether a noun, in lower case, is somebody: by a list, else by its ending.
func Animate(noun string) bool {
	noun = Singular(noun)
	if kin[noun] {
		return true
	}
	if oneOf(noun, "computer", "order", "number", "power", "border", "matter", "letter", "quarter", "centre", "center", "chamber", "paper", "water", "weather", "river", "tower", "sector", "motor", "tractor",
		"generator", "error", "factor", "terror", "printer", "helicopter", "container", "offer", "answer", "danger", "transfer", "murder", "disorder", "shelter", "theatre", "surrender", "corridor", "mirror", "floor", "door",
		"barrier", "counter", "poster", "newspaper", "cover", "finger", "winter", "summer", "october", "november", "december", "september", "manner", "corner", "charter", "register", "chapter", "trailer", "mortar", "sister",
		"list", "document", "government", "parliament", "agreement", "settlement", "incident", "department", "statement", "event", "indictment", "assessment", "movement", "president's", "grant", "restaurant", "plant", "warrant") {
		return noun == "sister"
	}
	for _, ending := range []string{"er", "or", "ist", "man", "ian", "ant", "ent", "eer", "ee"} {
		if strings.HasSuffix(noun, ending) && len(noun) > len(ending)+2 {
			return !(ending == "ent" && (strings.HasSuffix(noun, "ment") || strings.HasSuffix(noun, "cent")))
		}
	}
	return false
}

var times = map[string]bool{"year": true, "month": true, "week": true, "day": true, "morning": true, "evening": true, "night": true, "afternoon": true, "time": true, "period": true, "today": true, "yesterday": true, "weekend": true, "hours": true, "hour": true, "days": true, "months": true, "weeks": true, "years": true}

func (s *Sentence) temporal(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	return t.Kind == Word && times[t.Low]
}
