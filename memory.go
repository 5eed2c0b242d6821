package main

import (
	"runtime/debug"

	"github.com/KimMachineGun/automemlimit/memlimit"
)

// Memory that the program keeps to, where GOMEMLIMIT says nothing else: half of what its container may have, or of 768 MiB, the rest being
// SQLite's, the system's, and what the collector is late by: a server of many clients fills all that it may.
const (
	memoryShare = 0.5
	memoryMost  = 768 << 20
)

// boundMemory makes the collector work harder the nearer the program comes to its share, and seldom before: answers are garbage soon, and
// less collecting is worth some memory.
func boundMemory(getenv func(string) string) {
	if getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit(memlimit.FromCgroup))
	}
}

// memoryLimit is the program's share of what the container may have.
func memoryLimit(container memlimit.Provider) int64 {
	limit, err := container()
	if err != nil || limit > memoryMost { // an error means that nothing limits it
		limit = memoryMost
	}
	return int64(memoryShare * float64(limit))
}
