package insight

import (
	"net/url"
	"strconv"
	"strings"

	"smallwins/internal/tracker"
)

// insights are all insights in the order in which a reader meets them. A new
// one is one more line here.
//
// Each returns its sheet with a receipt for every number that a page shows for
// it. Ids of receipts start with that of the insight. What follows is either a
// word of smallwins' own ("gaps/own", "posture/late/partnered") or, where an
// insight speaks of many things, the id of one of them and then such a word
// ("contribution/first-contact/wins"): so that no id of a tracker can be taken
// for one of ours.
var insights = []func(*Figures) Sheet{
	contributionSheet,
	coverageSheet,
	chainSheet,
	contractSheet,
	gapsSheet,
	postureSheet,
	arrivalsSheet,
	requestedSheet,
	deliveredSheet,
	nobodyLookedSheet,
	ownershipSheet,
	speedSheet,
	preworkSheet,
	aloneSheet,
	eventRiskSheet,
	repeatsSheet,
	promisesSheet,
	voicesSheet,
	accumulationSheet,
	playbookSheet,
	initiativesSheet,
	digestSheet,
	thisWeekSheet,
	silenceSheet,
	staleSheet,
	historySheet,
	quartersSheet,
	beforeNeededSheet,
	briefSheet,
	businessKnowledgeSheet,
	doorSheet,
	tacticsSheet,
	coachingSheet,
}

// sheetIndex is all sheets that an edition may see, with the places of their
// receipts by folded id.
type sheetIndex struct {
	sheets   []Sheet
	at       map[string][2]int
	withheld []string // ids of the insights that another edition has
}

// Sheets returns all insights that this edition may see, with their receipts,
// in the order in which a reader meets them. They are made once, when they are
// first asked for, and are only to be read.
func (f *Figures) Sheets() []Sheet { return f.sheets().sheets }

// Receipt returns the receipt with the id, without regard to case, and the
// sheet that it belongs to.
func (f *Figures) Receipt(id string) (Sheet, Receipt, bool) {
	index := f.sheets()
	at, ok := index.at[strings.ToLower(id)]
	if !ok {
		return Sheet{}, Receipt{}, false
	}
	s := index.sheets[at[0]]
	return s, s.Receipts[at[1]], true
}

// TeamOnly returns the insight that an id of this edition's reader speaks of,
// where it is for the team's edition alone and this is another one. Whether the
// number exists is not told.
func (f *Figures) TeamOnly(id string) (insight string, ok bool) {
	id = strings.ToLower(id)
	for _, insight := range f.sheets().withheld {
		if id == insight || strings.HasPrefix(id, insight+"/") {
			return insight, true
		}
	}
	return "", false
}

// newSheets makes the sheets. Those for the team alone are left out of every
// other edition, whatever they hold.
func (f *Figures) newSheets() *sheetIndex {
	index := &sheetIndex{at: make(map[string][2]int)}
	for _, sheet := range insights {
		s := sheet(f)
		if s.Definition.TeamOnly && f.Tracker.Edition != tracker.TeamEdition {
			index.withheld = append(index.withheld, s.Definition.ID)
			continue
		}
		for i := range s.Receipts {
			r := &s.Receipts[i]
			r.tell(f.Words)
			index.at[strings.ToLower(r.ID)] = [2]int{len(index.sheets), i}
		}
		index.sheets = append(index.sheets, s)
	}
	return index
}

// idOf is the id of a thing as a part of a receipt's id.
func idOf(id tracker.ID) string { return url.PathEscape(string(id.Fold())) }

// quarterID is a quarter as a part of a receipt's id: "2026Q1".
func quarterID(q tracker.Quarter) string {
	return strconv.Itoa(q.Year) + "Q" + strconv.Itoa(q.Number)
}

// stageID is a stage as a part of a receipt's id; wins that came undone have
// none.
func stageID(s tracker.Stage) string {
	if s == "" {
		return "undone"
	}
	return string(s)
}

// part names one entry of a list in a record: "follow_ups[2]".
func part(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

func ofPriorities(priorities []*tracker.Priority) []Record {
	records := make([]Record, len(priorities))
	for i, p := range priorities {
		records[i] = Record{Kind: tracker.KindPriority, ID: p.ID}
	}
	return records
}

func ofOutcomes(outcomes []*tracker.Outcome) []Record {
	records := make([]Record, len(outcomes))
	for i, o := range outcomes {
		records[i] = Record{Kind: tracker.KindOutcome, ID: o.ID}
	}
	return records
}

// ofUndone names the day on which each win came undone.
func (f *Figures) ofUndone(wins []*tracker.Win) []Record {
	records := ofWins(wins)
	for i, w := range wins {
		records[i].Note = f.Words.Text("insight.note.undone")
		if on := w.Undone.On; !on.IsZero() {
			records[i].Note = f.Words.Text("insight.note.undone-on", "day", on)
		}
	}
	return records
}
