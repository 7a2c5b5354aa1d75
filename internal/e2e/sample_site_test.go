package e2e

import (
	"strconv"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// The figures of the sample, read back from the built site of each edition the
// way a reader finds them: by the table, heading or list that shows them.

func eachSite(t *testing.T, check func(t *testing.T, s *built)) {
	t.Run("leaders", func(t *testing.T) { check(t, leaders(t)) })
	t.Run("team", func(t *testing.T) { check(t, team(t)) })
}

func TestSitePartnership(t *testing.T) {
	promises := map[bool][][]string{ // how promises of the business were not kept, leaders are not told
		false: {
			{"Small promises", "12 of 15", "2", "1", "0", "1", "1"},
			{"Big promises", "3 of 5", "1", "1", "0", "0", "0"},
			{"All promises", "15 of 20", "3", "2", "0", "1", "1"},
			{"Promises made by the business", "4 of 7", "1", "2", "0", "0", "1"},
		},
		true: {
			{"Small promises", "12 of 15", "2", "1", "0", "3", "1", "1"},
			{"Big promises", "3 of 5", "1", "1", "0", "2", "0", "0"},
			{"All promises", "15 of 20", "3", "2", "0", "5", "1", "1"},
			{"Promises made by the business", "4 of 7", "", "", "", "3", "0", "1"},
		},
	}
	eachSite(t, func(t *testing.T, s *built) {
		p := s.page(t, "partnership/index.html")
		for _, tt := range []struct {
			figure, finding string
			rows            [][]string
		}{
			{"#fig-posture", "Partnered requests went from 1 of 7 to 4 of 6", [][]string{
				{"Partnered", "1 of 7", "4 of 6", "5 of 13"},
				{"Cracked", "4 of 7", "0 of 6", "4 of 13"},
				{"Order taken", "1 of 7", "0 of 6", "1 of 13"},
				{"Not agreed", "1 of 7", "2 of 6", "3 of 13"},
			}},
			{"#fig-arrivals", "Requests arriving as a solution went from 7 of 7 to 2 of 6", [][]string{
				{"As a solution", "7 of 7", "2 of 6", "9 of 13"},
				{"As a problem", "0 of 7", "3 of 6", "3 of 13"},
				{"As an invitation", "0 of 7", "1 of 6", "1 of 13"},
				{"As a recommendation", "0 of 7", "0 of 6", "0 of 13"},
			}},
			{"#fig-promises", "We kept 12 of 15 small promises and 3 of 5 big ones", promises[s == leaders(t)]},
			{"#fig-ownership", "Not enough data yet: 4 owned cases and 4 without; it takes 5 of each", [][]string{
				{"Changed", "3", "0"}, {"Partly changed", "0", "2"}, {"No change", "1", "2"}, {"Worse", "0", "0"},
			}},
			{"#fig-changed", "Nothing changed in 3 of 8 evaluated cases", [][]string{
				{"Changed", "3", "E-learning on handling objections"},
				{"Changed", "", "Care search takes too long"},
				{"Changed", "", "Loading errors that come back"},
				{"Partly changed", "2", "Product e-learning for Customer Care"},
				{"Partly changed", "", "Induction video for the warehouses"},
				{"No change", "3", "Negotiation course for the sales team"},
				{"No change", "", "Course for the new transport system"},
				{"No change", "", "Bootcamp for line managers"},
				{"Worse", "0", ""},
				{"Could not tell", "0", ""},
			}},
		} {
			equal(t, tt.figure+" finding", text(one(t, p, tt.figure+" .finding")), tt.finding)
			equal(t, tt.figure, table(t, p, tt.figure+" table"), tt.rows)
		}
		equal(t, "head of the promises", texts(p, "#fig-promises thead th"),
			map[bool][]string{
				false: {"Promises", "Kept", "Late", "Missed", "Past their day", "Released", "Not due"},
				true:  {"Promises", "Kept", "Late", "Missed", "Past their day", "Not kept on the day", "Released", "Not due"},
			}[s == leaders(t)])
		equal(t, "halves", texts(p, "#fig-posture thead th"),
			[]string{"Position", "2025 Q1 to 2025 Q3", "2025 Q4 to 2026 Q2", "All"})
		equal(t, "one dot for each request", len(all(p, "#fig-posture .units a.dot")), 13)
		for position, n := range map[string]int{"partnered": 5, "cracked": 4, "order-taken": 1, "not-agreed": 3} {
			equal(t, position+" dots", len(all(p, "#fig-posture .units a.dot-"+position)), n)
		}
	})
}

// column returns the cells below a heading, by the first cell of their row.
func column(t *testing.T, s *built, page, figure, head string) map[string]string {
	t.Helper()
	p := s.page(t, page)
	at := -1
	for i, h := range texts(p, figure+" thead th") {
		if h == head {
			at = i
		}
	}
	if at < 0 {
		t.Fatalf("%s of %s has no column %q", figure, page, head)
	}
	cells := map[string]string{}
	for _, row := range table(t, p, figure+" table") {
		cells[row[0]] = row[at]
	}
	return cells
}

// samplePriorities are the priorities with their wins: linked, and standing by
// stage.
var samplePriorities = []struct {
	id, title string
	wins      int
	stages    [4]int // spark, agreed, in place, showing
}{
	{"ramp-sales", "Ramp new sales reps sooner", 9, [4]int{1, 2, 3, 3}},
	{"resolve-first", "Resolve customer questions at the first contact", 9, [4]int{4, 2, 1, 2}},
	{"right-first-load", "Load every trailer right the first time", 8, [4]int{3, 2, 2, 1}},
	{"keep-supervisors", "Keep the supervisors we have", 2, [4]int{1, 1, 0, 0}},
	{"tms-adoption", "Get the new transport system used as it was meant to be", 6, [4]int{2, 2, 0, 0}},
}

func TestSiteChainAndCoverage(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		for _, page := range []string{"index.html", "board/index.html"} {
			chain := column(t, s, page, "#fig-chain", "Wins")
			for _, p := range samplePriorities {
				equal(t, page+": wins of "+p.id, chain[p.title], strconv.Itoa(p.wins))
			}
			equal(t, page+": chain", text(one(t, s.page(t, page), "#fig-chain .finding")), "31 of 36 wins lead to 3 of 4 outcomes")
		}
		for _, page := range []string{"index.html", "priorities/index.html"} {
			coverage := column(t, s, page, "#fig-wins-by-priority", "Wins")
			for _, p := range samplePriorities {
				equal(t, page+": wins of "+p.id, coverage[p.title], strconv.Itoa(p.wins))
			}
			equal(t, page+": without a priority", coverage["No priority named"], "5")
		}
		equal(t, "unlinked wins listed", len(all(s.page(t, "priorities/index.html"), "section:haschild(#unlinked) .records > li")), 5)
	})
}

