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
	p := &coachingPage{Page: b.teamsPage(coachingPath, "coaching", "Where help would help")}
	p.Kicker = "Coaching"
	p.Standfirst = plain("Areas for all of us, and people only where they asked. It says nothing about how well anybody does their work.")
	p.AboutURL = p.url(insightPath("coaching"))
	if c.Missing != "" {
		p.Silent = sentenced(c.Headline())
		return p
	}
	p.Heading, p.Description = c.Headline(), sentenced(c.Headline())
	p.ReceiptURL = b.receipt(p.Root, coachingReceipt(c))
	p.Gaps = b.tableFigure(&p.Page, "coaching")
	if p.Gaps == nil {
		p.NoGaps = "Every contract question has an answer in each request that was agreed."
		if c.NoGaps != "" {
			p.NoGaps = "Not enough data yet: " + c.NoGaps + "."
		}
	}
	p.Unclear = b.winLines(p.Page, newestFirst(c.UnclearIn))
	p.UnclearHeading = b.ofChecked(p.Root, c.Unclear)
	p.Unused = c.Unused
	unused := c.Practices.String()
	p.UnusedHeading = b.say(p.Root, unused+" practices were not used in the period", counted{unused, "coaching/unused"})
	if c.Practices.N == 0 {
		p.UnusedHeading = plain("Every practice was used in the period")
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
		return plain("No text on how to repeat a win has been read by a colleague yet")
	case r.N == 0:
		return plain("Every text on how to repeat a win that was read was clear")
	}
	return b.say(root, r.String()+" texts on how to repeat a win could be clearer", counted{r.String(), "coaching/unclear"})
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
		id: "coaching", section: "team", about: "coaching", finding: "Contract questions that were left open",
		measure: "Requests that were agreed, and in how many of them a question has no answer that counts.",
		source:  "From the records under intakes/.",
		table:   charts.Table{Head: []string{"Question", "Left open"}},
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
