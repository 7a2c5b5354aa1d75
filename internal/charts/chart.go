// Package charts turns figures into ECharts options: JSON that is the same on
// every run, holds no function and no markup, and names its colours by token
// ("token:cat-1"), which the page's script puts in. It knows no page.
package charts

// Chart is one chart and everything that stands around it. A chart without
// Options has not enough to draw; its Title then says what is missing.
type Chart struct {
	ID          string
	Title       string // the finding
	Subtitle    string // measure, period and counts
	Options     []byte // ECharts options, JSON that is safe inside a script element
	Description string // what the chart shows, for those who do not see it
	Size        Size
	Table       Table  // the figures behind the chart
	Source      string // which records it was made from
}

// Drawn reports whether there is something to draw.
func (c *Chart) Drawn() bool { return c != nil && len(c.Options) > 0 }

// Size is how much height a chart needs.
type Size string

// The sizes.
const (
	Small   Size = "sm"
	Medium  Size = "md"
	Large   Size = "lg"
	Larger  Size = "xl"
	Largest Size = "xxl"
)

// Table is the figures behind a chart. The first cell of a row is its heading.
type Table struct {
	Caption string
	Head    []string
	Rows    [][]Cell
}

// Cell is one cell of a table. Href is "" or leads to the records behind it.
type Cell struct{ Text, Href string }
