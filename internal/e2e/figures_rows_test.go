package e2e

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"

	"smallwins/internal/cli"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// insightRows are the rows of the list of insights, in its order, with the
// insights that they became.
var insightRows = []struct {
	row  string
	ids  []string
	team bool // in the team's edition alone
}{
	{"Priority coverage", []string{"coverage"}, false},
	{"Chain / board", []string{"chain", "accumulation"}, false},
	{"Contract depth", []string{"contract"}, false},
	{"Contract gaps", []string{"gaps"}, false},
	{"Door timeline", []string{"door"}, true},
	{"Arrival mix", []string{"arrivals"}, false},
	{"Posture", []string{"posture"}, false},
	{"Requested vs agreed", []string{"requested"}, false},
	{"Prework", []string{"prework"}, false},
	{"Speed × ownership", []string{"speed"}, false},
	{"Event risk", []string{"event-risk"}, false},
	{"Delivered, nothing changed", []string{"delivered", "repeats"}, false},
	{"Nobody looked", []string{"nobody-looked"}, false},
	{"Ownership vs verdict", []string{"ownership", "alone"}, false},
	{"Promises", []string{"promises"}, false},
	{"Stale follow-ups", []string{"stale"}, false},
	{"Voices", []string{"voices"}, false},
	{"Weekly digest", []string{"digest"}, false},
	{"Playbook", []string{"playbook"}, false},
	{"Initiative candidates", []string{"initiatives"}, false},
	{"Coaching", []string{"coaching"}, true},
	{"Before needed", []string{"before-needed"}, false},
	{"Business knowledge", []string{"business-knowledge"}, true},
	{"Contribution story", []string{"contribution"}, false},
	{"Tactics", []string{"tactics"}, true},
	{"Leader brief", []string{"brief"}, false},
	{"History", []string{"history"}, false},
	{"Quarter report", []string{"quarters"}, false},          // of the list of pages
	{"Silence map", []string{"silence"}, false},              // likewise
	{"What changed this week", []string{"this-week"}, false}, // likewise
}

// Every row has its insight, its definition on the page about the figures, a
// page of its own with its numbers, its data, and its place in what `smallwins
// figures` prints; nothing is there without a row.
func TestEveryRowHasItsInsight(t *testing.T) {
	for edition, s := range map[tracker.Edition]*built{tracker.TeamEdition: team(t), tracker.LeadersEdition: leaders(t)} {
		f := insight.Compute(sample(t).Redacted(edition))
		sheets := map[string]insight.Sheet{}
		for _, sheet := range f.Sheets() {
			sheets[sheet.Definition.ID] = sheet
		}
		var out, stderr bytes.Buffer
		if code := cli.Main([]string{"figures", "--edition", string(edition), repository}, &out, &stderr, clock); code != 0 {
			t.Fatalf("smallwins figures ended with %d:\n%s", code, stderr.Bytes())
		}
		printed := strings.Join(strings.Fields(out.String()), " ")
		about := s.page(t, "about/index.html")
		var links []string
		for _, a := range all(about, "main a") {
			links = append(links, path.Join("about", attr(a, "href")))
		}
		known := map[string]bool{}
		for _, row := range insightRows {
			for _, id := range row.ids {
				known[id] = true
				sheet, there := sheets[id]
				want := !row.team || edition == tracker.TeamEdition
				if there != want || sheet.Definition.TeamOnly != (row.team && want) {
					t.Errorf("%s edition: %s: %s is there: %v", edition, row.row, id, there)
				}
				page := s.pages["about/"+id+"/index.html"]
				if (page != nil) != want || (s.files["data/receipts-"+id+".csv"] != nil) != want ||
					slices.Contains(links, "about/"+id+"/index.html") != want || strings.Contains(printed, " ("+id+") ") != want {
					t.Errorf("%s edition: %s: the page, the data, the definition or the line of %s is there, and should be: %v", edition, row.row, id, want)
				}
				if !there || page == nil {
					continue
				}
				d := sheet.Definition
				for what, said := range map[string]string{"about/index.html": text(one(t, about, "main")), "about/" + id + "/index.html": text(one(t, page, "main"))} {
					for _, part := range []string{d.Title, d.Definition, d.Limits, d.NotEnough} {
						if !strings.Contains(said, strings.Join(strings.Fields(part), " ")) {
							t.Errorf("%s edition: %s does not say %q", edition, what, part)
						}
					}
				}
				if !strings.Contains(text(one(t, page, "main")), sheet.Headline) || !strings.Contains(printed, sheet.Headline) {
					t.Errorf("%s edition: the finding of %s is not on its page, or not printed: %s", edition, id, sheet.Headline)
				}
			}
		}
		for id := range sheets {
			if !known[id] {
				t.Errorf("%s edition: %s is in no row", edition, id)
			}
		}
	}
}
