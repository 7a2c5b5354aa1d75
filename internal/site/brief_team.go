package site

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// briefTeam is what the team alone reads of a stakeholder.
type briefTeam struct {
	Next             nextView
	Door             *doorView
	KnowledgeHeading string
	Knowledge        []knowledgeView
	Sources          []sourceView
	KnowledgeReceipt string
	MetHeading       string
	Met              []meetingView
	PrepURL          string
	Owner            []Who // in L&D
	EditURL          string
}

// nextView is one suggestion for the next step, and why.
type nextView struct {
	Label, Suggestion, Reason string
	Intake                    *Link
	DefinitionURL             string
}

type knowledgeView struct {
	Label  string
	Texts  []string
	Prompt string // what to find out, where nothing is filled in
}

// sourceView is where something is known from, and how long ago.
type sourceView struct{ Kind, When, URL string }

type meetingView struct {
	On            tracker.Date
	What, Learned string
}

func (b *builder) briefTeam(p Page, br *insight.Brief, door *insight.Door) *briefTeam {
	s := br.Stakeholder
	t := &briefTeam{Next: b.nextView(p, door.NextCrack), Door: b.doorView(p, door), PrepURL: p.url(prepPath(s)), Owner: b.who(p, s.Owner)}
	t.KnowledgeHeading, t.Knowledge = b.knowledgeView(s)
	t.KnowledgeReceipt = b.receipt(p.Root, "business-knowledge/share")
	t.Sources = b.sources(s)
	t.Met = b.meetings(s)
	t.MetHeading = b.words.Text("brief.met.none")
	if len(t.Met) > 0 {
		t.MetHeading = b.words.Text("brief.met")
		if last := t.Met[0].On; !last.IsZero() {
			t.MetHeading = b.words.Text("brief.met.last", "day", last)
		}
	}
	t.EditURL = b.forge.edit(s.Origin.File)
	return t
}

func (b *builder) nextView(p Page, n insight.NextCrack) nextView {
	v := nextView{Label: n.Label, Suggestion: n.Suggestion, Reason: n.Reason, DefinitionURL: p.url(insightPath("door"))}
	if n.Intake != nil {
		v.Intake = &Link{n.Intake.Title, p.url(intakePath(n.Intake))}
	}
	return v
}

func (b *builder) knowledge(s *tracker.Stakeholder) *insight.Knowledge {
	for _, k := range b.f.Knowledge.Stakeholders {
		if k.Stakeholder == s {
			return k
		}
	}
	return nil
}

// knowledgeView is what we know of their part of the business; what we do not
// is a prompt.
func (b *builder) knowledgeView(s *tracker.Stakeholder) (heading string, views []knowledgeView) {
	k := b.knowledge(s)
	if k == nil {
		return "", nil
	}
	for _, a := range k.Answers {
		views = append(views, knowledgeView{a.Label, a.Texts, a.Prompt})
	}
	switch {
	case k.Gap != "":
		return b.words.Text("brief.knowledge.gap", "what", b.words.Inside(k.Gap)), views
	case k.Next != "":
		return b.words.Text("brief.knowledge.old"), views
	}
	return b.words.Text("brief.knowledge", "day", k.Newest), views
}

// sources are where it is known from, the newest first, with their age: what is
// old was true once.
func (b *builder) sources(s *tracker.Stakeholder) []sourceView {
	sources := slices.Clone(s.Business.Sources)
	slices.SortStableFunc(sources, func(x, y tracker.Source) int { return cmp.Compare(y.Date, x.Date) })
	var views []sourceView
	for _, src := range sources {
		v := sourceView{Kind: message.UpperFirst(cmp.Or(strings.TrimSpace(src.Kind), b.words.Text("brief.source"))), When: b.words.Text("brief.undated")}
		switch {
		case src.Date > b.t.AsOf:
			continue
		case !src.Date.IsZero():
			v.When = b.words.Day(src.Date) + ", " + b.words.Text("common.days-ago", "n", b.t.AsOf.DaysSince(src.Date))
		}
		if isWeb(src.URL) {
			v.URL = src.URL
		}
		views = append(views, v)
	}
	return views
}

// isWeb tells what a link may lead to.
func isWeb(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// meetings are those that were not about a request, the newest first.
func (b *builder) meetings(s *tracker.Stakeholder) []meetingView {
	met := slices.Clone(s.Touchpoints)
	slices.SortStableFunc(met, func(x, y tracker.Touchpoint) int { return cmp.Compare(y.Date, x.Date) })
	var views []meetingView
	for _, m := range met {
		if m.Date <= b.t.AsOf {
			views = append(views, meetingView{m.Date, b.meetingText(m), strings.TrimSpace(m.Learned)})
		}
	}
	return views
}

// meetingText says how a meeting went about: "Coffee, 20 minutes, Tobias Renk".
func (b *builder) meetingText(m tracker.Touchpoint) string {
	parts := []string{message.UpperFirst(cmp.Or(strings.TrimSpace(m.Kind), b.words.Text("brief.meeting")))}
	if m.Minutes > 0 {
		parts = append(parts, b.words.Text("brief.minutes", "n", m.Minutes))
	}
	if name := b.names([]tracker.Person{m.Who}); name != "" {
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}
