package insight

import "smallwins/internal/tracker"

// Headline says for how many pairs no record is known, or none lately, and how
// many records could not be placed: they may belong to any of those pairs.
func (s *Silence) Headline() string {
	if s.Missing != "" {
		return notEnough(s.Missing)
	}
	n := len(s.Unplaced)
	if s.Stale.N == 0 && n == 0 {
		return share(s.None, "pair", "pairs") + " of priority and department " + verb(s.None, "has", "have") + " no known record"
	}
	line := "No known record for " + share(s.None, "pair", "pairs")
	if n == 0 {
		line += " of priority and department"
	}
	switch {
	case s.Stale.N > 0 && n > 0: // with the days the finding would be too long to take in
		line += ", none lately for " + Count(s.Stale.N)
	case s.Stale.N > 0:
		line += ", none in " + count(s.QuietAfter, "day", "days") + " for " + Count(s.Stale.N)
	}
	if n > 0 {
		line += "; " + count(n, "record", "records") + " without a department"
	}
	return line
}

// Unknown says how many records may belong to any pair of their priority; ""
// for none.
func (s *Silence) Unknown() string {
	n := len(s.Unplaced)
	if n == 0 {
		return ""
	}
	return count(n, "record", "records") + " " + plural(n, "names", "name") + " nobody whose department we know"
}

func silenceDefinition(f *Figures) Definition {
	quiet := count(f.Tracker.Strategy.Settings.Windows.QuietAfterDays, "day", "days")
	return Definition{
		ID: "silence", Title: "Where nothing is recorded",
		Definition: "Each priority of the period with each department of the strategy's stakeholders. Evidence of a pair is a win that names the priority and, in the business, somebody of the department: who took part, who noticed it, or who asked for the request that it grew from; and a request, under the department of who asked. A request names no priority itself: it counts for the one that a win which grew from it names alone. A win that names several counts for each of them, and does not say for which of them its request was made; a request that has only such wins is left out and listed. The department of a person is that of the stakeholder or, for somebody whom the strategy does not name, the one in brackets: “Ana (Warehouse)”. All records up to the day of the report count, wins that came undone and mandated requests too. Evidence is recent when the day of its last win or request lies in the last " + quiet + ", and stale when it is older. Records that name nobody whose department we know are shown apart, by priority and in all, and are in no count of pairs; nor are priorities that are not active on the day of the report. Wins without a priority or a day, and requests that no win links to a priority, are left out and listed.",
		Reason:     "A gap is harder to see than a success.",
		Limits:     "A pair without evidence is one where no record is known, not one where nothing was done: records without a known department may belong to it. Not every department has a part in every priority.",
		NotEnough:  "Silent without an active priority or a department. Never silent about a pair.",
		Audience:   "L&D lead", Decision: "Whom to go and see, or what to write down",
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
	s.add(counted("silence/unplaced", "Records without a known department", m.Unplaced))
	s.add(cells...)
	return s
}

// ReceiptID is the id of the receipt of a cell.
func (s *Silence) ReceiptID(row *SilenceRow, column int) string {
	return "silence/" + idOf(row.Priority.ID) + "/" + idOf(tracker.ID(s.Departments[column].key))
}
