package storetest

import (
	"math"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"councilgraph/graph/ontology"
)

// texts are what stores and their statements have stumbled over: quotes, escapes, wildcards, things that look like another type, control
// characters, characters that fold together, that combine, and whose order by UTF-16 is not their order by code point.
var texts = []string{
	"", " ", "a", "A", "b", "it's", `"`, `\`, `\"`, `\u0041`, "\u0001", "\u001f\u007f\u0085", "\t\r\n", "\u00a0", "\u2028\u2029", "<&>",
	"%_*?[a-z]", "$p", "`x`", "{}[],:", "--;/*",
	"null", "true", "1", "1.0", "-0", "1e5", "2020-01-01", "é", "e\u0301", "Ç", "đ", "ß", "\ufb01", "\uff5e", "\ufffd", "\uffff", "😀",
	"\U0010ffff", "\u202eabc", "Жж", "日本",
}

// text draws any text but the character U+0000, which no store keeps.
func text() *rapid.Generator[string] {
	random := rapid.Map(rapid.String(), func(s string) string { return strings.ReplaceAll(s, "\x00", "0") })
	return rapid.OneOf(rapid.SampledFrom(texts), random, rapid.Map(rapid.SliceOfN(rapid.SampledFrom(texts), 2, 4),
		func(s []string) string { return strings.Join(s, "") }))
}

// words draws text that is not empty.
func words() *rapid.Generator[string] {
	return rapid.Map(text(), func(s string) string {
		if s == "" {
			return "words"
		}
		return s
	})
}

// days are those of intervals that contain one another, meet, and are equal.
var days = []string{"0001-01-01", "2020-01-01", "2020-06-01", "2020-06-15", "2020-06-30", "2020-12-31", "9999-12-31"}

// value draws a value of a property, in the Go type of its kind.
func value(p *ontology.Property) *rapid.Generator[any] {
	switch p.Kind {
	case ontology.Int:
		return rapid.OneOf(rapid.SampledFrom([]int64{0, 1, 2, -1, math.MaxInt32, math.MinInt32}), rapid.Int64Range(math.MinInt32, math.MaxInt32)).AsAny()
	case ontology.Float:
		floats := []float64{0, 1, -1, 3500, 0.1, -2.5, 1.0 / 3, 1e15, 1e21, 1e-7, 9007199254740993, 1e300, math.MaxFloat64,
			-math.MaxFloat64, math.SmallestNonzeroFloat64}
		random := rapid.Map(rapid.Float64(), func(f float64) float64 { return f + 0 }) // no negative zero: no store keeps its sign
		return rapid.OneOf(rapid.SampledFrom(floats), random).AsAny()
	case ontology.Boolean:
		return rapid.Bool().AsAny()
	case ontology.Date:
		return rapid.SampledFrom(days).AsAny()
	case ontology.Enum:
		return rapid.SampledFrom(p.Values).AsAny()
	default:
		return text().AsAny()
	}
}

// drawProperties draws properties: required ones always, others half of the time.
func drawProperties(t *rapid.T, declared []*ontology.Property) map[string]any {
	properties := map[string]any{}
	for _, p := range declared {
		if p.Required || rapid.Bool().Draw(t, "has "+p.Name) {
			properties[p.Name] = value(p).Draw(t, p.Name)
		}
	}
	return properties
}

// keyTexts fold to two different keys, and to none.
var keyTexts = []string{"Speaker", "the speaker", "SPEAKER", "President", "Président", "—"}

// drawStated draws what a statement says of a relation: keys that often meet, intervals that contain one another, days with all their three
// properties.
func drawStated(t *rapid.T, r *ontology.Relation) map[string]any {
	properties := map[string]any{}
	for _, p := range r.Properties {
		switch {
		case p.Name == "date" || p.Name == "dateFrom" || p.Name == "dateTo" || !rapid.Bool().Draw(t, "says "+p.Name):
		case p.Kind == ontology.String && slices.Contains(r.Key, p):
			properties[p.Name] = rapid.SampledFrom(keyTexts).Draw(t, p.Name)
		default:
			properties[p.Name] = value(p).Draw(t, p.Name)
		}
	}
	if r.Property("date") != nil && rapid.IntRange(0, 3).Draw(t, "says when") > 0 {
		from := rapid.IntRange(0, len(days)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(days)-1).Draw(t, "to")
		properties["dateFrom"], properties["dateTo"] = days[from], days[to]
		if from == to {
			properties["date"] = days[from]
		}
	}
	return properties
}
