package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// textWidth is how wide figures are printed. What has no space in it, such as
// the id of a record, is never cut.
const textWidth = 80

// wrapped writes pieces below each other, none broken, as many on a line as it
// holds; the first line begins with first, the others with rest.
func wrapped(out *strings.Builder, first, rest string, pieces []string) {
	line, empty := first, true
	for _, p := range pieces {
		p = harmless(diag.Printable(p))
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(p) > textWidth {
			out.WriteString(line + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+p, false
	}
	if !empty {
		out.WriteString(line + "\n")
	}
}

// harmless keeps a word that begins a line from being read as a command by
// GitHub Actions, which looks behind the indentation.
func harmless(word string) string {
	if strings.HasPrefix(word, "::") {
		return `\x3a` + word[1:]
	}
	return word
}

// paragraph writes a text, broken between its words.
func paragraph(out *strings.Builder, indent, text string) {
	wrapped(out, indent, indent, strings.Fields(text))
}

// sentence ends a finding as a sentence.
func sentence(s string) string { return strings.TrimRight(s, ".") + "." }

func printSheets(out *strings.Builder, f *insight.Figures, sheets []insight.Sheet) {
	paragraph(out, "", asOfLine(f))
	for _, s := range sheets {
		out.WriteString("\n")
		paragraph(out, "", s.Definition.Title+" ("+s.Definition.ID+")")
		paragraph(out, "  ", sentence(s.Headline))
		receipts := worthPrinting(s)
		if note := scope(f.Words, s); note != "" && len(receipts) > 0 {
			paragraph(out, "  ", note)
		}
		if len(receipts) > 0 {
			out.WriteString("\n")
		}
		for _, r := range receipts {
			wrapped(out, "  ", "    ", append(strings.Fields(said(r)), "["+r.ID+"]"))
			wrapped(out, "      ", "      ", names(f.Words, r.Counted, r.Unnamed))
		}
		if len(s.Excluded) > 0 {
			out.WriteString("\n")
			leftOut(out, f.Words, s)
		}
	}
}

// worthPrinting returns the numbers of an insight, all of them where it has a
// finding and something was counted. Without a finding, those with something
// behind them, named or not, are left: its headline says already that the others are empty.
func worthPrinting(s insight.Sheet) []insight.Receipt {
	var behind []insight.Receipt
	for _, r := range s.Receipts {
		if len(r.Counted)+len(r.Others)+r.Unnamed+r.UnnamedOthers > 0 {
			behind = append(behind, r)
		}
	}
	if s.Missing == "" && len(behind) > 0 {
		return s.Receipts
	}
	return behind
}

// asOfLine says as of when, for whom and over which days.
func asOfLine(f *insight.Figures) string {
	asOf, starts := f.Tracker.AsOf, f.Tracker.Strategy.Settings.StartedOn
	say := f.Words.Text
	edition := f.Words.Inside(f.Words.Label(&tracker.Editions, string(f.Tracker.Edition)))
	parts := []string{say("figures.as-of", "day", asOf, "edition", edition)}
	if starts > asOf {
		parts = append(parts, say("figures.starts-later", "day", starts))
	}
	if !f.Period.From.IsZero() && (starts <= asOf || f.Period.From < asOf) {
		parts = append(parts, say("figures.period", "span", f.Words.Span(f.Period.From, f.Period.To)))
	}
	return strings.Join(parts, "; ") + "."
}

// scope says which days an insight covers and how many cases it takes.
func scope(words *message.Language, s insight.Sheet) string {
	var parts []string
	if s.Period != nil && !s.Period.From.IsZero() {
		parts = append(parts, words.Text("figures.over-period"))
	}
	if s.Minimum > 0 {
		parts = append(parts, words.Text("figures.minimum", "n", s.Minimum))
	}
	return strings.Join(parts, " ")
}

// said is the number in words: "Partnered: 5 of 13".
func said(r insight.Receipt) string {
	s := r.Label + ": " + r.Text
	if r.Missing != "" {
		s += " (" + r.Missing + ")"
	}
	return s
}

// name returns the record as the user finds it: by its id alone where it is a
// file of its own.
func name(r insight.Record) string {
	if r.Kind == tracker.KindWin || r.Kind == tracker.KindIntake {
		return string(r.ID)
	}
	return string(r.Kind) + " " + string(r.ID)
}

// names lists records with commas. Parts of one record follow its name.
func names(words *message.Language, records []insight.Record, unnamed int) []string {
	var pieces []string
	for i, r := range records {
		piece := name(r)
		if i > 0 && records[i-1].Kind == r.Kind && records[i-1].ID == r.ID && r.Part != "" {
			piece = r.Part
		} else if r.Part != "" {
			piece += " " + r.Part
		}
		pieces = append(pieces, piece+",")
	}
	if unnamed > 0 {
		pieces = append(pieces, words.Text("figures.not-named", "n", unnamed)+",")
	}
	if n := len(pieces); n > 0 {
		pieces[n-1] = strings.TrimSuffix(pieces[n-1], ",")
	}
	return pieces
}

// leftOut lists what an insight leaves out. What is not named is counted by its
// reason.
func leftOut(out *strings.Builder, words *message.Language, s insight.Sheet) {
	out.WriteString("  " + words.Text("figures.left-out", "n", len(s.Excluded)) + "\n")
	for _, e := range s.LeftOut() {
		lead := words.Text("figures.not-named", "n", e.Unnamed)
		if e.Unnamed == 0 {
			lead = strings.TrimSpace(name(insight.Record{Kind: e.Record.Kind, ID: e.Record.ID}) + " " + e.Record.Part)
		}
		wrapped(out, "      ", "        ", append([]string{lead + ":"}, strings.Fields(e.Reason)...))
	}
}

// listNumbers lists the numbers of an insight.
func listNumbers(out *strings.Builder, s insight.Sheet) {
	paragraph(out, "", s.Definition.Title+". "+sentence(s.Headline))
	out.WriteString("\n")
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, r := range s.Receipts {
		fmt.Fprintf(table, "%s\t%s\t%s\n", cell(r.ID), cell(r.Text), cell(r.Label))
	}
	_ = table.Flush() // a strings.Builder takes everything
}

// cell is a text for a table, with plain spaces alone.
func cell(s string) string { return diag.Printable(strings.Join(strings.Fields(s), " ")) }

// explainNumber prints all there is to say about one number.
func explainNumber(out *strings.Builder, f *insight.Figures, s insight.Sheet, r insight.Receipt) {
	d, say := s.Definition, f.Words.Text
	paragraph(out, "", r.ID)
	paragraph(out, "", sentence(said(r)))
	out.WriteString("\n")
	paragraph(out, "", d.Title+". "+sentence(s.Headline))
	paragraph(out, "", strings.TrimSpace(asOfLine(f)+" "+scope(f.Words, s)))
	out.WriteString("\n")
	paragraph(out, "", say("figures.definition", "text", d.Definition))
	out.WriteString("\n")
	paragraph(out, "", say("figures.limits", "text", d.Limits))
	out.WriteString("\n")
	paragraph(out, "", say("figures.not-enough", "text", d.NotEnough))
	if r.Missing == "" {
		behind(out, f.Words, say("figures.counted"), r.Counted, r.Unnamed)
	}
	if r.D != insight.None {
		behind(out, f.Words, say("figures.others"), r.Others, r.UnnamedOthers)
	}
	if len(s.Excluded) > 0 {
		out.WriteString("\n")
		leftOut(out, f.Words, s)
	}
}

// behind lists records with their notes, one on a line.
func behind(out *strings.Builder, words *message.Language, heading string, records []insight.Record, unnamed int) {
	if len(records)+unnamed == 0 {
		out.WriteString("\n  " + words.Text("figures.none", "heading", heading) + "\n")
		return
	}
	fmt.Fprintf(out, "\n  %s (%s):\n", heading, words.Count(len(records)+unnamed))
	for _, r := range records {
		lead := strings.TrimSpace(name(r) + " " + r.Part)
		if r.Note == "" {
			wrapped(out, "      ", "        ", []string{lead})
			continue
		}
		wrapped(out, "      ", "        ", append([]string{lead + ":"}, strings.Fields(r.Note)...))
	}
	if unnamed > 0 {
		out.WriteString("      " + words.Text("figures.not-named", "n", unnamed) + "\n")
	}
}
