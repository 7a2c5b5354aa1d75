package insight

import "smallwins/internal/tracker"

// Excluded is a record that a figure leaves out, and why. One of its records
// is set.
type Excluded struct {
	Win     *tracker.Win
	Intake  *tracker.Intake
	Promise *Promise
	Reason  string // "mandated", "still requested": continues "left out because it is …"

	early bool // it is from before the period
}

// Record names what is left out, with the reason as its note. It is false for a
// promise of which this edition does not say whose it is.
func (e Excluded) Record() (Record, bool) {
	r, ok := Record{}, true
	switch {
	case e.Win != nil:
		r = Record{Kind: tracker.KindWin, ID: e.Win.ID}
	case e.Intake != nil:
		r = Record{Kind: tracker.KindIntake, ID: e.Intake.ID}
	case e.Promise != nil:
		r, ok = e.Promise.Record()
	}
	r.Note = e.Reason
	return r, ok
}

// noneLeft says why none of the requests of a figure is left to count; none is
// what it says when no record is from before the period.
func (f *Figures) noneLeft(excluded []Excluded, none string) string {
	before, rest := 0, 0
	for _, e := range excluded {
		if e.early {
			before++
		} else {
			rest++
		}
	}
	switch {
	case before > 0 && rest == 0:
		return f.allBefore(before, tracker.KindIntake)
	case before > 0:
		return f.Words.Text("insight.none-left")
	}
	return none
}

// allBefore says that there are records, and none of the period.
func (f *Figures) allBefore(n int, kind tracker.Kind) string {
	return f.Words.Text("insight.all-before", "n", n, "kind", string(kind))
}

// LeftOut is one record that an insight leaves out, or several that are counted
// and not named.
type LeftOut struct {
	Record  Record // empty for those without a name
	Reason  string
	Unnamed int // how many; 0 for a record
}

// LeftOut lists what the insight leaves out: by record, and behind those by
// reason where no record is to be named.
func (s *Sheet) LeftOut() []LeftOut {
	var all, unnamed []LeftOut
	at := map[string]int{}
	for i := range s.Excluded {
		e := &s.Excluded[i]
		if r, ok := e.Record(); ok {
			all = append(all, LeftOut{Record: r, Reason: e.Reason})
			continue
		}
		i, known := at[e.Reason]
		if !known {
			i = len(unnamed)
			at[e.Reason] = i
			unnamed = append(unnamed, LeftOut{Reason: e.Reason})
		}
		unnamed[i].Unnamed++
	}
	return append(all, unnamed...)
}
