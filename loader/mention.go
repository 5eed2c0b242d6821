package loader

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	regexp "github.com/wasilibs/go-re2"

	"councilgraph/graph/fold"
	"councilgraph/loader/document"
	"councilgraph/loader/lexicon"
	"councilgraph/loader/text"
)

// mention is an occurrence of a name in a paragraph.
type mention struct {
	from, to int // bytes
	entity   *lexicon.Entity
	short    bool // an acronym, or a surname alone
}

// naming finds the names of one document. Names are resolved from that document and the gazetteer alone.
type naming struct {
	rules    *Rules
	calendar text.Calendar
	own      *lexicon.Trie              // names that the document introduces
	entities map[string]*lexicon.Entity // by id, as far as the document names them
	full     map[string]bool            // ids of persons whose full name the document writes
}

func newNaming(r *Rules, c text.Calendar) *naming {
	return &naming{rules: r, calendar: c, own: lexicon.NewTrie(), entities: map[string]*lexicon.Entity{}, full: map[string]bool{}}
}

// learn reads all paragraphs once for the names that they introduce: persons by their full names, acronyms in brackets. After it, surnames alone are names too.
func (n *naming) learn(paragraphs []document.Paragraph) {
	for _, p := range paragraphs {
		n.read(p.Text)
	}
	for _, e := range n.entities {
		if e.Label == "Person" && n.full[e.ID()] && strings.Contains(e.Name, " ") {
			n.addSurname(e)
		}
	}
}

// addSurname makes the last word of a person's name a name; a surname of two persons is none.
func (n *naming) addSurname(e *lexicon.Entity) {
	surname := e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
	if n.rules.lists["notsurnames"][fold.Text(surname)] {
		return
	}
	for _, other := range n.entities {
		if other != e && other.Label == "Person" && n.full[other.ID()] && fold.Name(other.Name[strings.LastIndexByte(other.Name, ' ')+1:]) == fold.Name(surname) {
			return
		}
	}
	n.own.AddShort(surname, e) // where a bearer was met by the surname alone before, it is this one
}

// read finds the names, dates and numbers of a paragraph: a tape on which they are slots, and the mentions.
func (n *naming) read(text string) (*tape, []mention) {
	t := newTape(text, 0, len(text), n.slots(text))
	t = n.introduced(text, t)
	for _, one := range n.rules.stages["names"] {
		t = n.name(one, t, text)
	}
	t, mentions := n.unite(text, t)
	for _, one := range n.rules.stages["persons"] {
		t = n.name(one, t, text)
	}
	for _, s := range t.slots {
		if s.mention {
			mentions = append(mentions, mention{s.from, s.to, s.entities[0], n.isShort(s.entities[0], text[s.from:s.to])})
			n.entities[s.entities[0].ID()] = s.entities[0]
		}
	}
	for _, m := range mentions {
		if m.entity.Label == "Person" && !m.short {
			n.full[m.entity.ID()] = true
		}
	}
	slices.SortFunc(mentions, func(a, b mention) int { return cmp.Compare(a.from, b.from) })
	return t, mentions
}

func (n *naming) isShort(e *lexicon.Entity, written string) bool {
	if e.Label == "Person" {
		return !strings.Contains(strings.TrimSpace(written), " ")
	}
	return lexicon.IsAcronym(written) || !strings.ContainsFunc(written, unicode.IsLetter) // of gates, a number
}

var (
	fullResolution = regexp.MustCompile(`(?:(?:United Nations )?(?:Security )?Council )?\b[Rr]esolutions? (\d{3,4})\b(?: ?\(((?:19|20)\d{2})\))?`)
	bareResolution = regexp.MustCompile(`\b(\d{3,4}) \(((?:19|20)\d{2})\)`)
	symbolSign     = regexp.MustCompile(`\b[SA]/(?:PRST/|RES/|PV\.|INF/)?\d+(?:/\d+)*(?:/(?:Add|Rev|Corr)\.\d+)*`)
)

