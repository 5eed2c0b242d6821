package text

import (
	"slices"
	"strings"
)

// asides are the marks that may open an aside, each with that which closes it.
var asides = map[string]string{",": ",", "(": ")", "–": "–", "—": "—"}

// aside is where a verb group goes on behind an aside that begins at i, between commas, dashes or brackets; 0 where it does not. Between
// commas, and not behind a denial, the aside has a verb of its own only behind "as", or where that is one of saying: "was, the police said,
// arrested".
func (g *grouper) aside(i int, aux string) int {
	if i >= len(g.tokens) || asides[g.tokens[i].Text] == "" {
		return 0
	}
	closing := asides[g.tokens[i].Text]
	if said := g.low(i + 1); oneOf(g.tag(i+1), "VBN", "VBD") && (IsAny(said, reporting) || oneOf(said, "rumoured", "rumored")) { // "was, claimed by many, arrested"
		return 0
	}
	free := closing != "," || denials[g.low(i-1)] || g.low(i+1) == "as"
	finite := false
	for j := i + 1; j < min(i+25, len(g.tokens)); j++ {
		t := &g.tokens[j]
		switch {
		case t.Text == closing && g.completes(j+1, aux):
			if finite && !free && !IsAny(g.low(j-1), reporting) {
				return 0
			}
			return j + 1
		case t.Kind == Punctuation && strings.ContainsAny(t.Text, ";:.?!"), t.Text == closing && !free:
			return 0
		case !free && (relatives[t.Low] || t.Kind == Punctuation && strings.ContainsAny(t.Text, "()–—")):
			return 0
		}
		finite = finite || finiteVerb(t) && !g.pairedParticiple(i, j)
	}
	return 0
}

// pairedParticiple says that what may be a past at j, right behind the mark at i that opens an aside or behind "and" in it, is a
// participle, as a preposition or a conjunction stands behind it: "was, handcuffed to a guard, driven", "was, after a night in a cell and
// watched by two guards, driven".
func (g *grouper) pairedParticiple(i, j int) bool {
	t := &g.tokens[j]
	return t.Tag == "VBD" && strings.HasSuffix(t.Low, "ed") && !IsAny(t.Low, reporting) && (j == i+1 || g.low(j-1) == "and") && oneOf(g.tag(j+1), "IN", "TO", "CC")
}

// spoken is where a verb stands behind an aside from i on that says who says so, or what was said, or is an adverb alone: "nor, as had been
// reported, arrested", "and, allegedly, arrested"; i where none does.
func (g *grouper) spoken(i int) int {
	for _, aux := range []string{"be", "do"} {
		j := g.aside(i, aux)
		if j == 0 {
			continue
		}
		finite := slices.ContainsFunc(g.tokens[i:j], func(t Token) bool { return finiteVerb(&t) })
		if finite && (g.low(i+1) == "as" || IsAny(g.low(j-2), reporting)) || g.lone(i, j) {
			return j
		}
	}
	return i
}

// saying is where an aside ends that begins at i, between a subject and its verb, and only says who says so, or thinks so: "X, it was
// alleged, was arrested", "X, his wife feared, had been arrested"; i where none does.
func (g *grouper) saying(i int) int {
	const most = 6 // words
	closing := asides[g.tokens[i].Text]
	if closing == "" || i == 0 || g.last().Kind == Break || oneOf(g.tag(i+1), "IN", "WDT", "WP", "VBN", "VBG", "TO", "CC") || relatives[g.low(i+1)] {
		return i
	}
	for j := i + 2; j <= min(i+most+1, len(g.tokens)-2); j++ {
		switch t := &g.tokens[j]; {
		case t.Text == closing:
			verb := &g.tokens[j-1]
			told := IsAny(verb.Low, reporting) && (finiteVerb(verb) || strings.HasSuffix(verb.Low, "ed"))
			next := &g.tokens[g.behindAdverbs(j+1)]
			if told && (finiteVerb(next) || next.Tag == "VBN" && g.tag(i-1) == "RB") {
				return j + 1
			}
			return i
		case t.Kind == Punctuation, relatives[t.Low], t.Tag == "CC", t.Low == "that", finiteVerb(t) && !auxiliaries[t.Low] && j+1 < len(g.tokens) && g.tokens[j+1].Text != closing:
			return i
		}
	}
	return i
}

// behindAdverbs is the first place from i on that has no adverb; the last one of the sentence where all have.
func (g *grouper) behindAdverbs(i int) int {
	for i < len(g.tokens)-1 && g.tag(i) == "RB" {
		i++
	}
	return i
}

// finiteVerb says that a token is a verb that has tense, or a modal.
func finiteVerb(t *Token) bool {
	return t.Kind == Word && oneOf(t.Tag, "VBD", "VBP", "VBZ", "MD")
}

