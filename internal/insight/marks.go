package insight

import (
	"strings"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// owned holds when someone in the business has said what they will do, and by
// when. What became of it is another matter: see Promises.
func owned(t *tracker.Tracker, in *tracker.Intake, words *message.Language) Mark {
	m := Mark{ID: "owned", Label: words.Text("insight.mark.owned"), Reason: words.Text("insight.mark.owned.nobody", "over", whether(Over(in)))}
	var first *tracker.Promise
	more := -1
	for i := range in.Commitments {
		p := &in.Commitments[i]
		who := t.Who(p.Who)
		switch {
		case p.Who == "" || who.InTeam() || p.What == "":
		case !p.By.IsZero():
			if more++; first == nil {
				first = p
			}
		case first == nil:
			m.Reason = words.Text("insight.mark.owned.undated", "who", who.Name, "over", whether(Over(in)))
		}
	}
	if first != nil {
		m.Held = true
		m.Reason = words.Text("insight.mark.owned.held", "who", t.Who(first.Who).Name, "what", clause(first.What), "day", first.By, "more", more)
	}
	return m
}

// Over reports whether a request was delivered or ended, so that what is missing
// of its contract can no longer come.
func Over(in *tracker.Intake) bool { return in.Status.AtLeastDelivered() || in.Status.NotAgreed() }

// whether picks a form of a text: "yes" or "no".
func whether(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// shift holds when what both sides look at is a behaviour or a result, with
// where it stands and where it should go.
func shift(in *tracker.Intake, words *message.Language) Mark {
	m := Mark{ID: "shift", Label: words.Text("insight.mark.shift")}
	v := in.Measure
	name := v.Name
	if name == "" {
		name = words.Text("insight.mark.shift.measure")
	}
	over := whether(Over(in))
	switch {
	case v.IsZero():
		m.Reason = words.Text("insight.mark.shift.none", "over", over)
	case v.Level == "":
		m.Reason = words.Text("insight.mark.shift.no-level", "name", name)
	case v.Level != tracker.LevelBehaviour && v.Level != tracker.LevelResult:
		m.Reason = words.Text("insight.mark.shift.other-level", "name", name, "level", words.Inside(words.Label(&tracker.Levels, string(v.Level))))
	case !v.Baseline.Known && !v.Target.Known:
		m.Reason = words.Text("insight.mark.shift.neither", "name", name, "over", over)
	case !v.Baseline.Known:
		m.Reason = words.Text("insight.mark.shift.no-baseline", "name", name, "over", over)
	case !v.Target.Known:
		m.Reason = words.Text("insight.mark.shift.no-target", "name", name, "over", over)
	default:
		m.Held = true
		m.Reason = words.Text("insight.mark.shift.held", "name", name, "change", words.Change(v.Baseline.Value, v.Target.Value, v.Unit),
			"dated", whether(!v.By.IsZero()), "day", v.By)
	}
	return m
}

// reinforced holds when someone will do something to make it last, at a time.
func reinforced(t *tracker.Tracker, in *tracker.Intake, words *message.Language) Mark {
	m := Mark{ID: "reinforcement", Label: words.Text("insight.mark.reinforcement"), Reason: words.Text("insight.mark.reinforcement.none")}
	for _, r := range in.Reinforcement {
		if r.Who != "" && r.What != "" && r.When != "" {
			m.Held = true
			m.Reason = words.Text("insight.mark.reinforcement.held", "who", t.Who(r.Who).Name, "moment", r.When,
				"label", words.Inside(words.Label(&tracker.Moments, r.When)), "what", clause(r.What))
			return m
		}
		m.Reason = words.Text("insight.mark.reinforcement.unclear", "over", whether(Over(in)))
	}
	return m
}

// barrier holds when something in the way has an owner in the business, or
// somebody looked and found nothing.
func barrier(t *tracker.Tracker, in *tracker.Intake, words *message.Language) Mark {
	m := Mark{ID: "barrier", Label: words.Text("insight.mark.barrier")}
	what := func(b tracker.Barrier) string {
		if b.What != "" {
			return clause(b.What)
		}
		return clause(words.Label(&tracker.BarrierKinds, b.Kind))
	}
	for _, b := range in.Barriers {
		if who := t.Who(b.Owner); b.Owner != "" && !who.InTeam() {
			m.Held = true
			m.Reason = words.Text("insight.mark.barrier.held", "who", who.Name, "what", what(b))
			return m
		}
	}
	over := whether(Over(in))
	switch {
	case len(in.Barriers) > 0:
		m.Reason = words.Text("insight.mark.barrier.unowned", "what", what(in.Barriers[0]), "over", over)
	case !in.BarriersChecked.IsZero():
		m.Held = true
		m.Reason = words.Text("insight.mark.barrier.none-found", "day", in.BarriersChecked)
	default:
		m.Reason = words.Text("insight.mark.barrier.not-looked", "over", over)
	}
	return m
}

// clause makes an author's line fit into a sentence.
func clause(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".;, ") }
