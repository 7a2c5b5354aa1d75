package site

import (
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// texts are the files beside the pages that are no data.
func (b *builder) texts() []file {
	return []file{{digestTextPath, []byte(b.digestHomePage().Text)}}
}

// digestMarkdown is a digest as text that can be pasted anywhere and needs
// nothing else: for those who do not open the tracker (requirement 003-40). The
// address of the week is put behind it by the browser that copies it.
func (b *builder) digestMarkdown(p *digestPage, w *insight.DigestWeek) string {
	var parts []string
	add := func(text ...string) {
		if line := strings.Join(text, ""); line != "" {
			parts = append(parts, line)
		}
	}
	label := func(name string, prose tracker.Prose) {
		if prose.Text != "" {
			add("**", markdownSafe(name), ":** ", markdownSafe(prose.Text))
		}
	}
	tell := func(v *digestWin) {
		by := b.words.Day(v.Date)
		if v.Date.IsZero() {
			by = b.words.Text("digest.text.no-day")
		}
		if v.People != "" {
			by += ", " + v.People
		}
		if v.Undone {
			by += "; " + b.words.Text("common.since-undone")
		}
		if v.Reason != "" {
			add(v.Reason, ":")
		}
		add("## ", markdownSafe(v.Title))
		add(markdownSafe(by))
		add(markdownSafe(v.win.WhatHappened.Text))
		label(b.site.label("why", b.words.Text("digest.why")), v.win.Why)
		label(b.site.label("how_to_replicate", b.words.Text("field.win.how_to_replicate")), v.win.HowToReplicate)
		add("**", b.words.Text("digest.question"), ":** ", markdownSafe(v.Question))
	}
	heading := b.site.Title
	if w != nil {
		heading += ": " + w.Label()
	}
	add("# ", markdownSafe(heading))
	if w != nil {
		add(b.weekDays(w), ". ", p.Heading, ".")
	} else {
		add(p.Heading, ".")
	}
	if p.Mission != "" {
		add("> ", markdownSafe(strings.Join(strings.Fields(p.Mission), " ")))
	}
	for i := range p.Wins {
		tell(&p.Wins[i])
	}
	if len(p.Sharers) > 0 {
		add("## ", b.words.Text("digest.sharers"))
		var lines []string
		for _, s := range p.Sharers {
			lines = append(lines, b.words.Text("digest.text.sharer", "name", markdownSafe(s.Who.Name), "win", markdownSafe(s.Win.Title), "question", markdownSafe(s.Question)))
		}
		add(strings.Join(lines, "\n"))
	}
	if p.Encouraging != nil {
		add("## ", b.words.Text("field.win.encouraging"))
		add("> ", markdownSafe(w.Encouraging.Encouraging.Text))
		from := b.words.Text("digest.text.from", "win", p.Encouraging.Title)
		if p.Encouraging.By != "" {
			from += ", " + p.Encouraging.By
		}
		add(markdownSafe(from))
	}
	add(p.Standfirst.String())
	return strings.Join(parts, "\n\n") + "\n"
}

// markdownSafe keeps what a text says from being read as Markdown or HTML.
// Texts are on one line, and each stands behind a mark or a word of ours or
// begins a paragraph.
func markdownSafe(text string) string {
	text = markdownMarks.Replace(strings.Join(strings.Fields(text), " "))
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	switch {
	case text == "":
	case strings.ContainsRune("#>+-=~|", rune(text[0])):
		text = `\` + text
	case digits > 0 && digits < len(text) && (text[digits] == '.' || text[digits] == ')'):
		text = text[:digits] + `\` + text[digits:]
	}
	return text
}

var markdownMarks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`)
