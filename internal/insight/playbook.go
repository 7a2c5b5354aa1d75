package insight

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Playbook is what can be repeated, and what was (insights: "Playbook").
// Repeating is voluntary: nothing here says who did not.
type Playbook struct {
	Entries       []*PlaybookEntry // wins with a text: most replicators first, then most replications, then by day
	Untold        []*PlaybookEntry // repeated, though they bear no text; in the same order
	WithText      Ratio            // wins with a text / wins
	Repeated      Ratio            // texts that somebody else repeated, and it stands / texts
	Originals     []*PlaybookEntry // all that a win names as its original, by day, with a text or not
	Replicating   []*tracker.Win   // wins that repeat at least one other, by day
	Replications  []*Replication   // one for each win and original, by day of the win that repeats
	Undone        []*Replication   // those that came undone
	Never         []*PlaybookEntry // texts that no win names as its original
	Unclear       []*PlaybookEntry // texts that a colleague could not follow
	Checked       Ratio            // texts found unclear / texts that were checked
	MissingAssets []MissingAsset   // most wins first, then by name
	Excluded      []Excluded       // replications that are none
	Minimum       int
	Missing       string

	texts, rest []*tracker.Win
	checked     []*PlaybookEntry
	words       *message.Language
}

// PlaybookEntry is one win as something to repeat.
type PlaybookEntry struct {
	Win          *tracker.Win
	Stands       bool           // the win itself has not come undone
	Replications []*Replication // that stand, by day
	Undone       []*Replication // that came undone
	Replicators  int            // different people in Replications who are not the original's
	Roles        []string       // their roles, each once, in the order of the replications
	Check        string         // "clear", "unclear", or "" where nobody has checked
}

// Replication is one win that repeats another.
type Replication struct {
	Win      *tracker.Win
	Original *tracker.Win
	Others   bool // at least one of its people is not the original's
	Stands   bool // it has not come undone

	record Record
}

// MissingAsset is something that wins say they need, by its folded name.
type MissingAsset struct {
	Name string // in the spelling that is used most
	Wins []*tracker.Win

	key string
}

func (f *Figures) playbook() Playbook {
	t := f.Tracker
	p := Playbook{Minimum: f.minimum, words: f.Words}
	entries := make(map[*tracker.Win]*PlaybookEntry)
	entry := func(w *tracker.Win) *PlaybookEntry {
		e := entries[w]
		if e == nil {
			e = &PlaybookEntry{Win: w, Stands: w.StandsAt(t.AsOf), Check: checkAt(w, t.AsOf)}
			entries[w] = e
		}
		return e
	}
	assets := make(assetNames)
	for _, w := range t.Wins {
		assets.add(w)
		if w.HowToReplicate.IsEmpty() {
			p.rest = append(p.rest, w)
		} else {
			p.texts = append(p.texts, w)
			p.Entries = append(p.Entries, entry(w))
		}
		f.fileReplications(&p, w, entry)
	}
	p.MissingAssets = assets.sorted()
	for _, w := range t.Wins {
		if e := entries[w]; e != nil {
			f.settleEntry(&p, e)
		}
	}
	slices.SortStableFunc(p.Entries, mostRepeated)
	slices.SortStableFunc(p.Untold, mostRepeated)
	p.WithText = Ratio{len(p.texts), len(t.Wins)}
	p.Repeated.D = len(p.texts)
	p.Checked = Ratio{len(p.Unclear), len(p.checked)}
	switch {
	case len(t.Wins) == 0:
		p.Missing = f.Words.Text("insight.playbook.none")
	case len(p.texts) == 0:
		p.Missing = f.Words.Text("insight.playbook.no-text")
	}
	return p
}

// fileReplications files what a win repeats, each original once. Ids that lead nowhere
// are breaks of the chain and no replications.
func (f *Figures) fileReplications(p *Playbook, w *tracker.Win, entry func(*tracker.Win) *PlaybookEntry) {
	var seen []*tracker.Win
	for i, id := range w.Replicates {
		original := f.Tracker.Win(id)
		if original == nil || slices.Contains(seen, original) {
			continue
		}
		seen = append(seen, original)
		if original == w {
			p.Excluded = append(p.Excluded, Excluded{Win: w, Reason: f.Words.Text("insight.playbook.reason.itself")})
			continue
		}
		r := &Replication{Win: w, Original: original, Others: len(f.replicators(w, original)) > 0, Stands: w.StandsAt(f.Tracker.AsOf),
			record: Record{Kind: tracker.KindWin, ID: w.ID, Part: part("replicates", i)}}
		p.Replications = append(p.Replications, r)
		if !endsWith(p.Replicating, w) {
			p.Replicating = append(p.Replicating, w)
		}
		if e := entry(original); r.Stands {
			e.Replications = append(e.Replications, r)
		} else {
			e.Undone = append(e.Undone, r)
			p.Undone = append(p.Undone, r)
		}
	}
}

