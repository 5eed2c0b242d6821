package loader

import (
	"slices"
	"strings"
	"testing"

	"councilgraph/loader/frames"
	"councilgraph/loader/text"
)

// A construction is a way to say what a frame says, made of the parts of its plain sentence.
type construction struct {
	name, form string
}

// The parts: SUBJECT and OBJECT fill those roles, REST the roles behind prepositions, and PAST, BEEN, ING and BASE are forms of the verb
// with the words that go with it (BEEN: its participle).
var (
	// each tells what "On 4 May, SUBJECT PAST OBJECT REST." tells
	told = []construction{
		{"date behind", "SUBJECT PAST OBJECT REST on 4 May."},
		{"passive", "On 4 May, OBJECT was BEEN REST by SUBJECT."},
		{"passive, date behind", "OBJECT was BEEN by SUBJECT REST on 4 May."},
		{"pluperfect", "On 4 May, SUBJECT had PARTICIPLE OBJECT REST."},
		{"relative of the object", "OBJECT, who was BEEN REST by SUBJECT on 4 May, made no comment."},
		{"relative with whom", "OBJECT, whom SUBJECT PAST REST on 4 May, made no comment."},
		{"relative of the subject", "SUBJECT, which PAST OBJECT REST on 4 May, made no comment."},
		{"participle", "OBJECT, BEEN REST by SUBJECT on 4 May, made no comment."},
		{"cleft", "It was SUBJECT that PAST OBJECT REST on 4 May."},
		{"what was confirmed", "A spokesperson confirmed that SUBJECT PAST OBJECT REST on 4 May."},
		{"reported in the passive", "OBJECT is reported to have been BEEN REST by SUBJECT on 4 May."},
		{"after a further verb", "SUBJECT issued a statement and, on 4 May, PAST OBJECT REST."},
		{"emphatic", "On 4 May, SUBJECT did BASE OBJECT REST."},
		{"aside in the verb", "OBJECT was, on 4 May, BEEN REST by SUBJECT."},
	}
	// none tells anything of the frame
	untold = []construction{
		{"negated", "On 4 May, SUBJECT did not BASE OBJECT REST."},
		{"negated passive", "On 4 May, OBJECT was not BEEN REST by SUBJECT."},
		{"never", "SUBJECT never PAST OBJECT REST."},
		{"modal", "SUBJECT may BASE OBJECT REST."},
		{"modal passive", "OBJECT could be BEEN REST by SUBJECT."},
		{"future", "SUBJECT will BASE OBJECT REST."},
		{"planned", "SUBJECT planned to BASE OBJECT REST."},
		{"refused", "SUBJECT refused to BASE OBJECT REST."},
		{"asked for", "A lawyer asked SUBJECT to BASE OBJECT REST."},
		{"demanded", "A lawyer demanded that SUBJECT BASE OBJECT REST."},
		{"denied", "SUBJECT denied having PARTICIPLE OBJECT REST."},
		{"condition", "If SUBJECT PAST OBJECT REST, it made no comment."},
		{"question", "A lawyer asked whether SUBJECT PAST OBJECT REST."},
		{"question in its own words", "Did SUBJECT BASE OBJECT REST?"},
		{"rumour", "According to unconfirmed reports, SUBJECT PAST OBJECT REST."},
		{"alleged", "SUBJECT allegedly PAST OBJECT REST."},
		{"denied by another", "A spokesperson denied that SUBJECT PAST OBJECT REST."},
	}
)

// nominal and unreal are constructions of the noun of a frame, NOUN, whose own roles are OBJECT behind "of" and SUBJECT behind "by": the
// first tell what the plain sentence tells, the others nothing.
var (
	nominal = []construction{
		{"noun", "The NOUN of OBJECT by SUBJECT on 4 May was criticized."},
		{"noun with a date before", "The NOUN on 4 May of OBJECT by SUBJECT was criticized."},
		{"noun behind a preposition", "Following the NOUN of OBJECT by SUBJECT on 4 May, crowds gathered."},
	}
	unreal = []construction{
		{"noun demanded", "Crowds demanded the NOUN of OBJECT by SUBJECT."},
		{"noun called for", "Crowds called for the NOUN of OBJECT by SUBJECT."},
		{"noun denied", "There was no NOUN of OBJECT by SUBJECT."},
		{"noun possible", "Crowds spoke of a possible NOUN of OBJECT by SUBJECT."},
		{"noun feared", "Crowds feared the NOUN of OBJECT by SUBJECT."},
		{"noun of a request", "The request for the NOUN of OBJECT by SUBJECT was discussed."},
		{"noun of a story", "The story of the NOUN of OBJECT by SUBJECT had been made up."},
		{"noun of a story behind an aside", "The story, told by a baker, of the NOUN of OBJECT by SUBJECT was a falsehood."},
		{"noun of what nobody should believe", "Contrary to reports of the NOUN of OBJECT by SUBJECT, crowds gathered."},
	}
)

