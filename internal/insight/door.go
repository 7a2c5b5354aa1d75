package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Doors is how each stakeholder came to work with us, over time (insights:
// "Door timeline"; requirements 004-21, 004-39 and 004-40). It is for the
// team's edition alone, and empty in the other. It covers every record up to
// the day of the report. It holds no score.
type Doors struct {
	Ratio     Ratio // with a step back / stakeholders with a marker
	Timelines []*Door
	Minimum   int // requests with a depth, for a line through the dots of one stakeholder
	AsOf      tracker.Date
	Missing   string

	words *message.Language
}

// Door is the timeline of one stakeholder. What is undated is in Undated or
// left out of the list that it belongs to.
type Door struct {
	Stakeholder *tracker.Stakeholder
	Markers     []DoorMarker // by day
	Dots        []DoorDot    // by day of the request
	Promises    []*PartyPromise
	Touchpoints []DoorTouchpoint // by day
	Reversals   []DoorReversal   // by day
	Undated     []DoorMarker     // markers without a day: in no order
	Line        bool             // enough dots for a line through them
	NoLine      string           // what is missing for one: "2 of the 3 requests that it takes"
	NextCrack   NextCrack

	words *message.Language
}

// DoorMarker is dated evidence of how a stakeholder works with us.
type DoorMarker struct {
	Record   Record
	On       tracker.Date
	Marker   string // id: "considers"
	Label    string // "Considers"
	Step     int    // 1 for "answers" … 5 for "invites"; 0 for one that is not known
	Evidence string
	Back     bool // lower than the one before it
}

// DoorDot is how deep the contract of one request went.
type DoorDot struct {
	Intake   *tracker.Intake
	On       tracker.Date // of the request
	Answered Ratio        // n of 8
	Missing  string       // why there is no depth: "it is still a request"
}

// DoorTouchpoint is a meeting that was not about a request.
type DoorTouchpoint struct {
	Record     Record
	Touchpoint tracker.Touchpoint
}

// DoorReversal is a step back, shown as it is.
type DoorReversal struct {
	On     tracker.Date
	Record Record // the marker or the request
	Reason string // "answers, after owns on 10 September 2025"
}

// leastDots is the number of requests with a depth from which on the dots of
// one stakeholder may be joined (insights: "Door timeline").
const leastDots = 3

func (f *Figures) doors() Doors {
	d := Doors{Minimum: leastDots, AsOf: f.Tracker.AsOf, words: f.Words}
	if f.Tracker.Edition != tracker.TeamEdition {
		d.Missing = f.Words.Text("insight.team-only")
		return d
	}
	added := f.addedValue()
	for _, r := range f.relations() {
		door := f.door(r, f.somethingNew(r.intakes, added[r.who]))
		d.Timelines = append(d.Timelines, door)
		if len(door.Markers) > 0 {
			d.Ratio.D++
			if len(door.Reversals) > 0 {
				d.Ratio.N++
			}
		}
	}
	if d.Ratio.D == 0 {
		d.Missing = f.Words.Text("insight.door.none")
	}
	return d
}

func (f *Figures) door(r *relation, shown SomethingNew) *Door {
	d := &Door{Stakeholder: r.who, NextCrack: f.nextCrack(r, shown), words: f.Words}
	d.mark(r.who, f.Tracker.AsOf)
	depths := 0
	for _, in := range r.intakes {
		c := f.contracts[in]
		dot := DoorDot{Intake: in, On: in.RequestedOn, Answered: c.Answered(), Missing: c.Missing}
		if dot.On.IsZero() {
			dot.Missing = f.noDate()
		}
		if d.Dots = append(d.Dots, dot); dot.Missing == "" {
			depths++
		}
	}
	if d.Line = depths >= leastDots; !d.Line {
		d.NoLine = f.Words.Text("insight.door.needs", "have", depths, "minimum", leastDots)
	}
	for _, p := range r.promises {
		if p.State != tracker.PromiseOpen && !p.On.IsZero() {
			d.Promises = append(d.Promises, p)
		}
	}
	slices.SortStableFunc(d.Promises, func(a, b *PartyPromise) int { return cmp.Compare(a.On, b.On) })
	for i, t := range r.who.Touchpoints {
		if !t.Date.IsZero() && t.Date <= f.Tracker.AsOf {
			d.Touchpoints = append(d.Touchpoints, DoorTouchpoint{Record{Kind: tracker.KindStakeholder, ID: r.who.ID, Part: part("touchpoints", i)}, t})
		}
	}
	slices.SortStableFunc(d.Touchpoints, func(a, b DoorTouchpoint) int { return cmp.Compare(a.Touchpoint.Date, b.Touchpoint.Date) })
	d.Reversals = append(d.Reversals, f.takenBack(r.intakes)...)
	slices.SortStableFunc(d.Reversals, func(a, b DoorReversal) int { return cmp.Compare(a.On, b.On) })
	return d
}

// mark puts markers in order and finds the steps back: a marker that is lower
// than the one before it. Climbing again after a step back is none.
func (d *Door) mark(s *tracker.Stakeholder, asOf tracker.Date) {
	steps := tracker.DoorMarkers.IDs()
	for i, m := range s.Door {
		one := DoorMarker{
			Record: Record{Kind: tracker.KindStakeholder, ID: s.ID, Part: part("door", i)}, On: m.Date,
			Marker: m.Marker, Label: d.words.Label(&tracker.DoorMarkers, m.Marker), Step: slices.Index(steps, m.Marker) + 1, Evidence: m.Evidence,
		}
		switch {
		case m.Date.IsZero():
			d.Undated = append(d.Undated, one)
		case m.Date <= asOf:
			d.Markers = append(d.Markers, one)
		}
	}
	slices.SortStableFunc(d.Markers, func(a, b DoorMarker) int { return cmp.Compare(a.On, b.On) })
	var before *DoorMarker
	for i := range d.Markers {
		m := &d.Markers[i]
		if m.Step == 0 {
			continue
		}
		if before != nil && m.Step < before.Step {
			m.Back = true
			d.Reversals = append(d.Reversals, DoorReversal{m.On, m.Record,
				d.words.Text("insight.door.step-back", "marker", m.Label, "before", before.Label, "day", before.On)})
		}
		before = m
	}
}

// takenBack finds requests that were withdrawn or declined after an earlier one
// of the same stakeholder had been partnered.
func (f *Figures) takenBack(intakes []*tracker.Intake) []DoorReversal {
	var found []DoorReversal
	var partnered *tracker.Intake
	for _, in := range intakes {
		ended := in.Status == tracker.StatusWithdrawn || in.Status == tracker.StatusDeclined
		switch {
		case ended && partnered != nil && in.RequestedOn > partnered.RequestedOn:
			found = append(found, DoorReversal{in.RequestedOn, Record{Kind: tracker.KindIntake, ID: in.ID},
				f.Words.Text("insight.door.taken-back", "status", string(in.Status), "title", in.Title, "before", partnered.Title)})
		case f.contracts[in].Position == Partnered:
			partnered = in
		}
	}
	return found
}

// Headline says with how many stakeholders a step back is on record.
func (d *Doors) Headline() string {
	if d.Missing != "" {
		return d.words.Text("insight.not-enough", "missing", d.Missing)
	}
	return d.words.Text("insight.door.headline", "n", d.Ratio.N, "of", d.Ratio.D)
}

func doorDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "door", Title: say("insight.door.title"), TeamOnly: true,
		Definition: say("insight.door.definition"),
		Reason:     say("insight.door.reason"),
		Limits:     say("insight.door.limits"),
		NotEnough:  say("insight.door.not-enough", "minimum", leastDots),
		Audience:   say("insight.door.audience"), Decision: say("insight.door.decision"),
	}
}

