package archtest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// topLevel is what lies at the top of the project, besides dot files.
var topLevel = []string{
	"cmd", "internal", "templates", "wins", "intakes",
	"go.mod", "go.sum", "README.md", "strategy.yaml", "Makefile", "LICENSE",
}

// longest is how many lines a Go file may have before it has to be cut.
const longest = 600

func TestTopLevelHoldsWhatBelongsThere(t *testing.T) {
	report(t, topLevelProblems(tracked(t), topLevel))
}

func TestNoFileNamesARegistryOrThisMachine(t *testing.T) {
	names := tracked(t)
	patterns := leaks(t)
	for _, name := range names {
		body, err := os.ReadFile(filepath.Join(root(t), filepath.FromSlash(name)))
		if os.IsNotExist(err) {
			continue // deleted, and not yet committed as such
		}
		if err != nil {
			t.Fatal(err)
		}
		report(t, leakProblems(name, body, patterns))
	}
}

func TestGoFilesAreShortEnough(t *testing.T) {
	files := goFiles(t)
	if len(files) == 0 {
		t.Fatal("the search for Go files found none")
	}
	for _, name := range files {
		report(t, lengthProblems(name, []byte(read(t, name))))
	}
}

func TestReadmeNamesEveryPackage(t *testing.T) {
	report(t, readmeProblems(read(t, "internal/README.md"), packages(t)))
}

func TestTopLevelProblemsAreFound(t *testing.T) {
	allowed := []string{"internal", "go.mod"}
	expect(t, topLevelProblems([]string{".gitignore", ".ci/x.sh", "go.mod", "internal/a/a.go"}, allowed), "")
	expect(t, topLevelProblems([]string{"notes.txt"}, allowed), "notes.txt")
	expect(t, topLevelProblems([]string{"internal/a.go", "util/a.go", "util/b.go"}, allowed), "util")
}

func TestLeakProblemsAreFound(t *testing.T) {
	patterns := leaks(t)
	const secure = "https" + "://" // in pieces: no line of this file may read like an address
	for _, c := range []struct{ name, body, want string }{
		{"nothing", "See https://pkg.go.dev/fmt, a/home/b, /home and registry.\n", ""},
		{"npm", "line\n" + `"resolved"` + `: "` + secure + "registry." + "npmjs" + `.org/x"`, "f.json:2"},
		{"go proxy", "GOPROXY=" + secure + "proxy." + "golang" + ".org", "f.json:1"},
		{"a lock file", `"resolved"` + `: "` + secure + `example.org/x.tgz"`, "f.json:1"},
		{"go checksums", secure + "sum." + "golang" + ".org", "f.json:1"},
		{"debian", secure + "deb." + "debian" + ".org", "f.json:1"},
		{"a home folder", "see /ho" + "me/ada/notes", "f.json:1"},
		{"a home folder elsewhere", `"/Us` + `ers/ada/notes"`, "f.json:1"},
		{"a home folder on Windows", `C:\Us` + `ers\ada`, "f.json:1"},
		{"this checkout", "cd " + root(t) + " && make", "f.json:1"},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, leakProblems("f.json", []byte(c.body), patterns), c.want) })
	}
}

func TestLengthProblemsAreFound(t *testing.T) {
	expect(t, lengthProblems("a.go", bytes.Repeat([]byte("//\n"), longest)), "")
	expect(t, lengthProblems("a.go", bytes.Repeat([]byte("//\n"), longest+1)), "a.go has 601 lines")
	expect(t, lengthProblems("a.go", append(bytes.Repeat([]byte("//\n"), longest), "//"...)), "a.go has 601 lines")
}

func TestReadmeProblemsAreFound(t *testing.T) {
	pkgs := []pkg{{dir: "internal/diag"}, {dir: "internal/web/bundle"}, {dir: "cmd/x"}}
	expect(t, readmeProblems("`diag` and `web/bundle`", pkgs), "")
	expect(t, readmeProblems("`diag.Sort` and `web/bundle`", pkgs), "")
	expect(t, readmeProblems("`diagram` and `web/bundle`", pkgs), "internal/diag")
	expect(t, readmeProblems("`diag` and bundle", pkgs), "internal/web/bundle")
}

func topLevelProblems(files, allowed []string) []string {
	var problems []string
	seen := map[string]bool{}
	for _, file := range files {
		top, _, _ := strings.Cut(file, "/")
		if strings.HasPrefix(top, ".") || slices.Contains(allowed, top) || seen[top] {
			continue
		}
		seen[top] = true
		problems = append(problems, top+" lies at the top of the project, and is not on the list of what does")
	}
	return problems
}

// leaks are addresses and paths that hold on one machine or in one network
// only. They are put together from pieces, or this file would name them too.
func leaks(t *testing.T) []*regexp.Regexp {
	t.Helper()
	patterns := []string{
		`registry\.(` + `npmjs|yarnpkg|npmmirror)\.`,
		`npm\.pkg\.` + `github\.com`,
		`proxy\.` + `golang\.org`,
		`goproxy\.` + `(io|cn)`,
		`sum\.` + `golang\.org`,
		`(deb|security)\.` + `debian\.org`,
		`"resolved"\s*:\s*"https?:`, // where a lock file says that it downloaded from
		`files\.` + `pythonhosted\.org`,
		`pypi\.` + `org/simple`,
		`/(artifact` + `ory|nexus)/`,
		`(^|[\s"'=:(\x60])/(ho` + `me|Us` + `ers|ro` + `ot|wo` + `rk)/[A-Za-z0-9._-]`,
		`[A-Za-z]:\\+Us` + `ers\\`,
		regexp.QuoteMeta(root(t)) + `($|[^A-Za-z0-9])`,
	}
	compiled := make([]*regexp.Regexp, len(patterns))
	for i, p := range patterns {
		compiled[i] = regexp.MustCompile(`(?m)` + p)
	}
	return compiled
}

func leakProblems(name string, body []byte, patterns []*regexp.Regexp) []string {
	var problems []string
	for _, p := range patterns {
		if at := p.FindIndex(body); at != nil {
			line := bytes.Count(body[:at[0]], []byte("\n")) + 1
			if body[at[0]] == '\n' {
				line++
			}
			problems = append(problems, fmt.Sprintf("%s:%d holds %q, an address or path that only some machines know", name, line, body[at[0]:at[1]]))
			break
		}
	}
	return problems
}

func lengthProblems(name string, body []byte) []string {
	n := bytes.Count(body, []byte("\n"))
	if len(body) > 0 && body[len(body)-1] != '\n' {
		n++
	}
	if n <= longest {
		return nil
	}
	return []string{fmt.Sprintf("%s has %d lines; cut it at %d", name, n, longest)}
}

// readmeProblems looks for each package's path below internal as code, alone
// or with a name of the package behind a full stop.
func readmeProblems(readme string, pkgs []pkg) []string {
	var problems []string
	for _, p := range pkgs {
		name, ok := strings.CutPrefix(p.dir, "internal/")
		if ok && !strings.Contains(readme, "`"+name+"`") && !strings.Contains(readme, "`"+name+".") {
			problems = append(problems, "internal/README.md does not mention "+p.dir)
		}
	}
	return problems
}

// tracked lists the files that git tracks; without git there are none to ask
// about.
func tracked(t *testing.T) []string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	cmd := exec.Command("git", "ls-files", "-z")
	cmd.Dir = root(t)
	out, err := cmd.Output()
	if err != nil {
		t.Skip("this is not a git checkout")
	}
	names := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	if !slices.Contains(names, "go.mod") {
		t.Skip("git does not track this copy of the project")
	}
	return names
}
