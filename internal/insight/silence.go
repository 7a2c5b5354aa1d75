package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/tracker"
)

// Silence is where the tracker is silent: priorities by departments, with the
// evidence of each pair (insights: the silence map of site.md). A pair without
// evidence is one where nothing was recorded, never one where nothing was done.
type Silence struct {
	Rows        []*SilenceRow // priorities of the coverage, in the order of the strategy
	Departments []SilenceDepartment
	None        Ratio // pairs without evidence / pairs of an active priority and a department of the strategy
	Stale       Ratio // pairs whose evidence is older than QuietAfter days / the same
	Recent      Ratio
	QuietAfter  int        // days
	Excluded    []Excluded // records that say nothing about a pair
	Minimum     int
	Missing     string
}

// SilenceDepartment is one column.
type SilenceDepartment struct {
	Name      string // as the strategy first writes it
	Elsewhere bool   // people whom the strategy does not place in a department; in no count of pairs

	key string
}

// SilenceRow is one priority; its cells are beside Departments.
type SilenceRow struct {
	Priority *tracker.Priority
	Index    int  // place in the strategy, from 0
	Active   bool // on the day of the report; the cells of others are in no count of pairs
	Cells    []*SilenceCell
}

// Evidence says how lately something was recorded.
type Evidence string

// The kinds of evidence.
const (
	EvidenceNone   Evidence = "none"
	EvidenceStale  Evidence = "stale"
	EvidenceRecent Evidence = "recent"
)

// Evidences are the kinds of evidence with their meanings.
var Evidences = tracker.Vocabulary{Name: "evidence", Terms: []tracker.Term{
	{ID: string(EvidenceRecent), Label: "Recorded lately", Definition: "A win or a request was recorded lately."},
	{ID: string(EvidenceStale), Label: "Nothing recorded lately", Definition: "There are records, and the last one is older than the setting allows."},
	{ID: string(EvidenceNone), Label: "Nothing recorded", Definition: "There is no record. That is not to say that nothing was done."},
}}

// Label returns the evidence as people read it.
func (e Evidence) Label() string { return Evidences.Label(string(e)) }

// SilenceCell is what is recorded of one priority with one department.
type SilenceCell struct {
	Evidence Evidence
	Wins     []*tracker.Win    // by date; those that came undone are records too
	Intakes  []*tracker.Intake // that wins of the priority grew from, asked for by the department
	Last     tracker.Date      // of the latest of them; zero without any
	Days     int               // since Last
}

func (c *SilenceCell) records() []Record {
	return slices.Concat(ofWins(c.Wins), ofIntakes(c.Intakes))
}

// elsewhereKey is no folded name: it cannot be taken for a department's.
const elsewhereKey = "elsewhere."

func (f *Figures) silence() Silence {
	t := f.Tracker
	s := Silence{QuietAfter: t.Strategy.Settings.Windows.QuietAfterDays, Minimum: f.minimum}
	column := make(map[string]int)
	for _, k := range t.Strategy.Stakeholders {
		key := foldedName(k.Department)
		if _, known := column[key]; key != "" && !known {
			column[key] = len(s.Departments)
			s.Departments = append(s.Departments, SilenceDepartment{Name: clause(k.Department), key: key})
		}
	}
	column[elsewhereKey] = len(s.Departments)
	s.Departments = append(s.Departments, SilenceDepartment{Name: "Elsewhere", Elsewhere: true, key: elsewhereKey})
	rows := make(map[*tracker.Priority]*SilenceRow)
	for _, pc := range f.Coverage.Priorities {
		row := &SilenceRow{Priority: pc.Priority, Index: pc.Index, Active: pc.Priority.ActiveOn(t.AsOf)}
		for range s.Departments {
			row.Cells = append(row.Cells, &SilenceCell{})
		}
		rows[pc.Priority] = row
		s.Rows = append(s.Rows, row)
	}
	f.silenceEvidence(&s, rows, column)
	for _, row := range s.Rows {
		for i, c := range row.Cells {
			c.settle(t.AsOf, s.QuietAfter)
			if row.Active && !s.Departments[i].Elsewhere {
				s.countPair(c)
			}
		}
	}
	switch {
	case len(s.Rows) == 0:
		s.Missing = "the strategy names no priority yet"
	case len(s.Departments) == 1:
		s.Missing = "no stakeholder of the strategy has a department"
	case s.None.D == 0:
		s.Missing = "no priority is active at the moment"
	}
	return s
}

