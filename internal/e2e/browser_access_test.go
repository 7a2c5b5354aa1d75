package e2e

import (
	"cmp"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// Links that stand on a page more than once say what they are of, for those who
// hear a list of links: the same name leads to the same place.
func TestRepeatedLinksHaveNamesOfTheirOwn(t *testing.T) {
	repeated := map[string]bool{"Receipts": true, "How is this worked out?": true, "Columns": true, "Add it": true, "record a win here": true, "Its numbers, and the records behind them": true}
	for edition, s := range map[string]*built{"leaders": leaders(t), "team": team(t)} {
		seen := map[string]bool{}
		for name, page := range s.pages {
			leads := map[string]string{}
			for _, a := range all(page, "main a[href]") {
				if !repeated[text(a)] {
					continue
				}
				seen[text(a)] = true
				said, to := cmp.Or(attr(a, "aria-label"), text(a)), attr(a, "href")
				if before, ok := leads[said]; ok && before != to {
					t.Errorf("%s edition: %s: %q leads to %s and to %s", edition, name, said, before, to)
				}
				leads[said] = to
			}
		}
		if edition == "team" && len(seen) != len(repeated) {
			t.Errorf("of the links that repeat only %v are there", seen)
		}
	}
}

// With forced colours the browser takes backgrounds away. Marks keep what they
// say by being filled or empty, and the current page its line.
func TestForcedColours(t *testing.T) {
	b := openTab(t, serve(t, leaders(t)))
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}, {Name: "prefers-color-scheme", Value: "dark"}},
	})
	const filling = `((e) => { const s = getComputedStyle(e, '::before'); return (s.backgroundImage !== 'none' ? 'part' : s.backgroundColor === 'rgba(0, 0, 0, 0)' ? 'empty' : s.backgroundColor === getComputedStyle(document.body).color ? 'ink' : s.backgroundColor) })(document.querySelector(%q))`
	for page, marks := range map[string]map[string]string{
		"changes/index.html":    {".dot-changed": "ink", ".dot-partly": "part", ".dot-no-change": "empty"},
		"wins/index.html":       {".stage-in-place": "ink", ".stage-agreed": "part", ".stage-spark": "empty", ".pri": "ink"},
		"priorities/index.html": {".evidence-recent": "ink", ".evidence-stale": "part", ".evidence-none": "empty"},
	} {
		b.open(page)
		for mark, want := range marks {
			equal(t, page+" "+mark, js[string](b, filling, mark), want)
		}
	}
	const line = `getComputedStyle(document.querySelector('.masthead nav a%s')).borderBottomColor`
	if js[string](b, line, "[aria-current]") == js[string](b, line, ":not([aria-current])") {
		t.Error("the current page looks like the others in the navigation")
	}
	b.collect()
}

// What only a script can work keeps its room before the script has come, so that
// nothing moves under the reader's eyes.
func TestNothingMovesWhenScriptsStart(t *testing.T) {
	b := openTab(t, serve(t, leaders(t)))
	const moved = `(() => {
		const height = () => document.documentElement.scrollHeight;
		const shown = height();
		for (const part of document.querySelectorAll('[data-theme-switch], .digest-tools button, .filters')) part.hidden = true;
		return height() - shown;
	})()`
	for _, width := range []int64{1280, 412} {
		b.viewport(width, 823)
		for _, page := range []string{"index.html", "wins/index.html", "digest/index.html", "playbook/index.html"} {
			b.open(page)
			b.until("the script", `document.documentElement.classList.contains('ready')`)
			equal(t, page, js[float64](b, moved), 0)
		}
	}
	b.collect()
}
