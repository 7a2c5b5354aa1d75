package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
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
	Door      *doorView
	Signs     []doorEvent // the latest
	Ours      []briefPromise
	Theirs    []briefPromise
	Lines     []struct{}
	BriefURL  string
	Name      string
}

// signsOnPaper is how many of the latest signs a prep sheet has room for.
const signsOnPaper = 3

func prepPath(s *tracker.Stakeholder) string {
	return strings.TrimSuffix(stakeholderPath(s), "index.html") + "prep/index.html"
}

func (b *builder) prepPage(br *insight.Brief) *prepPage {
	s := br.Stakeholder
	name := stakeholderName(s)
	p := &prepPage{Page: b.page(prepPath(s), "stakeholders", b.words.Text("prep.title", "name", name), "")}
	p.Name, p.BodyClass = name, "brief-page"
	p.Kicker = b.words.Text("prep.kicker")
	p.Crumbs = []Crumb{{b.words.Text("nav.stakeholders"), stakeholdersPath}, {name, stakeholderPath(s)}}
	p.BriefURL = p.url(stakeholderPath(s))
	p.Goals = br.Goals
	p.Ours, p.Theirs = b.briefPromises(p.Page, br.Ours), b.briefPromises(p.Page, br.Theirs)
	p.Lines = make([]struct{}, notesToPrepare)
	if door := b.door(s); door != nil {
		p.Next = b.nextView(p.Page, door.NextCrack)
		p.Door = b.doorView(p.Page, door)
		p.Signs = p.Door.Signs[:min(len(p.Door.Signs), signsOnPaper)]
		if q := door.NextCrack.Question; q.ID != tracker.OwnQuestion { // which stands on every sheet
			p.Question = b.words.Definition(&tracker.Questions, q.ID)
		}
	}
	if k := b.knowledge(s); k != nil {
		p.Newest = message.UpperFirst(k.Source)
		_, p.Knowledge = b.knowledgeView(s)
		for _, a := range k.Answers {
			if a.Prompt != "" {
				p.Find = append(p.Find, a.Prompt)
			}
		}
	}
	if met := b.meetings(s); len(met) > 0 {
		p.LastMet = &met[0]
	}
	return p
}
