package site

import (
	"cmp"
	"html/template"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

type reportsPage struct {
	Page
	Reports []reportLine
}

type reportLine struct{ Title, URL, Days, Finding string }

// reportPage is one quarter on paper.
type reportPage struct {
	Page
	WebURL             string       // the page's own address; "" where that of the site is not known
	Style              template.CSS // of a single file, with the hash that its policy names
	StyleHash          string
	Findings           []said
	Quiet              string // what there is to do in a quarter without a record
	Outcomes           []reportOutcome
	NoOutcomes         string
	OutcomeTable       reportTable
	Delivered, Changed []reportItem
	WorkHeading        string
	Work               []reportWork
	Requests           []reportItem
	RequestsHeading    said
	TakenOn            []PromiseLine
	Promises           said
	NotWorked          []reportGroup
	AsksHeading        string
	Asks               []decision
	AsksNote           string
	Reach              []string
	Method             []said
	Definitions        []Link
}

// reportItem is a record in a report. Mark is a shape: a position, or a stage.
type reportItem struct {
	Title, URL, Shape, Text, Note string
	Said                          said
	Meta                          []string
	Mark                          string // what became of it after the quarter closed
}

// mostListed is how many records a list of a report shows. A report is read on
// paper; the pages of the site have the rest.
const mostListed = 20

// shortened cuts a long list, and says by how much.
func (b *builder) shortened(items []reportItem) []reportItem {
	if len(items) <= mostListed {
		return items
	}
	return append(items[:mostListed:mostListed], reportItem{Text: b.words.Text("report.and-more", "n", len(items)-mostListed)})
}

// reportGroup is records under a sentence.
type reportGroup struct {
	Heading said
	Items   []reportItem
}

// reportWork is the wins of a quarter that name a priority, or none.
type reportWork struct {
	Priority *Pri
	Count    string
	Wins     []reportWin
	Rest     *Link
}

type reportWin struct {
	reportItem
	Date   tracker.Date
	Stage  tracker.Term
	People string
	Undone bool
}

const reportsPath = "reports/index.html"

func reportPath(q tracker.Quarter) string { return "reports/" + q.String() + "/index.html" }

func (b *builder) reportJobs() []job {
	jobs := []job{{reportsPath, "reports.html", func() any { return b.reportsPage() }}}
	for i, r := range b.f.QuarterReports {
		jobs = append(jobs, job{reportPath(r.Quarter), "report.html", func() any { return b.reportPage(i) }})
	}
	return jobs
}

func (b *builder) reportsPage() *reportsPage {
	p := &reportsPage{Page: b.page(reportsPath, "reports", b.words.Text("reports.title"),
		b.words.Text("reports.description", "named", yesOr(b.site.Organisation != ""), "organisation", b.site.Organisation))}
	p.Standfirst = plain(b.words.Text("reports.standfirst"))
	for _, r := range newestFirst(b.f.QuarterReports) {
		p.Reports = append(p.Reports, reportLine{b.quarterSoFar(r), p.url(reportPath(r.Quarter)), b.reportDays(r), sentenced(r.Headline())})
	}
	return p
}

// quarterSoFar names the quarter of a report, and says where it is not over.
func (b *builder) quarterSoFar(r *insight.QuarterReport) string {
	if r.SoFar {
		return b.words.Text("report.so-far", "quarter", r.Quarter)
	}
	return b.words.Quarter(r.Quarter)
}

// reportDays says which days a report covers.
func (b *builder) reportDays(r *insight.QuarterReport) string {
	if r.Days.From.Year() != r.Days.To.Year() {
		return b.words.Span(r.Days.From, r.Days.To)
	}
	return b.words.To(b.words.DayInYear(r.Days.From), b.words.Day(r.Days.To))
}

func (b *builder) reportPage(i int) *reportPage {
	p := b.report(i, "")
	p.Crumbs = []Crumb{{b.words.Text("nav.reports"), reportsPath}}
	all := b.f.QuarterReports
	if i > 0 {
		p.Previous = &Neighbour{b.words.Text("report.before"), b.words.Quarter(all[i-1].Quarter), p.url(reportPath(all[i-1].Quarter))}
	}
	if i+1 < len(all) {
		p.Next = &Neighbour{b.words.Text("report.next"), b.quarterSoFar(all[i+1]), p.url(reportPath(all[i+1].Quarter))}
	}
	return p
}

// report makes the report of a quarter. root is the way to the site's root
// where it is not that from the page's own place.
func (b *builder) report(i int, root string) *reportPage {
	r := b.f.QuarterReports[i]
	lead := r.Lead()
	p := &reportPage{Page: b.page(reportPath(r.Quarter), "reports", b.words.Text("report.title", "quarter", b.words.Quarter(r.Quarter)), "")}
	p.Root, p.BodyClass = cmp.Or(root, p.Root), "report-page"
	p.MadeFrom = b.recordCount(p.Root)
	p.Heading, p.Description = lead.Text, sentenced(b.words.Quarter(r.Quarter)+": "+lead.Text)
	p.Kicker = b.cover(r)
	if len(lead.Numbers) > 0 {
		p.ReceiptURL = b.receipt(p.Root, lead.Numbers[0].Receipt)
	}
	for _, f := range r.Findings() {
		p.Findings = append(p.Findings, b.found(p.Root, f, "."))
	}
	if b.site.BaseURL != "" {
		p.WebURL = p.Canonical()
	}
	if r.Records() == 0 {
		p.Quiet = b.words.Text("report.quiet.text")
	}
	b.reportChanges(p, r)
	b.reportWork(p, r)
	b.reportSetbacks(p, r)
	b.reportAsks(p, r)
	b.reportMethod(p, r)
	return p
}

// cover is the line on top: whose it is, which days, as of when, for whom.
func (b *builder) cover(r *insight.QuarterReport) string {
	parts := []string{
		b.words.Text("report.title", "quarter", b.quarterSoFar(r)), b.reportDays(r),
		b.words.Text("report.as-of", "edition", b.site.Edition, "day", b.day(b.t.AsOf)),
	}
	if b.site.Organisation != "" {
		parts = append([]string{b.site.Organisation}, parts...)
	}
	return strings.Join(parts, " · ")
}

// found is a finding with its numbers linked, and what ends it.
func (b *builder) found(root string, f insight.QuarterFinding, end string) said {
	numbers := make([]counted, len(f.Numbers))
	for i, n := range f.Numbers {
		numbers[i] = counted{n.Text, n.Receipt}
	}
	return b.say(root, f.Text+end, numbers...)
}

// closed is the last day of a quarter, which may lie beyond that of the report.
func (b *builder) closed(r *insight.QuarterReport) tracker.Date {
	return r.Quarter.Last(b.t.Strategy.Settings.YearStarts)
}

// marked words the mark of a record. Leaders get no day: beside a promise of
// theirs it could tell what became of it.
func (b *builder) marked(file string, r *insight.QuarterReport, later tracker.Date) string {
	mark, on := b.opts.History.mark(file, b.closed(r), later)
	if mark == "" || b.site.ForLeaders {
		return mark
	}
	return b.words.Text("report.marked", "mark", mark, "day", on)
}
