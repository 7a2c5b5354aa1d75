package site

import (
	"html/template"
	"slices"
	"strings"

	"smallwins/internal/insight"
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
	return list(names)
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

func stageTerm(w *tracker.Win) tracker.Term {
	id := string(w.StageOr())
	return tracker.Term{ID: id, Label: tracker.Stages.Label(id), Definition: tracker.Stages.Definition(id)}
}

func (b *builder) winLine(p Page, w *tracker.Win) WinLine {
	line := WinLine{
		ID: string(w.ID), Title: w.Title, URL: p.url(winPath(w)), Date: w.Date, Stage: stageTerm(w),
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
		From: b.t.Who(in.Stakeholder).Name, Status: tracker.Statuses.Label(string(in.Status)),
		StatusID: string(in.Status), Period: b.t.Quarter(in.RequestedOn).String(),
	}
	if s := b.t.Who(in.Stakeholder).Stakeholder; s != nil && s.Department != "" {
		line.From = s.Department
	}
	if in.Verdict != "" {
		line.Verdict = tracker.Verdicts.Label(string(in.Verdict))
	}
	if c := b.f.Contract(in); c != nil && c.Missing == "" {
		depth := c.Answered().String()
		line.Depth = b.say(p.Root, depth+" questions answered", counted{depth, receiptOf("contract", in.ID, "answered")})
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
	line := PromiseLine{What: upperFirst(p.What)}
	if p.Who != "" {
		line.Who = b.t.Who(p.Who).Name
	} else if b.site.ForLeaders {
		line.Who = "L&D" // see tracker.Redacted
	}
	if p.To != "" {
		line.To = b.t.Who(p.To).Name
	}
	due := p.DueAt(b.t.AsOf)
	if !due.IsZero() {
		line.When = "by " + longDay(due)
		if due != p.By && !p.By.IsZero() {
			line.When += ", moved from " + longDay(p.By)
			if past := p.MovedPast(b.t.AsOf); !past.IsZero() {
				line.When += " after " + map[bool]string{true: "it", false: longDay(past)}[past == p.By] + " had passed"
			}
		}
	}
	state := p.StateAt(b.t.AsOf)
	switch {
	case state == "":
	case state == tracker.PromiseOverdue:
		line.State = "Past its day"
	case !p.Closed.IsZero() && p.Closed <= b.t.AsOf:
		line.State = tracker.PromiseStates.Label(string(state)) + ", " + longDay(p.Closed)
	default:
		line.State = tracker.PromiseStates.Label(string(state))
	}
	return line
}

func (b *builder) more(p Page, notes []tracker.Note) []More {
	var more []More
	for _, n := range notes {
		more = append(more, More{n.Label, p.html(n.Prose)})
	}
	return more
}

func labels(v *tracker.Vocabulary, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, v.Label(id))
	}
	return out
}

// months turns the months of a priority into what a strip draws.
func months(pc *insight.PriorityCoverage) []month {
	out := make([]month, len(pc.Months))
	for i, m := range pc.Months {
		out[i] = month{m.First.Time().Format("January 2006"), len(m.Wins), m.First.NextMonth() <= pc.Priority.From}
	}
	return out
}
