package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"image/png"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// recordCharts are charts of every kind, with where their first mark leads.
var recordCharts = []struct{ page, id, leads string }{
	{"board/index.html", "fig-chain", "intakes/"},
	{"index.html", "fig-wins-by-priority", "priorities/"},
	{"wins/index.html", "fig-calendar", "wins/"},
	{"partnership/index.html", "fig-requested", "intakes/"},
	{"outcomes/first-contact/index.html", "fig-readings-first-contact", "wins/"},
}

// The marks of every chart are reached by keyboard, say what they are, and
// open.
func TestMarksByKeyboard(t *testing.T) {
	withCharts(t)
	s := leaders(t)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		for _, c := range recordCharts {
			t.Run(place+"/"+c.id, func(t *testing.T) {
				b := openTab(t, base)
				b.open(c.page)
				b.drawn(c.id)
				said := func() string {
					return js[string](b, `document.querySelector('#%s .mark-said').textContent`, c.id)
				}
				press := func(key string) {
					t.Helper()
					try(b, chromedp.KeyEvent(key))
				}
				js[any](b, `document.querySelector('#%s [data-plot]').focus()`, c.id)
				label := js[string](b, `document.querySelector('#%s [data-plot]').getAttribute('aria-label')`, c.id)
				if len(label) < 20 || !strings.Contains(said(), "arrow key") {
					t.Errorf("described as %q, and on focus: %q", label, said())
				}
				press(kb.ArrowRight)
				first := said()
				press(kb.ArrowDown)
				second := said()
				press(kb.End)
				last := said()
				if first == second || second == last || !strings.Contains(first, "(1 of ") || !strings.Contains(second, "(2 of ") {
					t.Errorf("the arrows say %q, %q, and at the end %q", first, second, last)
				}
				press(kb.ArrowRight)
				equal(t, "behind the last", said(), first)
				from := js[string](b, `location.href`)
				b.collect()
				press(kb.Enter)
				b.until("another page", `location.href !== %q && document.readyState === 'complete'`, from)
				to := must(url.Parse(js[string](b, `location.href`)))(t)
				name := strings.TrimPrefix(to.Path, must(url.Parse(base))(t).Path)
				if s.pages[name] == nil || !strings.HasPrefix(name, c.leads) {
					t.Errorf("Enter leads to %s", to)
				}
				b.collect()
			})
		}
	}
}

// A press on a button that takes the focus from a chart reaches the button.
func TestLeavingAChartMovesNothing(t *testing.T) {
	withCharts(t)
	b := openTab(t, serve(t, leaders(t)))
	b.open("board/index.html")
	b.drawn("fig-chain")
	js[any](b, `document.querySelector('#fig-chain [data-plot]').focus()`)
	try(b, chromedp.KeyEvent(kb.ArrowRight))
	const top = `document.querySelector('#fig-chain button.switch').getBoundingClientRect().top`
	before := js[float64](b, top)
	js[any](b, `document.activeElement.blur()`)
	equal(t, "the place of the button", js[float64](b, top), before)
	b.collect()
}

// Charts are saved as pictures that stand alone, under the page's policy, from
// a server and from a disk.
func TestSaveCharts(t *testing.T) {
	withCharts(t)
	s := leaders(t)
	for place, base := range map[string]string{"http": serve(t, s), "file": onDisk(t, s)} {
		t.Run(place, func(t *testing.T) {
			b := openTab(t, base)
			for _, c := range recordCharts {
				b.open(c.page)
				b.drawn(c.id)
				for i, kind := range []string{"png", "svg"} {
					name, body := b.saved(c.id, i)
					equal(t, "the name of the file", name, strings.TrimPrefix(c.id, "fig-")+"-2026-06-30."+kind)
					if kind == "png" {
						picture, err := png.Decode(bytes.NewReader(body))
						if err != nil || picture.Bounds().Dx() != 1920 {
							t.Errorf("%s: %v", name, err)
						}
						continue
					}
					finding := js[string](b, `document.querySelector('#%s .finding').textContent`, c.id)
					if words := readSVG(t, name, body); !strings.Contains(words, finding) || !strings.Contains(words, "30 June 2026") || !strings.Contains(words, "Larkspur") {
						t.Errorf("%s does not say what it is: %.200s", name, words)
					}
				}
			}
			b.collect()
		})
	}
}

// saved presses the n-th button that saves a chart, and returns what the browser
// is given to save. Nothing is written: the download ends before it begins.
func (b *tab) saved(id string, n int) (name string, body []byte) {
	b.Helper()
	js[any](b, `(() => {
		window.__file = '';
		HTMLAnchorElement.prototype.click = function () { window.__name = this.download; };
		URL.createObjectURL = (blob) => {
			const reader = new FileReader();
			reader.onload = () => { window.__file = reader.result; };
			reader.readAsDataURL(blob);
			return '#';
		};
		document.querySelectorAll('#%s button.save')[%d].click();
	})()`, id, n)
	b.until(id+" to be saved", `window.__file`)
	_, coded, _ := strings.Cut(js[string](b, `window.__file`), ",")
	return js[string](b, `window.__name`), must(base64.StdEncoding.DecodeString(coded))(b.T)
}

// readSVG returns the words of a picture, which has to be well-formed and to
// ask for nothing.
func readSVG(t *testing.T, name string, body []byte) string {
	t.Helper()
	var words strings.Builder
	d := xml.NewDecoder(bytes.NewReader(body))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return words.String()
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if x.Name.Local == "script" || x.Name.Local == "image" || x.Name.Local == "foreignObject" {
				t.Errorf("%s holds a %s", name, x.Name.Local)
			}
		case xml.CharData:
			words.Write(x)
		}
	}
}

// On a phone the chain stands in steps, one below the other, and no name of a
// node lies on another or outside.
func TestNamesOfTheChainAreLegible(t *testing.T) {
	withCharts(t)
	s := leaders(t)
	for _, width := range []int64{1280, 768, 360} {
		b := openTab(t, serve(t, s))
		b.viewport(width, 900)
		b.open("board/index.html")
		b.drawn("fig-chain")
		clash := js[string](b, `(() => {
			const plot = document.querySelector('#fig-chain [data-plot]').getBoundingClientRect();
			const boxes = [...document.querySelectorAll('#fig-chain svg text')].map((e) => ({ t: e.textContent, r: e.getBoundingClientRect() }));
			const out = boxes.filter(({ r }) => r.left < plot.left - 1 || r.right > plot.right + 1 || r.top < plot.top - 2 || r.bottom > plot.bottom + 2).map(({ t }) => t + ' is cut off');
			for (let i = 0; i < boxes.length; i++) for (let j = 0; j < i; j++) {
				const [a, c] = [boxes[i].r, boxes[j].r];
				const [x, y] = [Math.min(a.right, c.right) - Math.max(a.left, c.left), Math.min(a.bottom, c.bottom) - Math.max(a.top, c.top)];
				if (x > 2 && y > 4) out.push(boxes[i].t + ' lies on ' + boxes[j].t);
			}
			return out.join('; ');
		})()`)
		if clash != "" {
			t.Errorf("%d px: %s", width, clash)
		}
		b.collect()
	}
}
