package site

import (
	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// coachingPage is where help would help: by area, and by name only where a
// person asked for it.
type coachingPage struct {
	Page
	Silent         string // why there is nothing to say; the rest is empty then
	Gaps           *figure
	NoGaps         string
	UnclearHeading said
	Unclear        []WinLine
	UnusedHeading  said
	Unused         []tracker.Term
	Help           []helpView
	HelpReceipt    string
	LeftOut        string
	AboutURL       string
}

// helpView is what somebody asked for in a win of their own.
type helpView struct {
	By   string
	Win  WinLine
	Text More
}

func (b *builder) coachingPage() *coachingPage {
	c := &b.f.Coaching
	p := &coachingPage{Page: b.teamsPage(coachingPath, "coaching", b.words.Text("coaching.title"))}
	p.Kicker = b.words.Text("nav.coaching")
	p.Standfirst = plain(b.words.Text("coaching.standfirst"))
	p.AboutURL = p.url(insightPath("coaching"))
	if c.Missing != "" {
		p.Silent = sentenced(c.Headline())
		return p
	}
	p.Heading, p.Description = c.Headline(), sentenced(c.Headline())
	p.ReceiptURL = b.receipt(p.Root, coachingReceipt(c))
	p.Gaps = b.tableFigure(&p.Page, "coaching")
	if p.Gaps == nil {
		p.NoGaps = b.words.Text("coaching.no-gaps")
		if c.NoGaps != "" {
			p.NoGaps = sentenced(b.words.Text("insight.not-enough", "missing", c.NoGaps))
		}
	}
	p.Unclear = b.winLines(p.Page, newestFirst(c.UnclearIn))
	p.UnclearHeading = b.ofChecked(p.Root, c.Unclear)
	p.Unused = c.Unused
	unused := c.Practices.In(b.words)
	p.UnusedHeading = b.say(p.Root, b.words.Text("coaching.unused", "share", unused, "n", c.Practices.N), counted{unused, "coaching/unused"})
	if c.Practices.N == 0 {
		p.UnusedHeading = plain(b.words.Text("coaching.all-used"))
	}
	for _, h := range c.HelpWanted {
		p.Help = append(p.Help, helpView{h.Member.Shown(), b.winLine(p.Page, h.Win), More{HTML: p.html(h.Text)}})
	}
	p.HelpReceipt = b.receipt(p.Root, "coaching/help-wanted")
	p.LeftOut = b.excluded(c.Excluded)
	return p
}

func (b *builder) ofChecked(root string, r insight.Ratio) said {
	switch {
	case r.D == 0:
		return plain(b.words.Text("coaching.unclear.none-read"))
	case r.N == 0:
		return plain(b.words.Text("coaching.unclear.none"))
	}
	share := r.In(b.words)
	return b.say(root, b.words.Text("coaching.unclear", "share", share, "n", r.N, "of", r.D), counted{share, "coaching/unclear"})
}

// coachingReceipt is that of the number in the headline.
func coachingReceipt(c *insight.Coaching) string {
	if len(c.Gaps) > 0 {
		return "coaching/open-" + c.Gaps[0].ID
	}
	return "coaching/unused"
}

// coachingTable is the contract questions that were left open.
func (b *builder) coachingTable(root string) tableFigure {
	c := &b.f.Coaching
	t := tableFigure{
		id: "coaching", section: "team", about: "coaching", finding: b.words.Text("coaching.gaps"),
		measure: b.words.Text("coaching.gaps.measure"),
		source:  b.fromIntakes(nil),
		table:   charts.Table{Head: b.heads("coaching.gaps.question", "coaching.gaps.open")},
	}
	for _, g := range c.Gaps {
		question := g.Question
		if question == "" {
			question = g.Label
		}
		open := insight.Ratio{N: len(g.Without), D: len(g.With) + len(g.Without)}
		t.table.Rows = append(t.table.Rows, []charts.Cell{cell(question), b.share(root, "coaching/open-"+g.ID, open)})
	}
	return t
}
