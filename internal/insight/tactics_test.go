package insight

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// tried is a tracker in which an order was filled differently, a conversation
// frustrated, and a win met resistance.
func tried(t testing.TB) *tracker.Tracker {
	s := twoDesks(t)
	crack, talk, next := full(t, "crack", "2025-02-01"), full(t, "talk", "2025-06-01"), full(t, "next", "2025-06-11")
	for _, in := range []*tracker.Intake{crack, talk, next} {
		in.Stakeholder = "boss"
	}
	crack.Cracks = []tracker.Crack{{Practice: "added-value", What: "Cards", Reaction: "Kept one"}, {What: "A quiz"}}
	talk.Stakeholder = "other"
	talk.Conversations = []tracker.Conversation{
		{Date: day(t, "2025-06-02"), With: "other", Reaction: "open"},
		{Date: day(t, "2025-06-10"), With: "boss", Reaction: "frustrated", Note: "All eight questions"},
		{Reaction: "confused"},
	}
	next.ArrivedAs = tracker.ArrivedProblem
	w, v, u := win(t, "2025-03-01"), win(t, "2025-06-11"), win(t, "2025-07-01")
	w.Pushback, w.Intake, w.Practices = said("No time.", 0), "crack", []string{"added-value", "promise-kept"}
	v.Pushback, v.Collaborators = said("Too long.", 0), []tracker.Person{"ann", "boss", "boss", "other"}
	u.Pushback = said("Nobody knows whose.", 0)
	return tracker.New(s, []*tracker.Win{w, v, u, win(t, "2025-04-01")}, []*tracker.Intake{crack, talk, next}, tracker.Census{})
}

func TestTactics(t *testing.T) {
	f := Compute(tried(t))
	a := f.tactics()
	var got []string
	for _, one := range a.Listed {
		next := "–"
		if one.Next != nil {
			next = string(one.Next.ID)
		}
		got = append(got, strings.Join([]string{one.On.String(), string(one.Kind), one.Record.Part, strings.Join(one.Practices, "+"), one.Reaction, next, one.Arrived}, "|"))
	}
	want := []string{
		"2025-02-01|crack|cracks[0]|Added unexpected value|Kept one|next|As a problem",
		"2025-02-01|crack|cracks[1]||no reaction is recorded|next|As a problem",
		"2025-03-01|pushback||Added unexpected value+Kept a promise|No time.|next|As a problem",
		"2025-06-01|conversation|conversations[2]||Confused|–|no later request yet",
		"2025-06-10|conversation|conversations[1]||Frustrated|next|As a problem",
		"2025-06-11|pushback|||Too long.|–|no later request yet",
		"2025-07-01|pushback|||Nobody knows whose.|–|not known: no stakeholder is named",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got, want := a.Headline(), "A later request is on record after 4 of 7 cracks and pushbacks"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if len(a.Listed[5].Stakeholders) != 2 {
		t.Errorf("%d stakeholders", len(a.Listed[5].Stakeholders))
	}
	wantReceipts(t, tacticsSheet(f), map[string]string{"tactics/followed": "4 of 7", "tactics/cracks": "2 of 7", "tactics/pushbacks": "3 of 7", "tactics/conversations": "2 of 7"})
}

func TestTacticsAreForTheTeam(t *testing.T) {
	f := Compute(tried(t).Redacted(tracker.LeadersEdition))
	if a := f.tactics(); a.Missing == "" || len(a.Listed) != 0 || a.Ratio != (Ratio{}) {
		t.Errorf("%+v", a)
	}
	for _, s := range []Sheet{tacticsSheet(f), doorSheet(f)} {
		if !s.Definition.TeamOnly || s.Missing == "" {
			t.Errorf("%s: team only %v, %q", s.Definition.ID, s.Definition.TeamOnly, s.Missing)
		}
		for _, r := range s.Receipts {
			if len(r.Counted)+len(r.Others) > 0 {
				t.Errorf("%s holds records", r.ID)
			}
		}
	}
	if a := compute(base(t), nil, nil).tactics(); a.Missing != "no crack or pushback is recorded yet" {
		t.Errorf("%q", a.Missing)
	}
}
