package text

import "slices"

// withoutAges leaves out of a sentence how old somebody is, with the commas around it: "a man, 40, and his wife, 38, were hurt", "a woman
// aged 71", "two girls, 9 and 12 years old,". An age counts nobody, and joins nothing.
func withoutAges(all []Token) []Token {
	kept := make([]Token, 0, len(all))
	for i := 0; i < len(all); {
		end := agedTo(all, i)
		if n := len(kept); end > i && n > 0 && somebody(&kept[n-1]) {
			i = end
			continue
		}
		kept = append(kept, all[i])
		i++
	}
	return kept
}

// agedTo is where an age ends that begins at i: ", 40", ", aged 9 or 10,", "aged 71", ", 9 and 12 years old,"; i for none. A comma behind
// it is its own, unless a further member of a list follows, or more of the same person.
func agedTo(all []Token, i int) int {
	at := func(k int, words ...string) bool { return k < len(all) && slices.Contains(words, all[k].Low) }
	year := func(k int) bool {
		return k < len(all) && all[k].Kind == Number && len(all[k].Text) < 3 && all[k].Text[0] >= '1' && all[k].Text[0] <= '9'
	}
	k := i
	comma := at(k, ",")
	if comma {
		k++
	}
	said := at(k, "aged")
	if said {
		k++
	}
	if at(k, "between", "about", "approximately") {
		k++
	}
	if !year(k) || !comma && !said {
		return i
	}
	for k++; at(k, "and", "or", "to", "–") && year(k+1); {
		k += 2
	}
	if at(k, "years", "months") {
		switch {
		case at(k+1, "old"):
			k, said = k+2, true
		case at(k+1, "of") && at(k+2, "age"):
			k, said = k+3, true
		case said:
			k++
		}
	}
	switch more := k + 1; {
	case !comma:
		return k
	case k == len(all), at(k, ".", ";"):
		return k
	case !at(k, ","), !said && i > 0 && Singular(all[i-1].Low) != all[i-1].Low:
		return i
	case more < len(all) && (startsNoun(&all[more]) || determiners[all[more].Low] || prepositions[all[more].Low] || relatives[all[more].Low]):
		return k
	default:
		return more
	}
}

// somebody says that a token is of a person.
func somebody(t *Token) bool {
	switch t.Kind {
	case Word:
		return Animate(t.Low)
	case Name:
		return t.Note.Person
	}
	return t.Kind == Office
}
