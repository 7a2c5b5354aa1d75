package site

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// History says when the files of records were first and last committed. The
// zero History knows nothing.
type History struct {
	Files   map[string]FileHistory // by path from the tracker's root
	Begins  tracker.Date           // the day of the first commit of a record
	Missing Unknown                // why nothing is known; "" where something is

	words *message.Language // that it is told in
}

// Unknown is a reason why nothing is known of the files: the last part of the
// key of its text.
type Unknown string

// The reasons.
const (
	NoRepository Unknown = "no-repository" // the records are in no git repository
	CutOff       Unknown = "cut-off"       // the history of this copy is shallow
	NoCommit     Unknown = "no-commit"     // nothing is committed yet
	TooLong      Unknown = "too-long"      // the history is longer than is read
)

// FileHistory is the days of a file's first and last commit, as their authors'
// calendars showed them.
type FileHistory struct{ Recorded, Changed tracker.Date }

// unknown says why no record of a quarter can be marked; "" where they can. A
// history that begins after a quarter ended cannot tell what was known then:
// records may have been brought in from elsewhere.
func (h History) unknown(quarterEnds tracker.Date) string {
	switch {
	case h.Missing != "":
		return h.words.Text("report.history." + string(h.Missing))
	case len(h.Files) == 0:
		return h.words.Text("report.history.not-at-hand")
	case h.Begins > quarterEnds:
		return h.words.Text("report.history.begins-later", "day", h.Begins)
	}
	return ""
}

// The marks of a record that is not as it was when its quarter closed: the keys
// of their texts.
const (
	recordedLate = "report.mark.recorded-late"
	wentOn       = "report.mark.went-on"
	revised      = "report.mark.revised"
)

// mark tells apart what became of a record after its quarter had closed: it was
// recorded only then; it went on, which is so when it tells of something dated
// later; or what it says of the quarter was revised. Corrections made while the
// quarter was open are not marked. later is the last day that the record tells
// of.
func (h History) mark(file string, quarterEnds, later tracker.Date) (mark string, on tracker.Date) {
	f, known := h.Files[file]
	switch {
	case !known || h.unknown(quarterEnds) != "" || f.Changed <= quarterEnds:
		return "", 0
	case f.Recorded > quarterEnds:
		return h.words.Text(recordedLate), f.Recorded
	case later > quarterEnds:
		return h.words.Text(wentOn), f.Changed
	}
	return h.words.Text(revised), f.Changed
}

// lastOfWin is the last day of which a win tells that something happened.
func lastOfWin(w *tracker.Win) tracker.Date {
	last := max(w.Date, w.Undone.On, w.ReplicateCheck.On, lastClosed(w.FollowUps))
	for _, n := range w.NoticedBy {
		last = max(last, n.On)
	}
	for _, d := range w.SharedOn {
		last = max(last, d)
	}
	return last
}

// lastOfIntake is the same of a request.
func lastOfIntake(in *tracker.Intake) tracker.Date {
	last := max(in.RequestedOn, in.AgreedOn, in.DeliveredOn, in.ConfirmedOn, in.BarriersChecked, lastClosed(in.Promises), lastClosed(in.Commitments))
	for _, r := range in.Readings {
		last = max(last, r.Date)
	}
	for _, c := range in.Conversations {
		last = max(last, c.Date)
	}
	for _, p := range in.Prework {
		last = max(last, p.Date)
	}
	for _, f := range in.OtherFactors {
		last = max(last, f.Date)
	}
	for _, q := range tracker.Questions.Terms {
		last = max(last, in.Contract.Answer(q.ID).On)
	}
	return last
}

func lastClosed(promises []tracker.Promise) tracker.Date {
	var last tracker.Date
	for _, p := range promises {
		last = max(last, p.Closed)
		for _, m := range p.Moved {
			last = max(last, m.On)
		}
	}
	return last
}
