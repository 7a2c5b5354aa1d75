package site

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// tableFigure is a figure that is a table alone: counts too small or too plain
// to be drawn.
type tableFigure struct {
	id, section, about string
	file               string // the title of its data, where the finding alone does not say what it holds; else ""
	receipt            string // of the number in the finding, where it is one
	finding, measure   string
	table              charts.Table
	source, after      string
}

func (b *builder) table(root, id string) tableFigure {
	for _, t := range b.tables(root) {
		if t.id == id {
			return t
		}
	}
	return tableFigure{}
}

// tables are all table figures, with links for a page that lies at the given
// way from the root. They are made once for each such way, and only to be read.
func (b *builder) tables(root string) []tableFigure {
	made, _ := b.tablesFrom.LoadOrStore(root, sync.OnceValue(func() []tableFigure { return b.makeTables(root) }))
	return made.(func() []tableFigure)()
}

func (b *builder) makeTables(root string) []tableFigure {
	all := []tableFigure{
		b.postureTable(root), b.arrivalTable(root), b.depthTable(root), b.requestedTable(root),
		b.speedTable(root), b.preworkTable(root), b.ownershipTable(root), b.promiseTable(root), b.deliveredTable(root),
		b.historyTable(root), b.accumulationTable(root), b.beforeNeededTable(root),
	}
	if b.forTeam() {
		all = append(all, b.knowledgeTable(root), b.coachingTable(root), b.tacticsTable(root))
	}
	return slices.Concat(all, b.changesTables(root), b.playbookTables(root), b.voicesTables(root))
}

// tableFigure makes the page's view of a table figure; nil where it has no rows.
func (b *builder) tableFigure(p *Page, id string) *figure {
	t := b.table(p.Root, id)
	if len(t.table.Rows) == 0 {
		return nil
	}
	f := b.figure(p, &charts.Chart{ID: t.id, Title: t.finding, Subtitle: t.measure, Table: t.table, Source: t.source}, t.about, t.receipt)
	f.After = t.after
	return f
}

func cell(s string) charts.Cell { return charts.Cell{Text: s} }

// heads are the headings of columns, by the keys of their texts.
func (b *builder) heads(keys ...string) []string {
	texts := make([]string, len(keys))
	for i, key := range keys {
		texts[i] = b.words.Text(key)
	}
	return texts
}

// number is a count that leads to its receipt.
func (b *builder) number(root, id string, n int) charts.Cell {
	return charts.Cell{Text: strconv.Itoa(n), Href: b.receipt(root, id)}
}

// share is a ratio that leads to its receipt.
func (b *builder) share(root, id string, r insight.Ratio) charts.Cell {
	return charts.Cell{Text: r.In(b.words), Href: b.receipt(root, id)}
}

// halves heads a first column, the two halves that a trend compares, where there
// are two, and the whole.
func (b *builder) halves(first, early, late string) []string {
	all := b.words.Text("tables.all")
	if early == "" {
		return []string{first, all}
	}
	return []string{first, early, late, all}
}

// shares is a row under such columns.
func (b *builder) shares(root, about, id, label string, halves bool, early, late, all insight.Ratio) []charts.Cell {
	row := []charts.Cell{cell(label)}
	if halves {
		row = append(row, b.share(root, about+"/early/"+id, early), b.share(root, about+"/late/"+id, late))
	}
	return append(row, b.share(root, about+"/"+id, all))
}

// trendReceipt is that of the number in a finding, of the later half where it
// compares two.
func trendReceipt(about string, trend bool, id string) string {
	if trend {
		return about + "/late/" + id
	}
	return about + "/" + id
}

// namedLeftOut is up to how many records a source line names that a figure
// leaves out; beyond, it counts them by reason.
const namedLeftOut = 4

// fromIntakes says that a figure is made from requests, and what it leaves out.
func (b *builder) fromIntakes(leftOut []insight.Excluded) string {
	return b.words.Text("tables.from-intakes") + b.excluded(leftOut)
}

// fromWins says that a figure is made from wins, and what it leaves out.
func (b *builder) fromWins(leftOut []insight.Excluded) string {
	return b.words.Text("tables.from-wins") + b.excluded(leftOut)
}