// silenceEvidence goes through the wins once, and through the requests that no
// win of a priority grew from.
func (f *Figures) silenceEvidence(s *Silence, rows map[*tracker.Priority]*SilenceRow, column map[string]int) {
	asOf := f.Tracker.AsOf
	seen := make(map[intakeOf]bool)
	linked := make(map[*tracker.Intake]bool)
	for _, l := range f.links {
		at := f.columnsOf(l, column)
		switch {
		case l.win.Date.IsZero() || l.win.Date > asOf:
			s.Excluded = append(s.Excluded, Excluded{Win: l.win, Reason: undatedOrLater(l.win.Date, asOf)})
			continue
		case len(l.priorities) == 0:
			s.Excluded = append(s.Excluded, Excluded{Win: l.win, Reason: "without a priority"})
			continue
		case len(at) == 0:
			s.Excluded = append(s.Excluded, Excluded{Win: l.win, Reason: "names nobody in the business"})
			continue
		}
		placed := false
		for _, p := range l.priorities {
			row := rows[p]
			if row == nil {
				continue
			}
			placed = true
			for _, i := range at {
				c := row.Cells[i]
				c.Wins = append(c.Wins, l.win)
				c.Last = max(c.Last, l.win.Date)
			}
			if key := (intakeOf{p, l.intake}); l.intake != nil && !seen[key] {
				seen[key] = true
				f.askedFor(s, row, l.intake, column, linked)
			}
		}
		if !placed {
			s.Excluded = append(s.Excluded, Excluded{Win: l.win, Reason: "its priority is none of the period"})
		}
	}
	for _, in := range f.Tracker.Intakes {
		if !linked[in] {
			s.Excluded = append(s.Excluded, Excluded{Intake: in, Reason: "no win links it to a priority"})
		}
	}
}

// askedFor files a request that a win links to a priority under the department
// of who asked.
func (f *Figures) askedFor(s *Silence, row *SilenceRow, in *tracker.Intake, column map[string]int, linked map[*tracker.Intake]bool) {
	known := linked[in]
	linked[in] = true
	i, ok := f.columnOf(in.Stakeholder, column)
	reason := ""
	switch {
	case in.RequestedOn.IsZero() || in.RequestedOn > f.Tracker.AsOf:
		reason = undatedOrLater(in.RequestedOn, f.Tracker.AsOf)
	case !ok:
		reason = "nobody in the business asked for it"
	}
	if reason != "" {
		if !known {
			s.Excluded = append(s.Excluded, Excluded{Intake: in, Reason: reason})
		}
		return
	}
	c := row.Cells[i]
	c.Intakes = append(c.Intakes, in)
	c.Last = max(c.Last, in.RequestedOn)
}

func undatedOrLater(d, asOf tracker.Date) string {
	if d.IsZero() {
		return noDate
	}
	return "dated after " + Day(asOf)
}

