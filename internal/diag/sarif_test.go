package diag_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

type sarifText struct{ Text string }

type sarifRegion struct{ StartLine, StartColumn, EndLine, EndColumn int }

type sarifArtifact struct{ URI, URIBaseID string }

type sarifLocation struct {
	PhysicalLocation struct {
		ArtifactLocation sarifArtifact
		Region           sarifRegion
	}
	Message sarifText
}

type sarifResult struct {
	RuleID              string
	RuleIndex           int
	Level               string
	Message             sarifText
	Locations           []sarifLocation
	RelatedLocations    []sarifLocation
	PartialFingerprints map[string]string
	Fixes               []struct {
		ArtifactChanges []struct {
			ArtifactLocation sarifArtifact
			Replacements     []struct {
				DeletedRegion   sarifRegion
				InsertedContent sarifText
			}
		}
	}
}

type sarifRun struct {
	Tool struct {
		Driver struct {
			Name, Version, InformationURI string
			Rules                         []struct {
				ID                                      string
				ShortDescription, FullDescription, Help sarifText
				DefaultConfiguration                    struct{ Level string }
			}
		}
	}
	ColumnKind         string
	OriginalURIBaseIDs map[string]any
	Invocations        []struct {
		ExecutionSuccessful        bool
		ToolExecutionNotifications []struct{ Message sarifText }
	}
	Results []sarifResult
}

func sarif(t *testing.T, r *diag.Report) sarifRun {
	t.Helper()
	var log struct {
		Version string
		Runs    []sarifRun
	}
	if err := json.Unmarshal([]byte(write(t, "sarif", r)), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("version %q, %d runs", log.Version, len(log.Runs))
	}
	return log.Runs[0]
}

func TestSARIFRun(t *testing.T) {
	run := sarif(t, sample())
	driver := run.Tool.Driver
	if driver.Name != "smallwins" || driver.Version != "1.2.3" || driver.InformationURI != "https://smallwins.example" || run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("got %+v", run)
	}
	var levels []string
	for i, rule := range driver.Rules {
		levels = append(levels, rule.ID+" "+rule.DefaultConfiguration.Level)
		want := sampleRules[i]
		if rule.ShortDescription.Text != want.Title+"." || rule.FullDescription.Text != want.Why || rule.Help.Text != want.Mend {
			t.Errorf("rule %+v", rule)
		}
	}
	if diff := cmp.Diff([]string{"win/date-invalid error", "win/extra warning", "win/why note", "win/unused note"}, levels); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(run.Invocations) != 1 || !run.Invocations[0].ExecutionSuccessful || len(run.Invocations[0].ToolExecutionNotifications) > 0 {
		t.Errorf("invocations %+v", run.Invocations)
	}
	if _, ok := run.OriginalURIBaseIDs["%SRCROOT%"]; !ok {
		t.Errorf("bases %v", run.OriginalURIBaseIDs)
	}
}

func TestSARIFVersion(t *testing.T) {
	for version, want := range map[string]string{"v1.2.3": "1.2.3", "1.2": "1.2", "devel": "0-devel", "": "0"} {
		if got := sarif(t, &diag.Report{Version: version}).Tool.Driver.Version; got != want {
			t.Errorf("%q is %q, want %q", version, got, want)
		}
	}
}

