package answer

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"councilgraph/graph/ontology"
	"councilgraph/graph/plan"
)

// stats writes what numbers add up to. They are added from the least to the greatest, so that every store has the same sum.
func (w *writer) stats(fields []plan.Field, values []plan.Value) bool {
	numbers := make([]float64, len(values))
	sum := 0.0
	for i, v := range values {
		switch v := v.(type) {
		case int64:
			numbers[i] = float64(v)
		case float64:
			numbers[i] = v
		}
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		sum += n
	}
	return w.fields(fields, func(out plan.Out) bool {
		switch out := out.(type) {
		case plan.Constant:
			w.string(string(out))
			return true
		case plan.StatsField:
			switch n := len(numbers); {
			case out == "count":
				return w.scalar(ontology.Int, int64(n))
			case n == 0:
				return false
			case out == "sum":
				return w.float(sum)
			case out == "min":
				return w.float(numbers[0])
			case out == "max":
				return w.float(numbers[n-1])
			case out == "mean":
				return w.float(sum / float64(n))
			}
		}
		panic(fmt.Sprintf("Stats has no field %v", out))
	})
}

// Version is Query.graph's version, of the value of a plan.Census.
func Version(census plan.Value) string { return digest(list(list(census)[1+plan.CensusDocuments])) }

// digest is equal for equal lists of texts.
func digest(texts []plan.Value) string {
	h := sha256.New()
	for _, t := range texts {
		fmt.Fprintf(h, "%v\x00", t)
	}
	return fmt.Sprintf("%.16x", h.Sum(nil))
}
