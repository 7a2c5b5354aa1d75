package charts

import (
	"net/url"
	"strconv"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// href returns the way from a page to an address below the site's root; root
// leads there, such as "../".
func href(root, path, query, fragment string) string {
	u := url.URL{Path: path, RawQuery: query, Fragment: fragment}
	return root + u.String()
}

func winHref(root string, w *tracker.Win) string {
	return href(root, "wins/"+string(w.ID)+"/index.html", "", "")
}

func priorityHref(root string, p *tracker.Priority, fragment string) string {
	return href(root, "priorities/"+string(p.ID)+"/index.html", "", fragment)
}

func outcomeHref(root string, o *tracker.Outcome) string {
	return href(root, "outcomes/"+string(o.ID)+"/index.html", "", "")
}

func intakeHref(root string, in *tracker.Intake) string {
	return href(root, "intakes/"+string(in.ID)+"/index.html", "", "")
}

// receiptHref leads to the receipt of a number: the records behind it.
func receiptHref(root, about, anchor string) string {
	return href(root, "about/"+about+"/index.html", "", anchor)
}

// winsHref leads to the list of wins, filtered; pairs are keys and values.
func winsHref(root string, pairs ...string) string {
	q := make(url.Values, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	return href(root, "wins/index.html", q.Encode(), "")
}

// stageKey is how the list of wins names a stage; wins that came undone are
// there at "undone" only.
func stageKey(s tracker.Stage) string {
	if s == "" {
		return "undone"
	}
	return string(s)
}

// looseHref leads to the wins of a quarter that name no priority.
func looseHref(root string, q tracker.Quarter) string {
	return winsHref(root, "priority", "none", "period", q.String())
}

// orNone gives way to a plain word where the period has no win to count.
func orNone(f *insight.Figures, counted string) string {
	if f.Coverage.NoWins != "" {
		return f.Coverage.NoWins
	}
	return counted
}

// shown is how many titles a tip lists before it counts the rest.
const shown = 5

// tip returns a heading and a line for each win.
func tip(f *insight.Figures, heading string, ws []*tracker.Win) []string {
	lines := []string{heading, wins(f, len(ws))}
	for i, w := range ws {
		if i == shown {
			return append(lines, more(f, len(ws)))
		}
		lines = append(lines, f.Words.Day(w.Date)+": "+w.Title)
	}
	return lines
}

func wins(f *insight.Figures, n int) string { return f.Words.Text("common.wins", "n", n) }

// more counts those of n that a tip does not list.
func more(f *insight.Figures, n int) string { return f.Words.Text("chart.more", "n", n-shown) }

// stageLabel names a stage; wins that came undone have none.
func stageLabel(f *insight.Figures, s tracker.Stage) string {
	if s == "" {
		return f.Words.Text("insight.stage.undone")
	}
	return f.Words.Label(&tracker.Stages, string(s))
}

func text(s string) Cell { return Cell{Text: s} }

// number is a count in a table, as a spreadsheet reads it.
func number(n int) Cell { return Cell{Text: strconv.Itoa(n)} }

// sentence ends a text with a full stop, once.
func sentence(s string) string { return strings.TrimRight(s, ". ") + "." }

// source names the records that a chart was made from, and those it leaves
// out.
func source(f *insight.Figures, records string, leftOut ...string) string {
	line := f.Words.Text("chart.source", "records", records, "day", f.Tracker.AsOf)
	for _, out := range leftOut {
		if out != "" {
			line += "; " + out
		}
	}
	return line + "."
}
