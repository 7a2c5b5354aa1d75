package charts

import (
	"slices"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Readings shows the readings of an outcome over time, gaps as gaps, with the
// target, what else was at work, and the wins that were aimed at it in a strip
// below. It claims nothing about what came of what.
func Readings(f *insight.Figures, s *insight.Story, root string) *Chart {
	m := s.Outcome.Measure
	c := &Chart{
		ID: "readings-" + string(s.Outcome.ID), Title: s.Headline(), Size: Medium,
		Subtitle: readingsSubtitle(f, s),
		Table:    readingsTable(f, s, root),
		Source:   source(f, message.UpperFirst(readingsSource(f, m)+aimed(f, s))),
	}
	c.Description = strings.Join(s.Sentences()[:min(3, len(s.Sentences()))], " ")
	if len(s.Known) == 0 {
		return c
	}
	frame := newFrame(s)
	p := echarts.NewLine()
	p.SetGlobalOptions(echarts.WithXAxisOpts(opts.XAxis{Type: "time"}), echarts.WithYAxisOpts(opts.YAxis{Type: "value"}))
	p.AddSeries(s.Measure(), nil,
		echarts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: 9, ShowSymbol: opts.Bool(true)}),
		echarts.WithLineStyleOpts(opts.LineStyle{Color: ink, Width: 2}),
		echarts.WithItemStyleOpts(opts.ItemStyle{Color: ink}))
	p.MultiSeries[0].Data = points(f, s)
	dots, levels := winDots(f, s, frame, root)
	if len(dots) > 0 {
		p.ExtendXAxis(opts.XAxis{Type: "time", GridIndex: 1})
		p.ExtendYAxis(opts.YAxis{Type: "value", GridIndex: 1})
		strip := echarts.NewScatter()
		strip.AddSeries(f.Words.Text("chart.readings.wins"), nil, echarts.WithScatterChartOpts(opts.ScatterChart{XAxisIndex: 1, YAxisIndex: 1, Symbol: "circle"}))
		strip.MultiSeries[0].Data = dots
		p.Overlap(strip)
	}
	c.Options = options(p, c.Description, readingsLayout(f, s, frame, levels))
	return c
}

func readingsSource(f *insight.Figures, m tracker.Measure) string {
	if m.Source == "" {
		return ""
	}
	return f.Words.Text("chart.readings.source", "source", strings.TrimRight(m.Source, ". ")) + "; "
}

// aimed counts the wins as the story does; those from after the last reading
// are in the strip and stand apart.
func aimed(f *insight.Figures, s *insight.Story) string {
	if len(s.Wins) == 0 && len(s.After) > 0 {
		return f.Words.Text("chart.readings.aimed-since", "after", len(s.After))
	}
	return f.Words.Text("chart.readings.aimed", "n", len(s.Wins), "undone", s.SinceUndone(), "after", len(s.After))
}

func readingsSubtitle(f *insight.Figures, s *insight.Story) string {
	m := s.Outcome.Measure
	parts := []string{s.Measure()}
	if m.Unit != "" && m.Unit != "%" {
		parts[0] += " (" + m.Unit + ")"
	}
	switch {
	case len(s.Known) > 1:
		parts = append(parts, f.Words.Span(s.First.Date, s.Last.Date))
	case len(s.Known) == 1:
		parts = append(parts, f.Words.Day(s.First.Date))
	}
	value := func(n tracker.Number) string { return f.Words.Number(n.Value, m.Unit) }
	if m.Baseline.Known {
		parts = append(parts, f.Words.Text("chart.readings.measured-from", "value", value(m.Baseline)))
	}
	switch {
	case m.Target.Known && !m.By.IsZero():
		parts = append(parts, f.Words.Text("chart.readings.aims-by", "value", value(m.Target), "day", m.By))
	case m.Target.Known:
		parts = append(parts, f.Words.Text("chart.readings.aims", "value", value(m.Target)))
	}
	line := strings.Join(parts, "; ") + "."
	if len(s.Wins)+len(s.After) > 0 {
		line += " " + dotsMeaning(f, s)
	}
	return line
}

// dotsMeaning says what the dots of the strip are.
func dotsMeaning(f *insight.Figures, s *insight.Story) string {
	n, part, hollow := len(s.Wins)+len(s.After), "all", "no"
	if n > dotsDrawn {
		part = "some"
	}
	undone := func(w *tracker.Win) bool { return !w.StandsAt(f.Tracker.AsOf) }
	if slices.ContainsFunc(s.Wins, undone) || slices.ContainsFunc(s.After, undone) {
		hollow = "yes"
	}
	return f.Words.Text("chart.readings.dots", "part", part, "drawn", dotsDrawn, "n", n, "hollow", hollow)
}

