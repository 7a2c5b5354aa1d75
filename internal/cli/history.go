package cli

import (
	"cmp"
	"context"
	"path"
	"strconv"
	"strings"

	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// mostCommits is how many commits of records are looked at; a history of more
// counts as one that is cut off.
const mostCommits = 100_000

// history asks git, in one pass, on which days the records of the tracker in dir
// were first and last committed: the days of their authors' own calendars, which
// are the same in every clone. A file that was only moved has not changed; one
// that is not committed yet has no day.
func history(ctx context.Context, dir string) site.History {
	shallow, err := git(ctx, dir, "rev-parse", "--is-shallow-repository")
	switch {
	case err != nil:
		return site.History{Missing: site.NoRepository}
	case strings.TrimSpace(shallow) == "true":
		return site.History{Missing: site.CutOff}
	}
	// Nothing but names is compared: exact moves are found without opening a
	// file, which a partial clone might have to fetch.
	log, err := git(ctx, dir, "-c", "log.showSignature=false", "log", "--no-merges", "--max-count="+strconv.Itoa(mostCommits),
		"--format=%x01%as", "--name-status", "--find-renames=100%", "--no-ext-diff", "--no-textconv", "--relative", "-z", "--", "wins", "intakes")
	if err != nil {
		return site.History{Missing: site.NoCommit}
	}
	h, commits := readLog(log)
	if commits >= mostCommits {
		return site.History{Missing: site.TooLong}
	}
	return h
}

// readLog reads what git log prints, newest commit first, in parts that end in a
// NUL: for each commit a day behind \x01, then a status and the file it is of,
// or the two names that a file was moved between.
func readLog(log string) (h site.History, commits int) {
	h.Files = map[string]site.FileHistory{}
	now := map[string]string{} // by an earlier name, the name of today
	named := func(name string) string { return cmp.Or(now[name], name) }
	var day tracker.Date
	parts := strings.Split(log, "\x00")
	for i := 0; i < len(parts); i++ {
		part := strings.TrimLeft(parts[i], "\n")
		if date, ok := strings.CutPrefix(part, "\x01"); ok {
			commits++
			day, _ = tracker.ParseDate(date)
			continue
		}
		moved := strings.HasPrefix(part, "R")
		if i++; i >= len(parts) || moved && i+1 >= len(parts) {
			break
		}
		if moved {
			i++
			now[parts[i-1]] = named(parts[i])
			continue
		}
		if name := named(parts[i]); !day.IsZero() && isRecord(name) {
			h.Files[name] = seen(h.Files[name], day)
			h.Begins = earlier(h.Begins, day)
		}
	}
	return h, commits
}

func seen(f site.FileHistory, day tracker.Date) site.FileHistory {
	return site.FileHistory{Recorded: earlier(f.Recorded, day), Changed: max(f.Changed, day)}
}

func earlier(a, b tracker.Date) tracker.Date {
	if a.IsZero() {
		return b
	}
	return min(a, b)
}

func isRecord(name string) bool {
	return path.Ext(name) == ".md" && path.Base(name) != "README.md"
}
