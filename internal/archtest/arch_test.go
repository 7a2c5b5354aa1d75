// Package archtest holds the house rules that a compiler does not: which
// package may lean on which, which modules may come in and where, and what
// lies where. internal/README.md explains them; these tests keep them.
package archtest

import (
	"slices"
	"strings"
	"testing"
)

const module = "smallwins"

// row says what of this module a package may import.
type row struct {
	imports []string
	tests   []string // its tests, besides
}

// all stands for every package of the module.
const all = "*"

// rows has every package, by its folder. Tests may import what their package
// may, and what the row grants them besides.
var rows = map[string]row{
	"internal/diag": {},
	"templates":     {},
	"internal/web":  {},

	"internal/tracker": {imports: []string{"internal/diag"}},
	"internal/message": {imports: []string{"internal/tracker", "templates"}},

	// The loader is measured with made-up trackers.
	"internal/content": {imports: []string{"internal/tracker", "internal/diag"}, tests: []string{"internal/trackergen"}},
	"internal/check":   {imports: []string{"internal/tracker", "internal/diag"}},
	"internal/insight": {imports: []string{"internal/tracker", "internal/diag", "internal/message"}},
	"internal/schema":  {imports: []string{"internal/tracker"}},

	"internal/charts": {imports: []string{"internal/insight", "internal/tracker", "internal/message"}},

	"internal/site": {imports: []string{"internal/tracker", "internal/diag", "internal/message", "internal/insight", "internal/charts", "templates", "internal/web"}},

	"internal/cli": {
		imports: []string{
			"internal/diag", "templates", "internal/web", "internal/tracker", "internal/message", "internal/content", "internal/check",
			"internal/insight", "internal/schema", "internal/charts", "internal/site",
		},
		tests: []string{"internal/trackergen"},
	},
	"cmd/smallwins": {imports: []string{"internal/cli"}},

	// Beside the house. The generator writes in the vocabularies of the domain;
	// its tests hold that against the loader and the checks, which it must not
	// know itself.
	"internal/trackergen":         {imports: []string{"internal/tracker"}, tests: []string{"internal/content", "internal/check", "internal/diag"}},
	"internal/trackergen/gen":     {imports: []string{"internal/trackergen"}},
	"internal/trackergen/measure": {imports: []string{"internal/trackergen"}},
	"internal/web/bundle":         {},
	"internal/archtest":           {},
	"internal/e2e":                {imports: []string{all}},
}

// grant lets packages import what begins with a path outside of this module.
type grant struct {
	path  string
	code  []string // packages that may, in code and tests
	tests []string // packages whose tests may
}

var grants = []grant{
	// The tests from end to end read front matter a second way, to hold the
	// loader and the schemas against it.
	{path: "gopkg.in/yaml.v3", code: []string{"internal/content"}, tests: []string{"internal/e2e"}},
	{path: "github.com/yuin/goldmark", code: []string{"internal/content"}},
	{path: "github.com/go-echarts/go-echarts/v2", code: []string{"internal/charts"}},
	{path: "github.com/spf13/cobra", code: []string{"internal/cli"}},
	{path: "github.com/spf13/pflag", code: []string{"internal/cli"}},
	{path: "github.com/evanw/esbuild", code: []string{"internal/web/bundle"}},
	{path: "golang.org/x/text", code: []string{"internal/content", "internal/check", "internal/tracker", "internal/message", "internal/site"}},
	{path: "golang.org/x/net/html", tests: []string{"internal/content", "internal/site", "internal/e2e"}},
	{path: "github.com/andybalholm/cascadia", tests: []string{"internal/site", "internal/e2e"}},
	{path: "github.com/jba/templatecheck", tests: []string{"internal/site"}},
	{path: "github.com/chromedp", tests: []string{"internal/e2e"}},
	{path: "github.com/santhosh-tekuri/jsonschema/v6", tests: []string{"internal/schema", "internal/e2e"}},
	{path: "github.com/rogpeppe/go-internal/testscript", tests: []string{"internal/cli", "internal/e2e"}},
	{path: "github.com/rogpeppe/go-internal/diff", code: []string{"internal/cli"}},
	{path: "github.com/rogpeppe/go-internal/txtar", tests: []string{all}},
	{path: "github.com/google/go-cmp", tests: []string{all}},
}

