package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// prepPage is one sheet to prepare a conversation from, for the team alone.
type prepPage struct {
	Page
	Next      nextView
	Question  string   // of the contract, where the next crack has one
	Find      []string // what to find out: the gaps
	Goals     []string
	Knowledge []knowledgeView
	Newest    string // source
	LastMet   *meetingView
	Ours      []briefPromise
	Theirs    []briefPromise
	Lines     []struct{}
	BriefURL  string
	Name      string
}

func prepPath(s *tracker.Stakeholder) string {
	return strings.TrimSuffix(stakeholderPath(s), "index.html") + "prep/index.html"
}

func (b *builder) prepPage(br *insight.Brief) *prepPage {
	s := br.Stakeholder
	name := stakeholderName(s)
	p := &prepPage{Page: b.page(prepPath(s), "stakeholders", "Before you meet "+name, "")}
	p.Name, p.BodyClass = name, "brief-page"
	p.Kicker = "Prep sheet, for the team alone"
	p.Crumbs = []Crumb{{"Leader briefs", stakeholdersPath}, {name, stakeholderPath(s)}}
	p.BriefURL = p.url(stakeholderPath(s))
	p.Goals = br.Goals
	p.Ours, p.Theirs = b.briefPromises(p.Page, br.Ours), b.briefPromises(p.Page, br.Theirs)
	p.Lines = make([]struct{}, notesOnPaper)
	if door := b.door(s); door != nil {
		p.Next = b.nextView(p.Page, door.NextCrack)
		p.Question = door.NextCrack.Question.Definition
	}
	if k := b.knowledge(s); k != nil {
		p.Newest = upperFirst(k.Source)
		_, p.Knowledge = b.knowledgeView(s)
		for _, a := range k.Answers {
			if a.Prompt != "" && a.Prompt != p.Next.Suggestion {
				p.Find = append(p.Find, a.Prompt)
			}
		}
	}
	if met := b.meetings(s); len(met) > 0 {
		p.LastMet = &met[0]
	}
	return p
}
