package site

import (
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

type boardPage struct {
	Page
	Chart         *figure
	Lanes         []boardLane
	BreaksHeading string
	Breaks        []Link
}

type boardLane struct {
	Title, URL string
	Note       said
	Rows       []lane
}

// cardsInALane keeps the board readable; the rest is one step away.
const cardsInALane = 24

func (b *builder) boardPage() *boardPage {
	p := &boardPage{Page: b.page("board/index.html", "board", "How the small things add up", "")}
	if len(b.t.Wins) > 0 {
		p.Heading = "How single wins add up to what the business wants"
		p.Standfirst = plain("From the outcomes of the business down to single wins. A win may count toward more than one outcome, so the numbers below do not add up to a total.")
		p.Chart = b.chainFigure(&p.Page)
	}
	p.Description = b.f.Chain.Headline()
	for _, bo := range b.f.Chain.Board {
		wins := count(bo.Wins, "win", "wins")
		note := append(movedNumbers(b.f.Story(bo.Outcome)), counted{wins, receiptOf("chain", bo.Outcome.ID, "below")})
		p.Lanes = append(p.Lanes, boardLane{
			Title: bo.Outcome.Title, URL: p.url(outcomePath(bo.Outcome)),
			Note: b.say(p.Root, upperFirst(b.change(bo.Outcome))+"; "+wins+" below it.", note...),
			Rows: b.lanes(p.Page, bo, cardsInALane, func(pr *tracker.Priority) string {
				if pr == nil {
					return receiptOf("chain", bo.Outcome.ID, "direct")
				}
				return receiptOf("chain", pr.ID, receiptOf("to", bo.Outcome.ID, ""))
			}),
		})
	}
	for _, bp := range b.f.Chain.Loose {
		tag := b.priority(p.Page, bp.Priority)
		l := b.lane(p.Page, bp.Wins, cardsInALane, receiptOf("coverage", bp.Priority.ID, "wins"))
		l.Priority = &tag
		if l.Rest != nil {
			l.Rest.URL = tag.URL
		}
		p.Lanes = append(p.Lanes, boardLane{Title: "Leads to no outcome yet", URL: tag.URL, Note: plain("This priority names no outcome."), Rows: []lane{l}})
	}
	unlinked := 0
	for _, br := range b.f.Chain.Breaks {
		if br.Kind == insight.WinUnlinked {
			unlinked++
			continue
		}
		link := Link{Title: br.Text}
		switch {
		case br.Priority != nil:
			link.URL = p.url(priorityPath(br.Priority))
		case br.Outcome != nil:
			link.URL = p.url(outcomePath(br.Outcome))
		case br.Win != nil:
			link.URL = p.url(winPath(br.Win))
		}
		p.Breaks = append(p.Breaks, link)
	}
	if unlinked > 0 {
		p.Breaks = append(p.Breaks, Link{upperFirst(count(unlinked, "win names", "wins name")) + " no priority and no outcome, and nothing is wrong with that.", p.url("priorities/index.html#unlinked")})
	}
	p.BreaksHeading = "Where the chain does not go on"
	return p
}
