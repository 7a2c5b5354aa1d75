package insight

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// flat writes a sheet as lines, its numbers by id and what is left out in order,
// so that two can be compared whatever order they were listed in.
func (s *Sheet) flat() []string {
	lines := []string{"headline " + s.Headline, "missing " + s.Missing, fmt.Sprint("period ", s.Period, s.Minimum)}
	for i := range s.Receipts {
		lines = append(lines, s.Receipts[i].flat())
	}
	for _, e := range s.Excluded {
		r, ok := e.Record()
		lines = append(lines, fmt.Sprint("left out ", r, ok))
	}
	slices.Sort(lines)
	return lines
}

func (r *Receipt) flat() string {
	return fmt.Sprint("number ", r.ID, " ", r.Label, ": ", r.Text, r.N, r.D, r.Counted, r.Others, r.Unnamed, r.UnnamedOthers, r.Missing)
}

// differing returns the first line in which two sheets differ, of each.
func differing(a, b []string) (x, y string) {
	for i := range max(len(a), len(b)) {
		x, y = "", ""
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return x, y
		}
	}
	return "", ""
}

func shuffled[T any](r *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// The order of files is nothing at all; that of the strategy's lists is the
// order in which things are shown, and says nothing about what is counted.
func TestOrderChangesNoNumber(t *testing.T) {
	eachMade(t, 150, func(t *testing.T, seed uint64) {
		tr := makeTracker(seed)
		r := rand.New(rand.NewPCG(seed, 21))
		s := tr.Strategy
		other := tracker.New(s, shuffled(r, tr.Wins), shuffled(r, tr.Intakes), tr.Census)
		if was, now := Compute(tr.On(tr.AsOf)).Sheets(), Compute(other.On(tr.AsOf)).Sheets(); !reflect.DeepEqual(was, now) {
			t.Errorf("tracker %d depends on the order of files", seed)
		}
		s.Priorities, s.Outcomes = shuffled(r, s.Priorities), shuffled(r, s.Outcomes)
		s.Team, s.Stakeholders = shuffled(r, s.Team), shuffled(r, s.Stakeholders)
		turned := tracker.New(s, shuffled(r, tr.Wins), shuffled(r, tr.Intakes), tr.Census)
		for _, edition := range []tracker.Edition{tracker.TeamEdition, tracker.LeadersEdition} {
			was, now := Compute(tr.On(tr.AsOf).Redacted(edition)).Sheets(), Compute(turned.On(tr.AsOf).Redacted(edition)).Sheets()
			for i := range was {
				if x, y := differing(was[i].flat(), now[i].flat()); x != y {
					t.Errorf("tracker %d, %s edition, %s:\n%s\n%s", seed, edition, was[i].Definition.ID, x, y)
				}
			}
		}
	})
}

// settled is a made-up tracker whose period does not follow from its records.
func settled(seed uint64) *tracker.Tracker {
	tr := makeTracker(seed)
	tr.Strategy.Settings.StartedOn = min(tr.AsOf, max(tr.Strategy.Settings.StartedOn, tr.AsOf-400))
	return tr
}

// with computes the figures of a tracker with more in it.
func with(tr *tracker.Tracker, wins []*tracker.Win, intakes []*tracker.Intake) *Figures {
	return Compute(tracker.New(tr.Strategy, slices.Concat(tr.Wins, wins), slices.Concat(tr.Intakes, intakes), tr.Census).On(tr.AsOf))
}

// changes lists the numbers that differ between two sets of figures, by id.
// Where the only difference is one more record that was looked at and not
// counted, it is in others.
func changes(was, now *Figures, extra tracker.ID) (changed, others []string) {
	for i := range was.Sheets() {
		before := map[string]*Receipt{}
		for k := range was.Sheets()[i].Receipts {
			r := &was.Sheets()[i].Receipts[k]
			before[r.ID] = r
		}
		for _, r := range now.Sheets()[i].Receipts {
			b := before[r.ID]
			delete(before, r.ID)
			if b != nil && b.flat() == r.flat() {
				continue
			}
			less := r
			less.Others = slices.DeleteFunc(slices.Clone(r.Others), func(rec Record) bool { return rec.ID == extra })
			if b != nil && b.D != None && len(less.Others) == len(r.Others)-1 && r.D == b.D+1 && r.N == b.N && slices.Equal(less.Others, b.Others) && slices.Equal(r.Counted, b.Counted) {
				others = append(others, r.ID)
				continue
			}
			changed = append(changed, r.ID)
		}
		for id := range before {
			changed = append(changed, id)
		}
	}
	slices.Sort(changed)
	return changed, others
}

// only reports the changes that do not begin with one of the given ids.
func only(t *testing.T, what string, seed uint64, changed []string, allowed ...string) {
	t.Helper()
	for _, id := range changed {
		if !slices.ContainsFunc(allowed, func(a string) bool { return strings.HasPrefix(id, a) }) {
			t.Errorf("tracker %d: %s changes %s", seed, what, id)
		}
	}
}

// firstHeard allows the first win of a period to end the silence on roles.
func firstHeard(was *Figures) string {
	if was.Voices.NoWins != "" {
		return "voices/"
	}
	return "no id of a number"
}

// A win without a link is one more win: it moves what counts wins, and nothing
// that is said of requests, promises, priorities and outcomes.
func TestAWinWithoutALinkChangesWhatCountsWins(t *testing.T) {
	eachMade(t, 150, func(t *testing.T, seed uint64) {
		tr := settled(seed)
		extra := &tracker.Win{ID: "extra", Title: "Extra", Date: tr.AsOf, EnteredBy: "Nobody Known"}
		was, now := with(tr, nil, nil), with(tr, []*tracker.Win{extra}, nil)
		changed, others := changes(was, now, "extra")
		q := quarterID(tr.Quarter(tr.AsOf))
		only(t, "a win without a link", seed, changed, "coverage/unlinked", "coverage/"+q, "chain/unlinked", "accumulation/standing", "accumulation/all/",
			"this-week/wins", "this-week/last", "digest/", "history/"+q+"/wins", "history/now/standing", "history/records/wins", "history/first/win", "history/firsts", firstHeard(was))
		only(t, "a win without a link, among the others,", seed, others, "coverage/named", "coverage/p", "chain/reaching", "accumulation/pointing",
			"history/"+q+"/undone", "history/records/undone", "playbook/with-text", firstHeard(was))
		if len(changed) == 0 {
			t.Errorf("tracker %d: one more win is in no number", seed)
		}
		for id := range now.index {
			pc, before := now.Coverage.of(id), was.Coverage.of(id)
			if pc != nil && (len(pc.Wins) != len(before.Wins) || pc.QuietDays != before.QuietDays) {
				t.Errorf("tracker %d: the coverage of %s changes", seed, id.ID)
			}
		}
	})
}

func (c *Coverage) of(p *tracker.Priority) *PriorityCoverage {
	for _, pc := range c.Priorities {
		if pc.Priority == p {
			return pc
		}
	}
	return nil
}

// A win that names one priority counts for that one and for no other, and for
// the outcomes that it feeds.
func TestAWinOfOnePriorityChangesNoOther(t *testing.T) {
	eachMade(t, 150, func(t *testing.T, seed uint64) {
		tr := settled(seed)
		if len(tr.Strategy.Priorities) == 0 {
			return
		}
		own := tr.Strategy.Priorities[int(seed)%len(tr.Strategy.Priorities)]
		extra := &tracker.Win{ID: "extra", Title: "Extra", Date: tr.AsOf, EnteredBy: "Nobody Known", Priorities: []tracker.ID{own.ID}}
		was, now := with(tr, nil, nil), with(tr, []*tracker.Win{extra}, nil)
		changed, _ := changes(was, now, "extra")
		allowed := []string{"coverage/quiet", "coverage/named", "coverage/links", "coverage/unlinked", "coverage/inactive", "coverage/2", "coverage/" + string(own.ID) + "/",
			"chain/reaching", "chain/reached", "chain/noticed", "chain/spark", "chain/unlinked", "chain/" + string(own.ID) + "/", "accumulation/standing", "accumulation/pointing", "accumulation/all/",
			"this-week/wins", "this-week/last", "digest/", "history/", "silence/none", "silence/stale", "silence/recent", "silence/unplaced", "silence/" + string(own.ID) + "/", "playbook/with-text", firstHeard(was)}
		for _, o := range own.Outcomes {
			allowed = append(allowed, "chain/"+string(o)+"/", "accumulation/outcome/"+string(o)+"/", "contribution/"+string(o)+"/", "contribution/moved", "contribution/slipped", "contribution/edged")
		}
		only(t, "a win of "+string(own.ID), seed, changed, allowed...)
		before, after := was.Coverage.of(own), now.Coverage.of(own)
		n := 0
		if before != nil {
			n = len(before.Wins)
		}
		if after == nil || len(after.Wins) != n+1 || after.LastWin.Date != tr.AsOf || after.QuietDays != 0 {
			t.Errorf("tracker %d: %s does not have one more win, of today", seed, own.ID)
		}
	})
}

// A request of another time, or one that the law asks for, is left out of
// posture and arrivals, and says so.
func TestRequestsThatPostureLeavesOut(t *testing.T) {
	eachMade(t, 150, func(t *testing.T, seed uint64) {
		tr := settled(seed)
		for what, extra := range map[string]*tracker.Intake{
			"of another time": {ID: "extra", Title: "Extra", RequestedOn: tr.Strategy.Settings.StartedOn - 1, Status: tracker.StatusExploring, ArrivedAs: tracker.ArrivedProblem},
			"mandated":        {ID: "extra", Title: "Extra", RequestedOn: tr.AsOf, Status: tracker.StatusExploring, ArrivedAs: tracker.ArrivedProblem, Mandated: true},
		} {
			was, now := with(tr, nil, nil), with(tr, nil, []*tracker.Intake{extra})
			changed, others := changes(was, now, "extra")
			only(t, "a request "+what, seed, append(changed, others...), "this-week/requested", "this-week/others", "contract/extra/", "contract/deep", "contract/status-exploring", "history/records/requests", "repeats/share", "repeats/other-way")
			for i, s := range now.Sheets() {
				before := was.Sheets()[i]
				switch s.Definition.ID {
				case "posture", "arrivals":
					if len(s.Excluded) != len(before.Excluded)+1 || before.Missing == "" && s.Headline != before.Headline {
						t.Errorf("tracker %d: a request %s: %s leaves out %d, and said %q, now %q", seed, what, s.Definition.ID, len(s.Excluded), before.Headline, s.Headline)
					}
				case "promises", "coverage", "contribution", "delivered":
					if x, y := differing(before.flat(), s.flat()); x != y && !strings.Contains(y, "extra") {
						t.Errorf("tracker %d: a request %s changes %s:\n%s\n%s", seed, what, s.Definition.ID, x, y)
					}
				}
			}
		}
	})
}

// A small promise that was kept is one more kept, and one more that was due;
// it changes nothing about big ones or those of the business.
func TestAKeptPromiseChangesThePromisesAlone(t *testing.T) {
	eachMade(t, 150, func(t *testing.T, seed uint64) {
		tr := settled(seed)
		was := with(tr, nil, nil)
		kept := &tracker.Stakeholder{ID: "extra", Name: "Extra", Promises: []tracker.Promise{{What: "a note", State: tracker.PromiseKept}}}
		tr.Strategy.Stakeholders = append(slices.Clone(tr.Strategy.Stakeholders), kept)
		now := with(tr, nil, nil)
		changed, _ := changes(was, now, "extra")
		only(t, "a kept promise", seed, changed, "promises/small/kept", "promises/all/kept", "business-knowledge/", "before-needed/meet-next")
		for _, id := range []string{"promises/small/kept", "promises/all/kept"} {
			_, before, _ := was.Receipt(id)
			if _, after, _ := now.Receipt(id); after.N != before.N+1 || after.D != before.D+1 || len(after.Counted) != len(before.Counted)+1 {
				t.Errorf("tracker %d: %s went from %s to %s", seed, id, before.Text, after.Text)
			}
		}
	})
}

// Time does not mend a promise: what is missed stays so, and what is past its
// day is kept later only where it was closed later, or not due any more only
// where a new day was agreed later.
func TestTimeMendsNoPromise(t *testing.T) {
	key := func(p *Promise) string { r, _ := p.Record(); return fmt.Sprint(r.Kind, r.ID, r.Part) }
	eachMade(t, 100, func(t *testing.T, seed uint64) {
		tr := makeTracker(seed)
		last := map[string]tracker.PromiseState{}
		for day := tr.AsOf - 60; day <= tr.AsOf+60; day++ {
			f := &Figures{Tracker: tr.On(day), minimum: 1}
			p := f.promises()
			for _, g := range []*PromiseGroup{&p.All, &p.Business} {
				for _, group := range [][]*Promise{g.Kept, g.Late, g.Missed, g.Overdue, g.Released, g.Open} {
					for _, one := range group {
						was, now := last[key(one)], one.State
						last[key(one)] = now
						wrong := false
						switch was {
						case tracker.PromiseMissed, tracker.PromiseLate, tracker.PromiseReleased, tracker.PromiseKept:
							wrong = now != was
						case tracker.PromiseOverdue:
							closed := one.Made.Promise.Closed == day
							moved := slices.ContainsFunc(one.Made.Promise.Moved, func(m tracker.Move) bool { return m.On == day })
							wrong = now == tracker.PromiseKept && !closed || now == tracker.PromiseOpen && !moved
						}
						if wrong {
							t.Errorf("tracker %d: %s was %s the day before %s and is %s: %+v", seed, key(one), was, message.English().Day(day), now, *one.Made.Promise)
						}
					}
				}
			}
		}
	})
}
