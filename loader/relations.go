package loader

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"councilgraph/graph/ontology"
	"councilgraph/loader/frames"
)

// relationNames are the types of the relations that no rule writes by its name: rule files say under `relations` which they are. A later
// file takes the place of an earlier one.
type relationNames struct {
	Office        string `yaml:"office"`        // a person holds an office at a body or place
	Membership    string `yaml:"membership"`    // a person belongs to an organization
	Resignation   string `yaml:"resignation"`   // a person gives up an office
	Letter        string `yaml:"letter"`        // a report was sent by who signed its letter
	Annex         string `yaml:"annex"`         // a report was written by who signed its annex
	Addressee     string `yaml:"addressee"`     // a report is addressed to an organ
	Subject       string `yaml:"subject"`       // a report is about a body or place
	Period        string `yaml:"period"`        // a report covers a period
	Contents      string `yaml:"contents"`      // a report has a paragraph
	Mention       string `yaml:"mention"`       // a paragraph names somebody or something
	Account       string `yaml:"account"`       // a report tells of an event
	Participation string `yaml:"participation"` // somebody takes part in an event
	Location      string `yaml:"location"`      // an event was at a place
	Figure        string `yaml:"figure"`        // a report states a figure
	Whose         string `yaml:"whose"`         // a figure is a body's or a place's
	Component     string `yaml:"component"`     // a body is a part of the one that its name ends in
	Nesting       string `yaml:"nesting"`       // a place lies in another one
}

// purposes are what relations are for, with the labels that each must be able to join.
func (n *relationNames) purposes() []purpose {
	return []purpose{
		{"office", n.Office, "Person", "Organization"},
		{"membership", n.Membership, "Person", "Organization"},
		{"resignation", n.Resignation, "Person", "Organization"},
		{"letter", n.Letter, "Report", "Person"},
		{"annex", n.Annex, "Report", "Person"},
		{"addressee", n.Addressee, "Report", "Organization"},
		{"subject", n.Subject, "Report", "Organization"},
		{"period", n.Period, "Report", "Period"},
		{"contents", n.Contents, "Report", "Paragraph"},
		{"mention", n.Mention, "Paragraph", "Person"},
		{"account", n.Account, "Report", "Event"},
		{"participation", n.Participation, "Person", "Event"},
		{"location", n.Location, "Event", "Place"},
		{"figure", n.Figure, "Report", "Observation"},
		{"whose", n.Whose, "Observation", "Organization"},
		{"component", n.Component, "Organization", "Organization"},
		{"nesting", n.Nesting, "Place", "Place"},
	}
}

// purpose is what a relation type is named for, and the labels that it must be able to join.
type purpose struct{ key, typ, from, to string }

// readRelations reads the types of relations under the key `relations` of a rule file.
func (r *Rules) readRelations(node ast.Node) error {
	if err := yaml.NodeToValue(node, &r.types, yaml.Strict()); err != nil {
		why, _, _ := strings.Cut(strings.TrimSpace(err.Error()), "\n")
		return fmt.Errorf("relations must map what a relation is for to its type: %s", why)
	}
	return nil
}

// checkRelations says what is wrong with the types of relations that the files name.
func (r *Rules) checkRelations() error {
	for _, p := range r.types.purposes() {
		relation := r.o.Relation(p.typ)
		switch {
		case p.typ == "":
			return fmt.Errorf("relations: no file names the type of %q", p.key)
		case relation == nil:
			return fmt.Errorf("relations: %s: %q is no relation type of the schema", p.key, p.typ)
		case !relation.Joins(r.o.Type(p.from), r.o.Type(p.to)):
			return fmt.Errorf("relations: %s: %s cannot lead from %s to %s", p.key, p.typ, p.from, p.to)
		}
	}
	mention := r.o.Relation(r.types.Mention)
	if i := slices.IndexFunc(r.o.Types, func(t *ontology.Type) bool { return t.Named && !mention.Joins(r.o.Type("Paragraph"), t) }); i >= 0 {
		return fmt.Errorf("relations: mention: %s cannot lead to %s, whose names rule files may give", mention.Name, r.o.Types[i].Name)
	}
	return nil
}

// offices are the types that frames write of offices.
func (n *relationNames) offices() frames.OfficeTypes {
	return frames.OfficeTypes{Holds: n.Office, Belongs: n.Membership, Resigns: n.Resignation}
}
