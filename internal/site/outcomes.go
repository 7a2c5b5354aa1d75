package site

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

type outcomesPage struct {
	Page
	Outcomes []outcomeCard
}

type outcomePage struct {
	Page
	KindLabel               string
	Chart                   *figure
	GradeHeading, GradeText string
	GradeReceipt, Unknown   string
	Factors                 []string
	Measure                 string
	Sponsors                []Who // of the priorities that feed it
	Lanes                   []lane
	Intakes                 []IntakeLine
}

// lane is a priority, or none where the wins name the outcome themselves, with
// its wins.
type lane struct {
	Priority *Pri
	Count    said
	Wins     []WinLine
	Rest     *Link
}

func (b *builder) outcomesPage() *outcomesPage {
	p := &outcomesPage{Page: b.page("outcomes/index.html", "outcomes", b.words.Text("outcomes.title"), "")}
	if len(b.f.Stories) > 0 {
		p.Heading = b.homeHeading()
		p.Standfirst = plain(b.words.Text("outcomes.standfirst"))
		p.ReceiptURL = b.movedReceipt(p.Root)
	}
	p.Description = p.Heading
	for _, s := range b.f.Stories {
		p.Outcomes = append(p.Outcomes, b.outcomeCard(p.Page, s))
	}
	return p
}

func (b *builder) outcomePage(i int) *outcomePage {
	s := b.f.Stories[i]
	o := s.Outcome
	p := &outcomePage{Page: b.page(outcomePath(o), "outcomes", o.Title, s.Headline())}
	p.Crumbs = []Crumb{{b.words.Text("nav.outcomes"), "outcomes/index.html"}}
	p.Source = b.source(o.Origin.File)
	p.Standfirst = b.story(p.Root, s)
	p.KindLabel = b.words.Label(&tracker.OutcomeKinds, o.Kind)
	if len(s.Readings) > 0 {
		p.Chart = b.readingsFigure(&p.Page, s)
	}
	p.GradeHeading, p.GradeText = b.words.Text("outcome.no-contribution"), message.UpperFirst(s.Missing)+"."
	if s.Missing == "" {
		p.GradeHeading = b.evidence(s)
		p.GradeText = b.words.Definition(&insight.Grades, string(s.Grade))
		if s.GradeReason != "" {
			p.GradeText = message.UpperFirst(strings.TrimRight(s.GradeReason, ".")) + "."
		}
	}
	p.GradeReceipt = b.receipt(p.Root, receiptOf("contribution", o.ID, "evidence"))
	p.Unknown = s.Unknown()
	if len(s.Gaps) > 0 {
		var days []string
		for _, g := range s.Gaps {
			days = append(days, b.day(g.Date))
		}
		p.Unknown += " " + b.words.Text("outcome.no-reading-for", "days", b.words.List(days))
	}
	for _, f := range s.Factors {
		text := message.UpperFirst(strings.TrimRight(strings.TrimSpace(f.What), ".;, "))
		if !f.Date.IsZero() {
			text += ", " + b.words.Day(f.Date)
		}
		p.Factors = append(p.Factors, text)
	}
	p.Measure = b.measureText(o.Measure)
	p.Sponsors = b.sponsors(p.Page, s.Priorities)
	p.Lanes = b.storyLanes(p.Page, s)
	p.Intakes = b.intakeLines(p.Page, s.Intakes)
	if i > 0 {
		q := b.f.Stories[i-1].Outcome
		p.Previous = &Neighbour{b.words.Text("outcome.before"), q.Title, p.url(outcomePath(q))}
	}
	if i+1 < len(b.f.Stories) {
		q := b.f.Stories[i+1].Outcome
		p.Next = &Neighbour{b.words.Text("outcome.next"), q.Title, p.url(outcomePath(q))}
	}
	return p
}

// sponsors are those who sponsor the priorities, each once.
func (b *builder) sponsors(p Page, priorities []*tracker.Priority) []Who {
	var named []tracker.Person
	for _, pr := range priorities {
		if pr.Sponsor != "" && !slices.Contains(named, pr.Sponsor) {
			named = append(named, pr.Sponsor)
		}
	}
	return b.who(p, named...)
}

