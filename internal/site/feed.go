package site

import (
	"encoding/xml"
	"html/template"
	"io"
	"net/url"
	"time"

	"smallwins/internal/tracker"
)

const (
	feedPath = "feed.xml"
	feedMost = 50 // wins in the feed, the newest first
)

// feedsView says where the feed is, or how to get one.
type feedsView struct {
	FeedURL, SitemapURL string // "" where the site's own address is not known
}

func (b *builder) feedsView(p Page) feedsView {
	if b.site.BaseURL == "" {
		return feedsView{}
	}
	return feedsView{p.url(feedPath), p.url(sitemapPath)}
}

// The Atom feed of wins (RFC 4287). Its days are those of the wins, so that the
// same records give the same feed whenever it is built.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomPerson  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Authors    []atomPerson   `xml:"author"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
	Content    *atomContent   `xml:"content"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Body string `xml:",chardata"`
}

func (b *builder) feed() atomFeed {
	base := b.site.BaseURL + "/"
	feed := atomFeed{
		Lang: b.site.Language, ID: base + feedPath, Title: b.site.Title, Updated: atomTime(b.t.AsOf),
		Author: atomPerson{b.site.Title},
		Links:  []atomLink{{"self", "application/atom+xml", base + feedPath}, {"alternate", "text/html", base}},
	}
	if b.site.Organisation != "" {
		feed.Author.Name = b.site.Organisation
	}
	host := ""
	if u, err := url.Parse(base); err == nil {
		host = u.Hostname()
	}
	for _, w := range newestFirst(b.t.Wins[max(0, len(b.t.Wins)-feedMost):]) {
		feed.Entries = append(feed.Entries, b.atomEntry(w, base, host))
	}
	if len(feed.Entries) > 0 {
		feed.Updated = feed.Entries[0].Updated
	}
	return feed
}

// atomEntry is one win. Its id is a tag URI (RFC 4151) of the win's own day and
// id, which stays when the text or the site's path changes.
func (b *builder) atomEntry(w *tracker.Win, base, host string) atomEntry {
	e := atomEntry{
		ID:    "tag:" + host + "," + w.Date.String() + ":wins/" + url.PathEscape(string(w.ID)),
		Title: w.Title, Updated: atomTime(w.Date),
		Links:   []atomLink{{"alternate", "text/html", base + shortAddress(winPath(w))}},
		Summary: w.WhatHappened.Excerpt(200),
	}
	for _, who := range b.who(Page{}, w.Whose()...) {
		e.Authors = append(e.Authors, atomPerson{who.Name})
	}
	for _, id := range w.Priorities {
		if p := b.t.Priority(id); p != nil {
			e.Categories = append(e.Categories, atomCategory{string(p.ID), p.Title})
		}
	}
	text := ""
	if !w.StandsAt(b.t.AsOf) {
		text = "<p><em>" + template.HTMLEscapeString(b.words.Text("feed.undone")) + "</em></p>\n"
	}
	text += w.WhatHappened.In(base, b.site.TableWord)
	if !w.Why.IsEmpty() {
		text += "<h2>" + template.HTMLEscapeString(b.site.label("why", b.words.Text("feed.why"))) + "</h2>\n" + w.Why.In(base, b.site.TableWord)
	}
	if text != "" {
		e.Content = &atomContent{"html", text}
	}
	return e
}

// atomTime is the start of a day; a day has no hour here.
func atomTime(d tracker.Date) string { return d.Time().Format(time.RFC3339) }

func (b *builder) writeFeed(w io.Writer) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(b.feed()); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
