package site

import (
	"slices"
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// changesTables are those of /changes/.
func (b *builder) changesTables(root string) []tableFigure {
	return []tableFigure{b.sidesTable(root), b.aloneTable(root)}
}

// foundOrder puts what did not change first: it is what can be set up
// differently.
var foundOrder = []tracker.Verdict{
	tracker.VerdictWorse, tracker.VerdictNoChange, tracker.VerdictUnknown, tracker.VerdictPartly, tracker.VerdictChanged,
}

// sidesTable sets Delivered beside Changed for each evaluated request
// (requirement 000-18).
func (b *builder) sidesTable(root string) tableFigure {
	d := &b.f.Delivered
	t := tableFigure{
		id: "delivered-and-changed", section: "changes", about: "delivered", receipt: "delivered/nothing-changed",
		finding: "What was delivered is one thing, what changed another",
		measure: "Every request that somebody went back to, those where nothing changed first.",
		source:  "From the records under intakes/." + b.excluded(d.Excluded),
		table:   charts.Table{Head: []string{"Request", "Delivered", "Changed"}},
	}
	for _, verdict := range foundOrder {
		for _, g := range d.ByVerdict {
			if g.Verdict != verdict {
				continue
			}
			for _, in := range g.Intakes {
				t.table.Rows = append(t.table.Rows, []charts.Cell{
					{Text: in.Title, Href: href(root, intakePath(in))}, cell(deliveredText(in)), cell(changedText(in)),
				})
			}
		}
	}
	return t
}

// deliveredText says what L&D handed over, and when.
func deliveredText(in *tracker.Intake) string {
	text := solutions(in.Agreed, "nothing that was built")
	if text == "" {
		text = "delivered"
	}
	if !in.DeliveredOn.IsZero() {
		text += ", on " + longDay(in.DeliveredOn)
	}
	return sentenced(upperFirst(text))
}

// changedText says what was found, with the readings where they can show a
// change.
func changedText(in *tracker.Intake) string {
	text := tracker.Verdicts.Label(string(in.Verdict)) + ": " + lowerFirst(tracker.Verdicts.Definition(string(in.Verdict)))
	switch m := in.Measure; {
	case isShift(m):
		return text + movedText(in)
	case m.Level != "":
		return text + " What was measured was " + strings.ToLower(tracker.Levels.Label(string(m.Level))) + ", which does not show a change in the work."
	}
	return text
}

// movedText sets the last reading between where the measure stood and what was
// agreed; "" without a reading.
func movedText(in *tracker.Intake) string {
	m, last := in.Measure, tracker.Reading{}
	for _, r := range in.Readings {
		if r.Value.Known && r.Date >= last.Date {
			last = r
		}
	}
	if !last.Value.Known {
		return ""
	}
	text := " At the last reading "
	if name := strings.TrimRight(strings.TrimSpace(m.Name), "."); name != "" {
		text = " " + upperFirst(name) + ": "
	}
	if m.Baseline.Known {
		text += "from " + insight.Change(m.Baseline.Value, last.Value.Value, m.Unit)
	} else {
		text += insight.Number(last.Value.Value, m.Unit)
	}
	if m.Target.Known {
		text += "; agreed was " + insight.Number(m.Target.Value, m.Unit)
		if !m.By.IsZero() {
			text += " by " + longDay(m.By)
		}
	}
	return text + "."
}

func (b *builder) aloneTable(root string) tableFigure {
	a := &b.f.Alone
	t := tableFigure{
		id: "alone", section: "changes", about: "alone", receipt: "alone/share", finding: a.Headline(),
		measure: "Agreed requests, one dot each by the quarter of the request, and on whose side each part of the change lies. A part that both sides have counts for both.",
		source:  "From the records under intakes/." + b.excluded(a.Excluded),
		after:   "Who controls everything carries all of the risk. It is worth asking before the work begins: what part of this change are you willing to lead?",
		table:   charts.Table{Head: []string{"Part of the change", "The business", "L&D", "Nobody yet"}},
	}
	if len(a.Cases) == 0 {
		return t
	}
	share := func(part, side string, some []*tracker.Intake) charts.Cell {
		return b.share(root, "alone/"+part+"-"+side, insight.Ratio{N: len(some), D: len(a.Cases)})
	}
	for _, x := range a.Parts {
		t.table.Rows = append(t.table.Rows, slices.Concat([]charts.Cell{cell(x.Label)}, []charts.Cell{
			share(x.ID, "business", x.Business), share(x.ID, "team", x.Team), share(x.ID, "nobody", x.Nobody),
		}))
	}
	return t
}
