package site

// decision is something that only a reader of the site can settle.
type decision struct{ Title, URL, Reason string }

// mostDecisions is how many a reader is asked for at once (the design: never
// more than five).
const mostDecisions = 5

// decisions lists what waits for somebody: deliveries that nobody looked at,
// live work without an owner in the business, outcomes that nothing is aimed
// at, and priorities that went quiet. The order is that of cost.
func (b *builder) decisions(p Page) []decision {
	var ds []decision
	add := func(title, path, reason string) {
		ds = append(ds, decision{title, p.url(path), reason})
	}
	for _, c := range b.f.EventRisk.AtRisk {
		add(c.Intake.Title, intakePath(c.Intake), "is under way, and nobody in the business owns a part or will reinforce it. Go on, or reopen the agreement?")
	}
	for _, w := range b.f.Delivered.NobodyLooked {
		add(w.Intake.Title, intakePath(w.Intake), "was delivered "+daysAgo(w.Days)+" and nobody has looked at what changed. Who looks, and by when?")
	}
	for _, s := range b.f.Stories {
		if len(s.Wins)+len(s.After) == 0 && len(s.Priorities) == 0 {
			add(s.Outcome.Title, outcomePath(s.Outcome), "has no priority pointing to it. Should L&D work toward it, or leave it to others?")
		}
	}
	for _, pc := range b.f.Coverage.Priorities {
		switch {
		case pc.Quiet:
			add(pc.Priority.Title, priorityPath(pc.Priority), "has been quiet for "+count(pc.QuietDays, "day", "days")+". Still a priority?")
		case !pc.Ended && len(pc.Wins) < b.f.Minimum() && b.t.AsOf.DaysSince(pc.Priority.From) > 180:
			add(pc.Priority.Title, priorityPath(pc.Priority), "has "+count(len(pc.Wins), "win", "wins")+" so far. What would it take to do more here?")
		}
	}
	for _, fl := range b.f.Delivered.Flagged {
		add(fl.Intake.Title, intakePath(fl.Intake), fl.Reason)
	}
	return ds
}