func TestSitePriorities(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		for _, want := range samplePriorities {
			p := s.page(t, "priorities/"+want.id+"/index.html")
			equal(t, "title", text(one(t, p, "h1")), want.title)
			equal(t, want.id+": wins listed", len(all(p, "section:haschild(.group-head) .records > li")), want.wins)
			var stages [4]int
			for i, row := range table(t, p, "section.part > table") {
				stages[i], _ = strconv.Atoi(row[1])
			}
			equal(t, want.id+": stages", stages, want.stages)
			lead, _, _ := strings.Cut(text(one(t, p, ".standfirst")), " ")
			equal(t, want.id+": wins said", lead, strconv.Itoa(want.wins))
		}
	})
}

func TestSiteWins(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		p := s.page(t, "wins/index.html")
		var groups [][2]string
		for _, g := range all(p, "[data-group]") {
			groups = append(groups, [2]string{text(one(t, g, "h2")), text(one(t, g, ".group-head span"))})
			equal(t, "items of "+attr(one(t, g, "h2"), "id"), strconv.Itoa(len(all(g, "[data-item]"))), strings.Fields(text(one(t, g, ".group-head span")))[0])
		}
		equal(t, "wins by quarter, newest first", groups, [][2]string{
			{"2026 Q2", "9 wins"}, {"2026 Q1", "9 wins"}, {"2025 Q4", "7 wins"},
			{"2025 Q3", "5 wins"}, {"2025 Q2", "4 wins"}, {"2025 Q1", "2 wins"}})
		// Of the ten that were in place, two came undone: they stand apart.
		for stage, want := range map[string]struct {
			wins  int
			label string
		}{"spark": {12, "Spark"}, "agreed": {9, "Agreed"}, "in-place": {8, "In place"}, "showing": {5, "Showing"}, "undone": {2, "Came undone"}} {
			equal(t, stage, len(all(p, `[data-item][data-stage="`+stage+`"]`)), want.wins)
			equal(t, stage+" in the filter", text(one(t, p, `select[name=stage] option[value="`+stage+`"]`)), want.label+" ("+strconv.Itoa(want.wins)+")")
		}
		equal(t, "came undone", len(all(p, "[data-item] .undone")), 2)
		below := texts(p, "main section.part h2")
		equal(t, "calendar and voices", below, []string{"17 of 18 months have a win", "7 of 8 roles have been heard in 2026 Q2"})
	})
}

// Seven of eight roles, named, would name the eighth: leaders get the number.
func TestSiteVoices(t *testing.T) {
	heard := []string{"L&D lead", "learning consultant", "instructional designer", "facilitator", "LMS administrator", "learning analyst", "project assistant"}
	for edition, s := range map[tracker.Edition]*built{tracker.LeadersEdition: leaders(t), tracker.TeamEdition: team(t)} {
		said := text(one(t, s.page(t, "wins/index.html"), "main section.part p.measure"))
		for _, role := range heard {
			if got, want := strings.Contains(said, role), edition == tracker.TeamEdition; got != want {
				t.Errorf("%s edition: the voices name the %s is %v: %s", edition, role, got, said)
			}
		}
		if strings.Contains(strings.ToLower(said), "media developer") {
			t.Errorf("%s edition: the voices name the role that was not heard: %s", edition, said)
		}
	}
}

