package loader

import (
	"cmp"
	"fmt"
	"sync"

	regexp "github.com/wasilibs/go-re2"
)

var macro = regexp.MustCompile(`(\\[pPx])?\{(?:([a-z]\w*):)?([A-Za-z][\w|.]*)([+-]?)\}`)

// and is what stands between the members of a list.
const and = `(?:, and |, as well as |, | and | as well as |/)(?:of |by |with |against |between )?(?:also )?(?:both )?(?:the )?`

// expression compiles an expression of a rule: the macros first, then RE2.
func (r *Rules) expression(text string) (*regexp.Regexp, error) {
	expanded, err := r.expand(text, 0)
	if err != nil {
		return nil, err
	}
	return compile("(?i)" + expanded)
}

func (r *Rules) expand(text string, depth int) (string, error) {
	var fault error
	out := macro.ReplaceAllStringFunc(text, func(m string) string {
		g := macro.FindStringSubmatch(m)
		if g[1] != "" { // a class of letters
			return m
		}
		g = g[1:]
		body, isWord := r.words[g[2]]
		if isWord {
			if depth > 8 {
				fault = cmp.Or(fault, fmt.Errorf("{%s} refers to itself", g[2]))
				return ""
			}
			inner, err := r.expand(body, depth+1)
			fault = cmp.Or(fault, err)
			body = "(?:" + inner + ")"
		} else {
			set, err := r.classes.set(g[2])
			if err != nil {
				fault = cmp.Or(fault, err)
				return ""
			}
			body = set
			if g[3] != "-" {
				body = "(?:the )?" + body
			}
			if g[3] == "+" {
				body = "(?:" + body + "(?:" + and + set + ")*)"
			}
		}
		if g[1] != "" {
			return "(?P<" + g[1] + ">" + body + ")"
		}
		return body
	})
	return out, fault
}

// compiled holds expressions by their text: compiling is what costs when rules are read more than once in a process.
var compiled sync.Map