// settleEntry counts who repeated a win, and files it.
func (f *Figures) settleEntry(p *Playbook, e *PlaybookEntry) {
	people, roles := make(map[string]bool), make(map[string]bool)
	for _, r := range e.Replications {
		for _, who := range f.replicators(r.Win, r.Original) {
			people[partyKey(who)] = true
			if who.Role != "" && !roles[who.Role] {
				roles[who.Role] = true
				e.Roles = append(e.Roles, who.Role)
			}
		}
	}
	e.Replicators = len(people)
	repeated := len(e.Replications)+len(e.Undone) > 0
	if repeated {
		p.Originals = append(p.Originals, e)
	}
	switch {
	case e.Win.HowToReplicate.IsEmpty():
		if repeated {
			p.Untold = append(p.Untold, e)
		}
		return
	case !repeated:
		p.Never = append(p.Never, e)
	}
	if e.Replicators > 0 {
		p.Repeated.N++
	}
	if e.Check != "" {
		p.checked = append(p.checked, e)
	}
	if e.Check == checkUnclear {
		p.Unclear = append(p.Unclear, e)
	}
}

const checkUnclear = "unclear"

// checkAt is what was found of a win's text by the day.
func checkAt(w *tracker.Win, asOf tracker.Date) string {
	if w.ReplicateCheck.On > asOf || !tracker.CheckStates.Has(w.ReplicateCheck.State) {
		return ""
	}
	return w.ReplicateCheck.State
}

// replicators are the people of a replication who are not the original's.
func (f *Figures) replicators(w, original *tracker.Win) []tracker.Party {
	its := make(map[string]bool)
	for _, p := range original.Whose() {
		its[partyKey(f.Tracker.Who(p))] = true
	}
	var others []tracker.Party
	for _, p := range w.Whose() {
		if who := f.Tracker.Who(p); !its[partyKey(who)] {
			others = append(others, who)
		}
	}
	return others
}

// partyKey tells people apart: members and stakeholders by id, others by name.
func partyKey(p tracker.Party) string {
	switch {
	case p.Member != nil:
		return "member " + string(p.Member.ID.Fold())
	case p.Stakeholder != nil:
		return "stakeholder " + string(p.Stakeholder.ID.Fold())
	}
	return "name " + foldedName(p.Name)
}

// mostRepeated orders texts, never people.
func mostRepeated(a, b *PlaybookEntry) int {
	return cmp.Or(cmp.Compare(b.Replicators, a.Replicators), cmp.Compare(len(b.Replications), len(a.Replications)),
		cmp.Compare(a.Win.Date, b.Win.Date), cmp.Compare(a.Win.ID, b.Win.ID))
}

// foldedName is a name as it is compared: without regard to case, to spaces
// and to a stop at its end.
func foldedName(s string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(s), " ")), " .,;:")
}

// assetNames gathers what wins need, by folded name, with the spellings in use.
type assetNames map[string]*assetName

type assetName struct {
	wins      []*tracker.Win
	spellings map[string]int
}

func (a assetNames) add(w *tracker.Win) {
	for _, said := range w.AssetsNeeded {
		key := foldedName(said)
		if key == "" {
			continue
		}
		n := a[key]
		if n == nil {
			n = &assetName{spellings: make(map[string]int)}
			a[key] = n
		}
		n.spellings[clause(strings.Join(strings.Fields(said), " "))]++
		if !endsWith(n.wins, w) {
			n.wins = append(n.wins, w)
		}
	}
}

// sorted lists the assets, most wins first, then by name.
func (a assetNames) sorted() []MissingAsset {
	list := make([]MissingAsset, 0, len(a))
	for key, n := range a {
		best := ""
		for s, times := range n.spellings {
			if best == "" || times > n.spellings[best] || times == n.spellings[best] && s < best {
				best = s
			}
		}
		list = append(list, MissingAsset{Name: best, Wins: n.wins, key: key})
	}
	slices.SortFunc(list, func(x, y MissingAsset) int {
		return cmp.Or(cmp.Compare(len(y.Wins), len(x.Wins)), cmp.Compare(x.key, y.key))
	})
	return list
}
