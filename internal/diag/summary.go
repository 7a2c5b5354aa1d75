package diag

import (
	"fmt"
	"io"
	"regexp"
	"strings"
)

// summaryBytes is how long a job summary may become. GitHub refuses one over
// 1 MiB as a whole, and other commands of the step may add to it.
const summaryBytes = 900 << 10

// WriteSummary writes a report as the Markdown of a GitHub job summary, for the
// file that $GITHUB_STEP_SUMMARY names. Nothing that a contributor wrote becomes
// markup, a link, a reference or a mention. What would make it too long is left
// out, and counted.
func WriteSummary(w io.Writer, r *Report) error {
	var b strings.Builder
	verdict := "passed"
	if r.Failed {
		verdict = "failed"
	}
	b.WriteString("## smallwins check: " + verdict + "\n\n")
	if r.Summary != "" {
		b.WriteString(markdown(r.Summary) + "\n\n")
	}
	c := Count(r.Findings)
	b.WriteString("| Errors | Warnings | Hints |\n| ---: | ---: | ---: |\n")
	fmt.Fprintf(&b, "| %s | %s | %s |\n", thousands(c.Errors), thousands(c.Warnings), thousands(c.Hints))

	const note = "\nThe summary has no room for %s; the log has them.\n"
	file := ""
	for i, f := range r.Findings {
		entry := r.entry(f)
		if i == 0 || f.Place.File != file {
			file = f.Place.File
			entry = "\n### " + markdown(r.heading(file)) + "\n\n" + entry
		}
		left := fmt.Sprintf(note, counted(len(r.Findings)-i, "more finding"))
		if b.Len()+len(entry)+len(left) > summaryBytes {
			b.WriteString(left)
			break
		}
		b.WriteString(entry)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Report) heading(file string) string {
	if file == "" {
		return "The tracker"
	}
	return r.path(file)
}

// entry is a finding as an item of a list.
func (r *Report) entry(f Finding) string {
	var b strings.Builder
	b.WriteString("- **" + f.Severity.String() + "**")
	if !f.Place.Pos.IsZero() {
		fmt.Fprintf(&b, ", line %d", f.Place.Pos.Line)
	}
	fmt.Fprintf(&b, ": %s (%s)", markdown(cut(f.Message, annotationBytes)), markdown(f.Rule))
	for _, line := range append(f.help(true), f.see(r.Dir)...) {
		b.WriteString("<br>" + markdown(cut(line, annotationBytes)))
	}
	return b.String() + "\n"
}

// markdown writes a text so that it shows as it is. Every character that means
// something to Markdown or to HTML within a line becomes a reference by number.
// That is not enough for what GitHub looks for in the text that readers see,
// after Markdown is done: mentions (@), references (#, GH-), addresses (:// and
// www.) and emoji (:name:). A space of no width keeps those apart.
func markdown(s string) string {
	return plainMarkdown(s, func(r rune) string { return fmt.Sprintf("&#%d;", r) }, "&#8203;")
}

// plainMarkdown does so with the given way to escape a character, and the given
// space of no width.
func plainMarkdown(s string, escape func(rune) string, noWidth string) string {
	s = Printable(s)
	var b strings.Builder
	for i, r := range s {
		before, after := s[:i], s[i+len(string(r)):]
		if r == '.' && ends(before, "www") {
			b.WriteString(noWidth)
		}
		if strings.ContainsRune("&<>`*_[]|\\~$#@", r) {
			b.WriteString(escape(r))
		} else {
			b.WriteRune(r)
		}
		switch {
		case r == '@', r == '#', r == '-' && ends(before, "gh"),
			r == ':' && (colonName.MatchString(after) || strings.HasPrefix(after, "/")):
			b.WriteString(noWidth)
		}
	}
	return b.String()
}

// colonName goes on behind the colon of an emoji, such as ":tada:" or ":100:",
// and not behind that of a line number.
var colonName = regexp.MustCompile(`^[0-9]*[A-Za-z_+-]|^(100|1234):`)

// ends reports whether s ends with a word, in small letters or capitals.
func ends(s, word string) bool {
	return len(s) >= len(word) && strings.EqualFold(s[len(s)-len(word):], word)
}
