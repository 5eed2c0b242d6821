package graph

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The two media types of an answer (GraphQL over HTTP, section 4.1). The newer one tells by its status whether execution began.
const (
	graphQLResponse = "application/graphql-response+json"
	plainJSON       = "application/json"
)

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

// write writes a response. Errors come in the order of their paths, whichever root field was done first; data is absent where execution did
// not begin.
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
