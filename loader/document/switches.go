package document

// switches are what a style or a run says of the properties that hide text or strike it out: each is on, off, or not said, which leaves it
// to what is around.
type switches struct{ said, on uint8 }

// switchBits are these properties, by their names in Word documents, OpenDocument texts and Rich Text.
var switchBits = map[string]uint8{
	"vanish": 1, "strike": 2, "dstrike": 4,
	"display": 1, "text-line-through-style": 2,
	"v": 1, "striked": 4, "deleted": 8,
}

func (s *switches) set(property string, on bool) {
	bit := switchBits[property]
	s.said |= bit
	if s.on &^= bit; on {
		s.on |= bit
	}
}

// over is s, with what it does not say taken from around.
func (s switches) over(around switches) switches {
	return switches{said: s.said | around.said, on: s.on | around.on&^s.said}
}

// any says whether a property takes the text out of sight.
func (s switches) any() bool { return s.on != 0 }
