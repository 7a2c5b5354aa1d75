package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// playbookPage is what can be repeated, as recipes, and what was.
type playbookPage struct {
	Page
	Empty           bool
	Filters         []filter
	Recipes         []recipe
	MoreRecipes     string // says how many are too many for the page, which then has no filters
	RecipesAbout    string
	RecipesReceipt  string
	Repeated        []repeatedWin
	RepeatedHeading said
	Replications    *figure
	Untold          []WinLine
	UntoldReceipt   string
	Unclear         *unclearPart
	Assets          *figure
	Candidates      *candidatesPart
}

// recipe is one text on how to repeat a win. HTML is empty for those beyond
// the first, which stand on the page of their win.
type recipe struct {
	WinLine
	HTML     template.HTML
	Repeated said // "Repeated by 3 others", and in which roles
}

// repeatedWin is a win with a dot for each time it was repeated.
type repeatedWin struct {
	WinLine
	Dots []dot
}

// unclearPart names texts to the team alone; others get the count.
type unclearPart struct {
	Heading             said
	AboutURL, Encourage string
	Wins                []WinLine
}

type candidatesPart struct {
	Heading, AboutURL, ReceiptURL string
	Candidates                    []candidateView
}

type candidateView struct {
	Kind, Name string
	Records    said // "3 records", leading to the receipt
	Live       said // of a barrier: where it still stands in the way
	Links      []Link
}

// recipesInFull keeps the page light: beyond, a recipe is a line that leads to
// its win.
const recipesInFull = 120

func (b *builder) playbookPage() *playbookPage {
	p := &playbookPage{Page: b.page("playbook/index.html", "playbook", b.words.Text("playbook.question"), "")}
	pb := &b.f.Playbook
	p.Empty = len(pb.Entries) == 0
	if p.Empty {
		p.Standfirst = plain(b.words.Text("playbook.standfirst.empty", "field", b.site.label("how_to_replicate", b.words.Text("field.win.how_to_replicate"))))
	} else {
		p.Kicker, p.Heading = p.Title, pb.Headline()
		p.ReceiptURL = b.receipt(p.Root, "playbook/with-text")
		p.Description = sentenced(p.Heading)
		p.Standfirst = plain(b.words.Text("playbook.standfirst"))
	}
	p.RecipesAbout, p.RecipesReceipt = p.url(insightPath("playbook")), b.receipt(p.Root, "playbook/with-text")
	p.Recipes = b.recipes(p.Page)
	if left := len(pb.Entries) - len(p.Recipes); left > 0 {
		p.MoreRecipes = b.words.Text("playbook.more", "n", left)
	} else {
		p.Filters = b.recipeFilters(p.Recipes)
	}
	b.repeatedWins(p)
	p.Unclear = b.unclear(p.Page)
	p.Assets = b.tableFigure(&p.Page, "missing-assets")
	p.Candidates = b.candidates(p.Page)
	return p
}

// recipes come by how many different people repeated them, then newest first.
func (b *builder) recipes(p Page) []recipe {
	entries := slices.Clone(b.f.Playbook.Entries)
	slices.SortStableFunc(entries, func(x, y *insight.PlaybookEntry) int {
		return cmp.Or(cmp.Compare(y.Replicators, x.Replicators), cmp.Compare(y.Win.Date, x.Win.Date), cmp.Compare(x.Win.ID, y.Win.ID))
	})
	entries = entries[:min(len(entries), onAListPage)]
	recipes := make([]recipe, len(entries))
	for i, e := range entries {
		r := recipe{WinLine: b.winLine(p, e.Win)}
		if i < recipesInFull {
			r.HTML = p.html(e.Win.HowToReplicate)
		}
		if e.Replicators > 0 {
			others := counted{b.words.Text("playbook.repeated-by.others", "n", e.Replicators), receiptOf("playbook", e.Win.ID, "replicators")}
			r.Repeated = b.say(p.Root, b.words.Text("playbook.repeated-by", "others", others.number), others)
		}
		recipes[i] = r
	}
	return recipes
}

// recipeFilters offers what the recipes can be narrowed by, each choice with
// how many it leaves.
func (b *builder) recipeFilters(recipes []recipe) []filter {
	counts := map[string]int{}
	for _, r := range recipes {
		for _, id := range strings.Fields(cmp.Or(r.PriorityIDs, "none")) {
			counts["priority "+id]++
		}
		for _, id := range strings.Fields(r.Practices) {
			counts["practice "+id]++
		}
		counts["repeated "+repeatedToken(r)]++
	}
	var filters []filter
	offer := func(f filter, options ...filterOption) {
		for _, o := range options {
			if o.Count = counts[f.Name+" "+o.Value]; o.Count > 0 {
				f.Options = append(f.Options, o)
			}
		}
		if len(f.Options) > 1 {
			filters = append(filters, f)
		}
	}
	var priorities, practices []filterOption
	for _, pr := range b.t.Strategy.Priorities {
		priorities = append(priorities, filterOption{Value: string(pr.ID.Fold()), Label: pr.Title})
	}
	for _, t := range tracker.Practices.Terms {
		practices = append(practices, filterOption{Value: t.ID, Label: b.words.Label(&tracker.Practices, t.ID)})
	}
	say := b.words.Text
	offer(filter{Name: "priority", Label: b.site.label("priorities", say("playbook.priority")), All: say("playbook.priority.all")},
		append(priorities, filterOption{Value: "none", Label: say("playbook.priority.none")})...)
	offer(filter{Name: "practice", Label: b.site.label("practices", say("playbook.practice")), All: say("playbook.practice.all")}, practices...)
	offer(filter{Name: "repeated", Label: say("playbook.repeated"), All: say("playbook.repeated.all")},
		filterOption{Value: "yes", Label: say("playbook.repeated.yes")}, filterOption{Value: "no", Label: say("playbook.repeated.no")})
	return filters
}

