package e2e

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// pageTypes are one page of each kind, and those whose content is hard to fit.
var pageTypes = []string{
	"index.html", "wins/index.html", "intakes/index.html", "priorities/index.html", "outcomes/index.html",
	"board/index.html", "partnership/index.html", "about/index.html", "404.html", "search/index.html", "digest/index.html", "digest/2026-W26/index.html",
	"changes/index.html", "promises/index.html", "playbook/index.html", "voices/index.html", "history/index.html",
	"reports/index.html", lastReport,
	"priorities/tms-adoption/index.html", "outcomes/loading-errors/index.html", "outcomes/margin/index.html",
	"wins/2026-04-17-the-warehouse-codes/index.html", // a table
	"wins/2025-12-11-answered-in-the-call/index.html",
	"stakeholders/index.html", "stakeholders/rowena/index.html",
	"intakes/2026-01-07-loading-errors/index.html", "intakes/2025-11-05-train-everyone-again/index.html",
}

// The list of wins narrows, says so in the address, and stays narrowed.
func TestFilterOfWins(t *testing.T) {
	s := leaders(t)
	b := openTab(t, serve(t, s))
	const shown = `[...document.querySelectorAll('[data-item]')].filter((e) => e.getClientRects().length).length`
	state := func() string {
		return js[string](b, `[%s, location.search, document.querySelector('[data-filter-count]').textContent].join(' | ')`, shown)
	}
	b.open("wins/index.html")
	equal(t, "all", state(), "36 |  | 36 wins")
	pick := func(name, value string) {
		js[any](b, `((s) => { s.value = %q; s.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('form[data-filter] [name=%s]'))`, value, name)
	}
	pick("priority", "keep-supervisors")
	const narrowed = "2 | ?priority=keep-supervisors | 2 of 36 wins"
	equal(t, "one priority", state(), narrowed)
	label := func(name, value string) string {
		return js[string](b, `document.querySelector('[name=%s] option[value=%q]').textContent`, name, value)
	}
	equal(t, "sparks left", label("stage", "spark"), "Spark (1)")
	equal(t, "what the other choices of the same kind would leave", label("priority", "tms-adoption"), "Get the new transport system used as it was meant to be (6)")
	equal(t, "groups left", js[int](b, `[...document.querySelectorAll('[data-group]')].filter((e) => e.getClientRects().length).length`), 2)

	try(b, chromedp.Reload())
	equal(t, "after a reload", state(), narrowed)
	equal(t, "choice after a reload", js[string](b, `document.querySelector('[name=priority]').value`), "keep-supervisors")

	pick("stage", "spark")
	equal(t, "and a stage", state(), "1 | ?priority=keep-supervisors&stage=spark | 1 of 36 wins")
	b.click(`form[data-filter] [type=reset]`)
	b.until("everything to be shown", `!location.search`)
	equal(t, "all again", state(), "36 |  | 36 wins")

	try(b, chromedp.SendKeys(chromedp.CSS(`form[data-filter] [name=q]`), "CAFE rotterdam")) // no win has both
	b.until("the words to be looked for", `location.search`)
	equal(t, "nothing matches", js[bool](b, `document.querySelector('[data-filter-empty]').getClientRects().length > 0`), true)

	b.open("wins/index.html?priority=keep-supervisors")
	b.collect()
	b.click("[data-item]:not([hidden]) .title a")
	b.until("the page of the win", `location.pathname.includes('/wins/2026-05-19-') && document.readyState === 'complete'`)
	js[any](b, `void history.back()`) // chromedp would wait for a load, and a browser keeps the page
	b.until("the list again", `document.querySelector('[data-filter-count]')?.textContent === '2 of 36 wins'`)
	equal(t, "after going back", state(), narrowed)

	// Addresses that charts and colleagues link to.
	for query, want := range map[string]string{
		"?period=2025-Q1":                "2 | ?period=2025-Q1 | 2 of 36 wins",
		"?stage=showing&nonsense=1":      "5 | ?stage=showing&nonsense=1 | 5 of 36 wins",
		"?stage=no-such-stage":           "36 | ?stage=no-such-stage | 36 wins",
		"?q=CARVALHAL+ines&stage=agreed": "2 | ?q=CARVALHAL+ines&stage=agreed | 2 of 36 wins", // Inês Carvalhal
	} {
		b.open("wins/index.html" + query)
		equal(t, query, state(), want)
	}
	b.collect()
}

