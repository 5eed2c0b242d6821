// Package access says who may do what: by a key from a file, or by a token that an identity provider signed.
package access

import (
	"context"
	"errors"
	"slices"
	"strings"
)

// Scopes say what somebody may do.
const (
	Read = "read" // ask
	Load = "load" // bring reports into the graph
)

// Identity is somebody who is known.
type Identity struct {
	Name   string
	Scopes []string
	Rate   int // cost that may be spent a second; 0: any
}

// May says whether the identity has a scope.
func (i *Identity) May(scope string) bool { return slices.Contains(i.Scopes, scope) }

// ErrUnknown marks errors of a key or a token that nobody has, or no longer.
var ErrUnknown = errors.New("the key or token is not known")

// Guard knows who may come in. It is safe for concurrent use.
type Guard struct {
	Keys   *Keys   // nil: none
	Tokens *Tokens // nil: none
}

// Identify says who sends an Authorization header: "Bearer" and a key or a token. Errors wrap ErrUnknown.
func (g *Guard) Identify(ctx context.Context, authorization string) (*Identity, error) {
	scheme, secret, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") || strings.TrimSpace(secret) == "" {
		return nil, ErrUnknown
	}
	secret = strings.TrimSpace(secret)
	if strings.HasPrefix(secret, prefix) {
		if g.Keys == nil {
			return nil, ErrUnknown
		}
		return g.Keys.identify(secret)
	}
	if g.Tokens == nil {
		return nil, ErrUnknown
	}
	return g.Tokens.identify(ctx, secret)
}

type identityKey struct{}

// With makes an identity that of a context.
func With(ctx context.Context, i *Identity) context.Context {
	return context.WithValue(ctx, identityKey{}, i)
}

// In is the identity of a context; nil where nobody was asked who they are.
func In(ctx context.Context) *Identity {
	i, _ := ctx.Value(identityKey{}).(*Identity)
	return i
}
