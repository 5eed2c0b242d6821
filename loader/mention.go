package loader

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// mention is an occurrence of a name in a paragraph.
type mention struct {
	from, to int // bytes
	entity   *lexicon.Entity
	short    bool   // an acronym, or a surname alone
	name     string // in the singular, where the text is no name of its own
}

// naming finds the names, dates and numbers of one document.
type naming struct {
	*lexicon.Names
	rules    *Rules
	calendar text.Calendar
}

// owned is a pronoun right before a name, which tells whose a body is.
var owned = regexp.MustCompile(`(?i)\b(?:its|their|his|her) $`)

func newNaming(r *Rules, c text.Calendar) *naming {
	year := ""
	if len(c.Date) >= 4 {
		year = c.Date[:4]
	}
	n, _ := strconv.Atoi(year) // of a date that is not known, 0
	return &naming{Names: r.gazetteer.NewNames(n), rules: r, calendar: c}
}

// learn reads all paragraphs once for the names that they introduce.
func (n *naming) learn(paragraphs []document.Paragraph) {
	var texts []string
	for _, p := range paragraphs {
		texts = append(texts, p.Text)
	}
	n.Learn(texts)
}

// read finds the names, dates and numbers of a paragraph: a annotatedText on which they are slots, and the mentions.
func (n *naming) read(text string) (*annotatedText, []mention) {
	var mentions []mention
	var slots []slot
	all := n.Read(text)
	for i, m := range all {
		if m.Entity.Label == lexicon.LabelNothing || cutShort(text, m) || ofAnotherBody(text, all, i) {
			slots = append(slots, slot{from: m.From, to: m.To})
			continue
		}
		named := n.nameSlot(m.Entity, m.From, m.To)
		if !owned.MatchString(text[:m.From]) { // "UNMIK and its INTERPOL Liaison Office"
			named.whole = n.whole(m.Entity, text[m.From:m.To])
		}
		slots = append(slots, named)
		mentions = append(mentions, mention{m.From, m.To, m.Entity, m.Short, m.Singular})
	}
	slots = append(slots, n.slots(text)...) // of the same words, the name: "gates 1 and 31"
	slices.SortStableFunc(slots, func(a, b slot) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	return n.unite(text, annotate(text, 0, len(text), slots)), mentions
}

// cutShort says that a name is no more than a word cut short: "in Bldg. 4", "of Nov. 2018".
func cutShort(paragraph string, m lexicon.Mention) bool {
	return !strings.Contains(paragraph[m.From:m.To], " ") && text.Abbreviates(paragraph, m.To)
}

// ofAnotherBody says that what bears the name of an organ of the United Nations is an organ of another body, named right beside it: "the
// General Assembly of the Bar Association of Klina", "the INTERPOL General Assembly".
func ofAnotherBody(paragraph string, all []lexicon.Mention, i int) bool {
	m := all[i]
	other := func(e *lexicon.Entity) bool {
		return e.Label == "Organization" && e.Kind != "UN_ORGAN" && e.Name != "United Nations" && e.Kind != "MISSION"
	}
	if m.Entity.Kind != "UN_ORGAN" || m.Short {
		return false
	}
	if i > 0 && all[i-1].To+1 == m.From && paragraph[all[i-1].To] == ' ' && other(all[i-1].Entity) {
		return true
	}
	if i+1 == len(all) {
		return false
	}
	between := paragraph[m.To:max(m.To, all[i+1].From)]
	return (between == " of " || between == " of the ") && other(all[i+1].Entity)
}

var symbolSign = regexp.MustCompile(`\b[SA]/(?:PRST/|RES/|PV\.|INF/)?\d+(?:/\d+)*(?:/(?:Add|Rev|Corr)\.\d+)*`)

// slots are the document symbols, dates and numbers of a text.
func (n *naming) slots(paragraph string) []slot {
	var all []slot
	sign := func(name string) rune { return n.rules.classes.byName[name][0].sign }
	for _, at := range symbolSign.FindAllStringIndex(paragraph, -1) {
		all = append(all, slot{class: sign(classSymbol), from: at[0], to: at[1], symbol: paragraph[at[0]:at[1]]})
	}
	dates := n.calendar.Dates(paragraph)
	for _, d := range dates {
		all = append(all, slot{class: sign(classDate), from: d.From, to: d.To, date: &d})
	}
	for _, num := range text.Numbers(paragraph) {
		if slices.ContainsFunc(dates, func(d text.DateExpression) bool { return num.From < d.From && d.From < num.To && num.To < d.To }) {
			continue // "around 25 October" counts nothing
		}
		all = append(all, slot{class: sign(classNumber), from: num.From, to: num.To, number: &num})
	}
	return all
}

func (n *naming) nameSlot(e *lexicon.Entity, from, to int) slot {
	return slot{class: n.rules.classes.sign(e), from: from, to: to, entities: []*lexicon.Entity{e}, mention: true}
}

// unite reduces "Kosovo Force (KFOR)" to one slot where both are names of the same.
func (n *naming) unite(text string, t *annotatedText) *annotatedText {
	var edits []edit
	for i := 0; i+1 < len(t.slots); i++ {
		a, b := t.slots[i], t.slots[i+1]
		if !a.mention || !b.mention || a.entities[0] != b.entities[0] || b.to >= len(text) {
			continue
		}
		between := strings.Trim(text[a.to:b.from], "“\"‘'")
		closing := strings.TrimLeft(text[b.to:], "”\"’'")
		if between == " (" && strings.HasPrefix(closing, ")") {
			whole := a
			whole.to = len(text) - len(closing) + 1
			end := t.signs[i+1] + signLen + len(text[b.to:]) - len(closing) + 1
			whole.mention = false
			edits = append(edits, edit{from: t.signs[i], to: end, slot: whole})
			i++
		}
	}
	return t.rewrite(edits)
}

// applies says whether a text holds one of the beginnings of words without which the rule cannot match.
func (one *rule) applies(text string) bool {
	if len(one.When) == 0 {
		return true
	}
	return slices.ContainsFunc(one.When, func(w string) bool { return strings.Contains(text, w) })
}
