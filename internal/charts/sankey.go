package charts

import (
	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// sankey gathers nodes and edges. A node's name is its key; its title and its
// count are what people read. The script sets it out for the room that it has.
type sankey struct {
	nodes []item
	edges []item
	at    map[[2]string]item
}

// node adds a node to the column of the given depth.
func (s *sankey) node(depth int, key, title, count, colour, leads string, tip []string) {
	s.nodes = append(s.nodes, item{
		"name": key, "title": title, "count": count, "depth": depth, "itemStyle": item{"color": colour}, "url": leads, "tip": tip,
	})
}

// edge adds to the edge between two nodes, which is made where there is none,
// in the order in which they come.
func (s *sankey) edge(from, to string, n int) item {
	if s.at == nil {
		s.at = make(map[[2]string]item)
	}
	e := s.at[[2]string{from, to}]
	if e == nil {
		e = item{"source": from, "target": to, "value": 0}
		s.at[[2]string{from, to}] = e
		s.edges = append(s.edges, e)
	}
	e["value"] = e["value"].(int) + n
	return e
}

// rows is the number of nodes in the longest column.
func (s *sankey) rows() int {
	columns, rows := map[any]int{}, 0
	for _, n := range s.nodes {
		columns[n["depth"]]++
		rows = max(rows, columns[n["depth"]])
	}
	return rows
}

// size gives every node the height of its name.
func (s *sankey) size() Size {
	switch rows := s.rows(); {
	case rows <= 3:
		return Medium
	case rows <= 9:
		return Large
	case rows <= 13:
		return Larger
	}
	return Largest
}

func (s *sankey) options(name, description string) []byte {
	p := echarts.NewSankey()
	p.AddSeries(name, nil, nil,
		echarts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Color: ink}),
		echarts.WithLineStyleOpts(opts.LineStyle{Color: "source", Opacity: opts.Float(.35), Curveness: .5}))
	p.MultiSeries[0].Data, p.MultiSeries[0].Links = s.nodes, s.edges
	return options(p, description, item{
		"tooltip": item{"trigger": "item"},
		"series": []item{{
			"nodeAlign": "justify", "draggable": false, "label": item{"textBorderColor": paper, "textBorderWidth": 3},
			"emphasis": item{"focus": "adjacency", "lineStyle": item{"opacity": .6}},
			"blur":     item{"itemStyle": item{"opacity": .4}, "lineStyle": item{"opacity": .12}},
		}},
	})
}
