package diag

import "io"

// qualityIssue is an entry of a GitLab Code Quality report.
type qualityIssue struct {
	Description string          `json:"description"`
	CheckName   string          `json:"check_name"`
	Fingerprint string          `json:"fingerprint"`
	Severity    string          `json:"severity"`
	Location    qualityLocation `json:"location"`
}

type qualityLocation struct {
	Path  string       `json:"path"`
	Lines qualityLines `json:"lines"`
}

type qualityLines struct {
	Begin int `json:"begin"`
}

// writeGitLab is the format "gitlab". GitLab wants a line, so a finding about a
// whole file is on its first.
func writeGitLab(w io.Writer, r *Report) error {
	prints := r.fingerprints()
	issues := make([]qualityIssue, len(r.Findings)) // an empty report is [], not null
	for i, f := range r.Findings {
		issues[i] = qualityIssue{
			Description: f.sentences(f.see(r.Dir)...),
			CheckName:   f.Rule,
			Fingerprint: prints[i],
			Severity:    qualitySeverity(f.Severity),
			Location:    qualityLocation{r.path(f.Place.File), qualityLines{max(1, f.Place.Pos.Line)}},
		}
	}
	return writeValue(w, issues, "  ")
}

// qualitySeverity names a severity in GitLab's scale, in which only what breaks
// a program is critical.
func qualitySeverity(s Severity) string {
	switch s {
	case Error:
		return "major"
	case Warning:
		return "minor"
	default:
		return "info"
	}
}
