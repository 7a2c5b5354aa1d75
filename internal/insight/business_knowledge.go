package insight

import (
	"slices"
	"strings"

	"smallwins/internal/message"
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

	words *message.Language
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
	id string
	of func(*tracker.Business) []string
}{
	{"lifecycle", func(b *tracker.Business) []string { return []string{b.Lifecycle} }},
	{"revenue", func(b *tracker.Business) []string { return []string{b.Revenue} }},
	{"goals", func(b *tracker.Business) []string { return b.Goals }},
	{"pressures", func(b *tracker.Business) []string { return b.Pressures }},
}

func (f *Figures) knowledgeLabel(id string) string {
	return f.Words.Text("insight.business-knowledge.field." + id)
}

func (f *Figures) businessKnowledge() BusinessKnowledge {
	b := BusinessKnowledge{words: f.Words, AsOf: f.Tracker.AsOf}
	if f.Tracker.Edition == tracker.LeadersEdition {
		b.Missing = f.teamOnlyReason()
		return b
	}
	// What is filled in bears no day: nobody knows what of it was there before.
	if starts := f.Tracker.Strategy.Settings.StartedOn; starts > f.Tracker.AsOf {
		b.Missing = f.Words.Text("insight.business-knowledge.not-started", "day", starts)
		return b
	}
	for _, field := range knowledgeFields {
		b.Fields = append(b.Fields, KnowledgeField{ID: field.id, Label: f.knowledgeLabel(field.id)})
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
		b.Missing = f.Words.Text("insight.missing.no-stakeholder")
	}
	return b
}

// knowledge puts together what is there on one stakeholder. What to find out
// next is the first gap; after that, the source.
func (f *Figures) knowledge(s *tracker.Stakeholder) *Knowledge {
	k := &Knowledge{Stakeholder: s}
	for _, field := range knowledgeFields {
		a := KnowledgeAnswer{ID: field.id, Label: f.knowledgeLabel(field.id)}
		for _, text := range field.of(&s.Business) {
			if text = strings.TrimSpace(text); text != "" {
				a.Texts = append(a.Texts, text)
			}
		}
		if len(a.Texts) == 0 {
			a.Prompt = f.Words.Text("insight.business-knowledge.prompt." + field.id)
			if k.Next == "" {
				k.Next, k.Gap = a.Prompt, a.Label
			}
		}
		k.Answers = append(k.Answers, a)
	}
	k.Newest, k.Source = f.newestSource(s.Business.Sources, f.Tracker.AsOf)
	k.Current = !k.Newest.IsZero() && lessThanAYear(k.Newest, f.Tracker.AsOf)
	switch {
	case k.Next != "" || k.Current:
	case k.Newest.IsZero():
		k.Next = f.Words.Text("insight.business-knowledge.next.source")
	default:
		k.Next = f.Words.Text("insight.business-knowledge.next.newer", "day", k.Newest)
	}
	return k
}

// newestSource returns the day of the newest source by the day of the report,
// and names it.
func (f *Figures) newestSource(sources []tracker.Source, asOf tracker.Date) (newest tracker.Date, name string) {
	name = f.Words.Text("insight.business-knowledge.source.none")
	if len(sources) > 0 {
		name = f.Words.Text("insight.business-knowledge.source.no-day")
	}
	for _, s := range sources {
		if s.Date > newest && s.Date <= asOf {
			newest, name = s.Date, f.Words.Day(s.Date)
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
		return b.words.Text("insight.not-enough", "missing", b.Missing)
	}
	return b.words.Text("insight.business-knowledge.headline", "n", b.Ratio.N, "of", b.Ratio.D)
}

func businessKnowledgeDefinition(f *Figures) Definition {
	var labels []string
	for _, field := range knowledgeFields {
		labels = append(labels, f.Words.Inside(f.knowledgeLabel(field.id)))
	}
	say := f.Words.Text
	return Definition{
		ID: "business-knowledge", Title: say("insight.business-knowledge.title"), TeamOnly: true,
		Definition: say("insight.business-knowledge.definition", "fields", f.Words.List(labels)),
		Reason:     say("insight.business-knowledge.reason"),
		Limits:     say("insight.business-knowledge.limits"),
		NotEnough:  say("insight.business-knowledge.not-enough"),
		Audience:   say("insight.business-knowledge.audience"), Decision: say("insight.business-knowledge.decision"),
	}
}

func businessKnowledgeSheet(f *Figures) Sheet {
	b := f.Knowledge
	return b.sheet(f)
}

func (b *BusinessKnowledge) sheet(f *Figures) Sheet {
	say := f.Words.Text
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
	s.add(outOf("business-knowledge/share", say("insight.business-knowledge.receipt.share"), known, all))
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
			outOf(id, say("insight.business-knowledge.receipt.current", "field", field.Label), records(field.Current), all),
			outOf(id+"-old", say("insight.business-knowledge.receipt.old", "field", field.Label), records(field.Old), all),
			outOf(id+"-gaps", say("insight.business-knowledge.receipt.gaps", "field", field.Label), records(field.Gaps), all))
	}
	return s
}
