package main

import (
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func TestLogLinesAreBounded(t *testing.T) {
	long := strings.Repeat("é", 5<<20)
	for _, format := range []string{"text", "json"} {
		var b strings.Builder
		log := logging{Format: format}.logger(&b)
		log.Error(long, "error", errors.New(long), "path", long, "status", 200)
		if n := b.Len(); n > 3*(maxLogged+100)+200 || !strings.Contains(b.String(), "bytes more") || !strings.Contains(b.String(), "200") {
			t.Errorf("%s: a line has %d bytes: %.200s", format, n, b.String())
		}
		b.Reset()
		log.Debug("quiet")
		if b.Len() > 0 {
			t.Errorf("%s: what is below the level is logged: %s", format, b.String())
		}
	}
	var b strings.Builder
	logging{Level: slog.LevelDebug}.logger(&b).Debug("loud", "error", errors.New("why"))
	if !strings.Contains(b.String(), "error=why") {
		t.Errorf("an error is logged as %s", b.String())
	}
}
