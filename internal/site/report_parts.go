package site

import (
	"strings"

	"smallwins/internal/insight"
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
		Caption: "Outcomes in " + r.Quarter.Label() + ": the last reading before the quarter, and the last of it",
		Head:    []string{"Outcome", "Before", "At the end", "In this quarter", "Wins aimed at it"},
	}
	for _, o := range r.Outcomes {
		s := o.Story
		view := reportOutcome{Title: s.Outcome.Title, URL: p.url(outcomePath(s.Outcome)), Text: o.Contribution(), CSV: b.csv(p.Page, "readings-"+string(s.Outcome.ID))}
		view.Change = upperFirst(o.Said())
		if change := o.Change(); change != "" {
			view.Change = change + ": " + o.Said()
		}
		view.Picture = newReadingsPicture(o, r.Days)
		p.Outcomes = append(p.Outcomes, view)
		unit := s.Outcome.Measure.Unit
		p.OutcomeTable.Rows = append(p.OutcomeTable.Rows, []reportCell{
			{s.Outcome.Title, view.URL}, {Text: readingCell(o.Before, unit)}, {Text: readingCell(o.Now, unit)}, {Text: upperFirst(o.Said())}, {Text: thousands(len(o.Wins))},
		})
	}
	if len(r.Outcomes) == 0 && r.Records() > 0 {
		p.NoOutcomes = "No outcome was read in this quarter, so nothing is said about them."
	}
	for _, in := range r.Delivery {
		p.Delivered = append(p.Delivered, reportItem{Title: in.Title, URL: p.url(intakePath(in)), Meta: []string{longDay(in.DeliveredOn)}, Text: upperFirst(solutions(in.Agreed, "nothing was built"))})
	}
	for _, in := range r.Verdicts {
		p.Changed = append(p.Changed, b.reportVerdict(p, in))
	}
	p.Delivered, p.Changed = shortened(p.Delivered), shortened(p.Changed)
}

func readingCell(r tracker.Reading, unit string) string {
	if !r.Value.Known {
		return "no figure"
	}
	return insight.Number(r.Value.Value, unit)
}

// reportVerdict is what was found, with the reading that bears it and what else
// was at work.
func (b *builder) reportVerdict(p *reportPage, in *tracker.Intake) reportItem {
	item := reportItem{Title: in.Title, URL: p.url(intakePath(in)), Meta: []string{tracker.Verdicts.Label(string(in.Verdict))}}
	if m := in.Measure; m.Baseline.Known {
		for i := len(in.Readings) - 1; i >= 0; i-- {
			if v := in.Readings[i].Value; v.Known {
				item.Text = upperFirst(m.Name) + ": " + insight.Change(m.Baseline.Value, v.Value, m.Unit) + "."
				break
			}
		}
	}
	var factors []string
	for _, f := range in.OtherFactors {
		factors = append(factors, strings.TrimRight(f.What, "."))
	}
	if len(factors) > 0 {
		item.Note = "Also at work: " + strings.Join(factors, "; ") + "."
	}
	return item
}

func (b *builder) reportWork(p *reportPage, r *insight.QuarterReport) {
	p.WorkHeading = "The work behind it: " + count(len(r.Wins), "win", "wins") + " and " + count(len(r.Requests), "request", "requests")
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
		text := upperFirst(count(len(r.Requests), "request", "requests")) + ", one mark each"
		if r.Posture.Total > 0 {
			partnered := r.Posture.Of(insight.Partnered)
			p.RequestsHeading = b.say(p.Root, text+": "+partnered.String()+" partnered", counted{partnered.String(), "quarters/" + quarterReceipt(r.Quarter) + "/partnered"})
		} else {
			p.RequestsHeading = plain(text)
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
		item := reportItem{Title: in.Title, URL: line.URL, Shape: "dot-none", Text: swap(in), Meta: []string{longDay(in.RequestedOn), line.From}, Said: line.Depth}
		if pos := position[in]; pos != "" {
			item.Shape, item.Meta = "dot-"+string(pos), append(item.Meta, pos.Label())
		} else {
			item.Meta = append(item.Meta, upperFirst(left[in]))
		}
		item.Mark = b.marked(in.Origin.File, r, lastOfIntake(in))
		p.Requests = append(p.Requests, item)
	}
	p.Requests = shortened(p.Requests)
	for _, in := range r.Agreed[:min(len(r.Agreed), mostListed)] {
		p.TakenOn = append(p.TakenOn, b.promises(in.Commitments)...)
	}
	if k := r.Ours.Ratio; k.D > 0 {
		p.Promises = b.say(p.Root, "We kept "+k.String()+" "+noun(k.D, "promise", "promises")+" of ours.",
			counted{k.String(), "quarters/" + quarterReceipt(r.Quarter) + "/promises"})
	}
}

func (b *builder) reportLane(p *reportPage, r *insight.QuarterReport, wins []*tracker.Win) reportWork {
	w := reportWork{Count: count(len(wins), "win", "wins")}
	if len(wins) == 0 {
		w.Count = "quiet in this quarter"
	}
	shown := newestFirst(wins)
	if len(shown) > mostListed {
		shown = shown[:mostListed]
		w.Rest = &Link{Title: thousands(len(wins)-mostListed) + " more of this quarter"}
	}
	for _, x := range shown {
		w.Wins = append(w.Wins, reportWin{
			reportItem: reportItem{Title: x.Title, URL: p.url(winPath(x)), Mark: b.marked(x.Origin.File, r, lastOfWin(x))},
			Date:       x.Date, Stage: stageTerm(x), People: b.names(x.Whose()), Undone: !x.StandsAt(b.t.AsOf),
		})
	}
	return w
}
