package text

import (
	"slices"
	"strings"
)

// arguments finds who and what each clause is about.
func (s *Sentence) arguments() {
	for c := range s.Clauses {
		s.behind(c)
	}
	for c := range s.Clauses { // a clause stands behind those whose subject it may share, but for those before a main clause
		s.before(c)
	}
	for range 3 {
		for c := range s.Clauses {
			s.share(c)
		}
	}
}

// Text is the words of a group, as written, of one space each.
func (s *Sentence) Text(text string, g int) string {
	group := &s.Groups[g]
	return strings.Join(strings.Fields(text[s.Tokens[group.From].From:s.Tokens[group.To-1].To]), " ")
}

// name is the annotation of a group whose head is a name or an office; nil for other groups.
func (s *Sentence) name(g int) *Token {
	t := &s.Tokens[s.Groups[g].Head]
	if t.Kind == Name {
		return t
	}
	return nil
}

// person says that a group names a person.
func (s *Sentence) person(g int) bool {
	t := s.name(g)
	return t != nil && t.Note.Person
}

// phrases reads the noun phrases of a list that begins at groups[k], and where it ends in groups.
func (s *Sentence) phrases(groups []int, k int) ([]Phrase, int) {
	var list []Phrase
	named := 0            // the phrase that following names are in apposition to, +1
	loose, after := 0, -1 // members that only a comma joined so far, and where the list ended before them
	for k < len(groups) && s.Groups[groups[k]].Kind == NounGroup {
		p := Phrase{Group: groups[k]}
		k = s.ofs(&p, groups, k+1)
		n := len(list)
		switch {
		case n > 0 && named == n && s.name(p.Group) != nil && !strings.HasPrefix(s.name(p.Group).Low, "the ") && (s.person(p.Group) || !s.person(list[n-1].Group)):
			list[n-1].Named = append(list[n-1].Named, p.Group)
		default:
			list = append(list, p)
			named = 0
		}
		next, sep := s.separator(groups, k)
		if far := s.namedBehind(list, groups, k); next < 0 && far > 0 {
			last := &list[len(list)-1]
			last.Named = append(last.Named, groups[far])
			return s.sealed(list, far+1)
		}
		if next < 0 {
			break
		}
		if first := list[0].Group; s.prepositional(first) && !(sep == "," && s.introduces(&list[len(list)-1], groups[next]) && s.enclosed(groups, next)) &&
			(len(list[0].Named) == 0 && (s.name(first) != nil) != (s.name(groups[next]) != nil) && sep == "," || s.person(first) != s.person(groups[next]) && s.name(groups[next]) != nil && len(list[0].Named) == 0) {
			break
		}
		last := &list[len(list)-1]
		switch {
		case sep == "," && s.describes(last, groups[next], groups, next):
			k = s.ofs(&Phrase{}, groups, next+1)
			k = s.past(groups, k)
			if next, _ = s.separator(groups, k); next < 0 || s.Groups[groups[next-1]].Kind == Comma && next-2 >= 0 && s.Groups[groups[next-2]].Kind != Conjunction && !s.conjunctionBetween(groups, k, next) && s.name(groups[next]) == nil {
				return s.sealed(list, k)
			}
			k = next
		case sep == "," && named == 0 && s.introduces(last, groups[next]):
			named = len(list)
			last.Unclear = s.unclear(last, groups[next])
			k = next
		case named == len(list) && !s.plural(last.Group) && sep == ",": // one name only
			return s.sealed(list, k)
		default:
			if sep == "and" {
				loose, after = 0, -1
			} else if after < 0 {
				loose, after = len(list), k
			}
			k = next
		}
	}
	if after >= 0 && loose < len(list) { // no conjunction ever came: no list
		list, k = list[:loose], after
	}
	return s.sealed(list, k)
}

