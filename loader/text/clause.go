package text

// ClauseKind says how a clause hangs on what is around it.
type ClauseKind uint8

// The kinds of clauses.
const (
	Main           ClauseKind = iota
	Coordinate                // a further verb of the subject before
	RelativeClause            // who was arrested, arrested by the police
	Complement                // that, whether, if: what is said or asked
	Adverbial                 // after, when, although
	GerundClause              // after a preposition: "for stabbing"
	InfinitiveClause
)

// Clause is a verb with what is said of it.
type Clause struct {
	Kind     ClauseKind
	Marker   string // the word that begins it: after, if, whether, that, who, for
	Verb     int    // its verb group; -1 where it has none
	Parent   int    // the clause that it stands in; -1 for a main clause
	Governor int    // the group that a complement, infinitive or relative hangs on: a verb or noun group; -1 for none
	Groups   []int  // its groups but those of the clauses in it, in order; the verb's among them
	Comma    bool   // a comma stands before it

	Subject    []Phrase // who does it, or is it; of a passive, whom it is done to
	Object     []Phrase
	Predicate  []Phrase // what the subject or object is said to be: "is the Mayor", "appointed X Mayor"
	Attached   []Attachment
	ObjectRole bool // a relative whose pronoun is the object: "whom the police arrested"
	Cleft      bool // it tells what a clause with "it" only puts something first of: "it was on 4 May that", "it was X, and not Y, who"
}

// Phrase is one noun phrase, a member of a list.
type Phrase struct {
	Group   int   // its head's noun group
	Of      []int // noun groups behind "of", outermost first
	Named   []int // noun groups in apposition: "his brother, X"
	List    int   // how many members its list has
	To      int   // the group behind it
	Unclear bool  // two readings: "the driver of the Minister, X"
}

// Attachment is a prepositional phrase of a clause.
type Attachment struct {
	Prep    string
	At      int // the preposition's group
	Phrases []Phrase
	Within  bool // it stands in a noun phrase: of the object, of a name
}

// Sentence is a sentence in clauses.
type Sentence struct {
	Tokens  []Token
	Groups  []Group
	Clauses []Clause
	In      []int   // the clause of each group
	Asked   Stretch // the tokens of a question, the whole sentence's or one between quotation marks; empty for none
}

// Stretch is a run of tokens, from one to before another.
type Stretch struct{ From, To int }

// Has says that a token stands in a stretch.
func (s Stretch) Has(token int) bool { return s.From <= token && token < s.To }

// Parse divides tagged tokens into clauses. It is pure, and never fails: what it does not understand has no clause, or a clause without a
// subject.
func Parse(tokens []Token) *Sentence {
	s := &Sentence{Tokens: tokens, Groups: Groups(tokens), Asked: asked(tokens)}
	s.proforms()
	s.divide()
	s.arguments()
	return s
}

// asked are the tokens that a question mark makes a question: between quotation marks those from the opening one on, else all.
func asked(tokens []Token) Stretch {
	opened := -1
	for i, t := range tokens {
		switch {
		case t.Text == "“", t.Text == `"` && opened < 0:
			opened = i
		case t.Text == "”", t.Text == `"`:
			opened = -1
		case t.Text == "?" && opened >= 0:
			return Stretch{opened, i + 1}
		case t.Text == "?":
			return Stretch{0, len(tokens)}
		}
	}
	return Stretch{}
}
