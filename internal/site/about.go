package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
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
	p := &aboutPage{Page: b.page("about/index.html", "about", b.words.Text("common.what-figures-mean"), b.words.Text("about.description"))}
	p.Standfirst = plain(b.words.Text("about.standfirst"))
	p.Reading = []string{
		b.words.Text("about.reading.counts", "minimum", b.words.CountWord(b.f.Minimum())),
		b.words.Text("about.reading.three"),
		b.words.Text("about.reading.contribution"),
		b.decisionsDefinition(),
	}
	census := b.t.Census
	p.Facts = []fact{
		{b.words.Text("about.fact.edition"), b.words.Text("about.fact.edition-is", "edition", b.site.Edition, "definition", b.words.Inside(b.words.Definition(&tracker.Editions, string(b.t.Edition))))},
		{b.words.Text("about.fact.as-of"), b.day(b.t.AsOf)},
		{b.words.Text("about.fact.period"), b.span()},
		{b.words.Text("about.fact.records"), b.words.Text("about.fact.census", "records", message.UpperFirst(b.recordCount("").String()), "found", census.Found, "published", census.Published, "left", census.LeftOut)},
	}
	if b.site.Commit != "" {
		p.Facts = append(p.Facts, fact{b.words.Text("about.fact.commit"), b.site.Commit})
	}
	if b.opts.Version != "" {
		p.Facts = append(p.Facts, fact{b.words.Text("about.fact.made-with"), "smallwins " + b.opts.Version})
	}
	for _, d := range b.f.Definitions() {
		p.Definitions = append(p.Definitions, definitionView{d, p.url(insightPath(d.ID))})
	}
	p.Vocabularies = []vocabularyView{
		{"stages", b.words.Text("about.words.stages"), b.terms(&tracker.Stages)},
		{"positions", b.words.Text("about.words.positions"), b.terms(&insight.Positions)},
		{"grades", b.words.Text("about.words.grades"), b.terms(&insight.Grades)},
		{"verdicts", b.words.Text("about.words.verdicts"), b.terms(&tracker.Verdicts)},
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
	p := &notFoundPage{Page: b.page(notFoundPath, "", b.words.Text("missing.title"), "")}
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
