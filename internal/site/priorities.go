package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

type prioritiesPage struct {
	Page
	Priorities      []priorityCard
	Silence         *silenceFigure
	StripSpan       string // the months of the strips
	Chart           *figure
	UnlinkedHeading string
	UnlinkedReceipt string
	Unlinked        []WinLine
}

type priorityCard struct {
	Priority                    Pri
	Why                         string
	Strip                       strip
	Last, Wins, Stages, Intakes said
	Outcomes                    []Link
	Sponsor                     []Who
}

type priorityPage struct {
	Page
	Sponsor    []Who
	Why        string
	StripSpan  string
	Strip      *strip // nil where it was not active in the period
	Outcomes   []noteLink
	Stages     []stageRow
	UndoneText said
	Groups     []lineGroup
	Intakes    []IntakeLine
	NewWinURL  string
}

type noteLink struct {
	Title, URL string
	Note       said
}

type stageRow struct {
	Stage tracker.Term
	Count said
}

// lineGroup is the wins of a quarter; without Wins it is too long ago to list.
type lineGroup struct {
	ID, Label string
	Count     said
	Wins      []WinLine
}

func (b *builder) prioritiesPage() *prioritiesPage {
	p := &prioritiesPage{Page: b.page("priorities/index.html", "priorities", b.words.Text("priorities.title"), "")}
	if len(b.t.Strategy.Priorities) > 0 {
		p.Heading = strings.TrimRight(b.f.Coverage.Headline(), ".")
		p.Description = p.Heading
		p.Standfirst = plain(b.words.Text("priorities.standfirst"))
		p.ReceiptURL = b.receipt(p.Root, "coverage/quiet")
	}
	for _, pc := range b.f.Coverage.Priorities {
		wins, numbers := b.winsText(pc, false)
		requests := b.words.Text("common.requests", "n", len(pc.Intakes))
		p.Priorities = append(p.Priorities, priorityCard{
			Priority: b.priority(p.Page, pc.Priority), Why: pc.Priority.Why, Last: b.lastHeard(p.Root, pc, true),
			Strip: b.monthStrip(pc), Wins: b.say(p.Root, wins, numbers...), Stages: b.stagesText(p.Root, pc),
			Intakes:  b.say(p.Root, requests, counted{requests, receiptOf("coverage", pc.Priority.ID, "requests")}),
			Outcomes: b.outcomeLinks(p.Page, pc.Outcomes), Sponsor: b.who(p.Page, pc.Priority.Sponsor),
		})
	}
	if len(b.f.Coverage.Priorities) > 0 {
		p.StripSpan = b.months()
		p.Chart = b.winsFigure(&p.Page)
		p.Silence = b.silenceFigure(p.Page)
	}
	p.Unlinked = b.winLines(p.Page, newestFirst(b.f.Coverage.Unlinked))
	p.UnlinkedReceipt = b.receipt(p.Root, "coverage/unlinked")
	p.UnlinkedHeading = b.words.Text("common.no-priority", "n", len(p.Unlinked))
	return p
}

// winsText counts the wins of a priority, with the numbers in it; those that came
// undone are named, not hidden. upper begins a sentence with it.
func (b *builder) winsText(pc *insight.PriorityCoverage, upper bool) (string, []counted) {
	text := b.words.Text("common.wins", "n", len(pc.Wins))
	if upper {
		text = message.UpperFirst(text)
	}
	numbers := []counted{{text, receiptOf("coverage", pc.Priority.ID, "wins")}}
	if n := len(pc.Undone); n > 0 {
		undone := b.words.Text("common.undone-part", "n", n, "word", b.words.CountWord(n))
		text = b.words.Text("common.wins-undone", "wins", text, "undone", undone)
		numbers = append(numbers, counted{undone, receiptOf("coverage", pc.Priority.ID, "undone")})
	}
	return text, numbers
}

