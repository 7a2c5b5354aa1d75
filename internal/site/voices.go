package site

import (
	"net/url"
	"slices"
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

const voicesQuestion = "Who has been heard, by role?"

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
	p := &voicesPage{Page: b.page("voices/index.html", "voices", voicesQuestion, "")}
	v := &b.f.Voices
	p.Quarters = b.voiceDots(p.Page)
	switch {
	case len(b.t.Strategy.Team) == 0:
		p.Standfirst = plain("Roles come from the team in strategy.yaml. With at least three of them there, this page tells how many have been heard, and never who has not.")
	case len(p.Quarters) == 0:
		p.Missing = sentenced(v.Headline())
		p.Standfirst = plain(p.Missing + " Everyone has wins; not everyone writes them down.")
	default:
		p.Kicker, p.Heading = voicesQuestion, v.Headline()
		p.Description = sentenced(p.Heading)
		p.ReceiptURL = b.receipt(p.Root, "voices/"+quarterReceipt(v.Now.Quarter)+"/roles")
		p.Standfirst = plain("Everyone has a part in this, from the instructional designer to the project assistant. Everyone has wins too; not everyone writes them down.")
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
		roles := counted{q.Ratio.String(), "voices/" + quarterReceipt(q.Quarter) + "/roles"}
		if !b.told(roles.receipt) {
			continue
		}
		c := dotColumn{Label: q.Quarter.Label(), Count: b.say(p.Root, roles.number, roles)}
		for _, r := range q.Heard {
			d := dot{Kind: "heard", Text: "heard"}
			if !b.site.ForLeaders {
				d.Text = upperFirst(r.Role)
				if len(b.t.Wins) <= onAListPage {
					d.URL, d.Title = b.winsOf(p, r.Role, q.Quarter), "wins of "+q.Quarter.Label()
				}
			}
			c.Dots = append(c.Dots, d)
		}
		for range q.Ratio.D - q.Ratio.N {
			c.Dots = append(c.Dots, dot{Kind: "unheard", Text: "not yet"})
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
		id: "voices", section: "voices", about: "voices", finding: "Quarter by quarter", file: "Roles heard, by quarter",
		measure: "Roles with at least one win in the quarter, out of the roles with a member who was in the team then; newest first.",
		source:  "From the records under wins/, and the team in strategy.yaml.",
		after:   "A role that was not heard is counted and never named: it may be one person, and there may be good reasons.",
		table:   charts.Table{Head: []string{"Quarter", "Roles heard", "Wins"}},
	}
	if !b.site.ForLeaders {
		t.table.Head = append(t.table.Head, "Which roles")
	}
	for _, q := range newestFirst(b.f.Voices.ByQuarter) {
		id := "voices/" + quarterReceipt(q.Quarter) + "/"
		if !b.told(id + "roles") {
			continue
		}
		row := []charts.Cell{cell(q.Quarter.Label()), b.share(root, id+"roles", q.Ratio), b.number(root, id+"wins", q.Wins)}
		if !b.site.ForLeaders {
			row = append(row, cell(upperFirst(list(rolesHeard(q)))))
		}
		t.table.Rows = append(t.table.Rows, row)
	}
	return []tableFigure{t}
}

func rolesHeard(q insight.QuarterVoices) []string {
	var roles []string
	for _, r := range q.Heard {
		roles = append(roles, strings.TrimSpace(lowerFirst(r.Role)))
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
