package content

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// frontMatter takes a record's text apart. The YAML starts on line 2; body is
// the offset at which the text below it starts. limit is how many bytes the YAML
// may have. ok is false where a finding says why not.
func (s *source) frontMatter(limit int) (yaml string, body int, ok bool) {
	first, rest, _ := strings.Cut(s.text, "\n")
	if fence(first) != "---" {
		if strings.Contains(first, "\uFFFD") && s.altered {
			return "", 0, false // lines that end with a lone return, most likely
		}
		s.report(s.noFrontMatter(first))
		return "", 0, false
	}
	start, guesses := len(first)+1, 3
	for at := 0; at < len(rest); {
		line, _, more := strings.Cut(rest[at:], "\n")
		end := at + len(line)
		if more {
			end++
		}
		mark := fence(line)
		if dashes(line) && at <= maxFrontMatter && guesses > 0 {
			guesses--
			if !holdsField(rest[:at]) {
				at = end
				continue
			}
			s.report(frontMatterOpen.At(s.from(s.pos(start+at), mark), fmt.Sprintf("Line %d ", s.pos(start+at).Line)+dashSays(line), "Write three hyphens.").
				WithSuggestion("---").WithFix(s.hyphens(start+at, line)))
			return "", 0, false
		}
		if mark == "---" || mark == "..." {
			if at > limit {
				s.report(frontMatterLimit.At(s.top(), fmt.Sprintf("The fields at the top have %s; %s is %s.", size(at), saysWhose(limit, maxFrontMatter), size(limit)), ""))
				return "", 0, false
			}
			return rest[:at], start + end, true
		}
		at = end
	}
	s.report(frontMatterOpen.At(s.top(), `The fields that begin here have no line "---" below them.`, "").WithFix(s.closingLine(start)...))
	return "", 0, false
}

// noFrontMatter says what a file lacks whose first line is not "---".
func (s *source) noFrontMatter(first string) diag.Finding {
	const firstLine = `The first line has to be "---", and nothing else.`
	switch {
	case strings.TrimSpace(s.text) == "":
		return frontMatterMissing.At(s.top(), "This file is empty.", "Write the record, or delete the file.")
	case dashes(first) || ruled(first) && strings.Contains(s.text, "\n---"):
		return s.dashedFirst(first)
	case keyLine.MatchString(s.text):
		message, edits := s.withFences(firstLine, 0, diag.Edit{Place: s.top(), Text: "---\n"})
		return frontMatterMissing.At(s.top(), message, "").WithFix(edits...)
	case strings.HasPrefix(strings.TrimSpace(s.text), "---"):
		return frontMatterMissing.At(s.top(), firstLine, "").WithFix(s.blankAbove()...)
	}
	return frontMatterMissing.At(s.top(), "This file does not begin with its fields.", "")
}

// blankAbove returns the edit that takes empty lines off the top.
func (s *source) blankAbove() []diag.Edit {
	text := strings.TrimLeft(s.text, " \t\n")
	above := s.text[:len(s.text)-len(text)]
	if line, _, _ := strings.Cut(text, "\n"); fence(line) != "---" || !strings.HasSuffix(above, "\n") {
		return nil
	}
	place := s.top()
	place.End = s.pos(len(above))
	return []diag.Edit{{Place: place}}
}

// dashes reports whether a line is made of dashes, as word processors write the
// three hyphens that are meant, or of too many hyphens. One alone begins a list.
func dashes(line string) bool {
	line = fence(line)
	return line != "" && line != "-" && line != "---" && strings.Trim(line, "-‐‑‒–—―−") == ""
}

// ruled reports whether a line is a rule of another kind, such as "* * *".
func ruled(line string) bool {
	return strings.TrimSpace(line) != "" && strings.Trim(line, "-‐‑‒–—―−* \t") == ""
}

