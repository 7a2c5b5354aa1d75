package site

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// doorPicture draws a timeline: a staircase of markers, the depth of requests,
// promises and meetings, one under the other on the same days. It is plain SVG;
// all that it shows stands in words below it.
type doorPicture struct {
	Width, Height int
	Class, Label  string
	Rules         []doorRule
	Texts         []doorText
	Lines         []string
	Marks         []doorMark
}

type doorRule struct{ X1, Y1, X2, Y2 float64 }

type doorText struct {
	X, Y   float64
	Text   string
	Anchor string
}

// doorMark is a shape; Class says what it is and how it stands.
type doorMark struct{ Path, Class, Title string }

// Places from top to bottom, in the drawing's own units.
const (
	doorTop    = 14 // of the uppermost step
	doorStep   = 20
	depthTitle = 24 // below the last step
	depthSpan  = 56 // from no question to eight
	laneTitle  = 26
	laneRow    = 13
	laneRows   = 3 // of marks that would lie on each other
	axisHeight = 22
	doorGutter = 74 // at least, for the names of the steps
	doorLetter = 7  // of a name
	doorEdge   = 12 // right of the last day
)

// doorPictures are the same drawing for a wide and a narrow place; none where
// nothing bears a day.
func (b *builder) doorPictures(d *insight.Door) []doorPicture {
	first, last := tracker.Date(0), b.t.AsOf
	see := func(day tracker.Date) {
		if !day.IsZero() && (first.IsZero() || day < first) {
			first = day
		}
		last = max(last, day)
	}
	for _, m := range d.Markers {
		see(m.On)
	}
	for _, dot := range d.Dots {
		see(dot.On)
	}
	for _, m := range d.Promises {
		see(m.On)
	}
	for _, m := range d.Touchpoints {
		see(m.Touchpoint.Date)
	}
	if first.IsZero() {
		return nil
	}
	label := b.words.Text("door.picture", "name", stakeholderName(d.Stakeholder), "span", b.words.Span(first, last))
	gutter := doorGutter
	for _, t := range tracker.DoorMarkers.Terms {
		gutter = max(gutter, doorLetter*utf8.RuneCountInString(b.words.Label(&tracker.DoorMarkers, t.ID))+4)
	}
	var pictures []doorPicture
	for _, size := range []struct {
		class string
		width int
	}{{"door-wide", 720}, {"door-narrow", 330}} {
		c := &doorCanvas{b: b, gutter: float64(gutter), first: first, last: last, p: doorPicture{Width: size.width, Class: size.class, Label: label}}
		c.draw(d)
		pictures = append(pictures, c.p)
	}
	return pictures
}

// doorCanvas draws one picture; y is where the next lane begins.
type doorCanvas struct {
	b           *builder
	p           doorPicture
	gutter      float64
	first, last tracker.Date
	y           float64
}

func (c *doorCanvas) draw(d *insight.Door) {
	c.steps(d)
	c.depths(d)
	if len(d.Promises) > 0 {
		c.promises(d.Promises)
	}
	if len(d.Touchpoints) > 0 {
		c.meetings(d.Touchpoints)
	}
	c.axis()
	c.p.Height = int(c.y)
}

func (c *doorCanvas) x(day tracker.Date) float64 {
	left, right := c.gutter, float64(c.p.Width-doorEdge)
	span := c.last.DaysSince(c.first)
	if span <= 0 {
		return round1((left + right) / 2)
	}
	return round1(left + (right-left)*float64(day.DaysSince(c.first))/float64(span))
}

func (c *doorCanvas) rule(y float64) {
	c.p.Rules = append(c.p.Rules, doorRule{c.gutter, y, float64(c.p.Width), y})
}

// steps draws the five markers as a staircase; a line goes through it only
// where there are requests enough for one.
func (c *doorCanvas) steps(d *insight.Door) {
	terms := tracker.DoorMarkers.Terms
	at := func(step int) float64 { return float64(doorTop + doorStep*(len(terms)-step)) }
	for i, t := range terms {
		c.rule(at(i + 1))
		c.p.Texts = append(c.p.Texts, doorText{0, at(i+1) + 4, c.b.words.Label(&tracker.DoorMarkers, t.ID), "start"})
	}
	var line strings.Builder
	before := 0.0
	for _, m := range d.Markers {
		if m.Step == 0 {
			continue
		}
		x, y := c.x(m.On), at(m.Step)
		if line.Len() == 0 {
			fmt.Fprintf(&line, "M%g %g", x, y)
		} else {
			fmt.Fprintf(&line, "L%g %gL%g %g", x, before, x, y)
		}
		before = y
		class := "step"
		if m.Back {
			class = "step back"
		}
		c.p.Marks = append(c.p.Marks, doorMark{diamond(x, y, 6), class, c.b.words.Day(m.On) + ": " + m.Label})
	}
	if d.Line && line.Len() > 0 {
		c.p.Lines = append(c.p.Lines, line.String())
	}
	c.y = at(1)
}