// points are the readings in their order. A reading without a value breaks the
// line. The first and the last known ones bear their value. They lead nowhere:
// their records are the rows of the table below.
func points(f *insight.Figures, s *insight.Story) []item {
	m := s.Outcome.Measure
	known := 0
	data := make([]item, 0, len(s.Readings))
	for _, r := range s.Readings {
		day := f.Words.Day(r.Date)
		if !r.Value.Known {
			data = append(data, item{"value": []any{r.Date.String(), nil}})
			continue
		}
		known++
		value := f.Words.Number(r.Value.Value, m.Unit)
		p := item{"name": f.Words.Short(r.Value.Value, m.Unit), "value": []any{r.Date.String(), r.Value.Value}, "tip": readingTip(day, value, r.Note)}
		switch known {
		case len(s.Known):
			p["label"] = item{"show": true, "align": "right", "offset": []int{8, 0}}
		case 1:
			p["label"] = item{"show": true, "align": "left", "offset": []int{-8, 0}}
		}
		data = append(data, p)
	}
	return data
}

func readingTip(day, value, note string) []string {
	t := []string{day, value}
	if note != "" {
		t = append(t, note)
	}
	return t
}

// dotsAcross is how many dots fit beside each other in the strip.
const dotsAcross = 48

// dotsDrawn is up to how many wins the strip has, the newest ones: beyond, one
// could not be told from the next.
const dotsDrawn = 480

// newest are the wins of the strip.
func newest(s *insight.Story) []*tracker.Win {
	all := slices.Concat(s.Wins, s.After)
	return all[max(0, len(all)-dotsDrawn):]
}

// winDots places the linked wins on the days of the strip; wins that would lie
// on one another are piled up. It returns how high the highest pile is.
func winDots(f *insight.Figures, s *insight.Story, fr frame, root string) (dots []item, levels int) {
	piles := make(map[int]int)
	dots = make([]item, 0, len(s.Wins)+len(s.After))
	add := func(w *tracker.Win) {
		slot := 0
		if span := fr.to.DaysSince(fr.from); span > 0 {
			slot = w.Date.DaysSince(fr.from) * dotsAcross / span
		}
		piles[slot]++
		levels = max(levels, piles[slot])
		d := item{
			"value": []any{w.Date.String(), piles[slot]}, "url": winHref(root, w),
			"tip":       []string{w.Title, f.Words.Day(w.Date), stageLabel(f, w.StageOr())},
			"itemStyle": item{"color": dotColour(f, s, w)},
		}
		if !w.StandsAt(f.Tracker.AsOf) {
			d["itemStyle"] = item{"color": paper, "borderColor": dotColour(f, s, w), "borderWidth": 2}
			d["tip"] = append(d["tip"].([]string), f.Words.Text("insight.stage.undone"))
		}
		dots = append(dots, d)
	}
	for _, w := range newest(s) {
		add(w)
	}
	return dots, levels
}

// dotColour is the colour of the first priority of the win that feeds the
// outcome.
func dotColour(f *insight.Figures, s *insight.Story, w *tracker.Win) string {
	for _, id := range w.Priorities {
		if p := f.Tracker.Priority(id); p != nil && p.ActiveOn(w.Date) {
			for _, o := range p.Outcomes {
				if f.Tracker.Outcome(o) == s.Outcome {
					return colour(f.PriorityIndex(p))
				}
			}
		}
	}
	return muted
}

// readingsTable has a row for each reading and each other factor, by date.
func readingsTable(f *insight.Figures, s *insight.Story, root string) Table {
	say := f.Words.Text
	t := Table{
		Caption: say("chart.readings.caption", "measure", s.Measure()),
		Head:    []string{say("chart.readings.date"), s.Measure(), say("chart.readings.since-row"), say("chart.readings.note")},
	}
	win, factor := 0, 0
	all := append(append([]*tracker.Win(nil), s.Wins...), s.After...)
	upTo := func(d tracker.Date) Cell {
		n, last := 0, ""
		for ; win < len(all) && all[win].Date <= d; win++ {
			n++
			last = winHref(root, all[win])
		}
		if n == 1 {
			return Cell{"1", last}
		}
		return number(n)
	}
	factors := insight.FactorsByDate(s.Factors)
	factorRow := func(x tracker.Factor) {
		t.Rows = append(t.Rows, []Cell{text(f.Words.Day(x.Date)), text(""), upTo(x.Date), text(say("chart.readings.factor-row", "factor", x.What))})
	}
	for _, r := range s.Readings {
		for ; factor < len(factors) && factors[factor].Date <= r.Date; factor++ {
			factorRow(factors[factor])
		}
		value := say("chart.readings.no-figure")
		if r.Value.Known {
			value = f.Words.Number(r.Value.Value, s.Outcome.Measure.Unit)
		}
		t.Rows = append(t.Rows, []Cell{text(f.Words.Day(r.Date)), text(value), upTo(r.Date), text(r.Note)})
	}
	for ; factor < len(factors); factor++ {
		factorRow(factors[factor])
	}
	if n := len(all) - win; n > 0 {
		t.Rows = append(t.Rows, []Cell{text(say("chart.readings.since")), text(""), number(n), text("")})
	}
	return t
}
