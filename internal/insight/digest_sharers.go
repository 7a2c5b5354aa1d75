package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/tracker"
)

// Sharer is someone who may be asked to tell of a win, with a question to ask
// (requirements 003-39 and 003-41). Whose turn it is follows from when they
// last shared, or were last suggested, and from nothing else about them.
type Sharer struct {
	Member     *tracker.Member
	Win        *tracker.Win
	LastShared tracker.Date // before the week; zero for never
	Open       string       // what the win leaves open: "nothing says how to repeat it"
	Question   string       // "What would a colleague need to do the same?"
}

// sharers picks at most three members whose roles and wins differ, the one who
// had their last turn longest ago first. To have been suggested is a turn, as
// to have shared is: else those of whom no one notes down that they shared would
// be suggested every week. A member is in the team on the day, has not opted
// out, and has a win from the week or the quarter of a year before it
// that stands and had not been shared when the week began.
func (s *digestSweep) sharers(w *DigestWeek) []Sharer {
	type waiting struct {
		member *tracker.Member
		wins   []*tracker.Win // latest first, as many as could be taken by others and one more
	}
	var line []*waiting
	at := make(map[*tracker.Member]*waiting)
	for i := s.next - 1; i >= s.low; i-- {
		win := s.wins[i]
		if _, shared := s.lastShared[win]; shared || !win.StandsAt(w.Day) {
			continue
		}
		for _, m := range s.members[i] {
			if m.Spotlight != nil && !*m.Spotlight || !m.ActiveOn(w.Day) {
				continue
			}
			if at[m] == nil {
				at[m] = &waiting{member: m}
				line = append(line, at[m])
			}
			if len(at[m].wins) < wantedSharers {
				at[m].wins = append(at[m].wins, win)
			}
		}
	}
	slices.SortFunc(line, func(a, b *waiting) int {
		x, y := a.wins[0], b.wins[0]
		return cmp.Or(cmp.Compare(s.lastTurn(a.member), s.lastTurn(b.member)), cmp.Compare(s.suggested[a.member].nth, s.suggested[b.member].nth),
			cmp.Compare(x.Date, y.Date), cmp.Compare(x.ID, y.ID), cmp.Compare(a.member.ID, b.member.ID))
	})
	var picked []Sharer
	for _, c := range line {
		if len(picked) == wantedSharers {
			break
		}
		if c.member.Role != "" && slices.ContainsFunc(picked, func(p Sharer) bool { return p.Member.Role == c.member.Role }) {
			continue
		}
		for _, win := range c.wins {
			if slices.ContainsFunc(picked, func(p Sharer) bool { return p.Win == win }) {
				continue
			}
			q := s.f.ask(win, w.Day, picked)
			picked = append(picked, Sharer{c.member, win, s.memberShared[c.member], q.open, q.question})
			break
		}
	}
	for _, p := range picked {
		s.suggestions++
		s.suggested[p.Member] = suggestion{w.First, s.suggestions}
	}
	return picked
}

// suggestion is when a member was last suggested.
type suggestion struct {
	week tracker.Date // its first day
	nth  int          // of all suggestions; breaks ties
}

// lastTurn is the day on which a member last shared, or the first of the week
// in which they were last suggested; zero for neither.
func (s *digestSweep) lastTurn(m *tracker.Member) tracker.Date {
	return max(s.memberShared[m], s.suggested[m].week)
}

type openQuestion struct{ open, question string }

// ask picks a question that the win leaves open on the day and that was not
// asked of another sharer, else the first.
func (f *Figures) ask(w *tracker.Win, day tracker.Date, asked []Sharer) openQuestion {
	questions := f.openQuestions(w, day)
	for _, q := range questions {
		if !slices.ContainsFunc(asked, func(s Sharer) bool { return s.Open == q.open }) {
			return q
		}
	}
	return questions[0]
}

// openQuestions lists what a win leaves open on the day, the most useful
// question to colleagues first. It asks nothing about what only the team's
// edition holds, so that it is the same in every edition.
func (f *Figures) openQuestions(w *tracker.Win, day tracker.Date) []openQuestion {
	var qs []openQuestion
	add := func(open bool, what, question string) {
		if open {
			qs = append(qs, openQuestion{what, question})
		}
	}
	add(checkAt(w, day) == checkUnclear, "how to repeat it was found unclear", "Which step would you explain differently to someone who does it for the first time?")
	add(w.HowToReplicate.IsEmpty(), "nothing says how to repeat it", "What would a colleague need to do the same?")
	if len(w.AssetsNeeded) > 0 {
		add(true, "something was missing", "What should the "+quote(clause(w.AssetsNeeded[0]))+" hold, and who could begin it?")
	}
	for i := range w.FollowUps {
		p := &w.FollowUps[i]
		state := p.StateAt(day)
		if (state == tracker.PromiseOpen || state == tracker.PromiseOverdue) && p.What != "" && !f.Tracker.ByBusiness(p) {
			add(true, "a follow-up is open", "How is it going with "+quote(clause(p.What))+"?")
			break
		}
	}
	add(w.Why.IsEmpty(), "nothing says why it is a win", "What usually happens instead?")
	noticed := slices.ContainsFunc(w.NoticedBy, func(n tracker.Notice) bool { return n.On <= day })
	add(!noticed, "no one in the business is on record as having noticed", "Who in the business may have noticed, and what would they say?")
	add(len(w.Priorities)+len(w.Outcomes) == 0, "it has no link yet", "Which priority might it serve, if any?")
	add(true, "nothing is left open", "What surprised you?")
	return qs
}

