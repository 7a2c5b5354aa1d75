package site

import (
	"slices"
	"strings"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

type winsPage struct {
	Page
	Filters   []filter
	SearchURL string // where the list is too long to be narrowed on one page
	Groups    []winGroup
	Voices    *voicesNote
	Calendar  *figure // on the first page
}

type winGroup struct {
	ID, Label string
	Count     said
	Wins      []winItem
}

type winItem struct {
	WinLine
	RoleTokens, Excerpt string
}

type filter struct {
	Name, Label, All string
	Options          []filterOption
}

// filterOption is a choice with how many wins it leaves; Count is 0 where it is
// not to be shown.
type filterOption struct {
	Value, Label string
	Count        int
}

type voicesNote struct{ Heading, Text, AboutURL, ReceiptURL string }

func (b *builder) winsPage(n int) *winsPage {
	all, pages := b.t.Wins, listPages(len(b.t.Wins))
	last := len(all) - n*onAListPage
	shown := newestFirst(all[max(0, last-onAListPage):max(0, last)])
	p := &winsPage{Page: b.page(listPath("wins", n), "wins", b.words.Text("wins.title"),
		b.words.Text("wins.description", "named", yesOr(b.site.Organisation != ""), "organisation", b.site.Organisation))}
	p.Standfirst = b.winsStandfirst(p.Root)
	b.paged(&p.Page, "wins", b.words.Text("nav.wins"), b.words.Text("wins.newer"), b.words.Text("wins.older"), n, pages)
	quarters := map[string]tracker.Quarter{}
	for _, w := range shown {
		q := b.t.Quarter(w.Date)
		quarters[q.String()] = q
		if k := len(p.Groups); k == 0 || p.Groups[k-1].ID != q.String() {
			p.Groups = append(p.Groups, winGroup{ID: q.String(), Label: b.words.Quarter(q)})
		}
		g := &p.Groups[len(p.Groups)-1]
		item := winItem{WinLine: b.winLine(p.Page, w), Excerpt: w.WhatHappened.Excerpt(160)}
		if item.Excerpt == "" {
			item.Excerpt = w.Why.Excerpt(160)
		}
		var tokens []string
		for _, r := range item.Roles {
			tokens = append(tokens, token(r))
		}
		item.RoleTokens = strings.Join(tokens, " ")
		g.Wins = append(g.Wins, item)
	}
	inQuarter := map[string]int{}
	for _, w := range all {
		inQuarter[b.t.Quarter(w.Date).String()]++
	}
	for i := range p.Groups {
		here, total := len(p.Groups[i].Wins), inQuarter[p.Groups[i].ID]
		number := counted{b.words.Text("common.wins", "n", total), "coverage/" + quarterReceipt(quarters[p.Groups[i].ID])}
		text := b.partOf(here, number.number, total)
		p.Groups[i].Count = plain(text)
		if b.holds(number.receipt, total) {
			p.Groups[i].Count = b.say(p.Root, text, number)
		}
	}
	if pages == 1 {
		p.Filters = b.winFilters(p.Groups)
	} else {
		p.SearchURL = b.searchURL(p.Page, "win")
	}
	if n == 0 && len(b.f.Coverage.Wins) > 0 {
		p.Calendar = b.calendarFigure(&p.Page)
	}
	if v := b.f.Voices; n == 0 && v.Missing == "" {
		p.Voices = &voicesNote{v.Headline(), b.voicesText(), p.url(insightPath("voices")), b.receipt(p.Root, "voices/"+quarterReceipt(v.Now.Quarter)+"/roles")}
	}
	return p
}

func (b *builder) winsStandfirst(root string) said {
	if len(b.t.Wins) == 0 {
		return nil
	}
	var undone int
	for _, w := range b.t.Wins {
		if !w.StandsAt(b.t.AsOf) {
			undone++
		}
	}
	word := message.UpperFirst(b.words.CountWord(undone))
	number := b.words.Text("wins.undone-number", "n", undone, "word", word)
	text := b.words.Text("wins.told")
	if undone > 0 {
		text += " " + b.words.Text("wins.undone", "n", undone, "word", number)
	}
	return b.say(root, text, counted{number, "history/records/undone"})
}

// voicesText names the roles that were heard, for the team. For leaders the
// roles that were not would be named by their absence, and a role may be one
// person.
func (b *builder) voicesText() string {
	now := &b.f.Voices.Now
	if b.site.ForLeaders {
		return b.words.Text("wins.roles-leaders", "quarter", now.Quarter)
	}
	var roles []string
	for _, r := range now.Heard {
		roles = append(roles, b.words.Inside(r.Role))
	}
	return b.words.Text("wins.roles", "quarter", now.Quarter, "roles", b.words.List(roles))
}

// winFilters counts what the list can be narrowed by; a choice that would
// change nothing is not offered.
func (b *builder) winFilters(groups []winGroup) []filter {
	counts := map[string]map[string]int{}
	add := func(name, value string) {
		if counts[name] == nil {
			counts[name] = map[string]int{}
		}
		counts[name][value]++
	}
	roleNames := map[string]string{}
	for _, g := range groups {
		for _, w := range g.Wins {
			add("period", w.Period)
			if w.Undone {
				add("stage", "undone")
			} else {
				add("stage", w.Stage.ID)
			}
			for _, id := range strings.Fields(w.PriorityIDs) {
				add("priority", id)
			}
			if w.PriorityIDs == "" {
				add("priority", "none")
			}
			add("linked", w.Linked)
			for _, id := range strings.Fields(w.Practices) {
				add("practice", id)
			}
			for _, r := range w.Roles {
				roleNames[token(r)] = r
			}
			for _, r := range strings.Fields(w.RoleTokens) {
				add("role", r)
			}
		}
	}
	var filters []filter
	offer := func(f filter) {
		if len(f.Options) > 1 {
			filters = append(filters, f)
		}
	}
	option := func(f *filter, value, label string) {
		if n := counts[f.Name][value]; n > 0 {
			f.Options = append(f.Options, filterOption{value, label, n})
		}
	}
	f := filter{Name: "priority", Label: b.site.label("priorities", b.words.Text("common.priority")), All: b.words.Text("filter.all-priorities")}
	for _, p := range b.t.Strategy.Priorities {
		option(&f, string(p.ID.Fold()), p.Title)
	}
	option(&f, "none", b.words.Text("filter.no-priority"))
	offer(f)
	f = filter{Name: "linked", Label: b.words.Text("filter.connection"), All: b.words.Text("filter.linked-or-not")}
	option(&f, "yes", b.words.Text("filter.linked"))
	option(&f, "no", b.words.Text("filter.unlinked"))
	offer(f)
	f = filter{Name: "stage", Label: b.site.label("stage", b.words.Text("filter.stage")), All: b.words.Text("filter.all-stages")}
	for _, t := range b.terms(&tracker.Stages) {
		option(&f, t.ID, t.Label)
	}
	option(&f, "undone", b.words.Text("filter.undone"))
	offer(f)
	f = filter{Name: "role", Label: b.words.Text("filter.role"), All: b.words.Text("filter.all-roles")}
	var tokens []string
	for r := range roleNames {
		tokens = append(tokens, r)
	}
	slices.Sort(tokens)
	for _, r := range tokens { // without counts: a role may be one person
		f.Options = append(f.Options, filterOption{Value: r, Label: roleNames[r]})
	}
	offer(f)
	f = filter{Name: "practice", Label: b.site.label("practices", b.words.Text("win.practice")), All: b.words.Text("filter.all-practices")}
	for _, t := range b.terms(&tracker.Practices) {
		option(&f, t.ID, t.Label)
	}
	offer(f)
	f = filter{Name: "period", Label: b.words.Text("filter.quarter"), All: b.words.Text("common.all-quarters")}
	for _, g := range groups {
		option(&f, g.ID, g.Label)
	}
	offer(f)
	return filters
}

// token writes a role as one word, for a filter's address.
func token(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), "-") }
