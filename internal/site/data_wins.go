package site

import (
	"strings"

	"smallwins/internal/tracker"
)

// tableWins are the nine columns of the tracker, in their order.
func (b *builder) tableWins() *dataset {
	label := func(key, usual string) string { return b.site.label(key, usual) }
	return &dataset{
		id: "wins", title: "Wins, in nine columns",
		about: "Every win as a spreadsheet of small wins has it: nine columns, nothing else.",
		columns: []column{
			{"date", label("date", "Date"), dateType, "The day that it happened."},
			{"entered_by", label("entered_by", "Person entering the win"), textType, ""},
			{"collaborators", label("collaborators", "Collaborator"), listType, "People outside of the entry, each as “Name (Role)”."},
			{"event", label("what_happened", "Event/Action/Deliverable"), proseType, "The win in one line; below an empty line, what happened."},
			{"why", label("why", "Why it's a win"), proseType, ""},
			{"connection", label("connection", "Connection to larger strategic priorities"), proseType, "The reasoning; above it, on a line that begins with “Priorities:”, their titles, or “none yet”."},
			{"follow_ups", label("follow_up_notes", "Follow-ups"), proseType, "The text; below it each task or promise on a line that begins with “[ ]”, or “[x]” where it was closed, and after a “|” whom it was promised to, by when, and what became of it."},
			{"how_to_replicate", label("how_to_replicate", "How to replicate"), proseType, ""},
			{"encouraging", label("encouraging", "Something encouraging"), proseType, ""},
		},
		rows: each(b.t.Wins, func(w *tracker.Win) []value {
			return []value{
				w.Date, b.person(w.EnteredBy), b.people(w.Collaborators),
				paragraphs(w.Title, written(w.WhatHappened)), written(w.Why),
				paragraphs(b.prioritiesLine(w), written(w.Connection)), paragraphs(written(w.FollowUpNotes), b.followUps(w)),
				written(w.HowToReplicate), written(w.Encouraging),
			}
		}),
	}
}

// tableWinFields are wins with all that their pages say.
func (b *builder) tableWinFields() *dataset {
	d := &dataset{
		id: "wins-full", title: "Wins, with all their fields",
		about: "Every win with all that its page shows, each field in a column of its own.",
	}
	var makers []func(w *tracker.Win) value
	own := func(key string, t columnType, label, about string, of func(w *tracker.Win) value) {
		d.columns = append(d.columns, column{key, b.site.label(key, label), t, about})
		makers = append(makers, of)
	}
	add := func(key string, t columnType, about string, of func(w *tracker.Win) value) {
		own(key, t, labelOf(tracker.WinFields, key), about, of)
	}
	own("id", textType, "Id", "What other tables call the win by.", func(w *tracker.Win) value { return string(w.ID) })
	own("page", textType, "Page", "Its page, from the start of the site.", func(w *tracker.Win) value { return href("", winPath(w)) })
	add("date", dateType, "", func(w *tracker.Win) value { return w.Date })
	own("quarter", textType, "Quarter", "By this tracker’s own year.", func(w *tracker.Win) value { return b.t.Quarter(w.Date).String() })
	add("title", textType, "", func(w *tracker.Win) value { return w.Title })
	add("entered_by", textType, "", func(w *tracker.Win) value { return b.person(w.EnteredBy) })
	add("people", listType, "Whose win it is.", func(w *tracker.Win) value { return b.people(w.Whose()) })
	add("collaborators", listType, "", func(w *tracker.Win) value { return b.people(w.Collaborators) })
	add("what_happened", proseType, "", func(w *tracker.Win) value { return written(w.WhatHappened) })
	add("why", proseType, "", func(w *tracker.Win) value { return written(w.Why) })
	add("priorities", listType, "Ids. An empty list says “no link yet”, null that nobody said.", func(w *tracker.Win) value {
		if w.Priorities != nil && len(w.Priorities) == 0 {
			return []string{}
		}
		return ids(w.Priorities, b.priorityID)
	})
	add("connection", proseType, "", func(w *tracker.Win) value { return written(w.Connection) })
	add("follow_up_notes", proseType, "Tasks and promises are in a table of their own.", func(w *tracker.Win) value { return written(w.FollowUpNotes) })
	add("how_to_replicate", proseType, "", func(w *tracker.Win) value { return written(w.HowToReplicate) })
	add("encouraging", proseType, "", func(w *tracker.Win) value { return written(w.Encouraging) })
	add("stage", textType, terms(&tracker.Stages), func(w *tracker.Win) value { return string(w.StageOr()) })
	add("outcomes", listType, "Ids of those that the win names itself.", func(w *tracker.Win) value { return ids(w.Outcomes, b.outcomeID) })
	add("intake", textType, "Id of the request that it grew from.", func(w *tracker.Win) value { return string(b.intakeID(w.Intake)) })
	add("replicates", listType, "Ids of the wins that it repeats.", func(w *tracker.Win) value { return ids(w.Replicates, b.winID) })
	add("practices", listType, terms(&tracker.Practices), func(w *tracker.Win) value { return w.Practices })
	add("activity", listType, terms(&tracker.Activities), func(w *tracker.Win) value { return w.Activity })
	add("noticed_by", listType, "Who in the business saw it.", func(w *tracker.Win) value { return b.noticed(w) })
	add("assets_needed", listType, "", func(w *tracker.Win) value { return w.AssetsNeeded })
	own("undone", flagType, "Since come undone", "", func(w *tracker.Win) value { return !w.StandsAt(b.t.AsOf) })
	own("undone_on", dateType, "Came undone on", "", func(w *tracker.Win) value { return undoneAt(w, b.t.AsOf).On })
	own("undone_why", textType, "Why it came undone", "", func(w *tracker.Win) value { return undoneAt(w, b.t.AsOf).Why })
	if !b.site.ForLeaders {
		add("pushback", proseType, "In the team’s edition only.", func(w *tracker.Win) value { return written(w.Pushback) })
		add("help_wanted", proseType, "In the team’s edition only.", func(w *tracker.Win) value { return written(w.HelpWanted) })
	}
	d.rows = each(b.t.Wins, made(makers))
	return d
}

