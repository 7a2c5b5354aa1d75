package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"smallwins/internal/tracker"
)

// The files that an example is laid over where it names none.
const (
	baseStrategy = "strategy.yaml"
	baseWin      = "wins/2026-02-15-base.md"
	baseIntake   = "intakes/2026-01-10-course.md"
)

// baseTracker returns the files of a tracker in which nothing is wrong.
func baseTracker(t *testing.T) fstest.MapFS {
	t.Helper()
	archive := must(txtar.ParseFile("testdata/rules/base.txtar"))(t)
	base := fstest.MapFS{}
	for _, f := range archive.Files {
		base[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return base
}

// filesOf takes an example apart. One that names no file is an excerpt of home.
func filesOf(example, home string) ([]txtar.File, error) {
	archive := txtar.Parse([]byte(example))
	if len(archive.Files) == 0 {
		return []txtar.File{{Name: home, Data: []byte(example)}}, nil
	}
	if strings.TrimSpace(string(archive.Comment)) != "" {
		return nil, fmt.Errorf("the text above the first file belongs to none: %q", archive.Comment)
	}
	return archive.Files, nil
}

// lay returns a tracker of the base with the files laid over it, in the
// notation that diag.Rule describes.
func lay(base fstest.MapFS, files []txtar.File) (fstest.MapFS, error) {
	laid := fstest.MapFS{}
	for name, f := range base {
		laid[name] = f
	}
	for _, f := range files {
		name, note := f.Name, ""
		if rest, ok := strings.CutSuffix(name, ")"); ok {
			if before, after, ok := strings.Cut(rest, " ("); ok {
				name, note = before, after
			}
		}
		made, err := layFile(base, name, note, unescape(string(f.Data)))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		if made == nil && laid[name] == nil {
			return nil, fmt.Errorf("%s: the base has no such file", f.Name)
		}
		if laid[name] = made; made == nil {
			delete(laid, name)
		}
	}
	return laid, nil
}

func layFile(base fstest.MapFS, name, note, text string) (*fstest.MapFile, error) {
	if note == "not there" {
		return nil, nil
	}
	if target, ok := strings.CutPrefix(note, "link to "); ok {
		return &fstest.MapFile{Mode: fs.ModeSymlink | 0o777, Data: []byte(target)}, nil
	}
	if note == "" && !strings.HasPrefix(text, "---") {
		var err error
		if text, err = layExcerpt(base, name, text); err != nil {
			return nil, err
		}
	}
	data := []byte(text)
	switch kib, filled := strings.CutSuffix(note, " KiB"); {
	case note == "", note == "whole":
	case note == "picture":
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
			return nil, err
		}
		data = b.Bytes()
	case note == "UTF-16":
		data = []byte("\xff\xfe")
		for _, u := range utf16.Encode([]rune(text)) {
			data = append(data, byte(u), byte(u>>8))
		}
	case filled:
		n, err := strconv.Atoi(kib)
		if err != nil {
			return nil, fmt.Errorf("no size: %w", err)
		}
		data = append(data, strings.Repeat("and so on\n", max(0, n<<10-len(data))/10+1)...)
	default:
		return nil, fmt.Errorf("no such note: %q", note)
	}
	return &fstest.MapFile{Data: data}, nil
}

var escape = regexp.MustCompile(`⟨U\+([0-9A-F]{4,5})⟩`)

// unescape puts in what an example cannot show.
func unescape(text string) string {
	text = escape.ReplaceAllStringFunc(text, func(s string) string {
		n, _ := strconv.ParseUint(escape.FindStringSubmatch(s)[1], 16, 32)
		return string(rune(n))
	})
	return strings.ReplaceAll(text, "\uFFFD", "\xE9")
}

func layExcerpt(base fstest.MapFS, name, text string) (string, error) {
	under, fields := base[name], tracker.WinFields
	switch {
	case name == baseStrategy:
		return layStrategy(string(under.Data), text)
	case !strings.HasSuffix(name, ".md"):
		return text, nil
	case strings.HasPrefix(name, "intakes/"):
		fields = tracker.IntakeFields
		if under == nil {
			under = base[baseIntake]
		}
	case strings.HasPrefix(name, "wins/"):
		if under == nil {
			under = base[baseWin]
		}
	default:
		return text, nil
	}
	return layRecord(string(under.Data), text, fields)
}

// part is a piece of a file that an excerpt can put another in the place of.
type part struct{ key, text string }

var heading = regexp.MustCompile(`(?m)^##? `)

// layRecord lays fields and sections over a whole record. What the excerpt
// writes as a field takes the base's section of that field out.
func layRecord(base, excerpt string, fields []tracker.Field) (string, error) {
	_, rest, _ := strings.Cut(base, "---\n")
	front, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		return "", fmt.Errorf("the base is no whole record")
	}
	at := len(excerpt)
	if loc := heading.FindStringIndex(excerpt); loc != nil {
		at = loc[0]
	}
	newFront, newBody := keyed(excerpt[:at]), sections(excerpt[at:], fields)
	oldBody := slices.DeleteFunc(sections(body, fields), func(p part) bool {
		return has(newFront, p.key) && !has(newBody, p.key)
	})
	var b strings.Builder
	b.WriteString("---\n")
	for _, p := range replace(keyed(front+"\n"), newFront) {
		b.WriteString(p.text)
	}
	b.WriteString("---\n")
	for _, p := range replace(oldBody, newBody) {
		b.WriteString("\n" + p.text + "\n")
	}
	return b.String(), nil
}

