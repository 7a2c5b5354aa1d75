package trackergen

import (
	"fmt"
	"strconv"
	"strings"

	"smallwins/internal/tracker"
)

var firstNames = []string{
	"Ada", "Bruno", "Chidi", "Dagny", "Emre", "Farah", "Greta", "Hanif", "Ilse", "Jonas", "Kaede", "Lucía",
	"Mattis", "Noor", "Oskar", "Priya", "Quentin", "Rosa", "Sunniva", "Tariq", "Ulla", "Viktor", "Wanda", "Ximena",
	"Yannick", "Zofia",
}

var lastNames = []string{
	"Abernathy", "Brandvold", "Castellanos", "Dimitriou", "Ekwueme", "Fitzwilliam", "Grünwald", "Halvorsen",
	"Ishikawa", "Jankowski", "Kowalczyk", "Lindqvist", "Marchetti",
}

var departments = []string{"Sales", "Customer Care", "Warehouse", "Operations", "Finance", "People", "Safety", "IT"}

const teamSize, prioritySize, outcomeSize = 12, 10, 6

func memberID(i int) string      { return fmt.Sprintf("member-%02d", i+1) }
func stakeholderID(i int) string { return fmt.Sprintf("leader-%03d", i+1) }
func outcomeID(i int) string     { return fmt.Sprintf("outcome-%d", i+1) }
func priorityID(i int) string    { return fmt.Sprintf("priority-%02d", i+1) }

// name returns the name of the i-th person, one that no two people share.
func name(i int) string {
	n := len(firstNames)
	return firstNames[i%n] + " " + lastNames[(i/n*5+i)%len(lastNames)]
}

// ended is the last day of the priorities and members that were not there to
// the end.
var ended = asOf.AddDays(-400)

// activePriorities returns n priorities that held on the day.
func (r random) activePriorities(d tracker.Date, n int) []string {
	var ids []string
	for i := range prioritySize {
		if i%5 == 4 && d > ended {
			continue
		}
		ids = append(ids, priorityID(i))
	}
	return some(r, ids, n)
}

// member returns someone who was in the team on the day.
func (r random) member(d tracker.Date) string {
	n := teamSize
	if d > ended {
		n-- // the last one has left
	}
	return memberID(r.IntN(n))
}

func (g *generator) stakeholder(r random) string { return stakeholderID(r.IntN(g.stakeholders)) }

// outsider returns someone who is not in the strategy.
func (r random) outsider() string {
	return quote(fmt.Sprintf("%s Okonkwo-%s (%s)", pick(r, firstNames), pick(r, lastNames), r.text("team leader {place}")))
}

// business returns an id or a name of somebody outside L&D.
func (g *generator) business(r random) string {
	if r.chance(70) {
		return g.stakeholder(r)
	}
	return r.outsider()
}

func (g *generator) strategy() string {
	var d record
	d.WriteString("settings:\n")
	for _, line := range [][2]string{
		{"title", "Small wins of a made-up organisation"},
		{"organisation", "Made-up Organisation"},
		{"vision", "By 2028 nobody draws up a plan that changes how people work without us in the room."},
		{"mission", "Help people get the job right the first time, and keep every promise on the way."},
		{"base_url", "https://example.org/wins/"},
		{"language", "en"},
	} {
		fmt.Fprintf(&d, "  %s: %s\n", line[0], quote(line[1]))
	}
	fmt.Fprintf(&d, "  started_on: %s\n  as_of: %s\n  year_starts: 1\n", start, asOf)
	d.WriteString("  repository: {url: \"https://example.org/made-up/wins\", branch: main, host: github}\n")
	d.WriteString("  required: {win: [why, priorities], intake: []}\n")
	d.WriteString("  labels: {encouraging: \"Something good\"}\n")
	d.WriteString("  windows: {evaluate_after_days: 90, stale_after_days: 30, quiet_after_days: 60}\n")
	d.WriteString("  thresholds: {minimum_cases: 5, cracked_at: 3, partnered_at: 6}\n")
	d.items("priorities", each(prioritySize, g.priority))
	d.items("outcomes", each(outcomeSize, g.outcome))
	d.items("team", each(teamSize, g.member))
	d.items("stakeholders", each(g.stakeholders, g.leader))
	return d.String()
}

