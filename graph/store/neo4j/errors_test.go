package neo4j

import (
	"context"
	"errors"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"councilgraph/graph/store"
)

// Whose fault an error is: a statement that takes too much memory is the request's, though the driver would try it again.
func TestBecause(t *testing.T) {
	for code, want := range map[string]error{
		"Neo.TransientError.General.MemoryPoolOutOfMemoryError":     store.ErrOutOfMemory,
		"Neo.TransientError.General.TransactionOutOfMemoryError":    store.ErrOutOfMemory,
		"Neo.TransientError.Transaction.DeadlockDetected":           store.ErrUnavailable,
		"Neo.ClientError.Statement.EntityNotFound":                  store.ErrUnavailable,
		"Neo.ClientError.Transaction.TransactionTimedOut":           context.DeadlineExceeded,
		"Neo.TransientError.Database.DatabaseUnavailable":           store.ErrUnavailable,
		"Neo.TransientError.General.DatabaseUnavailable":            store.ErrUnavailable,
		"Neo.TransientError.Transaction.LockAcquisitionTimeout":     store.ErrUnavailable,
		"Neo.TransientError.Transaction.MaximumTransactionLimitHit": store.ErrUnavailable,
	} {
		if err := because(t.Context(), &driver.Neo4jError{Code: code}); !errors.Is(err, want) {
			t.Errorf("%s: %v", code, err)
		}
		if again := passing(&driver.Neo4jError{Code: code}); again != errors.Is(want, store.ErrUnavailable) {
			t.Errorf("%s is sent again: %v", code, again)
		}
	}
}
