package site

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// receiptLink is a link from a page to a place on a page about an insight.
type receiptLink struct{ page, target, anchor, text string }

func receiptLinks(parsed map[string]*html.Node) []receiptLink {
	var links []receiptLink
	for name, p := range parsed {
		for _, a := range find(p, "main a[href*='about/']") {
			to, anchor, _ := strings.Cut(attribute(a, "href"), "#")
			if anchor != "" {
				links = append(links, receiptLink{name, path.Join(path.Dir(name), to), anchor, textOf(a)})
			}
		}
	}
	return links
}

var aNumber = regexp.MustCompile(`\d[\d,]*`)

// counts reads the number that a text begins with; "7 wins and 1 request" is 8.
func counts(text string) (n int, ok bool) {
	for _, part := range strings.Split(text, " and ") {
		if digits := aNumber.FindString(part); digits != "" {
			k, err := strconv.Atoi(strings.ReplaceAll(digits, ",", ""))
			n, ok = n+k, err == nil
			continue
		}
		word := strings.ToLower(strings.Fields(part)[0])
		k := -1
		for i := range 10 {
			if message.English().CountWord(i) == word {
				k = i
			}
		}
		if k < 0 {
			return 0, false
		}
		n, ok = n+k, true
	}
	return n, ok
}

// broken says what is wrong with the links to receipts: a place that is not
// there, or another number there than the link has.
func broken(parsed map[string]*html.Node) []string {
	var wrong []string
	ids := map[string]map[string]*html.Node{}
	for name, p := range parsed {
		ids[name] = map[string]*html.Node{}
		for _, n := range find(p, "[id]") {
			ids[name][attribute(n, "id")] = n
		}
	}
	for _, l := range receiptLinks(parsed) {
		place := ids[l.target][l.anchor]
		if place == nil {
			wrong = append(wrong, fmt.Sprintf("%s: %q leads to %s#%s, which is not there", l.page, l.text, l.target, l.anchor))
			continue
		}
		if l.text == "Receipts" || attribute(place, "class") != "receipt" {
			continue
		}
		heading := textOf(find(place, "h3")[0])
		if strings.HasSuffix(heading, ": "+l.text) {
			continue
		}
		linked, ok := counts(l.text)
		counted, known := counts(strings.Split(heading[strings.LastIndex(heading, ": ")+2:], " and ")[0])
		if !ok || !known || linked != counted {
			wrong = append(wrong, fmt.Sprintf("%s: %q leads to %q", l.page, l.text, heading))
		}
	}
	return wrong
}

// Every number that leads to a receipt leads to one that is there and has the
// same number. Small trackers are held to it where they are tested.
func TestNumbersLeadToTheirReceipts(t *testing.T) {
	seen := map[string]bool{}
	for name, tr := range map[string]*tracker.Tracker{"one of everything": oneOfAll(t), "hostile": hostileTracker(t), "silent": silent(t),
		"changing": changing(t), "promising": promising(t), "repeating": repeating(t), "speaking": speaking(t)} {
		for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
			parsed := pages(t, build(t, tr.Redacted(edition)))
			for _, w := range broken(parsed) {
				t.Errorf("%s, %s: %s", name, edition, w)
			}
			for _, l := range receiptLinks(parsed) {
				kind := strings.Split(l.page, "/")
				if len(kind) == 3 {
					kind[1] = "one"
				}
				seen[strings.Join(kind, "/")] = true
			}
		}
	}
	for _, page := range []string{
		"index.html", "priorities/index.html", "priorities/one/index.html", "outcomes/index.html", "outcomes/one/index.html",
		"board/index.html", "intakes/index.html", "intakes/one/index.html", "wins/index.html", "partnership/index.html",
		"changes/index.html", "promises/index.html", "playbook/index.html", "voices/index.html",
	} {
		if !seen[page] {
			t.Errorf("no number on %s leads to a receipt", page)
		}
	}
}

