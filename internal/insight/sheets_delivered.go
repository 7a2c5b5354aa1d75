package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func deliveredDefinition(f *Figures) Definition {
	return Definition{
		ID:         "delivered",
		Title:      "Delivered, and nothing changed",
		Definition: "Evaluated requests with the verdict “no change” or “worse”, out of the evaluated requests with a verdict other than “could not tell”. A verdict is flagged when the last reading, taken after the delivery, does not agree with it: “changed”, and the reading is the baseline, differs from it by less than what the contract calls meaningful, or moved the other way; “partly changed”, and it moved the other way; “no change”, and it moved by what is meaningful, or as wanted up to the target; “worse”, and it moved as wanted by what is meaningful. Which way is wanted is what the measure says, else what follows from baseline and target; measures of activity, reaction and learning are left alone. " + verdictDay,
		Reason:     "A case without a change shows which condition was missing, and that can be redesigned.",
		Limits:     "A verdict is a judgement. It is no verdict on people.",
		NotEnough:  f.fewer(),
		Audience:   "L&D lead, leaders",
		Decision:   "What to redesign around the work",
	}
}

func deliveredSheet(f *Figures) Sheet {
	d := &f.Delivered
	s := Sheet{Definition: deliveredDefinition(f), Headline: d.Headline(), Missing: d.Missing, Minimum: d.Minimum, Excluded: d.Excluded}
	s.add(outOf("delivered/nothing-changed", "No change, or worse", notedBy(d.NothingCases, verdictNote), notedBy(d.Evaluated, verdictNote)))
	for _, g := range d.ByVerdict {
		s.add(counted("delivered/"+string(g.Verdict), "Verdict "+quote(strings.ToLower(g.Label)), ofIntakes(g.Intakes)))
	}
	flagged := make([]Record, len(d.Flagged))
	for i, fl := range d.Flagged {
		flagged[i] = Record{Kind: tracker.KindIntake, ID: fl.Intake.ID, Note: fl.Reason}
	}
	s.add(counted("delivered/flagged", "Verdicts that the readings do not bear out", flagged))
	return s
}

// verdictDay says from when a verdict stands: see tracker.Tracker.On.
const verdictDay = "A verdict bears no day of its own. As of an earlier day it stands once the request had been agreed and delivered and its last reading taken, and a day that is not written down holds nothing back: a verdict that no reading follows stands from the delivery on, however much later it was given."

func verdictNote(in *tracker.Intake) string {
	return "verdict: " + strings.ToLower(tracker.Verdicts.Label(string(in.Verdict)))
}

func nobodyLookedDefinition(f *Figures) Definition {
	return Definition{
		ID:         "nobody-looked",
		Title:      "Delivered, and nobody looked",
		Definition: "Delivered requests without a verdict, more than " + count(f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays, "day", "days") + " after delivery. " + verdictDay,
		Reason:     "What nobody looked at is neither a success nor a failure.",
		Limits:     "Some things take longer to show.",
		NotEnough:  "Never silent.",
		Audience:   "Owners of requests",
		Decision:   "The one question to ask",
	}
}

func nobodyLookedSheet(f *Figures) Sheet {
	d := &f.Delivered
	s := Sheet{Definition: nobodyLookedDefinition(f), Headline: d.LookedHeadline()}
	for _, e := range d.Excluded {
		if e.Intake.Status == tracker.StatusDelivered {
			s.Excluded = append(s.Excluded, e)
		}
	}
	window := count(d.WindowDays, "day", "days")
	s.add(outOf("nobody-looked/past", "Delivered more than "+window+" ago, without a verdict", ofWaits(d.NobodyLooked), ofWaits(d.Waiting)))
	for _, w := range d.Waiting {
		id, label := "nobody-looked/"+idOf(w.Intake.ID)+"/days", "Since the delivery of "+quote(w.Intake.Title)
		if !w.DaysKnown {
			s.add(unknown(id, label, "not known", "the day of delivery is not written down"))
			continue
		}
		s.add(valued(id, label, count(w.Days, "day", "days"), ofWaits([]Wait{w})))
	}
	return s
}

