package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// floor answers a question by its Cypher: one statement over the bare driver, and its rows as JSON. It is what somebody would write who
// needs these questions alone.
type floor struct {
	driver driver.DriverWithContext
	cypher map[string]string // by letter
}

func newFloor(url, user, password string) (*floor, error) {
	auth := driver.NoAuth()
	if user != "" {
		auth = driver.BasicAuth(user, password, "")
	}
	d, err := driver.NewDriverWithContext(url, auth)
	if err != nil {
		return nil, fmt.Errorf("open the floor: %w", err)
	}
	f := &floor{d, map[string]string{}}
	for _, q := range questions {
		f.cypher[q.letter] = q.cypher
	}
	return f, nil
}

// serveFloor serves the floor until ctx ends.
func serveFloor(ctx context.Context, url string) error {
	f, err := newFloor(url, os.Getenv("NEO4J_USERNAME"), os.Getenv("NEO4J_PASSWORD"))
	if err != nil {
		return err
	}
	defer f.close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listening + l.Addr().String())
	server := &http.Server{Handler: f, ReadHeaderTimeout: time.Minute}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (f *floor) close() { _ = f.driver.Close(context.Background()) }

func (f *floor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var asked request
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	rows, err := f.answer(r.Context(), asked)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(append(appendJSON([]byte(`{"data":`), rows), '}'))
}

// appendJSON writes what the driver gives, faster than encoding/json does.
func appendJSON(b []byte, v any) []byte {
	switch v := v.(type) {
	case []any:
		b = append(b, '[')
		for i, one := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, one)
		}
		return append(b, ']')
	case int64:
		return strconv.AppendInt(b, v, 10)
	case string:
		if strings.IndexFunc(v, func(c rune) bool { return c < ' ' || c == '"' || c == '\\' || c == utf8.RuneError }) < 0 {
			return append(append(append(b, '"'), v...), '"')
		}
	}
	text, _ := json.Marshal(v)
	return append(b, text...)
}

func (f *floor) answer(ctx context.Context, asked request) ([]any, error) {
	session := f.driver.NewSession(ctx, driver.SessionConfig{AccessMode: driver.AccessModeRead})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, f.cypher[asked.Query], asked.Variables)
	if err != nil {
		return nil, err
	}
	rows := []any{}
	for result.Next(ctx) {
		rows = append(rows, result.Record().Values)
	}
	return rows, result.Err()
}
