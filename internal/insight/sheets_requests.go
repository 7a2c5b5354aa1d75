package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

func postureDefinition(f *Figures) Definition {
	say, limits := f.Words.Text, f.Tracker.Strategy.Settings.Thresholds
	return Definition{
		ID:         "posture",
		Title:      say("insight.posture.title"),
		Definition: say("insight.posture.definition", "partnered", limits.PartneredAt, "cracked", limits.CrackedAt) + f.yearSuffix(),
		Reason:     say("insight.posture.reason"),
		Limits:     say("insight.posture.limits"),
		NotEnough:  f.trendNote(),
		Audience:   say("insight.posture.audience"),
		Decision:   say("insight.posture.decision"),
	}
}

func postureSheet(f *Figures) Sheet {
	p := &f.Posture
	s := Sheet{Definition: postureDefinition(f), Headline: p.Headline(), Missing: p.Missing, Period: &f.Period, Minimum: p.Minimum, Excluded: p.Excluded}
	s.add(counted("posture/cases", f.Words.Text("insight.posture.receipt.cases"), ofCases(p.Cases, "")))
	s.add(f.positions("posture/", "", p.Cases)...)
	if early, late := f.Spans(p.Halves); early != "" {
		s.add(f.positions("posture/early/", ", "+early, p.Early.Cases)...)
		s.add(f.positions("posture/late/", ", "+late, p.Late.Cases)...)
	}
	for _, q := range p.ByQuarter {
		s.add(f.positions("posture/"+quarterID(q.Quarter)+"/", ", "+f.Words.Quarter(q.Quarter), q.Cases)...)
	}
	return s
}

// positions makes a receipt for each position, zeros included.
func (f *Figures) positions(id, when string, cases []*Case) []Receipt {
	var receipts []Receipt
	for _, term := range Positions.Terms {
		receipts = append(receipts, outOf(id+term.ID, f.Words.Label(&Positions, term.ID)+when, ofCases(cases, Position(term.ID)), ofCases(cases, "")))
	}
	return receipts
}

// ofCases names the cases in a position, all of them for none.
func ofCases(cases []*Case, in Position) []Record {
	var records []Record
	for _, c := range cases {
		if in == "" || c.Position == in {
			records = append(records, Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Note: c.Reason})
		}
	}
	return records
}

func arrivalsDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "arrivals",
		Title:      say("insight.arrivals.title"),
		Definition: say("insight.arrivals.definition"),
		Reason:     say("insight.arrivals.reason"),
		Limits:     say("insight.arrivals.limits"),
		NotEnough:  f.trendNote(),
		Audience:   say("insight.arrivals.audience"),
		Decision:   say("insight.arrivals.decision"),
	}
}

func arrivalsSheet(f *Figures) Sheet {
	a := &f.Arrivals
	s := Sheet{Definition: arrivalsDefinition(f), Headline: a.Headline(), Missing: a.Missing, Period: &f.Period, Minimum: a.Minimum, Excluded: a.Excluded}
	s.add(counted("arrivals/cases", f.Words.Text("insight.arrivals.receipt.cases"), f.ofMix(a.Mix)))
	s.add(f.arrivalReceipts("arrivals/", "", a.Mix)...)
	if early, late := f.Spans(a.Halves); early != "" {
		s.add(f.arrivalReceipts("arrivals/early/", ", "+early, a.Early)...)
		s.add(f.arrivalReceipts("arrivals/late/", ", "+late, a.Late)...)
	}
	for _, q := range a.ByQuarter {
		s.add(f.arrivalReceipts("arrivals/"+quarterID(q.Quarter)+"/", ", "+f.Words.Quarter(q.Quarter), q.Mix)...)
	}
	return s
}

func (f *Figures) arrivalReceipts(id, when string, mix []ArrivalCount) []Receipt {
	receipts := make([]Receipt, len(mix))
	for i, m := range mix {
		receipts[i] = outOf(id+string(m.Arrival), f.Words.Text("insight.arrivals.receipt.arrived", "arrival", arrived(f.Words, m.Arrival))+when, ofIntakes(m.Intakes), f.ofMix(mix))
	}
	return receipts
}

func (f *Figures) ofMix(mix []ArrivalCount) []Record {
	var records []Record
	for _, m := range mix {
		records = append(records, noted(ofIntakes(m.Intakes), f.Words.Text("insight.arrivals.note", "arrival", arrived(f.Words, m.Arrival)))...)
	}
	return records
}

// arrived says how a request arrived, within a sentence: "as a solution".
func arrived(words *message.Language, how tracker.Arrival) string {
	return words.Inside(words.Label(&tracker.Arrivals, string(how)))
}

func requestedDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "requested",
		Title:      say("insight.requested.title"),
		Definition: say("insight.requested.definition"),
		Reason:     say("insight.requested.reason"),
		Limits:     say("insight.requested.limits"),
		NotEnough:  f.fewer(),
		Audience:   say("insight.requested.audience"),
		Decision:   say("insight.requested.decision"),
	}
}

func requestedSheet(f *Figures) Sheet {
	r := &f.Requested
	s := Sheet{Definition: requestedDefinition(f), Headline: r.Headline(), Missing: r.Missing, Minimum: r.Minimum, Excluded: r.Excluded}
	agreed := func(in *tracker.Intake) string {
		names := make([]string, len(in.Agreed))
		for i, id := range in.Agreed {
			names[i] = f.Words.Inside(f.Words.Label(&tracker.Solutions, id))
		}
		return f.Words.Text("insight.requested.note", "solutions", f.Words.List(names))
	}
	widened := notedBy(r.Widened, agreed)
	s.add(outOf("requested/widened", f.Words.Text("insight.requested.receipt.widened"), widened, append(widened, notedBy(r.Same, agreed)...)))
	return s
}
