package frames

// frameText is a frame as it is written.
type frameText struct {
	Verbs   []string            `yaml:"verbs"`
	Nouns   []string            `yaml:"nouns"`
	Except  list                `yaml:"except"`
	Unless  list                `yaml:"unless"`
	NotWith list                `yaml:"notWith"`
	GoesOn  list                `yaml:"goesOn"`
	Only    list                `yaml:"only"`
	Behind  list                `yaml:"behind"`
	Roles   map[string]roleText `yaml:"roles"`
	Lasting bool                `yaml:"lasting"`
	Names   bool                `yaml:"names"`
	Writes  []writeText         `yaml:"writes"`
	Marks   map[string]string   `yaml:"marks"`
	Says    []string            `yaml:"says"`
	SaysNot []string            `yaml:"saysNot"`
}

type roleText struct {
	Is    list   `yaml:"is"`
	As    string `yaml:"as"`
	Or    list   `yaml:"or"`
	Heads list   `yaml:"heads"`
	Else  string `yaml:"else"`
	Whole bool   `yaml:"whole"`
	Must  bool   `yaml:"must"`
	Known bool   `yaml:"known"`
	Named bool   `yaml:"named"`
	There bool   `yaml:"there"`
	Plain bool   `yaml:"plain"`
	Alone bool   `yaml:"alone"`
}

// writeText is one write, of one of six kinds.
type writeText struct {
	Relation string            `yaml:"relation"`
	From     string            `yaml:"from"`
	To       string            `yaml:"to"`
	With     map[string]string `yaml:"with"`
	Without  string            `yaml:"without"`
	If       string            `yaml:"if"`

	Event   string `yaml:"event"`
	Agent   list   `yaml:"agent"`
	Subject list   `yaml:"subject"`
	Other   list   `yaml:"other"`
	Place   string `yaml:"place"`
	Need    string `yaml:"need"`
	Yields  list   `yaml:"yields"`

	Joins string `yaml:"joins"`
	Kinds list   `yaml:"kinds"`

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

// list is one word, or a list of words.
type list []string

// UnmarshalYAML reads one word as a list of it. It is handed the node rather than its text, for which the library goes through the whole file.
func (l *list) UnmarshalYAML(read func(any) error) error {
	if read((*[]string)(l)) == nil {
		return nil
	}
	var one string
	if err := read(&one); err != nil {
		return err
	}
	*l = list{one}
	return nil
}
