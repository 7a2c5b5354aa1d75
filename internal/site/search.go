package site

import (
	"cmp"
	"slices"

	"smallwins/internal/tracker"
)

const searchPath = "search/index.html"

type searchPage struct {
	Page
	Records int // that can be found
	Facets  []searchFacet
	Parts   files
	Lists   []searchList
	Missing string // says how to get the search where its bundle was not built
}

// searchFacet is one way to narrow what was found; its choices are those that
// some record has.
type searchFacet struct {
	Name, Label string
	Counted     bool // false for roles: a role may be one person
	Options     []searchOption
}

type searchOption struct {
	Value, Label string
	Colour       int // of a priority, from 1
}

// files are the addresses of the files that the search reads.
type files struct {
	Facts []string `json:"facts"`
	Texts []string `json:"texts"`
}

type searchList struct{ Label, URL, Count string }

func (b *builder) searchPage() *searchPage {
	say := b.words.Text
	description := say("search.description")
	if name := b.site.Organisation; name != "" {
		description = say("search.description-of", "organisation", name)
	}
	p := &searchPage{
		Page:    b.page(searchPath, "search", say("search.heading"), description),
		Records: b.search.records, Facets: b.searchFacets(),
		Missing: b.searchNote,
	}
	p.Title = say("search.title")
	for _, part := range b.search.facts {
		p.Parts.Facts = append(p.Parts.Facts, p.url(part.path))
	}
	for _, part := range b.search.texts {
		p.Parts.Texts = append(p.Parts.Texts, p.url(part.path))
	}
	if b.searchNote == "" && p.Records > 0 {
		p.Scripts = append(p.Scripts, b.scripts["search.js"])
	}
	for _, l := range []struct {
		label, path string
		n           int
	}{
		{say("search.wins"), listPath("wins", 0), len(b.t.Wins)},
		{say("search.requests"), "intakes/index.html", len(b.t.Intakes)},
		{say("search.priorities"), "priorities/index.html", len(b.t.Strategy.Priorities)},
		{say("search.outcomes"), "outcomes/index.html", len(b.t.Strategy.Outcomes)},
	} {
		p.Lists = append(p.Lists, searchList{l.label, p.url(l.path), b.words.Count(l.n)})
	}
	return p
}

// searchURL leads from a page to the search among records of one kind, or is ""
// where there is no search.
func (b *builder) searchURL(p Page, kind string) string {
	if b.searchNote != "" {
		return ""
	}
	return p.url(searchPath) + "?kind=" + kind
}

// searchFacets lists the choices in the order of their vocabularies. One that
// would change nothing is not offered.
func (b *builder) searchFacets() []searchFacet {
	s, say := &b.t.Strategy, b.words.Text
	facets := []searchFacet{
		{Name: "kind", Label: say("search.facet.kind"), Options: []searchOption{
			{Value: "win", Label: say("search.kind.win")}, {Value: "intake", Label: say("search.kind.intake")},
			{Value: "priority", Label: say("search.kind.priority")}, {Value: "outcome", Label: say("search.kind.outcome")},
		}},
		{Name: "priority", Label: b.site.label("priorities", say("search.facet.priority"))},
		{Name: "stage", Label: b.site.label("stage", say("search.facet.stage")), Options: append(b.termOptions(&tracker.Stages), searchOption{Value: "undone", Label: say("insight.stage.undone")})},
		{Name: "status", Label: b.site.label("status", say("search.facet.status")), Options: b.termOptions(&tracker.Statuses)},
		{Name: "outcome", Label: b.site.label("outcomes", say("search.facet.outcome"))},
		{Name: "practice", Label: b.site.label("practices", say("search.facet.practice")), Options: b.termOptions(&tracker.Practices)},
		{Name: "role", Label: say("search.facet.role"), Options: b.searchRoles()},
		{Name: "period", Label: say("search.facet.quarter"), Options: b.searchQuarters()},
	}
	for _, pr := range s.Priorities {
		facets[1].Options = append(facets[1].Options, searchOption{string(pr.ID.Fold()), pr.Title, b.colour[pr]})
	}
	facets[1].Options = append(facets[1].Options, searchOption{Value: "none", Label: say("filter.no-priority")})
	for _, o := range s.Outcomes {
		facets[4].Options = append(facets[4].Options, searchOption{Value: string(o.ID.Fold()), Label: o.Title})
	}
	var offered []searchFacet
	for _, f := range facets {
		f.Counted = f.Name != "role"
		f.Options = slices.DeleteFunc(f.Options, func(o searchOption) bool { return !b.search.held[f.Name][o.Value] })
		if len(f.Options) > 1 {
			offered = append(offered, f)
		}
	}
	return offered
}

func (b *builder) termOptions(v *tracker.Vocabulary) []searchOption {
	options := make([]searchOption, len(v.Terms))
	for i, t := range v.Terms {
		options[i] = searchOption{Value: t.ID, Label: b.words.Label(v, t.ID)}
	}
	return options
}

func (b *builder) searchRoles() []searchOption {
	var options []searchOption
	for _, m := range b.t.Strategy.Team {
		o := searchOption{Value: token(m.Role), Label: m.Role}
		if !slices.ContainsFunc(options, func(p searchOption) bool { return p.Value == o.Value }) {
			options = append(options, o)
		}
	}
	slices.SortFunc(options, func(p, q searchOption) int { return cmp.Compare(p.Value, q.Value) })
	return options
}

// searchQuarters are the quarters that records lie in, newest first.
func (b *builder) searchQuarters() []searchOption {
	var quarters []tracker.Quarter
	add := func(d tracker.Date) {
		if q := b.t.Quarter(d); !d.IsZero() && !slices.Contains(quarters, q) {
			quarters = append(quarters, q)
		}
	}
	for _, w := range b.t.Wins {
		add(w.Date)
	}
	for _, in := range b.t.Intakes {
		add(in.RequestedOn)
	}
	slices.SortFunc(quarters, func(q, r tracker.Quarter) int { return r.Compare(q) })
	var options []searchOption
	for _, q := range quarters {
		options = append(options, searchOption{Value: q.String(), Label: b.words.Quarter(q)})
	}
	return options
}
