package message

import (
	"errors"
	"maps"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"smallwins/internal/tracker"
)

func load(t *testing.T, tag string) *Language {
	t.Helper()
	l, err := Load(nil, tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// speaking is a language of the given texts alone.
func speaking(t *testing.T, code string, texts map[string]string) *Language {
	t.Helper()
	l := *load(t, code)
	l.texts = maps.Clone(l.texts)
	for key, source := range texts {
		p, err := parse(source)
		if err != nil {
			t.Fatal(err)
		}
		l.texts[key] = p
	}
	return &l
}

func TestText(t *testing.T) {
	const (
		wins   = "{n, plural, =0 {no win} one {# win} other {# wins}}"
		shares = "{of, plural, one {{n} of {of} win} other {{n} of {of} wins}} {n, plural, one {leads} other {lead}}"
		kinds  = "{kind, select, win {a win} other {something}} of {who}"
	)
	for _, c := range []struct {
		pattern, want string
		args          []any
	}{
		{"plain", "plain", nil},
		{wins, "no win", []any{"n", 0}},
		{wins, "1 win", []any{"n", 1}},
		{wins, "2 wins", []any{"n", 2}},
		{wins, "1,200 wins", []any{"n", 1200}},
		{shares, "1 of 1 win leads", []any{"n", 1, "of", 1}},
		{shares, "0 of 3 wins lead", []any{"n", 0, "of", 3}},
		{kinds, "a win of Ana", []any{"kind", "win", "who", "Ana"}},
		{kinds, "something of {n}", []any{"kind", "else", "who", "{n}"}},
		{"on {day}, in {quarter}", "on 31 March 2026, in 2026 Q1", []any{"day", tracker.NewDate(2026, 3, 31), "quarter", tracker.Quarter{Year: 2026, Number: 1}}},
		{"{missing} is shown", "⟦missing⟧ is shown", nil},
		{wins, "1.5 wins", []any{"n", 1.5}},
		{wins, "few wins", []any{"n", "few"}},
		{wins, "⟦n⟧ wins", nil},
	} {
		if got := speaking(t, "en", map[string]string{"key": c.pattern}).Text("key", c.args...); got != c.want {
			t.Errorf("%s with %v is %q, want %q", c.pattern, c.args, got, c.want)
		}
	}
	if got := English().Text("no.such.key"); got != "⟦no.such.key⟧" {
		t.Errorf("an unknown key is %q", got)
	}
}

// Polish has more forms than English and German: what a team's own language
// needs is there too.
func TestPluralFormsAreThoseOfTheLanguage(t *testing.T) {
	fsys := fstest.MapFS{"messages/pl.json": {Data: []byte(`{"quote": "„{text}”"}`)}}
	l, err := Load(fsys, "pl-PL")
	if err != nil {
		t.Fatal(err)
	}
	p, err := parse("{n, plural, one {# sukces} few {# sukcesy} many {# sukcesów} other {# sukcesu}}")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]string{1: "1 sukces", 3: "3 sukcesy", 5: "5 sukcesów", 22: "22 sukcesy", 0: "0 sukcesów"} {
		var b strings.Builder
		l.write(&b, p, []any{"n", n}, "")
		if b.String() != want {
			t.Errorf("%d is %q, want %q", n, b.String(), want)
		}
	}
	if got := l.Quote("x"); got != "„x”" {
		t.Errorf("Quote is %s", got)
	}
	if got := l.Text("date.none"); got != "no date" {
		t.Errorf("what is not translated is %q, want the English", got)
	}
	if got, want := l.Lacking(), len(English().texts)-1; got != want {
		t.Errorf("Lacking is %d, want %d", got, want)
	}
}

func TestPatternsThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{"a } b", "without its {"},
		{"a {n", "not closed"},
		{"{n, plural, one {x}}", `no form "other"`},
		{"{n, plural, ones {x} other {y}}", `"ones" is no form`},
		{"{n, plural, one {x} one {z} other {y}}", "twice"},
		{"{n, date}", "neither plural nor select"},
		{"{n, date, short}", "neither plural nor select"},
		{"{n, plural, other {y}", "not closed"},
		{"{}", "no name"},
		{"{n {x}}", "a comma or }"},
	} {
		if _, err := parse(c.pattern); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.pattern, err, c.want)
		}
	}
}

