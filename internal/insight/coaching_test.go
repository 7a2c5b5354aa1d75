package insight

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

func TestCoaching(t *testing.T) {
	s := base(t)
	s.Team[2].To = day(t, "2025-12-30")
	help := func(date string, enteredBy tracker.Person, people ...tracker.Person) *tracker.Win {
		w := win(t, date)
		w.EnteredBy, w.People, w.HelpWanted = enteredBy, people, said("Sit in with me.", 0)
		return w
	}
	first, last, before := help("2025-01-01", "ann"), help("2025-12-31", "ben", "ben", "ann"), help("2024-12-31", "ann")
	forBen, gone := help("2025-03-01", "ann", "ben"), help("2025-03-02", "cai")
	first.Practices = []string{"added-value", "added-value", "made-up"}
	before.Practices = []string{"promise-kept"}
	first.HowToReplicate, first.ReplicateCheck = said("Ask.", 0), tracker.Check{State: "unclear"}
	in := full(t, "i", "2025-12-31")
	in.Cracks = []tracker.Crack{{Practice: "problem-questions"}}
	f := compute(s, []*tracker.Win{gone, last, first, before, forBen}, []*tracker.Intake{in})
	c := f.coaching()
	if len(c.HelpWanted) != 2 || c.HelpWanted[0].Win != last || c.HelpWanted[0].Member.ID != "ben" || len(c.Excluded) != 2 {
		t.Fatalf("%d asked, %d left out", len(c.HelpWanted), len(c.Excluded))
	}
	if c.Practices != (Ratio{3, 5}) || c.Unclear != (Ratio{1, 1}) || len(c.Gaps) != 0 || c.NoGaps == "" || c.Missing != "" {
		t.Errorf("%v, %v, %d gaps, %q, %q", c.Practices, c.Unclear, len(c.Gaps), c.NoGaps, c.Missing)
	}
	if got, want := c.Headline(), "3 of 5 practices were not used in the period"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	wholeSheet(t, coachingSheet(f))
	leaders := coachingSheet(Compute(f.Tracker.Redacted(tracker.LeadersEdition)))
	if !leaders.Definition.TeamOnly || len(leaders.Receipts)+len(leaders.Excluded) > 0 || leaders.Missing == "" {
		t.Errorf("leaders: %v", leaders)
	}
}

func TestCoachingGaps(t *testing.T) {
	ins := requests(t, 1, 5, 2)
	f := compute(base(t), nil, ins)
	c := f.coaching()
	if len(c.Gaps) != 8 || !strings.HasPrefix(c.Headline(), "8 contract questions are each left open in 3 of 5 agreed requests") {
		t.Errorf("%d gaps, %q", len(c.Gaps), c.Headline())
	}
	ins[0].Contract.Barrier = tracker.Prose{}
	c = compute(base(t), nil, ins).coaching()
	if got, want := c.Headline(), "“Barrier” is left open in 4 of 5 agreed requests, most often of all questions"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	c = compute(base(t), nil, ins[:4]).coaching()
	if len(c.Gaps) != 0 || c.NoGaps == "" {
		t.Error("4 requests are enough")
	}
	if c = compute(base(t), nil, nil).coaching(); c.Missing == "" {
		t.Error("nothing is enough")
	}
}
