package site

import (
	"slices"
	"strings"

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
	p := &winsPage{Page: b.page(listPath("wins", n), "wins", "What happened lately", "The small wins"+b.ofOrganisation()+", newest first.")}
	p.Standfirst = b.winsStandfirst(p.Root)
	p.paged("wins", "Wins", "Newer wins", "Older wins", n, pages)
	quarters := map[string]tracker.Quarter{}
	for _, w := range shown {
		q := b.t.Quarter(w.Date)
		quarters[q.String()] = q
		if k := len(p.Groups); k == 0 || p.Groups[k-1].ID != q.String() {
			p.Groups = append(p.Groups, winGroup{ID: q.String(), Label: q.Label()})
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
		number := counted{count(total, "win", "wins"), "coverage/" + quarterReceipt(quarters[p.Groups[i].ID])}
		text := partOf(here, number.number, total)
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
	text := "Told by the people whose wins they are, newest first. A small one counts like any other."
	word := upperFirst(numberWord(undone))
	if undone > 0 {
		text += " " + word + " came undone and " + map[bool]string{true: "is", false: "are"}[undone == 1] + " still here."
	}
	return b.say(root, text, counted{word, "history/records/undone"})
}

// voicesText names the roles that were heard, for the team. For leaders the
// roles that were not would be named by their absence, and a role may be one
// person.
func (b *builder) voicesText() string {
	if b.site.ForLeaders {
		return "A role counts as heard in " + b.f.Voices.Now.Quarter.Label() + " when somebody in it has a win. Which ones were is for the team to know."
	}
	var roles []string
	for _, r := range b.f.Voices.Now.Heard {
		roles = append(roles, lowerFirst(r.Role))
	}
	return "In " + b.f.Voices.Now.Quarter.Label() + " there were wins from these roles: " + list(roles) + "."
}

// winFilters counts what the list can be narrowed by; a choice that would
// change nothing is not offered.
func (b *builder) winFilters(groups []winGroup) []filter {
	stages, practices, priorities := &tracker.Stages, &tracker.Practices, b.t.Strategy.Priorities
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
	f := filter{Name: "priority", Label: b.site.label("priorities", "Priority"), All: "All priorities"}
	for _, p := range priorities {
		option(&f, string(p.ID.Fold()), p.Title)
	}
	option(&f, "none", "No priority named")
	offer(f)
	f = filter{Name: "linked", Label: "Connection", All: "Linked or not"}
	option(&f, "yes", "Leads to a priority or an outcome")
	option(&f, "no", "Not linked yet")
	offer(f)
	f = filter{Name: "stage", Label: b.site.label("stage", "Stage"), All: "All stages"}
	for _, t := range stages.Terms {
		option(&f, t.ID, t.Label)
	}
	option(&f, "undone", "Came undone")
	offer(f)
	f = filter{Name: "role", Label: "Role", All: "All roles"}
	var tokens []string
	for r := range roleNames {
		tokens = append(tokens, r)
	}
	slices.Sort(tokens)
	for _, r := range tokens { // without counts: a role may be one person
		f.Options = append(f.Options, filterOption{Value: r, Label: roleNames[r]})
	}
	offer(f)
	f = filter{Name: "practice", Label: b.site.label("practices", "Practice"), All: "All practices"}
	for _, t := range practices.Terms {
		option(&f, t.ID, t.Label)
	}
	offer(f)
	f = filter{Name: "period", Label: "Quarter", All: "All quarters"}
	for _, g := range groups {
		option(&f, g.ID, g.Label)
	}
	offer(f)
	return filters
}

// token writes a role as one word, for a filter's address.
func token(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), "-") }
