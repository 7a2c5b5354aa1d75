package charts

import (
	"slices"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// WinsByPriority stacks the wins of each quarter by priority. A win that names
// two priorities stands in both stacks.
func WinsByPriority(f *insight.Figures, root string) *Chart {
	say := f.Words.Text
	c := &Chart{
		ID: "wins-by-priority", Title: f.Coverage.Spread(), Size: Medium,
		Subtitle: say("chart.wins-by-priority.subtitle", "span", f.Words.Span(f.Period.From, f.Period.To), "counted", orNone(f, f.Coverage.Naming())),
		Source: source(f, say("chart.wins-by-priority.source", "wins", len(f.Coverage.Wins), "priorities", len(f.Coverage.Priorities)),
			f.Coverage.LeftOut, inactive(f)),
		Table: winsTable(f, root),
	}
	c.Description = winsDescription(f)
	layers := layersOf(f, root)
	if f.Coverage.Missing != "" || len(f.Coverage.Wins) == 0 || len(layers) == 0 {
		return c
	}
	quarters := make([]string, len(f.Quarters))
	for i, q := range f.Quarters {
		quarters[i] = f.Words.Quarter(q)
	}
	p := echarts.NewBar()
	p.SetXAxis(quarters)
	highest := 0
	for i := range quarters {
		sum := 0
		for _, l := range layers {
			sum += l.data[i]["value"].(int)
		}
		highest = max(highest, sum)
	}
	for i, l := range layers {
		p.AddSeries(l.name, nil,
			echarts.WithBarChartOpts(opts.BarChart{Stack: "wins"}),
			echarts.WithItemStyleOpts(opts.ItemStyle{Color: l.color, BorderColor: paper, BorderWidth: 1}),
			echarts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Color: paper, FontSize: 12}))
		p.MultiSeries[i].Data = l.data
	}
	names := echarts.NewScatter()
	names.AddSeries("names", nil)
	names.MultiSeries[0].Data = nameTags(layers, quarters[len(quarters)-1], highest)
	p.Overlap(names)
	c.Options = options(p, c.Description, winsLayout(layers))
	return c
}

// layer is one colour of the stacks: a priority, several small ones together,
// or the wins without a link.
type layer struct {
	name   string
	color  string
	hollow bool   // color is its outline
	data   []item // one for each quarter
}

// style is how its marks look. What is hollow tells itself apart from every
// colour, and its outline stands out from the paper as the colours do.
func (l layer) style() item {
	if l.hollow {
		return item{"color": paper, "borderColor": l.color, "borderWidth": 1.5}
	}
	return item{"color": l.color}
}

func layersOf(f *insight.Figures, root string) []layer {
	var layers []layer
	few := make(map[*insight.PriorityCoverage]bool)
	if len(f.Coverage.Priorities) > categories {
		byWins := slices.Clone(f.Coverage.Priorities)
		slices.SortStableFunc(byWins, func(a, b *insight.PriorityCoverage) int { return len(b.Wins) - len(a.Wins) })
		for _, pc := range byWins[categories-1:] {
			few[pc] = true
		}
	}
	rest := make([][]*tracker.Win, len(f.Quarters))
	for _, pc := range f.Coverage.Priorities {
		if few[pc] {
			for i, q := range pc.Quarters {
				rest[i] = append(rest[i], q.Wins...)
			}
			continue
		}
		l := layer{name: pc.Priority.Title, color: colour(pc.Index)}
		for _, q := range pc.Quarters {
			l.data = append(l.data, segment(f, l.name+", "+f.Words.Quarter(q.Quarter), priorityHref(root, pc.Priority, q.Quarter.String()), q.Wins))
		}
		layers = append(layers, l)
	}
	if len(few) > 0 {
		l := layer{name: f.Words.Text("chart.other-priorities", "n", len(few)), color: muted}
		for i, q := range f.Quarters {
			l.data = append(l.data, segment(f, l.name+", "+f.Words.Quarter(q), href(root, "priorities/index.html", "", ""), rest[i]))
		}
		layers = append(layers, l)
	}
	if len(f.Coverage.Unlinked) > 0 {
		loose := make([][]*tracker.Win, len(f.Quarters))
		for _, w := range f.Coverage.Unlinked {
			at := f.Tracker.Quarter(w.Date).Compare(f.Quarters[0])
			loose[at] = append(loose[at], w)
		}
		l := layer{name: f.Words.Text("chart.wins-by-priority.none"), color: muted, hollow: true}
		for i, q := range f.Quarters {
			l.data = append(l.data, segment(f, l.name+", "+f.Words.Quarter(q), looseHref(root, q), loose[i]))
		}
		layers = append(layers, l)
	}
	return layers
}

// segment is one part of a stack. An empty one is there, so that stacks line
// up, and shows neither number nor outline.
func segment(f *insight.Figures, heading, leads string, ws []*tracker.Win) item {
	if len(ws) == 0 {
		return item{"value": 0, "label": item{"show": false}, "itemStyle": item{"borderWidth": 0}}
	}
	return item{"value": len(ws), "url": leads, "tip": tip(f, heading, ws)}
}

// nameTags stand beside the last stack, in the order of the stack, instead of
// a legend.
func nameTags(layers []layer, last string, highest int) []item {
	tags := make([]item, len(layers))
	for i, l := range layers {
		at := (float64(i) + .5) / float64(len(layers)) * float64(highest)
		tags[i] = item{
			"name": l.name, "value": []any{last, at}, "itemStyle": l.style(),
		}
	}
	return tags
}

