package text

import "strings"

// pastThose is behind what tells in passing who somebody is that stands before k, and behind a further one who is joined to that one: "and
// Y and Z to seven years".
func (d *divider) pastThose(groups []int, k int) int {
	k = d.pastTold(groups, k)
	if k > 0 && d.stand(groups, k, Conjunction, NounGroup) && d.person(groups[k-1]) && d.person(groups[k+1]) {
		return d.pastTold(groups, k+2)
	}
	return k
}

// pastTold is behind what tells between commas from k on, in the groups of a clause, who somebody right before it is, ", a trader from
// Klina,", or behind both commas of a clause of its own that does; k where nothing does.
func (d *divider) pastTold(groups []int, k int) int {
	if k > 0 && d.stand(groups, k-1, NounGroup, Comma, Comma) && d.Groups[groups[k+1]].Low == "," { // "X, who owns a mill, to"
		return k + 2
	}
	if at := d.pastDescription(groups, k); at > k {
		return at
	}
	if k < 1 || !d.stand(groups, k-1, NounGroup, Comma, NounGroup) || !d.anybody(groups[k-1]) || !d.anybody(groups[k+1]) {
		return k
	}
	for at := k + 2; d.stand(groups, at, Comma) || d.stand(groups, at, Preposition, NounGroup); at += 2 {
		if d.Groups[groups[at]].Kind == Comma {
			return at + 1
		}
	}
	return k
}

// pastDescription is behind the comma that ends what a name at k-1 has taken along that tells who it is, and what hangs on that: "X, the
// head of a mill,".
func (d *divider) pastDescription(groups []int, k int) int {
	if k < 1 || !d.stand(groups, k-1, NounGroup) || !d.person(groups[k-1]) {
		return k
	}
	_, told, described := strings.Cut(d.Tokens[d.Groups[groups[k-1]].Head].Text, ", ")
	if !described || strings.HasSuffix(told, ",") {
		return k
	}
	at := k
	for d.stand(groups, at, Preposition, NounGroup) && oneOf(d.Groups[groups[at]].Low, "of", "for") {
		at += 2
	}
	if at == k || !d.stand(groups, at, Comma) {
		return k
	}
	return at + 1
}
