package site

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// changesPage sets what was delivered beside what changed. What did not change
// comes first: that is where the work can be set up differently.
type changesPage struct {
	Page
	Empty            bool
	Found            []dotColumn // every delivered request, by what was found
	FoundAbout       string
	Unchanged        *unchangedPart
	Sides            *figure
	Flagged          []decision
	FlaggedReceipt   string
	LookedHeading    string
	LookedAbout      string
	LookedReceipt    string
	Unseen, TooEarly []waitingCase
	Live             *livePart
	Repeats          *repeatsPart
	Alone            *figure
	AloneQuarters    []dotColumn
	Avoided          []avoidedLine
}

// waitingCase is a delivery without a verdict, and the one question to ask.
type waitingCase struct {
	IntakeLine
	Since    said
	For      string // whose question it is, for the team
	Question string
}

// avoidedLine is an estimate of what was not spent. There is no sum of them.
type avoidedLine struct {
	Title, URL, What, Amount string
	By                       []Who
}

func (b *builder) changesPage() *changesPage {
	question := b.words.Text("changes.question")
	p := &changesPage{Page: b.page("changes/index.html", "changes", question, "")}
	d := &b.f.Delivered
	p.Found = b.foundDots(p.Page)
	p.Empty = len(p.Found) == 0
	if p.Empty {
		p.Standfirst = plain(b.words.Text("changes.standfirst.empty", "n", d.WindowDays))
	} else {
		p.Kicker, p.Heading = question, d.Headline()
		p.ReceiptURL = b.receipt(p.Root, "delivered/nothing-changed")
		p.Description = sentenced(d.Headline())
		p.Standfirst = b.changesLead(p.Root)
	}
	p.FoundAbout = p.url(insightPath("delivered"))
	p.Unchanged = b.unchanged(p.Page)
	p.Sides = b.tableFigure(&p.Page, "delivered-and-changed")
	for _, fl := range d.Flagged {
		p.Flagged = append(p.Flagged, decision{fl.Intake.Title, p.url(intakePath(fl.Intake)), plain(fl.Reason)})
	}
	p.FlaggedReceipt = b.receipt(p.Root, "delivered/flagged")
	p.LookedHeading, p.LookedAbout = d.LookedHeadline(), p.url(insightPath("nobody-looked"))
	p.LookedReceipt = b.receipt(p.Root, "nobody-looked/past")
	for _, w := range d.Waiting {
		if w.Past {
			p.Unseen = append(p.Unseen, b.waitingCase(p.Page, w))
		} else {
			p.TooEarly = append(p.TooEarly, b.waitingCase(p.Page, w))
		}
	}
	if p.Live = b.live(p.Page); p.Empty && len(p.Live.Cases) == 0 {
		p.Live = nil
	}
	p.Repeats = b.repeats(p.Page)
	p.Alone = b.tableFigure(&p.Page, "alone")
	p.AloneQuarters = b.aloneDots(p.Page)
	for _, in := range b.t.Intakes {
		if a := in.Avoided; a.What != "" || a.Amount.Known {
			line := avoidedLine{Title: in.Title, URL: p.url(intakePath(in)), What: a.What, By: b.who(p.Page, a.EstimateBy)}
			if a.Amount.Known {
				line.Amount = b.words.Number(a.Amount.Value, a.Unit)
			}
			p.Avoided = append(p.Avoided, line)
		}
	}
	return p
}

// changesLead says what else was found, in one sentence for each.
func (b *builder) changesLead(root string) said {
	d := &b.f.Delivered
	changed, partly := counted{b.words.Count(d.Count(tracker.VerdictChanged)), "delivered/changed"}, counted{b.words.Count(d.Count(tracker.VerdictPartly)), "delivered/partly"}
	text := b.say(root, b.words.Text("changes.lead.found", "changed", changed.number, "partly", partly.number)+" ", changed, partly)
	if n := len(d.NobodyLooked); n > 0 {
		unseen := counted{b.words.Count(n), "nobody-looked/past"}
		text = append(text, b.say(root, b.words.Text("changes.lead.unseen", "n", n)+" ", unseen)...)
	}
	return append(text, plain(b.words.Text("changes.lead"))...)
}

// foundDots are the deliveries by what was found, then those without a verdict;
// nil where there is none.
func (b *builder) foundDots(p Page) []dotColumn {
	d := &b.f.Delivered
	var columns []dotColumn
	add := func(kind, label, receipt string, always bool, intakes []*tracker.Intake) {
		if len(intakes) == 0 && !always {
			return
		}
		number := counted{b.words.Count(len(intakes)), receipt}
		c := dotColumn{Label: label, Count: plain(number.number)}
		if b.holds(receipt, len(intakes)) {
			c.Count = b.say(p.Root, number.number, number)
		}
		for _, in := range intakes {
			c.Dots = append(c.Dots, dot{kind, p.url(intakePath(in)), b.place(in), in.Title + ", " + b.words.Inside(label)})
		}
		c.Dots = b.lastOf(c.Dots, p.url("intakes/index.html"))
		columns = append(columns, c)
	}
	if len(d.Waiting) == 0 && !slices.ContainsFunc(d.ByVerdict, func(g insight.VerdictGroup) bool { return len(g.Intakes) > 0 }) {
		return nil
	}
	for _, g := range d.ByVerdict {
		always := g.Verdict != tracker.VerdictWorse && g.Verdict != tracker.VerdictUnknown
		add(string(g.Verdict), g.Label, "delivered/"+string(g.Verdict), always, g.Intakes)
	}
	var unseen, early []*tracker.Intake
	for _, w := range d.Waiting {
		if w.Past {
			unseen = append(unseen, w.Intake)
		} else {
			early = append(early, w.Intake)
		}
	}
	add("unseen", b.words.Text("changes.found.unseen"), "nobody-looked/past", false, unseen)
	add("early", b.words.Text("changes.too-early"), "", false, early)
	return columns
}

// place is where a request came from, which is no person: a department, or
// nothing more than that it is a request.
func (b *builder) place(in *tracker.Intake) string {
	if s := b.t.Who(in.Stakeholder).Stakeholder; s != nil && strings.TrimSpace(s.Department) != "" {
		return s.Department
	}
	return b.words.Text("changes.a-request")
}

// waitingCase words the one question after what was agreed to look at, else
// after the work itself (requirement 000-06).
func (b *builder) waitingCase(p Page, w insight.Wait) waitingCase {
	in := w.Intake
	c := waitingCase{IntakeLine: b.intakeLine(p, in), Question: b.words.Text("changes.ask")}
	if m := in.Measure; m.Name != "" && isShift(m) {
		c.Question = b.words.Text("changes.ask.measure", "measure", strings.TrimRight(m.Name, "."))
	}
	if !b.site.ForLeaders {
		c.For = b.names([]tracker.Person{in.Owner})
	}
	if !w.DaysKnown {
		c.Since = plain(b.words.Text("changes.no-day"))
		return c
	}
	waited := counted{b.words.Text("common.days-since", "n", w.Days), receiptOf("nobody-looked", in.ID, "days")}
	text := b.words.Text("changes.delivered", "n", w.Days, "days", waited.number)
	if !w.Past {
		text += " " + b.words.Text("changes.look-from", "day", in.DeliveredOn.AddDays(b.f.Delivered.WindowDays+1))
	}
	c.Since = b.say(p.Root, text, waited)
	return c
}

// isShift reports whether a measure can show a change: of behaviour or of
// results.
func isShift(m tracker.Measure) bool {
	return m.Level == tracker.LevelBehaviour || m.Level == tracker.LevelResult
}
