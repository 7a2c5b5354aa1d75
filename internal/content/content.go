// Package content reads a tracker's files. What an author got wrong is a
// finding with a place; what it could still read, it returns, so that the
// checks can say more in the same run. Nothing else in the module knows YAML
// or Markdown.
package content

import (
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// Load reads the tracker in fsys. The findings are sorted, and the same
// whatever the order in which fsys lists its files. An error means that
// something could not be read at all; bad content never is one.
func Load(fsys fs.FS) (*tracker.Tracker, []diag.Finding, error) {
	tree, err := walk(fsys)
	if err != nil {
		return nil, nil, err
	}
	strategy, err := loadStrategy(fsys, tree.strategy, tree.refused)
	if err != nil {
		return nil, nil, err
	}

	reader := newRecordReader(fsys, tree, strategy.Settings.Labels)
	reader.limits = limitsOf(strategy.Settings.Limits)
	reader.attachments.limit = reader.limits.attachment
	read := make([]record, len(tree.records))
	errs := make([]error, len(tree.records))
	inParallel(len(tree.records), func(i int) {
		read[i], errs[i] = reader.read(tree.records[i])
	})
	for _, err := range errs {
		if err != nil {
			return nil, nil, err
		}
	}

	unread := strategy.unread
	var wins []*tracker.Win
	var intakes []*tracker.Intake
	for i, r := range read {
		switch c := tree.records[i]; {
		case r.win != nil:
			wins = append(wins, r.win)
		case r.intake != nil:
			intakes = append(intakes, r.intake)
		default:
			unread.add(c.kind, c.id)
		}
	}
	published := len(wins) + len(intakes)
	logo := strategy.logo(reader.attachments)
	attached, clashes, err := reader.attachments.linkedFrom(read, logo, tree, published < len(tree.records))
	if err != nil {
		return nil, nil, err
	}
	t := tracker.New(strategy.Strategy, wins, intakes, tracker.Census{
		Found: tree.found, Published: published, LeftOut: tree.found - published,
	})
	t.Unread = unread
	t.Logo = logo
	t.Attach(attached)
	findings := slices.Concat(tree.findings, strategy.findings, clashes)
	for i := range read {
		read[i].settle(t, reader.pages)
		findings = append(findings, read[i].findings...)
	}
	diag.Sort(findings)
	return t, findings, nil
}

// lost is what tracker.Tracker.Unread wants to know.
type lost map[tracker.Kind]map[tracker.ID]bool

func (l lost) add(kind tracker.Kind, id tracker.ID) {
	if l[kind] == nil {
		l[kind] = map[tracker.ID]bool{}
	}
	l[kind][id.Fold()] = true
}

// inParallel calls do with 0 … n-1, as many at a time as there are processors.
func inParallel(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
