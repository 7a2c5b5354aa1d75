package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/tracker"
)

// Coaching is where help would help, by area and never by person: nobody is
// named but who asked for help in their own win (insights: "Coaching";
// requirement 003-46). It is for the team's edition; in any other it is empty.
type Coaching struct {
	Gaps       []Gap  // contract questions left open at least once, most open first
	NoGaps     string // why there are none to name; "" where there are enough requests
	Unclear    Ratio  // texts on how to repeat a win that were found unclear / texts that were checked
	UnclearIn  []*tracker.Win
	Unused     []tracker.Term // practices that no record of the period uses, in the order of the vocabulary
	Practices  Ratio          // unused / all practices
	HelpWanted []HelpWanted   // of the period, latest first
	Excluded   []Excluded
	Period     Period
	Minimum    int
	Missing    string

	checked []*tracker.Win
	uses    map[string][]Record
}

// HelpWanted is what someone asked for in their own win.
type HelpWanted struct {
	Win    *tracker.Win
	Member *tracker.Member
	Text   tracker.Prose
}

func (f *Figures) coaching() Coaching {
	c := Coaching{Period: f.Period, Minimum: f.minimum, uses: make(map[string][]Record)}
	if f.Tracker.Edition != tracker.TeamEdition {
		c.Missing, c.NoGaps = "it is for the team alone", "it is for the team alone"
		return c
	}
	for _, g := range f.Depth.Gaps {
		if len(g.Without) > 0 && f.Depth.Missing == "" {
			c.Gaps = append(c.Gaps, g)
		}
	}
	slices.SortStableFunc(c.Gaps, func(a, b Gap) int { return cmp.Compare(len(b.Without), len(a.Without)) })
	c.NoGaps = f.Depth.Missing
	records := f.practised(&c)
	for _, term := range tracker.Practices.Terms {
		if len(c.uses[term.ID]) == 0 {
			c.Unused = append(c.Unused, term)
		}
	}
	c.Practices = Ratio{len(c.Unused), len(tracker.Practices.Terms)}
	c.Unclear = Ratio{len(c.UnclearIn), len(c.checked)}
	slices.Reverse(c.HelpWanted)
	if records == 0 && c.NoGaps != "" {
		c.Missing = "nothing recorded, and " + c.NoGaps
	}
	return c
}

// practised goes through the records once: for the practices and calls for
// help of the period, and the texts of any day. It returns how many records
// the period has.
func (f *Figures) practised(c *Coaching) int {
	t, n := f.Tracker, 0
	for _, w := range t.Wins {
		if check := checkAt(w, t.AsOf); check != "" && !w.HowToReplicate.IsEmpty() {
			c.checked = append(c.checked, w)
			if check == checkUnclear {
				c.UnclearIn = append(c.UnclearIn, w)
			}
		}
		if f.outside(w.Date) != "" {
			continue
		}
		n++
		c.use(w.Practices, Record{Kind: tracker.KindWin, ID: w.ID})
		if !w.HelpWanted.IsEmpty() {
			f.asks(c, w)
		}
	}
	for _, in := range t.Intakes {
		if f.outside(in.RequestedOn) == "" {
			n++
			c.use(crackPractices(in), Record{Kind: tracker.KindIntake, ID: in.ID})
		}
	}
	return n
}

func (c *Coaching) use(practices []string, r Record) {
	for i, p := range practices {
		if !slices.Contains(practices[:i], p) {
			c.uses[p] = append(c.uses[p], r)
		}
	}
}

// asks files a call for help under the name of who wrote it, where it is their
// own: what was written down for somebody else names nobody.
func (f *Figures) asks(c *Coaching, w *tracker.Win) {
	m := f.Tracker.Who(w.EnteredBy).Member
	own := false
	for _, p := range w.Whose() {
		own = own || m != nil && f.Tracker.Who(p).Member == m
	}
	switch {
	case !own:
		c.Excluded = append(c.Excluded, Excluded{Win: w, Reason: "help wanted, written down by somebody else"})
	case !m.ActiveOn(f.Tracker.AsOf):
		c.Excluded = append(c.Excluded, Excluded{Win: w, Reason: "help wanted by somebody who is no longer in the team"})
	default:
		c.HelpWanted = append(c.HelpWanted, HelpWanted{Win: w, Member: m, Text: w.HelpWanted})
	}
}

// Headline names the question that is left open most, else the practices that
// are not used.
func (c *Coaching) Headline() string {
	switch {
	case c.Missing != "":
		return notEnough(c.Missing)
	case len(c.Gaps) > 0:
		most, tied := c.Gaps[0], 0
		for _, g := range c.Gaps {
			if len(g.Without) == len(most.Without) {
				tied++
			}
		}
		open := Ratio{len(most.Without), most.Ratio.D}
		if tied > 1 {
			return Count(tied) + " contract questions are each left open in " + share(open, "agreed request", "agreed requests")
		}
		return quote(most.Label) + " is left open in " + share(open, "agreed request", "agreed requests") + ", most often of all questions"
	case c.Practices.N == 0:
		return "Every practice was used in the period"
	}
	return share(c.Practices, "practice", "practices") + " " + verb(c.Practices, "was", "were") + " not used in the period"
}

func coachingDefinition(f *Figures) Definition {
	return Definition{
		ID: "coaching", Title: "Where help would help", TeamOnly: true,
		Definition: "Areas: contract questions without an answer that counts, out of the requests that were agreed, are being built, were delivered or evaluated; texts on how to repeat a win that were found unclear, out of those that were checked; practices that no win and no request of the period uses. People: only who asked for help in a win of the period that they entered and that is theirs. What was entered for somebody else, and what somebody asked who has left, names nobody." + f.yearSuffix(),
		Reason:     "Help is easier to take where it was asked for, or where all of us could use it.",
		Limits:     "It speaks of areas. It says nothing about how well anybody does their work, and is not for reviews of performance.",
		NotEnough:  "Contract questions are not compared with fewer than " + f.cases() + "; it is silent when there is nothing in the period besides.",
		Audience:   "L&D lead", Decision: "What to practise together, and whom to sit down with because they asked",
	}
}

func coachingSheet(f *Figures) Sheet {
	c := f.Coaching
	period := c.Period
	s := Sheet{Definition: coachingDefinition(f), Headline: c.Headline(), Missing: c.Missing, Period: &period, Minimum: c.Minimum, Excluded: c.Excluded}
	if f.Tracker.Edition != tracker.TeamEdition {
		return s
	}
	for _, g := range c.Gaps {
		s.Receipts = append(s.Receipts, outOf("coaching/open-"+g.ID, quote(g.Label)+" left open", ofIntakes(g.Without), ofIntakes(slices.Concat(g.With, g.Without))))
	}
	s.Receipts = append(s.Receipts, outOf("coaching/unclear", "Texts found unclear", ofWins(c.UnclearIn), ofWins(c.checked)))
	for _, term := range tracker.Practices.Terms {
		s.Receipts = append(s.Receipts, counted("coaching/used-"+term.ID, "Used: "+term.Label, c.uses[term.ID]))
	}
	unused := Receipt{ID: "coaching/unused", Label: "Practices that no record of the period uses", Text: c.Practices.String(),
		N: c.Practices.N, D: c.Practices.D, Unnamed: c.Practices.N, UnnamedOthers: c.Practices.D - c.Practices.N} // practices are no records
	help := make([]*tracker.Win, len(c.HelpWanted))
	for i, h := range c.HelpWanted {
		help[i] = h.Win
	}
	s.Receipts = append(s.Receipts, unused, counted("coaching/help-wanted", "Asked for help", ofWins(help)))
	return s
}
