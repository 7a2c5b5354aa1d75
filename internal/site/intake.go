package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

type intakePage struct {
	Page
	Intake                                *tracker.Intake
	StatusLine, ArrivedAs                 string
	Request                               template.HTML
	Stakeholder                           []Who
	Requested, Agreed, NotAgreedYet       string
	Own                                   questionView
	Others                                []questionView
	DepthHeading, Confirmed               string
	DepthReceipt, MarksReceipt            string
	MarksHeading                          string
	Marks                                 []insight.Mark
	OwnersHeading                         said
	Owners                                []ownerRow
	WhatWeAgreed, ProceedingBecause       template.HTML
	Reinforcement, Barriers               []string
	DeliveredLine                         string
	ChangedLine                           said
	WhatHappened, WhatChanged, InTheWay   template.HTML
	Cracks, Missing, OtherFactors         []string
	MeasureLine, MeasureNote, MeasureUnit string
	Readings                              []readingRow
	ReadingsSpark                         *spark
	EndHeading, RedirectedTo              string
	Reason, OfferedInstead                template.HTML
	Commitments, Promises                 []PromiseLine
	Asked, PartnerQuestions               []string
	Prework, Conversations                []string
	WinsHeading                           said
	Wins                                  []WinLine
	Earlier                               []IntakeLine
	Links                                 []LinkLine
	More                                  []More
}

type readingRow struct {
	Date        tracker.Date
	Value, Note string
}

func (b *builder) intakePage(i int) intakePage {
	in := b.t.Intakes[i]
	c := b.f.Contract(in)
	p := intakePage{
		Page:   b.page(intakePath(in), "intakes", in.Title, in.Request.Excerpt(150)),
		Intake: in, Marks: marks(c),
		Requested:   upperFirst(requestedText(in)),
		Agreed:      upperFirst(solutions(in.Agreed, "that nothing be built")),
		Commitments: b.promises(in.Commitments), Promises: b.promises(in.Promises),
		RedirectedTo: in.RedirectedTo, Missing: labels(&tracker.Questions, in.Missing),
	}
	p.BodyClass = "contract-page"
	p.Crumbs = []Crumb{{"Requests", "intakes/index.html"}}
	p.Source = b.source(in.Origin.File)
	p.Stakeholder, p.Request = b.who(p.Page, in.Stakeholder), p.html(in.Request)
	if in.ArrivedAs != "" {
		p.ArrivedAs = strings.ToLower(tracker.Arrivals.Label(string(in.ArrivedAs)))
	}
	p.StatusLine = b.intakeStatus(in)
	p.NotAgreedYet = "Not agreed" + yet(in)
	if in.Status.NotAgreed() {
		p.NotAgreedYet = "Nothing: " + strings.ToLower(tracker.Statuses.Label(string(in.Status)))
	}
	b.contractView(&p, c)
	p.OwnersHeading, p.Owners = b.owners(p.Root, c)
	p.WhatWeAgreed, p.ProceedingBecause = p.html(in.WhatWeAgreed), p.html(in.ProceedingBecause)
	p.WhatHappened, p.WhatChanged, p.InTheWay = p.html(in.WhatHappened), p.html(in.WhatChanged), p.html(in.WhatWasInTheWay)
	p.Reason, p.OfferedInstead = p.html(in.Reason), p.html(in.OfferedInstead)
	p.EndHeading = "Why it ended there"
	if in.Status == tracker.StatusWaitlisted {
		p.EndHeading = "Why it waits"
	}
	b.workView(&p, in)
	b.outcomeView(&p, in)
	p.Wins = b.winLines(p.Page, b.grewFrom[in])
	grew := upperFirst(count(len(p.Wins), "win", "wins"))
	p.WinsHeading = b.say(p.Root, grew+" grew from it", counted{grew, receiptOf("contract", in.ID, "grew")})
	for _, e := range b.t.Intakes[:i] {
		if e.Stakeholder == in.Stakeholder && in.Stakeholder != "" {
			p.Earlier = append(p.Earlier, b.intakeLine(p.Page, e))
		}
	}
	p.Links = b.links(p.Page, in.Links)
	p.More = b.more(p.Page, in.More)
	if i > 0 {
		p.Previous = &Neighbour{"Earlier request", b.t.Intakes[i-1].Title, p.url(intakePath(b.t.Intakes[i-1]))}
	}
	if i+1 < len(b.t.Intakes) {
		p.Next = &Neighbour{"Later request", b.t.Intakes[i+1].Title, p.url(intakePath(b.t.Intakes[i+1]))}
	}
	return p
}

