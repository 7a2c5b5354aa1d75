package e2e

import (
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// policy is the content security policy of every page. Nothing may be added to
// it without a reason: it is what keeps a record's text from ever being run.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

// eachPage runs a check on every page of both editions.
func eachPage(t *testing.T, check func(t *testing.T, s *built, name string, p *html.Node)) {
	eachSite(t, func(t *testing.T, s *built) {
		if len(s.pages) < 60 {
			t.Fatalf("only %d pages were built", len(s.pages))
		}
		for name, p := range s.pages {
			check(t, s, name, p)
		}
	})
}

func TestPagesAreWhole(t *testing.T) {
	policies := map[string]int{}
	eachPage(t, func(t *testing.T, s *built, name string, p *html.Node) {
		if h := texts(p, "h1"); len(h) != 1 || h[0] == "" {
			t.Errorf("%s: first headings are %q, want one", name, h)
		}
		if titles := texts(p, "head > title"); len(titles) != 1 || !strings.HasSuffix(titles[0], "Small wins at Larkspur Freight") {
			t.Errorf("%s: titles are %q", name, titles)
		}
		if lang := attr(one(t, p, "html"), "lang"); lang != "en" {
			t.Errorf("%s: language is %q", name, lang)
		}
		if d := attr(one(t, p, `meta[name=description]`), "content"); d == "" {
			t.Errorf("%s: no description", name)
		}
		policies[attr(one(t, p, `meta[http-equiv="Content-Security-Policy"]`), "content")]++
		seen := map[string]bool{}
		for _, n := range all(p, "[id]") {
			if id := attr(n, "id"); seen[id] || id == "" {
				t.Errorf("%s: id %q stands there twice, or is empty", name, id)
			} else {
				seen[id] = true
			}
		}
	})
	for got, n := range policies {
		if got != policy {
			t.Errorf("the policy of %d pages is not the agreed one:\n got %s\nwant %s", n, got, policy)
		}
	}
	if s := leaders(t); s.pages["404.html"] == nil {
		t.Error("there is no 404.html")
	}
}

// What the policy would block must not be there in the first place: a browser
// would report each as an error.
func TestPagesHoldNothingInline(t *testing.T) {
	eachPage(t, func(t *testing.T, s *built, name string, p *html.Node) {
		for _, n := range all(p, "script") {
			if attr(n, "type") == "application/json" {
				if !json.Valid([]byte(n.FirstChild.Data)) {
					t.Errorf("%s: a block of JSON is not valid", name)
				}
				continue
			}
			if attr(n, "src") == "" || n.FirstChild != nil {
				t.Errorf("%s: inline script: %.80s", name, text(n))
			}
		}
		for _, n := range all(p, "style, [style], iframe, object, embed, base, frame, applet, form[action], [srcdoc], [ping]") {
			t.Errorf("%s: <%s> %v", name, n.Data, n.Attr)
		}
		for _, n := range all(p, "*") {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: <%s %s>", name, n.Data, a.Key)
				}
			}
		}
	})
}

var addresses = []string{"href", "src", "data-charts", "action", "poster", "srcset", "xlink:href", "data"}

func TestPagesLinkToWhatIsThere(t *testing.T) {
	internal, fragments := 0, 0
	eachPage(t, func(t *testing.T, s *built, name string, p *html.Node) {
		for _, n := range all(p, "*") {
			for _, key := range addresses {
				to, ok := lookup(n, key)
				if !ok {
					continue
				}
				u, err := url.Parse(to)
				switch {
				case err != nil || to == "" || strings.HasPrefix(to, "/"):
					t.Errorf("%s: <%s %s=%q>", name, n.Data, key, to)
				case u.Scheme == "https" && n.Data == "a":
				case u.Scheme != "" || u.Host != "":
					t.Errorf("%s: <%s %s=%q> leaves the site", name, n.Data, key, to)
				default:
					internal++
					fragments += one01(u.Fragment != "")
					if problem := s.follow(name, u); problem != "" {
						t.Errorf("%s: <%s %s=%q>: %s", name, n.Data, key, to, problem)
					}
				}
			}
		}
	})
	if internal < 3000 || fragments < 100 {
		t.Errorf("only %d links and %d fragments were followed", internal, fragments)
	}
}

// follow says what is wrong with an address within the site, seen from a page.
func (s *built) follow(from string, u *url.URL) string {
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if _, ok := s.files[target]; !ok || strings.HasSuffix(u.Path, "/") {
		return "there is no such file" // a folder is none, on a disk
	}
	p := s.pages[target]
	if u.Fragment != "" {
		if p == nil || !slices.ContainsFunc(all(p, "[id]"), func(n *html.Node) bool { return attr(n, "id") == u.Fragment }) {
			return "there is no such place on the page"
		}
	}
	for name, values := range u.Query() {
		if len(values) != 1 || p == nil || len(all(p, `form[data-filter] select[name="`+name+`"] option[value="`+values[0]+`"], form[data-search] input[name="`+name+`"][value="`+values[0]+`"]`)) != 1 {
			return "the list cannot be narrowed like that"
		}
	}
	return ""
}