func TestSARIFResults(t *testing.T) {
	r := sample()
	r.Findings = append(r.Findings, diag.Finding{
		Rule: "win/why", Severity: diag.Hint, Message: "[a](b) Ü", Place: diag.Place{
			File: "a:b (1) é#?.md", Pos: diag.Pos{Line: 2, Column: 3}, End: diag.Pos{Line: 4, Column: 1},
		},
	})
	results := sarif(t, r).Results
	region := func(n int) sarifRegion { return results[n].Locations[0].PhysicalLocation.Region }
	for i, want := range []sarifRegion{{3, 10, 3, 20}, {2, 8, 2, 9}, {1, 1, 1, 2}, {2, 3, 4, 1}} {
		if got := region(i); got != want {
			t.Errorf("region %d is %v, want %v", i, got, want)
		}
	}
	first, last := results[0], results[3]
	if want := `"2026-02-30" is not a date. – to mend: Write the day as YYYY-MM-DD. – did you mean: 2026-02-28.`; first.Message.Text != want {
		t.Errorf("message %q", first.Message.Text)
	}
	if first.RuleIndex != 0 || results[1].RuleIndex != 2 || first.Level != "error" || results[1].Level != "note" || results[2].Level != "warning" {
		t.Errorf("rules and levels of %+v", results)
	}
	if got := first.RelatedLocations; len(got) != 1 || got[0].Message.Text != "The other one." || got[0].PhysicalLocation.ArtifactLocation.URI != "wins/y.md" {
		t.Errorf("related %+v", got)
	}
	change := first.Fixes[0].ArtifactChanges[0]
	if r := change.Replacements[0]; change.ArtifactLocation.URI != "wins/x.md" || r.DeletedRegion != region(0) || r.InsertedContent.Text != "2026-02-28" {
		t.Errorf("fix %+v", change)
	}
	if want := (sarifArtifact{"./a:b%20(1)%20%C3%A9%23%3F.md", "%SRCROOT%"}); last.Locations[0].PhysicalLocation.ArtifactLocation != want {
		t.Errorf("file %+v", last.Locations[0])
	}
	if want := `[a] (b) Ü.`; last.Message.Text != want {
		t.Errorf("message %q, want %q", last.Message.Text, want)
	}
}

func TestSARIFOfEvil(t *testing.T) {
	r := hostile()
	prints := map[string]bool{}
	for i, result := range sarif(t, r).Results {
		prints[result.PartialFingerprints["primaryLocationLineHash"]] = true
		address := result.Locations[0].PhysicalLocation.ArtifactLocation.URI
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "" || u.Host != "" || u.RawQuery != "" || u.Fragment != "" || strings.HasPrefix(address, "/") {
			t.Errorf("address %.80q of %+.80q: %v", address, r.Findings[i].Place.File, err)
			continue
		}
		want := strings.ToValidUTF8(r.Findings[i].Place.File, "\ufffd")
		if got := strings.TrimPrefix(u.Path, "./"); got != want && want != "" {
			t.Errorf("address %+.80q of %+.80q", got, want)
		}
		if text := result.Fixes[0].ArtifactChanges[0].Replacements[0].InsertedContent.Text; text != strings.ToValidUTF8(r.Findings[i].Fix[0].Text, "\ufffd\ufffd") {
			t.Errorf("the fix of %+.80q has become %+.80q", r.Findings[i].Fix[0].Text, text)
		}
	}
	if len(prints) != len(r.Findings) {
		t.Errorf("%d fingerprints of %d findings", len(prints), len(r.Findings))
	}
}

func TestSARIFKeepsTheGravest(t *testing.T) {
	r := many(6000, diag.Warning)
	for i := range r.Findings {
		switch {
		case i%2 == 1 && i > 3000:
			r.Findings[i].Severity = diag.Error
		case i%2 == 0 && i < 1000:
			r.Findings[i].Severity = diag.Hint
		}
	}
	c := diag.Count(r.Findings)
	run := sarif(t, r)
	levels := map[string]int{}
	before := ""
	for _, result := range run.Results {
		levels[result.Level]++
		file := result.Locations[0].PhysicalLocation.ArtifactLocation.URI
		if file < before {
			t.Fatalf("%s comes behind %s", file, before)
		}
		before = file
	}
	if want := map[string]int{"error": c.Errors, "warning": 5000 - c.Errors}; !cmp.Equal(levels, want) {
		t.Errorf("kept %v, want %v", levels, want)
	}
	notes := run.Invocations[0].ToolExecutionNotifications
	if len(notes) != 1 || !strings.HasPrefix(notes[0].Message.Text, "1,000 more findings left out") {
		t.Errorf("notes %+v", notes)
	}
}
