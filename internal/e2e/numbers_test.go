package e2e

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The front page promises that every figure opens what it was counted from, and
// that nobody is more than three clicks from the wins behind it.

// countWord is what a count looks like in running text: not a part of a date, a
// quarter, a version or a word.
var (
	countWord = regexp.MustCompile(`(^|[\s(])([0-9][0-9,]*)([\s.,;:)?]|$)`)
	dateWords = regexp.MustCompile(`[0-9]{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( [0-9]{4})?|(January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}|[0-9]{4} Q[1-4]|[Ww]eek [0-9]{1,2}|[0-9]{4}-W[0-9]{2}|more than [0-9]+ days|last [0-9]+ days|in [0-9]+ days`)
)

// unlinkedNumbers returns the numbers in the text of a page that lead nowhere.
// What authors wrote, machine-readable days, code, pictures and fields of forms
// are left out.
func unlinkedNumbers(n *html.Node) (found []string) {
	if n.Type == html.ElementNode {
		switch n.Data {
		case "a", "time", "code", "pre", "svg", "script", "style", "select", "title", "head", "blockquote", "footer":
			return nil
		}
		for _, class := range strings.Fields(attr(n, "class")) {
			switch class {
			case "prose", "title", "state", "chart-foot", "kicker":
				return nil
			}
		}
		// The number in a finding opens from the foot of its figure.
		if n.Data == "figcaption" && strings.Contains(strings.Join(texts(n.Parent, ".chart-foot a"), " "), "Receipts") {
			return nil
		}
	}
	if n.Type == html.TextNode {
		ours, _, _ := strings.Cut(n.Data, "Also at work:") // in the words of an author
		text := dateWords.ReplaceAllString(ours, "")
		for _, m := range countWord.FindAllStringSubmatch(text, -1) {
			if m[2] == "0" && n.Parent.Data == "td" {
				continue // nothing was counted in a whole row
			}
			found = append(found, strings.TrimSpace(n.Data)+" <"+m[2]+">")
		}
	}
	for c := range n.ChildNodes() {
		found = append(found, unlinkedNumbers(c)...)
	}
	return found
}

func TestNumbersOnTheFrontPageOpenWhatTheyCount(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		home := s.pages["index.html"]
		for _, n := range unlinkedNumbers(all(home, "main")[0]) {
			t.Errorf("a number leads nowhere: %s", n)
		}
		links := all(home, "main a.num-link, main .chart-table a")
		if len(links) < 20 {
			t.Fatalf("there are %d numbers with a receipt", len(links))
		}
		for _, a := range links {
			u, err := url.Parse(attr(a, "href"))
			if err != nil {
				t.Fatal(err)
			}
			if away := s.clicksToRecords("index.html", u); away > 3 {
				t.Errorf("%q is %d clicks from a record", text(a), away)
			}
		}
	})
}

// clicksToRecords returns how many clicks it takes from a page, along a link, to
// a win, a request or the readings of an outcome; more than 3 for too many.
func (s *built) clicksToRecords(from string, u *url.URL) int {
	record := func(page string) bool {
		folder, rest, _ := strings.Cut(page, "/")
		return slices.Contains([]string{"wins", "intakes", "outcomes", "priorities"}, folder) && strings.Count(rest, "/") > 0
	}
	to := func(from string, u *url.URL) string {
		if u.Path == "" {
			return from
		}
		return path.Join(path.Dir(from), u.Path)
	}
	page := to(from, u)
	if record(page) {
		return 1
	}
	scope := s.pages[page]
	if scope == nil {
		return 99
	}
	if u.Fragment != "" {
		for _, n := range all(scope, "[id]") {
			if attr(n, "id") == u.Fragment {
				scope = n
			}
		}
	}
	for _, a := range all(scope, "a[href]") {
		if v, err := url.Parse(attr(a, "href")); err == nil && v.Host == "" && record(to(page, v)) {
			return 2
		}
	}
	if strings.Contains(text(scope), "0") { // none were counted, and that is said
		return 2
	}
	return 99
}
