package site

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// minesPage leads each member to their own page. It lists names, and nothing
// that could be compared.
type minesPage struct {
	Page
	Members []Link
}

// minePage belongs to one member: their wins in their own order, and what they
// have said they will do (requirement 003-62). It has no totals.
type minePage struct {
	Page
	Name        string
	Groups      []mineGroup
	Part        []WinLine
	Promises    []minePromise
	Encouraging *quote
	Asked       []helpView
	NewWinURL   string
}

type mineGroup struct {
	ID, Label string
	Wins      []WinLine
}

type minePromise struct {
	What, To, Why string
	Record        Link
}

func minePath(m *tracker.Member) string { return recordPath("team/wins", m.ID) }

// active are the members of the day that have an id of their own.
func (b *builder) active() []*tracker.Member {
	seen := map[tracker.ID]bool{"": true}
	var members []*tracker.Member
	for _, m := range b.t.Strategy.Team {
		if id := m.ID.Fold(); !seen[id] && m.ActiveOn(b.t.AsOf) {
			seen[id] = true
			members = append(members, m)
		}
	}
	return members
}

func (b *builder) minesPage() *minesPage {
	p := &minesPage{Page: b.teamsPage(minesPath, "mine", b.words.Text("nav.mine"))}
	p.Kicker = b.words.Text("nav.mine")
	p.Heading = b.words.Text("mine.all.heading")
	p.Standfirst = plain(b.words.Text("mine.all.standfirst"))
	p.Description = p.Heading
	for _, m := range b.active() {
		p.Members = append(p.Members, Link{m.Shown(), p.url(minePath(m))})
	}
	return p
}

func (b *builder) minePage(m *tracker.Member) *minePage {
	name := m.Shown()
	p := &minePage{Page: b.teamsPage(minePath(m), "mine", b.words.Text("mine.title", "name", name)), Name: name}
	p.Kicker = b.words.Text("nav.mine")
	p.Heading = b.words.Text("mine.heading", "name", name)
	p.Crumbs = append(p.Crumbs, Crumb{b.words.Text("nav.mine"), minesPath})
	p.Standfirst = plain(b.words.Text("mine.standfirst", "name", name))
	p.NewWinURL = b.site.NewWinURL
	is := func(person tracker.Person) bool { return b.t.Who(person).Member == m }
	for _, w := range newestFirst(b.t.Wins) {
		switch {
		case slices.ContainsFunc(w.Whose(), is):
			b.addMine(p, w)
		case slices.ContainsFunc(w.Collaborators, is):
			p.Part = append(p.Part, b.winLine(p.Page, w))
		}
	}
	for _, x := range slices.Concat(b.f.Stale.Items, b.f.Stale.Waiting) {
		if is(x.Promise.Who) && strings.TrimSpace(x.Promise.What) != "" {
			p.Promises = append(p.Promises, b.minePromise(p.Page, x))
		}
	}
	return p
}

func (b *builder) addMine(p *minePage, w *tracker.Win) {
	quarter := b.t.Quarter(w.Date)
	if n := len(p.Groups); n == 0 || p.Groups[n-1].ID != quarter.String() {
		p.Groups = append(p.Groups, mineGroup{ID: quarter.String(), Label: b.words.Quarter(quarter)})
	}
	group := &p.Groups[len(p.Groups)-1]
	group.Wins = append(group.Wins, b.winLine(p.Page, w))
	if p.Encouraging == nil && !w.Encouraging.IsEmpty() {
		p.Encouraging = &quote{HTML: p.html(w.Encouraging), Title: w.Title, URL: p.url(winPath(w))}
	}
	if !w.HelpWanted.IsEmpty() {
		p.Asked = append(p.Asked, helpView{Win: b.winLine(p.Page, w), Text: More{HTML: p.html(w.HelpWanted)}})
	}
}

func (b *builder) minePromise(p Page, x *insight.StaleItem) minePromise {
	r := b.staleView(p, insight.StaleRecord{Win: x.Win, Intake: x.Intake, Stakeholder: x.Stakeholder})
	line := minePromise{What: message.UpperFirst(strings.TrimSpace(x.Promise.What)), Why: message.UpperFirst(x.Reason), Record: Link{r.Title, r.URL}}
	line.To = b.names([]tracker.Person{x.Promise.To})
	return line
}
