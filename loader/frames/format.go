package frames

import "councilgraph/loader/wordclass"

// frameText is a frame as it is written.
type frameText struct {
	Verbs   []string            `yaml:"verbs"`
	Nouns   []string            `yaml:"nouns"`
	Except  wordclass.List      `yaml:"except"`
	Unless  wordclass.List      `yaml:"unless"`
	NotWith wordclass.List      `yaml:"notWith"`
	GoesOn  wordclass.List      `yaml:"goesOn"`
	Only    wordclass.List      `yaml:"only"`
	Behind  wordclass.List      `yaml:"behind"`
	Roles   map[string]roleText `yaml:"roles"`
	Lasting bool                `yaml:"lasting"`
	Names   bool                `yaml:"names"`
	Writes  []writeText         `yaml:"writes"`
	Marks   map[string]string   `yaml:"marks"`
	Says    []string            `yaml:"says"`
	SaysNot []string            `yaml:"saysNot"`
}

type roleText struct {
	Is    wordclass.List `yaml:"is"`
	As    string         `yaml:"as"`
	Or    wordclass.List `yaml:"or"`
	Heads wordclass.List `yaml:"heads"`
	Else  string         `yaml:"else"`
	Whole bool           `yaml:"whole"`
	Must  bool           `yaml:"must"`
	Known bool           `yaml:"known"`
	Named bool           `yaml:"named"`
	There bool           `yaml:"there"`
	Plain bool           `yaml:"plain"`
	Alone bool           `yaml:"alone"`
}

// writeText is one write, of one of six kinds.
type writeText struct {
	Relation string            `yaml:"relation"`
	From     string            `yaml:"from"`
	To       string            `yaml:"to"`
	With     map[string]string `yaml:"with"`
	Without  string            `yaml:"without"`
	If       string            `yaml:"if"`

	Event   string         `yaml:"event"`
	Agent   wordclass.List `yaml:"agent"`
	Subject wordclass.List `yaml:"subject"`
	Other   wordclass.List `yaml:"other"`
	Place   string         `yaml:"place"`
	Need    string         `yaml:"need"`
	Yields  wordclass.List `yaml:"yields"`

	Joins string         `yaml:"joins"`
	Kinds wordclass.List `yaml:"kinds"`

	Figure    string `yaml:"figure"`
	Value     string `yaml:"value"`
	Of        string `yaml:"of"`
	Breakdown string `yaml:"breakdown"`

	Holds   string `yaml:"holds"`
	Resigns string `yaml:"resigns"`
	Office  string `yaml:"office"`
	Title   string `yaml:"title"`
	At      string `yaml:"at"`
	Date    string `yaml:"date"`
	Former  string `yaml:"former"`
}
