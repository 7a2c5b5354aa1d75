package site

import (
	"cmp"
	"html/template"

	"smallwins/internal/tracker"
)

// Site is what all pages share.
type Site struct {
	Title, Organisation, Language string
	Edition                       string
	AsOf                          tracker.Date
	Commit, CommitURL             string
	Changed                       bool              // since that commit
	Labels                        map[string]string // the team's own headings, by key
	Nav                           Navigation
	Logo                          *logo // nil for none
	NewWinURL, NewIntakeURL       string
	BaseURL                       string
	ForLeaders                    bool
	TableWord                     string // that tables in records are named by to those who hear them

	Listed bool // search engines may list the site

	Style, Boot, Script, Icon string // addresses from the root
	Card, Feed                string // "" where the site's own address is not known
	ChartScript               string // "" where the bundle was not built
	ChartNote                 string // says how to get the charts where there are none
}

// State says whether it is known from which commit the records are, and whether
// they were changed since: a word for a text to choose by.
func (s *Site) State() string {
	switch {
	case s.Commit == "":
		return "none"
	case s.Changed:
		return "changed"
	}
	return "clean"
}

// Crumb is a step on the way from the front page.
type Crumb struct{ Label, Path string }

// Link is an address with its text.
type Link struct{ Title, URL string }

// Page is what the layout needs to know about any page.
type Page struct {
	Site        *Site
	Path        string // from the root: "wins/x/index.html"
	Root        string // from the page to the root: "../../"
	Section     string // of the navigation
	Title       string
	Description string
	Kicker      string
	Heading     string // the opener's; a sentence where there is a finding
	Standfirst  said
	ReceiptURL  string // of the number in the heading; "" where there is none
	Crumbs      []Crumb
	BodyClass   string
	Draws       bool     // holds a chart
	Scripts     []string // beside those of the layout, from the root
	Source      *Source
	Previous    *Neighbour
	Next        *Neighbour
	MadeFrom    said   // "36 wins and 14 requests"
	Moved       string // the page that stands in this one's place, from the root; "" but at an earlier address
}

// Source is the file that a page was made from.
type Source struct{ File, ViewURL, EditURL string }

// Neighbour is the record before or after this one.
type Neighbour struct{ Kind, Title, URL string }

// IsHome reports whether this is the front page.
func (p Page) IsHome() bool { return p.Path == "index.html" }

// Canonical returns the page's full address, or "" where the site's own
// address is not known. That of an earlier address is the present one.
func (p Page) Canonical() string {
	if p.Site.BaseURL == "" {
		return ""
	}
	return p.Site.BaseURL + "/" + shortAddress(cmp.Or(p.Moved, p.Path))
}

// MovedURL returns the way to the page that stands in this one's place.
func (p Page) MovedURL() string { return p.url(p.Moved) }

// Label returns the team's own heading for a field, or the usual one.
func (p Page) Label(key, usual string) string { return p.Site.label(key, usual) }

func (s *Site) label(key, usual string) string { return cmp.Or(s.Labels[key], usual) }

func (p Page) url(path string) string { return href(p.Root, path) }

func (p Page) html(prose tracker.Prose) template.HTML {
	return template.HTML(prose.In(p.Root, p.Site.TableWord)) //nolint:gosec // made safe by internal/content
}

// page starts a page. Description falls back to the heading.
func (b *builder) page(path, section, title, description string) Page {
	if description == "" {
		description = title
	}
	return Page{
		Site: b.site, Path: path, Root: rootFrom(path), Section: section,
		Title: title, Heading: title, Description: description, MadeFrom: b.recordCount(rootFrom(path)),
		Scripts: []string{b.scripts["seen.js"]},
	}
}

func (b *builder) source(file string) *Source {
	if file == "" {
		return nil
	}
	return &Source{File: file, ViewURL: b.forge.view(file), EditURL: b.forge.edit(file)}
}
