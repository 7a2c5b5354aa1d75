package site

import (
	"strconv"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// quarterReceipt is a quarter as a part of a receipt's id: "2026Q1".
func quarterReceipt(q tracker.Quarter) string {
	return strconv.Itoa(q.Year) + "Q" + strconv.Itoa(q.Number)
}

// stageReceipt is the id of the receipt of a priority's wins at a stage, which
// is "" for those that came undone.
func stageReceipt(id tracker.ID, stage tracker.Stage) string {
	return receiptOf("chain", id, stageWord(stage))
}

func stageWord(stage tracker.Stage) string {
	if stage == "" {
		return "undone"
	}
	return string(stage)
}

// movedReceipt is that of the outcomes that moved, where an outcome can.
func (b *builder) movedReceipt(root string) string {
	if len(b.f.Stories) == 0 {
		return ""
	}
	return b.receipt(root, "contribution/moved")
}

// movedNumbers are the value that an outcome moved from and to, or its only
// one.
func (b *builder) movedNumbers(s *insight.Story) []counted {
	if s == nil || len(s.Known) == 0 {
		return nil
	}
	number := b.words.Number(s.Last.Value.Value, s.Outcome.Measure.Unit)
	if len(s.Known) > 1 {
		number = b.changed(s)
	}
	return []counted{{number, receiptOf("contribution", s.Outcome.ID, "change")}}
}

// aimedNumbers are the numbers of Story.Aimed, in its order.
func (b *builder) aimedNumbers(s *insight.Story) []counted {
	id := func(number string) string { return receiptOf("contribution", s.Outcome.ID, number) }
	var numbers []counted
	if n := len(s.During); n > 0 {
		numbers = append(numbers, counted{b.words.Text("common.wins", "n", n), id("during")})
		if n := len(s.Intakes); n > 0 {
			numbers = append(numbers, counted{b.words.Text("common.requests", "n", n), id("requests")})
		}
	}
	if n := len(s.Before); n > 0 {
		before := b.words.Count(n)
		if len(s.During) > 0 {
			before = b.words.Text("insight.contribution.aimed.more", "n", n)
		}
		numbers = append(numbers, counted{before, id("before")})
	}
	if n := len(s.Undone); n > 0 {
		numbers = append(numbers, counted{b.words.Text("insight.contribution.aimed.part", "n", n, "of", len(s.Wins)), id("undone")})
	}
	return numbers
}

// story is a story's text with its numbers linked.
func (b *builder) story(root string, s *insight.Story) said {
	var text said
	aimed := s.Aimed()
	for i, sentence := range s.Sentences() {
		var numbers []counted
		switch {
		case i == 0 && s.Moves():
			numbers = b.movedNumbers(s)
		case s.Missing == "" && sentence == aimed:
			numbers = b.aimedNumbers(s)
		}
		if i > 0 {
			text = append(text, Link{Title: " "})
		}
		text = append(text, b.say(root, sentence, numbers...)...)
	}
	return text
}

// postureNumbers are the numbers of the finding.
func (b *builder) postureNumbers(p *insight.Posture) []counted {
	early, late := p.Early.Of(insight.Partnered), p.Late.Of(insight.Partnered)
	switch {
	case !p.Trend:
		return []counted{{p.Counts.Of(insight.Partnered).In(b.words), "posture/partnered"}}
	case early == late:
		return []counted{{late.In(b.words), "posture/late/partnered"}}
	}
	return []counted{{early.In(b.words), "posture/early/partnered"}, {late.In(b.words), "posture/late/partnered"}}
}

// The charts that count wins; their tables lead to the receipts.

// leads links the cell of a table to the receipt, if it is for that number and
// the cell leads nowhere yet.
func (b *builder) leads(root string, t *charts.Table, row, column int, receipt string) {
	if row >= len(t.Rows) || column >= len(t.Rows[row]) {
		return
	}
	cell := &t.Rows[row][column]
	if _, r, ok := b.f.Receipt(receipt); ok && cell.Href == "" && (r.Text == cell.Text || b.words.Count(r.N) == cell.Text) {
		cell.Href = b.receipt(root, receipt)
	}
}

// chainFigure has a row for each priority, then those of outcomes that wins
// name themselves or that have none, then the wins without a link, then those
// with one by the request that they grew from.
func (b *builder) chainFigure(p *Page) *figure {
	c := charts.Chain(b.f, p.Root)
	row := 0
	lead := func(stage func(word string) string, total string) {
		for i, id := range append(tracker.Stages.IDs(), "") {
			b.leads(p.Root, &c.Table, row, 1+i, stage(stageWord(tracker.Stage(id))))
		}
		b.leads(p.Root, &c.Table, row, 2+len(tracker.Stages.Terms), total)
		row++
	}
	for _, pc := range b.f.Coverage.Priorities {
		lead(func(stage string) string { return receiptOf("chain", pc.Priority.ID, stage) }, receiptOf("coverage", pc.Priority.ID, "wins"))
	}
	for _, bo := range b.f.Chain.Board {
		if len(bo.Direct) > 0 {
			direct := receiptOf("chain", bo.Outcome.ID, "direct")
			lead(func(stage string) string { return direct + "/" + stage }, direct)
		}
		if bo.Wins == 0 {
			row++
		}
	}
	if len(b.f.Chain.Unlinked) > 0 {
		lead(func(stage string) string { return "chain/unlinked-" + stage }, "chain/unlinked")
	}
	for _, o := range b.f.Chain.Origins() {
		total := "chain/noticed"
		if o.Intake != nil {
			total = receiptOf("chain", o.Intake.ID, "grew")
		}
		lead(func(stage string) string { return total + "-" + stage }, total)
	}
	return b.figure(p, c, "chain", "chain/reaching")
}

// winsFigure has a row for each priority, then the wins that name none. The
// wins of a quarter are listed on the page of their priority.
func (b *builder) winsFigure(p *Page) *figure {
	c := charts.WinsByPriority(b.f, p.Root)
	total := 1 + len(b.f.Quarters)
	for row, pc := range b.f.Coverage.Priorities {
		for i, q := range pc.Quarters {
			b.leads(p.Root, &c.Table, row, 1+i, receiptOf("coverage", pc.Priority.ID, quarterReceipt(q.Quarter)))
		}
		b.leads(p.Root, &c.Table, row, total, receiptOf("coverage", pc.Priority.ID, "wins"))
		b.leads(p.Root, &c.Table, row, total+2, receiptOf("coverage", pc.Priority.ID, "quiet"))
	}
	b.leads(p.Root, &c.Table, len(b.f.Coverage.Priorities), total, "coverage/unlinked")
	return b.figure(p, c, "coverage", "coverage/named")
}

// calendarFigure marks the days of wins.
func (b *builder) calendarFigure(p *Page) *figure {
	return b.figure(p, charts.Calendar(b.f, p.Root), "coverage", "")
}

// requestedFigure is the table of what was asked for and agreed, with its
// drawing.
func (b *builder) requestedFigure(p *Page, t tableFigure) *figure {
	c := charts.Requested(b.f, p.Root)
	c.Subtitle, c.Table, c.Source = t.measure+" "+c.Subtitle, t.table, t.source
	return b.figure(p, c, t.about, t.receipt)
}

// readingsFigure has a row for each reading and each other factor, and one for
// the wins since.
func (b *builder) readingsFigure(p *Page, s *insight.Story) *figure {
	const winsColumn = 2
	c := charts.Readings(b.f, s, p.Root)
	days := map[string]string{}
	for _, r := range s.Readings {
		days[b.words.Day(r.Date)] = r.Date.String()
	}
	for _, x := range s.Factors {
		days[b.words.Day(x.Date)] = x.Date.String()
	}
	for row := range c.Table.Rows {
		day := days[c.Table.Rows[row][0].Text]
		if row == len(s.Readings)+len(s.Factors) {
			day = "since"
		}
		b.leads(p.Root, &c.Table, row, winsColumn, receiptOf("contribution", s.Outcome.ID, day))
	}
	return b.figure(p, c, "contribution", receiptOf("contribution", s.Outcome.ID, "change"))
}
