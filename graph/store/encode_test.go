package store

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var odd = []string{"", "a b", `"\/`, "<a&b>", "é\u2028", "\x00\x1f\x7f", "\xff", "𝄞"}

// What is kept is what encoding/json writes, whatever stands in it, and reads as what it was.
func TestEncode(t *testing.T) {
	properties := map[string]any{"n": int64(-5), "f": 0.1, "yes": true}
	var names []Name
	for i, text := range odd {
		properties["p"+text] = text
		if text != "\xff" { // Check refuses it
			names = append(names, Name{text, i%2 == 0, i%3 == 0})
		}
	}
	if want, err := json.Marshal(properties); err != nil || EncodeProperties(properties) != string(want) {
		t.Errorf("got %s\nwant %s %v", EncodeProperties(properties), want, err)
	}
	var got []Name
	if err := json.Unmarshal([]byte(EncodeNames(names)), &got); err != nil || !cmp.Equal(got, names) {
		t.Errorf("got %v\nwant %v %v", got, names, err)
	}
}

// A quote stands where its code points do, and only whole ones.
func TestStandsAt(t *testing.T) {
	const text = "aé𝄞b"
	runes := []rune(text)
	for start := range runes {
		for end := start + 1; end <= len(runes)+1; end++ {
			for _, quote := range []string{"a", "aé", "é", "\xc3", "é𝄞b", "b", "𝄞b", text, "a\xc3", ""} {
				want := end <= len(runes) && string(runes[start:end]) == quote
				if standsAt(text, start, end, quote) != want {
					t.Errorf("%q at %d to %d: %v", quote, start, end, !want)
				}
			}
		}
	}
}
