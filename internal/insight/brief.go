package insight

import (
	"slices"
	"strings"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Briefs is what to have at hand before talking to a stakeholder (insights:
// "Leader brief"; requirements 003-48 and 004-07). It covers every record up to
// the day of the report. Nothing in it is counted by person: its numbers are
// over all stakeholders.
type Briefs struct {
	Ratio   Ratio // have seen something new from us / stakeholders with a request
	Briefs  []*Brief
	AsOf    tracker.Date
	Missing string

	words *message.Language
}

// Brief is what there is to talk about with one stakeholder.
type Brief struct {
	Stakeholder *tracker.Stakeholder
	Goals       []string
	Ours        []*PartyPromise // what we promised them and have not done: open or overdue
	Theirs      []*PartyPromise // the same of theirs; in the leaders' edition all of theirs, since it holds no state
	LastCrack   *LastCrack      // nil for none; its reaction is in the team's edition alone
	Intakes     []BriefIntake   // in the order of the tracker
	New         SomethingNew
}

// BriefIntake is one request and what changed.
type BriefIntake struct {
	Intake  *tracker.Intake
	Status  string // its label
	Changed string // the verdict, or why there is none: "not looked at yet"
	Moved   string // "Objections answered in the call: 38% to 57%"; "" without a baseline and a reading
}

// SomethingNew says whether a stakeholder has seen something from us that they
// had not ordered (requirement 004-07).
type SomethingNew struct {
	Shown  bool
	Record Record // the first that shows it; zero for none
	Reason string // "not asked for: knowledge base"

	Solution string // what nobody had asked for: "Knowledge base"; "" for anything else
}

func (f *Figures) briefs() Briefs {
	b := Briefs{words: f.Words, AsOf: f.Tracker.AsOf}
	added := f.addedValue()
	for _, r := range f.relations() {
		one := f.brief(r, added[r.who])
		b.Briefs = append(b.Briefs, one)
		if len(one.Intakes) == 0 {
			continue
		}
		if b.Ratio.D++; one.New.Shown {
			b.Ratio.N++
		}
	}
	switch {
	case len(b.Briefs) == 0:
		b.Missing = f.Words.Text("insight.missing.no-stakeholder")
	case b.Ratio.D == 0:
		b.Missing = f.Words.Text("insight.brief.none")
	}
	return b
}

func (f *Figures) brief(r *relation, added *tracker.Win) *Brief {
	b := &Brief{Stakeholder: r.who, LastCrack: lastCrack(r.intakes), New: f.somethingNew(r.intakes, added)}
	for _, goal := range r.who.Business.Goals {
		if goal = strings.TrimSpace(goal); goal != "" {
			b.Goals = append(b.Goals, goal)
		}
	}
	for _, p := range r.promises {
		open := p.State == tracker.PromiseOpen || p.State == tracker.PromiseOverdue
		switch {
		case p.Business && (open || p.Promise.Withheld):
			b.Theirs = append(b.Theirs, p)
		case !p.Business && open:
			b.Ours = append(b.Ours, p)
		}
	}
	for _, in := range r.intakes {
		b.Intakes = append(b.Intakes, BriefIntake{in, f.Words.Label(&tracker.Statuses, string(in.Status)), f.briefChange(in), f.movement(in)})
	}
	return b
}

// briefChange says what changed: the verdict, or why there is none.
func (f *Figures) briefChange(in *tracker.Intake) string {
	if in.Status.NotAgreed() {
		return f.Words.Text("insight.brief.not-built", "status", f.Words.Inside(f.Words.Label(&tracker.Statuses, string(in.Status))))
	}
	return f.verdictSoFar(in)
}

// movement sets the last reading of a request beside its baseline; "" where
// either is not known.
func (f *Figures) movement(in *tracker.Intake) string {
	last, ok := lastReading(in.Readings, f.Tracker.AsOf)
	if !ok || !in.Measure.Baseline.Known {
		return ""
	}
	return f.Words.Text("insight.brief.moved", "name", measured(f.Words, in.Measure, in.Title),
		"change", f.Words.Change(in.Measure.Baseline.Value, last.Value.Value, in.Measure.Unit))
}

// somethingNew looks for the first request in which an order was filled
// differently, or the agreement includes something other than training that
// was not asked for; else for a win in which something more was shown than was
// asked for. A request that does not say what was asked for shows neither.
func (f *Figures) somethingNew(intakes []*tracker.Intake, added *tracker.Win) SomethingNew {
	for _, in := range intakes {
		at := Record{Kind: tracker.KindIntake, ID: in.ID}
		if len(in.Cracks) > 0 {
			at.Part = part("cracks", 0)
			what := clause(in.Cracks[0].What)
			if what == "" {
				what = f.Words.Label(&tracker.Practices, in.Cracks[0].Practice)
			}
			return SomethingNew{Shown: true, Record: at, Reason: what}
		}
		if len(in.Requested) == 0 || !in.Status.AtLeastAgreed() {
			continue
		}
		for _, solution := range in.Agreed {
			if beyondTraining(solution) && !slices.Contains(in.Requested, solution) {
				label := f.Words.Label(&tracker.Solutions, solution)
				return SomethingNew{true, at, f.Words.Text("insight.brief.new.not-asked", "solution", f.Words.Inside(label)), label}
			}
		}
	}
	if added != nil {
		return SomethingNew{Shown: true, Record: Record{Kind: tracker.KindWin, ID: added.ID}, Reason: added.Title}
	}
	if len(intakes) == 0 {
		return SomethingNew{Reason: f.Words.Text("insight.brief.new.no-request")}
	}
	return SomethingNew{Reason: f.Words.Text("insight.brief.new.none")}
}

// addedValue finds, for each stakeholder, the first win in which something more
// was shown than was asked for: a win with the practice "added-value" that was
// done with them or grew from a request of theirs.
func (f *Figures) addedValue() map[*tracker.Stakeholder]*tracker.Win {
	t := f.Tracker
	first := make(map[*tracker.Stakeholder]*tracker.Win)
	see := func(who tracker.Person, w *tracker.Win) {
		if s := t.Who(who).Stakeholder; s != nil && first[s] == nil {
			first[s] = w
		}
	}
	for _, w := range t.Wins {
		for _, practice := range w.Practices {
			if practice != "added-value" {
				continue
			}
			for _, who := range w.Collaborators {
				see(who, w)
			}
			if in := t.Intake(w.Intake); in != nil {
				see(in.Stakeholder, w)
			}
		}
	}
	return first
}

// Headline says how many stakeholders have seen something new from us.
func (b *Briefs) Headline() string {
	if b.Missing != "" {
		return b.words.Text("insight.not-enough", "missing", b.Missing)
	}
	return b.words.Text("insight.brief.headline", "n", b.Ratio.N, "of", b.Ratio.D)
}

func briefDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "brief", Title: say("insight.brief.title"),
		Definition: say("insight.brief.definition", "edition", string(f.Tracker.Edition)),
		Reason:     say("insight.brief.reason"),
		Limits:     say("insight.brief.limits"),
		NotEnough:  say("insight.brief.not-enough"),
		Audience:   say("insight.brief.audience"), Decision: say("insight.brief.decision"),
	}
}

