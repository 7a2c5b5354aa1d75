package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

func contributionDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "contribution", Title: say("insight.contribution.title"),
		Definition: say("insight.contribution.definition"),
		Reason:     say("insight.contribution.reason"),
		Limits:     say("insight.contribution.limits"),
		NotEnough:  say("insight.contribution.not-enough"),
		Audience:   say("insight.contribution.audience"), Decision: say("insight.contribution.decision"),
	}
}

// contributionSheet has a group of receipts for each outcome, and how many of
// the outcomes moved. Outcomes with a story and a wanted way are counted there;
// what the others lack stands in the place of their evidence.
func contributionSheet(f *Figures) Sheet {
	s, say := Sheet{Definition: contributionDefinition(f)}, f.Words.Text
	var told, all, wanted, slipped, edged []*Story
	for _, st := range f.Stories {
		if st.Missing != "" {
			continue
		}
		if told = append(told, st); !st.judged() {
			continue
		}
		all = append(all, st)
		if !st.Moved() {
			continue
		}
		switch wanted = append(wanted, st); {
		case st.EdgedBack():
			edged = append(edged, st)
		case st.LastStep == MovedOther:
			slipped = append(slipped, st)
		}
	}
	r := Ratio{len(wanted), len(all)}
	switch {
	case len(f.Stories) == 0:
		s.Missing = say("insight.contribution.none")
	case len(told) == 0 && len(f.Stories) == 1:
		s.Missing = f.Stories[0].Missing
	case len(told) == 0:
		s.Missing = say("insight.contribution.none-told")
	case r.D == 0:
		s.Headline = say("insight.contribution.no-way-wanted")
	default:
		s.Headline = say("insight.contribution.moved", "share", r.In(f.Words), "n", r.N, "of", r.D)
	}
	switch {
	case s.Missing == "":
	case len(f.Stories) == 1: // all that is missing may be more than a headline holds
		s.Headline = say("insight.not-enough", "missing", f.Stories[0].lacks[0])
	default:
		s.Headline = say("insight.not-enough", "missing", s.Missing)
	}
	s.add(
		outOf("contribution/moved", say("insight.contribution.receipt.moved"), ofStories(wanted), ofStories(all)),
		outOf("contribution/slipped", say("insight.contribution.receipt.slipped"), ofStories(slipped), ofStories(wanted)),
		outOf("contribution/edged", say("insight.contribution.receipt.edged"), ofStories(edged), ofStories(wanted)))
	for _, st := range f.Stories {
		s.add(f.storyReceipts(st)...)
	}
	s.Excluded = f.notAimed()
	return s
}

// EdgedBack reports whether the last step went the other way by less than the
// measure calls meaningful.
func (s *Story) EdgedBack() bool {
	m := s.Outcome.Measure.Meaningful
	return s.LastStep == MovedOther && len(s.Known) > 1 && m.Known && below(s.Last.Value.Value-s.Known[len(s.Known)-2].Value.Value, m.Value)
}

func ofStories(stories []*Story) []Record {
	records := make([]Record, len(stories))
	for i, s := range stories {
		records[i] = Record{Kind: tracker.KindOutcome, ID: s.Outcome.ID, Note: s.movement()}
	}
	return records
}