// Now returns the week of the day of the report, or nil.
func (d *Digest) Now() *DigestWeek {
	if len(d.Weeks) == 0 {
		return nil
	}
	return d.Weeks[len(d.Weeks)-1]
}

// Headline says what the week of the report holds, and what has added up.
func (d *Digest) Headline() string {
	now := d.Now()
	if d.Missing != "" || now == nil {
		return notEnough(d.Missing)
	}
	stand := Ratio{len(d.Standing), len(d.All)}
	added := "; " + share(stand, "win", "wins") + " so far " + verb(stand, "stands", "stand")
	switch n := len(now.Wins); {
	case n > 0:
		return count(n, "win", "wins") + " to share from " + now.Label() + added
	case now.Day < now.Last:
		return "No win yet in " + now.Label() + added
	}
	return "No win in " + now.Label() + added
}

func digestDefinition(f *Figures) Definition {
	return Definition{
		ID: "digest", Title: "What we celebrate this week",
		Definition: "Wins of the period by the ISO week, Monday to Sunday, that their date lies in. Something encouraging comes from the latest win that has some and stood at the end of the week. Up to " + Count(wantedSharers) + " people are suggested to share: members of the team who did not opt out, with a win from the week or the " + count(sharingDays, "day", "days") + " before it that had not been shared when the week began. To have shared is a turn, and so is to have been suggested, in that week: whoever had their last turn longest ago comes first, never before all; then whoever was suggested earlier, then the older win, then its id; no two with the same role or the same win. Each tells of their latest win, and the question asks for the first thing that it leaves open. A week without a win brings back the first win that stands of the week with the same number a year before (of week 53, the last week), else the win that was shared or brought back longest ago, never first, then the oldest. The total counts the wins up to the end of the week that stood then. Wins outside the period are listed as left out; they may still be brought back, and count toward the total.",
		Reason:     "A small thing that is told is worth more than one that is filed, and a thin week is still a week.",
		Limits:     "A week with few wins recorded need not be one with few wins. Whose turn it is says nothing about anyone's work.",
		NotEnough:  "Silent while no win is recorded.",
		Audience:   "The team", Decision: "Whom to ask to share, and what to ask them",
	}
}

func digestSheet(f *Figures) Sheet {
	d := f.Digest
	period := d.Period
	empty := make([]Record, 0)
	s := Sheet{Definition: digestDefinition(f), Headline: d.Headline(), Missing: d.Missing, Period: &period, Excluded: d.Excluded}
	s.Receipts = append(s.Receipts,
		outOf("digest/standing", "Wins so far that stand", orderedWins(d.Standing), orderedWins(d.All)),
		counted("digest/wins", "Wins of the period", orderedWins(d.Wins)),
		Receipt{ID: "digest/empty", Label: "Weeks without a win", Text: Ratio{d.Empty, len(d.Weeks)}.String(),
			N: d.Empty, D: len(d.Weeks), Counted: empty, Unnamed: d.Empty, UnnamedOthers: len(d.Weeks) - d.Empty})
	undone := d.undoneByWeek()
	for _, w := range slices.Backward(d.Weeks) { // what people look up is recent
		s.Receipts = append(s.Receipts, counted("digest/"+w.ID(), "Wins in "+w.Label(), orderedWins(w.Wins)))
		if w.Standing > 0 && w != d.Now() {
			s.Receipts = append(s.Receipts, valued("digest/"+w.ID()+"/standing",
				"Wins up to the end of "+w.Label()+" that stood then, with those that came and went in it", Count(w.Standing),
				ordered(slices.Concat(w.came(), undone[w.First]))))
		}
	}
	return s
}

// came names the wins of the week that stood at its end.
func (w *DigestWeek) came() []Record {
	var records []Record
	for _, win := range w.Wins {
		if win.StandsAt(w.Day) {
			records = append(records, Record{Kind: tracker.KindWin, ID: win.ID, Note: "dated in the week"})
		}
	}
	return records
}

// undoneByWeek names the wins of earlier weeks that came undone in a week, by its
// first day.
func (d *Digest) undoneByWeek() map[tracker.Date][]Record {
	by := make(map[tracker.Date][]Record)
	for _, w := range d.All {
		if on := w.Undone.On; !on.IsZero() && mondayOf(on) > mondayOf(w.Date) {
			by[mondayOf(on)] = append(by[mondayOf(on)], Record{Kind: tracker.KindWin, ID: w.ID, Note: "came undone on " + Day(on)})
		}
	}
	return by
}
