package main

import (
	"errors"
	"testing"

	"github.com/KimMachineGun/automemlimit/memlimit"
)

func TestMemoryLimit(t *testing.T) {
	for _, c := range []struct {
		container memlimit.Provider
		want      int64
	}{
		{memlimit.Limit(256 << 20), 128 << 20},
		{memlimit.Limit(64 << 30), 384 << 20},
		{func() (uint64, error) { return 0, errors.New("no limit") }, 384 << 20},
	} {
		if got := memoryLimit(c.container); got != c.want {
			t.Errorf("the limit is %d, not %d", got, c.want)
		}
	}
}
