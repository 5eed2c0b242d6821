package tagger

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/bits"
	"slices"
	"sync"
)

//go:embed weights.bin
var embedded []byte

// Default is the tagger learnt from reports, whose weights are part of the program.
var Default = sync.OnceValue(func() *Tagger {
	t, err := Decode(bytes.NewReader(embedded))
	if err != nil {
		panic(fmt.Sprintf("tagger: weights.bin, part of this program: %v; make it anew with go run ./loader/text/tagger/train", err))
	}
	return t
})

// weights says how much each feature speaks for each tag.
type weights struct {
	slots []slot // open addressing by the feature's hash, at most half full
	votes []vote // those of one feature stand together
	shift int
}

type slot struct {
	feature uint32
	at      uint32 // of the first vote
	count   uint32 // 0: the slot is free
}

type vote struct {
	tag    Tag
	weight int8
}

// best is the tag that the features speak most for; of equals NN, or else the first.
func (w *weights) best(features []uint32) Tag {
	var scores [tagCount]int32
	for _, f := range features {
		for _, v := range w.find(f) {
			scores[v.tag] += int32(v.weight)
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

func (w *weights) find(feature uint32) []vote {
	mask := uint32(len(w.slots) - 1)
	for i := spread(feature, w.shift); ; i = (i + 1) & mask {
		s := &w.slots[i]
		if s.count == 0 {
			return nil
		}
		if s.feature == feature {
			return w.votes[s.at : s.at+s.count]
		}
	}
}

func spread(feature uint32, shift int) uint32 { return feature >> shift }

// newWeights lays out features, given in ascending order, and their votes: counts[i] of them for the i-th feature, one after another.
func newWeights(features []uint32, counts []uint8, votes []vote) weights {
	size := bits.Len(uint(2*len(features) + 1))
	w := weights{slots: make([]slot, 1<<size), votes: votes, shift: 32 - size}
	mask, at := uint32(len(w.slots)-1), uint32(0)
	for n, f := range features {
		i := spread(f, w.shift)
		for w.slots[i].count != 0 {
			i = (i + 1) & mask
		}
		w.slots[i] = slot{feature: f, at: at, count: uint32(counts[n])}
		at += uint32(counts[n])
	}
	return w
}

// Encode writes the weights, the same bytes for the same weights. Decode reads them again.
func (t *Tagger) Encode(out io.Writer) error {
	packed, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return err
	}
	used := slices.DeleteFunc(slices.Clone(t.weights.slots), func(s slot) bool { return s.count == 0 })
	slices.SortFunc(used, func(a, b slot) int { return int(int64(a.feature) - int64(b.feature)) })
	var raw []byte
	raw = binary.AppendUvarint(raw, uint64(len(used)))
	last := uint32(0)
	for _, s := range used {
		raw = binary.AppendUvarint(raw, uint64(s.feature-last))
		last = s.feature
	}
	for _, s := range used {
		raw = append(raw, byte(s.count))
		for _, v := range t.weights.votes[s.at : s.at+s.count] {
			raw = append(raw, byte(v.tag), byte(v.weight))
		}
	}
	if _, err := packed.Write(raw); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return packed.Close()
}

// mostBytes bounds what is unpacked, so that a few bytes cannot ask for all memory.
const mostBytes = 1 << 26

// Decode reads a tagger that Encode wrote and refuses any other bytes.
func Decode(in io.Reader) (*Tagger, error) {
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(in), mostBytes))
	if err != nil {
		return nil, fmt.Errorf("unpack weights: %w", err)
	}
	n, size := binary.Uvarint(raw)
	if size <= 0 || n > uint64(len(raw)) {
		return nil, fmt.Errorf("read weights: no count of features at their start")
	}
	raw = raw[size:]
	features, last := make([]uint32, n), uint64(0)
	for i := range features {
		step, size := binary.Uvarint(raw)
		if size <= 0 || step > math.MaxUint32-last {
			return nil, fmt.Errorf("read weights: feature %d of %d is cut or too large", i, n)
		}
		raw, last = raw[size:], last+step
		features[i] = uint32(last)
	}
	counts, votes, err := readVotes(raw, int(n))
	if err != nil {
		return nil, err
	}
	return &Tagger{newWeights(features, counts, votes)}, nil
}

func readVotes(raw []byte, features int) ([]uint8, []vote, error) {
	counts, votes := make([]uint8, features), make([]vote, 0, len(raw)/2)
	for i := range counts {
		if len(raw) == 0 || raw[0] == 0 || len(raw) < 1+2*int(raw[0]) {
			return nil, nil, fmt.Errorf("read weights: the votes of feature %d of %d are cut", i, features)
		}
		count := int(raw[0])
		for v := 1; v < 1+2*count; v += 2 {
			if Tag(raw[v]) >= tagCount {
				return nil, nil, fmt.Errorf("read weights: feature %d of %d votes for tag %d, which is none", i, features, raw[v])
			}
			votes = append(votes, vote{Tag(raw[v]), int8(raw[v+1])})
		}
		counts[i], raw = uint8(count), raw[1+2*count:]
	}
	if len(raw) > 0 {
		return nil, nil, fmt.Errorf("read weights: %d bytes after the last of %d features", len(raw), features)
	}
	return counts, votes, nil
}
