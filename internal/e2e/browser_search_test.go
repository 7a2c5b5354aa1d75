package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"html"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"smallwins/internal/web"
)

const searchPage = "search/index.html"

func withSearch(t *testing.T) {
	t.Helper()
	if _, err := web.Search(); errors.Is(err, web.ErrNoSearch) {
		skipUnless(t, "REQUIRE_BUNDLES", err)
	}
}

// found waits until the count reads as given, and fails with what it reads
// instead.
func (b *tab) found(want string) {
	b.Helper()
	b.until("“"+want+"”", `document.querySelector('[data-count]')?.textContent === %q && document.querySelector('[data-note]').hidden`, want)
}

func (b *tab) query() string {
	b.Helper()
	return js[string](b, `location.search`)
}

// titles returns the titles in the list.
func (b *tab) titles() []string {
	b.Helper()
	return js[[]string](b, `[...document.querySelectorAll('[data-list] .title')].map((e) => e.textContent)`)
}

func (b *tab) choose(name, value string) {
	b.Helper()
	js[any](b, `void document.querySelector('form[data-search] input[name=%s][value=%q]').click()`, name, value)
}

// Words and choices narrow what is found; the address says so, and going back
// takes one step at a time.
func TestSearchInABrowser(t *testing.T) {
	withSearch(t)
	s := leaders(t)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		t.Run(place, func(t *testing.T) {
			b := openTab(t, base)
			b.open("index.html")
			b.click(`.masthead a[href="search/index.html"]`)
			b.until("the records", `document.querySelectorAll('[data-list] li').length === 50`)
			b.found("59 records")
			equal(t, "texts before anybody looks for words", js[int](b, `document.querySelectorAll('script[src*=texts]').length`), 0)

			try(b, chromedp.SendKeys(chromedp.CSS(`form[data-search] [name=q]`), "roterdam")) // a letter short
			b.found("3 of 59 records for words like “roterdam”")
			equal(t, "what is marked", js[[]string](b, `[...new Set([...document.querySelectorAll('[data-list] mark')].map((e) => e.textContent))]`), []string{"Rotterdam"})
			b.until("the address of the words", `location.search === '?q=roterdam'`)

			b.choose("kind", "win")
			b.found("2 of 59 records for words like “roterdam”")
			equal(t, "address", b.query(), "?q=roterdam&kind=win")
			equal(t, "what other kinds would give", js[string](b, `document.querySelector('[name=kind][value=intake]').parentNode.querySelector('[data-n]').textContent`), "1")
			titles := b.titles()

			b.collect()
			try(b, chromedp.Reload())
			b.found("2 of 59 records for words like “roterdam”")
			equal(t, "titles after a reload", b.titles(), titles)

			js[any](b, `void document.querySelector('[data-list] a').click()`)
			b.until("the page of the record", `location.pathname.includes('/wins/2') && document.readyState === 'complete'`)
			b.collect()
			js[any](b, `void history.back()`)
			b.until("the search again", `location.pathname.endsWith('/search/index.html')`)
			b.found("2 of 59 records for words like “roterdam”")
			js[any](b, `void history.back()`)
			b.found("3 of 59 records for words like “roterdam”")
			js[any](b, `void history.back()`)
			b.found("59 records")
			equal(t, "address at the start", b.query(), "")
			equal(t, "field at the start", js[string](b, `document.querySelector('[name=q]').value`), "")
			js[any](b, `void history.forward()`)
			b.found("3 of 59 records for words like “roterdam”")
			b.collect()
		})
	}
}

