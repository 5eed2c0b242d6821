package lexicon

import "cmp"

// common finds the bodies that small letters name after the body whose they are: "CIS peacekeeping force", "United Nations country team".
func (n *Names) common(text string, ps []piece) []piece {
	f := n.gazetteer.forms
	for i := 0; i+1 < len(ps); i++ {
		if !ps[i].isBody() || ps[i].entity.Kind != "INTERNATIONAL_ORGANIZATION" {
			continue
		}
		for to := min(i+3, len(ps)-1); to > i+1; to-- {
			if ps[i+1].gap != " " || !small(ps[i+1:to+1]) || !f.is("Common", phrase(text[ps[i+1].from:ps[to].to])) {
				continue
			}
			written, kind := text[ps[i].from:ps[to].to], cmp.Or(f.pairs[ps[to-1].folded+" "+ps[to].folded], f.heads[ps[to].folded], "OTHER")
			e := n.named("Organization", kind, written, "")
			if f.is("Alone", phrase(written)) && n.country != nil {
				e = n.ofPlace("Organization", kind, written, n.country, "")
			}
			ps = join(ps, i, to, e)
			break
		}
	}
	return ps
}

// small says whether pieces are words of small letters with nothing but blanks or hyphens between.
func small(ps []piece) bool {
	for i, p := range ps {
		if p.entity != nil || p.cap || i > 0 && !p.beside() {
			return false
		}
	}
	return true
}
