package charts

import (
	"math"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// frame is the span of days and values that a plot covers.
type frame struct {
	from, to        tracker.Date
	low, high, step float64
}

// newFrame takes in readings, target, wins and factors, with a little air.
func newFrame(s *insight.Story) frame {
	fr := frame{from: s.Readings[0].Date, to: s.Readings[len(s.Readings)-1].Date}
	day := func(d tracker.Date) {
		if !d.IsZero() {
			fr.from, fr.to = min(fr.from, d), max(fr.to, d)
		}
	}
	for _, ws := range [][]*tracker.Win{s.Wins, s.After} {
		for _, w := range ws {
			day(w.Date)
		}
	}
	for _, x := range s.Factors {
		day(x.Date)
	}
	air := max(7, fr.to.DaysSince(fr.from)/40)
	fr.from, fr.to = fr.from.AddDays(-air), fr.to.AddDays(air)

	low, high := s.First.Value.Value, s.First.Value.Value
	for _, r := range s.Known {
		low, high = min(low, r.Value.Value), max(high, r.Value.Value)
	}
	if t := s.Outcome.Measure.Target; t.Known {
		low, high = min(low, t.Value), max(high, t.Value)
	}
	fr.low, fr.high, fr.step = scale(low, high)
	return fr
}

// scale returns round limits around low and high, and the step between lines.
// It does not go below zero where no value does.
func scale(low, high float64) (from, to, step float64) {
	span := high - low
	if span <= 0 {
		span = max(math.Abs(high)/10, 1)
	}
	step = roundStep(span / 3)
	from = math.Floor((low-span*.08)/step) * step
	to = math.Ceil((high+span*.08)/step) * step
	if low >= 0 && from < 0 {
		from = 0
	}
	return tidy(from), tidy(to), step
}

// roundStep is the next of 1, 2, 2.5, 5 and 10 times a power of ten.
func roundStep(v float64) float64 {
	p := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if v <= m*p*(1+1e-9) {
			return tidy(m * p)
		}
	}
	return tidy(10 * p)
}

// tidy takes away what binary fractions add to decimals.
func tidy(v float64) float64 {
	if v == 0 {
		return 0
	}
	p := math.Pow(10, 12-math.Ceil(math.Log10(math.Abs(v))))
	return math.Round(v*p) / p
}

// Heights in px: the strip of wins, and the labels of the time axis.
const strip, foot = 54, 30

// readingsLayout sets the line, and above the days the strip of wins where
// there are any: levels is how high their piles are, 0 for none.
func readingsLayout(f *insight.Figures, s *insight.Story, fr frame, levels int) item {
	unit := s.Outcome.Measure.Unit
	days := item{"min": fr.from.String(), "max": fr.to.String(), "splitLine": item{"show": false}}
	with := func(base, more item) item { return merged(base, more).(item) }
	labelled := item{"axisLabel": item{"show": true, "hideOverlap": true}}
	values := item{"min": fr.low, "max": fr.high, "interval": fr.step, "axisLabel": item{"show": true}}
	if unit == "%" {
		values["axisLabel"] = item{"show": true, "formatter": f.Words.Text("number.close-up", "n", "{value}", "unit", "%")}
	}
	line := item{
		"z": 3, "connectNulls": false, "emphasis": item{"scale": 1.3},
		"label": item{"show": false, "formatter": "{b}", "position": "top", "distance": 8, "color": ink, "fontSize": 14, "fontWeight": "bold",
			"textBorderColor": paper, "textBorderWidth": 3},
	}
	marks := append(factorMarks(f, s, fr), targetMark(f, s)...)
	if len(marks) > 0 {
		line["markLine"] = item{"symbol": []string{"none", "none"}, "data": marks, "animation": false,
			"label": item{"formatter": "{b}", "color": muted, "fontSize": 12}}
	}
	if gaps := gapMarks(f, s); len(gaps) > 0 {
		line["markPoint"] = item{"symbol": "rect", "symbolSize": 1, "data": gaps, "animation": false, "itemStyle": item{"color": paper},
			"label": item{"formatter": "{b}", "color": muted, "fontSize": 12, "position": "inside", "textBorderColor": paper, "textBorderWidth": 4}}
	}
	narrowLine := item{"label": item{"fontSize": 12}, "markLine": item{"label": item{"fontSize": 11}, "data": narrowMarks(marks)}}
	if len(marks) == 0 {
		delete(narrowLine, "markLine")
	}
	top := factorRoom(s)
	if levels == 0 {
		return item{
			"tooltip": item{"trigger": "item"},
			"grid":    []item{{"left": 52, "right": 24, "top": top, "bottom": foot}},
			"xAxis":   []item{with(days, labelled)}, "yAxis": []item{values}, "series": []item{line},
			"narrow": item{"grid": []item{{"left": 40, "right": 14}}, "series": []item{narrowLine}},
		}
	}
	size := math.Max(3, math.Min(9, math.Floor(strip/float64(levels))))
	hidden := item{"show": false}
	return item{
		"tooltip": item{"trigger": "item"},
		"grid": []item{
			{"left": 52, "right": 24, "top": top, "bottom": strip + foot + 10},
			{"left": 52, "right": 24, "height": strip, "bottom": foot},
		},
		"xAxis": []item{
			with(days, item{"axisLabel": hidden, "axisTick": hidden}),
			with(with(days, labelled), item{"gridIndex": 1}),
		},
		"yAxis": []item{
			values,
			{"min": 0, "max": max(levels, 4) + 1, "gridIndex": 1, "name": f.Words.Text("chart.readings.strip"), "nameLocation": "middle", "nameGap": 14,
				"axisLabel": hidden, "axisTick": hidden, "axisLine": hidden, "splitLine": hidden},
		},
		"series": []item{line, {"symbolSize": size, "z": 4}},
		"narrow": item{
			"grid":   []item{{"left": 40, "right": 14}, {"left": 40, "right": 14}},
			"series": []item{narrowLine, {"symbolSize": math.Max(3, size-2)}},
		},
	}
}

func targetMark(f *insight.Figures, s *insight.Story) []item {
	m := s.Outcome.Measure
	if !m.Target.Known {
		return nil
	}
	tip := []string{f.Words.Text("chart.readings.target", "value", f.Words.Number(m.Target.Value, m.Unit))}
	if !m.By.IsZero() {
		tip = append(tip, f.Words.Text("chart.readings.by", "day", m.By))
	}
	return []item{{"yAxis": m.Target.Value, "name": f.Words.Text("chart.readings.target", "value", f.Words.Short(m.Target.Value, m.Unit)), "tip": tip,
		"label": item{"position": "insideStartTop", "distance": 4}, "lineStyle": item{"type": "dotted", "color": ink, "width": 1.5}}}
}

// gapMarks say "no figure" where the line breaks, half way between the
// readings on both sides.
func gapMarks(f *insight.Figures, s *insight.Story) []item {
	none := f.Words.Text("chart.readings.no-figure")
	var gaps []item
	before, at := s.First.Value.Value, 0
	for _, r := range s.Readings {
		if r.Value.Known {
			before = r.Value.Value
			at++
			continue
		}
		after := before
		if at < len(s.Known) {
			after = s.Known[at].Value.Value
		}
		tip := []string{f.Words.Day(r.Date), none}
		if r.Note != "" {
			tip = append(tip, r.Note)
		}
		gaps = append(gaps, item{"name": none, "coord": []any{r.Date.String(), (before + after) / 2}, "tip": tip})
	}
	return gaps
}
