package site

import (
	"html/template"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// digestPage is one week for the team's call: it can be read, printed, pasted
// and presented.
type digestPage struct {
	Page
	Mission     string
	AsksMission bool        // there is none, and the team could write one
	Wins        []digestWin // of the week or, where it has none, the one that it brings back
	Latest      *Link       // the last week before this one that has a win, where this one has none
	Sharers     []digestSharer
	Encouraging *quote
	AboutURL    string
	Text        string // all of it as Markdown
	StaysAt     string // the address of the week
	TextURL     string // the same as a file; "" but on the page of this week
	Earlier     []digestQuarter
}

// digestWin is a win told at length.
type digestWin struct {
	WinLine
	Whose, With            []Who
	Reason                 string // why it is brought back; "" for one of the week
	WhatHappened, Why, How template.HTML
	Question               string

	win *tracker.Win
}

// digestSharer is an invitation to one of the team to tell of a win.
type digestSharer struct {
	Who      Who
	Win      Link
	Question string
}

// digestQuarter is the weeks that began in a quarter, newest first.
type digestQuarter struct {
	Label string
	Weeks []digestWeekLink
}

type digestWeekLink struct{ Label, URL, Wins string }

const (
	digestSection  = "digest"
	digestHome     = "digest/index.html"
	digestTextPath = "digest/digest.md"
)

func digestPath(w *insight.DigestWeek) string { return "digest/" + w.ID() + "/index.html" }

// digestJobs are the page of this week and one for each week that has something
// to tell, this one among them: what is linked to in a call stays where it is.
func (b *builder) digestJobs() []job {
	jobs := []job{{digestHome, "digest.html", func() any { return b.digestHomePage() }}}
	weeks := b.f.Digest.Told()
	for i, w := range weeks {
		jobs = append(jobs, job{digestPath(w), "digest.html", func() any {
			p := b.digestPage(digestPath(w), w)
			p.Crumbs = []Crumb{{b.words.Text("nav.digest"), digestHome}}
			if i > 0 {
				p.Previous = &Neighbour{b.words.Text("digest.before"), message.UpperFirst(weeks[i-1].Label()), p.url(digestPath(weeks[i-1]))}
			}
			if i+1 < len(weeks) {
				p.Next = &Neighbour{b.words.Text("digest.after"), message.UpperFirst(weeks[i+1].Label()), p.url(digestPath(weeks[i+1]))}
			}
			return p
		}})
	}
	return jobs
}

// digestHomePage is the week of the report with the way to all others.
func (b *builder) digestHomePage() *digestPage {
	now := b.f.Digest.Now()
	p := b.digestPage(digestHome, now)
	p.Title = b.words.Text("digest.title")
	p.Description = b.words.Text("digest.description", "heading", b.words.Inside(p.Heading))
	p.TextURL = p.url(digestTextPath)
	told := b.f.Digest.Told()
	var quarter tracker.Quarter // of the last in the list
	for i := len(told) - 1; i >= 0; i-- {
		w := told[i]
		if w == now {
			continue
		}
		if q := b.t.Quarter(w.First); len(p.Earlier) == 0 || q != quarter {
			p.Earlier = append(p.Earlier, digestQuarter{Label: b.words.Quarter(q)})
			quarter = q
		}
		q := &p.Earlier[len(p.Earlier)-1]
		link := digestWeekLink{b.words.Text("digest.week", "week", w.Week.Number), p.url(digestPath(w)), b.words.Text("common.wins", "n", len(w.Wins))}
		q.Weeks = append(q.Weeks, link)
	}
	return p
}

// digestPage tells one week; nil stands for a tracker whose day is not known.
func (b *builder) digestPage(path string, w *insight.DigestWeek) *digestPage {
	settings := b.t.Strategy.Settings
	p := &digestPage{Page: b.page(path, digestSection, b.words.Text("digest.title.no-week"), ""), Mission: settings.Mission}
	if p.Mission == "" {
		p.Mission = settings.Vision
	}
	p.AsksMission = p.Mission == "" && !b.site.ForLeaders
	p.AboutURL = p.url(insightPath("digest"))
	if w != nil {
		p.StaysAt = p.url(digestPath(w))
	}
	p.Scripts = append(p.Scripts, b.scripts["present.js"])
	p.Heading = b.words.Text("digest.heading.none")
	if w == nil {
		p.Text = b.digestMarkdown(p, w)
		return p
	}
	p.Title = b.words.Text("digest.title.week", "week", w.Label())
	p.Kicker = message.UpperFirst(w.Label()) + " · " + b.weekDays(w)
	p.ReceiptURL = b.receipt(p.Root, "digest/"+w.ID())
	questions := b.f.Questions(w)
	for i, win := range w.Wins {
		p.Wins = append(p.Wins, b.digestWin(p.Page, win, questions[i]))
	}
	switch {
	case len(w.Wins) > 0:
		p.Heading = message.UpperFirst(b.words.Text("digest.heading.wins", "n", len(w.Wins), "word", b.words.CountWord(len(w.Wins))))
	case w.Again != nil:
		p.Heading = b.words.Text("digest.heading.again")
		if w.Day < w.Last {
			p.Heading = b.words.Text("digest.heading.again-so-far")
		}
		again := b.digestWin(p.Page, w.Again.Win, questions[0])
		again.Reason = message.UpperFirst(w.Again.Reason)
		p.Wins = append(p.Wins, again)
	}
	if latest := b.f.Digest.Latest(w); latest != nil && len(w.Wins) == 0 {
		p.Latest = &Link{message.UpperFirst(latest.Label()) + ", " + b.words.Text("common.wins", "n", len(latest.Wins)), p.url(digestPath(latest))}
	}
	p.Standfirst = b.digestTotal(p.Root, w)
	p.Sharers = b.digestSharers(p.Page, w)
	if e := w.Encouraging; e != nil {
		p.Encouraging = &quote{p.html(e.Encouraging), e.Title, p.url(winPath(e)), b.names(e.Whose())}
	}
	p.Description = message.UpperFirst(w.Label()) + ": " + b.words.Inside(p.Heading) + "."
	p.Text = b.digestMarkdown(p, w)
	return p
}

func (b *builder) digestWin(p Page, w *tracker.Win, question string) digestWin {
	return digestWin{
		WinLine: b.winLine(p, w), Whose: b.who(p, w.Whose()...), With: b.who(p, w.Collaborators...),
		WhatHappened: p.html(w.WhatHappened), Why: p.html(w.Why), How: p.html(w.HowToReplicate), Question: question, win: w,
	}
}

// digestSharers are for the team alone: whom to ask is an invitation among
// colleagues. Before leaders it would be a list of people by how seldom they
// speak.
func (b *builder) digestSharers(p Page, w *insight.DigestWeek) []digestSharer {
	if b.site.ForLeaders {
		return nil
	}
	var sharers []digestSharer
	for _, s := range w.Sharers {
		sharers = append(sharers, digestSharer{b.who(p, tracker.Person(s.Member.ID))[0], Link{s.Win.Title, p.url(winPath(s.Win))}, s.Question})
	}
	return sharers
}

// digestTotal is what has added up by the end of the week.
func (b *builder) digestTotal(root string, w *insight.DigestWeek) said {
	d := &b.f.Digest
	if w != d.Now() {
		if w.Standing == 0 {
			return nil
		}
		wins := b.words.Text("common.wins", "n", w.Standing)
		return b.say(root, b.words.Text("digest.total.week", "n", w.Standing, "wins", wins), counted{wins, "digest/" + w.ID() + "/standing"})
	}
	switch stand := (insight.Ratio{N: len(d.Standing), D: len(d.All)}); {
	case stand.D == 0:
		return nil
	case stand.D == 1 && stand.N == 1:
		return plain(b.words.Text("digest.total.one"))
	case stand.D == 1:
		return plain(b.words.Text("digest.total.one-undone"))
	default:
		share := stand.In(b.words)
		return b.say(root, b.words.Text("digest.total", "n", stand.N, "share", share), counted{share, "digest/standing"})
	}
}

// weekDays writes the days of a week: "29 June to 5 July 2026".
func (b *builder) weekDays(w *insight.DigestWeek) string {
	switch {
	case w.First.Year() != w.Last.Year():
		return b.words.Span(w.First, w.Last)
	case w.First.Month() == w.Last.Month():
		return b.words.Text("digest.days", "day", w.First.Time().Day(), "to", w.Last)
	}
	return b.words.To(b.words.DayInYear(w.First), b.words.Day(w.Last))
}
