package insight

import (
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

func contributionDefinition(f *Figures) Definition {
	return Definition{
		ID:         "contribution",
		Title:      "What moved, and what was aimed at it",
		Definition: "For each outcome: its readings from the first to the last, the wins that point at it and are dated up to the last one (through a priority that was active on that day, or directly), those from before the first reading told apart, the requests that the others grew from, and what else was at work. An outcome moved as wanted when its last reading lies that way from its first, by at least what its measure calls meaningful; outcomes without enough data, those that do not say which way is wanted, and those whose wins have all come undone, are not counted there. The evidence is “linked” when wins point at it; “supported” when a win from between the readings is at the stage “showing”, or a behaviour or result of one of those requests moved as wanted by at least what its contract calls meaningful; “confirmed by the business owner” when, besides, one of those wins at “showing” was noticed by the sponsor of a priority through which it points at the outcome or, where it names the outcome itself, by a stakeholder. Where the outcome has not moved as wanted there is nothing to support, and the evidence is “linked”.",
		Reason:     "An outcome has many sources. Naming ours beside the others is what a reader can check.",
		Limits:     "It says what happened in the same time, never how much of a movement came from which source.",
		NotEnough:  "Silent with fewer than two readings, with no win before the last reading, or when nothing else that was at work is named.",
		Audience:   "Executives",
		Decision:   "Whether to go on",
	}
}

// contributionSheet has a group of receipts for each outcome, and how many of
// the outcomes moved. Outcomes with a story and a wanted way are counted there;
// what the others lack stands in the place of their evidence.
func contributionSheet(f *Figures) Sheet {
	s := Sheet{Definition: contributionDefinition(f)}
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
		s.Missing = "the strategy names no outcome yet"
	case len(told) == 0 && len(f.Stories) == 1:
		s.Missing = f.Stories[0].Missing
	case len(told) == 0:
		s.Missing = "no outcome has two readings, a win before the last one and another factor"
	case r.D == 0:
		s.Headline = "No outcome with a win that stands says which way is wanted"
	default:
		s.Headline = share(r, "outcome", "outcomes") + " with work aimed at " + plural(r.D, "it", "them") + " moved as wanted"
	}
	switch {
	case s.Missing == "":
	case len(f.Stories) == 1: // all that is missing may be more than a headline holds
		s.Headline = notEnough(f.Stories[0].lacks[0])
	default:
		s.Headline = notEnough(s.Missing)
	}
	s.add(
		outOf("contribution/moved", "Outcomes that moved as wanted", ofStories(wanted), ofStories(all)),
		outOf("contribution/slipped", "Outcomes that moved as wanted, and slipped at the last reading", ofStories(slipped), ofStories(wanted)),
		outOf("contribution/edged", "Outcomes that moved as wanted, and edged back at the last reading by less than matters", ofStories(edged), ofStories(wanted)))
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
	id, title := "contribution/"+idOf(s.Outcome.ID)+"/", quote(s.Outcome.Title)
	known, gaps := f.readingsOf(s)
	wins := orderedWins(s.Wins)
	receipts := []Receipt{
		s.change(id+"change", known),
		counted(id+"readings", "Readings of "+title, known),
		counted(id+"gaps", "Readings of "+title+" that are missing", gaps),
		f.evidence(id+"evidence", s),
		counted(id+"wins", "Wins aimed at "+title, wins),
		outOf(id+"during", "Wins aimed at "+title+" between its readings", orderedWins(s.During), wins),
		outOf(id+"before", "Wins aimed at "+title+" before its first reading", orderedWins(s.Before), wins),
		outOf(id+"undone", "Wins aimed at "+title+" that came undone", f.ofUndone(s.Undone), wins),
		counted(id+"after", "Wins since the last reading of "+title+", in no count", orderedWins(s.After)),
		counted(id+"requests", "Requests behind the wins aimed at "+title+" between its readings", ofIntakes(s.Intakes)),
		counted(id+"factors", "What else was at work on "+title, f.factorsOf(s)),
	}
	receipts = append(receipts, f.lanesOf(id, title, s)...)
	return append(receipts, s.rows(id, title)...)
}

// change is the value that the outcome moved from and to, or the only one.
func (s *Story) change(id string, known []Record) Receipt {
	label, unit := s.Measure(), s.Outcome.Measure.Unit
	switch n := len(known); n {
	case 0:
		return unknown(id, label, "not known", "there is no reading yet")
	case 1:
		return valued(id, label, Number(s.Last.Value.Value, unit), known)
	default:
		return valued(id, label, Change(s.First.Value.Value, s.Last.Value.Value, unit), []Record{known[0], known[n-1]})
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
		record := Record{Kind: tracker.KindOutcome, ID: s.Outcome.ID, Part: part("readings", r.at), Note: "no figure on " + Day(r.Date)}
		if !r.Value.Known {
			gaps = append(gaps, record)
			continue
		}
		record.Note = Number(r.Value.Value, s.Outcome.Measure.Unit) + " on " + Day(r.Date)
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
	label := "Evidence for " + quote(s.Outcome.Title)
	if s.Missing != "" {
		return unknown(id, label, "not enough data", s.Missing)
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
				records[i].Note = "noticed by " + f.Tracker.Who(n.Who).Name
				break
			}
		}
	}
	if reason != "" && len(showing) == 0 {
		for _, in := range s.Intakes {
			if shift := shifted(in, f.Tracker.AsOf); shift != "" {
				records = noted(ofIntakes([]*tracker.Intake{in}), shift)
				break
			}
		}
	}
	return valued(id, label, strings.ToLower(s.Grade.Label()), records)
}

// lanesOf are the wins of the story and those after it by the priority that
// they name; a win that names none of them was aimed at the outcome directly.
func (f *Figures) lanesOf(id, title string, s *Story) []Receipt {
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
		receipts = append(receipts, counted(id+"through/"+idOf(p.ID), "Wins aimed at "+title+" through "+quote(p.Title)+", those since the last reading too", orderedWins(through)))
	}
	direct := slices.DeleteFunc(all, func(w *tracker.Win) bool { return named[w] })
	return append(receipts, counted(id+"directly", "Wins aimed at "+title+" directly, those since the last reading too", orderedWins(direct)))
}

// rows are the wins since the row before, for each day on which there is a
// reading or another factor, and those since the last of them.
func (s *Story) rows(id, title string) []Receipt {
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
	left := slices.Concat(s.Wins, s.After) // by date
	for i, d := range days {
		n := 0
		for n < len(left) && left[n].Date <= d {
			n++
		}
		label := "Wins aimed at " + title + " up to " + Day(d)
		if i > 0 {
			label = "Wins aimed at " + title + " after " + Day(days[i-1]) + " and up to " + Day(d)
		}
		receipts = append(receipts, counted(id+d.String(), label, orderedWins(left[:n])))
		left = left[n:]
	}
	return append(receipts, counted(id+"since", "Wins aimed at "+title+" after "+Day(days[len(days)-1]), orderedWins(left)))
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
				out = append(out, Excluded{Win: l.win, Reason: "dated after the last reading of " + quote(o.Title)})
			}
		}
		for _, p := range l.priorities {
			lost := func(o *tracker.Outcome) bool { return !slices.Contains(aimed, o) }
			if !p.ActiveOn(l.win.Date) && slices.ContainsFunc(each(p.Outcomes, f.Tracker.Outcome), lost) {
				out = append(out, Excluded{Win: l.win, Reason: "dated outside of the time of the priority " + quote(p.Title)})
			}
		}
	}
	return out
}
