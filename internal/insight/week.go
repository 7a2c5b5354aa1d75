package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// ThisWeek is what the records date in the ISO week of the report, up to its
// day: what a reader who looks every week has not seen yet.
type ThisWeek struct {
	Week       tracker.Week
	First, Day tracker.Date   // Monday, and the day of the report
	Wins       WeekChange     // dated in the week
	Others     []WeekChange   // of every other kind, in the order in which work goes on
	LastWin    *tracker.Win   // the latest win up to the day; nil for none
	Days       int            // since LastWin
	all        []Record       // of Others
	wins       []*tracker.Win // of Wins

	words *message.Language
}

// WeekChange is the changes of one kind.
type WeekChange struct {
	ID      string // "agreed"
	Records []Record

	words *message.Language
}

// String returns "2 requests agreed".
func (c *WeekChange) String() string {
	return c.words.Text("insight.this-week.change."+c.ID, "n", len(c.Records))
}

func (f *Figures) thisWeek() ThisWeek {
	t := f.Tracker
	w := ThisWeek{Day: t.AsOf, Wins: WeekChange{ID: "wins", words: f.Words}, words: f.Words}
	if t.AsOf.IsZero() {
		return w
	}
	w.Week, w.First = t.AsOf.Week(), mondayOf(t.AsOf)
	undone := WeekChange{ID: "undone", words: f.Words}
	for _, win := range t.Wins {
		if w.has(win.Date) {
			w.wins = append(w.wins, win)
		}
		if !win.Date.IsZero() && win.Date <= w.Day {
			w.LastWin, w.Days = win, w.Day.DaysSince(win.Date)
		}
		if w.has(win.Undone.On) {
			undone.Records = append(undone.Records, Record{Kind: tracker.KindWin, ID: win.ID, Part: "undone"})
		}
	}
	w.Wins.Records = ofWins(w.wins)
	w.Others = append(w.Others, w.requests(t)...)
	w.Others = append(w.Others, w.readings(t), w.promises(t), undone)
	for i := range w.Others {
		w.all = append(w.all, w.Others[i].Records...)
	}
	return w
}

func (w *ThisWeek) has(d tracker.Date) bool { return !d.IsZero() && d >= w.First && d <= w.Day }

// requests are the steps that requests took. A verdict bears no day: it is
// dated by the last reading that it can rest on.
func (w *ThisWeek) requests(t *tracker.Tracker) []WeekChange {
	steps := []WeekChange{
		{ID: "requested", words: w.words}, {ID: "agreed", words: w.words},
		{ID: "delivered", words: w.words}, {ID: "evaluated", words: w.words},
	}
	for _, in := range t.Intakes {
		var looked tracker.Date
		if in.Status == tracker.StatusEvaluated {
			for _, r := range in.Readings {
				looked = max(looked, r.Date)
			}
		}
		for i, step := range []struct {
			on   tracker.Date
			part string
		}{{in.RequestedOn, "requested_on"}, {in.AgreedOn, "agreed_on"}, {in.DeliveredOn, "delivered_on"}, {looked, "verdict"}} {
			if w.has(step.on) {
				steps[i].Records = append(steps[i].Records, Record{Kind: tracker.KindIntake, ID: in.ID, Part: step.part})
			}
		}
	}
	return steps
}

// readings are those with a value: a gap says that nobody looked.
func (w *ThisWeek) readings(t *tracker.Tracker) WeekChange {
	c := WeekChange{ID: "readings", words: w.words}
	add := func(kind tracker.Kind, id tracker.ID, readings []tracker.Reading) {
		for i, r := range readings {
			if r.Value.Known && w.has(r.Date) {
				c.Records = append(c.Records, Record{Kind: kind, ID: id, Part: part("readings", i)})
			}
		}
	}
	for _, o := range t.Strategy.Outcomes {
		add(tracker.KindOutcome, o.ID, o.Readings)
	}
	for _, in := range t.Intakes {
		add(tracker.KindIntake, in.ID, in.Readings)
	}
	return c
}

// promises are those that L&D made. Of the business's, leaders must not learn
// what became of each, so that none is counted in any edition.
func (w *ThisWeek) promises(t *tracker.Tracker) WeekChange {
	c := WeekChange{ID: "promises", words: w.words}
	for _, made := range t.Promises() {
		if made.Business || !w.has(made.Promise.Closed) {
			continue
		}
		p := Promise{Made: made}
		if r, ok := p.Record(); ok {
			r.Note = w.words.Inside(w.words.Label(&tracker.PromiseStates, string(made.Promise.StateAt(w.Day))))
			c.Records = append(c.Records, r)
		}
	}
	return c
}

// Headline counts what changed, or says since when nothing did.
func (w *ThisWeek) Headline() string {
	others, say := len(w.all), w.words.Text
	switch wins := w.Wins.String(); {
	case w.Day.IsZero():
		return say("insight.not-enough", "missing", w.missing())
	case len(w.wins) > 0 && others > 0:
		return say("insight.this-week.wins-and-others", "wins", wins, "others", others)
	case len(w.wins) > 0:
		return say("insight.this-week.wins", "wins", wins)
	case others > 0:
		return say("insight.this-week.others", "others", others)
	case w.LastWin != nil:
		return say("insight.this-week.nothing-since", "days", say("common.days", "n", w.Days))
	}
	return say("insight.this-week.nothing")
}

func (w *ThisWeek) missing() string {
	if w.Day.IsZero() {
		return w.words.Text("insight.this-week.no-day")
	}
	return ""
}

func thisWeekSheet(f *Figures) Sheet {
	w, say := &f.ThisWeek, f.Words.Text
	s := Sheet{Definition: thisWeekDefinition(f), Headline: w.Headline(), Missing: w.missing()}
	s.add(counted("this-week/wins", say("insight.this-week.receipt.wins"), w.Wins.Records),
		counted("this-week/others", say("insight.this-week.receipt.others"), w.all))
	for i := range w.Others {
		c := &w.Others[i]
		s.add(counted("this-week/"+c.ID, say("insight.this-week.receipt."+c.ID), c.Records))
	}
	if w.LastWin != nil {
		s.add(valued("this-week/last", say("insight.this-week.receipt.last"), say("common.days", "n", w.Days), ofWins([]*tracker.Win{w.LastWin})))
	}
	return s
}

func thisWeekDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "this-week", Title: say("insight.this-week.title"),
		Definition: say("insight.this-week.definition"),
		Reason:     say("insight.this-week.reason"),
		Limits:     say("insight.this-week.limits"),
		NotEnough:  say("insight.this-week.not-enough"),
		Audience:   say("insight.this-week.audience"), Decision: say("insight.this-week.decision"),
	}
}
