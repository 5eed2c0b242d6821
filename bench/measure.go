package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// request is the body of a GraphQL request; to the floor the query is a letter.
type request struct {
	Query     string         `json:"query"`
	Variables map[string]any `json:"variables,omitempty"`
}

// bodies are requests for one question: the same ones for every target.
func bodies(q question, t target, values map[string][]string) (all [][]byte) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		asked := request{Query: q.query, Variables: map[string]any{}}
		if t.floor {
			asked.Query = q.letter
		}
		for _, name := range []string{"id", "name", "text", "from", "to"} {
			if of := values[q.variables[name]]; len(of) > 0 {
				asked.Variables[name] = of[r.IntN(len(of))]
			}
		}
		body, _ := json.Marshal(asked)
		all = append(all, body)
	}
	return all
}

// figures are what one target did with one question.
type figures struct {
	rates []float64 // answers a second, by round
	took  []time.Duration
}

// measure asks all targets all questions and prints the table.
func measure(o options, targets []target, values map[string][]string) error {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: o.clients, DisableCompression: true}}
	fmt.Printf("\n%d clients, median of %d rounds of %v\n\n| question |", o.clients, o.rounds, o.slice)
	columns := 0
	for _, t := range targets {
		fmt.Printf(" %s, answers/s | p50 ms |", t.name)
		columns += 2
		if targets[0].floor && !t.floor {
			fmt.Print(" of floor |")
			columns++
		}
	}
	fmt.Println("\n|---|" + strings.Repeat("---|", columns))
	for _, q := range questions {
		if o.only != "" && !slices.Contains(strings.Split(o.only, ","), q.letter) {
			continue
		}
		all := make([]figures, len(targets))
		for round := -1; round < o.rounds; round++ { // the first is to warm up
			for i := range targets {
				at := (i + round + 1) % len(targets)
				rate, took, err := slice(client, targets[at], bodies(q, targets[at], values), o)
				if err != nil {
					return fmt.Errorf("%s asked of %s: %w", q.letter, targets[at].name, err)
				}
				if round >= 0 {
					all[at].rates, all[at].took = append(all[at].rates, rate), append(all[at].took, took...)
				}
			}
		}
		fmt.Printf("| %s %s |", q.letter, q.what)
		for i, f := range all {
			slices.Sort(f.took)
			fmt.Printf(" %.0f | %.2f |", median(f.rates), float64(f.took[len(f.took)/2].Microseconds())/1000)
			if targets[0].floor && i > 0 {
				ratios := make([]float64, o.rounds)
				for round := range ratios {
					ratios[round] = f.rates[round] / all[0].rates[round]
				}
				fmt.Printf(" %.2f |", median(ratios))
			}
		}
		fmt.Println()
	}
	return nil
}

func median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[len(sorted)/2]
}

// slice is one turn: each client asks one thing after the other.
func slice(client *http.Client, t target, bodies [][]byte, o options) (rate float64, took []time.Duration, err error) {
	var mu sync.Mutex
	var wait sync.WaitGroup
	start := time.Now()
	for c := range o.clients {
		wait.Go(func() {
			var mine []time.Duration
			var failed error
			for i := c * 31; failed == nil && time.Since(start) < o.slice; i++ {
				began := time.Now()
				failed = ask(client, t.url, bodies[i%len(bodies)])
				mine = append(mine, time.Since(began))
			}
			mu.Lock()
			defer mu.Unlock()
			took = append(took, mine...)
			if failed != nil {
				err = failed
			}
		})
	}
	wait.Wait()
	return float64(len(took)) / time.Since(start).Seconds(), took, err
}

func ask(client *http.Client, url string, body []byte) error {
	answer, err := client.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err == nil && (answer.StatusCode != http.StatusOK || bytes.Contains(text[:min(len(text), 64)], []byte(`"errors"`))) {
		err = fmt.Errorf("%s: %.300s", answer.Status, text)
	}
	return err
}
