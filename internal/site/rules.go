package site

import (
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/message"
)

// rulesPage lists what is looked for in every record, for authors.
type rulesPage struct {
	Page
	Foreign string // the language of the rules' own texts, where the page speaks another
	Kinds   []ruleKind
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

const rulesPath = "about/rules/index.html"

func (b *builder) rulesPage() *rulesPage {
	p := &rulesPage{Page: b.page(rulesPath, "about", b.words.Text("rules.title"), b.words.Text("rules.description"))}
	p.Crumbs = append(p.Crumbs, Crumb{b.words.Text("rules.about"), "about/index.html"})
	standfirst := b.words.Text("rules.standfirst")
	if b.words.Code() != message.Source {
		p.Foreign = message.Source
		standfirst += " " + b.words.Text("rules.speaks-english")
	}
	p.Standfirst = plain(standfirst)
	for _, r := range b.opts.Rules {
		id, _, _ := strings.Cut(r.ID, "/")
		if n := len(p.Kinds); n == 0 || p.Kinds[n-1].ID != id {
			p.Kinds = append(p.Kinds, ruleKind{ID: id, Title: b.words.Text("rules.kind." + id)})
		}
		k := &p.Kinds[len(p.Kinds)-1]
		k.Rules = append(k.Rules, ruleView{
			Rule: r, Anchor: strings.ReplaceAll(r.ID, "/", "-"), Severity: b.words.Text("rules.severity." + r.Severity.String()),
			Bad: diag.Excerpts(r.Bad), Good: diag.Excerpts(r.Good),
		})
	}
	return p
}
