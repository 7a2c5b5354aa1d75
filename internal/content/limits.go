package content

import "smallwins/internal/tracker"

// The limits that a file has to stay within.
const (
	maxRecord        = tracker.MaxRecordKiB << 10      // bytes of a record
	maxFrontMatter   = tracker.MaxFrontMatterKiB << 10 // bytes between its --- lines
	maxValues        = tracker.MaxValues               // values in its front matter
	maxStrategy      = 1 << 20                         // bytes of a strategy file, which holds many entries
	maxStrategyValue = 50_000                          // values in it
	maxDepth         = 8                               // lists and groups of fields inside of each other
	maxName          = 120                             // bytes of an id
)

// limits are those that the settings of a tracker may lower.
type limits struct {
	record, frontMatter int // bytes
	values              int
	attachment          int // bytes
}

func limitsOf(s tracker.Limits) limits {
	l := limits{record: maxRecord, frontMatter: maxFrontMatter, values: maxValues, attachment: maxAttachment}
	lower(&l.record, s.RecordKiB<<10)
	lower(&l.frontMatter, s.FrontMatterKiB<<10)
	lower(&l.values, s.Values)
	lower(&l.attachment, s.AttachmentKiB<<10)
	return l
}

// saysWhose names a limit that was met, so that nobody looks for the team's own
// in the record format.
func saysWhose(limit, usual int) string {
	if limit < usual {
		return "the limit of this tracker"
	}
	return "the limit"
}

// lower takes over a limit of the settings. What is no limit, or a higher one,
// has a finding of its own.
func lower(limit *int, to int) {
	if to > 0 && to < *limit {
		*limit = to
	}
}
