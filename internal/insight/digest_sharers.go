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
	add := func(open bool, what string, args ...any) {
		if open {
			qs = append(qs, openQuestion{f.Words.Text("insight.digest.open." + what), f.Words.Text("insight.digest.ask."+what, args...)})
		}
	}
	add(checkAt(w, day) == checkUnclear, "unclear")
	add(w.HowToReplicate.IsEmpty(), "how")
	if len(w.AssetsNeeded) > 0 {
		add(true, "asset", "asset", clause(w.AssetsNeeded[0]))
	}
	for i := range w.FollowUps {
		p := &w.FollowUps[i]
		state := p.StateAt(day)
		if (state == tracker.PromiseOpen || state == tracker.PromiseOverdue) && p.What != "" && !f.Tracker.ByBusiness(p) {
			add(true, "follow-up", "what", clause(p.What))
			break
		}
	}
	add(w.Why.IsEmpty(), "why")
	noticed := slices.ContainsFunc(w.NoticedBy, func(n tracker.Notice) bool { return n.On <= day })
	add(!noticed, "noticed")
	add(len(w.Priorities)+len(w.Outcomes) == 0, "link")
	add(true, "nothing")
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
		return d.words.Text("insight.not-enough", "missing", d.Missing)
	}
	line := d.words.Text("insight.digest.headline.wins", "n", len(now.Wins), "week", now.Label())
	if len(now.Wins) == 0 && now.Day < now.Last {
		line = d.words.Text("insight.digest.headline.not-yet", "week", now.Label())
	}
	return line + "; " + d.words.Text("insight.digest.headline.stand", "n", len(d.Standing), "of", len(d.All))
}

func digestDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "digest", Title: say("insight.digest.title"),
		Definition: say("insight.digest.definition", "people", wantedSharers, "days", sharingDays),
		Reason:     say("insight.digest.reason"),
		Limits:     say("insight.digest.limits"),
		NotEnough:  say("insight.digest.not-enough"),
		Audience:   say("insight.digest.audience"), Decision: say("insight.digest.decision"),
	}
}

func digestSheet(f *Figures) Sheet {
	d, say := f.Digest, f.Words.Text
	period := d.Period
	empty := make([]Record, 0)
	s := Sheet{Definition: digestDefinition(f), Headline: d.Headline(), Missing: d.Missing, Period: &period, Excluded: d.Excluded}
	s.Receipts = append(s.Receipts,
		outOf("digest/standing", say("insight.digest.receipt.standing"), orderedWins(d.Standing), orderedWins(d.All)),
		counted("digest/wins", say("insight.digest.receipt.wins"), orderedWins(d.Wins)),
		Receipt{ID: "digest/empty", Label: say("insight.digest.receipt.empty"), Text: Ratio{d.Empty, len(d.Weeks)}.In(f.Words),
			N: d.Empty, D: len(d.Weeks), Counted: empty, Unnamed: d.Empty, UnnamedOthers: len(d.Weeks) - d.Empty})
	undone := d.undoneByWeek()
	for _, w := range slices.Backward(d.Weeks) { // what people look up is recent
		s.Receipts = append(s.Receipts, counted("digest/"+w.ID(), say("insight.digest.receipt.week", "week", w.Label()), orderedWins(w.Wins)))
		if w.Standing > 0 && w != d.Now() {
			s.Receipts = append(s.Receipts, valued("digest/"+w.ID()+"/standing",
				say("insight.digest.receipt.week-standing", "week", w.Label()), f.Words.Count(w.Standing),
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
			records = append(records, Record{Kind: tracker.KindWin, ID: win.ID, Note: w.words.Text("insight.digest.note.dated")})
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
			by[mondayOf(on)] = append(by[mondayOf(on)], Record{Kind: tracker.KindWin, ID: w.ID, Note: d.words.Text("insight.digest.note.undone", "day", on)})
		}
	}
	return by
}
