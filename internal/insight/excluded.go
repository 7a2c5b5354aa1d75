package insight

import "smallwins/internal/tracker"

// Excluded is a record that a figure leaves out, and why. One of its records
// is set.
type Excluded struct {
	Win     *tracker.Win
	Intake  *tracker.Intake
	Promise *Promise
	Reason  string // "mandated", "still requested": continues "left out because it is …"
}
