package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// finishPage names records that two minutes would finish: by record, and never
// by person. An empty part of a win is no mistake, so the page has no total.
type finishPage struct {
	Page
	Wins        []finishView
	Older       bool // there are more than are shown
	Requests    []finishView
	Look        []finishView
	Stale       []staleView
	StaleHead   string
	StaleAt     string
	NothingLeft bool
}

// finishView is a record and what is left to write. EditURL is "" where the
// forge is not known.
type finishView struct {
	Title, URL, EditURL string
	On                  tracker.Date
	Left                said
}

type staleView struct {
	Title, URL, EditURL string
	Items               []staleItem
}

type staleItem struct{ What, Why string }

// newestToFinish is how many wins are named; older ones are left in peace.
const newestToFinish = 12

func (b *builder) finishPage() *finishPage {
	p := &finishPage{Page: b.teamsPage(finishPath, "finish", b.words.Text("nav.finish"))}
	p.Kicker = b.words.Text("nav.finish")
	p.Heading = b.words.Text("finish.heading")
	p.Standfirst = plain(b.words.Text("finish.standfirst"))
	b.winsToFinish(p)
	b.requestsToFinish(p)
	for _, w := range b.f.Delivered.NobodyLooked {
		days := b.words.Text("common.days-since", "n", w.Days)
		p.Look = append(p.Look, finishView{
			Title: w.Intake.Title, URL: p.url(intakePath(w.Intake)), EditURL: b.forge.edit(w.Intake.Origin.File), On: w.Intake.DeliveredOn,
			Left: b.say(p.Root, b.words.Text("finish.look", "days", days), counted{days, receiptOf("nobody-looked", w.Intake.ID, "days")}),
		})
	}
	for _, r := range b.f.Stale.ByRecord {
		p.Stale = append(p.Stale, b.staleView(p.Page, r))
	}
	p.StaleHead, p.StaleAt = b.f.Stale.Headline(), b.receipt(p.Root, "stale/stale")
	if len(p.Wins)+len(p.Requests)+len(p.Look)+len(p.Stale) == 0 {
		p.NothingLeft, p.Heading = true, b.words.Text("finish.nothing")
		p.Standfirst = nil
	}
	p.Description = p.Heading
	return p
}

func (b *builder) winsToFinish(p *finishPage) {
	for _, w := range newestFirst(b.t.Wins) {
		left := b.unwritten(w)
		if left == "" || !w.StandsAt(b.t.AsOf) {
			continue
		}
		if len(p.Wins) == newestToFinish {
			p.Older = true
			return
		}
		p.Wins = append(p.Wins, finishView{Title: w.Title, URL: p.url(winPath(w)), EditURL: b.forge.edit(w.Origin.File), On: w.Date, Left: plain(b.words.Text("finish.not-written", "parts", left))})
	}
}

// requestsToFinish are those under way with a question that was put and has no
// answer, or that nobody has put.
func (b *builder) requestsToFinish(p *finishPage) {
	for _, in := range newestFirst(b.t.Intakes) {
		if in.Status.AtLeastDelivered() || in.Status.NeedsReason() {
			continue
		}
		var asked, open []string
		for _, a := range b.f.Contract(in).Answers {
			switch a.State {
			case insight.AskedOnly:
				asked = append(asked, b.questionName(a))
			case insight.NotAsked:
				open = append(open, b.questionName(a))
			}
		}
		var left []string
		if len(asked) > 0 {
			left = append(left, b.words.Text("finish.asked", "questions", b.words.List(asked)))
		}
		if len(open) > 0 {
			left = append(left, b.words.Text("finish.not-asked", "questions", b.words.List(open)))
		}
		if len(left) > 0 {
			p.Requests = append(p.Requests, finishView{Title: in.Title, URL: p.url(intakePath(in)), EditURL: b.forge.edit(in.Origin.File), On: in.RequestedOn, Left: plain(strings.Join(left, " "))})
		}
	}
}

func (b *builder) questionName(a insight.Answer) string {
	return b.words.Quote(b.words.Label(&tracker.Questions, a.Question.ID))
}

func (b *builder) staleView(p Page, r insight.StaleRecord) staleView {
	var v staleView
	switch {
	case r.Win != nil:
		v = staleView{Title: r.Win.Title, URL: p.url(winPath(r.Win)), EditURL: b.forge.edit(r.Win.Origin.File)}
	case r.Intake != nil:
		v = staleView{Title: r.Intake.Title, URL: p.url(intakePath(r.Intake)), EditURL: b.forge.edit(r.Intake.Origin.File)}
	default:
		v = staleView{Title: stakeholderName(r.Stakeholder), URL: p.url(stakeholderPath(r.Stakeholder)), EditURL: b.forge.edit(r.Stakeholder.Origin.File)}
	}
	for _, x := range r.Items {
		v.Items = append(v.Items, staleItem{message.UpperFirst(strings.TrimSpace(x.Promise.What)), message.UpperFirst(x.Reason)})
	}
	return v
}
