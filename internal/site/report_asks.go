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
		g.Items = b.shortened(g.Items)
		p.NotWorked = append(p.NotWorked, g)
	}
	if len(r.Nothing) > 0 {
		g := reportGroup{Heading: plain(b.words.Text("report.nothing-changed"))}
		for _, in := range r.Nothing {
			item := reportItem{Title: in.Title, URL: p.url(intakePath(in)), Meta: []string{b.words.Label(&tracker.Verdicts, string(in.Verdict))}, Text: in.WhatWasInTheWay.Excerpt(220)}
			if len(in.Missing) > 0 {
				item.Note = b.words.Text("report.missing", "questions", b.missing(in))
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
	if n := len(r.Undone); n > 0 {
		g := reportGroup{Heading: b.say(p.Root, b.words.Text("report.undone", "n", n), counted{b.words.Count(n), receipt("undone")})}
		for _, w := range r.Undone {
			item := reportItem{Title: w.Title, URL: p.url(winPath(w)), Text: w.Undone.Why}
			if on := w.Undone.On; !on.IsZero() {
				item.Meta = []string{b.words.Day(on)}
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
	if len(r.Setbacks) > 0 {
		g := reportGroup{Heading: plain(b.words.Text("report.steps-back"))}
		for _, s := range r.Setbacks {
			item := reportItem{Text: sentenced(s.Text)}
			if !s.On.IsZero() {
				item.Meta = []string{b.words.Day(s.On)}
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
	for _, k := range []struct {
		group *insight.PromiseGroup
		text  string
	}{{&r.Ours, "report.unkept.ours"}, {&r.Business, "report.unkept.business"}} {
		if broken := b.unkept(k.group); len(broken) > 0 {
			of := insight.Ratio{N: k.group.Ratio.D - k.group.Ratio.N, D: k.group.Ratio.D}
			add(reportGroup{Heading: plain(b.words.Text(k.text, "share", of.In(b.words), "n", of.N, "of", of.D)), Items: broken})
		}
	}
	if n := len(r.NobodyLooked); n > 0 {
		text := b.words.Text("report.nobody-looked", "n", n, "days", b.t.Strategy.Settings.Windows.EvaluateAfterDays)
		g := reportGroup{Heading: b.say(p.Root, text, counted{b.words.Count(n), receipt("nobody-looked")})}
		for _, w := range r.NobodyLooked {
			item := reportItem{Title: w.Intake.Title, URL: p.url(intakePath(w.Intake)), Meta: []string{b.words.Text("report.delivered-before-end", "days", w.Days)}}
			if !w.Looked.IsZero() {
				item.Text = b.words.Text("report.looked-since", "verdict", b.words.Inside(b.words.Label(&tracker.Verdicts, string(w.Intake.Verdict))))
			}
			g.Items = append(g.Items, item)
		}
		add(g)
	}
}

// missing names the questions of the contract that a request lacked.
func (b *builder) missing(in *tracker.Intake) string {
	names := b.labels(&tracker.Questions, in.Missing)
	for i := range names {
		names[i] = b.words.Inside(names[i])
	}
	return b.words.List(names)
}

// unkept are the promises of a group that were not kept in time, by what was
// promised and to whom; never by who did.
func (b *builder) unkept(g *insight.PromiseGroup) []reportItem {
	var items []reportItem
	for _, one := range g.Broken() {
		line := b.promise(one.Promise)
		item := reportItem{Text: sentenced(line.What), Meta: []string{line.State}}
		if line.To != "" {
			item.Meta = append(item.Meta, b.words.Text("common.promise.to", "name", line.To))
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
		add(c.Intake.Title, intakePath(c.Intake), b.words.Text("report.ask.at-risk"))
	}
	for _, w := range r.Open.Waiting {
		days := b.words.Text("common.days-since", "n", w.Days)
		add(w.Intake.Title, intakePath(w.Intake), b.words.Text("report.ask.nobody-looked", "days", days),
			counted{days, receiptOf("nobody-looked", w.Intake.ID, "days")})
	}
	for _, c := range r.Open.Unanswered {
		add(c.Intake.Title, intakePath(c.Intake), b.words.Text("report.ask.unanswered")+" "+b.words.Definition(&tracker.Questions, c.Partnership().Question.ID))
	}
	for _, o := range r.Open.Unread {
		add(o.Story.Outcome.Title, outcomePath(o.Story.Outcome), b.words.Text("report.ask.unread"))
	}
	for _, o := range r.Open.Unaimed {
		add(o.Story.Outcome.Title, outcomePath(o.Story.Outcome), b.words.Text("report.ask.unaimed"))
	}
	n := len(p.Asks)
	p.AsksHeading = b.words.Text("report.asks", "n", n, "word", b.words.CountWord(n))
	if n > mostDecisions {
		p.AsksHeading = b.words.Text("report.asks.most", "word", b.words.CountWord(mostDecisions), "n", n)
		p.Asks = p.Asks[:mostDecisions]
	}
	p.AsksNote = b.words.Text("report.asks.note", "day", b.day(b.t.AsOf))
}

// reportMethod says how the report came about, and how much it rests on.
func (b *builder) reportMethod(p *reportPage, r *insight.QuarterReport) {
	for _, in := range r.Delivery[:min(len(r.Delivery), mostListed)] {
		if a := strings.TrimSpace(in.Logistics.Audience); a != "" {
			p.Reach = append(p.Reach, b.words.Text("report.reach.for", "request", in.Title, "audience", a))
		}
		if a := in.Avoided; a.What != "" && a.Amount.Known {
			text := b.words.Text("report.reach.avoided", "request", in.Title, "what", a.What, "amount", b.words.Number(a.Amount.Value, a.Unit))
			if a.EstimateBy != "" {
				text += " (" + b.t.Who(a.EstimateBy).Name + ")"
			}
			p.Reach = append(p.Reach, text)
		}
	}
	s := b.t.Strategy.Settings
	add := func(text said) { p.Method = append(p.Method, text) }
	wins := counted{b.words.Text("common.wins", "n", len(r.Wins)), "coverage/" + quarterReceipt(r.Quarter)}
	text := b.words.Text("report.method", "wins", wins.number, "requests", b.words.Text("common.requests", "n", len(r.Requests)),
		"deliveries", len(r.Delivery), "verdicts", len(r.Verdicts), "quarter", r.Quarter, "day", b.day(b.t.AsOf))
	if !b.holds(wins.receipt, len(r.Wins)) {
		wins.receipt = ""
	}
	add(b.say(p.Root, text+b.excluded(r.LeftOut), wins))
	add(plain(b.words.Text("report.method.thresholds", "answers", s.Thresholds.PartneredAt, "days", s.Windows.EvaluateAfterDays)))
	if note := b.f.YearNote(); note != "" {
		add(plain(note))
	}
	add(plain(b.markMethod(r)))
	add(plain(b.words.Text("report.method.contribution")))
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
		return b.words.Text("report.method.open")
	}
	if missing := b.opts.History.unknown(b.closed(r)); missing != "" {
		return b.words.Text("report.method.unmarked", "missing", missing)
	}
	return b.words.Text("report.method.marks")
}
