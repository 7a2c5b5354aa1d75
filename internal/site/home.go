package site

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

type homePage struct {
	Page
	Periods          []Link // the reports of the newest quarters, then the list of all
	Lead             []said
	Welcome          *welcome
	Outcomes         []outcomeCard
	DecisionsHeading string
	Decisions        []decision
	Chain            *figure
	StripsHeading    string
	StripSpan        string
	StripReceipt     string
	Strips           []stripRow
	ByPriority       *figure
	Week             *weekNote
	Newest           []WinLine
	NewestDays       string
	AllWins          string
	Encouraging      *quote
}

// welcome says what to do next in a tracker that is still empty.
type welcome struct {
	Heading string
	Steps   []string
}

type outcomeCard struct {
	Title, URL, Grade   string
	Change, Note, Story said
	Spark               *spark
	Span                string // from the first reading to the last, where there are two
}

type stripRow struct {
	Priority Pri
	Strip    strip
	Last     said
}

type quote struct {
	HTML           template.HTML
	Title, URL, By string
}

// newestOnHome is how many wins the front page shows.
const newestOnHome = 5

func (b *builder) homePage() *homePage {
	p := &homePage{Page: b.page("index.html", "home", b.site.Title, "")}
	p.BodyClass = "home-page"
	p.Lead = b.lead(p.Root)
	p.Heading = b.homeHeading()
	if p.Heading != b.site.Title {
		p.ReceiptURL = b.movedReceipt(p.Root)
	}
	p.Description = b.site.Title
	if len(p.Lead) > 0 {
		p.Description = p.Lead[0].String()
	}
	p.Kicker = message.UpperFirst(b.span()) + " · " + b.site.Edition
	if b.site.Organisation != "" {
		p.Kicker = b.site.Organisation + " · " + b.span() + " · " + b.site.Edition
	}
	p.Periods = b.periods(p.Page)
	for _, s := range b.f.Stories {
		p.Outcomes = append(p.Outcomes, b.outcomeCard(p.Page, s))
	}
	p.Decisions = b.decisions(p.Page)
	n := len(p.Decisions)
	p.DecisionsHeading = b.words.Text("home.decisions", "n", n, "word", message.UpperFirst(b.words.CountWord(n)))
	if n > mostDecisions {
		p.DecisionsHeading = b.words.Text("home.decisions-most", "most", message.UpperFirst(b.words.CountWord(mostDecisions)), "n", n)
		p.Decisions = p.Decisions[:mostDecisions]
	}
	if len(b.t.Wins) > 0 && len(b.t.Strategy.Priorities) > 0 {
		p.Chain = b.chainFigure(&p.Page)
		p.Chain.Opens = false // the part has a heading of its own
		p.ByPriority = b.winsFigure(&p.Page)
	}
	p.StripsHeading = b.f.Coverage.Headline()
	p.StripSpan, p.StripReceipt = b.months(), b.receipt(p.Root, "coverage/quiet")
	for _, pc := range b.f.Coverage.Priorities {
		p.Strips = append(p.Strips, stripRow{b.priority(p.Page, pc.Priority), b.monthStrip(pc), b.lastHeard(p.Root, pc, false)})
	}
	p.AllWins = p.url("wins/index.html")
	p.Newest = b.winLines(p.Page, newestFirst(b.t.Wins[max(0, len(b.t.Wins)-newestOnHome):]))
	p.NewestDays = b.newestDays()
	p.Encouraging = b.encouraging(p.Page)
	if len(b.t.Wins)+len(b.t.Intakes) > 0 {
		p.Week = b.weekNote(p.Page)
	} else {
		p.Welcome = &welcome{b.words.Text("home.welcome.heading"), []string{
			b.words.Text("home.welcome.win"), b.words.Text("home.welcome.request"), b.words.Text("home.welcome.strategy"),
		}}
	}
	return p
}

// periodsOnHome is how many quarters the front page leads to by name.
const periodsOnHome = 4

func (b *builder) periods(p Page) []Link {
	var links []Link
	for _, r := range newestFirst(b.f.QuarterReports) {
		if len(links) == periodsOnHome {
			break
		}
		links = append(links, Link{b.words.Quarter(r.Quarter), p.url(reportPath(r.Quarter))})
	}
	if len(links) > 0 {
		links = append(links, Link{b.words.Text("common.all-quarters"), p.url(reportsPath)})
	}
	return links
}

