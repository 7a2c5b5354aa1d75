package tracker_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"smallwins/internal/tracker"
)

func TestExcerpt(t *testing.T) {
	for _, c := range []struct {
		name, text string
		n          int
		want       string
	}{
		{"nothing", "", 5, ""},
		{"short", "One two.", 20, "One two."},
		{"just fits", "One two", 7, "One two"},
		{"one rune too long", "One two", 6, "One…"},
		{"cut at a space", "One two three", 7, "One two…"},
		{"cut between words", "One two three", 10, "One two…"},
		{"no full stop before the ellipsis", "One two. Three", 9, "One two…"},
		{"no dash before the ellipsis", "One two – three", 11, "One two…"},
		{"a word longer than half", "One incomprehensibilities", 12, "One incompre…"},
		{"one long word", "incomprehensibilities", 5, "incom…"},
		{"runes, not bytes", "äöüß ÄÖÜ", 8, "äöüß ÄÖÜ"},
		{"cut by runes", "日本語日本語", 3, "日本語…"},
		{"cut by runes, between words", "Größe über alles", 11, "Größe über…"},
		{"nothing asked for", "One two", 0, "…"},
	} {
		if got := (tracker.Prose{Text: c.text}).Excerpt(c.n); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestExcerptIsNeverTooLong(t *testing.T) {
	const text = "Größe, über – alles: “ja”; nein. Dienstag 日本語日本語 incomprehensibilities"
	p := tracker.Prose{Text: text}
	for n := range utf8.RuneCountInString(text) + 3 {
		got := p.Excerpt(n)
		start, cut := strings.CutSuffix(got, "…")
		if !utf8.ValidString(got) || !strings.HasPrefix(text, start) || cut != (n < utf8.RuneCountInString(text)) || utf8.RuneCountInString(start) > n {
			t.Errorf("%d runes: %q", n, got)
		}
	}
}

func TestIn(t *testing.T) {
	p := tracker.Prose{HTML: `<p><a href="` + tracker.RootMark + `wins/a/index.html">a</a> and <a href="` + tracker.RootMark + `x">x</a>, root</p><div aria-label="` + tracker.TableMark + `: a"></div>`}
	for _, root := range []string{"", "../", "../../"} {
		want := `<p><a href="` + root + `wins/a/index.html">a</a> and <a href="` + root + `x">x</a>, root</p><div aria-label="Table: a"></div>`
		if got := p.In(root, "Table"); got != want {
			t.Errorf("from %q: %q, want %q", root, got, want)
		}
	}
	if got, want := (tracker.Prose{HTML: `<div aria-label="` + tracker.TableMark + `">`}).In("", `"><b>`), `<div aria-label="&#34;&gt;&lt;b&gt;">`; got != want {
		t.Errorf("In with a word that is no plain text is %s, want %s", got, want)
	}
	if got := (tracker.Prose{HTML: "<p>plain</p>"}).In("../", ""); got != "<p>plain</p>" {
		t.Errorf("without a link: %q", got)
	}
}

func TestIsEmpty(t *testing.T) {
	for _, c := range []struct {
		p    tracker.Prose
		want bool
	}{
		{tracker.Prose{}, true},
		{tracker.Prose{Source: "<!-- later -->", On: day("2026-01-01")}, true},
		{tracker.Prose{Text: "a"}, false},
		{tracker.Prose{HTML: "<hr>"}, false},
	} {
		if got := c.p.IsEmpty(); got != c.want {
			t.Errorf("%+v: %v, want %v", c.p, got, c.want)
		}
	}
}
