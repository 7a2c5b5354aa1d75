package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

// owned holds when someone in the business has said what they will do, and by
// when. What became of it is another matter: see Promises.
func owned(t *tracker.Tracker, in *tracker.Intake) Mark {
	m := Mark{ID: "owned", Label: "Owned by the business", Reason: "no one in the business has taken a part" + yet(in)}
	n := 0
	for i := range in.Commitments {
		p := &in.Commitments[i]
		who := t.Who(p.Who)
		switch {
		case p.Who == "" || who.InTeam() || p.What == "":
			continue
		case p.By.IsZero():
			if n == 0 {
				m.Reason = who.Name + " has taken a part, without a day" + yet(in)
			}
			continue
		}
		if n++; n == 1 {
			m.Held = true
			m.Reason = "owned by " + who.Name + ": " + clause(p.What) + ", by " + Day(p.By)
		}
	}
	if n > 1 {
		m.Reason += ", and " + Count(n-1) + " more"
	}
	return m
}

// yet stands behind what is missing as long as it can still come. Once a
// request is delivered or ended, it no longer can: what is added afterwards
// came afterwards.
func yet(in *tracker.Intake) string {
	if Over(in) {
		return ""
	}
	return " yet"
}

// Over reports whether a request was delivered or ended, so that what is missing
// of its contract can no longer come.
func Over(in *tracker.Intake) bool { return in.Status.AtLeastDelivered() || in.Status.NotAgreed() }

// shift holds when what both sides look at is a behaviour or a result, with
// where it stands and where it should go.
func shift(in *tracker.Intake) Mark {
	m := Mark{ID: "shift", Label: "A measurable shift"}
	v := in.Measure
	name := v.Name
	if name == "" {
		name = "the measure"
	}
	switch {
	case v.IsZero():
		m.Reason = "no measure" + yet(in)
	case v.Level == "":
		m.Reason = name + " does not say whether it looks at behaviour or results"
	case v.Level != tracker.LevelBehaviour && v.Level != tracker.LevelResult:
		m.Reason = name + " is a measure of " + strings.ToLower(tracker.Levels.Label(string(v.Level))) + ", not of behaviour or results"
	case !v.Baseline.Known && !v.Target.Known:
		m.Reason = name + " has neither a baseline nor a target" + yet(in)
	case !v.Baseline.Known:
		m.Reason = name + " has no baseline" + yet(in)
	case !v.Target.Known:
		m.Reason = name + " has no target" + yet(in)
	default:
		m.Held = true
		m.Reason = name + ", from " + Change(v.Baseline.Value, v.Target.Value, v.Unit)
		if !v.By.IsZero() {
			m.Reason += " by " + Day(v.By)
		}
	}
	return m
}

// reinforced holds when someone will do something to make it last, at a time.
func reinforced(t *tracker.Tracker, in *tracker.Intake) Mark {
	m := Mark{ID: "reinforcement", Label: "Reinforced", Reason: "nobody has said how it will be kept alive"}
	for _, r := range in.Reinforcement {
		if r.Who != "" && r.What != "" && r.When != "" {
			m.Held = true
			m.Reason = t.Who(r.Who).Name + ", " + strings.ToLower(tracker.Moments.Label(r.When)) + ": " + clause(r.What)
			return m
		}
		m.Reason = "not clear" + yet(in) + " who does what, and when"
	}
	return m
}

// barrier holds when something in the way has an owner in the business, or
// somebody looked and found nothing.
func barrier(t *tracker.Tracker, in *tracker.Intake) Mark {
	m := Mark{ID: "barrier", Label: "Barrier owned"}
	for _, b := range in.Barriers {
		if who := t.Who(b.Owner); b.Owner != "" && !who.InTeam() {
			m.Held = true
			m.Reason = who.Name + " owns it: " + clause(barrierName(b))
			return m
		}
	}
	switch {
	case len(in.Barriers) > 0:
		m.Reason = "nobody in the business owns it" + yet(in) + ": " + clause(barrierName(in.Barriers[0]))
	case !in.BarriersChecked.IsZero():
		m.Held = true
		m.Reason = "looked on " + Day(in.BarriersChecked) + ", none found"
	default:
		m.Reason = "nobody has looked" + yet(in)
	}
	return m
}

func barrierName(b tracker.Barrier) string {
	if b.What != "" {
		return b.What
	}
	return tracker.BarrierKinds.Label(b.Kind)
}

// clause makes an author's line fit into a sentence.
func clause(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".;, ") }