// span says which days the site covers.
func (b *builder) span() string {
	if b.f.Period.From.IsZero() {
		return b.words.Text("common.as-of", "day", b.day(b.t.AsOf))
	}
	return b.words.Span(b.f.Period.From, b.f.Period.To)
}

func (b *builder) months() string {
	if b.f.Period.From.IsZero() {
		return ""
	}
	return b.words.To(b.words.Month(b.f.Period.From), b.words.Month(b.f.Period.To))
}

// homeHeading leads with what changed for the business, never with how much
// was done (requirement 000-46). It speaks of the outcomes that work was aimed
// at and that have been read often enough to tell.
func (b *builder) homeHeading() string {
	total, wanted, slipped, edged := b.movements()
	if total == 0 {
		return b.site.Title
	}
	if wanted == 0 {
		return b.words.Text("home.moved.none")
	}
	some := message.UpperFirst(b.words.CountWord(wanted))
	heading := b.words.Text("home.moved.some", "n", wanted, "word", some, "total", b.words.CountWord(total))
	if wanted == total {
		heading = b.words.Text("home.moved.all", "n", total, "total", b.words.CountWord(total))
	}
	if slipped > 0 {
		heading += "; " + b.words.Text("home.moved.slipped", "n", slipped, "word", b.words.CountWord(slipped))
	}
	if edged > 0 {
		heading += "; " + b.words.Text("home.moved.edged", "n", edged, "word", b.words.CountWord(edged))
	}
	return heading
}

// movements counts the outcomes that can be told of, those that moved as wanted,
// and those of them whose last reading went the other way, by much or by little.
func (b *builder) movements() (total, wanted, slipped, edged int) {
	for _, s := range b.f.Stories {
		if s.Missing != "" || s.Movement == insight.MovedPlain {
			continue
		}
		total++
		if !s.Moved() {
			continue
		}
		wanted++
		if s.LastStep == insight.MovedOther && len(s.Known) > 1 {
			before, m := s.Known[len(s.Known)-2].Value.Value, s.Outcome.Measure.Meaningful
			if m.Known && math.Abs(s.Last.Value.Value-before) < m.Value {
				edged++
			} else {
				slipped++
			}
		}
	}
	return total, wanted, slipped, edged
}

// lead is the strongest findings: what moved, how requests are handled, and
// what did not work. A figure without enough data stays out.
func (b *builder) lead(root string) []said {
	var lead []said
	add := func(missing, sentence string, numbers ...counted) {
		if missing == "" && sentence != "" {
			lead = append(lead, b.say(root, strings.TrimRight(sentence, ".")+".", numbers...))
		}
	}
	if best := b.strongestStory(); best != nil {
		add(best.Missing, best.Headline(), append(b.movedNumbers(best),
			counted{b.words.Text("common.wins", "n", len(best.Wins)), receiptOf("contribution", best.Outcome.ID, "wins")},
			counted{b.words.Text("insight.contribution.since-undone.some", "n", len(best.Undone)), receiptOf("contribution", best.Outcome.ID, "undone")})...)
	}
	posture := b.f.Posture.Headline()
	if early, late := b.f.Spans(b.f.Posture.Halves); b.f.Posture.Trend {
		posture = b.words.Text("home.against", "finding", posture, "early", early, "late", late)
	}
	add(b.f.Posture.Missing, posture, b.postureNumbers(&b.f.Posture)...)
	add(b.f.Delivered.Missing, b.f.Delivered.Headline(), counted{b.f.Delivered.NothingChanged.In(b.words), "delivered/nothing-changed"})
	return lead
}

// strongestStory is the one with the best evidence; of equals, the one with
// the most wins aimed at it, then the first.
func (b *builder) strongestStory() *insight.Story {
	rank := map[insight.Grade]int{insight.Linked: 1, insight.Supported: 2, insight.Confirmed: 3}
	var best *insight.Story
	for _, s := range b.f.Stories {
		if s.Missing != "" {
			continue
		}
		if best == nil || rank[s.Grade] > rank[best.Grade] || rank[s.Grade] == rank[best.Grade] && len(s.Wins) > len(best.Wins) {
			best = s
		}
	}
	return best
}