func has(parts []part, key string) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.key == key })
}

// replace puts the first new part of a key in the place of the base's, and the
// others behind everything.
func replace(base, with []part) []part {
	out := slices.Clone(base)
	replaced := map[string]bool{}
	for _, p := range with {
		i := slices.IndexFunc(out, func(q part) bool { return q.key == p.key })
		if i >= 0 && !replaced[p.key] {
			out[i] = p
		} else {
			out = append(out, p)
		}
		replaced[p.key] = true
	}
	return out
}

// keyed cuts lines of YAML at the keys of its left edge.
func keyed(text string) []part {
	var parts []part
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			line = "" // between two keys
		}
		if len(parts) > 0 && (line == "" || strings.Contains(" \t-]}#", line[:1])) {
			parts[len(parts)-1].text += line
		} else if line != "" {
			key, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
			parts = append(parts, part{strings.Trim(key, `"'`), line})
		}
	}
	for i := range parts {
		parts[i].text = strings.TrimSuffix(parts[i].text, "\n") + "\n"
	}
	return parts
}

// sections cuts a body at its headings. The text between the title and the
// first heading has the key of the field that it belongs to.
func sections(body string, fields []tracker.Field) []part {
	var parts []part
	var heading, text strings.Builder
	end := func() {
		h, below := strings.TrimSuffix(heading.String(), "\n"), strings.Trim(text.String(), "\n")
		switch {
		case strings.HasPrefix(h, "# "):
			parts = append(parts, part{"title", h})
			h = ""
			fallthrough
		case h == "":
			if below != "" {
				parts = append(parts, part{leadOf(fields), below})
			}
		default:
			parts = append(parts, part{sectionKey(h, fields), strings.TrimSuffix(h+"\n\n"+below, "\n\n")})
		}
		heading.Reset()
		text.Reset()
	}
	for line := range strings.Lines(body) {
		if strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "## ") {
			end()
			heading.WriteString(line)
		} else {
			text.WriteString(line)
		}
	}
	end()
	return parts
}

func leadOf(fields []tracker.Field) string {
	return fields[slices.IndexFunc(fields, func(f tracker.Field) bool { return f.Lead })].Key
}

// numberOrDay may stand around a heading without changing what it means.
var numberOrDay = regexp.MustCompile(`^[0-9]+[.)]|\([^()]*\)\s*$`)

// sectionKey returns the key of the field that a heading names, or the heading.
func sectionKey(heading string, fields []tracker.Field) string {
	folded := bare(numberOrDay.ReplaceAllString(strings.TrimLeft(heading, "# "), ""))
	for _, f := range fields {
		if f.Form == tracker.FormProse && slices.Contains([]string{bare(f.Key), bare(f.Label), bare(f.Question)}, folded) {
			return f.Key
		}
	}
	return heading
}

func bare(s string) string {
	return regexp.MustCompile(`[^\pL\pN]`).ReplaceAllString(strings.ToLower(s), "")
}

