package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"smallwins/internal/cli"
)

const lastReport = "reports/2026-Q2/index.html"

// What the quarters of the sample say adds up to what the whole says: 3 and 2 of
// 8 evaluated changed something, 15 of 20 promises were kept, 36 wins.
func TestReportsOfTheSample(t *testing.T) {
	for edition, s := range map[string]*built{"leaders": leaders(t), "team": team(t)} {
		list := texts(s.page(t, "reports/index.html"), ".records > li p:last-child")
		equal(t, edition+": findings by quarter", list, []string{
			"2 of 3 outcomes we aim at moved our way in 2026 Q2; 1 edged back.",
			"3 of 3 outcomes we aim at moved our way in 2026 Q1.",
			"2 of 3 outcomes we aim at moved our way in 2025 Q4.",
			"2 of 3 outcomes we aim at moved our way in 2025 Q3.",
			"0 of 3 outcomes we aim at moved our way in 2025 Q2; 1 edged back.",
			"Something changed in 0 of 1 request that was looked at in 2025 Q1.",
		})
		wins, verdicts := map[string]bool{}, 0
		for _, q := range []string{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"} {
			p := s.page(t, "reports/"+q+"/index.html")
			for _, a := range all(p, ".report-work .title a") {
				wins[attr(a, "href")] = true
			}
			verdicts += len(texts(p, ".report-sides > div:last-child li"))
			if n := len(texts(p, ".findings li")); n < 3 || n > 5 {
				t.Errorf("%s edition: %s opens with %d findings", edition, q, n)
			}
			if len(all(p, "#not-worked")) != 1 {
				t.Errorf("%s edition: %s has nothing that did not work, and the sample has in every quarter", edition, q)
			}
		}
		equal(t, edition+": wins in all reports", len(wins), 36)
		equal(t, edition+": verdicts in all reports", verdicts, 8)
		equal(t, edition+": outcomes", table(t, s.page(t, lastReport), "#changed table"), [][]string{
			{"L&D is in the room when plans are made", "2 cycles", "3 cycles", "Moved the way that is wanted", "3"},
			{"Customers get their answer at the first contact", "69%", "71%", "Moved the way that is wanted", "4"},
			{"Fewer loading errors come back a second time", "7.2 per 1,000 loads", "7.5 per 1,000 loads", "Edged back, by less than would matter", "5"},
			{"Operating margin", "12%", "12.3%", "Moved the way that is wanted", "0"},
		})
	}
	missed := "promises of the business"
	if said := text(one(t, team(t).page(t, "reports/2025-Q4/index.html"), "#not-worked")); !strings.Contains(said, missed) {
		t.Errorf("the team does not read of %s: %s", missed, said)
	}
	for name, p := range leaders(t).pages {
		if strings.HasPrefix(name, "reports/") && strings.Contains(text(p), missed) {
			t.Errorf("%s of the leaders' edition tells what became of %s", name, missed)
		}
	}
}

// single writes a quarter of the sample as one file, and returns it as a site.
func single(t *testing.T, edition, quarter string) *built {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "report.html")
	var stderr bytes.Buffer
	if code := cli.Main([]string{"build", "--edition", edition, "--single-file", name, "--quarter", quarter, repository}, &stderr, &stderr, clock); code != 0 {
		t.Fatalf("smallwins build ended with %d:\n%s", code, stderr.Bytes())
	}
	body := must(os.ReadFile(name))(t)
	p := must(html.Parse(bytes.NewReader(body)))(t)
	return &built{dir: dir, files: map[string][]byte{"report.html": body}, pages: map[string]*html.Node{"report.html": p}}
}

// A single file goes by mail to whoever it is sent on to: it holds no more than
// the leaders' site does.
func TestSingleFilesHoldNoSecrets(t *testing.T) {
	for _, q := range []string{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"} {
		s := single(t, "leaders", q)
		said := plain(s)
		for _, secret := range secrets(sample(t)) {
			for _, fragment := range secret.fragments {
				if names := where(said, fragment); len(names) > 0 {
					t.Errorf("%s: %s of %s: %q", q, secret.what, secret.record, fragment)
				}
			}
		}
		if strings.Contains(said["report.html"], "promises of the business") {
			t.Errorf("%s tells what became of promises of the business", q)
		}
		site := texts(leaders(t).page(t, "reports/"+q+"/index.html"), "main h1, main h2, main h3")
		if got := texts(s.pages["report.html"], "main h1, main h2, main h3"); !slices.Equal(got, site) {
			t.Errorf("%s: the file says %q, the site %q", q, got, site)
		}
	}
}

// Its own policy lets its style through and nothing else; nothing is asked of
// anywhere, and the browser has nothing to complain of.
func TestSingleFileInABrowser(t *testing.T) {
	s := single(t, "team", "2025-Q4")
	b := openTab(t, onDisk(t, s))
	for _, width := range []int64{320, 1280} {
		b.viewport(width, 800)
		b.open("report.html")
		equal(t, "styled", js[string](b, `getComputedStyle(document.querySelector('.report-outcomes')).listStyleType`), "none")
		equal(t, "sideways", js[bool](b, `document.scrollingElement.scrollWidth > document.documentElement.clientWidth`), false)
	}
	equal(t, "sheets", js[int](b, `document.styleSheets.length`), 1)
	equal(t, "pictures", js[int](b, `[...document.querySelectorAll('svg.readings')].filter((e) => e.getBoundingClientRect().height > 40).length`), 4)
	b.collect()
}
