package site

import (
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

type prioritiesPage struct {
	Page
	Priorities      []priorityCard
	Chart           *figure
	UnlinkedHeading string
	Unlinked        []WinLine
}

type priorityCard struct {
	Priority              Pri
	Why, Last             string
	Strip                 strip
	Wins, Stages, Intakes string
	Outcomes              []Link
	Sponsor               []Who
}

type priorityPage struct {
	Page
	Sponsor    []Who
	Why, Last  string
	Strip      *strip // nil where it was not active in the period
	Outcomes   []noteLink
	Stages     []stageRow
	UndoneText string
	Groups     []lineGroup
	Intakes    []IntakeLine
	NewWinURL  string
}

type noteLink struct{ Title, URL, Note string }

type stageRow struct {
	Stage tracker.Term
	Count int
}

type lineGroup struct {
	ID, Label, Count string
	Wins             []WinLine
}

func (b *builder) prioritiesPage() *prioritiesPage {
	p := &prioritiesPage{Page: b.page("priorities/index.html", "priorities", "What we are doing about each priority", "")}
	if len(b.t.Strategy.Priorities) > 0 {
		p.Heading = strings.TrimRight(b.f.Coverage.Headline(), ".")
		p.Description = p.Heading
		p.Standfirst = "Every priority of the business, in its own order, with the wins that name it. A thin line is a month with nothing recorded."
	}
	for _, pc := range b.f.Coverage.Priorities {
		p.Priorities = append(p.Priorities, priorityCard{
			Priority: b.priority(p.Page, pc.Priority), Why: pc.Priority.Why, Last: lastHeard(pc),
			Strip: b.monthStrip(pc), Wins: winsOf(pc), Stages: stagesText(pc),
			Intakes:  count(len(pc.Intakes), "request", "requests"),
			Outcomes: b.outcomeLinks(p.Page, pc.Outcomes), Sponsor: b.who(pc.Priority.Sponsor),
		})
	}
	if len(b.f.Coverage.Priorities) > 0 {
		p.Chart = b.figure(&p.Page, charts.WinsByPriority(b.f, p.Root), "coverage")
	}
	p.Unlinked = b.winLines(p.Page, newestFirst(b.f.Coverage.Unlinked))
	p.UnlinkedHeading = upperFirst(count(len(p.Unlinked), "win names", "wins name")) + " no priority"
	return p
}

// winsOf counts the wins of a priority; those that came undone are named, not
// hidden.
func winsOf(pc *insight.PriorityCoverage) string {
	text := count(len(pc.Wins), "win", "wins")
	if n := len(pc.Undone); n > 0 {
		text += ", " + numberWord(n) + " since come undone"
	}
	return text
}

func stagesText(pc *insight.PriorityCoverage) string {
	var parts []string
	for _, s := range pc.Stages {
		if len(s.Wins) > 0 && s.Stage != "" {
			parts = append(parts, thousands(len(s.Wins))+" "+strings.ToLower(s.Label))
		}
	}
	return list(parts)
}

func (b *builder) outcomeLinks(p Page, outcomes []*tracker.Outcome) []Link {
	var links []Link
	for _, o := range outcomes {
		links = append(links, Link{o.Title, p.url(outcomePath(o))})
	}
	return links
}

func (b *builder) priorityPage(i int) *priorityPage {
	pr := b.t.Strategy.Priorities[i]
	p := &priorityPage{Page: b.page(priorityPath(pr), "priorities", pr.Title, pr.Why)}
	p.Crumbs = []Crumb{{"Priorities", "priorities/index.html"}}
	p.Source = b.source(pr.Origin.File)
	p.Sponsor, p.Why = b.who(pr.Sponsor), pr.Why
	p.NewWinURL = b.forge.newFile("wins/YYYY-MM-DD-in-a-few-words.md",
		strings.Replace(b.scaffold("win.md", tracker.WinFields), "priorities: []", "priorities: ["+string(pr.ID)+"]", 1))
	if i > 0 {
		q := b.t.Strategy.Priorities[i-1]
		p.Previous = &Neighbour{"Priority before", q.Title, p.url(priorityPath(q))}
	}
	if i+1 < len(b.t.Strategy.Priorities) {
		q := b.t.Strategy.Priorities[i+1]
		p.Next = &Neighbour{"Next priority", q.Title, p.url(priorityPath(q))}
	}
	pc := b.coverage(pr)
	if pc == nil {
		p.Standfirst = "It ended on " + longDay(pr.To) + ", before the days that this site covers."
		if pr.From > b.t.AsOf {
			p.Standfirst = "It begins on " + longDay(pr.From) + "."
		}
		for _, id := range pr.Outcomes {
			if o := b.t.Outcome(id); o != nil {
				p.Outcomes = append(p.Outcomes, noteLink{o.Title, p.url(outcomePath(o)), b.change(o)})
			}
		}
		return p
	}
	strip := b.monthStrip(pc)
	p.Standfirst = upperFirst(winsOf(pc)) + " named it from " + b.months() + ". " + lastHeard(pc) + "."
	p.Last, p.Strip = b.months()+". "+lastHeard(pc)+".", &strip
	for _, o := range pc.Outcomes {
		p.Outcomes = append(p.Outcomes, noteLink{o.Title, p.url(outcomePath(o)), b.change(o)})
	}
	for _, s := range pc.Stages {
		if s.Stage != "" {
			p.Stages = append(p.Stages, stageRow{tracker.Term{ID: string(s.Stage), Label: s.Label, Definition: tracker.Stages.Definition(string(s.Stage))}, len(s.Wins)})
		}
	}
	if n := len(pc.Undone); n > 0 {
		p.UndoneText = upperFirst(numberWord(n)) + " more came undone and " + map[bool]string{true: "is", false: "are"}[n == 1] + " not counted as standing."
	}
	for _, q := range newestFirst(pc.Quarters) {
		if len(q.Wins) > 0 {
			p.Groups = append(p.Groups, lineGroup{q.Quarter.String(), q.Quarter.Label(), count(len(q.Wins), "win", "wins"), b.winLines(p.Page, newestFirst(q.Wins))})
		}
	}
	p.Intakes = b.intakeLines(p.Page, pc.Intakes)
	return p
}

func (b *builder) coverage(p *tracker.Priority) *insight.PriorityCoverage {
	for _, pc := range b.f.Coverage.Priorities {
		if pc.Priority == p {
			return pc
		}
	}
	return nil
}

// change says in a few words where an outcome stands.
func (b *builder) change(o *tracker.Outcome) string {
	s := b.f.Story(o)
	switch {
	case s == nil || len(s.Known) == 0:
		return "no reading yet"
	case len(s.Known) == 1:
		return insight.Number(s.Last.Value.Value, o.Measure.Unit) + " on " + longDay(s.Last.Date)
	}
	return "from " + insight.Change(s.First.Value.Value, s.Last.Value.Value, o.Measure.Unit)
}
