package trackergen

import (
	"strings"

	"smallwins/internal/tracker"
)

func (g *generator) win(i int) string {
	r, s := g.rand("win", i), g.wins[i]
	d := &record{}
	d.WriteString("---\n")
	d.field("date", s.date.String())
	d.field("entered_by", r.member(s.date))
	var collaborators []string
	for range r.between(0, 2) {
		collaborators = append(collaborators, r.outsider())
	}
	if r.chance(60) {
		collaborators = append(collaborators, g.stakeholder(r))
	}
	if len(collaborators) > 0 {
		d.field("collaborators", list(collaborators...))
	}
	d.field("priorities", list(r.activePriorities(s.date, r.between(0, 2))...))
	d.field("outcomes", r.maybe(10, list(outcomeID(r.IntN(outcomeSize)))))
	d.field("people", r.maybe(15, list(r.member(s.date), r.member(s.date))))
	if before := earlier(g.intakes, s.date); before > 0 && r.chance(50) {
		d.field("intake", g.intakes[r.between(max(0, before-40), before-1)].id)
	}
	if i > 10 && r.chance(20) {
		d.field("replicates", list(g.wins[r.between(max(0, i-200), i-1)].id))
	}
	d.field("practices", r.terms(&tracker.Practices, r.between(0, 2)))
	d.field("activity", r.terms(&tracker.Activities, r.between(1, 2)))
	d.field("stage", r.maybe(80, r.term(&tracker.Stages)))
	if r.chance(50) {
		d.items("follow_ups", []string{g.promise(r, s.date, r.member(asOf), r.maybe(60, g.business(r)), promisesMade), object("what", quote(r.text(pick(r, promisesMade))))})
	}
	if r.chance(20) {
		d.items("noticed_by", []string{object("who", g.business(r), "on", until(s.date.AddDays(r.between(1, 30))).String(),
			"words", quote(r.text(pick(r, encouraging))), "may_quote", r.maybe(50, "true"))})
	}
	d.field("assets_needed", r.maybe(15, list(quote(r.text("{thing}")))))
	d.field("case_study", r.maybe(3, "candidate"))
	d.field("replicate_check", r.maybe(10, object("state", r.term(&tracker.CheckStates), "on", until(s.date.AddDays(20)).String())))
	d.field("undone", r.maybe(3, object("on", until(s.date.AddDays(r.between(1, 90))).String(), "why", quote(r.text("{thing} was replaced {place}")))))
	d.field("shared_on", r.maybe(40, list(until(s.date.AddDays(r.between(0, 14))).String())))
	d.field("audience", r.maybe(4, "team"))
	g.tail(d, r, s)
	d.WriteString("# " + s.title + "\n\n" + r.prose(happened, r.between(3, 5)) + "\n")
	d.section("Why it's a win", r.prose(why, r.between(1, 3)))
	d.section("Connection to strategic priorities", r.prose(connection, r.between(1, 2)))
	d.section("Follow-ups", r.maybe(60, r.text(pick(r, followUp))))
	d.section("How to replicate", r.maybe(80, r.steps(replicate, r.between(2, 4))))
	d.section("Something encouraging", r.maybe(70, r.prose(encouraging, 1)))
	d.section("Pushback", r.maybe(15, r.prose(doubts, 1)))
	d.section("Help wanted", r.maybe(8, r.text("Has anybody done this {place} before?")))
	d.section("Questions", r.maybe(10, r.text("Would it work for the {group} too? Not tried yet.")))
	if i > 0 && r.chance(10) {
		other := g.wins[r.IntN(i)]
		d.WriteString("\nSee also [" + strings.ToLower(other.title) + "](" + relative(s, other) + ").\n")
	}
	return d.String()
}

// tail ends the front matter with the fields that wins and intakes share.
func (g *generator) tail(d *record, r random, s stub) {
	if r.chance(15) {
		d.items("links", []string{object("title", quote(r.text("Notes on {thing}")), "url", quote("https://example.org/notes/"+s.id))})
	}
	d.field("aliases", r.maybe(3, list("old-"+s.id)))
	d.field("extra", r.maybe(5, object("cost_centre", quote("4711"))))
	d.WriteString("---\n")
}

// relative returns the path from one record of a kind to another.
func relative(from, to stub) string {
	fromYear, _, _ := strings.Cut(from.file, "/")
	toYear, name, _ := strings.Cut(to.file, "/")
	if fromYear == toYear {
		return name + ".md"
	}
	return "../" + to.file + ".md"
}

// earlier returns how many of the records lie before the day.
func earlier(stubs []stub, d tracker.Date) int {
	n := 0
	for n < len(stubs) && stubs[n].date < d {
		n++
	}
	return n
}

// promise returns a promise made on a day: what became of it agrees with its
// days.
func (g *generator) promise(r random, made tracker.Date, who, to string, what []string) string {
	by := made.AddDays(r.between(3, 60))
	pairs := []string{"what", quote(r.text(pick(r, what))), "who", who, "to", to, "by", by.String(), "size", r.term(&tracker.Sizes)}
	state, closed, moved := "", tracker.Date(0), ""
	switch r.IntN(8) {
	case 0, 1, 2:
		state, closed = "kept", by.AddDays(-r.between(0, 2))
	case 3:
		state, closed = "late", by.AddDays(r.between(1, 20))
	case 4:
		state, closed = "missed", by.AddDays(r.between(0, 5))
	case 5:
		state, closed = "released", by.AddDays(-r.between(0, 2))
	case 6:
		state, moved = "moved", list(object("to", by.AddDays(r.between(5, 40)).String(), "on", until(by.AddDays(-2)).String()))
	}
	if closed > asOf {
		state, closed, moved = "open", 0, ""
	}
	return object(append(pairs, "state", state, "closed", closed.String(), "moved", moved)...)
}
