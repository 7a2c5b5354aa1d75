package insight

import (
	"fmt"
	"math/rand/v2"
	"time"

	"smallwins/internal/tracker"
)

// maker makes up small trackers, sound or not, to hold up what must be so of
// all of them. A tracker is a function of its seed alone.
type maker struct {
	*rand.Rand
	first, last, asOf tracker.Date
	people            []tracker.Person
	priorities        []tracker.ID
	outcomes          []tracker.ID
	intakes           []tracker.ID
	wins              []tracker.ID
}

// teamSecret stands in every text that only the team may read.
const teamSecret = "zzsecret"

// makeTracker makes a tracker with all records of its span; what lies after its
// as-of day is still in it.
func makeTracker(seed uint64) *tracker.Tracker {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 20))}
	m.first = tracker.NewDate(2023, time.September, 1).AddDays(m.IntN(260))
	m.last = m.first.AddDays(20 + m.IntN(900))
	m.asOf = m.first.AddDays(m.last.DaysSince(m.first) * (40 + m.IntN(61)) / 100)
	s := m.strategy()
	for i := range m.IntN(9) {
		m.intakes = append(m.intakes, tracker.ID(fmt.Sprintf("i%d", i)))
	}
	for i := range m.IntN(13) {
		m.wins = append(m.wins, tracker.ID(fmt.Sprintf("w%d", i)))
	}
	var wins []*tracker.Win
	var intakes []*tracker.Intake
	for _, id := range m.wins {
		wins = append(wins, m.win(id))
	}
	for _, id := range m.intakes {
		intakes = append(intakes, m.intake(id))
	}
	return tracker.New(s, wins, intakes, tracker.Census{Found: len(wins) + len(intakes), Published: len(wins) + len(intakes)})
}

func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

func oneOf[T any](m *maker, from ...T) T { return from[m.IntN(len(from))] }

// someOf returns up to n of a list, repeats included; nil for none.
func someOf[T any](m *maker, n int, from []T) []T {
	var some []T
	for range m.IntN(n + 1) {
		if len(from) > 0 {
			some = append(some, oneOf(m, from...))
		}
	}
	return some
}

// some makes up to n things.
func some[T any](m *maker, n int, make func() T) []T {
	var list []T
	for range m.IntN(n + 1) {
		list = append(list, make())
	}
	return list
}

// term is a value of a vocabulary, now and then none.
func (m *maker) term(v *tracker.Vocabulary) string {
	if m.chance(12) {
		return ""
	}
	return oneOf(m, v.IDs()...)
}

// day is any day, none and the odd ones included: the edges of months and
// quarters, a leap day, the day of the report.
func (m *maker) day() tracker.Date {
	any := m.first.AddDays(m.IntN(m.last.DaysSince(m.first)+60) - 60)
	switch m.IntN(20) {
	case 0, 1:
		return 0
	case 2:
		return tracker.NewDate(2024, time.February, 29)
	case 3, 4:
		return any.FirstOfMonth()
	case 5, 6:
		return any.FirstOfMonth() - 1
	case 7:
		return m.asOf
	}
	return any
}

func (m *maker) person() tracker.Person { return oneOf(m, m.people...) }

func (m *maker) number() tracker.Number {
	if m.chance(25) {
		return tracker.Number{}
	}
	return known(oneOf(m, 0, 1, 2, 9.4, -3, 61, 1200))
}

func (m *maker) prose(percent int) tracker.Prose {
	if !m.chance(percent) {
		return tracker.Prose{}
	}
	return said("a line of theirs", m.day())
}

func (m *maker) secret(percent int) tracker.Prose {
	if !m.chance(percent) {
		return tracker.Prose{}
	}
	return said(teamSecret, 0)
}

func (m *maker) audience() tracker.Audience {
	if m.chance(15) {
		return tracker.AudienceTeam
	}
	return oneOf(m, "", tracker.AudienceEveryone)
}

func (m *maker) reading() tracker.Reading { return tracker.Reading{Date: m.day(), Value: m.number()} }

func (m *maker) factor() tracker.Factor {
	return tracker.Factor{Date: m.day(), What: oneOf(m, "", "A new telephone system.", "Peak season")}
}

func (m *maker) measure() tracker.Measure {
	if m.chance(30) {
		return tracker.Measure{}
	}
	return tracker.Measure{
		Name: oneOf(m, "", "Calls solved"), Unit: oneOf(m, "", "%", "cycles", "€", "per shift"), Level: tracker.Level(m.term(&tracker.Levels)),
		Direction: oneOf(m, "", "up", "down"), Baseline: m.number(), Target: m.number(), Meaningful: m.number(), By: m.day(),
	}
}

