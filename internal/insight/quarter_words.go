package insight

// QuarterFinding is one sentence about a quarter, without its stop, and the
// numbers in it with the receipts that they have, in their order.
type QuarterFinding struct {
	Text    string
	Numbers []QuarterNumber
}

// QuarterNumber is a number as it stands in a sentence.
type QuarterNumber struct{ Text, Receipt string }

// receipt is the id of the receipt of one of the quarter's numbers.
func (r *QuarterReport) receipt(number string) string {
	return "quarters/" + quarterID(r.Quarter) + "/" + number
}

// Headline is the strongest thing to say: what changed for the business, then
// what was found in the work. How much was done is none (requirement 000-46).
func (r *QuarterReport) Headline() string { return r.Lead().Text }

// Lead is Headline with its number.
func (r *QuarterReport) Lead() QuarterFinding {
	when := " in " + r.Quarter.Label()
	switch {
	case r.Moved.D > 0:
		text := share(r.Moved, "outcome", "outcomes") + " we aim at moved our way" + when
		return QuarterFinding{text + r.backwards(), []QuarterNumber{{r.Moved.String(), r.receipt("moved")}}}
	case r.Changed.D > 0:
		text := "Something changed in " + share(r.Changed, "request", "requests") + " that " + plural(r.Changed.D, "was", "were") + " looked at" + when
		return QuarterFinding{text, []QuarterNumber{{r.Changed.String(), r.receipt("changed")}}}
	case r.Records() == 0 && r.SoFar:
		return QuarterFinding{Text: "Nothing is recorded" + when + " so far"}
	case r.Records() == 0:
		return QuarterFinding{Text: "Nothing was recorded" + when}
	case len(r.Outcomes) > 0 && r.first():
		return QuarterFinding{Text: "Where we begin: " + count(len(r.Outcomes), "outcome was", "outcomes were") + " read for the first time" + when}
	}
	return QuarterFinding{Text: "Whether anything changed" + when + " is not known yet"}
}

// first reports whether no outcome of the quarter had been read before.
func (r *QuarterReport) first() bool {
	for _, o := range r.Outcomes {
		if o.Before.Value.Known || !o.Now.Value.Known {
			return false
		}
	}
	return true
}

// backwards continues a count of outcomes that moved our way by those that
// moved the other.
func (r *QuarterReport) backwards() string {
	slipped, edged := 0, 0
	for _, o := range r.Outcomes {
		if o.Compared() && o.Slipped() {
			slipped++
		}
		if o.Compared() && o.Edged() {
			edged++
		}
	}
	var text string
	if slipped > 0 {
		text += "; " + Count(slipped) + " slipped"
	}
	if edged > 0 {
		text += "; " + Count(edged) + " edged back"
	}
	return text
}

// mostFindings is how many sentences a report opens with.
const mostFindings = 5

// Findings are up to five sentences, the strongest first: what changed for the
// business, what was found, what came undone, whether our word was kept, how
// requests were agreed. A count of wins is none of them.
func (r *QuarterReport) Findings() []QuarterFinding {
	var found []QuarterFinding
	add := func(text string, numbers ...QuarterNumber) {
		if text != "" && len(found) < mostFindings {
			found = append(found, QuarterFinding{text, numbers})
		}
	}
	add(r.strongest((*QuarterOutcome).Moved).sentence())
	add(r.strongest(func(o *QuarterOutcome) bool { return o.Slipped() || o.Edged() }).sentence())
	if r.Changed.D > 0 && r.Moved.D > 0 {
		add("Something changed in "+share(r.Changed, "request", "requests")+" that "+plural(r.Changed.D, "was", "were")+" looked at",
			QuarterNumber{r.Changed.String(), r.receipt("changed")})
	}
	if n := len(r.Outcomes); n > 0 && r.first() && r.Changed.D > 0 {
		add(count(n, "outcome was", "outcomes were") + " read for the first time")
	}
	if n := len(r.Undone); n > 0 {
		add(count(n, "win", "wins")+" came undone", QuarterNumber{Count(n), r.receipt("undone")})
	}
	if n := len(r.NobodyLooked); n > 0 {
		add(count(n, "delivery", "deliveries")+" had waited too long for somebody to look", QuarterNumber{Count(n), r.receipt("nobody-looked")})
	}
	if p := r.Ours.Ratio; p.D > 0 {
		add("We kept "+share(p, "promise", "promises")+" of ours", QuarterNumber{p.String(), r.receipt("promises")})
	}
	if p := r.Posture.Of(Partnered); p.D > 0 {
		add(share(p, "request", "requests")+" "+verb(p, "was", "were")+" partnered", QuarterNumber{p.String(), r.receipt("partnered")})
	}
	return found
}

