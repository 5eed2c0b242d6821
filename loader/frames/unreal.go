package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// fancied says that a clause tells what is so in a play, a scenario or a dream only, or of somebody or something that is made up: "in the
// film, a judge is arrested", "a mock session at which they elected X".
func (r *run) fancied(c int) bool {
	for c >= 0 {
		clause := &r.s.Clauses[c]
		attached := slices.ContainsFunc(clause.Attached, func(a text.Attachment) bool {
			return slices.ContainsFunc(a.Phrases, func(p text.Phrase) bool { return r.feigned(p.Group) || amid[a.Prep] && r.tale(p) })
		})
		told := clause.Verb >= 0 && text.IsAny(r.s.Groups[clause.Verb].Low, depicts) && len(clause.Subject) > 0 && r.tale(clause.Subject[0])
		whom := clause.Subject
		if clause.Kind == text.RelativeClause { // a mock trial that somebody holds is held
			whom = slices.Concat(whom, clause.Object)
		}
		invented := slices.ContainsFunc(whom, func(p text.Phrase) bool { return r.feigned(p.Group) })
		if attached || told || invented || r.enacts(clause) {
			return true
		}
		if clause.Parent >= 0 && clause.Marker == "" && !clause.Comma {
			if v := r.s.Clauses[clause.Parent].Verb; v >= 0 && v < clause.Verb && text.IsAny(r.s.Groups[v].Low, dreams) {
				return true // "dreamed of KFOR releasing X"
			}
		}
		if clause.Kind == text.RelativeClause && (clause.Comma || clause.Marker != "") && !strings.Contains(clause.Marker, " ") {
			return false
		}
		c = clause.Parent
	}
	return false
}

// tale says that a phrase is of a work of fiction, or of a play at something: "in the last scene of the film".
func (r *run) tale(p text.Phrase) bool {
	return slices.ContainsFunc(append([]int{p.Group}, p.Of...), func(g int) bool {
		head := r.s.Groups[g].Head
		noun := text.Singular(r.s.Groups[g].Low)
		return r.head(g).Kind == text.Word && (tales[noun] || head > 0 && tales[r.s.Tokens[head-1].Low+" "+noun])
	})
}

// feigned says that a word before a noun tells that there is no such thing or person: "a simulated attack". Of a drill it only tells how it is done.
func (r *run) feigned(g int) bool {
	group := &r.s.Groups[g]
	return group.Kind == text.NounGroup && r.modified(g, feigned) && !drills[text.Singular(group.Low)]
}

// modified says that a word of a class stands before the head of a noun group.
func (r *run) modified(g int, class map[string]bool) bool {
	group := &r.s.Groups[g]
	return slices.ContainsFunc(r.s.Tokens[group.From:group.Head], func(t text.Token) bool { return class[t.Low] })
}

// enacts says that a clause tells, somewhere within it, whose part somebody plays: "arrested X, who played the robber".
func (r *run) enacts(clause *text.Clause) bool {
	return slices.ContainsFunc(r.s.Clauses, func(inner text.Clause) bool {
		if inner.Kind != text.RelativeClause || inner.Parent < 0 || &r.s.Clauses[inner.Parent] != clause || inner.Verb < 0 {
			return false
		}
		part := inner.Object
		if r.s.Groups[inner.Verb].Verb.Passive {
			part = inner.Subject
		}
		if len(part) == 0 || !text.IsAny(r.s.Groups[inner.Verb].Low, plays) {
			return false
		}
		whom := r.head(part[0].Group)
		return whom.Kind != text.Name && text.Animate(whom.Low)
	})
}

// titled says that a token is of a title in quotation marks, which names something and tells nothing: “The Arrest of X”.
func (r *run) titled(token int) bool {
	t := &r.s.Tokens[token]
	if t.Kind != text.Word || t.Text == t.Low {
		return false
	}
	return r.inMarks(token)
}

// inMarks says that quotation marks stand open before a token.
func (r *run) inMarks(token int) bool {
	open := false
	for i := range r.s.Tokens[:token] {
		switch r.s.Tokens[i].Text {
		case "“", "«", "„":
			open = true
		case "”", "»":
			open = false
		case `"`:
			open = !open
		}
	}
	return open
}
