package content

import (
	"fmt"
	"testing"
	"testing/fstest"
)

// BenchmarkLoad reads a tracker of the size that a busy team has after some
// years.
func BenchmarkLoad(b *testing.B) {
	fsys := fstest.MapFS{"strategy.yaml": {Data: []byte("settings: {title: T}\npriorities: [{id: p, title: P}]\n")}}
	for i := range 1000 {
		fsys[fmt.Sprintf("wins/2026-02-%02d-win-%d.md", i%28+1, i)] = &fstest.MapFile{Data: fmt.Appendf(nil, ordinaryWin, i%28+1, i)}
	}
	b.ReportAllocs()
	for b.Loop() {
		t, findings, err := Load(fsys)
		if err != nil || len(findings) > 0 || len(t.Wins) != 1000 {
			b.Fatal(err, findings)
		}
	}
}

const ordinaryWin = `---
date: 2026-02-%02d
entered_by: tobias
collaborators: [rowena, Hal Brightmoor (Senior Sales Manager)]
priorities: [p]
practices: [problem-questions]
stage: agreed
follow_ups:
  - {what: Send the draft, who: tobias, to: rowena, by: 2026-03-01}
shared_on: [2026-03-02]
---
# Win number %d: an hour instead of a headcount

Rowena had asked for e-learning on handling objections, six hours of it, for all 46 reps. I asked for an hour first, and we went through *what else* there was.

## Why it's a win

Most of these conversations last ten minutes. This one went an hour and ended with two people drawing boxes on the back of an agenda.

## Connection to strategic priorities

Sales needs more first meetings to end in a quote, and new reps to get there sooner.

## How to replicate

1. Ask what the reps say now.
2. Ask what a good answer sounds like, and who gives it.
3. Ask how often the facts change.

We ought to write a [conversation guide](https://example.com/guide), something on one page.

## Something encouraging

If we get even a dozen pages up by the autumn, we'll have one story that goes all the way.
`
