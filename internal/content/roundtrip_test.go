package content

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// The files that a text is read as.
const theStrategy, theWin, theIntake = "strategy.yaml", "wins/w.md", "intakes/i.md"

// bystander is a record that the others may link to, by its earlier id too. It
// is looked at no further.
const bystander = "wins/2026-01-01-now.md"

// everyKind is a tracker in which a text is the strategy, a win, an intake and
// files that these may link to, beside some that are what their names say.
func everyKind(text string) fstest.MapFS {
	file := &fstest.MapFile{Data: []byte(text)}
	return fstest.MapFS{
		theStrategy: file, theWin: file, theIntake: file,
		"wins/any.txt": file, "wins/any.png": file, "wins/any.webp": file,
		"wins/board.gif": {Data: []byte("GIF87aA\tA\tABC")}, "wins/plan.txt": {Data: []byte("Call first.")},
		"wins/guide.pdf": {Data: []byte("%PDF-1.7\n")},
		bystander:        {Data: []byte("---\ndate: 2026-01-01\naliases: [2026-01-01-then]\n---\n")},
	}
}

// loaded is what came of a tracker of everyKind, or of one that was written.
type loaded struct {
	files    fstest.MapFS
	tracker  *tracker.Tracker
	findings []diag.Finding
	records  map[string]any // by file; none for what could not be read
}

func load(t testing.TB, files fstest.MapFS) *loaded {
	t.Helper()
	tr, findings, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	l := &loaded{files: files, tracker: tr, findings: findings, records: map[string]any{}}
	for _, w := range tr.Wins {
		l.records[w.Origin.File] = w
	}
	delete(l.records, bystander)
	for _, in := range tr.Intakes {
		l.records[in.Origin.File] = in
	}
	return l
}

// body takes a record apart, as the loader sees it: the front matter with its
// fences, the body, and the line on which that starts.
func (l *loaded) body(file string) (head, body string, line int) {
	s := &source{file: file}
	s.setText(strings.TrimPrefix(string(l.files[file].Data), "\uFEFF"))
	for text := range strings.Lines(s.text) {
		head += text
		line++
		if mark := strings.TrimRight(text, " \t\uFFFD\n"); line > 1 && (mark == "---" || mark == "...") {
			break
		}
	}
	return head, s.text[len(head):], line + 1
}

// write writes everything back. What could not be read stays as it is, since
// the others may link to it.
func (l *loaded) write(t testing.TB) fstest.MapFS {
	out, above := maps.Clone(l.files), fstest.MapFS{theStrategy: l.files[theStrategy]}
	where := map[string]layout{}
	for file, record := range l.records {
		head, _, line := l.body(file)
		where[file] = layout{body: line}
		if len(notesOf(record)) > 0 {
			above[file] = &fstest.MapFile{Data: []byte(head)}
		}
	}
	if len(above) > 1 {
		for file, record := range load(t, above).records {
			where[file] = layout{where[file].body, len(notesOf(record))}
		}
	}
	labels := l.tracker.Strategy.Settings.Labels
	for file, record := range l.records {
		out[file] = &fstest.MapFile{Data: []byte(writeRecord(record, labels, where[file]))}
	}
	out[theStrategy] = &fstest.MapFile{Data: []byte(writeStrategy(&l.tracker.Strategy))}
	return out
}

func originOf(record any) *tracker.Origin {
	return reflect.ValueOf(record).Elem().FieldByName("Origin").Addr().Interface().(*tracker.Origin)
}

func notesOf(record any) []tracker.Note {
	return reflect.ValueOf(record).Elem().FieldByName("More").Interface().([]tracker.Note)
}

