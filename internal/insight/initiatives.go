package insight

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Initiatives are things that come up again and again, so that it may be worth
// building one for all of them (insights: "Initiative candidates").
type Initiatives struct {
	Candidates []*Candidate // missing assets, then barriers, then practices; most records first, then by name
	Assets     int          // of Candidates, by what they are
	Barriers   int
	Patterns   int
	AtLeast    int        // records
	Below      int        // things that came up in fewer records
	Excluded   []Excluded // wins that came undone: their practices are no pattern to build on
	Missing    string

	words *message.Language
}

// CandidateKind says what comes up again.
type CandidateKind string

// The kinds of candidates, in the order in which they are shown.
const (
	CandidateAsset   CandidateKind = "asset"
	CandidateBarrier CandidateKind = "barrier"
	CandidatePattern CandidateKind = "pattern"
)

// Candidate is one thing that comes up in enough records.
type Candidate struct {
	Kind    CandidateKind
	Name    string // "conversation guide"; "Tools and process"; "Came with business knowledge; Kept a promise"
	Wins    []*tracker.Win
	Intakes []*tracker.Intake
	Live    Ratio // of a barrier: requests where it is neither removed nor accepted / requests that name it

	key     string
	records []Record
}

// Records returns in how many records it comes up.
func (c *Candidate) Records() int { return len(c.Wins) + len(c.Intakes) }

// ReceiptID is the id of the receipt of its records. That of a barrier's Live
// ends in "-live" behind it.
func (c *Candidate) ReceiptID() string {
	return "initiatives/" + idOf(tracker.ID(c.key)) + "/" + string(c.Kind)
}

// leastRecords is in how many records a thing comes up before it is worth
// building something for it (insights: "Initiative candidates").
const leastRecords = 3

func (f *Figures) initiatives() Initiatives {
	t := f.Tracker
	n := Initiatives{AtLeast: leastRecords, words: f.Words}
	assets, patterns, barriers := make(assetNames), f.candidates(), f.candidates()
	for _, w := range t.Wins {
		assets.add(w)
		if !w.StandsAt(t.AsOf) {
			if len(pairs(w.Practices)) > 0 {
				n.Excluded = append(n.Excluded, Excluded{Win: w, Reason: f.Words.Text("insight.initiatives.reason.undone")})
			}
			continue
		}
		for _, p := range pairs(w.Practices) {
			patterns.of(CandidatePattern, p).add(Record{Kind: tracker.KindWin, ID: w.ID}, w, nil)
		}
	}
	for _, in := range t.Intakes {
		for _, p := range pairs(crackPractices(in)) {
			patterns.of(CandidatePattern, p).add(Record{Kind: tracker.KindIntake, ID: in.ID}, nil, in)
		}
		barriers.gather(in)
	}
	for _, a := range assets.sorted() {
		c := &Candidate{Kind: CandidateAsset, Name: a.Name, Wins: a.Wins, key: a.key, records: ofWins(a.Wins)}
		n.Assets += n.take(c)
	}
	for _, c := range barriers.sorted() {
		n.Barriers += n.take(c)
	}
	for _, c := range patterns.sorted() {
		n.Patterns += n.take(c)
	}
	if len(n.Candidates) == 0 {
		n.Missing = f.Words.Text("insight.initiatives.none", "least", n.AtLeast)
	}
	return n
}

// take keeps a candidate that comes up often enough; it returns how many it
// kept.
func (n *Initiatives) take(c *Candidate) int {
	if c.Records() < n.AtLeast {
		n.Below++
		return 0
	}
	n.Candidates = append(n.Candidates, c)
	return 1
}

// candidates are things by their key, with names in words.
type candidates struct {
	by    map[string]*Candidate
	words *message.Language
}

func (f *Figures) candidates() candidates {
	return candidates{make(map[string]*Candidate), f.Words}
}

func (cs candidates) of(kind CandidateKind, key [2]string) *Candidate {
	id := key[0]
	name := cs.words.Label(&tracker.BarrierKinds, key[0])
	if kind == CandidatePattern {
		id += "+" + key[1]
		name = cs.words.Label(&tracker.Practices, key[0]) + "; " + cs.words.Label(&tracker.Practices, key[1])
	}
	c := cs.by[id]
	if c == nil {
		c = &Candidate{Kind: kind, Name: name, key: id}
		cs.by[id] = c
	}
	return c
}

