package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
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
		Requested:   message.UpperFirst(b.requestedText(in)),
		Agreed:      message.UpperFirst(b.agreedText(in)),
		Commitments: b.promises(in.Commitments), Promises: b.promises(in.Promises),
		RedirectedTo: in.RedirectedTo, Missing: b.labels(&tracker.Questions, in.Missing),
	}
	p.BodyClass = "contract-page"
	p.Crumbs = []Crumb{{b.words.Text("nav.intakes"), "intakes/index.html"}}
	p.Source = b.source(in.Origin.File)
	p.Stakeholder, p.Request = b.who(p.Page, in.Stakeholder), p.html(in.Request)
	if in.ArrivedAs != "" {
		p.ArrivedAs = b.words.Text("intake.arrived", "as", string(in.ArrivedAs))
	}
	p.StatusLine = b.intakeStatus(in)
	p.NotAgreedYet = b.words.Text("intake.not-agreed", "over", yesOr(insight.Over(in)))
	if in.Status.NotAgreed() {
		p.NotAgreedYet = b.words.Text("intake.nothing", "status", b.words.Inside(b.words.Label(&tracker.Statuses, string(in.Status))))
	}
	b.contractView(&p, c)
	p.OwnersHeading, p.Owners = b.owners(p.Root, c)
	p.WhatWeAgreed, p.ProceedingBecause = p.html(in.WhatWeAgreed), p.html(in.ProceedingBecause)
	p.WhatHappened, p.WhatChanged, p.InTheWay = p.html(in.WhatHappened), p.html(in.WhatChanged), p.html(in.WhatWasInTheWay)
	p.Reason, p.OfferedInstead = p.html(in.Reason), p.html(in.OfferedInstead)
	p.EndHeading = b.words.Text("intake.why-ended")
	if in.Status == tracker.StatusWaitlisted {
		p.EndHeading = b.words.Text("intake.why-waits")
	}
	b.workView(&p, in)
	b.outcomeView(&p, in)
	p.Wins = b.winLines(p.Page, b.grewFrom[in])
	grew := message.UpperFirst(b.words.Text("common.wins", "n", len(p.Wins)))
	p.WinsHeading = b.say(p.Root, b.words.Text("intake.grew", "n", len(p.Wins)), counted{grew, receiptOf("contract", in.ID, "grew")})
	for _, e := range b.t.Intakes[:i] {
		if e.Stakeholder == in.Stakeholder && in.Stakeholder != "" {
			p.Earlier = append(p.Earlier, b.intakeLine(p.Page, e))
		}
	}
	p.Links = b.links(p.Page, in.Links)
	p.More = b.more(p.Page, in.More)
	if i > 0 {
		p.Previous = &Neighbour{b.words.Text("intake.earlier"), b.t.Intakes[i-1].Title, p.url(intakePath(b.t.Intakes[i-1]))}
	}
	if i+1 < len(b.t.Intakes) {
		p.Next = &Neighbour{b.words.Text("intake.later"), b.t.Intakes[i+1].Title, p.url(intakePath(b.t.Intakes[i+1]))}
	}
	return p
}

