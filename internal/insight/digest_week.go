package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// Told are the weeks that have an address: from the first one with a win to
// share or to bring back up to the week of the report, empty ones included, so
// that an address that was once given stays.
func (d *Digest) Told() []*DigestWeek {
	first := slices.IndexFunc(d.Weeks, func(w *DigestWeek) bool { return len(w.Wins) > 0 || w.Again != nil })
	if first < 0 {
		first = max(0, len(d.Weeks)-1)
	}
	return d.Weeks[first:]
}

// Latest returns the last week before the given one that has a win, or nil.
func (d *Digest) Latest(before *DigestWeek) *DigestWeek {
	for _, w := range slices.Backward(d.Weeks) {
		if w.First < before.First && len(w.Wins) > 0 {
			return w
		}
	}
	return nil
}

// Questions returns one question for each win of the week or, where there is
// none, for the one that it brings back (requirement 003-41). It is the one that
// a sharer of that win is asked; else the first that the win leaves open and
// that no other win of the week is asked.
func (f *Figures) Questions(w *DigestWeek) []string {
	wins := w.Wins
	if len(wins) == 0 && w.Again != nil {
		wins = []*tracker.Win{w.Again.Win}
	}
	questions := make([]string, len(wins))
	for i, win := range wins {
		if s := slices.IndexFunc(w.Sharers, func(s Sharer) bool { return s.Win == win }); s >= 0 {
			questions[i] = w.Sharers[s].Question
		}
	}
	for i, win := range wins {
		if questions[i] != "" {
			continue
		}
		open := f.openQuestions(win, w.Day)
		questions[i] = open[0].question
		for _, q := range open {
			if !slices.Contains(questions[:i], q.question) && !slices.Contains(questions[i+1:], q.question) {
				questions[i] = q.question
				break
			}
		}
	}
	return questions
}
