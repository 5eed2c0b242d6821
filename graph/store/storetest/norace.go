//go:build !race

package storetest

// Fewer is by how much tests of chance draw less under the race detector.
const Fewer = 1
