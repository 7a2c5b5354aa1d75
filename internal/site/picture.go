package site

import (
	"fmt"
	"math"
	"strings"

	"smallwins/internal/tracker"
)

// The small pictures that sit in text are plain inline SVG: they need no
// script and print as they are.

// strip shows one bar a month.
type strip struct {
	Width, Height int
	Label         string
	Bars          []bar
}

type bar struct {
	X, Y, W, H   int
	Class, Title string
}

type month struct {
	Title  string // "March 2026: 3"
	Count  int
	Before bool // before it was a priority: left blank
}

// newStrip draws months in their order; class colours those that hold
// something. A month without anything is a thin line: absence is shown. A full
// bar stands for most, which is the same for all strips of a site.
func newStrip(months []month, most int, class, label string) strip {
	const width, gap, height = 18, 4, 36
	s := strip{Width: max(1, len(months)*(width+gap)-gap), Height: height, Label: label}
	for i, m := range months {
		if m.Before && m.Count == 0 {
			continue
		}
		b := bar{X: i * (width + gap), Y: height - 2, W: width, H: 2, Class: "m0", Title: m.Title}
		if m.Count > 0 {
			h := min(height, max(8, height*m.Count/max(1, most)))
			b.Y, b.H, b.Class = height-h, h, class
		}
		s.Bars = append(s.Bars, b)
	}
	return s
}

// spark is a line of readings, with gaps where a value is not known.
type spark struct {
	Width, Height int
	Label         string
	Paths         []string
	Dots          []sparkDot
	Texts         []sparkText
}

type sparkDot struct {
	X, Y  float64
	R     string
	Class string
}

type sparkText struct {
	X, Y float64
	Text string
	End  bool
}

// point is one reading: where it lies in time from 0 to 1, and its value;
// Known tells a gap from a zero.
type point struct {
	At, Value float64
	Known     bool
	Text      string
}

// sparkOf places points by their dates and labels the first and the last.
func (b *builder) sparkOf(points []point, dates []tracker.Date, unit, label string) *spark {
	if len(points) < 2 {
		return nil
	}
	span := float64(dates[len(dates)-1].DaysSince(dates[0]))
	for i := range points {
		if span > 0 {
			points[i].At = float64(dates[i].DaysSince(dates[0])) / span
		}
		points[i].Text = b.words.Short(points[i].Value, unit)
	}
	return newSpark(points, label)
}

func newSpark(points []point, label string) *spark {
	const width, height, side, above, below = 260, 84, 8, 24, 10
	low, high := math.Inf(1), math.Inf(-1)
	first, last := -1, -1
	for i, p := range points {
		if !p.Known {
			continue
		}
		low, high = min(low, p.Value), max(high, p.Value)
		if first < 0 {
			first = i
		}
		last = i
	}
	if first < 0 {
		return nil
	}
	if high == low {
		high = low + 1
	}
	x := func(p point) float64 { return round1(side + p.At*(width-2*side)) }
	y := func(p point) float64 {
		return round1(height - below - (p.Value-low)/(high-low)*(height-above-below))
	}
	s := &spark{Width: width, Height: height, Label: label}
	var path strings.Builder
	flush := func() {
		if path.Len() > 0 {
			s.Paths = append(s.Paths, path.String())
			path.Reset()
		}
	}
	for i, p := range points {
		if !p.Known {
			flush()
			continue
		}
		command := "L"
		if path.Len() == 0 {
			command = "M"
		}
		fmt.Fprintf(&path, "%s%g %g", command, x(p), y(p))
		dot := sparkDot{X: x(p), Y: y(p), R: "2.5"}
		if i == last {
			dot.R, dot.Class = "4.5", "last"
		}
		s.Dots = append(s.Dots, dot)
	}
	flush()
	s.Texts = append(s.Texts, sparkText{X: x(points[first]), Y: y(points[first]) - 9, Text: points[first].Text})
	if last != first {
		s.Texts = append(s.Texts, sparkText{X: x(points[last]), Y: y(points[last]) - 9, Text: points[last].Text, End: true})
	}
	return s
}

func round1(f float64) float64 { return math.Round(f*10) / 10 }
