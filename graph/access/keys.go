package access

import (
	"bufio"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
)

// prefix begins each key, so that one that lies about is seen to be one.
const prefix = "cg_"

// Keys are those of a file, a line each: name, scopes with commas between, rate, and sha256: with the hash of the key in hex. Empty lines
// and what follows # are left out. The keys themselves stand nowhere: they are random and long, so that a plain hash does not give them
// away.
type Keys struct {
	file string
	list atomic.Pointer[[]key]
}

type key struct {
	Identity
	hash []byte
}

// ReadKeys reads a file of keys. The error names the line, and what is wrong with it.
func ReadKeys(file string) (*Keys, error) {
	k := &Keys{file: file}
	return k, k.Reload()
}

// Reload reads the file again. After an error the keys stand as they were.
func (k *Keys) Reload() error {
	f, err := os.Open(k.file)
	if err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	defer f.Close()
	list := []key{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		one, err := readKey(line)
		if err != nil {
			return fmt.Errorf("read the keys: %s:%d: %w", k.file, n, err)
		}
		list = append(list, one)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read the keys: %s: %w", k.file, err)
	}
	k.list.Store(&list)
	return nil
}

var saneName = regexp.MustCompile(`^[\w.@-]{1,100}$`)

func readKey(line string) (k key, err error) {
	fields := strings.Fields(line)
	if len(fields) != 4 {
		return k, fmt.Errorf("the line has %d words: write name, scopes, rate and sha256:HASH, as key new prints them", len(fields))
	}
	k.Name, k.Scopes = fields[0], strings.Split(fields[1], ",")
	if !saneName.MatchString(k.Name) {
		return k, fmt.Errorf("%q is no name: write letters, digits, dots and dashes", k.Name)
	}
	for _, s := range k.Scopes {
		if s != Read && s != Load {
			return k, fmt.Errorf("%q is no scope: there are %s and %s", s, Read, Load)
		}
	}
	if k.Rate, err = strconv.Atoi(fields[2]); err != nil || k.Rate < 0 {
		return k, fmt.Errorf("%q is no rate: write the cost that may be spent a second, or 0 for any", fields[2])
	}
	text, ok := strings.CutPrefix(fields[3], "sha256:")
	if k.hash, err = hex.DecodeString(text); err != nil || !ok || len(k.hash) != sha256.Size {
		return k, fmt.Errorf("%q is no hash of a key: write sha256: and 64 hex digits", fields[3])
	}
	return k, nil
}

// identify compares with all keys, each in the same time, so that the time tells nothing.
func (k *Keys) identify(secret string) (*Identity, error) {
	hash := sha256.Sum256([]byte(secret))
	var found *Identity
	for _, one := range *k.list.Load() {
		if subtle.ConstantTimeCompare(one.hash, hash[:]) == 1 {
			found = &one.Identity
		}
	}
	if found == nil {
		return nil, ErrUnknown
	}
	return found, nil
}

// NewKey makes a key, and the line of a file of keys that knows it.
func NewKey(name string, scopes []string, rate int) (secret, line string, err error) {
	secret = prefix + rand.Text() + rand.Text()
	hash := sha256.Sum256([]byte(secret))
	line = fmt.Sprintf("%s %s %d sha256:%s", name, strings.Join(slices.Compact(scopes), ","), rate, hex.EncodeToString(hash[:]))
	_, err = readKey(line)
	return secret, line, err
}
