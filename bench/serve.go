package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"councilgraph/graph/store"
)

// Each target is a process of its own, as it is to a client: what it does beside answering, such as logging, metering and waiting for a
// turn, is measured with it.

// bench is a run of it.
type bench struct {
	options
	dir, program string
	documents    []store.Document
	targets      []*target
}

// target is a server that is measured.
type target struct {
	name, address string
	floor         bool // it takes the letter of a question instead of the question
	process       *exec.Cmd
}

const listening = "listening on http://"

// build makes the program.
func (b *bench) build(ctx context.Context) error {
	b.program = filepath.Join(b.dir, "councilgraph")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", b.program, ".").CombinedOutput(); err != nil {
		return fmt.Errorf("build the program: %w: %s", err, out)
	}
	return nil
}

// start has the program serve a store, with what is default.
func (b *bench) start(name, url string) error {
	return b.run(&target{name: name, process: exec.Command(b.program, "serve", "--store", url, "--listen", "127.0.0.1:0")})
}

func (b *bench) startFloor() error {
	this, err := os.Executable()
	if err != nil {
		return err
	}
	return b.run(&target{name: "floor", floor: true, process: exec.Command(this, "-floor", b.neo4j)})
}

// run runs a server until the end, when it says where it listens. It logs into a file.
func (b *bench) run(t *target) error {
	log, err := os.Create(filepath.Join(b.dir, t.name+".log"))
	if err != nil {
		return err
	}
	defer log.Close()
	t.process.Stderr = log
	out, err := t.process.StdoutPipe()
	if err != nil {
		return err
	}
	if err := t.process.Start(); err != nil {
		return fmt.Errorf("start %s: %w", t.name, err)
	}
	lines, found := bufio.NewScanner(out), false
	for !found && lines.Scan() {
		t.address, found = strings.CutPrefix(lines.Text(), listening)
	}
	if !found {
		said, _ := os.ReadFile(log.Name())
		return errors.Join(fmt.Errorf("start %s: %s", t.name, said), t.process.Wait())
	}
	b.targets = append(b.targets, t)
	return nil
}

// stop ends the servers.
func (b *bench) stop() {
	for _, t := range b.targets {
		_ = t.process.Process.Signal(syscall.SIGTERM)
		_ = t.process.Wait()
	}
}
