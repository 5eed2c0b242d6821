package graph

import (
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/graph/access"
)

// guarded lets requests in that are from somebody who has the scope. Without a guard, all are let in.
func guarded(guard *access.Guard, scope string, log *slog.Logger, next http.Handler) http.Handler {
	if guard == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, err := guard.Identify(r.Context(), r.Header.Get("Authorization"))
		if err != nil {
			log.InfoContext(r.Context(), "not let in", "request", requestID(r.Context()), "error", err)
			w.Header().Set("WWW-Authenticate", "Bearer")
			refuse(w, http.StatusUnauthorized, codeUnauthenticated, "send a key or a token that is known and has not expired: Authorization: Bearer KEY")
			return
		}
		if !who.May(scope) {
			refuse(w, http.StatusForbidden, codeForbidden, "this key or token has not the scope "+scope)
			return
		}
		next.ServeHTTP(w, r.WithContext(access.With(r.Context(), who)))
	})
}

func refuse(w http.ResponseWriter, status int, c, message string) {
	writeErrors(w, plainJSON, status, &gqlerror.Error{Message: message, Extensions: code(c)})
}

// hosts lets requests in that are sent to this server by its name: one of the names, those of the loopback, or an address. A page of
// another site can make its own name lead here, and then ask as if it were ours.
func hosts(names []string, next http.Handler) http.Handler {
	names = append([]string{"localhost"}, names...)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		host = strings.Trim(strings.TrimSuffix(host, "."), "[]")
		known := slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, host) }) || strings.HasSuffix(strings.ToLower(host), ".localhost")
		if !known && net.ParseIP(host) == nil {
			refuse(w, http.StatusMisdirectedRequest, codeForbidden,
				"the request is to a host that this server does not go by: its operator names them with --host")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sameSite refuses requests that a page of another site makes its reader send. Those with GET too, unless they carry a header that browsers
// ask for leave to send.
func sameSite(allowed origins, next http.Handler) http.Handler {
	if allowed.any() {
		return next
	}
	protection := http.NewCrossOriginProtection()
	for _, o := range allowed {
		if err := protection.AddTrustedOrigin(o); err != nil {
			panic(err) // see CheckOrigin
		}
	}
	deny := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusForbidden, codeForbidden, "a page of another site may not send this request")
	})
	protection.SetDenyHandler(deny)
	protected := protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asks := r.Method == http.MethodGet && (r.URL.Path == "/graphql" || r.URL.Path == "/export")
		if asks && fromElsewhere(r) && !allowed.allow(r.Header.Get("Origin")) && r.Header.Get("GraphQL-Require-Preflight") == "" {
			deny.ServeHTTP(w, r)
			return
		}
		protected.ServeHTTP(w, r)
	})
}

// fromElsewhere says whether a browser tells that a page of another origin sends the request.
func fromElsewhere(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site != "same-origin" && site != "none"
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}
	u, err := url.Parse(origin)
	return err != nil || u.Host != r.Host || r.URL.Scheme != "" && u.Scheme != r.URL.Scheme
}
