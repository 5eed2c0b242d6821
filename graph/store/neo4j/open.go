// Package neo4j is the graph store for real deployments: Neo4j 5 (5.23 or later), one server or a cluster, through its driver.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// Store is a graph in a Neo4j database. It is safe for concurrent use, also by several processes: writes take a lock in the database.
type Store struct {
	o          *ontology.Ontology
	driver     driver.DriverWithContext
	database   string
	recent     recent
	statements atomic.Uint64
	together   together
	known      atomic.Pointer[known]
	census     census
	tiers      *tiers
	open       context.Context // until Close
	close      context.CancelFunc
}

var _ store.Store = (*Store)(nil)

// Open connects to the database that a URL names (neo4j://HOST:7687, neo4j+s://, bolt:// and their like; ?database=NAME; other parameters
// are the driver's routing context) and makes the constraints and indexes that the ontology asks for. A database of a newer layout, or one
// that holds something else, is refused and left as it is. The error wraps store.ErrUnavailable where the server does not answer.
func Open(ctx context.Context, address, user, password string, o *ontology.Ontology) (*Store, error) {
	return connect(ctx, address, user, password, o, (*Store).prepare)
}

// OpenReadOnly is Open for a user that may only read: the database must be one that Open has made ready.
func OpenReadOnly(ctx context.Context, address, user, password string, o *ontology.Ontology) (*Store, error) {
	return connect(ctx, address, user, password, o, (*Store).ready)
}

func connect(ctx context.Context, address, user, password string, o *ontology.Ontology, prepare func(*Store, context.Context) error) (*Store, error) {
	target, database, err := target(address)
	if err != nil {
		return nil, err
	}
	auth := driver.NoAuth()
	if user != "" || password != "" {
		auth = driver.BasicAuth(user, password, "")
	}
	d, err := driver.NewDriverWithContext(target, auth, func(c *config.Config) {
		c.ConnectionAcquisitionTimeout = 5 * time.Second
		c.SocketConnectTimeout = 3 * time.Second
		c.MaxTransactionRetryTime = 10 * time.Second
	})
	if err != nil {
		return nil, fmt.Errorf("open the store: the driver cannot read its URL: write neo4j://HOST:7687: %w", err)
	}
	s := &Store{o: o, driver: d, database: database, together: newTogether(), tiers: newTiers()}
	s.open, s.close = context.WithCancel(context.Background())
	if err := prepare(s, ctx); err != nil {
		_ = d.Close(ctx)
		return nil, fmt.Errorf("open the store: %w", err)
	}
	return s, nil
}

// target splits the database's name from the URL that the driver reads.
func target(address string) (string, string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "", "", errors.New("open the store: the URL names no host: write neo4j://HOST:7687")
	}
	if u.User != nil {
		return "", "", errors.New("open the store: the URL holds a user or a password: give them as NEO4J_USERNAME and NEO4J_PASSWORD")
	}
	if strings.Trim(u.Path, "/") != "" {
		return "", "", errors.New("open the store: the URL has a path: name the database as ?database=NAME")
	}
	q := u.Query()
	database := q.Get("database")
	q.Del("database")
	u.RawQuery = q.Encode()
	return u.String(), database, nil
}

func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.recent.bookmarks(mode)})
}

// Close is part of store.Store.
func (s *Store) Close() error {
	s.close()
	s.census.ended.Wait()
	if s.tiers != nil {
		s.tiers.warming.Wait()
	}
	return s.driver.Close(context.Background())
}

// Statements counts the statements that have read the graph, those that were tried again too.
func (s *Store) Statements() uint64 { return s.statements.Load() }

// tries is how often a read is sent that fails for a passing reason.
const tries = 3

// read runs one statement in a transaction of its own, on a member that may be a follower, and calls each for every record.
func (s *Store) read(ctx context.Context, text string, params map[string]any, each func(*driver.Record) error) error {
	var err error
	for try := range tries {
		if try > 0 {
			select {
			case <-time.After(time.Duration(try) * 50 * time.Millisecond):
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		}
		handed := false
		err = s.readOnce(ctx, text, params, func(r *driver.Record) error { handed = true; return each(r) })
		if err == nil || handed || !passing(err) {
			break
		}
	}
	return because(ctx, err)
}

// parameters begins the name of each parameter of a statement. They are all in one map: the server keeps a plan of a statement for each
// size that a text or a list has which is a parameter itself (1, up to 10, up to 100 and so on), and takes its time for each.
const parameters = "$given."

func given(params map[string]any) map[string]any { return map[string]any{"given": params} }

func (s *Store) readOnce(ctx context.Context, text string, params map[string]any, each func(*driver.Record) error) error {
	session := s.session(ctx, driver.AccessModeRead)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	var configure []func(*driver.TransactionConfig)
	if deadline, ok := ctx.Deadline(); ok {
		configure = append(configure, driver.WithTxTimeout(max(time.Until(deadline), time.Millisecond))) // the server ends it too
	}
	s.statements.Add(1)
	result, err := session.Run(ctx, text, given(params), configure...)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		if err := each(result.Record()); err != nil {
			return err
		}
	}
	return result.Err()
}

// passing says whether an error is for a passing reason: the server says so, or a write has taken away what the statement was about to look
// at.
func passing(err error) bool {
	return driver.IsRetryable(err) && !outOfMemory(err) || vanished(err)
}

// vanished says whether a statement came by what a write had taken away: Neo4j reads what is committed, also while a statement runs.
func vanished(err error) bool {
	var server *driver.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.ClientError.Statement.EntityNotFound"
}

// outOfMemory says whether a transaction was ended since it took more memory than the server lets it take.
func outOfMemory(err error) bool {
	var server *driver.Neo4jError
	return errors.As(err, &server) && strings.HasSuffix(server.Code, "OutOfMemoryError")
}

// because says whose fault an error of the driver is: the context's, the connection's, or else.
func because(ctx context.Context, err error) error {
	var server *driver.Neo4jError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case outOfMemory(err):
		return fmt.Errorf("%w: %w", store.ErrOutOfMemory, err)
	case driver.IsConnectivityError(err), passing(err):
		return fmt.Errorf("%w: %w", store.ErrUnavailable, err)
	}
	if errors.As(err, &server) {
		switch server.Code {
		case "Neo.ClientError.Transaction.TransactionTimedOut":
			return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
		case "Neo.ClientError.Procedure.ProcedureCallFailed": // those of full-text indexes are all that is called
			return fmt.Errorf("%w: %w: %w", store.ErrUnavailable, errEmptied, err)
		}
	}
	return err
}

// Held is part of store.Store.
func (s *Store) Held(ctx context.Context) (headers []store.Header, err error) {
	err = s.read(ctx, heldText, nil, func(r *driver.Record) error {
		headers = append(headers, header(r))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the documents held: %w", err)
	}
	return headers, nil
}

const headerColumns = "d.report, d.hash, d.symbol, d.restates, d.source, d.told, d.date"

const heldText = "MATCH (d:_Document) RETURN " + headerColumns + " ORDER BY d.report"

func header(r *driver.Record) store.Header {
	v := r.Values
	return store.Header{Report: str(v[0]), Hash: str(v[1]), Symbol: str(v[2]), Restates: str(v[3]), SourceName: str(v[4]), Told: str(v[5]), Date: str(v[6])}
}

func str(v any) string {
	s, _ := v.(string)
	return s
}
