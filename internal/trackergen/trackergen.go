// Package trackergen makes up trackers of any size, for benchmarks and for
// tests of scale. A tracker is a function of its seed and sizes alone, its
// texts are about as long as people write them, every field of the record
// format is used somewhere, and no record has a mistake in it.
package trackergen

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"smallwins/internal/tracker"
)

// The span that the made-up records lie in. AsOf is pinned in the strategy.
var (
	start = tracker.NewDate(2023, time.January, 9)
	asOf  = tracker.NewDate(2026, time.June, 30)
)

// Write writes a tracker with the given numbers of wins and intakes into dir,
// which it makes. It adds to what is there: give it an empty folder.
func Write(dir string, wins, intakes int, seed uint64) error {
	g := newGenerator(wins, intakes, seed)
	if err := g.write(dir, "strategy.yaml", g.strategy()); err != nil {
		return err
	}
	for i := range g.wins {
		if err := g.write(dir, "wins/"+g.wins[i].file+".md", g.win(i)); err != nil {
			return err
		}
	}
	for i := range g.intakes {
		if err := g.write(dir, "intakes/"+g.intakes[i].file+".md", g.intake(i)); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) write(dir, name, body string) error {
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("making up %s: %w", name, err)
	}
	if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
		return fmt.Errorf("making up %s: %w", name, err)
	}
	return nil
}

// stub is what other records need to know of a record before it is written.
type stub struct {
	id, file, title string
	date            tracker.Date
}

type generator struct {
	seed          uint64
	wins, intakes []stub // by date
	stakeholders  int
}

func newGenerator(wins, intakes int, seed uint64) *generator {
	g := &generator{seed: seed, stakeholders: min(12+wins/250, len(firstNames)*2)}
	g.wins = g.stubs(wins, "win title", winTitles)
	g.intakes = g.stubs(intakes, "intake title", intakeTitles)
	return g
}

// stubs spreads n records evenly over the span. Ids hold a number, so that
// they stay unique at any size.
func (g *generator) stubs(n int, stream string, titles []string) []stub {
	stubs := make([]stub, n)
	for i := range stubs {
		r := g.rand(stream, i)
		date := start.AddDays(i * (asOf.DaysSince(start) - 1) / max(n, 1))
		title := r.text(pick(r, titles))
		id := fmt.Sprintf("%s-%s-%05d", date, slug(title), i+1)
		stubs[i] = stub{id, fmt.Sprintf("%d/%s", date.Year(), id), title, date}
	}
	return stubs
}

// random is a stream of choices of its own for each record, so that a longer
// tracker begins like a shorter one.
type random struct{ *rand.Rand }

func (g *generator) rand(stream string, i int) random {
	var salt uint64
	for _, c := range []byte(stream) {
		salt = salt*31 + uint64(c)
	}
	return random{rand.New(rand.NewPCG(g.seed, salt<<32|uint64(i)))}
}

// chance is true in percent of 100 cases.
func (r random) chance(percent int) bool { return r.IntN(100) < percent }

// between returns a number from low to high, both included.
func (r random) between(low, high int) int { return low + r.IntN(high-low+1) }

func pick[T any](r random, from []T) T { return from[r.IntN(len(from))] }

// some returns n different values, in the order of the list.
func some[T any](r random, from []T, n int) []T {
	var out []T
	for i, v := range from {
		if left := len(from) - i; r.IntN(left) < n-len(out) {
			out = append(out, v)
		}
	}
	return out
}

// slug makes the words of a title into a part of an id.
func slug(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(c rune) bool { return c < 'a' || c > 'z' })
	return strings.Join(words[:min(len(words), 6)], "-")
}
