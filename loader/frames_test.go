package loader

import (
	"strings"
	"testing"

	"councilgraph/loader/text"
)

// Each frame tells something of the sentences that it says it tells of, and nothing of the others.
func TestFramesTellWhatTheySay(t *testing.T) {
	_, rules := rulesFor(t)
	calendar := text.Calendar{Period: text.Interval{From: "2019-04-01", To: "2019-06-30"}, Date: "2019-07-12"}
	for _, frame := range rules.frames.Frames {
		told := func(sentence string) bool {
			var b strings.Builder
			for _, f := range rules.explain(sentence, calendar, &b) {
				if f.Rule == frame.Name {
					return true
				}
			}
			return false
		}
		for _, sentence := range frame.Says {
			if !told(sentence) {
				t.Errorf("frame %s tells nothing of: %s", frame.Name, sentence)
			}
		}
		for _, sentence := range frame.SaysNot {
			if told(sentence) {
				t.Errorf("frame %s tells something of: %s", frame.Name, sentence)
			}
		}
	}
}
