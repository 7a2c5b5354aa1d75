package insight

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

// Repeats is orders whose last one before, of the same stakeholder or of the same
// kind for the same department, ended with no change or worse, or at which nobody
// had looked (requirement 000-43). That they are about the same thing is not
// known. It covers every record up to the day of the report.
type Repeats struct {
	Ratio      Ratio             // requests that repeat / requests that could
	Pairs      []*Repeat         // in the order of the later requests
	OtherWay   []*Repeat         // the same before them, and this time no order: a problem, an invitation, a recommendation
	Others     []*tracker.Intake // the rest of the requests that could
	Unplaced   []*tracker.Intake // nothing changed or nobody looked, and the day of the delivery is missing or lies before that of the request: no request is known to come after
	WindowDays int               // delivered for longer without a verdict: nobody looked
	Excluded   []Excluded
	Missing    string
}

// Repeat is a request and the earlier one that it comes after: the one of the
// same stakeholder that ended last, else the last one of the same kind.
type Repeat struct {
	Later   *tracker.Intake
	Earlier *tracker.Intake
	Topic   bool // paired by department and kind of solution alone, not by the stakeholder
	Unseen  bool // nobody looked at the earlier one; else nothing changed
	Reason  string
}

// ending is an intake that was looked at, or at which nobody had looked.
type ending struct {
	intake *tracker.Intake
	last   tracker.Date // a request after this day comes after it
	unseen bool
	better bool // something changed, or it could not be told: what comes after repeats nothing
}

func (f *Figures) repeatedRequests() Repeats {
	r := Repeats{WindowDays: f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays}
	var endings []ending
	for _, in := range f.Tracker.Intakes {
		if reason := f.notHeldAgainst(in); reason != "" {
			r.Excluded = append(r.Excluded, Excluded{Intake: in, Reason: reason})
			continue
		}
		switch e, ended := f.ending(in); {
		case ended && in.DeliveredOn >= in.RequestedOn:
			endings = append(endings, e)
		case ended && !e.better:
			r.Unplaced = append(r.Unplaced, in)
		}
	}
	slices.SortStableFunc(endings, func(a, b ending) int { return cmp.Compare(a.last, b.last) })
	// Intakes come by day, so that each is met by the endings before it, of
	// which the last one stays under its key.
	last := make(map[string]ending)
	for _, in := range f.Tracker.Intakes {
		if f.notHeldAgainst(in) != "" {
			continue
		}
		for len(endings) > 0 && endings[0].last < in.RequestedOn {
			for _, key := range append(f.topics(endings[0].intake), f.asker(endings[0].intake)) { // each forgets the one before
				last[key] = endings[0]
			}
			endings = endings[1:]
		}
		r.Ratio.D++
		switch pair := f.repeat(in, last); {
		case pair == nil:
			r.Others = append(r.Others, in)
		case !isOrder(in):
			r.OtherWay = append(r.OtherWay, pair)
		default:
			r.Ratio.N++
			r.Pairs = append(r.Pairs, pair)
		}
	}
	if r.Ratio.D == 0 {
		r.Missing = "no request is recorded yet"
		if len(r.Excluded) > 0 {
			r.Missing = "no request is left to hold against an earlier one"
		}
	}
	return r
}

// notHeldAgainst says why an intake neither repeats another nor is repeated.
func (f *Figures) notHeldAgainst(in *tracker.Intake) string {
	switch {
	case in.RequestedOn.IsZero():
		return f.noDate()
	}
	return ""
}

// ending tells whether an intake has been evaluated, or was delivered and has no
// verdict. A verdict bears no day: it stands from the delivery or, where
// that is later, from the last reading. Nobody has looked once the window is
// over.
func (f *Figures) ending(in *tracker.Intake) (ending, bool) {
	e := ending{intake: in, last: in.DeliveredOn}
	switch {
	case in.Status == tracker.StatusEvaluated && in.Verdict != "":
		e.better = in.Verdict != tracker.VerdictNoChange && in.Verdict != tracker.VerdictWorse
		if reading, ok := lastReading(in.Readings, f.Tracker.AsOf); ok {
			e.last = max(e.last, reading.Date)
		}
		return e, true
	case in.Status == tracker.StatusDelivered && in.Verdict == "":
		e.last = e.last.AddDays(f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays)
		e.unseen = true
		return e, true
	}
	return e, false
}

// asker is the key of who asked: a stakeholder, or a name as it is written; ""
// for nobody and for our own.
func (f *Figures) asker(in *tracker.Intake) string {
	switch party := f.Tracker.Who(in.Stakeholder); {
	case party.Stakeholder != nil:
		return "id " + string(party.Stakeholder.ID.Fold())
	case party.InTeam() || party.Name == "":
		return ""
	default:
		return "name " + strings.ToLower(party.Name)
	}
}

// topics are the keys of what was asked for, by department or, where the
// stakeholder has none, by who asked.
func (f *Figures) topics(in *tracker.Intake) []string {
	whose := f.asker(in)
	if s := f.Tracker.Who(in.Stakeholder).Stakeholder; s != nil && strings.TrimSpace(s.Department) != "" {
		whose = "department " + strings.ToLower(strings.TrimSpace(s.Department))
	}
	if whose == "" {
		return nil
	}
	var keys []string
	for _, solution := range in.Requested {
		if solution != "none" {
			keys = append(keys, "topic "+solution+" of "+whose)
		}
	}
	return keys
}

// isOrder reports whether a request asks for a product again. One that does
// not say how it arrived is an order where it asks for a kind of solution.
func isOrder(in *tracker.Intake) bool {
	if in.ArrivedAs != "" {
		return in.ArrivedAs == tracker.ArrivedSolution
	}
	return slices.ContainsFunc(in.Requested, func(s string) bool { return s != "none" })
}

