package e2e

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// layStrategy merges settings by their keys and lists by their ids.
func layStrategy(base, excerpt string) (string, error) {
	parts := keyed(base)
	for _, p := range keyed(excerpt) {
		head, below, _ := strings.Cut(p.text, "\n")
		i := slices.IndexFunc(parts, func(q part) bool { return q.key == p.key })
		switch {
		case i < 0:
			parts = append(parts, p)
			continue
		case strings.TrimSpace(below) == "":
			parts[i].text = p.text
			continue
		}
		first, old, _ := strings.Cut(parts[i].text, "\n")
		if head != first {
			return "", fmt.Errorf("%q stands before what is to be merged", head)
		}
		cut := entries
		if p.key == "settings" {
			cut = settings
		}
		merged := first + "\n"
		with := cut(below)
		if len(with) == 0 {
			return "", fmt.Errorf("%q has nothing below it that could be merged: indent it by two spaces", head)
		}
		for _, q := range replace(cut(old), with) {
			merged += q.text
		}
		parts[i].text = merged
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.text)
	}
	return b.String(), nil
}

var entryID = regexp.MustCompile(`(?m)^(?:  - \{? ?|    )id: *["']?([^,}"'\n]+)`)

func entries(text string) []part {
	parts := cutAt(text, regexp.MustCompile(`^  - `))
	for i, p := range parts {
		parts[i].key = fmt.Sprintf("entry %d of %p", i, &parts[i]) // one of a kind
		if m := entryID.FindStringSubmatch(p.text); m != nil {
			parts[i].key = m[1]
		}
	}
	return parts
}

func settings(text string) []part {
	parts := cutAt(text, regexp.MustCompile(`^  [^ \-]`))
	for i, p := range parts {
		key, _, _ := strings.Cut(p.text, ":")
		parts[i].key = strings.TrimSpace(key)
	}
	return parts
}

// cutAt cuts text before each line that the pattern matches.
func cutAt(text string, start *regexp.Regexp) []part {
	var parts []part
	for line := range strings.Lines(text) {
		if start.MatchString(line) {
			parts = append(parts, part{})
		}
		if len(parts) > 0 {
			parts[len(parts)-1].text += line
		}
	}
	return parts
}
