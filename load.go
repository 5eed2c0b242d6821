package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"councilgraph/graph/store"
	"councilgraph/loader"
	"councilgraph/reports"
)

type load struct {
	Paths   []string `arg:"" name:"path" help:"Files, folders, or - for standard input."`
	Symbol  string   `placeholder:"SYMBOL" help:"The document symbol, where the text lacks it, such as S/2021/228."`
	Replace bool     `help:"Let a document replace another one of the same series and period."`
	OCR     bool     `name:"ocr" help:"Read pages of a PDF that are pictures with Tesseract, which is to be on the path. The report then says so, and how sure Tesseract was."`
	Report  string   `type:"path" placeholder:"FILE.jsonl" help:"Write a line of JSON for each document to this file: its outcome, what of it could not be read, its error."`
	DryRun  bool     `help:"Show the facts with their quotes and write nothing."`
}

// named refuses files and folders that are not there, before anything is made of the rest.
func named(paths []string) error {
	for _, p := range paths {
		if _, err := os.Stat(p); p != "-" && err != nil {
			return fmt.Errorf("--load %s: there is no such file or folder", p)
		}
	}
	return nil
}

func (c *cli) load(ctx context.Context, s store.Store, rules *loader.Rules) error {
	options := loader.Options{Symbol: c.Load.Symbol, OCR: c.Load.OCR, Replace: c.Load.Replace, DryRun: c.Load.DryRun, Stdin: c.stdin,
		Out: c.stdout, Progress: c.progress()}
	if c.Load.Report == "" {
		summary, err := loader.Load(ctx, s, rules, c.Load.Paths, options)
		return c.report(summary, err, true)
	}
	file, err := os.Create(c.Load.Report)
	if err != nil {
		return fmt.Errorf("make the file that --report names: %w", err)
	}
	options.Report = file
	summary, err := loader.Load(ctx, s, rules, c.Load.Paths, options)
	if closed := file.Close(); err == nil && closed != nil {
		err = fmt.Errorf("write the file that --report names: %w", closed)
	}
	return c.report(summary, err, true)
}

// report prints what a load did. Documents that failed are an error where the load is all that was asked for.
func (c *cli) report(summary loader.Summary, err error, strict bool) error {
	fmt.Fprint(c.stdout, summary)
	if err == nil && strict && summary.Failed() > 0 {
		err = fmt.Errorf("not all documents were loaded: the lines that begin with failed say why")
	}
	return err
}

// progress is a bar on a terminal, and a line for each document elsewhere.
func (c *cli) progress() func(loader.Done) {
	facts := 0
	if f, ok := c.stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		var bar *progressbar.ProgressBar
		return func(d loader.Done) {
			if bar == nil {
				bar = progressbar.NewOptions(d.Total, progressbar.OptionShowCount(), progressbar.OptionShowIts(),
					progressbar.OptionSetItsString("documents"), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
			}
			facts += d.Facts
			bar.Describe(fmt.Sprintf("%d facts", facts))
			_ = bar.Add(1)
		}
	}
	return func(d loader.Done) {
		state := d.Outcome.Result.String()
		if d.Err != nil {
			state = "failed"
		}
		fmt.Fprintf(c.stdout, "%d/%d %s: %s, %d facts\n", d.Index, d.Total, d.Name, state, d.Facts)
	}
}

// fill loads what the graph is to hold before it is served.
func (c *cli) fill(ctx context.Context, s store.Store, rules *loader.Rules) error {
	options := loader.Options{Stdin: c.stdin}
	paths := c.Serve.Load
	if len(paths) == 0 {
		if !c.embedded() || c.Serve.ReadOnly {
			return nil
		}
		if n, err := s.Count(ctx); err != nil || n.Nodes > 0 {
			return err
		}
		options.Files, paths = reports.Bundled, []string{"."}
	}
	summary, err := loader.Load(ctx, s, rules, paths, options)
	if err = c.report(summary, err, false); err == nil && summary.New+summary.Changed+summary.Unchanged == 0 {
		err = errors.New("none of the documents was loaded: the lines that begin with failed say why")
	}
	return err
}
