package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

type aboutPage struct {
	Page
	Reading      []string
	Facts        []fact
	Definitions  []definitionView
	Vocabularies []vocabularyView
	DataURL      string
	Licences     string
	RulesURL     string // of the page about what is checked; "" where there is none
}

// definitionView is a definition with the page of its numbers.
type definitionView struct {
	insight.Definition
	URL string
}

type fact struct{ Label, Text string }

type vocabularyView struct {
	ID, Title string
	Terms     []tracker.Term
}

func (b *builder) aboutPage() *aboutPage {
	p := &aboutPage{Page: b.page("about/index.html", "about", "What the figures mean",
		"Every figure on this site: what it counts, what it leaves out, when it stays silent.")}
	p.Standfirst = plain("Every figure here is counted from records that anyone can open. This page says how, and what each one cannot tell.")
	p.Reading = []string{
		"A count always comes before a percentage, and below " + numberWord(b.f.Minimum()) + " cases there is no percentage and no word for a trend. “Not enough data” is a finding like any other.",
		"Not known, none and failed are three different things, and are shown as such.",
		"The site speaks of contribution. When an outcome moves, it lists what was aimed at it and what else was at work, and does not divide the credit.",
		b.decisionsDefinition(),
	}
	census := b.t.Census
	p.Facts = []fact{
		{"Edition", b.site.Edition + ": " + lowerFirst(tracker.Editions.Definition(string(b.t.Edition)))},
		{"As of", longDay(b.t.AsOf)},
		{"Period", b.span()},
		{"Records", upperFirst(b.recordCount("").String()) + ". " + thousands(census.Found) + " found, " + thousands(census.Published) + " published, " + thousands(census.LeftOut) + " left out."},
	}
	if b.site.Commit != "" {
		p.Facts = append(p.Facts, fact{"Commit", b.site.Commit})
	}
	if b.opts.Version != "" {
		p.Facts = append(p.Facts, fact{"Made with", "smallwins " + b.opts.Version})
	}
	for _, d := range b.f.Definitions() {
		p.Definitions = append(p.Definitions, definitionView{d, p.url(insightPath(d.ID))})
	}
	p.Vocabularies = []vocabularyView{
		{"stages", "How far a win has come", tracker.Stages.Terms},
		{"positions", "How a request was handled", insight.Positions.Terms},
		{"grades", "How strong the evidence of a contribution is", insight.Grades.Terms},
		{"verdicts", "What was found after delivery", tracker.Verdicts.Terms},
	}
	p.DataURL = p.url(dataPath)
	if len(b.opts.Rules) > 0 {
		p.RulesURL = p.url(rulesPath)
	}
	if b.licences != "" {
		p.Licences = p.url(b.licences)
	}
	return p
}

const notFoundPath = "404.html"

type notFoundPage struct {
	Page
	Places []Link
}

// notFoundPage is shown in place of any missing page, at any depth, so its
// links start from the site's own address where that is known.
func (b *builder) notFoundPage() *notFoundPage {
	p := &notFoundPage{Page: b.page(notFoundPath, "", "This page is not here", "")}
	if base := b.site.BaseURL; base != "" {
		if i := strings.Index(base, "://"); i >= 0 {
			p.Root = "/"
			if slash := strings.IndexByte(base[i+3:], '/'); slash >= 0 {
				p.Root = base[i+3+slash:] + "/"
			}
		}
	}
	p.MadeFrom = b.recordCount(p.Root)
	for _, n := range b.site.Nav.All() {
		p.Places = append(p.Places, Link{n.Label, p.url(n.Path)})
	}
	return p
}