// directModules are the modules that go.mod may require for our own imports,
// and tools the commands that it may pin.
var (
	directModules = []string{
		"gopkg.in/yaml.v3", "github.com/yuin/goldmark", "github.com/go-echarts/go-echarts/v2",
		"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/evanw/esbuild",
		"golang.org/x/text", "golang.org/x/net",
		"github.com/chromedp/chromedp", "github.com/chromedp/cdproto",
		"github.com/rogpeppe/go-internal", "github.com/google/go-cmp",
		"github.com/andybalholm/cascadia", "github.com/jba/templatecheck",
		"github.com/santhosh-tekuri/jsonschema/v6",
	}
	tools = []string{"honnef.co/go/tools/cmd/staticcheck"}
)

func TestPackagesImportWhatTheirRowAllows(t *testing.T) {
	pkgs := packages(t)
	for _, dir := range []string{"internal/diag", "internal/tracker", "internal/check"} {
		if !slices.ContainsFunc(pkgs, func(p pkg) bool { return p.dir == dir && len(p.code) > 0 }) {
			t.Fatalf("the search for packages did not find %s", dir)
		}
	}
	report(t, arrowProblems(pkgs, rows))
	report(t, moduleProblems(pkgs, grants))
}

func TestGoModRequiresWhatIsAllowed(t *testing.T) {
	report(t, goModProblems(read(t, "go.mod"), directModules, tools))
}

func TestArrowProblemsAreFound(t *testing.T) {
	rows := map[string]row{
		"internal/low":  {},
		"internal/high": {imports: []string{"internal/low"}, tests: []string{"internal/gen"}},
		"internal/gen":  {},
		"internal/e2e":  {imports: []string{all}},
	}
	for _, c := range []struct {
		name string
		pkg  pkg
		want string
	}{
		{"along the arrow", pkg{dir: "internal/high", code: []string{"smallwins/internal/low", "fmt"}}, ""},
		{"against the arrow", pkg{dir: "internal/low", code: []string{"smallwins/internal/high"}}, "internal/low imports internal/high"},
		{"against it in a test", pkg{dir: "internal/low", tests: []string{"smallwins/internal/high"}}, "a test of internal/low imports internal/high"},
		{"for tests alone, in a test", pkg{dir: "internal/high", tests: []string{"smallwins/internal/gen"}}, ""},
		{"for tests alone, in code", pkg{dir: "internal/high", code: []string{"smallwins/internal/gen"}}, "internal/high imports internal/gen"},
		{"a package below an allowed one", pkg{dir: "internal/high", code: []string{"smallwins/internal/low/deep"}}, "internal/high imports internal/low/deep"},
		{"itself, from an external test", pkg{dir: "internal/low", tests: []string{"smallwins/internal/low"}}, ""},
		{"without a row", pkg{dir: "internal/util"}, "internal/util has no row"},
		{"end to end", pkg{dir: "internal/e2e", tests: []string{"smallwins/internal/low"}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, arrowProblems([]pkg{c.pkg}, rows), c.want) })
	}
}

func TestModuleProblemsAreFound(t *testing.T) {
	grants := []grant{
		{path: "example.com/yaml", code: []string{"internal/content"}},
		{path: "example.com/cmp", tests: []string{all}},
	}
	for _, c := range []struct {
		name string
		pkg  pkg
		want string
	}{
		{"where it belongs", pkg{dir: "internal/content", code: []string{"example.com/yaml/ast"}, tests: []string{"example.com/yaml"}}, ""},
		{"elsewhere", pkg{dir: "internal/site", code: []string{"example.com/yaml"}}, "internal/site imports example.com/yaml"},
		{"in a test elsewhere", pkg{dir: "internal/site", tests: []string{"example.com/yaml"}}, "a test of internal/site imports example.com/yaml"},
		{"for tests, in a test", pkg{dir: "internal/site", tests: []string{"example.com/cmp/cmpopts"}}, ""},
		{"for tests, in code", pkg{dir: "internal/site", code: []string{"example.com/cmp"}}, "internal/site imports example.com/cmp"},
		{"a name that only begins alike", pkg{dir: "internal/content", code: []string{"example.com/yaml2"}}, "internal/content imports example.com/yaml2"},
		{"nobody's", pkg{dir: "internal/content", code: []string{"example.com/other"}}, "internal/content imports example.com/other"},
		{"the standard library", pkg{dir: "internal/site", code: []string{"net/http", "C"}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, moduleProblems([]pkg{c.pkg}, grants), c.want) })
	}
}

