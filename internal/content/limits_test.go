package content

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

const start = "---\ndate: 2026-01-01\n---\n"

// TestLimits feeds what is known to cost its readers minutes or gigabytes. Each
// text is answered at once, with the rule that is expected or none.
func TestLimits(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, (120<<10)/len(s)) }
	table := strings.Repeat("|a", 60) + "|\n" + strings.Repeat("|-", 60) + "|\n"
	var nested, keys strings.Builder
	for i := 0; nested.Len() < 100<<10; i++ {
		nested.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	for i := range maxValues / 2 {
		fmt.Fprintf(&keys, "a%d: 1\n", i)
	}
	for name, c := range map[string]struct{ text, rule string }{
		"a large file":            {start + strings.Repeat("x", maxRecord), fileTooLarge.ID},
		"a file of the limit":     {start + strings.Repeat("x", maxRecord-len(start)), ""},
		"long front matter":       {"---\nwhy: " + strings.Repeat("x", maxFrontMatter) + "\n---\n", frontMatterLimit.ID},
		"one key over and over":   {"---\n" + strings.Repeat("a:\n", 5000) + "---\n", frontMatterLimit.ID},
		"many keys":               {"---\n" + keys.String() + "b: 1\n---\n", frontMatterLimit.ID},
		"an alias bomb":           {"---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n---\n", anchor.ID},
		"deep lists":              {"---\nextra: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "\n---\n", frontMatterLimit.ID},
		"deep brackets, open":     {"---\nextra: " + strings.Repeat("[", 16000) + "\n---\n", syntax.ID},
		"quotes in quotes":        {start + fill(">"), proseLimit.ID},
		"sixteen quotes":          {start + strings.Repeat(">", 16) + " a\n", ""},
		"lists in lists":          {start + fill("1. "), proseLimit.ID},
		"a long rule":             {start + fill("- "), ""},
		"open links":              {start + fill("[a]("), proseLimit.ID},
		"links in blocks":         {start + fill("[a](b\n\n"), ""},
		"open emphasis":           {start + fill("*a **b "), proseLimit.ID},
		"open code":               {start + fill("`a "), proseLimit.ID},
		"open comments":           {start + fill("a <!-- "), proseLimit.ID},
		"bare addresses":          {start + fill("https://a.b "), proseLimit.ID},
		"a wide table":            {start + strings.Repeat("|a", 70) + "|\n" + strings.Repeat("|-", 70) + "|\n", proseLimit.ID},
		"a long table":            {start + table + fill("|\n"), proseLimit.ID},
		"one long address":        {start + "[a]: /" + strings.Repeat("x", 50<<10) + "\n\n" + strings.Repeat("[a]\n\n", 12000), linkScheme.ID},
		"one address many times":  {start + "[a]: https://e.com/" + strings.Repeat("x", 2000) + "\n\n" + strings.Repeat("[a]\n\n", 20000), proseLimit.ID},
		"lists by indentation":    {start + nested.String(), ""},
		"an address of the limit": {start + "[a](https://e.com/" + strings.Repeat("x", maxAddress-14) + ")", ""},
		"a front matter bomb":     {"---\nwhy: \"" + strings.Repeat(">", 16000) + "\"\n---\n", proseLimit.ID},
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			_, findings := loadWin(t, c.text)
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			found := c.rule == "" && len(findings) == 0
			for _, f := range findings {
				if strings.Contains(f.Message, "of this tracker") {
					t.Error("a limit that nobody has lowered:", f.Message)
				}
				found = found || f.Rule == c.rule
			}
			checkPlaces(t, c.text, findings)
			if !found {
				t.Errorf("want %q in %v", c.rule, findings)
			}
		})
	}
}

// TestBytes: what no record may hold is found where it stands, and the record
// is read all the same.
func TestBytes(t *testing.T) {
	for name, c := range map[string]struct {
		text, rule string
		line, col  int
		unread     bool
	}{
		"latin 1":          {start + "Zo\xeb went", encoding.ID, 4, 3, false},
		"in front matter":  {"---\nwhy: \xff\n---\n", encoding.ID, 2, 6, false},
		"UTF-16":           {"\xff\xfe-\x00-\x00", encoding.ID, 1, 1, true},
		"NUL":              {start + "é\x00", controlCharacter.ID, 4, 2, false},
		"escape":           {"---\ntitle: a\x1b[2J\n---\n", controlCharacter.ID, 2, 9, false},
		"C1":               {start + "\u0085", controlCharacter.ID, 4, 1, false},
		"delete":           {start + "\n\x7f", controlCharacter.ID, 5, 1, false},
		"bidi override":    {start + "a\u202eb", controlCharacter.ID, 4, 2, false},
		"bidi isolate":     {start + "a\u2066b", controlCharacter.ID, 4, 2, false},
		"lone return":      {start + "a\rb", controlCharacter.ID, 4, 2, false},
		"return pairs":     {strings.ReplaceAll(start, "\n", "\r\n") + "a\r\n", "", 0, 0, false},
		"emoji and Arabic": {start + "👩\u200d💻 مرحبا\u200f \u00a0x", "", 0, 0, false},
		"line separator":   {"---\nwhy: a\u2028b\ndate: 2026-13-01\n---\n", dateInvalid.ID, 3, 7, false},
		"tab":              {start + "a\tb", "", 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			w, findings := loadWin(t, c.text)
			if (w == nil) != c.unread {
				t.Errorf("read: %t", w != nil)
			}
			if c.rule == "" {
				if len(findings) > 0 {
					t.Errorf("findings %v", findings)
				}
				return
			}
			if len(findings) != 1 || findings[0].Rule != c.rule || findings[0].Place.Pos.Line != c.line || findings[0].Place.Pos.Column != c.col {
				t.Errorf("findings %+v, want one of %s at %d:%d", findings, c.rule, c.line, c.col)
			}
		})
	}
}

func TestStrategyIsLarger(t *testing.T) {
	text := "team:\n" + strings.Repeat("  - {id: a, name: Somebody}\n", 3000)
	tr, findings := mustLoad(t, fstest.MapFS{"strategy.yaml": {Data: []byte(text)}})
	if len(findings) > 0 || len(tr.Strategy.Team) != 3000 {
		t.Errorf("%d members, %v", len(tr.Strategy.Team), findings)
	}
}

// TestLowerLimits lowers each limit, and raises it: only the first counts.
func TestLowerLimits(t *testing.T) {
	record := "---\nwhy: " + strings.Repeat("x", 1500) + "\npractices: [a, b, c, d, e]\n---\n"
	for settings, want := range map[string]string{
		"record_kib: 1":         fileTooLarge.ID,
		"record_kib: 2":         "",
		"front_matter_kib: 1":   frontMatterLimit.ID,
		"front_matter_kib: 2":   "",
		"values: 5":             frontMatterLimit.ID,
		"values: 20":            "",
		"record_kib: 1000":      "",
		"record_kib: -1":        "",
		"front_matter_kib: 100": "",
	} {
		_, findings := mustLoad(t, fstest.MapFS{
			"strategy.yaml": {Data: []byte("settings: {limits: {" + settings + "}}\n")},
			"wins/w.md":     {Data: []byte(record)},
		})
		got := ""
		for _, f := range findings {
			if f.Rule == fileTooLarge.ID || f.Rule == frontMatterLimit.ID {
				got = f.Rule
				if !strings.Contains(f.Message, "the limit of this tracker") {
					t.Errorf("%s: %s", settings, f.Message)
				}
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", settings, got, want)
		}
	}
}
