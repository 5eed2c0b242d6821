package access

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
)

// Issuer is who signs tokens: a JSON Web Token (RFC 7519) must be its, be for Audience, and be signed by a key that stands at Keys, a JSON
// Web Key Set (RFC 7517). The claim scope says what its bearer may do (RFC 8693, section 4.2). Log is told where the keys cannot be read
// again.
type Issuer struct {
	Name, Audience, Keys string
	Log                  *slog.Logger
}

// Tokens knows the bearers of an issuer's tokens.
type Tokens struct {
	keys   keyfunc.Keyfunc
	parser *jwt.Parser
}

// NewTokens reads the issuer's keys, and reads them again from time to time until the context ends.
func NewTokens(ctx context.Context, i Issuer) (*Tokens, error) {
	if i.Name == "" || i.Audience == "" {
		return nil, fmt.Errorf("trust tokens: name the issuer and the audience that they must have")
	}
	unread := func(url string) func(context.Context, error) {
		return func(ctx context.Context, err error) {
			i.Log.ErrorContext(ctx, "the issuer's keys cannot be read: those that were read before count, and nobody's where none were",
				"url", url, "error", err)
		}
	}
	keys, err := keyfunc.NewDefaultOverrideCtx(ctx, []string{i.Keys}, keyfunc.Override{RefreshErrorHandlerFunc: unread})
	if err != nil {
		return nil, fmt.Errorf("trust tokens: read the issuer's keys from %s: %w", i.Keys, err)
	}
	return &Tokens{keys, jwt.NewParser(jwt.WithIssuer(i.Name), jwt.WithAudience(i.Audience), jwt.WithExpirationRequired(),
		jwt.WithIssuedAt(), jwt.WithLeeway(30*time.Second),
		jwt.WithValidMethods([]string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}))}, nil
}

type claims struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

func (t *Tokens) identify(ctx context.Context, text string) (*Identity, error) {
	c := &claims{}
	if _, err := t.parser.ParseWithClaims(text, c, t.keys.KeyfuncCtx(ctx)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnknown, err)
	}
	return &Identity{Name: c.Subject, Scopes: strings.Fields(c.Scope)}, nil
}