func (b *builder) measureText(m tracker.Measure) string {
	if m.IsZero() {
		return ""
	}
	name := m.Name
	switch {
	case strings.HasPrefix(m.Unit, "per "):
		name += ", " + m.Unit
	case m.Unit != "":
		name = b.words.Text("outcome.measure-in", "name", name, "unit", m.Unit)
	}
	if way := b.words.Text("outcome.way", "way", m.Direction); way != "" {
		name += "; " + way
	}
	text := message.UpperFirst(strings.TrimRight(name, ".")) + "."
	if m.Baseline.Known {
		text += " " + b.words.Text("outcome.baseline", "value", b.words.Number(m.Baseline.Value, m.Unit))
	}
	if m.Target.Known {
		text += " " + b.words.Text("outcome.target", "value", b.words.Number(m.Target.Value, m.Unit), "dated", yesOr(!m.By.IsZero()), "day", m.By)
	}
	if m.Source != "" {
		text += " " + b.words.Text("outcome.source", "source", strings.TrimRight(m.Source, "."))
	}
	return text
}

// winsInALane keeps the page of an outcome light that very many wins aim at.
const winsInALane = 60

// storyLanes are the wins that the story counts, and those after its last
// reading, by the priority that they name.
func (b *builder) storyLanes(p Page, s *insight.Story) []lane {
	bo := insight.BoardOutcome{Outcome: s.Outcome}
	wins := append(slices.Clone(s.Wins), s.After...)
	through := map[*tracker.Win]bool{}
	for _, pr := range s.Priorities {
		bp := insight.BoardPriority{Priority: pr}
		for _, w := range wins {
			if slices.ContainsFunc(w.Priorities, func(id tracker.ID) bool { return b.t.Priority(id) == pr }) {
				bp.Wins = append(bp.Wins, w)
				through[w] = true
			}
		}
		bo.Priorities = append(bo.Priorities, bp)
	}
	for _, w := range wins {
		if !through[w] {
			bo.Direct = append(bo.Direct, w)
		}
	}
	directly := receiptOf("contribution", s.Outcome.ID, "directly")
	lanes := b.lanes(p, bo, winsInALane, func(pr *tracker.Priority) string {
		if pr == nil {
			return directly
		}
		return receiptOf("contribution", s.Outcome.ID, receiptOf("through", pr.ID, ""))
	})
	if n := len(lanes) - 1; n >= 0 && lanes[n].Priority == nil && lanes[n].Rest != nil {
		lanes[n].Rest.URL = b.receipt(p.Root, directly) // from the outcome's own page
	}
	return lanes
}

// lanes are the priorities that feed an outcome with their wins, newest first;
// most limits the wins of each. receipt says which one the count
// of a lane has; it is asked for nil where the wins name the outcome themselves.
func (b *builder) lanes(p Page, bo insight.BoardOutcome, most int, receipt func(*tracker.Priority) string) []lane {
	var lanes []lane
	for _, bp := range bo.Priorities {
		l := b.lane(p, bp.Wins, most, receipt(bp.Priority))
		tag := b.priority(p, bp.Priority)
		l.Priority = &tag
		l.Wins = besides(tag, l.Wins)
		if l.Rest != nil {
			l.Rest.URL = tag.URL
		}
		lanes = append(lanes, l)
	}
	if len(bo.Direct) > 0 {
		l := b.lane(p, bo.Direct, most, receipt(nil))
		if l.Rest != nil {
			l.Rest.URL = p.url(outcomePath(bo.Outcome))
		}
		lanes = append(lanes, l)
	}
	return lanes
}

func (b *builder) lane(p Page, wins []*tracker.Win, most int, receipt string) lane {
	number := b.words.Text("common.wins", "n", len(wins))
	l := lane{Count: b.say(p.Root, number, counted{number, receipt})}
	shown := newestFirst(wins)
	if len(shown) > most {
		shown = shown[:most]
		l.Rest = &Link{Title: b.words.Text("common.all-n-wins", "n", len(wins))}
	}
	l.Wins = b.winLines(p, shown)
	return l
}
