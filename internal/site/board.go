package site

import (
	"smallwins/internal/insight"
	"smallwins/internal/message"
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
	p := &boardPage{Page: b.page("board/index.html", "board", b.words.Text("board.title"), "")}
	if len(b.t.Wins) > 0 {
		p.Heading = b.words.Text("board.heading")
		p.Standfirst = plain(b.words.Text("board.standfirst"))
		p.Chart = b.chainFigure(&p.Page)
	}
	p.Description = b.f.Chain.Headline()
	for _, bo := range b.f.Chain.Board {
		wins := b.words.Text("common.wins", "n", bo.Wins)
		note := append(b.movedNumbers(b.f.Story(bo.Outcome)), counted{wins, receiptOf("chain", bo.Outcome.ID, "below")})
		p.Lanes = append(p.Lanes, boardLane{
			Title: bo.Outcome.Title, URL: p.url(outcomePath(bo.Outcome)),
			Note: b.say(p.Root, b.words.Text("board.below", "change", message.UpperFirst(b.change(bo.Outcome)), "wins", wins), note...),
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
		p.Lanes = append(p.Lanes, boardLane{Title: b.words.Text("board.loose"), URL: tag.URL, Note: plain(b.words.Text("board.loose-note")), Rows: []lane{l}})
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
		p.Breaks = append(p.Breaks, Link{b.words.Text("board.unlinked", "n", unlinked), p.url("priorities/index.html#unlinked")})
	}
	p.BreaksHeading = b.words.Text("board.breaks")
	return p
}
