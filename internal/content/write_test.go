package content

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"smallwins/internal/tracker"
)

// layout says of a record what it does not know itself: what its author wrote
// in the front matter, and what below. The zero layout is that of a record that
// comes from no file.
type layout struct {
	body  int // the line on which the body starts
	notes int // how many of the notes come from the front matter
}

// writer writes records back as files, along the tables of fields and the
// bindings of the structs: a field that is added there is written too.
//
// Whatever has a form writes as its author would, but for two things. A text of
// the front matter that can stand below becomes a section, so that reading both
// must give the same. A section stays one, since the definitions of links are
// shared by all of them.
type writer struct {
	strings.Builder
	headings *headings
	team     *teamNames
	notes    []tracker.Note // of the front matter, and not yet written
	zeroes   bool           // numbers that are zero are written: their default is another
}

// piece is a part of a body.
type piece struct {
	heading string
	prose   tracker.Prose
	line    int
	field   *tracker.Field // nil for a note
}

// writeRecord writes a *tracker.Win or *tracker.Intake; labels are the headings
// of the team's own.
func writeRecord(record any, labels map[string]string, l layout) string {
	fields := fieldsOf(record)
	w := &writer{headings: newHeadings(fields, labels), team: newTeamNames(labels)}
	into := reflect.ValueOf(record).Elem()
	bound := bindingOf(into.Type())
	origin := originOf(record)
	more := notesOf(record)
	if l.body == 0 {
		l.notes = len(more)
	}
	w.notes = slices.Clone(more[:l.notes])

	title := ""
	var pieces []piece
	w.WriteString("---\n")
	for i := range fields {
		f := &fields[i]
		if bound[f.Key] == nil {
			continue // the notes: below
		}
		value := bound.field(into, f.Key)
		line := origin.At(f.Key).Pos.Line
		below := l.body > 0 && line >= l.body
		if f.Key == "title" && below {
			title = value.String()
			continue
		}
		if prose, ok := value.Interface().(tracker.Prose); ok && (below || w.movable(f, prose)) {
			if !prose.IsEmpty() {
				pieces = append(pieces, piece{f.Label, prose, line, f})
			}
			continue
		}
		if text := w.value(f, value, f.Key); text != "" {
			fmt.Fprintf(w, "%s: %s\n", f.Key, text)
		}
	}
	w.extra()
	w.WriteString("---\n")
	if title != "" {
		fmt.Fprintf(w, "\n# %s\n", escapeMarkdown(title))
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.line, b.line) })
	for _, n := range more[l.notes:] {
		pieces = append(pieces, piece{heading: n.Label, prose: n.Prose})
	}
	w.pieces(pieces)
	return w.String()
}

func fieldsOf(record any) []tracker.Field {
	if _, ok := record.(*tracker.Intake); ok {
		return tracker.IntakeFields
	}
	return tracker.WinFields
}

// movable reports whether a text of the front matter can stand below it: it
// makes no sections of its own, swallows none, and neither uses nor makes
// definitions of links.
func (w *writer) movable(f *tracker.Field, p tracker.Prose) bool {
	if p.IsEmpty() || w.headings.match(f.Label) != f || w.noted(f.Key) || strings.ContainsAny(p.Source, "[\u2028\u2029") {
		return false
	}
	return strings.Join(topHeadings("## a\n\n"+p.Source+"\n\n## b\n"), " ") == "a b"
}

// swallows reports whether a text takes in the sections below it: a fence or
// comment is open at its end.
func swallows(source string) bool {
	all := topHeadings(source + "\n\n## b\n")
	return len(all) == 0 || all[len(all)-1] != "b"
}

// topHeadings returns the headings that make a title or a section.
func topHeadings(md string) (found []string) {
	source := []byte(md)
	for _, n := range children(markdown.Parse(text.NewReader(source))) {
		if h, ok := n.(*ast.Heading); ok && h.Level <= 2 && h.FirstChild() != nil {
			found = append(found, plainOf(h, source))
		}
	}
	return found
}

// pieces writes the body below the title. The text that swallows the others,
// of which there can be one, comes last.
func (w *writer) pieces(pieces []piece) {
	var last []piece
	pieces = slices.DeleteFunc(pieces, func(p piece) bool {
		if !swallows(p.prose.Source) {
			return false
		}
		last = append(last, p)
		return true
	})
	for i, p := range append(pieces, last...) {
		if p.field != nil && p.field.Lead && i == 0 && p.prose.On.IsZero() {
			fmt.Fprintf(w, "\n%s\n", p.prose.Source)
			continue
		}
		heading := escapeMarkdown(p.heading)
		if _, day := answeredOn(p.heading); !p.prose.On.IsZero() {
			heading += " (" + p.prose.On.String() + ")"
		} else if day != "" {
			heading += " (0000)" // the day in the heading's own words is none
		}
		if heading == "" {
			heading = "<!-- -->"
		}
		fmt.Fprintf(w, "\n## %s\n\n%s\n", heading, p.prose.Source)
	}
}

