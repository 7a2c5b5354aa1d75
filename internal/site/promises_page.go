package site

import (
	"cmp"
	"slices"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

const promisesQuestion = "Do we keep our word?"

// promisesPage is the promises both ways, small ones first. Who made one stands
// beside it only while there is something left to do, and for the team alone.
type promisesPage struct {
	Page
	Empty         bool
	Kept          *figure
	Groups        []promiseDots
	DueHeading    said
	Due           []PromiseLine // ours, past their day and then open
	BusinessDue   []PromiseLine // for the team
	Broken        []PromiseLine // late or missed
	BrokenHeading said
	Released      []PromiseLine
	Words         []tracker.Term
	About         string
	Stale         *stalePart
}

// promiseDots is the promises of one size, by what became of them.
type promiseDots struct {
	ID      string
	Heading said
	States  []dotColumn
}

// stalePart is each member's own list, for the team.
type stalePart struct {
	Heading, AboutURL, ReceiptURL string
	Lists                         []staleList
}

type staleList struct {
	Whose string
	Left  string // a former member's: somebody else has to take it on
	Items []staleLine
}

type staleLine struct {
	What, Reason string
	Where        *Link
}

func (b *builder) promisesPage() *promisesPage {
	p := &promisesPage{Page: b.page("promises/index.html", "promises", promisesQuestion, "")}
	ours := &b.f.Promises
	p.About = p.url(insightPath("promises"))
	p.Words = promiseWords
	p.Stale = b.staleLists(p.Page)
	p.Empty = ours.All.Total()+ours.Business.Total() == 0
	if p.Empty {
		p.Standfirst = plain("No promise is written down yet. The next small one is a fine first: what, to whom and by when, among the follow-ups of a win.")
		return p
	}
	p.Kicker, p.Heading = promisesQuestion, ours.Headline()
	p.Description = sentenced(p.Heading)
	p.ReceiptURL = b.receipt(p.Root, "promises/all/kept")
	p.Standfirst = plain("Trust begins with the small ones: a call back by Friday, a date, a draft. Who can rely on those relies on the big ones more easily.")
	t := b.table(p.Root, "promises")
	p.Kept = b.figure(&p.Page, &charts.Chart{ID: t.id, Title: "What became of what was promised", Subtitle: t.measure, Table: t.table, Source: t.source}, t.about, t.receipt)
	p.Kept.After = t.after
	p.Groups = b.promiseGroups(p.Page)
	all := &ours.All
	p.Due = b.promiseLines(p.Page, slices.Concat(all.Overdue, all.Open), true)
	overdue, open := counted{count(len(all.Overdue), "promise", "promises"), "promises/all/overdue"}, counted{thousands(len(all.Open)), "promises/all/open"}
	p.DueHeading = b.say(p.Root, upperFirst(overdue.number)+" past their day, "+open.number+" still open", overdue, open)
	if len(all.Overdue)+len(all.Open) == 0 {
		p.DueHeading = plain("Nothing that we promised is waiting")
	} else if len(all.Overdue) == 0 {
		open.number = count(len(all.Open), "promise", "promises")
		p.DueHeading = b.say(p.Root, upperFirst(open.number)+" still open, none past its day", open)
	} else if len(all.Overdue) == 1 {
		p.DueHeading = b.say(p.Root, "1 promise past its day, "+open.number+" still open", overdue, open)
	}
	broken := slices.Concat(all.Late, all.Missed)
	p.Broken = b.promiseLines(p.Page, broken, false)
	late, missed := counted{thousands(len(all.Late)), "promises/all/late"}, counted{thousands(len(all.Missed)), "promises/all/missed"}
	p.BrokenHeading = b.say(p.Root, late.number+" kept late, "+missed.number+" missed", late, missed)
	p.Released = b.promiseLines(p.Page, all.Released, false)
	if !b.site.ForLeaders {
		p.BusinessDue = b.promiseLines(p.Page, slices.Concat(ours.Business.Overdue, ours.Business.Open), true)
	}
	return p
}

// promiseWords explain what is counted, and as what.
var promiseWords = []tracker.Term{
	{ID: "small", Label: "Small and big", Definition: "A call back, a draft or a date is small; a solution, on time and within budget, is big. One without a size is small."},
	{ID: "moved", Label: "Moved", Definition: "Both sides agreed on a new day. It is judged on that day, and the first one stays beside it. Where the first one had passed by then, it is late once it is done."},
	{ID: "released", Label: "Released", Definition: "The other side said that it is no longer needed. It is neither kept nor missed, and stays listed."},
	{ID: "past", Label: "Past its day", Definition: "The day has gone by, and nothing is written down. It counts like one that was not kept, until it is closed."},
	{ID: "team", Label: "By the team", Definition: "The team keeps a promise or misses it. It is never counted by person."},
}

func (b *builder) promiseGroups(p Page) []promiseDots {
	ours := &b.f.Promises
	var groups []promiseDots
	add := func(id, label string, g *insight.PromiseGroup) {
		if g.Total() == 0 {
			return
		}
		d := promiseDots{ID: id}
		kept := counted{g.Ratio.String(), "promises/" + id + "/kept"}
		d.Heading = b.say(p.Root, label+": "+kept.number+" kept", kept)
		if g.Ratio.D == 0 {
			d.Heading = plain(label + ": none has come due yet")
		}
		for _, s := range []struct {
			id, label string
			promises  []*insight.Promise
			always    bool
		}{
			{"kept", "Kept", g.Kept, true}, {"late", "Late", g.Late, false}, {"missed", "Missed", g.Missed, false},
			{"overdue", "Past their day", g.Overdue, false}, {"released", "Released", g.Released, false}, {"open", "Not due", g.Open, false},
		} {
			if len(s.promises) == 0 && !s.always {
				continue
			}
			number := counted{thousands(len(s.promises)), "promises/" + id + "/" + s.id}
			c := dotColumn{Label: s.label, Count: b.say(p.Root, number.number, number)}
			all := p.url(insightPath("promises"))
			for _, one := range byDue(s.promises) {
				c.Dots = append(c.Dots, b.promiseDot(p, s.id, all, one))
			}
			c.Dots = lastOf(c.Dots, all)
			d.States = append(d.States, c)
		}
		groups = append(groups, d)
	}
	add("small", "Small promises", &ours.Small)
	add("big", "Big promises", &ours.Big)
	if !b.site.ForLeaders {
		add("business", "What the business promised", &ours.Business)
	}
	return groups
}

// promiseDot is known by its day: a name beside it would make a list of people.
// One that no page holds leads to where all are listed.
func (b *builder) promiseDot(p Page, kind, all string, one *insight.Promise) dot {
	d := dot{Kind: "promise-" + kind, URL: all, Text: "no day yet", Title: upperFirst(one.Promise.What)}
	if !one.Due.IsZero() {
		d.Text = one.Due.Time().Format("2 Jan 2006")
	}
	if where := b.promiseRecord(p, one); where != nil {
		d.URL = where.URL
		d.Title += ", in: " + where.Title
	}
	return d
}

// promiseRecord leads to the page of the record that holds a promise; nil where
// none does.
func (b *builder) promiseRecord(p Page, one *insight.Promise) *Link {
	switch {
	case one.Win != nil:
		return &Link{one.Win.Title, p.url(winPath(one.Win))}
	case one.Intake != nil:
		return &Link{one.Intake.Title, p.url(intakePath(one.Intake))}
	}
	return nil
}

func byDue(promises []*insight.Promise) []*insight.Promise {
	sorted := slices.Clone(promises)
	slices.SortStableFunc(sorted, func(x, y *insight.Promise) int { return cmp.Compare(dueOr(x), dueOr(y)) })
	return sorted
}

// dueOr puts what has no day behind everything that has.
func dueOr(p *insight.Promise) tracker.Date {
	if p.Due.IsZero() {
		return 1<<31 - 1
	}
	return p.Due
}

// promiseLines list promises with their records, soonest due first; whose they
// are is told where there is something left to do.
func (b *builder) promiseLines(p Page, promises []*insight.Promise, whose bool) []PromiseLine {
	var lines []PromiseLine
	for _, one := range byDue(promises) {
		line := b.promise(one.Promise)
		line.Where = b.promiseRecord(p, one)
		if !whose {
			line.Who = ""
		}
		lines = append(lines, line)
	}
	return lines
}

// staleLists are for the team: each list is for its own person to look at.
func (b *builder) staleLists(p Page) *stalePart {
	s := &b.f.Stale
	if b.site.ForLeaders || s.Ratio.D == 0 {
		return nil
	}
	part := &stalePart{Heading: s.Headline(), AboutURL: p.url(insightPath("stale")), ReceiptURL: b.receipt(p.Root, "stale/stale")}
	for _, owner := range s.People {
		l := staleList{Whose: "Nobody’s yet"}
		if owner.Member != nil {
			l.Whose = "For " + owner.Member.Shown()
		}
		if owner.Left {
			l.Left = "No longer in the team: somebody else can take this on, or tell the other side that it will not come."
		}
		for _, x := range owner.Items {
			line := staleLine{What: upperFirst(x.Promise.What), Reason: upperFirst(x.Reason)}
			switch {
			case x.Win != nil:
				line.Where = &Link{x.Win.Title, p.url(winPath(x.Win))}
			case x.Intake != nil:
				line.Where = &Link{x.Intake.Title, p.url(intakePath(x.Intake))}
			}
			l.Items = append(l.Items, line)
		}
		part.Lists = append(part.Lists, l)
	}
	return part
}
