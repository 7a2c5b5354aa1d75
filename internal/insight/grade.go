package insight

import "smallwins/internal/tracker"

// Grade is how strong the evidence of a contribution is. Each grade includes
// the one before it.
type Grade string

// The grades of evidence.
const (
	Linked    Grade = "linked"
	Supported Grade = "supported"
	Confirmed Grade = "confirmed"
)

// Grades are the grades with their meanings.
var Grades = tracker.Vocabulary{Name: "evidence grade", Terms: []tracker.Term{
	{ID: string(Linked), Label: "Linked", Definition: "Wins were aimed at it. Nothing yet shows that behaviour moved."},
	{ID: string(Supported), Label: "Supported", Definition: "Linked, and behaviour or a result was seen to move in the work itself."},
	{ID: string(Confirmed), Label: "Confirmed by the business owner", Definition: "Supported, and the sponsor of a linked priority noticed what was observed."},
}}

// Label returns the grade as people read it.
func (g Grade) Label() string { return Grades.Label(string(g)) }

// grade weighs the wins that fall between the readings and have not come
// undone, and the intakes that they grew from.
func (f *Figures) grade(s *Story) (Grade, string) {
	reason, evidence := f.support(s)
	if reason == "" {
		return Linked, "nothing yet shows that behaviour moved"
	}
	if noticed := f.confirmation(s, evidence); noticed != "" {
		return Confirmed, reason + "; " + noticed
	}
	return Supported, reason
}

// support looks for wins where behaviour or a number was observed moving, and
// for wins in place whose intake has a reading of behaviour or results that
// moved as wanted by as much as matters. It returns those wins with the reason.
func (f *Figures) support(s *Story) (reason string, evidence []*tracker.Win) {
	moved := make(map[*tracker.Intake]bool)
	for _, in := range s.Intakes {
		if shift := shifted(in, f.Tracker.AsOf); shift != "" {
			moved[in] = true
			if reason == "" {
				reason = shift
			}
		}
	}
	showing := 0
	for _, w := range s.During {
		if !w.StandsAt(f.Tracker.AsOf) {
			continue
		}
		switch stage := w.StageOr(); {
		case stage == tracker.Showing:
			showing++
			evidence = append(evidence, w)
		case stage == tracker.InPlace && moved[f.Tracker.Intake(w.Intake)]:
			evidence = append(evidence, w)
		}
	}
	if showing > 0 {
		reason = count(showing, "win", "wins") + " at “" + tracker.Stages.Label(string(tracker.Showing)) + "”"
	}
	return reason, evidence
}

// shifted says how far the measure of an intake moved: behaviour or a result,
// the wanted way, by at least what is meaningful; "" otherwise.
func shifted(in *tracker.Intake, asOf tracker.Date) string {
	m := in.Measure
	last, ok := lastReading(in.Readings, asOf)
	if !ok || !m.Baseline.Known || !m.Meaningful.Known || m.Level != tracker.LevelBehaviour && m.Level != tracker.LevelResult {
		return ""
	}
	from, to := m.Baseline.Value, last.Value.Value
	if way(from, to, m.Direction) != MovedWanted || below(to-from, m.Meaningful.Value) {
		return ""
	}
	return measureName(m, in.Title) + " moved from " + Change(from, to, m.Unit)
}

// confirmation looks among the wins that are the evidence for one that the
// sponsor of one of the linked priorities noticed: a sponsor who welcomed a
// first conversation has not confirmed that anything moved.
func (f *Figures) confirmation(s *Story, evidence []*tracker.Win) string {
	t := f.Tracker
	for _, w := range evidence {
		for _, n := range w.NoticedBy {
			if n.On > t.AsOf {
				continue
			}
			for _, p := range s.Priorities {
				if sponsor := t.Who(p.Sponsor); !sponsor.InTeam() && sameParty(t, n.Who, p.Sponsor) {
					return "noticed by " + sponsor.Name + ", sponsor of " + quote(p.Title)
				}
			}
		}
	}
	return ""
}

// sameParty reports whether two entries name the same person.
func sameParty(t *tracker.Tracker, a, b tracker.Person) bool {
	if a == "" || b == "" {
		return false
	}
	x, y := t.Who(a), t.Who(b)
	if x.Stakeholder != nil || y.Stakeholder != nil {
		return x.Stakeholder == y.Stakeholder
	}
	return x.Member == nil && y.Member == nil && x.Name == y.Name
}

// measureName returns the name of a measure, or the title of what it belongs
// to, set apart.
func measureName(m tracker.Measure, title string) string {
	if m.Name != "" {
		return m.Name
	}
	return quote(title)
}
