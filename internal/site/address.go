package site

import (
	"net/url"
	"strings"

	"smallwins/internal/tracker"
)

// Addresses are relative to the site's root and end in index.html, so that
// they work below any sub-path and straight from a disk.

func winPath(w *tracker.Win) string { return recordPath("wins", w.ID) }

func intakePath(in *tracker.Intake) string { return recordPath("intakes", in.ID) }

func priorityPath(p *tracker.Priority) string { return recordPath("priorities", p.ID) }

func outcomePath(o *tracker.Outcome) string { return recordPath("outcomes", o.ID) }

func stakeholderPath(s *tracker.Stakeholder) string { return recordPath("stakeholders", s.ID) }

func recordPath(folder string, id tracker.ID) string {
	return folder + "/" + string(id) + "/index.html"
}

// rootFrom returns the way from a page back to the site's root: "" for
// index.html, "../../" for wins/x/index.html.
func rootFrom(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// nowhere is the way to the root from a page that stands alone: there is none,
// and what would lead there is no link.
const nowhere = "\x00"

// href escapes a path for use in a link; ids may hold letters of any script. It
// is "" from nowhere.
func href(root, path string) string {
	if root == nowhere {
		return ""
	}
	path, fragment, _ := strings.Cut(path, "#")
	u := url.URL{Path: path, Fragment: fragment}
	return root + u.String()
}
