package e2e

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"smallwins/internal/check"
	"smallwins/internal/content"
	"smallwins/internal/diag"
	"smallwins/internal/schema"
)

// A schema and the loader with the checks must be of one mind about a file on
// its own: the schema refuses it where, and only where, there is a finding of a
// rule that a schema can hold to.

// heldBySchema are those rules.
var heldBySchema = []string{
	"field/unknown", "field/type", "field/list", "field/term", "field/number", "field/flag", "date/invalid",
	"link/url-missing", "record/alias-form",
	"link/scheme",        // of addresses in front matter, not of links in text: see held
	"link/not-published", // of addresses in the strategy: those in records may lead to files
	"win/date-missing", "win/entered-by-missing",
	"intake/stakeholder-missing", "intake/requested-on-missing", "intake/status-missing",
	"intake/agreed-on-missing", "intake/delivered-on-missing", "intake/verdict-missing",
	"win/in-wrong-folder", "intake/in-wrong-folder", // in the place of what is missing, and of each key of the other kind
	"promise/what-missing", "reading/date-missing",
	"strategy/id-form", "strategy/id-missing", "strategy/title-missing", "strategy/name-missing",
	"settings/base-url", "settings/repository-url", "settings/language", "settings/year-starts",
	"settings/number-too-low", "settings/limit-too-high", "settings/required-unknown", "settings/label-unknown", "settings/accent",
}

// notHeldBySchema are all others, by the reason. A name that ends in a slash
// stands for a whole family.
var notHeldBySchema = map[string][]string{
	"It is about a file before anything is read from it.": {
		"file/", "strategy/missing",
	},
	"It is about how the YAML is written, of which nothing is left in the values.": {
		"front-matter/",
	},
	"It is about the body, or about text in front matter that is read as Markdown.": {
		"prose/", "html/", "image/", "attachment/", "link/record-missing", "claim/cause",
		"intake/answers-copied", "intake/who-names-person",
	},
	"The title and prose may stand in the body, which a schema does not see.": {
		"win/title-missing", "intake/title-missing", "intake/request-missing", "intake/reason-missing",
	},
	"It follows from the settings of the tracker.": {
		"win/required-missing", "intake/required-missing", "win/before-start", "record/after-as-of",
	},
	"It takes other entries or files to see, or the table of the rules.": {
		"record/id-duplicate", "record/alias-taken", "reference/unknown", "reference/duplicate",
		"strategy/id-duplicate", "strategy/settings-twice", "person/", "win/priority-inactive",
		"win/replicates-itself", "win/replicates-later", "promise/wrong-side",
		"settings/silence-unknown", "settings/silence-error", "settings/logo",
	},
	"It depends on the day, or compares days: a schema has no arithmetic.": {
		"date/in-future", "date/implausible-year", "settings/as-of-future", "win/undone-before",
		"intake/agreed-before-requested", "intake/delivered-before-agreed", "strategy/from-after-to", "reading/day-twice",
		"promise/kept-late", "promise/late-in-time", "promise/closed-before-record", "promise/moved-after-due",
	},
	"It compares numbers.": {
		"settings/accent-contrast", "measure/against-direction", "settings/threshold-out-of-reach", "intake/verdict-against-readings",
	},
	"It is advice about fields that are each in order; the format asks for nothing there.": {
		"intake/verdict-early", "intake/status-behind", "intake/nobody-owns", "intake/missing-unnamed",
		"measure/not-a-shift", "measure/incomplete", "promise/closed-but-open", "promise/moved-nowhere",
		"member/display-empty", "priority/no-outcome",
	},
}

func TestEveryRuleIsHeldBySchemaOrNot(t *testing.T) {
	reason := func(id string) (found int) {
		for _, ids := range notHeldBySchema {
			for _, of := range ids {
				if id == of || strings.HasSuffix(of, "/") && strings.HasPrefix(id, of) {
					found++
				}
			}
		}
		return found
	}
	rules := slices.Concat(content.Rules, check.Rules())
	for _, r := range rules {
		switch held := slices.Contains(heldBySchema, r.ID); {
		case !held && reason(r.ID) == 0:
			t.Errorf("can a schema hold to %s? Say so in heldBySchema, or why not in notHeldBySchema", r.ID)
		case held && reason(r.ID) > 0, reason(r.ID) > 1:
			t.Errorf("%s is listed twice", r.ID)
		}
	}
	for _, id := range heldBySchema {
		if !slices.ContainsFunc(rules, func(r *diag.Rule) bool { return r.ID == id }) {
			t.Errorf("%s is no rule", id)
		}
	}
}