func (b *builder) intakeStatus(in *tracker.Intake) string {
	parts := []string{}
	if s := b.t.Who(in.Stakeholder).Stakeholder; s != nil && s.Department != "" {
		parts = append(parts, s.Department)
	}
	parts = append(parts, b.words.Label(&tracker.Statuses, string(in.Status)))
	if in.Verdict != "" {
		parts = append(parts, b.words.Label(&tracker.Verdicts, string(in.Verdict)))
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
	inside := func(v *tracker.Vocabulary, id string) string { return b.words.Inside(b.words.Label(v, id)) }
	for _, r := range in.Reinforcement {
		done := ""
		if r.Done {
			done = b.words.Text("intake.done")
		}
		p.Reinforcement = append(p.Reinforcement, join(message.UpperFirst(r.What), b.t.Who(r.Who).Name, inside(&tracker.Moments, r.When), inside(&tracker.Drivers, r.Driver), done))
	}
	for _, x := range in.Barriers {
		owner := b.words.Text("intake.no-owner")
		if x.Owner != "" {
			owner = b.words.Text("intake.owned-by", "name", b.t.Who(x.Owner).Name)
		}
		p.Barriers = append(p.Barriers, join(message.UpperFirst(x.What), owner, inside(&tracker.BarrierStates, x.State)))
	}
	if len(in.Barriers) == 0 && !in.BarriersChecked.IsZero() {
		p.Barriers = []string{b.words.Text("intake.none-found", "day", in.BarriersChecked)}
	}
	for _, x := range in.Cracks {
		p.Cracks = append(p.Cracks, join(message.UpperFirst(x.What), b.words.Label(&tracker.Practices, x.Practice), x.Reaction))
	}
	for _, x := range in.Prework {
		p.Prework = append(p.Prework, join(b.words.Day(x.Date), x.Kind, x.What))
	}
	for _, x := range in.Conversations {
		with := ""
		if x.With != "" {
			with = b.words.Text("intake.with", "name", b.t.Who(x.With).Name)
		}
		p.Conversations = append(p.Conversations, join(b.words.Day(x.Date), with, x.Note, inside(&tracker.Reactions, x.Reaction)))
	}
	if l := in.Logistics; l != (tracker.Logistics{}) {
		if !l.NeededBy.IsZero() {
			p.Asked = append(p.Asked, b.words.Text("intake.asked.when", "day", l.NeededBy))
		}
		if l.Audience != "" {
			p.Asked = append(p.Asked, b.words.Text("intake.asked.how-many", "answer", l.Audience))
		}
		if l.Mode != "" {
			p.Asked = append(p.Asked, b.words.Text("intake.asked.mode", "answer", message.UpperFirst(l.Mode)))
		}
	}
	for _, q := range b.terms(&tracker.Questions) {
		if !in.Contract.Answer(q.ID).IsEmpty() {
			p.PartnerQuestions = append(p.PartnerQuestions, q.Definition)
			continue
		}
		for _, asked := range in.Asked {
			if asked == q.ID {
				p.PartnerQuestions = append(p.PartnerQuestions, b.words.Text("intake.no-answer", "question", q.Definition))
			}
		}
	}
}

// against sets the last reading beside what was agreed.
func (b *builder) against(in *tracker.Intake) string {
	m, last := in.Measure, tracker.Reading{}
	for _, r := range in.Readings {
		if r.Value.Known && r.Date >= last.Date {
			last = r
		}
	}
	if !last.Value.Known || !m.Target.Known {
		return ""
	}
	return " " + b.words.Text("intake.against", "value", b.words.Number(last.Value.Value, m.Unit), "target", b.words.Number(m.Target.Value, m.Unit),
		"dated", yesOr(!m.By.IsZero()), "day", m.By)
}

// requestedText says what was asked for; where that was no product, how the
// request arrived.
func (b *builder) requestedText(in *tracker.Intake) string {
	none := b.words.Text("intake.requested.nothing")
	switch in.ArrivedAs {
	case tracker.ArrivedProblem:
		none = b.words.Text("intake.requested.problem")
	case tracker.ArrivedInvitation:
		none = b.words.Text("intake.requested.invitation")
	}
	return b.solutions(in.Requested, none)
}

// agreedText says what was agreed.
func (b *builder) agreedText(in *tracker.Intake) string {
	return b.solutions(in.Agreed, b.words.Text("intake.agreed.nothing"))
}

// solutions names solution types in a sentence; none says what "none" means
// here, since asking for nothing and agreeing on nothing differ.
func (b *builder) solutions(ids []string, none string) string {
	var names []string
	for _, id := range ids {
		if id == "none" {
			names = append(names, none)
			continue
		}
		names = append(names, b.words.Inside(b.words.Label(&tracker.Solutions, id)))
	}
	return b.words.List(names)
}

func (b *builder) outcomeView(p *intakePage, in *tracker.Intake) {
	p.DeliveredLine = b.delivered(in)
	p.ChangedLine = b.changedLine(p.Root, in)
	for _, f := range in.OtherFactors {
		text := f.What
		if !f.Date.IsZero() {
			text += " (" + b.words.Day(f.Date) + ")"
		}
		p.OtherFactors = append(p.OtherFactors, text)
	}
	if !in.Measure.IsZero() {
		b.measureView(p, in)
	}
}

// delivered says in a sentence what became of the work.
func (b *builder) delivered(in *tracker.Intake) string {
	switch {
	case !in.DeliveredOn.IsZero():
		return b.words.Text("intake.delivered.on", "day", in.DeliveredOn)
	case in.Status.NotAgreed():
		return b.words.Text("intake.delivered.nothing")
	case in.Status == tracker.StatusBuilding:
		return b.words.Text("intake.delivered.building")
	}
	return b.words.Text("intake.delivered.not-yet")
}

// changedLine says in a sentence what came of it, as far as anybody looked.
func (b *builder) changedLine(root string, in *tracker.Intake) said {
	if in.Verdict != "" {
		id := string(in.Verdict)
		return plain(b.words.Text("intake.changed.verdict", "verdict", b.words.Label(&tracker.Verdicts, id),
			"definition", b.words.Inside(b.words.Definition(&tracker.Verdicts, id))) + b.against(in))
	}
	if in.Status != tracker.StatusDelivered {
		return plain(b.words.Text("intake.changed.unknown"))
	}
	if in.DeliveredOn.IsZero() {
		return plain(b.words.Text("intake.changed.nobody"))
	}
	days := b.t.AsOf.DaysSince(in.DeliveredOn)
	receipt := receiptOf("nobody-looked", in.ID, "days")
	if days <= b.t.Strategy.Settings.Windows.EvaluateAfterDays {
		text := b.words.Text("intake.changed.early", "ago", b.words.Text("common.days-ago", "n", days))
		return b.say(root, text, counted{b.words.Text("common.days-since", "n", days), receipt})
	}
	waited := b.words.Text("common.days", "n", days)
	return b.say(root, b.words.Text("intake.changed.waited", "days", waited), counted{waited, receipt})
}

// measureView shows the measure of a request with its readings.
func (b *builder) measureView(p *intakePage, in *tracker.Intake) {
	m := in.Measure
	p.MeasureLine = message.UpperFirst(m.Name)
	if m.Baseline.Known && m.Target.Known {
		p.MeasureLine = b.words.Text("intake.measure", "name", p.MeasureLine, "from", b.words.Number(m.Baseline.Value, m.Unit),
			"to", b.words.Number(m.Target.Value, m.Unit), "dated", yesOr(!m.By.IsZero()), "day", m.By)
	}
	p.MeasureUnit = message.UpperFirst(cmp.Or(m.Unit, b.words.Text("intake.value")))
	if m.Level != "" {
		p.MeasureNote = b.words.Text("intake.level", "level", b.words.Inside(b.words.Label(&tracker.Levels, string(m.Level))))
		if m.Level != tracker.LevelBehaviour && m.Level != tracker.LevelResult {
			p.MeasureNote += " " + b.words.Text("intake.no-shift")
		}
	}
	if m.Source != "" {
		p.MeasureNote += " " + b.words.Text("intake.taken-from", "source", m.Source)
	}
	points := []point{}
	if m.Baseline.Known && !in.RequestedOn.IsZero() && len(in.Readings) > 0 {
		p.Readings = append(p.Readings, readingRow{in.RequestedOn, b.words.Number(m.Baseline.Value, m.Unit), b.words.Text("intake.baseline")})
		points = append(points, point{Value: m.Baseline.Value, Known: true})
	}
	dates := []tracker.Date{in.RequestedOn}
	if len(points) == 0 {
		dates = nil
	}
	readings := slices.Clone(in.Readings)
	slices.SortStableFunc(readings, func(a, b tracker.Reading) int { return cmp.Compare(a.Date, b.Date) })
	for _, r := range readings {
		p.Readings = append(p.Readings, readingRow{r.Date, b.quantityOr(r.Value, m.Unit), r.Note})
		points = append(points, point{Value: r.Value.Value, Known: r.Value.Known})
		dates = append(dates, r.Date)
	}
	p.ReadingsSpark = b.sparkOf(points, dates, m.Unit, p.MeasureLine)
}

func (b *builder) quantityOr(n tracker.Number, unit string) string {
	if !n.Known {
		return b.words.Text("common.not-known")
	}
	return b.words.Number(n.Value, unit)
}