var numbers = []string{"None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"}

func TestSiteIntakes(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		list := s.page(t, "intakes/index.html")
		equal(t, "intakes listed", len(all(list, ".records > li")), 14)
		byStatus := map[tracker.Status]int{}
		for _, want := range sampleIntakes {
			byStatus[want.status]++
			id := string(want.id)
			p := s.page(t, "intakes/"+id+"/index.html")

			equal(t, id+": answered", text(one(t, p, "section:haschild(.questions) > h2")), numbers[want.answered]+" of the eight questions answered")
			answers := append(all(p, ".own-question"), all(p, ".questions > li")...)
			equal(t, id+": questions", len(answers), 8)
			counted := 0
			for _, a := range answers {
				afterwards := strings.HasPrefix(strings.Join(texts(a, ".small"), ""), "Added afterwards")
				counted += one01(len(all(a, ".prose")) == 1 && !afterwards)
			}
			equal(t, id+": answers shown", counted, want.answered)

			held := 0
			for _, sign := range texts(p, ".marks .sign") {
				held += one01(sign == "✓")
			}
			equal(t, id+": marks shown", held, want.marks)
			heading := numbers[want.marks] + " of the four marks of a shared contract"
			equal(t, id+": marks", text(one(t, p, "section:haschild(.marks) > h2")), heading)

			equal(t, id+": depth in the list", len(all(list, `.records > li:has(a[href$="/`+id+`/index.html"]) .meta span:contains("`+
				strconv.Itoa(want.answered)+` of 8 questions answered")`)), 1)
			status := tracker.Statuses.Label(string(want.status))
			if want.verdict != "" {
				status += " · " + tracker.Verdicts.Label(string(want.verdict))
			}
			if kicker := text(one(t, p, ".opener .kicker")); !strings.HasSuffix(kicker, " · "+status) {
				t.Errorf("%s: status is %q, want it to end in %q", id, kicker, status)
			}
		}
		for status, n := range byStatus {
			equal(t, "intakes "+string(status), len(all(list, "section:has(#"+string(status)+") .records > li")), n)
		}
	})
}

func TestSiteOutcomes(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		home := s.page(t, "index.html")
		for _, name := range []string{"index.html", "outcomes/index.html"} {
			var changes []string
			var caveats []bool
			for _, line := range texts(s.page(t, name), ".figure-line") {
				change, _, caveat := strings.Cut(line, ", ")
				changes, caveats = append(changes, change), append(caveats, caveat)
			}
			equal(t, name+": outcomes", changes, []string{"from 0 to 3 cycles", "from 61% to 71%", "from 9.4 to 7.5 per 1,000 loads", "from 11.8% to 12.3%"})
			equal(t, name+": slipped at the last reading, and says so", caveats, []bool{false, false, true, false})
		}
		equal(t, "a picture for each", len(all(home, ".multiples svg.spark")), 4)
		// A gap in the readings is a gap in the line.
		equal(t, "pieces of the margin's line", len(all(home, ".multiples > li:nth-child(4) svg.spark path")), 2)
		equal(t, "pieces of another line", len(all(home, ".multiples > li:nth-child(2) svg.spark path")), 1)

		silent := "Not enough data yet: no priority or win points to it"
		margin := s.page(t, "outcomes/margin/index.html")
		equal(t, "margin's evidence", text(one(t, margin, ".columns > div:first-child > h2")), "Not enough data for a contribution")
		equal(t, "margin's finding", text(one(t, margin, "#fig-readings-margin .finding")), silent)
		equal(t, "readings of the margin", len(table(t, margin, "#fig-readings-margin table")), 7) // six, and the fuel price
		equal(t, "gap in the margin", texts(margin, "#fig-readings-margin tr:nth-child(3) td:nth-child(2)"), []string{"no figure"})
		note := text(one(t, home, ".multiples > li:nth-child(4) p.small"))
		if !strings.HasPrefix(note, "Not enough data") {
			t.Errorf("the front page says of the margin: %s", note)
		}
		for id, n := range map[string]int{"planning-cycles": 6, "first-contact": 6, "loading-errors": 6} {
			p := s.page(t, "outcomes/"+id+"/index.html")
			if h := text(one(t, p, ".columns > div:first-child > h2")); !strings.HasPrefix(h, "Evidence: ") {
				t.Errorf("%s: %s", id, h)
			}
			equal(t, "readings of "+id, len(table(t, p, "#fig-readings-"+id+" table")), n+1) // and what else was at work
		}
	})
}
