package fold_test

import (
	"fmt"

	"councilgraph/graph/fold"
)

func ExampleName() {
	fmt.Println(fold.Name("Hasim Thaqi"), "|", fold.Name("Hashim THAÇI"), "|", fold.Name("The Hague"))
	// Output: hashim thaci | hashim thaci | hague
}

func ExamplePlain() {
	fmt.Println(fold.Plain("The Police of Mitrovicë/Mitrovica, € 5"))
	// Output: the police of mitrovice/mitrovica, € 5
}
