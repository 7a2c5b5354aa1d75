package site

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"sync"
)

// Navigation is the way to all pages but those of single records, which would
// make every page as long as the tracker. Main stands on every page as it is;
// the groups of More fold away.
type Navigation struct {
	Main []NavItem
	More []NavGroup
}

// NavItem is an entry of the navigation.
type NavItem struct{ Section, Label, Path string }

// NavGroup is some entries under a heading.
type NavGroup struct {
	Label string
	Items []NavItem
}

// InMore reports whether a section of the site is folded away.
func (n Navigation) InMore(section string) bool {
	for _, g := range n.More {
		for _, i := range g.Items {
			if i.Section == section {
				return true
			}
		}
	}
	return false
}

// All are all entries, in their order.
func (n Navigation) All() []NavItem {
	all := slices.Clone(n.Main)
	for _, g := range n.More {
		all = append(all, g.Items...)
	}
	return all
}

// Current says how a page stands to an entry of the navigation, for
// aria-current: it is that very page, or one below it, or neither.
func (p Page) Current(item NavItem) string {
	switch {
	case item.Section != p.Section:
		return ""
	case item.Path == p.Path:
		return "page"
	}
	return "true"
}

// readOn is what a reader of a section may want next, by the section of the page
// that ends there.
var readOn = map[string][]string{
	"home":         {"changes", "promises", "reports", "history"},
	"outcomes":     {"board", "changes", "reports"},
	"priorities":   {"board", "outcomes", "wins"},
	"wins":         {"playbook", "voices", digestSection},
	"intakes":      {"partnership", "changes", "stakeholders"},
	"partnership":  {"changes", "promises", "history"},
	"board":        {"outcomes", "wins", "history"},
	"changes":      {"partnership", "promises", "reports"},
	"promises":     {"partnership", "stakeholders", "changes"},
	"playbook":     {"wins", digestSection, "voices"},
	"voices":       {"wins", "playbook", digestSection},
	"history":      {"partnership", "reports", "board"},
	digestSection:  {"wins", "playbook", "reports"},
	"reports":      {"outcomes", "changes", "history"},
	"stakeholders": {"promises", "partnership", digestSection},
	"data":         {"about"},
}

// ReadOn leads on from the end of a section's own page.
func (p Page) ReadOn() []Link {
	all := p.Site.Nav.All()
	if !slices.ContainsFunc(all, func(n NavItem) bool { return n.Path == p.Path }) {
		return nil
	}
	var links []Link
	for _, section := range readOn[p.Section] {
		for _, n := range all {
			if n.Section == section {
				links = append(links, Link{n.Label, p.url(n.Path)})
			}
		}
	}
	return links
}

func (b *builder) navigation() Navigation {
	groups := []NavGroup{
		{"nav.group.adds-up", []NavItem{
			{"board", "", "board/index.html"},
			{"changes", "", "changes/index.html"},
			{"promises", "", "promises/index.html"},
			{"playbook", "", "playbook/index.html"},
			{"voices", "", "voices/index.html"},
			{"history", "", historyPath},
		}},
		{"nav.group.meetings", []NavItem{
			{digestSection, "", digestHome},
			{"reports", "", reportsPath},
			{"stakeholders", "", stakeholdersPath},
		}},
	}
	if b.forTeam() {
		groups = append(groups, NavGroup{"nav.group.team", teamNav})
	}
	groups = append(groups, NavGroup{"nav.group.figures", []NavItem{
		{"about", "", "about/index.html"},
		{"data", "", dataPath},
	}})
	for i, g := range groups {
		groups[i] = NavGroup{b.words.Text(g.Label), b.named(g.Items)}
	}
	return Navigation{
		Main: b.named([]NavItem{
			{"home", "", "index.html"},
			{"outcomes", "", "outcomes/index.html"},
			{"priorities", "", "priorities/index.html"},
			{"wins", "", "wins/index.html"},
			{"intakes", "", "intakes/index.html"},
			{"partnership", "", "partnership/index.html"},
		}),
		More: groups,
	}
}

// named labels entries by their sections.
func (b *builder) named(items []NavItem) []NavItem {
	labelled := slices.Clone(items)
	for i := range labelled {
		labelled[i].Label = b.words.Text("nav." + labelled[i].Section)
	}
	return labelled
}

// entries are the entries of the navigation as they stand on a page. All pages
// of a section that are no entry themselves, and lie equally deep, have the
// same: they are made once.
type entries struct {
	set  *template.Template // has the template "entries"
	made sync.Map           // template.HTML by entriesKey
}

type entriesKey struct{ root, section, entry string }

func (e *entries) of(p Page) (template.HTML, error) {
	key := entriesKey{root: p.Root, section: p.Section}
	if slices.ContainsFunc(p.Site.Nav.All(), func(n NavItem) bool { return n.Path == p.Path }) {
		key.entry = p.Path
	}
	if made, ok := e.made.Load(key); ok {
		return made.(template.HTML), nil
	}
	var buf bytes.Buffer
	if err := e.set.ExecuteTemplate(&buf, "entries", p); err != nil {
		return "", fmt.Errorf("rendering the navigation: %w", err)
	}
	html := template.HTML(buf.String()) //nolint:gosec // a template made it
	e.made.Store(key, html)
	return html, nil
}
