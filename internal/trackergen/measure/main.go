// Measure reports what a build costs: it makes up a tracker, builds its site
// several times, copies each site with cp -r for comparison, and prints the
// medians. The times are those of whole processes, children included.
//
//	go run ./internal/trackergen/measure -wins 10000 -intakes 2000 -runs 5
package main

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"smallwins/internal/trackergen"
)

func main() {
	wins := flag.Int("wins", 10_000, "how many wins")
	intakes := flag.Int("intakes", 2_000, "how many intakes")
	runs := flag.Int("runs", 5, "how often to build; the medians are reported")
	seed := flag.Uint64("seed", 1, "which made-up tracker")
	flag.Parse()
	if err := measure(*wins, *intakes, max(*runs, 1), *seed); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

// cost is what one process took. Memory is its peak in bytes, 0 where the
// system does not say.
type cost struct {
	cpu, wall time.Duration
	memory    int64
}

func measure(wins, intakes, runs int, seed uint64) (err error) {
	work, err := os.MkdirTemp("", "smallwins-measure-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	var (
		tool    = filepath.Join(work, "smallwins")
		tracker = filepath.Join(work, "tracker")
		site    = filepath.Join(work, "site")
		copied  = filepath.Join(work, "copy")
	)
	if err := trackergen.Write(tracker, wins, intakes, seed); err != nil {
		return err
	}
	// Stamping asks git, which may refuse a checkout of another owner.
	if _, err := run("go", "build", "-buildvcs=false", "-o", tool, "./cmd/smallwins"); err != nil {
		return err
	}
	var builds, checks, copies []cost
	for range runs {
		for _, step := range []struct {
			costs *[]cost
			argv  []string
		}{
			{&checks, []string{tool, "check", tracker}},
			{&builds, []string{tool, "build", tracker, "--out", site}},
			{&copies, []string{"cp", "-r", site, copied}},
		} {
			c, err := run(step.argv...)
			if err != nil {
				return err
			}
			*step.costs = append(*step.costs, c)
		}
		if err := errors.Join(os.RemoveAll(site), os.RemoveAll(copied)); err != nil {
			return err
		}
	}
	records := wins + intakes
	fmt.Printf("%d wins and %d intakes, %d runs, %d processors, %s/%s; medians\n\n", wins, intakes, runs, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
	fmt.Printf("%-8s %9s %9s %11s %15s\n", "", "CPU s", "wall s", "memory MB", "CPU ms/record")
	for _, row := range []struct {
		name  string
		costs []cost
	}{{"check", checks}, {"build", builds}, {"cp -r", copies}} {
		m := median(row.costs)
		fmt.Printf("%-8s %9.2f %9.2f %11.0f %15.3f\n", row.name, m.cpu.Seconds(), m.wall.Seconds(),
			float64(m.memory)/1e6, m.cpu.Seconds()*1000/float64(records))
	}
	build, cp := median(builds), median(copies)
	fmt.Printf("\nbuild : cp -r = %.1f CPU, %.1f wall\n", ratio(build.cpu, cp.cpu), ratio(build.wall, cp.wall))
	return nil
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(max(b, 1)) }

// run runs a command and returns what it cost.
func run(argv ...string) (cost, error) {
	var output bytes.Buffer
	cmd := exec.Command(argv[0], argv[1:]...) //nolint:gosec // our own commands
	cmd.Stdout, cmd.Stderr = &output, &output
	began := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("running %s: %w\n%s", filepath.Base(argv[0]), err, output.Bytes())
	}
	s := cmd.ProcessState
	return cost{s.UserTime() + s.SystemTime(), time.Since(began), peakMemory(s)}, nil
}

// median takes each figure's own median.
func median(costs []cost) cost {
	return cost{
		cpu:    middle(costs, func(c cost) time.Duration { return c.cpu }),
		wall:   middle(costs, func(c cost) time.Duration { return c.wall }),
		memory: middle(costs, func(c cost) int64 { return c.memory }),
	}
}

func middle[T cmp.Ordered](costs []cost, of func(cost) T) T {
	values := make([]T, len(costs))
	for i, c := range costs {
		values[i] = of(c)
	}
	slices.Sort(values)
	return values[len(values)/2]
}
