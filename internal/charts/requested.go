package charts

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

const (
	mostWords = 9  // different things asked for, or agreed, that are named one by one
	mostBands = 60 // requests with a band each
)

// Requested sets what was asked for beside what was agreed, for requests for
// training that reached an agreement: a band is a request.
func Requested(f *insight.Figures, root string) *Chart {
	r := f.Requested
	c := &Chart{
		ID: "requested", Title: r.Headline(), Size: Medium,
		Subtitle: "Each request is a band from what was asked for to what was agreed. Faint bands stay with training, strong ones go beyond it.",
		Source:   source(f, some(r.Ratio.D, "agreed training request", "agreed training requests")),
		Table:    requestedTable(f, root),
	}
	c.Description = requestedDescription(r)
	if r.Ratio.D == 0 {
		return c
	}
	s := &sankey{}
	askedWords := fewWords(f, askedText, askedKind)
	agreed := fewWords(f, agreedText, agreedKind)
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
			e["tip"] = []string{in.Title, "Asked for: " + askedText(in), "Agreed: " + agreedText(in)}
		} else {
			e["url"] = href(root, "intakes/index.html", "", "")
			e["tip"] = []string{askedWords(in) + " → " + agreed(in), count(n, "request", "requests")}
		}
	}
	if s.rows() > 7 {
		c.Size = Large
	}
	c.Options = s.options("Requests", c.Description)
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
		lines := []string{label, count(len(ins), "request", "requests")}
		for i, in := range ins {
			keys[in] = key
			if i < shown {
				lines = append(lines, in.Title)
			}
		}
		leads := href(root, "intakes/index.html", "", "")
		if len(ins) == 1 {
			leads = intakeHref(root, ins[0])
		} else if n := len(ins) - shown; n > 0 {
			lines = append(lines, "and "+insight.Count(n)+" more")
		}
		s.node(depth, key, label, insight.Count(len(ins)), colour(ins[0]), leads, lines)
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

func askedText(in *tracker.Intake) string  { return solutionsText(in.Requested, "no product") }
func agreedText(in *tracker.Intake) string { return solutionsText(in.Agreed, "nothing built") }

// askedKind and agreedKind say it in few words.
func askedKind(in *tracker.Intake) string {
	if training, beyond := insight.Trains(in.Requested); training && !beyond {
		return "Training"
	}
	return "Training and something else"
}

func agreedKind(in *tracker.Intake) string {
	training, beyond := insight.Trains(in.Agreed)
	switch {
	case training && beyond:
		return "Training and something else"
	case beyond:
		return "Something else"
	case training:
		return "Training"
	}
	return "Nothing built"
}

// solutionsText names solution types; none is what "none" means here.
func solutionsText(ids []string, none string) string {
	var names []string
	for _, id := range ids {
		name := strings.ToLower(tracker.Solutions.Label(id))
		if id == "none" {
			name = none
		}
		names = append(names, name)
	}
	return upperFirst(list(names))
}

func requestedDescription(r insight.Requested) string {
	d := sentence(r.Headline())
	if r.Ratio.D == 0 {
		return d
	}
	return d + " " + sentence("Of "+count(r.Ratio.D, "request", "requests")+" for training that reached an agreement, "+
		insight.Count(len(r.Widened))+" went beyond training and "+insight.Count(len(r.Same))+" stayed with it")
}

func requestedTable(f *insight.Figures, root string) Table {
	t := Table{Caption: "Requests for training: asked for and agreed", Head: []string{"Request", "Asked for", "Agreed"}}
	for _, in := range askedForTraining(f) {
		t.Rows = append(t.Rows, []Cell{{in.Title, intakeHref(root, in)}, text(askedText(in)), text(agreedText(in))})
	}
	return t
}
