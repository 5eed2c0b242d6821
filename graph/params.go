package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// refusal is an answer to a request that is no well-formed GraphQL request.
type refusal struct {
	status  int
	message string
}

func (r *refusal) Error() string { return r.message }

// params reads a request's query, variables, operation name and extensions, each of its type.
func (e *endpoint) params(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	params := &graphql.RawParams{Headers: r.Header, ReadTime: graphql.TraceTiming{Start: graphql.Now()}}
	var fields map[string]json.RawMessage
	switch r.Method {
	case http.MethodGet:
		if int64(len(r.URL.RawQuery)) > e.limits.Body {
			return nil, &refusal{http.StatusRequestEntityTooLarge, fmt.Sprintf("the query string has more than %d bytes, which is the limit", e.limits.Body)}
		}
		var refused *refusal
		if fields, refused = queryFields(r.URL.RawQuery); refused != nil {
			return nil, refused
		}
	case http.MethodPost:
		media, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
		charset := parameters["charset"]
		if err != nil || media != plainJSON || charset != "" && !strings.EqualFold(charset, "utf-8") {
			return nil, &refusal{http.StatusUnsupportedMediaType, "the body must be JSON: send Content-Type: application/json"}
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, e.limits.Body))
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return nil, &refusal{http.StatusRequestEntityTooLarge, fmt.Sprintf("the body has more than %d bytes, which is the limit", e.limits.Body)}
		}
		if err != nil {
			return nil, &refusal{http.StatusBadRequest, "the body could not be read"}
		}
		var refused *refusal
		if fields, refused = bodyFields(body); refused != nil {
			return nil, refused
		}
	default:
		return nil, &refusal{http.StatusMethodNotAllowed, "GraphQL is asked with POST, or GET for queries"}
	}
	for name, into := range map[string]*string{"query": &params.Query, "operationName": &params.OperationName} {
		if raw, ok := fields[name]; ok && json.Unmarshal(raw, into) != nil {
			return nil, &refusal{http.StatusBadRequest, name + " must be a string"}
		}
	}
	for name, into := range map[string]*map[string]any{"variables": &params.Variables, "extensions": &params.Extensions} {
		if raw, ok := fields[name]; ok {
			d := json.NewDecoder(bytes.NewReader(raw))
			d.UseNumber()
			if d.Decode(into) != nil {
				return nil, &refusal{http.StatusBadRequest, name + " must be a JSON object"}
			}
		}
	}
	if params.Query == "" && params.Extensions["persistedQuery"] == nil {
		return nil, &refusal{http.StatusBadRequest, "the request has no query"}
	}
	return params, nil
}

// bodyFields are the keys of a POST's body.
func bodyFields(body []byte) (fields map[string]json.RawMessage, refused *refusal) {
	switch {
	case !utf8.Valid(body):
		return nil, &refusal{http.StatusBadRequest, "the body is not UTF-8"}
	case json.Unmarshal(body, &fields) != nil || fields == nil:
		return nil, &refusal{http.StatusBadRequest, "the body is no JSON object"}
	case !distinct(body):
		return nil, &refusal{http.StatusBadRequest, "an object of the body has one key twice"}
	}
	return fields, nil
}

// queryFields are the same of a GET's query string, whose variables and extensions are JSON.
func queryFields(query string) (fields map[string]json.RawMessage, refused *refusal) {
	given, err := url.ParseQuery(query)
	if err != nil {
		return nil, &refusal{http.StatusBadRequest, "the query string is not well-formed: percent-encode its values"}
	}
	fields = map[string]json.RawMessage{}
	for name, values := range given {
		switch {
		case name != "query" && name != "operationName" && name != "variables" && name != "extensions":
			continue
		case len(values) > 1:
			return nil, &refusal{http.StatusBadRequest, "the query string has " + name + " twice"}
		case !utf8.ValidString(values[0]):
			return nil, &refusal{http.StatusBadRequest, name + " is not UTF-8"}
		case name == "query" || name == "operationName":
			fields[name], _ = json.Marshal(values[0]) // a string: it cannot fail
		case values[0] == "":
		case !json.Valid([]byte(values[0])):
			return nil, &refusal{http.StatusBadRequest, name + " must be a JSON object"}
		case !distinct([]byte(values[0])):
			return nil, &refusal{http.StatusBadRequest, "an object of " + name + " has one key twice"}
		default:
			fields[name] = json.RawMessage(values[0])
		}
	}
	return fields, nil
}

// distinct says whether no object of a well-formed JSON text has one key twice: readers would not agree on what such a body asks.
func distinct(text []byte) bool {
	var open []map[string]bool // keys so far of each object around the place; nil for a list
	key := false               // whether a key comes next
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			open, key = append(open, map[string]bool{}), true
		case '[':
			open, key = append(open, nil), false
		case '}', ']':
			open, key = open[:len(open)-1], false
		case ',':
			key = open[len(open)-1] != nil
		case '"':
			start := i
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			if key {
				name := string(text[start+1 : i])
				if strings.Contains(name, `\`) {
					_ = json.Unmarshal(text[start:i+1], &name) // a string: it cannot fail
				}
				if open[len(open)-1][name] {
					return false
				}
				open[len(open)-1][name], key = true, false
			}
		}
	}
	return true
}
