package loader

import (
	"fmt"
	"os"
	"testing"
)

func TestDebug(t *testing.T) {
	if file := os.Getenv("FILE"); file != "" {
		o, r := rulesFor(t)
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		x, err := r.Read(Source{Name: file, Text: b})
		if err != nil {
			t.Fatal(err)
		}
		x.print(os.Stdout)
		fmt.Println(x.Document.Header, x.Document.Check(o))
		for _, n := range x.Document.Nodes {
			if n.Type != "Paragraph" && n.Type != "Event" && n.Type != "Observation" {
				fmt.Println("NODE", n.Type, n.Properties["organizationKind"], n.Properties["placeKind"], n.Names)
			}
		}
		return
	}
	text := os.Getenv("TEXT")
	if text == "" {
		t.Skip()
	}
	_, r := rulesFor(t)
	n := newNaming(r, Calendar{Period: Interval{"2012-10-16", "2013-01-15"}, Date: "2013-02-04"})
	n.learn([]Paragraph{{Text: text}})
	tp, ms := n.read(text)
	for _, m := range ms {
		fmt.Println("mention", text[m.from:m.to], m.entity.Label, m.entity.Kind, m.entity.Name)
	}
	rd := &reader{rules: r, place: r.homes["Kosovo"]}
	for _, s := range sentences(tp) {
		rd.read(0, text, s)
		fmt.Println(show(r, rd.sentence))
	}
	for _, f := range rd.facts {
		fmt.Println(f.String(), "|", text[f.From:f.To], "|", f.Rule)
	}
}

func show(r *Rules, t *tape) string {
	out, k := "", 0
	for _, c := range t.text {
		if c >= 0xE000 && c < 0xF000 {
			s := t.slots[k]
			k++
			name := "?"
			for n, cs := range r.classes.byName {
				if len(cs) == 1 && cs[0].sign == c {
					name = n
				}
			}
			if s.office != nil {
				name += fmt.Sprintf("(%s,%v)", s.office.title, s.office.former)
				for _, b := range s.office.bodies {
					name += "@" + b.Name
				}
			}
			for _, e := range s.entities {
				name += ":" + e.Name
			}
			out += "<" + name + ">"
		} else {
			out += string(c)
		}
	}
	return out
}
