package site

import "slices"

// job is one page to be made. make runs on any goroutine.
type job struct {
	path, template string
	make           func() any
}

// jobs are all pages of the site, but those at earlier addresses.
func (b *builder) jobs() []job {
	return slices.Concat(
		[]job{
			{"index.html", "home.html", func() any { return b.homePage() }},
			{"board/index.html", "board.html", func() any { return b.boardPage() }},
			{"partnership/index.html", "partnership.html", func() any { return b.partnershipPage() }},
			{searchPath, "search.html", func() any { return b.searchPage() }},
			{notFoundPath, "404.html", func() any { return b.notFoundPage() }},
		},
		[]job{{historyPath, "history.html", func() any { return b.historyPage() }}},
		b.recordJobs(),
		b.sumJobs(),
		b.digestJobs(),
		b.reportJobs(),
		b.stakeholderJobs(),
		b.teamJobs(),
		b.aboutJobs(),
		b.dataJobs(),
	)
}

// recordJobs are the pages of records and of what they are linked to.
func (b *builder) recordJobs() []job {
	jobs := []job{
		{"priorities/index.html", "priorities.html", func() any { return b.prioritiesPage() }},
		{"outcomes/index.html", "outcomes.html", func() any { return b.outcomesPage() }},
	}
	for n := range listPages(len(b.t.Wins)) {
		jobs = append(jobs, job{listPath("wins", n), "wins.html", func() any { return b.winsPage(n) }})
	}
	for n := range listPages(len(b.t.Intakes)) {
		jobs = append(jobs, job{listPath("intakes", n), "intakes.html", func() any { return b.intakesPage(n) }})
	}
	for i, p := range b.t.Strategy.Priorities {
		jobs = append(jobs, job{priorityPath(p), "priority.html", func() any { return b.priorityPage(i) }})
	}
	for i, o := range b.t.Strategy.Outcomes {
		jobs = append(jobs, job{outcomePath(o), "outcome.html", func() any { return b.outcomePage(i) }})
	}
	for i, w := range b.t.Wins {
		jobs = append(jobs, job{winPath(w), "win.html", func() any { return b.winPage(i) }})
	}
	for i, in := range b.t.Intakes {
		jobs = append(jobs, job{intakePath(in), "intake.html", func() any { return b.intakePage(i) }})
	}
	return jobs
}

// sumJobs are the pages on what the records add up to.
func (b *builder) sumJobs() []job {
	return []job{
		{"changes/index.html", "changes.html", func() any { return b.changesPage() }},
		{"promises/index.html", "promises.html", func() any { return b.promisesPage() }},
		{"playbook/index.html", "playbook.html", func() any { return b.playbookPage() }},
		{"voices/index.html", "voices.html", func() any { return b.voicesPage() }},
	}
}

// aboutJobs are the pages that say what the others mean.
func (b *builder) aboutJobs() []job {
	jobs := []job{{"about/index.html", "about.html", func() any { return b.aboutPage() }}}
	for i := range b.f.Sheets() {
		s := &b.f.Sheets()[i]
		for n := range insightPages(s) {
			jobs = append(jobs, job{listPath("about/"+s.Definition.ID, n), "insight.html", func() any { return b.insightPage(s, n) }})
		}
	}
	if len(b.opts.Rules) > 0 {
		jobs = append(jobs, job{rulesPath, "rules.html", func() any { return b.rulesPage() }})
	}
	return jobs
}