func (f *Figures) storyReceipts(s *Story) []Receipt {
	id := "contribution/" + idOf(s.Outcome.ID) + "/"
	label := func(key string) string { return f.Words.Text(key, "title", f.Words.Quote(s.Outcome.Title)) }
	known, gaps := f.readingsOf(s)
	wins := orderedWins(s.Wins)
	receipts := []Receipt{
		s.change(id+"change", known),
		counted(id+"readings", label("insight.contribution.receipt.readings"), known),
		counted(id+"gaps", label("insight.contribution.receipt.gaps"), gaps),
		f.evidence(id+"evidence", s),
		counted(id+"wins", label("insight.contribution.receipt.wins"), wins),
		outOf(id+"during", label("insight.contribution.receipt.during"), orderedWins(s.During), wins),
		outOf(id+"before", label("insight.contribution.receipt.before"), orderedWins(s.Before), wins),
		outOf(id+"undone", label("insight.contribution.receipt.undone"), f.ofUndone(s.Undone), wins),
		counted(id+"after", label("insight.contribution.receipt.after"), orderedWins(s.After)),
		counted(id+"requests", label("insight.contribution.receipt.requests"), ofIntakes(s.Intakes)),
		counted(id+"factors", label("insight.contribution.receipt.factors"), f.factorsOf(s)),
	}
	receipts = append(receipts, f.lanesOf(id, s)...)
	return append(receipts, s.rows(id)...)
}

// change is the value that the outcome moved from and to, or the only one.
func (s *Story) change(id string, known []Record) Receipt {
	label, unit := s.Measure(), s.Outcome.Measure.Unit
	switch n := len(known); n {
	case 0:
		return unknown(id, label, s.words.Text("insight.not-known"), s.words.Text("insight.contribution.receipt.no-reading"))
	case 1:
		return valued(id, label, s.words.Number(s.Last.Value.Value, unit), known)
	default:
		return valued(id, label, s.words.Change(s.First.Value.Value, s.Last.Value.Value, unit), []Record{known[0], known[n-1]})
	}
}

// readingsOf names the readings of the story by date, those with a value and
// those without.
func (f *Figures) readingsOf(s *Story) (known, gaps []Record) {
	type placed struct {
		tracker.Reading
		at int
	}
	var readings []placed
	for i, r := range s.Outcome.Readings {
		if !r.Date.IsZero() && r.Date <= f.Tracker.AsOf {
			readings = append(readings, placed{r, i})
		}
	}
	slices.SortStableFunc(readings, func(a, b placed) int { return int(a.Date - b.Date) })
	for _, r := range readings {
		record := Record{Kind: tracker.KindOutcome, ID: s.Outcome.ID, Part: part("readings", r.at), Note: f.Words.Text("insight.contribution.receipt.gap", "day", r.Date)}
		if !r.Value.Known {
			gaps = append(gaps, record)
			continue
		}
		record.Note = f.Words.Text("insight.contribution.receipt.reading", "value", f.Words.Number(r.Value.Value, s.Outcome.Measure.Unit), "day", r.Date)
		known = append(known, record)
	}
	return known, gaps
}

// factorsOf names the other factors that the story counts.
func (f *Figures) factorsOf(s *Story) []Record {
	var records []Record
	left := slices.Clone(s.Factors)
	for i, x := range s.Outcome.OtherFactors {
		if at := slices.Index(left, x); at >= 0 {
			left = slices.Delete(left, at, at+1)
			records = append(records, Record{Kind: tracker.KindOutcome, ID: s.Outcome.ID, Part: part("other_factors", i), Note: clause(x.What)})
		}
	}
	return records
}

// evidence is the grade with the wins at “showing” that it rests on, or else the
// request whose measure moved.
func (f *Figures) evidence(id string, s *Story) Receipt {
	label := f.Words.Text("insight.contribution.receipt.evidence", "title", f.Words.Quote(s.Outcome.Title))
	if s.Missing != "" {
		return unknown(id, label, f.Words.Text("insight.receipt.not-enough"), s.Missing)
	}
	var reason string
	var showing []*tracker.Win
	if s.Grade != Linked {
		reason, showing = f.support(s)
	}
	records := ofWins(showing)
	for i, w := range showing {
		for _, n := range w.NoticedBy {
			if n.On <= f.Tracker.AsOf && f.ownsLink(s, w, n.Who) {
				records[i].Note = f.Words.Text("insight.contribution.receipt.noticed", "name", f.Tracker.Who(n.Who).Name)
				break
			}
		}
	}
	if reason != "" && len(showing) == 0 {
		for _, in := range s.Intakes {
			if shift := f.shifted(in); shift != "" {
				records = noted(ofIntakes([]*tracker.Intake{in}), shift)
				break
			}
		}
	}
	return valued(id, label, f.Words.Inside(f.Words.Label(&Grades, string(s.Grade))), records)
}

