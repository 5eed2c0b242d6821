package graph

import (
	"io"
	"strings"
	"testing"

	"councilgraph/graph/store"
	"councilgraph/graph/store/storetest"
)

// TestExportOverHTTP: an export has its type and a name; what is wrong with a request is said as GraphQL says it.
func TestExportOverHTTP(t *testing.T) {
	version := "1"
	var held store.Store
	url := serveWeb(t, &version, func(c *Serving) {
		held = storetest.NewOracle(c.Ontology)
		if _, err := held.Write(t.Context(), storetest.Corpus(c.Ontology), store.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
		c.Store = held
	})
	answer := get(t, "GET", url+"/export?format=graphml&of=kfor", "Accept-Encoding", "identity")
	body, _ := io.ReadAll(answer.Body)
	isGraphML := answer.Header.Get("Content-Type") == "application/graphml+xml" && strings.HasSuffix(string(body), "</graphml>\n")
	isNamed := strings.Contains(answer.Header.Get("Content-Disposition"), `"councilgraph.graphml"`)
	if answer.StatusCode != 200 || !isGraphML || !isNamed {
		t.Errorf("%d %v %.300s", answer.StatusCode, answer.Header, body)
	}
	for query, says := range map[string]string{"": "GRAPHQL_VALIDATION_FAILED", "?format=csv&of=nobody": "BAD_USER_INPUT", "?format=csv&of=kfor&depth=9": "BAD_USER_INPUT"} {
		answer := get(t, "GET", url+"/export"+query)
		if body, _ := io.ReadAll(answer.Body); answer.StatusCode != 400 || !strings.Contains(string(body), says) {
			t.Errorf("%s: %d %s", query, answer.StatusCode, body)
		}
	}
	if answer := get(t, "GET", url+"/export?format=csv", "Sec-Fetch-Site", "cross-site"); answer.StatusCode != 403 {
		t.Errorf("from a page elsewhere: %d", answer.StatusCode)
	}
}
