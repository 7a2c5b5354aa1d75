package charts

import (
	"strconv"
	"strings"
	"time"

	echarts "github.com/go-echarts/go-echarts/v2/charts"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// calendarHalves is how many half years the calendar draws at most, the latest
// ones; its table has every month.
const calendarHalves = 6

// half is one half of a calendar year and the days in it that have a win.
type half struct {
	first, last tracker.Date
	days        []insight.DayWins
}

// Calendar marks the days on which wins happened. It shows when, and claims
// nothing about how much was done.
func Calendar(f *insight.Figures, root string) *Chart {
	all := halvesOf(f)
	drawn := all[max(0, len(all)-calendarHalves):]
	say := f.Words.Text
	c := &Chart{
		ID: "calendar", Title: f.Calendar(), Size: Medium,
		Subtitle: say("chart.calendar.subtitle", "span", f.Words.Span(f.Period.From, f.Period.To)),
		Source:   source(f, say("chart.calendar.source", "n", len(f.Coverage.Wins)), f.Coverage.LeftOut),
		Table:    calendarTable(f, root),
	}
	if len(drawn) < len(all) {
		c.Subtitle += " " + say("chart.calendar.drawn-from", "day", drawn[0].first)
	}
	c.Description = calendarDescription(f)
	if len(f.Coverage.Wins) == 0 {
		return c
	}
	p := echarts.NewScatter()
	for i, h := range drawn {
		p.AddSeries(say("chart.calendar.wins"), nil)
		p.MultiSeries[i].CoordSystem = "calendar"
		p.MultiSeries[i].Data = dayMarks(f, h, root)
	}
	if len(drawn) <= 2 {
		c.Size = Small
	}
	c.Options = options(p, c.Description, calendarLayout(f.Words, drawn))
	return c
}

func halvesOf(f *insight.Figures) []half {
	var halves []half
	if f.Period.From.IsZero() {
		return nil
	}
	for year := f.Period.From.Year(); year <= f.Period.To.Year(); year++ {
		for _, month := range []time.Month{time.January, time.July} {
			h := half{first: tracker.NewDate(year, month, 1), last: tracker.NewDate(year, month+5, 30)}
			if month == time.July {
				h.last = h.last.AddDays(1)
			}
			if h.last >= f.Period.From && h.first <= f.Period.To {
				halves = append(halves, h)
			}
		}
	}
	at := 0
	for _, d := range f.Coverage.ByDay() {
		for d.Day > halves[at].last {
			at++
		}
		halves[at].days = append(halves[at].days, d)
	}
	return halves
}

func dayMarks(f *insight.Figures, h half, root string) []item {
	marks := make([]item, 0, len(h.days))
	for _, d := range h.days {
		standing := 0
		lines := []string{f.Words.Day(d.Day)}
		for _, w := range d.Wins {
			line := w.Title
			if w.StandsAt(f.Tracker.AsOf) {
				standing++
			} else {
				line = f.Words.Text("chart.calendar.undone", "title", w.Title)
			}
			if len(lines) <= shown {
				lines = append(lines, line)
			}
		}
		if n := len(d.Wins); n > shown {
			lines = append(lines, more(f, n))
		}
		m := item{"value": []any{d.Day.String(), len(d.Wins)}, "tip": lines, "url": winHref(root, d.Wins[0])}
		if n := len(d.Wins); n > 1 {
			m["url"] = winsHref(root, "period", f.Tracker.Quarter(d.Day).String())
			m["name"], m["label"] = strconv.Itoa(n), item{"show": true}
		}
		if standing == 0 {
			m["itemStyle"] = item{"color": paper, "borderColor": ink, "borderWidth": 2}
			if len(d.Wins) > 1 {
				m["label"] = item{"show": true, "color": ink}
			}
		}
		marks = append(marks, m)
	}
	return marks
}

// calendarLayout sets two halves beside each other, on narrow screens one below
// the other. Marks are smaller than days, so that those stay in sight.
func calendarLayout(words *message.Language, halves []half) item {
	const day, month = 18, 40 // px: a day is high, and what stands between two rows
	box := func(i, columns, cell, gap int) item {
		left, width := "3%", "45.5%"
		switch {
		case columns == 1:
			left, width = "7%", "92%"
		case i%2 == 1:
			left = "53.5%"
		}
		return item{"left": left, "width": width, "top": 24 + i/columns*(7*cell+gap), "cellSize": []any{"auto", cell}}
	}
	rows := (len(halves) + 1) / 2
	calendars := make([]item, len(halves))
	medium := make([]item, len(halves))
	narrow := make([]item, len(halves))
	series, small, tiny := make([]item, len(halves)), make([]item, len(halves)), make([]item, len(halves))
	for i, h := range halves {
		calendars[i] = box(i, 2, day, month)
		calendars[i]["range"] = []string{h.first.String(), h.last.String()}
		calendars[i]["yearLabel"] = item{"show": false}
		calendars[i]["monthLabel"] = item{"nameMap": monthNames(words, words.MonthShort(h.first), h.first), "fontSize": 12, "align": "left", "margin": 6}
		calendars[i]["dayLabel"] = item{"firstDay": 1, "nameMap": strings.Fields(words.Text("chart.calendar.weekdays")), "fontSize": 10, "margin": 8}
		medium[i] = box(i, 2, 14, month)
		medium[i]["monthLabel"] = item{"nameMap": monthNames(words, words.Text("chart.calendar.month", "month", words.MonthNameShort(h.first.Month()), "year", h.first.Time().Format("06")), h.first), "fontSize": 11}
		narrow[i] = box(i, 1, 11, 32)
		narrow[i]["monthLabel"], narrow[i]["dayLabel"] = item{"fontSize": 10}, item{"fontSize": 9}
		series[i] = item{
			"calendarIndex": i, "symbol": "rect", "symbolSize": 14, "itemStyle": item{"color": ink, "opacity": 1},
			"label": item{"show": false, "formatter": "{b}", "color": paper, "fontSize": 11, "position": "inside"},
		}
		small[i] = item{"symbolSize": 10, "label": item{"fontSize": 9}}
		tiny[i] = item{"symbolSize": 9, "label": item{"fontSize": 8}}
	}
	return item{
		"tooltip": item{"trigger": "item"}, "calendar": calendars, "series": series, "plotHeight": rows*(7*day+month) + 8,
		"xAxis": nil, "yAxis": nil,
		"medium": item{"calendar": medium, "series": small, "plotHeight": rows*(7*14+month) + 8},
		"narrow": item{"calendar": narrow, "series": tiny, "plotHeight": len(halves)*(7*11+32) + 16},
	}
}

// monthNames are short, but for the first month of a half, which says the year.
func monthNames(words *message.Language, withYear string, first tracker.Date) []string {
	names := make([]string, 12)
	for i := range names {
		names[i] = words.MonthNameShort(time.Month(i + 1))
	}
	names[first.Month()-1] = withYear
	return names
}

func calendarDescription(f *insight.Figures) string {
	d := sentence(f.Calendar())
	days := f.Coverage.ByDay()
	if len(days) == 0 {
		return d
	}
	d += " " + f.Words.Text("chart.calendar.days", "first", days[0].Day, "last", days[len(days)-1].Day)
	var none []string
	for _, m := range f.ByMonth() {
		if len(m.Wins) == 0 {
			none = append(none, f.Words.Month(m.First))
		}
	}
	switch n := len(none); {
	case n > shown:
		d += " " + f.Words.Text("chart.calendar.months-without", "n", n)
	case n > 0:
		d += " " + f.Words.Text("chart.calendar.none-in", "months", f.Words.List(none))
	}
	return d
}

// calendarTable has a row for each month, with its days.
func calendarTable(f *insight.Figures, root string) Table {
	say := f.Words.Text
	t := Table{
		Caption: say("chart.calendar.caption"),
		Head:    []string{say("chart.calendar.month-head"), say("chart.calendar.wins"), say("chart.calendar.days-head")},
	}
	for _, m := range f.ByMonth() {
		var days []string
		for i, w := range m.Wins {
			if i == 0 || m.Wins[i-1].Date != w.Date {
				days = append(days, strconv.Itoa(w.Date.Time().Day()))
			}
		}
		row := []Cell{text(f.Words.Month(m.First)), number(len(m.Wins)), text(strings.Join(days, ", "))}
		switch {
		case len(m.Wins) == 1:
			row[2].Href = winHref(root, m.Wins[0])
		case len(m.Wins) > 1:
			row[2].Href = winsHref(root, "period", f.Tracker.Quarter(m.Wins[0].Date).String())
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
