package text

import (
	_ "embed"

	"councilgraph/loader/wordclass"
)

//go:embed words.yaml
var wordsFile string

var classes = wordclass.Must("loader/text/words.yaml", wordsFile)

// The classes of words.yaml, which says what each is for.
var (
	auxiliaries       = classes.Class("auxiliaries")
	modals            = classes.Class("modals")
	denials           = classes.Class("denials")
	furtherDenials    = classes.Class("furtherDenials")
	noSuch            = classes.Class("noSuch")
	nobody            = classes.Class("nobody")
	subordinators     = classes.Class("subordinators")
	provisos          = classes.Class("provisos")
	prepositional     = classes.Class("prepositional")
	participial       = classes.Class("participial")
	relatives         = classes.Class("relatives")
	openings          = classes.Class("openings")
	contents          = classes.Class("contents")
	instead           = classes.Class("instead")
	abbreviated       = classes.Class("abbreviated")
	numbering         = classes.Class("numbering")
	determiners       = classes.Class("determiners")
	introducing       = classes.Class("introducing")
	pronominal        = classes.Class("pronominal")
	nominal           = classes.Class("nominal")
	oneMore           = classes.Class("oneMore")
	single            = classes.Class("single")
	currencies        = classes.Class("currencies")
	animate           = classes.Class("animate")
	peoples           = classes.Class("peoples")
	inanimate         = classes.Class("inanimate")
	corporate         = classes.Class("corporate")
	times             = classes.Class("times")
	intransitive      = classes.Class("intransitive")
	callsAs           = classes.Class("callsAs")
	sequential        = classes.Class("sequential")
	suffering         = classes.Class("suffering")
	closely           = classes.Class("closely")
	stative           = classes.Class("stative")
	reporting         = classes.Class("reporting")
	objectless        = classes.Class("objectless")
	transitive        = classes.Class("transitive")
	accusing          = classes.Class("accusing")
	guilt             = classes.Class("guilt")
	ofPeople          = classes.Class("ofPeople")
	ofDocuments       = classes.Class("ofDocuments")
	documents         = classes.Class("documents")
	ofOne             = classes.Class("ofOne")
	irregular         = classes.Class("irregular")
	wanting           = classes.Class("wanting")
	chooses           = classes.Class("chooses")
	forms             = classes.Class("forms")
	ambiguous         = classes.Class("ambiguous")
	prepositions      = classes.Class("prepositions")
	circumstantial    = classes.Class("circumstantial")
	presents          = classes.Class("presents")
	pronominalAdverbs = classes.Class("pronominalAdverbs")
	compound          = classes.Class("compound")
)