func (c *Candidate) add(r Record, w *tracker.Win, in *tracker.Intake) {
	c.records = append(c.records, r)
	if w != nil {
		c.Wins = append(c.Wins, w)
	} else {
		c.Intakes = append(c.Intakes, in)
	}
}

// gather files the barriers of a request, each kind once. One of a kind that
// still stands in the way is enough for the kind to do so.
func (cs candidates) gather(in *tracker.Intake) {
	kinds := make(map[string]bool) // to whether it is live
	for _, b := range in.Barriers {
		if tracker.BarrierKinds.Has(b.Kind) {
			kinds[b.Kind] = kinds[b.Kind] || b.State != "removed" && b.State != "accepted"
		}
	}
	for kind, live := range kinds {
		c := cs.of(CandidateBarrier, [2]string{kind})
		r := Record{Kind: tracker.KindIntake, ID: in.ID}
		c.Live.D++
		if live {
			c.Live.N++
		} else {
			r.Note = cs.words.Text("insight.initiatives.note.not-live")
		}
		c.add(r, nil, in)
	}
}

func (cs candidates) sorted() []*Candidate {
	list := make([]*Candidate, 0, len(cs.by))
	for _, c := range cs.by {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b *Candidate) int {
		return cmp.Or(cmp.Compare(b.Records(), a.Records()), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// pairs lists which practices stand together, each two once, in the order of
// the vocabulary.
func pairs(practices []string) [][2]string {
	var used []string
	for _, term := range tracker.Practices.Terms {
		if slices.Contains(practices, term.ID) {
			used = append(used, term.ID)
		}
	}
	var ps [][2]string
	for i, a := range used {
		for _, b := range used[i+1:] {
			ps = append(ps, [2]string{a, b})
		}
	}
	return ps
}

func crackPractices(in *tracker.Intake) []string {
	var used []string
	for _, c := range in.Cracks {
		used = append(used, c.Practice)
	}
	return used
}

// Headline names the candidate when there is one, and counts them when there
// are more.
func (n *Initiatives) Headline() string {
	if n.Missing != "" {
		return n.words.Text("insight.not-enough", "missing", n.Missing)
	}
	if len(n.Candidates) > 1 {
		return n.words.Text("insight.initiatives.headline.several", "n", len(n.Candidates), "least", n.AtLeast)
	}
	c := n.Candidates[0]
	line := n.words.Text("insight.initiatives.headline.one", "kind", string(c.Kind), "n", c.Records(), "name", c.Name, "least", n.AtLeast)
	if len(strings.Fields(line)) > headlineWords {
		return n.words.Text("insight.initiatives.headline.several", "n", 1, "least", n.AtLeast)
	}
	return line
}

func initiativesDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "initiatives",
		Title:      say("insight.initiatives.title"),
		Definition: say("insight.initiatives.definition", "least", leastRecords),
		Reason:     say("insight.initiatives.reason"),
		Limits:     say("insight.initiatives.limits"),
		NotEnough:  say("insight.initiatives.not-enough", "least", leastRecords),
		Audience:   say("insight.initiatives.audience"),
		Decision:   say("insight.initiatives.decision"),
	}
}

func initiativesSheet(f *Figures) Sheet {
	n := f.Initiatives
	s := Sheet{Definition: initiativesDefinition(f), Headline: n.Headline(), Missing: n.Missing, Minimum: n.AtLeast, Excluded: n.Excluded}
	seen := make(map[Record]bool)
	var all []Record
	for _, c := range n.Candidates {
		for _, r := range c.records {
			if r.Note = ""; !seen[r] {
				seen[r] = true
				all = append(all, r)
			}
		}
	}
	s.Receipts = append(s.Receipts, counted("initiatives/records", f.Words.Text("insight.initiatives.receipt.records"), all))
	for _, c := range n.Candidates {
		id := c.ReceiptID()
		s.Receipts = append(s.Receipts, counted(id, c.Name, c.records))
		if c.Kind == CandidateBarrier {
			var live []Record
			for _, r := range c.records {
				if r.Note == "" {
					live = append(live, r)
				}
			}
			s.Receipts = append(s.Receipts, outOf(id+"-live", f.Words.Text("insight.initiatives.receipt.live", "name", c.Name), live, c.records))
		}
	}
	return s
}
