package insight

import (
	"cmp"
	"slices"
	"strings"

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
	n := Initiatives{AtLeast: leastRecords}
	assets, patterns, barriers := make(assetNames), make(candidates), make(candidates)
	for _, w := range t.Wins {
		assets.add(w)
		if !w.StandsAt(t.AsOf) {
			if len(pairs(w.Practices)) > 0 {
				n.Excluded = append(n.Excluded, Excluded{Win: w, Reason: "came undone; its practices are no pattern to build on"})
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
		n.Missing = "nothing comes up in " + Count(n.AtLeast) + " records or more"
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

// candidates are things by their key.
type candidates map[string]*Candidate

func (cs candidates) of(kind CandidateKind, key [2]string) *Candidate {
	id := key[0]
	name := tracker.BarrierKinds.Label(key[0])
	if kind == CandidatePattern {
		id += "+" + key[1]
		name = tracker.Practices.Label(key[0]) + "; " + tracker.Practices.Label(key[1])
	}
	c := cs[id]
	if c == nil {
		c = &Candidate{Kind: kind, Name: name, key: id}
		cs[id] = c
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
			r.Note = "no longer in the way, or lived with"
		}
		c.add(r, nil, in)
	}
}

func (cs candidates) sorted() []*Candidate {
	list := make([]*Candidate, 0, len(cs))
	for _, c := range cs {
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
		return notEnough(n.Missing)
	}
	records := " in " + Count(n.AtLeast) + " or more records"
	if len(n.Candidates) > 1 {
		return Count(len(n.Candidates)) + " things come up" + records
	}
	c := n.Candidates[0]
	line := "1 pair of practices comes up" + records
	switch c.Kind {
	case CandidateAsset:
		line = Count(c.Records()) + " records need the same thing: " + quote(c.Name)
	case CandidateBarrier:
		line = Count(c.Records()) + " requests name the same barrier: " + quote(c.Name)
	}
	if len(strings.Fields(line)) > headlineWords {
		return "1 thing comes up" + records
	}
	return line
}

func initiativesDefinition(*Figures) Definition {
	return Definition{
		ID: "initiatives", Title: "What may be worth building once",
		Definition: "Things that come up in at least " + Count(leastRecords) + " records, up to the day of the report: the same missing asset, in any spelling of capitals and spaces, in wins; the same kind of barrier in requests, whatever became of it; the same two practices together, in wins that stand or in the ways in which a request was filled differently. A record counts once for each.",
		Reason:     "What several of us lack, or meet, or do, can be built once for all.",
		Limits:     "It counts what was written down, not what it would take. An asset may have been made since.",
		NotEnough:  "Silent while nothing comes up in " + Count(leastRecords) + " records.",
		Audience:   "L&D lead", Decision: "What to build next",
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
	s.Receipts = append(s.Receipts, counted("initiatives/records", "Records in which a candidate comes up", all))
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
			s.Receipts = append(s.Receipts, outOf(id+"-live", c.Name+", still in the way", live, c.records))
		}
	}
	return s
}