// incomparable says why a record cannot be the same when it is written and read
// again, or "". first is how it was read, second how it was read again.
func incomparable(first, second *loaded, file string) string {
	found := func(l *loaded, rules ...*diag.Rule) bool {
		return slices.ContainsFunc(l.findings, func(f diag.Finding) bool {
			return f.Place.File == file && slices.ContainsFunc(rules, func(r *diag.Rule) bool { return r.ID == f.Rule })
		})
	}
	_, body, _ := first.body(file)
	switch {
	case found(first, proseLimit):
		return "a text of it was too costly to read, and is not in the record"
	case found(first, proseTwice) || slices.ContainsFunc(first.findings, func(f diag.Finding) bool {
		return f.Place.File == file && f.Rule == proseBoth.ID && f.Related[0].Place != originOf(first.records[file]).At("title")
	}):
		return "two texts became one, and may read otherwise when they stand together"
	case found(second, frontMatterLimit, fileTooLarge):
		return "with every text in quotes it is longer than a file may be"
	case shuffled(body):
		return "a table stands between a heading's words and the line below them, and the parser puts it above both"
	case piecesOfLead(body) > 1:
		return "text stands above and below the title, and may read otherwise when it stands together"
	case !slices.Equal(definitions(first, file), definitions(second, file)):
		return "a link's definition stands where there is no text, and is not in the record"
	}
	long := ""
	each(reflect.ValueOf(first.records[file]), func(l *tracker.Link) {
		if len(l.URL) > maxAddress {
			long = "an address is longer than the limit once it is escaped"
		}
	})
	return long
}

// checkRoundTrip writes what was read and reads it again: the records and the
// strategy have to be the same, and writing them again gives the same bytes. It
// returns how many records there were to compare, and why others were not.
func checkRoundTrip(t testing.TB, first *loaded) (same int, skipped []string) {
	t.Helper()
	second := load(t, first.write(t))
	if diff := unequal(&first.tracker.Strategy, &second.tracker.Strategy); diff != "" {
		t.Errorf("the strategy (-read +written and read again):\n%s\nas written:\n%s", diff, second.files[theStrategy].Data)
		return same, skipped
	}
	third := second.write(t)
	if diff := cmp.Diff(string(second.files[theStrategy].Data), string(third[theStrategy].Data)); diff != "" {
		t.Errorf("the strategy written twice:\n%s", diff)
	}
	for file, record := range first.records {
		if why := incomparable(first, second, file); why != "" {
			skipped = append(skipped, why)
			continue
		}
		same++
		written := second.files[file].Data
		if second.records[file] == nil {
			t.Errorf("%s is no record any more:\n%s\n%v", file, written, second.findings)
		} else if diff := unequal(record, second.records[file]); diff != "" {
			t.Errorf("%s (-read +written and read again):\n%s\nas written:\n%s", file, diff, written)
		} else if diff := cmp.Diff(string(written), string(third[file].Data)); diff != "" {
			t.Errorf("%s written twice:\n%s", file, diff)
		}
	}
	return same, skipped
}

// unequal compares two records but for where they stood, and says what is
// different.
func unequal(a, b any) string {
	va, vb := bare(a), bare(b)
	if reflect.DeepEqual(va, vb) {
		return ""
	}
	return cmp.Diff(va, vb, cmp.AllowUnexported(tracker.Origin{}))
}

// bare returns a copy of a record or strategy without the places in its files.
// A text that says nothing is none, be there a comment in its source. Blank
// lines at the end of a fence that is never closed are no text either: they go
// on up to whatever the file ends with. Nor is an earlier id that was refused.
func bare(record any) any {
	copied := deepCopy(reflect.ValueOf(record)).Interface()
	each(reflect.ValueOf(copied), func(o *tracker.Origin) { *o = tracker.Origin{} })
	each(reflect.ValueOf(copied), func(p *tracker.Prose) {
		if strings.Contains(p.HTML, "</code></pre>") {
			p.HTML = blankEnd.ReplaceAllString(p.HTML, "$1")
		}
		if p.IsEmpty() {
			*p = tracker.Prose{On: p.On}
		}
	})
	each(reflect.ValueOf(copied), func(ids *[]tracker.ID) {
		*ids = slices.DeleteFunc(*ids, func(id tracker.ID) bool { return id == "" })
	})
	each(reflect.ValueOf(copied), func(notes *[]tracker.Note) { strayedLast(*notes) })
	return copied
}