// enclosed says of a person's name that a comma, a conjunction or nothing stands behind it, and no verb: it says who stands before it, and does nothing itself.
func (s *Sentence) enclosed(groups []int, next int) bool {
	if !s.person(groups[next]) {
		return false
	}
	if next+1 >= len(groups) {
		return true
	}
	behind := &s.Groups[groups[next+1]]
	if behind.Kind == Comma && behind.Low == "," && next+2 < len(groups) {
		return s.Groups[groups[next+2]].Kind != VerbGroup
	}
	return behind.Kind == Comma && behind.Low == "," || behind.Kind == Conjunction
}

// namedBehind is where a person's name stands between commas behind the prepositional phrases of the one somebody before it, whom it names: "the head of the team
// in the talks with Y, X,"; 0 for none.
func (s *Sentence) namedBehind(list []Phrase, groups []int, k int) int {
	if len(list) != 1 || s.name(list[0].Group) != nil || s.plural(list[0].Group) || k >= len(groups) || s.Groups[groups[k]].Kind != Preposition || s.prepositional(list[0].Group) {
		return 0
	}
	group := &s.Groups[list[0].Group]
	if !Animate(group.Low) && !slices.ContainsFunc(s.Tokens[group.From:group.To], func(t Token) bool { return t.Kind == Office }) {
		return 0
	}
	at := s.past(groups, k)
	for _, g := range groups[k:at] {
		if s.Groups[g].Kind == NounGroup && s.person(g) {
			return 0
		}
	}
	if at+2 < len(groups) && s.Groups[groups[at]].Kind == Comma && s.Groups[groups[at+1]].Kind == NounGroup && s.person(groups[at+1]) && s.Groups[groups[at+2]].Kind == Comma && !s.unclear(&list[0], groups[at+1]) {
		return at + 1
	}
	return 0
}

// prepositional says that a preposition stands right before a noun group.
func (s *Sentence) prepositional(g int) bool { return g > 0 && s.Groups[g-1].Kind == Preposition }

func (s *Sentence) conjunctionBetween(groups []int, from, to int) bool {
	for _, g := range groups[from:to] {
		if s.Groups[g].Kind == Conjunction {
			return true
		}
	}
	return false
}

func (s *Sentence) sealed(list []Phrase, k int) ([]Phrase, int) {
	for i := range list {
		list[i].List, list[i].To = len(list), k
	}
	return list, k
}

// ofs takes the noun groups behind "of" that follow.
func (s *Sentence) ofs(p *Phrase, groups []int, k int) int {
	for k+1 < len(groups) && (!s.person(groups[k-1]) || s.name(groups[k+1]) != nil && !s.person(groups[k+1])) && s.Groups[groups[k]].Kind == Preposition && s.Groups[groups[k]].Low == "of" && s.Groups[groups[k+1]].Kind == NounGroup && groups[k+1] == groups[k]+1 {
		p.Of = append(p.Of, groups[k+1])
		k += 2
	}
	return k
}

// past skips the prepositional phrases that follow.
func (s *Sentence) past(groups []int, k int) int {
	for k+1 < len(groups) && s.Groups[groups[k]].Kind == Preposition && (s.Groups[groups[k+1]].Kind == NounGroup || s.Groups[groups[k+1]].Kind == When) {
		k += 2
		for k+1 < len(groups) && s.Groups[groups[k]].Kind == Conjunction && s.Groups[groups[k+1]].Kind == NounGroup && !s.person(groups[k+1]) && k+2 < len(groups) && s.Groups[groups[k+2]].Kind != VerbGroup {
			k += 2
		}
		if k+1 < len(groups) && s.Groups[groups[k]].Kind == Conjunction && s.Groups[groups[k+1]].Kind == Preposition {
			k++
		}
	}
	return k
}

