package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func quartersDefinition(f *Figures) Definition {
	business := ""
	if f.Tracker.Edition == tracker.TeamEdition {
		business = " Those of the business are counted in the same way."
	}
	return Definition{
		ID: "quarters", Title: "Quarter by quarter",
		Definition: "What is on record about each quarter of the period, as it stands on the day of the report. Outcomes: the last reading of the quarter beside the last one before it, out of those that a priority or a win points to and whose measure says which way is wanted; one has moved when the step is at least what its measure calls meaningful. Verdicts bear no day: one belongs to the day on which the agreement, the delivery and the last reading of the request all lie behind. Our promises: kept, out of those decided in the quarter, on the day on which each was kept or, where it was not kept in time, was due; of one moved after its day had passed, that day." + business + " Requests by position, by the day of the request. Wins that came undone, by the day on which they did or, where none is written, their own. Deliveries that nobody had looked at on the quarter’s last day, more than " + count(f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays, "day", "days") + " after them." + f.yearSuffix(),
		Reason:     "A quarter is what gets reported. It should be reported with what did not work in it.",
		Limits:     "It is what was written down, and records go on changing after a quarter has ended. A step of one quarter may be chance, and says nothing on who moved it.",
		NotEnough:  "Never silent: a quarter without a record says so. Counts only, and no percentage.",
		Audience:   "Everyone", Decision: "What to go on with, and what to ask for",
	}
}

// quartersSheet has the numbers that the reports open with, newest quarter
// first. Wins by quarter have theirs with the coverage.
func quartersSheet(f *Figures) Sheet {
	s := Sheet{Definition: quartersDefinition(f), Headline: f.quartersHeadline(), Period: &f.Period}
	for i := len(f.QuarterReports) - 1; i >= 0; i-- {
		s.add(f.QuarterReports[i].receipts(f)...)
	}
	return s
}

func (r *QuarterReport) receipts(f *Figures) []Receipt {
	in := ", " + r.Quarter.Label()
	var moved, compared, undecided []Record
	for _, o := range r.Outcomes {
		record := Record{Kind: tracker.KindOutcome, ID: o.Story.Outcome.ID, Note: strings.TrimPrefix(o.Said()+": "+o.Change(), ": ")}
		if !o.Compared() {
			continue
		}
		if compared = append(compared, record); o.Moved() {
			moved = append(moved, record)
		}
	}
	var changed, looked []Record
	for _, x := range r.Verdicts {
		if x.Verdict == tracker.VerdictUnknown {
			continue
		}
		record := Record{Kind: tracker.KindIntake, ID: x.ID, Note: strings.ToLower(tracker.Verdicts.Label(string(x.Verdict)))}
		if looked = append(looked, record); x.Verdict != tracker.VerdictNoChange && x.Verdict != tracker.VerdictWorse {
			changed = append(changed, record)
		}
	}
	for _, w := range r.NobodyLooked {
		undecided = append(undecided, Record{Kind: tracker.KindIntake, ID: w.Intake.ID, Note: "delivered " + Count(w.Days) + " days before"})
	}
	all := []Receipt{
		outOf(r.receipt("moved"), "Outcomes that moved as wanted"+in, moved, compared),
		outOf(r.receipt("changed"), "Something changed"+in, changed, looked),
		r.promiseReceipt(f, "promises", "Our promises, kept"+in, &r.Ours),
		outOf(r.receipt("partnered"), "Partnered"+in, ofCases(r.Cases, Partnered), ofCases(r.Cases, "")),
		counted(r.receipt("undone"), "Wins that came undone"+in, f.ofUndone(r.Undone)),
		counted(r.receipt("nobody-looked"), "Deliveries that nobody had looked at by the end of "+r.Quarter.Label(), undecided),
	}
	if r.Business.Ratio.D > 0 {
		all = append(all, r.promiseReceipt(f, "business", "Promises of the business, kept"+in, &r.Business))
	}
	return all
}

func (r *QuarterReport) promiseReceipt(f *Figures, id, label string, g *PromiseGroup) Receipt {
	for _, one := range f.promiseReceipts(g, r.receipt(id)+"/", false, false) {
		if strings.HasSuffix(one.ID, "/kept") {
			one.ID, one.Label = r.receipt(id), label
			return one
		}
	}
	return Receipt{}
}