func briefSheet(f *Figures) Sheet {
	b := f.Briefs
	return b.sheet(f)
}

func (b *Briefs) sheet(f *Figures) Sheet {
	say := f.Words.Text
	s := Sheet{Definition: briefDefinition(f), Headline: b.Headline(), Missing: b.Missing}
	var shown, all, ours, theirs, intakes []Record
	// Beside the tally of such promises a day would tell leaders whose was missed.
	theirDays := f.Tracker.Edition != tracker.LeadersEdition
	for _, one := range b.Briefs {
		r := ofStakeholder(one.Stakeholder, one.New.Reason)
		if len(one.Intakes) > 0 {
			all = append(all, r)
			if one.New.Shown {
				shown = append(shown, r)
			}
		}
		ours, theirs = append(ours, f.ofPartyPromises(one.Ours, true)...), append(theirs, f.ofPartyPromises(one.Theirs, theirDays)...)
		for _, in := range one.Intakes {
			intakes = append(intakes, Record{Kind: tracker.KindIntake, ID: in.Intake.ID, Note: f.Words.Inside(in.Status) + "; " + f.Words.Inside(in.Changed)})
		}
	}
	s.add(
		outOf("brief/shown", say("insight.brief.receipt.shown"), shown, all),
		counted("brief/ours", say("insight.brief.receipt.ours"), ours),
		counted("brief/theirs", say("insight.brief.receipt.theirs", "edition", string(f.Tracker.Edition)), theirs),
		counted("brief/requests", say("insight.brief.receipt.requests"), intakes))
	return s
}

// ofPartyPromises names promises by where they stand, with nobody's name and, where
// days is set, with the day that counts.
func (f *Figures) ofPartyPromises(promises []*PartyPromise, days bool) []Record {
	records := make([]Record, len(promises))
	for i, p := range promises {
		records[i] = p.Record
		if days && !p.Due.IsZero() {
			records[i].Note = f.Words.Text("insight.brief.note.due", "day", p.Due)
		}
	}
	return records
}
