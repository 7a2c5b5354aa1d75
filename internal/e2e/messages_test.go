package e2e

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
	"smallwins/templates"
)

// messages are the texts of a language as they stand in its file.
func messages(t *testing.T, code string) map[string]string {
	t.Helper()
	body := must(templates.FS.ReadFile(message.Folder + "/" + code + ".json"))(t)
	var texts map[string]string
	if err := json.Unmarshal(body, &texts); err != nil {
		t.Fatal(err)
	}
	var sorted bytes.Buffer
	e := json.NewEncoder(&sorted)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(texts); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(body, sorted.Bytes()) {
		t.Errorf("%s.json is not sorted by key, or not indented by two blanks", code)
	}
	return texts
}

func TestEveryLanguageIsComplete(t *testing.T) {
	english := messages(t, message.Source)
	if len(message.BuiltIn()) < 2 {
		t.Fatal("there is no second language")
	}
	for _, code := range message.BuiltIn() {
		texts := messages(t, code)
		l, err := message.Load(nil, code)
		if err != nil || l.Lacking() > 0 {
			t.Errorf("%s.json: %v, %d lacking", code, err, l.Lacking())
		}
		for _, key := range slices.Sorted(maps.Keys(english)) {
			text, ok := texts[key]
			switch {
			case !ok:
				t.Errorf("%s.json lacks %s: %s", code, key, english[key])
			case strings.TrimSpace(text) == "" && english[key] != "":
				t.Errorf("%s.json has nothing for %s", code, key)
			case lost(english[key], l.Arguments(key), message.English().Arguments(key)) != "":
				t.Errorf("%s.json: %s does not say {%s}", code, key, lost(english[key], l.Arguments(key), message.English().Arguments(key)))
			case strings.Count(text, "<a>") != strings.Count(english[key], "<a>"):
				t.Errorf("%s.json: %s has another number of links than English", code, key)
			case code != message.Source && text == english[key] && untranslated(text):
				t.Errorf("%s.json: %s is still English: %s", code, key, text)
			}
		}
		for key := range texts {
			if _, ok := english[key]; !ok {
				t.Errorf("%s.json has %s, which English lacks", code, key)
			}
		}
	}
}

// lost is an argument that English inserts, and that a translation neither
// inserts nor picks a form by. Not every language needs what English picks by, or
// writes small numbers as a word.
func lost(english string, has, may []string) string {
	for _, name := range may {
		if name != "word" && strings.Contains(english, "{"+name+"}") && !slices.Contains(has, name) {
			return name
		}
	}
	return ""
}

// untranslated reports whether a text that reads the same in two languages has
// several words.
func untranslated(text string) bool {
	text = regexp.MustCompile(`\{[^{}]*\}`).ReplaceAllString(text, "")
	return len(regexp.MustCompile(`\p{L}{3,}`).FindAllString(text, -1)) > 2
}

// The labels of the vocabularies stand in tracker and insight, where checks and
// schemas take them from, and once more among the messages.
func TestVocabulariesAreMessages(t *testing.T) {
	english := messages(t, message.Source)
	for _, v := range []*tracker.Vocabulary{
		&tracker.Stages, &tracker.Practices, &tracker.Activities, &tracker.Statuses, &tracker.Arrivals, &tracker.Solutions,
		&tracker.Causes, &tracker.Levels, &tracker.Directions, &tracker.Verdicts, &tracker.PromiseStates, &tracker.Sizes,
		&tracker.Drivers, &tracker.Moments, &tracker.BarrierKinds, &tracker.BarrierStates, &tracker.Reactions,
		&tracker.OutcomeKinds, &tracker.Displays, &tracker.DoorMarkers, &tracker.Audiences, &tracker.CheckStates,
		&tracker.CaseStudies, &tracker.Hosts, &tracker.Editions, &tracker.Questions,
		&insight.AnswerStates, &insight.Positions, &insight.Grades, &insight.ReversalKinds,
	} {
		for _, term := range v.Terms {
			key := message.TermKey(v, term.ID)
			if english[key] != term.Label || english[key+".definition"] != term.Definition {
				t.Errorf("%s is %q (%s) among the messages, and %q (%s) in the vocabulary",
					key, english[key], english[key+".definition"], term.Label, term.Definition)
			}
		}
	}
}

var (
	inTemplate = regexp.MustCompile(`(?:text|linked|pieces|coded) "([^"]+)"`)
	inScript   = regexp.MustCompile(`\btext\('([^']+)'`)
)

// A message that nothing shows is one that translators work on in vain; a key
// without a message shows in brackets.
func TestMessagesAndTheirKeys(t *testing.T) {
	english := messages(t, message.Source)
	asked := map[string]string{} // whole keys, by where they are asked for
	for _, name := range must(fs.Glob(templates.FS, "*.html"))(t) {
		for _, m := range inTemplate.FindAllStringSubmatch(string(must(templates.FS.ReadFile(name))(t)), -1) {
			asked[m[1]] = name
		}
	}
	scripts := os.DirFS(repository + "/internal/web/src")
	for _, pattern := range []string{"*.js", "*/*.js"} {
		for _, name := range must(fs.Glob(scripts, pattern))(t) {
			script, _, _ := strings.Cut(name, "/") // the parts of a bundle lie in its folder
			script = strings.TrimSuffix(strings.Replace(script, "chart.", "charts.", 1), ".js")
			if script == "chart" {
				script = "charts"
			}
			for _, m := range inScript.FindAllStringSubmatch(string(must(fs.ReadFile(scripts, name))(t)), -1) {
				asked["script."+script+"."+m[1]] = name
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(asked)) {
		if _, ok := english[key]; !ok && !strings.HasSuffix(key, ".") {
			t.Errorf("%s asks for %s, which is no message", asked[key], key)
		}
	}
	used := slices.Concat(slices.Collect(maps.Keys(asked)), literals(t))
	whole := map[string]bool{}
	var beginnings []string
	for _, text := range used {
		whole[text] = true
		if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "-") {
			beginnings = append(beginnings, text)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(english)) {
		begun := func(beginning string) bool { return len(beginning) > 3 && strings.HasPrefix(key, beginning) }
		if !whole[key] && !slices.ContainsFunc(beginnings, begun) {
			t.Errorf("nothing says %s: %s", key, english[key])
		}
	}
}

// literals are the strings in the code of the packages that speak to readers.
func literals(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, folder := range []string{"message", "insight", "charts", "site", "cli"} {
		names := must(fs.Glob(os.DirFS(repository), path.Join("internal", folder, "*.go")))(t)
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file := must(parser.ParseFile(token.NewFileSet(), path.Join(repository, name), nil, 0))(t)
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					found = append(found, must(strconv.Unquote(lit.Value))(t))
				}
				return true
			})
		}
	}
	return found
}

// Whoever speaks to the page says what stands on the button (WCAG 2.5.3).
func TestNamesHoldTheirLabels(t *testing.T) {
	for _, code := range message.BuiltIn() {
		texts := messages(t, code)
		for name, label := range map[string]string{"script.site.to-dark": "script.site.dark-theme", "script.site.to-light": "script.site.light-theme"} {
			if !strings.Contains(strings.ToLower(texts[name]), strings.ToLower(texts[label])) {
				t.Errorf("%s.json: %s, %q, does not hold what the button says: %q", code, name, texts[name], texts[label])
			}
		}
	}
}
