package plan

import (
	"strings"

	"councilgraph/graph/ontology"
)

// maxOrder is how many keys one order may have.
const maxOrder = 10

// order reads orderBy: exactly one key in each object. What it names comes before the page's own order, of which only the id stays.
func (r *request) order(page *Page, of connectionOf, v any, at place) *Error {
	list := asList(v)
	if len(list) == 0 {
		return nil
	}
	if len(list) > maxOrder {
		return badInput(nil, "%s(orderBy:) has %d keys; the limit is %d", at, len(list), maxOrder)
	}
	b := &orderReader{request: r, page: page, at: at}
	for _, one := range list {
		var err *Error
		if of.name == "Relation" {
			err = b.relation(one)
		} else {
			err = b.node(of.name, one, nil)
		}
		if err != nil {
			return err
		}
	}
	page.Order = append(b.keys, page.Order[len(page.Order)-1])
	return nil
}

type orderReader struct {
	*request
	page *Page
	at   place
	keys []Order
}

// one is the single key of an order object.
func (b *orderReader) one(v any) (key string, value any, err *Error) {
	m, _ := v.(map[string]any)
	for k, v := range m {
		if v == nil {
			continue
		}
		if value != nil {
			return "", nil, badInput(nil, "%s(orderBy:) has an object with more than one key: write one object for each, the first sorts first", b.at)
		}
		key, value = k, v
	}
	if value == nil {
		return "", nil, badInput(nil, "%s(orderBy:) has an object without a key", b.at)
	}
	return key, value, nil
}

// node reads <Type>Order; via leads from the row's node to the one that is ordered by.
func (b *orderReader) node(typ string, v any, via []*ontology.Field) *Error {
	key, value, err := b.one(v)
	if err != nil {
		return err
	}
	base := Order{Of: OfNode, Via: via, Column: key, Desc: value == "DESC"}
	switch key {
	case "id":
		b.add(base, ontology.Enum, false)
		return nil
	case "name":
		b.add(base, ontology.String, false)
		return nil
	case "relation":
		if via != nil || b.page.Over != OverRelationsHere {
			return badInput(nil, "%s(orderBy:) has no relation to order by: it is there on relation fields only", b.at)
		}
		return b.relation(value)
	}
	t := b.o.Type(typ)
	if p := t.Property(key); p != nil {
		b.add(base, p.Kind, p.Name == "date" && ontology.HasInterval(t.Properties))
		return nil
	}
	if field := t.Field(strings.TrimSuffix(key, "Count")); field != nil && !field.One {
		base.Column, base.Count, base.Kind = "", field, ontology.Int
		b.keys = append(b.keys, base)
		return nil
	}
	field := t.Field(key)
	return b.node(field.FarName, value, append(via[:len(via):len(via)], field))
}

// relation reads RelationOrder.
func (b *orderReader) relation(v any) *Error {
	key, value, err := b.one(v)
	if err != nil {
		return err
	}
	base := Order{Of: OfRelation, Column: key, Desc: value == "DESC"}
	kind := ontology.Enum // id and type
	for _, p := range b.o.RelationProperties {
		if p.Name == key {
			kind = p.Kind
		}
	}
	b.add(base, kind, key == "date" && ontology.HasInterval(b.o.RelationProperties))
	return nil
}

// add adds the keys for a column: text by its folded form, then as written; a date that has an interval by dateFrom, then dateTo.
func (b *orderReader) add(base Order, kind ontology.Kind, interval bool) {
	base.Kind = kind
	switch {
	case interval:
		for _, end := range []string{"dateFrom", "dateTo"} {
			base.Column = end
			b.keys = append(b.keys, base)
		}
		return
	case kind == ontology.String:
		folded := base
		folded.Folded = true
		b.keys = append(b.keys, folded)
	}
	b.keys = append(b.keys, base)
}
