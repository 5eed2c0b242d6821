//go:build race

package storetest

// Fewer is by how much tests of chance draw less under the race detector, which makes SQLite, written in Go as it is, twenty times slower.
const Fewer = 20