// excluded is a sentence to be set behind another one; "" where nothing is left
// out.
func (b *builder) excluded(list []insight.Excluded) string {
	if len(list) == 0 {
		return ""
	}
	var parts []string
	if len(list) <= namedLeftOut {
		for _, e := range list {
			what := b.words.Text("tables.left-out.promise")
			switch {
			case e.Intake != nil:
				what = e.Intake.Title
			case e.Win != nil:
				what = e.Win.Title
			}
			parts = append(parts, what+" ("+e.Reason+")")
		}
		return " " + b.words.Text("tables.left-out", "what", strings.Join(parts, "; "))
	}
	reasons := map[string]int{}
	var order []string
	for _, e := range list {
		if reasons[e.Reason] == 0 {
			order = append(order, e.Reason)
		}
		reasons[e.Reason]++
	}
	for _, r := range order {
		parts = append(parts, b.words.Text("tables.left-out.reason", "n", reasons[r], "reason", r))
	}
	return " " + b.words.Text("tables.left-out", "what", strings.Join(parts, "; "))
}

func (b *builder) postureTable(root string) tableFigure {
	p := b.f.Posture
	early, late := b.f.Spans(p.Halves)
	t := tableFigure{
		id: "posture", section: "partnership", about: "posture", receipt: trendReceipt("posture", p.Trend, "partnered"), finding: p.Headline(),
		measure: b.words.Text("tables.posture.measure", "n", p.Counts.Total, "span", b.span()) + " " + p.Between,
		source:  b.fromIntakes(p.Excluded),
		after:   b.words.Text("tables.posture.after"),
		table:   charts.Table{Head: b.halves(b.words.Text("tables.position"), early, late)},
	}
	for _, term := range insight.Positions.Terms {
		pos := insight.Position(term.ID)
		t.table.Rows = append(t.table.Rows, b.shares(root, "posture", term.ID, b.words.Label(&insight.Positions, term.ID), early != "", p.Early.Of(pos), p.Late.Of(pos), p.Counts.Of(pos)))
	}
	return t
}

func (b *builder) arrivalTable(root string) tableFigure {
	a := b.f.Arrivals
	early, late := b.f.Spans(a.Halves)
	t := tableFigure{
		id: "arrivals", section: "partnership", about: "arrivals", receipt: trendReceipt("arrivals", a.Trend, "solution"), finding: a.Headline(),
		measure: b.words.Text("tables.arrivals.measure", "n", a.Total) + " " + a.Between,
		source:  b.fromIntakes(a.Excluded),
		table:   charts.Table{Head: b.halves(b.site.label("arrived_as", b.words.Text("tables.arrived")), early, late)},
	}
	for i, m := range a.Mix {
		t.table.Rows = append(t.table.Rows, b.shares(root, "arrivals", string(m.Arrival), m.Label, early != "", a.Early[i].Ratio, a.Late[i].Ratio, m.Ratio))
	}
	return t
}

func (b *builder) depthTable(root string) tableFigure {
	d := b.f.Depth
	t := tableFigure{
		id: "contract", section: "partnership", about: "gaps", receipt: "gaps/own", finding: d.Headline(),
		measure: b.words.Text("tables.contract.measure"),
		source:  b.fromIntakes(d.Excluded),
		table:   charts.Table{Head: b.heads("tables.contract.question", "tables.contract.there")},
	}
	row := func(id string, g insight.Gap) {
		label := g.Question
		if label == "" || g.ID == "" {
			label = g.Label
		}
		t.table.Rows = append(t.table.Rows, []charts.Cell{cell(label), b.share(root, "gaps/"+id, g.Ratio)})
	}
	for _, g := range d.Gaps {
		if g.Partnership {
			row(g.ID, g)
		}
	}
	for _, g := range d.Gaps {
		if !g.Partnership {
			row(g.ID, g)
		}
	}
	for _, g := range d.Marks {
		g.Question = b.words.Text("tables.contract.mark", "mark", b.words.Inside(g.Label))
		row("mark-"+g.ID, g)
	}
	return t
}

func (b *builder) requestedTable(root string) tableFigure {
	r := b.f.Requested
	t := tableFigure{
		id: "requested", section: "partnership", about: "requested", receipt: "requested/widened", finding: r.Headline(),
		measure: b.words.Text("tables.requested.measure", "share", r.Ratio.In(b.words)),
		source:  b.fromIntakes(r.Excluded),
		table: charts.Table{Head: []string{
			b.words.Text("tables.request"), b.site.label("requested", b.words.Text("tables.asked-for")), b.site.label("agreed", b.words.Text("field.intake.agreed")),
		}},
	}
	counted := map[*tracker.Intake]bool{}
	for _, in := range slices.Concat(r.Widened, r.Same) {
		counted[in] = true
	}
	for _, in := range b.t.Intakes {
		if counted[in] {
			t.table.Rows = append(t.table.Rows, []charts.Cell{
				{Text: in.Title, Href: href(root, intakePath(in))},
				cell(b.requestedText(in)),
				cell(b.agreedText(in)),
			})
		}
	}
	return t
}

