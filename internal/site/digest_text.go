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
		by := longDay(v.Date)
		if v.Date.IsZero() {
			by = "No day given"
		}
		if v.People != "" {
			by += ", " + v.People
		}
		if v.Undone {
			by += "; since come undone"
		}
		if v.Reason != "" {
			add(v.Reason, ":")
		}
		add("## ", markdownSafe(v.Title))
		add(markdownSafe(by))
		add(markdownSafe(v.win.WhatHappened.Text))
		label(b.site.label("why", "Why it’s a win"), v.win.Why)
		label(b.site.label("how_to_replicate", "How to replicate"), v.win.HowToReplicate)
		add("**A question to ask:** ", markdownSafe(v.Question))
	}
	heading := b.site.Title
	if w != nil {
		heading += ": " + w.Label()
	}
	add("# ", markdownSafe(heading))
	if w != nil {
		add(weekDays(w), ". ", p.Heading, ".")
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
		add("## Who might share")
		var lines []string
		for _, s := range p.Sharers {
			lines = append(lines, "- **"+markdownSafe(s.Who.Name)+"**, on “"+markdownSafe(s.Win.Title)+"”: "+markdownSafe(s.Question))
		}
		add(strings.Join(lines, "\n"))
	}
	if p.Encouraging != nil {
		add("## Something encouraging")
		add("> ", markdownSafe(w.Encouraging.Encouraging.Text))
		from := "From “" + p.Encouraging.Title + "”"
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
