package site

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// briefPage is what to have at hand before talking to a stakeholder. Of what
// only the team may read it holds nothing in the leaders' edition: Team is nil.
type briefPage struct {
	Page
	Name     string
	Goals    []string
	New      newView
	Crack    *noteLink // the last time that an order was filled differently
	Ours     []briefPromise
	Theirs   []briefPromise
	TheirsIs string // how the heading of theirs says what this edition holds
	Requests []briefRequest
	Rest     bool // some lines are left to the screen, since paper has one page
	Wins     []briefWin
	Sponsors []Pri
	Changed  []outcomeCard
	Team     *briefTeam
	Lines    []struct{} // for notes, on paper
}

type briefPromise struct {
	PromiseLine
	From Link // the record that it stands in; without an address in the strategy
}

// briefRequest is a request with what changed. OnPaper tells those for which a
// page has room.
type briefRequest struct {
	Title, URL, Status, Changed, Moved string
	Date                               tracker.Date
	OnPaper                            bool
}

type briefWin struct {
	WinLine
	OnPaper bool
}

// What one sheet of paper has room for, beside the rest.
const (
	requestsOnPaper = 4
	winsOnPaper     = 3
	notesOnPaper    = 9
	notesToPrepare  = 4
)

func (b *builder) briefPage(briefs []*insight.Brief, i int, wins []*tracker.Win) *briefPage {
	br := briefs[i]
	s := br.Stakeholder
	p := &briefPage{Page: b.page(stakeholderPath(s), "stakeholders", stakeholderName(s), "")}
	p.Name = p.Title
	p.BodyClass = "brief-page"
	p.Kicker = b.words.Text("brief.kicker")
	if title := stakeholderTitle(s); title != "" {
		p.Kicker += " · " + title
	}
	p.Crumbs = []Crumb{{b.words.Text("nav.stakeholders"), stakeholdersPath}}
	p.Source = b.source(s.Origin.File)
	p.Standfirst = plain(b.lastRequest(br))
	p.Description = strings.TrimSpace(p.Title + ": " + b.words.Inside(p.Standfirst.String()))
	p.Goals, p.New = br.Goals, b.newView(p.Page, br.New)
	p.Crack = b.lastCrack(p.Page, br.LastCrack)
	if p.Crack != nil && p.Crack.Title == p.New.Text {
		p.Crack.Title = "" // it stands above
	}
	p.Ours, p.Theirs = b.briefPromises(p.Page, br.Ours), b.briefPromises(p.Page, br.Theirs)
	p.TheirsIs = b.words.Text("brief.theirs")
	if b.forTeam() {
		p.TheirsIs = b.words.Text("brief.theirs.open")
	}
	p.Requests = briefRequests(p.Page, br.Intakes)
	for n, w := range newestFirst(wins) {
		p.Wins = append(p.Wins, briefWin{b.winLine(p.Page, w), n < winsOnPaper})
	}
	p.Rest = len(p.Requests) > requestsOnPaper || len(p.Wins) > winsOnPaper
	b.sponsored(p, s)
	p.Lines = make([]struct{}, notesOnPaper)
	if door := b.door(s); door != nil {
		p.Team = b.briefTeam(p.Page, br, door)
	}
	if i > 0 {
		q := briefs[i-1].Stakeholder
		p.Previous = &Neighbour{b.words.Text("brief.before"), stakeholderName(q), p.url(stakeholderPath(q))}
	}
	if i+1 < len(briefs) {
		q := briefs[i+1].Stakeholder
		p.Next = &Neighbour{b.words.Text("brief.next"), stakeholderName(q), p.url(stakeholderPath(q))}
	}
	return p
}

// lastRequest says what was asked for last, and what became of it.
func (b *builder) lastRequest(br *insight.Brief) string {
	if len(br.Intakes) == 0 {
		return b.words.Text("brief.last.none")
	}
	last := br.Intakes[len(br.Intakes)-1]
	text := b.words.Text("brief.last", "request", last.Intake.Title)
	if day := last.Intake.RequestedOn; !day.IsZero() {
		text = b.words.Text("brief.last.on", "request", last.Intake.Title, "day", day)
	}
	if last.Intake.Status.NotAgreed() {
		return text + " " + b.words.Text("brief.last.ended", "status", b.words.Inside(last.Status))
	}
	return text + " " + b.words.Text("brief.last.changed", "changed", b.words.Inside(strings.TrimRight(last.Changed, ".")))
}

func (b *builder) lastCrack(p Page, c *insight.LastCrack) *noteLink {
	if c == nil {
		return nil
	}
	text := strings.TrimSpace(c.Crack.What)
	if text == "" {
		text = b.words.Label(&tracker.Practices, c.Crack.Practice)
	}
	l := &noteLink{Title: message.UpperFirst(text), URL: p.url(intakePath(c.Intake))}
	if reaction := strings.TrimSpace(c.Crack.Reaction); reaction != "" {
		l.Note = plain(b.words.Text("brief.crack.met", "reaction", b.words.Inside(strings.TrimRight(b.words.Label(&tracker.Reactions, reaction), "."))))
	}
	return l
}

func (b *builder) briefPromises(p Page, promises []*insight.PartyPromise) []briefPromise {
	var lines []briefPromise
	for _, made := range promises {
		if strings.TrimSpace(made.Promise.What) == "" {
			continue
		}
		from := b.recordView(p, made.Record)
		line := briefPromise{PromiseLine: b.promise(made.Promise), From: Link{Title: from.Title, URL: from.URL}}
		if made.Record.Kind == tracker.KindStakeholder {
			line.From = Link{}
		}
		lines = append(lines, line)
	}
	return lines
}

// briefRequests are the requests, the newest first.
func briefRequests(p Page, intakes []insight.BriefIntake) []briefRequest {
	var lines []briefRequest
	for n, in := range newestFirst(intakes) {
		lines = append(lines, briefRequest{
			Title: in.Intake.Title, URL: p.url(intakePath(in.Intake)), Status: in.Status, Changed: message.UpperFirst(in.Changed), Moved: in.Moved,
			Date: in.Intake.RequestedOn, OnPaper: n < requestsOnPaper,
		})
	}
	return lines
}

// sponsored is what changed for a stakeholder: the outcomes of the priorities
// that they sponsor.
func (b *builder) sponsored(p *briefPage, s *tracker.Stakeholder) {
	var seen []*tracker.Outcome
	for _, pr := range b.t.Strategy.Priorities {
		if b.t.Who(pr.Sponsor).Stakeholder != s {
			continue
		}
		p.Sponsors = append(p.Sponsors, b.priority(p.Page, pr))
		for _, id := range pr.Outcomes {
			o := b.t.Outcome(id)
			if o == nil || slices.Contains(seen, o) {
				continue
			}
			seen = append(seen, o)
			if story := b.f.Story(o); story != nil {
				p.Changed = append(p.Changed, b.outcomeCard(p.Page, story))
			}
		}
	}
}
