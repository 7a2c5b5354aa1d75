package charts

import (
	"slices"
	"strconv"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// mostMarks is up to how many promises of one state are drawn one by one;
// beyond, a bar stands for them.
const mostMarks = 30

// fate is what became of promises, with how it is drawn: filled where the word
// was kept, hollow where it was not, grey where it is not counted.
type fate struct {
	id, fill, border string
	groups           groupKind // those that it is told of
	promises         func(*insight.PromiseGroup) []*insight.Promise
}

func (x *fate) label(f *insight.Figures) string { return f.Words.Text("chart.promises.fate." + x.id) }

// short is the label where there is little room.
func (x *fate) short(f *insight.Figures) string { return f.Words.Text("chart.promises.short." + x.id) }

// groupKind tells apart the groups that say how a promise was not kept from the
// one that does not: see insight.PromiseGroup.Merged.
type groupKind int

const (
	everyGroup groupKind = iota
	unmergedGroup
	mergedGroup
)

func (k groupKind) has(g *insight.PromiseGroup) bool {
	return k == everyGroup || g.Merged == (k == mergedGroup)
}

// fates are what can become of the promises of some groups.
func fates(groups []*insight.PromiseGroup) []fate {
	all := []fate{
		{"kept", ink, ink, everyGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Kept }},
		{"late", paper, ink, unmergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Late }},
		{"missed", paper, ink, unmergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Missed }},
		{"overdue", paper, ink, unmergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Overdue }},
		{"not-kept", paper, ink, mergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.NotKept }},
		{"released", muted, muted, everyGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Released }},
		{"open", muted, muted, everyGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Open }},
	}
	return slices.DeleteFunc(all, func(x fate) bool { return x.groups == mergedGroup && !slices.ContainsFunc(groups, x.groups.has) })
}

// PromisesBySize shows what became of the promises, small ones first, big ones
// and those of the business apart: one mark a promise. It never says whose they
// are. A group that this edition does not show is not there.
func PromisesBySize(f *insight.Figures, root string) *Chart {
	p := &f.Promises
	var groups []*insight.PromiseGroup
	total := 0
	for _, g := range []*insight.PromiseGroup{&p.Small, &p.Big, &p.Business} {
		if g.Total() > 0 {
			groups = append(groups, g)
			total += g.Total()
		}
	}
	rows := fates(groups)
	longest := 0
	for _, g := range groups {
		for _, x := range rows {
			longest = max(longest, len(x.promises(g)))
		}
	}
	c := &Chart{
		ID: "promises-by-size", Title: p.Headline(), Size: Small,
		Subtitle: promisesSubtitle(f, groups, longest), Table: promisesTable(f, rows),
		Source:      source(f, f.Words.Text("chart.promises.source", "n", total)),
		Description: promisesDescription(f, groups, rows),
	}
	if total == 0 {
		return c
	}
	c.Options = options(promisesPlot(f, groups, rows, longest, root), c.Description, promisesLayout(f, groups, rows, longest))
	return c
}

func promisesSubtitle(f *insight.Figures, groups []*insight.PromiseGroup, longest int) string {
	marks := "each"
	if longest > mostMarks {
		marks = "bars"
	}
	line := f.Words.Text("chart.promises.subtitle", "day", f.Tracker.AsOf, "marks", marks)
	if slices.ContainsFunc(groups, mergedGroup.has) {
		line += " " + f.Words.Text("chart.promises.business", "day", f.Promises.BusinessOn)
	}
	return line
}

func promisesPlot(f *insight.Figures, groups []*insight.PromiseGroup, rows []fate, longest int, root string) plot {
	marks, bars, counts := echarts.NewScatter(), echarts.NewBar(), echarts.NewScatter()
	for i, g := range groups {
		if i > 0 {
			marks.ExtendXAxis(opts.XAxis{Type: "value", GridIndex: i})
			marks.ExtendYAxis(opts.YAxis{Type: "category", GridIndex: i})
		}
		var each, sums, ends []item
		for row, x := range rows {
			if !x.groups.has(g) {
				continue
			}
			ps := x.promises(g)
			style := item{"color": x.fill, "borderColor": x.border, "borderWidth": 1.5}
			for n, one := range ps {
				each = append(each, promiseMark(f, n, row, one, x, style, root))
			}
			if len(ps) == 0 {
				style = item{"borderWidth": 0}
			}
			sums = append(sums, item{"value": len(ps), "itemStyle": style, "url": receiptHref(root, "promises", ""),
				"tip": []string{f.Words.Text("chart.promises.of-group", "group", g.Label, "fate", f.Words.Inside(x.label(f))), f.Words.Text("chart.promises.count", "n", len(ps))}})
			ends = append(ends, item{"name": strconv.Itoa(len(ps)), "value": []any{len(ps), row}})
		}
		if longest > mostMarks {
			bars.AddSeries(g.Label, nil, echarts.WithBarChartOpts(opts.BarChart{XAxisIndex: i, YAxisIndex: i}))
			bars.MultiSeries[i].Data = sums
		} else {
			marks.AddSeries(g.Label, nil, echarts.WithScatterChartOpts(opts.ScatterChart{XAxisIndex: i, YAxisIndex: i}))
			marks.MultiSeries[i].Data = each
		}
		counts.AddSeries("counts", nil, echarts.WithScatterChartOpts(opts.ScatterChart{XAxisIndex: i, YAxisIndex: i}))
		counts.MultiSeries[i].Data = ends
	}
	if longest > mostMarks {
		marks.Overlap(bars)
	}
	marks.Overlap(counts)
	return marks
}

