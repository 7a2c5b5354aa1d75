package charts

import (
	"slices"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"smallwins/internal/insight"
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
		Table:    readingsTable(s, root),
		Source:   source(f, sourceOf(m)+aimed(s)),
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
	p.MultiSeries[0].Data = points(s)
	dots, levels := winDots(f, s, frame, root)
	if len(dots) > 0 {
		p.ExtendXAxis(opts.XAxis{Type: "time", GridIndex: 1})
		p.ExtendYAxis(opts.YAxis{Type: "value", GridIndex: 1})
		strip := echarts.NewScatter()
		strip.AddSeries("Wins aimed at it", nil, echarts.WithScatterChartOpts(opts.ScatterChart{XAxisIndex: 1, YAxisIndex: 1, Symbol: "circle"}))
		strip.MultiSeries[0].Data = dots
		p.Overlap(strip)
	}
	c.Options = options(p, c.Description, readingsLayout(s, frame, levels))
	return c
}

func sourceOf(m tracker.Measure) string {
	if m.Source == "" {
		return ""
	}
	return "Readings: " + strings.TrimRight(m.Source, ". ") + "; "
}

// aimed counts the wins as the story does; those from after the last reading
// are in the strip and stand apart.
func aimed(s *insight.Story) string {
	line := some(len(s.Wins), "win", "wins") + " aimed at it" + s.SinceUndone()
	switch n := len(s.After); {
	case n > 0 && len(s.Wins) > 0:
		line += ", and " + insight.Count(n) + " more since the last reading"
	case n > 0:
		line += " by the last reading, " + insight.Count(n) + " since"
	}
	return line
}

func readingsSubtitle(f *insight.Figures, s *insight.Story) string {
	m := s.Outcome.Measure
	parts := []string{s.Measure()}
	if m.Unit != "" && m.Unit != "%" {
		parts[0] += " (" + m.Unit + ")"
	}
	switch {
	case len(s.Known) > 1:
		parts = append(parts, insight.Day(s.First.Date)+" to "+insight.Day(s.Last.Date))
	case len(s.Known) == 1:
		parts = append(parts, insight.Day(s.First.Date))
	}
	if m.Baseline.Known {
		parts = append(parts, "baseline "+insight.Number(m.Baseline.Value, m.Unit))
	}
	if m.Target.Known {
		target := "target " + insight.Number(m.Target.Value, m.Unit)
		if !m.By.IsZero() {
			target += " by " + insight.Day(m.By)
		}
		parts = append(parts, target)
	}
	line := strings.Join(parts, "; ") + "."
	if n := len(s.Wins) + len(s.After); n > 0 {
		line += " Dots below the line are wins"
		if n > dotsDrawn {
			line += ", the newest " + insight.Count(dotsDrawn) + " of " + insight.Count(n)
		}
		undone := func(w *tracker.Win) bool { return !w.StandsAt(f.Tracker.AsOf) }
		if slices.ContainsFunc(s.Wins, undone) || slices.ContainsFunc(s.After, undone) {
			line += "; hollow ones came undone"
		}
		line += "."
	}
	return line
}

// points are the readings in their order. A reading without a value breaks the
// line. The first and the last known ones bear their value. They lead nowhere:
// their records are the rows of the table below.
func points(s *insight.Story) []item {
	m := s.Outcome.Measure
	known := 0
	data := make([]item, 0, len(s.Readings))
	for _, r := range s.Readings {
		day := insight.Day(r.Date)
		if !r.Value.Known {
			data = append(data, item{"value": []any{r.Date.String(), nil}})
			continue
		}
		known++
		value := insight.Number(r.Value.Value, m.Unit)
		p := item{"name": insight.Short(r.Value.Value, m.Unit), "value": []any{r.Date.String(), r.Value.Value}, "tip": readingTip(day, value, r.Note)}
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
			"tip":       []string{w.Title, insight.Day(w.Date), tracker.Stages.Label(string(w.StageOr()))},
			"itemStyle": item{"color": dotColour(f, s, w)},
		}
		if !w.StandsAt(f.Tracker.AsOf) {
			d["itemStyle"] = item{"color": paper, "borderColor": dotColour(f, s, w), "borderWidth": 2}
			d["tip"] = append(d["tip"].([]string), "Came undone")
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
func readingsTable(s *insight.Story, root string) Table {
	t := Table{
		Caption: s.Measure() + ": readings, the wins aimed at it, and what else was at work",
		Head:    []string{"Date", s.Measure(), "Wins since the row before", "Note"},
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
		t.Rows = append(t.Rows, []Cell{text(insight.Day(x.Date)), text(""), upTo(x.Date), text("Also at work: " + x.What)})
	}
	for _, r := range s.Readings {
		for ; factor < len(factors) && factors[factor].Date <= r.Date; factor++ {
			factorRow(factors[factor])
		}
		value := "no figure"
		if r.Value.Known {
			value = insight.Number(r.Value.Value, s.Outcome.Measure.Unit)
		}
		t.Rows = append(t.Rows, []Cell{text(insight.Day(r.Date)), text(value), upTo(r.Date), text(r.Note)})
	}
	for ; factor < len(factors); factor++ {
		factorRow(factors[factor])
	}
	if n := len(all) - win; n > 0 {
		t.Rows = append(t.Rows, []Cell{text("Since then"), text(""), number(n), text("")})
	}
	return t
}
