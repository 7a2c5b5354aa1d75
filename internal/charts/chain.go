package charts

import (
	"slices"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// most is how many priorities the chain shows one by one; those with fewest
// wins are drawn together beyond it, and the table has them all.
const most = 16

// Chain shows how wins lead through priorities to outcomes. Bands are wins:
// one that names two priorities is in two bands, which the subtitle says.
func Chain(f *insight.Figures, root string) *Chart {
	c := &Chart{
		ID: "chain", Title: f.Chain.Headline(), Size: Large,
		Subtitle: "Wins by stage, the priorities that they name and the outcomes that those feed, " + f.Period.String() + "; " +
			orNone(f, f.Coverage.Linking()) + ". A win may count toward more than one outcome.",
		Source: source(f, some(f.Chain.Wins, "win", "wins")+", "+some(len(f.Coverage.Priorities), "priority", "priorities")+" and "+
			some(len(f.Chain.Board), "outcome", "outcomes"), f.Coverage.LeftOut, inactive(f)),
		Table: chainTable(f, root),
	}
	c.Description = chainDescription(f)
	if f.Chain.Missing != "" || len(f.Chain.PriorityLinks)+len(f.Chain.DirectLinks) == 0 {
		return c
	}
	s := newSankey(f, root)
	p := echarts.NewSankey()
	p.AddSeries("Wins", nil, nil,
		echarts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Color: ink, FontSize: s.font}),
		echarts.WithLineStyleOpts(opts.LineStyle{Color: "source", Opacity: opts.Float(.35), Curveness: .5}))
	p.MultiSeries[0].Data, p.MultiSeries[0].Links = s.nodes, s.edges
	c.Options = options(p, c.Description, s.layout())
	return c
}

// inactive counts the priorities that were not active in the period, which the
// chart and its counts leave out.
func inactive(f *insight.Figures) string {
	n := len(f.Tracker.Strategy.Priorities) - len(f.Coverage.Priorities)
	if n == 0 {
		return ""
	}
	return count(n, "priority", "priorities") + " not active in the period left out"
}

// sankey gathers nodes and edges. A node's name is its key; its title is what
// people read.
type sankey struct {
	root   string
	nodes  []item
	edges  []item
	folded map[*tracker.Priority]bool // drawn together
	font   float32
}

const foldedKey = "priority:"

func newSankey(f *insight.Figures, root string) *sankey {
	s := &sankey{root: root, folded: folded(f.Coverage.Priorities), font: 13}
	if rows := max(len(f.Coverage.Priorities)-len(s.folded), len(f.Tracker.Strategy.Outcomes)); rows > 9 {
		s.font = 11
	}
	s.stages(f)
	s.priorities(f)
	s.outcomes(f)
	return s
}

func folded(priorities []*insight.PriorityCoverage) map[*tracker.Priority]bool {
	few := make(map[*tracker.Priority]bool)
	if len(priorities) <= most {
		return few
	}
	byWins := slices.Clone(priorities)
	slices.SortStableFunc(byWins, func(a, b *insight.PriorityCoverage) int { return len(b.Wins) - len(a.Wins) })
	for _, pc := range byWins[most-1:] {
		few[pc.Priority] = true
	}
	return few
}

func (s *sankey) stages(f *insight.Figures) {
	type flow struct {
		label string
		wins  map[*tracker.Win]bool
	}
	flows := make(map[tracker.Stage]*flow)
	add := func(stage tracker.Stage, label string, ws []*tracker.Win) {
		fl := flows[stage]
		if fl == nil {
			fl = &flow{label: label, wins: make(map[*tracker.Win]bool)}
			flows[stage] = fl
		}
		for _, w := range ws {
			fl.wins[w] = true
		}
	}
	for _, l := range f.Chain.StageLinks {
		add(l.Stage, l.Label, l.Wins)
	}
	for _, l := range f.Chain.DirectLinks {
		add(l.Stage, l.Label, l.Wins)
	}
	for _, id := range append(tracker.Stages.IDs(), "") {
		stage := tracker.Stage(id)
		fl := flows[stage]
		if fl == nil {
			continue
		}
		s.nodes = append(s.nodes, item{
			"name": "stage:" + id, "title": fl.label + "  " + insight.Count(len(fl.wins)), "depth": 0, "itemStyle": item{"color": muted},
			"url": winsHref(s.root, "stage", stageKey(stage), "linked", "yes"), "tip": []string{fl.label, wins(len(fl.wins)), stageMeaning(id)},
		})
	}
}

