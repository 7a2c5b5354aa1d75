package charts

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// From requests to stages every win is in one band; behind that it is in as
// many as it has links.
func TestAWinIsInOneBandUpToItsStage(t *testing.T) {
	for _, priorities := range []int{1, 5, 40} {
		f := figures(t, priorities)
		s := newSankey(f, "")
		linked := map[*tracker.Win]bool{}
		for _, l := range f.Chain.StageLinks {
			for _, w := range l.Wins {
				linked[w] = true
			}
		}
		for _, l := range f.Chain.DirectLinks {
			for _, w := range l.Wins {
				linked[w] = true
			}
		}
		first, second := 0, 0
		for _, e := range s.edges {
			if strings.HasPrefix(e["target"].(string), stageKeys) {
				first += e["value"].(int)
			} else if strings.HasPrefix(e["source"].(string), stageKeys) && strings.HasPrefix(e["target"].(string), priorityKey) {
				second += e["value"].(int)
			}
		}
		if first != len(linked) || second != f.Coverage.Links {
			t.Errorf("%d priorities: %d bands for %d wins, then %d for %d links", priorities, first, len(linked), second, f.Coverage.Links)
		}
	}
}

// Few requests stand one by one and lead to their pages; many stand together
// by how they were handled. Either way the chart stays small.
func TestRequestsOfTheChain(t *testing.T) {
	for _, tc := range []struct {
		priorities   int
		one, grouped bool
		size         Size
	}{{4, true, false, Large}, {40, false, true, Largest}} {
		s := newSankey(figures(t, tc.priorities), "../")
		one, grouped, none := false, false, false
		for _, n := range s.nodes {
			if n["depth"] != requestColumn {
				continue
			}
			leads := n["url"].(string)
			switch key := n["name"].(string); {
			case strings.HasPrefix(key, "request:"):
				one = one || strings.HasPrefix(leads, "../intakes/i")
			case strings.HasPrefix(key, "position:"):
				grouped = grouped || strings.HasPrefix(leads, "../partnership/index.html#fig-posture")
			case key == "none":
				none = leads == "../about/chain/index.html#noticed" && n["title"] == "No request named"
			}
		}
		if one != tc.one || grouped != tc.grouped || !none {
			t.Errorf("%d priorities: one by one %t, grouped %t, without one %t", tc.priorities, one, grouped, none)
		}
		if len(s.nodes) > mostRequests+1+5+mostPriorities+mostOutcomes || s.size() != tc.size {
			t.Errorf("%d priorities: %d nodes, drawn %s", tc.priorities, len(s.nodes), s.size())
		}
	}
}
