package site

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// unchangedPart is the cases in which nothing changed, by the conditions that
// were missing (requirements 000-32 and 000-33). It names conditions, and
// nobody.
type unchangedPart struct {
	Heading    string
	Conditions []conditionRow
	Cases      []unchangedCase
	AboutURL   string
	ReceiptURL string
}

// conditionRow is one condition, with a dot for each case that lacked it.
type conditionRow struct {
	Label, Meaning string
	Dots           []dot
}

type unchangedCase struct {
	Title, URL, Place, Line string
	Missing                 string
	Named                   []string // barriers that were written down and had no owner
	AlsoAtWork              []string
	Again                   []Link // requests that came after it
}

// conditions are what a change needs, the environment first (requirement
// 000-32), by the question of the contract that asks for it.
var conditions = []struct{ id, label, meaning string }{
	{"barrier", "The environment", "What was in the way of the work stayed where it was."},
	{"reinforce", "Reinforcement", "Nothing in the working day kept it alive."},
	{tracker.OwnQuestion, "Shared ownership", "No part of the change was led from within the business."},
	{"who", "Who does something differently", "It stayed open who would."},
	{"decisions", "The decisions", "It stayed open which ones were breaking."},
	{"friction", "The friction", "It stayed open what got in the business’s way."},
	{"better", "What better looks like", "Nobody had described it in terms of the work."},
	{"shift", "A measurable shift", "There was nothing agreed to look at."},
}

func (b *builder) unchanged(p Page) *unchangedPart {
	cases := b.f.Delivered.NothingCases
	if len(cases) == 0 {
		return nil
	}
	part := &unchangedPart{
		Heading:  "Where nothing changed, this was missing",
		AboutURL: p.url(insightPath("delivered")), ReceiptURL: b.receipt(p.Root, "delivered/nothing-changed"),
	}
	lacks := func(id string) func(*tracker.Intake) bool {
		return func(in *tracker.Intake) bool { return slices.Contains(in.Missing, id) }
	}
	has := func(in *tracker.Intake) bool { return !lacks("barrier")(in) }
	if !slices.ContainsFunc(cases, has) {
		part.Heading = "We did not redesign the environment"
	}
	for _, c := range conditions {
		row := conditionRow{Label: c.label, Meaning: c.meaning}
		for _, in := range cases {
			if lacks(c.id)(in) {
				row.Dots = append(row.Dots, dot{string(in.Verdict), p.url(intakePath(in)), b.place(in), in.Title})
			}
		}
		row.Dots = lastOf(row.Dots, part.ReceiptURL)
		if len(row.Dots) > 0 {
			part.Conditions = append(part.Conditions, row)
		}
	}
	for _, in := range cases {
		part.Cases = append(part.Cases, b.unchangedCase(p, in))
	}
	return part
}

func (b *builder) unchangedCase(p Page, in *tracker.Intake) unchangedCase {
	c := unchangedCase{Title: in.Title, URL: p.url(intakePath(in)), Place: b.place(in), Line: deliveredText(in)}
	var missing []string
	for _, cond := range conditions {
		if slices.Contains(in.Missing, cond.id) {
			missing = append(missing, lowerFirst(cond.label))
		}
	}
	c.Missing = list(missing)
	for _, x := range in.Barriers {
		if x.Owner == "" && x.What != "" {
			c.Named = append(c.Named, sentenced(upperFirst(strings.TrimSpace(x.What))))
		}
	}
	for _, f := range in.OtherFactors {
		if f.What != "" {
			c.AlsoAtWork = append(c.AlsoAtWork, sentenced(upperFirst(strings.TrimSpace(f.What))))
		}
	}
	for _, r := range slices.Concat(b.f.Repeats.Pairs, b.f.Repeats.OtherWay) {
		if r.Earlier == in {
			c.Again = append(c.Again, Link{r.Later.Title, p.url(intakePath(r.Later))})
		}
	}
	return c
}

// livePart is what is agreed or being built: there is still time to go back to
// the contract.
type livePart struct {
	Heading, AboutURL, ReceiptURL string
	Cases                         []liveCase
}

type liveCase struct {
	IntakeLine
	AtRisk bool
	Marks  []liveMark
}

type liveMark struct {
	Label string
	Held  bool
}

func (b *builder) live(p Page) *livePart {
	e := &b.f.EventRisk
	part := &livePart{Heading: e.Headline(), AboutURL: p.url(insightPath("event-risk")), ReceiptURL: b.receipt(p.Root, "event-risk/at-risk")}
	add := func(contracts []*insight.Contract, risk bool) {
		for _, c := range contracts {
			if slices.Contains(e.AtRisk, c) == risk {
				marks := []liveMark{{"A part that the business leads", c.Owned.Held}, {"Somebody to keep it alive", c.Reinforcement.Held}}
				part.Cases = append(part.Cases, liveCase{b.intakeLine(p, c.Intake), risk, marks})
			}
		}
	}
	add(e.AtRisk, true)
	add(e.Live, false)
	return part
}

// repeatsPart is orders that come again after nothing changed or nobody
// looked.
type repeatsPart struct {
	Heading, AboutURL, ReceiptURL string
	Pairs, OtherWay               []repeatPair
}

type repeatPair struct {
	Earlier, Later IntakeLine
	Why            string
}

func (b *builder) repeats(p Page) *repeatsPart {
	r := &b.f.Repeats
	if r.Missing != "" {
		return nil
	}
	part := &repeatsPart{
		Heading: r.Headline(), AboutURL: p.url(insightPath("repeats")),
		ReceiptURL: b.receipt(p.Root, "repeats/share"),
	}
	pairs := func(from []*insight.Repeat) []repeatPair {
		var list []repeatPair
		for _, x := range from {
			list = append(list, repeatPair{b.intakeLine(p, x.Earlier), b.intakeLine(p, x.Later), sentenced(upperFirst(x.Reason))})
		}
		return list
	}
	part.Pairs, part.OtherWay = pairs(r.Pairs), pairs(r.OtherWay)
	return part
}

func (b *builder) aloneDots(p Page) []dotColumn {
	a := &b.f.Alone
	if len(a.Cases) == 0 {
		return nil
	}
	columns := make([]dotColumn, len(a.ByQuarter))
	for i, q := range a.ByQuarter {
		columns[i].Label = q.Quarter.Label()
		for _, c := range q.Cases {
			kind, says := "shared", "shared"
			if c.Alone {
				kind, says = "alone", "L&D alone"
			}
			columns[i].Dots = append(columns[i].Dots, dot{kind, p.url(intakePath(c.Intake)), b.place(c.Intake), c.Intake.Title + ", " + says})
		}
		columns[i].Dots = lastOf(columns[i].Dots, p.url(insightPath("alone")))
	}
	return columns
}
