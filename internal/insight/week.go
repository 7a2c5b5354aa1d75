package insight

import (
	"strings"

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
}

// WeekChange is the changes of one kind.
type WeekChange struct {
	ID        string // "agreed"
	One, Many string // "request agreed", "requests agreed"
	Records   []Record
}

// String returns "2 requests agreed".
func (c *WeekChange) String() string { return count(len(c.Records), c.One, c.Many) }

func (f *Figures) thisWeek() ThisWeek {
	t := f.Tracker
	w := ThisWeek{Day: t.AsOf, Wins: WeekChange{ID: "wins", One: "win", Many: "wins"}}
	if t.AsOf.IsZero() {
		return w
	}
	w.Week, w.First = t.AsOf.Week(), mondayOf(t.AsOf)
	undone := WeekChange{ID: "undone", One: "win came undone", Many: "wins came undone"}
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
		{ID: "requested", One: "new request", Many: "new requests"},
		{ID: "agreed", One: "request agreed", Many: "requests agreed"},
		{ID: "delivered", One: "request delivered", Many: "requests delivered"},
		{ID: "evaluated", One: "request evaluated", Many: "requests evaluated"},
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
	c := WeekChange{ID: "readings", One: "reading", Many: "readings"}
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
	c := WeekChange{ID: "promises", One: "promise closed", Many: "promises closed"}
	for _, made := range t.Promises() {
		if made.Business || !w.has(made.Promise.Closed) {
			continue
		}
		p := Promise{Made: made}
		if r, ok := p.Record(); ok {
			r.Note = strings.ToLower(tracker.PromiseStates.Label(string(made.Promise.StateAt(w.Day))))
			c.Records = append(c.Records, r)
		}
	}
	return c
}

// Headline counts what changed, or says since when nothing did.
func (w *ThisWeek) Headline() string {
	others := len(w.all)
	switch wins := w.Wins.String(); {
	case w.Day.IsZero():
		return notEnough(w.missing())
	case len(w.wins) > 0 && others > 0:
		return wins + " this week, and " + count(others, "change of another kind", "changes of another kind")
	case len(w.wins) > 0:
		return wins + " this week"
	case others > 0:
		return count(others, "change", "changes") + " this week, and no win yet"
	case w.LastWin != nil:
		return "Nothing was recorded this week; the last win was " + count(w.Days, "day", "days") + " ago"
	}
	return "Nothing was recorded this week, and no win before it"
}

func (w *ThisWeek) missing() string {
	if w.Day.IsZero() {
		return "the day of the report is not known"
	}
	return ""
}

func thisWeekSheet(f *Figures) Sheet {
	w := &f.ThisWeek
	s := Sheet{Definition: thisWeekDefinition(), Headline: w.Headline(), Missing: w.missing()}
	s.add(counted("this-week/wins", "Wins dated in the week", w.Wins.Records),
		counted("this-week/others", "Other changes in the week", w.all))
	for i := range w.Others {
		c := &w.Others[i]
		s.add(counted("this-week/"+c.ID, strings.ToUpper(c.Many[:1])+c.Many[1:], c.Records))
	}
	if w.LastWin != nil {
		s.add(valued("this-week/last", "Days since the last win", count(w.Days, "day", "days"), ofWins([]*tracker.Win{w.LastWin})))
	}
	return s
}

func thisWeekDefinition() Definition {
	return Definition{
		ID: "this-week", Title: "What changed this week",
		Definition: "What bears a day of the ISO week of the report, from its Monday to the day of the report: wins; requests that arrived, were agreed or were delivered; requests that are evaluated, by the day of their last reading; readings with a value, of outcomes and of requests; promises made by L&D that were closed, kept or not; and wins that came undone. A record counts once for each of these.",
		Reason:     "Whoever looks every week wants to see first what they have not seen.",
		Limits:     "It goes by the days that records bear, not by when they were written: what is recorded late is in no week's list. A verdict without a reading has no day. What became of the business's promises is left to their own count.",
		NotEnough:  "Never silent: a week in which nothing was recorded says so.",
		Audience:   "Everyone", Decision: "What to open first",
	}
}
