package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"smallwins/internal/tracker"
)

// partners is a tracker with a stakeholder of whom much is known, one with a
// single request, and one of whom there is a name alone.
func partners(t *testing.T) *tracker.Tracker {
	t.Helper()
	request := func(id, who string, daysAgo int, status tracker.Status) *tracker.Intake {
		in := &tracker.Intake{ID: tracker.ID(id), Title: "Request " + id, Request: prose("Please."), Stakeholder: tracker.Person(who), Owner: "bo", RequestedOn: today.AddDays(-daysAgo), Status: status, ArrivedAs: tracker.ArrivedSolution}
		if status.AtLeastAgreed() {
			in.AgreedOn, in.Contract = in.RequestedOn, tracker.Contract{Own: prose("A part.")}
		}
		return in
	}
	first, second, third := request("first", "ada", 400, tracker.StatusEvaluated), request("second", "ada", 200, tracker.StatusBuilding), request("third", "ada", 20, tracker.StatusExploring)
	first.Verdict, first.DeliveredOn = tracker.VerdictPartly, today.AddDays(-300)
	first.Cracks = []tracker.Crack{{Practice: "added-value", What: "a card beside the film", Reaction: "Kept the card on the desk"}}
	second.Commitments = []tracker.Promise{{What: "open the shift", Who: "ada", By: today.AddDays(-10)}}
	second.Promises = []tracker.Promise{{What: "send the draft", Who: "bo", To: "ada", By: today.AddDays(-5)}, {What: "send the dates", Who: "bo", To: "ada", By: today.AddDays(-50), State: tracker.PromiseKept}}
	second.Conversations = []tracker.Conversation{{Date: today.AddDays(-190), With: "ada", Reaction: "frustrated", Note: "Why all these questions?"}}
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Outcomes = []*tracker.Outcome{{ID: "loyal", Title: "Loyal customers", Readings: []tracker.Reading{{Date: today.AddDays(-90), Value: number64(50)}, {Date: today, Value: number64(60)}}}}
		s.Priorities = []*tracker.Priority{{ID: "calls", Title: "Fewer calls", Sponsor: "ada", Outcomes: []tracker.ID{"loyal"}}}
		s.Team = []*tracker.Member{{ID: "bo", Name: "Bo Lind", Role: "Designer"}, {ID: "cy", Name: "Cy Ash", Role: "Facilitator"}, {ID: "di", Name: "Di Oak", To: today.AddDays(-100)}}
		s.Stakeholders = []*tracker.Stakeholder{
			{ID: "ada", Name: "Ada Voss", Title: "Head of Care", Department: "Care", Owner: "bo",
				Business:    tracker.Business{Goals: []string{"Quieter Mondays"}, Pressures: []string{"empty posts"}, Sources: []tracker.Source{{Kind: "overheard", Date: today.AddDays(-40)}}},
				Touchpoints: []tracker.Touchpoint{{Date: today.AddDays(-100), Who: "bo", Kind: "coffee", Minutes: 20, Learned: "Nobody reads the codes"}},
				Door: []tracker.DoorMark{{Date: today.AddDays(-390), Marker: "answers", Evidence: "Gave a head count"}, {Date: today.AddDays(-150), Marker: "owns", Evidence: "Took the Monday shift"},
					{Date: today.AddDays(-30), Marker: "opens", Evidence: "Spoke of the audit"}, {Marker: "considers", Evidence: "Some day"}}},
			{ID: "max", Name: "Max Reed"}, {ID: "new", Name: "Nia New", Title: "Finance Director"},
		}
	}, []*tracker.Win{
		{ID: "w", Title: "A question was asked", Date: today.AddDays(-3), EnteredBy: "bo", Collaborators: []tracker.Person{"ada", "Pat (Team leader)"}, Priorities: []tracker.ID{"calls"},
			Pushback: prose("Not in the peak"), HelpWanted: prose("Come along next time"), Encouraging: prose("She smiled."), Stage: tracker.Agreed},
		{ID: "v", Title: "It came from a request", Date: today.AddDays(-1), EnteredBy: "cy", Collaborators: []tracker.Person{"bo"}, Intake: "first"},
	}, []*tracker.Intake{first, second, third, request("alone", "max", 50, tracker.StatusRequested)})
}

func editions(t *testing.T, tr *tracker.Tracker) (leaders, team map[string]*html.Node) {
	t.Helper()
	return pages(t, build(t, tr.Redacted(tracker.LeadersEdition))), pages(t, build(t, tr))
}

func listed(n *html.Node, selector string) []string {
	var said []string
	for _, e := range find(n, selector) {
		said = append(said, textOf(e))
	}
	return said
}

