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
	return &dataset{
		id: "priorities", title: "Priorities",
		about: "What the business wants, as the strategy names it, with what is recorded for each.",
		columns: []column{
			{"id", "Id", textType, "What other tables call the priority by."},
			{"page", "Page", textType, "Its page, from the start of the site."},
			{"title", "Title", textType, ""},
			{"why", "Why", proseType, ""},
			{"sponsor", "Sponsor", textType, ""},
			{"from", "From", dateType, ""},
			{"to", "To", dateType, ""},
			{"outcomes", "Outcomes", listType, "Ids."},
			{"wins", "Wins", numberType, "That name it, while it was active."},
			{"last_win", "Last win", dateType, ""},
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
	d := &dataset{
		id: "outcomes", title: "Outcomes",
		about: "What the business wants in the end, how it is measured, and how strong the evidence of a contribution is.",
	}
	var makers []func(o *tracker.Outcome) value
	own := func(key string, t columnType, label, about string, of func(o *tracker.Outcome) value) {
		d.columns = append(d.columns, column{key, label, t, about})
		makers = append(makers, of)
	}
	own("id", textType, "Id", "What other tables call the outcome by.", func(o *tracker.Outcome) value { return string(o.ID) })
	own("page", textType, "Page", "Its page, from the start of the site.", func(o *tracker.Outcome) value { return href("", outcomePath(o)) })
	own("title", textType, "Title", "", func(o *tracker.Outcome) value { return o.Title })
	own("kind", textType, "Kind", terms(&tracker.OutcomeKinds), func(o *tracker.Outcome) value { return o.Kind })
	b.measureColumns(func(key string, t columnType, label string, of func(m *tracker.Measure) value) {
		own(key, t, label, "", func(o *tracker.Outcome) value { return of(&o.Measure) })
	})
	grades := map[*tracker.Outcome]string{}
	for _, s := range b.f.Stories {
		grades[s.Outcome] = string(s.Grade)
	}
	own("evidence", textType, "Evidence", "How strong the evidence of a contribution is; empty where there is not enough data.", func(o *tracker.Outcome) value { return grades[o] })
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
	return &dataset{
		id: "readings", title: "Readings",
		about: "What was read of outcomes, and of the measures that requests agreed on.",
		columns: []column{
			{"kind", "Of", textType, "“outcome” or “intake”."},
			{"id", "Id", textType, "Of the outcome or the request."},
			{"date", "Date", dateType, ""},
			{"value", "Value", numberType, "Empty where it was looked for and not known."},
			{"unit", "Unit", textType, ""},
			{"note", "Note", textType, ""},
		},
		rows: each(rows, func(r row) []value {
			return []value{string(r.kind), string(r.id), r.reading.Date, r.reading.Value, r.unit, r.reading.Note}
		}),
	}
}
