package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// firstKinds are the firsts that a history looks for, in the order in which
// those that have not come yet are shown. That of the business is looked for in
// the team's edition alone: others may not know what became of its promises.
var firstKinds = []string{
	"win", "noticed", "replication", "crack", "partnered", "invitation", "recommendation", "promise", firstBusiness, "outcome",
}

const firstBusiness = "business-promise"

// firstsFound are the earliest things of each kind that were seen so far.
type firstsFound struct {
	f  *Figures
	by map[string]First
}

// see keeps what is earlier; on one day, what comes first by record.
func (s *firstsFound) see(kind string, on tracker.Date, text string, r Record) {
	if !s.f.Period.Has(on) {
		return
	}
	was, ok := s.by[kind]
	if !ok || on < was.On || on == was.On && orderedBefore(r, was.Record) {
		s.by[kind] = First{Kind: kind, On: on, Text: text, Record: r}
	}
}

func orderedBefore(a, b Record) bool {
	pair := ordered([]Record{b, a})
	return pair[0] == a && a != b
}

func (f *Figures) firsts(h *History) {
	s := &firstsFound{f: f, by: make(map[string]First)}
	for _, w := range f.Tracker.Wins {
		s.win(w)
	}
	for _, in := range f.Tracker.Intakes {
		if len(in.Cracks) > 0 && !in.Mandated {
			s.see("crack", in.RequestedOn, in.Title, Record{Kind: tracker.KindIntake, ID: in.ID, Part: part("cracks", 0)})
		}
	}
	for _, c := range f.Posture.Cases {
		if c.Position == Partnered {
			s.see("partnered", c.Intake.RequestedOn, c.Intake.Title, Record{Kind: tracker.KindIntake, ID: c.Intake.ID})
		}
	}
	for _, mix := range f.Arrivals.Mix {
		if mix.Arrival == tracker.ArrivedInvitation || mix.Arrival == tracker.ArrivedRecommendation {
			for _, in := range mix.Intakes {
				s.see(string(mix.Arrival), in.RequestedOn, in.Title, Record{Kind: tracker.KindIntake, ID: in.ID, Part: "arrived_as"})
			}
		}
	}
	for _, p := range f.Promises.All.Kept {
		s.promise("promise", p)
	}
	if f.Tracker.Edition == tracker.TeamEdition {
		for _, p := range f.Promises.Business.Kept {
			s.promise(firstBusiness, p)
		}
	}
	for _, story := range f.Stories {
		s.outcome(story)
	}
	for _, kind := range firstKinds {
		first, ok := s.by[kind]
		first.Kind, first.Label = kind, f.Words.Text("insight.history.first."+kind)
		switch {
		case ok:
			h.Firsts = append(h.Firsts, first)
		case kind != firstBusiness || f.Tracker.Edition == tracker.TeamEdition:
			h.NotYet = append(h.NotYet, first)
		}
	}
	slices.SortStableFunc(h.Firsts, func(a, b First) int { return historyOrder(a.On, b.On) })
}

func (s *firstsFound) win(w *tracker.Win) {
	r := Record{Kind: tracker.KindWin, ID: w.ID}
	s.see("win", w.Date, w.Title, r)
	if i := slices.IndexFunc(w.Replicates, func(id tracker.ID) bool { return s.f.Tracker.Win(id) != nil }); i >= 0 {
		s.see("replication", w.Date, w.Title, Record{Kind: tracker.KindWin, ID: w.ID, Part: part("replicates", i)})
	}
	for i, n := range w.NoticedBy {
		if n.Who == "" || s.f.Tracker.Who(n.Who).InTeam() {
			continue
		}
		on := n.On
		if on.IsZero() {
			on = w.Date
		}
		s.see("noticed", on, w.Title, Record{Kind: tracker.KindWin, ID: w.ID, Part: part("noticed_by", i)})
	}
}

// promise counts from the day on which it was closed: one that bears none has
// no place in a history.
func (s *firstsFound) promise(kind string, p *Promise) {
	on := p.Made.Promise.Closed
	if on.IsZero() {
		return
	}
	if was, ok := s.by[kind]; ok && on > was.On {
		return // to find the place of a promise in its record takes a look through it
	}
	r, ok := p.Record()
	if !ok {
		return
	}
	text := p.Made.Promise.What
	switch {
	case p.Win != nil:
		text = p.Win.Title
	case p.Intake != nil:
		text = p.Intake.Title
	}
	s.see(kind, on, text, r)
}

// outcome finds the first reading that moved as wanted, seen from the first one.
func (s *firstsFound) outcome(story *Story) {
	m := story.Outcome.Measure
	for _, r := range story.Known {
		from, to := story.First.Value.Value, r.Value.Value
		if way(from, to, m.Direction) != MovedWanted || m.Meaningful.Known && below(to-from, m.Meaningful.Value) {
			continue
		}
		if s.f.Period.Has(r.Date) {
			words := s.f.Words
			s.see("outcome", r.Date, words.Text("insight.history.first-outcome", "measure", measured(words, m, story.Outcome.Title), "change", words.Change(from, to, m.Unit)),
				readingOf(story.Outcome, r))
		}
		return
	}
}

