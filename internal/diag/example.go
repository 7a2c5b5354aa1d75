package diag

import "strings"

// Excerpt is one file of an example: see Rule.
type Excerpt struct {
	Name string // "" where the example names no file
	Text string
}

// Excerpts takes an example apart for readers. What a name is followed by stays
// with it, but for "(whole)": that matters to nobody who reads it.
func Excerpts(example string) []Excerpt {
	var all []Excerpt
	for line := range strings.Lines(example) {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			all = append(all, Excerpt{Name: strings.TrimSuffix(name, " (whole)")})
			continue
		}
		if len(all) == 0 {
			all = append(all, Excerpt{})
		}
		all[len(all)-1].Text += line
	}
	for i := range all {
		all[i].Text = strings.TrimRight(all[i].Text, "\n")
	}
	return all
}
