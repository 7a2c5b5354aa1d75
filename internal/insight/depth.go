package insight

import (
	"cmp"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Depth is how deep the contracts go, over the intakes that reached an
// agreement (insights: "Contract gaps").
type Depth struct {
	Cases    []*Contract // intakes agreed, building, delivered or evaluated
	Excluded []Excluded
	Gaps     []Gap // the eight questions, in their order
	Marks    []Gap // the four marks, in their order
	Minimum  int
	Missing  string

	words *message.Language
}

// Gap is how often one item of the contract is there.
type Gap struct {
	ID          string
	Label       string // "Friction"
	Question    string // as it is put; of a mark, what it takes
	Ratio       Ratio  // there / intakes that reached an agreement
	With        []*tracker.Intake
	Without     []*tracker.Intake
	Partnership bool // the partnership question, shown first and apart
}

func (f *Figures) depth() Depth {
	d := Depth{Minimum: f.minimum, words: f.Words}
	for _, q := range tracker.Questions.Terms {
		d.Gaps = append(d.Gaps, Gap{ID: q.ID, Label: f.Words.Label(&tracker.Questions, q.ID), Question: f.Words.Definition(&tracker.Questions, q.ID), Partnership: q.ID == tracker.OwnQuestion})
	}
	for _, m := range contract(f.Tracker, &tracker.Intake{}, f.Words).Marks() {
		d.Marks = append(d.Marks, Gap{ID: m.ID, Label: m.Label, Question: f.Words.Text("insight.mark-takes." + m.ID)})
	}
	for _, c := range f.Contracts {
		in := c.Intake
		if !in.Status.AtLeastAgreed() {
			d.Excluded = append(d.Excluded, Excluded{Intake: in, Reason: f.noAgreement(in.Status)})
			continue
		}
		d.Cases = append(d.Cases, c)
		for i, a := range c.Answers {
			d.Gaps[i].add(in, a.Counts())
		}
		for i, m := range c.Marks() {
			d.Marks[i].add(in, m.Held)
		}
	}
	if len(d.Cases) < f.minimum {
		d.Missing = f.Words.Text("insight.gaps.needs", "have", len(d.Cases), "minimum", f.minimum)
	}
	return d
}

// noAgreement says of a request that reached no agreement what became of it.
func (f *Figures) noAgreement(s tracker.Status) string {
	return f.Words.Text("insight.no-agreement", "status", cmp.Or(string(s), "none"))
}

func (g *Gap) add(in *tracker.Intake, there bool) {
	g.Ratio.D++
	if there {
		g.Ratio.N++
		g.With = append(g.With, in)
	} else {
		g.Without = append(g.Without, in)
	}
}

// Headline names the partnership question, and the question that was answered
// least where that is another one; several that were are counted.
func (d *Depth) Headline() string {
	if d.Missing != "" {
		return d.words.Text("insight.not-enough", "missing", d.Missing)
	}
	least, own, tied := d.Gaps[0], d.Gaps[0], 0
	for _, g := range d.Gaps {
		switch {
		case g.Ratio.N < least.Ratio.N:
			least, tied = g, 1
		case g.Ratio.N == least.Ratio.N:
			tied++
		}
		if g.Partnership {
			own = g
		}
	}
	line := d.words.Text("insight.gaps.headline", "n", own.Ratio.N, "of", own.Ratio.D)
	switch {
	case least.Ratio.N == own.Ratio.N:
		return line
	case tied > 1:
		return line + "; " + d.words.Text("insight.gaps.headline-others", "others", tied, "n", least.Ratio.N)
	}
	return line + "; " + d.words.Text("insight.gaps.headline-least", "question", least.Label, "n", least.Ratio.N)
}
