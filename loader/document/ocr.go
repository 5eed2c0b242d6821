package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// tesseract reads pictures of text with the program of that name, which the project does not bring along.
type tesseract struct{ program string }

// ocrTime is how long one page may take.
const ocrTime = 2 * time.Minute

func newTesseract() (*tesseract, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, errors.New("--ocr needs Tesseract, which is not on the path: install it (Debian and Ubuntu: apt install tesseract-ocr; " +
			"Fedora: dnf install tesseract; macOS: brew install tesseract), or load without --ocr")
	}
	return &tesseract{program: program}, nil
}

// read gives the lines of a picture (PNG), with blank lines between paragraphs, and how sure Tesseract is of its words, from 0 to 1.
func (t *tesseract) read(picture []byte) (text string, confidence float64, err error) {
	ctx, stop := context.WithTimeout(context.Background(), ocrTime)
	defer stop()
	command := exec.CommandContext(ctx, t.program, "stdin", "stdout", "-l", "eng", "--psm", "3", "tsv")
	command.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // pages are small, and several documents are read at once
	command.Stdin = bytes.NewReader(picture)
	var out, complaint bytes.Buffer
	command.Stdout, command.Stderr = &out, &complaint
	if err := command.Run(); err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		return "", 0, fmt.Errorf("%w: %s (its English data may be missing: install tesseract-ocr-eng)", err, said)
	}
	text, confidence = recognised(out.String())
	return text, confidence, nil
}

// recognised reads Tesseract's table of words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
func recognised(table string) (text string, confidence float64) {
	var b strings.Builder
	words := 0
	paragraph, line := "", ""
	for row := range strings.Lines(table) {
		cells := strings.SplitN(strings.TrimRight(row, "\r\n"), "\t", 12)
		if len(cells) < 12 || cells[0] != "5" || strings.TrimSpace(cells[11]) == "" {
			continue
		}
		sure, err := strconv.ParseFloat(cells[10], 64)
		if err != nil || sure < 0 {
			continue
		}
		inParagraph := strings.Join(cells[2:4], ".")
		inLine := inParagraph + "." + cells[4]
		switch {
		case b.Len() == 0:
		case inParagraph != paragraph:
			b.WriteString("\n\n")
		case inLine != line:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		paragraph, line = inParagraph, inLine
		b.WriteString(cells[11])
		confidence += sure / 100
		words++
	}
	if words > 0 {
		confidence /= float64(words)
	}
	return misreadSymbol.ReplaceAllString(b.String(), "${1}S/$2"), confidence
}

// misreadSymbol is a document symbol whose first letter was taken for a sign that looks like it.
var misreadSymbol = regexp.MustCompile(`(^|[\s(])[$§5s]/((?:\d{4}/\d|RES/|PRST/|PV\.))`)
