package access

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func TestKeys(t *testing.T) {
	reader, line, err := NewKey("reader", []string{Read}, 500)
	if err != nil {
		t.Fatal(err)
	}
	other, otherLine, _ := NewKey("loader@un", []string{Read, Load}, 0)
	if strings.Contains(line, reader) || strings.Contains(line, reader[10:]) {
		t.Errorf("the line holds the key: %s", line)
	}
	file := filepath.Join(t.TempDir(), "keys")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# who may\n\n" + line + " # until spring\n")
	keys, err := ReadKeys(file)
	if err != nil {
		t.Fatal(err)
	}
	g := &Guard{Keys: keys}
	who, err := g.Identify(t.Context(), "Bearer "+reader)
	if err != nil || who.Name != "reader" || who.Rate != 500 || !who.May(Read) || who.May(Load) {
		t.Fatalf("%+v, %v", who, err)
	}
	for _, wrong := range []string{"", "Bearer", "Bearer ", reader, "Basic " + reader, "Bearer " + reader + "x", "Bearer " + other, "Bearer cg_", "Bearer a.b.c"} {
		if who, err := g.Identify(t.Context(), wrong); !errors.Is(err, ErrUnknown) {
			t.Errorf("%q is taken for %+v", wrong, who)
		}
	}
	write(otherLine)
	if err := keys.Reload(); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Identify(t.Context(), "Bearer "+reader); err == nil {
		t.Error("a key that was taken out is still taken")
	}
	if who, err := g.Identify(t.Context(), "bearer "+other); err != nil || !who.May(Load) {
		t.Errorf("%+v, %v", who, err)
	}
	hash := strings.Repeat("0", 64)
	for _, bad := range []string{
		"a read 0", "a write 0 sha256:" + hash, "a read -1 sha256:" + hash, "a read 0 " + hash, "a read 0 sha256:00", "a/b read 0 sha256:" + hash,
	} {
		write(otherLine + "\n" + bad)
		if err := keys.Reload(); err == nil || !strings.Contains(err.Error(), ":2:") {
			t.Errorf("%q is read: %v", bad, err)
		}
	}
	if _, err := g.Identify(t.Context(), "Bearer "+other); err != nil {
		t.Errorf("after a file that cannot be read nobody is known: %v", err)
	}
}

func TestTokens(t *testing.T) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	stranger, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	number := func(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
	point, err := private.PublicKey.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	issuer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"keys":[{"kty":"EC","crv":"P-256","kid":"1","use":"sig","alg":"ES256","x":%q,"y":%q}]}`, number(point[1:33]), number(point[33:]))
	}))
	defer issuer.Close()
	tokens, err := NewTokens(t.Context(), Issuer{"https://issuer.test", "councilgraph", issuer.URL, slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	g := &Guard{Tokens: tokens}
	good := func() jwt.MapClaims {
		return jwt.MapClaims{"iss": "https://issuer.test", "aud": "councilgraph", "sub": "ann", "scope": "read other", "exp": time.Now().Add(time.Minute).Unix()}
	}
	sign := func(method jwt.SigningMethod, key any, change func(jwt.MapClaims)) string {
		c := good()
		change(c)
		token := jwt.NewWithClaims(method, c)
		token.Header["kid"] = "1"
		text, err := token.SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return "Bearer " + text
	}
	who, err := g.Identify(t.Context(), sign(jwt.SigningMethodES256, private, func(jwt.MapClaims) {}))
	if err != nil || who.Name != "ann" || !who.May(Read) || who.May(Load) {
		t.Fatalf("%+v, %v", who, err)
	}
	for name, wrong := range map[string]string{
		"expired":        sign(jwt.SigningMethodES256, private, func(c jwt.MapClaims) { c["exp"] = time.Now().Add(-time.Minute).Unix() }),
		"for ever":       sign(jwt.SigningMethodES256, private, func(c jwt.MapClaims) { delete(c, "exp") }),
		"not yet":        sign(jwt.SigningMethodES256, private, func(c jwt.MapClaims) { c["nbf"] = time.Now().Add(time.Hour).Unix() }),
		"wrong audience": sign(jwt.SigningMethodES256, private, func(c jwt.MapClaims) { c["aud"] = "another" }),
		"no audience":    sign(jwt.SigningMethodES256, private, func(c jwt.MapClaims) { delete(c, "aud") }),
		"wrong issuer":   sign(jwt.SigningMethodES256, private, func(c jwt.MapClaims) { c["iss"] = "https://else.test" }),
		"wrong key":      sign(jwt.SigningMethodES256, stranger, func(jwt.MapClaims) {}),
		"shared secret":  sign(jwt.SigningMethodHS256, point, func(jwt.MapClaims) {}),
		"unsigned":       sign(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, func(jwt.MapClaims) {}),
	} {
		if who, err := g.Identify(t.Context(), wrong); !errors.Is(err, ErrUnknown) {
			t.Errorf("%s: taken for %+v, %v", name, who, err)
		}
	}
	if _, err := NewTokens(t.Context(), Issuer{Keys: issuer.URL}); err == nil {
		t.Error("tokens of any issuer and audience are trusted")
	}
}