// strongest is the outcome with the best evidence of those that are compared and
// fit; of equals the one with the most wins of the quarter, then the first.
func (r *QuarterReport) strongest(fits func(*QuarterOutcome) bool) *QuarterOutcome {
	rank := map[Grade]int{Linked: 1, Supported: 2, Confirmed: 3}
	var best *QuarterOutcome
	for _, o := range r.Outcomes {
		if !o.Compared() || !fits(o) {
			continue
		}
		if best == nil || rank[o.Story.Grade] > rank[best.Story.Grade] ||
			rank[o.Story.Grade] == rank[best.Story.Grade] && len(o.Wins) > len(best.Wins) {
			best = o
		}
	}
	return best
}

// sentence says which way the outcome went, and how much was aimed at it; "" for
// none.
func (o *QuarterOutcome) sentence() string {
	if o == nil {
		return ""
	}
	aimed := "; no win of the quarter was aimed at it"
	if n := len(o.Wins); n > 0 {
		aimed = "; " + count(n, "win", "wins") + " of the quarter " + plural(n, "was", "were") + " aimed at it"
	}
	return o.movement() + aimed
}

func (o *QuarterOutcome) movement() string {
	switch {
	case o.Moved():
		return o.Story.Measure() + " moved from " + o.Change()
	case o.Edged():
		return o.Story.Measure() + " edged back, from " + o.Change()
	}
	return o.Story.Measure() + " moved the other way, from " + o.Change()
}

// Said says what became of the outcome in the quarter, in a few words: "moved
// our way", "no figure".
func (o *QuarterOutcome) Said() string {
	switch {
	case !o.Now.Value.Known:
		return "no figure for this quarter"
	case o.Step == "":
		return "read for the first time"
	case o.Step == MovedPlain:
		return "moved; which way is wanted is not said"
	case o.Step == MovedNone:
		return "as it was"
	case o.Step == MovedWanted && !o.Enough:
		return "moved our way, by less than would matter"
	case o.Step == MovedWanted:
		return "moved the way that is wanted"
	case o.Enough:
		return "moved the other way"
	}
	return "edged back, by less than would matter"
}

// Contribution says in the usual words what was aimed at the outcome in the
// quarter and what else was at work by its end. It claims nothing.
func (o *QuarterOutcome) Contribution() string {
	if !o.Aimed {
		return "No priority or win points to it, so nothing is claimed here."
	}
	text := "No win of this quarter was aimed at it."
	if n := len(o.Wins); n > 0 {
		text = count(n, "win", "wins") + " of this quarter " + plural(n, "was", "were") + " aimed at it."
	}
	if len(o.Factors) == 0 {
		return text + " What else was at work is not named yet, so no contribution is claimed."
	}
	return text + " Also at work: " + factors(o.Factors) + ". We do not know how much each did."
}

// quartersHeadline is the finding of the last quarter.
func (f *Figures) quartersHeadline() string {
	if len(f.QuarterReports) == 0 {
		return notEnough("no quarter has begun")
	}
	return f.QuarterReports[len(f.QuarterReports)-1].Headline()
}
