// Package templates holds the pages of the site and the scaffolds of records.
// A tracker may override any of them by a file of the same name.
package templates

import "embed"

// FS holds the HTML templates (*.html), the record scaffolds (*.md) and the
// messages of the interface (messages/*.json).
//
//go:embed *.html *.md messages/*.json
var FS embed.FS
