package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Position says how one intake was handled.
type Position string

// The positions. NotAgreed comes first when an intake is placed.
const (
	Partnered  Position = "partnered"
	Cracked    Position = "cracked"
	OrderTaken Position = "order-taken"
	NotAgreed  Position = "not-agreed"
)

// Positions are the positions with their meanings, in the order in which they
// are shown.
var Positions = tracker.Vocabulary{Name: "position", Terms: []tracker.Term{
	{ID: string(Partnered), Label: "Partnered", Definition: "The business owns a part, there is a measurable shift, and most questions are answered."},
	{ID: string(Cracked), Label: "Cracked", Definition: "Filled differently from the order, or with some of the questions answered."},
	{ID: string(OrderTaken), Label: "Order taken", Definition: "Taken as it was asked for or, where it is still being explored, nothing else is agreed or recorded yet."},
	{ID: string(NotAgreed), Label: "Not agreed", Definition: "Redirected, declined or withdrawn."},
}}

// Label returns the position as people read it.
func (p Position) Label() string { return Positions.Label(string(p)) }

// Posture is how the requests were handled (insights: "Posture").
type Posture struct {
	Cases     []*Case // in the order of the tracker
	Excluded  []Excluded
	ByQuarter []PostureQuarter
	Counts    PostureCounts // over all cases
	Halves    Halves
	Early     PostureCounts // over the cases of the earlier half
	Late      PostureCounts
	Trend     bool // both halves have enough cases to be compared
	Minimum   int
	Missing   string // what is missing for any finding
	NoTrend   string // what is missing for a trend; "" when there is one
	Between   string // a sentence on the quarter in neither half; "" where there is none

	words *message.Language
}

// Case is one intake in its position.
type Case struct {
	Intake   *tracker.Intake
	Contract *Contract
	Quarter  tracker.Quarter // of the request
	Position Position
	Reason   string // "6 of 8 answered, owned, with a measurable shift"
}

// PostureQuarter is the cases of one quarter, in order; a quarter without any
// is there, empty.
type PostureQuarter struct {
	Quarter tracker.Quarter
	Cases   []*Case
}

// PostureCounts are counts of cases by position.
type PostureCounts struct {
	Partnered, Cracked, OrderTaken, NotAgreed int
	Total                                     int
	Cases                                     []*Case
}

// Of returns the share of a position.
func (c PostureCounts) Of(p Position) Ratio {
	n := 0
	switch p {
	case Partnered:
		n = c.Partnered
	case Cracked:
		n = c.Cracked
	case OrderTaken:
		n = c.OrderTaken
	case NotAgreed:
		n = c.NotAgreed
	}
	return Ratio{n, c.Total}
}

func (f *Figures) posture() Posture {
	p := Posture{Minimum: f.minimum, Halves: f.halves(), words: f.Words}
	for _, q := range f.Quarters {
		p.ByQuarter = append(p.ByQuarter, PostureQuarter{Quarter: q})
	}
	for _, contract := range f.Contracts {
		in := contract.Intake
		if reason := f.noPosture(in); reason != "" {
			p.Excluded = append(p.Excluded, Excluded{Intake: in, Reason: reason, early: f.Period.before(in.RequestedOn)})
			continue
		}
		c := f.positioned(contract)
		contract.Position = c.Position
		at, _ := f.place(in.RequestedOn)
		c.Quarter = f.Quarters[at]
		p.Cases = append(p.Cases, c)
		p.ByQuarter[at].Cases = append(p.ByQuarter[at].Cases, c)
		p.Counts.add(c)
		switch half(at, len(f.Quarters)) {
		case -1:
			p.Early.add(c)
		case 1:
			p.Late.add(c)
		}
	}
	if len(p.Cases) == 0 {
		p.Missing = f.noneLeft(p.Excluded, f.Words.Text("insight.posture.none"))
	}
	p.Between = f.between(p.Halves)
	p.NoTrend = f.noTrend(p.Early.Total, p.Late.Total)
	p.Trend = p.NoTrend == ""
	return p
}

// noPosture says why an intake has no position; "" when it has one.
func (f *Figures) noPosture(in *tracker.Intake) string {
	switch {
	case f.outside(in.RequestedOn) != "":
		return f.outside(in.RequestedOn)
	case in.Mandated:
		return f.Words.Text("insight.reason.mandated")
	case in.Status == tracker.StatusRequested || in.Status == tracker.StatusWaitlisted:
		return f.noAgreement(in.Status)
	case in.Status == "":
		return f.Words.Text("insight.reason.no-status")
	}
	return ""
}

func (f *Figures) positioned(c *Contract) *Case {
	k := &Case{Intake: c.Intake, Contract: c}
	limits := f.Tracker.Strategy.Settings.Thresholds
	say := func(key string) string { return f.Words.Text(key, "share", c.Answered().In(f.Words)) }
	switch {
	case c.Intake.Status.NotAgreed():
		k.Position, k.Reason = NotAgreed, f.noAgreement(c.Intake.Status)
	case c.Owned.Held && c.Shift.Held && c.N >= limits.PartneredAt:
		k.Position, k.Reason = Partnered, say("insight.posture.reason.partnered")
	case c.N >= limits.PartneredAt && !c.Owned.Held:
		k.Position, k.Reason = Cracked, say("insight.posture.reason.not-owned")
	case c.N >= limits.PartneredAt:
		k.Position, k.Reason = Cracked, say("insight.posture.reason.no-shift")
	case c.N >= limits.CrackedAt:
		k.Position, k.Reason = Cracked, f.answered(c)
	case len(c.Intake.Cracks) > 0:
		k.Position, k.Reason = Cracked, say("insight.posture.reason.cracked")
	case c.Intake.Status == tracker.StatusExploring:
		k.Position, k.Reason = OrderTaken, say("insight.posture.reason.exploring")
	default:
		k.Position, k.Reason = OrderTaken, f.answered(c)
	}
	return k
}

func (c *PostureCounts) add(k *Case) {
	c.Total++
	c.Cases = append(c.Cases, k)
	switch k.Position {
	case Partnered:
		c.Partnered++
	case Cracked:
		c.Cracked++
	case OrderTaken:
		c.OrderTaken++
	case NotAgreed:
		c.NotAgreed++
	}
}

// Headline says how many requests were partnered, and compares the halves
// where both have enough cases.
func (p *Posture) Headline() string {
	if p.Missing != "" {
		return p.words.Text("insight.not-enough", "missing", p.Missing)
	}
	if !p.Trend {
		r := p.Counts.Of(Partnered)
		return p.words.Text("insight.posture.headline", "share", r.In(p.words), "n", r.N, "of", r.D)
	}
	early, late := p.Early.Of(Partnered), p.Late.Of(Partnered)
	return p.words.Text("insight.posture.headline.trend", "moved", moves(early, late), "early", early.In(p.words), "late", late.In(p.words))
}

// moves picks the form of a text that compares two halves, which both have
// enough cases: "same" for the same ratio, "level" for the same share in other
// numbers, else "went".
func moves(early, late Ratio) string {
	switch {
	case early == late:
		return "same"
	case early.N*late.D == late.N*early.D:
		return "level"
	}
	return "went"
}