var blankEnd = regexp.MustCompile(`\s+(</code></pre>\s*(?:</[a-z]+>\s*)*)$`)

// strayedLast puts the notes that strayed into an object behind the others, by
// their labels: a writer goes by the tables of fields and not by the lines on
// which keys stood.
func strayedLast(notes []tracker.Note) {
	slices.SortStableFunc(notes, func(a, b tracker.Note) int { return strings.Compare(strayPath(a), strayPath(b)) })
}

func strayPath(n tracker.Note) string {
	if i := strings.LastIndexByte(n.Label, '.'); i > 0 && n.TeamOnly {
		return n.Label[:i]
	}
	return ""
}

// each calls f with every T in a value.
func each[T any](v reflect.Value, f func(*T)) {
	if v.CanAddr() {
		if x, ok := v.Addr().Interface().(*T); ok {
			f(x)
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			each(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				each(v.Field(i), f)
			}
		}
	}
}

// deepCopy copies pointers, structs and slices.
func deepCopy(v reflect.Value) reflect.Value {
	to := reflect.New(v.Type()).Elem()
	to.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			to.Set(reflect.New(v.Type().Elem()))
			to.Elem().Set(deepCopy(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			to.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				to.Index(i).Set(deepCopy(v.Index(i)))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				to.Field(i).Set(deepCopy(v.Field(i)))
			}
		}
	}
	return to
}

// definitions lists the definitions of links in a record's body.
func definitions(l *loaded, file string) (found []string) {
	_, body, _ := l.body(file)
	if !strings.Contains(body, "]:") {
		return nil
	}
	ctx := parser.NewContext()
	markdown.Parse(text.NewReader([]byte(body)), parser.WithContext(ctx))
	for _, r := range ctx.References() {
		found = append(found, r.String())
	}
	slices.Sort(found)
	return found
}

// shuffled reports whether the parser returns blocks in another order than that
// in which they stand.
func shuffled(body string) bool {
	last := -1
	return slices.ContainsFunc(children(markdown.Parse(text.NewReader([]byte(body)))), func(n ast.Node) bool {
		before := last
		last = n.Pos()
		return last >= 0 && last <= before
	})
}

// piecesOfLead counts the pieces of text that stand above the sections: above
// the title and below it.
func piecesOfLead(body string) (n int) {
	lead, fresh, titled := true, true, false
	for _, b := range children(markdown.Parse(text.NewReader([]byte(body)))) {
		h, ok := b.(*ast.Heading)
		switch {
		case ok && h.Level <= 2 && h.FirstChild() != nil:
			lead, fresh = h.Level == 1 && !titled, true
			titled = titled || h.Level == 1
		case lead && fresh:
			n++
			fresh = false
		}
	}
	return n
}

// TestRoundTrip writes and reads again all files of testdata, and the records
// and the strategy of this repository: nearly all are compared, these without
// exception.
func TestRoundTrip(t *testing.T) {
	texts := seeds(t)
	shapes := corpus(t)
	for _, name := range slices.Sorted(maps.Keys(shapes)) {
		texts = append(texts, shapes[name])
	}
	same, skipped := 0, 0
	for _, text := range texts {
		n, reasons := checkRoundTrip(t, load(t, everyKind(text)))
		same += n
		skipped += len(reasons)
		for _, why := range reasons {
			t.Logf("%s: %q", why, text[:min(len(text), 80)])
		}
	}
	t.Logf("%d records compared, %d not", same, skipped)
	if same < 9*skipped {
		t.Errorf("only %d records were compared, %d were not", same, skipped)
	}
	own := fstest.MapFS{}
	for _, pattern := range []string{"strategy.yaml", "wins/*.md", "intakes/*.md"} {
		files, err := filepath.Glob("../../" + pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			own[strings.TrimPrefix(filepath.ToSlash(file), "../../")] = &fstest.MapFile{Data: data}
		}
	}
	if n, reasons := checkRoundTrip(t, load(t, own)); n < 40 || len(reasons) > 0 {
		t.Errorf("of the own records %d were compared; not: %v", n, reasons)
	}
}
