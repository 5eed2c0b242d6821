package plan

// Start parts a condition that can hold of a few nodes or relations only, as can be seen of itself: one part says their ids, their names
// or keys (Compare.Few), or leads along relations to such nodes, so that a store finds all that it holds of from there, however many
// there are of which it could. The condition holds where start and rest hold. ok is false where there is no such part.
func Start(c Condition) (start, rest Condition, ok bool) {
	switch c := c.(type) {
	case Compare:
		return c, Every{}, c.Few
	case OnNode:
		start, rest, ok = Start(c.Where)
		return OnNode{start}, onNode(rest), ok
	case OnRelation:
		start, rest, ok = Start(c.Where)
		return OnRelation{start}, onRelation(rest), ok
	case Every:
		best, least := -1, farthest
		for i, part := range c {
			if steps := StepsToStart(part); steps < least {
				best, least = i, steps
			}
		}
		if best < 0 {
			return nil, nil, false
		}
		start, rest, _ = Start(c[best])
		others := []Condition{rest}
		for i, part := range c {
			if i != best {
				others = append(others, part)
			}
		}
		return start, conjunction(others), true
	case Related, Linked, Cited:
		return c, Every{}, StepsToStart(c) < farthest
	}
	return nil, nil, false
}

func onNode(c Condition) Condition {
	if holds(c) {
		return Every{}
	}
	return OnNode{c}
}

func onRelation(c Condition) Condition {
	if holds(c) {
		return Every{}
	}
	return OnRelation{c}
}

// farthest is more steps than any filter takes.
const farthest = 1 << 20

// StepsToStart is how many steps along relations the nearest such part is away; farthest where there is none.
func StepsToStart(c Condition) int {
	within := func(c Condition) int { return min(StepsToStart(c)+1, farthest) }
	switch c := c.(type) {
	case Compare:
		if c.Few {
			return 0
		}
	case OnNode:
		return StepsToStart(c.Where)
	case OnRelation:
		return StepsToStart(c.Where)
	case Every:
		least := farthest
		for _, part := range c {
			least = min(least, StepsToStart(part))
		}
		return least
	case Related:
		if c.Op == Gte && c.Count == 1 {
			if start, _, ok := StartFar(c.Where); ok {
				return within(start)
			}
		}
	case Linked:
		return within(c.Where)
	case Cited:
		if report := Reported(c.Where); report != nil {
			return within(report)
		}
	}
	return farthest
}

// StartFar is Start of what a condition of a row asks of its far node.
func StartFar(row Condition) (start, rest Condition, ok bool) {
	far, others := []Condition{}, []Condition{}
	all, several := row.(Every)
	if !several {
		all = Every{row}
	}
	for _, part := range all {
		if of, ok := part.(OnNode); ok {
			far = append(far, of.Where)
		} else {
			others = append(others, part)
		}
	}
	start, rest, ok = Start(conjunction(far))
	return start, conjunction(append(others, onNode(rest))), ok
}

// Reported is what a condition of a piece of evidence asks of its report; nil where it asks nothing.
func Reported(c Condition) Condition {
	switch c := c.(type) {
	case Linked:
		if c.Via == ViaReport {
			return c.Where
		}
	case Every:
		for _, part := range c {
			if report := Reported(part); report != nil {
				return report
			}
		}
	}
	return nil
}