// RepeatedToken is what the filter looks at.
func (r recipe) RepeatedToken() string { return repeatedToken(r) }

func repeatedToken(r recipe) string {
	if len(r.Repeated) > 0 {
		return "yes"
	}
	return "no"
}

func (b *builder) repeatedWins(p *playbookPage) {
	pb := &b.f.Playbook
	for _, e := range pb.Originals {
		w := repeatedWin{WinLine: b.winLine(p.Page, e.Win)}
		for _, r := range slices.Concat(e.Replications, e.Undone) {
			kind, says := "repeated", b.words.MonthShort(r.Win.Date)
			if !r.Stands {
				kind, says = "undone", b.words.Text("playbook.dot.undone", "month", says)
			}
			w.Dots = append(w.Dots, dot{kind, p.url(winPath(r.Win)), says, r.Win.Title})
		}
		w.Dots = b.lastOf(w.Dots, p.url(insightPath("playbook")))
		p.Repeated = append(p.Repeated, w)
	}
	if n := len(pb.Replicating); n > 0 {
		wins, originals := counted{b.words.Text("common.wins", "n", n), "playbook/replicating"}, counted{b.words.Text("playbook.heading.others", "n", len(pb.Originals)), "playbook/originals"}
		undone := counted{b.words.Count(len(pb.Undone)), "playbook/undone"}
		text := b.words.Text("playbook.heading", "n", n, "wins", wins.number, "others", originals.number, "undone", len(pb.Undone))
		p.RepeatedHeading = b.say(p.Root, text, wins, originals, undone)
	}
	p.Replications = b.tableFigure(&p.Page, "replications")
	for _, e := range pb.Untold {
		p.Untold = append(p.Untold, b.winLine(p.Page, e.Win))
	}
	p.UntoldReceipt = b.receipt(p.Root, "playbook/untold")
}

// unclear says of how many texts a colleague could not follow. Leaders get the
// count: which ones is the team's own to work on.
func (b *builder) unclear(p Page) *unclearPart {
	pb := &b.f.Playbook
	if pb.Checked.D == 0 {
		return nil
	}
	checked := counted{pb.Checked.In(b.words), "playbook/unclear"}
	u := &unclearPart{
		Heading:  b.say(p.Root, b.words.Text("playbook.unclear", "share", checked.number, "of", pb.Checked.D), checked),
		AboutURL: p.url(insightPath("playbook")), Encourage: b.words.Text("playbook.unclear.leaders"),
	}
	if !b.site.ForLeaders {
		u.Encourage = b.words.Text("playbook.unclear.team")
		for _, e := range pb.Unclear {
			u.Wins = append(u.Wins, b.winLine(p, e.Win))
		}
	}
	if pb.Checked.N == 0 {
		clear := counted{b.words.Text("playbook.clear.texts", "n", pb.Checked.D), checked.receipt}
		u.Heading = b.say(p.Root, b.words.Text("playbook.clear", "texts", clear.number), clear)
		u.Encourage = ""
	}
	return u
}

// linksOfCandidate is up to how many records a candidate names; its receipt
// has all.
const linksOfCandidate = 6

func (b *builder) candidates(p Page) *candidatesPart {
	n := &b.f.Initiatives
	if len(n.Candidates) == 0 {
		return nil
	}
	part := &candidatesPart{Heading: n.Headline(), AboutURL: p.url(insightPath("initiatives")), ReceiptURL: b.receipt(p.Root, "initiatives/records")}
	for _, c := range n.Candidates {
		v := candidateView{Kind: b.words.Text("playbook.candidate." + string(c.Kind)), Name: message.UpperFirst(c.Name)}
		records := counted{b.words.Text("playbook.candidate.in.records", "n", c.Records()), c.ReceiptID()}
		v.Records = b.say(p.Root, b.words.Text("playbook.candidate.in", "records", records.number), records)
		if c.Kind == insight.CandidateBarrier {
			live := counted{c.Live.In(b.words), c.ReceiptID() + "-live"}
			v.Live = b.say(p.Root, b.words.Text("playbook.candidate.live", "share", live.number), live)
		}
		for _, w := range c.Wins {
			v.Links = append(v.Links, Link{w.Title, p.url(winPath(w))})
		}
		for _, in := range c.Intakes {
			v.Links = append(v.Links, Link{in.Title, p.url(intakePath(in))})
		}
		v.Links = v.Links[:min(len(v.Links), linksOfCandidate)]
		part.Candidates = append(part.Candidates, v)
	}
	return part
}
