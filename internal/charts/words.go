package charts

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// count returns "1 win" or "9 wins".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return insight.Count(n) + " " + many
}

// some is count with "no" for zero: "no outcome".
func some(n int, one, many string) string {
	if n == 0 {
		return "no " + one
	}
	return count(n, one, many)
}

// orNone gives way to a plain word where the period has no win to count.
func orNone(f *insight.Figures, counted string) string {
	if f.Coverage.NoWins != "" {
		return f.Coverage.NoWins
	}
	return counted
}

func wins(n int) string { return count(n, "win", "wins") }

// shown is how many titles a tip lists before it counts the rest.
const shown = 5

// tip returns a heading and a line for each win.
func tip(heading string, ws []*tracker.Win) []string {
	lines := []string{heading, wins(len(ws))}
	for i, w := range ws {
		if i == shown {
			return append(lines, "and "+insight.Count(len(ws)-shown)+" more")
		}
		lines = append(lines, insight.Day(w.Date)+": "+w.Title)
	}
	return lines
}

func text(s string) Cell { return Cell{Text: s} }

// number is a count in a table, as a spreadsheet reads it.
func number(n int) Cell { return Cell{Text: strconv.Itoa(n)} }

// sentence ends a text with a full stop, once.
func sentence(s string) string { return strings.TrimRight(s, ". ") + "." }

// source names the records that a chart was made from, and those it leaves
// out.
func source(f *insight.Figures, what string, leftOut ...string) string {
	line := upperFirst(what) + ", as of " + insight.Day(f.Tracker.AsOf)
	for _, out := range leftOut {
		if out != "" {
			line += "; " + out
		}
	}
	return line + "."
}

// list joins "a", "a and b", "a, b and c".
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
