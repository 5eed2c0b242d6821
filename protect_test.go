package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestListeningBeyondThisMachine(t *testing.T) {
	for _, c := range []struct {
		listen string
		with   protection
		ok     bool
	}{
		{"127.0.0.1:80", protection{}, true},
		{"[::1]:80", protection{}, true},
		{"localhost:80", protection{}, true},
		{"0.0.0.0:80", protection{}, false},
		{":80", protection{}, false},
		{"192.0.2.1:80", protection{}, false},
		{"graph.example.org:80", protection{}, false},
		{"0.0.0.0:80", protection{Keys: "keys"}, true},
		{"0.0.0.0:80", protection{JWTKeys: "https://issuer.test/keys"}, true},
		{"0.0.0.0:80", protection{TLSCert: "a", TLSKey: "b"}, true},
		{"0.0.0.0:80", protection{Insecure: true}, true},
		{"0.0.0.0:80", protection{TLSCert: "a"}, false},
		{"80", protection{}, false},
	} {
		if err := c.with.check(c.listen); (err == nil) != c.ok {
			t.Errorf("%s with %+v: %v", c.listen, c.with, err)
		}
	}
}

// certificate writes a certificate for 127.0.0.1 and its key.
func certificate(t *testing.T) (cert, key string, authority *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	keyBytes, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, bytes []byte) string {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes}), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	authority = x509.NewCertPool()
	authority.AddCert(parsed)
	return write("cert.pem", "CERTIFICATE", der), write("key.pem", "PRIVATE KEY", keyBytes), authority
}

// The whole door: TLS, a key that key new made, and another file of keys after SIGHUP.
func TestProtectedServer(t *testing.T) {
	make := func(name string) (secret, line string) {
		var out strings.Builder
		if err := run(context.Background(), []string{"key", "new", name}, nil, &out, io.Discard, os.Getenv); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		return lines[1], lines[3]
	}
	ann, annLine := make("ann")
	bob, bobLine := make("bob")
	keys := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(keys, []byte(annLine), 0o600); err != nil {
		t.Fatal(err)
	}
	cert, key, authority := certificate(t)
	address := start(t, nil, "--store", "sqlite:"+filepath.Join(t.TempDir(), "graph.db"), "--load", "reports/kfor-2020-q4.md", "--keys", keys, "--tls-cert", cert, "--tls-key", key)
	if !strings.HasPrefix(address, "https://") {
		t.Fatalf("it listens on %s", address)
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: authority, MinVersion: tls.VersionTLS12}}}
	ask := func(secret string) int {
		r, err := http.NewRequest(http.MethodPost, address+"/graphql", strings.NewReader(`{"query": "{ __typename }"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+secret)
		response, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		return response.StatusCode
	}
	if a, b := ask(ann), ask(bob); a != http.StatusOK || b != http.StatusUnauthorized {
		t.Errorf("ann: %d, bob: %d", a, b)
	}
	if err := os.WriteFile(keys, []byte(bobLine), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(5 * time.Second); ask(bob) != http.StatusOK; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the keys were not read again")
		}
	}
	if a := ask(ann); a != http.StatusUnauthorized {
		t.Errorf("a key that was taken out: %d", a)
	}
}

// What is looked at, taken from or tried does not make a store, nor does what cannot be done; a new store that is served has the bundled
// reports.
func TestStoresThatAreNotThere(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("empty", 0o700); err != nil {
		t.Fatal(err)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, c := range []struct {
		args []string
		says string // "" where it is to be done
	}{
		{[]string{"check"}, "there is no store"},
		{[]string{"retract", "S/2021/228"}, "there is no store"},
		{[]string{"backup", "copy.db"}, "there is no store"},
		{[]string{"serve", "--read-only"}, "it is not there"},
		{[]string{"serve", "--load", "nope"}, "no such file or folder"},
		{[]string{"serve", "--listen", "0.0.0.0:0"}, "would let anybody ask"},
		{[]string{"serve", "--listen", taken.Addr().String()}, "choose another address"},
		{[]string{"serve", "--keys", "nope"}, "read the keys"},
		{[]string{"serve", "--documents", "nope"}, "is no folder"},
		{[]string{"load", "--dry-run", "-"}, ""},
	} {
		err := run(t.Context(), append([]string{"--store", "sqlite:gaph.db"}, c.args...), strings.NewReader(small), io.Discard, io.Discard, os.Getenv)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v: %v", c.args, err)
		}
		if _, err := os.Stat("gaph.db"); !os.IsNotExist(err) {
			t.Fatalf("%v made a store", c.args)
		}
	}
	for _, args := range [][]string{{"load", "empty"}, {"serve", "--load", "empty", "--listen", "127.0.0.1:0"}, {"serve", "--load", "empty", "--listen", taken.Addr().String()}} {
		if err := run(t.Context(), args, nil, io.Discard, io.Discard, os.Getenv); err == nil {
			t.Errorf("%v: was done", args)
		}
	}
	if _, state := get(t, start(t, nil, "--store", "sqlite:new.db")+"/readyz"); !strings.Contains(state, `"reports":6`) {
		t.Errorf("a new store holds %s", state)
	}
}

// small is a report in few words.
const small = "---\nsymbol: S/2021/900\ntitle: Report to the United Nations on Kosovo Force operations\n---\n\n" +
	"# Report to the United Nations on Kosovo Force operations, 1 January to 31 March 2021\n\n" +
	"1. On 4 March 2021, Jakup Krasniqi was arrested by the Specialist Prosecutor's Office.\n"
