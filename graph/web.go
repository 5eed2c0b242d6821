package graph

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/cors"

	"councilgraph/graph/answer"
	"councilgraph/graph/plan"
)

// CheckOrigin says what is wrong with the name of an origin whose pages may ask: scheme://host[:port], or * for all.
func CheckOrigin(origin string) error {
	if origin == "*" {
		return nil
	}
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Scheme+"://"+u.Host != origin {
		return fmt.Errorf("%q is no origin: write http://HOST, https://HOST:PORT, or *", origin)
	}
	return nil
}

// origins are those whose pages may ask, beside the server's own; * is all.
type origins []string

func (o origins) any() bool { return slices.Contains(o, "*") }

func (o origins) allow(origin string) bool { return o.any() || slices.Contains(o, origin) }

// shared answers preflights, and tells browsers that pages of the origins may read the answers, errors too. The credentials of a browser
// count where the origin is named.
func shared(o origins, next http.Handler) http.Handler {
	if len(o) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins:   o,
		AllowCredentials: !o.any(),
		AllowedMethods:   []string{http.MethodGet, http.MethodPost},
		AllowedHeaders:   []string{"*"}, // clients send their own, of tracing above all
		ExposedHeaders:   []string{"ETag", "Retry-After", "WWW-Authenticate", "X-Request-Id"},
		MaxAge:           600,
	}).Handler(next)
}

// forwarded takes the host and the scheme that a proxy names for those of the request.
func forwarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, scheme := firstOf(r.Header.Get("X-Forwarded-Host")), firstOf(r.Header.Get("X-Forwarded-Proto"))
		if host != "" || scheme != "" {
			asked := r.Clone(r.Context())
			asked.Host, asked.URL.Scheme = cmp.Or(host, r.Host), scheme
			r = asked
		}
		next.ServeHTTP(w, r)
	})
}

func firstOf(list string) string {
	first, _, _ := strings.Cut(list, ",")
	return strings.TrimSpace(first)
}

// least is how many bytes an answer has that is worth compressing.
const least = 1 << 10

// compressed compresses what is long enough where the client takes it: with zstd or gzip.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(least), gzhttp.EnableZstd(true), gzhttp.PreferZstd(true), gzhttp.CompressionLevel(4))
	if err != nil {
		panic(err) // of options that are constants
	}
	return wrap(next)
}

// tag is an entity tag that is another one whenever the graph is.
func (e *endpoint) tag(ctx context.Context) (string, error) {
	value, err := e.store.Fetch(ctx, &plan.Census{})
	if err != nil {
		return "", err
	}
	return `W/"` + answer.Version(value) + `"`, nil
}

// unchanged says whether the client has the answer already that has the tag (RFC 9110, section 13.1.2).
func unchanged(r *http.Request, tag string) bool {
	opaque := strings.TrimPrefix(tag, "W/")
	for given := range strings.SplitSeq(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		if given = strings.TrimSpace(given); given == "*" || strings.TrimPrefix(given, "W/") == opaque {
			return true
		}
	}
	return false
}
