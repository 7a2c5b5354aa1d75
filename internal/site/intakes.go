package site

import (
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

type intakesPage struct {
	Page
	SearchURL string
	Groups    []intakeGroup
}

type intakeGroup struct {
	ID, Label, Definition string
	Count                 said
	Intakes               []intakeItem
}

type intakeItem struct {
	IntakeLine
	Swap string
}

// statusOrder is that of the board: what is under way first, then what was
// found, then the other ends.
var statusOrder = []tracker.Status{
	tracker.StatusRequested, tracker.StatusExploring, tracker.StatusAgreed, tracker.StatusBuilding,
	tracker.StatusDelivered, tracker.StatusEvaluated,
	tracker.StatusWaitlisted, tracker.StatusRedirected, tracker.StatusDeclined, tracker.StatusWithdrawn,
}

// intakeBoard is all requests in the order of the board; of one status, the
// newest first.
func intakeBoard(intakes []*tracker.Intake) []*tracker.Intake {
	board := newestFirst(intakes)
	slices.SortStableFunc(board, func(a, b *tracker.Intake) int {
		return slices.Index(statusOrder, a.Status) - slices.Index(statusOrder, b.Status)
	})
	return board
}

func (b *builder) intakesPage(n int) *intakesPage {
	p := &intakesPage{Page: b.page(listPath("intakes", n), "intakes", "What was asked, and what was agreed",
		"Every request to L&D"+b.ofOrganisation()+", by where it stands.")}
	if len(b.t.Intakes) > 0 {
		p.SearchURL = b.searchURL(p.Page, "intake")
		p.Standfirst = b.say(p.Root, strings.TrimRight(b.f.Requested.Headline(), ".")+".", counted{b.f.Requested.Ratio.String(), "requested/widened"})
		if b.f.Requested.Missing != "" {
			p.Standfirst = plain("In the words of those who asked, by where it stands. An order is a fine place to start.")
		}
	}
	p.paged("intakes", "Requests", "Earlier on the board", "Further on the board", n, listPages(len(b.t.Intakes)))
	total := map[tracker.Status]int{}
	for _, in := range b.t.Intakes {
		total[in.Status]++
	}
	board := intakeBoard(b.t.Intakes)
	for _, in := range board[n*onAListPage : min(len(board), (n+1)*onAListPage)] {
		if k := len(p.Groups); k == 0 || p.Groups[k-1].ID != string(in.Status) {
			p.Groups = append(p.Groups, intakeGroup{
				ID: string(in.Status), Label: tracker.Statuses.Label(string(in.Status)),
				Definition: tracker.Statuses.Definition(string(in.Status)),
			})
		}
		g := &p.Groups[len(p.Groups)-1]
		line := b.intakeLine(p.Page, in)
		line.Status = "" // the group says it
		g.Intakes = append(g.Intakes, intakeItem{line, swap(in)})
	}
	for i := range p.Groups {
		g := &p.Groups[i]
		all := total[tracker.Status(g.ID)]
		requests := count(all, "request", "requests")
		g.Count = b.say(p.Root, partOf(len(g.Intakes), requests, all), counted{requests, "contract/status-" + g.ID})
	}
	return p
}

// swap sets what was asked for beside what was agreed.
func swap(in *tracker.Intake) string {
	asked := requestedText(in)
	agreed := solutions(in.Agreed, "that nothing be built")
	switch {
	case asked == "" && agreed == "":
		return ""
	case agreed == "":
		return "Asked for: " + asked + "."
	case asked == "":
		return "Agreed: " + agreed + "."
	}
	return "Asked for: " + asked + ". Agreed: " + agreed + "."
}