func historySheet(f *Figures) Sheet {
	h := f.History
	period := h.Period
	s := Sheet{Definition: historyDefinition(f), Headline: h.Headline(), Missing: h.Missing, Period: &period, Minimum: h.Minimum, Excluded: h.Excluded}
	say := f.Words.Text
	add := func(r Receipt) { s.Receipts = append(s.Receipts, r) }
	var wins, standing []*tracker.Win
	for _, q := range h.Quarters {
		id := "history/" + quarterID(q.Quarter) + "/"
		add(counted(id+"wins", say("insight.history.receipt.wins", "quarter", q.Quarter), orderedWins(q.Wins)))
		add(outOf(id+"undone", say("insight.history.receipt.undone", "quarter", q.Quarter), f.ofUndone(q.Undone), orderedWins(q.Wins)))
		for _, term := range Positions.Terms {
			add(outOf(id+term.ID, say("insight.history.receipt.position", "position", f.Words.Label(&Positions, term.ID), "quarter", q.Quarter),
				ofCases(q.Posture.Cases, Position(term.ID)), ofCases(q.Posture.Cases, "")))
		}
		for _, w := range q.Wins {
			wins = append(wins, w)
			if w.StandsAt(f.Tracker.AsOf) {
				standing = append(standing, w)
			}
		}
	}
	var firsts []Record
	for _, first := range h.Firsts {
		r := first.Record
		r.Note = first.Label
		firsts = append(firsts, r)
		add(valued("history/first/"+first.Kind, first.Label, f.Words.Day(first.On), []Record{r}))
	}
	seen := Ratio{len(h.Firsts), len(h.Firsts) + len(h.NotYet)}
	add(Receipt{ID: "history/firsts", Label: say("insight.history.receipt.firsts"), Text: seen.In(f.Words), N: seen.N, D: seen.D, Counted: ordered(firsts), UnnamedOthers: len(h.NotYet)})
	s.Receipts = append(s.Receipts, f.reversalReceipts(h.Reversals)...)
	add(outOf("history/now/standing", say("insight.history.receipt.standing"), orderedWins(standing), orderedWins(wins)))
	add(outOf("history/now/partnered", say("insight.history.receipt.partnered"), ofCases(f.Posture.Cases, Partnered), ofCases(f.Posture.Cases, "")))
	var moved, read []*tracker.Outcome
	for _, story := range f.Stories {
		if story.judged() {
			read = append(read, story.Outcome)
			if story.Moved() {
				moved = append(moved, story.Outcome)
			}
		}
	}
	add(outOf("history/now/moved", say("insight.history.receipt.moved"), ofOutcomes(moved), ofOutcomes(read)))
	add(Receipt{ID: "history/quarters", Label: say("insight.history.receipt.quarters"), Text: f.Words.Count(len(h.Quarters)), N: len(h.Quarters), D: None, Unnamed: len(h.Quarters)})
	s.add(f.recordReceipts()...)
	return s
}

// recordReceipts are the census: all records up to the day of the report, and
// the files that are in none of the figures.
func (f *Figures) recordReceipts() []Receipt {
	t, say := f.Tracker, f.Words.Text
	var undone []*tracker.Win
	for _, w := range t.Wins {
		if !w.StandsAt(t.AsOf) {
			undone = append(undone, w)
		}
	}
	wins, left := orderedWins(t.Wins), t.Census.LeftOut
	return []Receipt{
		counted("history/records/wins", say("insight.history.receipt.all-wins"), wins),
		outOf("history/records/undone", say("insight.history.receipt.all-undone"), f.ofUndone(undone), wins),
		counted("history/records/requests", say("insight.history.receipt.all-requests"), ofIntakes(t.Intakes)),
		{ID: "history/records/left-out", Label: say("insight.history.receipt.left-out"), Text: f.Words.Count(left), N: left, D: None, Unnamed: left},
	}
}

// reversalReceipts are the receipts of all reversals and of each kind. A quarter
// is no record, so that one in which fewer requests were partnered is counted
// without a name, and its requests stand under its kind.
func (f *Figures) reversalReceipts(rs []Reversal) []Receipt {
	all := counted("history/reversals", f.Words.Text("insight.history.receipt.reversals"), nil)
	receipts := []Receipt{all}
	for _, term := range ReversalKinds.Terms {
		id, label := "history/reversals/"+term.ID, f.Words.Label(&ReversalKinds, term.ID)
		n := 0
		var records []Record
		for _, r := range rs {
			if string(r.Kind) == term.ID {
				n++
				records = append(records, noted(r.Records, r.Text)...)
			}
		}
		if term.ID == string(ReversalPosture) {
			all.Unnamed += n
			receipts = append(receipts, valued(id, label, f.Words.Count(n), records))
			continue
		}
		all.Counted = append(all.Counted, records...)
		receipts = append(receipts, counted(id, label, records))
	}
	all.Counted = ordered(all.Counted)
	all.N = len(all.Counted) + all.Unnamed
	all.Text = f.Words.Count(all.N)
	receipts[0] = all
	return receipts
}