func each(n int, f func(i int) string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = f(i)
	}
	return out
}

func (g *generator) priority(i int) string {
	r := g.rand("priority", i)
	to := ""
	if i%5 == 4 {
		to = ended.String()
	}
	return object("id", priorityID(i), "title", quote(r.text("fewer {metric} {place}")), "why", quote(r.prose(why, 2)),
		"sponsor", g.stakeholder(r), "from", start.String(), "to", to, "outcomes", list(some(r, each(outcomeSize, outcomeID), r.between(1, 2))...))
}

func (g *generator) outcome(i int) string {
	r := g.rand("outcome", i)
	level := r.between(20, 60)
	var readings []string
	for d := start.AddDays(80); d <= asOf; d = d.AddDays(91) {
		level += r.between(-1, 3)
		readings = append(readings, object("date", d.String(), "value", r.maybe(95, strconv.Itoa(level)), "note", quote(r.text("counted {place}"))))
	}
	return object("id", outcomeID(i), "title", quote(r.text("{metric} go down {place}")), "kind", tracker.OutcomeKinds.IDs()[i%len(tracker.OutcomeKinds.Terms)],
		"measure", measure(r, asOf.AddDays(180)), "readings", list(readings...),
		"other_factors", list(object("date", asOf.AddDays(-r.between(20, 900)).String(), "what", quote(r.text("A new system came in {place}")))))
}

func measure(r random, by tracker.Date) string {
	baseline := r.between(20, 60)
	return object("name", quote(r.text("{metric} per week")), "unit", quote("%"), "level", r.term(&tracker.Levels), "direction", "up",
		"baseline", strconv.Itoa(baseline), "target", strconv.Itoa(baseline+r.between(5, 25)), "by", by.String(),
		"source", quote(r.text("The weekly list of {metric}")), "meaningful", strconv.Itoa(r.between(1, 4)))
}

func (g *generator) member(i int) string {
	roles := []string{"L&D lead", "Learning consultant", "Instructional designer", "Facilitator", "Learning analyst", "Project assistant"}
	to := ""
	if i == teamSize-1 {
		to = ended.String()
	}
	return object("id", memberID(i), "name", quote(name(i)), "role", quote(roles[i%len(roles)]), "from", start.AddDays(-400).String(),
		"to", to, "display", tracker.Displays.IDs()[i%len(tracker.Displays.Terms)], "spotlight", strconv.FormatBool(i%4 != 3))
}

func (g *generator) leader(i int) string {
	r := g.rand("leader", i)
	department := departments[i%len(departments)]
	var touchpoints, door []string
	for d := start.AddDays(r.between(5, 200)); d < asOf; d = d.AddDays(r.between(60, 300)) {
		touchpoints = append(touchpoints, object("date", d.String(), "who", r.member(d), "kind", "coffee",
			"minutes", strconv.Itoa(r.between(2, 12)*5), "learned", quote(r.prose(connection, 1))))
		door = append(door, object("date", d.String(), "marker", r.term(&tracker.DoorMarkers), "evidence", quote(r.text("{person} {mood}"))))
	}
	business := object("lifecycle", quote(r.text("Everything that happens {place}")), "revenue", quote(r.text("Each of the {metric} costs money")),
		"goals", list(quote(r.text("half as many {metric}"))), "pressures", list("budget", quote("putting out fires")),
		"sources", list(object("kind", "intranet", "date", start.AddDays(r.between(5, 900)).String(), "url", quote("https://example.org/goals")),
			object("kind", "overheard", "date", start.AddDays(r.between(5, 900)).String())))
	given := start.AddDays(r.between(30, 1000))
	return object("id", stakeholderID(i), "name", quote(name(teamSize+i)), "title", quote("Head of "+department+" "+strings.Repeat("I", 1+i/len(departments)%3)),
		"department", quote(department), "owner", memberID(r.IntN(teamSize-1)), "business", business, "touchpoints", list(touchpoints...),
		"door", list(door...), "promises", list(g.promise(r, given, r.member(asOf), stakeholderID(i), promisesMade)))
}
