package site

import (
	"net/url"
	"slices"
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// voicesPage is the roles that were heard in each quarter: for the team, which;
// for leaders, how many, since those that are missing would be named by it. A
// role that was not heard is named to nobody (insights: "Goodhart and shame").
type voicesPage struct {
	Page
	Missing  string // says what is missing for a finding; "" where there is one
	Quarters []dotColumn
	Table    *figure
	Helped   []WinLine // wins that somebody else wrote down, for the team
}

// helpedShown is enough to see how it is done.
const helpedShown = 3

func (b *builder) voicesPage() *voicesPage {
	p := &voicesPage{Page: b.page("voices/index.html", "voices", b.words.Text("voices.question"), "")}
	v := &b.f.Voices
	p.Quarters = b.voiceDots(p.Page)
	switch {
	case len(b.t.Strategy.Team) == 0:
		p.Standfirst = plain(b.words.Text("voices.standfirst.no-team"))
	case len(p.Quarters) == 0:
		p.Missing = sentenced(v.Headline())
		p.Standfirst = plain(p.Missing + " " + b.words.Text("voices.standfirst.missing"))
	default:
		p.Kicker, p.Heading = p.Title, v.Headline()
		p.Description = sentenced(p.Heading)
		p.ReceiptURL = b.receipt(p.Root, "voices/"+quarterReceipt(v.Now.Quarter)+"/roles")
		p.Standfirst = plain(b.words.Text("voices.standfirst"))
	}
	p.Table = b.tableFigure(&p.Page, "voices")
	if !b.site.ForLeaders {
		p.Helped = b.helped(p.Page)
	}
	return p
}

// voiceDots has a dot for each role of a quarter, the open ones nameless. A
// dot is a role and no win: dots that counted wins would count people.
func (b *builder) voiceDots(p Page) []dotColumn {
	var columns []dotColumn
	for _, q := range b.f.Voices.ByQuarter {
		roles := counted{q.Ratio.In(b.words), "voices/" + quarterReceipt(q.Quarter) + "/roles"}
		if !b.told(roles.receipt) {
			continue
		}
		c := dotColumn{Label: b.words.Quarter(q.Quarter), Count: b.say(p.Root, roles.number, roles)}
		for _, r := range q.Heard {
			d := dot{Kind: "heard", Text: b.words.Text("voices.heard")}
			if !b.site.ForLeaders {
				d.Text = message.UpperFirst(r.Role)
				if len(b.t.Wins) <= onAListPage {
					d.URL, d.Title = b.winsOf(p, r.Role, q.Quarter), b.words.Text("voices.wins-of", "quarter", q.Quarter)
				}
			}
			c.Dots = append(c.Dots, d)
		}
		for range q.Ratio.D - q.Ratio.N {
			c.Dots = append(c.Dots, dot{Kind: "unheard", Text: b.words.Text("voices.not-yet")})
		}
		columns = append(columns, c)
	}
	return columns
}

// told reports whether a number can be told at all.
func (b *builder) told(receipt string) bool {
	_, r, ok := b.f.Receipt(receipt)
	return ok && r.Missing == ""
}

// winsOf is the list of wins at a quarter, narrowed to a role where script runs.
func (b *builder) winsOf(p Page, role string, q tracker.Quarter) string {
	return p.url("wins/index.html") + "?" + url.Values{"role": {token(role)}, "period": {q.String()}}.Encode() + "#" + q.String()
}

// voicesTables are those of /voices/.
func (b *builder) voicesTables(root string) []tableFigure {
	t := tableFigure{
		id: "voices", section: "voices", about: "voices", finding: b.words.Text("voices.table"), file: b.words.Text("voices.table.file"),
		measure: b.words.Text("voices.table.measure"),
		source:  b.words.Text("voices.table.source"),
		after:   b.words.Text("voices.table.after"),
		table:   charts.Table{Head: b.heads("tables.quarter", "voices.table.roles", "tables.wins")},
	}
	if !b.site.ForLeaders {
		t.table.Head = append(t.table.Head, b.words.Text("voices.table.which"))
	}
	for _, q := range newestFirst(b.f.Voices.ByQuarter) {
		id := "voices/" + quarterReceipt(q.Quarter) + "/"
		if !b.told(id + "roles") {
			continue
		}
		row := []charts.Cell{cell(b.words.Quarter(q.Quarter)), b.share(root, id+"roles", q.Ratio), b.number(root, id+"wins", q.Wins)}
		if !b.site.ForLeaders {
			row = append(row, cell(message.UpperFirst(b.words.List(b.rolesHeard(q)))))
		}
		t.table.Rows = append(t.table.Rows, row)
	}
	return []tableFigure{t}
}

func (b *builder) rolesHeard(q insight.QuarterVoices) []string {
	var roles []string
	for _, r := range q.Heard {
		roles = append(roles, strings.TrimSpace(b.words.Inside(r.Role)))
	}
	return roles
}

// helped are the newest wins that somebody wrote down for somebody else
// (requirement 003-35).
func (b *builder) helped(p Page) []WinLine {
	var lines []WinLine
	for _, w := range newestFirst(b.t.Wins) {
		if w.EnteredBy == "" || len(w.People) == 0 || slices.Contains(w.People, w.EnteredBy) || !b.t.Who(w.EnteredBy).InTeam() {
			continue
		}
		if lines = append(lines, b.winLine(p, w)); len(lines) == helpedShown {
			break
		}
	}
	return lines
}
