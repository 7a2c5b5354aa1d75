package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
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
	words   *message.Language
}

// HelpWanted is what someone asked for in their own win.
type HelpWanted struct {
	Win    *tracker.Win
	Member *tracker.Member
	Text   tracker.Prose
}

func (f *Figures) coaching() Coaching {
	c := Coaching{words: f.Words, Period: f.Period, Minimum: f.minimum, uses: make(map[string][]Record)}
	if f.Tracker.Edition != tracker.TeamEdition {
		c.Missing = f.Words.Text("insight.coaching.team-only")
		c.NoGaps = c.Missing
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
			c.Unused = append(c.Unused, termIn(f.Words, &tracker.Practices, term))
		}
	}
	c.Practices = Ratio{len(c.Unused), len(tracker.Practices.Terms)}
	c.Unclear = Ratio{len(c.UnclearIn), len(c.checked)}
	slices.Reverse(c.HelpWanted)
	if records == 0 && c.NoGaps != "" {
		c.Missing = f.Words.Text("insight.coaching.nothing", "gaps", c.NoGaps)
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
		c.Excluded = append(c.Excluded, Excluded{Win: w, Reason: f.Words.Text("insight.coaching.reason.not-own")})
	case !m.ActiveOn(f.Tracker.AsOf):
		c.Excluded = append(c.Excluded, Excluded{Win: w, Reason: f.Words.Text("insight.coaching.reason.left")})
	default:
		c.HelpWanted = append(c.HelpWanted, HelpWanted{Win: w, Member: m, Text: w.HelpWanted})
	}
}

// Headline names the question that is left open most, else the practices that
// are not used.
func (c *Coaching) Headline() string {
	say := c.words.Text
	switch {
	case c.Missing != "":
		return say("insight.not-enough", "missing", c.Missing)
	case len(c.Gaps) > 0:
		most, tied := c.Gaps[0], 0
		for _, g := range c.Gaps {
			if len(g.Without) == len(most.Without) {
				tied++
			}
		}
		return say("insight.coaching.headline.open", "tied", tied, "question", most.Label, "n", len(most.Without), "of", most.Ratio.D)
	}
	return say("insight.coaching.headline.practices", "n", c.Practices.N, "of", c.Practices.D)
}

func coachingDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "coaching", Title: say("insight.coaching.title"), TeamOnly: true,
		Definition: say("insight.coaching.definition") + f.yearSuffix(),
		Reason:     say("insight.coaching.reason"),
		Limits:     say("insight.coaching.limits"),
		NotEnough:  say("insight.coaching.not-enough", "minimum", f.minimum),
		Audience:   say("insight.coaching.audience"), Decision: say("insight.coaching.decision"),
	}
}

func coachingSheet(f *Figures) Sheet {
	c, say := f.Coaching, f.Words.Text
	period := c.Period
	s := Sheet{Definition: coachingDefinition(f), Headline: c.Headline(), Missing: c.Missing, Period: &period, Minimum: c.Minimum, Excluded: c.Excluded}
	if f.Tracker.Edition != tracker.TeamEdition {
		return s
	}
	for _, g := range c.Gaps {
		s.Receipts = append(s.Receipts, outOf("coaching/open-"+g.ID, say("insight.coaching.receipt.open", "question", g.Label), ofIntakes(g.Without), ofIntakes(slices.Concat(g.With, g.Without))))
	}
	s.Receipts = append(s.Receipts, outOf("coaching/unclear", say("insight.coaching.receipt.unclear"), ofWins(c.UnclearIn), ofWins(c.checked)))
	for _, term := range tracker.Practices.Terms {
		s.Receipts = append(s.Receipts, counted("coaching/used-"+term.ID, say("insight.coaching.receipt.used", "practice", f.Words.Label(&tracker.Practices, term.ID)), c.uses[term.ID]))
	}
	unused := Receipt{ID: "coaching/unused", Label: say("insight.coaching.receipt.unused"), Text: c.Practices.In(f.Words),
		N: c.Practices.N, D: c.Practices.D, Unnamed: c.Practices.N, UnnamedOthers: c.Practices.D - c.Practices.N} // practices are no records
	help := make([]*tracker.Win, len(c.HelpWanted))
	for i, h := range c.HelpWanted {
		help[i] = h.Win
	}
	s.Receipts = append(s.Receipts, unused, counted("coaching/help-wanted", say("insight.coaching.receipt.help-wanted"), ofWins(help)))
	return s
}
