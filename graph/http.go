package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/store"
)

// The two media types of an answer (GraphQL over HTTP, section 4.1). The newer one tells by its status whether execution began.
const (
	graphQLResponse = "application/graphql-response+json"
	plainJSON       = "application/json"
)

// endpoint serves GraphQL over HTTP: POST with a JSON body, and GET for queries. gqlgen's transports leave the body unbounded and fail some
// of the specification's audits.
type endpoint struct {
	exec   *executor.Executor
	store  store.Store
	coerce coercing
	limits Limits
	shares *shares
	types  map[string]bool // see spent
	broken graphql.RecoverFunc
}

// refusal is an answer to a request that is no well-formed GraphQL request.
type refusal struct {
	status  int
	message string
}

func (r *refusal) Error() string { return r.message }

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	media := accepted(r.Header)
	if media == "" {
		writeErrors(w, plainJSON, http.StatusNotAcceptable, gqlerror.Errorf("the answer is %s or %s: accept one of them", graphQLResponse, plainJSON))
		return
	}
	leave, full := e.shares.enter()
	if full != nil {
		full.write(w, media)
		return
	}
	defer leave()
	ctx, cancel := context.WithTimeout(r.Context(), e.limits.Time)
	defer cancel()
	ctx = e.shares.fetching(ctx)
	ctx = allow(ctx, e.limits.Answer)
	ctx = spending(graphql.StartOperationTrace(ctx), r.Header, e.types)
	defer func() { // of planning: execution has its own
		if v := recover(); v != nil {
			write(w, media, http.StatusInternalServerError, e.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(e.broken(ctx, v))}))
		}
	}()
	params, refused := e.params(w, r)
	if refused != nil {
		if refused.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", "GET, POST")
		}
		writeErrors(w, media, refused.status, &gqlerror.Error{Message: refused.message, Extensions: code(errcode.ValidationFailed)})
		return
	}
	params.ReadTime.End = graphql.Now()
	op, errs := e.exec.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		if len(errs[0].Path) > 0 && errs[0].Path[0] == ast.PathName("variable") { // gqlparser's words about a variable do not say which, nor that it is one
			if _, err := e.coerce.coerced(op.Operation, params.Variables); err != nil {
				errs = gqlerror.List{err}
			}
		}
		status := http.StatusBadRequest
		if media == plainJSON {
			status = http.StatusOK // section 6.4.1: the request was well-formed
		}
		answer := e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		write(w, media, status, answer)
		return
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", "POST")
		writeErrors(w, media, http.StatusMethodNotAllowed, gqlerror.Errorf("GET is for queries alone: send this operation with POST"))
		return
	}
	auditIn(ctx).asked(ctx, op.OperationName, op.RawQuery, plannedIn(op).cost)
	done, full := e.shares.turn(ctx, e.shares.clientOf(r), plannedIn(op).cost)
	if full != nil {
		full.write(w, media)
		return
	}
	defer done()
	w.Header().Add("Vary", "Accept")
	tag := ""
	if r.Method == http.MethodGet {
		w.Header().Set("Cache-Control", "no-cache")
		tag, _ = e.tag(ctx) // where the store does not answer, the answer says so
		if tag != "" && unchanged(r, tag) {
			w.Header().Set("ETag", tag)
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	next, ctx := e.exec.DispatchOperation(ctx, op)
	answer := next(ctx)
	if answer == nil { // gqlgen's word for a context that ended before execution began
		answer = e.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(ctx.Err())})
		answer.Data = json.RawMessage("null")
	}
	auditIn(ctx).rows = spentIn(ctx).rows.Load()
	if s := spentIn(ctx); s.told {
		if answer.Extensions == nil {
			answer.Extensions = map[string]any{}
		}
		answer.Extensions["cost"] = s.extension()
	}
	sent, full := e.shares.send(ctx, len(answer.Data))
	if full != nil {
		full.write(w, media)
		return
	}
	defer sent()
	done() // while it is sent, others may be answered
	if tag != "" && len(answer.Errors) == 0 && !spentIn(ctx).told {
		w.Header().Set("ETag", tag)
	}
	write(w, media, http.StatusOK, answer)
}

// accepted is the media type to answer with: of ours the one that the client wants most, and the one that it names first where it wants
// both alike; "" for none. No Accept header means any.
func accepted(h http.Header) string {
	if len(h.Values("Accept")) == 0 {
		return plainJSON
	}
	wanted, most := "", 0.0
	for part := range strings.SplitSeq(strings.Join(h.Values("Accept"), ","), ",") {
		media, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err != nil || params["charset"] != "" && !strings.EqualFold(params["charset"], "utf-8") {
			continue
		}
		switch media {
		case graphQLResponse, plainJSON:
		case "*/*", "application/*":
			media = plainJSON
		default:
			continue
		}
		quality := 1.0
		if q, ok := params["q"]; ok {
			quality, _ = strconv.ParseFloat(q, 64)
		}
		if quality > most {
			wanted, most = media, quality
		}
	}
	return wanted
}

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

func writeErrors(w http.ResponseWriter, media string, status int, errs ...*gqlerror.Error) {
	for _, err := range errs {
		if err.Extensions == nil {
			err.Extensions = code(errcode.ValidationFailed)
		}
	}
	write(w, media, status, &graphql.Response{Errors: errs})
}

// A hostile document can have an error for each of its tokens, and a message quotes what it is about.
const (
	maxErrors  = 100
	maxMessage = 1000
)

// write writes a response. Errors come in the order of their paths, whichever root field was done first; data is absent where execution did not begin.
func write(w http.ResponseWriter, media string, status int, answer *graphql.Response) {
	var b bytes.Buffer
	encode := json.NewEncoder(&b)
	encode.SetEscapeHTML(false)
	b.WriteByte('{')
	if s, ok := w.(*statusWriter); ok {
		s.audit.failed(answer.Errors)
	}
	if len(answer.Errors) > 0 {
		slices.SortStableFunc(answer.Errors, func(a, b *gqlerror.Error) int { return strings.Compare(a.Path.String(), b.Path.String()) })
		answer.Errors = answer.Errors[:min(len(answer.Errors), maxErrors)]
		for _, err := range answer.Errors {
			if text := []rune(err.Message); len(text) > maxMessage {
				err.Message = string(text[:maxMessage]) + " …"
			}
		}
		b.WriteString(`"errors":`)
		_ = encode.Encode(answer.Errors) // of strings and maps of them: it cannot fail
		b.Truncate(b.Len() - 1)
	}
	if answer.Data != nil {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(`"data":`)
	}
	before := b.Len() // the data is not copied: it may be large
	if len(answer.Extensions) > 0 {
		b.WriteString(`,"extensions":`)
		_ = encode.Encode(answer.Extensions)
		b.Truncate(b.Len() - 1)
	}
	b.WriteByte('}')
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	for _, part := range [][]byte{b.Bytes()[:before], answer.Data, b.Bytes()[before:]} {
		_, _ = w.Write(part) // a client that went away is nobody's fault
	}
}

// readyTimeout is how long /readyz waits for the store.
const readyTimeout = 2 * time.Second
