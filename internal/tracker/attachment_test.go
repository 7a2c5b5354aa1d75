package tracker_test

import (
	"slices"
	"testing"

	"smallwins/internal/tracker"
)

// showing is a text that shows or links to attachments.
func showing(files ...*tracker.Attachment) tracker.Prose {
	var p tracker.Prose
	for i, a := range files {
		if i%2 == 0 {
			p.HTML += `<p><img src="` + a.Address() + `" alt=""></p>`
		} else {
			p.HTML += `<p><a href="` + a.Address() + `#page=2">x (PDF, 1 KB)</a></p>`
		}
	}
	return p
}

func TestAttachmentsFollowWhatIsLeft(t *testing.T) {
	files := map[string]*tracker.Attachment{}
	var all []*tracker.Attachment
	for _, name := range []string{"open", "both", "link", "note", "question", "later", "hidden", "hiddenlink", "pushback", "help", "slip", "stray"} {
		a := &tracker.Attachment{File: "wins/" + name + " é.pdf", Kind: "PDF", Size: 1}
		files[name], all = a, append(all, a)
	}
	link := func(a *tracker.Attachment) []tracker.Link {
		return []tracker.Link{{Title: "x", URL: "https://example.org/"}, {URL: a.Address() + "#page=3"}}
	}
	wins := []*tracker.Win{
		{ID: "a", Date: day("2026-01-01"), Why: showing(files["open"], files["both"]), Links: link(files["link"]),
			Pushback: showing(files["pushback"], files["both"]), HelpWanted: showing(files["help"]),
			More: []tracker.Note{{Label: "x", Prose: showing(files["note"])}, {Label: "pushbak", Prose: showing(files["slip"]), TeamOnly: true}}},
		{ID: "b", Date: day("2026-01-01"), Audience: tracker.AudienceTeam, Why: showing(files["both"], files["hidden"]), Links: link(files["hiddenlink"])},
		{ID: "c", Date: day("2026-03-01"), Why: showing(files["later"])},
	}
	intakes := []*tracker.Intake{{ID: "i", RequestedOn: day("2026-01-01"), Contract: tracker.Contract{Own: showing(files["question"])}}}
	tr := tracker.New(tracker.Strategy{Settings: tracker.Defaults()}, wins, intakes, tracker.Census{})
	tr.Attach(all)
	for _, c := range []struct {
		what string
		tr   *tracker.Tracker
		want []string
	}{
		{"the team, later", tr.On(day("2026-04-01")).Redacted(tracker.TeamEdition), []string{"open", "both", "link", "note", "question", "later", "hidden", "hiddenlink", "pushback", "help", "slip"}},
		{"the team", tr.On(day("2026-02-01")).Redacted(tracker.TeamEdition), []string{"open", "both", "link", "note", "question", "hidden", "hiddenlink", "pushback", "help", "slip"}},
		{"leaders", tr.On(day("2026-02-01")).Redacted(tracker.LeadersEdition), []string{"open", "both", "link", "note", "question"}},
	} {
		var got []string
		for name, a := range files {
			if slices.Contains(c.tr.Attachments, a) {
				got = append(got, name)
			}
			if known := c.tr.Attachment(a.Address()+"#x") != nil; known != slices.Contains(c.tr.Attachments, a) {
				t.Errorf("%s: %s is known: %t", c.what, name, known)
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestAboutAnAttachment(t *testing.T) {
	for _, c := range []struct {
		size int64
		want string
	}{
		{0, "PDF, 1 KB"}, {1, "PDF, 1 KB"}, {1 << 10, "PDF, 1 KB"}, {240 << 10, "PDF, 240 KB"}, {1<<20 - 1, "PDF, 1 MB"}, {1000 << 10, "PDF, 1000 KB"},
		{1 << 20, "PDF, 1 MB"}, {1<<20 + 1<<19, "PDF, 1.5 MB"}, {5 << 20, "PDF, 5 MB"},
	} {
		if got := (&tracker.Attachment{Kind: "PDF", Size: c.size}).About(); got != c.want {
			t.Errorf("%d bytes: %q, want %q", c.size, got, c.want)
		}
	}
}

func TestLinkIn(t *testing.T) {
	a := &tracker.Attachment{File: "wins/plan b.pdf"}
	for _, c := range []struct{ url, want string }{
		{"", ""}, {"https://example.org/", "https://example.org/"}, {a.Address(), "../../files/wins/plan%20b.pdf"},
	} {
		if got := (tracker.Link{URL: c.url}).In("../../"); got != c.want {
			t.Errorf("%q leads to %q, want %q", c.url, got, c.want)
		}
	}
}

func TestRelink(t *testing.T) {
	link := func(to, text string) string { return `<a href="` + tracker.RootMark + to + `">` + text + `</a>` }
	p := tracker.Prose{HTML: "<p>" + link("old", "<em>a</em>") + link("gone", `<img src="x" alt="b">`) + link("kept", "c") + `<a href="https://example.org/">d</a></p>`}
	p.Relink(func(address string) string {
		return map[string]string{"old": "new", "kept": "kept"}[address]
	})
	if want := "<p>" + link("new", "<em>a</em>") + `<img src="x" alt="b">` + link("kept", "c") + `<a href="https://example.org/">d</a></p>`; p.HTML != want {
		t.Errorf("%q, want %q", p.HTML, want)
	}
}
