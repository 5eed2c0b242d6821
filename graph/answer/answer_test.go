package answer_test

import (
	"testing"

	"councilgraph/graph/answer"
	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// What always has a value and has none is an error at its path, but where the value was read while it changed: there it was taken away, and
// is left out.
func TestTakenAway(t *testing.T) {
	named := &plan.Object{ByType: map[string][]plan.Field{"Court": {{Name: "name", NonNull: true, Out: plan.Scalar{Slot: 0, Kind: ontology.String}}}}}
	related := &plan.Object{ByType: map[string][]plan.Field{"Person": {
		{Name: "id", NonNull: true, Out: plan.Scalar{Slot: 0, Kind: ontology.String}},
		{Name: "court", NonNull: true, Out: plan.Nested{Slot: 1, Object: named}},
	}}}
	p := &plan.Plan{Out: plan.WholeList{Object: related}}
	court := []plan.Value{"Court", "ICTY"}
	whole := []plan.Value{"Person", "a", court}
	for _, test := range []struct {
		value        []plan.Value
		still, moved string
	}{
		{[]plan.Value{whole}, `[{"id":"a","court":{"name":"ICTY"}}]`, `[{"id":"a","court":{"name":"ICTY"}}]`},
		{[]plan.Value{whole, []plan.Value{"Person", "b", nil}, whole}, "", `[{"id":"a","court":{"name":"ICTY"}},{"id":"a","court":{"name":"ICTY"}}]`},
		{[]plan.Value{[]plan.Value{"Person", nil, court}, whole}, "", `[{"id":"a","court":{"name":"ICTY"}}]`},
		{[]plan.Value{[]plan.Value{nil, nil, nil}}, "", `[]`},
		{[]plan.Value{[]plan.Value{"Person", "b", []plan.Value{nil, nil}}}, "", `[]`},
		{[]plan.Value{[]plan.Value{"Person", nil, nil}, []plan.Value{nil, nil, nil}}, "", `[]`},
		{[]plan.Value{[]plan.Value{"Person", int64(3), court}}, "", ""}, // no String: that is wrong whenever it was read
	} {
		for moving, want := range map[bool]string{false: test.still, true: test.moved} {
			a, errs, err := answer.Write(p, "persons", test.value, moving, nil)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if a != nil {
				got = string(a.JSON)
			}
			if got != want || (len(errs) == 0) != (want != "") {
				t.Errorf("%v, moving %v: %s %v, want %s", test.value, moving, got, errs, want)
			}
		}
	}
}