func (b *builder) outcomeCard(p Page, s *insight.Story) outcomeCard {
	o := s.Outcome
	c := outcomeCard{Title: o.Title, URL: p.url(outcomePath(o)), Story: b.story(p.Root, s)}
	change := message.UpperFirst(b.words.Text("common.no-reading"))
	if len(s.Known) > 0 {
		change = b.words.Number(s.Last.Value.Value, o.Measure.Unit)
	}
	if len(s.Known) > 1 {
		c.Span = b.words.Span(s.First.Date, s.Last.Date)
		change = b.words.Text("common.change-from", "change", b.changed(s), "way", way(s))
	}
	c.Change = b.say(p.Root, change, b.movedNumbers(s)...)
	c.Spark = b.storySpark(s)
	if s.Missing != "" {
		c.Note = plain(b.words.Text("home.no-contribution", "missing", s.Missing))
		return c
	}
	var factors []string
	for _, f := range s.Factors {
		factors = append(factors, strings.TrimRight(f.What, ".;, "))
	}
	c.Note = b.say(p.Root, s.Aimed(), b.aimedNumbers(s)...)
	if len(factors) > 0 {
		c.Note = append(c.Note, Link{Title: " " + b.words.Text("common.also-at-work", "factors", b.words.List(factors))})
	}
	c.Grade = b.evidence(s)
	return c
}

// changed says between which values an outcome moved.
func (b *builder) changed(s *insight.Story) string {
	return b.words.Change(s.First.Value.Value, s.Last.Value.Value, s.Outcome.Measure.Unit)
}

// evidence names the grade of a story.
func (b *builder) evidence(s *insight.Story) string {
	return b.words.Text("common.evidence", "grade", b.words.Inside(b.words.Label(&insight.Grades, string(s.Grade))))
}

// way is what a change adds on its direction: a word for a text to choose by.
func way(s *insight.Story) string {
	switch {
	case s.Movement == insight.MovedOther:
		return "other-way"
	case s.EdgedBack():
		return "edged"
	case s.LastStep == insight.MovedOther:
		return "back"
	}
	return "none"
}

func (b *builder) storySpark(s *insight.Story) *spark {
	points := make([]point, len(s.Readings))
	dates := make([]tracker.Date, len(s.Readings))
	var text []string
	for i, r := range s.Readings {
		points[i] = point{Value: r.Value.Value, Known: r.Value.Known}
		dates[i] = r.Date
		text = append(text, b.day(r.Date)+": "+b.quantityOr(r.Value, s.Outcome.Measure.Unit))
	}
	return b.sparkOf(points, dates, s.Outcome.Measure.Unit, s.Outcome.Title+". "+strings.Join(text, "; "))
}

func (b *builder) monthStrip(pc *insight.PriorityCoverage) strip {
	ms := b.monthsOf(pc)
	total, quiet, active := 0, 0, 0
	for _, m := range ms {
		total += m.Count
		if !m.Before {
			active++
		}
		if m.Count == 0 && !m.Before {
			quiet++
		}
	}
	return newStrip(ms, b.busiestMonth(), "cat-"+strconv.Itoa(b.colour[pc.Priority]),
		b.words.Text("common.strip", "wins", total, "active", active, "quiet", quiet))
}

// busiestMonth is the most wins that any priority has in a month: the full
// height of every strip, so that strips can be compared.
func (b *builder) busiestMonth() int {
	most := 1
	for _, pc := range b.f.Coverage.Priorities {
		for _, m := range pc.Months {
			most = max(most, len(m.Wins))
		}
	}
	return most
}

// lastHeard says how long a priority has been quiet; named says of what the days
// since its last win are, where no heading does.
func (b *builder) lastHeard(root string, pc *insight.PriorityCoverage, named bool) said {
	days := counted{b.words.Text("common.days-since", "n", pc.QuietDays), receiptOf("coverage", pc.Priority.ID, "quiet")}
	ago := b.words.Text("common.days-ago", "n", pc.QuietDays)
	switch {
	case pc.LastWin == nil:
		return plain(b.words.Text("common.heard.never"))
	case pc.Ended:
		return plain(b.words.Text("common.heard.ended", "day", pc.LastWin.Date))
	case pc.Quiet:
		return b.say(root, b.words.Text("common.heard.quiet", "days", days.number), days)
	case named:
		ago = b.words.Text("common.heard.last", "ago", ago)
	}
	return b.say(root, ago, days)
}

// encouraging is the newest text that a win has under "Something
// encouraging".
func (b *builder) encouraging(p Page) *quote {
	for _, w := range newestFirst(b.t.Wins) {
		if !w.Encouraging.IsEmpty() && w.StandsAt(b.t.AsOf) {
			return &quote{p.html(w.Encouraging), w.Title, p.url(winPath(w)), b.names(w.Whose())}
		}
	}
	return nil
}
