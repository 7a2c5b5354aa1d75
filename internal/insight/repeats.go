package insight

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/message"
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

	words *message.Language
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
	r := Repeats{WindowDays: f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays, words: f.Words}
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
		r.Missing = f.Words.Text("insight.repeats.none")
		if len(r.Excluded) > 0 {
			r.Missing = f.Words.Text("insight.repeats.none-left")
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
	r := &Repeat{Later: in, Earlier: found.intake, Topic: asker == "" || f.asker(found.intake) != asker, Unseen: found.unseen}
	r.Reason = f.inCommon(r, solution) + "; " + f.howItEnded(found)
	return r
}

// inCommon says what two requests have in common: the stakeholder, with the
// kinds of solution that both name, or the one kind that they are paired by.
func (f *Figures) inCommon(r *Repeat, solution string) string {
	label := func(solution string) string { return f.Words.Inside(f.Words.Label(&tracker.Solutions, solution)) }
	if r.Topic {
		return f.Words.Text("insight.repeats.reason.kind", "kind", label(solution))
	}
	var kinds []string
	for _, solution := range r.Later.Requested {
		if label := label(solution); solution != "none" && slices.Contains(r.Earlier.Requested, solution) && !slices.Contains(kinds, label) {
			kinds = append(kinds, label)
		}
	}
	if len(kinds) == 0 {
		return f.Words.Text("insight.repeats.reason.stakeholder")
	}
	return f.Words.Text("insight.repeats.reason.stakeholder-and-kind", "kinds", f.Words.List(kinds))
}

// howItEnded says what is known of the earlier one of two requests.
func (f *Figures) howItEnded(e ending) string {
	if e.unseen {
		return f.Words.Text("insight.repeats.reason.unseen", "day", e.intake.DeliveredOn)
	}
	verdict := f.Words.Label(&tracker.Verdicts, string(e.intake.Verdict))
	return f.Words.Text("insight.repeats.reason.ended", "day", e.intake.DeliveredOn, "verdict", f.Words.Quote(verdict))
}

// Headline says how many requests come after one without a known improvement, and
// what the two have in common: no more than the stakeholder or the kind.
func (r *Repeats) Headline() string {
	if r.Missing != "" {
		return r.words.Text("insight.not-enough", "missing", r.Missing)
	}
	kinds := 0
	for _, p := range r.Pairs {
		if p.Topic {
			kinds++
		}
	}
	by := "stakeholder"
	switch {
	case kinds > 0 && kinds == len(r.Pairs):
		by = "kind"
	case kinds > 0:
		by = "either"
	}
	return r.words.Text("insight.repeats.headline", "share", r.Ratio.In(r.words), "n", r.Ratio.N, "of", r.Ratio.D, "by", by)
}

func repeatsDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "repeats", Title: say("insight.repeats.title"),
		Definition: say("insight.repeats.definition", "days", f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays),
		Reason:     say("insight.repeats.reason"),
		Limits:     say("insight.repeats.limits"),
		NotEnough:  say("insight.repeats.not-enough"),
		Audience:   say("insight.repeats.audience"), Decision: say("insight.repeats.decision"),
	}
}

func repeatsSheet(f *Figures) Sheet {
	r := f.Repeats
	return r.sheet(f)
}

func (r *Repeats) sheet(f *Figures) Sheet {
	say := f.Words.Text
	records := func(pairs []*Repeat) []Record {
		out := make([]Record, len(pairs))
		for i, p := range pairs {
			out[i] = Record{Kind: tracker.KindIntake, ID: p.Later.ID, Note: say("insight.repeats.receipt.after", "title", f.Words.Quote(p.Earlier.Title), "reason", p.Reason)}
		}
		return out
	}
	pairs, other := records(r.Pairs), records(r.OtherWay)
	all := slices.Concat(pairs, other, ofIntakes(r.Others))
	s := Sheet{
		Definition: repeatsDefinition(f), Headline: r.Headline(), Missing: r.Missing, Excluded: r.Excluded,
		Receipts: []Receipt{
			outOf("repeats/share", say("insight.repeats.receipt.share"), pairs, all),
			outOf("repeats/other-way", say("insight.repeats.receipt.other-way"), other, all),
			counted("repeats/unplaced", say("insight.repeats.receipt.unplaced"), ofIntakes(r.Unplaced)),
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
		outOf("repeats/no-change", say("insight.repeats.receipt.no-change"), records(nothing), pairs),
		outOf("repeats/unseen", say("insight.repeats.receipt.unseen"), records(unseen), pairs))
	return s
}
