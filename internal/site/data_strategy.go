package site

import (
	"slices"

	"smallwins/internal/tracker"
)

// tablePriorities are the strategic priorities.
func (b *builder) tablePriorities() *dataset {
	at := map[*tracker.Priority]int{}
	for i := range b.f.Coverage.Priorities {
		at[b.f.Coverage.Priorities[i].Priority] = i
	}
	say := b.words.Text
	return &dataset{
		id: "priorities", title: say("data.priorities"),
		about: say("data.priorities.about"),
		columns: []column{
			{"id", say("data.id"), textType, say("data.priorities.id.about")},
			{"page", say("data.page"), textType, say("data.page.about")},
			{"title", say("data.heading"), textType, ""},
			{"why", say("data.priorities.why"), proseType, ""},
			{"sponsor", say("data.priorities.sponsor"), textType, ""},
			{"from", say("data.priorities.from"), dateType, ""},
			{"to", say("data.priorities.to"), dateType, ""},
			{"outcomes", say("data.outcomes"), listType, say("data.priorities.outcomes.about")},
			{"wins", say("data.priorities.wins"), numberType, say("data.priorities.wins.about")},
			{"last_win", say("data.priorities.last_win"), dateType, ""},
		},
		rows: each(b.t.Strategy.Priorities, func(p *tracker.Priority) []value {
			row := []value{string(p.ID), href("", priorityPath(p)), p.Title, p.Why, b.person(p.Sponsor), p.From, p.To, ids(p.Outcomes, b.outcomeID), nil, nil}
			if i, ok := at[p]; ok {
				pc := b.f.Coverage.Priorities[i]
				row[8] = len(pc.Wins)
				if pc.LastWin != nil {
					row[9] = pc.LastWin.Date
				}
			}
			return row
		}),
	}
}

// tableOutcomes are what the business wants in the end.
func (b *builder) tableOutcomes() *dataset {
	say := b.words.Text
	d := &dataset{
		id: "outcomes", title: say("data.outcomes"),
		about: say("data.outcomes.about"),
	}
	var makers []func(o *tracker.Outcome) value
	own := func(key string, t columnType, label, about string, of func(o *tracker.Outcome) value) {
		d.columns = append(d.columns, column{key, label, t, about})
		makers = append(makers, of)
	}
	own("id", textType, say("data.id"), say("data.outcomes.id.about"), func(o *tracker.Outcome) value { return string(o.ID) })
	own("page", textType, say("data.page"), say("data.page.about"), func(o *tracker.Outcome) value { return href("", outcomePath(o)) })
	own("title", textType, say("data.heading"), "", func(o *tracker.Outcome) value { return o.Title })
	own("kind", textType, say("data.kind"), b.oneOf(&tracker.OutcomeKinds), func(o *tracker.Outcome) value { return o.Kind })
	b.measureColumns(func(key string, t columnType, label string, of func(m *tracker.Measure) value) {
		own(key, t, label, "", func(o *tracker.Outcome) value { return of(&o.Measure) })
	})
	grades := map[*tracker.Outcome]string{}
	for _, s := range b.f.Stories {
		grades[s.Outcome] = string(s.Grade)
	}
	own("evidence", textType, say("data.outcomes.evidence"), say("data.outcomes.evidence.about"), func(o *tracker.Outcome) value { return grades[o] })
	d.rows = each(b.t.Strategy.Outcomes, made(makers))
	return d
}

// tableReadings are all readings up to the day of the report, gaps included.
func (b *builder) tableReadings() *dataset {
	type row struct {
		kind    tracker.Kind
		id      tracker.ID
		unit    string
		reading tracker.Reading
	}
	var rows []row
	add := func(kind tracker.Kind, id tracker.ID, unit string, readings []tracker.Reading) {
		first := len(rows)
		for _, r := range readings {
			if r.Date <= b.t.AsOf {
				rows = append(rows, row{kind, id, unit, r})
			}
		}
		slices.SortStableFunc(rows[first:], func(x, y row) int { return int(x.reading.Date) - int(y.reading.Date) })
	}
	for _, o := range b.t.Strategy.Outcomes {
		add(tracker.KindOutcome, o.ID, o.Measure.Unit, o.Readings)
	}
	for _, in := range b.t.Intakes {
		add(tracker.KindIntake, in.ID, in.Measure.Unit, in.Readings)
	}
	say := b.words.Text
	return &dataset{
		id: "readings", title: say("data.readings"),
		about: say("data.readings.about"),
		columns: []column{
			{"kind", say("data.readings.kind"), textType, say("data.readings.kind.about")},
			{"id", say("data.id"), textType, say("data.readings.id.about")},
			{"date", say("data.date"), dateType, ""},
			{"value", say("data.value"), numberType, say("data.readings.value.about")},
			{"unit", say("data.unit"), textType, ""},
			{"note", say("data.note"), textType, ""},
		},
		rows: each(rows, func(r row) []value {
			return []value{string(r.kind), string(r.id), r.reading.Date, r.reading.Value, r.unit, r.reading.Note}
		}),
	}
}