// fillers are what fills a role of a kind in made sentences.
var fillers = []struct{ kind, words string }{
	{"Person", "Arben Lura"}, {"PROSECUTOR", "the Special Prosecution Office of Kosovo"}, {"Court", "the Basic Court of Peja"}, {"Organization", "the Kosovo Police"}, {"Body", "the Kosovo Police"},
	{"MISSION", "UNMIK"}, {"MILITARY_FORCE", "KFOR"}, {"POLITICAL_PARTY", "the Democratic League of Kosovo"}, {"Country", "Serbia"}, {"Place", "Klina"}, {"CITY", "Klina"}, {"office", "Director of the Kosovo Police"}, {"count", "nine persons"}, {"words", "twelve rifles"},
}

// partsOf are the parts of a frame's plain sentence; false for a frame that has no subject and object, or no verb that stands alone, or
// that only goes on with what a sentence before told.
func partsOf(f *frames.Frame) (parts map[string]string, ok bool) {
	parts = map[string]string{"REST": ""}
	barred := slices.ContainsFunc(f.Roles, func(r *frames.Role) bool {
		return r.As == "subject" && hinders(f, r) && slices.Contains(r.Is, "POLICE")
	})
	for _, r := range f.Roles {
		words := filled(r)
		if barred && r.As == "subject" && words == "the Kosovo Police" {
			words = "KFOR"
		}
		switch {
		case hinders(f, r):
		case r.As == "subject" && (parts["SUBJECT"] == "" || r.Mandatory):
			parts["SUBJECT"] = words
		case r.As == "object" && parts["OBJECT"] == "":
			if words == parts["SUBJECT"] {
				words = "Besa Kola"
			}
			parts["OBJECT"] = words
		case len(r.Or) > 0 && (r.Mandatory && r.As != "subject" || r.As == "" && r.Else != ""):
			parts["REST"] += " " + r.Or[0] + " " + words
		}
	}
	i := slices.IndexFunc(f.Verbs, func(p frames.Phrase) bool { return len(p.With) == 0 })
	placed := len(f.Events) > 0 && !slices.ContainsFunc(f.Events, func(w frames.EventWrite) bool { return w.Need != "place" }) // no relative clause tells of it
	before := len(f.Offices) > 0 && !slices.ContainsFunc(f.Offices, func(w frames.OfficeWrite) bool { return w.Of == "" })     // of the office that was told of another
	if i < 0 || len(f.Joins) > 0 || len(f.GoesOn) > 0 || placed || before || parts["SUBJECT"] == "" || parts["OBJECT"] == "" {
		return nil, false
	}
	verb := f.Verbs[i].Word
	parts["BASE"], parts["PAST"], parts["PARTICIPLE"] = verb, inflected(verb, 1), inflected(verb, 2)
	parts["BEEN"] = parts["PARTICIPLE"]
	return parts, true
}

// hinders says that where a role is filled, something is not written.
func hinders(f *frames.Frame, r *frames.Role) bool {
	return slices.ContainsFunc(f.Relations, func(w frames.RelationWrite) bool { return w.Without == r.Name }) ||
		slices.ContainsFunc(f.Events, func(w frames.EventWrite) bool { return w.Without == r.Name }) ||
		slices.ContainsFunc(f.Figures, func(w frames.FigureWrite) bool { return w.Without == r.Name })
}

func filled(r *frames.Role) string {
	for _, f := range fillers {
		if slices.Contains(r.Is, f.kind) {
			switch {
			case f.kind == "words" && len(r.Heads) > 0:
				return "a " + r.Heads[0]
			case f.kind == "count" && len(r.Heads) > 0:
				return "nine " + r.Heads[0] + "s"
			}
			return f.words
		}
	}
	return "the Kosovo Police"
}