func doorSheet(f *Figures) Sheet {
	d := f.Doors
	return d.sheet(f)
}

func (d *Doors) sheet(f *Figures) Sheet {
	s := Sheet{Definition: doorDefinition(f), Headline: d.Headline(), Missing: d.Missing, Minimum: d.Minimum}
	say := f.Words.Text
	var back, all []Record
	for _, door := range d.Timelines {
		if len(door.Markers) > 0 {
			r := ofStakeholder(door.Stakeholder, "")
			if all = append(all, r); len(door.Reversals) > 0 {
				back = append(back, r)
			}
		}
	}
	s.add(outOf("door/back", say("insight.door.receipt.back"), back, all))
	var markers, reversals []Record
	for _, door := range d.Timelines {
		for _, m := range door.Markers {
			markers = append(markers, noted([]Record{m.Record}, f.Words.Day(m.On)+": "+m.Label)...)
		}
		for _, r := range door.Reversals {
			reversals = append(reversals, noted([]Record{r.Record}, f.Words.Day(r.On)+": "+r.Reason)...)
		}
	}
	s.add(counted("door/markers", say("insight.door.receipt.markers"), markers), counted("door/reversals", say("insight.door.receipt.reversals"), reversals))
	for _, door := range d.Timelines {
		if len(door.Dots) > 0 {
			s.add(door.dots())
		}
	}
	return s
}

// dots is the receipt of how many dots one timeline has: enough for a line, or
// not. Markers, steps back and promises are counted over all stakeholders and
// never by person.
func (d *Door) dots() Receipt {
	var deep, all []Record
	for _, dot := range d.Dots {
		r := Record{Kind: tracker.KindIntake, ID: dot.Intake.ID, Note: dot.Missing}
		if dot.Missing == "" {
			r.Note = d.words.Text("insight.door.note.answered", "n", dot.Answered.N, "of", dot.Answered.D)
			deep = append(deep, r)
		}
		all = append(all, r)
	}
	return outOf("door/"+idOf(d.Stakeholder.ID)+"/dots", d.words.Text("insight.door.receipt.dots", "name", d.Stakeholder.Name), deep, all)
}
