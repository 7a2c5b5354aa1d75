package site

import "smallwins/internal/insight"

// decision is something that only a reader of the site can settle.
type decision struct {
	Title, URL string
	Reason     said
}

// mostDecisions is how many a reader is asked for at once (the design: never
// more than five).
const mostDecisions = 5

// settledDays is how long a priority may take until few wins are worth a
// question.
const settledDays = 180

// decisionsDefinition says what is on the list, for the page about the figures.
func (b *builder) decisionsDefinition() string {
	w := b.t.Strategy.Settings.Windows
	return b.words.Text("decisions.definition", "evaluate", w.EvaluateAfterDays, "quiet", w.QuietAfterDays, "settled", settledDays)
}

// decisions lists what waits for somebody: deliveries that nobody looked at,
// live work without an owner in the business, outcomes that nothing is aimed
// at, and priorities that went quiet. The order is that of cost.
func (b *builder) decisions(p Page) []decision {
	var ds []decision
	add := func(title, path, reason string, numbers ...counted) {
		ds = append(ds, decision{title, p.url(path), b.say(p.Root, reason, numbers...)})
	}
	for _, c := range b.f.EventRisk.AtRisk {
		add(c.Intake.Title, intakePath(c.Intake), b.words.Text("decisions.at-risk"))
	}
	for _, w := range b.f.Delivered.NobodyLooked {
		add(w.Intake.Title, intakePath(w.Intake), b.words.Text("decisions.nobody-looked", "ago", b.words.Text("common.days-ago", "n", w.Days)),
			counted{b.words.Text("common.days-since", "n", w.Days), receiptOf("nobody-looked", w.Intake.ID, "days")})
	}
	for _, s := range b.f.Stories {
		if len(s.Wins)+len(s.After) == 0 && len(s.Priorities) == 0 {
			add(s.Outcome.Title, outcomePath(s.Outcome), b.words.Text("decisions.no-priority"))
		}
	}
	for _, pc := range b.f.Coverage.Priorities {
		days, wins := b.words.Text("common.days-since", "n", pc.QuietDays), insight.Ratio{N: len(pc.Wins), D: len(b.f.Coverage.Wins)}.In(b.words)
		switch {
		case pc.Quiet:
			add(pc.Priority.Title, priorityPath(pc.Priority), b.words.Text("decisions.quiet", "days", days), counted{days, receiptOf("coverage", pc.Priority.ID, "quiet")})
		case !pc.Ended && 2*len(pc.Wins)*len(b.f.Coverage.Priorities) < b.f.Coverage.Links && b.t.AsOf.DaysSince(pc.Priority.From) > settledDays:
			add(pc.Priority.Title, priorityPath(pc.Priority), b.words.Text("decisions.few", "share", wins), counted{wins, receiptOf("coverage", pc.Priority.ID, "wins")})
		}
	}
	for _, fl := range b.f.Delivered.Flagged {
		add(fl.Intake.Title, intakePath(fl.Intake), fl.Reason)
	}
	return ds
}
