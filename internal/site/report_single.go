package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
	"smallwins/internal/web"
)

// SingleReport is the report of a quarter as one file: style and pictures are in
// it, and nothing is fetched when it is opened. Its links lead to the site where
// its address is known, and are plain words where it is not.
type SingleReport struct {
	Quarter tracker.Quarter
	Body    []byte
	Note    string // as that of Report
}

// NoQuarterError says that there is no report of a quarter.
type NoQuarterError struct {
	Quarter     string
	First, Last tracker.Quarter // those that there are; zero where there are none
}

func (e *NoQuarterError) Error() string {
	if e.Last == (tracker.Quarter{}) {
		return "there is no quarter to report on yet"
	}
	return fmt.Sprintf("there is no report for %q, only for %s to %s", e.Quarter, e.First, e.Last)
}

// BuildSingle renders the report of a quarter such as "2026-Q2" of a tracker,
// which must be redacted for its edition. Without a quarter it takes the newest
// one that holds a record, else the last. A quarter that has no report gives a
// NoQuarterError.
func BuildSingle(t *tracker.Tracker, quarter string, opts Options) (*SingleReport, error) {
	l, err := newLook(opts.Templates, &t.Strategy.Settings)
	if err != nil {
		return nil, err
	}
	b, _, err := newBuilder(t, l, opts)
	if err != nil {
		return nil, err
	}
	set, err := b.parse()
	if err != nil {
		return nil, err
	}
	b.showReceipts()
	at, err := chosen(b.f.QuarterReports, quarter)
	if err != nil {
		return nil, err
	}
	root := nowhere
	if b.site.BaseURL != "" {
		root = b.site.BaseURL + "/"
	}
	p := b.report(at, root)
	style, err := web.Style(l.over)
	if err != nil {
		return nil, err
	}
	p.setStyle(style)
	var buf bytes.Buffer
	if err := set["report.html"].(layoutPage).ExecuteTemplate(&buf, "single", p); err != nil {
		return nil, fmt.Errorf("rendering the report of %s: %w", b.f.QuarterReports[at].Quarter, err)
	}
	return &SingleReport{b.f.QuarterReports[at].Quarter, buf.Bytes(), l.note}, nil
}

func chosen(reports []*insight.QuarterReport, quarter string) (int, error) {
	for i, r := range reports {
		if r.Quarter.String() == quarter {
			return i, nil
		}
	}
	if quarter != "" || len(reports) == 0 {
		e := &NoQuarterError{Quarter: quarter}
		if n := len(reports); n > 0 {
			e.First, e.Last = reports[0].Quarter, reports[n-1].Quarter
		}
		return 0, e
	}
	for i := len(reports) - 1; i >= 0; i-- {
		if reports[i].Records() > 0 {
			return i, nil
		}
	}
	return len(reports) - 1, nil
}

// setStyle puts a style into the page, and the hash by which the page's own
// policy lets it through.
func (p *reportPage) setStyle(style []byte) {
	sum := sha256.Sum256(style)
	p.Style = template.CSS(style) //nolint:gosec // our own
	p.StyleHash = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
