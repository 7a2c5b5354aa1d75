package content

import (
	"strings"

	"smallwins/internal/tracker"
)

// misplaced reports whether a record lies in the folder of the other kind, which
// is for check to say: it has at least two of the keys that give the other kind
// away, and none of its own. A finding about each of them would say the same
// again. What it goes by are the facts of check's rules win/in-wrong-folder and
// intake/in-wrong-folder, so that never both are silent.
func (r *record) misplaced() bool {
	if w := r.win; w != nil {
		return w.Date.IsZero() && w.EnteredBy == "" && foreign(w.More, "stakeholder", "requested_on", "status", "arrived_as", "agreed_on", "owner") > 1
	}
	in := r.intake
	return in.RequestedOn.IsZero() && in.Stakeholder == "" && foreign(in.More, "date", "entered_by", "why", "how_to_replicate", "encouraging", "collaborators") > 1
}

// foreign counts the notes that stand under one of the keys of another kind.
func foreign(notes []tracker.Note, keys ...string) (n int) {
	letters := strings.NewReplacer("_", "", " ", "", "-", "")
	for _, note := range notes {
		label := strings.ToLower(letters.Replace(note.Label))
		for _, key := range keys {
			if letters.Replace(key) == label {
				n++
				break
			}
		}
	}
	return n
}
