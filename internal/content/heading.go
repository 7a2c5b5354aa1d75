package content

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// headings says which field a heading of a record's body stands for.
type headings struct {
	prose map[string]*tracker.Field // by folded key, label, question and the team's own label
	other map[string]*tracker.Field // fields that belong into the front matter
	lead  *tracker.Field            // where the text before the first heading belongs
	known []string                  // headings to suggest
	mend  string                    // what to do about a heading that is none of these
}

func newHeadings(fields []tracker.Field, labels map[string]string) *headings {
	h := &headings{prose: map[string]*tracker.Field{}, other: map[string]*tracker.Field{}}
	for i := range fields {
		f := &fields[i]
		for _, name := range []string{f.Key, f.Label, f.Question} {
			h.add(f, name)
		}
		if f.Lead {
			h.lead = f
		}
	}
	var shown []string
	for i := range fields { // the usual names of all fields come first
		f := &fields[i]
		h.add(f, labels[f.Key])
		if f.Form == tracker.FormProse {
			name := oneLine(cmp.Or(labels[f.Key], f.Label))
			if strings.Contains(name, ",") {
				name = quote(name)
			}
			shown = append(shown, name)
		}
	}
	h.mend = "Use one of: " + strings.Join(shown, ", ") + "; for a heading of your own, write ### below one of these."
	return h
}

// add makes a name known that stands for the field, unless it has one already.
func (h *headings) add(f *tracker.Field, name string) {
	into := h.other
	if f.Form == tracker.FormProse {
		into = h.prose
	}
	folded := foldHeading(name)
	if folded == "" {
		return
	}
	if into[folded] == nil {
		into[folded] = f
	}
	if f.Form == tracker.FormProse && name != f.Key && !slices.Contains(h.known, name) {
		h.known = append(h.known, name)
	}
}

// match returns the prose field that a heading names, or nil.
func (h *headings) match(heading string) *tracker.Field { return h.prose[foldHeading(heading)] }

// near returns the heading that was most likely meant, or "".
func (h *headings) near(heading string) string { return diag.Nearest(heading, h.known) }

// foldHeading returns the form of a heading that is compared: its letters and
// digits, without case and without a number in front.
func foldHeading(s string) string {
	s = strings.TrimSpace(s)
	if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		s = s[digits+1:]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// answeredOn takes the day off the end of "Who must behave differently?
// (2026-02-15)". day is "" where no day is meant to stand there.
func answeredOn(heading string) (rest, day string) {
	heading = strings.TrimSpace(heading)
	if !strings.HasSuffix(heading, ")") {
		return heading, ""
	}
	open := strings.LastIndexByte(heading, '(')
	if open < 0 {
		return heading, ""
	}
	day = strings.TrimSpace(heading[open+1 : len(heading)-1])
	if !looksLikeDate(day) {
		return heading, ""
	}
	return strings.TrimSpace(heading[:open]), day
}
