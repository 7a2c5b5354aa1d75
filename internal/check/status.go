package check

import (
	"fmt"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var statusRules = []rule{
	{diag.Rule{
		ID: "intake/agreed-on-missing", Severity: diag.Error,
		Title: "From agreed on, a request says on which day both sides agreed",
		Why:   "Answers that came after the agreement do not count for it, so its day has to be known.",
		Mend:  `Add the day to the lines at the top, for example "agreed_on: 2026-02-15", or set the status back.`,
		Bad: `status: building
agreed_on:`,
		Good: `status: building
agreed_on: 2026-02-01`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			if in.Status.AtLeastAgreed() && in.AgreedOn.IsZero() && !in.Origin.Wrote("agreed_on") {
				p.say(beside(&in.Origin, "agreed_on", in.Origin.At("status")), "", "The status is %s, but the day of the agreement is not written down yet.", quoted(string(in.Status)))
			}
		})
	}},
	{diag.Rule{
		ID: "intake/delivered-on-missing", Severity: diag.Error,
		Title: "From delivered on, a request says on which day it was delivered",
		Why:   "Whether it is time to look at what changed is counted from that day.",
		Mend:  `Add the day to the lines at the top, for example "delivered_on: 2026-02-15", or set the status back.`,
		Bad:   "status: delivered",
		Good: `status: delivered
delivered_on: 2026-05-04`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			if in.Status.AtLeastDelivered() && in.DeliveredOn.IsZero() && !in.Origin.Wrote("delivered_on") {
				p.say(beside(&in.Origin, "delivered_on", in.Origin.At("status")), "", "The status is %s, but the day of the delivery is not written down yet.", quoted(string(in.Status)))
			}
		})
	}},
	{diag.Rule{
		ID: "intake/verdict-missing", Severity: diag.Error,
		Title: "An evaluated request says what was found",
		Why:   "Evaluated means that somebody looked; the verdict is what they saw.",
		Mend:  fmt.Sprintf(`Add "verdict:" with one of %s; "unknown" is an answer, or set the status back to "delivered".`, strings.Join(tracker.Verdicts.IDs(), ", ")),
		Bad: `status: evaluated
delivered_on: 2026-05-04`,
		Good: `status: evaluated
delivered_on: 2026-05-04
verdict: partly`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			if in.Status == tracker.StatusEvaluated && in.Verdict == "" && !in.Origin.Wrote("verdict") {
				p.say(beside(&in.Origin, "verdict", in.Origin.At("status")), "", `The status is "evaluated", but the verdict is not written down yet.`)
			}
		})
	}},
	{diag.Rule{
		ID: "intake/verdict-early", Severity: diag.Warning,
		Title: "A verdict belongs to an evaluated request",
		Why:   "Only evaluated requests are counted with their verdicts, so this one would be left out.",
		Mend:  `Set "status: evaluated" if somebody has looked, or leave the verdict out until then.`,
		Bad: `status: delivered
delivered_on: 2026-05-04
verdict: changed`,
		Good: `status: evaluated
delivered_on: 2026-05-04
verdict: changed`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			if in.Verdict == "" || in.Status == "" || in.Status == tracker.StatusEvaluated {
				return
			}
			p.add(p.finding(in.Origin.At("verdict"), "", "There is a verdict (%s), but the status is %s, not \"evaluated\".",
				quoted(string(in.Verdict)), quoted(string(in.Status))).WithRelated(in.Origin.At("status"), "The status stands here."))
		})
	}},
	{diag.Rule{
		ID: "intake/reason-missing", Severity: diag.Error,
		Title: "A request that was not built, or has to wait, says why",
		Why:   "The reason is what the asker was told, and what the team learns from later.",
		Mend:  `Add a section "## Reason"; one honest sentence is enough.`,
		Bad:   "status: declined",
		Good: `status: declined

## Reason
The discount rule is unclear, and a course would not mend that.`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			if in.Status.NeedsReason() && in.Reason.IsEmpty() && !in.Origin.Wrote("reason") {
				p.say(beside(&in.Origin, "reason", in.Origin.At("status")), "", "The status is %s, but the reason is not written down yet.", quoted(string(in.Status)))
			}
		})
	}},
	{diag.Rule{
		ID: "intake/status-behind", Severity: diag.Warning,
		Title: "The status of a request keeps up with its dates",
		Why:   "Every view goes by the status, so an agreement or a delivery that it does not know of stays unseen.",
		Mend:  "Move the status on, or take the day out if it has not happened.",
		Bad: `status: building
delivered_on: 2026-05-04`,
		Good: `status: delivered
delivered_on: 2026-05-04`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			switch in.Status {
			case tracker.StatusRequested, tracker.StatusExploring, tracker.StatusAgreed, tracker.StatusBuilding:
			default:
				return
			}
			switch {
			case !p.past(in.DeliveredOn).IsZero():
				p.add(p.finding(in.Origin.At("status"), "", "The status is %s, but it was delivered on %s.", quoted(string(in.Status)), in.DeliveredOn).
					WithSuggestion(string(tracker.StatusDelivered)))
			case !p.past(in.AgreedOn).IsZero() && !in.Status.AtLeastAgreed():
				p.add(p.finding(in.Origin.At("status"), "", "The status is %s, but it was agreed on %s.", quoted(string(in.Status)), in.AgreedOn).
					WithSuggestion(string(tracker.StatusAgreed)))
			}
		})
	}},
	{diag.Rule{
		ID: "intake/nobody-owns", Severity: diag.Warning,
		Title: "Where building has begun, someone in the business owns a part of the change, or the request says why not",
		Why:   "Speed without shared ownership seldom changes anything; where there was a reason to go ahead, it is worth keeping.",
		Mend:  `Write down what they took on under "commitments:" (who, what, by), or say in one line why you went ahead: "proceeding_because: …".`,
		Bad: `status: building
commitments:`,
		Good: `status: building
commitments:
  - {who: lee, what: Open each shift with it, by: 2026-12-01}`,
	}, func(p *pass) { p.intakes(p.nobodyOwns) }},
	{diag.Rule{
		ID: "intake/missing-unnamed", Severity: diag.Warning,
		Title: "Where nothing changed, the request names what was missing",
		Why:   "A case that did not work teaches most when it says which part of the contract was not there.",
		Mend:  fmt.Sprintf(`Add "missing:" with any of %s; "missing: []" says that nothing was.`, strings.Join(tracker.Questions.IDs(), ", ")),
		Bad: `status: evaluated
delivered_on: 2026-05-04
verdict: no-change`,
		Good: `status: evaluated
delivered_on: 2026-05-04
verdict: no-change
missing: [reinforce]`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			if in.Status != tracker.StatusEvaluated || in.Verdict != tracker.VerdictNoChange && in.Verdict != tracker.VerdictWorse {
				return
			}
			if len(in.Missing) == 0 && !in.Origin.Wrote("missing") {
				p.say(beside(&in.Origin, "missing", in.Origin.At("verdict")), "", "The verdict is %s, but what was missing is not written down yet.", quoted(string(in.Verdict)))
			}
		})
	}},
}

