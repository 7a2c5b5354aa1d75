package site

import (
	"strings"

	"smallwins/internal/diag"
)

// rulesPage lists what is looked for in every record, for authors.
type rulesPage struct {
	Page
	Kinds []ruleKind
}

// ruleKind is the rules whose ids begin alike.
type ruleKind struct {
	ID, Title string
	Rules     []ruleView
}

type ruleView struct {
	*diag.Rule
	Anchor    string
	Severity  string
	Bad, Good []diag.Excerpt
}

// kindTitles names what the first half of a rule's id stands for.
var kindTitles = map[string]string{
	"claim": "Claims", "date": "Dates", "field": "Fields", "file": "Files", "front-matter": "Front matter", "html": "HTML", "image": "Images",
	"attachment": "Attachments", "intake": "Requests", "link": "Links", "measure": "Measures", "member": "The team",
	"person": "People", "priority": "Priorities", "promise": "Promises", "prose": "Text", "reading": "Readings", "record": "Records",
	"reference": "References", "settings": "Settings", "strategy": "The strategy", "win": "Wins",
}

const rulesPath = "about/rules/index.html"

func (b *builder) rulesPage() *rulesPage {
	p := &rulesPage{Page: b.page(rulesPath, "about", "What is checked in every record",
		"Every rule that records are held against: why it is there, how to mend what it finds, and an example.")}
	p.Crumbs = append(p.Crumbs, Crumb{"About", "about/index.html"})
	p.Standfirst = plain("Each record is read by a program before it is published, so that a slip is found by its author and not by a reader. " +
		"An error has to be mended first. A warning is worth a look, and a hint is only an offer; neither keeps a record from the site.")
	for _, r := range b.opts.Rules {
		id, _, _ := strings.Cut(r.ID, "/")
		if n := len(p.Kinds); n == 0 || p.Kinds[n-1].ID != id {
			title := kindTitles[id]
			if title == "" {
				title = upperFirst(strings.ReplaceAll(id, "-", " "))
			}
			p.Kinds = append(p.Kinds, ruleKind{ID: id, Title: title})
		}
		k := &p.Kinds[len(p.Kinds)-1]
		k.Rules = append(k.Rules, ruleView{
			Rule: r, Anchor: strings.ReplaceAll(r.ID, "/", "-"), Severity: upperFirst(r.Severity.String()),
			Bad: diag.Excerpts(r.Bad), Good: diag.Excerpts(r.Good),
		})
	}
	return p
}
