package text

// besides says that a comma, or a bracket, at i ends what clause c tells in passing of somebody, or of a body or a place, beside whom or
// which a conjunction behind it puts a further one: "arrested X, who owns a mill, and his brother, Y". Where what is told in passing speaks
// of such itself, that may be what the further one stands beside: "X, who had met Y, and Z".
func (d *divider) besides(i, c int) bool {
	for d.Clauses[c].Kind != RelativeClause && d.Clauses[c].Kind != Main && d.Clauses[c].Parent >= 0 { // "who owns a mill and wants to sell it"
		c = d.Clauses[c].Parent
	}
	told := &d.Clauses[c]
	if told.Kind != RelativeClause || told.Governor < 1 || !d.has(told.Parent) || i+2 >= len(d.Groups) || d.Groups[i+1].Kind != Conjunction || d.doesMore(i+2) {
		return false
	}
	if !told.Comma && d.Groups[told.Governor-1].Kind != Comma { // "X, a trader who owns a mill, and"
		return false
	}
	such := d.anybody
	if !such(told.Governor) {
		such = d.unliving
	}
	if !such(told.Governor) || !such(i+2) {
		return false
	}
	first := told.Groups[0]
	if d.Groups[first-1].Low == "(" {
		return d.Groups[i].Low == ")"
	}
	for g := first + 1; g < i; g++ {
		if such(g) {
			return false
		}
	}
	return true
}

// doesMore says that a finite verb tells what is done by whom a group stands for, be it behind what is told of them in passing: "and his
// brother, X, who lives in Klina, was released".
func (d *divider) doesMore(g int) bool {
	if v, free := d.nextVerb(g); v >= 0 && (!free || d.Groups[v].Verb.Form == Finite) {
		return true
	}
	for ; g < len(d.Groups) && d.Groups[g].Kind != Break; g++ {
		if d.Groups[g].Kind != Relative {
			continue
		}
		for ; g+1 < len(d.Groups) && d.Groups[g].Kind != Break; g++ {
			if d.Groups[g].Kind == Comma && d.Groups[g+1].Kind == VerbGroup && d.Groups[g+1].Verb.Form == Finite {
				return true
			}
		}
	}
	return false
}

// anybody says that a group names somebody, or is a noun of people or an office.
func (s *Sentence) anybody(g int) bool {
	return s.Groups[g].Kind == NounGroup && (s.person(g) || s.living(g) || s.Tokens[s.Groups[g].Head].Kind == Office)
}

// unliving says that a group names a body or a place.
func (s *Sentence) unliving(g int) bool {
	return s.Groups[g].Kind == NounGroup && s.name(g) != nil && !s.person(g)
}
