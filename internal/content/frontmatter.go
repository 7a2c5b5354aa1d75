package content

import (
	"fmt"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
)

// frontMatter takes a record's text apart. The YAML starts on line 2; body is
// the offset at which the text below it starts. limit is how many bytes the YAML
// may have. ok is false where a finding says why not.
func (s *source) frontMatter(limit int) (yaml string, body int, ok bool) {
	first, rest, _ := strings.Cut(s.text, "\n")
	if fence(first) != "---" {
		if strings.Contains(first, "\uFFFD") && len(s.findings) > 0 {
			return "", 0, false // lines that end with a lone return, most likely
		}
		s.report(s.noFrontMatter(first))
		return "", 0, false
	}
	start := len(first) + 1
	for at := 0; at < len(rest); {
		line, _, more := strings.Cut(rest[at:], "\n")
		end := at + len(line)
		if more {
			end++
		}
		if mark := fence(line); mark == "---" || mark == "..." {
			if at > limit {
				s.report(frontMatterLimit.At(s.top(), fmt.Sprintf("The front matter has %s; the limit is %s.", size(at), size(limit)), ""))
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
	rest := s.text[len(first):]
	switch {
	case strings.TrimSpace(s.text) == "":
		return frontMatterMissing.At(s.top(), "This file is empty.", "Write the record, or delete the file.")
	case strings.Trim(first, "-‐‑‒–—―* \t") == "" && strings.Contains(rest, "\n---"):
		return frontMatterMissing.At(s.top(), firstLine, "").WithSuggestion("---").WithFix(diag.Edit{Place: s.from(diag.Pos{Line: 1, Column: 1}, first), Text: "---"})
	case keyLine.MatchString(s.text):
		f := frontMatterMissing.At(s.top(), firstLine, "")
		if strings.Contains(rest, "\n---") {
			f = f.WithFix(diag.Edit{Place: s.top(), Text: "---\n"})
		}
		return f
	case strings.HasPrefix(strings.TrimSpace(s.text), "---"):
		return frontMatterMissing.At(s.top(), firstLine, "")
	}
	return frontMatterMissing.At(s.top(), "This file does not begin with its fields (front matter).", "")
}

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
	var top yaml.Node
	if err := yaml.Unmarshal([]byte(s.text[start:start+i+1]), &top); err != nil || len(top.Content) == 0 || top.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	return []diag.Edit{{Place: s.at(s.pos(start + i + 1)), Text: "---\n"}}
}

// fence returns a line without what may stand behind a "---": what was refused
// there has its own finding.
func fence(line string) string { return strings.TrimRight(line, " \t\uFFFD") }
