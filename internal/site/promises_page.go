package site

import (
	"cmp"
	"slices"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

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
	p := &promisesPage{Page: b.page("promises/index.html", "promises", b.words.Text("promises.question"), "")}
	ours := &b.f.Promises
	p.About = p.url(insightPath("promises"))
	p.Words = b.promiseWords()
	p.Stale = b.staleLists(p.Page)
	p.Empty = ours.All.Total()+ours.Business.Total() == 0
	if p.Empty {
		p.Standfirst = plain(b.words.Text("promises.standfirst.empty"))
		return p
	}
	p.Kicker, p.Heading = p.Title, ours.Headline()
	p.Description = sentenced(p.Heading)
	p.ReceiptURL = b.receipt(p.Root, "promises/all/kept")
	p.Standfirst = plain(b.words.Text("promises.standfirst"))
	t := b.table(p.Root, "promises")
	p.Kept = b.figure(&p.Page, &charts.Chart{ID: t.id, Title: b.words.Text("promises.became"), Subtitle: t.measure, Table: t.table, Source: t.source}, t.about, t.receipt)
	p.Kept.After = t.after
	p.Groups = b.promiseGroups(p.Page)
	all := &ours.All
	p.Due = b.promiseLines(p.Page, slices.Concat(all.Overdue, all.Open), true)
	p.DueHeading = b.dueHeading(p.Root, len(all.Overdue), len(all.Open))
	broken := slices.Concat(all.Late, all.Missed)
	p.Broken = b.promiseLines(p.Page, broken, false)
	late, missed := counted{b.words.Count(len(all.Late)), "promises/all/late"}, counted{b.words.Count(len(all.Missed)), "promises/all/missed"}
	p.BrokenHeading = b.say(p.Root, b.words.Text("promises.broken", "late", len(all.Late), "missed", len(all.Missed)), late, missed)
	p.Released = b.promiseLines(p.Page, all.Released, false)
	if !b.site.ForLeaders {
		p.BusinessDue = b.promiseLines(p.Page, slices.Concat(ours.Business.Overdue, ours.Business.Open), true)
	}
	return p
}

// dueHeading says how many promises are past their day, and how many are open.
func (b *builder) dueHeading(root string, overdue, open int) said {
	if overdue+open == 0 {
		return plain(b.words.Text("promises.due.none"))
	}
	promises := b.words.Text("promises.due.promises", "n", cmp.Or(overdue, open))
	if overdue == 0 {
		return b.say(root, b.words.Text("promises.due.open", "promises", promises), counted{promises, "promises/all/open"})
	}
	return b.say(root, b.words.Text("promises.due", "n", overdue, "promises", promises, "open", open),
		counted{promises, "promises/all/overdue"}, counted{b.words.Count(open), "promises/all/open"})
}

// promiseWords explain what is counted, and as what.
func (b *builder) promiseWords() []tracker.Term {
	var terms []tracker.Term
	for _, id := range []string{"small", "moved", "released", "past", "team"} {
		terms = append(terms, tracker.Term{ID: id, Label: b.words.Text("promises.word." + id), Definition: b.words.Text("promises.word." + id + ".definition")})
	}
	return terms
}

func (b *builder) promiseGroups(p Page) []promiseDots {
	ours := &b.f.Promises
	var groups []promiseDots
	add := func(id, label string, g *insight.PromiseGroup) {
		if g.Total() == 0 {
			return
		}
		d := promiseDots{ID: id}
		kept := counted{g.Ratio.In(b.words), "promises/" + id + "/kept"}
		d.Heading = b.say(p.Root, b.words.Text("promises.group", "which", label, "share", kept.number), kept)
		if g.Ratio.D == 0 {
			d.Heading = plain(b.words.Text("promises.group.none", "which", label))
		}
		for _, s := range []struct {
			id       string
			promises []*insight.Promise
			always   bool
		}{
			{"kept", g.Kept, true}, {"late", g.Late, false}, {"missed", g.Missed, false},
			{"overdue", g.Overdue, false}, {"released", g.Released, false}, {"open", g.Open, false},
		} {
			if len(s.promises) == 0 && !s.always {
				continue
			}
			number := counted{b.words.Count(len(s.promises)), "promises/" + id + "/" + s.id}
			c := dotColumn{Label: b.words.Text("promises." + s.id), Count: b.say(p.Root, number.number, number)}
			all := p.url(insightPath("promises"))
			for _, one := range byDue(s.promises) {
				c.Dots = append(c.Dots, b.promiseDot(p, s.id, all, one))
			}
			c.Dots = b.lastOf(c.Dots, all)
			d.States = append(d.States, c)
		}
		groups = append(groups, d)
	}
	add("small", b.words.Text("promises.group.small"), &ours.Small)
	add("big", b.words.Text("promises.group.big"), &ours.Big)
	if !b.site.ForLeaders {
		add("business", b.words.Text("promises.group.business"), &ours.Business)
	}
	return groups
}

// promiseDot is known by its day: a name beside it would make a list of people.
// One that no page holds leads to where all are listed.
func (b *builder) promiseDot(p Page, kind, all string, one *insight.Promise) dot {
	d := dot{Kind: "promise-" + kind, URL: all, Text: b.words.Text("promises.no-day"), Title: message.UpperFirst(one.Promise.What)}
	if !one.Due.IsZero() {
		d.Text = b.words.DayShort(one.Due)
	}
	if where := b.promiseRecord(p, one); where != nil {
		d.URL = where.URL
		d.Title = b.words.Text("promises.in", "what", d.Title, "record", where.Title)
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
		l := staleList{Whose: b.words.Text("promises.stale.nobody")}
		if owner.Member != nil {
			l.Whose = b.words.Text("promises.stale.for", "who", owner.Member.Shown())
		}
		if owner.Left {
			l.Left = b.words.Text("promises.stale.left")
		}
		for _, x := range owner.Items {
			line := staleLine{What: message.UpperFirst(x.Promise.What), Reason: message.UpperFirst(x.Reason)}
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
