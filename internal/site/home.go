package site

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"smallwins/internal/insight"
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
	p.Kicker = upperFirst(b.span()) + " · " + b.site.Edition
	if b.site.Organisation != "" {
		p.Kicker = b.site.Organisation + " · " + b.span() + " · " + b.site.Edition
	}
	p.Periods = b.periods(p.Page)
	for _, s := range b.f.Stories {
		p.Outcomes = append(p.Outcomes, b.outcomeCard(p.Page, s))
	}
	p.Decisions = b.decisions(p.Page)
	p.DecisionsHeading = "One thing needs a decision"
	if n := len(p.Decisions); n > mostDecisions {
		p.DecisionsHeading = upperFirst(numberWord(mostDecisions)) + " of " + thousands(n) + " things that need a decision"
		p.Decisions = p.Decisions[:mostDecisions]
	} else if n > 1 {
		p.DecisionsHeading = upperFirst(numberWord(n)) + " things need a decision"
	}
	if len(b.t.Wins) > 0 && len(b.t.Strategy.Priorities) > 0 {
		p.Chain = b.chainFigure(&p.Page)
		p.Chain.Opens = false // the part has a heading of its own
		p.ByPriority = b.winsFigure(&p.Page)
	}
	p.StripsHeading = b.f.Coverage.Headline()
	p.StripSpan, p.StripReceipt = b.months(), b.receipt(p.Root, "coverage/quiet")
	for _, pc := range b.f.Coverage.Priorities {
		p.Strips = append(p.Strips, stripRow{b.priority(p.Page, pc.Priority), b.monthStrip(pc), b.lastHeard(p.Root, pc, "")})
	}
	p.AllWins = p.url("wins/index.html")
	p.Newest = b.winLines(p.Page, newestFirst(b.t.Wins[max(0, len(b.t.Wins)-newestOnHome):]))
	p.NewestDays = b.newestDays()
	p.Encouraging = b.encouraging(p.Page)
	if len(b.t.Wins)+len(b.t.Intakes) > 0 {
		p.Week = b.weekNote(p.Page)
	} else {
		p.Welcome = &welcome{"Begin where you are", []string{
			"There is nothing here yet, and that is how every tracker starts. Record one small thing that went differently this week; wins/README.md shows how, and two minutes are enough.",
			"Then take the next request as it comes, in one line, under intakes/. The questions can wait until there is a conversation.",
			"Name what the business wants in strategy.yaml, and this page begins to connect the three.",
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
		links = append(links, Link{r.Quarter.Label(), p.url(reportPath(r.Quarter))})
	}
	if len(links) > 0 {
		links = append(links, Link{"All quarters", p.url(reportsPath)})
	}
	return links
}

// span says which days the site covers.
func (b *builder) span() string {
	if b.f.Period.From.IsZero() {
		return "as of " + longDay(b.t.AsOf)
	}
	return longDay(b.f.Period.From) + " to " + longDay(b.f.Period.To)
}

func (b *builder) months() string {
	if b.f.Period.From.IsZero() {
		return ""
	}
	const layout = "January 2006"
	return b.f.Period.From.Time().Format(layout) + " to " + b.f.Period.To.Time().Format(layout)
}

// homeHeading leads with what changed for the business, never with how much
// was done (requirement 000-46). It speaks of the outcomes that work was aimed
// at and that have been read often enough to tell.
func (b *builder) homeHeading() string {
	total, wanted, slipped, edged := 0, 0, 0, 0
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
	var heading string
	switch {
	case total == 0:
		return b.site.Title
	case wanted == 0:
		return "Nothing that we aim at has moved our way yet"
	case total == 1:
		heading = "The outcome that we aim at moved our way"
	case wanted == total:
		heading = "All " + numberWord(total) + " outcomes that we aim at moved our way"
	default:
		heading = upperFirst(numberWord(wanted)) + " of " + numberWord(total) + " outcomes that we aim at moved our way"
	}
	if slipped > 0 {
		heading += "; " + numberWord(slipped) + " slipped at the last reading"
	}
	if edged > 0 {
		heading += "; " + numberWord(edged) + " edged back at the last reading"
	}
	return heading
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
		add(best.Missing, best.Headline(), append(movedNumbers(best),
			counted{count(len(best.Wins), "win", "wins"), receiptOf("contribution", best.Outcome.ID, "wins")},
			counted{thousands(len(best.Undone)) + " since undone", receiptOf("contribution", best.Outcome.ID, "undone")})...)
	}
	posture := b.f.Posture.Headline()
	if early, late := b.f.Spans(b.f.Posture.Halves); b.f.Posture.Trend {
		posture += " (" + early + " against " + late + ")"
	}
	add(b.f.Posture.Missing, posture, postureNumbers(&b.f.Posture)...)
	add(b.f.Delivered.Missing, b.f.Delivered.Headline(), counted{b.f.Delivered.NothingChanged.String(), "delivered/nothing-changed"})
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
	change := "No reading yet"
	if len(s.Known) > 0 {
		change = insight.Number(s.Last.Value.Value, o.Measure.Unit)
	}
	if len(s.Known) > 1 {
		c.Span = longDay(s.First.Date) + " to " + longDay(s.Last.Date)
		change = "from " + insight.Change(s.First.Value.Value, s.Last.Value.Value, o.Measure.Unit)
		switch {
		case s.Movement == insight.MovedOther:
			change += ", the other way"
		case s.EdgedBack():
			change += ", a little back last"
		case s.LastStep == insight.MovedOther:
			change += ", back last"
		}
	}
	c.Change = b.say(p.Root, change, movedNumbers(s)...)
	c.Spark = storySpark(s)
	if s.Missing != "" {
		c.Note = plain("Not enough data to speak of a contribution: " + s.Missing + ".")
		return c
	}
	var factors []string
	for _, f := range s.Factors {
		factors = append(factors, strings.TrimRight(f.What, ".;, "))
	}
	c.Note = b.say(p.Root, s.Aimed(), aimedNumbers(s)...)
	if len(factors) > 0 {
		c.Note = append(c.Note, Link{Title: " Also at work: " + list(factors) + "."})
	}
	c.Grade = "Evidence: " + strings.ToLower(s.Grade.Label())
	return c
}

