package charts

import (
	"slices"
	"strconv"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// mostMarks is up to how many promises of one state are drawn one by one;
// beyond, a bar stands for them.
const mostMarks = 30

const diamond = " A diamond: its day was moved, and it is judged on the new one."

// fate is what became of promises, with how it is drawn: filled where the word
// was kept, hollow where it was not, grey where it is not counted.
type fate struct {
	label, short, fill, border string
	groups                     groupKind // those that it is told of
	promises                   func(*insight.PromiseGroup) []*insight.Promise
}

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
		{"Kept", "Kept", ink, ink, everyGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Kept }},
		{"Late", "Late", paper, ink, unmergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Late }},
		{"Missed", "Missed", paper, ink, unmergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Missed }},
		{"Past their day", "Past their day", paper, ink, unmergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Overdue }},
		{"Not kept on the day", "Not on the day", paper, ink, mergedGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.NotKept }},
		{"Released", "Released", muted, muted, everyGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Released }},
		{"Not due", "Not due", muted, muted, everyGroup, func(g *insight.PromiseGroup) []*insight.Promise { return g.Open }},
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
	c := &Chart{
		ID: "promises-by-size", Title: p.Headline(), Size: Small,
		Subtitle: "What became of each by " + insight.Day(f.Tracker.AsOf) +
			", one mark a promise. Filled: kept. Hollow: late, missed or past its day. Grey: not counted." + diamond,
		Table: promisesTable(p, rows),
	}
	if slices.ContainsFunc(groups, mergedGroup.has) {
		c.Subtitle += " Those of the business stand as they did on " + insight.Day(p.BusinessOn) +
			", and what was late, missed or past its day is one count there."
	}
	c.Source = source(f, some(total, "promise", "promises")+" from follow-ups, requests and the strategy file")
	c.Description = promisesDescription(p, groups, rows)
	if total == 0 {
		return c
	}
	longest := 0
	for _, g := range groups {
		for _, x := range rows {
			longest = max(longest, len(x.promises(g)))
		}
	}
	if longest > mostMarks {
		c.Subtitle = strings.Replace(c.Subtitle, ", one mark a promise", "", 1)
		c.Subtitle = strings.Replace(c.Subtitle, diamond, "", 1)
	}
	c.Options = options(promisesPlot(groups, rows, longest, root), c.Description, promisesLayout(groups, rows, longest))
	return c
}

func promisesPlot(groups []*insight.PromiseGroup, rows []fate, longest int, root string) plot {
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
				each = append(each, promiseMark(n, row, one, x, style, root))
			}
			if len(ps) == 0 {
				style = item{"borderWidth": 0}
			}
			sums = append(sums, item{"value": len(ps), "itemStyle": style, "url": receiptHref(root, "promises", ""),
				"tip": []string{g.Label + ", " + strings.ToLower(x.label), count(len(ps), "promise", "promises")}})
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
func promiseMark(n, row int, p *insight.Promise, x fate, style item, root string) item {
	m := item{"value": []any{float64(n) + .5, row}, "itemStyle": style, "tip": []string{x.label, "A promise that is counted and not named here"},
		"url": receiptHref(root, "promises", "")}
	if p.Moved {
		m["symbol"] = "diamond"
	}
	record, named := p.Record()
	if !named {
		return m
	}
	lines := []string{x.label}
	if what := p.Promise.What; what != "" {
		lines = append(lines, what)
	}
	if !p.Due.IsZero() {
		due := "Due on " + insight.Day(p.Due)
		if p.Moved {
			due += ", to which it was moved"
		}
		lines = append(lines, due)
	}
	m["tip"] = append(lines, "Leads to the record that holds it")
	switch record.Kind {
	case tracker.KindWin:
		m["url"] = winHref(root, p.Win)
	case tracker.KindIntake:
		m["url"] = intakeHref(root, p.Intake)
	}
	return m
}

func promisesLayout(groups []*insight.PromiseGroup, rows []fate, longest int) item {
	const row, narrowRow, heading = 24, 18, 34
	labels := make([]string, len(rows))
	for i, x := range rows {
		labels[i] = x.short
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

func promisesDescription(p *insight.Promises, groups []*insight.PromiseGroup, rows []fate) string {
	d := sentence(p.Headline())
	for _, g := range groups {
		var parts []string
		for _, x := range rows {
			if n := len(x.promises(g)); n > 0 {
				parts = append(parts, insight.Count(n)+" "+strings.ToLower(x.label))
			}
		}
		d += " " + g.Label + ": " + sentence(list(parts))
	}
	return d
}

// promisesTable has a row for each group that this edition shows.
func promisesTable(p *insight.Promises, rows []fate) Table {
	t := Table{Caption: "Promises by what became of them", Head: []string{"Promises"}}
	for _, x := range rows {
		t.Head = append(t.Head, x.label)
	}
	t.Head = append(t.Head, "Of these, moved to another day")
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
