package site

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"

	"smallwins/internal/tracker"
)

const fen = "https://fen.example/l+d/wins"

// published is a tracker whose site has an address.
func published(tr *tracker.Tracker) *tracker.Tracker {
	tr.Strategy.Settings.BaseURL = fen + "/"
	return tr
}

// target returns the file that a full address of the site leads to.
func target(t *testing.T, files map[string]string, address string) string {
	t.Helper()
	rest, ours := strings.CutPrefix(address, fen+"/")
	name, err := url.PathUnescape(rest)
	if !ours || err != nil {
		t.Fatalf("%q is no address of the site", address)
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if _, there := files[name]; !there {
		t.Errorf("%s leads to %s, which is not there", address, name)
	}
	return name
}

func TestFeed(t *testing.T) {
	tr := hostileTracker(t)
	for i, w := range tr.Wins {
		w.Undone = tracker.Undone{}
		if i == 0 {
			w.Undone = tracker.Undone{Why: "It stopped."}
		}
	}
	files := build(t, published(tr))
	var feed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(files[feedPath]), &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Entries) != len(tr.Wins) || feed.ID != fen+"/feed.xml" || len(feed.Links) != 2 {
		t.Fatalf("the feed has %d entries, the id %s and the links %v", len(feed.Entries), feed.ID, feed.Links)
	}
	ids := map[string]bool{}
	for i, e := range feed.Entries {
		w := tr.Wins[len(tr.Wins)-1-i]
		if e.Title != w.Title || target(t, files, e.Link.Href) != winPath(w) {
			t.Errorf("entry %d is %q at %s, not %s", i, e.Title, e.Link.Href, w.ID)
		}
		if at, err := time.Parse(time.RFC3339, e.Updated); err != nil || at != w.Date.Time() || e.Updated > feed.Updated {
			t.Errorf("entry %d was updated at %s, %v", i, e.Updated, err)
		}
		if ids[e.ID] || !strings.HasPrefix(e.ID, "tag:fen.example,"+w.Date.String()+":wins/") {
			t.Errorf("entry %d has the id %s", i, e.ID)
		}
		ids[e.ID] = true
		if !strings.Contains(e.Content, w.WhatHappened.HTML) || strings.Contains(e.Content, tracker.RootMark) || strings.Contains(e.Content, "since come undone") != !w.StandsAt(today) {
			t.Errorf("entry %d says %s", i, e.Content)
		}
	}
}

func TestFeedHoldsTheNewest(t *testing.T) {
	var wins []*tracker.Win
	for i := range feedMost + 5 {
		id := tracker.ID("w-" + string(rune('a'+i/26)) + string(rune('a'+i%26)))
		wins = append(wins, &tracker.Win{ID: id, Title: "T", Date: today.AddDays(-i), EnteredBy: "Bo", WhatHappened: tracker.Prose{
			HTML: `<p><a href="` + tracker.RootMark + `wins/w-aa/index.html">See</a></p>`, Text: "See"}})
	}
	files := build(t, published(trackerOf(t, nil, wins, nil)))
	feed := files[feedPath]
	if n := strings.Count(feed, "<entry>"); n != feedMost || !strings.Contains(feed, ":wins/w-aa<") || strings.Contains(feed, ":wins/w-cb<") {
		t.Errorf("the feed has %d entries", n)
	}
	if !strings.Contains(feed, "href=&#34;"+fen+"/wins/w-aa/index.html&#34;") {
		t.Error("a link in a text is not a full one")
	}
}

