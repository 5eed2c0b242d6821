package graph

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"councilgraph/graph/plan"
)

// A line for each request says who asked what, what it cost and what came of it, and never the query's own words.
func TestAudit(t *testing.T) {
	url, log := serveFake(t, nil, func(context.Context) (plan.Value, error) {
		return []plan.Value{[]plan.Value{int64(0), "n111111111111111111111111", "Secret Name", []plan.Value{"Person", "Secret Name"}}}, nil
	})
	ask := func(body string) string {
		log.Reset()
		send(t, url, body)
		return log.String()
	}
	named, _ := json.Marshal(map[string]any{"query": `query Who { person(id: "n111111111111111111111111") { name } }`, "operationName": "Who"})
	line, hash := ask(string(named)), documentHash(`query Who { person(id: "n111111111111111111111111") { name } }`)[:16]
	for _, want := range []string{"operation=Who", "hash=" + hash, "rows=1", "status=200", "cost=1"} {
		if !strings.Contains(line, want) {
			t.Errorf("an answer, without %s: %s", want, line)
		}
	}
	for _, not := range []string{"bytes=0", "Secret", "codes"} {
		if strings.Contains(line, not) {
			t.Errorf("an answer, with %s: %s", not, line)
		}
	}
	for body, code := range map[string]string{
		"": "GRAPHQL_VALIDATION_FAILED", query("{"): "GRAPHQL_PARSE_FAILED", query("{ x }"): "GRAPHQL_VALIDATION_FAILED",
		query(`{ persons(first: -1) { totalCount } }`): plan.BadUserInput,
	} {
		if line := ask(body); !strings.Contains(line, "codes=["+code+"]") {
			t.Errorf("%s: %s", body, line)
		}
	}
	r, err := http.Get(url + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var b strings.Builder
	_ = r.Write(&b)
	for _, want := range []string{
		`councilgraph_errors_total{code="BAD_USER_INPUT"} 1`, `councilgraph_requests_total{status="200"} 2`,
		"councilgraph_answer_bytes_total ", "councilgraph_requests_waiting 0", "go_goroutines ", "process_resident_memory_bytes ",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the metrics have no %s", want)
		}
	}
}
