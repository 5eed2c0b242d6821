package graph

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// TestLiterals: a literal is held to its type as a variable is.
func TestLiterals(t *testing.T) {
	address, _ := serveFake(t, nil, none)
	for literal, says := range map[string]string{
		"{ persons(first: 3) { __typename } }":                                                            "",
		"{ persons(first: null) { __typename } }":                                                         "",
		"{ persons(first: {}) { __typename } }":                                                           "{} is no value of the type Int.",
		"{ persons(first: [3]) { __typename } }":                                                          "[3] is no value of the type Int.",
		"{ persons(first: 2147483648) { __typename } }":                                                   "2147483648 is no value of the type Int.",
		"{ persons(first: 99999999999999999999) { __typename } }":                                         "is no value of the type Int.",
		"{ persons(first: 1.0) { __typename } }":                                                          "1.0 is no value of the type Int.",
		"{ resolution(number: 9999999999) { id } }":                                                       "is no value of the type Int.",
		"{ observations(where: {value: {gt: 3}}) { __typename } }":                                        "",
		"{ observations(where: {value: {gt: 99999999999999999999999}}) { __typename } }":                  "",
		"{ observations(where: {value: {gt: 1e400}}) { __typename } }":                                    "1e400 is no value of the type Float.",
		"query($f: Float = 1e400) { observations(where: {value: {gt: $f}}) { __typename } }":              "1e400 is no value of the type Float.",
		"{ nodes(ids: 1) { id } }":                                                                        "",
		"{ nodes(ids: [1, \"a\"]) { id } }":                                                               "",
		"{ nodes(ids: [99999999999999999999]) { id } }":                                                   "is no value of the type ID!.",
		"{ nodes(ids: [[1]]) { id } }":                                                                    "[1] is no value of the type ID!.",
		"{ nodes(ids: [null]) { id } }":                                                                   "null is no value of the type ID!.",
		"{ node(id: A) { id } }":                                                                          "A is no value of the type ID!.",
		"{ persons(asOf: 20201104) { __typename } }":                                                      "20201104 is no value of the type Date.",
		"{ persons(where: \"x\") { __typename } }":                                                        "is no value of the type PersonWhere.",
		"{ persons(where: {nme: {eq: \"x\"}}) { __typename } }":                                           `Did you mean \"name\" or`,
		"{ events(where: {eventKind: {eq: ARREST}}) { __typename } }":                                     "",
		"{ events(where: {eventKind: {eq: \"ARREST\"}}) { __typename } }":                                 "is no value of the type EventKind.",
		"{ events(where: {eventKind: {eq: ARRST}}) { __typename } }":                                      `Did you mean \"ARREST\"`,
		"{ events(where: {eventKind: {in: {}}}) { __typename } }":                                         "{} is no value of the type [EventKind!].",
		"{ persons { groups(by: NAME, orderBy: {}) { key } } }":                                           "{} is no value of the type GroupOrder!.",
		"{ persons @skip(if: {}) { __typename } }":                                                        "{} is no value of the type Boolean!.",
		"{ persons { groups { key } } }":                                                                  "by",
		"{ persns { totalCount } }":                                                                       `Did you mean \"persons\"`,
		"{ persons(frist: 1) { totalCount } }":                                                            `Did you mean \"first\"`,
		"{ entities { nodes { symbol } } }":                                                               `Did you mean to use an inline fragment on \"Report\"?`,
		"{ persons { ...f @defer } } fragment f on PersonConnection { totalCount }":                       "defer",
		"{ " + strings.Repeat("x", 100_000) + " }":                                                        "Cannot query field",
		"{ persons(where: {name: {eq: \"" + strings.Repeat("x", 100_000) + "\", is: 1}}) { totalCount }}": "is not defined by type",
	} {
		status, answer, code := send(t, address, query(literal))
		refused := status == 400 && code == "GRAPHQL_VALIDATION_FAILED" && strings.Contains(answer, says)
		if says == "" && status != 200 || says != "" && !refused {
			t.Errorf("%.200s: %d %.500s", literal, status, answer)
		}
	}
}

// TestNoObjectForAScalar: {} is no value of any argument of a root field but of those that are input objects.
func TestNoObjectForAScalar(t *testing.T) {
	address, _ := serveFake(t, nil, none)
	schema := NewExecutableSchema(Config{}).Schema()
	tried := 0
	for _, f := range schema.Query.Fields {
		for _, a := range f.Arguments {
			if schema.Types[a.Type.Name()].Kind == ast.InputObject {
				continue
			}
			tried++
			_, answer, code := send(t, address, query(fmt.Sprintf("{ %s(%s: {}) { __typename } }", f.Name, a.Name)))
			if code != "GRAPHQL_VALIDATION_FAILED" || !strings.Contains(answer, "{} is no value of the type "+a.Type.String()) {
				t.Errorf("%s(%s: {}): %s", f.Name, a.Name, answer)
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d arguments were tried", tried)
	}
}

// TestGet: GET is held to the rules of POST.
func TestGet(t *testing.T) {
	address, _ := serveFake(t, nil, none)
	q := "query=" + url.QueryEscape("query($n: Int) { persons(first: $n) { __typename } }")
	for asked, status := range map[string]int{
		q: 200,
		q + "&variables=" + url.QueryEscape(`{"n": 3}`):         200,
		q + "&variables=null&extensions=&other=1":               200,
		q + "&variables=" + url.QueryEscape(`{"n": "3"}`):       400,
		q + "&variables=" + url.QueryEscape(`{"n": 3, "n": 4}`): 400,
		q + "&variables=" + url.QueryEscape(`{"n": 3} {}`):      400,
		q + "&variables=" + url.QueryEscape(`[]`):               400,
		q + "&variables=n":                         400,
		q + "&" + q:                                400,
		q + "&operationName=%ff":                   400,
		q + "&operationName=%zz":                   400,
		"variables=" + url.QueryEscape(`{"n": 3}`): 400,
		"query=" + url.QueryEscape("{ persons(first: {}) { __typename } }"): 400,
	} {
		r, _ := http.NewRequest(http.MethodGet, address+"/graphql?"+asked, nil)
		r.Header.Set("Accept", graphQLResponse)
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if answer.StatusCode != status {
			t.Errorf("%s: %d %s", asked, answer.StatusCode, body)
		}
	}
}

// TestServedDirectives: introspection names no directive and no location that clients of October 2021 do not know.
func TestServedDirectives(t *testing.T) {
	address, _ := serveFake(t, nil, none)
	_, answer, _ := send(t, address, query("{ __schema { directives { name locations } } }"))
	for name, known := range map[string]bool{
		"defer": false, "oneOf": false, "DIRECTIVE_DEFINITION": false, `"skip"`: true, "INPUT_FIELD_DEFINITION": true,
	} {
		if strings.Contains(answer, name) != known {
			t.Errorf("%s: %s", name, answer)
		}
	}
}
