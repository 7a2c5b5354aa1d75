package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"smallwins/internal/tracker"
)

// The index of the search is what a browser reads of all records: facts, which
// show and narrow them, and texts, which are only looked into for words. Both
// are split so that no file grows with the tracker. They are scripts, since a
// page on a disk cannot read any other file.

// searchIndex is all that can be found. Each part says
// which record it begins with.
type searchIndex struct {
	records      int
	facts, texts []file
	held         map[string]map[string]bool // the choices that some record has, by facet
}

// searchFact is a record as a list of results shows it.
type searchFact struct {
	kind        string
	id          tracker.ID
	title, date string
	by          string
	facets      map[string][]string
}

// searchColumns are facts as a file holds them: field by field, since like
// values pack best side by side.
type searchColumns struct {
	Kind   []string                 `json:"kind"`
	ID     []tracker.ID             `json:"id"`
	Title  []string                 `json:"title"`
	Date   []string                 `json:"date"`
	By     []string                 `json:"by"`
	Facets map[string]*searchColumn `json:"facets"`
}

// searchColumn is what one facet says of each record: numbers of values, with
// spaces between them.
type searchColumn struct {
	Values []string `json:"values"`
	Rows   []string `json:"rows"`
}

// A part ends where it would hold more than so many records, or bytes of text.
const (
	fileRecords = 1000
	fileBytes   = 256 << 10
)

// indexRecords makes the index, newest records first: while a browser still
// reads the older ones, the newer can be found already.
func (b *builder) indexRecords() error {
	b.search.held = map[string]map[string]bool{}
	var facts []searchFact
	var texts []string
	add := func(f searchFact, text string) {
		b.hold("kind", []string{f.kind})
		for name, values := range f.facets {
			b.hold(name, values)
		}
		facts, texts = append(facts, f), append(texts, text)
	}
	b.indexStrategy(add)
	for _, w := range newestFirst(b.t.Wins) {
		add(b.winFact(w))
	}
	for _, in := range newestFirst(b.t.Intakes) {
		add(b.intakeFact(in))
	}
	b.search.records = len(facts)
	for first := 0; first < len(facts); first += fileRecords {
		p, err := searchScript("facts", len(b.search.facts)+1, first, columnsOf(facts[first:min(first+fileRecords, len(facts))]))
		if err != nil {
			return err
		}
		b.search.facts = append(b.search.facts, p)
	}
	for first := 0; first < len(texts); {
		next, size := first+1, len(texts[first])
		for next < len(texts) && next-first < fileRecords && size+len(texts[next]) <= fileBytes {
			size += len(texts[next])
			next++
		}
		p, err := searchScript("texts", len(b.search.texts)+1, first, texts[first:next])
		if err != nil {
			return err
		}
		b.search.texts = append(b.search.texts, p)
		first = next
	}
	return nil
}

func (b *builder) hold(facet string, values []string) {
	if b.search.held[facet] == nil {
		b.search.held[facet] = map[string]bool{}
	}
	for _, v := range values {
		b.search.held[facet][v] = true
	}
}

// searchScript is the n-th part of a name. It hands over its name, the number
// of its first record, and its rows.
func searchScript(name string, n, first int, rows any) (file, error) {
	body, err := json.Marshal(struct {
		Name  string `json:"name"`
		First int    `json:"first"`
		Rows  any    `json:"rows"`
	}{name, first, rows})
	if err != nil {
		return file{}, fmt.Errorf("writing the search index: %w", err)
	}
	script := []byte("(self.smallwinsIndex=self.smallwinsIndex||[]).push(" + string(body) + ");\n")
	sum := sha256.Sum256(script)
	return file{"search/" + name + "-" + strconv.Itoa(n) + "-" + hex.EncodeToString(sum[:4]) + ".js", script}, nil
}

func columnsOf(facts []searchFact) searchColumns {
	c := searchColumns{Facets: map[string]*searchColumn{}}
	for i, f := range facts {
		c.Kind, c.ID, c.Title = append(c.Kind, f.kind), append(c.ID, f.id), append(c.Title, f.title)
		c.Date, c.By = append(c.Date, f.date), append(c.By, f.by)
		for name, values := range f.facets {
			column := c.Facets[name]
			if column == nil {
				column = &searchColumn{Rows: make([]string, len(facts))}
				c.Facets[name] = column
			}
			column.Rows[i] = column.numbers(values)
		}
	}
	return c
}

func (c *searchColumn) numbers(values []string) string {
	var numbers []string
	for _, v := range values {
		k := slices.Index(c.Values, v)
		if k < 0 {
			k = len(c.Values)
			c.Values = append(c.Values, v)
		}
		numbers = append(numbers, strconv.Itoa(k))
	}
	return strings.Join(numbers, " ")
}

func (b *builder) indexStrategy(add func(searchFact, string)) {
	for _, pr := range b.t.Strategy.Priorities {
		f := searchFact{kind: "priority", id: pr.ID, title: pr.Title, facets: map[string][]string{"priority": {string(pr.ID.Fold())}}}
		f.by = b.names([]tracker.Person{pr.Sponsor})
		set(f.facets, "outcome", b.outcomeTokens(pr.Outcomes))
		add(f, pr.Why)
	}
	for _, o := range b.t.Strategy.Outcomes {
		f := searchFact{kind: "outcome", id: o.ID, title: o.Title, facets: map[string][]string{"outcome": {string(o.ID.Fold())}}}
		add(f, strings.Join(nonEmpty(o.Measure.Name, o.Measure.Source), "\n"))
	}
}