// nobodyOwns looks for an owned commitment as the insights define it: someone
// in the business, an action, a date. What the law demands is built in any
// case, so that is asked of no mandated intake.
func (p *pass) nobodyOwns(in *tracker.Intake) {
	if in.Status != tracker.StatusBuilding && !in.Status.AtLeastDelivered() {
		return
	}
	if in.Mandated || !in.ProceedingBecause.IsEmpty() || in.Origin.Wrote("proceeding_because") {
		return
	}
	almost, lacks := -1, ""
	for i := range in.Commitments {
		c := &in.Commitments[i]
		switch {
		case c.Who == "":
			almost, lacks = i, "does not say who made it"
		case p.t.Who(c.Who).InTeam():
			// Not the business's own: see promise/wrong-side.
		case strings.TrimSpace(c.What) == "":
			almost, lacks = i, "does not say what"
		case c.By.IsZero() && len(c.Moved) == 0 && c.Closed.IsZero() && !in.Origin.Wrote(way{}.to("commitments", i).to("by", -1).String()):
			almost, lacks = i, "has no day yet"
		default:
			return
		}
	}
	if almost < 0 {
		at := beside(&in.Origin, "commitments", beside(&in.Origin, "proceeding_because", in.Origin.At("status")))
		p.say(at, "", "The status is %s, but nobody in the business has taken on a part of it yet.", quoted(string(in.Status)))
		return
	}
	place := in.Origin.At(way{}.to("commitments", almost).String())
	p.say(place, `Complete the commitment (who, what, by), or say in one line why you went ahead: "proceeding_because: …".`,
		"The status is %s, but the commitment of the business %s.", quoted(string(in.Status)), lacks)
}
