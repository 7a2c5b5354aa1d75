package insight

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"smallwins/internal/tracker"
)

// texted is a win with a text on how to repeat it.
func texted(t *testing.T, date string) *tracker.Win {
	w := win(t, date)
	w.HowToReplicate = said("Ask first.", 0)
	return w
}

func repeatOf(t *testing.T, date string, who tracker.Person, of ...tracker.ID) *tracker.Win {
	w := win(t, date)
	w.EnteredBy, w.Replicates = who, of
	return w
}

func TestPlaybook(t *testing.T) {
	a, b, c, untold := texted(t, "2024-06-01"), texted(t, "2025-02-01"), texted(t, "2025-03-01"), win(t, "2025-04-01")
	own, ben, benAgain := repeatOf(t, "2025-05-01", "ann", a.ID), repeatOf(t, "2025-05-02", "ben", a.ID, a.ID), repeatOf(t, "2025-05-03", "BEN", a.ID)
	boss := repeatOf(t, "2025-05-04", "ann", a.ID, untold.ID)
	boss.People = []tracker.Person{"boss", "ann"}
	undone := repeatOf(t, "2025-05-05", "cai", b.ID)
	undone.Undone = tracker.Undone{On: day(t, "2025-12-31"), Why: "reverted"}
	itself := texted(t, "2025-05-06")
	itself.Replicates = []tracker.ID{itself.ID, "nowhere"}
	b.ReplicateCheck, c.ReplicateCheck = tracker.Check{State: "clear"}, tracker.Check{State: "unclear", On: day(t, "2025-12-31")}
	a.ReplicateCheck = tracker.Check{State: "unclear", On: day(t, "2026-01-01")} // not known yet
	wins := []*tracker.Win{a, b, c, untold, own, ben, benAgain, boss, undone, itself}
	var first Playbook
	for i := range 5 {
		rand.Shuffle(len(wins), func(i, j int) { wins[i], wins[j] = wins[j], wins[i] })
		p := compute(base(t), wins, nil).playbook()
		if i == 0 {
			first = p
		} else if !reflect.DeepEqual(p, first) {
			t.Fatal("depends on the order of files")
		}
	}
	p := first
	if p.WithText != (Ratio{4, 10}) || p.Repeated != (Ratio{1, 4}) || p.Checked != (Ratio{1, 2}) || len(p.Replicating) != 5 || len(p.Replications) != 6 || len(p.Undone) != 1 {
		t.Errorf("%v, %v, %v; %d wins make %d replications, %d undone", p.WithText, p.Repeated, p.Checked, len(p.Replicating), len(p.Replications), len(p.Undone))
	}
	e := p.Entries[0]
	if e.Win != a || e.Replicators != 2 || !reflect.DeepEqual(e.Roles, []string{"Facilitator", "Head"}) || len(e.Replications) != 4 || e.Check != "" {
		t.Errorf("%s: %d replicators %v, %d replications, %q", e.Win.ID, e.Replicators, e.Roles, len(e.Replications), e.Check)
	}
	if len(p.Originals) != 3 || len(p.Untold) != 1 || len(p.Never) != 2 || len(p.Unclear) != 1 || len(p.Excluded) != 1 {
		t.Errorf("%d originals, %d untold, %d never, %d unclear, %d left out", len(p.Originals), len(p.Untold), len(p.Never), len(p.Unclear), len(p.Excluded))
	}
	if got, want := p.Headline(), "4 of 10 wins say how to repeat it; somebody else repeated 1 of them"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	wholeSheet(t, playbookSheet(compute(base(t), wins, nil)))
}

func TestPlaybookHeadline(t *testing.T) {
	a := texted(t, "2025-02-01")
	for want, wins := range map[string][]*tracker.Win{
		"Not enough data yet: no win is recorded yet":                        nil,
		"Not enough data yet: no win says yet how to repeat it":              {win(t, "2025-02-01")},
		"1 of 1 win says how to repeat it; nobody else has repeated one yet": {a},
		"1 of 2 wins says how to repeat it; somebody else has repeated it":   {a, repeatOf(t, "2025-02-02", "ben", a.ID)},
		"2 of 3 wins say how to repeat it; nobody else has repeated one yet": {a, texted(t, "2025-02-02"), repeatOf(t, "2025-02-02", "ann", a.ID)},
	} {
		p := compute(base(t), wins, nil).playbook()
		if got := p.Headline(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMissingAssets(t *testing.T) {
	a, b, c := win(t, "2025-02-01"), win(t, "2025-02-02"), win(t, "2025-02-03")
	a.AssetsNeeded = []string{"Conversation guide", "conversation  guide."}
	b.AssetsNeeded = []string{"conversation guide", "a clock"}
	c.AssetsNeeded = []string{"conversation guide", " "}
	p := compute(base(t), []*tracker.Win{c, b, a}, nil).playbook()
	if len(p.MissingAssets) != 2 || p.MissingAssets[0].Name != "conversation guide" || len(p.MissingAssets[0].Wins) != 3 {
		t.Errorf("%v", p.MissingAssets)
	}
}

func TestInitiatives(t *testing.T) {
	var wins []*tracker.Win
	var ins []*tracker.Intake
	for i := range 3 {
		w := win(t, "2025-02-01")
		w.AssetsNeeded, w.Practices = []string{"guide", "Guide"}, []string{"promise-kept", "added-value"}
		if i == 0 {
			w.Undone = tracker.Undone{Why: "reverted"} // still needs the guide; is no pattern
		}
		wins = append(wins, w)
		in := full(t, tracker.ID(rune('a'+i)), "2025-02-01")
		in.Barriers = []tracker.Barrier{{Kind: "tools-process", State: "removed"}, {Kind: "tools-process", State: "accepted"}, {Kind: "mood"}}
		if i == 1 {
			in.Barriers[0].State = "named"
		}
		ins = append(ins, in)
	}
	n := compute(base(t), wins, ins).initiatives()
	if n.Assets != 1 || n.Barriers != 1 || n.Patterns != 0 || n.Below != 1 || len(n.Excluded) != 1 {
		t.Fatalf("%d assets, %d barriers, %d patterns, %d below, %d left out", n.Assets, n.Barriers, n.Patterns, n.Below, len(n.Excluded))
	}
	if c := n.Candidates[1]; c.Records() != 3 || c.Live != (Ratio{1, 3}) || c.Name != "Tools and process" {
		t.Errorf("%s: %d records, live %v", c.Name, c.Records(), c.Live)
	}
	ins[0].Cracks = []tracker.Crack{{Practice: "added-value"}, {Practice: "promise-kept"}, {Practice: "added-value"}}
	f := compute(base(t), wins, ins)
	n = f.initiatives()
	if n.Patterns != 1 || n.Candidates[2].Records() != 3 || n.Headline() != "3 things come up in 3 or more records" {
		t.Errorf("%d patterns, %q", n.Patterns, n.Headline())
	}
	wholeSheet(t, initiativesSheet(f))
	n = compute(base(t), wins, nil).initiatives()
	if got, want := n.Headline(), "3 records need the same thing: “Guide”"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	n = compute(base(t), wins[:2], ins[:2]).initiatives()
	if got, want := n.Headline(), "Not enough data yet: nothing comes up in 3 records or more"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
