package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"smallwins/internal/tracker"
)

// textsOf are the texts of all that a selector finds.
func textsOf(n *html.Node, selector string) []string {
	var all []string
	for _, m := range find(n, selector) {
		all = append(all, textOf(m))
	}
	return all
}

// delivered is a request that was handed over, with a verdict or none.
func delivered(id tracker.ID, stakeholder tracker.Person, daysAgo int, verdict tracker.Verdict) *tracker.Intake {
	in := &tracker.Intake{
		ID: id, Title: "Request " + string(id), Request: prose("Please."), Stakeholder: stakeholder, Owner: "bo",
		RequestedOn: today.AddDays(-daysAgo - 30), AgreedOn: today.AddDays(-daysAgo - 20), DeliveredOn: today.AddDays(-daysAgo),
		Status: tracker.StatusEvaluated, Verdict: verdict, ArrivedAs: tracker.ArrivedSolution, Requested: []string{"live"}, Agreed: []string{"live"},
	}
	if verdict == "" {
		in.Status = tracker.StatusDelivered
	}
	return in
}

// changing is a tracker with something on every part of /changes/.
func changing(t *testing.T) *tracker.Tracker {
	t.Helper()
	ada := delivered("a", "ada", 400, tracker.VerdictNoChange)
	ada.Missing = []string{"shift", "own", "barrier"}
	ada.Barriers = []tracker.Barrier{{What: "slow screens"}, {What: "a rota", Owner: "ada"}}
	ada.OtherFactors = []tracker.Factor{{What: "a hard winter"}}
	sal := delivered("b", "sal", 300, tracker.VerdictWorse)
	sal.Missing = []string{"barrier"}
	partly := delivered("c", "fay", 280, tracker.VerdictPartly)
	partly.Measure = tracker.Measure{Name: "Rating", Level: tracker.LevelReaction, Target: number64(4)}
	partly.Readings = []tracker.Reading{{Date: today.AddDays(-270), Value: number64(4.5)}}
	flagged := delivered("d", "fay", 270, tracker.VerdictChanged)
	flagged.Measure = tracker.Measure{Name: "Calls", Unit: "%", Level: tracker.LevelResult, Direction: "up", Baseline: number64(50), Target: number64(70), Meaningful: number64(5)}
	flagged.Readings = []tracker.Reading{{Date: today.AddDays(-200), Value: number64(52)}}
	changed := delivered("e", "fay", 260, tracker.VerdictChanged)
	unseen, early := delivered("f", "fay", 120, ""), delivered("g", "fay", 10, "")
	early.Measure = tracker.Measure{Name: "Errors", Level: tracker.LevelResult}
	again := delivered("h", "ada", 0, "")
	again.RequestedOn, again.Status, again.DeliveredOn = today.AddDays(-9), tracker.StatusBuilding, 0
	changed.Avoided = tracker.Avoided{What: "a course", Amount: number64(30), Unit: "hours", EstimateBy: "ada"}
	unseen.Avoided = tracker.Avoided{What: "a trip", Amount: number64(12), Unit: "hours"}
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Team = []*tracker.Member{{ID: "bo", Name: "Bo Lind", Role: "Designer"}}
		s.Stakeholders = []*tracker.Stakeholder{
			{ID: "ada", Name: "Ada Quill", Title: "Head of Care", Department: "Care"}, {ID: "sal", Name: "Sal Ortega", Title: "Head of Sales"},
			{ID: "fay", Name: "Fay Moss", Title: "Head of Finance", Department: "Finance"},
		}
	}, nil, []*tracker.Intake{ada, sal, partly, flagged, changed, unseen, early, again})
}