func stageMeaning(id string) string {
	if id == "" {
		return "Kept and shown, not counted as standing."
	}
	return tracker.Stages.Definition(id)
}

func (s *sankey) key(p *tracker.Priority) string {
	if s.folded[p] {
		return foldedKey
	}
	return foldedKey + string(p.ID.Fold())
}

func (s *sankey) priorities(f *insight.Figures) {
	rest := 0
	for _, pc := range f.Coverage.Priorities {
		p := pc.Priority
		if s.folded[p] {
			rest += len(pc.Wins)
			continue
		}
		if len(pc.Wins) == 0 {
			continue // a break, listed below the chart; a sankey cannot draw nothing
		}
		s.nodes = append(s.nodes, item{
			"name": s.key(p), "title": p.Title + "  " + insight.Count(len(pc.Wins)), "depth": 1, "itemStyle": item{"color": colour(pc.Index)},
			"url": priorityHref(s.root, p, ""), "tip": tip(p.Title, pc.Wins),
		})
	}
	if rest > 0 {
		label := count(len(s.folded), "other priority", "other priorities")
		s.nodes = append(s.nodes, item{
			"name": foldedKey, "title": label + "  " + insight.Count(rest), "depth": 1, "itemStyle": item{"color": muted},
			"url": href(s.root, "priorities/index.html", "", ""), "tip": []string{label, count(rest, "link", "links")},
		})
	}
	sums := newSums()
	for _, l := range f.Chain.StageLinks {
		fill := colour(l.Index)
		if s.folded[l.Priority] {
			fill = muted
		}
		e := sums.edge("stage:"+string(l.Stage), s.key(l.Priority), len(l.Wins))
		e["lineStyle"] = item{"color": fill}
		e["url"] = winsHref(s.root, "priority", string(l.Priority.ID), "stage", stageKey(l.Stage))
		e["tip"] = tip(l.Label+" → "+l.Priority.Title, l.Wins)
		s.generalise(e, l.Priority, l.Label+" → other priorities")
	}
	s.edges = append(s.edges, sums.edges...)
}

func (s *sankey) outcomes(f *insight.Figures) {
	for _, b := range f.Chain.Board {
		if b.Wins == 0 {
			continue
		}
		s.nodes = append(s.nodes, item{
			"name": outcomeKey(b.Outcome), "title": b.Outcome.Title + "  " + insight.Count(b.Wins), "depth": 2, "itemStyle": item{"color": ink},
			"url": outcomeHref(s.root, b.Outcome), "tip": []string{b.Outcome.Title, wins(b.Wins) + " below it"},
		})
	}
	sums := newSums()
	for _, l := range f.Chain.PriorityLinks {
		e := sums.edge(s.key(l.Priority), outcomeKey(l.Outcome), len(l.Wins))
		e["url"] = outcomeHref(s.root, l.Outcome)
		e["tip"] = tip(l.Priority.Title+" → "+l.Outcome.Title, l.Wins)
		s.generalise(e, l.Priority, "other priorities → "+l.Outcome.Title)
	}
	for _, l := range f.Chain.DirectLinks {
		e := sums.edge("stage:"+string(l.Stage), outcomeKey(l.Outcome), len(l.Wins))
		e["url"] = outcomeHref(s.root, l.Outcome)
		e["tip"] = tip(l.Label+" → "+l.Outcome.Title, l.Wins)
	}
	s.edges = append(s.edges, sums.edges...)
}

// generalise words an edge of priorities that are drawn together.
func (s *sankey) generalise(e item, p *tracker.Priority, heading string) {
	if s.folded[p] {
		e["tip"] = []string{heading, count(e["value"].(int), "link", "links")}
		e["url"] = href(s.root, "priorities/index.html", "", "")
	}
}

func outcomeKey(o *tracker.Outcome) string { return "outcome:" + string(o.ID.Fold()) }

// sums adds up edges between the same two nodes, in the order in which they
// come.
type sums struct {
	edges []item
	at    map[[2]string]item
}

func newSums() *sums { return &sums{at: make(map[[2]string]item)} }

func (s *sums) edge(from, to string, n int) item {
	e := s.at[[2]string{from, to}]
	if e == nil {
		e = item{"source": from, "target": to, "value": 0}
		s.at[[2]string{from, to}] = e
		s.edges = append(s.edges, e)
	}
	e["value"] = e["value"].(int) + n
	return e
}