func TestGoModProblemsAreFound(t *testing.T) {
	for _, c := range []struct{ name, mod, want string }{
		{"all in order", "module m\n\ngo 1.26\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0 // indirect\n)\n\ntool example.com/t\n", ""},
		{"a module on one line", "require example.com/b v1.0.0\n", "requires example.com/b"},
		{"a module in a block", "require (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0\n)\n", "requires example.com/b"},
		{"a tool", "tool (\n\texample.com/t\n\texample.com/u\n)\n", "pins the tool example.com/u"},
		{"a replacement", "replace example.com/a => ../a\n", "replaces example.com/a"},
		{"replacements in a block", "replace (\n\texample.com/a => ../a\n)\n", "replaces example.com/a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, goModProblems(c.mod, []string{"example.com/a"}, []string{"example.com/t"}), c.want)
		})
	}
}

// arrowProblems lists the imports within the module that no row allows.
func arrowProblems(pkgs []pkg, rows map[string]row) []string {
	var problems []string
	for _, p := range pkgs {
		r, ok := rows[p.dir]
		if !ok {
			problems = append(problems, p.dir+" has no row in internal/archtest: say what it may import, there and in internal/README.md")
			continue
		}
		p.each(func(who, path string, test bool) {
			dir, ours := strings.CutPrefix(path, module+"/")
			switch {
			case !ours, test && dir == p.dir, slices.Contains(r.imports, all), slices.Contains(r.imports, dir):
			case test && slices.Contains(r.tests, dir):
			default:
				problems = append(problems, who+" imports "+dir+", which its row does not allow")
			}
		})
	}
	return problems
}

// moduleProblems lists the imports from outside that no grant covers.
func moduleProblems(pkgs []pkg, grants []grant) []string {
	var problems []string
	for _, p := range pkgs {
		p.each(func(who, path string, test bool) {
			first, _, _ := strings.Cut(path, "/")
			if first == module || !strings.Contains(first, ".") {
				return
			}
			for _, g := range grants {
				if path != g.path && !strings.HasPrefix(path, g.path+"/") {
					continue
				}
				if slices.Contains(g.code, p.dir) || test && (slices.Contains(g.tests, all) || slices.Contains(g.tests, p.dir)) {
					return
				}
			}
			problems = append(problems, who+" imports "+path+", which is not granted to it")
		})
	}
	return problems
}

// goModProblems reads go.mod line by line; its grammar is that simple.
func goModProblems(mod string, direct, tools []string) []string {
	var problems []string
	block := ""
	for line := range strings.Lines(mod) {
		line = strings.TrimSpace(line)
		text, comment, _ := strings.Cut(line, "//")
		words := strings.Fields(text)
		switch {
		case len(words) == 0:
			continue
		case words[0] == ")":
			block = ""
			continue
		case len(words) == 2 && words[1] == "(":
			block = words[0]
			continue
		case block != "":
			words = append([]string{block}, words...)
		}
		switch verb, path := words[0], words[1]; {
		case verb == "require" && strings.TrimSpace(comment) != "indirect" && !slices.Contains(direct, path):
			problems = append(problems, "go.mod requires "+path+", which is not on the list of modules")
		case verb == "tool" && !slices.Contains(tools, path):
			problems = append(problems, "go.mod pins the tool "+path+", which is not on the list of tools")
		case verb == "replace":
			problems = append(problems, "go.mod replaces "+path+", which builds elsewhere would not have")
		}
	}
	return problems
}
