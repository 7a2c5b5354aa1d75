package site

import (
	"slices"
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
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
		finding: b.words.Text("changes.sides"),
		measure: b.words.Text("changes.sides.measure"),
		source:  b.fromIntakes(d.Excluded),
		table:   charts.Table{Head: b.heads("tables.request", "changes.sides.delivered", "changes.sides.changed")},
	}
	for _, verdict := range foundOrder {
		for _, g := range d.ByVerdict {
			if g.Verdict != verdict {
				continue
			}
			for _, in := range g.Intakes {
				t.table.Rows = append(t.table.Rows, []charts.Cell{
					{Text: in.Title, Href: href(root, intakePath(in))}, cell(b.deliveredText(in)), cell(b.changedText(in)),
				})
			}
		}
	}
	return t
}

// deliveredText says what L&D handed over, and when.
func (b *builder) deliveredText(in *tracker.Intake) string {
	text := b.solutions(in.Agreed, b.words.Text("changes.sides.nothing-built"))
	if text == "" {
		text = b.words.Text("changes.sides.something")
	}
	if !in.DeliveredOn.IsZero() {
		text = b.words.Text("changes.sides.on", "what", text, "day", in.DeliveredOn)
	}
	return sentenced(message.UpperFirst(text))
}

// changedText says what was found, with the readings where they can show a
// change.
func (b *builder) changedText(in *tracker.Intake) string {
	verdict := string(in.Verdict)
	text := b.words.Label(&tracker.Verdicts, verdict) + ": " + b.words.Inside(b.words.Definition(&tracker.Verdicts, verdict))
	switch m := in.Measure; {
	case isShift(m):
		return text + b.movedText(in)
	case m.Level != "":
		return text + " " + b.words.Text("changes.sides.no-shift", "level", b.words.Inside(b.words.Label(&tracker.Levels, string(m.Level))))
	}
	return text
}

// movedText sets the last reading between where the measure stood and what was
// agreed; "" without a reading.
func (b *builder) movedText(in *tracker.Intake) string {
	m, last := in.Measure, tracker.Reading{}
	for _, r := range in.Readings {
		if r.Value.Known && r.Date >= last.Date {
			last = r
		}
	}
	if !last.Value.Known {
		return ""
	}
	text := b.words.Number(last.Value.Value, m.Unit)
	if m.Baseline.Known {
		text = b.words.Text("changes.sides.from", "change", b.words.Change(m.Baseline.Value, last.Value.Value, m.Unit))
	}
	if name := strings.TrimRight(strings.TrimSpace(m.Name), "."); name != "" {
		text = message.UpperFirst(name) + ": " + text
	} else {
		text = b.words.Text("changes.sides.last-reading", "value", text)
	}
	if m.Target.Known {
		target := b.words.Number(m.Target.Value, m.Unit)
		if m.By.IsZero() {
			text += "; " + b.words.Text("changes.sides.agreed", "target", target)
		} else {
			text += "; " + b.words.Text("changes.sides.agreed-by", "target", target, "day", m.By)
		}
	}
	return " " + text + "."
}

func (b *builder) aloneTable(root string) tableFigure {
	a := &b.f.Alone
	t := tableFigure{
		id: "alone", section: "changes", about: "alone", receipt: "alone/share", finding: a.Headline(),
		measure: b.words.Text("changes.alone.measure"),
		source:  b.fromIntakes(a.Excluded),
		after:   b.words.Text("changes.alone.after"),
		table:   charts.Table{Head: b.heads("changes.alone.part", "changes.alone.business", "changes.alone.team", "changes.alone.nobody")},
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
