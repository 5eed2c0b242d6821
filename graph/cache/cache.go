// Package cache keeps values by a text, as many as fit.
package cache

import (
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// Cache keeps values by text. What it holds weighs at most so much together: what was used least recently goes first, and what alone weighs
// more than an eighth of that is not kept. It is safe for concurrent use.
type Cache[V any] struct {
	mu         sync.Mutex
	values     *simplelru.LRU[string, V]
	held, most int
	weight     func(text string, value V) int
	gone       func(V) // told of each value that the cache lets go of; may be nil
}

// ByText weighs a value as the bytes of its text.
func ByText[V any](text string, _ V) int { return len(text) }

// New makes a cache that holds at most so much. It tells gone of each value that it does not keep, or no longer.
func New[V any](most int, weight func(text string, value V) int, gone func(V)) *Cache[V] {
	c := &Cache[V]{most: most, weight: weight, gone: gone}
	c.values, _ = simplelru.NewLRU(math.MaxInt32, func(text string, value V) { c.held -= weight(text, value) }) // fails on sizes below 1 alone
	return c
}

// Get gives the value of a text, and makes it the one used last.
func (c *Cache[V]) Get(text string) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.values.Get(text)
}

// Take gives the value of a text and takes it out of the cache: it is the caller's.
func (c *Cache[V]) Take(text string) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if value, ok = c.values.Peek(text); ok {
		c.values.Remove(text)
	}
	return value, ok
}

// Put keeps a value, in place of one that is held for the text.
func (c *Cache[V]) Put(text string, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if was, ok := c.values.Peek(text); ok {
		c.values.Remove(text)
		c.lost(was)
	}
	weight := c.weight(text, value)
	if weight > c.most/8 {
		c.lost(value)
		return
	}
	c.values.Add(text, value)
	for c.held += weight; c.held > c.most; {
		_, oldest, _ := c.values.RemoveOldest()
		c.lost(oldest)
	}
}

// Clear lets go of all values.
func (c *Cache[V]) Clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.values.Len() > 0 {
		_, oldest, _ := c.values.RemoveOldest()
		c.lost(oldest)
	}
}

func (c *Cache[V]) lost(value V) {
	if c.gone != nil {
		c.gone(value)
	}
}
