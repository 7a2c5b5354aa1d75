package site

import (
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// weekNote says on the front page what changed this week.
type weekNote struct {
	Heading             said
	Lines               []weekLine
	DigestURL, AboutURL string
	ReceiptURL          string
}

// weekLine is the changes of one kind.
type weekLine struct {
	Count   said
	Records []Link
	More    bool
}

// weekRecords is how many records a line names.
const weekRecords = 3

func (b *builder) weekNote(p Page) *weekNote {
	w := &b.f.ThisWeek
	n := &weekNote{DigestURL: p.url(digestHome), AboutURL: p.url(insightPath("this-week"))}
	for _, c := range append([]insight.WeekChange{w.Wins}, w.Others...) {
		if len(c.Records) > 0 {
			n.Lines = append(n.Lines, b.weekLine(p, &c))
		}
	}
	number := "this-week/last"
	switch {
	case len(w.Wins.Records) > 0:
		number = "this-week/wins"
	case len(n.Lines) > 0:
		number = "this-week/others"
	}
	n.ReceiptURL = b.receipt(p.Root, number)
	n.Heading = b.say(p.Root, w.Headline(), counted{b.words.Count(len(w.Wins.Records)), "this-week/wins"}, counted{b.textOf("this-week/others"), "this-week/others"}, counted{b.textOf("this-week/last"), "this-week/last"})
	return n
}

func (b *builder) weekLine(p Page, c *insight.WeekChange) weekLine {
	l := weekLine{Count: b.say(p.Root, message.UpperFirst(c.String()), counted{b.words.Count(len(c.Records)), "this-week/" + c.ID})}
	for _, r := range c.Records {
		v := b.recordView(p, r)
		if link := (Link{v.Title, v.URL}); !slices.Contains(l.Records, link) {
			l.Records = append(l.Records, link)
		}
	}
	if len(l.Records) > weekRecords { // how many in all stands before them
		l.Records, l.More = l.Records[:weekRecords], true
	}
	return l
}

// freshDays is up to how many records the front page tells a browser the days
// of, for it to say how many came since it last looked.
const freshDays = 60

// newestDays are the days of the newest records, latest first.
func (b *builder) newestDays() string {
	var days []tracker.Date
	for _, w := range b.t.Wins {
		days = append(days, w.Date)
	}
	for _, in := range b.t.Intakes {
		days = append(days, in.RequestedOn)
	}
	slices.SortFunc(days, func(a, c tracker.Date) int { return int(c) - int(a) })
	var list []string
	for _, d := range days[:min(len(days), freshDays)] {
		if !d.IsZero() {
			list = append(list, d.String())
		}
	}
	return strings.Join(list, " ")
}
