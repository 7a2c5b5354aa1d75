package insight

import "strings"

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
	switch {
	case r.Moved.D > 0:
		found := r.share("insight.quarters.lead.moved", "moved", r.Moved)
		found.Text += r.backwards()
		return found
	case r.Changed.D > 0:
		return r.share("insight.quarters.lead.changed", "changed", r.Changed)
	case r.Records() == 0 && r.SoFar:
		return r.lead("insight.quarters.lead.nothing-so-far")
	case r.Records() == 0:
		return r.lead("insight.quarters.lead.nothing")
	case len(r.Outcomes) > 0 && r.first():
		return r.lead("insight.quarters.lead.first", "n", len(r.Outcomes))
	}
	return r.lead("insight.quarters.lead.unknown")
}

// lead is a finding without a receipt.
func (r *QuarterReport) lead(key string, args ...any) QuarterFinding {
	return QuarterFinding{Text: r.words.Text(key, append(args, "quarter", r.Quarter)...)}
}

// share is a finding with a share, which the receipt of the name is for.
func (r *QuarterReport) share(key, receipt string, s Ratio) QuarterFinding {
	text := s.In(r.words)
	return QuarterFinding{
		r.words.Text(key, "share", text, "n", s.N, "of", s.D, "quarter", r.Quarter),
		[]QuarterNumber{{text, r.receipt(receipt)}},
	}
}

// count is a finding with a count, which the receipt of the name is for.
func (r *QuarterReport) count(key, receipt string, n int) QuarterFinding {
	return QuarterFinding{r.words.Text(key, "n", n), []QuarterNumber{{r.words.Count(n), r.receipt(receipt)}}}
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
		text += "; " + r.words.Text("insight.quarters.slipped", "n", slipped)
	}
	if edged > 0 {
		text += "; " + r.words.Text("insight.quarters.edged", "n", edged)
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
	add := func(one QuarterFinding) {
		if one.Text != "" && len(found) < mostFindings {
			found = append(found, one)
		}
	}
	add(QuarterFinding{Text: r.strongest((*QuarterOutcome).Moved).sentence()})
	add(QuarterFinding{Text: r.strongest(func(o *QuarterOutcome) bool { return o.Slipped() || o.Edged() }).sentence()})
	if r.Changed.D > 0 && r.Moved.D > 0 {
		add(r.share("insight.quarters.changed", "changed", r.Changed))
	}
	if n := len(r.Outcomes); n > 0 && r.first() && r.Changed.D > 0 {
		add(QuarterFinding{Text: r.words.Text("insight.quarters.first", "n", n)})
	}
	if n := len(r.Undone); n > 0 {
		add(r.count("insight.quarters.undone", "undone", n))
	}
	if n := len(r.NobodyLooked); n > 0 {
		add(r.count("insight.quarters.nobody-looked", "nobody-looked", n))
	}
	if p := r.Ours.Ratio; p.D > 0 {
		add(r.share("insight.quarters.kept", "promises", p))
	}
	if p := r.Posture.Of(Partnered); p.D > 0 {
		add(r.share("insight.quarters.partnered", "partnered", p))
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
	return o.movement() + "; " + o.Story.words.Text("insight.quarters.aimed", "n", len(o.Wins))
}

func (o *QuarterOutcome) movement() string {
	key := "insight.contribution.movement.other"
	switch {
	case o.Moved():
		key = "insight.contribution.movement.moved"
	case o.Edged():
		key = "insight.contribution.movement.edged"
	}
	return o.Story.words.Text(key, "measure", o.Story.Measure(), "change", o.Change())
}

// Said says what became of the outcome in the quarter, in a few words: "moved
// our way", "no figure".
func (o *QuarterOutcome) Said() string {
	say := o.Story.words.Text
	switch {
	case !o.Now.Value.Known:
		return say("insight.quarters.said.no-figure")
	case o.Step == "":
		return say("insight.quarters.said.first")
	case o.Step == MovedPlain:
		return say("insight.quarters.said.plain")
	case o.Step == MovedNone:
		return say("insight.quarters.said.none")
	case o.Step == MovedWanted && !o.Enough:
		return say("insight.quarters.said.wanted-little")
	case o.Step == MovedWanted:
		return say("insight.quarters.said.wanted")
	case o.Enough:
		return say("insight.quarters.said.other")
	}
	return say("insight.quarters.said.edged")
}

// Contribution says in the usual words what was aimed at the outcome in the
// quarter and what else was at work by its end. It claims nothing.
func (o *QuarterOutcome) Contribution() string {
	say := o.Story.words.Text
	if !o.Aimed {
		return say("insight.quarters.contribution.unaimed")
	}
	told := []string{say("insight.quarters.contribution.aimed", "n", len(o.Wins))}
	if len(o.Factors) == 0 {
		told = append(told, say("insight.quarters.contribution.no-factor"))
	} else {
		told = append(told, say("insight.contribution.also-at-work", "factors", factors(o.Factors)), say("insight.contribution.unknown.how-much"))
	}
	return strings.Join(told, " ")
}

// quartersHeadline is the finding of the last quarter.
func (f *Figures) quartersHeadline() string {
	if len(f.QuarterReports) == 0 {
		return f.Words.Text("insight.not-enough", "missing", f.Words.Text("insight.quarters.none"))
	}
	return f.QuarterReports[len(f.QuarterReports)-1].Headline()
}
