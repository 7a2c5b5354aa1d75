package tracker

import "strings"

// Kind is a kind of thing that can be referred to by its id.
type Kind string

// The kinds of things with an id.
const (
	KindWin         Kind = "win"
	KindIntake      Kind = "intake"
	KindPriority    Kind = "priority"
	KindOutcome     Kind = "outcome"
	KindMember      Kind = "team member"
	KindStakeholder Kind = "stakeholder"
)

// ID names a record, a priority, an outcome or a person. Ids are compared
// without regard to case.
type ID string

// Fold returns the form of an id that is compared.
func (id ID) Fold() ID { return ID(strings.ToLower(string(id))) }

// Number is a figure that may be unknown; unknown is not zero.
type Number struct {
	Value float64
	Known bool
}

// Link is an address that belongs to a record.
type Link struct {
	Title string `key:"title"`
	URL   string `key:"url"` // safe to follow; that of an attachment starts with RootMark
}

// In returns the address for a page from which the site's root is at the given
// relative address.
func (l Link) In(root string) string {
	if rest, ok := strings.CutPrefix(l.URL, RootMark); ok {
		return root + rest
	}
	return l.URL
}

// Note is something that an author wrote under a key or heading of their own:
// kept, and shown under "More".
type Note struct {
	Label    string
	Prose    Prose
	TeamOnly bool // it may be a slip of the pen for something that only the team may read
}

// Reading is one value of a measure on a day. A value that is not known is a
// gap, and is shown as one.
type Reading struct {
	Date  Date   `key:"date"`
	Value Number `key:"value"`
	Note  string `key:"note"`
}

// Factor is something other than L&D's work that was also at work.
type Factor struct {
	Date Date   `key:"date"`
	What string `key:"what"`
}

// Measure is what both sides agreed to look at.
type Measure struct {
	Name       string `key:"name"`
	Unit       string `key:"unit"`
	Level      Level  `key:"level"`
	Direction  string `key:"direction"`
	Baseline   Number `key:"baseline"`
	Target     Number `key:"target"`
	By         Date   `key:"by"`
	Source     string `key:"source"`
	Meaningful Number `key:"meaningful"` // the smallest difference from the baseline that matters
}

// IsZero reports whether no measure was written.
func (m Measure) IsZero() bool { return m == Measure{} }
