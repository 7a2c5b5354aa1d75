package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func postureDefinition(f *Figures) Definition {
	return Definition{
		ID:         "posture",
		Title:      "Taking orders, or partnering",
		Definition: "Each request in one position. Not agreed: it was redirected, declined or withdrawn. Partnered: someone in the business owns a part, there is a measurable shift, and at least " + Count(f.Tracker.Strategy.Settings.Thresholds.PartneredAt) + " of the eight questions " + plural(f.Tracker.Strategy.Settings.Thresholds.PartneredAt, "is", "are") + " answered. Cracked: at least " + Count(f.Tracker.Strategy.Settings.Thresholds.CrackedAt) + " " + plural(f.Tracker.Strategy.Settings.Thresholds.CrackedAt, "is", "are") + " answered, or the order was filled differently in some way. Order taken: the rest. Counted are requests of the period that went beyond “requested” and are not waiting. Mandated ones are left out and listed, since the law left no choice: here, in how requests reach us, and in what the history takes from both. Every other figure counts them." + f.yearSuffix(),
		Reason:     "An honest position is where a change begins.",
		Limits:     "It describes requests, not people. An order can be the right thing to take. Recent requests may still move.",
		NotEnough:  f.trendNote(),
		Audience:   "L&D lead",
		Decision:   "Our honest position",
	}
}

func postureSheet(f *Figures) Sheet {
	p := &f.Posture
	s := Sheet{Definition: postureDefinition(f), Headline: p.Headline(), Missing: p.Missing, Period: &f.Period, Minimum: p.Minimum, Excluded: p.Excluded}
	s.add(counted("posture/cases", "Requests that have a position", ofCases(p.Cases, "")))
	s.add(positions("posture/", "", p.Cases)...)
	if early, late := f.Spans(p.Halves); early != "" {
		s.add(positions("posture/early/", ", "+early, p.Early.Cases)...)
		s.add(positions("posture/late/", ", "+late, p.Late.Cases)...)
	}
	for _, q := range p.ByQuarter {
		s.add(positions("posture/"+quarterID(q.Quarter)+"/", ", "+q.Quarter.Label(), q.Cases)...)
	}
	return s
}

// positions makes a receipt for each position, zeros included.
func positions(id, when string, cases []*Case) []Receipt {
	var receipts []Receipt
	for _, term := range Positions.Terms {
		receipts = append(receipts, outOf(id+term.ID, term.Label+when, ofCases(cases, Position(term.ID)), ofCases(cases, "")))
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
	return Definition{
		ID:         "arrivals",
		Title:      "How requests reach us",
		Definition: "Requests of the period by how they arrived: as a solution, as a problem, as an invitation or on our recommendation. Mandated requests, and those that do not say, are left out and listed. Mandated ones are left out here and of the positions alone; other figures count them.",
		Reason:     "The unwritten rule says: come to us when you need training. This shows whether it holds.",
		Limits:     "Who writes the record decides what counts as a problem.",
		NotEnough:  f.trendNote(),
		Audience:   "L&D lead, head of HR",
		Decision:   "Whether the script is changing",
	}
}

func arrivalsSheet(f *Figures) Sheet {
	a := &f.Arrivals
	s := Sheet{Definition: arrivalsDefinition(f), Headline: a.Headline(), Missing: a.Missing, Period: &f.Period, Minimum: a.Minimum, Excluded: a.Excluded}
	s.add(counted("arrivals/cases", "Requests that say how they arrived", ofMix(a.Mix)))
	s.add(arrivalReceipts("arrivals/", "", a.Mix)...)
	if early, late := f.Spans(a.Halves); early != "" {
		s.add(arrivalReceipts("arrivals/early/", ", "+early, a.Early)...)
		s.add(arrivalReceipts("arrivals/late/", ", "+late, a.Late)...)
	}
	for _, q := range a.ByQuarter {
		s.add(arrivalReceipts("arrivals/"+quarterID(q.Quarter)+"/", ", "+q.Quarter.Label(), q.Mix)...)
	}
	return s
}

func arrivalReceipts(id, when string, mix []ArrivalCount) []Receipt {
	receipts := make([]Receipt, len(mix))
	for i, m := range mix {
		receipts[i] = outOf(id+string(m.Arrival), "Arrived "+strings.ToLower(m.Label)+when, ofIntakes(m.Intakes), ofMix(mix))
	}
	return receipts
}

func ofMix(mix []ArrivalCount) []Record {
	var records []Record
	for _, m := range mix {
		records = append(records, noted(ofIntakes(m.Intakes), "arrived "+strings.ToLower(m.Label))...)
	}
	return records
}

func requestedDefinition(f *Figures) Definition {
	return Definition{
		ID:         "requested",
		Title:      "Asked for training, agreed to more",
		Definition: "Agreed requests for training (live, on screen or blended) where the agreement includes something other than training, out of all agreed requests for training. “Nothing built” counts as neither.",
		Reason:     "What was asked for is seldom the only thing that helps.",
		Limits:     "Other is not better by itself.",
		NotEnough:  f.fewer(),
		Audience:   "L&D lead",
		Decision:   "Which cases to tell",
	}
}

func requestedSheet(f *Figures) Sheet {
	r := &f.Requested
	s := Sheet{Definition: requestedDefinition(f), Headline: r.Headline(), Missing: r.Missing, Minimum: r.Minimum, Excluded: r.Excluded}
	agreed := func(in *tracker.Intake) string {
		names := make([]string, len(in.Agreed))
		for i, id := range in.Agreed {
			names[i] = tracker.Solutions.Label(id)
		}
		return "agreed: " + strings.ToLower(list(names))
	}
	widened := notedBy(r.Widened, agreed)
	s.add(outOf("requested/widened", "Agreed to something other than training", widened, append(widened, notedBy(r.Same, agreed)...)))
	return s
}
