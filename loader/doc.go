// Package loader reads reports to the Security Council: a text becomes a document (parts, numbered paragraphs, table rows), its names
// become mentions, its clauses become statements, events and observations with the words that say so, and the whole becomes one
// store.Document. All of that is pure: the same text read by the same rules gives the same document, and only Load writes.
//
// What is a name, a predicate and an office is data: rules/ (docs/rules.md says how it is written). Package document gives paragraphs,
// lexicon the names in them, text the clauses of their sentences, frames what these state. Offices, what a report says of itself, and the
// figures of forces are regular grammars: a paragraph is an annotatedText on which names, dates and numbers are slots, each of one sign,
// and rules are expressions over words and slots that either reduce a phrase to one slot or write facts.
package loader
