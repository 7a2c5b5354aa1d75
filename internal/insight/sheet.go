package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Sheet is one insight with all that it takes to work it out again by hand:
// its finding, its numbers, and the records that each was counted from.
type Sheet struct {
	Definition Definition
	Headline   string
	Missing    string  // what is missing for a finding; "" where there is one
	Period     *Period // nil where the insight looks at the day of the report alone
	Minimum    int     // fewest cases for a percentage or a word of a trend; 0 where none are needed
	Receipts   []Receipt
	Excluded   []Excluded // what the insight leaves out, and why
}

// Receipt is one number with the records behind it.
type Receipt struct {
	ID      string // "posture/partnered", the same on every run: what links point at
	Label   string // what is counted: "Partnered"
	Text    string // the number as readers see it: "5 of 13", "42 days"
	N       int    // len(Counted) + Unnamed
	D       int    // out of how many; equal to N + len(Others) + UnnamedOthers, or None
	Counted []Record
	Others  []Record // in the denominator and not counted; none where there is no denominator

	// What is counted and not named: promises of which this edition does not say
	// whose they are; roles and people, which are no records.
	Unnamed, UnnamedOthers int

	// Missing says why there is no number, which is neither zero nor a failure;
	// N is then 0, D is None, and Text stands in the number's place. It is "" for
	// a number.
	Missing string
}

// tell writes a plain number or a ratio as the reader's language does: both are
// made without words at hand. Every other receipt has its text.
func (r *Receipt) tell(words *message.Language) {
	switch {
	case r.Text != "":
	case r.D == None:
		r.Text = words.Count(r.N)
	default:
		r.Text = Ratio{r.N, r.D}.In(words)
	}
}

// add puts receipts behind those that the sheet has.
func (s *Sheet) add(receipts ...Receipt) { s.Receipts = append(s.Receipts, receipts...) }

// None stands for a denominator where a number has none.
const None = -1

// Record names a record, or a part of one, that a number was counted from.
type Record struct {
	Kind tracker.Kind
	ID   tracker.ID
	Part string // "follow_ups[0]"; "" for the record as a whole
	Note string // why it is counted or not, where its being listed does not say it
}

// counted makes the receipt of a plain number; its text is told by tell.
func counted(id, label string, records []Record) Receipt {
	records = ordered(records)
	return Receipt{ID: id, Label: label, N: len(records), D: None, Counted: records}
}

// valued makes the receipt of a value that is read from records instead of
// being a count of them: "42 days".
func valued(id, label, text string, records []Record) Receipt {
	r := counted(id, label, records)
	r.Text = text
	return r
}

// unknown makes the receipt of a number that cannot be told; text stands in its
// place.
func unknown(id, label, text, missing string) Receipt {
	return Receipt{ID: id, Label: label, Text: text, D: None, Missing: missing}
}

// outOf makes the receipt of a ratio; its text is told by tell. all are the records of the denominator,
// in which those counted may be, or not.
func outOf(id, label string, counted, all []Record) Receipt {
	counted = ordered(counted)
	others := without(ordered(all), counted)
	return Receipt{ID: id, Label: label, N: len(counted), D: len(counted) + len(others), Counted: counted, Others: others}
}

// without returns the records of all that are not among some, whatever their
// notes. Both are in order. Where none of them is, it is all.
func without(all, some []Record) []Record {
	if len(some) == 0 {
		return all
	}
	left := make([]Record, 0, max(0, len(all)-len(some)))
	for _, r := range all {
		for len(some) > 0 && samePlace(some[0], r) < 0 {
			some = some[1:]
		}
		if len(some) == 0 || samePlace(some[0], r) != 0 {
			left = append(left, r)
		}
	}
	return left
}

// samePlace orders records by where they are, without their notes.
func samePlace(a, b Record) int {
	switch { // most differ in their id: the rest is not looked at
	case a.Kind != b.Kind:
		return cmp.Compare(a.Kind, b.Kind)
	case a.ID != b.ID:
		return cmp.Compare(a.ID, b.ID)
	}
	return cmp.Compare(a.Part, b.Part)
}

func byPlace(a, b Record) int {
	if c := samePlace(a, b); c != 0 {
		return c
	}
	return cmp.Compare(a.Note, b.Note)
}

// ordered returns records in an order that does not depend on that of files:
// the records themselves where they are in it, so that lists of many receipts
// share them, else a copy. Nobody changes them afterwards.
func ordered(records []Record) []Record {
	if slices.IsSortedFunc(records, byPlace) {
		return records[:len(records):len(records)]
	}
	records = slices.Clone(records)
	slices.SortFunc(records, byPlace)
	return records
}

// orderedWins names wins in the order of receipts, for lists of many.
func orderedWins(wins []*tracker.Win) []Record {
	records := ofWins(wins)
	if !slices.IsSortedFunc(records, byPlace) {
		slices.SortFunc(records, byPlace)
	}
	return records
}

func ofWins(wins []*tracker.Win) []Record {
	records := make([]Record, len(wins))
	for i, w := range wins {
		records[i] = Record{Kind: tracker.KindWin, ID: w.ID}
	}
	return records
}

func ofIntakes(intakes []*tracker.Intake) []Record {
	records := make([]Record, len(intakes))
	for i, in := range intakes {
		records[i] = Record{Kind: tracker.KindIntake, ID: in.ID}
	}
	return records
}

func (f *Figures) ofContracts(contracts []*Contract) []Record {
	records := make([]Record, len(contracts))
	for i, c := range contracts {
		records[i] = Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Note: f.answered(c)}
	}
	return records
}

// answered says how many of the eight questions are: "6 of 8 answered".
func (f *Figures) answered(c *Contract) string {
	return f.Words.Text("insight.note.answered", "share", c.Answered().In(f.Words))
}

// noted returns the records with a note on each.
func noted(records []Record, note string) []Record {
	records = slices.Clone(records)
	for i := range records {
		records[i].Note = note
	}
	return records
}
