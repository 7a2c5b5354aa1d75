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
	p := &searchPage{
		Page:    b.page(searchPath, "search", "Find a win, a request, a priority, an outcome", "Search everything in the tracker"+b.ofOrganisation()+"."),
		Records: b.search.records, Facets: b.searchFacets(),
		Missing: b.searchNote,
	}
	p.Title = "Search"
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
		{"Wins", listPath("wins", 0), len(b.t.Wins)},
		{"Requests", "intakes/index.html", len(b.t.Intakes)},
		{"Priorities", "priorities/index.html", len(b.t.Strategy.Priorities)},
		{"Outcomes", "outcomes/index.html", len(b.t.Strategy.Outcomes)},
	} {
		p.Lists = append(p.Lists, searchList{l.label, p.url(l.path), thousands(l.n)})
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
	s := &b.t.Strategy
	facets := []searchFacet{
		{Name: "kind", Label: "Kind", Options: []searchOption{
			{Value: "win", Label: "Win"}, {Value: "intake", Label: "Request"}, {Value: "priority", Label: "Priority"}, {Value: "outcome", Label: "Outcome"},
		}},
		{Name: "priority", Label: b.site.label("priorities", "Priority")},
		{Name: "stage", Label: b.site.label("stage", "Stage"), Options: append(termOptions(&tracker.Stages), searchOption{Value: "undone", Label: "Came undone"})},
		{Name: "status", Label: b.site.label("status", "Status of a request"), Options: termOptions(&tracker.Statuses)},
		{Name: "outcome", Label: b.site.label("outcomes", "Outcome")},
		{Name: "practice", Label: b.site.label("practices", "Practice"), Options: termOptions(&tracker.Practices)},
		{Name: "role", Label: "Role", Options: b.searchRoles()},
		{Name: "period", Label: "Quarter", Options: b.searchQuarters()},
	}
	for _, pr := range s.Priorities {
		facets[1].Options = append(facets[1].Options, searchOption{string(pr.ID.Fold()), pr.Title, b.colour[pr]})
	}
	facets[1].Options = append(facets[1].Options, searchOption{Value: "none", Label: "No priority named"})
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

func termOptions(v *tracker.Vocabulary) []searchOption {
	options := make([]searchOption, len(v.Terms))
	for i, t := range v.Terms {
		options[i] = searchOption{Value: t.ID, Label: t.Label}
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
		options = append(options, searchOption{Value: q.String(), Label: q.Label()})
	}
	return options
}