func (b *builder) winFact(w *tracker.Win) (searchFact, string) {
	f := searchFact{kind: "win", id: w.ID, title: w.Title, by: b.names(w.Whose()), facets: map[string][]string{}}
	b.dated(&f, w.Date)
	set(f.facets, "priority", b.priorityTokens(w.Priorities))
	set(f.facets, "outcome", b.outcomeTokens(b.outcomesOf(w)))
	f.facets["stage"] = []string{string(w.StageOr())}
	if !w.StandsAt(b.t.AsOf) {
		f.facets["stage"] = []string{"undone"}
	}
	set(f.facets, "practice", w.Practices)
	set(f.facets, "role", b.roleTokens(w.Whose()))
	texts := winTexts(w)
	for _, p := range w.FollowUps {
		texts = append(texts, p.What)
	}
	for _, n := range w.NoticedBy {
		if n.MayQuote {
			texts = append(texts, n.Words)
		}
	}
	for _, c := range b.who(Page{}, w.Collaborators...) {
		texts = append(texts, c.Name)
	}
	return f, strings.Join(nonEmpty(texts...), "\n")
}

func (b *builder) intakeFact(in *tracker.Intake) (searchFact, string) {
	f := searchFact{kind: "intake", id: in.ID, title: in.Title, facets: map[string][]string{}}
	f.by = b.t.Who(in.Stakeholder).Name
	if s := b.t.Who(in.Stakeholder).Stakeholder; s != nil && s.Department != "" {
		f.by = s.Department
	}
	b.dated(&f, in.RequestedOn)
	if in.Status != "" {
		f.facets["status"] = []string{string(in.Status)}
	}
	for _, w := range b.grewFrom[in] { // a request serves what its wins serve
		set(f.facets, "priority", append(f.facets["priority"], b.priorityTokens(w.Priorities)...))
		set(f.facets, "outcome", append(f.facets["outcome"], b.outcomeTokens(b.outcomesOf(w))...))
	}
	var practices []string
	texts := intakeTexts(in)
	for _, c := range in.Cracks {
		practices = append(practices, c.Practice)
		texts = append(texts, c.What)
	}
	set(f.facets, "practice", practices)
	set(f.facets, "role", b.roleTokens([]tracker.Person{in.Owner}))
	for _, p := range in.Commitments {
		texts = append(texts, p.What)
	}
	for _, p := range in.Promises {
		texts = append(texts, p.What)
	}
	for _, c := range b.who(Page{}, in.Stakeholder, in.Owner) {
		texts = append(texts, c.Name)
	}
	return f, strings.Join(nonEmpty(texts...), "\n")
}

func (b *builder) dated(f *searchFact, d tracker.Date) {
	if !d.IsZero() {
		f.date = d.String()
		f.facets["period"] = []string{b.t.Quarter(d).String()}
	}
}

// outcomesOf are those that a win names, and those of its priorities.
func (b *builder) outcomesOf(w *tracker.Win) []tracker.ID {
	ids := w.Outcomes[:len(w.Outcomes):len(w.Outcomes)]
	for _, id := range w.Priorities {
		if pr := b.t.Priority(id); pr != nil {
			ids = append(ids, pr.Outcomes...)
		}
	}
	return ids
}

func (b *builder) priorityTokens(ids []tracker.ID) []string {
	var tokens []string
	for _, id := range ids {
		if pr := b.t.Priority(id); pr != nil {
			tokens = append(tokens, string(pr.ID.Fold()))
		}
	}
	if tokens == nil {
		return []string{"none"}
	}
	return tokens
}

func (b *builder) outcomeTokens(ids []tracker.ID) []string {
	var tokens []string
	for _, id := range ids {
		if o := b.t.Outcome(id); o != nil {
			tokens = append(tokens, string(o.ID.Fold()))
		}
	}
	return tokens
}

func (b *builder) roleTokens(people []tracker.Person) []string {
	var tokens []string
	for _, p := range people {
		if m := b.t.Who(p).Member; m != nil {
			tokens = append(tokens, token(m.Role))
		}
	}
	return tokens
}

// set puts values under a name, each once, and none where there are none.
func set(facets map[string][]string, name string, values []string) {
	var kept []string
	for _, v := range values {
		if v != "" && !slices.Contains(kept, v) {
			kept = append(kept, v)
		}
	}
	if kept != nil {
		facets[name] = kept
	}
}

func winTexts(w *tracker.Win) []string {
	texts := []string{w.Undone.Why}
	w.EachProse(func(p *tracker.Prose) { texts = append(texts, p.Text) })
	return texts
}

// intakeTexts are those that the page of a request shows.
func intakeTexts(in *tracker.Intake) []string {
	texts := []string{in.Request.Text}
	for _, q := range tracker.Questions.IDs() {
		texts = append(texts, in.Contract.Answer(q).Text)
	}
	for _, p := range []tracker.Prose{in.WhatWeAgreed, in.ProceedingBecause, in.WhatHappened, in.WhatChanged, in.WhatWasInTheWay, in.Reason, in.OfferedInstead} {
		texts = append(texts, p.Text)
	}
	for _, n := range in.More {
		texts = append(texts, n.Prose.Text)
	}
	return texts
}

func nonEmpty(texts ...string) []string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}