// value returns the value of a field as YAML, "" where there is none.
func (w *writer) value(f *tracker.Field, v reflect.Value, path string) string {
	if !f.Many {
		return w.one(f, v, path)
	}
	if v.IsNil() {
		return ""
	}
	parts := []string{}
	for i := range v.Len() {
		part := w.one(f, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		if part == "" && f.Form == tracker.FormObject {
			part = "{}"
		}
		if part != "" { // an earlier id that was refused leaves an empty one
			parts = append(parts, part)
		}
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func (w *writer) one(f *tracker.Field, v reflect.Value, path string) string {
	switch x := v.Interface().(type) {
	case tracker.Prose:
		return w.prose(x, path)
	case tracker.Date:
		return x.String()
	case tracker.Number:
		if !x.Known {
			return ""
		}
		return strconv.FormatFloat(x.Value, 'f', -1, 64)
	case int:
		if x == 0 && !w.zeroes {
			return ""
		}
		return strconv.Itoa(x)
	case bool:
		if !x {
			return ""
		}
		return "true"
	case *bool:
		if x == nil {
			return ""
		}
		return strconv.FormatBool(*x)
	case map[string]string:
		if x == nil {
			return ""
		}
		var pairs []string
		for key, text := range x {
			pairs = append(pairs, ownPair(key, quoteYAML(text)))
		}
		slices.Sort(pairs)
		return "{" + strings.Join(pairs, ", ") + "}"
	}
	if f.Form == tracker.FormObject {
		return w.object(f.Fields, v, path)
	}
	if v.String() == "" {
		return ""
	}
	if file, ok := strings.CutPrefix(v.String(), tracker.RootMark+"files/"); ok {
		return quoteYAML("/" + file) // an attachment, by its path in the tracker
	}
	return quoteYAML(v.String())
}

func (w *writer) object(fields []tracker.Field, v reflect.Value, path string) string {
	bound := bindingOf(v.Type())
	var pairs []string
	taken := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		taken[f.Key] = true
		if text := w.value(f, bound.field(v, f.Key), path+"."+f.Key); text != "" {
			pairs = append(pairs, pair(f.Key, text))
		}
	}
	if pairs = append(pairs, w.notesAt(path, taken)...); len(pairs) == 0 {
		return ""
	}
	return "{" + strings.Join(pairs, ", ") + "}"
}

// prose writes a text into the front matter.
func (w *writer) prose(p tracker.Prose, path string) string {
	notes := w.notesAt(path, map[string]bool{"text": true, "on": true})
	if p.On.IsZero() && len(notes) == 0 {
		if p.IsEmpty() {
			return ""
		}
		return quoteYAML(p.Source)
	}
	var pairs []string
	if !p.IsEmpty() {
		pairs = append(pairs, pair("text", quoteYAML(p.Source)))
	}
	if !p.On.IsZero() {
		pairs = append(pairs, pair("on", p.On.String()))
	}
	return "{" + strings.Join(append(pairs, notes...), ", ") + "}"
}

// strayed reports whether a note is one that the loader kept for the team for
// its place alone: a key that the object at that place does not have.
func (w *writer) strayed(n tracker.Note) bool { return n.TeamOnly && !w.team.means(n.Label) }

func (w *writer) noted(path string) bool {
	return slices.ContainsFunc(w.notes, func(n tracker.Note) bool {
		return w.strayed(n) && strings.HasPrefix(n.Label, path+".")
	})
}

// notesAt writes the notes that strayed into the object at path, as its pairs.
func (w *writer) notesAt(path string, taken map[string]bool) (pairs []string) {
	w.notes = slices.DeleteFunc(w.notes, func(n tracker.Note) bool {
		key, ok := strings.CutPrefix(n.Label, path+".")
		if !ok || !w.strayed(n) {
			return false
		}
		pairs = append(pairs, ownPair(free(key, taken), noteYAML(n.Prose)))
		return true
	})
	return pairs
}

// extra writes what is left of the notes as keys of the team's own.
func (w *writer) extra() {
	if len(w.notes) == 0 {
		return
	}
	w.WriteString("extra: {\n")
	taken := map[string]bool{}
	for _, n := range w.notes {
		value := noteYAML(n.Prose)
		if w.strayed(n) {
			value = w.keyed(n.Prose.Source)
		}
		fmt.Fprintf(w, "  %s,\n", ownPair(free(n.Label, taken), value))
	}
	w.WriteString("  }\n")
}

// keyed writes the words of a list or mapping that is the team's for a key in
// it, so that it has that key again.
func (w *writer) keyed(words string) string {
	for end := range len(words) {
		if words[end] != ':' || end+1 < len(words) && words[end+1] != ' ' {
			continue
		}
		for start := range end {
			before := words[:start]
			if start > 0 && !strings.HasSuffix(before, " ") || !w.team.means(words[start:end]) {
				continue
			}
			key := ownPair(words[start:end], quoteYAML(strings.TrimPrefix(words[end+1:], " ")))
			if start == 0 {
				return "{" + key + "}"
			} else if list, ok := strings.CutSuffix(before, ", "); ok {
				return "[" + quoteYAML(list) + ", {" + key + "}]"
			} else if outer, ok := strings.CutSuffix(before, ": "); ok {
				return "{" + ownPair(outer, "{"+key+"}") + "}"
			} else if first, value, ok := strings.Cut(strings.TrimSuffix(before, "; "), ": "); ok {
				return "{" + ownPair(first, quoteYAML(value)) + ", " + key + "}"
			}
		}
	}
	return "[" + quoteYAML(words) + "]"
}

// free returns a key that is not taken, and takes it; spaces around a key do not
// count in the label of its note.
func free(key string, taken map[string]bool) string {
	for taken[key] {
		key += " "
	}
	taken[key] = true
	return key
}

// noteYAML writes what one key of a note held. Where no Markdown was read it may
// have been a list, whose marks are plain text.
func noteYAML(p tracker.Prose) string {
	if p.Source == p.Text && p.HTML == "<p>"+escapeText(p.Text)+"</p>\n" {
		return "[" + quoteYAML(p.Source) + "]"
	}
	return quoteYAML(p.Source)
}
