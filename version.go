package main

import (
	"runtime/debug"
)

// version is that of a release; its script sets it.
var version string

// versionText says which version the program is: of a release, of the module, or the commit that it was built from.
func versionText() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "councilgraph " + version
	}
	text, commit, changed := version, "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = " with changes"
		}
	}
	if text == "" {
		text = info.Main.Version
	}
	if commit != "" {
		text += " (" + commit + changed + ")"
	}
	return "councilgraph " + text + ", " + info.GoVersion
}
