package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// reportOutcome is an outcome in a quarter, with its readings up to then.
type reportOutcome struct {
	Title, URL, Change, Text string
	Picture                  *readingsPicture
	CSV                      *csvLink
}

// reportTable is the readings of a quarter as a table.
type reportTable struct {
	Caption string
	Head    []string
	Rows    [][]reportCell
}

type reportCell struct{ Text, URL string }

func (b *builder) reportChanges(p *reportPage, r *insight.QuarterReport) {
	p.OutcomeTable = reportTable{
		Caption: b.words.Text("report.outcomes", "quarter", r.Quarter),
		Head:    b.heads("report.outcomes.outcome", "report.outcomes.before", "report.outcomes.end", "report.outcomes.quarter", "report.outcomes.wins"),
	}
	for _, o := range r.Outcomes {
		s := o.Story
		view := reportOutcome{Title: s.Outcome.Title, URL: p.url(outcomePath(s.Outcome)), Text: o.Contribution(), CSV: b.csv(p.Page, "readings-"+string(s.Outcome.ID))}
		view.Change = message.UpperFirst(o.Said())
		if change := o.Change(); change != "" {
			view.Change = message.UpperFirst(b.words.Text("report.change", "change", change, "said", o.Said()))
		}
		view.Picture = b.readingsPicture(o, r.Days)
		p.Outcomes = append(p.Outcomes, view)
		unit := s.Outcome.Measure.Unit
		p.OutcomeTable.Rows = append(p.OutcomeTable.Rows, []reportCell{
			{s.Outcome.Title, view.URL}, {Text: b.readingCell(o.Before, unit)}, {Text: b.readingCell(o.Now, unit)}, {Text: message.UpperFirst(o.Said())}, {Text: b.words.Count(len(o.Wins))},
		})
	}
	if len(r.Outcomes) == 0 && r.Records() > 0 {
		p.NoOutcomes = b.words.Text("report.outcomes.none")
	}
	for _, in := range r.Delivery {
		p.Delivered = append(p.Delivered, reportItem{Title: in.Title, URL: p.url(intakePath(in)), Meta: []string{b.day(in.DeliveredOn)}, Text: message.UpperFirst(b.solutions(in.Agreed, b.words.Text("report.nothing-built")))})
	}
	for _, in := range r.Verdicts {
		p.Changed = append(p.Changed, b.reportVerdict(p, in))
	}
	p.Delivered, p.Changed = b.shortened(p.Delivered), b.shortened(p.Changed)
}

func (b *builder) readingCell(r tracker.Reading, unit string) string {
	if !r.Value.Known {
		return b.words.Text("report.no-figure")
	}
	return b.words.Number(r.Value.Value, unit)
}

// reportVerdict is what was found, with the reading that bears it and what else
// was at work.
func (b *builder) reportVerdict(p *reportPage, in *tracker.Intake) reportItem {
	item := reportItem{Title: in.Title, URL: p.url(intakePath(in)), Meta: []string{b.words.Label(&tracker.Verdicts, string(in.Verdict))}}
	if m := in.Measure; m.Baseline.Known {
		for i := len(in.Readings) - 1; i >= 0; i-- {
			if v := in.Readings[i].Value; v.Known {
				item.Text = message.UpperFirst(m.Name) + ": " + b.words.Change(m.Baseline.Value, v.Value, m.Unit) + "."
				break
			}
		}
	}
	var factors []string
	for _, f := range in.OtherFactors {
		factors = append(factors, strings.TrimRight(f.What, "."))
	}
	if len(factors) > 0 {
		item.Note = b.words.Text("report.also-at-work", "factors", strings.Join(factors, "; "))
	}
	return item
}

func (b *builder) reportWork(p *reportPage, r *insight.QuarterReport) {
	p.WorkHeading = b.words.Text("report.work", "wins", b.words.Text("common.wins", "n", len(r.Wins)), "requests", b.words.Text("common.requests", "n", len(r.Requests)))
	for _, qp := range r.ByPriority {
		tag := b.priority(p.Page, qp.Priority)
		w := b.reportLane(p, r, qp.Wins)
		w.Priority = &tag
		if w.Rest != nil {
			w.Rest.URL = tag.URL
		}
		p.Work = append(p.Work, w)
	}
	if len(r.Unlinked) > 0 {
		w := b.reportLane(p, r, r.Unlinked)
		if w.Rest != nil {
			w.Rest.URL = p.url("wins/index.html")
		}
		p.Work = append(p.Work, w)
	}
	if len(r.Requests) > 0 {
		p.RequestsHeading = plain(b.words.Text("report.requests", "n", len(r.Requests)))
		if r.Posture.Total > 0 {
			partnered := r.Posture.Of(insight.Partnered).In(b.words)
			text := b.words.Text("report.requests.partnered", "n", len(r.Requests), "share", partnered)
			p.RequestsHeading = b.say(p.Root, text, counted{partnered, "quarters/" + quarterReceipt(r.Quarter) + "/partnered"})
		}
	}
	position := map[*tracker.Intake]insight.Position{}
	for _, c := range r.Cases {
		position[c.Intake] = c.Position
	}
	left := map[*tracker.Intake]string{}
	for _, e := range r.LeftOut {
		left[e.Intake] = e.Reason
	}
	for _, in := range r.Requests {
		line := b.intakeLine(p.Page, in)
		item := reportItem{Title: in.Title, URL: line.URL, Shape: "dot-none", Text: b.swap(in), Meta: []string{b.day(in.RequestedOn), line.From}, Said: line.Depth}
		if pos := position[in]; pos != "" {
			item.Shape, item.Meta = "dot-"+string(pos), append(item.Meta, b.words.Label(&insight.Positions, string(pos)))
		} else {
			item.Meta = append(item.Meta, message.UpperFirst(left[in]))
		}
		item.Mark = b.marked(in.Origin.File, r, lastOfIntake(in))
		p.Requests = append(p.Requests, item)
	}
	p.Requests = b.shortened(p.Requests)
	for _, in := range r.Agreed[:min(len(r.Agreed), mostListed)] {
		p.TakenOn = append(p.TakenOn, b.promises(in.Commitments)...)
	}
	if k := r.Ours.Ratio; k.D > 0 {
		kept := k.In(b.words)
		p.Promises = b.say(p.Root, b.words.Text("report.kept", "share", kept, "of", k.D),
			counted{kept, "quarters/" + quarterReceipt(r.Quarter) + "/promises"})
	}
}

func (b *builder) reportLane(p *reportPage, r *insight.QuarterReport, wins []*tracker.Win) reportWork {
	w := reportWork{Count: b.words.Text("common.wins", "n", len(wins))}
	if len(wins) == 0 {
		w.Count = b.words.Text("report.lane.quiet")
	}
	shown := newestFirst(wins)
	if len(shown) > mostListed {
		shown = shown[:mostListed]
		w.Rest = &Link{Title: b.words.Text("report.lane.rest", "n", len(wins)-mostListed)}
	}
	for _, x := range shown {
		w.Wins = append(w.Wins, reportWin{
			reportItem: reportItem{Title: x.Title, URL: p.url(winPath(x)), Mark: b.marked(x.Origin.File, r, lastOfWin(x))},
			Date:       x.Date, Stage: b.stageTerm(x), People: b.names(x.Whose()), Undone: !x.StandsAt(b.t.AsOf),
		})
	}
	return w
}