// slots are the names that the gazetteer and the document know, the resolutions, document symbols, dates and numbers of a text. The longest wins; where two are
// of the same length, in that order.
func (n *naming) slots(paragraph string) []slot {
	var all []slot
	words := lexicon.Words(paragraph)
	for i := 0; i < len(words); i++ {
		best, ok := n.rules.gazetteer.Names.Longest(paragraph, words, i)
		if own, has := n.own.Longest(paragraph, words, i); has && (!ok || own.To >= best.To) {
			best, ok = own, true
		}
		if !ok {
			continue
		}
		for i+1 < len(words) && words[i+1].From < best.To {
			i++
		}
		if best.Entity.Label == lexicon.LabelNothing {
			all = append(all, slot{from: best.From, to: best.To})
			continue
		}
		all = append(all, n.nameSlot(best.Entity, best.From, best.To))
	}
	for _, re := range []*regexp.Regexp{fullResolution, bareResolution} {
		for _, at := range re.FindAllStringSubmatchIndex(paragraph, -1) {
			if at[3] < len(paragraph) && paragraph[at[3]] == '/' {
				continue
			}
			m := text.Submatches(paragraph, at)
			all = append(all, n.nameSlot(n.resolution(m[1], m[2]), at[0], at[1]))
		}
	}
	sign := func(name string) rune { return n.rules.classes.byName[name][0].sign }
	for _, at := range symbolSign.FindAllStringIndex(paragraph, -1) {
		all = append(all, slot{class: sign(classSymbol), from: at[0], to: at[1], symbol: paragraph[at[0]:at[1]]})
	}
	for _, d := range n.calendar.Dates(paragraph) {
		all = append(all, slot{class: sign(classDate), from: d.From, to: d.To, date: &d})
	}
	for _, num := range text.Numbers(paragraph) {
		all = append(all, slot{class: sign(classNumber), from: num.From, to: num.To, number: &num})
	}
	slices.SortStableFunc(all, func(a, b slot) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	return all
}

func (n *naming) nameSlot(e *lexicon.Entity, from, to int) slot {
	return slot{class: n.rules.classes.sign(e), from: from, to: to, entities: []*lexicon.Entity{e}, mention: true}
}

func (n *naming) resolution(number, year string) *lexicon.Entity {
	e := &lexicon.Entity{Label: "Resolution", Name: "Security Council resolution " + number}
	e.Number, _ = strconv.Atoi(number)
	if held := n.entities[e.ID()]; held != nil && (held.Year != 0 || year == "") {
		return held
	}
	if year != "" {
		e.Year, _ = strconv.Atoi(year)
		e.Name += " (" + year + ")"
	}
	n.entities[e.ID()] = e
	return e
}

// name applies a rule that makes names.
func (n *naming) name(one *rule, t *tape, text string) *tape {
	if !one.applies(t.text) {
		return t
	}
	var edits []edit
	g := 2 * one.match.SubexpIndex("name")
	for _, at := range one.match.FindAllStringSubmatchIndex(t.text, -1) {
		from, to := at[0], at[1]
		if g > 0 {
			from, to = at[g], at[g+1]
		}
		if from < 0 || one.unless != nil && one.unless.MatchString(t.text[at[0]:at[1]]) {
			continue
		}
		to -= possessive(t.text[from:to])
		if one.as == 0 { // no name: its slots become words again
			edits = append(edits, edit{from: from, to: to, words: text})
			continue
		}
		to = wordEnd(t.text, to)
		start, end := t.span(from, to)
		written := text[start:end]
		name := written
		if one.Is != "" {
			name = one.canonical(t, at, text)
		}
		if e := n.entity(one, name, written); e != nil {
			edits = append(edits, edit{from: from, to: to, slot: n.nameSlot(e, start, end)})
		}
	}
	return t.rewrite(edits)
}

// wordEnd is where the word ends in whose midst a match ended (\b knows no letters beyond ASCII).
func wordEnd(text string, to int) int {
	before, _ := utf8.DecodeLastRuneInString(text[:to])
	if !unicode.IsLetter(before) {
		return to
	}
	for to < len(text) {
		c, n := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(c) && !unicode.IsMark(c) {
			break
		}
		to += n
	}
	return to
}

// possessive is how many bytes of a name are its possessive ending.
func possessive(name string) int {
	for _, ending := range []string{"’s", "'s", "’", "'"} {
		if strings.HasSuffix(name, ending) {
			return len(ending)
		}
	}
	return 0
}

// applies says whether a text holds one of the beginnings of words without which the rule cannot match.
func (one *rule) applies(text string) bool {
	if len(one.When) == 0 {
		return true
	}
	return slices.ContainsFunc(one.When, func(w string) bool { return strings.Contains(text, w) })
}

var reference = regexp.MustCompile(`\$[a-z]\w*`)

// canonical fills a template with what groups cover: the canonical name of a slot, else the words.
func (one *rule) canonical(t *tape, at []int, text string) string {
	filled := reference.ReplaceAllStringFunc(one.Is, func(m string) string {
		g := 2 * one.match.SubexpIndex(m[1:])
		if g < 0 || at[g] < 0 {
			return ""
		}
		if in := t.slotsIn(at[g], at[g+1]); len(in) == 1 && at[g+1]-at[g] == signLen && len(in[0].entities) == 1 {
			return in[0].entities[0].Name
		}
		start, end := t.span(at[g], at[g+1])
		return text[start:end]
	})
	return strings.Join(strings.Fields(filled), " ")
}

// entity is the one of this name: the gazetteer's, the document's, or a new one. It is nil where the words are no name.
func (n *naming) entity(one *rule, name, written string) *lexicon.Entity {
	e := &lexicon.Entity{Label: one.label, Kind: one.kind, Name: strings.TrimSpace(name)}
	if e.Label == "Person" {
		return n.person(e)
	}
	if known := n.known(e.Name); known != nil && known.Label == e.Label {
		return known
	}
	if held := n.entities[e.ID()]; held != nil {
		return held
	}
	n.entities[e.ID()] = e
	n.own.Add(written, e)
	return e
}

func (n *naming) known(name string) *lexicon.Entity {
	return cmp.Or(n.own.Find(name), n.rules.gazetteer.Names.Find(name))
}

// person resolves a person's name as written. A surname alone is somebody whom the document or the gazetteer knows, or a person of that name.
func (n *naming) person(e *lexicon.Entity) *lexicon.Entity {
	for w := range strings.FieldsSeq(e.Name) {
		if n.rules.lists["notnames"][fold.Text(strings.TrimRight(w, "'’"))] {
			return nil
		}
	}
	if known := n.known(e.Name); known != nil {
		if known.Label != "Person" {
			return nil
		}
		return known
	}
	if !strings.Contains(e.Name, " ") {
		if known := n.rules.gazetteer.Surnames[fold.Name(e.Name)]; known != nil {
			e = known
		}
	} else {
		n.full[e.ID()] = true
	}
	if held := n.entities[e.ID()]; held != nil {
		return held
	}
	n.entities[e.ID()] = e
	n.own.Add(e.Name, e)
	return e
}

// unite reduces "Kosovo Force (KFOR)" to one slot where both are names of the same; what it takes off the tape are mentions all the same.
func (n *naming) unite(text string, t *tape) (*tape, []mention) {
	var edits []edit
	var off []mention
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
			for _, s := range []slot{a, b} {
				off = append(off, mention{s.from, s.to, s.entities[0], n.isShort(s.entities[0], text[s.from:s.to])})
			}
			n.entities[a.entities[0].ID()] = a.entities[0]
			whole.mention = false
			edits = append(edits, edit{from: t.signs[i], to: end, slot: whole})
			i++
		}
	}
	return t.rewrite(edits), off
}

