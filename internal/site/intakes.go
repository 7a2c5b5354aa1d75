package site

import (
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

func (b *builder) intakesPage() *intakesPage {
	p := &intakesPage{Page: b.page("intakes/index.html", "intakes", "What was asked, and what was agreed",
		"Every request to L&D"+b.ofOrganisation()+", by where it stands.")}
	if len(b.t.Intakes) > 0 {
		p.SearchURL = b.searchURL(p.Page, "intake")
		p.Standfirst = b.say(p.Root, strings.TrimRight(b.f.Requested.Headline(), ".")+".", counted{b.f.Requested.Ratio.String(), "requested/widened"})
		if b.f.Requested.Missing != "" {
			p.Standfirst = plain("In the words of those who asked, by where it stands. An order is a fine place to start.")
		}
	}
	for _, status := range statusOrder {
		g := intakeGroup{
			ID: string(status), Label: tracker.Statuses.Label(string(status)),
			Definition: tracker.Statuses.Definition(string(status)),
		}
		for _, in := range newestFirst(b.t.Intakes) {
			if in.Status == status {
				g.Intakes = append(g.Intakes, intakeItem{b.intakeLine(p.Page, in), swap(in)})
			}
		}
		if len(g.Intakes) > 0 {
			n := count(len(g.Intakes), "request", "requests")
			g.Count = b.say(p.Root, n, counted{n, "contract/status-" + string(status)})
			p.Groups = append(p.Groups, g)
		}
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
