package frames

import "councilgraph/loader/lexicon"

// inTurn are the fillers of a role one by one. With "respectively", each member of its list has a place of its own, and one whom the text does not
// name is nobody: "X and his driver were convicted by the courts of A and B, respectively".
func (w *writer) inTurn(name string) (each [][]*lexicon.Entity) {
	if w.halfNamed(name) {
		return w.roles[name].each
	}
	for _, e := range w.entities(name) {
		each = append(each, []*lexicon.Entity{e})
	}
	return each
}

// pairs says that two lists are told in pairs: "X and Y were convicted by the courts of A and B, respectively".
func (w *writer) pairs(a, b int) bool { return a > 1 && a == b && w.says("respectively") }

// halfNamed says that, with "respectively", a role names fewer than its list has: "X and Y gave books to the Kosovo Police and a school,
// respectively".
func (w *writer) halfNamed(name string) bool {
	f := w.roles[name]
	return f != nil && len(f.each) > max(1, len(f.entities)) && w.says("respectively")
}
