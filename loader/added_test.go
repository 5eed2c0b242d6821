package loader

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"councilgraph/graph/ontology"
)

// added reads the built-in rules with a user's files beside them.
func added(t *testing.T, o *ontology.Ontology, files map[string]string) (*Rules, error) {
	t.Helper()
	dir := fstest.MapFS{}
	for path, text := range files {
		dir[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return BuiltinRules(o, dir)
}

// TestSchemaAddsLabel: a schema with a further label and relation is used from names and frames alone.
func TestSchemaAddsLabel(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "schema.graphqls"))
	if err != nil {
		t.Fatal(err)
	}
	schema := strings.Replace(string(text), "enum RelationType {", "enum RelationType {\n  \"Who sails a ship.\"\n  SAILS @relationType(key: [\"date\"])", 1)
	schema += `
"A ship."
type Ship implements Node & Entity @node(list: "ships") @named {
  "Who sails it."
  sailedBy: [Organization!]! @relation(type: "SAILS", direction: IN)
  "Paragraphs that name it."
  mentionedIn: [Paragraph!]! @relation(type: "MENTIONS", direction: IN)
}
`
	o, err := ontology.Read("schema.graphqls", schema)
	if err != nil {
		t.Fatal(err)
	}
	rules, err := added(t, o, map[string]string{
		"names/ships.yaml": "Ship:\n  any:\n    Blue Heron: [MV Heron]\n",
		"frames/ships.yaml": `sail:
  verbs: [sail]
  roles:
    crew: {is: [Organization], as: subject, or: [by]}
    ship: {is: [Ship], as: object}
  writes:
    - {relation: SAILS, from: crew, to: ship}
  says: ["KFOR sailed the Blue Heron on 4 May."]
  saysNot: ["KFOR will sail the Blue Heron."]
`,
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{ // the happening, and the relation that it makes
		"(Kosovo Force)-[SAILS date: 2019-05-04 dateFrom: 2019-05-04 dateTo: 2019-05-04]->(Blue Heron)",
		"OTHER AGENT(Kosovo Force) 2019-05-04/2019-05-04",
	}
	if got := rules.facts("On 4 May, the MV Heron was sailed by KFOR."); !slices.Equal(got, want) {
		t.Errorf("a label and a relation of the schema are not read: %q", got)
	}
	if faults, _ := rules.Examples(); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestAddedChanges: what a user's files change is said, an entry without effect too, and holds.
func TestAddedChanges(t *testing.T) {
	o, _ := rulesFor(t)
	rules, err := added(t, o, map[string]string{
		"names/a.yaml":  "Organization:\n  POLICE:\n    Kosovo Police: [Blue Shields, KPS-9]\n    EULEX police: [EULEX police]\n  MILITARY_FORCE:\n    Kosovo Force:\n",
		"frames/a.yaml": "surrender:\nno-such-frame:\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, c := range rules.Changes {
		said = append(said, map[bool]string{true: "idle: "}[c.Idle]+c.What)
	}
	want := []string{
		"adds to Organization Kosovo Police: Blue Shields, KPS-9", "idle: adds to Organization EULEX police: ",
		"takes out Organization Kosovo Force", "takes out frame surrender", "idle: takes out frame no-such-frame",
	}
	if !slices.Equal(said, want) {
		t.Errorf("said of what was changed:\n%s\nwant:\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	if got := rules.facts("The Blue Shields arrested Arben Lura."); len(got) == 0 || !strings.Contains(got[0], "->(Kosovo Police)") {
		t.Errorf("an added spelling is not read: %q", got)
	}
	if got := rules.facts("Arben Lura surrendered to the Basic Court of Peja."); len(got) > 0 {
		t.Errorf("a frame that was taken out tells %q", got)
	}
	if got := rules.facts("KFOR arrested Arben Lura."); len(got) > 0 && strings.Contains(got[0], "Kosovo Force") {
		t.Errorf("a name that was taken out is read: %q", got)
	}
}

// TestFrameTwice: a second built-in frame of one name is refused, since it would take the first out unsaid.
func TestFrameTwice(t *testing.T) {
	o, _ := rulesFor(t)
	one := "  verbs: [greet]\n  roles:\n    who: {is: [Person], as: subject}\n  writes:\n    - {event: MEETING, agent: who, need: either}\n"
	_, err := ReadRules(o, fstest.MapFS{"words.yaml": {Data: builtinFile(t, "words.yaml")}, "relations.yaml": {Data: builtinFile(t, "relations.yaml")},
		"names/countries.yaml": {Data: builtinFile(t, "names/countries.yaml")}, "frames/a.yaml": {Data: []byte("greet:\n" + one)}, "frames/b.yaml": {Data: []byte("greet:\n" + one)}})
	if err == nil || !strings.Contains(err.Error(), "frame greet stands twice") {
		t.Errorf("two frames of one name: %v", err)
	}
}

// TestWordTwice: a word that two built-in files tell is refused, since one would silently stand for the other.
func TestWordTwice(t *testing.T) {
	o, _ := rulesFor(t)
	_, err := ReadRules(o, fstest.MapFS{"words.yaml": {Data: builtinFile(t, "words.yaml")}, "relations.yaml": {Data: builtinFile(t, "relations.yaml")},
		"again.yaml": {Data: []byte("words:\n  boundary: x\n")}})
	if err == nil || !strings.Contains(err.Error(), "another file says what the word boundary stands for") {
		t.Errorf("a word of two files: %v", err)
	}
}

func builtinFile(t *testing.T, path string) []byte {
	t.Helper()
	text, err := builtin.ReadFile("rules/" + path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