var acronymInBrackets = regexp.MustCompile(` \((?:the )?["“]?([A-Z][A-Za-z&/-]{1,11})["”]?\)`)

// introduced learns what acronyms in brackets stand for: the name just before, or the capitalised words whose initials they are.
func (n *naming) introduced(text string, t *tape) *tape {
	var edits []edit
	for _, at := range acronymInBrackets.FindAllStringSubmatchIndex(t.text, -1) {
		acronym := t.text[at[2]:at[3]]
		if !lexicon.IsAcronym(acronym) {
			continue
		}
		if before := t.slotsIn(0, at[0]); len(before) > 0 && t.signs[len(before)-1]+signLen == at[0] {
			if last := before[len(before)-1]; last.mention && last.entities[0].Label != "Person" && last.entities[0].Label != "Place" {
				n.acronym(acronym, last.entities[0])
				from, to := t.at[at[2]], t.at[at[3]]
				edits = append(edits, edit{from: at[2], to: at[3], slot: n.nameSlot(last.entities[0], from, to)})
				continue
			}
		}
		start := n.expansion(text[:t.at[at[0]]], acronym)
		from, ok := t.place(start)
		if !ok {
			continue
		}
		name := text[start:t.at[at[0]]]
		label, kind := n.kindOf(name)
		if label == "" {
			continue
		}
		e := n.entity(&rule{label: label, kind: kind}, name, name)
		n.acronym(acronym, e)
		edits = append(edits, edit{from: from, to: at[0], slot: n.nameSlot(e, start, t.at[at[0]])}, edit{from: at[2], to: at[3], slot: n.nameSlot(e, t.at[at[2]], t.at[at[3]])})
	}
	return t.rewrite(edits)
}

func (n *naming) acronym(acronym string, e *lexicon.Entity) {
	n.own.Add(acronym, e)
	if e.Acronym == "" && !e.Listed {
		e.Acronym = acronym
	}
}

// expansion is where the words at the end of a text begin whose initials an acronym is; -1 where they are not there. Small words (of, the, and) count
// only where the acronym has a letter for them.
func (n *naming) expansion(text, acronym string) int {
	before := max(0, len(text)-200)
	for before < len(text) && !utf8.RuneStart(text[before]) {
		before++
	}
	text = text[before:]
	words := lexicon.Words(text)
	letters := []rune(strings.ToUpper(acronym))
	i, j := len(words)-1, len(letters)-1
	for ; i >= 0 && j >= 0 && len(words)-i < 14; i-- {
		written := text[words[i].From:words[i].To]
		if i+1 < len(words) && strings.Trim(text[words[i].To:words[i+1].From], " -“”\"") != "" {
			return -1
		}
		first := []rune(written)[0]
		if !unicode.IsUpper(first) {
			if !n.rules.lists["small"][strings.ToLower(written)] {
				return -1
			}
			if unicode.ToUpper(first) == letters[j] && j > 0 {
				j--
			}
			continue
		}
		if fold.Text(string(first)) != strings.ToLower(string(letters[j])) {
			return -1
		}
		j--
	}
	if j >= 0 {
		return -1
	}
	return words[i+1].From + before
}

// kindOf says what a name of several words is the name of, by the word that tells it; "" where none does.
func (n *naming) kindOf(name string) (label, kind string) {
	for w := range strings.FieldsSeq(name) {
		if c, ok := n.rules.heads[fold.Text(w)]; ok {
			return c.label, c.kind
		}
	}
	return "Organization", "OTHER"
}
