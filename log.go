package main

import (
	"fmt"
	"io"
	"log/slog"
	"unicode/utf8"
)

// logging says how the log is written.
type logging struct {
	Level  slog.Level `default:"info" placeholder:"LEVEL" help:"What is logged: debug, info, warn or error, and what is graver. Default: ${default}."`
	Format string     `default:"text" enum:"text,json" help:"How the log is written: text or json. Default: ${default}."`
}

// logger writes to w, each entry a line. Of any one text it writes at most maxLogged bytes: it may be a stranger's.
func (l logging) logger(w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: l.Level, ReplaceAttr: cut}
	if l.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}

const (
	maxLogged = 1 << 10
	maxStack  = 16 << 10 // of a panic, whose text is the program's own
)

// cut shortens an attribute's text, and says so.
func cut(_ []string, a slog.Attr) slog.Attr {
	var text string
	switch a.Value.Kind() {
	case slog.KindString:
		text = a.Value.String()
	case slog.KindAny:
		text = fmt.Sprint(a.Value.Any())
	default:
		return a
	}
	most := maxLogged
	if a.Key == "stack" {
		most = maxStack
	}
	if len(text) <= most {
		return a
	}
	end := most
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return slog.String(a.Key, fmt.Sprintf("%s … (%d bytes more)", text[:end], len(text)-end))
}
