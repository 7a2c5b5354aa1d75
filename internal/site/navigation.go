package site

import "slices"

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
	n := Navigation{
		Main: []NavItem{
			{"home", "Overview", "index.html"},
			{"outcomes", "Outcomes", "outcomes/index.html"},
			{"priorities", "Priorities", "priorities/index.html"},
			{"wins", "Wins", "wins/index.html"},
			{"intakes", "Requests", "intakes/index.html"},
			{"partnership", "Partnership", "partnership/index.html"},
		},
		More: []NavGroup{
			{"What it adds up to", []NavItem{
				{"board", "Board", "board/index.html"},
				{"changes", "What changed", "changes/index.html"},
				{"promises", "Promises", "promises/index.html"},
				{"playbook", "Playbook", "playbook/index.html"},
				{"voices", "Voices", "voices/index.html"},
				{"history", "History", historyPath},
			}},
			{"For meetings", []NavItem{
				{digestSection, "This week", digestHome},
				{"reports", "Quarter reports", reportsPath},
				{"stakeholders", "Leader briefs", stakeholdersPath},
			}},
		},
	}
	if b.forTeam() {
		n.More = append(n.More, NavGroup{"For the team", teamNav})
	}
	n.More = append(n.More, NavGroup{"Behind the figures", []NavItem{
		{"about", "About", "about/index.html"},
		{"data", "Data", dataPath},
	}})
	return n
}
