package content

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

func TestMeantDays(t *testing.T) {
	for text, want := range map[string]string{
		"2/15/2026": "2026-02-15", "15/2/2026": "2026-02-15", "2/3/2026": "2026-02-03 2026-03-02", "3/3/2026": "2026-03-03",
		"02-15-2026": "2026-02-15", "2026/02/15": "2026-02-15", "2026-2-5": "2026-02-05", "2026.02.15": "2026-02-15",
		"15.02.2026": "2026-02-15", "1.2.2026": "2026-01-02 2026-02-01", "30.02.2026": "", "2.15.2026": "2026-02-15",
		"3/13/26": "2026-03-13", "06/25/26": "2026-06-25", "3.13.26": "2026-03-13", "2/3/26": "2026-02-03 2026-03-02", "13/13/26": "", "3/13/6": "", "3/13/026": "",
		"15.02.26": "2026-02-15?", "25/06/26": "2026-06-25?", "15-02-26": "2015-02-26 2026-02-15", "3-13-26": "2026-03-13", "01-02-03": "2001-02-03 2003-01-02 2003-02-01",
		"“2026-03-02”": "2026-03-02", "‘3/13/2026’": "2026-03-13", "„2. März“": "", "“2/3/2026”": "2026-02-03 2026-03-02", "20260215": "2026-02-15",
		"15 February 2026": "2026-02-15", "Feb 15, 2026": "2026-02-15", "2026-02-15T23:59:00-11:00": "2026-02-15?",
		"2026-02-15 09:00:00": "2026-02-15", "2026–02–15": "2026-02-15", "15\u00a0February 2026": "2026-02-15", "30/2/2026": "", "31/12/2026": "2026-12-31", "": "", "soon": "", "2026": "", "99999999999/1/1": "", "2026/13/01": "",
	} {
		days, sure := meantDays(text)
		got := strings.Join(days, " ")
		if len(days) == 1 && !sure {
			got += "?"
		}
		if got != want || sure && len(days) != 1 {
			t.Errorf("meantDays(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPlainNumber(t *testing.T) {
	type want struct {
		plain string
		sure  bool
	}
	for text, want := range map[string]want{
		"9,4": {"9.4", true}, "−3": {"-3", true}, ".5": {"0.5", true}, "+5": {"5", true}, "-1,5": {"-1.5", true},
		"1,000,000": {"1000000", true}, "1,000,000.5": {"1000000.5", true}, "1,000.5": {"1000.5", true},
		"1,000": {"1000", false}, "61%": {"61", false}, "61 %": {"61", false}, "$5": {"5", false}, "12 000": {"12000", false}, "1_000": {"1000", false},
		"1,23,4": {}, "1e3": {}, "": {}, "%": {}, ",": {}, "x": {},
	} {
		if plain, sure := plainNumber(text); plain != want.plain || sure != want.sure {
			t.Errorf("plainNumber(%q) = %q, %v, want %v", text, plain, sure, want)
		}
	}
}

func TestFoldHeading(t *testing.T) {
	for _, same := range [][]string{
		{"Why it's a win", "WHY IT’S A WIN?", "  why its a win:", "1. Why it's a win", "2) Why it's a win", "**Why** it's a win"},
		{"What happened", "what_happened", "What   happened…"},
		{"Über uns", "ÜBER UNS!"},
	} {
		for _, s := range same[1:] {
			if foldHeading(s) != foldHeading(same[0]) {
				t.Errorf("%q and %q differ", s, same[0])
			}
		}
	}
	if foldHeading("2026") != "2026" || foldHeading("1.") != "" {
		t.Error("a number alone")
	}
}

func TestAnsweredOn(t *testing.T) {
	for heading, want := range map[string][2]string{
		"Shift (2026-02-15)":      {"Shift", "2026-02-15"},
		"Shift ( 15.2.2026 )":     {"Shift", "15.2.2026"},
		"Shift (in per cent)":     {"Shift (in per cent)", ""},
		"Shift (1)":               {"Shift (1)", ""},
		"(2026-02-15)":            {"", "2026-02-15"},
		"2026-02-15)":             {"2026-02-15)", ""},
		"Shift":                   {"Shift", ""},
		"A (b) shift (2026-02-15": {"A (b) shift (2026-02-15", ""},
	} {
		if rest, day := answeredOn(heading); rest != want[0] || day != want[1] {
			t.Errorf("answeredOn(%q) = %q, %q, want %q", heading, rest, day, want)
		}
	}
}

func TestNames(t *testing.T) {
	for stem, better := range map[string]string{
		"2026-02-15-sales": "ok", "a.b_c-D": "ok", "données": "ok", "日本": "ok", "x.md": "ok", "com10": "ok", "console": "ok",
		"": "", ".a": "a", "index.html": "", "Index.HTML": "", "../../etc": "etc", "~": "", "a b": "a-b", "a.": "a", "nul": "", "NUL.txt": "", "com1": "", "lpt¹": "lpt", "a/b": "a-b", "a\\b": "a-b", "a:b": "a-b",
		"e\u0301": "é", "a\u200bb": "a-b", "a\ufe0f": "a", "what?": "what", "Sales' win": "Sales-win", "…": "", "emoji😀x": "emoji-x",
	} {
		err := nameProblem(stem)
		if (err == nil) != (better == "ok") {
			t.Errorf("nameProblem(%q) = %v", stem, err)
		}
		if err == nil {
			better = ""
		}
		if got := betterName(stem); got != better {
			t.Errorf("betterName(%q) = %q, want %q", stem, got, better)
		}
	}
}

func TestDecodeText(t *testing.T) {
	for text, want := range map[string]string{
		"plain": "plain", `\*`: "*", `\a`: `\a`, `\`: `\`, "&amp;": "&", `\&amp;`: "&amp;", "&amp;amp;": "&amp;", "&#233;&#xE9;": "éé",
		"&#0;": "\uFFFD", "&#xD800;": "\uFFFD", "&#x110000;": "\uFFFD", "&#12345678;": "&#12345678;", "&#;": "&#;", "&#x;": "&#x;", "&;": "&;",
		"&nosuch;": "&nosuch;", "&": "&", "&amp": "&amp", "&#xg;": "&#xg;", "&#1a;": "&#1a;", "a & b;": "a & b;",
	} {
		if got := decodeText([]byte(text)); got != want {
			t.Errorf("decodeText(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.com/a?b=c#d": "https://example.com/a?b=c#d", "http://日本.example/é": "http://日本.example/é",
		"https://e.example/a b|c%zz%20": "https://e.example/a%20b%7Cc%25zz%20", "mailto:a@b.example?subject=x y": "mailto:a@b.example?subject=x%20y",
		"tel:+49 30": "tel:+49%2030", "https://[::1]:8080/[x]": "https://[::1]:8080/%5Bx%5D", "wins/a.md": "wins/a.md",
		"javascript:alert(1)": "", "JaVaScRiPt:x": "", "data:text/html,x": "", "vbscript:x": "", "file:///etc": "", "blob:x": "", "view-source:x": "",
		"feed:https://x": "", "//host": "", `\\host`: "", `/\host`: "", "https:host": "", "https:///x": "", "https://u@h.example": "", "https://u:p@h.example": "",
		"java\tscript:x": "", "https://h.example/\u202e": "", "mailto:": "", "tel:": "", "http://": "", "C:/x": "",
	} {
		got := ""
		if refusal(address) == "" {
			got = escapeAddress(address)
		}
		if got != want {
			t.Errorf("%q becomes %q (%s), want %q", address, got, refusal(address), want)
		}
	}
}

func TestSiteAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org": "https://example.org", "http://example.org:8080/wins/": "http://example.org:8080/wins/",
		"https://example.org/?": "", "https://example.org/#": "", "https://example.org/?a=b": "", "https://example.org/#a": "",
		"https://user@example.org/": "", "https://u:p@example.org/": "", "https:///wins": "", "https://:80/": "", "https:example.org": "",
		"example.org/wins": "", "//example.org": "", "/wins": "", "ftp://example.org": "", "mailto:a@example.org": "", "javascript:alert(1)": "",
		`https://example.org\\wins`: "",
	} {
		tr, findings := mustLoad(t, fstest.MapFS{"strategy.yaml": {Data: []byte("settings: {base_url: '" + address + "'}\n")}})
		if got := tr.Strategy.Settings.BaseURL; got != want {
			t.Errorf("%q becomes %q, want %q", address, got, want)
		}
		if refused := len(findings) == 1 && findings[0].Rule == settingsAddress.ID && findings[0].Severity == diag.Error; refused != (want == "") {
			t.Errorf("%q: %v", address, findings)
		}
	}
}

// TestBothFormsOfProse: a section and a string of the front matter give the
// same text.
func TestBothFormsOfProse(t *testing.T) {
	for _, text := range []string{"Plain.", "With *emphasis* and a [link](https://e.example).", "- a\n- b", "One.\n\nTwo.", "2 < 3 & 4", "1. one", "www.example.com", "a # b", "x@example.com"} {
		below, f := loadWin(t, "---\ndate: 2026-01-01\n---\n## Why it's a win\n"+text+"\n")
		yaml := "'" + text + "'"
		if strings.Contains(text, "\n") {
			yaml = "|\n  " + strings.ReplaceAll(text, "\n", "\n  ")
		}
		above, g := loadWin(t, "---\nwhy: "+yaml+"\n---\n")
		if len(f)+len(g) > 0 {
			t.Fatal(f, g)
		}
		if below.Why.HTML != above.Why.HTML || below.Why.Text != above.Why.Text || below.Why.Source != above.Why.Source || below.Why.Text == "" {
			t.Errorf("below the front matter %+v, in it %+v", below.Why, above.Why)
		}
	}
}

func TestAnswerHasItsDay(t *testing.T) {
	tr, findings := mustLoad(t, filesOfIntake("own: {text: A, on: 2026-02-01}", "## Shift (2026-02-02)\nB"))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	c := tr.Intakes[0].Contract
	if c.Own.On != tracker.NewDate(2026, time.February, 1) || c.Shift.On != tracker.NewDate(2026, time.February, 2) || c.Own.Text != "A" || c.Shift.Text != "B" {
		t.Errorf("%+v", c)
	}
}
