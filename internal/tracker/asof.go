package tracker

import (
	"reflect"
	"slices"
)

// On returns the tracker as of the given day. Later wins and intakes are left
// out, and counted as left out; texts that link to them lose the link. Of the
// records that stay, what is dated after the day is not known yet. Nor are,
// before the strategy starts, its promises, which bear no day on which they
// were made.
func (t *Tracker) On(asOf Date) *Tracker {
	r := *t
	r.AsOf, r.Wins, r.Intakes = asOf, nil, nil
	gone := map[string]bool{}
	leave := func(kind Kind, id ID, audience Audience) {
		gone[PageOf(kind, id)] = true
		if audience == AudienceTeam {
			r.laterForTeam++
		}
	}
	for _, w := range t.Wins {
		if w.Date > asOf {
			leave(KindWin, w.ID, w.Audience)
			continue
		}
		r.Wins = append(r.Wins, w.on(asOf))
	}
	for _, in := range t.Intakes {
		if in.RequestedOn > asOf {
			leave(KindIntake, in.ID, in.Audience)
			continue
		}
		r.Intakes = append(r.Intakes, in.on(asOf))
	}
	if asOf < t.Strategy.Settings.StartedOn {
		r.Strategy.Stakeholders = mapped(t.Strategy.Stakeholders, func(s *Stakeholder) *Stakeholder { return s.before(asOf) })
	}
	if len(gone) > 0 {
		r.unlink(gone)
	}
	r.Attach(r.attached())
	later := len(t.Wins) + len(t.Intakes) - len(r.Wins) - len(r.Intakes)
	r.Census.Published -= later
	r.Census.LeftOut += later
	r.index()
	return &r
}

func (t *Tracker) unlink(gone map[string]bool) {
	unlink := func(p *Prose) { p.unlink(gone) }
	for i, w := range t.Wins {
		c := *w
		c.More = slices.Clone(c.More)
		eachProse(reflect.ValueOf(&c).Elem(), unlink)
		t.Wins[i] = &c
	}
	for i, in := range t.Intakes {
		c := *in
		c.More = slices.Clone(c.More)
		eachProse(reflect.ValueOf(&c).Elem(), unlink)
		t.Intakes[i] = &c
	}
}

// on returns the win as it was known on the day.
func (w *Win) on(asOf Date) *Win {
	c := *w
	c.NoticedBy = without(c.NoticedBy, func(n Notice) bool { return n.On > asOf })
	c.SharedOn = without(c.SharedOn, func(d Date) bool { return d > asOf })
	if c.ReplicateCheck.On > asOf {
		c.ReplicateCheck = Check{}
	}
	return &c
}

// before returns the stakeholder on a day before the strategy starts. A promise
// had been made when some day of its own lies behind: it was due, closed or
// moved by then.
func (s *Stakeholder) before(asOf Date) *Stakeholder {
	by := func(d Date) bool { return !d.IsZero() && d <= asOf }
	c := *s
	c.Promises = without(c.Promises, func(p Promise) bool {
		return !by(p.By) && !by(p.Closed) && !slices.ContainsFunc(p.Moved, func(m Move) bool { return by(m.On) })
	})
	return &c
}

// on returns the intake as it was known on the day. A status has no day of its
// own, so it goes back along the days of the agreement and the delivery. A
// verdict stands where the delivery had happened and no reading came later:
// with a later reading, the verdict was not known yet. Endings without an
// agreement bear no day and stay.
func (in *Intake) on(asOf Date) *Intake {
	c := *in
	readings := len(c.Readings)
	c.Readings = without(c.Readings, func(r Reading) bool { return r.Date > asOf })
	c.Conversations = without(c.Conversations, func(v Conversation) bool { return v.Date > asOf })
	c.Prework = without(c.Prework, func(p Prework) bool { return p.Date > asOf })
	c.OtherFactors = without(c.OtherFactors, func(f Factor) bool { return f.Date > asOf })
	eachProse(reflect.ValueOf(&c.Contract).Elem(), func(p *Prose) {
		if p.On > asOf {
			*p = Prose{}
		}
	})
	if c.ConfirmedOn > asOf {
		c.ConfirmedOn = 0
	}
	if c.BarriersChecked > asOf {
		c.BarriersChecked = 0
	}
	agreed, delivered := c.AgreedOn <= asOf, c.DeliveredOn <= asOf
	if !agreed || !delivered || len(c.Readings) < readings {
		c.Verdict, c.Missing, c.WhatChanged, c.WhatWasInTheWay = "", nil, Prose{}, Prose{}
		if c.Status == StatusEvaluated {
			c.Status = StatusDelivered
		}
	}
	if !delivered {
		c.DeliveredOn, c.WhatHappened = 0, Prose{}
		if c.Status.AtLeastDelivered() {
			c.Status = StatusAgreed
		}
	}
	if !agreed {
		c.AgreedOn, c.Agreed, c.WhatWeAgreed = 0, nil, Prose{}
		if c.Status.AtLeastAgreed() {
			c.Status = StatusRequested
			if len(c.Conversations) > 0 {
				c.Status = StatusExploring
			}
		}
	}
	return &c
}
