package site

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// doorView is the timeline of one stakeholder: drawn, and day by day.
type doorView struct {
	Heading  string
	Pictures []doorPicture // for wide screens and paper, and for narrow ones; none without a day
	NoLine   string
	NoLineAt string      // its receipt
	Signs    []doorEvent // the markers and steps back, with what was seen
	Events   []doorEvent // these, and all the rest
	Undated  []doorEvent
	AboutURL string
}

// doorEvent is one dated thing: a marker with its evidence, a request, a
// promise or a meeting.
type doorEvent struct {
	On          tracker.Date
	Label, Text string
	URL         string
	Note        said
	Back        bool // a step back
}

func (b *builder) doorView(p Page, d *insight.Door) *doorView {
	v := &doorView{Heading: b.words.Text("door.none"), AboutURL: p.url(insightPath("door"))}
	if n := len(d.Markers); n > 0 {
		last := d.Markers[n-1]
		sign := cmp.Or(b.words.Definition(&tracker.DoorMarkers, last.Marker), last.Label)
		v.Heading = b.words.Text("door.seen", "sign", message.UpperFirst(strings.TrimRight(sign, ".")), "day", last.On)
	}
	if n := len(d.Reversals); n > 0 {
		v.Heading += "; " + b.words.Text("door.seen.back", "day", d.Reversals[n-1].On)
	}
	if !d.Line && len(d.Dots) > 0 {
		v.NoLine = d.NoLine
		v.NoLineAt = b.receipt(p.Root, receiptOf("door", d.Stakeholder.ID, "dots"))
	}
	b.doorEvents(p, d, v)
	v.Pictures = b.doorPictures(d)
	return v
}

// doorEvents puts everything dated in one order, the newest first.
func (b *builder) doorEvents(p Page, d *insight.Door, v *doorView) {
	back := map[insight.Record]string{}
	for _, r := range d.Reversals {
		if r.Record.Kind == tracker.KindStakeholder {
			back[r.Record] = r.Reason
			continue
		}
		v.Signs = append(v.Signs, doorEvent{On: r.On, Label: b.words.Text("door.back"), Text: message.UpperFirst(r.Reason) + ".", URL: b.recordView(p, r.Record).URL, Back: true})
	}
	for _, m := range d.Markers {
		e := doorEvent{On: m.On, Label: m.Label, Text: m.Evidence, Back: m.Back}
		if m.Back {
			e.Label = b.words.Text("door.back.why", "why", back[m.Record])
		}
		v.Signs = append(v.Signs, e)
	}
	v.Events = slices.Clone(v.Signs)
	for _, m := range d.Undated {
		v.Undated = append(v.Undated, doorEvent{Label: m.Label, Text: m.Evidence})
	}
	for _, dot := range d.Dots {
		e := doorEvent{On: dot.On, Label: b.words.Text("door.request"), Text: dot.Intake.Title, URL: p.url(intakePath(dot.Intake)), Note: plain(message.UpperFirst(dot.Missing))}
		if dot.Missing == "" {
			depth := dot.Answered.In(b.words)
			e.Note = b.say(p.Root, b.words.Text("door.answered", "share", depth), counted{depth, receiptOf("contract", dot.Intake.ID, "answered")})
		}
		if dot.On.IsZero() {
			v.Undated = append(v.Undated, e)
		} else {
			v.Events = append(v.Events, e)
		}
	}
	for _, m := range d.Promises {
		whose := "door.promise.ours"
		if m.Business {
			whose = "door.promise.theirs"
		}
		e := doorEvent{On: m.On, Label: b.words.Text(whose, "state", b.promiseWord(m.State)), Text: message.UpperFirst(m.Promise.What)}
		if m.Record.Kind != tracker.KindStakeholder {
			e.URL = b.recordView(p, m.Record).URL
		}
		v.Events = append(v.Events, e)
	}
	for _, m := range d.Touchpoints {
		v.Events = append(v.Events, doorEvent{On: m.Touchpoint.Date, Label: b.words.Text("door.met", "how", b.words.Inside(b.meetingText(m.Touchpoint))), Text: m.Touchpoint.Learned})
	}
	for _, events := range [][]doorEvent{v.Signs, v.Events} {
		slices.SortStableFunc(events, func(x, y doorEvent) int { return cmp.Compare(y.On, x.On) })
	}
}

func (b *builder) promiseWord(s tracker.PromiseState) string {
	if s == tracker.PromiseOverdue {
		return b.words.Text("door.promise.past")
	}
	return b.words.Inside(b.words.Label(&tracker.PromiseStates, string(s)))
}
