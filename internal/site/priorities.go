package site

import (
	"strings"

	"smallwins/internal/insight"
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
	p := &prioritiesPage{Page: b.page("priorities/index.html", "priorities", "What we are doing about each priority", "")}
	if len(b.t.Strategy.Priorities) > 0 {
		p.Heading = strings.TrimRight(b.f.Coverage.Headline(), ".")
		p.Description = p.Heading
		p.Standfirst = plain("Every priority of the business, in its own order, with the wins that name it. A thin line is a month with nothing recorded.")
		p.ReceiptURL = b.receipt(p.Root, "coverage/quiet")
	}
	for _, pc := range b.f.Coverage.Priorities {
		p.Priorities = append(p.Priorities, priorityCard{
			Priority: b.priority(p.Page, pc.Priority), Why: pc.Priority.Why, Last: b.lastHeard(p.Root, pc, "Last heard of "),
			Strip: b.monthStrip(pc), Wins: b.say(p.Root, winsOf(pc), winsNumbers(pc)...), Stages: b.stagesText(p.Root, pc),
			Intakes:  b.say(p.Root, requestsOf(pc), counted{requestsOf(pc), receiptOf("coverage", pc.Priority.ID, "requests")}),
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

// winsNumbers are the numbers of winsOf.
func winsNumbers(pc *insight.PriorityCoverage) []counted {
	numbers := []counted{{count(len(pc.Wins), "win", "wins"), receiptOf("coverage", pc.Priority.ID, "wins")}}
	if n := len(pc.Undone); n > 0 {
		numbers = append(numbers, counted{numberWord(n) + " since come undone", receiptOf("coverage", pc.Priority.ID, "undone")})
	}
	return numbers
}

func requestsOf(pc *insight.PriorityCoverage) string {
	return count(len(pc.Intakes), "request", "requests")
}

func (b *builder) stagesText(root string, pc *insight.PriorityCoverage) said {
	var parts []string
	var numbers []counted
	for _, s := range pc.Stages {
		if len(s.Wins) > 0 && s.Stage != "" {
			part := thousands(len(s.Wins)) + " " + strings.ToLower(s.Label)
			parts = append(parts, part)
			numbers = append(numbers, counted{part, stageReceipt(pc.Priority.ID, s.Stage)})
		}
	}
	return b.say(root, list(parts), numbers...)
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
	p.Sponsor, p.Why = b.who(p.Page, pr.Sponsor), pr.Why
	p.NewWinURL = b.newWinURL(pr)
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
		p.Standfirst = plain("It ended on " + longDay(pr.To) + ", before the days that this site covers.")
		if pr.From > b.t.AsOf {
			p.Standfirst = plain("It begins on " + longDay(pr.From) + ".")
		}
		for _, id := range pr.Outcomes {
			if o := b.t.Outcome(id); o != nil {
				p.Outcomes = append(p.Outcomes, noteLink{o.Title, p.url(outcomePath(o)), b.say(p.Root, b.change(o), movedNumbers(b.f.Story(o))...)})
			}
		}
		return p
	}
	strip := b.monthStrip(pc)
	heard := append(b.lastHeard(p.Root, pc, "Last heard of "), Link{Title: "."})
	numbers := winsNumbers(pc)
	numbers[0].number = upperFirst(numbers[0].number)
	p.Standfirst = append(b.say(p.Root, upperFirst(winsOf(pc))+" named it from "+b.months()+". ", numbers...), heard...)
	p.StripSpan, p.Strip = b.months(), &strip
	for _, o := range pc.Outcomes {
		p.Outcomes = append(p.Outcomes, noteLink{o.Title, p.url(outcomePath(o)), b.say(p.Root, b.change(o), movedNumbers(b.f.Story(o))...)})
	}
	for _, s := range pc.Stages {
		if s.Stage != "" {
			p.Stages = append(p.Stages, stageRow{tracker.Term{ID: string(s.Stage), Label: s.Label, Definition: tracker.Stages.Definition(string(s.Stage))},
				b.say(p.Root, thousands(len(s.Wins)), counted{thousands(len(s.Wins)), stageReceipt(pr.ID, s.Stage)})})
		}
	}
	if n := len(pc.Undone); n > 0 {
		more := upperFirst(numberWord(n)) + " more"
		p.UndoneText = b.say(p.Root, more+" came undone and "+map[bool]string{true: "is", false: "are"}[n == 1]+" not counted as standing.",
			counted{more, receiptOf("coverage", pr.ID, "undone")})
	}
	listed := 0
	for _, q := range newestFirst(pc.Quarters) {
		if len(q.Wins) > 0 {
			wins := count(len(q.Wins), "win", "wins")
			heading := b.say(p.Root, wins, counted{wins, receiptOf("coverage", pr.ID, quarterReceipt(q.Quarter))})
			g := lineGroup{ID: q.Quarter.String(), Label: q.Quarter.Label(), Count: heading}
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
		return "no reading yet"
	case len(s.Known) == 1:
		return insight.Number(s.Last.Value.Value, o.Measure.Unit) + " on " + longDay(s.Last.Date)
	}
	return "from " + insight.Change(s.First.Value.Value, s.Last.Value.Value, o.Measure.Unit)
}
