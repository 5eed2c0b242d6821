package main

import (
	"os/exec"
	"strings"
	"testing"
)

// The notices of a release have a section with a licence for each module that the program contains.
func TestNotices(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("NOT RUN: no bash on this machine")
	}
	notices, err := exec.Command("bash", "scripts/notices.sh").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	for section := range strings.SplitSeq(string(notices), "\n================ ") {
		title, text, _ := strings.Cut(section, " ================\n")
		sections[title] = text
	}
	for module := range strings.SplitSeq(strings.TrimSpace(string(modules)), "\n") {
		if text := strings.ToLower(sections[module]); module != "" && !strings.Contains(text, "copyright") && !strings.Contains(text, "public domain") {
			t.Errorf("no licence of %s", module)
		}
	}
	if len(sections) < 40 {
		t.Errorf("the notices have %d sections", len(sections))
	}
}