func ofWaits(waits []Wait) []Record {
	records := make([]Record, len(waits))
	for i, w := range waits {
		records[i] = Record{Kind: tracker.KindIntake, ID: w.Intake.ID, Note: "the day of delivery is not known"}
		if w.DaysKnown {
			records[i].Note = "delivered on " + Day(w.Intake.DeliveredOn)
		}
	}
	return records
}

// LookedHeadline says how many deliveries have waited too long for somebody to
// look.
func (d *Delivered) LookedHeadline() string {
	r := Ratio{len(d.NobodyLooked), len(d.Waiting)}
	switch {
	case r.D == 0:
		return "No delivery waits for somebody to look"
	case r.N == 0:
		return "No delivery has waited more than " + count(d.WindowDays, "day", "days") + " for somebody to look"
	}
	return share(r, "delivery without a verdict", "deliveries without a verdict") + " " + verb(r, "has", "have") + " waited more than " + count(d.WindowDays, "day", "days")
}

func ownershipDefinition(f *Figures) Definition {
	return Definition{
		ID:         "ownership",
		Title:      "Ownership and verdicts",
		Definition: "Evaluated requests by verdict, with and without someone in the business who had taken a part. Those with the verdict “could not tell” are left out and listed. Counts only.",
		Reason:     "It is why we ask the partnership question.",
		Limits:     "It is no controlled comparison: requests with an owner may differ in other ways.",
		NotEnough:  "Silent with fewer than " + f.cases() + " on either side.",
		Audience:   "Head of HR",
		Decision:   "Whether to keep asking",
	}
}

func ownershipSheet(f *Figures) Sheet {
	o := &f.Ownership
	s := Sheet{Definition: ownershipDefinition(f), Headline: o.Headline(), Missing: o.Missing, Minimum: o.Minimum, Excluded: f.Delivered.Excluded}
	for _, side := range []struct {
		id, label string
		intakes   func(OwnershipRow) []*tracker.Intake
	}{
		{"owned", "The business owned a part", func(r OwnershipRow) []*tracker.Intake { return r.Owned }},
		{"unowned", "Not owned by the business", func(r OwnershipRow) []*tracker.Intake { return r.Unowned }},
	} {
		reason := func(in *tracker.Intake) string { return f.contracts[in].Owned.Reason }
		var all, changed []Record
		for _, row := range o.Rows {
			records := notedBy(side.intakes(row), reason)
			all = append(all, records...)
			if row.something() {
				changed = append(changed, records...)
			}
		}
		id := "ownership/" + side.id
		s.add(counted(id, side.label, all), outOf(id+"/something", side.label+", something changed", changed, all))
		for _, row := range o.Rows {
			s.add(counted(id+"/"+string(row.Verdict), side.label+", verdict "+quote(strings.ToLower(row.Label)), notedBy(side.intakes(row), reason)))
		}
	}
	return s
}

func eventRiskDefinition(f *Figures) Definition {
	return Definition{
		ID:         "event-risk",
		Title:      "What may end as an event",
		Definition: "Requests where no one in the business has taken a part, with an action and a day, and nobody has said who will reinforce it, how and when, out of the requests that are agreed or being built.",
		Reason:     "There is still time to go back to the contract.",
		Limits:     "It looks at what is written down.",
		NotEnough:  "Never silent.",
		Audience:   "Partners in L&D",
		Decision:   "Which contract to open again",
	}
}

func eventRiskSheet(f *Figures) Sheet {
	e := &f.EventRisk
	s := Sheet{Definition: eventRiskDefinition(f), Headline: e.Headline()}
	s.add(outOf("event-risk/at-risk", "Live requests with neither an owner nor reinforcement", ofLive(e.AtRisk), ofLive(e.Live)))
	return s
}

// ofLive says of each request what it has and what it lacks.
func ofLive(contracts []*Contract) []Record {
	records := make([]Record, len(contracts))
	for i, c := range contracts {
		records[i] = Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Note: c.Owned.Reason + "; " + c.Reinforcement.Reason}
	}
	return records
}