// Recipes narrow as the wins do, by what they say beside each choice.
func TestFilterOfRecipes(t *testing.T) {
	b := openTab(t, serve(t, leaders(t)))
	const state = `[[...document.querySelectorAll('[data-item]')].filter((e) => e.getClientRects().length).length, document.querySelector('[data-filter-count]').textContent].join(' | ')`
	for query, want := range map[string]string{"": "28 | 28 recipes", "?repeated=yes": "3 | 3 of 28 recipes", "?q=biscuits": "2 | 2 of 28 recipes", "?practice=none-such": "28 | 28 recipes"} {
		b.open("playbook/index.html" + query)
		equal(t, query, js[string](b, state), want)
	}
	choices := js[[]string](b, `[...document.querySelectorAll('form[data-filter] option:not([value=""])')].map((o) => o.closest('select').name + '=' + o.value + ' ' + o.textContent.match(/\((\d+)\)$/)[1])`)
	if len(choices) < 8 {
		t.Errorf("only %d choices: %q", len(choices), choices)
	}
	for _, c := range choices {
		query, n, _ := strings.Cut(c, " ")
		b.open("playbook/index.html?" + query)
		equal(t, query, strings.Fields(js[string](b, state))[0], n)
	}
	b.collect()
}

// Without script every page stands complete: tables in place of charts, and
// nothing that only a script could fill.
func TestWithoutScript(t *testing.T) {
	s := leaders(t)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		t.Run(place, func(t *testing.T) {
			b := openTab(t, base)
			call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
			figures := 0
			for _, name := range pageTypes {
				b.open(name)
				if js[bool](b, `document.documentElement.classList.contains('js')`) {
					t.Fatal("script runs")
				}
				type look struct {
					Plots, Tables, Figures, Controls int
				}
				got := js[look](b, `((seen) => ({
					Plots: seen('[data-plot]'), Tables: seen('figure[data-chart] [data-table] table'),
					Figures: document.querySelectorAll('figure[data-chart]').length,
					Controls: seen('form[data-filter], form[data-search], [data-results], [data-theme-switch], button.switch, [data-filter-empty]'),
				}))((selector) => [...document.querySelectorAll(selector)].filter((e) => e.getBoundingClientRect().height > 0).length)`)
				equal(t, name, got, look{Tables: got.Figures, Figures: len(all(s.pages[name], "figure[data-chart]"))})
				figures += got.Figures
			}
			if figures == 0 && chartsBuilt() {
				t.Error("no page with a chart was looked at")
			}
		})
	}
}

func TestNothingScrollsSideways(t *testing.T) {
	s := leaders(t)
	b := openTab(t, serve(t, s))
	for _, width := range []int64{320, 360, 768} {
		b.viewport(width, 800)
		for _, name := range pageTypes {
			b.open(name)
			for _, id := range figures(s, name) {
				b.drawn(id)
			}
			if wide := js[[]string](b, `(() => {
				const room = document.documentElement.clientWidth;
				if (document.scrollingElement.scrollWidth <= room) return [];
				const scrolls = (e) => e && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
				return ['page ' + document.scrollingElement.scrollWidth, ...[...document.querySelectorAll('main *, header *, footer *')]
					.filter((e) => e.getBoundingClientRect().right > room + 1 && !scrolls(e.parentElement))
					.map((e) => e.tagName.toLowerCase() + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right))].slice(0, 5);
			})()`); len(wide) > 0 {
				t.Errorf("%s scrolls sideways at %d px: %s", name, width, strings.Join(wide, ", "))
			}
			if got := js[int64](b, `innerWidth`); got != width {
				t.Fatalf("the window is %d px wide, not %d", got, width)
			}
		}
	}
	b.collect()
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

func TestPaper(t *testing.T) {
	s := leaders(t)
	b := openTab(t, serve(t, s))
	for name, most := range map[string]int{
		"index.html": 5, // where its charts are not there yet, their tables
		"intakes/2026-01-07-loading-errors/index.html":       3, // a contract is signed on few pages
		"intakes/2025-07-08-objections-elearning/index.html": 3,
		"outcomes/first-contact/index.html":                  8,
	} {
		b.open(name)
		pdf := try(b, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
		pages := len(pdfPage.FindAll(pdf, -1))
		if len(pdf) < 10<<10 || pages == 0 || pages > most {
			t.Errorf("%s prints as %d pages, %d bytes; want at most %d pages", name, pages, len(pdf), most)
		}
		t.Logf("%s: %d pages, %d KB", name, pages, len(pdf)>>10)
	}
	// Printing draws every chart, seen or not, and leaves the screen as it was.
	b.open("index.html")
	try(b, chromedp.PrintToPDF())
	for _, id := range figures(s, "index.html") {
		b.drawn(id)
	}
	// The front page with its charts is told without their tables.
	pdf := try(b, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if pages := len(pdfPage.FindAll(pdf, -1)); pages > 3 {
		t.Errorf("the front page prints as %d pages, want at most 3", pages)
	}
	b.collect()
}
