// Package loader reads reports to the Security Council: a text becomes a document (parts, numbered paragraphs, table rows), its names become
// mentions, its clauses become statements, events and observations with the words that say so, and the whole becomes one store.Document.
// All of that is pure: the same text read by the same rules gives the same document, and only Load writes.
//
// What is a name and what a clause says is data: rules/*.yaml. The interpreter is a cascade. A paragraph is a tape on which names, dates and numbers
// are slots, each of one sign; rules are regular expressions over words and slots that either reduce a phrase to one slot or write facts.
package loader