// A mark of a chart leads to the records that it stands for.
func TestChartsLinkToWhatIsThere(t *testing.T) {
	marks := 0
	eachPage(t, func(t *testing.T, s *built, name string, p *html.Node) {
		charts := all(p, "figure[data-chart]")
		if got, drawn := attr(one(t, p, "html"), "data-charts") != "", len(charts) > 0; got != drawn {
			t.Errorf("%s: loads the chart bundle is %v, holds charts is %v", name, got, drawn)
		}
		for _, figure := range charts {
			var options any
			if err := json.Unmarshal([]byte(one(t, figure, "script[data-options]").FirstChild.Data), &options); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			for _, to := range urls(options) {
				marks++
				u, err := url.Parse(to)
				if err != nil || u.IsAbs() || u.Host != "" || strings.HasPrefix(to, "/") {
					t.Errorf("%s: a mark of #%s leads to %q", name, attr(figure, "id"), to)
				} else if problem := s.follow(name, u); problem != "" {
					t.Errorf("%s: a mark of #%s leads to %q: %s", name, attr(figure, "id"), to, problem)
				}
			}
			if len(table(t, figure, "[data-table] table")) == 0 {
				t.Errorf("%s: #%s has no figures in its table", name, attr(figure, "id"))
			}
		}
	})
	if chartsBuilt() && marks < 200 {
		t.Errorf("only %d marks lead anywhere", marks)
	}
}

// urls returns the "url" of every mark in the options of a chart. A mark of the
// value 0 has no size and cannot be reached.
func urls(v any) []string {
	var found []string
	switch v := v.(type) {
	case []any:
		for _, part := range v {
			found = append(found, urls(part)...)
		}
	case map[string]any:
		if to, ok := v["url"].(string); ok && v["value"] != 0.0 {
			found = append(found, to)
		}
		for _, part := range v {
			found = append(found, urls(part)...)
		}
	}
	return found
}

var commit = regexp.MustCompile(`^[0-9a-f]{7,40}$`)

func TestPagesSayWhereTheyComeFrom(t *testing.T) {
	eachPage(t, func(t *testing.T, s *built, name string, p *html.Node) {
		first := one(t, p, "footer.foot p:first-child")
		if day := attr(one(t, first, "time"), "datetime"); day != "2026-06-30" {
			t.Errorf("%s: as of %q", name, day)
		}
		if said := text(first); !strings.Contains(said, ": 36 wins and 14 requests.") {
			t.Errorf("%s: the footer does not count the records: %s", name, said)
		}
		for _, a := range all(first, `a[href*="/commit/"]`) {
			if id := text(a); !commit.MatchString(id) || !strings.HasSuffix(attr(a, "href"), "/commit/"+id) {
				t.Errorf("%s: commit %q leads to %s", name, id, attr(a, "href"))
			}
		}
		if !strings.Contains(text(one(t, p, "footer.foot")), "Not for performance review") {
			t.Errorf("%s: does not say that it is not for performance review", name)
		}
		file := sourceOf(name)
		if file == "" {
			return
		}
		const forge = "https://github.com/larkspur-freight/smallwins/"
		source := all(p, `footer.foot a[href="`+forge+`blob/main/`+file+`"]`)
		if len(source) != 1 || text(source[0]) != file {
			t.Errorf("%s: the footer does not lead to %s", name, file)
		}
		if len(all(p, `footer.foot a[href="`+forge+`edit/main/`+file+`"]`)) != 1 {
			t.Errorf("%s: the footer does not lead to the place to edit %s", name, file)
		}
	})
}

// sourceOf is the file that a page of one record is made from, else "".
func sourceOf(page string) string {
	folder, id, _ := strings.Cut(strings.TrimSuffix(page, "/index.html"), "/")
	switch {
	case id == "" || id == "index.html":
		return ""
	case folder == "wins" || folder == "intakes":
		return folder + "/" + id + ".md"
	case folder == "priorities" || folder == "outcomes":
		return "strategy.yaml"
	}
	return ""
}

func TestEveryRecordHasAPage(t *testing.T) {
	tr := sample(t)
	eachSite(t, func(t *testing.T, s *built) {
		for _, w := range tr.Wins {
			equal(t, "heading of "+string(w.ID), text(one(t, s.page(t, "wins/"+string(w.ID)+"/index.html"), "h1")), strings.Join(strings.Fields(w.Title), " "))
		}
		for _, in := range tr.Intakes {
			equal(t, "heading of "+string(in.ID), text(one(t, s.page(t, "intakes/"+string(in.ID)+"/index.html"), "h1")), strings.Join(strings.Fields(in.Title), " "))
		}
	})
}

// From a win a reader gets to its request, on to the priorities and outcomes
// that it serves and to the people in the business, and back all the way.
func TestRecordsLinkBothWays(t *testing.T) {
	kindOf := func(name string) string {
		kind, rest, _ := strings.Cut(name, "/")
		if id, file, ok := strings.Cut(rest, "/"); !ok || id == "" || file != "index.html" {
			return ""
		}
		return kind
	}
	eachSite(t, func(t *testing.T, s *built) {
		links := map[string]map[string]bool{}
		for name, p := range s.pages {
			from := kindOf(name)
			for _, a := range all(p, "main a[href]") {
				if u, err := url.Parse(attr(a, "href")); err == nil && u.Host == "" {
					if to := kindOf(path.Join(path.Dir(name), u.Path)); to != "" && links[from] == nil {
						links[from] = map[string]bool{to: true}
					} else if to != "" {
						links[from][to] = true
					}
				}
			}
		}
		for _, pair := range [][2]string{{"wins", "intakes"}, {"intakes", "priorities"}, {"wins", "priorities"}, {"priorities", "outcomes"}, {"outcomes", "stakeholders"}, {"wins", "stakeholders"}, {"wins", "wins"}} {
			if a, b := pair[0], pair[1]; !links[a][b] || !links[b][a] {
				t.Errorf("%s and %s do not link to each other: %v, %v", a, b, links[a][b], links[b][a])
			}
		}
	})
}