// The check above finds what it is there to find.
func TestBrokenReceiptsAreFound(t *testing.T) {
	page := func(body string) *html.Node {
		n, err := html.Parse(strings.NewReader("<main>" + body + "</main>"))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	about := page(`<section class="receipt" id="p-wins"><h3>Wins: 9 of 36</h3></section>`)
	for link, want := range map[string]int{
		`<a href="about/x/index.html#p-wins">9 wins</a>`: 0, `<a href="about/x/index.html#p-wins">9 of 36</a>`: 0,
		`<a href="about/x/index.html#p-wins">nine</a>`: 0, `<a href="about/x/index.html#p-wins">7 wins and 2 requests</a>`: 0,
		`<a href="about/x/index.html#p-wins">8 wins</a>`: 1, `<a href="about/x/index.html#p-wins">many</a>`: 1,
		`<a href="about/x/index.html#q">9 wins</a>`: 1, `<a href="about/y/index.html#p-wins">9 wins</a>`: 1,
	} {
		if got := broken(map[string]*html.Node{"index.html": page(link), "about/x/index.html": about}); len(got) != want {
			t.Errorf("%s: %q", link, got)
		}
	}
}

// Each finding of the front page is three clicks from its records: to the
// receipt, to its list, to the record.
func TestFindingsOfTheFrontPageLeadToRecords(t *testing.T) {
	tr := oneOfAll(t)
	tr.Strategy.Priorities = append(tr.Strategy.Priorities, &tracker.Priority{ID: "still", Title: "Still", From: today.AddDays(-400)})
	parsed := pages(t, build(t, tracker.New(tr.Strategy, tr.Wins, tr.Intakes, tr.Census)))
	home := parsed["index.html"]
	for finding, want := range map[string]string{
		".opener .chart-foot a": "../../outcomes/loyal/index.html",   // outcomes that moved
		".part > .chart-foot a": "../../priorities/still/index.html", // quiet priorities
	} {
		links := find(home, finding)
		if len(links) != 1 {
			t.Fatalf("%d links for %s", len(links), finding)
		}
		to, anchor, _ := strings.Cut(attribute(links[0], "href"), "#")
		if len(find(parsed[to], fmt.Sprintf("#%s details a[href=%q]", anchor, want))) == 0 {
			t.Errorf("%s: %s#%s does not list %s", finding, to, anchor, want)
		}
	}
	decisions := find(home, ".decisions li strong a")
	if len(decisions) == 0 {
		t.Fatal("nothing needs a decision")
	}
	for _, a := range decisions {
		if parsed[attribute(a, "href")] == nil {
			t.Errorf("the decision on %s leads nowhere", textOf(a))
		}
	}
}

func TestNumbersInTexts(t *testing.T) {
	b, _, err := newBuilder(oneOfAll(t), &look{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	b.showReceipts()
	const id = "coverage/calls/wins"
	for _, tt := range []struct {
		text, number, receipt string
		want                  string // the text, with what is linked in brackets
	}{
		{"In that time 1 win was aimed at it.", "1 win", id, "In that time [1 win] was aimed at it."},
		{"11 wins, 1 win", "1 win", id, "11 wins, [1 win]"},
		{"11 wins", "1 win", id, "11 wins"},
		{"1 wins", "1 win", id, "1 wins"},
		{"", "1 win", id, ""}, {"1 win", "", id, "1 win"},
		{"1 win", "1 win", "coverage/calls/nothing", "1 win"},
		{"é1 é", "é", id, "é1 [é]"},
		{"3\u00a0von 8, in 3 von\u00a08 Fällen", "3 von\u00a08", id, "[3\u00a0von 8], in 3 von\u00a08 Fällen"},
		{"Von 0 auf 3", "von 0 auf 3", id, "[Von 0 auf 3]"},
		{"共3次", "3", id, "共[3]次"},
		{"13 von 8, 3 von 8", "3\u00a0von\u00a08", id, "13 von 8, [3 von 8]"},
	} {
		got := ""
		s := b.say("", tt.text, counted{tt.number, tt.receipt})
		for _, part := range s {
			if part.URL != "" {
				part.Title = "[" + part.Title + "]"
			}
			got += part.Title
		}
		if got != tt.want || s.String() != tt.text {
			t.Errorf("%q in %q: %q", tt.number, tt.text, got)
		}
	}
}

// An insight with more numbers than a page takes goes on, so that the numbers of
// the last record lead to their receipts as those of the first do.
func TestManyReceiptsTakePages(t *testing.T) {
	var intakes []*tracker.Intake
	for i := range 120 {
		intakes = append(intakes, &tracker.Intake{ID: tracker.ID("r" + strconv.Itoa(i)), Title: "Request", Stakeholder: "ada", Status: tracker.StatusAgreed, RequestedOn: today.AddDays(-i), AgreedOn: today})
	}
	files := pages(t, build(t, trackerOf(t, nil, nil, intakes)))
	for _, name := range []string{"intakes/r0/index.html", "intakes/r119/index.html"} {
		links := find(files[name], `a[href*="about/contract/"][href*="#"]`)
		if len(links) == 0 {
			t.Fatalf("%s: no number leads to its receipt", name)
		}
		for _, a := range links {
			address, anchor, _ := strings.Cut(attribute(a, "href"), "#")
			target := files[strings.TrimPrefix(address, "../../")]
			if target == nil || len(find(target, `[id="`+anchor+`"]`)) != 1 {
				t.Errorf("%s: %s leads nowhere", name, attribute(a, "href"))
			}
		}
	}
	second := files["about/contract/~2/index.html"]
	if second == nil || len(find(second, ".pager a[rel=prev]")) != 1 || len(find(second, "#left-out, .facts")) != 0 {
		t.Error("the second page has no way back, or repeats the first")
	}
}
