package insight

import "smallwins/internal/tracker"

// Headline says for how many pairs no record is known, or none lately, and how
// many records could not be placed: they may belong to any of those pairs.
func (s *Silence) Headline() string {
	n, say := len(s.Unplaced), s.words.Text
	switch {
	case s.Missing != "":
		return say("insight.not-enough", "missing", s.Missing)
	case n > 0: // with the days the finding would be too long to take in
		return say("insight.silence.headline.unplaced", "n", s.None.N, "of", s.None.D, "stale", s.Stale.N, "records", n)
	case s.Stale.N > 0:
		return say("insight.silence.headline.stale", "n", s.None.N, "of", s.None.D, "days", s.QuietAfter, "stale", s.Stale.N)
	}
	return say("insight.silence.headline", "n", s.None.N, "of", s.None.D)
}

// Unknown says how many records may belong to any pair of their priority; ""
// for none.
func (s *Silence) Unknown() string {
	n := len(s.Unplaced)
	if n == 0 {
		return ""
	}
	return s.words.Text("insight.silence.unknown", "n", n)
}

func silenceDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "silence", Title: say("insight.silence.title"),
		Definition: say("insight.silence.definition", "days", f.Tracker.Strategy.Settings.Windows.QuietAfterDays),
		Reason:     say("insight.silence.reason"),
		Limits:     say("insight.silence.limits"),
		NotEnough:  say("insight.silence.not-enough"),
		Audience:   say("insight.silence.audience"), Decision: say("insight.silence.decision"),
	}
}

func silenceSheet(f *Figures) Sheet {
	m := f.Silence
	s := Sheet{Definition: silenceDefinition(f), Headline: m.Headline(), Missing: m.Missing, Excluded: m.Excluded}
	pairs := make(map[Evidence][]Record)
	var all []Record
	var cells []Receipt
	for _, row := range m.Rows {
		for i, c := range row.Cells {
			d := m.Departments[i]
			if row.Active && !d.Elsewhere {
				pair := Record{Kind: tracker.KindPriority, ID: row.Priority.ID, Part: d.Name}
				pairs[c.Evidence] = append(pairs[c.Evidence], pair)
				all = append(all, pair)
			}
			cells = append(cells, counted(m.ReceiptID(row, i), row.Priority.Title+": "+d.Name, c.records()))
		}
	}
	for _, term := range m.Evidences().Terms {
		s.add(outOf("silence/"+term.ID, term.Label, pairs[Evidence(term.ID)], all))
	}
	s.add(counted("silence/unplaced", f.Words.Text("insight.silence.receipt.unplaced"), m.Unplaced))
	s.add(cells...)
	return s
}

// ReceiptID is the id of the receipt of a cell.
func (s *Silence) ReceiptID(row *SilenceRow, column int) string {
	return "silence/" + idOf(row.Priority.ID) + "/" + idOf(tracker.ID(s.Departments[column].key))
}