func TestOwnMessages(t *testing.T) {
	for _, c := range []struct {
		name, tag, file, body, want string
	}{
		{"an unknown key", "de", "de.json", `{"no.such": "x"}`, `messages/de.json: "no.such": no text of the interface has this key`},
		{"an unknown argument", "de", "de.json", `{"quote": "„{txt}“"}`, `{txt} is not given to this text; it may use {text}`},
		{"a broken pattern", "en", "en.json", `{"quote": "{text"}`, "a { is not closed"},
		{"no JSON", "de", "de.json", "{\n  // our words\n}", "messages/de.json: line 2: "},
		{"an empty file", "de", "de.json", "", "messages/de.json: line 1: it ends before its last }"},
		{"half a file", "de", "de.json", `{"quote": "x",`, "it ends before its last }"},
		{"two objects", "de", "de.json", `{} {}`, "something stands behind the last }"},
		{"no object", "de", "de.json", `["x"]`, "it is no object of keys and texts"},
		{"a key twice", "de", "de.json", "{\"quote\": \"{text}\",\n\"quote\": \"x\"}", `messages/de.json: line 2: "quote": it is there twice`},
		{"a number", "de", "de.json", `{"quote": 3}`, `"quote": it is no text`},
		{"nothing", "de", "de.json", `{"quote": null}`, `"quote": it is no text`},
		{"objects in objects", "de", "de.json", `{"nav": {"home": "x"}}`, `"nav": it is no text`},
		{"an empty text", "de", "de.json", `{"quote": " "}`, `"quote": it says nothing`},
		{"the name of a locale", "de", "de_DE.json", `{}`, `messages/de_DE.json: "de_DE" is no code of a language`},
		{"the name of a language", "de", "german.json", `{}`, `"german" is no code of a language`},
		{"no such language", "fr", "de.json", `{}`, `there are no messages for "fr"`},
	} {
		_, err := Load(fstest.MapFS{"messages/" + c.file: {Data: []byte(c.body)}}, c.tag)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := Load(nil, "fr"); !errors.Is(err, ErrUnknown) {
		t.Errorf("an unknown language is %v, want ErrUnknown", err)
	}
	// Notepad's mark, a folder beside, and a translation's own choice of arguments.
	fsys := fstest.MapFS{
		"messages/de.json":        {Data: []byte("\uFEFF{\"insight.posture.headline\": \"{n} von {of}\"}")},
		"messages/README.md":      {Data: []byte("Our words.")},
		"messages/drafts/de.json": {Data: []byte("{")},
	}
	if _, err := Load(fsys, "de"); err != nil {
		t.Error(err)
	}
	own, err := Load(fstest.MapFS{"messages/en.json": {Data: []byte(`{"date.none": "undated"}`)}}, "en-GB")
	if err != nil {
		t.Fatal(err)
	}
	if got := own.Text("date.none"); got != "undated" || own.Lacking() != 0 {
		t.Errorf("the team's word is %q, with %d lacking", got, own.Lacking())
	}
}

// What a region says of its own lies over what its language says, ours and the
// team's alike.
func TestRegionsLieOverTheirLanguage(t *testing.T) {
	fsys := fstest.MapFS{
		"messages/de-AT.json":   {Data: []byte(`{"date.month.1": "Jänner"}`)},
		"messages/en-GB.json":   {Data: []byte(`{"date.none": "undated"}`)},
		"messages/fr.json":      {Data: []byte(`{"date.month.1": "janvier", "date.none": "sans date"}`)},
		"messages/fr-CA.json":   {Data: []byte(`{"date.none": "pas de date"}`)},
		"messages/zh-hant.json": {Data: []byte(`{"list.and": "{items}和{last}", "list.comma": "、"}`)},
	}
	total := len(English().texts)
	for _, c := range []struct {
		tag, want string
		lacking   int
	}{
		{"de-AT", "Jänner, ohne Datum, a, b und c", 0},
		{"de", "Januar, ohne Datum, a, b und c", 0},
		{"DE-at", "Jänner, ohne Datum, a, b und c", 0},
		{"en-GB", "January, undated, a, b and c", 0},
		{"en-US", "January, no date, a, b and c", 0},
		{"fr-CA", "janvier, pas de date, a, b and c", total - 2},
		{"fr-CH", "janvier, sans date, a, b and c", total - 2},
		{"zh-Hant-TW", "January, no date, a、b和c", total - 2},
	} {
		l, err := Load(fsys, c.tag)
		if err != nil {
			t.Errorf("%s: %v", c.tag, err)
			continue
		}
		said := l.MonthName(1) + ", " + l.Text("date.none") + ", " + l.List([]string{"a", "b", "c"})
		if said != c.want || l.Lacking() != c.lacking {
			t.Errorf("%s says %q and lacks %d, want %q and %d", c.tag, said, l.Lacking(), c.want, c.lacking)
		}
	}
	l, err := Load(fsys, "en-GB")
	if got := l.Number(1, "cycles"); err != nil || got != "1 cycle" {
		t.Errorf("British English says %q, %v", got, err)
	}
}

// Days, small counts and large ones stand side by side: they are in the same
// digits, and what is below nothing says so in every language.
func TestNumbersAreInTheSameDigits(t *testing.T) {
	for _, code := range []string{"ar", "bn", "fa", "hi", "mr", "my"} {
		l, err := Load(fstest.MapFS{"messages/" + code + ".json": {Data: []byte(`{}`)}}, code)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Figure(-5); got != "−5" {
			t.Errorf("%s: minus five is %q", code, got)
		}
		if got := l.Count(12000); !strings.HasPrefix(got, "12") {
			t.Errorf("%s: twelve thousand is %q", code, got)
		}
	}
}

func TestNumbersAndDays(t *testing.T) {
	en, de := (*Language)(nil), load(t, "de-AT")
	day := tracker.NewDate(2026, 3, 5)
	for _, c := range []struct{ name, en, wantEN, de, wantDE string }{
		{"count", en.Count(1200), "1,200", de.Count(1200), "1.200"},
		{"small count", en.Count(999), "999", de.Count(0), "0"},
		{"negative", en.Count(-12000), "−12,000", de.Count(-12000), "−12.000"},
		{"decimal", en.Figure(9.45), "9.45", de.Figure(9.45), "9,45"},
		{"many decimals", en.Figure(1.0 / 3), "0.3333", de.Figure(1.0 / 3), "0,3333"},
		{"nearly nothing", en.Figure(-0.00001), "0", de.Figure(-0.00001), "0"},
		{"no number", en.Figure(math.NaN()), "?", de.Figure(math.Inf(1)), "?"},
		{"percent", en.Number(61, "%"), "61%", de.Number(61, "%"), "61\u00a0%"},
		{"currency", en.Number(1900, "€"), "€1,900", de.Number(1900, "€"), "1.900\u00a0€"},
		{"one of a unit", en.Number(1, "cycles"), "1 cycle", de.Number(1, "Zyklen"), "1 Zyklen"},
		{"people", en.Number(1, "people"), "1 person", de.Number(2, "Leute"), "2 Leute"},
		{"change", en.Change(61, 71, "%"), "61% to 71%", de.Change(61, 71, "%"), "von 61\u00a0% auf 71\u00a0%"},
		{"change of a unit in words", en.Change(0, 3, "cycles"), "0 to 3 cycles", de.Change(0, 3, "Zyklen"), "von 0 auf 3 Zyklen"},
		{"point", en.Points(1, "%"), "1 point", de.Points(1, "%"), "1 Prozentpunkt"},
		{"points", en.Points(2.5, "%"), "2.5 points", de.Points(2.5, "%"), "2,5 Prozentpunkte"},
		{"share", en.Share(3, 1200), "3 of 1,200", de.Share(3, 1200), "3\u00a0von\u00a01.200"},
		{"day", en.Day(day), "5 March 2026", de.Day(day), "5.\u00a0März 2026"},
		{"no day", en.Day(0), "", de.Day(0), ""},
		{"short month", en.MonthShort(day), "Mar 2026", de.MonthShort(day), "Mär 2026"},
		{"span", en.Span(day, day+1), "5 March 2026 to 6 March 2026", de.Span(day, day+1), "5.\u00a0März 2026 bis 6.\u00a0März 2026"},
		{"quarter", en.Quarter(day.Quarter(1)), "2026 Q1", de.Quarter(day.Quarter(1)), "Q1\u00a02026"},
		{"list", en.List([]string{"a", "b", "c"}), "a, b and c", de.List([]string{"a", "b", "c"}), "a, b und c"},
		{"list of one", en.List([]string{"a"}), "a", de.List(nil), ""},
		{"inside", en.Inside("In place"), "in place", de.Inside("Umgesetzt"), "Umgesetzt"},
		{"inside, abbreviated", en.Inside("L&D lead"), "L&D lead", de.Inside("L&D"), "L&D"},
		{"word", en.CountWord(3), "three", de.CountWord(12), "12"},
	} {
		if c.en != c.wantEN || c.de != c.wantDE {
			t.Errorf("%s: %q and %q, want %q and %q", c.name, c.en, c.de, c.wantEN, c.wantDE)
		}
	}
}

func TestScript(t *testing.T) {
	l := speaking(t, "en", map[string]string{
		"script.a.plain": "So", "script.a.counted": "{n, plural, one {# win} other {# wins}} of {who}", "script.b.x": "not this",
	})
	const want = `{"counted":[["n",1,{"one":[[]," win"],"other":[[]," wins"]}]," of ",["who"]],"plain":"So"}`
	if got := string(l.Script("script.a.")); got != want {
		t.Errorf("Script is %s, want %s", got, want)
	}
}

func TestUpperFirst(t *testing.T) {
	for in, want := range map[string]string{"": "", "élan": "Élan", "A": "A", "3 wins": "3 wins", "\xff": "\xff"} {
		if got := UpperFirst(in); got != want {
			t.Errorf("UpperFirst(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tc := range []struct {
		v    float64
		unit string
		want string
	}{
		{61, "%", "61%"}, {9.4, "per 1,000 loads", "9.4 per 1,000 loads"}, {1900, "people", "1,900 people"}, {1, "people", "1 person"},
		{1234567.5, "", "1,234,567.5"}, {-0.5, "%", "−0.5%"}, {1, "cycles", "1 cycle"}, {0, "cycles", "0 cycles"}, {3, "cycles", "3 cycles"},
		{1, "losses", "1 losses"}, {1, "of 38", "1 of 38"}, {12, "€", "€12"}, {0.1 + 0.2, "", "0.3"}, {math.NaN(), "", "?"}, {1, "%", "1%"},
	} {
		if got := (*Language)(nil).Number(tc.v, tc.unit); got != tc.want {
			t.Errorf("Number(%v, %q) = %q, want %q", tc.v, tc.unit, got, tc.want)
		}
	}
	if got, want := (*Language)(nil).Change(9.4, 7.5, "per 1,000 loads"), "9.4 to 7.5 per 1,000 loads"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := English().Short(7.5, "per 1,000 loads")+English().Short(7.5, "%"), "7.57.5%"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
