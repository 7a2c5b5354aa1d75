package diag

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Formats are the ways to write a report, the one for people first. Each ends
// its output with a line feed, writes the same on every run, and lets no
// control character through.
var Formats = []Format{
	{"text", "for people: a listing, of each rule the first findings", WriteText},
	{"github", "for GitHub Actions: annotations on the lines concerned, and all findings in the log", writeGitHub},
	{"gitlab", "for GitLab: a Code Quality report, shown in merge requests", writeGitLab},
	{"json", "for programs of your own", writeJSON},
	{"sarif", "for code scanning: SARIF 2.1.0", writeSARIF},
	{"junit", "for CI servers that show test results: JUnit XML", writeJUnit},
	{"rdjsonl", "for reviewdog: one JSON object a line", writeRDJSONL},
}

// FormatNamed returns the format of that name.
func FormatNamed(name string) (f Format, ok bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}

// FormatNames returns the names of Formats, in their order.
func FormatNames() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return names
}

// path returns where a file of the tracker is for whoever reads the report.
func (r *Report) path(file string) string { return r.at(Place{File: file}).File }

func (r *Report) at(p Place) Place { return p.in(r.Dir) }

// in returns a place of the tracker that lies in dir.
func (p Place) in(dir string) Place {
	if dir != "" && p.File != "" {
		p.File = path.Join(dir, p.File)
	}
	return p
}

// sentences returns a finding on one line, for formats that have a single field
// for it, with more of its lines behind.
func (f Finding) sentences(more ...string) string {
	lines := append([]string{Printable(f.Message)}, f.help(false)...)
	return strings.Join(append(lines, more...), " – ")
}

// fingerprints returns a name for each finding by which a forge knows it again
// in the next run. It does not depend on the line, so that a line put in above
// does not make old findings new; of findings that say the same about the same
// file, it tells the first from the second.
func (r *Report) fingerprints() []string {
	prints := make([]string, len(r.Findings))
	seen := map[string]int{}
	for i, f := range r.Findings {
		key := r.path(f.Place.File) + "\x00" + f.Rule + "\x00" + f.Message
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(seen[key])))
		prints[i] = hex.EncodeToString(sum[:])
		seen[key]++
	}
	return prints
}

// marshal is json.Marshal, indented if asked for, with every character that
// Printable escapes written as an escape of JSON. What a program reads from it
// is the same; a terminal or a log that shows it is safe.
func marshal(v any, indent string) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	if indent != "" {
		var b bytes.Buffer
		if err := json.Indent(&b, data, "", indent); err != nil {
			return nil, fmt.Errorf("indenting JSON: %w", err)
		}
		data = b.Bytes()
	}
	out := make([]byte, 0, len(data)+1)
	var p printer
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		command := p.command(r)
		switch {
		case r != '\n' && !printable(r), command: // a line feed is between values: in text it is an escape already
			for _, unit := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
		default:
			out = append(out, data[:n]...)
		}
		data = data[n:]
	}
	return append(out, '\n'), nil
}

// writeValue writes v as marshal has it.
func writeValue(w io.Writer, v any, indent string) error {
	data, err := marshal(v, indent)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