func (b *builder) ownershipTable(root string) tableFigure {
	o := b.f.Ownership
	t := tableFigure{
		id: "ownership", section: "partnership", about: "ownership", finding: o.Headline(),
		measure: b.words.Text("tables.ownership.measure"),
		source:  b.fromIntakes(nil),
		table:   charts.Table{Head: append([]string{b.verdictHead()}, b.heads("tables.ownership.owned", "tables.ownership.unowned")...)},
	}
	for _, r := range o.Rows {
		t.table.Rows = append(t.table.Rows, []charts.Cell{cell(r.Label), b.number(root, "ownership/owned/"+string(r.Verdict), len(r.Owned)), b.number(root, "ownership/unowned/"+string(r.Verdict), len(r.Unowned))})
	}
	return t
}

func (b *builder) promiseTable(root string) tableFigure {
	p := b.f.Promises
	t := tableFigure{
		id: "promises", section: "partnership", about: "promises", receipt: "promises/all/kept", finding: p.Headline(),
		measure: b.words.Text("tables.promises.measure", "day", b.t.AsOf),
		source:  b.words.Text("tables.promises.source"),
		table:   charts.Table{Head: b.heads("tables.promises", "promises.kept", "promises.late", "promises.missed", "promises.overdue")},
	}
	withheld := b.site.ForLeaders && p.Business.Total() == 0
	merged := p.Business.Merged && !withheld
	if merged {
		t.table.Head = append(t.table.Head, b.words.Text("tables.promises.not-kept"))
		t.after = b.words.Text("tables.promises.after", "day", p.BusinessOn)
	}
	t.table.Head = append(t.table.Head, b.heads("promises.released", "promises.open")...)
	for i, g := range []insight.PromiseGroup{p.Small, p.Big, p.All, p.Business} {
		whose := []string{"small", "big", "all", "business"}[i]
		id := "promises/" + whose + "/"
		if withheld && whose == "business" {
			t.after = b.words.Text("tables.promises.withheld")
			continue
		}
		row := []charts.Cell{cell(g.Label), b.share(root, id+"kept", g.Ratio), {}, {}, {}}
		if !g.Merged {
			row = append(row[:2], b.number(root, id+"late", len(g.Late)), b.number(root, id+"missed", len(g.Missed)), b.number(root, id+"overdue", len(g.Overdue)))
		}
		if merged {
			row = append(row, b.number(root, id+"not-kept", len(g.Broken())))
		}
		t.table.Rows = append(t.table.Rows, append(row, b.number(root, id+"released", len(g.Released)), b.number(root, id+"open", len(g.Open))))
	}
	return t
}

func (b *builder) verdictHead() string {
	return b.site.label("verdict", b.words.Text("field.intake.verdict"))
}

func (b *builder) deliveredTable(root string) tableFigure {
	d := b.f.Delivered
	t := tableFigure{
		id: "changed", section: "partnership", about: "delivered", receipt: "delivered/nothing-changed", finding: d.Headline(),
		measure: b.words.Text("tables.changed.measure", "share", d.NothingChanged.In(b.words), "of", d.NothingChanged.D),
		source:  b.fromIntakes(d.Excluded),
		table:   charts.Table{Head: append([]string{b.verdictHead()}, b.heads("tables.requests", "tables.which")...)},
	}
	for _, g := range d.ByVerdict {
		if len(g.Intakes) == 0 {
			t.table.Rows = append(t.table.Rows, []charts.Cell{cell(g.Label), b.number(root, "delivered/"+string(g.Verdict), 0), cell("")})
		}
		for i, in := range g.Intakes {
			row := []charts.Cell{cell(g.Label), b.number(root, "delivered/"+string(g.Verdict), len(g.Intakes)), {Text: in.Title, Href: href(root, intakePath(in))}}
			if i > 0 {
				row[1] = cell("")
			}
			t.table.Rows = append(t.table.Rows, row)
		}
	}
	return t
}
