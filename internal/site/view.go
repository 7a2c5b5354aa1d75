package site

import (
	"html/template"
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Who is a person as a page shows them. URL leads to the brief of a stakeholder;
// nobody else has a page.
type Who struct{ Name, Role, URL string }

// Pri is a priority with the colour that it has everywhere.
type Pri struct {
	Title, URL string
	Colour     int // 1 to 8
}

// WinLine is a win in a list.
type WinLine struct {
	ID, Title, URL string
	Date           tracker.Date
	Stage          tracker.Term
	People         string
	Roles          []string
	Priorities     []Pri
	Undone         bool

	// What the filters of a list look at.
	PriorityIDs, Practices, Period string
	Linked                         string // "yes" where it leads to a priority or an outcome
}

// IntakeLine is an intake in a list.
type IntakeLine struct {
	Title, URL           string
	Date                 tracker.Date
	From, Status         string
	Verdict              string
	Depth                said
	StatusID, PositionID string
	Period               string
}

// PromiseLine is a promise in a list; State is empty where it is not for this
// edition. Where is the record that holds it, where that is not the page's own.
type PromiseLine struct {
	What, Who, To, State, When string
	Where                      *Link
}

// More is something that an author wrote under a heading of their own.
type More struct {
	Label string
	HTML  template.HTML
}

func (b *builder) who(page Page, people ...tracker.Person) []Who {
	var who []Who
	for _, p := range people {
		if p == "" {
			continue
		}
		party := b.t.Who(p)
		w := Who{Name: party.Name, Role: party.Role}
		if w.Role == w.Name {
			w.Role = ""
		}
		if s := party.Stakeholder; s != nil {
			w.Name, w.URL = stakeholderName(s), page.url(stakeholderPath(s))
		}
		who = append(who, w)
	}
	return who
}

func (b *builder) names(people []tracker.Person) string {
	var names []string
	for _, w := range b.who(Page{}, people...) {
		names = append(names, w.Name)
	}
	return b.words.List(names)
}

func (b *builder) priority(p Page, pr *tracker.Priority) Pri {
	return Pri{Title: pr.Title, URL: p.url(priorityPath(pr)), Colour: b.colour[pr]}
}

func (b *builder) priorities(p Page, ids []tracker.ID) []Pri {
	var tags []Pri
	for _, id := range ids {
		if pr := b.t.Priority(id); pr != nil {
			tags = append(tags, b.priority(p, pr))
		}
	}
	return tags
}

// term is the value of a vocabulary as readers see it.
func (b *builder) term(v *tracker.Vocabulary, id string) tracker.Term {
	return tracker.Term{ID: id, Label: b.words.Label(v, id), Definition: b.words.Definition(v, id)}
}

// terms are all values of a vocabulary as readers see them.
func (b *builder) terms(v *tracker.Vocabulary) []tracker.Term {
	terms := make([]tracker.Term, len(v.Terms))
	for i, t := range v.Terms {
		terms[i] = b.term(v, t.ID)
	}
	return terms
}

func (b *builder) stageTerm(w *tracker.Win) tracker.Term {
	return b.term(&tracker.Stages, string(w.StageOr()))
}

func (b *builder) winLine(p Page, w *tracker.Win) WinLine {
	line := WinLine{
		ID: string(w.ID), Title: w.Title, URL: p.url(winPath(w)), Date: w.Date, Stage: b.stageTerm(w),
		People: b.names(w.Whose()), Priorities: b.priorities(p, w.Priorities),
		Undone: !w.StandsAt(b.t.AsOf), Practices: strings.Join(w.Practices, " "),
		Period: b.t.Quarter(w.Date).String(),
	}
	for _, person := range w.Whose() {
		if m := b.t.Who(person).Member; m != nil {
			line.Roles = append(line.Roles, m.Role)
		}
	}
	for _, id := range w.Priorities {
		line.PriorityIDs += string(id.Fold()) + " "
	}
	line.PriorityIDs = strings.TrimSpace(line.PriorityIDs)
	line.Linked = "no"
	if len(b.chainOf(p, w)) > 0 {
		line.Linked = "yes"
	}
	return line
}

func (b *builder) winLines(p Page, wins []*tracker.Win) []WinLine {
	lines := make([]WinLine, len(wins))
	for i, w := range wins {
		lines[i] = b.winLine(p, w)
	}
	return lines
}

// besides leaves the priority that a list stands under out of its lines.
func besides(under Pri, lines []WinLine) []WinLine {
	for i := range lines {
		lines[i].Priorities = slices.DeleteFunc(lines[i].Priorities, func(pr Pri) bool { return pr == under })
	}
	return lines
}

// newestFirst turns a list of wins, which the tracker keeps by date, round.
func newestFirst[T any](s []T) []T {
	r := make([]T, len(s))
	for i, v := range s {
		r[len(s)-1-i] = v
	}
	return r
}

func (b *builder) intakeLine(p Page, in *tracker.Intake) IntakeLine {
	line := IntakeLine{
		Title: in.Title, URL: p.url(intakePath(in)), Date: in.RequestedOn,
		From: b.t.Who(in.Stakeholder).Name, Status: b.words.Label(&tracker.Statuses, string(in.Status)),
		StatusID: string(in.Status), Period: b.t.Quarter(in.RequestedOn).String(),
	}
	if s := b.t.Who(in.Stakeholder).Stakeholder; s != nil && s.Department != "" {
		line.From = s.Department
	}
	if in.Verdict != "" {
		line.Verdict = b.words.Label(&tracker.Verdicts, string(in.Verdict))
	}
	if c := b.f.Contract(in); c != nil && c.Missing == "" {
		depth := c.Answered().In(b.words)
		line.Depth = b.say(p.Root, b.words.Text("common.questions-answered", "share", depth), counted{depth, receiptOf("contract", in.ID, "answered")})
		line.PositionID = string(c.Position)
	}
	return line
}

func (b *builder) intakeLines(p Page, intakes []*tracker.Intake) []IntakeLine {
	lines := make([]IntakeLine, len(intakes))
	for i, in := range intakes {
		lines[i] = b.intakeLine(p, in)
	}
	return lines
}

func (b *builder) promises(promises []tracker.Promise) []PromiseLine {
	var lines []PromiseLine
	for i := range promises {
		lines = append(lines, b.promise(&promises[i]))
	}
	return lines
}

func (b *builder) promise(p *tracker.Promise) PromiseLine {
	line := PromiseLine{What: message.UpperFirst(p.What)}
	if p.Who != "" {
		line.Who = b.t.Who(p.Who).Name
	} else if b.site.ForLeaders {
		line.Who = b.words.Text("common.us") // see tracker.Redacted
	}
	if p.To != "" {
		line.To = b.t.Who(p.To).Name
	}
	line.When = b.promisedFor(p)
	state := p.StateAt(b.t.AsOf)
	switch {
	case state == "":
	case state == tracker.PromiseOverdue:
		line.State = b.words.Text("common.promise.past")
	case !p.Closed.IsZero() && p.Closed <= b.t.AsOf:
		line.State = b.words.Label(&tracker.PromiseStates, string(state)) + ", " + b.words.Day(p.Closed)
	default:
		line.State = b.words.Label(&tracker.PromiseStates, string(state))
	}
	return line
}

// promisedFor says by when a promise is due, and from which day that was moved.
func (b *builder) promisedFor(p *tracker.Promise) string {
	due, past := p.DueAt(b.t.AsOf), p.MovedPast(b.t.AsOf)
	switch {
	case due.IsZero():
		return ""
	case due == p.By || p.By.IsZero():
		return b.words.Text("common.promise.due", "due", due)
	case past.IsZero():
		return b.words.Text("common.promise.moved", "due", due, "by", p.By)
	case past == p.By:
		return b.words.Text("common.promise.moved-late", "due", due, "by", p.By)
	}
	return b.words.Text("common.promise.moved-again", "due", due, "by", p.By, "past", past)
}

func (b *builder) more(p Page, notes []tracker.Note) []More {
	var more []More
	for _, n := range notes {
		more = append(more, More{n.Label, p.html(n.Prose)})
	}
	return more
}

func (b *builder) labels(v *tracker.Vocabulary, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, b.words.Label(v, id))
	}
	return out
}

// monthsOf turns the months of a priority into what a strip draws.
func (b *builder) monthsOf(pc *insight.PriorityCoverage) []month {
	out := make([]month, len(pc.Months))
	for i, m := range pc.Months {
		title := b.words.Text("common.month", "month", b.words.Month(m.First), "n", len(m.Wins))
		out[i] = month{title, len(m.Wins), m.First.NextMonth() <= pc.Priority.From}
	}
	return out
}
