// Gen writes a made-up tracker into a folder that is not there yet:
//
//	go run ./internal/trackergen/gen -wins 10000 -intakes 2000 DIR
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"

	"smallwins/internal/trackergen"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run() error {
	wins := flag.Int("wins", 1000, "how many wins")
	intakes := flag.Int("intakes", 200, "how many intakes")
	seed := flag.Uint64("seed", 1, "the tracker is a function of this number and the sizes")
	flag.Parse()
	dir := flag.Arg(0)
	if flag.NArg() != 1 {
		return errors.New("name one folder to write the tracker to")
	}
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already; name a new folder", dir)
	}
	return trackergen.Write(dir, *wins, *intakes, *seed)
}