func TestBriefOfLeadersKeepsToWhatTheyMayRead(t *testing.T) {
	leaders, team := editions(t, partners(t))
	const ada = "stakeholders/ada/index.html"
	promises := `[aria-label="Promises both ways"] > div`
	for edition, want := range map[string]struct {
		p      *html.Node
		states []string
		theirs string
	}{
		"leaders": {leaders[ada], []string{"Past its day"}, "What they promised"},
		"team":    {team[ada], []string{"Past its day", "Past its day"}, "What they promised, still open"},
	} {
		if diff := cmp.Diff(want.states, listed(want.p, promises+" .state")); diff != "" {
			t.Errorf("%s: states of promises (-want +got):\n%s", edition, diff)
		}
		if diff := cmp.Diff([]string{"What we promised, and have yet to do", want.theirs}, listed(want.p, promises+" h2")); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", edition, diff)
		}
		if diff := cmp.Diff([]string{"It came from a request", "A question was asked"}, listed(want.p, ".records .title")); diff != "" {
			t.Errorf("%s: wins with them (-want +got):\n%s", edition, diff)
		}
		if diff := cmp.Diff([]string{"Request third", "Request second", "Request first"}, listed(want.p, ".stacked tbody th")); diff != "" {
			t.Errorf("%s: requests (-want +got):\n%s", edition, diff)
		}
		if moved := listed(want.p, ".moved .figure-line"); len(moved) != 1 || moved[0] != "from 50 to 60" {
			t.Errorf("%s: what moved for them is %q", edition, moved)
		}
	}
	for _, private := range []string{"Kept the card on the desk", "Nobody reads the codes", "Gave a head count", "empty posts", "verheard", "Why all these questions", "Not in the peak", "Come along next time", "Prep sheet", "The next step"} {
		for name, p := range leaders {
			if strings.Contains(textOf(p), private) {
				t.Errorf("%s of the leaders' edition says %q", name, private)
			}
		}
	}
}

func TestTeamPagesAreForTheTeam(t *testing.T) {
	files := build(t, partners(t).Redacted(tracker.LeadersEdition))
	for name, body := range files {
		if strings.HasPrefix(name, "team/") || strings.HasSuffix(name, "/prep/index.html") {
			t.Errorf("the leaders' edition has %s", name)
		}
		for _, way := range []string{"team/coaching", "team/wins", "team/index", "prep/index"} {
			if strings.Contains(body, way) {
				t.Errorf("%s of the leaders' edition leads to %s", name, way)
			}
		}
	}
	for _, name := range []string{"data/tactics.csv", "data/coaching.csv", "data/business-knowledge.csv"} {
		if files[name] != "" {
			t.Errorf("the leaders' edition has %s", name)
		}
	}
}

// A line goes through the drawing where there are three requests with a depth,
// and a step back is a mark of its own.
func TestTimelineOfADoor(t *testing.T) {
	_, team := editions(t, partners(t))
	ada, alone, unknown := team["stakeholders/ada/index.html"], team["stakeholders/max/index.html"], team["stakeholders/new/index.html"]
	if n := len(find(ada, "svg.door-wide")) + len(find(ada, "svg.door-narrow")); n != 2 {
		t.Errorf("%d drawings, want one for wide places and one for narrow", n)
	}
	for selector, want := range map[string]int{".through": 2, ".step": 3, ".step.back": 1, ".depth": 3, ".promise": 2, ".promise.open": 1, ".met": 1} {
		if selector == ".promise" || selector == ".promise.open" {
			want++ // of theirs, past its day
		}
		if got := len(find(ada, "svg.door-wide > path"+selector)); got != want {
			t.Errorf("%d marks are %s, want %d", got, selector, want)
		}
	}
	if back := listed(ada, ".door > .events > .back .what"); len(back) != 1 || !strings.HasPrefix(back[0], "A step back: “Opens”, after “Owns” on ") {
		t.Errorf("steps back: %q", back)
	}
	if undated := listed(ada, ".door .plain-list li"); len(undated) != 1 || undated[0] != "Considers: Some day" {
		t.Errorf("without a day: %q", undated)
	}
	if len(find(alone, "svg.door-wide")) != 1 || len(find(alone, ".through")) != 0 {
		t.Error("a single request is drawn with a line")
	}
	if len(find(unknown, ".door > svg")) != 0 || !strings.Contains(textOf(find(unknown, ".door")[0]), "strategy.yaml") {
		t.Error("nothing dated is drawn, or it is not said what to do")
	}
}

func TestStakeholdersAreLinkedWhereTheyAreNamed(t *testing.T) {
	leaders, _ := editions(t, partners(t))
	for name, selector := range map[string]string{
		"intakes/first/index.html": ".request footer", "priorities/calls/index.html": ".opener .kicker", "wins/w/index.html": ".facts dd",
	} {
		p := leaders[name]
		if len(find(p, selector+` a[href="../../stakeholders/ada/index.html"]`)) != 1 {
			t.Errorf("%s does not lead to the stakeholder", name)
		}
	}
	// Neither a member nor somebody of whom there is only a name has a page.
	for _, a := range find(leaders["wins/w/index.html"], "bdi a") {
		if said := textOf(a); said != "Ada Voss" {
			t.Errorf("%s has a page", said)
		}
	}
}

func TestStakeholdersStandInTheOrderOfTheStrategy(t *testing.T) {
	leaders, team := editions(t, partners(t))
	for _, p := range []*html.Node{leaders["stakeholders/index.html"], team["stakeholders/index.html"]} {
		if diff := cmp.Diff([]string{"Ada Voss", "Max Reed", "Nia New"}, listed(p, ".records h3")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if len(find(p, "#fig-before-needed a[download]")) != 1 || len(find(p, `#fig-before-needed a[href="../about/before-needed/index.html"]`)) != 1 {
			t.Error("the figure has no data or no definition")
		}
	}
	meet := listed(team["stakeholders/index.html"], ".part > p.measure")
	if len(meet) < 2 || !strings.Contains(meet[0], "Nia New") || !strings.Contains(meet[1], "Max Reed") {
		t.Errorf("whom to meet: %q", meet)
	}
	if n := len(find(leaders["stakeholders/index.html"], "#fig-business-knowledge")); n != 0 {
		t.Error("leaders read what we know of their business")
	}
}
