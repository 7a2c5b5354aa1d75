package site

import (
	"html/template"

	"smallwins/internal/tracker"
)

type winPage struct {
	Page
	Win                               *tracker.Win
	Stage                             tracker.Term
	Whose, EnteredBy, ForOthers       []Who
	Collaborators                     []Who
	Priorities                        []Pri
	Undone                            bool
	UndoneDated                       string // "yes" where the day is known
	WhatHappened, Why, Connection     template.HTML
	HowToReplicate, FollowUpNotes     template.HTML
	Encouraging, Pushback, HelpWanted template.HTML
	Questions                         template.HTML
	ChainHeading                      string
	Chain                             []chainRow
	Intake                            *Link
	Practices, Activities             []string
	CheckedText                       string
	Promises                          []PromiseLine
	Replicates, RepeatedBy            []WinLine
	RepeatedHeading                   string
	Noticed                           []noticeView
	Links                             []LinkLine
	More                              []More
	Unwritten                         string
}

type chainRow struct {
	Priority *Pri
	Outcomes []Link
}

type noticeView struct {
	Who   []Who
	On    tracker.Date
	Words string
}

func (b *builder) winPage(i int) winPage {
	w := b.t.Wins[i]
	path := winPath(w)
	description := w.WhatHappened.Excerpt(150)
	if description == "" {
		description = w.Why.Excerpt(150)
	}
	p := winPage{
		Page: b.page(path, "wins", w.Title, description),
		Win:  w, Stage: b.stageTerm(w),
		Undone: !w.StandsAt(b.t.AsOf), UndoneDated: yesOr(!w.Undone.On.IsZero()),
		Practices: b.labels(&tracker.Practices, w.Practices), Activities: b.labels(&tracker.Activities, w.Activity),
		Promises: b.promises(w.FollowUps),
	}
	p.Crumbs = []Crumb{{b.words.Text("nav.wins"), "wins/index.html"}}
	p.Source = b.source(w.Origin.File)
	p.Whose, p.EnteredBy, p.Collaborators = b.who(p.Page, w.Whose()...), b.who(p.Page, w.EnteredBy), b.who(p.Page, w.Collaborators...)
	if len(w.People) > 0 && !(len(w.People) == 1 && w.People[0] == w.EnteredBy) {
		p.ForOthers = p.Whose
	}
	p.Priorities = b.priorities(p.Page, w.Priorities)
	p.WhatHappened, p.Why, p.Connection = p.html(w.WhatHappened), p.html(w.Why), p.html(w.Connection)
	p.HowToReplicate, p.FollowUpNotes = p.html(w.HowToReplicate), p.html(w.FollowUpNotes)
	p.Encouraging, p.Questions = p.html(w.Encouraging), p.html(w.Questions)
	p.Pushback, p.HelpWanted = p.html(w.Pushback), p.html(w.HelpWanted)
	p.Chain = b.chainOf(p.Page, w)
	p.ChainHeading = b.words.Text("win.connects")
	if len(p.Chain) == 0 {
		p.ChainHeading = b.words.Text("win.unlinked")
	}
	if in := b.t.Intake(w.Intake); in != nil && w.Intake != "" {
		p.Intake = &Link{in.Title, p.url(intakePath(in))}
	}
	if c := w.ReplicateCheck; c.State != "" {
		p.CheckedText = b.words.Text("win.checked", "dated", yesOr(!c.On.IsZero()), "day", c.On, "what", b.words.Definition(&tracker.CheckStates, c.State))
	}
	for _, id := range w.Replicates {
		if r := b.t.Win(id); r != nil {
			p.Replicates = append(p.Replicates, b.winLine(p.Page, r))
		}
	}
	p.RepeatedBy = b.winLines(p.Page, b.repeatedBy[w])
	p.RepeatedHeading = b.words.Text("win.repeated", "n", len(p.RepeatedBy), "word", b.words.CountWord(len(p.RepeatedBy)))
	for _, n := range w.NoticedBy {
		v := noticeView{Who: b.who(p.Page, n.Who), On: n.On}
		if n.MayQuote {
			v.Words = n.Words
		}
		p.Noticed = append(p.Noticed, v)
	}
	p.Links = b.links(p.Page, w.Links)
	p.More = b.more(p.Page, w.More)
	p.Unwritten = b.unwritten(w)
	if i > 0 {
		p.Previous = &Neighbour{b.words.Text("win.earlier"), b.t.Wins[i-1].Title, p.url(winPath(b.t.Wins[i-1]))}
	}
	if i+1 < len(b.t.Wins) {
		p.Next = &Neighbour{b.words.Text("win.later"), b.t.Wins[i+1].Title, p.url(winPath(b.t.Wins[i+1]))}
	}
	return p
}

// chainOf lists the ways from a win to outcomes: through its priorities, and
// those that it names itself.
func (b *builder) chainOf(p Page, w *tracker.Win) []chainRow {
	var rows []chainRow
	seen := map[*tracker.Outcome]bool{}
	links := func(ids []tracker.ID, again bool) []Link {
		var ls []Link
		for _, id := range ids {
			if o := b.t.Outcome(id); o != nil && (again || !seen[o]) {
				seen[o] = true
				ls = append(ls, Link{o.Title, p.url(outcomePath(o))})
			}
		}
		return ls
	}
	for _, id := range w.Priorities {
		if pr := b.t.Priority(id); pr != nil {
			tag := b.priority(p, pr)
			rows = append(rows, chainRow{&tag, links(pr.Outcomes, true)})
		}
	}
	if direct := links(w.Outcomes, false); len(direct) > 0 {
		rows = append(rows, chainRow{nil, direct})
	}
	return rows
}

// unwritten names the columns of the tracker that are still empty, for a
// gentle word to the author. It is no finding and has no count.
func (b *builder) unwritten(w *tracker.Win) string {
	var names []string
	for _, c := range []struct {
		key   string
		empty bool
	}{
		{"what_happened", w.WhatHappened.IsEmpty()},
		{"why", w.Why.IsEmpty()},
		{"connection", w.Connection.IsEmpty()},
		{"follow_ups", w.FollowUpNotes.IsEmpty() && len(w.FollowUps) == 0},
		{"how_to_replicate", w.HowToReplicate.IsEmpty()},
		{"encouraging", w.Encouraging.IsEmpty()},
	} {
		if c.empty {
			names = append(names, b.site.label(c.key, b.words.Text("win.unwritten."+c.key)))
		}
	}
	return b.words.List(names)
}