func (b *builder) intakeStatus(in *tracker.Intake) string {
	parts := []string{}
	if s := b.t.Who(in.Stakeholder).Stakeholder; s != nil && s.Department != "" {
		parts = append(parts, s.Department)
	}
	parts = append(parts, tracker.Statuses.Label(string(in.Status)))
	if in.Verdict != "" {
		parts = append(parts, tracker.Verdicts.Label(string(in.Verdict)))
	}
	return strings.Join(parts, " · ")
}

func (b *builder) workView(p *intakePage, in *tracker.Intake) {
	join := func(parts ...string) string {
		var kept []string
		for _, s := range parts {
			if s != "" {
				kept = append(kept, s)
			}
		}
		return strings.Join(kept, " · ")
	}
	for _, r := range in.Reinforcement {
		done := ""
		if r.Done {
			done = "done"
		}
		p.Reinforcement = append(p.Reinforcement, join(upperFirst(r.What), b.t.Who(r.Who).Name, strings.ToLower(tracker.Moments.Label(r.When)), strings.ToLower(tracker.Drivers.Label(r.Driver)), done))
	}
	for _, x := range in.Barriers {
		owner := "no owner yet"
		if x.Owner != "" {
			owner = "owned by " + b.t.Who(x.Owner).Name
		}
		p.Barriers = append(p.Barriers, join(upperFirst(x.What), owner, strings.ToLower(tracker.BarrierStates.Label(x.State))))
	}
	if len(in.Barriers) == 0 && !in.BarriersChecked.IsZero() {
		p.Barriers = []string{"Looked on " + longDay(in.BarriersChecked) + ", none found"}
	}
	for _, x := range in.Cracks {
		p.Cracks = append(p.Cracks, join(upperFirst(x.What), tracker.Practices.Label(x.Practice), x.Reaction))
	}
	for _, x := range in.Prework {
		p.Prework = append(p.Prework, join(dayOr(x.Date), x.Kind, x.What))
	}
	for _, x := range in.Conversations {
		with := ""
		if x.With != "" {
			with = "with " + b.t.Who(x.With).Name
		}
		p.Conversations = append(p.Conversations, join(dayOr(x.Date), with, x.Note, strings.ToLower(tracker.Reactions.Label(x.Reaction))))
	}
	if l := in.Logistics; l != (tracker.Logistics{}) {
		if !l.NeededBy.IsZero() {
			p.Asked = append(p.Asked, "When do you need it? By "+longDay(l.NeededBy))
		}
		if l.Audience != "" {
			p.Asked = append(p.Asked, "How many people? "+l.Audience)
		}
		if l.Mode != "" {
			p.Asked = append(p.Asked, "Virtual or in person? "+upperFirst(l.Mode))
		}
	}
	for _, q := range tracker.Questions.Terms {
		if !in.Contract.Answer(q.ID).IsEmpty() {
			p.PartnerQuestions = append(p.PartnerQuestions, q.Definition)
			continue
		}
		for _, asked := range in.Asked {
			if asked == q.ID {
				p.PartnerQuestions = append(p.PartnerQuestions, q.Definition+" (no answer yet)")
			}
		}
	}
}

// against sets the last reading beside what was agreed.
func against(in *tracker.Intake) string {
	m, last := in.Measure, tracker.Reading{}
	for _, r := range in.Readings {
		if r.Value.Known && r.Date >= last.Date {
			last = r
		}
	}
	if !last.Value.Known || !m.Target.Known {
		return ""
	}
	text := " " + insight.Number(last.Value.Value, m.Unit) + " at the last reading; agreed was " + insight.Number(m.Target.Value, m.Unit)
	if !m.By.IsZero() {
		text += " by " + longDay(m.By)
	}
	return text + "."
}

// requestedText says what was asked for; where that was no product, how the
// request arrived.
func requestedText(in *tracker.Intake) string {
	none := "nothing in particular"
	switch in.ArrivedAs {
	case tracker.ArrivedProblem:
		none = "help with a problem"
	case tracker.ArrivedInvitation:
		none = "a part in the planning"
	}
	return solutions(in.Requested, none)
}

