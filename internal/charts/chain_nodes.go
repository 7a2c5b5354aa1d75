package charts

import (
	"slices"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// How many the chain shows one by one; beyond, requests stand together by how
// they were handled, and the priorities and outcomes with the fewest wins as
// "others". The table has them all.
const (
	mostRequests   = 12
	mostPriorities = 16
	mostOutcomes   = 12
)

// The columns of the chain.
const (
	requestColumn = iota
	stageColumn
	priorityColumn
	outcomeColumn
)

// chain is the sankey of the chain, as it is put together.
type chain struct {
	sankey
	f               *insight.Figures
	root            string
	otherPriorities map[*tracker.Priority]bool
	otherOutcomes   map[*tracker.Outcome]bool
}

const (
	priorityKey = "priority:" // and the id; alone, the other priorities
	outcomeKey  = "outcome:"
	stageKeys   = "stage:"
)

func newSankey(f *insight.Figures, root string) *chain {
	s := &chain{f: f, root: root}
	s.otherPriorities = fewest(f.Coverage.Priorities, mostPriorities,
		func(pc *insight.PriorityCoverage) int { return len(pc.Wins) }, func(pc *insight.PriorityCoverage) *tracker.Priority { return pc.Priority })
	s.otherOutcomes = fewest(f.Chain.Board, mostOutcomes,
		func(b insight.BoardOutcome) int { return b.Wins }, func(b insight.BoardOutcome) *tracker.Outcome { return b.Outcome })
	s.requests()
	s.stages()
	s.priorities()
	s.outcomes()
	return s
}

// fewest are those that are drawn together where there are more than most: the
// ones with the fewest wins.
func fewest[T any, K comparable](all []T, most int, wins func(T) int, key func(T) K) map[K]bool {
	few := make(map[K]bool)
	if len(all) <= most {
		return few
	}
	byWins := slices.Clone(all)
	slices.SortStableFunc(byWins, func(a, b T) int { return wins(b) - wins(a) })
	for _, one := range byWins[most-1:] {
		few[key(one)] = true
	}
	return few
}

// origin is a node of the first column.
type origin struct {
	key, title, leads string
	requests          int
	wins              []*tracker.Win
}

// requests puts them in the order of the tracker, one by one or by position.
func (s *chain) requests() {
	origins := s.f.Chain.Origins()
	named := 0
	for _, o := range origins {
		if o.Intake != nil {
			named++
		}
	}
	of := func(in *tracker.Intake) origin {
		switch {
		case in == nil:
			// Leaders may not see that one is named, so it is not said that there was none.
			return origin{key: "none", title: s.f.Words.Text("chart.chain.no-request"), leads: receiptHref(s.root, "chain", "noticed")}
		case named <= mostRequests:
			return origin{key: "request:" + string(in.ID.Fold()), title: in.Title, leads: intakeHref(s.root, in)}
		}
		position := s.f.Contract(in).Position
		if position == "" {
			return origin{key: "position:", title: s.f.Words.Text("chart.chain.other-requests"), leads: href(s.root, "intakes/index.html", "", "")}
		}
		return origin{key: "position:" + string(position), title: s.f.Words.Label(&insight.Positions, string(position)), leads: href(s.root, "partnership/index.html", "", "fig-posture")}
	}
	at := make(map[string]int)
	var nodes []origin
	for _, o := range origins {
		n := of(o.Intake)
		if _, ok := at[n.key]; !ok {
			at[n.key] = len(nodes)
			nodes = append(nodes, n)
		}
		all := &nodes[at[n.key]]
		all.wins = append(all.wins, o.Wins...)
		all.requests++
	}
	if named > mostRequests {
		order := append(insight.Positions.IDs(), "")
		slices.SortStableFunc(nodes, func(a, b origin) int { return placeOf(order, a.key) - placeOf(order, b.key) })
	}
	for i := range nodes {
		n := &nodes[i]
		lines := tip(s.f, n.title, n.wins)
		if named > mostRequests && n.key != "none" {
			lines[1] = s.f.Words.Text("chart.chain.wins-from", "n", len(n.wins), "requests", n.requests)
		}
		s.node(requestColumn, n.key, n.title, s.f.Words.Count(len(n.wins)), muted, n.leads, lines)
		for _, st := range s.f.ByStage(n.wins) {
			if len(st.Wins) == 0 {
				continue
			}
			e := s.edge(n.key, stageKeys+string(st.Stage), len(st.Wins))
			e["url"], e["tip"] = n.leads, tip(s.f, n.title+" → "+stageLabel(s.f, st.Stage), st.Wins)
		}
	}
}

// placeOf puts positions in their order, and what has none at the end.
func placeOf(order []string, key string) int {
	if at := slices.Index(order, key[min(len(key), len("position:")):]); at >= 0 && key != "none" {
		return at
	}
	return len(order)
}

func (s *chain) stages() {
	in := make(map[tracker.Stage][]*tracker.Win)
	for _, l := range s.f.Chain.OriginLinks {
		in[l.Stage] = append(in[l.Stage], l.Wins...)
	}
	for _, st := range s.f.ByStage(nil) {
		ws := in[st.Stage]
		if len(ws) == 0 {
			continue
		}
		id := string(st.Stage)
		label := stageLabel(s.f, st.Stage)
		s.node(stageColumn, stageKeys+id, label, s.f.Words.Count(len(ws)), muted,
			winsHref(s.root, "stage", stageKey(st.Stage), "linked", "yes"), []string{label, wins(s.f, len(ws)), s.meaning(id)})
	}
}

// meaning says what a stage is, or what came undone is.
func (s *chain) meaning(id string) string {
	if id == "" {
		return s.f.Words.Text("chart.chain.undone")
	}
	return s.f.Words.Definition(&tracker.Stages, id)
}

func (s *chain) priority(p *tracker.Priority) string {
	if s.otherPriorities[p] {
		return priorityKey
	}
	return priorityKey + string(p.ID.Fold())
}

func (s *chain) outcome(o *tracker.Outcome) string {
	if s.otherOutcomes[o] {
		return outcomeKey
	}
	return outcomeKey + string(o.ID.Fold())
}

func (s *chain) priorities() {
	rest := 0
	for _, pc := range s.f.Coverage.Priorities {
		p := pc.Priority
		if s.otherPriorities[p] {
			rest += len(pc.Wins)
			continue
		}
		if len(pc.Wins) == 0 {
			continue // a break, listed below the chart; a sankey cannot draw nothing
		}
		s.node(priorityColumn, s.priority(p), p.Title, s.f.Words.Count(len(pc.Wins)), colour(pc.Index), priorityHref(s.root, p, ""), tip(s.f, p.Title, pc.Wins))
	}
	s.others(priorityColumn, priorityKey, s.f.Words.Text("chart.other-priorities", "n", len(s.otherPriorities)), rest, s.allPriorities())
	for _, l := range s.f.Chain.StageLinks {
		e := s.edge(stageKeys+string(l.Stage), s.priority(l.Priority), len(l.Wins))
		e["lineStyle"] = item{"color": colour(l.Index)}
		e["url"] = winsHref(s.root, "priority", string(l.Priority.ID.Fold()), "stage", stageKey(l.Stage))
		e["tip"] = tip(s.f, stageLabel(s.f, l.Stage)+" → "+l.Priority.Title, l.Wins)
		if s.otherPriorities[l.Priority] {
			e["lineStyle"] = item{"color": muted}
			s.generalise(e, stageLabel(s.f, l.Stage)+" → "+s.f.Words.Text("chart.chain.priorities"), s.allPriorities())
		}
	}
}

func (s *chain) allPriorities() string { return href(s.root, "priorities/index.html", "", "") }
func (s *chain) allOutcomes() string   { return href(s.root, "outcomes/index.html", "", "") }

func (s *chain) outcomes() {
	rest := 0
	for _, b := range s.f.Chain.Board {
		o := b.Outcome
		switch {
		case s.otherOutcomes[o]:
			rest += b.Wins
		case b.Wins > 0:
			s.node(outcomeColumn, s.outcome(o), o.Title, s.f.Words.Count(b.Wins), ink, outcomeHref(s.root, o), []string{o.Title, s.f.Words.Text("chart.chain.below", "n", b.Wins)})
		}
	}
	s.others(outcomeColumn, outcomeKey, s.f.Words.Text("chart.chain.other-outcomes", "n", len(s.otherOutcomes)), rest, s.allOutcomes())
	edge := func(from string, o *tracker.Outcome, heading string, ws []*tracker.Win) item {
		e := s.edge(from, s.outcome(o), len(ws))
		e["url"], e["tip"] = outcomeHref(s.root, o), tip(s.f, heading+" → "+o.Title, ws)
		if s.otherOutcomes[o] {
			s.generalise(e, heading+" → "+s.f.Words.Text("chart.chain.outcomes"), s.allOutcomes())
		}
		return e
	}
	for _, l := range s.f.Chain.PriorityLinks {
		e := edge(s.priority(l.Priority), l.Outcome, l.Priority.Title, l.Wins)
		switch {
		case s.otherPriorities[l.Priority] && s.otherOutcomes[l.Outcome]:
			s.generalise(e, message.UpperFirst(s.f.Words.Text("chart.chain.priorities"))+" → "+s.f.Words.Text("chart.chain.outcomes"), s.allPriorities())
		case s.otherPriorities[l.Priority]:
			s.generalise(e, message.UpperFirst(s.f.Words.Text("chart.chain.priorities"))+" → "+l.Outcome.Title, s.allPriorities())
		}
	}
	for _, l := range s.f.Chain.DirectLinks {
		edge(stageKeys+string(l.Stage), l.Outcome, stageLabel(s.f, l.Stage), l.Wins)
	}
}

// others adds the node of those that are drawn together, where there are any.
func (s *chain) others(depth int, key, title string, links int, leads string) {
	if links > 0 {
		s.node(depth, key, title, s.f.Words.Count(links), muted, leads, []string{title, s.f.Words.Text("chart.chain.links", "n", links)})
	}
}

// generalise words an edge of what is drawn together.
func (s *chain) generalise(e item, heading, leads string) {
	e["tip"] = []string{heading, s.f.Words.Text("chart.chain.links", "n", e["value"].(int))}
	e["url"] = leads
}
