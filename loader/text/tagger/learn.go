package tagger

import (
	"math/rand/v2"
	"slices"
)

// Example is a sentence with its right tags.
type Example struct {
	Words []Token
	Tags  []Tag
}

// Learn makes a tagger from examples, read in an order drawn from the seed in each round.
// The same examples, rounds and seed always make the same tagger.
func Learn(examples []Example, rounds int, seed uint64) *Tagger {
	l := learner{at: map[uint32]int{}}
	draw := rand.New(rand.NewPCG(seed, seed))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for range rounds {
		draw.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.learn(examples[i])
		}
	}
	return &Tagger{l.weights()}
}

// learner holds the weights while they change. All are whole numbers, so that no rounding depends on the machine.
type learner struct {
	reader
	at    map[uint32]int // a feature's place in rows
	rows  [][]score
	clock int64 // words weighed so far
}

// score is the weight of one feature for one tag, and the sum of it over the time until it last changed.
type score struct {
	tag    Tag
	weight int32
	sum    int64
	since  int64
}

// learn tags a sentence with the weights of now and moves them towards the right tag wherever they chose another.
func (l *learner) learn(e Example) {
	l.begin(e.Words)
	for i, t := range e.Words {
		tag, settled := fixedTag(t)
		if !settled {
			features := l.features(i)
			tag = l.best(features)
			l.clock++
			if right := e.Tags[i]; tag != right {
				for _, f := range features {
					l.move(f, right, 1)
					l.move(f, tag, -1)
				}
			}
		}
		l.settle(i, tag)
	}
}

func (l *learner) best(features []uint32) Tag {
	var scores [tagCount]int32
	for _, f := range features {
		if row, ok := l.at[f]; ok {
			for _, s := range l.rows[row] {
				scores[s.tag] += s.weight
			}
		}
	}
	best := NN
	for t, s := range scores {
		if s > scores[best] {
			best = Tag(t)
		}
	}
	return best
}

func (l *learner) move(feature uint32, tag Tag, by int32) {
	row, ok := l.at[feature]
	if !ok {
		row = len(l.rows)
		l.at[feature] = row
		l.rows = append(l.rows, nil)
	}
	i := slices.IndexFunc(l.rows[row], func(s score) bool { return s.tag == tag })
	if i < 0 {
		i = len(l.rows[row])
		l.rows[row] = append(l.rows[row], score{tag: tag, since: l.clock})
	}
	s := &l.rows[row][i]
	s.sum += int64(s.weight) * (l.clock - s.since)
	s.since = l.clock
	s.weight += by
}

// Averages are kept in steps of 1/perPoint of a point, up to the most that fits a byte; those below smallest steps are left out.
const (
	perPoint = 8
	smallest = 2
)

// weights are the averages over all the time of learning, in one byte each.
func (l *learner) weights() weights {
	features := make([]uint32, 0, len(l.at))
	for f := range l.at {
		features = append(features, f)
	}
	slices.Sort(features)
	kept, counts, votes := features[:0], []uint8{}, []vote{}
	for _, f := range features {
		if v := l.votes(l.rows[l.at[f]]); len(v) > 0 {
			kept, counts, votes = append(kept, f), append(counts, uint8(len(v))), append(votes, v...)
		}
	}
	return newWeights(kept, counts, votes)
}

func (l *learner) votes(row []score) []vote {
	var votes []vote
	for _, s := range row {
		sum := s.sum + int64(s.weight)*(l.clock-s.since)
		steps := min(max(sum*perPoint/l.clock, -128), 127)
		if steps >= smallest || steps <= -smallest {
			votes = append(votes, vote{s.tag, int8(steps)})
		}
	}
	slices.SortFunc(votes, func(a, b vote) int { return int(a.tag) - int(b.tag) })
	return votes
}