// solutions names solution types in a sentence; none says what "none" means
// here, since asking for nothing and agreeing on nothing differ.
func solutions(ids []string, none string) string {
	var names []string
	for _, id := range ids {
		if id == "none" {
			names = append(names, none)
			continue
		}
		names = append(names, lowerFirst(tracker.Solutions.Label(id)))
	}
	return list(names)
}

func dayOr(d tracker.Date) string {
	if d.IsZero() {
		return ""
	}
	return longDay(d)
}

func (b *builder) outcomeView(p *intakePage, in *tracker.Intake) {
	switch {
	case !in.DeliveredOn.IsZero():
		p.DeliveredLine = "Delivered on " + longDay(in.DeliveredOn) + "."
	case in.Status.NotAgreed():
		p.DeliveredLine = "Nothing was built."
	case in.Status == tracker.StatusBuilding:
		p.DeliveredLine = "Being built."
	default:
		p.DeliveredLine = "Nothing delivered yet."
	}
	switch {
	case in.Verdict != "":
		p.ChangedLine = plain(tracker.Verdicts.Label(string(in.Verdict)) + ": " + lowerFirst(tracker.Verdicts.Definition(string(in.Verdict))) + against(in))
	case in.Status == tracker.StatusDelivered:
		days := b.t.AsOf.DaysSince(in.DeliveredOn)
		waited := counted{count(days, "day", "days"), receiptOf("nobody-looked", in.ID, "days")}
		p.ChangedLine = plain("Nobody has looked yet.")
		if !in.DeliveredOn.IsZero() && days <= b.t.Strategy.Settings.Windows.EvaluateAfterDays {
			p.ChangedLine = b.say(p.Root, "Too early to say: delivered "+daysAgo(days)+".", waited)
		} else if !in.DeliveredOn.IsZero() {
			p.ChangedLine = b.say(p.Root, "Nobody has looked yet, "+waited.number+" after delivery.", waited)
		}
	default:
		p.ChangedLine = plain("Not known.")
	}
	for _, f := range in.OtherFactors {
		text := f.What
		if !f.Date.IsZero() {
			text += " (" + longDay(f.Date) + ")"
		}
		p.OtherFactors = append(p.OtherFactors, text)
	}
	m := in.Measure
	if m.IsZero() {
		return
	}
	p.MeasureLine = upperFirst(m.Name)
	if m.Baseline.Known && m.Target.Known {
		p.MeasureLine += ": from " + insight.Number(m.Baseline.Value, m.Unit) + " to " + insight.Number(m.Target.Value, m.Unit)
		if !m.By.IsZero() {
			p.MeasureLine += " by " + longDay(m.By)
		}
	}
	p.MeasureUnit = upperFirst(m.Unit)
	if p.MeasureUnit == "" {
		p.MeasureUnit = "Value"
	}
	if m.Level != "" {
		p.MeasureNote = "Level: " + strings.ToLower(tracker.Levels.Label(string(m.Level))) + "."
		if m.Level != tracker.LevelBehaviour && m.Level != tracker.LevelResult {
			p.MeasureNote += " It says what L&D did or how it was received, and does not count as a measurable shift."
		}
	}
	if m.Source != "" {
		p.MeasureNote += " Taken from: " + m.Source + "."
	}
	points := []point{}
	if m.Baseline.Known && !in.RequestedOn.IsZero() && len(in.Readings) > 0 {
		p.Readings = append(p.Readings, readingRow{in.RequestedOn, insight.Number(m.Baseline.Value, m.Unit), "Baseline"})
		points = append(points, point{Value: m.Baseline.Value, Known: true})
	}
	dates := []tracker.Date{in.RequestedOn}
	if len(points) == 0 {
		dates = nil
	}
	readings := slices.Clone(in.Readings)
	slices.SortStableFunc(readings, func(a, b tracker.Reading) int { return cmp.Compare(a.Date, b.Date) })
	for _, r := range readings {
		p.Readings = append(p.Readings, readingRow{r.Date, quantityOr(r.Value, m.Unit), r.Note})
		points = append(points, point{Value: r.Value.Value, Known: r.Value.Known})
		dates = append(dates, r.Date)
	}
	p.ReadingsSpark = sparkOf(points, dates, m.Unit, p.MeasureLine)
}

func quantityOr(n tracker.Number, unit string) string {
	if !n.Known {
		return "not known"
	}
	return insight.Number(n.Value, unit)
}