func winsLayout(layers []layer) item {
	series := make([]item, 0, len(layers)+1)
	narrow := make([]item, 0, len(layers)+1)
	names := make([]string, 0, len(layers))
	for _, l := range layers {
		s := item{"barMaxWidth": 56, "barCategoryGap": "30%", "emphasis": item{"focus": "series"}}
		if l.hollow {
			s["itemStyle"], s["label"] = l.style(), item{"color": ink}
		}
		series = append(series, s)
		narrow = append(narrow, item{})
		names = append(names, l.name)
	}
	series = append(series, item{
		"silent": true, "tooltip": item{"show": false}, "z": 1, "itemStyle": item{"opacity": 1}, "symbol": "rect", "symbolSize": 10, "symbolOffset": []any{44, 0},
		"label": item{"show": true, "position": "right", "distance": 6, "formatter": "{b}", "color": ink, "fontSize": 12,
			"lineHeight": 15, "width": 150, "overflow": "break", "align": "left"},
	})
	narrow = append(narrow, item{"symbolSize": 0, "label": item{"show": false}})
	return item{
		"tooltip": item{"trigger": "item"},
		"grid":    []item{{"left": 8, "right": 176, "top": 12, "bottom": 8, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"}},
		"xAxis":   []item{{"type": "category", "axisTick": item{"show": false}, "axisLabel": item{"show": true, "hideOverlap": true, "interval": "auto"}}},
		"yAxis":   []item{{"type": "value", "minInterval": 1, "axisLabel": item{"show": true}, "splitNumber": 4}},
		"series":  series,
		"legend":  item{"show": false, "data": names},
		"narrow": item{
			"grid": []item{{"right": 8, "bottom": legendHeight(layers) + 14}},
			"legend": item{"show": true, "orient": "vertical", "bottom": 0, "left": 0, "padding": 0, "itemWidth": 12, "itemHeight": 10, "itemGap": 5,
				"textStyle": item{"fontSize": 11, "lineHeight": 13, "width": 270, "overflow": "break"}},
			"series": narrow,
		},
	}
}

// legendHeight is how much room the names take on a narrow screen, where about
// 44 letters fit on a line.
func legendHeight(layers []layer) int {
	height := 0
	for _, l := range layers {
		height += 5 + 13*(1+len([]rune(l.name))/44)
	}
	return height
}

func winsDescription(f *insight.Figures) string {
	d := sentence(f.Coverage.Spread())
	if len(f.Coverage.Priorities) == 0 {
		return d
	}
	most, least := f.Coverage.Priorities[0], f.Coverage.Priorities[0]
	for _, pc := range f.Coverage.Priorities {
		if len(pc.Wins) > len(most.Wins) {
			most = pc
		}
		if len(pc.Wins) < len(least.Wins) {
			least = pc
		}
	}
	if len(most.Wins) == len(least.Wins) {
		return d
	}
	return d + " " + f.Words.Text("chart.wins-by-priority.ends", "most", most.Priority.Title, "n", len(most.Wins),
		"least", least.Priority.Title, "few", len(least.Wins))
}

func winsTable(f *insight.Figures, root string) Table {
	say := f.Words.Text
	t := Table{Caption: say("chart.wins-by-priority.caption"), Head: []string{say("chart.wins-by-priority.priority")}}
	for _, q := range f.Quarters {
		t.Head = append(t.Head, f.Words.Quarter(q))
	}
	t.Head = append(t.Head, say("chart.wins-by-priority.wins"), say("chart.wins-by-priority.last"), say("chart.wins-by-priority.quiet"))
	for _, pc := range f.Coverage.Priorities {
		row := []Cell{{Text: pc.Priority.Title, Href: priorityHref(root, pc.Priority, "")}}
		for _, q := range pc.Quarters {
			n := number(len(q.Wins))
			if len(q.Wins) > 0 {
				n.Href = priorityHref(root, pc.Priority, q.Quarter.String())
			}
			row = append(row, n)
		}
		row = append(row, number(len(pc.Wins)))
		if pc.LastWin != nil {
			row = append(row, Cell{f.Words.Day(pc.LastWin.Date), winHref(root, pc.LastWin)})
		} else {
			row = append(row, text(say("chart.wins-by-priority.none-yet")))
		}
		quiet := say("insight.days", "n", pc.QuietDays)
		if pc.Ended {
			quiet = say("chart.wins-by-priority.ended")
		}
		t.Rows = append(t.Rows, append(row, text(quiet)))
	}
	if len(f.Coverage.Unlinked) > 0 {
		row := []Cell{text(say("chart.wins-by-priority.none"))}
		by := make([]int, len(f.Quarters))
		for _, w := range f.Coverage.Unlinked {
			by[f.Tracker.Quarter(w.Date).Compare(f.Quarters[0])]++
		}
		for i, n := range by {
			cell := number(n)
			if n > 0 {
				cell.Href = looseHref(root, f.Quarters[i])
			}
			row = append(row, cell)
		}
		last := f.Coverage.Unlinked[len(f.Coverage.Unlinked)-1]
		t.Rows = append(t.Rows, append(row, number(len(f.Coverage.Unlinked)), Cell{f.Words.Day(last.Date), winHref(root, last)}, text("")))
	}
	return t
}
