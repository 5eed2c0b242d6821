package store

import (
	"maps"
	"slices"
)

// Version is what the properties of a relation were from a day on.
type Version struct {
	From       string
	Properties map[string]any
}

// AsOf are the properties that the statements up to a day add up to.
func (r Relation) AsOf(day string) map[string]any {
	var whole, all []Told
	for _, s := range r.Told {
		if s.Day() > day {
			continue
		}
		all = append(all, s)
		if r.Type.ID(r.From, r.To, keyOf(r.Type, s.Properties)...) == r.ID {
			whole = append(whole, s)
		}
	}
	return properties(r.Type, whole, all)
}

// History lists what the properties were, from the first day that the relation is told of; each version differs from the one before, the
// last is today's.
func (r Relation) History() (versions []Version) {
	if len(r.Told) == 1 {
		return []Version{{r.FirstTold, r.Properties}}
	}
	days := map[string]bool{}
	for _, s := range r.Told {
		days[s.Day()] = true
	}
	if len(days) == 1 {
		return []Version{{r.FirstTold, r.Properties}}
	}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		if made := r.AsOf(day); len(versions) == 0 || !maps.Equal(made, versions[len(versions)-1].Properties) {
			versions = append(versions, Version{day, made})
		}
	}
	return versions
}
