package content

import (
	"fmt"
	"strings"
)

// frontMatter takes a record's text apart. The YAML starts on line 2; body is
// the offset at which the text below it starts. ok is false where a finding
// says why not.
func (s *source) frontMatter() (yaml string, body int, ok bool) {
	first, rest, _ := strings.Cut(s.text, "\n")
	if fence(first) != "---" {
		if strings.Contains(first, "\uFFFD") && len(s.findings) > 0 {
			return "", 0, false // lines that end with a lone return, most likely
		}
		f := frontMatterMissing.At(s.top(), "This file does not begin with front matter.", "")
		if strings.HasPrefix(strings.TrimLeft(s.text, " \t\n-"), "date:") || strings.HasPrefix(strings.TrimSpace(s.text), "---") {
			f = frontMatterMissing.At(s.top(), `The first line has to be "---", and nothing else.`, "")
		}
		s.report(f)
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
			if at > maxFrontMatter {
				s.report(frontMatterLimit.At(s.top(), fmt.Sprintf("The front matter has %s; the limit is %s.", size(at), size(maxFrontMatter)), ""))
				return "", 0, false
			}
			return rest[:at], start + end, true
		}
		at = end
	}
	s.report(frontMatterOpen.At(s.top(), "The front matter that begins here is never closed.", ""))
	return "", 0, false
}

// fence returns a line without what may stand behind a "---": what was refused
// there has its own finding.
func fence(line string) string { return strings.TrimRight(line, " \t\uFFFD") }
