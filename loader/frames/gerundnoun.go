package frames

import (
	"slices"
	"strings"

	"councilgraph/loader/text"
)

// gerund are the frames of a verb of which a noun group makes a noun, by its gerund behind "the" or an owner, and "of" and somebody known
// to whom it is done, "the arresting of X", "EULEX's freeing of X", "the handing over of X", or who does it, where it is done to nobody:
// "the stepping down of X". Of several, those that take more words with the verb, and no fewer than longest.
func (r *run) gerund(g, longest int) (all []*Frame) {
	if t := r.head(g); t.Kind != text.Word || !strings.HasSuffix(t.Low, "ing") || !r.definite(g) {
		return nil
	}
	for _, v := range r.set.verbs(r.head(g).Low) {
		if n := len(v.phrase.With); n >= longest && r.undergone(g, v) {
			if n > longest {
				all, longest = nil, n
			}
			all = append(all, v.frame)
		}
	}
	return all
}

// undergone says that the words that go with a verb stand right behind its gerund, and behind "of" somebody known to whom its frame has
// something done, or who does something to nobody.
func (r *run) undergone(g int, v verbPhrase) bool {
	if v.frame.Except != nil || r.notWith(&r.s.Clauses[r.s.In[g]], v.frame) || len(v.phrase.With) > 0 && !r.wordsAt(r.s.Groups[g].Head+1, v.phrase.With) {
		return false
	}
	o := occurrence{frame: v.frame, clause: r.s.In[g], group: g, noun: true, object: -1}
	transitive := slices.ContainsFunc(v.frame.Roles, func(role *Role) bool { return role.As == "object" })
	return slices.ContainsFunc(v.frame.Roles, func(role *Role) bool {
		if role.As != "object" && (transitive || role.As != "subject") || !role.person() || !slices.Contains(role.Or, "of") {
			return false
		}
		f := r.attached(o, role, []string{"of"})
		return f != nil && len(f.entities) > 0
	})
}