// Addresses that lists and colleagues link to; what is wrong in one is as if it
// were not there.
func TestSearchAddresses(t *testing.T) {
	withSearch(t)
	b := openTab(t, serve(t, leaders(t)))
	for query, want := range map[string]string{
		"?kind=win":                         "36 of 59 records",
		"?kind=win&kind=intake":             "50 of 59 records",
		"?kind=nonsense&stage=&sort=x&n=1":  "59 records",
		"?q=CARVALHAL+ines":                 "10 of 59 records for “CARVALHAL ines”",
		"?q=zyzzyva":                        "0 of 59 records for “zyzzyva”",
		"?kind=win&stage=undone&sort=older": "2 of 59 records",
		"?show=1e9":                         "59 records",
	} {
		b.open(searchPage + query)
		b.found(want)
		equal(t, query+": help where nothing matches", js[bool](b, `document.querySelector('[data-empty]').hidden`), !strings.HasPrefix(want, "0 "))
	}
	b.open(searchPage + "?kind=win&sort=oldest")
	b.found("36 of 59 records")
	equal(t, "the oldest", b.titles()[0], "Sat in the Care queue for a morning before writing anything")
	equal(t, "what is chosen can be taken back", js[[]string](b, `[...document.querySelectorAll('[data-chosen] button')].map((e) => e.getAttribute('aria-label'))`), []string{"Remove: Win"})
	b.click("[data-chosen] button")
	b.found("59 records")
	b.click("[data-more]")
	equal(t, "all of them", len(b.titles()), 59)
	equal(t, "address of all of them", b.query(), "?sort=oldest&show=100")
	equal(t, "focus on the first new one", js[bool](b, `document.activeElement === document.querySelectorAll('[data-list] a')[50]`), true)
	b.click("form[data-search] [type=reset]")
	b.until("the address of the start", `!location.search`)
	b.found("59 records")
	b.collect()
}

func TestSearchByKeyboard(t *testing.T) {
	withSearch(t)
	b := openTab(t, serve(t, leaders(t)))
	b.open(searchPage)
	b.found("59 records")
	js[any](b, `void document.querySelector('[name=q]').focus()`)
	for _, key := range []string{kb.Tab, kb.Tab, kb.Tab, " "} { // the order, the first facet, its first choice
		try(b, chromedp.KeyEvent(key))
	}
	b.found("36 of 59 records")
	equal(t, "address", b.query(), "?kind=win")
	b.collect()
}

// The index says of each record what its own page says, and no more.
func TestSearchIndexSaysWhatPagesSay(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		said, records, looked := plain(s), map[int]string{}, 0
		for name := range said { // and cell by cell, where there is a table
			said[name] += " | " + letters(html.UnescapeString(tag.ReplaceAllString(string(s.files[name]), " ")))
		}
		part := func(name string, rows any) (first int) {
			body := s.files[name][bytes.IndexByte(s.files[name], '{'):]
			into := struct {
				First int
				Rows  any
			}{Rows: rows}
			if err := json.Unmarshal(bytes.TrimSuffix(body, []byte(");\n")), &into); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return into.First
		}
		var texts []string
		for name := range s.files {
			switch {
			case strings.HasPrefix(name, "search/facts-"):
				var rows struct{ Kind, ID []string }
				first := part(name, &rows)
				for i, id := range rows.ID {
					folder := map[string]string{"win": "wins", "intake": "intakes", "priority": "priorities", "outcome": "outcomes"}[rows.Kind[i]]
					records[first+i] = path.Join(folder, id, "index.html")
				}
			case strings.HasPrefix(name, "search/texts-"):
				texts = append(texts, name)
			}
		}
		slices.Sort(texts)
		for _, name := range texts {
			var rows []string
			first := part(name, &rows)
			for i, row := range rows {
				for _, line := range strings.Split(row, "\n") {
					looked++
					for _, fragment := range sentences(line) {
						if !strings.Contains(said[records[first+i]], fragment) {
							t.Errorf("%q can be found, and is not on %s", fragment, records[first+i])
						}
					}
				}
			}
		}
		if looked < 200 || len(records) < 59 {
			t.Errorf("only %d texts of %d records were looked at", looked, len(records))
		}
	})
}