// repeat pairs a request with the last one of the same asker, where that ended
// without a known improvement, else with the last one of the same kind that did;
// nil where none did. What came in between and changed something ends the row:
// for its asker, and for what was asked for.
func (f *Figures) repeat(in *tracker.Intake, last map[string]ending) *Repeat {
	asker := f.asker(in)
	var found ending
	solution := ""
	if e := last[asker]; asker != "" && !e.better {
		found = e
	}
	if found.intake == nil {
		for _, key := range f.topics(in) {
			if e := last[key]; e.intake != nil && !e.better && (found.intake == nil || e.last > found.last) {
				found = e
				solution = strings.TrimPrefix(key[:strings.Index(key, " of ")], "topic ")
			}
		}
	}
	if found.intake == nil {
		return nil
	}
	r := &Repeat{Later: in, Earlier: found.intake, Topic: asker == "" || f.asker(found.intake) != asker, Unseen: found.unseen, Reason: "asked for by the same stakeholder" + sameKind(in, found.intake) + "; "}
	if r.Topic {
		r.Reason = "the same kind of solution for the same department (" + strings.ToLower(tracker.Solutions.Label(solution)) + "); "
	}
	if found.unseen {
		r.Reason += "the earlier one was delivered on " + Day(found.intake.DeliveredOn) + ", and nobody had looked"
	} else {
		r.Reason += "the earlier one, delivered on " + Day(found.intake.DeliveredOn) + ", ended as “" + tracker.Verdicts.Label(string(found.intake.Verdict)) + "”"
	}
	return r
}

// sameKind says that two requests of one stakeholder name a kind of solution in
// common: ", and the same kind of solution (live training)"; "" where they
// name none.
func sameKind(a, b *tracker.Intake) string {
	var kinds []string
	for _, solution := range a.Requested {
		if label := strings.ToLower(tracker.Solutions.Label(solution)); solution != "none" && slices.Contains(b.Requested, solution) && !slices.Contains(kinds, label) {
			kinds = append(kinds, label)
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	return ", and the same kind of solution (" + list(kinds) + ")"
}

// Headline says how many requests come after one without a known improvement, and
// what the two have in common: no more than the stakeholder or the kind.
func (r *Repeats) Headline() string {
	if r.Missing != "" {
		return notEnough(r.Missing)
	}
	kinds := 0
	for _, p := range r.Pairs {
		if p.Topic {
			kinds++
		}
	}
	after := " one by the same stakeholder"
	switch {
	case kinds > 0 && kinds == len(r.Pairs):
		after = " one of the same kind"
	case kinds > 0:
		after = ", by stakeholder or kind, one"
	}
	return share(r.Ratio, "request", "requests") + " " + verb(r.Ratio, "follows", "follow") + after + " with no known improvement"
}

func repeatsDefinition(f *Figures) Definition {
	window := count(f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays, "day", "days")
	return Definition{
		ID: "repeats", Title: "Asked before, without a known improvement",
		Definition: "Requests that arrived as a solution, or name a kind of solution without saying how they arrived, after one without a known improvement: one that had ended with “no change” or “worse”, or was delivered more than " + window + " before and still has no verdict. Each is held against the request of the same stakeholder that ended last and, where that one ended otherwise, against the last one that asked for the same kind of solution for the same department or, without a department, by the same stakeholder; what ended in between with another verdict takes the place of the one before it. A verdict bears no day: it stands from the delivery or, where that is later, from the last reading. One without a day of the delivery is paired with none. Out of all requests with a day. That the two are about the same thing is not known: each receipt says what they have in common. “Of the same kind” is the same kind of solution for the same department. Those that came another way this time are listed apart. Mandated requests count too. Those without a day of the request are left out and listed.",
		Reason:     "Something is delivered, people attend, nothing changes, and it is asked for again. That can be seen when the request comes in.",
		Limits:     "It does not say that a request repeats another one. The second request may be about something else, and may end differently. It pairs requests, not people.",
		NotEnough:  "Never silent once there is a request; it gives counts and no percentage.",
		Audience:   "Partners in L&D", Decision: "What to settle before taking the order again",
	}
}

func repeatsSheet(f *Figures) Sheet {
	r := f.Repeats
	return r.sheet(f)
}

func (r *Repeats) sheet(f *Figures) Sheet {
	records := func(pairs []*Repeat) []Record {
		out := make([]Record, len(pairs))
		for i, p := range pairs {
			out[i] = Record{Kind: tracker.KindIntake, ID: p.Later.ID, Note: "after " + quote(p.Earlier.Title) + ": " + p.Reason}
		}
		return out
	}
	pairs, other := records(r.Pairs), records(r.OtherWay)
	all := slices.Concat(pairs, other, ofIntakes(r.Others))
	s := Sheet{
		Definition: repeatsDefinition(f), Headline: r.Headline(), Missing: r.Missing, Excluded: r.Excluded,
		Receipts: []Receipt{
			outOf("repeats/share", "Orders after one without a known improvement", pairs, all),
			outOf("repeats/other-way", "Came another way this time", other, all),
			counted("repeats/unplaced", "Without a known day of the delivery", ofIntakes(r.Unplaced)),
		},
	}
	var nothing, unseen []*Repeat
	for _, p := range r.Pairs {
		if p.Unseen {
			unseen = append(unseen, p)
		} else {
			nothing = append(nothing, p)
		}
	}
	s.add(
		outOf("repeats/no-change", "After one that ended with no change, or worse", records(nothing), pairs),
		outOf("repeats/unseen", "After one that nobody looked at", records(unseen), pairs))
	return s
}
