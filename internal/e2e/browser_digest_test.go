package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// press presses a key as a keyboard does.
func (b *tab) press(key, text string) {
	b.Helper()
	call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyDown", Key: key, Text: text})
	call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyUp", Key: key})
}

// The week of two wins is presented: the opening, the wins, those who might
// share, and something encouraging.
func TestPresentTheWeek(t *testing.T) {
	s := team(t)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		t.Run(place, func(t *testing.T) {
			b := openTab(t, base)
			b.viewport(1280, 720)
			b.open("digest/2026-W08/index.html")
			seen := func() string {
				return js[string](b, `[...document.querySelectorAll('h1, h2')].filter((e) => e.getClientRects().length).map((e) => e.textContent).join(' | ')`)
			}
			where := func() string { return js[string](b, `document.querySelector('.slide-where').textContent`) }
			const opening, first, last = "Two small wins to celebrate", "Put an answer-by date in every sales induction mail", "Something encouraging"
			if !strings.Contains(seen(), opening+" | "+first) || !strings.HasSuffix(seen(), last) {
				t.Errorf("the page shows %q", seen())
			}
			b.click("[data-present]")
			equal(t, "opened", seen(), opening)
			equal(t, "said aloud", where(), "Slide 1 of 5: "+opening)
			equal(t, "focus", js[string](b, `document.activeElement.textContent`), "On")
			for _, step := range []struct{ key, text, want string }{
				{"ArrowRight", "", "Slide 2 of 5: " + first}, {"PageUp", "", "Slide 1 of 5: " + opening}, {"ArrowLeft", "", "Slide 1 of 5: " + opening},
				{"End", "", "Slide 5 of 5: " + last}, {"PageDown", "", "Slide 5 of 5: " + last}, {"Home", "", "Slide 1 of 5: " + opening},
				{" ", " ", "Slide 2 of 5: " + first}, // on the button: pressed once
			} {
				b.press(step.key, step.text)
				equal(t, step.key, where(), step.want)
			}
			equal(t, "one slide", seen(), first)
			js[any](b, `void document.querySelector('.slide.current a').focus()`)
			b.press("ArrowRight", "")
			equal(t, "focus of a slide that went", js[string](b, `document.activeElement.textContent`), "On")
			b.press("?", "?")
			equal(t, "keys", js[bool](b, `document.querySelector('#slide-keys').getClientRects().length > 0 && document.querySelector('[data-slide-help]').ariaExpanded === 'true'`), true)
			if wide := js[bool](b, `document.querySelector('.digest').scrollWidth > innerWidth`); wide {
				t.Error("a slide scrolls sideways")
			}
			b.press("Escape", "")
			b.until("the page as it was", `!document.fullscreenElement && !document.documentElement.classList.contains('presenting')`)
			equal(t, "focus after closing", js[string](b, `document.activeElement.textContent`), "Present")
			if !strings.Contains(seen(), opening+" | "+first) {
				t.Errorf("after closing the page shows %q", seen())
			}

			b.open("digest/2026-W08/index.html?present=1")
			equal(t, "opened by its address", seen(), opening)
			b.click("[data-slide-on]")
			equal(t, "by a press", where(), "Slide 2 of 5: "+first)
			b.click("[data-slide-end]")
			equal(t, "closed", js[bool](b, `document.documentElement.classList.contains('presenting')`), false)
			b.collect()
		})
	}
}

// Every slide of the latest weeks fits a beamer, or can be scrolled to its end,
// and a phone.
func TestSlidesFit(t *testing.T) {
	b := openTab(t, serve(t, team(t)))
	for _, size := range [][2]int64{{1280, 720}, {360, 640}} {
		b.viewport(size[0], size[1])
		for _, name := range []string{"digest/index.html", "digest/2026-W26/index.html", "digest/2026-W08/index.html"} {
			b.open(name + "?present=1")
			for range js[int](b, `document.querySelectorAll('[data-slide]').length`) {
				if wrong := js[string](b, `((deck) => {
					deck.scrollTop = deck.scrollHeight;
					const end = deck.querySelector('.current').getBoundingClientRect().bottom, bar = document.querySelector('.slide-bar').getBoundingClientRect().top;
					deck.scrollTop = 0;
					const top = deck.querySelector('.current').getBoundingClientRect().top;
					return end <= bar && top >= 0 && deck.scrollWidth <= innerWidth ? '' : [deck.querySelector('.current :is(h1, h2)').textContent, top, end, bar, deck.scrollWidth].join(' ');
				})(document.querySelector('.digest'))`); wrong != "" {
					t.Errorf("%s at %d px: %s", name, size[0], wrong)
				}
				b.press("ArrowRight", "")
			}
		}
	}
	b.collect()
}