func undoneAt(w *tracker.Win, asOf tracker.Date) tracker.Undone {
	if w.StandsAt(asOf) {
		return tracker.Undone{}
	}
	return w.Undone
}

func (b *builder) noticed(w *tracker.Win) value {
	var who []tracker.Person
	for _, n := range w.NoticedBy {
		if n.Who != "" {
			who = append(who, n.Who)
		}
	}
	return b.people(who)
}

// prioritiesLine says which priorities a win names; "" where nobody said.
func (b *builder) prioritiesLine(w *tracker.Win) string {
	if w.Priorities == nil {
		return ""
	}
	titles := []string{"none yet"}
	if len(w.Priorities) > 0 {
		titles = titles[:0]
	}
	for _, id := range w.Priorities {
		if p := b.t.Priority(id); p != nil {
			titles = append(titles, p.Title)
		}
	}
	return "Priorities: " + strings.Join(titles, listMark)
}

// followUps lists the tasks and promises of a win, a line for each.
func (b *builder) followUps(w *tracker.Win) string {
	lines := make([]string, len(w.FollowUps))
	for i := range w.FollowUps {
		p := &w.FollowUps[i]
		box := "[ ] "
		if !p.Closed.IsZero() && p.Closed <= b.t.AsOf {
			box = "[x] "
		}
		parts := []string{strings.ReplaceAll(p.What, "|", `\|`)}
		add := func(label, text string) {
			if text != "" {
				parts = append(parts, label+strings.ReplaceAll(text, "|", `\|`))
			}
		}
		add("who: ", b.person(p.Who))
		add("to: ", b.person(p.To))
		add("by: ", p.By.String())
		add("size: ", string(p.Size))
		if due := p.DueAt(b.t.AsOf); due != p.By {
			add("moved to: ", due.String())
		}
		if state := p.StateAt(b.t.AsOf); state != tracker.PromiseOpen {
			add("state: ", string(state))
		}
		if p.Closed <= b.t.AsOf {
			add("closed: ", p.Closed.String())
		}
		lines[i] = box + strings.Join(parts, " | ")
	}
	return strings.Join(lines, "\n")
}
