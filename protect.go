package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"councilgraph/graph"
	"councilgraph/graph/access"
)

// protection says who may ask, and how the server is kept from others.
type protection struct {
	Keys          string   `placeholder:"FILE" help:"Let in only those whose key is in this file, as key new prints them. It is read again on SIGHUP."`
	JWTKeys       string   `name:"jwt-keys" placeholder:"URL" help:"Let in bearers of JSON Web Tokens that are signed by a key of this JSON Web Key Set, with the scope read."`
	JWTIssuer     string   `name:"jwt-issuer" placeholder:"NAME" help:"The issuer that tokens must have."`
	JWTAudience   string   `name:"jwt-audience" placeholder:"NAME" help:"The audience that tokens must have."`
	TLSCert       string   `name:"tls-cert" placeholder:"FILE" help:"Serve over TLS, with this certificate (PEM)."`
	TLSKey        string   `name:"tls-key" placeholder:"FILE" help:"The certificate's key (PEM)."`
	Host          []string `placeholder:"NAME" help:"A name that the server goes by, beside localhost and addresses; may be repeated. Requests to other hosts are refused."`
	AllowOrigin   []string `placeholder:"URL" help:"An origin whose pages may ask, such as https://dashboard.example.org; may be repeated. * lets all ask, without credentials."`
	TrustProxy    bool     `help:"Take X-Forwarded-Host and X-Forwarded-Proto for the host and the scheme of requests: where a proxy sets them."`
	Documents     string   `placeholder:"DIR" help:"Answer the queries of this folder's .graphql files, and no others."`
	Introspection bool     `default:"true" negatable:"" help:"Say what the schema is to those who ask for it. On by default."`
	Insecure      bool     `help:"Listen beyond this machine though neither keys, tokens nor TLS are asked for: where a proxy sees to that."`
}

// check refuses to listen where anybody could ask.
func (p *protection) check(listen string) error {
	if (p.TLSCert == "") != (p.TLSKey == "") {
		return errors.New("--tls-cert and --tls-key go together")
	}
	for _, origin := range p.AllowOrigin {
		if err := graph.CheckOrigin(origin); err != nil {
			return fmt.Errorf("--allow-origin: %w", err)
		}
	}
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return fmt.Errorf("--listen %s is no address: write HOST:PORT", listen)
	}
	ip := net.ParseIP(host)
	local := host == "localhost" || ip != nil && ip.IsLoopback()
	if !local && p.Keys == "" && p.JWTKeys == "" && p.TLSCert == "" && !p.Insecure {
		return fmt.Errorf("--listen %s would let anybody ask who reaches this machine: "+
			"protect it with --keys, --jwt-keys or --tls-cert, or say --insecure", listen)
	}
	return nil
}

// door is where a server is asked: an address that is listened on, and who may ask what there.
type door struct {
	listener  net.Listener
	scheme    string
	guard     *access.Guard
	documents graph.Documents
}

// open opens the door before anything is loaded, which takes its time.
func (s *serve) open(ctx context.Context, log *slog.Logger) (d door, err error) {
	if err = s.check(s.Listen); err == nil {
		d.guard, err = s.protection.guard(ctx, log)
	}
	if err == nil {
		d.documents, err = s.protection.documents()
	}
	if err == nil {
		d.listener, d.scheme, err = s.protection.listen(s.Listen)
	}
	return d, err
}

func (d door) close() { _ = d.listener.Close() }

// guard knows who may come in; nil where anybody may.
func (p *protection) guard(ctx context.Context, log *slog.Logger) (guard *access.Guard, err error) {
	if p.Keys == "" && p.JWTKeys == "" {
		return nil, nil
	}
	guard = &access.Guard{}
	if p.Keys != "" {
		if guard.Keys, err = access.ReadKeys(p.Keys); err != nil {
			return nil, err
		}
	}
	if p.JWTKeys != "" {
		if guard.Tokens, err = access.NewTokens(ctx, access.Issuer{Name: p.JWTIssuer, Audience: p.JWTAudience, Keys: p.JWTKeys, Log: log}); err != nil {
			return nil, err
		}
	}
	return guard, nil
}

// reload reads the keys again on each SIGHUP, until the context ends.
func (c *cli) reload(ctx context.Context, guard *access.Guard) {
	if guard == nil || guard.Keys == nil {
		return
	}
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	go func() {
		defer signal.Stop(hangups)
		for {
			select {
			case <-ctx.Done():
				return
			case <-hangups:
			}
			if err := guard.Keys.Reload(); err != nil {
				c.log.Error("the keys stand as they were", "error", err)
				continue
			}
			c.log.Info("the keys were read again")
		}
	}()
}

// documents are those that are answered; nil for any.
func (p *protection) documents() (graph.Documents, error) {
	if p.Documents == "" {
		return nil, nil
	}
	if info, err := os.Stat(p.Documents); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("--documents %s is no folder that can be read", p.Documents)
	}
	documents, err := graph.ReadDocuments(os.DirFS(p.Documents))
	if err != nil {
		return nil, fmt.Errorf("--documents %s: %w", p.Documents, err)
	}
	return documents, nil
}

// listen listens on an address, over TLS where there is a certificate, and says by which scheme.
func (p *protection) listen(address string) (net.Listener, string, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, "", fmt.Errorf("listen on %s: %w; choose another address with --listen", address, err)
	}
	if p.TLSCert == "" {
		return listener, "http", nil
	}
	certificate, err := tls.LoadX509KeyPair(p.TLSCert, p.TLSKey)
	if err != nil {
		_ = listener.Close()
		return nil, "", fmt.Errorf("--tls-cert %s: %w", p.TLSCert, err)
	}
	return tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12,
		NextProtos: []string{"http/1.1"}}), "https", nil
}

// keyCommand makes keys.
type keyCommand struct {
	New newKey `cmd:"" help:"Make a key: print it, and the line for the file of --keys. The key is shown this once."`
}

type newKey struct {
	Name  string   `arg:"" help:"Whose key it is."`
	Scope []string `default:"read" enum:"read,load" help:"What it is good for: read, load; may be repeated. Default: ${default}."`
	Rate  int      `help:"Cost that its bearer may spend a second. 0: any."`
}

func (c *cli) newKey() error {
	secret, line, err := access.NewKey(c.Key.New.Name, c.Key.New.Scope, c.Key.New.Rate)
	if err != nil {
		return fmt.Errorf("make a key: %w", err)
	}
	_, err = fmt.Fprintf(c.stdout, "key, to be sent as Authorization: Bearer KEY\n%s\nline for the file of --keys\n%s\n", secret, line)
	return err
}
