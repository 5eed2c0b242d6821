// Package playground is the page for people: GraphiQL, and the ready questions, which are its collection. `make playground` builds what is
// in dist.
package playground

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"fmt"
	"io"
	"net/http"
	"time"
)

// policy is the content security policy of the page, which loads nothing from elsewhere. Its editor sets styles in line.
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; " +
	"img-src data:; connect-src 'self'; frame-ancestors 'none'"

//go:embed web/index.html
var page []byte

//go:embed dist
var dist embed.FS

// Page serves the page.
func Page(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", policy)
	_, _ = w.Write(page)
}

// File serves a file that the page loads, named by the path value "file". A browser keeps it, and asks whether it is still the same.
func File(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	packed, err := dist.ReadFile("dist/" + name + ".gz")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", fmt.Sprintf(`W/"%x"`, sha256.Sum256(packed)))
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(unpacked(packed)))
}

// unpacked is what one of the embedded files says.
func unpacked(packed []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // of a file that is part of the program
	}
	text, err := io.ReadAll(z)
	if err != nil {
		panic(err)
	}
	return text
}
