package cache

import (
	"slices"
	"strings"
	"testing"
)

func TestCache(t *testing.T) {
	var gone []int
	c := New(32, ByText, func(v int) { gone = append(gone, v) })
	for i := range 9 {
		c.Put(strings.Repeat(string(rune('a'+i)), 4), i)
		c.Get("aaaa")
	}
	if want := []int{1}; !slices.Equal(gone, want) {
		t.Errorf("after 9 texts of 4 bytes in 32, %v are gone, not %v", gone, want)
	}
	c.Put("12345", 10)
	if _, ok := c.Get("12345"); ok || gone[len(gone)-1] != 10 {
		t.Error("a text larger than an eighth of the cache is kept")
	}
	c.Put("aaaa", 11)
	if v, _ := c.Get("aaaa"); v != 11 || gone[len(gone)-1] != 0 {
		t.Errorf("the value put in place of another is %d, and %v are gone", v, gone)
	}
	before := len(gone)
	if v, ok := c.Take("aaaa"); !ok || v != 11 {
		t.Errorf("Take gives %d, %v", v, ok)
	}
	if _, ok := c.Take("aaaa"); ok || len(gone) != before {
		t.Error("what was taken is still there, or counted as lost")
	}
	c.Put("jjjj", 12)
	if len(gone) != before {
		t.Error("what was taken still counts")
	}
	c.Clear()
	if _, ok := c.Get("jjjj"); ok || len(gone) != before+8 {
		t.Errorf("Clear lets go of %d values, not of 8", len(gone)-before)
	}
}