// promiseMark is one promise. One of which this edition does not say whose it
// is leads to the receipts, where it is counted.
func promiseMark(f *insight.Figures, n, row int, p *insight.Promise, x fate, style item, root string) item {
	m := item{"value": []any{float64(n) + .5, row}, "itemStyle": style, "tip": []string{x.label(f), f.Words.Text("chart.promises.unnamed")},
		"url": receiptHref(root, "promises", "")}
	if p.Moved {
		m["symbol"] = "diamond"
	}
	record, named := p.Record()
	if !named {
		return m
	}
	lines := []string{x.label(f)}
	if what := p.Promise.What; what != "" {
		lines = append(lines, what)
	}
	if !p.Due.IsZero() {
		moved := "no"
		if p.Moved {
			moved = "yes"
		}
		lines = append(lines, f.Words.Text("chart.promises.due", "day", p.Due, "moved", moved))
	}
	m["tip"] = append(lines, f.Words.Text("chart.promises.leads"))
	switch record.Kind {
	case tracker.KindWin:
		m["url"] = winHref(root, p.Win)
	case tracker.KindIntake:
		m["url"] = intakeHref(root, p.Intake)
	}
	return m
}

func promisesLayout(f *insight.Figures, groups []*insight.PromiseGroup, rows []fate, longest int) item {
	const row, narrowRow, heading = 24, 18, 34
	labels := make([]string, len(rows))
	for i, x := range rows {
		labels[i] = x.short(f)
	}
	hidden := item{"show": false}
	n := len(groups)
	grids, x, y := make([]item, n), make([]item, n), make([]item, n)
	medium, mediumY, narrow, narrowY := make([]item, n), make([]item, n), make([]item, n), make([]item, n)
	series, small, tiny := make([]item, 2*n), make([]item, 2*n), make([]item, 2*n)
	most := max(longest+2, 10)
	// A mark takes three quarters of its place: a grid is at least so many px
	// across on a wide, a medium and a narrow screen.
	mark := func(across int) int { return min(12, across*3/4/most) }
	for i, g := range groups {
		grids[i] = item{"left": []string{"10%", "41%", "72%"}[i], "width": "26%", "top": heading, "height": row * len(rows)}
		medium[i] = item{"left": []string{"15%", "45%", "75%"}[i], "width": "23%"}
		narrow[i] = item{"left": 92, "width": "64%", "top": heading + i*(narrowRow*len(rows)+heading+8), "height": narrowRow * len(rows)}
		x[i] = item{"gridIndex": i, "type": "value", "min": 0, "max": most, "show": false}
		y[i] = item{
			"gridIndex": i, "type": "category", "data": labels, "inverse": true, "axisTick": hidden, "axisLine": hidden,
			"axisLabel": item{"show": i == 0, "color": ink, "fontSize": 12},
			"name":      g.Label, "nameLocation": "start", "nameGap": 12, "nameTextStyle": item{"align": "left", "color": ink, "fontWeight": 600, "fontSize": 12},
		}
		mediumY[i] = item{"nameTextStyle": item{"width": 140, "overflow": "break", "lineHeight": 14}}
		narrowY[i] = item{"nameTextStyle": item{"width": 220}, "axisLabel": item{"show": true, "fontSize": 11}}
		series[i] = item{"symbol": "rect", "symbolSize": mark(240), "barWidth": 12, "itemStyle": item{"opacity": 1}}
		small[i], tiny[i] = item{"symbolSize": mark(140)}, item{"symbolSize": mark(180)}
		series[n+i] = item{"silent": true, "symbolSize": 0, "itemStyle": item{"opacity": 1}, "tooltip": hidden,
			"label": item{"show": true, "position": "right", "distance": 6, "formatter": "{b}", "color": muted, "fontSize": 12}}
		small[n+i], tiny[n+i] = item{}, item{}
	}
	return item{
		"tooltip": item{"trigger": "item"}, "grid": grids, "xAxis": x, "yAxis": y, "series": series, "plotHeight": heading + row*len(rows) + 12,
		"medium": item{"grid": medium, "yAxis": mediumY, "series": small},
		"narrow": item{"grid": narrow, "yAxis": narrowY, "series": tiny, "plotHeight": n*(narrowRow*len(rows)+heading+8) + 8},
	}
}

func promisesDescription(f *insight.Figures, groups []*insight.PromiseGroup, rows []fate) string {
	d := sentence(f.Promises.Headline())
	for _, g := range groups {
		var parts []string
		for _, x := range rows {
			if n := len(x.promises(g)); n > 0 {
				parts = append(parts, f.Words.Text("chart.promises.counted."+x.id, "n", n))
			}
		}
		d += " " + g.Label + ": " + sentence(f.Words.List(parts))
	}
	return d
}

// promisesTable has a row for each group that this edition shows.
func promisesTable(f *insight.Figures, rows []fate) Table {
	p, say := &f.Promises, f.Words.Text
	t := Table{Caption: say("chart.promises.caption"), Head: []string{say("chart.promises.promises")}}
	for _, x := range rows {
		t.Head = append(t.Head, x.label(f))
	}
	t.Head = append(t.Head, say("chart.promises.moved"))
	for _, g := range []*insight.PromiseGroup{&p.Small, &p.Big, &p.Business} {
		if g == &p.Business && g.Total() == 0 {
			continue
		}
		row, moved := []Cell{text(g.Label)}, 0
		for _, x := range rows {
			if !x.groups.has(g) {
				row = append(row, Cell{}) // it does not say
				continue
			}
			row = append(row, number(len(x.promises(g))))
			for _, one := range x.promises(g) {
				if one.Moved {
					moved++
				}
			}
		}
		t.Rows = append(t.Rows, append(row, number(moved)))
	}
	return t
}