func TestCopyOfTheWeek(t *testing.T) {
	s := leaders(t)
	base := serve(t, s)
	b := openTab(t, base)
	b.open("digest/index.html")
	js[any](b, `void (navigator.clipboard.writeText = async (text) => { window.given = text; })`)
	b.click("[data-copy]")
	b.until("the text to be copied", `document.querySelector('[data-copied]').textContent === 'Copied'`)
	equal(t, "copied", js[string](b, `window.given`), string(s.files["digest/digest.md"])+"\n<"+base+"digest/2026-W27/index.html>\n")

	js[any](b, `void (navigator.clipboard.writeText = async () => { throw new Error('refused'); })`)
	b.click("[data-copy]")
	b.until("the text to be selected", `String(getSelection()).startsWith('# Small wins at Larkspur Freight')`)
	b.collect()

	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.open("digest/index.html")
	equal(t, "buttons without script", js[int](b, `[...document.querySelectorAll('.digest button')].filter((e) => e.getClientRects().length).length`), 0)
}

// A browser that looked before finds what came since; one that never looked
// finds nothing marked.
func TestNewSinceLastLook(t *testing.T) {
	s := leaders(t)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		t.Run(place, func(t *testing.T) {
			b := openTab(t, base)
			marked := func() int { return js[int](b, `document.querySelectorAll('.fresh').length`) }
			note := func() string { return js[string](b, `document.querySelector('.fresh-note').textContent`) }
			b.open("index.html")
			equal(t, "marked at the first look", marked(), 0)
			equal(t, "said at the first look", note(), "")
			try(b, chromedp.Reload())
			equal(t, "marked at the same report", marked(), 0)

			lookedOn := func(day string) {
				js[any](b, `(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('smallwins-seen ')) localStorage.setItem(key, '{"last":"%s"}'); })()`, day)
			}
			lookedOn("2026-06-03")
			b.open("outcomes/index.html") // any page is a look
			b.open("index.html")
			equal(t, "marked", marked(), 2)
			equal(t, "said", note(), "2 new since you last looked, 3 June. Forget")
			b.open("wins/index.html")
			equal(t, "marked in the list", js[string](b, `[...document.querySelectorAll('.fresh')].map((e) => e.parentNode.dataset.dated).join(' ')`), "2026-06-23 2026-06-11")

			lookedOn("2025-12-31")
			b.open("intakes/index.html")
			if got := js[bool](b, `[...document.querySelectorAll('[data-dated]')].every((e) => (e.dataset.dated > '2025-12-31') === Boolean(e.querySelector('.fresh')))`); !got || marked() == 0 {
				t.Error("the requests of 2026 are not what is marked")
			}
			lookedOn("2026-06-29")
			b.open("index.html")
			equal(t, "nothing came", note(), "Nothing new since you last looked, 29 June. Forget")
			b.click(".fresh-note button")
			equal(t, "forgotten", js[int](b, `Object.keys(localStorage).filter((key) => key.startsWith('smallwins-seen ')).length`), 0)
			equal(t, "said after that", note(), "")

			// A later report than this one was looked at, or what is kept is broken.
			for _, kept := range []string{`{"last":"2026-09-30"}`, `{"last":"2026-09-30","since":"2026-09-01"}`, `nonsense`, `null`, `{"last":5}`} {
				b.open("index.html")
				js[any](b, `(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('smallwins-seen ')) localStorage.setItem(key, %q); })()`, kept)
				b.open("index.html")
				equal(t, kept, marked(), 0)
				js[any](b, `void localStorage.clear()`)
			}
			b.collect()
		})
	}
}

// Marks and the line about them stand in room that was kept for them.
func TestNewMovesNothing(t *testing.T) {
	b := openTab(t, serve(t, leaders(t)))
	for _, width := range []int64{360, 1280} {
		b.viewport(width, 900)
		tops := func() string {
			return js[string](b, `[document.documentElement.scrollWidth, document.querySelector('.fresh-note').offsetHeight, ...[...document.querySelectorAll('.fresh-note ~ ul li')].map((e) => e.offsetHeight)].join(' ')`)
		}
		js[any](b, `void (location.origin !== 'null' && localStorage.clear())`)
		b.open("index.html")
		before := tops()
		js[any](b, `(() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"last":"2026-05-03"}'); })()`)
		b.open("index.html")
		if js[int](b, `document.querySelectorAll('.fresh').length`) == 0 {
			t.Fatal("nothing is marked")
		}
		equal(t, "heights", tops(), before)
	}
	b.collect()
}

func TestTheWeekOnPaper(t *testing.T) {
	b := openTab(t, serve(t, team(t)))
	for _, name := range []string{"digest/index.html", "digest/2026-W08/index.html", "digest/2026-W26/index.html"} {
		b.open(name)
		pdf := try(b, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
		if pages := len(pdfPage.FindAll(pdf, -1)); pages == 0 || pages > 2 {
			t.Errorf("%s prints as %d pages, want one or two", name, pages)
		}
	}
	b.collect()
}
