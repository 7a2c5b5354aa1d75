package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// reportSetbacks is what did not work. It stands in every report that has
// something to put there (insights: "Cheerfulness").
func (b *builder) reportSetbacks(p *reportPage, r *insight.QuarterReport) {
	receipt := func(number string) string { return "quarters/" + quarterReceipt(r.Quarter) + "/" + number }
	add := func(g reportGroup) {
		g.Items = shortened(g.Items)
		p.NotWorked = append(p.NotWorked, g)
	}
	if len(r.Nothing) > 0 {
		g := reportGroup{Heading: plain("Nothing changed")}
		for _, in := range r.Nothing {
			item := reportItem{Title: in.Title, URL: p.url(intakePath(in)), Meta: []string{tracker.Verdicts.Label(string(in.Verdict))}, Text: in.WhatWasInTheWay.Excerpt(220)}
			if len(in.Missing) > 0 {
				item.Note = "Missing from the agreement: " + strings.ToLower(list(labels(&tracker.Questions, in.Missing))) + "."
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
	if n := len(r.Undone); n > 0 {
		number := upperFirst(count(n, "win", "wins"))
		g := reportGroup{Heading: b.say(p.Root, number+" came undone", counted{thousands(n), receipt("undone")})}
		for _, w := range r.Undone {
			item := reportItem{Title: w.Title, URL: p.url(winPath(w)), Text: w.Undone.Why}
			if on := w.Undone.On; !on.IsZero() {
				item.Meta = []string{longDay(on)}
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
	if len(r.Setbacks) > 0 {
		g := reportGroup{Heading: plain("Steps back")}
		for _, s := range r.Setbacks {
			item := reportItem{Text: sentenced(s.Text)}
			if !s.On.IsZero() {
				item.Meta = []string{longDay(s.On)}
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
	for _, k := range []struct {
		group *insight.PromiseGroup
		whose string
	}{{&r.Ours, "of ours"}, {&r.Business, "of the business"}} {
		if broken := b.unkept(k.group); len(broken) > 0 {
			of := insight.Ratio{N: k.group.Ratio.D - k.group.Ratio.N, D: k.group.Ratio.D}
			text := of.String() + " " + noun(of.D, "promise", "promises") + " " + k.whose + " " + noun(of.N, "was", "were") + " not kept in time"
			add(reportGroup{Heading: plain(text), Items: broken})
		}
	}
	if n := len(r.NobodyLooked); n > 0 {
		g := reportGroup{Heading: b.say(p.Root, upperFirst(count(n, "delivery", "deliveries"))+" had waited more than "+
			count(b.t.Strategy.Settings.Windows.EvaluateAfterDays, "day", "days")+" for somebody to look", counted{thousands(n), receipt("nobody-looked")})}
		for _, w := range r.NobodyLooked {
			item := reportItem{Title: w.Intake.Title, URL: p.url(intakePath(w.Intake)), Meta: []string{"delivered " + count(w.Days, "day", "days") + " before the end of the quarter"}}
			if !w.Looked.IsZero() {
				item.Text = "Somebody has looked since: " + lowerFirst(tracker.Verdicts.Label(string(w.Intake.Verdict))) + "."
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
}

// noun picks the form that agrees with n.
func noun(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// unkept are the promises of a group that were not kept in time, by what was
// promised and to whom; never by who did.
func (b *builder) unkept(g *insight.PromiseGroup) []reportItem {
	var items []reportItem
	for _, one := range g.Broken() {
		line := b.promise(one.Promise)
		item := reportItem{Text: sentenced(line.What), Meta: []string{line.State}}
		if line.To != "" {
			item.Meta = append(item.Meta, "to "+line.To)
		}
		if line.When != "" {
			item.Meta = append(item.Meta, line.When)
		}
		items = append(items, item)
	}
	return items
}

// reportAsks is what waits for somebody in the business: never more at once than
// can be settled, and nothing that the records do not hold.
func (b *builder) reportAsks(p *reportPage, r *insight.QuarterReport) {
	add := func(title, path, reason string, numbers ...counted) {
		p.Asks = append(p.Asks, decision{title, p.url(path), b.say(p.Root, reason, numbers...)})
	}
	for _, c := range r.Open.AtRisk {
		add(c.Intake.Title, intakePath(c.Intake), "is under way, and nobody in the business owns a part or will reinforce it. Go on, or reopen the agreement?")
	}
	for _, w := range r.Open.Waiting {
		days := count(w.Days, "day", "days")
		add(w.Intake.Title, intakePath(w.Intake), "was delivered "+days+" ago and nobody has looked at what changed. Who looks, and by when?",
			counted{days, receiptOf("nobody-looked", w.Intake.ID, "days")})
	}
	for _, c := range r.Open.Unanswered {
		add(c.Intake.Title, intakePath(c.Intake), "still waits for an answer. "+c.Partnership().Question.Definition)
	}
	for _, o := range r.Open.Unread {
		add(o.Story.Outcome.Title, outcomePath(o.Story.Outcome), "has no figure for this quarter. Who can give us one?")
	}
	for _, o := range r.Open.Unaimed {
		add(o.Story.Outcome.Title, outcomePath(o.Story.Outcome), "has no priority pointing to it. Should L&D work toward it, or leave it to others?")
	}
	n := len(p.Asks)
	switch {
	case n == 0:
		p.AsksHeading = "What we ask of leaders: nothing that is still open"
	case n == 1:
		p.AsksHeading = "What we ask of leaders: one thing"
	case n > mostDecisions:
		p.AsksHeading = "What we ask of leaders: " + numberWord(mostDecisions) + " of " + thousands(n) + " things"
		p.Asks = p.Asks[:mostDecisions]
	default:
		p.AsksHeading = "What we ask of leaders: " + numberWord(n) + " things"
	}
	p.AsksNote = "What was begun by the end of this quarter and still waits on " + longDay(b.t.AsOf) + "."
}

// reportMethod says how the report came about, and how much it rests on.
func (b *builder) reportMethod(p *reportPage, r *insight.QuarterReport) {
	for _, in := range r.Delivery[:min(len(r.Delivery), mostListed)] {
		if a := strings.TrimSpace(in.Logistics.Audience); a != "" {
			p.Reach = append(p.Reach, in.Title+", for "+a)
		}
		if a := in.Avoided; a.What != "" && a.Amount.Known {
			text := in.Title + ", avoided by estimate: " + a.What + ", " + insight.Number(a.Amount.Value, a.Unit)
			if a.EstimateBy != "" {
				text += " (" + b.t.Who(a.EstimateBy).Name + ")"
			}
			p.Reach = append(p.Reach, text)
		}
	}
	s := b.t.Strategy.Settings
	add := func(text said) { p.Method = append(p.Method, text) }
	wins := counted{count(len(r.Wins), "win", "wins"), "coverage/" + quarterReceipt(r.Quarter)}
	text := "This report rests on " + wins.number + ", " + count(len(r.Requests), "request", "requests") + ", " +
		count(len(r.Delivery), "delivery", "deliveries") + " and " + count(len(r.Verdicts), "verdict", "verdicts") + " of " + r.Quarter.Label() +
		", as they stand on " + longDay(b.t.AsOf) + "."
	if !b.holds(wins.receipt, len(r.Wins)) {
		wins.receipt = ""
	}
	add(b.say(p.Root, text+b.excluded(r.LeftOut), wins))
	thresholds := "A request is partnered with at least " + count(s.Thresholds.PartneredAt, "answer", "answers") + ", an owner in the business and a measurable shift. A delivery waits too long after " +
		count(s.Windows.EvaluateAfterDays, "day", "days") + ". Counts stand as n of d; there are no percentages of so few."
	add(plain(thresholds))
	if note := b.f.YearNote(); note != "" {
		add(plain(note))
	}
	add(plain(b.markMethod(r)))
	add(plain("Contribution, not credit: it says what was aimed at an outcome and what else was at work. It is not for performance review."))
	for _, id := range []string{"quarters", "contribution", "posture", "promises", "nobody-looked"} {
		for _, d := range b.f.Definitions() {
			if d.ID == id {
				p.Definitions = append(p.Definitions, Link{d.Title, p.url(insightPath(id))})
			}
		}
	}
}

// markMethod says what the marks of records mean, or why there are none.
func (b *builder) markMethod(r *insight.QuarterReport) string {
	if r.SoFar {
		return "The quarter is open: what is put right in it now is no revision."
	}
	if missing := b.opts.History.unknown(b.closed(r)); missing != "" {
		return "No record is marked as revised: " + missing + "."
	}
	return "Marks are by the day on which a record’s file was last committed. “Revised”: what it says was changed after the quarter closed. “Went on”: it was changed then, and tells of something that happened later. “Recorded after”: it was written down only then. What was put right while the quarter was open is not marked; nor are readings of outcomes, which stand in one file with much else."
}
