package e2e

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"smallwins/internal/message"
	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// rewritten is the sample with some of its files in other words.
type rewritten struct {
	fs.FS
	files fstest.MapFS
}

func (r rewritten) Open(name string) (fs.File, error) {
	if r.files[name] != nil {
		return r.files.Open(name)
	}
	return r.FS.Open(name)
}

// germanSample is the sample with German around its records, one of which has a
// title that German writes in more than one way.
func germanSample(t *testing.T) *built {
	t.Helper()
	sample := os.DirFS(repository)
	r := rewritten{sample, fstest.MapFS{}}
	for name, words := range map[string][2]string{
		"strategy.yaml": {"\n  language: en\n", "\n  language: de\n"},
		"wins/2026-06-03-one-page-on-customs-for-care-and-sales.md": {"\n# Care and Sales now share one page on customs delays\n", "\n# Größere Türen in der Straße\n"},
	} {
		body := must(fs.ReadFile(sample, name))(t)
		if !bytes.Contains(body, []byte(words[0])) {
			t.Fatalf("%s has no %q", name, words[0])
		}
		r.files[name] = &fstest.MapFile{Data: bytes.Replace(body, []byte(words[0]), []byte(words[1]), 1)}
	}
	return buildFrom(t, r, tracker.LeadersEdition, site.Options{Files: sample})
}

// german fails for what a script says in English: as a text, or to a screen
// reader.
func (b *tab) german() {
	b.Helper()
	said := js[[]string](b, `[...document.querySelectorAll('button, output, span, p, li, text')].flatMap((e) => [e.textContent.trim(), e.title, e.getAttribute('aria-label')]).filter(Boolean)`)
	en, de := message.English(), must(message.Load(nil, "de"))(b.T)
	for _, key := range en.Keys() {
		if text := en.Text(key); strings.HasPrefix(key, "script.") && text != de.Text(key) && slices.Contains(said, text) {
			b.Errorf("%s: English is said: %q", js[string](b, `location.pathname`), text)
		}
	}
}

// What scripts write is in the language of the pages, and so are the numbers,
// days and months in it.
func TestScriptsSpeakGerman(t *testing.T) {
	withCharts(t)
	withSearch(t)
	b := openTab(t, serve(t, germanSample(t)))
	b.system("light", "reduce")
	text := func(selector string) string {
		return js[string](b, `document.querySelector(%q).textContent`, selector)
	}
	label := func(selector string) string {
		return js[string](b, `document.querySelector(%q).getAttribute('aria-label')`, selector)
	}

	b.open("index.html")
	equal(t, "switch of the theme", text("[data-theme-switch]"), "Dunkles Design")
	equal(t, "the same, aloud", label("[data-theme-switch]"), "Dunkles Design einschalten")
	b.click("[data-theme-switch]")
	equal(t, "switch back", text("[data-theme-switch]"), "Helles Design")
	js[any](b, `(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('smallwins-seen ')) localStorage.setItem(key, '{"last":"2026-06-05"}'); })()`)
	b.open("index.html")
	equal(t, "what came since", text(".fresh-note"), "2 neu seit dem letzten Besuch am 5. Juni. Vergessen")
	equal(t, "marked", text(".fresh"), " neu")
	b.german()

	b.open("outcomes/first-contact/index.html")
	const figure = "fig-readings-first-contact"
	b.drawn(figure)
	equal(t, "switch to the table", text("#"+figure+" button.switch"), "Tabelle zeigen")
	equal(t, "saving", text("#"+figure+" button.save"), "Als PNG speichern")
	if drawn := js[[]string](b, `[...document.querySelectorAll('#%s svg text')].map((e) => e.textContent)`, figure); !slices.Contains(drawn, "Mär") || slices.Contains(drawn, "Mar") ||
		!slices.ContainsFunc(drawn, func(s string) bool { return strings.HasSuffix(s, "\u00a0%") }) {
		t.Errorf("the axes say %q", drawn)
	}
	js[any](b, `document.querySelector('#%s [data-plot]').focus()`, figure)
	if said := text("#" + figure + " .mark-said"); !strings.HasSuffix(said, " Marken: Pfeiltasten wechseln zwischen ihnen, die Eingabetaste öffnet eine.") {
		t.Errorf("on focus: %q", said)
	}
	try(b, chromedp.KeyEvent(kb.ArrowRight))
	if said := text("#" + figure + " .mark-said"); !strings.Contains(said, "(1\u00a0von\u00a0") {
		t.Errorf("the first mark: %q", said)
	}
	b.german()

	b.open("wins/index.html")
	equal(t, "all wins", text("[data-filter-count]"), "36 Erfolge")
	b.open("wins/index.html?stage=undone")
	equal(t, "some wins", text("[data-filter-count]"), "2\u00a0von\u00a036 Erfolgen")
	b.german()

	b.open("digest/2026-W26/index.html?present=1")
	if where := text(".slide-where"); !strings.HasPrefix(where, "Folie 1\u00a0von\u00a0") {
		t.Errorf("the first slide: %q", where)
	}
	b.german()

	b.open(searchPage)
	b.found("59 Einträge")
	equal(t, "more of them", text("[data-more]"), "9 weitere Einträge zeigen")
	equal(t, "days", js[bool](b, `[...document.querySelectorAll('[data-list] time')].some((e) => e.textContent === '3. Juni 2026')`), true)
	for _, query := range []string{"Größere", "groessere", "GRÖSSERE", "grossere", "Tueren", "türen", "strasse", "Straße"} {
		b.open(searchPage + "?q=" + query)
		b.found("1\u00a0von\u00a059 Einträgen zu „" + query + "“")
		equal(t, query, b.titles(), []string{"Größere Türen in der Straße"})
		equal(t, query+" is marked", js[int](b, `document.querySelectorAll('[data-list] .title mark').length`), 1)
	}
	b.german()
	b.collect()
}
