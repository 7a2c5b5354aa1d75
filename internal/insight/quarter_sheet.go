package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func quartersDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "quarters", Title: say("insight.quarters.title"),
		Definition: say("insight.quarters.definition", "edition", string(f.Tracker.Edition), "days", f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays) + f.yearSuffix(),
		Reason:     say("insight.quarters.reason"),
		Limits:     say("insight.quarters.limits"),
		NotEnough:  say("insight.quarters.not-enough"),
		Audience:   say("insight.quarters.audience"), Decision: say("insight.quarters.decision"),
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
	label := func(key string) string { return r.words.Text(key, "quarter", r.Quarter) }
	var moved, compared, undecided []Record
	for _, o := range r.Outcomes {
		if !o.Compared() {
			continue
		}
		record := Record{Kind: tracker.KindOutcome, ID: o.Story.Outcome.ID, Note: o.Said() + ": " + o.Change()}
		if compared = append(compared, record); o.Moved() {
			moved = append(moved, record)
		}
	}
	var changed, looked []Record
	for _, x := range r.Verdicts {
		if x.Verdict == tracker.VerdictUnknown {
			continue
		}
		record := Record{Kind: tracker.KindIntake, ID: x.ID, Note: r.words.Inside(r.words.Label(&tracker.Verdicts, string(x.Verdict)))}
		if looked = append(looked, record); x.Verdict != tracker.VerdictNoChange && x.Verdict != tracker.VerdictWorse {
			changed = append(changed, record)
		}
	}
	for _, w := range r.NobodyLooked {
		undecided = append(undecided, Record{Kind: tracker.KindIntake, ID: w.Intake.ID, Note: r.words.Text("insight.quarters.receipt.delivered", "days", w.Days)})
	}
	all := []Receipt{
		outOf(r.receipt("moved"), label("insight.quarters.receipt.moved"), moved, compared),
		outOf(r.receipt("changed"), label("insight.quarters.receipt.changed"), changed, looked),
		r.promiseReceipt(f, "promises", label("insight.quarters.receipt.promises"), &r.Ours),
		outOf(r.receipt("partnered"), label("insight.quarters.receipt.partnered"), ofCases(r.Cases, Partnered), ofCases(r.Cases, "")),
		counted(r.receipt("undone"), label("insight.quarters.receipt.undone"), f.ofUndone(r.Undone)),
		counted(r.receipt("nobody-looked"), label("insight.quarters.receipt.nobody-looked"), undecided),
	}
	if r.Business.Ratio.D > 0 {
		all = append(all, r.promiseReceipt(f, "business", label("insight.quarters.receipt.business"), &r.Business))
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