// files are where documents stand when the loader is asked about them.
var files = map[schema.Kind]string{schema.Win: "wins/%06d.md", schema.Intake: "intakes/%06d.md", schema.Strategy: "strategy.yaml"}

// opinions returns for each document the rules that a schema can hold to of
// which it has findings. One is nil where the loader could not take the front
// matter for values at all. Records are loaded together, since none of these
// rules looks at another record, and that is faster by far.
func opinions(t *testing.T, documents []document, ins []*instance) [][]string {
	t.Helper()
	const most = 500
	rules := make([][]string, len(documents))
	batch, of := fstest.MapFS{}, map[string]int{}
	ask := func() {
		if batch["strategy.yaml"] == nil {
			batch["strategy.yaml"] = &fstest.MapFile{Data: []byte("settings: {}\n")}
		}
		tr, findings, err := content.Load(batch)
		if err != nil {
			t.Fatal(err)
		}
		refused := map[int]bool{}
		for _, f := range append(findings, check.Run(tr, date(t, clock().Format("2006-01-02")), content.Rules)...) {
			i, ok := of[f.Place.File]
			if family, _, _ := strings.Cut(f.Rule, "/"); ok && (family == "front-matter" || family == "file") {
				refused[i] = true
			}
			if ok && held(f, documents[i], ins[i]) && !slices.Contains(rules[i], f.Rule) {
				rules[i] = append(rules[i], f.Rule)
			}
		}
		for i := range refused {
			rules[i] = nil
		}
		batch, of = fstest.MapFS{}, map[string]int{}
	}
	for i, d := range documents {
		rules[i] = []string{}
		file := files[d.kind]
		if d.kind != schema.Strategy {
			file = fmt.Sprintf(file, i)
		} else if len(of) > 0 {
			ask()
		}
		batch[file] = &fstest.MapFile{Data: []byte(d.text)}
		of[file] = i
		if d.kind == schema.Strategy || len(of) == most {
			ask()
		}
	}
	if len(of) > 0 {
		ask()
	}
	return rules
}

// held reports whether a schema can hold to the rule of a finding, there where
// the finding is.
func held(f diag.Finding, d document, in *instance) bool {
	if f.Place.Pos.Line > in.end {
		return false // in the body
	}
	switch address, ok := in.addresses[f.Place.Pos]; f.Rule {
	case "link/scheme":
		return ok
	case "link/not-published":
		_, text := address.(string) // else it is not the path of a file either
		return ok && (d.kind == schema.Strategy || !text)
	}
	return slices.Contains(heldBySchema, f.Rule)
}

// validator is the schema of a kind in a draft, as an independent program
// understands it.
type validator struct {
	kind   schema.Kind
	draft  schema.Draft
	schema *jsonschema.Schema
}

// validators returns those of all kinds and drafts. Change may change the
// parsed schema before it is compiled.
func validators(t *testing.T, change func(map[string]any)) []validator {
	t.Helper()
	var vs []validator
	for _, kind := range schema.Kinds {
		for _, draft := range schema.Drafts {
			doc := must(jsonschema.UnmarshalJSON(bytes.NewReader(must(schema.Of(kind, draft))(t))))(t).(map[string]any)
			if change != nil {
				change(doc)
			}
			c := jsonschema.NewCompiler()
			c.AssertFormat()
			id := doc["$id"].(string)
			if err := c.AddResource(id, doc); err != nil {
				t.Fatal(err)
			}
			vs = append(vs, validator{kind, draft, must(c.Compile(id))(t)})
		}
	}
	return vs
}

// compared says what came of comparing documents.
type compared struct {
	taken, refused      int // by both
	unreadable, unlike  int // skipped: no YAML; YAML that the format does not take
	disagreements       []string
	disagreementsByName map[string]bool
}

