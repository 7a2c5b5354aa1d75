package site

import "smallwins/internal/tracker"

// The pages for the team alone. None of them is made for the leaders' edition,
// and nothing there leads to them.

const (
	teamPath     = "team/index.html"
	coachingPath = "team/coaching/index.html"
	tacticsPath  = "team/tactics/index.html"
	finishPath   = "team/finish/index.html"
	promptsPath  = "team/prompts/index.html"
	minesPath    = "team/wins/index.html"
)

// teamNav are the entries of the navigation, in the order of the index; they
// are labelled with the others.
var teamNav = []NavItem{
	{"coaching", "", coachingPath},
	{"tactics", "", tacticsPath},
	{"finish", "", finishPath},
	{"prompts", "", promptsPath},
	{"mine", "", minesPath},
}

func (b *builder) teamJobs() []job {
	if !b.forTeam() {
		return nil
	}
	jobs := []job{
		{teamPath, "team.html", func() any { return b.teamPage() }},
		{coachingPath, "coaching.html", func() any { return b.coachingPage() }},
		{tacticsPath, "tactics.html", func() any { return b.tacticsPage() }},
		{finishPath, "finish.html", func() any { return b.finishPage() }},
		{promptsPath, "prompts.html", func() any { return b.promptsPage() }},
		{minesPath, "mines.html", func() any { return b.minesPage() }},
	}
	for _, m := range b.active() {
		jobs = append(jobs, job{minePath(m), "mine.html", func() any { return b.minePage(m) }})
	}
	return jobs
}

// teamsPage starts a page that stands below the team's index.
func (b *builder) teamsPage(path, section, title string) Page {
	p := b.page(path, section, title, "")
	p.Crumbs = []Crumb{{b.words.Text("nav.group.team"), teamPath}}
	return p
}

type teamPage struct {
	Page
	Coaching, Tactics, Finish, Prompts, Mine string
}

func (b *builder) teamPage() *teamPage {
	p := &teamPage{Page: b.page(teamPath, "team", b.words.Text("team.title"), "")}
	p.Kicker = b.site.Edition
	p.Standfirst = plain(b.words.Text("team.standfirst"))
	p.Coaching, p.Tactics, p.Finish = p.url(coachingPath), p.url(tacticsPath), p.url(finishPath)
	p.Prompts, p.Mine = p.url(promptsPath), p.url(minesPath)
	return p
}

type promptsPage struct {
	Page
	Partnership string
	Others      []string // the other seven questions
}

// promptsPage has its words in the template, but for the questions of the
// contract, which are the same everywhere.
func (b *builder) promptsPage() *promptsPage {
	p := &promptsPage{Page: b.teamsPage(promptsPath, "prompts", b.words.Text("prompts.title"))}
	p.Kicker = b.words.Text("nav.prompts")
	p.Standfirst = plain(b.words.Text("prompts.standfirst"))
	for _, q := range tracker.Questions.Terms {
		question := b.words.Definition(&tracker.Questions, q.ID)
		if q.ID == tracker.OwnQuestion {
			p.Partnership = question
			continue
		}
		p.Others = append(p.Others, question)
	}
	return p
}
