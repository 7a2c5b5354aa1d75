package content

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// seeds are all files of the archives in testdata.
func seeds(t testing.TB) []string {
	t.Helper()
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, name := range archives {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			if !strings.HasPrefix(f.Name, "want/") && len(f.Data) > 0 {
				texts = append(texts, string(f.Data))
			}
		}
	}
	return texts
}

func TestSeedsAreNotEmpty(t *testing.T) {
	if n := len(seeds(t)); n < 50 {
		t.Errorf("%d seeds", n)
	}
}

// FuzzLoad reads any text as a win, an intake and the strategy. Nothing
// panics, each finding lies inside its file, and no HTML gets out but that of
// the allow-list.
func FuzzLoad(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Add("---\ndate: 2026-01-01\n---\n![a](any.png) [b](any.txt) ![c](any.webp) [d](w.md)")
	f.Fuzz(func(t *testing.T, text string) {
		file := &fstest.MapFile{Data: []byte(text)}
		fsys := fstest.MapFS{
			"strategy.yaml": file, "wins/w.md": file, "intakes/i.md": file, "wins/any.txt": file, "wins/any.png": file, "wins/any.webp": file,
			"wins/board.gif": {Data: []byte("GIF87aA\tA\tABC")}, "wins/plan.txt": {Data: []byte("Call first.")},
			"wins/2026-01-01-now.md": {Data: []byte("---\ndate: 2026-01-01\naliases: [2026-01-01-then]\n---\n")},
		}
		tr, findings, err := Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			if f.Rule == unreadable.ID {
				t.Error("a panic:", f.Message)
			}
		}
		checkPlaces(t, text, findings)
		for _, w := range tr.Wins {
			for _, p := range proses(w.WhatHappened, w.Why, w.Connection, w.HowToReplicate, w.Encouraging, w.Questions, w.FollowUpNotes, w.Pushback, w.HelpWanted, w.More) {
				checkHTML(t, p.HTML)
				checkText(t, p.Text)
			}
		}
		for _, in := range tr.Intakes {
			c := in.Contract
			for _, p := range proses(in.Request, in.Pain, in.Reason, in.WhatHappened, in.More, c.Friction, c.Own, c.Shift, c.Who, c.Barrier) {
				checkHTML(t, p.HTML)
				checkText(t, p.Text)
			}
		}
	})
}

func proses(values ...any) []tracker.Prose {
	var ps []tracker.Prose
	for _, v := range values {
		switch v := v.(type) {
		case tracker.Prose:
			ps = append(ps, v)
		case []tracker.Note:
			for _, n := range v {
				ps = append(ps, n.Prose)
			}
		}
	}
	return ps
}

func checkPlaces(t *testing.T, text string, findings []diag.Finding) {
	t.Helper()
	lines := strings.Split(text, "\n")
	for _, f := range findings {
		p := f.Place.Pos
		if p.IsZero() {
			continue
		}
		if p.Line < 1 || p.Column < 1 || p.Line > len(lines)+1 {
			t.Errorf("%v lies outside of %d lines: %+v", p, len(lines), f)
		} else if p.Line <= len(lines) && p.Column > utf8.RuneCountInString(lines[p.Line-1])+1 {
			t.Errorf("%v lies behind the end of %q: %+v", p, lines[p.Line-1], f)
		}
	}
}

func checkText(t *testing.T, text string) {
	t.Helper()
	if text != strings.Join(strings.Fields(text), " ") {
		t.Errorf("not on one line, with single spaces: %q", text)
	}
	if strings.ContainsFunc(text, refused) || strings.Contains(text, "\n") {
		t.Errorf("control characters in %q", text)
	}
}

// allowed are the elements that prose may have, and their attributes.
var allowed = map[string][]string{
	"p": nil, "h3": nil, "h4": nil, "h5": nil, "h6": nil, "hr": nil, "br": nil, "blockquote": nil,
	"ul": nil, "ol": {"start"}, "li": nil, "em": nil, "strong": nil, "del": nil, "code": nil,
	"pre": {"tabindex"}, "a": {"href", "rel"}, "div": {"class", "role", "tabindex", "aria-label"},
	"table": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
	"img": {"src", "alt", "width", "height", "loading", "decoding"},
}

// checkHTML holds prose to the allow-list, with every tag closed and the
// headings in order.
func checkHTML(t *testing.T, prose string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(prose))
	var open []string
	level := 2
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		token := z.Token()
		switch kind {
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("%s in %q", token, prose)
		case html.StartTagToken:
			attributes, ok := allowed[token.Data]
			if !ok {
				t.Errorf("<%s> in %q", token.Data, prose)
			}
			for _, a := range token.Attr {
				if !slices.Contains(attributes, a.Key) {
					t.Errorf("%s= in %q", a.Key, prose)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, tracker.RootMark) && !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme(a.Val)) {
					t.Errorf("href=%q in %q", a.Val, prose)
				}
			}
			if token.Data == "img" && !strings.Contains(prose, `<img src="`+tracker.RootMark+"files/") {
				t.Errorf("an image from elsewhere in %q", prose)
			}
			if token.Data[0] == 'h' && len(token.Data) == 2 && token.Data != "hr" {
				next := int(token.Data[1] - '0')
				if next > level+1 {
					t.Errorf("h%d under h%d in %q", next, level, prose)
				}
				level = next
			}
			if !slices.Contains([]string{"br", "hr", "img"}, token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Errorf("</%s> closes nothing in %q", token.Data, prose)
				return
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v is not closed in %q", open, prose)
	}
}