// layout keeps the order of the strategy, puts each column's labels where there
// is room, and on narrow screens lets them stand on the bands.
func (s *sankey) layout() item {
	label := func(position, align string, width int) item {
		return item{"position": position, "align": align, "width": width, "overflow": "break", "lineHeight": s.font + 3,
			"textBorderColor": paper, "textBorderWidth": 3}
	}
	levels := func(first, middle, last item) []item {
		return []item{{"depth": 0, "label": first}, {"depth": 1, "label": middle}, {"depth": 2, "label": last}}
	}
	return item{
		"tooltip": item{"trigger": "item"},
		"series": []item{{
			"nodeAlign": "justify", "nodeGap": 14, "nodeWidth": 12, "layoutIterations": 0, "draggable": false,
			"left": 124, "right": 200, "top": 8, "bottom": 8, "emphasis": item{"focus": "adjacency", "lineStyle": item{"opacity": .6}},
			"blur":   item{"itemStyle": item{"opacity": .4}, "lineStyle": item{"opacity": .12}},
			"levels": levels(label("left", "right", 116), label("right", "left", 150), label("right", "left", 190)),
		}},
		"narrow": item{"series": []item{{
			"left": 4, "right": 4, "nodeWidth": 8, "nodeGap": 18, "label": item{"fontSize": 11},
			"levels": levels(label("right", "left", 62), label("left", "right", 84), label("left", "right", 124)),
		}}},
	}
}

func chainDescription(f *insight.Figures) string {
	d := sentence(f.Chain.Headline())
	if f.Chain.Missing != "" {
		return d
	}
	var parts []string
	for _, b := range f.Chain.Board {
		if len(parts) == shown {
			break
		}
		parts = append(parts, "“"+b.Outcome.Title+"” "+insight.Count(b.Wins))
	}
	if n := len(f.Chain.Board) - len(parts); n > 0 {
		parts = append(parts, insight.Count(n)+" more in the table")
	}
	d += " Wins by outcome: " + sentence(list(parts))
	if n := len(f.Chain.Unlinked); n > 0 {
		d += " " + sentence(count(n, "win has", "wins have")+" no link yet")
	}
	return d
}

// chainTable has a row for each priority, then the wins that name an outcome
// themselves, then those without a link.
func chainTable(f *insight.Figures, root string) Table {
	t := Table{Caption: "Wins by priority and stage, and the outcomes that they lead to", Head: []string{"Priority"}}
	for _, stage := range tracker.Stages.Terms {
		t.Head = append(t.Head, stage.Label)
	}
	t.Head = append(t.Head, "Came undone", "Wins", "Leads to")
	for _, pc := range f.Coverage.Priorities {
		row := []Cell{{Text: pc.Priority.Title, Href: priorityHref(root, pc.Priority, "")}}
		for _, s := range pc.Stages {
			row = append(row, number(len(s.Wins)))
		}
		var to []string
		for _, o := range pc.Outcomes {
			to = append(to, o.Title)
		}
		last := Cell{Text: list(to)}
		switch len(pc.Outcomes) {
		case 0:
			last.Text = "no outcome yet"
		case 1:
			last.Href = outcomeHref(root, pc.Outcomes[0])
		}
		t.Rows = append(t.Rows, append(row, number(len(pc.Wins)), last))
	}
	for _, b := range f.Chain.Board {
		if len(b.Direct) > 0 {
			t.Rows = append(t.Rows, countedRow(f, "Named by the win itself", b.Direct, Cell{b.Outcome.Title, outcomeHref(root, b.Outcome)}))
		}
		if b.Wins == 0 {
			heading := "Nothing points here yet"
			if len(b.Priorities) > 0 {
				heading = "No win yet"
			}
			t.Rows = append(t.Rows, countedRow(f, heading, nil, Cell{b.Outcome.Title, outcomeHref(root, b.Outcome)}))
		}
	}
	if len(f.Chain.Unlinked) > 0 {
		t.Rows = append(t.Rows, countedRow(f, "No link yet", f.Chain.Unlinked, text("")))
	}
	return t
}

func countedRow(f *insight.Figures, heading string, ws []*tracker.Win, last Cell) []Cell {
	row := []Cell{text(heading)}
	for _, s := range insight.ByStage(ws, f.Tracker.AsOf) {
		row = append(row, number(len(s.Wins)))
	}
	return append(row, number(len(ws)), last)
}