func TestLay(t *testing.T) {
	base := fstest.MapFS{
		baseStrategy: {Data: []byte("settings:\n  title: T\n  language: en\nteam:\n  - id: ana\n    name: Ana\n  - id: ben\n")},
		baseWin:      {Data: []byte("---\ndate: 2026-02-15\nentered_by: ana\n---\n\n# T\n\nLead.\n\n## Why it's a win\n\nSo.\n")},
		baseIntake:   {Data: []byte("---\nstatus: agreed\n---\n\n# I\n\nPlease.\n\n## Friction\n\nYes.\n")},
	}
	for _, c := range []struct{ name, example, home, file, want string }{
		{"a field, and one that is new", "date: x\nstage: y", baseWin, baseWin, "---\ndate: x\nentered_by: ana\nstage: y\n---\n\n# T\n\nLead.\n\n## Why it's a win\n\nSo.\n"},
		{"a field twice", "date: x\ndate: y", baseWin, baseWin, "---\ndate: x\nentered_by: ana\ndate: y\n---\n\n# T\n\nLead.\n\n## Why it's a win\n\nSo.\n"},
		{"a field for a section", "why: x\ntitle:\nwhat_happened:", baseWin, baseWin, "---\ndate: 2026-02-15\nentered_by: ana\nwhy: x\ntitle:\nwhat_happened:\n---\n"},
		{"sections", "# U\n\n## WHY IT’S A WIN (2026-01-01)\n\nBecause.\n\n## New", baseWin, baseWin, "---\ndate: 2026-02-15\nentered_by: ana\n---\n\n# U\n\nLead.\n\n## WHY IT’S A WIN (2026-01-01)\n\nBecause.\n\n## New\n"},
		{"both", "why: x\n## Why it's a win\ny", baseWin, baseWin, "---\ndate: 2026-02-15\nentered_by: ana\nwhy: x\n---\n\n# T\n\nLead.\n\n## Why it's a win\n\ny\n"},
		{"another intake", "-- intakes/b.md --\n# J\nNow.", baseWin, "intakes/b.md", "---\nstatus: agreed\n---\n\n# J\n\nNow.\n\n## Friction\n\nYes.\n"},
		{"settings", "settings:\n  language: de\n  vision: v", baseStrategy, baseStrategy, "settings:\n  title: T\n  language: de\n  vision: v\nteam:\n  - id: ana\n    name: Ana\n  - id: ben\n"},
		{"entries", "team:\n  - {id: ana}\n  - {id: ana}\n  - {name: x}", baseStrategy, baseStrategy, "settings:\n  title: T\n  language: en\nteam:\n  - {id: ana}\n  - id: ben\n  - {id: ana}\n  - {name: x}\n"},
		{"instead of entries", "team: ana\nzzz:", baseStrategy, baseStrategy, "settings:\n  title: T\n  language: en\nteam: ana\nzzz:\n"},
		{"a whole file", "---\na: b\n---", baseWin, baseWin, "---\na: b\n---"},
		{"no excerpt", "-- wins/b.md (whole) --\n⟨U+001B⟩\uFFFD", baseWin, "wins/b.md", "\x1b\xe9\n"},
		{"another kind of file", "-- wins/b.txt --\na: b", baseWin, "wins/b.txt", "a: b\n"},
		{"UTF-16", "-- wins/b.md (UTF-16) --\n---", baseWin, "wins/b.md", "\xff\xfe-\x00-\x00-\x00\n\x00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, string(laidOver(t, base, c.example, c.home)[c.file].Data)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	large := laidOver(t, base, "-- wins/b.md (2 KiB) --\n-- strategy.yaml (not there) --\n-- wins/c.md (link to b.md) --", baseWin)
	if n := len(large["wins/b.md"].Data); n < 2048 || large[baseStrategy] != nil || large["wins/c.md"].Mode.IsRegular() {
		t.Errorf("%d bytes; %v", n, large)
	}
	for _, wrong := range []string{"stray\n-- wins/b.md --", "-- wins/b.md (sideways) --", "-- wins/b.md (not there) --", "-- strategy.yaml --\nteam:\n- id: x"} {
		files, err := filesOf(wrong, baseWin)
		if err == nil {
			_, err = lay(base, files)
		}
		if err == nil {
			t.Errorf("%q was laid", wrong)
		}
	}
}
