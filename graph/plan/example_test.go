package plan_test

import (
	"fmt"

	"councilgraph/graph/plan"
)

func ExampleBucket_Next() {
	next, ok := plan.Week.Next("2020-W53")
	fmt.Println(next, ok)
	// Output: 2021-W01 true
}
