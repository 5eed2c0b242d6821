// Package reports holds what a fresh start loads: restatements of real reports, in our own words.
package reports

import "embed"

// Bundled are the restatements, as Markdown files in one folder.
//
//go:embed *.md
var Bundled embed.FS
