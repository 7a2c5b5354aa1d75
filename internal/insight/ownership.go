package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Ownership sets verdicts beside whether the business owned a part: counts
// only, no controlled comparison (insights: "Ownership vs verdict").
type Ownership struct {
	Rows    []OwnershipRow // one for each verdict, in the order of the vocabulary
	Owned   int            // evaluated intakes with an owned commitment
	Unowned int
	Minimum int
	Missing string

	words *message.Language
}

// OwnershipRow is one verdict, with and without an owned commitment.
type OwnershipRow struct {
	Verdict tracker.Verdict
	Label   string
	Owned   []*tracker.Intake
	Unowned []*tracker.Intake
}

// EventRisk is the live intakes that nobody in the business owns and nobody
// will reinforce (insights: "Event risk").
type EventRisk struct {
	AtRisk []*Contract // agreed or building, neither owned nor reinforced
	Live   []*Contract // all that are agreed or building

	words *message.Language
}

// something reports whether the verdict says that something changed.
func (r OwnershipRow) something() bool {
	return r.Verdict == tracker.VerdictChanged || r.Verdict == tracker.VerdictPartly
}

func (f *Figures) ownership() Ownership {
	o := Ownership{Minimum: f.minimum, words: f.Words}
	for _, g := range f.Delivered.ByVerdict {
		if g.Verdict == tracker.VerdictUnknown {
			continue
		}
		row := OwnershipRow{Verdict: g.Verdict, Label: g.Label}
		for _, in := range g.Intakes {
			if f.contracts[in].Owned.Held {
				row.Owned = append(row.Owned, in)
			} else {
				row.Unowned = append(row.Unowned, in)
			}
		}
		o.Owned += len(row.Owned)
		o.Unowned += len(row.Unowned)
		o.Rows = append(o.Rows, row)
	}
	if o.Owned < f.minimum || o.Unowned < f.minimum {
		o.Missing = f.Words.Text("insight.ownership.needs", "owned", o.Owned, "unowned", o.Unowned, "minimum", f.minimum)
	}
	return o
}

// Headline sets counts side by side and compares nothing.
func (o *Ownership) Headline() string {
	if o.Missing != "" {
		return o.words.Text("insight.not-enough", "missing", o.Missing)
	}
	owned, unowned := Ratio{D: o.Owned}, Ratio{D: o.Unowned}
	for _, row := range o.Rows {
		if row.something() {
			owned.N += len(row.Owned)
			unowned.N += len(row.Unowned)
		}
	}
	return o.words.Text("insight.ownership.headline", "owned", owned.In(o.words), "ofOwned", owned.D, "others", unowned.In(o.words), "ofOthers", unowned.D)
}

func (f *Figures) eventRisk() EventRisk {
	e := EventRisk{words: f.Words}
	for _, c := range f.Contracts {
		if c.Intake.Status != tracker.StatusAgreed && c.Intake.Status != tracker.StatusBuilding {
			continue
		}
		e.Live = append(e.Live, c)
		if !c.Owned.Held && !c.Reinforcement.Held {
			e.AtRisk = append(e.AtRisk, c)
		}
	}
	return e
}

// Headline says how many live intakes may end as an event or, where none may, so.
func (e *EventRisk) Headline() string {
	switch r := (Ratio{len(e.AtRisk), len(e.Live)}); {
	case r.D == 0:
		return e.words.Text("insight.event-risk.headline.none")
	case r.N == 0:
		return e.words.Text("insight.event-risk.headline.safe", "n", r.D)
	default:
		return e.words.Text("insight.event-risk.headline", "share", r.In(e.words), "n", r.N, "of", r.D)
	}
}
