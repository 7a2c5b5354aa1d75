package insight

import (
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

// BusinessKnowledge is what we know of each stakeholder's part of the business,
// and what to find out next (insights: "Business knowledge"; requirements
// 004-28 to 004-32). It looks at the day of the report. It is about our
// homework, and no score of anybody.
type BusinessKnowledge struct {
	Ratio        Ratio // something is filled in, with a current source / stakeholders
	Stakeholders []*Knowledge
	Fields       []KnowledgeField // the four, in their order
	AsOf         tracker.Date
	Missing      string
}

// Knowledge is what we know of one stakeholder's part of the business.
type Knowledge struct {
	Stakeholder *tracker.Stakeholder
	Answers     []KnowledgeAnswer // the four, in the order of the fields
	Current     bool              // some source is less than twelve months old
	Newest      tracker.Date      // the day of the newest source; zero where none bears a day
	Source      string            // "quarterly metrics, 14 April 2026", or what is missing
	Next        string            // the one thing to find out next; "" where nothing is missing
	Gap         string            // the label of the field that Next is about; "" where it is about the source, or nothing
}

// KnowledgeAnswer is one of the four fields for one stakeholder.
type KnowledgeAnswer struct {
	ID     string
	Label  string
	Texts  []string // what is filled in; empty for a gap
	Prompt string   // what to find out; "" where it is filled in
}

// KnowledgeField is one of the four fields over all stakeholders.
type KnowledgeField struct {
	ID      string // "lifecycle", "revenue", "goals", "pressures"
	Label   string
	Ratio   Ratio                  // filled in, with a current source / stakeholders
	Current []*tracker.Stakeholder // the numerator
	Old     []*tracker.Stakeholder // filled in, without a current source
	Gaps    []*tracker.Stakeholder
}

var knowledgeFields = []struct {
	id, label, prompt string
	of                func(*tracker.Business) []string
}{
	{"lifecycle", "Role in the customer's journey", "Find out where in the customer's journey their part of the business comes in.", func(b *tracker.Business) []string { return []string{b.Lifecycle} }},
	{"revenue", "Contribution to revenue", "Find out how they contribute to revenue.", func(b *tracker.Business) []string { return []string{b.Revenue} }},
	{"goals", "Goals", "Find out what they want to reach this year.", func(b *tracker.Business) []string { return b.Goals }},
	{"pressures", "Pressures", "Find out what presses on them at the moment.", func(b *tracker.Business) []string { return b.Pressures }},
}

func (f *Figures) businessKnowledge() BusinessKnowledge {
	b := BusinessKnowledge{AsOf: f.Tracker.AsOf}
	if f.Tracker.Edition == tracker.LeadersEdition {
		b.Missing = teamOnlyReason
		return b
	}
	// What is filled in bears no day: nobody knows what of it was there before.
	if starts := f.Tracker.Strategy.Settings.StartedOn; starts > f.Tracker.AsOf {
		b.Missing = "the strategy starts on " + Day(starts)
		return b
	}
	for _, field := range knowledgeFields {
		b.Fields = append(b.Fields, KnowledgeField{ID: field.id, Label: field.label})
	}
	for _, s := range f.Tracker.Strategy.Stakeholders {
		k := f.knowledge(s)
		b.Stakeholders = append(b.Stakeholders, k)
		known := false
		for i, a := range k.Answers {
			field := &b.Fields[i]
			field.Ratio.D++
			switch {
			case len(a.Texts) == 0:
				field.Gaps = append(field.Gaps, s)
			case k.Current:
				known = true
				field.Ratio.N++
				field.Current = append(field.Current, s)
			default:
				field.Old = append(field.Old, s)
			}
		}
		if b.Ratio.D++; known {
			b.Ratio.N++
		}
	}
	if b.Ratio.D == 0 {
		b.Missing = "the strategy names no stakeholder yet"
	}
	return b
}

// knowledge puts together what is there on one stakeholder. What to find out
// next is the first gap; after that, the source.
func (f *Figures) knowledge(s *tracker.Stakeholder) *Knowledge {
	k := &Knowledge{Stakeholder: s}
	for _, field := range knowledgeFields {
		a := KnowledgeAnswer{ID: field.id, Label: field.label}
		for _, text := range field.of(&s.Business) {
			if text = strings.TrimSpace(text); text != "" {
				a.Texts = append(a.Texts, text)
			}
		}
		if len(a.Texts) == 0 {
			a.Prompt = field.prompt
			if k.Next == "" {
				k.Next, k.Gap = field.prompt, field.label
			}
		}
		k.Answers = append(k.Answers, a)
	}
	k.Newest, k.Source = newestSource(s.Business.Sources, f.Tracker.AsOf)
	k.Current = !k.Newest.IsZero() && lessThanAYear(k.Newest, f.Tracker.AsOf)
	switch {
	case k.Next != "" || k.Current:
	case k.Newest.IsZero():
		k.Next = "Write down where this comes from, and of which day it is."
	default:
		k.Next = "Look again: the newest source is of " + Day(k.Newest) + "."
	}
	return k
}

// newestSource returns the day of the newest source by the day of the report,
// and names it.
func newestSource(sources []tracker.Source, asOf tracker.Date) (newest tracker.Date, name string) {
	name = "no source is named"
	if len(sources) > 0 {
		name = "no source bears a day"
	}
	for _, s := range sources {
		if s.Date > newest && s.Date <= asOf {
			newest, name = s.Date, Day(s.Date)
			if s.Kind != "" {
				name = s.Kind + ", " + name
			}
		}
	}
	return newest, name
}

// lessThanAYear reports whether a day is less than twelve months before
// another: the same day of the year before is twelve months.
func lessThanAYear(d, asOf tracker.Date) bool {
	t := d.Time()
	return tracker.DateOfClock(t.AddDate(1, 0, 0)) > asOf
}

// Headline says of how many stakeholders we know something current.
func (b *BusinessKnowledge) Headline() string {
	if b.Missing != "" {
		return notEnough(b.Missing)
	}
	switch {
	case b.Ratio.N == 0 && b.Ratio.D == 1:
		return "What we know of the one stakeholder has no source of the last twelve months"
	case b.Ratio.N == 0:
		return "What we know has no source of the last twelve months, for any of " + count(b.Ratio.D, "stakeholder", "stakeholders")
	}
	return "What we know of " + share(b.Ratio, "stakeholder", "stakeholders") + " has a source of the last twelve months"
}

func businessKnowledgeDefinition(*Figures) Definition {
	var labels []string
	for _, field := range knowledgeFields {
		labels = append(labels, strings.ToLower(field.label))
	}
	return Definition{
		ID: "business-knowledge", Title: "What we know of their business", TeamOnly: true,
		Definition: "For each stakeholder of the strategy, which of four things are filled in (" + list(labels) + "), and whether some source is less than twelve months old on the day of the report; one of the same day a year before is not. Sources belong to a stakeholder and not to one of the four. A stakeholder counts when something is filled in and there is such a source, out of all stakeholders. What to find out next is the first gap and, where there is none, a newer source.",
		Reason:     "Who has done the homework can speak about their problem instead of our product.",
		Limits:     "It sees that something is filled in, not whether it is right. It is about our homework, never about the stakeholder.",
		NotEnough:  "Silent without a stakeholder, and before the strategy starts; it gives counts and no percentage.",
		Audience:   "Partners in L&D", Decision: "What to ask or read before the next conversation",
	}
}

func businessKnowledgeSheet(f *Figures) Sheet {
	b := f.Knowledge
	return b.sheet(f)
}

func (b *BusinessKnowledge) sheet(f *Figures) Sheet {
	s := Sheet{Definition: businessKnowledgeDefinition(f), Headline: b.Headline(), Missing: b.Missing}
	source := make(map[*tracker.Stakeholder]string, len(b.Stakeholders))
	var known, all []Record
	for _, k := range b.Stakeholders {
		source[k.Stakeholder] = k.Source
		r := ofStakeholder(k.Stakeholder, k.Source)
		filled := slices.ContainsFunc(k.Answers, func(a KnowledgeAnswer) bool { return len(a.Texts) > 0 })
		if all = append(all, r); k.Current && filled {
			known = append(known, r)
		}
	}
	s.add(outOf("business-knowledge/share", "Something is known, with a current source", known, all))
	records := func(ss []*tracker.Stakeholder) []Record {
		var out []Record
		for _, who := range ss {
			out = append(out, ofStakeholder(who, source[who]))
		}
		return out
	}
	for _, field := range b.Fields {
		id := "business-knowledge/" + field.ID
		s.add(
			outOf(id, field.Label+": filled in, with a current source", records(field.Current), all),
			outOf(id+"-old", field.Label+": filled in, without a current source", records(field.Old), all),
			outOf(id+"-gaps", field.Label+": not filled in", records(field.Gaps), all))
	}
	return s
}
