package site

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
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
var conditions = []string{"barrier", "reinforce", tracker.OwnQuestion, "who", "decisions", "friction", "better", "shift"}

func (b *builder) condition(id string) string { return b.words.Text("changes.condition." + id) }

func (b *builder) unchanged(p Page) *unchangedPart {
	cases := b.f.Delivered.NothingCases
	if len(cases) == 0 {
		return nil
	}
	part := &unchangedPart{
		Heading:  b.words.Text("changes.missing-where"),
		AboutURL: p.url(insightPath("delivered")), ReceiptURL: b.receipt(p.Root, "delivered/nothing-changed"),
	}
	lacks := func(id string) func(*tracker.Intake) bool {
		return func(in *tracker.Intake) bool { return slices.Contains(in.Missing, id) }
	}
	has := func(in *tracker.Intake) bool { return !lacks("barrier")(in) }
	if !slices.ContainsFunc(cases, has) {
		part.Heading = b.words.Text("changes.environment")
	}
	for _, c := range conditions {
		row := conditionRow{Label: b.condition(c), Meaning: b.words.Text("changes.condition." + c + ".meaning")}
		for _, in := range cases {
			if lacks(c)(in) {
				row.Dots = append(row.Dots, dot{string(in.Verdict), p.url(intakePath(in)), b.place(in), in.Title})
			}
		}
		row.Dots = b.lastOf(row.Dots, part.ReceiptURL)
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
	c := unchangedCase{Title: in.Title, URL: p.url(intakePath(in)), Place: b.place(in), Line: b.deliveredText(in)}
	var missing []string
	for _, cond := range conditions {
		if slices.Contains(in.Missing, cond) {
			missing = append(missing, b.words.Text("changes.missing.item", "condition", b.words.Inside(b.condition(cond))))
		}
	}
	c.Missing = b.words.List(missing)
	for _, x := range in.Barriers {
		if x.Owner == "" && x.What != "" {
			c.Named = append(c.Named, sentenced(message.UpperFirst(strings.TrimSpace(x.What))))
		}
	}
	for _, f := range in.OtherFactors {
		if f.What != "" {
			c.AlsoAtWork = append(c.AlsoAtWork, sentenced(message.UpperFirst(strings.TrimSpace(f.What))))
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
	Marks  []string // what is agreed of it, and what still open
}

func (b *builder) live(p Page) *livePart {
	e := &b.f.EventRisk
	part := &livePart{Heading: e.Headline(), AboutURL: p.url(insightPath("event-risk")), ReceiptURL: b.receipt(p.Root, "event-risk/at-risk")}
	add := func(contracts []*insight.Contract, risk bool) {
		for _, c := range contracts {
			if slices.Contains(e.AtRisk, c) == risk {
				marks := []string{
					b.words.Text("changes.mark.owned", "held", yesOr(c.Owned.Held)),
					b.words.Text("changes.mark.reinforced", "held", yesOr(c.Reinforcement.Held)),
				}
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
			list = append(list, repeatPair{b.intakeLine(p, x.Earlier), b.intakeLine(p, x.Later), sentenced(message.UpperFirst(x.Reason))})
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
		columns[i].Label = b.words.Quarter(q.Quarter)
		for _, c := range q.Cases {
			kind, says := "shared", b.words.Text("changes.alone.shared")
			if c.Alone {
				kind, says = "alone", b.words.Text("changes.alone.alone")
			}
			columns[i].Dots = append(columns[i].Dots, dot{kind, p.url(intakePath(c.Intake)), b.place(c.Intake), c.Intake.Title + ", " + says})
		}
		columns[i].Dots = b.lastOf(columns[i].Dots, p.url(insightPath("alone")))
	}
	return columns
}
