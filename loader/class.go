package loader

import (
	"fmt"
	"strings"

	"councilgraph/graph/ontology"
	"councilgraph/loader/lexicon"
)

// class is what may stand in a slot: a label, or a kind of one, or something that is no entity.
type class struct {
	sign              rune
	name, label, kind string
}

// classes are all classes by the names that rules call them: a label stands for all its kinds.
type classes struct {
	byName map[string][]class
}

// Classes that are no labels of the ontology.
const (
	classDate   = "Date"
	classNumber = "Number"
	classOffice = "Office" // an office, with whom it is held at where the text says so
	classSymbol = "Symbol" // another document's symbol
)

// officeClasses are the classes that offices stand in: all in the first, and by whether the phrase names the body, and whether its title is
// in the plural; at last those of which the phrase begins with whose they are, and the last of those of several persons in turn.
var officeClasses = [][]string{
	{classOffice, "Office.BARE", "Office.SINGULAR"}, {classOffice, "Office.BARE", "Office.PLURAL"},
	{classOffice, "Office.SEATED", "Office.SINGULAR"}, {classOffice, "Office.SEATED", "Office.PLURAL"},
	{classOffice, "Office.SEATED", "Office.SINGULAR", "Office.OWNED"}, {classOffice, "Office.SEATED", "Office.SINGULAR", "Office.INTURN"},
}

// ofOffice is the sign of an office.
func (c classes) ofOffice(o *office) rune {
	i := 0
	if len(o.bodies) > 0 {
		i += 2
	}
	switch {
	case o.plural:
		i++
	case o.owned && i > 0:
		i = 4
	case o.inTurn && i > 0:
		i = 5
	}
	return c.byName[classOffice][i].sign
}

func newClasses(o *ontology.Ontology) classes {
	c := classes{byName: map[string][]class{}}
	next := rune(0xE000)
	add := func(name, label, kind string) {
		one := class{next, name, label, kind}
		next++
		if kind != "" && kind != "OTHER" {
			c.byName[kind] = append(c.byName[kind], one)
		}
		if kind != "" {
			c.byName[label+"."+kind] = []class{one}
		}
		c.byName[name] = append(c.byName[name], one)
	}
	for _, t := range o.Types {
		switch {
		case !t.Named:
		case t.Kind == nil:
			add(t.Name, t.Name, "")
		default:
			for _, kind := range t.Kind.Values {
				add(t.Name, t.Name, kind)
			}
		}
	}
	for _, name := range []string{classDate, classNumber, classSymbol} {
		add(name, "", "")
	}
	for _, kinds := range officeClasses {
		for _, name := range kinds {
			c.byName[name] = append(c.byName[name], class{sign: next, name: classOffice})
		}
		next++
	}
	c.byName["Body"] = append(append([]class{}, c.byName["Court"]...), c.byName["Organization"]...)
	c.byName["Seat"] = append(append([]class{}, c.byName["Body"]...), c.byName["Place"]...)
	return c
}

// set is a character class for one or several class names joined by |.
func (c classes) set(names string) (string, error) {
	var b strings.Builder
	b.WriteByte('[')
	for name := range strings.SplitSeq(names, "|") {
		members := c.byName[name]
		if members == nil {
			return "", fmt.Errorf("{%s} is neither a class nor a word of words.yaml", name)
		}
		for _, m := range members {
			fmt.Fprintf(&b, `\x{%X}`, m.sign)
		}
	}
	b.WriteByte(']')
	return b.String(), nil
}

// one finds the class of a label without kinds, or of a kind.
func (c classes) one(name string) (class, bool) {
	members := c.byName[name]
	if other := c.byName[name+".OTHER"]; other != nil { // a label with kinds
		members = other
	}
	if len(members) != 1 && name != classOffice {
		return class{}, false
	}
	return members[0], true
}

func (c classes) sign(e *lexicon.Entity) rune {
	name := e.Label
	if e.Kind != "" {
		name += "." + e.Kind
	}
	return c.byName[name][0].sign
}
