package plan

import "fmt"

// Codes of errors that are the caller's to mend, as served in extensions.code.
const (
	BadUserInput   = "BAD_USER_INPUT"
	QueryTooCostly = "QUERY_TOO_COSTLY"
	QueryTooDeep   = "QUERY_TOO_DEEP"
)

// Error is a mistake of the request: its message is for the caller, and names the argument and the limit.
type Error struct {
	Code    string
	Message string
	Path    []any          // below and including the root field: response keys and list indexes
	Extra   map[string]any // more extensions, such as candidates
}

func (e *Error) Error() string { return e.Message }

func badInput(path []any, format string, args ...any) *Error {
	return &Error{Code: BadUserInput, Message: fmt.Sprintf(format, args...), Path: path}
}
