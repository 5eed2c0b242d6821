package frames

import (
	"slices"
	"strings"
)

// giverTold fills the role of who gives something from what the clause tells of the thing itself: "X handed over 30 stoves, a gift of Y",
// "donated by Y"; nil where it tells nothing.
func (r *run) giverTold(o occurrence, role *Role) *filler {
	if o.frame.kind() != "DONATION" {
		return nil
	}
	return r.attached(o, role, slices.DeleteFunc(slices.Clone(role.Or), func(prep string) bool { return !strings.Contains(prep, " ") }))
}
