package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net"
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

// requests are some for one question: the same ones for every target.
func requests(q question, t *target, values map[string][]string) (all [][]byte) {
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
		head := fmt.Sprintf("POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", t.address, len(body))
		all = append(all, append([]byte(head), body...))
	}
	return all
}

// figures are what one target did with one question.
type figures struct {
	rates []float64 // answers a second, by round
	took  []time.Duration
}

// measure asks all targets all questions and prints the table.
func (b *bench) measure(values map[string][]string) error {
	o, targets := b.options, b.targets
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
				rate, took, err := slice(targets[at], requests(q, targets[at], values), o)
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

// slice is one turn: each client asks one thing after the other, on a connection of its own.
func slice(t *target, requests [][]byte, o options) (rate float64, took []time.Duration, err error) {
	var mu sync.Mutex
	var wait sync.WaitGroup
	start := time.Now()
	for c := range o.clients {
		wait.Go(func() {
			var mine []time.Duration
			a, failed := dial(t)
			for i := c * 31; failed == nil && time.Since(start) < o.slice; i++ {
				began := time.Now()
				failed = a.ask(requests[i%len(requests)])
				mine = append(mine, time.Since(began))
			}
			if a != nil {
				_ = a.Close()
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

// client writes requests as they are and reads the answers: what it takes of the processors is little beside what servers do.
type client struct {
	net.Conn
	answers *bufio.Reader
	text    bytes.Buffer
}

func dial(t *target) (*client, error) {
	c, err := net.Dial("tcp", t.address)
	if err != nil {
		return nil, err
	}
	return &client{Conn: c, answers: bufio.NewReaderSize(c, 64<<10)}, nil
}

func (c *client) ask(request []byte) error {
	if _, err := c.Write(request); err != nil {
		return err
	}
	answer, err := http.ReadResponse(c.answers, nil)
	if err != nil {
		return err
	}
	c.text.Reset()
	if _, err = c.text.ReadFrom(answer.Body); err != nil {
		return err
	}
	if text := c.text.Bytes(); answer.StatusCode != http.StatusOK || bytes.Contains(text[:min(len(text), 64)], []byte(`"errors"`)) {
		return fmt.Errorf("%s: %.300s", answer.Status, text)
	}
	return nil
}