func (m *maker) promise() tracker.Promise {
	p := tracker.Promise{
		What: oneOf(m, "", "a call back", "The draft."), Who: m.person(), To: m.person(), By: m.day(),
		Size: oneOf(m, "", tracker.Small, tracker.Big), State: tracker.PromiseState(m.term(&tracker.PromiseStates)),
	}
	if m.chance(40) {
		p.Closed = m.day()
	}
	if m.chance(30) {
		p.State = ""
	}
	p.Moved = some(m, 1, func() tracker.Move { return tracker.Move{To: m.day(), On: m.day()} })
	return p
}

func (m *maker) strategy() tracker.Strategy {
	s := tracker.Strategy{Settings: tracker.Defaults()}
	set := &s.Settings
	set.AsOf, set.YearStarts, set.Vision = m.asOf, 1+m.IntN(12), oneOf(m, "", "Be asked.")
	set.StartedOn = oneOf(m, 0, m.first, m.first, m.day(), m.asOf+1)
	set.Windows = tracker.Windows{EvaluateAfterDays: oneOf(m, 1, 90), StaleAfterDays: oneOf(m, 1, 30), QuietAfterDays: oneOf(m, 1, 60)}
	set.Thresholds = tracker.Thresholds{MinimumCases: 1 + m.IntN(6), CrackedAt: 1 + m.IntN(4), PartneredAt: 1 + m.IntN(6)}
	for i := range m.IntN(6) {
		var spotlight *bool
		if m.chance(20) {
			spotlight = new(bool)
		}
		s.Team = append(s.Team, &tracker.Member{ID: tracker.ID(fmt.Sprintf("m%d", i)), Name: fmt.Sprintf("Mo %c", 'A'+i), Role: oneOf(m, "", "Designer", "Lead", "Analyst", "Assistant"),
			From: oneOf(m, 0, m.day()), To: oneOf(m, 0, 0, m.day()), Spotlight: spotlight, Display: m.term(&tracker.Displays)})
		m.people = append(m.people, tracker.Person(s.Team[i].ID))
	}
	stakeholders := m.IntN(5)
	for i := range stakeholders {
		m.people = append(m.people, tracker.Person(fmt.Sprintf("s%d", i)))
	}
	m.people = append(m.people, "", "Robin Elsewhere (Driver)", "M0")
	for i := range m.IntN(4) {
		id := tracker.ID(fmt.Sprintf("o%d", i))
		s.Outcomes = append(s.Outcomes, &tracker.Outcome{ID: id, Title: oneOf(m, "Calls", longTitle), Measure: m.measure(),
			Readings: some(m, 5, m.reading), OtherFactors: some(m, 2, m.factor)})
		m.outcomes = append(m.outcomes, id)
	}
	for i := range m.IntN(4) {
		id := tracker.ID(fmt.Sprintf("p%d", i))
		s.Priorities = append(s.Priorities, &tracker.Priority{ID: id, Title: oneOf(m, "Loading", longTitle), Sponsor: m.person(),
			From: oneOf(m, 0, m.day()), To: oneOf(m, 0, 0, m.day()), Outcomes: someOf(m, 2, m.outcomes)})
		m.priorities = append(m.priorities, id)
	}
	for i := range stakeholders {
		s.Stakeholders = append(s.Stakeholders, m.stakeholder(i))
	}
	m.outcomes, m.priorities = append(m.outcomes, "nowhere"), append(m.priorities, "nowhere")
	return s
}

const longTitle = "A title that somebody wrote down in full because it had to be told at some length and nobody cut it short"

func (m *maker) stakeholder(i int) *tracker.Stakeholder {
	return &tracker.Stakeholder{
		ID: tracker.ID(fmt.Sprintf("s%d", i)), Name: fmt.Sprintf("Sam %c", 'A'+i), Title: "Head", Department: oneOf(m, "", "Sales", "Care"), Owner: m.person(),
		Business: tracker.Business{
			Lifecycle: oneOf(m, "", "after the sale"), Revenue: oneOf(m, "", "renewals"), Goals: some(m, 1, func() string { return "fewer returns" }),
			Sources: some(m, 2, func() tracker.Source {
				return tracker.Source{Kind: oneOf(m, "", "intranet", "overheard"), Date: m.day(), URL: oneOf(m, "", "https://example.org/"+teamSecret)}
			}),
		},
		Touchpoints: some(m, 2, func() tracker.Touchpoint {
			return tracker.Touchpoint{Date: m.day(), Who: m.person(), Learned: "a thing"}
		}),
		Door: some(m, 3, func() tracker.DoorMark {
			return tracker.DoorMark{Date: m.day(), Marker: m.term(&tracker.DoorMarkers), Evidence: teamSecret}
		}),
		Promises: some(m, 1, m.promise),
	}
}

