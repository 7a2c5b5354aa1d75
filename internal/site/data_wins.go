package site

import (
	"strings"

	"smallwins/internal/tracker"
)

// tableWins are the nine columns of the tracker, in their order.
func (b *builder) tableWins() *dataset {
	say := b.words.Text
	label := func(key, text string) string { return b.site.label(key, say(text)) }
	return &dataset{
		id: "wins", title: say("data.wins"),
		about: say("data.wins.about"),
		columns: []column{
			{"date", label("date", "field.win.date"), dateType, say("data.wins.date.about")},
			{"entered_by", label("entered_by", "field.win.entered_by"), textType, ""},
			{"collaborators", label("collaborators", "field.win.collaborators"), listType, say("data.wins.collaborators.about")},
			{"event", label("what_happened", "data.wins.event"), proseType, say("data.wins.event.about")},
			{"why", label("why", "field.win.why"), proseType, ""},
			{"connection", label("connection", "data.wins.connection"), proseType, say("data.wins.connection.about")},
			{"follow_ups", label("follow_up_notes", "field.win.follow_up_notes"), proseType, say("data.wins.follow_ups.about")},
			{"how_to_replicate", label("how_to_replicate", "field.win.how_to_replicate"), proseType, ""},
			{"encouraging", label("encouraging", "field.win.encouraging"), proseType, ""},
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
	say := b.words.Text
	d := &dataset{
		id: "wins-full", title: say("data.wins-full"),
		about: say("data.wins-full.about"),
	}
	var makers []func(w *tracker.Win) value
	own := func(key string, t columnType, label, about string, of func(w *tracker.Win) value) {
		d.columns = append(d.columns, column{key, b.site.label(key, label), t, about})
		makers = append(makers, of)
	}
	add := func(key string, t columnType, about string, of func(w *tracker.Win) value) {
		own(key, t, say("field.win."+key), about, of)
	}
	own("id", textType, say("data.id"), say("data.wins-full.id.about"), func(w *tracker.Win) value { return string(w.ID) })
	own("page", textType, say("data.page"), say("data.page.about"), func(w *tracker.Win) value { return href("", winPath(w)) })
	add("date", dateType, "", func(w *tracker.Win) value { return w.Date })
	own("quarter", textType, say("data.quarter"), say("data.wins-full.quarter.about"), func(w *tracker.Win) value { return b.t.Quarter(w.Date).String() })
	add("title", textType, "", func(w *tracker.Win) value { return w.Title })
	add("entered_by", textType, "", func(w *tracker.Win) value { return b.person(w.EnteredBy) })
	add("people", listType, say("data.wins-full.people.about"), func(w *tracker.Win) value { return b.people(w.Whose()) })
	add("collaborators", listType, "", func(w *tracker.Win) value { return b.people(w.Collaborators) })
	add("what_happened", proseType, "", func(w *tracker.Win) value { return written(w.WhatHappened) })
	add("why", proseType, "", func(w *tracker.Win) value { return written(w.Why) })
	add("priorities", listType, say("data.wins-full.priorities.about"), func(w *tracker.Win) value {
		if w.Priorities != nil && len(w.Priorities) == 0 {
			return []string{}
		}
		return ids(w.Priorities, b.priorityID)
	})
	add("connection", proseType, "", func(w *tracker.Win) value { return written(w.Connection) })
	add("follow_up_notes", proseType, say("data.wins-full.follow_up_notes.about"), func(w *tracker.Win) value { return written(w.FollowUpNotes) })
	add("how_to_replicate", proseType, "", func(w *tracker.Win) value { return written(w.HowToReplicate) })
	add("encouraging", proseType, "", func(w *tracker.Win) value { return written(w.Encouraging) })
	add("stage", textType, b.oneOf(&tracker.Stages), func(w *tracker.Win) value { return string(w.StageOr()) })
	add("outcomes", listType, say("data.wins-full.outcomes.about"), func(w *tracker.Win) value { return ids(w.Outcomes, b.outcomeID) })
	add("intake", textType, say("data.wins-full.intake.about"), func(w *tracker.Win) value { return string(b.intakeID(w.Intake)) })
	add("replicates", listType, say("data.wins-full.replicates.about"), func(w *tracker.Win) value { return ids(w.Replicates, b.winID) })
	add("practices", listType, b.oneOf(&tracker.Practices), func(w *tracker.Win) value { return w.Practices })
	add("activity", listType, b.oneOf(&tracker.Activities), func(w *tracker.Win) value { return w.Activity })
	add("noticed_by", listType, say("data.wins-full.noticed_by.about"), func(w *tracker.Win) value { return b.noticed(w) })
	add("assets_needed", listType, "", func(w *tracker.Win) value { return w.AssetsNeeded })
	own("undone", flagType, say("data.wins-full.undone"), "", func(w *tracker.Win) value { return !w.StandsAt(b.t.AsOf) })
	own("undone_on", dateType, say("data.wins-full.undone_on"), "", func(w *tracker.Win) value { return undoneAt(w, b.t.AsOf).On })
	own("undone_why", textType, say("data.wins-full.undone_why"), "", func(w *tracker.Win) value { return undoneAt(w, b.t.AsOf).Why })
	if !b.site.ForLeaders {
		add("pushback", proseType, say("data.team-only"), func(w *tracker.Win) value { return written(w.Pushback) })
		add("help_wanted", proseType, say("data.team-only"), func(w *tracker.Win) value { return written(w.HelpWanted) })
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
