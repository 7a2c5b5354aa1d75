package e2e

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// chartPages are the pages that hold a chart, in their order.
func chartPages(t *testing.T, s *built) []string {
	t.Helper()
	var pages []string
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		if len(all(s.pages[name], "figure[data-chart]")) > 0 {
			pages = append(pages, name)
		}
	}
	if len(pages) < 7 {
		t.Fatalf("only %v hold charts", pages)
	}
	return pages
}

// figures are the ids of the charts of a page.
func figures(s *built, page string) []string {
	var ids []string
	for _, f := range all(s.pages[page], "figure[data-chart]") {
		ids = append(ids, attr(f, "id"))
	}
	return ids
}

// drawn scrolls to a chart and waits until it stands still.
func (b *tab) drawn(id string) {
	b.Helper()
	js[any](b, `document.getElementById(%q).querySelector('[data-plot]').scrollIntoView({block: 'center'})`, id)
	b.until(id+" to be drawn", `document.getElementById(%q).matches('.drawn:not(.no-chart)')`, id)
	b.until(id+" to have marks", `document.querySelectorAll('#%s [data-plot] svg path').length > 5`, id)
	// It grows in for at most 300 ms.
	const shape = `[...document.querySelectorAll('#%s [data-plot] svg path')].map((p) => p.getAttribute('d')).join()`
	js[any](b, `void (window.__shape = '')`)
	b.until(id+" to stand still", `((now) => { const same = now === window.__shape; window.__shape = now; return same; })(`+shape+`)`, id)
}

type spot struct{ X, Y float64 }

// marks are the middles of what is drawn in a chart, at most n, spread over all
// of them.
func (b *tab) marks(id string, n int) []spot {
	b.Helper()
	look := func() []spot {
		return js[[]spot](b, `(() => {
		const plot = document.querySelector('#%s [data-plot]').getBoundingClientRect();
		return [...document.querySelectorAll('#%s [data-plot] svg path')]
			.filter((p) => p.getAttribute('fill') !== 'none' && p.getAttribute('fill') !== 'transparent')
			.map((p) => p.getBoundingClientRect())
			.filter((r) => r.width >= 2 && r.height >= 2 && r.width < plot.width * 0.9)
			.map((r) => ({ X: r.x + r.width / 2, Y: r.y + r.height / 2 }))
			.filter(({ X, Y }) => X > 0 && Y > 0 && X < innerWidth && Y < innerHeight);
	})()`, id, id)
	}
	// Bars may still be growing: a mark that is in sight soon is in sight.
	spots := look()
	for deadline := time.Now().Add(3 * time.Second); len(spots) == 0 && time.Now().Before(deadline); spots = look() {
		time.Sleep(50 * time.Millisecond)
	}
	if len(spots) == 0 {
		b.Fatalf("%s has no mark in sight", id)
	}
	step := max(1, len(spots)/n)
	var some []spot
	for i := 0; i < len(spots); i += step {
		some = append(some, spots[i])
	}
	return some
}

func (b *tab) hover(s spot) {
	b.Helper()
	try(b, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, s.X, s.Y))
}

// Every chart is drawn and answers to the mouse, from a server and from a disk,
// in both themes, and the console stays empty: openTab sees to that.
func TestChartsInABrowser(t *testing.T) {
	withCharts(t)
	s := leaders(t)
	pages := chartPages(t, s)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(place+"/"+scheme, func(t *testing.T) {
				b := openTab(t, base)
				b.system(scheme, "no-preference")
				for _, name := range pages {
					b.open(name)
					for _, id := range figures(s, name) {
						b.drawn(id)
						said := 0
						for _, m := range b.marks(id, 8) {
							b.hover(m)
							said += len(js[string](b, `[...document.querySelectorAll('#%s .chart-tip')].filter((e) => getComputedStyle(e).visibility !== 'hidden').map((e) => e.textContent).join('')`, id))
						}
						if said == 0 {
							t.Errorf("%s: no mark of %s says what it is", name, id)
						}
					}
				}
				b.collect()
			})
		}
	}
}

// colours are those that a chart is drawn in.
func (b *tab) colours(id string) []string {
	b.Helper()
	return js[[]string](b, `[...new Set([...document.querySelectorAll('#%s [data-plot] svg *')].flatMap((e) => [e.getAttribute('fill'), e.getAttribute('stroke')])
		.filter((c) => c && c !== 'none' && c !== 'transparent'))].sort()`, id)
}

