package loader

import "testing"

// TestExamples: each frame tells something of the sentences that it says it tells of, and nothing of the others; and each frame that writes
// has both.
func TestExamples(t *testing.T) {
	_, rules := rulesFor(t)
	faults, read := rules.Examples()
	for _, fault := range faults {
		t.Error(fault)
	}
	if read < len(rules.frames.Frames) {
		t.Errorf("%d frames carry %d sentences", len(rules.frames.Frames), read)
	}
}