func (m *maker) win(id tracker.ID) *tracker.Win {
	w := &tracker.Win{
		ID: id, Title: oneOf(m, "A win", longTitle), Date: m.day(), EnteredBy: m.person(), Why: m.prose(60), HowToReplicate: m.prose(60), Encouraging: m.prose(30),
		Collaborators: some(m, 2, m.person), People: some(m, 1, m.person), Priorities: someOf(m, 2, m.priorities), Outcomes: someOf(m, 1, m.outcomes),
		FollowUps: some(m, 1, m.promise), Practices: someOf(m, 2, tracker.Practices.IDs()), Stage: tracker.Stage(m.term(&tracker.Stages)),
		NoticedBy:    some(m, 1, func() tracker.Notice { return tracker.Notice{Who: m.person(), On: m.day(), Words: "well done"} }),
		AssetsNeeded: someOf(m, 1, []string{"Conversation guide", "conversation  guide.", "A map"}), SharedOn: some(m, 1, m.day),
		Pushback: m.secret(20), HelpWanted: m.secret(20), Audience: m.audience(),
	}
	if len(m.intakes) > 0 && m.chance(50) {
		w.Intake = oneOf(m, m.intakes...)
	}
	if m.chance(25) {
		w.Replicates = someOf(m, 2, m.wins)
	}
	if m.chance(20) {
		w.Undone = tracker.Undone{On: m.day(), Why: "it was switched off"}
	}
	if m.chance(25) {
		w.ReplicateCheck = tracker.Check{State: m.term(&tracker.CheckStates), On: m.day()}
	}
	return w
}

func (m *maker) intake(id tracker.ID) *tracker.Intake {
	in := &tracker.Intake{
		ID: id, Title: oneOf(m, "A request", longTitle), Stakeholder: m.person(), Owner: m.person(), RequestedOn: m.day(), Status: tracker.Status(m.term(&tracker.Statuses)),
		ArrivedAs: tracker.Arrival(m.term(&tracker.Arrivals)), Requested: someOf(m, 2, tracker.Solutions.IDs()), Agreed: someOf(m, 2, tracker.Solutions.IDs()),
		Mandated: m.chance(10), Asked: someOf(m, 2, tracker.Questions.IDs()), Measure: m.measure(), Readings: some(m, 2, m.reading),
		Commitments: some(m, 2, m.promise), Promises: some(m, 2, m.promise),
		Reinforcement: some(m, 1, func() tracker.Reinforcement {
			return tracker.Reinforcement{Who: m.person(), When: m.term(&tracker.Moments), What: oneOf(m, "", "ask about it")}
		}),
		Barriers: some(m, 1, func() tracker.Barrier {
			return tracker.Barrier{Kind: m.term(&tracker.BarrierKinds), What: oneOf(m, "", "slow screens"), Owner: m.person(), State: m.term(&tracker.BarrierStates)}
		}),
		Prework: some(m, 1, func() tracker.Prework { return tracker.Prework{Date: m.day(), What: "an hour on the floor"} }),
		Conversations: some(m, 2, func() tracker.Conversation {
			return tracker.Conversation{Date: m.day(), With: m.person(), Reaction: m.term(&tracker.Reactions), Note: teamSecret}
		}),
		Cracks: some(m, 1, func() tracker.Crack {
			return tracker.Crack{Practice: m.term(&tracker.Practices), What: "a card besides", Reaction: teamSecret}
		}),
		Audience: m.audience(),
	}
	if m.chance(70) {
		in.AgreedOn, in.DeliveredOn = in.RequestedOn+tracker.Date(m.IntN(60)), oneOf(m, 0, in.RequestedOn+tracker.Date(60+m.IntN(120)), m.day())
	}
	if m.chance(30) {
		in.BarriersChecked = m.day()
	}
	if in.Status == tracker.StatusEvaluated || m.chance(10) {
		in.Verdict = tracker.Verdict(m.term(&tracker.Verdicts))
	}
	answers := []*tracker.Prose{&in.Contract.Friction, &in.Contract.Decisions, &in.Contract.Better, &in.Contract.Who, &in.Contract.Own, &in.Contract.Shift, &in.Contract.Reinforce, &in.Contract.Barrier}
	often := oneOf(m, 20, 60, 95)
	for _, a := range answers {
		*a = m.prose(often)
	}
	return in
}
