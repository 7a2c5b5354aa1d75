package insight

import (
	"sync"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Figures are all figures of a tracker, each computed once.
type Figures struct {
	Tracker  *tracker.Tracker
	Words    *message.Language // that findings are told in
	Period   Period
	Quarters []tracker.Quarter // of the period, oldest first

	Coverage  Coverage
	Chain     Chain
	Depth     Depth
	Posture   Posture
	Arrivals  Arrivals
	Requested Requested
	Promises  Promises
	Delivered Delivered
	Ownership Ownership
	EventRisk EventRisk
	Stories   []*Story // one for each outcome, in the order of the strategy
	Voices    Voices

	Prework      Prework
	Speed        Speed
	Alone        Alone
	Repeats      Repeats
	BeforeNeeded BeforeNeeded
	Briefs       Briefs
	Knowledge    BusinessKnowledge // for the team's edition, as the two below
	Tactics      Tactics
	Doors        Doors

	Accumulation Accumulation
	Playbook     Playbook
	Initiatives  Initiatives
	Digest       Digest
	ThisWeek     ThisWeek
	Silence      Silence
	Stale        Stale
	History      History
	Coaching     Coaching // for the team's edition

	QuarterReports []*QuarterReport // one for each of Quarters

	Contracts []*Contract // one for each intake, in the order of the tracker

	contracts map[*tracker.Intake]*Contract
	stories   map[*tracker.Outcome]*Story
	links     []links
	index     map[*tracker.Priority]int
	minimum   int
	sheets    func() *sheetIndex
}

// Compute is ComputeIn in English.
func Compute(t *tracker.Tracker) *Figures { return ComputeIn(t, message.English()) }

// ComputeIn computes all figures, told in words. The tracker holds no record that is dated
// after its as-of day; readings, notices and factors after it are left alone.
// The order matters in two places: posture fills in each contract's position,
// and the chain is drawn over the priorities of the coverage.
func ComputeIn(t *tracker.Tracker, words *message.Language) *Figures {
	f := &Figures{Tracker: t, Words: words, minimum: max(1, t.Strategy.Settings.Thresholds.MinimumCases)}
	f.Period = period(t)
	f.Quarters = tracker.Quarters(f.Period.From, f.Period.To, t.Strategy.Settings.YearStarts)
	f.index = make(map[*tracker.Priority]int, len(t.Strategy.Priorities))
	for i, p := range t.Strategy.Priorities {
		f.index[p] = i
	}
	f.links = resolve(t)
	f.Contracts, f.contracts = contracts(t, words)
	f.Depth = f.depth()
	f.Posture = f.posture()
	f.Arrivals = f.arrivals()
	f.Requested = f.requested()
	f.Promises = f.promises()
	f.Delivered = f.delivered()
	f.Ownership = f.ownership()
	f.EventRisk = f.eventRisk()
	f.Coverage = f.coverage()
	f.Chain = f.chain()
	f.Stories, f.stories = f.contributions()
	f.Voices = f.voices()
	f.Prework = f.prework()
	f.Speed = f.speed()
	f.Alone = f.alone()
	f.Repeats = f.repeatedRequests()
	f.BeforeNeeded = f.beforeNeeded()
	f.Briefs = f.briefs()
	f.Knowledge = f.businessKnowledge()
	f.Tactics = f.tactics()
	f.Doors = f.doors()
	f.Accumulation = f.accumulation()
	f.Playbook = f.playbook()
	f.Initiatives = f.initiatives()
	f.Digest = f.digest()
	f.ThisWeek = f.thisWeek()
	f.Silence = f.silence()
	f.Stale = f.stale()
	f.History = f.history()
	f.Coaching = f.coaching()
	f.QuarterReports = f.quarterReports()
	f.sheets = sync.OnceValue(f.newSheets)
	return f
}

// Contract returns the contract of an intake, or nil.
func (f *Figures) Contract(in *tracker.Intake) *Contract { return f.contracts[in] }

// ContractOf returns the contract of the intake with the id, or nil.
func (f *Figures) ContractOf(id tracker.ID) *Contract { return f.contracts[f.Tracker.Intake(id)] }

// Story returns the contribution story of an outcome, or nil.
func (f *Figures) Story(o *tracker.Outcome) *Story { return f.stories[o] }

// Minimum is the number of cases below which there is no percentage and no
// word for a trend.
func (f *Figures) Minimum() int { return f.minimum }

// links is what one win points at, each thing once, in the order of the win.
type links struct {
	win        *tracker.Win
	priorities []*tracker.Priority
	outcomes   []*tracker.Outcome // named by the win itself
	intake     *tracker.Intake
}

func resolve(t *tracker.Tracker) []links {
	resolved := make([]links, len(t.Wins))
	for i, w := range t.Wins {
		resolved[i] = links{
			win:        w,
			priorities: each(w.Priorities, t.Priority),
			outcomes:   each(w.Outcomes, t.Outcome),
			intake:     t.Intake(w.Intake),
		}
	}
	return resolved
}

// each looks ids up, leaving out those that lead nowhere and repeats. Lists of
// ids are short: a record names a few.
func each[T any](ids []tracker.ID, find func(tracker.ID) *T) []*T {
	var found []*T
next:
	for _, id := range ids {
		thing := find(id)
		if thing == nil {
			continue
		}
		for _, f := range found {
			if f == thing {
				continue next
			}
		}
		found = append(found, thing)
	}
	return found
}

// PriorityIndex returns the place of a priority in the strategy, from 0: its
// colour everywhere.
func (f *Figures) PriorityIndex(p *tracker.Priority) int { return f.index[p] }
