package graph

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/access"
)

// audit is what is logged of a request at its end: who asked what, what it cost and what came of it.
type audit struct {
	who       string   // bearer of a key or a token; "" for nobody in particular
	operation string   // the name that the client gave it
	hash      string   // of the document
	cost      int      // by estimate
	rows      int64    // nodes, relations and pieces of evidence that were read
	codes     []string // of errors
}

type auditKey struct{}

// auditIn is that of a context; one that nobody reads where there is none.
func auditIn(ctx context.Context) *audit {
	if a, ok := ctx.Value(auditKey{}).(*audit); ok {
		return a
	}
	return &audit{}
}

// asked notes what is asked, and who asks.
func (a *audit) asked(ctx context.Context, operation, document string, cost int) {
	if who := access.In(ctx); who != nil {
		a.who = who.Name
	}
	a.operation, a.hash, a.cost = operation, documentHash(document)[:16], cost
}

// failed notes the codes of errors, each once.
func (a *audit) failed(errs []*gqlerror.Error) {
	seen := map[string]bool{}
	for _, err := range errs {
		if c, _ := err.Extensions["code"].(string); c != "" && !seen[c] {
			seen[c] = true
			a.codes = append(a.codes, c)
		}
	}
}

// audited logs each request at its end.
func audited(log *slog.Logger, m *metrics, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := &audit{}
		s := &statusWriter{ResponseWriter: w, status: http.StatusOK, audit: a}
		began := time.Now()
		next.ServeHTTP(s, r.WithContext(context.WithValue(r.Context(), auditKey{}, a)))
		line := []slog.Attr{slog.String("request", requestID(r.Context())), slog.String("method", r.Method),
			slog.String("path", r.URL.Path), slog.Int("status", s.status),
			slog.Int64("ms", time.Since(began).Milliseconds()), slog.Int("bytes", s.bytes)}
		if a.hash != "" {
			line = append(line, slog.String("who", a.who), slog.String("operation", a.operation), slog.String("hash", a.hash),
				slog.Int("cost", a.cost), slog.Int64("rows", a.rows))
		}
		if len(a.codes) > 0 {
			line = append(line, slog.Any("codes", a.codes))
		}
		log.LogAttrs(r.Context(), slog.LevelInfo, "request", line...)
		if r.URL.Path == "/graphql" {
			m.answered(a, s.status, s.bytes)
		}
	})
}

// statusWriter remembers what was answered.
type statusWriter struct {
	http.ResponseWriter
	status, bytes int
	audit         *audit
}

// Unwrap is for http.ResponseController.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(b []byte) (int, error) {
	n, err := w.ResponseWriter.Write(b)
	w.bytes += n
	return n, err
}