// dashedFirst is the finding about a first line that was meant as "---". The line
// that closes the fields often became the same.
func (s *source) dashedFirst(first string) diag.Finding {
	message, edits := s.withFences("Line 1 "+dashSays(first), len(first)+1, s.hyphens(0, first))
	return frontMatterMissing.At(s.from(diag.Pos{Line: 1, Column: 1}, fence(first)), message, "Write three hyphens.").WithSuggestion("---").WithFix(edits...)
}

// withFences completes the edit that mends the first line with that of the line
// which was meant to close the fields from start on, and says so. There are no
// edits where the fields could not be read then.
func (s *source) withFences(message string, start int, first diag.Edit) (string, []diag.Edit) {
	end, line := s.intendedFence(start)
	switch {
	case end < 0:
		return message, nil
	case !dashes(line) && !holdsField(s.text[start:end]):
		return message, nil
	case !dashes(line):
		return message, []diag.Edit{first}
	}
	message += fmt.Sprintf(" Line %d too.", s.pos(end).Line)
	if !holdsField(s.text[start:end]) {
		return message, nil
	}
	return message, []diag.Edit{first, s.hyphens(end, line)}
}

// dashSays says behind its number what is wrong with a line.
func dashSays(line string) string {
	switch line = fence(line); {
	case strings.Trim(line, "-") == "":
		return fmt.Sprintf("has %d hyphens; it has to have three: ---.", len(line))
	case utf8.RuneCountInString(line) == 1 && dashes(line):
		return "is a dash; it has to be three hyphens: ---."
	}
	return "has to be three hyphens: ---."
}

// intendedFence returns the first line from start on that closes the fields or was
// meant to; -1 where there is none.
func (s *source) intendedFence(start int) (at int, line string) {
	for at = start; at < len(s.text); at += len(line) + 1 {
		line, _, _ = strings.Cut(s.text[at:], "\n")
		if mark := fence(line); mark == "---" || mark == "..." || dashes(line) {
			return at, line
		}
	}
	return -1, ""
}

// hyphens returns the edit that makes a line "---".
func (s *source) hyphens(at int, line string) diag.Edit {
	return diag.Edit{Place: s.from(s.pos(at), fence(line)), Text: "---"}
}

// holdsField reports whether a text is YAML with at least one field of a record.
func holdsField(text string) bool {
	var top yaml.Node
	if err := yaml.Unmarshal([]byte(text), &top); err != nil || len(top.Content) == 0 || top.Content[0].Kind != yaml.MappingNode {
		return false
	}
	keys := top.Content[0].Content
	for i := 0; i+1 < len(keys); i += 2 {
		if tracker.FieldByKey(tracker.WinFields, keys[i].Value) != nil || tracker.FieldByKey(tracker.IntakeFields, keys[i].Value) != nil {
			return true
		}
	}
	return false
}

// anyKey is a line that looks like a field.
var anyKey = regexp.MustCompile(`(?m)^[a-z_]+:(\s|$)`)

// keyLine begins a text whose first line is a field, as it would stand in front
// matter.
var keyLine = regexp.MustCompile(`^[a-z_]+:(\s|$)`)

// closingLine returns the edit that closes front matter where the body must begin:
// above the first heading that an empty line stands before, if there are only
// fields until then. start is where the front matter starts.
func (s *source) closingLine(start int) []diag.Edit {
	if start > len(s.text) {
		return nil // nothing but "---"
	}
	i := strings.Index(s.text[start:], "\n\n#")
	if i <= 0 || i > maxFrontMatter {
		return nil
	}
	if !holdsField(s.text[start:start+i+1]) || anyKey.MatchString(s.text[start+i+1:]) {
		return nil
	}
	return []diag.Edit{{Place: s.at(s.pos(start + i + 1)), Text: "---\n"}}
}

// fence returns a line without what may stand behind a "---": what was refused
// there has its own finding.
func fence(line string) string { return strings.TrimRight(line, " \t\uFFFD") }
