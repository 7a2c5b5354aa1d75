package content

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"smallwins/internal/tracker"
)

// seeds are all files of the archives in testdata.
func seeds(t testing.TB) []string {
	t.Helper()
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, name := range archives {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			if !strings.HasPrefix(f.Name, "want/") && len(f.Data) > 0 {
				texts = append(texts, string(f.Data))
			}
		}
	}
	return texts
}

// corpus are the seeds of FuzzLoad below testdata/fuzz, by their names: one
// threat or odd shape each.
func corpus(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/fuzz/FuzzLoad/*")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		quoted, ok := strings.CutPrefix(strings.TrimSuffix(string(data), ")\n"), "go test fuzz v1\nstring(")
		text, err := strconv.Unquote(quoted)
		if !ok || err != nil {
			t.Fatalf("%s: not one string: %v", file, err)
		}
		texts[filepath.Base(file)] = text
	}
	return texts
}

func TestSeedsAreNotEmpty(t *testing.T) {
	if n := len(seeds(t)); n < 50 {
		t.Errorf("%d seeds", n)
	}
	texts := corpus(t)
	if len(texts) < 60 {
		t.Errorf("%d files of the corpus", len(texts))
	}
	names := map[string]string{}
	for name, text := range texts {
		if text == "" || len(text) > 4<<10 || names[text] != "" {
			t.Errorf("%s has %d bytes (the same as %q)", name, len(text), names[text])
		}
		names[text] = name
	}
}

// FuzzLoad reads any text as a win, an intake and the strategy: see checkLoad.
// Most of its time can go into making inputs smaller that are merely new, so
// that a long run does well to give -fuzzminimizetime=200x.
func FuzzLoad(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkLoad(t, text) })
}

// checkLoad loads a text. Nothing panics, the result is the same each time, each
// place lies inside its file, no HTML gets out but that of the allow-list, every
// fix can be carried out and mends, and what was read is the same when it is
// written and read again.
func checkLoad(t testing.TB, text string) {
	t.Helper()
	first, again := load(t, everyKind(text)), load(t, everyKind(text))
	if !reflect.DeepEqual(first.findings, again.findings) || !reflect.DeepEqual(first.records, again.records) {
		t.Error("another result the second time")
	}
	checkFindings(t, first.findings)
	checkPlaces(t, text, first.findings)
	for _, record := range first.records {
		checkMarks(t, text, record, fieldsOf(record))
		each(reflect.ValueOf(record), func(p *tracker.Prose) {
			checkHTML(t, p.HTML)
			checkText(t, p.Text)
		})
	}
	checkFixes(t, first)
	checkRoundTrip(t, first)
}

func checkText(t testing.TB, text string) {
	t.Helper()
	if text != strings.Join(strings.Fields(text), " ") {
		t.Errorf("not on one line, with single spaces: %q", text)
	}
	if strings.ContainsFunc(text, refused) || strings.Contains(text, "\n") {
		t.Errorf("control characters in %q", text)
	}
}

// allowed are the elements that prose may have, and their attributes.
var allowed = map[string][]string{
	"p": nil, "h3": nil, "h4": nil, "h5": nil, "h6": nil, "hr": nil, "br": nil, "blockquote": nil,
	"ul": nil, "ol": {"start"}, "li": nil, "em": nil, "strong": nil, "del": nil, "code": nil,
	"pre": {"tabindex"}, "a": {"href", "rel"}, "div": {"class", "role", "tabindex", "aria-label"},
	"table": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
	"img": {"src", "alt", "width", "height", "loading", "decoding"},
}

// checkHTML holds prose to the allow-list, with every tag closed and the
// headings in order.
func checkHTML(t testing.TB, prose string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(prose))
	var open []string
	level := 2
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		token := z.Token()
		switch kind {
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("%s in %q", token, prose)
		case html.StartTagToken:
			attributes, ok := allowed[token.Data]
			if !ok {
				t.Errorf("<%s> in %q", token.Data, prose)
			}
			for _, a := range token.Attr {
				if !slices.Contains(attributes, a.Key) {
					t.Errorf("%s= in %q", a.Key, prose)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, tracker.RootMark) && !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme(a.Val)) {
					t.Errorf("href=%q in %q", a.Val, prose)
				}
			}
			if token.Data == "img" && !strings.Contains(prose, `<img src="`+tracker.RootMark+"files/") {
				t.Errorf("an image from elsewhere in %q", prose)
			}
			if token.Data[0] == 'h' && len(token.Data) == 2 && token.Data != "hr" {
				next := int(token.Data[1] - '0')
				if next > level+1 {
					t.Errorf("h%d under h%d in %q", next, level, prose)
				}
				level = next
			}
			if !slices.Contains([]string{"br", "hr", "img"}, token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Errorf("</%s> closes nothing in %q", token.Data, prose)
				return
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v is not closed in %q", open, prose)
	}
}