// columnsOf are the departments of all whom a win names in the business, each
// once: who took part, who noticed it, and who asked for what it grew from.
func (f *Figures) columnsOf(l links, column map[string]int) []int {
	var at []int
	add := func(p tracker.Person) {
		if i, ok := f.columnOf(p, column); ok && !slices.Contains(at, i) {
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

// columnOf is the department of a person in the business; false for the team.
func (f *Figures) columnOf(p tracker.Person, column map[string]int) (int, bool) {
	who := f.Tracker.Who(p)
	if p == "" || who.InTeam() {
		return 0, false
	}
	if who.Stakeholder != nil {
		if i, ok := column[foldedName(who.Stakeholder.Department)]; ok {
			return i, true
		}
	}
	return column[elsewhereKey], true
}

// settle says how lately something was recorded; on the last day that the
// setting allows it is still recent.
func (c *SilenceCell) settle(asOf tracker.Date, quietAfter int) {
	slices.SortFunc(c.Intakes, func(a, b *tracker.Intake) int {
		return cmp.Or(cmp.Compare(a.RequestedOn, b.RequestedOn), cmp.Compare(a.ID, b.ID))
	})
	if c.Last.IsZero() {
		c.Evidence = EvidenceNone
		return
	}
	c.Days = asOf.DaysSince(c.Last)
	c.Evidence = EvidenceRecent
	if c.Days > quietAfter {
		c.Evidence = EvidenceStale
	}
}

func (s *Silence) countPair(c *SilenceCell) {
	s.None.D++
	s.Stale.D++
	s.Recent.D++
	switch c.Evidence {
	case EvidenceNone:
		s.None.N++
	case EvidenceStale:
		s.Stale.N++
	default:
		s.Recent.N++
	}
}

// Headline says for how many pairs nothing is recorded, or nothing lately.
func (s *Silence) Headline() string {
	if s.Missing != "" {
		return notEnough(s.Missing)
	}
	line := "Nothing is recorded for " + s.None.String() + " pairs of priority and department"
	if s.None.D == 1 {
		line = "Nothing is recorded for " + s.None.String() + " pair of priority and department"
	}
	if s.Stale.N > 0 {
		line += ", and nothing lately for " + Count(s.Stale.N)
	}
	return line
}

func silenceDefinition(f *Figures) Definition {
	quiet := count(f.Tracker.Strategy.Settings.Windows.QuietAfterDays, "day", "days")
	return Definition{
		ID: "silence", Title: "Where nothing is recorded",
		Definition: "Each priority of the period with each department of the strategy's stakeholders. Evidence of a pair is a win that names the priority and, in the business, somebody of the department: who took part, who noticed it, or who asked for the request that it grew from; and that request, under the department of who asked. All records up to the day of the report count, wins that came undone too. Evidence is recent when its last record is at most " + quiet + " old, and stale when it is older. People whom the strategy does not place in a department are “elsewhere”, which is shown and in no count of pairs; nor are priorities that are not active on the day of the report. Wins without a priority, or with nobody from the business, and requests that no win links to a priority are left out and listed.",
		Reason:     "A gap is harder to see than a success.",
		Limits:     "A pair without evidence is one where nothing is recorded, not one where nothing was done. Not every department has a part in every priority.",
		NotEnough:  "Silent without an active priority or a department. Never silent about a pair.",
		Audience:   "L&D lead", Decision: "Whom to go and see, or what to write down",
	}
}

func silenceSheet(f *Figures) Sheet {
	m := f.Silence
	s := Sheet{Definition: silenceDefinition(f), Headline: m.Headline(), Missing: m.Missing, Minimum: m.Minimum, Excluded: m.Excluded}
	pairs := make(map[Evidence][]Record)
	var all []Record
	var cells []Receipt
	for _, row := range m.Rows {
		for i, c := range row.Cells {
			d := m.Departments[i]
			if row.Active && !d.Elsewhere {
				pair := Record{Kind: tracker.KindPriority, ID: row.Priority.ID, Part: d.Name}
				pairs[c.Evidence] = append(pairs[c.Evidence], pair)
				all = append(all, pair)
			}
			cells = append(cells, counted("silence/"+idOf(row.Priority.ID)+"/"+idOf(tracker.ID(d.key)), row.Priority.Title+": "+d.Name, c.records()))
		}
	}
	for _, term := range Evidences.Terms {
		s.Receipts = append(s.Receipts, outOf("silence/"+term.ID, term.Label, pairs[Evidence(term.ID)], all))
	}
	s.Receipts = append(s.Receipts, cells...)
	return s
}