func TestChanges(t *testing.T) {
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		files := build(t, changing(t).Redacted(edition))
		p := pages(t, files)["changes/index.html"]
		whole(t, "changes", p)
		for selector, want := range map[string][]string{
			".opener h1":             {"Nothing changed, or it got worse, in 2 of 5 evaluated cases"},
			".opener .kicker":        {"What was delivered, and did anything change?"},
			"#found .when":           {"Changed: 2", "Partly changed: 1", "No change: 1", "Worse: 1", "Nobody looked: 1", "Too early to say: 1"},
			"#no-change > h2":        {"We did not redesign the environment"},
			"#no-change .records h3": {"Request a", "Request b"},
			"#sides thead th":        {"Request", "Delivered", "Changed"},
			"#sides tbody th":        {"Request b", "Request a", "Request c", "Request d", "Request e"},
			"#flagged .title":        {"Request d"},
			"#nobody-looked .title":  {"Request f", "Request g"},
			"#event-risk h2":         {"1 of 1 live request has neither an owner nor reinforcement"},
			"#event-risk .title":     {"Request h"},
			"#repeats h2":            {"1 of 8 requests follows one by the same stakeholder with no known improvement"},
			"#alone .finding":        {"L&D is alone in 7 of 8 agreed requests"},
			"#avoided .records p":    {"About 30 hours (estimate): a course", "About 12 hours (estimate): a trip"},
			"#avoided .meta":         {"Request e Estimated by Ada Quill (Head of Care)", "Request f"},
		} {
			if diff := cmp.Diff(want, textsOf(p, selector)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", edition, selector, diff)
			}
		}
		rows := textsOf(p, "#no-change .conditions > div")
		if want := []string{"The environment", "Shared ownership", "A measurable shift"}; len(rows) != len(want) || !strings.HasPrefix(rows[0], want[0]) || !strings.HasPrefix(rows[1], want[1]) || !strings.HasPrefix(rows[2], want[2]) {
			t.Errorf("%s: the conditions are %q", edition, rows)
		}
		if got := len(find(p, `#no-change .conditions > div:first-child a.dot[href$="index.html"]`)); got != 2 {
			t.Errorf("%s: %d cases lacked the environment, want 2", edition, got)
		}
		// Conditions and no people.
		part := textOf(find(p, "#no-change")[0])
		for _, name := range []string{"Ada", "Quill", "Sal", "Bo Lind", "Head of"} {
			if strings.Contains(part, name) {
				t.Errorf("%s: what did not change names %q: %s", edition, name, part)
			}
		}
		for _, says := range []string{"Missing: the environment, shared ownership and a measurable shift.", "without an owner: Slow screens.", "Also at work: A hard winter.", "Asked for again: Request h."} {
			if !strings.Contains(part, says) {
				t.Errorf("%s: what did not change does not say %q: %s", edition, says, part)
			}
		}
		sides := textsOf(p, "#sides tbody td:last-child")
		if !strings.Contains(sides[2], "which does not show a change") || strings.Contains(sides[2], "4.5") {
			t.Errorf("%s: a rating is told as a change: %s", edition, sides[2])
		}
		if !strings.HasSuffix(sides[3], "Calls: from 50% to 52%; agreed was 70%.") {
			t.Errorf("%s: the readings: %s", edition, sides[3])
		}
		// Estimates are never added up.
		if all := textOf(find(p, "#avoided")[0]); strings.Contains(all, "42") {
			t.Errorf("%s: estimates are summed: %s", edition, all)
		}
		asked := textsOf(p, "#nobody-looked .records p:last-child")
		if named := strings.Contains(strings.Join(asked, " "), "Bo Lind"); named != (edition == tracker.TeamEdition) || !strings.Contains(asked[1], "“Errors”") {
			t.Errorf("%s: the questions are %q", edition, asked)
		}
		for _, to := range []string{"delivered/index.html#nothing-changed", "delivered/index.html#flagged", "nobody-looked/index.html#past", "nobody-looked/index.html#f-days", "event-risk/index.html#at-risk", "repeats/index.html#share", "alone/index.html#share"} {
			if len(find(p, `a[href="../about/`+to+`"]`)) == 0 {
				t.Errorf("%s: nothing leads to %s", edition, to)
			}
		}
		for _, name := range []string{"data/delivered-and-changed.csv", "data/alone.csv"} {
			if files[name] == "" || len(find(p, `a[download][href="../`+name+`"]`)) != 1 {
				t.Errorf("%s: %s is not offered", edition, name)
			}
		}
	}
}

// A case that had the environment in hand does not stand below a sentence that
// says otherwise.
func TestChangesClaimsNoMoreThanWasMissing(t *testing.T) {
	one, other := delivered("a", "ada", 300, tracker.VerdictNoChange), delivered("b", "sal", 300, tracker.VerdictNoChange)
	one.Missing = []string{"barrier"}
	p := pages(t, build(t, trackerOf(t, nil, nil, []*tracker.Intake{one, other})))["changes/index.html"]
	if got := textsOf(p, "#no-change > h2"); cmp.Diff([]string{"Where nothing changed, this was missing"}, got) != "" {
		t.Errorf("the heading is %q", got)
	}
	if said := textOf(find(p, "#no-change .records > li:nth-child(2)")[0]); !strings.Contains(said, "is not written down yet") {
		t.Errorf("a case without conditions says: %s", said)
	}
}

func TestManyRecordsAreNotManyDots(t *testing.T) {
	var intakes []*tracker.Intake
	for i := range mostDots + 5 {
		in := delivered(tracker.ID("i"+strings.Repeat("x", i)), "ada", 100+i, tracker.VerdictChanged)
		intakes = append(intakes, in)
	}
	p := pages(t, build(t, trackerOf(t, nil, nil, intakes)))["changes/index.html"]
	if got := len(find(p, "#found .units > li:first-child a.dot-changed")); got != mostDots {
		t.Errorf("%d dots, want %d", got, mostDots)
	}
	if got := textsOf(p, "#found .dot-more"); len(got) != 1 || !strings.HasPrefix(got[0], "earlier ones") {
		t.Errorf("the rest is told as %q", got)
	}
}