// inflected is the past (1) or the participle (2) of a verb.
func inflected(verb string, form int) string {
	if irregular := text.Irregular(verb); irregular != nil {
		return irregular[form]
	}
	switch last := verb[len(verb)-1]; {
	case last == 'e':
		return verb + "d"
	case last == 'y' && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		return verb[:len(verb)-1] + "ied"
	case strings.HasSuffix(verb, "acquit") || strings.HasSuffix(verb, "transfer") || strings.HasSuffix(verb, "quit"):
		return verb + string(last) + "ed"
	}
	return verb + "ed"
}

func (c construction) of(parts map[string]string) string {
	words := strings.Fields(c.form)
	for i, w := range words {
		bare := strings.TrimRight(w, ",.?")
		if part, ok := parts[bare]; ok {
			words[i] = strings.TrimSpace(part) + w[len(bare):]
		}
	}
	s := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
	s = strings.NewReplacer(" ,", ",", " .", ".", " ?", "?").Replace(s)
	return strings.ToUpper(s[:1]) + s[1:]
}

// nominalized says that a frame has a noun whose object stands behind "of" and whose subject stands behind "by", and that needs nothing
// else.
func nominalized(f *frames.Frame) bool {
	subject, object := false, false
	for _, r := range f.Roles {
		switch r.As {
		case "subject":
			subject = subject || slices.Contains(r.Or, "by")
		case "object":
			object = object || slices.Contains(r.Or, "of")
		default:
			if r.Mandatory {
				return false
			}
		}
	}
	return len(f.Nouns) > 0 && subject && object
}

// holds says that a frame reads what it wants in each construction of the first kind, and nothing in those of the second.
func holds(t *testing.T, rules *Rules, f *frames.Frame, parts map[string]string, told, untold []construction, want []string) {
	t.Helper()
	for _, c := range told {
		if s := c.of(parts); !slices.Equal(stated(rules, f, s), want) {
			t.Errorf("frame %s, %s: %q tells %q, not %q", f.Name, c.name, s, stated(rules, f, s), want)
		}
	}
	for _, c := range untold {
		if s := c.of(parts); len(stated(rules, f, s)) > 0 {
			t.Errorf("frame %s, %s: %q tells %q", f.Name, c.name, s, stated(rules, f, s))
		}
	}
}

// stated are the relations and kinds of events of a sentence that a frame writes, without their properties.
func stated(rules *Rules, f *frames.Frame, sentence string) (all []string) {
	var b strings.Builder
	for _, fact := range rules.explain(sentence, examples, &b) {
		switch {
		case fact.Rule != f.Name:
		case fact.Relation != nil:
			all = append(all, fact.Relation.typ+" "+fact.Relation.from.Name+" "+fact.Relation.to.Name)
		case fact.Event != nil:
			all = append(all, fact.Event.kind)
		case fact.Observation != nil:
			all = append(all, fact.Observation.metric)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// TestConstructions says what each frame with a subject and an object says in each construction: all tell what the plain sentence tells,
// and denials, plans and conditions nothing.
func TestConstructions(t *testing.T) {
	_, rules := rulesFor(t)
	frames := 0
	for _, f := range rules.frames.Frames {
		parts, ok := partsOf(f)
		if !ok {
			continue
		}
		frames++
		want := stated(rules, f, construction{form: "On 4 May, SUBJECT PAST OBJECT REST."}.of(parts))
		if len(want) == 0 && f.Writes() {
			t.Errorf("frame %s tells nothing of %q", f.Name, construction{form: "On 4 May, SUBJECT PAST OBJECT REST."}.of(parts))
			continue
		}
		holds(t, rules, f, parts, told, untold, want)
	}
	for _, f := range rules.frames.Frames {
		parts, ok := partsOf(f)
		if !ok || !nominalized(f) {
			continue
		}
		parts["NOUN"] = f.Nouns[0].Word
		want := stated(rules, f, construction{form: "On 4 May, SUBJECT PAST OBJECT REST."}.of(parts))
		holds(t, rules, f, parts, nominal, unreal, want)
	}
	if frames < 20 {
		t.Errorf("only %d frames have a subject, an object and a verb that stands alone", frames)
	}
}
