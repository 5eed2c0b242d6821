package tagger

import (
	"bufio"
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
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

// newWeights lays out the votes of features, given in ascending order.
func newWeights(features []uint32, votes [][]vote) weights {
	size := bits.Len(uint(2*len(features) + 1))
	w := weights{slots: make([]slot, 1<<size), shift: 32 - size}
	mask := uint32(len(w.slots) - 1)
	for n, f := range features {
		i := spread(f, w.shift)
		for w.slots[i].count != 0 {
			i = (i + 1) & mask
		}
		w.slots[i] = slot{feature: f, at: uint32(len(w.votes)), count: uint32(len(votes[n]))}
		w.votes = append(w.votes, votes[n]...)
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

const mostFeatures = 1 << 22

// Decode reads a tagger that Encode wrote and refuses any other bytes.
func Decode(in io.Reader) (*Tagger, error) {
	raw := bufio.NewReader(flate.NewReader(in))
	n, err := binary.ReadUvarint(raw)
	if err != nil || n > mostFeatures {
		return nil, fmt.Errorf("read weights: no count of features at their start (%d): %w", n, unexpected(err))
	}
	features, votes := make([]uint32, n), make([][]vote, n)
	last := uint64(0)
	for i := range features {
		step, err := binary.ReadUvarint(raw)
		if last += step; err != nil || last > 1<<32-1 {
			return nil, fmt.Errorf("read weights: feature %d of %d: %w", i, n, unexpected(err))
		}
		features[i] = uint32(last)
	}
	for i := range votes {
		if votes[i], err = readVotes(raw); err != nil {
			return nil, fmt.Errorf("read weights: votes of feature %d of %d: %w", i, n, err)
		}
	}
	if _, err := raw.ReadByte(); err != io.EOF {
		return nil, fmt.Errorf("read weights: no end after %d features: %w", n, unexpected(err))
	}
	return &Tagger{newWeights(features, votes)}, nil
}

func readVotes(raw *bufio.Reader) ([]vote, error) {
	count, err := raw.ReadByte()
	if err != nil || count == 0 {
		return nil, unexpected(err)
	}
	votes := make([]vote, count)
	for i := range votes {
		var pair [2]byte
		if _, err := io.ReadFull(raw, pair[:]); err != nil || Tag(pair[0]) >= tagCount {
			return nil, unexpected(err)
		}
		votes[i] = vote{Tag(pair[0]), int8(pair[1])}
	}
	return votes, nil
}

// unexpected is what is wrong where reading failed, or went well and gave nothing that Encode writes.
func unexpected(err error) error {
	if err == nil || err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
