package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
)

// maxUnpacked is how much all parts of an office document that are read may have when unpacked; the longest reports have a tenth.
const maxUnpacked = 24 << 20

// archive is an office document: a ZIP archive of XML parts.
type archive struct {
	files map[string]*zip.File // by name, in small letters
	read  int64
}

func openArchive(source []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(source), int64(len(source)))
	if err != nil {
		return nil, fmt.Errorf("the file is a ZIP archive that cannot be read: %w", err)
	}
	a := &archive{files: map[string]*zip.File{}}
	for _, f := range z.File {
		a.files[nameOfPart(f.Name)] = f
	}
	return a, nil
}

func nameOfPart(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// part is a part's text; nil where there is no such part.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[nameOfPart(name)]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be read: %w", name, err)
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, maxUnpacked-a.read+1))
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be read: %w", name, err)
	}
	if a.read += int64(len(text)); a.read > maxUnpacked {
		return nil, fmt.Errorf("its text has more than %d MiB when unpacked, which is the limit", maxUnpacked>>20)
	}
	return text, nil
}

// xmlPart is a reader of a part, whatever its encoding; nil where there is no such part.
func (a *archive) xmlPart(name string) (*xml.Decoder, error) {
	text, err := a.part(name)
	if text == nil || err != nil {
		return nil, err
	}
	return xmlDecoder(text)
}

func xmlDecoder(text []byte) (*xml.Decoder, error) {
	text, err := decoded(text)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return d, nil
}

// eachToken gives the tokens of a part to visit, until it says that it has enough.
func eachToken(d *xml.Decoder, visit func(xml.Token) (more bool, err error)) error {
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if more, err := visit(t); err != nil || !more {
			return err
		}
	}
}

// attribute is the value of an attribute, whatever its namespace.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on says whether an element that switches something on by being there does so.
func on(e xml.StartElement) bool {
	switch attribute(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

var openDocument = regexp.MustCompile(`^application/vnd\.oasis\.opendocument\.text`)

// officeContent reads a document of a word processor that is a ZIP archive: DOCX or ODT.
func officeContent(source []byte) (c content, err error) {
	a, err := openArchive(source)
	if err != nil {
		return c, err
	}
	mime, err := a.part("mimetype")
	if err != nil {
		return c, err
	}
	if openDocument.Match(mime) {
		return odtContent(a)
	}
	main, err := a.mainPart()
	if err != nil {
		return c, err
	}
	if main == "" {
		return c, errors.New("the file is a ZIP archive, but no Word or OpenDocument text: unpack it, or save the report as DOCX, ODT or PDF")
	}
	return docxContent(a, main)
}

// partNames are the parts that a part refers to, by the last word of the kind of reference, and by its id (ECMA-376, part 2, 9.3).
type partNames struct{ kinds, ids map[string]string }

func (a *archive) parts(of string) (partNames, error) {
	parts := partNames{map[string]string{}, map[string]string{}}
	dir, base := path.Split(of)
	d, err := a.xmlPart(dir + "_rels/" + base + ".rels")
	if d == nil || err != nil {
		return parts, err
	}
	err = eachToken(d, func(t xml.Token) (bool, error) {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" && attribute(e, "TargetMode") != "External" {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = dir + target
			}
			parts.kinds[path.Base(attribute(e, "Type"))], parts.ids[attribute(e, "Id")] = target, target
		}
		return true, nil
	})
	return parts, err
}

// mainPart is the part of a DOCX that holds its text; "" where there is none.
func (a *archive) mainPart() (string, error) {
	const usual = "word/document.xml"
	parts, err := a.parts("")
	if err != nil {
		return "", fmt.Errorf("its part _rels/.rels is broken: %w", err)
	}
	for _, name := range []string{parts.kinds["officeDocument"], usual} {
		if name != "" && a.files[nameOfPart(name)] != nil {
			return name, nil
		}
	}
	return "", nil
}
