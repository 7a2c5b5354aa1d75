package charts

import (
	"strconv"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// numeral is how many factors are named on the plot; more are numbered there
// and told in the tip and the table.
const numeral = 3

// factorMarks are upright lines on the days of other factors.
func factorMarks(f *insight.Figures, s *insight.Story, fr frame) []item {
	marks := make([]item, 0, len(s.Factors))
	for i, x := range insight.FactorsByDate(s.Factors) {
		if x.Date.IsZero() {
			continue
		}
		name := x.What
		if len(s.Factors) > numeral {
			name = "(" + strconv.Itoa(i+1) + ")"
		}
		marks = append(marks, item{
			"xAxis": x.Date.String(), "name": name, "tip": []string{f.Words.Text("chart.readings.factor"), f.Words.Day(x.Date), x.What},
			"label":     item{"position": "end", "distance": 4, "rotate": 0, "align": alignAt(fr, x.Date), "width": 170, "overflow": "break", "lineHeight": 14},
			"lineStyle": item{"type": "dashed", "color": muted},
		})
	}
	return marks
}

// narrowMarks lets the names of factors take less room.
func narrowMarks(marks []item) []item {
	over := make([]item, len(marks))
	for i, m := range marks {
		over[i] = item{}
		if _, isFactor := m["xAxis"]; isFactor {
			over[i] = item{"label": item{"width": 110, "lineHeight": 12}}
		}
	}
	return over
}

// factorRoom is the space above the plot that the names of factors need.
func factorRoom(s *insight.Story) int {
	switch longest := longestFactor(s); {
	case longest == 0:
		return 24
	case longest <= 26 || len(s.Factors) > numeral:
		return 36
	case longest <= 52:
		return 48
	default:
		return 64
	}
}

func longestFactor(s *insight.Story) int {
	n := 0
	for _, x := range s.Factors {
		if !x.Date.IsZero() {
			n = max(n, len([]rune(x.What)))
		}
	}
	return n
}

// alignAt keeps a name within the plot: near an edge it starts or ends at its
// line, elsewhere it stands in the middle.
func alignAt(fr frame, d tracker.Date) string {
	switch at := float64(d.DaysSince(fr.from)) / float64(max(1, fr.to.DaysSince(fr.from))); {
	case at < .2:
		return "left"
	case at > .8:
		return "right"
	}
	return "center"
}
