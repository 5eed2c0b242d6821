package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

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
	_ = json.NewEncoder(w).Encode(map[string]any{"data": rows})
}

func (f *floor) answer(ctx context.Context, asked request) ([][]any, error) {
	session := f.driver.NewSession(ctx, driver.SessionConfig{AccessMode: driver.AccessModeRead})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, f.cypher[asked.Query], asked.Variables)
	if err != nil {
		return nil, err
	}
	rows := [][]any{}
	for result.Next(ctx) {
		rows = append(rows, result.Record().Values)
	}
	return rows, result.Err()
}
