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
	p := &intakesPage{Page: b.page(listPath("intakes", n), "intakes", b.words.Text("intakes.title"),
		b.words.Text("intakes.description", "named", yesOr(b.site.Organisation != ""), "organisation", b.site.Organisation))}
	if len(b.t.Intakes) > 0 {
		p.SearchURL = b.searchURL(p.Page, "intake")
		p.Standfirst = b.say(p.Root, strings.TrimRight(b.f.Requested.Headline(), ".")+".", counted{b.f.Requested.Ratio.In(b.words), "requested/widened"})
		if b.f.Requested.Missing != "" {
			p.Standfirst = plain(b.words.Text("intakes.standfirst"))
		}
	}
	b.paged(&p.Page, "intakes", b.words.Text("nav.intakes"), b.words.Text("intakes.before"), b.words.Text("intakes.after"), n, listPages(len(b.t.Intakes)))
	total := map[tracker.Status]int{}
	for _, in := range b.t.Intakes {
		total[in.Status]++
	}
	board := intakeBoard(b.t.Intakes)
	for _, in := range board[n*onAListPage : min(len(board), (n+1)*onAListPage)] {
		if k := len(p.Groups); k == 0 || p.Groups[k-1].ID != string(in.Status) {
			p.Groups = append(p.Groups, intakeGroup{
				ID: string(in.Status), Label: b.words.Label(&tracker.Statuses, string(in.Status)),
				Definition: b.words.Definition(&tracker.Statuses, string(in.Status)),
			})
		}
		g := &p.Groups[len(p.Groups)-1]
		line := b.intakeLine(p.Page, in)
		line.Status = "" // the group says it
		g.Intakes = append(g.Intakes, intakeItem{line, b.swap(in)})
	}
	for i := range p.Groups {
		g := &p.Groups[i]
		all := total[tracker.Status(g.ID)]
		requests := b.words.Text("common.requests", "n", all)
		g.Count = b.say(p.Root, b.partOf(len(g.Intakes), requests, all), counted{requests, "contract/status-" + g.ID})
	}
	return p
}

// swap sets what was asked for beside what was agreed.
func (b *builder) swap(in *tracker.Intake) string {
	var told []string
	if asked := b.requestedText(in); asked != "" {
		told = append(told, b.words.Text("intakes.asked", "what", asked))
	}
	if agreed := b.agreedText(in); agreed != "" {
		told = append(told, b.words.Text("intakes.agreed", "what", agreed))
	}
	return strings.Join(told, " ")
}
