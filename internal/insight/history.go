package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// History is how the change went, as it went (insights: "History";
// requirements 003-14, 004-02, 004-03, 004-06): quarters with nothing in them
// and steps back included. Nothing in it is a share of a way to go.
type History struct {
	Vision    string
	Quarters  []HistoryQuarter // every quarter of the period, oldest first
	Recorded  int              // quarters with a win or a request
	Baseline  *HistoryQuarter  // the first quarter with a request in a position; nil for none
	Firsts    []First          // in the order of their days
	NotYet    []First          // in the order of kinds
	Reversals []Reversal       // by day; those without a day last
	Now       HistoryNow
	Excluded  []Excluded // records outside the period
	Period    Period
	Minimum   int
	Missing   string

	words *message.Language
}

// HistoryQuarter is one quarter: its wins, and the positions of its requests.
type HistoryQuarter struct {
	Quarter tracker.Quarter
	Wins    []*tracker.Win
	Undone  []*tracker.Win // those of Wins that have come undone by the day of the report
	Posture PostureCounts

	requests int // of any kind, in a position or not
}

// First is the first time that something is on record in the period.
type First struct {
	Kind   string // "win"
	Label  string // "First win"
	On     tracker.Date
	Text   string // the title of the record it stands in
	Record Record // with the part that tells it: one record may hold several firsts
}

// ReversalKind says what went back.
type ReversalKind string

// The kinds of reversals.
const (
	ReversalUndone    ReversalKind = "undone"    // a win came undone
	ReversalOutcome   ReversalKind = "outcome"   // an outcome turned back
	ReversalPosture   ReversalKind = "posture"   // fewer requests were partnered
	ReversalWithdrawn ReversalKind = "withdrawn" // a request was withdrawn after one had been partnered
)

// ReversalKinds are the kinds with their meanings.
var ReversalKinds = tracker.Vocabulary{Name: "reversal", Terms: []tracker.Term{
	{ID: string(ReversalUndone), Label: "A win came undone", Definition: "It stood for a time."},
	{ID: string(ReversalOutcome), Label: "An outcome turned back", Definition: "A reading went the other way after the measure had moved as wanted."},
	{ID: string(ReversalPosture), Label: "Fewer requests were partnered", Definition: "A smaller share than in the last quarter with enough requests."},
	{ID: string(ReversalWithdrawn), Label: "A request was withdrawn", Definition: "After the first partnered one."},
}}

// Reversal is one step back.
type Reversal struct {
	Kind    ReversalKind
	On      tracker.Date // zero where it is not known
	Text    string       // a sentence without its stop
	Records []Record
}

// HistoryNow is what there is on the day of the report, to be read beside the
// vision.
type HistoryNow struct {
	Standing  Ratio // wins that stand / wins of the period
	Partnered Ratio // requests partnered / requests in a position
	Moved     Ratio // outcomes that moved as wanted by what matters / outcomes with a story that say which way is wanted
}

func (f *Figures) history() History {
	h := History{Vision: f.Tracker.Strategy.Settings.Vision, Period: f.Period, Minimum: f.minimum, words: f.Words}
	for i, q := range f.Quarters {
		h.Quarters = append(h.Quarters, HistoryQuarter{Quarter: q})
		for _, c := range f.Posture.ByQuarter[i].Cases {
			h.Quarters[i].Posture.add(c)
		}
	}
	f.historyRecords(&h)
	for i := range h.Quarters {
		q := &h.Quarters[i]
		if q.requests+len(q.Wins) > 0 {
			h.Recorded++
		}
		if h.Baseline == nil && q.Posture.Total > 0 {
			h.Baseline = q
		}
	}
	h.Now.Partnered = f.Posture.Counts.Of(Partnered)
	for _, s := range f.Stories {
		if s.judged() { // what nothing was aimed at is not claimed here either
			h.Now.Moved.D++
			if s.Moved() {
				h.Now.Moved.N++
			}
		}
	}
	f.firsts(&h)
	f.reversals(&h)
	if h.Recorded < leastQuarters {
		h.Missing = f.Words.Text("insight.history.needs", "have", h.Recorded, "minimum", leastQuarters)
	}
	return h
}

// leastQuarters is how many quarters with a record make a history.
const leastQuarters = 2

func (f *Figures) historyRecords(h *History) {
	asOf := f.Tracker.AsOf
	for _, w := range f.Tracker.Wins {
		at, ok := f.place(w.Date)
		if !ok {
			h.Excluded = append(h.Excluded, Excluded{Win: w, Reason: f.outside(w.Date), early: f.Period.before(w.Date)})
			continue
		}
		q := &h.Quarters[at]
		q.Wins = append(q.Wins, w)
		h.Now.Standing.D++
		if w.StandsAt(asOf) {
			h.Now.Standing.N++
		} else {
			q.Undone = append(q.Undone, w)
		}
	}
	for _, in := range f.Tracker.Intakes {
		if at, ok := f.place(in.RequestedOn); ok {
			h.Quarters[at].requests++
		}
	}
	h.Excluded = append(h.Excluded, f.Posture.Excluded...)
}

