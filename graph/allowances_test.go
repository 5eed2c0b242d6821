package graph

import (
	"context"
	"strings"
	"testing"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// A short value becomes a long answer by its aliases.
func TestAnswersAreBounded(t *testing.T) {
	text := strings.Repeat("x", 10_000)
	long := func(context.Context) (plan.Value, error) {
		return []plan.Value{[]plan.Value{int64(0), "paragraph:1", nil, []plan.Value{"Paragraph", text}}}, nil
	}
	aliases := `paragraph(id: "paragraph:1") { ` + many(45, "t%d: text ") + `}`
	limited := func(l *Limits) { l.Answer = 550_000 }
	url, _ := serveFake(t, limited, long)
	if status, answer, code := send(t, url, query("{ "+aliases+"}")); status != 200 || code != "" || len(answer) < 450_000 {
		t.Errorf("an answer below the limit: %d %s, %d bytes", status, code, len(answer))
	}
	_, answer, code := send(t, url, query("{ "+aliases+" b: "+aliases+"}"))
	if code != codeTooLarge || len(answer) > 550_000 || !strings.Contains(answer, "550000 bytes") {
		t.Errorf("two of them: %s, %d bytes: %.300s", code, len(answer), answer)
	}
	few := func(l *Limits) { l.Answer = 1000 }
	url, _ = serveFake(t, few, long)
	if _, answer, code := send(t, url, query("{ b: "+aliases+"}")); code != codeTooLarge || !strings.Contains(answer, `"b: the answer`) || !strings.Contains(answer, `"data":{"b":null}`) {
		t.Errorf("above the limit: %.300s", answer)
	}
	none := func(context.Context) (plan.Value, error) { return nil, store.ErrOutOfMemory }
	url, _ = serveFake(t, limited, none)
	if _, answer, code := send(t, url, query("{ "+aliases+"}")); code != codeTooLarge || !strings.Contains(answer, "memory") || strings.Contains(answer, "bytes") {
		t.Errorf("of a database without memory for it: %.300s", answer)
	}
}
