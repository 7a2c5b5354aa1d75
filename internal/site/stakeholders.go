package site

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

const stakeholdersPath = "stakeholders/index.html"

type stakeholdersPage struct {
	Page
	Stakeholders []stakeholderCard
	BeforeNeeded *figure
	Meet         *meetView // for the team
	Knowledge    *figure   // for the team
}

// stakeholderCard is a stakeholder in the list, which keeps the order of the
// strategy: it is no ranking.
type stakeholderCard struct {
	Name, URL, Title string
	Requests         []noteLink
	New              newView
	Next             string // the next crack, for the team
}

// newView says whether a stakeholder has seen something from us that they had
// not ordered, and where.
type newView struct {
	Shown     bool
	Text, URL string
}

// meetView is whom to meet next. Next have neither been met nor asked for
// anything; Never have asked, and were not met apart from it.
type meetView struct {
	Next, Never               []Who
	NextReceipt, NeverReceipt string
}

// stakeholderName is how pages call a stakeholder.
func stakeholderName(s *tracker.Stakeholder) string {
	return cmp.Or(strings.TrimSpace(s.Name), string(s.ID))
}

// stakeholderTitle is what stands below the name: "Safety Manager, Operations",
// and "Head of Sales" alone, which names its department.
func stakeholderTitle(s *tracker.Stakeholder) string {
	var parts []string
	for _, part := range []string{strings.TrimSpace(s.Title), strings.TrimSpace(s.Department)} {
		if part != "" && !slices.ContainsFunc(parts, func(said string) bool { return strings.HasSuffix(said, part) }) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// stakeholderJobs are the list of stakeholders and the brief of each, and in
// the team's edition the sheet to prepare from.
func (b *builder) stakeholderJobs() []job {
	briefs := b.briefs()
	with := b.winsWith()
	jobs := []job{{stakeholdersPath, "stakeholders.html", func() any { return b.stakeholdersPage() }}}
	for i, br := range briefs {
		s := br.Stakeholder
		jobs = append(jobs, job{stakeholderPath(s), "brief.html", func() any { return b.briefPage(briefs, i, with[s]) }})
		if b.forTeam() {
			jobs = append(jobs, job{prepPath(s), "prep.html", func() any { return b.prepPage(br) }})
		}
	}
	return jobs
}

// briefs are those that have an address of their own: where two share an id,
// the first keeps it.
func (b *builder) briefs() []*insight.Brief {
	seen := map[tracker.ID]bool{"": true}
	var briefs []*insight.Brief
	for _, br := range b.f.Briefs.Briefs {
		if id := br.Stakeholder.ID.Fold(); !seen[id] {
			seen[id] = true
			briefs = append(briefs, br)
		}
	}
	return briefs
}

// winsWith are the wins that a stakeholder had a part in, or noticed, or whose
// request they grew from, oldest first.
func (b *builder) winsWith() map[*tracker.Stakeholder][]*tracker.Win {
	with := map[*tracker.Stakeholder][]*tracker.Win{}
	for _, w := range b.t.Wins {
		people := slices.Clone(w.Collaborators)
		for _, n := range w.NoticedBy {
			people = append(people, n.Who)
		}
		if in := b.t.Intake(w.Intake); in != nil {
			people = append(people, in.Stakeholder)
		}
		for _, person := range people {
			s := b.t.Who(person).Stakeholder
			if mine := with[s]; s != nil && (len(mine) == 0 || mine[len(mine)-1] != w) {
				with[s] = append(mine, w)
			}
		}
	}
	return with
}

func (b *builder) stakeholdersPage() *stakeholdersPage {
	p := &stakeholdersPage{Page: b.page(stakeholdersPath, "stakeholders", b.words.Text("nav.stakeholders"), "")}
	p.Kicker = b.words.Text("stakeholders.question")
	p.Heading = b.words.Text("stakeholders.heading")
	briefs := &b.f.Briefs
	if briefs.Missing == "" {
		p.Heading = briefs.Headline()
		p.ReceiptURL = b.receipt(p.Root, "brief/shown")
	}
	p.Description = p.Heading
	if len(briefs.Briefs) == 0 {
		return p
	}
	p.Standfirst = plain(b.words.Text("stakeholders.standfirst"))
	for _, br := range b.briefs() {
		p.Stakeholders = append(p.Stakeholders, b.stakeholderCard(p.Page, br))
	}
	p.BeforeNeeded = b.tableFigure(&p.Page, "before-needed")
	if !b.forTeam() {
		return p
	}
	p.Meet = b.meetView(p.Page)
	p.Knowledge = b.tableFigure(&p.Page, "business-knowledge")
	return p
}

func (b *builder) stakeholderCard(p Page, br *insight.Brief) stakeholderCard {
	s := br.Stakeholder
	c := stakeholderCard{Name: stakeholderName(s), URL: p.url(stakeholderPath(s)), Title: stakeholderTitle(s), New: b.newView(p, br.New)}
	for _, in := range newestFirst(br.Intakes) {
		c.Requests = append(c.Requests, noteLink{in.Intake.Title, p.url(intakePath(in.Intake)), plain(b.words.Inside(in.Status))})
	}
	if door := b.door(s); door != nil {
		c.Next = door.NextCrack.Suggestion
	}
	return c
}

func (b *builder) meetView(p Page) *meetView {
	people := func(list []*tracker.Stakeholder) (who []Who) {
		for _, s := range list {
			who = append(who, Who{Name: stakeholderName(s), Role: s.Title, URL: p.url(stakeholderPath(s))})
		}
		return who
	}
	return &meetView{
		Next: people(b.f.BeforeNeeded.MeetNext), Never: people(b.f.BeforeNeeded.NeverMet),
		NextReceipt: b.receipt(p.Root, "before-needed/meet-next"), NeverReceipt: b.receipt(p.Root, "before-needed/never-met"),
	}
}

func (b *builder) newView(p Page, n insight.SomethingNew) newView {
	v := newView{Shown: n.Shown, Text: message.UpperFirst(n.Reason)}
	if n.Solution != "" {
		v.Text = b.words.Text("stakeholders.not-asked", "what", n.Solution)
	}
	if n.Shown {
		v.URL = b.recordView(p, n.Record).URL
	}
	return v
}

// beforeNeededTable is who had been met before their first request; those who
// have asked for nothing stand below.
func (b *builder) beforeNeededTable(root string) tableFigure {
	n := &b.f.BeforeNeeded
	t := tableFigure{
		id: "before-needed", section: "stakeholders", about: "before-needed", receipt: "before-needed/share", finding: n.Headline(),
		measure: b.words.Text("stakeholders.before.measure", "span", b.span()),
		source:  b.words.Text("stakeholders.before.source") + b.excluded(n.Excluded),
		table:   charts.Table{Head: b.heads("stakeholders.stakeholder", "stakeholders.before.request", "stakeholders.before.met", "stakeholders.before.before")},
	}
	name := func(s *tracker.Stakeholder) charts.Cell {
		return charts.Cell{Text: stakeholderName(s), Href: href(root, stakeholderPath(s))}
	}
	none, notMet := cell(b.words.Text("stakeholders.before.none")), b.words.Text("stakeholders.before.no-meeting")
	for _, c := range n.Cases {
		met, before := notMet, b.words.Text("stakeholders.before.no")
		if !c.FirstMet.IsZero() {
			met = b.words.Day(c.FirstMet)
		}
		if c.Met {
			before = b.words.Text("stakeholders.before.yes")
		}
		t.table.Rows = append(t.table.Rows, []charts.Cell{name(c.Stakeholder), {Text: b.day(c.Intake.RequestedOn), Href: href(root, intakePath(c.Intake))}, cell(met), cell(before)})
	}
	for _, s := range n.Ready {
		t.table.Rows = append(t.table.Rows, []charts.Cell{name(s), none, cell(b.firstMet(s)), cell(b.words.Text("stakeholders.before.so-far"))})
	}
	for _, s := range n.MeetNext {
		t.table.Rows = append(t.table.Rows, []charts.Cell{name(s), none, cell(notMet), cell(b.words.Text("stakeholders.before.not-yet"))})
	}
	return t
}

// firstMet is the day of the first touchpoint, of those that bear one.
func (b *builder) firstMet(s *tracker.Stakeholder) string {
	var first tracker.Date
	for _, m := range s.Touchpoints {
		if !m.Date.IsZero() && m.Date <= b.t.AsOf && (first.IsZero() || m.Date < first) {
			first = m.Date
		}
	}
	if first.IsZero() {
		return b.words.Text("stakeholders.before.no-day")
	}
	return b.words.Day(first)
}

// knowledgeTable is what we know of each stakeholder's part of the business,
// and what to find out next.
func (b *builder) knowledgeTable(root string) tableFigure {
	k := &b.f.Knowledge
	t := tableFigure{
		id: "business-knowledge", section: "stakeholders", about: "business-knowledge", receipt: "business-knowledge/share", finding: k.Headline(),
		measure: b.words.Text("stakeholders.knowledge.measure"),
		source:  b.words.Text("stakeholders.knowledge.source"),
		table:   charts.Table{Head: b.heads("stakeholders.stakeholder")},
	}
	if len(k.Stakeholders) == 0 {
		return t
	}
	current := []charts.Cell{cell(b.words.Text("stakeholders.knowledge.current"))}
	for _, f := range k.Fields {
		t.table.Head = append(t.table.Head, f.Label)
		current = append(current, b.share(root, "business-knowledge/"+f.ID, f.Ratio))
	}
	t.table.Head = append(t.table.Head, b.heads("stakeholders.knowledge.newest", "stakeholders.knowledge.next")...)
	for _, one := range k.Stakeholders {
		row := []charts.Cell{{Text: stakeholderName(one.Stakeholder), Href: href(root, stakeholderPath(one.Stakeholder))}}
		for _, a := range one.Answers {
			filled := b.words.Text("stakeholders.knowledge.known")
			if len(a.Texts) == 0 {
				filled = b.words.Text("stakeholders.knowledge.gap")
			}
			row = append(row, cell(filled))
		}
		t.table.Rows = append(t.table.Rows, append(row, cell(one.Source), cell(cmp.Or(one.Next, b.words.Text("stakeholders.knowledge.nothing")))))
	}
	t.table.Rows = append(t.table.Rows, append(current, cell("–"), cell("–")))
	return t
}

// door is the timeline of a stakeholder; nil but in the team's edition.
func (b *builder) door(s *tracker.Stakeholder) *insight.Door {
	for _, d := range b.f.Doors.Timelines {
		if d.Stakeholder == s {
			return d
		}
	}
	return nil
}

// forTeam reports whether this is the edition of the team alone.
func (b *builder) forTeam() bool { return b.t.Edition == tracker.TeamEdition }