func TestThemeSwitchRedraws(t *testing.T) {
	withCharts(t)
	s := leaders(t)
	b := openTab(t, serve(t, s))
	const id, paper = "fig-chain", `getComputedStyle(document.body).backgroundColor`
	look := func() (string, string) { return strings.Join(b.colours(id), " "), js[string](b, paper) }
	b.system("light", "reduce") // colours are read as soon as a chart is drawn
	b.open("index.html")
	b.drawn(id)
	light, lightPaper := look()

	b.click("[data-theme-switch]")
	b.until("other colours", `%s !== %q`, paper, lightPaper)
	b.drawn(id)
	dark, darkPaper := look()
	if light == dark || lightPaper == darkPaper {
		t.Errorf("the switch leaves the chart in %s on %s", dark, darkPaper)
	}

	// The choice holds on the next page, and against the system.
	b.open("board/index.html")
	b.drawn(id)
	if next, nextPaper := look(); next != dark || nextPaper != darkPaper {
		t.Errorf("the next page is drawn in %s on %s", next, nextPaper)
	}
	b.click("[data-theme-switch]")
	b.until("the colours of before", `%s === %q`, paper, lightPaper)
	b.drawn(id)
	if again, _ := look(); again != light {
		t.Errorf("switched back, the chart is drawn in %s, not in %s", again, light)
	}

	// Without a choice the system's theme holds, also when it changes.
	fresh := openTab(t, b.base)
	fresh.system("dark", "reduce")
	fresh.open("index.html")
	fresh.drawn(id)
	if got := strings.Join(fresh.colours(id), " "); got != dark {
		t.Errorf("a dark system gets %s, not %s", got, dark)
	}
	fresh.system("light", "reduce")
	fresh.until("the colours to follow the system", `%s === %q`, paper, lightPaper)
	fresh.drawn(id)
	fresh.until("the chart to follow the system", `[...document.querySelectorAll('#%s svg text')].every((e) => !%q.split(' ').includes(e.getAttribute('fill')) || %q.split(' ').includes(e.getAttribute('fill')))`, id, dark, light)
	if got := strings.Join(fresh.colours(id), " "); got != light {
		t.Errorf("a system that turns light gets %s, not %s", got, light)
	}
	fresh.collect()
	b.collect()
}

func TestTableAndChartSwitch(t *testing.T) {
	withCharts(t)
	s := leaders(t)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		t.Run(place, func(t *testing.T) {
			b := openTab(t, base)
			b.open("index.html")
			const id = "fig-wins-by-priority"
			state := func() string {
				return js[string](b, `((f) => { const seen = (e) => e.getClientRects().length > 0 ? 'seen' : 'hidden'; const s = f.querySelector('button.switch');
					return [seen(f.querySelector('[data-plot]')), seen(f.querySelector('[data-table]')), s.textContent, s.getAttribute('aria-expanded')].join(', '); })(document.getElementById(%q))`, id)
			}
			b.drawn(id)
			equal(t, "chart, table, button", state(), "seen, hidden, Show the table, false")
			b.click("#" + id + " button.switch")
			equal(t, "chart, table, button", state(), "hidden, seen, Show the chart, true")
			b.click("#" + id + " button.switch")
			b.drawn(id)
			equal(t, "chart, table, button", state(), "seen, hidden, Show the table, false")
			b.collect()
		})
	}
}

// A mark that stands for records leads to them.
func TestClickOnAMark(t *testing.T) {
	withCharts(t)
	s := leaders(t)
	for _, tt := range []struct{ place, base, page, id, leads string }{
		{"http", serve(t, s), "index.html", "fig-wins-by-priority", "priorities/"},
		{"file", onDisk(t, s), "board/index.html", "fig-chain", ""},
		{"http", serve(t, s), "outcomes/first-contact/index.html", "fig-readings-first-contact", ""},
	} {
		t.Run(tt.place+"/"+tt.id, func(t *testing.T) {
			b := openTab(t, tt.base)
			b.open(tt.page)
			b.drawn(tt.id)
			from := js[string](b, `location.href`)
			clicked := false
			marks := b.marks(tt.id, 60)
			slices.SortStableFunc(marks, func(a, b spot) int { return cmp.Compare(b.Y, a.Y) }) // wins lie at the foot of readings
			for _, m := range marks {
				b.hover(m)
				if js[string](b, `document.querySelector('#%s [data-plot] > div').style.cursor`, tt.id) != "pointer" {
					continue
				}
				b.collect()
				try(b, chromedp.MouseClickXY(m.X, m.Y))
				clicked = true
				break
			}
			if !clicked {
				t.Fatal("no mark shows that it leads anywhere")
			}
			b.until("another page", `location.href !== %q && document.readyState === 'complete'`, from)
			to := must(url.Parse(js[string](b, `location.href`)))(t)
			root := must(url.Parse(tt.base))(t)
			name := strings.TrimPrefix(to.Path, root.Path)
			if s.pages[name] == nil || !strings.HasPrefix(name, tt.leads) {
				t.Errorf("the mark leads to %s", to)
			}
			if problem := s.follow("index.html", &url.URL{Path: name, RawQuery: to.RawQuery, Fragment: to.Fragment}); problem != "" {
				t.Errorf("the mark leads to %s: %s", to, problem)
			}
			b.collect()
		})
	}
}
