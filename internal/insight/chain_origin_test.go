package insight

import (
	"testing"

	"smallwins/internal/tracker"
)

// Every win that the chain shows is in one origin, and every other in none.
func TestOriginsHoldEachLinkedWinOnce(t *testing.T) {
	eachMade(t, 60, func(t *testing.T, seed uint64) {
		f := Compute(settled(seed))
		linked := map[*tracker.Win]bool{}
		for _, st := range f.stages() {
			for _, w := range f.Chain.atStage(st.Stage) {
				linked[w] = true
			}
		}
		seen := map[*tracker.Win]bool{}
		origins := f.Chain.Origins()
		for i, o := range origins {
			if o.Intake == nil && i != len(origins)-1 {
				t.Errorf("tracker %d: those without a request are not the last", seed)
			}
			for _, w := range o.Wins {
				if seen[w] || !linked[w] || f.Tracker.Intake(w.Intake) != o.Intake {
					t.Errorf("tracker %d: win %s is in the wrong place", seed, w.ID)
				}
				seen[w] = true
			}
		}
		if len(seen) != len(linked) {
			t.Errorf("tracker %d: %d of %d linked wins have an origin", seed, len(seen), len(linked))
		}
	})
}

func TestCalendarCountsMonths(t *testing.T) {
	eachMade(t, 60, func(t *testing.T, seed uint64) {
		f := Compute(settled(seed))
		inMonths, onDays := 0, 0
		for _, m := range f.ByMonth() {
			inMonths += len(m.Wins)
		}
		for i, d := range f.Coverage.ByDay() {
			onDays += len(d.Wins)
			if i > 0 && d.Day <= f.Coverage.ByDay()[i-1].Day {
				t.Errorf("tracker %d: %s is out of order", seed, d.Day)
			}
		}
		if inMonths != len(f.Coverage.Wins) || onDays != inMonths {
			t.Errorf("tracker %d: %d wins in months and %d on days, of %d", seed, inMonths, onDays, len(f.Coverage.Wins))
		}
	})
}
