package content

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// backwards lists every folder in the wrong order.
type backwards struct{ fstest.MapFS }

func (b backwards) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := b.MapFS.ReadDir(name)
	slices.SortFunc(entries, func(x, y fs.DirEntry) int { return cmp.Compare(y.Name(), x.Name()) })
	return entries, err
}

// TestLoadIsTheSameEverywhere loads every file of testdata as one tracker, in
// another order and another time zone.
func TestLoadIsTheSameEverywhere(t *testing.T) {
	fsys := fstest.MapFS{}
	for i, text := range seeds(t) {
		name := "wins/" + strings.Repeat("x", i/26) + string(rune('a'+i%26)) + ".md"
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		fsys[strings.Replace(name, "wins/", "strategy/", 1)[:len(name)-3+4]+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	show := func(fsys fs.FS) string {
		tr, findings, err := Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := diag.WriteText(&b, &diag.Report{Findings: findings}); err != nil {
			t.Fatal(err)
		}
		return b.String() + dump(tr)
	}
	want := show(fsys)
	zone := time.Local
	defer func() { time.Local = zone }()
	time.Local = time.FixedZone("far", -11*60*60)
	if diff := gocmp.Diff(want, show(backwards{fsys})); diff != "" {
		t.Error(diff)
	}
}

func TestLoadEmpty(t *testing.T) {
	tr, findings := mustLoad(t, fstest.MapFS{})
	if len(findings) != 1 || findings[0].Rule != strategyMissing.ID {
		t.Errorf("findings %v", findings)
	}
	if !tr.Lost(tracker.KindPriority, "anything") || tr.Lost(tracker.KindWin, "anything") {
		t.Error("an unread strategy may hold any priority, and no win")
	}
}

func TestUnreadRecordIsLost(t *testing.T) {
	tr, _ := mustLoad(t, fstest.MapFS{"strategy.yaml": {}, "intakes/Broken.md": {Data: []byte("---\na: b: c\n---\n")}})
	if !tr.Lost(tracker.KindIntake, "broken") || tr.Lost(tracker.KindWin, "broken") || tr.Lost(tracker.KindPriority, "p") {
		t.Errorf("unread: %v", tr.Unread)
	}
}

// TestOneFaultIsOneFinding: what follows from a fault is not reported beside it.
func TestOneFaultIsOneFinding(t *testing.T) {
	for name, c := range map[string]struct{ text, rule string }{
		"lines that end with a return":   {"---\rdate: 2026-01-01\r---\r# T\r", controlCharacter.ID},
		"two returns at each line's end": {"---\r\r\ndate: 2026-01-01\r\r\n---\r\r\n# T\r\r\n", controlCharacter.ID},
		"a control character in a key":   {"---\nda\x00te: 2026-01-01\n---\n", controlCharacter.ID},
		"a body that costs too much":     {start + "# T\n" + strings.Repeat(">", 40), proseLimit.ID},
	} {
		w, findings := loadWin(t, c.text)
		if len(findings) != 1 || findings[0].Rule != c.rule {
			t.Errorf("%s: %v", name, findings)
		}
		if name == "a control character in a key" && (w.Date.IsZero() || !w.Origin.Wrote("date")) {
			t.Errorf("%s: the value is lost: %+v", name, w)
		}
	}
}

// TestUnreadTextIsNotMissing: what a body could have held, had it been read,
// counts as written.
func TestUnreadTextIsNotMissing(t *testing.T) {
	w, _ := loadWin(t, start+"\n# T\n\nLead.\n\n## Why it's a win\n"+strings.Repeat(">", 40))
	for _, key := range []string{"title", "why", "what_happened", "how_to_replicate"} {
		if !w.Origin.Wrote(key) {
			t.Errorf("a body that costs too much: %s counts as missing", key)
		}
	}
	if w.Origin.Wrote("entered_by") || w.Origin.At("date").Pos.Line != 2 {
		t.Error("the front matter was read all the same")
	}
	long := "[a]: https://e.com/" + strings.Repeat("x", 2000) + "\n\n" + strings.Repeat("[a]\n\n", 20000)
	w, _ = loadWin(t, start+"## Why it's a win\n"+long)
	if !w.Why.IsEmpty() || !w.Origin.Wrote("why") || w.Origin.Wrote("title") {
		t.Errorf("a section that grows too long: written %t", w.Origin.Wrote("why"))
	}
	w, _ = loadWin(t, start+long)
	if !w.Origin.Wrote("what_happened") {
		t.Error("a lead that grows too long counts as missing")
	}
	w, _ = loadWin(t, start+"# ![](x.png)\n")
	if w.Origin.Wrote("title") {
		t.Error("a title without words counts as written")
	}
}

func TestManyAlikeAreOneFinding(t *testing.T) {
	for n, want := range map[int]int{20: 20, 21: 21, 22: 21, 900: 21} {
		var text strings.Builder
		text.WriteString("---\ndate: 2026-01-01\nzzz: 1\n")
		for range n {
			text.WriteString("a:\n")
		}
		text.WriteString("a:\n---\n")
		_, findings := loadWin(t, text.String())
		twice := slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool { return f.Rule != duplicateKey.ID })
		if len(twice) != want || len(findings) != want+2 /* zzz and the first a are unknown */ {
			t.Errorf("%d: %d of %d findings", n, len(twice), len(findings))
		} else if more := fmt.Sprintf("This file has %d more findings of this kind", n-20); n > 21 && !strings.HasPrefix(twice[20].Message, more) {
			t.Errorf("%d: %q", n, twice[20].Message)
		}
	}
	text := "settings: {}\n" + strings.Repeat("settings: {}\n", 3000)
	_, findings := mustLoad(t, fstest.MapFS{"strategy.yaml": {Data: []byte(text)}})
	if len(findings) != 21 || !strings.HasPrefix(findings[20].Message, "This file has 2,980 more") {
		t.Errorf("strategy: %d findings", len(findings))
	}
}

func TestRefusedStrategyIsNotMissing(t *testing.T) {
	link := &fstest.MapFile{Data: []byte("x"), Mode: fs.ModeSymlink | 0o777}
	for name, fsys := range map[string]fstest.MapFS{
		"the file":         {"strategy.yaml": link},
		"the folder":       {"strategy": link},
		"one in it":        {"strategy/a.yaml": link},
		"a folder":         {"strategy.yaml/x": {}},
		"one file of many": {"strategy.yaml": link, "strategy/b.yaml": {}},
	} {
		tr, findings := mustLoad(t, fsys)
		if len(findings) != 1 || findings[0].Rule != irregular.ID {
			t.Errorf("%s: %v", name, findings)
		}
		if !tr.Lost(tracker.KindMember, "anyone") {
			t.Errorf("%s: what it may hold counts as unknown", name)
		}
	}
}

func TestLinksAreRefused(t *testing.T) {
	link := func(target string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
	}
	record := &fstest.MapFile{Data: []byte("---\ndate: 2026-01-01\n---\n")}
	tr, findings := mustLoad(t, fstest.MapFS{
		"strategy.yaml":    link("elsewhere/s.yaml"),
		"elsewhere/x.md":   record,
		"elsewhere/s.yaml": {},
		"wins/a.md":        link("../elsewhere/x.md"),
		"wins/folder":      link("../elsewhere"),
		"wins/pipe.md":     {Mode: fs.ModeNamedPipe},
		"wins/kept.md":     record,
		"intakes":          link("elsewhere"),
	})
	var at []string
	for _, f := range findings {
		if f.Rule == irregular.ID {
			at = append(at, f.Place.File)
		}
	}
	if want := []string{"intakes", "strategy.yaml", "wins/a.md", "wins/folder", "wins/pipe.md"}; !slices.Equal(at, want) {
		t.Errorf("refused %v, want %v", at, want)
	}
	if want := (tracker.Census{Found: 4, Published: 1, LeftOut: 3}); tr.Census != want {
		t.Errorf("census %+v, want %+v", tr.Census, want)
	}
}

var errDisk = errors.New("disk on fire")

// failing cannot open one of its files.
type failing struct {
	fs.FS
	file string
	fail func() error
}

func (f failing) Open(name string) (fs.File, error) {
	if name == f.file {
		return nil, f.fail()
	}
	return f.FS.Open(name)
}

func TestFailureNamesItsFile(t *testing.T) {
	fsys := fstest.MapFS{"strategy.yaml": {}, "wins/a.md": {}}
	for _, file := range []string{"strategy.yaml", "wins/a.md", "wins"} {
		_, _, err := Load(failing{fsys, file, func() error { return errDisk }})
		if !errors.Is(err, errDisk) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestPanicIsAFinding(t *testing.T) {
	fsys := fstest.MapFS{"strategy.yaml": {}, "wins/a.md": {}, "wins/b.md": {Data: []byte("---\n---\n")}}
	tr, findings, err := Load(failing{fsys, "wins/a.md", func() error { panic("oh") }})
	if err != nil || len(tr.Wins) != 1 || len(findings) != 1 || findings[0].Rule != unreadable.ID || findings[0].Place.File != "wins/a.md" {
		t.Errorf("%v %v", findings, err)
	}
}

// TestPositions: marks lead to the value that a check will complain about.
func TestPositions(t *testing.T) {
	w, findings := loadWin(t, "\uFEFF---\r\ndate: 2026-01-01\r\npriorities: [né, b]\r\nfollow_ups:\r\n  - what: x\r\n    by: 2026-02-01\r\n---\r\n\r\n# T\r\n\r\nLead.\r\n\r\n## Why it's a win\r\n\r\nSo.\r\n")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for path, want := range map[string]diag.Pos{
		"date": {Line: 2, Column: 7}, "priorities": {Line: 3, Column: 1}, "priorities[1]": {Line: 3, Column: 18},
		"follow_ups[0].by": {Line: 6, Column: 9}, "follow_ups[0].size": {Line: 5, Column: 5},
		"title": {Line: 9, Column: 1}, "what_happened": {Line: 11, Column: 1}, "why": {Line: 13, Column: 1},
		"connection": {},
	} {
		if got := w.Origin.At(path).Pos; got != want {
			t.Errorf("%s at %v, want %v", path, got, want)
		}
	}
	if strings.Contains(w.Why.Source+w.Why.HTML, "\r") {
		t.Errorf("carriage returns in %+v", w.Why)
	}
}

// TestOwnRecords: the tracker in this repository is one that content has
// nothing to say about.
func TestOwnRecords(t *testing.T) {
	tr, findings, err := Load(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Errorf("%s: %s", f.Place, f.Message)
	}
	if len(tr.Wins) == 0 || len(tr.Intakes) == 0 || tr.Census.LeftOut > 0 {
		t.Errorf("%d wins, %d intakes, %+v", len(tr.Wins), len(tr.Intakes), tr.Census)
	}
}