func storySpark(s *insight.Story) *spark {
	points := make([]point, len(s.Readings))
	dates := make([]tracker.Date, len(s.Readings))
	var text []string
	for i, r := range s.Readings {
		points[i] = point{Value: r.Value.Value, Known: r.Value.Known}
		dates[i] = r.Date
		text = append(text, longDay(r.Date)+": "+quantityOr(r.Value, s.Outcome.Measure.Unit))
	}
	return sparkOf(points, dates, s.Outcome.Measure.Unit, s.Outcome.Title+". "+strings.Join(text, "; "))
}

func (b *builder) monthStrip(pc *insight.PriorityCoverage) strip {
	ms := months(pc)
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
		upperFirst(count(total, "win", "wins"))+" in "+count(active, "month", "months")+"; "+count(quiet, "month", "months")+" with nothing recorded")
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

// lastHeard says how long a priority has been quiet; lead goes before the days
// since its last win, where its heading does not say so.
func (b *builder) lastHeard(root string, pc *insight.PriorityCoverage, lead string) said {
	days := counted{count(pc.QuietDays, "day", "days"), receiptOf("coverage", pc.Priority.ID, "quiet")}
	switch {
	case pc.LastWin == nil:
		return plain("No win names it yet")
	case pc.Ended:
		return plain("Ended; last heard of on " + longDay(pc.LastWin.Date))
	case pc.Quiet:
		return b.say(root, "Quiet for "+days.number, days)
	}
	return b.say(root, lead+daysAgo(pc.QuietDays), days)
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
