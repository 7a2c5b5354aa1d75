package insight

// Definition is one figure, explained for readers.
type Definition struct {
	ID         string // "posture": what links point at
	Title      string
	Definition string // how it is worked out, with the thresholds in use
	Reason     string // why it is shown
	Limits     string // what it cannot say
	NotEnough  string // when it stays silent
	Audience   string // who reads it
	Decision   string // what they decide with it
}

// Definitions explains the figures in the order in which a reader meets them,
// with the thresholds of this tracker.
func (f *Figures) Definitions() []Definition {
	s := f.Tracker.Strategy.Settings
	cases := count(f.minimum, "case", "cases")
	fewer := "With fewer than " + cases + " there is the list and no percentage."
	trend := "A trend is stated only when the earlier and the later half of the quarters have at least " + cases + " each; the middle one of an odd number of quarters is in neither half."
	if between := f.Posture.Between; between != "" {
		trend += " " + between
	}
	year := ""
	if note := f.YearNote(); note != "" {
		year = " " + note
	}
	return []Definition{
		{
			ID: "contribution", Title: "What moved, and what was aimed at it",
			Definition: "For each outcome: its readings from the first to the last, the wins that point at it and are dated up to the last one (through a priority that was active on that day, or directly), those from before the first reading told apart, the requests that the others grew from, and what else was at work. The evidence is “linked” when wins point at it; “supported” when a win from between the readings is at the stage “showing”, or a behaviour or result of one of those requests moved as wanted by at least what its contract calls meaningful; “confirmed by the business owner” when, besides, one of those wins at “showing” was noticed by the sponsor of a priority through which it points at the outcome or, where it names the outcome itself, by a stakeholder.",
			Reason:     "An outcome has many sources. Naming ours beside the others is what a reader can check.",
			Limits:     "It says what happened in the same time, never how much of a movement came from which source.",
			NotEnough:  "Silent with fewer than two readings, with no win before the last reading, or when nothing else that was at work is named.",
			Audience:   "Executives", Decision: "Whether to go on",
		},
		{
			ID: "coverage", Title: "Where the work goes, and where it is quiet",
			Definition: "The wins of the period that name each priority, and the requests that those wins grew from. A win that names two priorities counts for both. A priority is quiet when its last win is more than " + count(s.Windows.QuietAfterDays, "day", "days") + " old; without a win in the period, since the priority or the period began. Wins that came undone are shown and never counted as standing. Wins without a priority are listed and are no fault; wins from before the period are left out and counted." + year,
			Reason:     "A priority that nobody works on is easily overlooked.",
			Limits:     "Quiet means that nothing was recorded, not that nothing was done.",
			NotEnough:  "Never silent: a zero is the point.",
			Audience:   "L&D lead", Decision: "Where to put effort",
		},
		{
			ID: "chain", Title: "From wins to outcomes",
			Definition: "Wins by stage, the priorities that they name, and the outcomes that those priorities feed. A band counts links: a win that names two priorities is in two bands, and a priority that feeds two outcomes carries its wins to both, so a win may count toward more than one outcome. Wins that name an outcome themselves go there directly.",
			Reason:     "Small things add up, and the places where they do not are worth seeing.",
			Limits:     "A link is what the author meant a win to serve. It says nothing about how much it did.",
			NotEnough:  "Silent without outcomes, or without a win in the period.",
			Audience:   "Everyone", Decision: "See the whole, and mend what is broken",
		},
		{
			ID: "contract", Title: "How deep a contract goes",
			Definition: "How many of the eight contract questions are answered, and which of the four marks are held: someone in the business has taken a part, with an action and a day; there is a measurable shift in behaviour or results, with a baseline and a target; somebody will reinforce it, with what and when; what is in the way has an owner in the business, or somebody looked and found nothing. An answer from after the agreement does not count and is shown as added afterwards; an answer without a date counts and is marked undated.",
			Reason:     "It shows which conversation to hold next.",
			Limits:     "It counts answers. Only reading them says whether they are good.",
			NotEnough:  "Silent while a request is still at “requested”.",
			Audience:   "Partners in L&D", Decision: "The next question",
		},
		{
			ID: "gaps", Title: "What our contracts lack",
			Definition: "For each of the eight questions and the four marks: requests that have it, out of the requests that were agreed, are being built, were delivered or evaluated.",
			Reason:     "What is left out again and again can be practised.",
			Limits:     "Some requests need less than others.",
			NotEnough:  fewer,
			Audience:   "L&D lead", Decision: "What to practise",
		},
		{
			ID: "posture", Title: "Taking orders, or partnering",
			Definition: "Each request in one position. Not agreed: it was redirected, declined or withdrawn. Partnered: someone in the business owns a part, there is a measurable shift, and at least " + Count(s.Thresholds.PartneredAt) + " of the eight questions " + plural(s.Thresholds.PartneredAt, "is", "are") + " answered. Cracked: at least " + Count(s.Thresholds.CrackedAt) + " " + plural(s.Thresholds.CrackedAt, "is", "are") + " answered, or the order was filled differently in some way. Order taken: the rest. Counted are requests of the period that went beyond “requested” and are not waiting; mandated ones are left out and listed." + year,
			Reason:     "An honest position is where a change begins.",
			Limits:     "It describes requests, not people. An order can be the right thing to take. Recent requests may still move.",
			NotEnough:  trend,
			Audience:   "L&D lead", Decision: "Our honest position",
		},
		{
			ID: "arrivals", Title: "How requests reach us",
			Definition: "Requests of the period by how they arrived: as a solution, as a problem, as an invitation or on our recommendation. Mandated requests, and those that do not say, are left out and listed.",
			Reason:     "The unwritten rule says: come to us when you need training. This shows whether it holds.",
			Limits:     "Who writes the record decides what counts as a problem.",
			NotEnough:  trend,
			Audience:   "L&D lead, head of HR", Decision: "Whether the script is changing",
		},
		{
			ID: "requested", Title: "Asked for training, agreed to more",
			Definition: "Agreed requests for training (live, on screen or blended) where the agreement includes something other than training, out of all agreed requests for training. “Nothing built” counts as neither.",
			Reason:     "What was asked for is seldom the only thing that helps.",
			Limits:     "Other is not better by itself.",
			NotEnough:  fewer,
			Audience:   "L&D lead", Decision: "Which cases to tell",
		},
		{
			ID: "delivered", Title: "Delivered, and nothing changed",
			Definition: "Evaluated requests with the verdict “no change” or “worse”, out of the evaluated requests with a verdict other than “could not tell”. A verdict “changed” is flagged when the last reading differs from the baseline by less than what the contract calls meaningful, or moved the other way.",
			Reason:     "A case without a change shows which condition was missing, and that can be redesigned.",
			Limits:     "A verdict is a judgement. It is no verdict on people.",
			NotEnough:  fewer,
			Audience:   "L&D lead, leaders", Decision: "What to redesign around the work",
		},
		{
			ID: "nobody-looked", Title: "Delivered, and nobody looked",
			Definition: "Delivered requests without a verdict, more than " + count(s.Windows.EvaluateAfterDays, "day", "days") + " after delivery.",
			Reason:     "What nobody looked at is neither a success nor a failure.",
			Limits:     "Some things take longer to show.",
			NotEnough:  "Never silent.",
			Audience:   "Owners of requests", Decision: "The one question to ask",
		},
		{
			ID: "ownership", Title: "Ownership and verdicts",
			Definition: "Evaluated requests by verdict, with and without someone in the business who had taken a part. Counts only.",
			Reason:     "It is why we ask the partnership question.",
			Limits:     "It is no controlled comparison: requests with an owner may differ in other ways.",
			NotEnough:  "Silent with fewer than " + cases + " on either side.",
			Audience:   "Head of HR", Decision: "Whether to keep asking",
		},
		{
			ID: "event-risk", Title: "What may end as an event",
			Definition: "Requests that are agreed or being built, where no one in the business has taken a part and nobody has said how it will be reinforced.",
			Reason:     "There is still time to go back to the contract.",
			Limits:     "It looks at what is written down.",
			NotEnough:  "Never silent.",
			Audience:   "Partners in L&D", Decision: "Which contract to open again",
		},
		{
			ID: "promises", Title: "Keeping our word",
			Definition: "Promises kept, out of those kept, late, missed or overdue. A promise that was moved is judged on the new day. Promises that the other party released, and those not yet due or without a day, are left out and listed. Small and big ones apart, those made by the business apart from ours.",
			Reason:     "Trust with small promises comes before trust with big ones.",
			Limits:     "It covers the promises that were written down, as a team and never by person.",
			NotEnough:  fewer,
			Audience:   "L&D lead", Decision: "How to protect trust",
		},
		{
			ID: "voices", Title: "Who has been heard",
			Definition: "Roles in L&D with at least one win in the quarter, out of the roles with a member who was active in it. A win belongs to the people it names, else to the person who entered it.",
			Reason:     "Everyone has wins; not everyone writes them down.",
			Limits:     "A role that was not heard is counted and not named: it may be a single person.",
			NotEnough:  "Silent with fewer than " + Count(leastRoles) + " roles.",
			Audience:   "L&D lead", Decision: "Whom to help record a win",
		},
	}
}
