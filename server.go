// Command councilgraph serves a knowledge graph of Security Council reports over GraphQL, and loads reports into it.
package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	completion "github.com/jotaen/kong-completion"

	"councilgraph/graph"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
	"councilgraph/graph/store/neo4j"
	"councilgraph/graph/store/sqlite"
	"councilgraph/loader"
	"councilgraph/loader/text"
)

//go:embed schema.graphqls
var schema string

type cli struct {
	Store   string        `default:"sqlite:councilgraph.db" placeholder:"URL" help:"The graph store: sqlite:FILE, neo4j://host:7687, neo4j+s://host, bolt://host:7687, with ?database=NAME for Neo4j. User and password of Neo4j come from NEO4J_USERNAME and NEO4J_PASSWORD. Default: ${default}."`
	Log     logging       `embed:"" prefix:"log-"`
	Rules   string        `placeholder:"DIR" help:"Rules and names to read reports with beside the built-in ones; the README says how they are written. Reports that are held are read again when they are loaded with other rules."`
	Serve   serve         `cmd:"" default:"withargs" help:"Serve the graph over GraphQL. This is the default command."`
	Load    load          `cmd:"" help:"Load reports into the graph."`
	Reading reading       `cmd:"" name:"rules" help:"Look into how sentences are read."`
	Retract retract       `cmd:"" help:"Take reports back, with all that they alone tell. Shows what goes, and does it with --yes."`
	Key     keyCommand    `cmd:"" help:"Keys of those who may ask."`
	Check   checkCommand  `cmd:"" help:"Look whether a SQLite store is whole, and whether it is what its documents say. Changes nothing."`
	Backup  backupCommand `cmd:"" help:"Copy a SQLite store to a new file, while it is served."`
	Export  exportCommand `cmd:"" help:"Write the graph, or what is near some nodes, for other programs, each fact with its receipts."`
	Health  healthCommand `cmd:"" help:"Ask a server whether it is ready."`

	Completion completion.Completion `cmd:"" help:"Say how to make a shell complete commands and flags."`
	Version    kong.VersionFlag      `help:"Say which version this is, and of which Go."`

	stdout io.Writer
	stdin  io.Reader
	log    *slog.Logger
	getenv func(string) string
}

type serve struct {
	Listen   string       `default:"127.0.0.1:8080" placeholder:"ADDR" help:"The address to listen on; port 0 picks a free one. Default: ${default}."`
	Load     []string     `placeholder:"PATH" help:"Load this file or folder before listening; may be repeated. Without it, a SQLite store that is empty gets the bundled reports."`
	Limit    graph.Limits `embed:"" prefix:"limit-"`
	ReadOnly bool         `help:"Open the store to read it alone: it needs no right to write. Goes without --load."`
	protection
}

type reading struct {
	Explain struct {
		Sentence string `arg:"" help:"A sentence, or a paragraph."`
		Date     string `default:"2020-12-31" placeholder:"DAY" help:"The day of the report that it stands in, which places days without a year. Default: ${default}."`
	} `cmd:"" help:"Show how a sentence is read: its names, clauses, the frames tried, what is written or why not."`
	Test struct{} `cmd:"" help:"Read the sentences that frames carry, those of --rules too: what they say they tell must be told, and nothing else."`
}

// testRules says which sentences of the frames are read otherwise than they say; the error says how many.
func testRules(rules *loader.Rules, stdout io.Writer) error {
	faults, read := rules.Examples()
	for _, fault := range faults {
		if _, err := fmt.Fprintln(stdout, fault); err != nil {
			return err
		}
	}
	if len(faults) > 0 {
		return fmt.Errorf("%d of %d sentences of the frames are read otherwise than their frames say", len(faults), read)
	}
	_, err := fmt.Fprintf(stdout, "%d sentences are read as their frames say\n", read)
	return err
}

