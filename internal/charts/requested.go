package charts

import (
	"slices"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

const (
	mostWords = 9  // different things asked for, or agreed, that are named one by one
	mostBands = 60 // requests with a band each
)

// Requested sets what was asked for beside what was agreed, for requests for
// training that reached an agreement: a band is a request.
func Requested(f *insight.Figures, root string) *Chart {
	r, say := f.Requested, f.Words.Text
	c := &Chart{
		ID: "requested", Title: r.Headline(), Size: Medium,
		Subtitle: say("chart.requested.subtitle"),
		Source:   source(f, say("chart.requested.source", "n", r.Ratio.D)),
		Table:    requestedTable(f, root),
	}
	c.Description = requestedDescription(f)
	if r.Ratio.D == 0 {
		return c
	}
	s := &sankey{}
	askedWords := fewWords(f, askedText(f), askedKind(f))
	agreed := fewWords(f, agreedText(f), agreedKind(f))
	asked := s.column(f, 0, askedWords, func(*tracker.Intake) string { return muted }, root)
	given := s.column(f, 1, agreed, func(in *tracker.Intake) string { return agreedColour(r, in) }, root)
	for _, in := range askedForTraining(f) {
		e := item{"source": asked[in], "target": given[in], "value": 1}
		if r.Ratio.D > mostBands {
			e = s.edge(asked[in], given[in], 1)
		} else {
			s.edges = append(s.edges, e)
		}
		e["lineStyle"] = item{"color": agreedColour(r, in)}
		if agreedColour(r, in) == ink {
			e["lineStyle"] = item{"color": ink, "opacity": .6}
		}
		if n := e["value"].(int); n == 1 {
			e["url"] = intakeHref(root, in)
			e["tip"] = []string{in.Title, say("chart.requested.asked", "what", askedText(f)(in)), say("chart.requested.given", "what", agreedText(f)(in))}
		} else {
			e["url"] = href(root, "intakes/index.html", "", "")
			e["tip"] = []string{askedWords(in) + " → " + agreed(in), say("common.requests", "n", n)}
		}
	}
	if s.rows() > 7 {
		c.Size = Large
	}
	c.Options = s.options(say("chart.requested.series"), c.Description)
	return c
}

// column adds a node for each thing said of the requests, training alone
// first, and returns the key of each request's.
func (s *sankey) column(f *insight.Figures, depth int, said func(*tracker.Intake) string, colour func(*tracker.Intake) string, root string) map[*tracker.Intake]string {
	keys := make(map[*tracker.Intake]string)
	groups := make(map[string][]*tracker.Intake)
	var order []string
	for _, fill := range []string{muted, ink} {
		for _, in := range askedForTraining(f) {
			if colour(in) != fill {
				continue
			}
			label := said(in)
			if groups[label] == nil {
				order = append(order, label)
			}
			groups[label] = append(groups[label], in)
		}
	}
	for _, label := range order {
		key := []string{"asked:", "agreed:"}[depth] + label
		ins := groups[label]
		lines := []string{label, f.Words.Text("common.requests", "n", len(ins))}
		for i, in := range ins {
			keys[in] = key
			if i < shown {
				lines = append(lines, in.Title)
			}
		}
		leads := href(root, "intakes/index.html", "", "")
		if len(ins) == 1 {
			leads = intakeHref(root, ins[0])
		} else if len(ins) > shown {
			lines = append(lines, more(f, len(ins)))
		}
		s.node(depth, key, label, f.Words.Count(len(ins)), colour(ins[0]), leads, lines)
	}
	return keys
}

// askedForTraining are the requests of the figure, in the order of the
// tracker.
func askedForTraining(f *insight.Figures) []*tracker.Intake {
	in := make(map[*tracker.Intake]bool)
	for _, x := range slices.Concat(f.Requested.Widened, f.Requested.Same) {
		in[x] = true
	}
	return slices.DeleteFunc(slices.Clone(f.Tracker.Intakes), func(x *tracker.Intake) bool { return !in[x] })
}

func agreedColour(r insight.Requested, in *tracker.Intake) string {
	if slices.Contains(r.Widened, in) {
		return ink
	}
	return muted
}

// fewWords is in full what is said of each request, or its kind where that would
// be too many different things.
func fewWords(f *insight.Figures, full, kind func(*tracker.Intake) string) func(*tracker.Intake) string {
	different := map[string]bool{}
	for _, in := range askedForTraining(f) {
		different[full(in)] = true
	}
	if len(different) > mostWords {
		return kind
	}
	return full
}

func askedText(f *insight.Figures) func(*tracker.Intake) string {
	return func(in *tracker.Intake) string { return solutionsText(f, in.Requested, "chart.requested.no-product") }
}

func agreedText(f *insight.Figures) func(*tracker.Intake) string {
	return func(in *tracker.Intake) string { return solutionsText(f, in.Agreed, "chart.requested.no-solution") }
}

// askedKind and agreedKind say it in few words.
func askedKind(f *insight.Figures) func(*tracker.Intake) string {
	return func(in *tracker.Intake) string {
		if training, beyond := insight.Trains(in.Requested); training && !beyond {
			return f.Words.Text("chart.requested.training")
		}
		return f.Words.Text("chart.requested.training-and-else")
	}
}

func agreedKind(f *insight.Figures) func(*tracker.Intake) string {
	return func(in *tracker.Intake) string {
		training, beyond := insight.Trains(in.Agreed)
		switch {
		case training && beyond:
			return f.Words.Text("chart.requested.training-and-else")
		case beyond:
			return f.Words.Text("chart.requested.else")
		case training:
			return f.Words.Text("chart.requested.training")
		}
		return f.Words.Text("chart.requested.nothing")
	}
}

// solutionsText names solution types; none is the key of what "none" means
// here.
func solutionsText(f *insight.Figures, ids []string, none string) string {
	var names []string
	for _, id := range ids {
		name := f.Words.Inside(f.Words.Label(&tracker.Solutions, id))
		if id == "none" {
			name = f.Words.Text(none)
		}
		names = append(names, name)
	}
	return message.UpperFirst(f.Words.List(names))
}

func requestedDescription(f *insight.Figures) string {
	r := &f.Requested
	d := sentence(r.Headline())
	if r.Ratio.D == 0 {
		return d
	}
	return d + " " + f.Words.Text("chart.requested.description", "n", r.Ratio.D, "widened", len(r.Widened), "same", len(r.Same))
}

func requestedTable(f *insight.Figures, root string) Table {
	say := f.Words.Text
	t := Table{
		Caption: say("chart.requested.caption"),
		Head:    []string{say("chart.requested.request-head"), say("chart.requested.asked-head"), say("chart.requested.agreed-head")},
	}
	for _, in := range askedForTraining(f) {
		t.Rows = append(t.Rows, []Cell{{in.Title, intakeHref(root, in)}, text(askedText(f)(in)), text(agreedText(f)(in))})
	}
	return t
}
