package insight

import (
	"cmp"
	"container/heap"
	"slices"
	"strconv"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Digest is the wins by ISO week, with what a team needs for its weekly call
// (insights: "Weekly digest"; requirements 003-03, 003-10, 003-39 to 003-41). A
// week's digest is made from what was known when the week began or, of wins, by
// its end: that of a past week changes only with its own records.
type Digest struct {
	Mission  string
	Weeks    []*DigestWeek // every week of the period, oldest first, empty ones included
	Wins     []*tracker.Win
	Standing []*tracker.Win // of all wins up to the day of the report, those that have not come undone
	All      []*tracker.Win // all wins up to the day of the report that bear a date
	Empty    int            // weeks without a win
	Excluded []Excluded
	Period   Period
	Missing  string

	words *message.Language
}

// DigestWeek is one week, Monday to Sunday.
type DigestWeek struct {
	Week        tracker.Week
	First, Last tracker.Date
	Day         tracker.Date   // Last, or the day of the report where that is earlier
	Wins        []*tracker.Win // of the period, dated in the week
	Encouraging *tracker.Win   // the latest win with something encouraging that stood on Day; nil for none
	Sharers     []Sharer       // at most three, whose turn it is most first
	Again       *Again         // an older win, where the week has none; nil else, or when there is none
	Standing    int            // wins up to Day that stood then: the accumulated total

	words *message.Language
}

// ID names the week as its address does: "2026-W05".
func (w *DigestWeek) ID() string { return weekID(w.Week) }

// Label names the week as people read it: "week 5 of 2026".
func (w *DigestWeek) Label() string {
	return w.words.Text("insight.digest.week", "week", strconv.Itoa(w.Week.Number), "year", strconv.Itoa(w.Week.Year))
}

// Again is an older win that an empty week brings back.
type Again struct {
	Win     *tracker.Win
	YearAgo bool   // from the same week a year before
	Reason  string // "from the same week a year before"
}

// sharingDays is how far before a week a win may lie to be suggested in it: a
// quarter of a year. wantedSharers is how many are suggested at most.
const (
	sharingDays   = 13 * 7
	wantedSharers = 3
)

// weekID names a week: "2026-W05".
func weekID(w tracker.Week) string {
	number := strconv.Itoa(w.Number)
	if w.Number < 10 {
		number = "0" + number
	}
	return strconv.Itoa(w.Year) + "-W" + number
}

// mondayOf returns the first day of d's ISO week. Day 1 of the calendar was a
// Monday.
func mondayOf(d tracker.Date) tracker.Date { return d - (d-1)%7 }

func (f *Figures) digest() Digest {
	d := Digest{Mission: f.Tracker.Strategy.Settings.Mission, Period: f.Period, words: f.Words}
	s := f.newDigestSweep(&d)
	if len(d.All) == 0 {
		d.Missing = f.Words.Text("insight.digest.none")
	}
	if f.Period.From.IsZero() {
		d.Missing = f.Words.Text("insight.digest.no-day")
		return d
	}
	for first := mondayOf(f.Period.From); first <= f.Period.To; first += 7 {
		w := &DigestWeek{Week: first.Week(), First: first, Last: first + 6, Day: min(first+6, f.Period.To), words: f.Words}
		s.advance(w)
		w.Wins = s.within(max(first, f.Period.From), w.Day)
		w.Encouraging = s.encouraging(w.Day)
		w.Sharers = s.sharers(w)
		if len(w.Wins) == 0 {
			d.Empty++
			w.Again = s.again(w)
		}
		w.Standing = s.standing
		d.Weeks = append(d.Weeks, w)
	}
	return d
}

// digestSweep goes through the weeks once, in their order, and holds what is
// known at each.
type digestSweep struct {
	f       *Figures
	wins    []*tracker.Win      // with a date, by date and id
	members [][]*tracker.Member // whose they are, beside wins
	next    int                 // wins before it lie in this week or an earlier one
	low     int                 // wins before it are too old to be suggested

	shares       []shareEvent // by day
	sharesSeen   int
	undone       []*tracker.Win // that came undone on a known day, by that day
	undoneSeen   int
	standing     int
	stood        map[*tracker.Win]bool // was counted as standing
	lastShared   map[*tracker.Win]tracker.Date
	memberShared map[*tracker.Member]tracker.Date
	suggested    map[*tracker.Member]suggestion
	suggestions  int
	cheer        []*tracker.Win // with something encouraging, by date
	turn         digestQueue    // who waits longest to be brought back
	lastOut      map[*tracker.Win]tracker.Date
}

// shareEvent is one day on which a win was shared.
type shareEvent struct {
	on tracker.Date
	at int // in wins
}

func (f *Figures) newDigestSweep(d *Digest) *digestSweep {
	s := &digestSweep{
		f: f, stood: make(map[*tracker.Win]bool), lastShared: make(map[*tracker.Win]tracker.Date),
		memberShared: make(map[*tracker.Member]tracker.Date), suggested: make(map[*tracker.Member]suggestion), lastOut: make(map[*tracker.Win]tracker.Date),
	}
	for _, w := range f.Tracker.Wins {
		reason := f.outside(w.Date)
		if reason == "" {
			d.Wins = append(d.Wins, w)
		} else {
			d.Excluded = append(d.Excluded, Excluded{Win: w, Reason: reason, early: f.Period.before(w.Date)})
		}
		if w.Date.IsZero() || w.Date > f.Tracker.AsOf {
			continue
		}
		d.All = append(d.All, w)
		if w.StandsAt(f.Tracker.AsOf) {
			d.Standing = append(d.Standing, w)
		}
		for _, on := range w.SharedOn {
			if !on.IsZero() {
				s.shares = append(s.shares, shareEvent{on, len(s.wins)})
			}
		}
		if !w.Undone.On.IsZero() {
			s.undone = append(s.undone, w)
		}
		s.wins = append(s.wins, w)
		s.members = append(s.members, f.membersOf(w))
	}
	slices.SortStableFunc(s.shares, func(a, b shareEvent) int { return cmp.Compare(a.on, b.on) })
	slices.SortStableFunc(s.undone, func(a, b *tracker.Win) int { return cmp.Compare(a.Undone.On, b.Undone.On) })
	return s
}

// membersOf are the members of the team whose win it is, each once.
func (f *Figures) membersOf(w *tracker.Win) []*tracker.Member {
	var members []*tracker.Member
	for _, p := range w.Whose() {
		if m := f.Tracker.Who(p).Member; m != nil && !slices.Contains(members, m) {
			members = append(members, m)
		}
	}
	return members
}

// advance takes in what was shared before the week, and the wins up to its end.
func (s *digestSweep) advance(w *DigestWeek) {
	for ; s.sharesSeen < len(s.shares) && s.shares[s.sharesSeen].on < w.First; s.sharesSeen++ {
		e := s.shares[s.sharesSeen]
		win := s.wins[e.at]
		s.lastShared[win] = e.on
		for _, m := range s.members[e.at] {
			s.memberShared[m] = e.on
		}
		s.out(win, e.on, e.at < s.next)
	}
	for ; s.next < len(s.wins) && s.wins[s.next].Date <= w.Day; s.next++ {
		win := s.wins[s.next]
		if win.StandsAt(w.Day) {
			s.standing++
			s.stood[win] = true
		}
		if !win.Encouraging.IsEmpty() {
			s.cheer = append(s.cheer, win)
		}
		heap.Push(&s.turn, digestTurn{s.lastOut[win], win})
	}
	for ; s.undoneSeen < len(s.undone) && s.undone[s.undoneSeen].Undone.On <= w.Day; s.undoneSeen++ {
		if win := s.undone[s.undoneSeen]; s.stood[win] {
			s.standing--
		}
	}
	for s.low < s.next && s.wins[s.low].Date < w.First-sharingDays {
		s.low++
	}
}

// out notes that a win was shared or brought back; waiting says that it has its
// place in the queue.
func (s *digestSweep) out(w *tracker.Win, on tracker.Date, waiting bool) {
	s.lastOut[w] = max(s.lastOut[w], on)
	if waiting {
		heap.Push(&s.turn, digestTurn{s.lastOut[w], w})
	}
}

// within returns the wins from one day to another, both included.
func (s *digestSweep) within(from, to tracker.Date) []*tracker.Win {
	at := func(d tracker.Date) int {
		i, _ := slices.BinarySearchFunc(s.wins, d, func(w *tracker.Win, d tracker.Date) int { return cmp.Compare(w.Date, d) })
		return i
	}
	if lo, hi := at(from), at(to+1); lo < hi {
		return s.wins[lo:hi:hi]
	}
	return nil
}

// encouraging returns the latest win with something encouraging that stands on
// the day. What no longer stands will not stand again.
func (s *digestSweep) encouraging(day tracker.Date) *tracker.Win {
	for n := len(s.cheer); n > 0; n = len(s.cheer) {
		if w := s.cheer[n-1]; w.StandsAt(day) {
			return w
		}
		s.cheer = s.cheer[:n-1]
	}
	return nil
}

// again brings back the first win that stands of the same week a year before,
// else the one that was shared or brought back longest ago.
func (s *digestSweep) again(w *DigestWeek) *Again {
	first, say := yearBefore(w.Week, w.First), s.f.Words.Text
	for _, win := range s.within(first, first+6) {
		if win.StandsAt(w.Day) {
			s.out(win, w.First, true)
			return &Again{Win: win, YearAgo: true, Reason: say("insight.digest.again.year-ago")}
		}
	}
	for s.turn.Len() > 0 {
		t := heap.Pop(&s.turn).(digestTurn)
		if t.last != s.lastOut[t.win] || !t.win.StandsAt(w.Day) {
			continue
		}
		reason := say("insight.digest.again.not-shared")
		if on := s.lastShared[t.win]; !on.IsZero() {
			reason = say("insight.digest.again.shared", "day", on)
		}
		s.out(t.win, w.First, true)
		return &Again{Win: t.win, Reason: reason}
	}
	return nil
}

// yearBefore returns the Monday of the week with the same number a year before;
// of week 53, where that year has none, of its last week.
func yearBefore(w tracker.Week, first tracker.Date) tracker.Date {
	for _, days := range []tracker.Date{52 * 7, 53 * 7} {
		if (first - days).Week().Number == w.Number {
			return first - days
		}
	}
	return first - 53*7
}

// digestTurn is a win's place in the queue. One whose day is no longer the
// win's last is out of date.
type digestTurn struct {
	last tracker.Date // shared or brought back; zero for never
	win  *tracker.Win
}

// digestQueue is a heap: never out first, then longest ago, then the oldest.
type digestQueue []digestTurn

func (q digestQueue) Len() int      { return len(q) }
func (q digestQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q digestQueue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[i].last, q[j].last), cmp.Compare(q[i].win.Date, q[j].win.Date), cmp.Compare(q[i].win.ID, q[j].win.ID)) < 0
}

// Push and Pop are for container/heap.
func (q *digestQueue) Push(x any) { *q = append(*q, x.(digestTurn)) }

// Pop takes the last one off.
func (q *digestQueue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}
