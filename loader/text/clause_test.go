package text

import (
	"regexp"
	"strings"
	"testing"
)

var marked = regexp.MustCompile(`\{(\w)([^}]*)\}`)

// sentence makes tagged tokens of a text in which {pX} is a person X, {nX} another name, {dX} a date, {oX} an office, {#X} a number.
func sentence(marks string) []Token {
	var text strings.Builder
	var notes []Annotation
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(marks, -1) {
		text.WriteString(marks[at:m[0]])
		from := text.Len()
		text.WriteString(marks[m[4]:m[5]])
		n := Annotation{From: from, To: text.Len(), Kind: Name}
		switch marks[m[2]:m[3]] {
		case "p":
			n.Person = true
		case "d":
			n.Kind = Date
		case "o":
			n.Kind = Office
		case "c":
			n.Kind = Number
		}
		notes = append(notes, n)
		at = m[1]
	}
	text.WriteString(marks[at:])
	tokens := Tokens(text.String(), 0, text.Len(), notes)
	Tag(tokens)
	return tokens
}

func TestShow(t *testing.T) {
	for _, s := range []string{
		"On {d6 May}, the {nKosovo Police} arrested {pAgim Berdaj}.",
		"{pFadil Celmaj} was arrested by the {nKosovo Police} on {d6 May}.",
		"{pSkender Fushkaj}, who had been arrested by the {nKosovo Police} in {dApril}, appealed for patience.",
		"{pLulzim Gjelbaj}, whom the {nKosovo Police} had arrested on {d6 May}, remained silent.",
		"The {nKosovo Police}, which had arrested {pDriton Hankaj} on {d6 May}, gave no details.",
		"{pJahir Jarkaj}, arrested by the {nKosovo Police} on {d6 May}, lodged a complaint.",
		"The arrest of {pRifat Ledhaj} by the {nKosovo Police} on {d6 May} caused unrest.",
		"The arrest, by the {nKosovo Police}, of {pYlli Mundaj} caused unrest.",
		"{pBekim Nishkaj}’s arrest by the {nKosovo Police} on {d6 May} led to protests.",
		"On {d6 May}, the {nKosovo Police} arrested {pIlir Pograj}, a former mayor of {nPeja}, and {pPetrit Qarvaj}.",
		"Early on {d6 May}, the {nKosovo Police} heard {ctwo} experts in {nPrizren}, questioned several witnesses and arrested {pVisar Rudnaj}.",
		"The {nKosovo Police}, acting on a warrant of {d2 May}, in the presence of the press arrested {pArben Sarkaj}.",
		"After having arrested {pTahir Ujkanaj} on {d6 May}, the {nKosovo Police} gave a press conference.",
		"{pFehmi Varkaj} is known to have been arrested by the {nKosovo Police} on {d6 May}.",
		"{pEnver Zhuplaj}, a businessman from {nPeja} with close links to several parties of the opposition, was on {d6 May} arrested by the {nKosovo Police}.",
		"The {nKosovo Police} planned to arrest {pZenun Frenkaj}.",
		"The {nKosovo Police} denied having arrested {pBesnik Morkaj}.",
		"It is unclear whether the {nKosovo Police} arrested {pAgim Torkaj}.",
		"It was the {nKosovo Police} that arrested {pSabit Sarkoshi} for war crimes on {d6 May}.",
		"There would be protests if the {nCourt} convicted {pXhavit Zhuploshi} of fraud.",
		"The {cten} computers, which had been donated to the municipality of {nFerizaj} by {nKFOR} in {dApril}, are in use.",
		"The {cten} computers that {nKFOR} donated to the municipality of {nRahovec} on {d6 May} are in use.",
		"On {d6 May}, {nKFOR} donated {cten} computers to the municipality of {nSkenderaj} and a generator to the municipality of {nVushtrri}.",
		"The {nEULEX}, with which {nKFOR} cooperated closely in {dMay}, opened an office.",
		"It was with the {nEULEX} that {nKFOR} cooperated most closely.",
		"On {d7 August}, in {nKlina}, {pBesim Molloni} was attacked by {pArtan Zambakaj}, who was arrested by the {nKosovo Police} on the same day.",
		"The lawyer of {pFadil Gurakodra}, {pBlerta Lulishta}, thanked the {nBasic Court of Peja}, which had acquitted her client on {d4 September}.",
		"On {d10 September}, the driver of the Minister for Trade, {pIlir Trandafili}, was convicted of fraud by the {nBasic Court of Pristina}.",
		"Of the {cthree} defendants, the {nBasic Court} convicted {pHamdi Qepaj} on {d28 August}; the {ctwo} other defendants were acquitted.",
		"On {d3 September}, the {nBasic Court} found {pLuan Vrelaj} guilty of the murder of {pPetrit D} and sentenced him to {cnine} years of imprisonment.",
	} {
		t.Log(s + "\n" + Parse(sentence(s)).String())
	}
}
