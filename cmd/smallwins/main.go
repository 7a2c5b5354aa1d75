// Smallwins keeps a team's small wins as files and publishes them as a site.
package main

import (
	"os"
	"time"

	"smallwins/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr, time.Now))
}
