package insight

import "smallwins/internal/tracker"

func deliveredDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "delivered",
		Title:      say("insight.delivered.title"),
		Definition: say("insight.delivered.definition") + " " + f.verdictDay(),
		Reason:     say("insight.delivered.reason"),
		Limits:     say("insight.delivered.limits"),
		NotEnough:  f.fewer(),
		Audience:   say("insight.delivered.audience"),
		Decision:   say("insight.delivered.decision"),
	}
}

func deliveredSheet(f *Figures) Sheet {
	d, say := &f.Delivered, f.Words.Text
	s := Sheet{Definition: deliveredDefinition(f), Headline: d.Headline(), Missing: d.Missing, Minimum: d.Minimum, Excluded: d.Excluded}
	s.add(outOf("delivered/nothing-changed", say("insight.delivered.receipt.nothing"), notedBy(d.NothingCases, f.verdictNote), notedBy(d.Evaluated, f.verdictNote)))
	for _, g := range d.ByVerdict {
		s.add(counted("delivered/"+string(g.Verdict), say("insight.delivered.receipt.verdict", "verdict", f.Words.Inside(g.Label)), ofIntakes(g.Intakes)))
	}
	flagged := make([]Record, len(d.Flagged))
	for i, fl := range d.Flagged {
		flagged[i] = Record{Kind: tracker.KindIntake, ID: fl.Intake.ID, Note: fl.Reason}
	}
	s.add(counted("delivered/flagged", say("insight.delivered.receipt.flagged"), flagged))
	return s
}

// verdictDay says from when a verdict stands: see tracker.Tracker.On.
func (f *Figures) verdictDay() string { return f.Words.Text("insight.verdict-day") }

func (f *Figures) verdictNote(in *tracker.Intake) string {
	return f.Words.Text("insight.delivered.note.verdict", "verdict", f.verdictInside(in.Verdict))
}

func nobodyLookedDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "nobody-looked",
		Title:      say("insight.nobody-looked.title"),
		Definition: say("insight.nobody-looked.definition", "days", f.Delivered.WindowDays) + " " + f.verdictDay(),
		Reason:     say("insight.nobody-looked.reason"),
		Limits:     say("insight.nobody-looked.limits"),
		NotEnough:  say("insight.nobody-looked.not-enough"),
		Audience:   say("insight.nobody-looked.audience"),
		Decision:   say("insight.nobody-looked.decision"),
	}
}

func nobodyLookedSheet(f *Figures) Sheet {
	d, say := &f.Delivered, f.Words.Text
	s := Sheet{Definition: nobodyLookedDefinition(f), Headline: d.LookedHeadline()}
	for _, e := range d.Excluded {
		if e.Intake.Status == tracker.StatusDelivered {
			s.Excluded = append(s.Excluded, e)
		}
	}
	s.add(outOf("nobody-looked/past", say("insight.nobody-looked.receipt.past", "days", d.WindowDays), f.ofWaits(d.NobodyLooked), f.ofWaits(d.Waiting)))
	for _, w := range d.Waiting {
		id, label := "nobody-looked/"+idOf(w.Intake.ID)+"/days", say("insight.nobody-looked.receipt.days", "title", w.Intake.Title)
		if !w.DaysKnown {
			s.add(unknown(id, label, say("insight.not-known"), say("insight.nobody-looked.receipt.no-day")))
			continue
		}
		s.add(valued(id, label, say("insight.days", "n", w.Days), f.ofWaits([]Wait{w})))
	}
	return s
}

func (f *Figures) ofWaits(waits []Wait) []Record {
	records := make([]Record, len(waits))
	for i, w := range waits {
		records[i] = Record{Kind: tracker.KindIntake, ID: w.Intake.ID, Note: f.Words.Text("insight.nobody-looked.note.no-day")}
		if w.DaysKnown {
			records[i].Note = f.Words.Text("insight.nobody-looked.note.delivered", "day", w.Intake.DeliveredOn)
		}
	}
	return records
}

// LookedHeadline says how many deliveries have waited too long for somebody to
// look.
func (d *Delivered) LookedHeadline() string {
	if len(d.Waiting) == 0 {
		return d.words.Text("insight.nobody-looked.none-waiting")
	}
	return d.words.Text("insight.nobody-looked.headline", "n", len(d.NobodyLooked), "of", len(d.Waiting), "days", d.WindowDays)
}

func ownershipDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "ownership",
		Title:      say("insight.ownership.title"),
		Definition: say("insight.ownership.definition"),
		Reason:     say("insight.ownership.reason"),
		Limits:     say("insight.ownership.limits"),
		NotEnough:  say("insight.ownership.not-enough", "minimum", f.minimum),
		Audience:   say("insight.ownership.audience"),
		Decision:   say("insight.ownership.decision"),
	}
}

func ownershipSheet(f *Figures) Sheet {
	o, say := &f.Ownership, f.Words.Text
	s := Sheet{Definition: ownershipDefinition(f), Headline: o.Headline(), Missing: o.Missing, Minimum: o.Minimum, Excluded: f.Delivered.Excluded}
	for _, side := range []struct {
		id, label string
		intakes   func(OwnershipRow) []*tracker.Intake
	}{
		{"owned", say("insight.ownership.receipt.owned"), func(r OwnershipRow) []*tracker.Intake { return r.Owned }},
		{"unowned", say("insight.ownership.receipt.unowned"), func(r OwnershipRow) []*tracker.Intake { return r.Unowned }},
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
		s.add(counted(id, side.label, all), outOf(id+"/something", say("insight.ownership.receipt.something", "side", side.label), changed, all))
		for _, row := range o.Rows {
			s.add(counted(id+"/"+string(row.Verdict), say("insight.ownership.receipt.verdict", "side", side.label, "verdict", f.verdictInside(row.Verdict)), notedBy(side.intakes(row), reason)))
		}
	}
	return s
}

func eventRiskDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "event-risk",
		Title:      say("insight.event-risk.title"),
		Definition: say("insight.event-risk.definition"),
		Reason:     say("insight.event-risk.reason"),
		Limits:     say("insight.event-risk.limits"),
		NotEnough:  say("insight.event-risk.not-enough"),
		Audience:   say("insight.event-risk.audience"),
		Decision:   say("insight.event-risk.decision"),
	}
}

func eventRiskSheet(f *Figures) Sheet {
	e := &f.EventRisk
	s := Sheet{Definition: eventRiskDefinition(f), Headline: e.Headline()}
	s.add(outOf("event-risk/at-risk", f.Words.Text("insight.event-risk.receipt.at-risk"), ofLive(e.AtRisk), ofLive(e.Live)))
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