// separator is where the next member of a list stands behind a comma, a conjunction or both, and which; -1 where none does. A bracket is passed over.
func (s *Sentence) separator(groups []int, k int) (next int, sep string) {
	if k < len(groups) && s.Groups[groups[k]].Low == "(" {
		for k < len(groups) && s.Groups[groups[k]].Low != ")" {
			k++
		}
		k++
	}
	for k < len(groups) && (s.Groups[groups[k]].Kind == Comma && s.Groups[groups[k]].Low != "(" || s.Groups[groups[k]].Kind == Conjunction) {
		if s.Groups[groups[k]].Kind == Conjunction {
			if s.Groups[groups[k]].Low == "but" && (k+1 >= len(groups) || s.Groups[groups[k+1]].Low != "also") {
				return -1, ""
			}
			sep = "and"
		} else if sep == "" {
			sep = ","
		}
		k++
	}
	for sep != "" && k < len(groups) && s.Groups[groups[k]].Kind == Adverb && oneOf(s.Groups[groups[k]].Low, "also", "both", "then", "formerly", "later") {
		k++
	}
	if sep == "" || k >= len(groups) || s.Groups[groups[k]].Kind != NounGroup || s.temporal(groups[k]) {
		return -1, ""
	}
	return k, sep
}

// describes says that a noun group behind a comma tells of a name before it what it is: "X, a former mayor of Peja".
func (s *Sentence) describes(p *Phrase, next int, groups []int, at int) bool {
	head := s.name(p.Group)
	if len(p.Named) > 0 {
		return false
	}
	g := &s.Groups[next]
	t := &s.Tokens[g.Head]
	if head == nil || t.Kind == Name && !(len(g.Names) > 0 && false) {
		return false
	}
	if t.Kind == Office {
		return true
	}
	if s.Tokens[g.Head].Kind == Number || t.Tag == "PRP" {
		return false
	}
	if !oneOf(g.Det, "a", "an", "the", "his", "her", "its", "their", "both", "one", "another") && !strings.HasPrefix(s.Tokens[g.From].Low, "former") && g.Possessor < 0 {
		return false
	}
	return !g.pluralDet() || !s.plural(next) || oneOf(g.Det, "both")
}

func (g *Group) pluralDet() bool { return g.Det == "the" || g.Det == "their" }

// introduces says that a noun group is named by the name behind a comma: "his brother, X", "the two other defendants, X and Y".
func (s *Sentence) introduces(p *Phrase, next int) bool {
	name := s.name(next)
	t := &s.Tokens[s.Groups[p.Group].Head]
	if name == nil || t.Kind == Name || t.Tag == "PRP" || t.Kind == Number {
		return false
	}
	if name.Note.Person {
		return Animate(t.Low) || t.Kind == Office || s.Groups[p.Group].Det == "the" && Animate(Singular(t.Low))
	}
	group := &s.Groups[p.Group]
	return !Animate(t.Low) && (oneOf(group.Det, "the", "a", "its") || group.Count != nil && s.plural(p.Group))
}

// unclear says of a name in apposition that it may name either of two: "the driver of the Minister, X".
func (s *Sentence) unclear(p *Phrase, next int) bool {
	if !s.person(next) {
		return false
	}
	for _, of := range p.Of {
		t := &s.Tokens[s.Groups[of].Head]
		if t.Kind == Office || t.Kind == Word && Animate(t.Low) && !strings.HasSuffix(t.Low, "s") {
			return true
		}
	}
	return false
}

func (s *Sentence) plural(g int) bool {
	t := &s.Tokens[s.Groups[g].Head]
	return strings.HasPrefix(t.Tag, "NN") && t.Tag != "NN" && t.Tag != "NNP" || t.Low == "people" || strings.HasSuffix(t.Low, "men") || t.Kind == Office && strings.HasSuffix(t.Low, "s")
}

