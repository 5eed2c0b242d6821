package answer

import (
	"slices"

	"councilgraph/graph/plan"
)

// filled adds a group of nothing for each bucket between two that hold something, where out says so.
func filled(out plan.Groups, groups []plan.Value) []plan.Value {
	if out.Fill == plan.NoBucket || len(groups) >= out.First && !out.ByKey {
		return groups
	}
	held, keys := map[string]plan.Value{}, []string{}
	var rest []plan.Value // that of the nil key
	for _, g := range groups {
		key, ok := list(g)[0].(string)
		if !ok {
			rest = append(rest, g)
			continue
		}
		held[key] = g
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return groups
	}
	slices.Sort(keys)
	all, empty := []plan.Value{}, []plan.Value{}
	for key, ok, n := keys[0], true, 0; ok && key <= keys[len(keys)-1] && n < out.First; n++ {
		if g := held[key]; g != nil {
			all = append(all, g)
		} else {
			zero := []plan.Value{key, int64(0), nil, nil}
			all, empty = append(all, zero), append(empty, zero)
		}
		key, ok = out.Fill.Next(key)
	}
	if out.ByKey {
		all = append(all, rest...)
	} else {
		all = append(slices.Clone(groups), empty...)
	}
	return all[:min(len(all), out.First)]
}