// lanesOf are the wins of the story and those after it by the priority that
// they name; a win that names none of them was aimed at the outcome directly.
func (f *Figures) lanesOf(id string, s *Story) []Receipt {
	title := f.Words.Quote(s.Outcome.Title)
	var receipts []Receipt
	all := slices.Concat(s.Wins, s.After)
	named := make(map[*tracker.Win]bool)
	for _, p := range s.Priorities {
		var through []*tracker.Win
		for _, w := range all {
			if slices.Contains(each(w.Priorities, f.Tracker.Priority), p) {
				through = append(through, w)
				named[w] = true
			}
		}
		label := f.Words.Text("insight.contribution.receipt.through", "title", title, "priority", f.Words.Quote(p.Title))
		receipts = append(receipts, counted(id+"through/"+idOf(p.ID), label, orderedWins(through)))
	}
	direct := slices.DeleteFunc(all, func(w *tracker.Win) bool { return named[w] })
	return append(receipts, counted(id+"directly", f.Words.Text("insight.contribution.receipt.directly", "title", title), orderedWins(direct)))
}

// rows are the wins since the row before, for each day on which there is a
// reading or another factor, and those since the last of them.
func (s *Story) rows(id string) []Receipt {
	var days []tracker.Date
	for _, r := range s.Readings {
		days = append(days, r.Date)
	}
	for _, x := range s.Factors {
		if !x.Date.IsZero() {
			days = append(days, x.Date)
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	if len(days) == 0 {
		return nil
	}
	var receipts []Receipt
	label := func(key string, from, to tracker.Date) string {
		return s.words.Text(key, "title", s.words.Quote(s.Outcome.Title), "from", from, "to", to)
	}
	left := slices.Concat(s.Wins, s.After) // by date
	for i, d := range days {
		n := 0
		for n < len(left) && left[n].Date <= d {
			n++
		}
		wins := label("insight.contribution.receipt.up-to", 0, d)
		if i > 0 {
			wins = label("insight.contribution.receipt.between", days[i-1], d)
		}
		receipts = append(receipts, counted(id+d.String(), wins, orderedWins(left[:n])))
		left = left[n:]
	}
	return append(receipts, counted(id+"since", label("insight.contribution.receipt.since", days[len(days)-1], 0), orderedWins(left)))
}

// notAimed lists the wins that name an outcome, or a priority that feeds one,
// and are in no count of it.
func (f *Figures) notAimed() []Excluded {
	var out []Excluded
	for _, l := range f.links {
		if l.win.Date.IsZero() {
			if len(l.outcomes) > 0 || slices.ContainsFunc(l.priorities, func(p *tracker.Priority) bool { return len(each(p.Outcomes, f.Tracker.Outcome)) > 0 }) {
				out = append(out, Excluded{Win: l.win, Reason: f.noDate()})
			}
			continue
		}
		aimed := f.aimedAt(l)
		for _, o := range aimed {
			if s := f.stories[o]; len(s.Known) > 0 && l.win.Date > s.Last.Date {
				out = append(out, Excluded{Win: l.win, Reason: f.Words.Text("insight.contribution.reason.after-last", "title", f.Words.Quote(o.Title))})
			}
		}
		for _, p := range l.priorities {
			lost := func(o *tracker.Outcome) bool { return !slices.Contains(aimed, o) }
			if !p.ActiveOn(l.win.Date) && slices.ContainsFunc(each(p.Outcomes, f.Tracker.Outcome), lost) {
				out = append(out, Excluded{Win: l.win, Reason: f.Words.Text("insight.contribution.reason.priority-over", "title", f.Words.Quote(p.Title))})
			}
		}
	}
	return out
}
