package site

import (
	"fmt"
	"math"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// readingsPicture is the readings of an outcome up to the end of a quarter, with
// the quarter as a band and what else was at work as lines. It is drawn when the
// site is built: on paper and in a single file there is nobody to draw it later.
type readingsPicture struct {
	Width, Height int
	Label         string
	Band          *bar
	Lines         []float64 // x of what else was at work
	Bottom        int
	Paths         []string
	Dots          []sparkDot
	Texts         []sparkText
	Axis          []sparkText
}

const (
	readingsWidth, readingsHeight                         = 440, 140
	readingsLeft, readingsRight, readingsTop, readingsLow = 10, 22, 26, 24
	readingsUnder                                         = 26 // room for a label below the lowest reading
)

// readingsPicture returns nil where there are not two values to join.
func (b *builder) readingsPicture(o *insight.QuarterOutcome, days insight.Period) *readingsPicture {
	var shown []tracker.Reading
	low, high, known := math.Inf(1), math.Inf(-1), 0
	for _, r := range o.Story.Readings {
		if r.Date > days.To {
			break
		}
		shown = append(shown, r)
		if r.Value.Known {
			known++
			low, high = min(low, r.Value.Value), max(high, r.Value.Value)
		}
	}
	if known < 2 {
		return nil
	}
	if high == low {
		low, high = low-1, high+1
	}
	from, to := shown[0].Date, days.To
	x := func(d tracker.Date) float64 {
		at := float64(d.DaysSince(from)) / float64(max(1, to.DaysSince(from)))
		return round1(readingsLeft + at*(readingsWidth-readingsLeft-readingsRight))
	}
	y := func(v float64) float64 {
		return round1(readingsHeight - readingsLow - readingsUnder - (v-low)/(high-low)*(readingsHeight-readingsLow-readingsUnder-readingsTop))
	}
	p := &readingsPicture{Width: readingsWidth, Height: readingsHeight, Bottom: readingsHeight - readingsLow}
	start := x(max(days.From, from))
	p.Band = &bar{X: int(start), Y: 0, W: int(x(to)-start) + 1, H: p.Bottom}
	for _, f := range o.Factors {
		if f.Date >= from {
			p.Lines = append(p.Lines, x(f.Date))
		}
	}
	b.drawReadings(p, shown, o, x, y)
	p.Axis = []sparkText{{X: readingsLeft, Y: readingsHeight - 6, Text: b.words.Month(from)}, {X: x(to), Y: readingsHeight - 6, Text: b.words.Month(to), End: true}}
	return p
}

// drawReadings joins the values, breaks the line where one is not known, and labels the
// first, the one before the quarter and the last.
func (b *builder) drawReadings(p *readingsPicture, shown []tracker.Reading, o *insight.QuarterOutcome, x func(tracker.Date) float64, y func(float64) float64) {
	unit := o.Story.Outcome.Measure.Unit
	first := o.Story.Known[0]
	var path strings.Builder
	var text []string
	flush := func() {
		if path.Len() > 0 {
			p.Paths = append(p.Paths, path.String())
			path.Reset()
		}
	}
	for i, r := range shown {
		if !r.Value.Known {
			text = append(text, b.day(r.Date)+": "+b.words.Text("report.not-known"))
			flush()
			continue
		}
		text = append(text, b.day(r.Date)+": "+b.words.Number(r.Value.Value, unit))
		command := "L"
		if path.Len() == 0 {
			command = "M"
		}
		fmt.Fprintf(&path, "%s%g %g", command, x(r.Date), y(r.Value.Value))
		dot := sparkDot{X: x(r.Date), Y: y(r.Value.Value), R: "3"}
		last := r == o.Now
		if last {
			dot.R, dot.Class = "5", "last"
		}
		p.Dots = append(p.Dots, dot)
		if r == first || r == o.Before || last {
			above, left := labelBeside(shown, i)
			at := sparkText{X: dot.X, Y: dot.Y - 10, Text: b.words.Short(r.Value.Value, unit), End: last || left}
			if !above {
				at.Y = dot.Y + 18
			}
			p.Texts = append(p.Texts, at)
		}
	}
	flush()
	p.Label = b.words.Text("report.picture", "measure", o.Story.Measure(), "readings", strings.Join(text, "; "))
}

// labelBeside says where the label of a reading does not lie on the line: above
// or below it, to its left or to its right. Where the line goes up to the next
// one, that is above on the left if it rose to here as well, and else below.
func labelBeside(shown []tracker.Reading, i int) (above, left bool) {
	at := shown[i].Value.Value
	if i+1 == len(shown) || !shown[i+1].Value.Known || shown[i+1].Value.Value <= at {
		return true, false
	}
	if i > 0 && shown[i-1].Value.Known && shown[i-1].Value.Value < at {
		return true, true
	}
	return false, false
}
