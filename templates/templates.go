// Package templates holds the pages of the site and the scaffolds of records.
// A tracker may override any of them by a file of the same name.
package templates

import "embed"

// FS holds the HTML templates (*.html) and the record scaffolds (*.md).
//
//go:embed *.html *.md
var FS embed.FS