type retract struct {
	Reports []string `arg:"" name:"report" help:"Reports, by symbol, file name or id."`
	Yes     bool     `help:"Do it. Without it, what would go is shown and nothing is changed."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	boundMemory(os.Getenv)
	if err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv); err != nil {
		fmt.Fprintln(os.Stderr, "councilgraph:", err)
		os.Exit(1)
	}
}

// run is the program: it returns when the command is done, or soon after ctx ends.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) error {
	c := cli{stdout: stdout, stdin: stdin, getenv: getenv}
	done := false
	parser, err := kong.New(&c, kong.Name("councilgraph"),
		kong.Description("A knowledge graph of Security Council reports, over GraphQL. Every fact cites the sentence it came from."),
		kong.Writers(stdout, stderr), kong.Exit(func(int) { done = true }), kong.UsageOnError(), kong.DefaultEnvars("COUNCILGRAPH"),
		kong.Vars{"version": versionText()})
	if err != nil {
		return err
	}
	completion.Register(parser)
	command, err := parser.Parse(args)
	if done { // --help
		return nil
	}
	if err != nil {
		return err
	}
	c.log = c.Log.logger(stderr)
	switch command.Command() {
	case "completion", "completion <shell>":
		return c.Completion.Run(command)
	case "key new <name>":
		return c.newKey()
	case "health", "health <url>":
		return c.health(ctx)
	}
	o, err := ontology.Read("schema.graphqls", schema)
	if err != nil {
		return err
	}
	var rules *loader.Rules
	switch command.Command() { // what reads no report does not wait for them
	case "check", "export", "backup <file>", "retract <report>":
	default:
		if rules, err = c.rules(o); err != nil {
			return err
		}
	}
	switch command.Command() {
	case "rules explain <sentence>":
		return rules.Explain(c.Reading.Explain.Sentence, text.Calendar{Date: c.Reading.Explain.Date}, stdout)
	case "rules test":
		return testRules(rules, stdout)
	}
	if err := named(c.Serve.Load); err != nil {
		return err
	}
	var d door
	if command.Command() == "serve" { // what cannot be served makes no store
		if d, err = c.Serve.open(ctx, c.log); err != nil {
			return err
		}
		defer d.close()
	}
	s, err := c.open(ctx, o, command.Command())
	if err != nil {
		return err
	}
	err = c.do(ctx, command.Command(), s, d, o, rules)
	return errors.Join(err, s.Close())
}

// do is a command on a store.
func (c *cli) do(ctx context.Context, command string, s store.Store, d door, o *ontology.Ontology, rules *loader.Rules) error {
	switch command {
	case "load <path>":
		return c.load(ctx, s, rules)
	case "check":
		return c.check(ctx, s)
	case "export":
		return c.export(ctx, s, o)
	case "backup <file>":
		return c.backup(ctx, s)
	case "retract <report>":
		return loader.Retract(ctx, s, o, c.Retract.Reports, c.Retract.Yes, c.stdout)
	}
	return c.serve(ctx, s, d, o, rules)
}

// rules are the built-in rules, and those of --rules.
func (c *cli) rules(o *ontology.Ontology) (*loader.Rules, error) {
	if c.Rules == "" {
		return loader.BuiltinRules(o)
	}
	if info, err := os.Stat(c.Rules); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("--rules %s is no folder that can be read", c.Rules)
	}
	r, err := loader.BuiltinRules(o, os.DirFS(c.Rules))
	if err != nil {
		return nil, fmt.Errorf("--rules %s: %w", c.Rules, err)
	}
	for _, change := range r.Changes {
		if change.Idle {
			c.log.Warn("an entry of --rules changes nothing", "entry", change.What)
		} else {
			c.log.Info("--rules "+change.What, "folder", c.Rules)
		}
	}
	return r, nil
}

// embedded says whether the store is a SQLite file.
func (c *cli) embedded() bool { return strings.HasPrefix(c.Store, "sqlite:") }

// open opens the store that --store names. Only what is loaded or served makes a file: what is looked at, or taken away from, is to be
// there.
func (c *cli) open(ctx context.Context, o *ontology.Ontology, command string) (store.Store, error) {
	scheme, rest, _ := strings.Cut(c.Store, ":")
	if command == "serve" && c.Serve.ReadOnly {
		if len(c.Serve.Load) > 0 {
			return nil, errors.New("--read-only goes without --load: load first")
		}
		return c.openReadOnly(ctx, o)
	}
	switch scheme {
	case "sqlite":
		_, err := os.Stat(rest)
		switch {
		case !os.IsNotExist(err) || command == "serve" || command == "load <path>" && !c.Load.DryRun:
			return sqlite.Open(ctx, rest, o)
		case command == "load <path>":
			return sqlite.Throwaway(ctx, o)
		}
		return nil, fmt.Errorf("there is no store %s: check its name, or load reports into it first", rest)
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		return neo4j.Open(ctx, c.Store, c.getenv("NEO4J_USERNAME"), c.getenv("NEO4J_PASSWORD"), o)
	}
	return nil, fmt.Errorf("--store %q is no store: write sqlite:FILE, neo4j://HOST:7687, neo4j+s://HOST or bolt://HOST:7687", scheme)
}

func (c *cli) serve(ctx context.Context, s store.Store, d door, o *ontology.Ontology, rules *loader.Rules) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	serving := graph.Serving{
		Ontology: o, Store: s, Sizes: graph.NewSizes(o, s), Limits: c.Serve.Limit, Log: c.log,
		Hosts: c.Serve.Host, Origins: c.Serve.AllowOrigin, TrustProxy: c.Serve.TrustProxy,
		NoIntrospection: !c.Serve.Introspection, Guard: d.guard, Documents: d.documents}
	c.reload(ctx, d.guard)
	if err := c.fill(ctx, s, rules); err != nil {
		return err
	}
	looking, looked := context.WithTimeout(ctx, firstLook)
	_ = serving.Sizes.Renew(looking) // it is tried again, which says what stands in the way
	looked()
	var measuring sync.WaitGroup
	measuring.Go(func() { serving.Sizes.Keep(ctx, c.log) })
	defer measuring.Wait()
	defer stop()
	server := &http.Server{
		Handler:           graph.NewHandler(serving),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      c.Serve.Limit.Time + 30*time.Second, // for the answer itself, whatever the limit
		IdleTimeout:       2 * time.Minute,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(d.listener) }()
	fmt.Fprintf(c.stdout, "listening on %s://%s\n", d.scheme, d.listener.Addr())
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
		finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.Serve.Limit.Time)
		defer cancel()
		return server.Shutdown(finish)
	}
}

// firstLook is how long a server waits to know how much its graph holds before it listens: the cost of requests is estimated by that. Where
// it takes longer they count as those of an empty graph for so long.
const firstLook = 10 * time.Second
