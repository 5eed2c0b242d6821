package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"

	"councilgraph/graph"
	"councilgraph/graph/export"
	"councilgraph/graph/ontology"
	"councilgraph/graph/store"
)

// exportCommand writes the graph, or a neighbourhood in it, for other programs.
type exportCommand struct {
	Format    string   `required:"" enum:"graphml,gexf,jsonld,csv,cypher" help:"graphml, gexf, jsonld (with PROV-O), csv (a zip of nodes.csv and relations.csv) or cypher (a script that can be run again)."`
	Out       string   `short:"o" placeholder:"FILE" help:"The file to write; standard output without it."`
	Of        []string `placeholder:"NODE" help:"Only what is near this node, by id, symbol or name; may be repeated. Without it: everything but documentary relations."`
	Depth     int      `help:"With --of: how many steps, 1 to 6."`
	Types     []string `placeholder:"TYPE" help:"With --of: only relations of this type; may be repeated."`
	Direction string   `placeholder:"WAY" help:"With --of: OUT, IN or BOTH."`
	PerNode   int      `help:"With --of: the most relations followed from one node."`
	AsOf      string   `placeholder:"DAY" help:"As of this day, YYYY-MM-DD."`
}

// arguments are those of GET /export.
func (x *exportCommand) arguments() url.Values {
	given := url.Values{"format": {x.Format}}
	for name, values := range map[string][]string{"of": x.Of, "types": x.Types} {
		if len(values) > 0 {
			given[name] = values
		}
	}
	for name, value := range map[string]string{"direction": x.Direction, "asOf": x.AsOf} {
		if value != "" {
			given.Set(name, value)
		}
	}
	for name, value := range map[string]int{"depth": x.Depth, "perNode": x.PerNode} {
		if value != 0 {
			given.Set(name, strconv.Itoa(value))
		}
	}
	return given
}

func (c *cli) export(ctx context.Context, s store.Store, o *ontology.Ontology) error {
	format, request, err := graph.ReadExport(c.Export.arguments())
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if c.Export.Out != "" {
		file, err := os.Create(c.Export.Out)
		if err != nil {
			return fmt.Errorf("make the file that --out names: %w", err)
		}
		err = export.Write(ctx, file, format, o, graph.Exporter(o, s), request)
		if err = errors.Join(err, file.Close()); err != nil {
			return fmt.Errorf("export to %s, which is not whole: %w", c.Export.Out, err)
		}
		return nil
	}
	if err := export.Write(ctx, c.stdout, format, o, graph.Exporter(o, s), request); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}
