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
	return "“Needs a decision” lists, in this order: work under way that nobody in the business owns or will reinforce; what was delivered more than " +
		count(w.EvaluateAfterDays, "day", "days") + " ago without anyone looking; outcomes that no priority points to; priorities that have been quiet for more than " +
		count(w.QuietAfterDays, "day", "days") + ", or have less than half of an even share of the wins " + count(settledDays, "day", "days") + " after they began" +
		"; and verdicts that their readings do not bear out. A count of wins is no target: few may be right."
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
		add(c.Intake.Title, intakePath(c.Intake), "is under way, and nobody in the business owns a part or will reinforce it. Go on, or reopen the agreement?")
	}
	for _, w := range b.f.Delivered.NobodyLooked {
		add(w.Intake.Title, intakePath(w.Intake), "was delivered "+daysAgo(w.Days)+" and nobody has looked at what changed. Who looks, and by when?",
			counted{count(w.Days, "day", "days"), receiptOf("nobody-looked", w.Intake.ID, "days")})
	}
	for _, s := range b.f.Stories {
		if len(s.Wins)+len(s.After) == 0 && len(s.Priorities) == 0 {
			add(s.Outcome.Title, outcomePath(s.Outcome), "has no priority pointing to it. Should L&D work toward it, or leave it to others?")
		}
	}
	for _, pc := range b.f.Coverage.Priorities {
		days, wins := count(pc.QuietDays, "day", "days"), insight.Ratio{N: len(pc.Wins), D: len(b.f.Coverage.Wins)}.String()
		switch {
		case pc.Quiet:
			add(pc.Priority.Title, priorityPath(pc.Priority), "has been quiet for "+days+". Still a priority?", counted{days, receiptOf("coverage", pc.Priority.ID, "quiet")})
		case !pc.Ended && 2*len(pc.Wins)*len(b.f.Coverage.Priorities) < b.f.Coverage.Links && b.t.AsOf.DaysSince(pc.Priority.From) > settledDays:
			add(pc.Priority.Title, priorityPath(pc.Priority), "is named by "+wins+" wins. Is that where it should be?", counted{wins, receiptOf("coverage", pc.Priority.ID, "wins")})
		}
	}
	for _, fl := range b.f.Delivered.Flagged {
		add(fl.Intake.Title, intakePath(fl.Intake), fl.Reason)
	}
	return ds
}