var kin = map[string]bool{"brother": true, "sister": true, "son": true, "daughter": true, "father": true, "mother": true, "wife": true, "husband": true, "widow": true, "cousin": true, "nephew": true,
	"niece": true, "uncle": true, "aunt": true, "relative": true, "friend": true, "man": true, "woman": true, "boy": true, "girl": true, "person": true, "individual": true, "child": true, "suspect": true,
	"accused": true, "defendant": true, "co-defendant": true, "victim": true, "witness": true, "member": true, "chief": true, "head": true, "deputy": true, "mayor": true, "judge": true, "clerk": true, "youth": true,
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

// behind finds what stands behind the verb of a clause, and the attachments of all of it.
func (s *Sentence) behind(c int) {
	clause := &s.Clauses[c]
	groups := clause.Groups
	verb := slices.Index(groups, clause.Verb)
	if clause.Verb < 0 {
		verb = -1
	}
	defer s.attachments(clause, groups)
	if verb < 0 {
		return
	}
	for k := verb + 1; k < len(groups); {
		switch g := &s.Groups[groups[k]]; g.Kind {
		case NounGroup:
			if s.temporal(groups[k]) {
				k++
				continue
			}
			list, next := s.phrases(groups, k)
			switch {
			case clause.Object == nil && s.Groups[clause.Verb].Verb.Copula:
				clause.Predicate, clause.Object = list, list
			case clause.Object == nil:
				clause.Object = list
			case clause.Predicate == nil && k > 0 && s.Groups[groups[k-1]].Kind == NounGroup:
				clause.Predicate = list
			case s.Groups[groups[k-1]].Kind == Conjunction:
				clause.Object = append(clause.Object, list...)
			}
			k = max(next, k+1)
		case Preposition:
			k++
			if k < len(groups) && s.Groups[groups[k]].Kind == NounGroup {
				_, next := s.phrases(groups, k)
				if p := s.split(clause, groups, k, next); p > 0 {
					next = p
				}
				k = next
			} else if k < len(groups) && s.Groups[groups[k]].Kind == When {
				k++
			}
		default:
			k++
		}
	}
}

// split is where the list behind a preposition gives way to a further object: "ten computers to the hospital and a generator to the school".
func (s *Sentence) split(clause *Clause, groups []int, k, next int) int {
	if clause.Object == nil {
		return 0
	}
	for j := k + 1; j < next; j++ {
		if s.Groups[groups[j]].Kind == Conjunction && j+2 < len(groups) && s.Groups[groups[j+1]].Kind == NounGroup && s.Groups[groups[j+2]].Kind == Preposition &&
			s.Groups[groups[j+2]].Low == s.Groups[groups[k-1]].Low && s.Groups[groups[j+2]].Low != "of" {
			return j
		}
	}
	return 0
}

// attachments are the prepositional phrases of a clause.
func (s *Sentence) attachments(clause *Clause, groups []int) {
	for k := 0; k+1 < len(groups); k++ {
		if s.Groups[groups[k]].Kind != Preposition {
			continue
		}
		j := k + 1
		for j < len(groups) && s.Groups[groups[j]].Kind == Adverb {
			j++
		}
		if j >= len(groups) || s.Groups[groups[j]].Kind != NounGroup {
			continue
		}
		list, next := s.phrases(groups, j)
		if cut := s.split(clause, groups, j, next); cut > 0 {
			list = slices.DeleteFunc(list, func(p Phrase) bool { return p.Group > groups[cut] })
		}
		clause.Attached = append(clause.Attached, Attachment{Prep: s.Groups[groups[k]].Low, At: groups[k], Phrases: list})
	}
}

// before finds the subject of a clause before its verb, or in its relative.
func (s *Sentence) before(c int) {
	clause := &s.Clauses[c]
	own, at := s.free(clause)
	if clause.Kind != RelativeClause {
		if clause.Verb >= 0 && clause.Kind != Coordinate && clause.Kind != InfinitiveClause && clause.Kind != GerundClause {
			clause.Subject = own
		}
		return
	}
	prep, pronoun, found := strings.Cut(clause.Marker, " ")
	if !found {
		prep, pronoun = "", clause.Marker
	}
	antecedent := s.antecedents(clause, pronoun)
	switch {
	case pronoun == "whose":
		clause.Subject = own
	case prep != "":
		clause.Subject = own
		clause.Attached = append(clause.Attached, Attachment{Prep: prep, At: at, Phrases: antecedent})
		if own == nil && oneOf(prep, "of") {
			clause.Subject = s.quantified(clause, antecedent)
		}
	case own != nil:
		clause.Subject, clause.ObjectRole = own, true
		if outer := s.cleft(clause); outer != "" {
			clause.Attached = append(clause.Attached, Attachment{Prep: outer, At: at, Phrases: antecedent})
			return
		}
		clause.Object = antecedent
	default:
		clause.Subject = antecedent
	}
}

// quantified is whom "both of whom" and "all of whom" mean; of "one of whom" only how many it is.
func (s *Sentence) quantified(clause *Clause, antecedent []Phrase) []Phrase {
	g := clause.Governor
	switch {
	case g < 0:
		return nil
	case oneOf(s.Tokens[s.Groups[g].Head].Low, "both", "all"):
		return antecedent
	case s.Tokens[s.Groups[g].Head].Kind == Number && s.Groups[g].To == s.Groups[g].From+1:
		return []Phrase{{Group: g, Of: clause.Groups[:1], List: 1, To: g + 1}}
	}
	return nil
}

// cleft is the preposition before what a cleft puts first: "it was with EULEX that".
func (s *Sentence) cleft(clause *Clause) string {
	if g := clause.Governor; g > 1 && clause.Marker == "that" && s.Groups[g-1].Kind == Preposition && s.Groups[g-2].Kind == VerbGroup && s.Groups[g-2].Verb.Copula {
		return s.Groups[g-1].Low
	}
	return ""
}

// free is the first list of noun phrases before a clause's verb that no preposition takes, and where it begins.
func (s *Sentence) free(clause *Clause) ([]Phrase, int) {
	for k := 0; k < len(clause.Groups); {
		g := clause.Groups[k]
		switch {
		case g == clause.Verb:
			return nil, -1
		case s.Groups[g].Kind == Preposition:
			k = s.pastAside(clause, max(s.past(clause.Groups, k), k+1))
		case s.Groups[g].Kind == When && k+1 < len(clause.Groups) && (strings.HasSuffix(s.Groups[g].Low, "before") || strings.HasSuffix(s.Groups[g].Low, "after")): // "one day before the ceremony"
			k = max(s.past(clause.Groups, k+1), s.ofs(&Phrase{}, clause.Groups, k+2))
		case s.Groups[g].Low == "not" && k+3 < len(clause.Groups) && s.Groups[clause.Groups[k+2]].Low == "but": // not X but Y
			k += 3
		case s.Groups[g].Kind == NounGroup && !s.temporal(g):
			list, _ := s.phrases(clause.Groups, k)
			return list, g
		default:
			k++
		}
	}
	return nil, -1
}

// pastAside skips what tells, between commas, who the name in a prepositional phrase is, where a subject follows it: "under X, the envoy of Y, talks took place".
func (s *Sentence) pastAside(clause *Clause, k int) int {
	groups := clause.Groups
	if k+1 >= len(groups) || s.Groups[groups[k]].Kind != Comma || s.Groups[groups[k+1]].Kind != NounGroup || !s.person(groups[k-1]) || s.name(groups[k+1]) != nil {
		return k
	}
	for j := k + 2; j+1 < len(groups) && groups[j] < clause.Verb; j++ {
		if s.Groups[groups[j]].Kind == Comma && s.Groups[groups[j+1]].Kind == NounGroup {
			return j
		}
	}
	return k
}

// Participles that only people can be said to be: "two men from the village accused of arson".
var ofPeople = map[string]bool{"accused": true, "suspected": true, "charged": true, "convicted": true, "indicted": true}

// antecedents are whom or what a relative clause may be of, the nearest first; where its verb is plural, the list that ends there.
func (s *Sentence) antecedents(clause *Clause, pronoun string) []Phrase {
	g := clause.Governor
	if g < 0 {
		return nil
	}
	if (pronoun == "who" || pronoun == "whom" || pronoun == "" && clause.Verb >= 0 && ofPeople[s.Groups[clause.Verb].Low]) && s.Groups[g].Kind == NounGroup {
		for j := g; j >= 0 && s.Groups[j].Kind != VerbGroup && s.Groups[j].Kind != Break; j-- {
			if s.Groups[j].Kind != NounGroup {
				continue
			}
			t := &s.Tokens[s.Groups[j].Head]
			if s.person(j) || t.Kind == Office || t.Kind == Word && (Animate(t.Low) || t.Tag == "PRP") || t.Kind == Number {
				g = j
				break
			}
		}
	}
	in := &s.Clauses[s.In[g]]
	groups := in.Groups
	for k := 0; k < len(groups); k++ { // the list, or the phrase with its apposition, that holds it
		if s.Groups[groups[k]].Kind != NounGroup || groups[k] > g {
			continue
		}
		list, next := s.phrases(groups, k)
		if next <= k {
			continue
		}
		if groups[next-1] < g && !(next < len(groups) && groups[next] <= g) {
			k = next - 1
			continue
		}
		if groups[next-1] < g {
			continue
		}
		return s.chosen(clause, list, g)
	}
	return []Phrase{{Group: g, List: 1}}
}

// chosen are those of a list that a relative behind group g is of.
func (s *Sentence) chosen(clause *Clause, list []Phrase, g int) []Phrase {
	if len(list) > 1 && clause.Verb >= 0 && s.pluralVerb(clause.Verb) {
		return list
	}
	last := list[len(list)-1]
	for i := range list { // "X (who was released) and Y"
		if list[i].Group <= g {
			last = list[i]
		}
	}
	if len(last.Of) > 0 && slices.Contains(last.Of, g) {
		head := &s.Tokens[s.Groups[last.Group].Head]
		inner := Phrase{Group: g, List: 1}
		if head.Kind == Word && Animate(head.Low) && (s.person(g) || s.Tokens[s.Groups[g].Head].Kind == Office) {
			last.Unclear = true
			return []Phrase{last}
		}
		if clause.Marker == "" && clause.Comma || head.Kind == Word && Animate(head.Low) {
			return []Phrase{last}
		}
		return []Phrase{inner}
	}
	return []Phrase{last}
}

func (s *Sentence) pluralVerb(v int) bool {
	first := s.Tokens[s.Groups[v].From].Low
	return oneOf(first, "were", "are", "have") || s.Groups[v].Verb.Form != Finite
}

// adjoins says that nothing but commas, a conjunction and adverbs stand between two verb groups.
func (s *Sentence) adjoins(first, second int) bool {
	for i := first + 1; i < second; i++ {
		if k := s.Groups[i].Kind; k != Comma && k != Conjunction && k != Adverb {
			return false
		}
	}
	return true
}

// share gives a clause without a subject of its own that of the clause that it hangs on.
func (s *Sentence) share(c int) {
	clause := &s.Clauses[c]
	if clause.Subject != nil || clause.Verb < 0 {
		return
	}
	parent := clause.Parent
	if clause.Governor >= 0 && s.Groups[clause.Governor].Kind == VerbGroup {
		parent = s.In[clause.Governor]
	}
	if parent < 0 {
		return
	}
	outer := &s.Clauses[parent]
	form := s.Groups[clause.Verb].Verb.Form
	switch clause.Kind {
	case Coordinate:
		clause.Subject = outer.Subject
		if outer.Object == nil && form == Finite && !s.Groups[outer.Verb].Verb.Passive && s.adjoins(outer.Verb, clause.Verb) { // "arrested, and later set free, two men"
			outer.Object = clause.Object
		}
		if clause.Object == nil && s.Groups[clause.Verb].Verb.Passive == s.Groups[outer.Verb].Verb.Passive && clause.ObjectRole {
			clause.Object = outer.Object
		}
		if outer.ObjectRole && clause.Object == nil { // "whom the police arrested and charged"
			clause.Object, clause.ObjectRole = outer.Object, true
		}
	case InfinitiveClause:
		clause.Subject = outer.Subject
		if outer.Object != nil && outer.Verb >= 0 && !s.Groups[outer.Verb].Verb.Passive && outer.Object[0].Group < clause.Verb && clause.Governor != outer.Verb {
			clause.Subject = outer.Object
		}
	case GerundClause, Adverbial:
		if form != Finite {
			clause.Subject = outer.Subject
		}
	case RelativeClause:
		if clause.Marker == "" && clause.Governor < 0 {
			clause.Subject = outer.Subject
		}
	}
}