func (b *builder) stagesText(root string, pc *insight.PriorityCoverage) said {
	var parts []string
	var numbers []counted
	for _, s := range pc.Stages {
		if len(s.Wins) > 0 && s.Stage != "" {
			part := b.words.Text("priorities.at-stage", "n", len(s.Wins), "stage", b.words.Inside(b.words.Label(&tracker.Stages, string(s.Stage))))
			parts = append(parts, part)
			numbers = append(numbers, counted{part, stageReceipt(pc.Priority.ID, s.Stage)})
		}
	}
	return b.say(root, b.words.List(parts), numbers...)
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
	p.Crumbs = []Crumb{{b.words.Text("nav.priorities"), "priorities/index.html"}}
	p.Source = b.source(pr.Origin.File)
	p.Sponsor, p.Why = b.who(p.Page, pr.Sponsor), pr.Why
	p.NewWinURL = b.newWinURL(pr)
	if i > 0 {
		q := b.t.Strategy.Priorities[i-1]
		p.Previous = &Neighbour{b.words.Text("priority.before"), q.Title, p.url(priorityPath(q))}
	}
	if i+1 < len(b.t.Strategy.Priorities) {
		q := b.t.Strategy.Priorities[i+1]
		p.Next = &Neighbour{b.words.Text("priority.next"), q.Title, p.url(priorityPath(q))}
	}
	pc := b.coverage(pr)
	if pc == nil {
		p.Standfirst = plain(b.words.Text("priority.ended", "day", b.day(pr.To)))
		if pr.From > b.t.AsOf {
			p.Standfirst = plain(b.words.Text("priority.begins", "day", b.day(pr.From)))
		}
		for _, id := range pr.Outcomes {
			if o := b.t.Outcome(id); o != nil {
				p.Outcomes = append(p.Outcomes, noteLink{o.Title, p.url(outcomePath(o)), b.say(p.Root, b.change(o), b.movedNumbers(b.f.Story(o))...)})
			}
		}
		return p
	}
	strip := b.monthStrip(pc)
	heard := append(b.lastHeard(p.Root, pc, true), Link{Title: "."})
	wins, numbers := b.winsText(pc, true)
	named := b.words.Text("priority.named", "wins", wins, "span", b.months())
	p.Standfirst = append(b.say(p.Root, named+" ", numbers...), heard...)
	p.StripSpan, p.Strip = b.months(), &strip
	for _, o := range pc.Outcomes {
		p.Outcomes = append(p.Outcomes, noteLink{o.Title, p.url(outcomePath(o)), b.say(p.Root, b.change(o), b.movedNumbers(b.f.Story(o))...)})
	}
	for _, s := range pc.Stages {
		if s.Stage != "" {
			p.Stages = append(p.Stages, stageRow{b.term(&tracker.Stages, string(s.Stage)),
				b.say(p.Root, b.words.Count(len(s.Wins)), counted{b.words.Count(len(s.Wins)), stageReceipt(pr.ID, s.Stage)})})
		}
	}
	if n := len(pc.Undone); n > 0 {
		more := b.words.Text("priority.more", "n", n, "word", message.UpperFirst(b.words.CountWord(n)))
		p.UndoneText = b.say(p.Root, b.words.Text("priority.undone", "n", n, "more", more),
			counted{more, receiptOf("coverage", pr.ID, "undone")})
	}
	listed := 0
	for _, q := range newestFirst(pc.Quarters) {
		if len(q.Wins) > 0 {
			wins := b.words.Text("common.wins", "n", len(q.Wins))
			heading := b.say(p.Root, wins, counted{wins, receiptOf("coverage", pr.ID, quarterReceipt(q.Quarter))})
			g := lineGroup{ID: q.Quarter.String(), Label: b.words.Quarter(q.Quarter), Count: heading}
			if listed += len(q.Wins); listed <= onAListPage || len(p.Groups) == 0 {
				g.Wins = besides(b.priority(p.Page, pr), b.winLines(p.Page, newestFirst(q.Wins)))
			}
			p.Groups = append(p.Groups, g)
		}
	}
	p.Intakes = b.intakeLines(p.Page, pc.Intakes)
	return p
}

// newWinFile is the name from which a new win starts; the script puts the
// reader's day in.
const newWinFile = "wins/YYYY-MM-DD-in-a-few-words.md"

// newWinURL opens the form for a win that names the priority.
func (b *builder) newWinURL(pr *tracker.Priority) string {
	return b.forge.newFile(newWinFile,
		strings.Replace(b.newWin, "priorities: []", "priorities: ["+string(pr.ID)+"]", 1))
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
		return b.words.Text("common.no-reading")
	case len(s.Known) == 1:
		return b.words.Text("common.reading-on", "value", b.words.Number(s.Last.Value.Value, o.Measure.Unit), "day", s.Last.Date)
	}
	return b.words.Text("common.change-from", "change", b.changed(s), "way", "none")
}
