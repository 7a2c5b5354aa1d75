package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// silenceMap is the map while records are put into it.
type silenceMap struct {
	*Silence
	figures *Figures
	columns map[string]int // of Departments, by folded name
	rows    map[*tracker.Priority]*SilenceRow
}

// placeWins puts each win under the priorities that it names, and there under
// the departments of those whom it names in the business.
func (m *silenceMap) placeWins() {
	asOf := m.figures.Tracker.AsOf
	for _, l := range m.figures.links {
		reason := ""
		switch {
		case l.win.Date.IsZero() || l.win.Date > asOf:
			reason = m.figures.undatedOrLater(l.win.Date)
		case len(l.priorities) == 0:
			reason = m.words.Text("insight.silence.reason.no-priority")
		case !m.place(l.priorities, m.columnsOf(l), ofWins([]*tracker.Win{l.win}), func(c *SilenceCell) {
			c.Wins = append(c.Wins, l.win)
			c.Last = max(c.Last, l.win.Date)
		}):
			reason = m.words.Text("insight.silence.reason.none-of-period")
		}
		if reason != "" {
			m.Excluded = append(m.Excluded, Excluded{Win: l.win, Reason: reason})
		}
	}
}

// placeIntakes puts each request under the priorities that it was made for, and
// there under the department of who asked.
func (m *silenceMap) placeIntakes() {
	t := m.figures.Tracker
	purposes := m.purposes()
	for _, in := range t.Intakes {
		reason := ""
		var at []int
		if i, ok := m.columnOf(in.Stakeholder); ok {
			at = []int{i}
		}
		switch priorities, linked := purposes[in]; {
		case !linked:
			reason = m.words.Text("insight.silence.reason.no-link")
		case len(priorities) == 0:
			reason = m.words.Text("insight.silence.reason.several")
		case in.RequestedOn.IsZero() || in.RequestedOn > t.AsOf:
			reason = m.figures.undatedOrLater(in.RequestedOn)
		case !m.place(priorities, at, ofIntakes([]*tracker.Intake{in}), func(c *SilenceCell) {
			c.Intakes = append(c.Intakes, in)
			c.Last = max(c.Last, in.RequestedOn)
		}):
			reason = m.words.Text("insight.silence.reason.none-of-period")
		}
		if reason != "" {
			m.Excluded = append(m.Excluded, Excluded{Intake: in, Reason: reason})
		}
	}
}

// purposes are the priorities of each request that a win links to one. A
// request names none itself: a win that names one alone says what its request
// was for, and one that names several does not say for which of them. Where all
// do, the list is empty. An undated win is a link as well.
func (m *silenceMap) purposes() map[*tracker.Intake][]*tracker.Priority {
	purposes := make(map[*tracker.Intake][]*tracker.Priority)
	for _, l := range m.figures.links {
		if l.intake == nil || len(l.priorities) == 0 || l.win.Date > m.figures.Tracker.AsOf {
			continue
		}
		known := purposes[l.intake]
		if p := l.priorities[0]; len(l.priorities) == 1 && !slices.Contains(known, p) {
			known = append(known, p)
		}
		purposes[l.intake] = known
	}
	return purposes
}

// place puts a record into the cells of its priorities and departments, and
// without a department into the last column; false where no priority has a row.
func (m *silenceMap) place(priorities []*tracker.Priority, at []int, record []Record, put func(*SilenceCell)) bool {
	unplaced, placed := len(at) == 0, false
	if unplaced {
		at = []int{len(m.Departments) - 1}
	}
	for _, p := range priorities {
		if row := m.rows[p]; row != nil {
			placed = true
			for _, i := range at {
				put(row.Cells[i])
			}
		}
	}
	if placed && unplaced {
		m.Unplaced = append(m.Unplaced, record...)
	}
	return placed
}

func (f *Figures) undatedOrLater(d tracker.Date) string {
	if d.IsZero() {
		return f.noDate()
	}
	return f.Words.Text("insight.reason.after-period", "day", f.Tracker.AsOf)
}

// columnsOf are the known departments of all whom a win names in the business,
// each once: who took part, who noticed it, and who asked for what it grew from.
func (m *silenceMap) columnsOf(l links) []int {
	var at []int
	add := func(p tracker.Person) {
		if i, ok := m.columnOf(p); ok && !slices.Contains(at, i) {
			at = append(at, i)
		}
	}
	for _, p := range l.win.Collaborators {
		add(p)
	}
	for _, n := range l.win.NoticedBy {
		add(n.Who)
	}
	if l.intake != nil {
		add(l.intake.Stakeholder)
	}
	return at
}

// columnOf is the department of a person in the business: that of the
// stakeholder or, where the strategy does not name the person, the one in
// brackets: "Ana (Warehouse)". It is false for the team, and where the
// department is none that the strategy knows.
func (m *silenceMap) columnOf(p tracker.Person) (int, bool) {
	who := m.figures.Tracker.Who(p)
	if who.InTeam() {
		return 0, false
	}
	department := who.Role
	if who.Stakeholder != nil {
		department = who.Stakeholder.Department
	}
	i, ok := m.columns[foldedName(department)]
	return i, ok
}