// compare asks the loader and the schemas about every document.
func compare(t *testing.T, vs []validator, documents []document) compared {
	t.Helper()
	c := compared{disagreementsByName: map[string]bool{}}
	var readable []document
	var ins []*instance
	for _, d := range documents {
		in, err := d.read()
		if err != nil {
			c.unreadable++
			continue
		}
		readable, ins = append(readable, d), append(ins, in)
	}
	found := opinions(t, readable, ins)
	for i, d := range readable {
		in, rules := ins[i], found[i]
		if rules == nil {
			c.unlike++
			continue
		}
		agreed := true
		for _, v := range vs {
			if v.kind != d.kind {
				continue
			}
			if err := v.schema.Validate(in.value); (err == nil) != (len(rules) == 0) {
				agreed = false
				c.disagreementsByName[d.name] = true
				said := "takes it"
				if err != nil {
					said = "refuses it: " + err.Error()
				}
				c.disagreements = append(c.disagreements, d.name+": findings of "+strings.Join(rules, ", ")+"; draft "+string(v.draft)+" "+said)
			}
		}
		switch {
		case agreed && len(rules) == 0:
			c.taken++
		case agreed:
			c.refused++
		}
	}
	return c
}

// kindOf returns the kind of a tracker's file by its path, or "" where it is
// none that a schema is for.
func kindOf(name string) schema.Kind {
	folder, _, inFolder := strings.Cut(name, "/")
	ext := strings.ToLower(path.Ext(name))
	switch {
	case strings.HasPrefix(path.Base(name), "_"), strings.HasPrefix(path.Base(name), "."), strings.EqualFold(path.Base(name), "README.md"):
	case folder == "wins" && ext == ".md":
		return schema.Win
	case folder == "intakes" && ext == ".md":
		return schema.Intake
	case ext == ".yaml" || ext == ".yml":
		if !inFolder && strings.HasPrefix(name, "strategy.") || folder == "strategy" {
			return schema.Strategy
		}
	}
	return ""
}

// inFolder returns the documents of the tracker in a folder.
func inFolder(t *testing.T, root string) []document {
	t.Helper()
	var ds []document
	add := func(name string) {
		if kind := kindOf(name); kind != "" {
			ds = append(ds, document{path.Join(root, name), kind, string(must(os.ReadFile(filepath.Join(root, filepath.FromSlash(name))))(t))})
		}
	}
	add("strategy.yaml")
	for _, folder := range []string{"wins", "intakes"} {
		err := fs.WalkDir(os.DirFS(root), folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				add(name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return ds
}

// inArchives returns the documents in txtar archives. A record that a script
// has under a name of its own is taken for a win and for an intake: it is about
// the agreement, and not about what is right.
func inArchives(t *testing.T, pattern string) []document {
	t.Helper()
	names := must(filepath.Glob(pattern))(t)
	var ds []document
	for _, name := range names {
		for _, f := range must(txtar.ParseFile(name))(t).Files {
			d := document{name + ": " + f.Name, kindOf(strings.TrimPrefix(f.Name, "tracker/")), string(f.Data)}
			switch {
			case d.kind != "":
				ds = append(ds, d)
			case path.Ext(f.Name) == ".md" && !strings.Contains(f.Name, "/"):
				for _, kind := range []schema.Kind{schema.Win, schema.Intake} {
					d.kind = kind
					ds = append(ds, d)
				}
			}
		}
	}
	return ds
}

func fixtures(t *testing.T) []document {
	t.Helper()
	return slices.Concat(
		inFolder(t, repository), inFolder(t, "../cli/testdata/tracker"),
		inArchives(t, "../content/testdata/*.txtar"), inArchives(t, "../cli/testdata/script/*.txtar"),
		inArchives(t, "testdata/schema/*.txtar"), inExamples(t))
}

func TestSchemasAndLoaderAgreeOnEveryFixture(t *testing.T) {
	c := compare(t, validators(t, nil), fixtures(t))
	for _, d := range c.disagreements {
		t.Error(d)
	}
	t.Logf("%d taken, %d refused, %d without YAML, %d with YAML that the format does not take", c.taken, c.refused, c.unreadable, c.unlike)
	if c.taken < 100 || c.refused < 60 {
		t.Errorf("only %d documents were taken and %d refused by both", c.taken, c.refused)
	}
	if skipped := c.unreadable + c.unlike; skipped > c.taken {
		t.Errorf("%d documents were skipped, more than the %d that were taken", skipped, c.taken)
	}
}

func TestTheSampleIsTakenWhole(t *testing.T) {
	ds := inFolder(t, repository)
	if c := compare(t, validators(t, nil), ds); c.taken != len(ds) || len(ds) < 50 {
		t.Errorf("of %d documents %d were taken; %s", len(ds), c.taken, strings.Join(c.disagreements, "\n"))
	}
}