// reversals gathers the steps back of the period.
func (f *Figures) reversals(h *History) {
	asOf := f.Tracker.AsOf
	for _, q := range h.Quarters {
		for _, w := range q.Undone {
			h.Reversals = append(h.Reversals, Reversal{Kind: ReversalUndone, On: w.Undone.On, Text: f.Words.Text("insight.history.reversal.undone", "title", w.Title), Records: f.ofUndone([]*tracker.Win{w})})
		}
	}
	for _, s := range f.Stories {
		f.turnedBack(h, s)
	}
	f.partneredFell(h)
	var first tracker.Date
	for _, c := range f.Posture.Cases {
		in := c.Intake
		if c.Position == Partnered && first.IsZero() {
			first = in.RequestedOn
		}
		if in.Status == tracker.StatusWithdrawn && !first.IsZero() && in.RequestedOn > first {
			h.Reversals = append(h.Reversals, Reversal{Kind: ReversalWithdrawn, On: in.RequestedOn,
				Text: f.Words.Text("insight.history.reversal.withdrawn", "title", in.Title), Records: ofIntakes([]*tracker.Intake{in})})
		}
	}
	slices.SortStableFunc(h.Reversals, func(a, b Reversal) int { return historyOrder(a.On, b.On) })
	h.Reversals = slices.DeleteFunc(h.Reversals, func(r Reversal) bool { return r.On > asOf })
}

// historyOrder is by day, those without one last.
func historyOrder(a, b tracker.Date) int {
	if a.IsZero() != b.IsZero() {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// turnedBack looks for readings that go the other way while the one before
// them is better than the first. A fall from where it all began is no turn.
func (f *Figures) turnedBack(h *History, s *Story) {
	m := s.Outcome.Measure
	for i := 2; i < len(s.Known); i++ {
		before, now := s.Known[i-1], s.Known[i]
		if !f.Period.Has(now.Date) || way(s.First.Value.Value, before.Value.Value, m.Direction) != MovedWanted || way(before.Value.Value, now.Value.Value, m.Direction) != MovedOther {
			continue
		}
		if m.Meaningful.Known && below(now.Value.Value-before.Value.Value, m.Meaningful.Value) {
			continue // less than would matter is no turn, as it is no move in the stories
		}
		text := f.Words.Text("insight.history.reversal.outcome", "measure", measured(f.Words, m, s.Outcome.Title), "change", f.Words.Change(before.Value.Value, now.Value.Value, m.Unit))
		h.Reversals = append(h.Reversals, Reversal{Kind: ReversalOutcome, On: now.Date, Text: text, Records: []Record{readingOf(s.Outcome, now)}})
	}
}

// readingOf names a reading of an outcome by its place in the record.
func readingOf(o *tracker.Outcome, r tracker.Reading) Record {
	at := slices.IndexFunc(o.Readings, func(x tracker.Reading) bool { return x == r })
	return Record{Kind: tracker.KindOutcome, ID: o.ID, Part: part("readings", at)}
}

// partneredFell compares each quarter that has enough cases with the last one
// before it that had.
func (f *Figures) partneredFell(h *History) {
	var last *HistoryQuarter
	for i := range h.Quarters {
		q := &h.Quarters[i]
		if q.Posture.Total < f.minimum {
			continue
		}
		if last != nil {
			was, now := last.Posture.Of(Partnered), q.Posture.Of(Partnered)
			if now.N*was.D < was.N*now.D {
				h.Reversals = append(h.Reversals, Reversal{Kind: ReversalPosture, On: min(q.Quarter.Last(f.Tracker.Strategy.Settings.YearStarts), f.Tracker.AsOf),
					Text:    f.Words.Text("insight.history.reversal.posture", "was", was.In(f.Words), "before", last.Quarter, "now", now.In(f.Words), "quarter", q.Quarter),
					Records: ofCases(q.Posture.Cases, "")})
			}
		}
		last = q
	}
}

func historyDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "history", Title: say("insight.history.title"),
		Definition: say("insight.history.definition", "edition", string(f.Tracker.Edition), "minimum", f.minimum) + f.yearSuffix(),
		Reason:     say("insight.history.reason"),
		Limits:     say("insight.history.limits"),
		NotEnough:  say("insight.history.not-enough", "quarters", leastQuarters, "minimum", f.minimum),
		Audience:   say("insight.history.audience"), Decision: say("insight.history.decision"),
	}
}

// Headline counts the firsts and the reversals.
func (h *History) Headline() string {
	if h.Missing != "" {
		return h.words.Text("insight.not-enough", "missing", h.Missing)
	}
	return h.words.Text("insight.history.headline", "n", len(h.Firsts), "of", len(h.Firsts)+len(h.NotYet),
		"reversals", len(h.Reversals), "quarters", len(h.Quarters))
}
