package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Silence is where the tracker is silent: priorities by departments, with the
// evidence of each pair (insights: the silence map of site.md). A pair without
// evidence is one where nothing is known to be recorded, never one where
// nothing was done; and as long as there are records without a known
// department, some of them may belong to it.
type Silence struct {
	Rows        []*SilenceRow // priorities of the coverage, in the order of the strategy
	Departments []SilenceDepartment
	None        Ratio      // pairs without evidence / pairs of an active priority and a department of the strategy
	Stale       Ratio      // pairs whose evidence is older than QuietAfter days / the same
	Recent      Ratio      // pairs with evidence of the last QuietAfter days / the same
	Unplaced    []Record   // records of the rows that name nobody whose department is known, each once
	QuietAfter  int        // days
	Excluded    []Excluded // records that say nothing about a pair
	Missing     string

	words *message.Language
}

// SilenceDepartment is one column.
type SilenceDepartment struct {
	Name      string // as the strategy first writes it
	Elsewhere bool   // the last column, of records that name nobody whose department is known; in no count of pairs

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

// Evidences are the kinds of evidence with their meanings, with the days that
// tell them apart.
func (s *Silence) Evidences() tracker.Vocabulary {
	v := tracker.Vocabulary{Name: "evidence"}
	for _, e := range []Evidence{EvidenceRecent, EvidenceStale, EvidenceNone} {
		key := "insight.silence.evidence." + string(e)
		v.Terms = append(v.Terms, tracker.Term{ID: string(e), Label: s.words.Text(key, "n", s.QuietAfter), Definition: s.words.Text(key+".definition", "n", s.QuietAfter)})
	}
	return v
}

// Label returns a kind of evidence as people read it.
func (s *Silence) Label(e Evidence) string {
	kinds := s.Evidences()
	return kinds.Label(string(e))
}

// SilenceCell is what is recorded of one priority with one department.
type SilenceCell struct {
	Evidence Evidence
	Wins     []*tracker.Win    // by date; those that came undone are records too
	Intakes  []*tracker.Intake // asked for by the department, and placed by a win that names this priority alone
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
	s := Silence{words: f.Words, QuietAfter: t.Strategy.Settings.Windows.QuietAfterDays}
	m := silenceMap{Silence: &s, figures: f, columns: make(map[string]int), rows: make(map[*tracker.Priority]*SilenceRow)}
	for _, k := range t.Strategy.Stakeholders {
		key := foldedName(k.Department)
		if _, known := m.columns[key]; key != "" && !known {
			m.columns[key] = len(s.Departments)
			s.Departments = append(s.Departments, SilenceDepartment{Name: clause(k.Department), key: key})
		}
	}
	s.Departments = append(s.Departments, SilenceDepartment{Name: f.Words.Text("insight.silence.elsewhere"), Elsewhere: true, key: elsewhereKey})
	for _, pc := range f.Coverage.Priorities {
		row := &SilenceRow{Priority: pc.Priority, Index: pc.Index, Active: pc.Priority.ActiveOn(t.AsOf)}
		for range s.Departments {
			row.Cells = append(row.Cells, &SilenceCell{})
		}
		m.rows[pc.Priority] = row
		s.Rows = append(s.Rows, row)
	}
	m.placeWins()
	m.placeIntakes()
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
		s.Missing = f.Coverage.Missing
	case len(s.Departments) == 1:
		s.Missing = f.Words.Text("insight.silence.no-department")
	case s.None.D == 0:
		s.Missing = f.Words.Text("insight.silence.no-priority")
	}
	return s
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
