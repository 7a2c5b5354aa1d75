package insight

import (
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

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
	{ID: string(Linked), Label: "Linked", Definition: "Wins were aimed at it. Nothing yet shows that behaviour moved, or the outcome itself has not moved as wanted."},
	{ID: string(Supported), Label: "Supported", Definition: "Linked, and behaviour or a result was seen to move in the work itself."},
	{ID: string(Confirmed), Label: "Confirmed by the business owner", Definition: "Supported, and a win where something was seen to move was noticed by the sponsor of a priority that links it to the outcome or, where it names the outcome itself, by a stakeholder."},
}}

// Label returns the grade as people read it.
func (g Grade) Label() string { return Grades.Label(string(g)) }

// grade weighs the wins that fall between the readings and have not come
// undone, and the requests that they grew from.
func (f *Figures) grade(s *Story) (Grade, string) {
	if !s.Moved() {
		return Linked, f.unmoved(s)
	}
	reason, showing := f.support(s)
	if reason == "" {
		return Linked, f.unshown(s.Intakes)
	}
	if noticed := f.confirmation(s, showing); noticed != "" {
		return Confirmed, reason + "; " + noticed
	}
	return Supported, reason
}

// unmoved says why there is nothing to support: what somebody saw moving in the
// work is no evidence for an outcome that did not move as wanted.
func (f *Figures) unmoved(s *Story) string {
	switch s.Movement {
	case MovedNone:
		return f.Words.Text("insight.contribution.unmoved.none")
	case MovedOther:
		return f.Words.Text("insight.contribution.unmoved.other-way")
	case MovedPlain:
		return f.Words.Text("insight.contribution.unmoved.plain")
	}
	return f.Words.Text("insight.contribution.unmoved.less")
}

// unshown says why there is no support yet. A measure that moved without a
// word on which way is wanted is not known to have moved as wanted, nor not to.
func (f *Figures) unshown(ins []*tracker.Intake) string {
	for _, in := range ins {
		m := in.Measure
		if last, ok := lastReading(in.Readings, f.Tracker.AsOf); ok && m.Baseline.Known && way(m.Baseline.Value, last.Value.Value, m.Direction) == MovedPlain {
			return f.Words.Text("insight.contribution.unshown.plain", "measure", measured(f.Words, m, in.Title), "change", f.Words.Change(m.Baseline.Value, last.Value.Value, m.Unit))
		}
	}
	return f.Words.Text("insight.contribution.unshown.nothing")
}

// support looks for wins where behaviour or a number was observed moving, or
// else for wins in place whose request has a reading of behaviour or results
// that moved as wanted by as much as matters. It returns the reason and the
// wins at showing.
func (f *Figures) support(s *Story) (reason string, showing []*tracker.Win) {
	for _, w := range s.During {
		if w.StageOr() == tracker.Showing && w.StandsAt(f.Tracker.AsOf) {
			showing = append(showing, w)
		}
	}
	if n := len(showing); n > 0 {
		return f.Words.Text("insight.contribution.support.showing", "n", n, "stage", f.Words.Label(&tracker.Stages, string(tracker.Showing))), showing
	}
	for _, in := range s.Intakes {
		if shift := f.shifted(in); shift != "" {
			return shift, nil
		}
	}
	return "", nil
}

// shifted says how far the measure of an intake moved: behaviour or a result,
// the wanted way, by at least what is meaningful; "" otherwise.
func (f *Figures) shifted(in *tracker.Intake) string {
	m, words := in.Measure, f.Words
	last, ok := lastReading(in.Readings, f.Tracker.AsOf)
	if !ok || !m.Baseline.Known || !m.Meaningful.Known || m.Level != tracker.LevelBehaviour && m.Level != tracker.LevelResult {
		return ""
	}
	from, to := m.Baseline.Value, last.Value.Value
	if way(from, to, m.Direction) != MovedWanted || below(to-from, m.Meaningful.Value) {
		return ""
	}
	return words.Text("insight.contribution.support.shift", "measure", measured(words, m, in.Title), "change", words.Change(from, to, m.Unit))
}

// confirmation looks among the wins at showing for one that the business owner
// noticed: the sponsor of a priority that links the win to the outcome or,
// where the win names the outcome itself, a stakeholder. Who welcomed another
// win has not confirmed that anything moved here.
func (f *Figures) confirmation(s *Story, showing []*tracker.Win) string {
	t := f.Tracker
	for _, w := range showing {
		for _, n := range w.NoticedBy {
			if n.On <= t.AsOf && f.ownsLink(s, w, n.Who) {
				return f.Words.Text("insight.contribution.support.noticed", "name", t.Who(n.Who).Name, "title", w.Title)
			}
		}
	}
	return ""
}

// ownsLink reports whether a person in the business answers for the link from
// the win to the outcome of the story.
func (f *Figures) ownsLink(s *Story, w *tracker.Win, who tracker.Person) bool {
	t := f.Tracker
	party := t.Who(who)
	if party.InTeam() {
		return false
	}
	if party.Stakeholder != nil && slices.Contains(each(w.Outcomes, t.Outcome), s.Outcome) {
		return true
	}
	for _, p := range each(w.Priorities, t.Priority) {
		if p.ActiveOn(w.Date) && slices.Contains(each(p.Outcomes, t.Outcome), s.Outcome) && sameParty(t, who, p.Sponsor) {
			return true
		}
	}
	return false
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

// measured returns the name of a measure, or the title of what it belongs to,
// set apart.
func measured(words *message.Language, m tracker.Measure, title string) string {
	if m.Name != "" {
		return m.Name
	}
	return words.Quote(title)
}