// completes says that a verb at i, or behind adverbs there, has the form that an auxiliary wants: a participle behind "be" and "have", a
// bare one behind "do" and modals.
func (g *grouper) completes(i int, aux string) bool {
	for g.tag(i) == "RB" {
		i++
	}
	if i >= len(g.tokens) || g.tokens[i].Kind != Word {
		return false
	}
	if modals[aux] || aux == "cannot" || oneOf(aux, "do", "does", "did") {
		return oneOf(g.tag(i), "VB", "VBP") || oneOf(g.low(i), "be", "have")
	}
	return oneOf(g.tag(i), "VBN", "VBD") || g.low(i) == "being"
}

// interrupted is where a verb group goes on after a date or an aside behind an auxiliary within it: "was on 4 May arrested", "was, on 4
// May, arrested"; i where it does not.
func (g *grouper) interrupted(i int, aux string) int {
	if aux == "" {
		return i
	}
	if j := g.aside(i, aux); j > 0 {
		return j
	}
	j := i
	for j < len(g.tokens) && j < i+6 && g.interrupts(j, i) {
		j++
	}
	if j > i && (g.tag(i) == "IN" || g.tokens[i].Kind == Date) && g.completes(j, aux) {
		return j
	}
	return i
}

// interrupts says that a token may be one of those, from start on, of a date or another circumstance within a verb group.
func (g *grouper) interrupts(j, start int) bool {
	switch t := &g.tokens[j]; {
	case t.Kind == Date, t.Tag == "IN" && t.Low != "that", t.Tag == "RB":
		return true
	case t.Kind == Name && g.tag(j-1) == "IN":
		return true
	default:
		return j > start && oneOf(t.Tag, "DT", "PRP$", "JJ", "NN", "NNS")
	}
}

// heed gives a verb what is said of it from one token to another, within its group or before it: that it is denied, that somebody says so,
// or an adverb alone: "was, allegedly, arrested".
func (g *grouper) heed(v *Verb, from, to int) {
	v.Negated = v.Negated || g.undone(from, to)
	switch said := g.low(to - 2); {
	case asides[g.tokens[from].Text] == "":
	case g.lone(from, to) && denies(said):
		v.Negated = true
	case g.lone(from, to):
		v.Adverbs = append(v.Adverbs, said)
	case g.low(from+1) != "as" && IsAny(said, reporting):
		v.Aside = said
	}
}

// heedBefore gives a verb that begins here what an aside says of it that a conjunction, or "never", opens before it, and adverbs: "was
// charged and, it was alleged, later arrested".
func (g *grouper) heedBefore(v *Verb) {
	last := len(g.groups) - 1
	for last > 0 && g.groups[last].Kind == Adverb && g.groups[last].To == g.groups[last].From+1 {
		last--
	}
	if last < 0 {
		return
	}
	before := &g.groups[last]
	if from := before.From + 1; (before.Kind == Conjunction || before.Kind == Adverb) && from < before.To && asides[g.tokens[from].Text] != "" {
		g.heed(v, from, before.To)
	}
}

// lone says that an aside is an adverb alone.
func (g *grouper) lone(from, to int) bool {
	return to == from+3 && g.tag(from+1) == "RB"
}

// undone says that what stands from one token to another within a verb group denies it, or leaves it ahead: "was at no time arrested", "was
// on the point of being arrested".
func (g *grouper) undone(from, to int) bool {
	return slices.ContainsFunc(g.tokens[from:to], func(t Token) bool { return noSuch[t.Low] }) || oneOf(g.low(to-1), "of", "from")
}

// tellsInside says that a comma at i begins, or ends, what tells who it is that clause c ends in so far, and that it goes on behind that
// with a preposition up to the verb around it: "an indictment charging X, a friend of Y, with forgery was confirmed".
func (d *divider) tellsInside(i, c int) bool {
	first := i
	if d.Groups[i-1].Kind == NounGroup && d.In[i-1] == c && !d.person(i-1) || d.Groups[i-1].Low != "," && i > 1 && d.Groups[i-2].Low == "of" {
		for first--; first > 0 && (d.Groups[first].Kind == NounGroup || d.Groups[first].Low == "of"); first-- {
		}
	}
	if first < 1 || d.Groups[first].Kind != Comma || !d.person(first-1) || d.In[first-1] != c || first+1 >= len(d.Groups) || !introducing[d.Groups[first+1].Det] {
		return false
	}
	last := first + 1
	for last < len(d.Groups) && (d.Groups[last].Kind == NounGroup || d.Groups[last].Low == "of") {
		last++
	}
	if last+1 >= len(d.Groups) || d.Groups[last].Kind != Comma || d.Groups[last+1].Kind != Preposition {
		return false
	}
	v, _ := d.nextVerb(last + 1)
	return v >= 0 && d.Groups[v].Verb.Form == Finite && !slices.ContainsFunc(d.Groups[last+1:v], func(g Group) bool { return g.Kind == Comma })
}
