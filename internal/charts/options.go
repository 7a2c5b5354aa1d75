package charts

import (
	"bytes"
	"encoding/json"
	"maps"
	"strconv"
)

// item is one mark of a chart, or a part of the options that go-echarts has no
// type for. Marks that stand for records carry "url" and "tip": a heading and
// lines, which the page's script shows as text.
type item = map[string]any

// plot is what the charts of go-echarts have in common.
type plot interface {
	Validate()
	JSON() map[string]any
}

// options completes what go-echarts wrote: its defaults that would fight the
// page go, over is laid on top, and the description is set for those who do
// not see the chart. What over has as nil goes. Keys come out sorted, numbers as written, and < escaped.
// It returns nil for what is no JSON, such as an infinite value.
func options(p plot, description string, over item) []byte {
	p.Validate()
	raw, err := json.Marshal(p.JSON())
	if err != nil {
		return nil
	}
	base, err := decode(raw)
	if err != nil {
		return nil
	}
	for _, key := range []string{"color", "legend", "title", "toolbox", "tooltip"} {
		delete(base, key)
	}
	raw, err = json.Marshal(over)
	if err != nil {
		return nil
	}
	top, err := decode(raw)
	if err != nil {
		return nil
	}
	whole := merged(base, top).(item)
	maps.DeleteFunc(whole, func(_ string, v any) bool { return v == nil })
	whole["aria"] = item{"enabled": true, "label": item{"enabled": true, "description": description}}
	out, err := json.Marshal(whole)
	if err != nil {
		return nil
	}
	return out
}

func decode(raw []byte) (item, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var m item
	return m, d.Decode(&m)
}

// merged lays over on base: objects by key, lists of equal length whose parts
// are objects by place, anything else replaced.
func merged(base, over any) any {
	switch o := over.(type) {
	case item:
		b, ok := base.(item)
		if !ok {
			return o
		}
		m := maps.Clone(b)
		for k, v := range o {
			m[k] = merged(b[k], v)
		}
		return m
	case []any:
		b, ok := base.([]any)
		if !ok || len(b) != len(o) {
			return o
		}
		m := make([]any, len(o))
		for i := range o {
			m[i] = merged(b[i], o[i])
		}
		return m
	}
	return over
}

// The page's colours. The script puts them in wherever a key ends in "color".
const (
	ink   = "token:ink"
	muted = "token:muted"
	paper = "token:paper"
)

// categories is how many colours there are to tell priorities apart.
const categories = 8

// colour returns the colour of a priority by its place in the strategy. From
// the ninth on they repeat, which is why names always stand beside.
func colour(index int) string { return "token:cat-" + strconv.Itoa(index%categories+1) }
