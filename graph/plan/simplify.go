package plan

// What a filter says at length and means shortly is made short before any statement is: {} holds of everything, so that an or with it says
// nothing.

// conjunction holds where all hold.
func conjunction(of []Condition) Condition {
	all := Every{}
	for _, c := range of {
		if fails(c) {
			return Some{}
		}
		if !holds(c) {
			all = append(all, c)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return all
}

// disjunction holds where one holds.
func disjunction(of []Condition) Condition {
	any := Some{}
	for _, c := range of {
		if holds(c) {
			return Every{}
		}
		if !fails(c) {
			any = append(any, c)
		}
	}
	if len(any) == 1 {
		return any[0]
	}
	return any
}

// negation holds where c fails.
func negation(c Condition) Condition {
	switch {
	case holds(c):
		return Some{}
	case fails(c):
		return Every{}
	}
	return Not{c}
}

// holds says whether a condition holds of every subject, as can be seen of itself.
func holds(c Condition) bool {
	switch c := c.(type) {
	case nil:
		return true
	case Every:
		return len(c) == 0
	case OnNode:
		return holds(c.Where)
	case OnRelation:
		return holds(c.Where)
	}
	return false
}

// fails says whether a condition fails of every subject.
func fails(c Condition) bool {
	switch c := c.(type) {
	case Some:
		return len(c) == 0
	case OnNode:
		return fails(c.Where)
	case OnRelation:
		return fails(c.Where)
	case Linked:
		return fails(c.Where)
	case Cited:
		return fails(c.Where)
	}
	return false
}
