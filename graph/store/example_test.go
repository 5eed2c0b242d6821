package store_test

import (
	"fmt"

	"councilgraph/graph/store"
)

func ExampleBaseSymbol() {
	base, nth := store.BaseSymbol("S/2006/45/Corr.2")
	fmt.Println(base, nth)
	// Output: S/2006/45 2
}