// Without an address there is nothing that needs one; with it, all pages name
// the feed and the picture.
func TestAddressOfTheSite(t *testing.T) {
	for name := range build(t, oneOfAll(t)) {
		if name == feedPath || name == sitemapPath || name == robotsPath || strings.HasSuffix(name, ".png") {
			t.Errorf("without an address there is %s", name)
		}
	}
	tr := oneOfAll(t)
	tr.Wins[0].Origin.File = "wins/w.md"
	files := build(t, published(tr))
	for name, p := range pages(t, files) {
		one := func(selector, key string) string {
			t.Helper()
			found := find(p, selector)
			if len(found) != 1 {
				t.Fatalf("%s has %d of %s", name, len(found), selector)
			}
			return attribute(found[0], key)
		}
		if href := one(`link[rel=alternate][type="application/atom+xml"][title]`, "href"); path.Join(path.Dir(name), href) != feedPath && name != notFoundPath {
			t.Errorf("%s has its feed at %s", name, href)
		}
		picture := target(t, files, one(`meta[property="og:image"]`, "content"))
		img, err := png.DecodeConfig(bytes.NewReader([]byte(files[picture])))
		if err != nil || img.Width != 1200 || img.Height != 630 || len(files[picture]) > 20_000 {
			t.Errorf("the picture is %d by %d in %d bytes, %v", img.Width, img.Height, len(files[picture]), err)
		}
		if one(`meta[property="og:image:alt"]`, "content") == "" || one(`meta[name="twitter:card"]`, "content") != "summary_large_image" {
			t.Errorf("%s has no preview", name)
		}
		want := "website"
		if name == "wins/w/index.html" {
			want = "article"
		}
		if got := one(`meta[property="og:type"]`, "content"); got != want {
			t.Errorf("%s is a %s", name, got)
		}
	}
}

var located = regexp.MustCompile(`<loc>(.*?)</loc>`)

func TestSitemap(t *testing.T) {
	for _, tt := range []struct {
		edition tracker.Edition
		allowed bool
		listed  bool
	}{{tracker.LeadersEdition, false, false}, {tracker.LeadersEdition, true, true}, {tracker.TeamEdition, true, false}} {
		tr := published(oneOfAll(t))
		tr.Strategy.Settings.SearchEngines = tt.allowed
		files := build(t, tr.Redacted(tt.edition))
		in := map[string]bool{}
		for _, m := range located.FindAllStringSubmatch(files[sitemapPath], -1) {
			in[target(t, files, m[1])] = true
		}
		for name, p := range pages(t, files) {
			moved := len(find(p, `meta[http-equiv=refresh]`)) > 0
			if want := name != notFoundPath && !moved; in[name] != want {
				t.Errorf("%+v: %s is in the sitemap: %v", tt, name, in[name])
			}
			if open := len(find(p, `meta[name=robots][content=noindex]`)) == 0; open != (tt.listed && !moved) {
				t.Errorf("%+v: %s may be listed: %v", tt, name, open)
			}
		}
		if len(in) < 20 {
			t.Errorf("only %d pages are in the sitemap", len(in))
		}
		if robots := files[robotsPath]; strings.Contains(robots, "Sitemap: "+fen+"/sitemap.xml") != tt.listed || !strings.HasPrefix(robots, "User-agent: *\nAllow: /\n") {
			t.Errorf("%+v: robots are told %q", tt, robots)
		}
	}
}

// A sitemap lists no more than it may.
func TestSitemapOfManyPages(t *testing.T) {
	dir, place := newTracker(t)
	out := create(t, place, dir)
	b := &builder{site: &Site{BaseURL: fen}, out: out}
	if err := b.saveSitemaps(make([]string, sitemapMost+1)); err != nil {
		t.Fatal(err)
	}
	if err := out.Commit(); err != nil {
		t.Fatal(err)
	}
	files := tree(t, place)
	for name, want := range map[string]int{sitemapPath: 2, "sitemap-1.xml": sitemapMost, "sitemap-2.xml": 1} {
		if got := len(located.FindAllString(files[name], -1)); got != want {
			t.Errorf("%s lists %d, want %d", name, got, want)
		}
	}
	if !strings.Contains(files[sitemapPath], "<sitemapindex") || !strings.Contains(files[sitemapPath], fen+"/sitemap-2.xml") {
		t.Errorf("the list of sitemaps is %s", files[sitemapPath])
	}
}
