package site

import (
	"strings"

	"smallwins/internal/tracker"
)

// tableIntakes are requests with what was agreed and what came of it.
func (b *builder) tableIntakes() *dataset {
	say := b.words.Text
	d := &dataset{
		id: "intakes", title: say("data.intakes"),
		about: say("data.intakes.about"),
	}
	var makers []func(in *tracker.Intake) value
	own := func(key string, t columnType, label, about string, of func(in *tracker.Intake) value) {
		d.columns = append(d.columns, column{key, b.site.label(key, label), t, about})
		makers = append(makers, of)
	}
	add := func(key string, t columnType, about string, of func(in *tracker.Intake) value) {
		own(key, t, say("field.intake."+key), about, of)
	}
	text := func(key string, of func(in *tracker.Intake) tracker.Prose) {
		add(key, proseType, "", func(in *tracker.Intake) value { return written(of(in)) })
	}
	own("id", textType, say("data.id"), say("data.intakes.id.about"), func(in *tracker.Intake) value { return string(in.ID) })
	own("page", textType, say("data.page"), say("data.page.about"), func(in *tracker.Intake) value { return href("", intakePath(in)) })
	add("title", textType, "", func(in *tracker.Intake) value { return in.Title })
	text("request", func(in *tracker.Intake) tracker.Prose { return in.Request })
	add("stakeholder", textType, "", func(in *tracker.Intake) value { return b.person(in.Stakeholder) })
	own("department", textType, say("data.intakes.department"), say("data.intakes.department.about"), func(in *tracker.Intake) value { return b.department(in.Stakeholder) })
	add("owner", textType, "", func(in *tracker.Intake) value { return b.person(in.Owner) })
	add("requested_on", dateType, "", func(in *tracker.Intake) value { return in.RequestedOn })
	add("status", textType, b.oneOf(&tracker.Statuses), func(in *tracker.Intake) value { return string(in.Status) })
	add("agreed_on", dateType, "", func(in *tracker.Intake) value { return in.AgreedOn })
	add("delivered_on", dateType, "", func(in *tracker.Intake) value { return in.DeliveredOn })
	add("arrived_as", textType, b.oneOf(&tracker.Arrivals), func(in *tracker.Intake) value { return string(in.ArrivedAs) })
	add("requested", listType, say("data.intakes.requested.about")+" "+b.oneOf(&tracker.Solutions), func(in *tracker.Intake) value { return in.Requested })
	add("agreed", listType, say("data.intakes.agreed.about"), func(in *tracker.Intake) value { return in.Agreed })
	b.contractColumns(own)
	add("verdict", textType, b.oneOf(&tracker.Verdicts), func(in *tracker.Intake) value { return string(in.Verdict) })
	add("missing", listType, say("data.intakes.missing.about", "questions", strings.Join(tracker.Questions.IDs(), ", ")), func(in *tracker.Intake) value { return in.Missing })
	text("what_we_agreed", func(in *tracker.Intake) tracker.Prose { return in.WhatWeAgreed })
	text("what_happened", func(in *tracker.Intake) tracker.Prose { return in.WhatHappened })
	text("what_changed", func(in *tracker.Intake) tracker.Prose { return in.WhatChanged })
	text("what_was_in_the_way", func(in *tracker.Intake) tracker.Prose { return in.WhatWasInTheWay })
	text("reason", func(in *tracker.Intake) tracker.Prose { return in.Reason })
	text("offered_instead", func(in *tracker.Intake) tracker.Prose { return in.OfferedInstead })
	add("redirected_to", textType, "", func(in *tracker.Intake) value { return in.RedirectedTo })
	d.rows = each(b.t.Intakes, made(makers))
	return d
}

// contractColumns are the eight answers, how many count, how the request was
// handled, and the measure.
func (b *builder) contractColumns(own func(key string, t columnType, label, about string, of func(in *tracker.Intake) value)) {
	say := b.words.Text
	for _, q := range tracker.Questions.Terms {
		own(q.ID, proseType, b.words.Label(&tracker.Questions, q.ID), b.words.Definition(&tracker.Questions, q.ID), func(in *tracker.Intake) value { return written(in.Contract.Answer(q.ID)) })
	}
	own("answered", numberType, say("data.intakes.answered"), say("data.intakes.answered.about"), func(in *tracker.Intake) value {
		if c := b.f.Contract(in); c != nil && c.Missing == "" {
			return c.N
		}
		return nil
	})
	own("position", textType, say("data.intakes.position"), say("data.intakes.position.about"), func(in *tracker.Intake) value {
		if c := b.f.Contract(in); c != nil {
			return string(c.Position)
		}
		return nil
	})
	b.measureColumns(func(key string, t columnType, label string, of func(m *tracker.Measure) value) {
		own(key, t, label, "", func(in *tracker.Intake) value { return of(&in.Measure) })
	})
}

// measureColumns are what is read, of a request or an outcome.
func (b *builder) measureColumns(own func(key string, t columnType, label string, of func(m *tracker.Measure) value)) {
	say := b.words.Text
	own("measure", textType, say("data.measure"), func(m *tracker.Measure) value { return m.Name })
	own("measure_unit", textType, say("data.unit"), func(m *tracker.Measure) value { return m.Unit })
	own("measure_level", textType, say("data.measure.level"), func(m *tracker.Measure) value { return string(m.Level) })
	own("measure_direction", textType, say("data.measure.direction"), func(m *tracker.Measure) value { return m.Direction })
	own("measure_baseline", numberType, say("data.measure.baseline"), func(m *tracker.Measure) value { return m.Baseline })
	own("measure_target", numberType, say("data.measure.target"), func(m *tracker.Measure) value { return m.Target })
	own("measure_by", dateType, say("data.measure.by"), func(m *tracker.Measure) value { return m.By })
	own("measure_meaningful", numberType, say("data.measure.meaningful"), func(m *tracker.Measure) value { return m.Meaningful })
}

func (b *builder) department(p tracker.Person) string {
	if s := b.t.Who(p).Stakeholder; s != nil {
		return s.Department
	}
	return ""
}