// depths draws how many questions of each request were answered: a dot, or an
// empty one at the foot where there is no depth.
func (c *doorCanvas) depths(d *insight.Door) {
	if len(d.Dots) == 0 {
		return
	}
	c.y += depthTitle
	c.p.Texts = append(c.p.Texts, doorText{c.gutter, c.y, c.b.words.Text("door.picture.depth"), "start"})
	top := c.y + 12
	foot := top + depthSpan
	questions := len(tracker.Questions.Terms)
	at := func(n int) float64 { return round1(foot - depthSpan*float64(n)/float64(questions)) }
	for _, n := range []int{0, questions / 2, questions} {
		c.rule(at(n))
		c.p.Texts = append(c.p.Texts, doorText{c.gutter - 8, at(n) + 4, fmt.Sprint(n), "end"})
	}
	var line strings.Builder
	for _, dot := range d.Dots {
		if dot.On.IsZero() {
			continue
		}
		x, y := c.x(dot.On), foot
		mark := doorMark{Class: "depth none", Title: c.b.words.Day(dot.On) + ": " + dot.Intake.Title}
		if dot.Missing == "" {
			y = at(dot.Answered.N)
			mark.Class = "depth"
			mark.Title += ", " + dot.Answered.In(c.b.words)
			command := "L"
			if line.Len() == 0 {
				command = "M"
			}
			fmt.Fprintf(&line, "%s%g %g", command, x, y)
		}
		mark.Path = circle(x, y, 5)
		c.p.Marks = append(c.p.Marks, mark)
	}
	if d.Line {
		c.p.Lines = append(c.p.Lines, line.String())
	}
	c.y = foot
}

// promises draws ours as circles and theirs as squares, filled where they were
// kept.
func (c *doorCanvas) promises(promises []*insight.PartyPromise) {
	lane := c.lane(c.b.words.Text("door.picture.promises"))
	for _, m := range promises {
		x, y := lane(m.On)
		class := "promise open"
		if m.State == tracker.PromiseKept {
			class = "promise"
		}
		whose, path := "door.picture.ours", circle(x, y, 4.5)
		if m.Business {
			whose, path = "door.picture.theirs", square(x, y, 4)
		}
		title := c.b.words.Text(whose, "day", m.On, "state", c.b.promiseWord(m.State))
		c.p.Marks = append(c.p.Marks, doorMark{path, class, title})
	}
}

func (c *doorCanvas) meetings(met []insight.DoorTouchpoint) {
	lane := c.lane(c.b.words.Text("door.picture.meetings"))
	for _, m := range met {
		x, y := lane(m.Touchpoint.Date)
		c.p.Marks = append(c.p.Marks, doorMark{triangle(x, y, 5), "met", c.b.words.Text("door.picture.met", "day", m.Touchpoint.Date)})
	}
}

// lane begins a row of marks under a heading. What it returns finds a free
// place for each, up to three on top of each other; they come by day.
func (c *doorCanvas) lane(title string) func(tracker.Date) (x, y float64) {
	c.y += laneTitle
	c.p.Texts = append(c.p.Texts, doorText{c.gutter, c.y, title, "start"})
	top := c.y + 14
	c.y = top
	var taken [laneRows]float64
	return func(day tracker.Date) (float64, float64) {
		x := c.x(day)
		row := 0
		for row < laneRows-1 && taken[row] > 0 && x-taken[row] < 11 {
			row++
		}
		taken[row] = x
		y := top + float64(row*laneRow)
		c.y = max(c.y, y)
		return x, y
	}
}

// axis names months, as many as there is room for.
func (c *doorCanvas) axis() {
	c.y += 16
	c.rule(c.y)
	months := c.last.DaysSince(c.first)/30 + 1
	room := (c.p.Width - int(c.gutter)) / 62
	step := 120
	for _, s := range []int{1, 3, 6, 12, 24, 60} {
		if months/s <= room {
			step = s
			break
		}
	}
	foot := c.y
	for month := c.first.FirstOfMonth(); month <= c.last; month = month.NextMonth() {
		t := month.Time()
		if (t.Year()*12+int(t.Month())-1)%step != 0 || month < c.first {
			continue
		}
		x := c.x(month)
		c.p.Rules = append(c.p.Rules, doorRule{x, foot, x, foot + 4})
		anchor := "middle"
		if x > float64(c.p.Width-30) {
			anchor = "end"
		}
		c.p.Texts = append(c.p.Texts, doorText{x, foot + 16, c.b.words.MonthShort(month), anchor})
	}
	c.y += axisHeight
}

func diamond(x, y, r float64) string {
	return fmt.Sprintf("M%g %gl%g %gl%g %gl%g %gz", x, y-r, r, r, -r, r, -r, -r)
}

func square(x, y, r float64) string {
	return fmt.Sprintf("M%g %gh%gv%gh%gz", x-r, y-r, 2*r, 2*r, -2*r)
}

func triangle(x, y, r float64) string {
	return fmt.Sprintf("M%g %gl%g %gh%gz", x, y-r, r, 2*r, -2*r)
}

func circle(x, y, r float64) string {
	return fmt.Sprintf("M%g %ga%g %g 0 1 0 %g 0a%g %g 0 1 0 %g 0z", x-r, y, r, r, 2*r, r, r, -2*r)
}
