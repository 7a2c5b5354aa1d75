package e2e

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// Posture, arrivals, promises and coverage are worked out here a second time,
// from the text of the sample's files and the list of insights, and share
// nothing with the loader, the domain or the figures.

// node is a value of front matter.
type node struct{ *yaml.Node }

// at returns the value of a key; the zero node where there is none.
func (n node) at(key string) node {
	if n.Node == nil {
		return n
	}
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		if n.Content[i].Value == key {
			return node{n.Content[i+1]}
		}
	}
	return node{}
}

// said returns a plain value as it is written; "" for none.
func (n node) said() string {
	if n.Node == nil || n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return ""
	}
	return n.Value
}

// each returns the entries of a list, or the one value that stands for it.
func (n node) each() []node {
	switch {
	case n.Node == nil || n.Tag == "!!null":
		return nil
	case n.Kind != yaml.SequenceNode:
		return []node{n}
	}
	var list []node
	for _, c := range n.Content {
		list = append(list, node{c})
	}
	return list
}

// rawRecord is one file, read with a few cuts.
type rawRecord struct {
	id       string
	meta     node
	answered map[string]string // questions of the contract with an answer, to the day of it
}

var questionHeading = regexp.MustCompile(`^(.*\?)(?: \((\d{4}-\d\d-\d\d)\))?$`)

func rawRecords(t *testing.T, dir string) []rawRecord {
	t.Helper()
	var records []rawRecord
	for _, e := range must(os.ReadDir(repository + "/" + dir))(t) {
		if e.Name() == "README.md" || !strings.HasSuffix(e.Name(), ".md") {
			continue
		}
		body := string(must(os.ReadFile(repository + "/" + dir + "/" + e.Name()))(t))
		_, rest, _ := strings.Cut(body, "---\n")
		front, prose, _ := strings.Cut(rest, "\n---\n")
		r := rawRecord{id: strings.TrimSuffix(e.Name(), ".md"), meta: rawYAML(t, front), answered: map[string]string{}}
		for _, section := range strings.Split(prose, "\n## ")[1:] {
			heading, answer, _ := strings.Cut(section, "\n")
			if m := questionHeading.FindStringSubmatch(heading); m != nil && strings.TrimSpace(answer) != "" {
				r.answered[m[1]] = m[2]
			}
		}
		records = append(records, r)
	}
	return records
}

func rawYAML(t *testing.T, text string) node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return node{doc.Content[0]}
}

type rawTracker struct {
	strategy       node
	wins, intakes  []rawRecord
	team           map[string]bool
	started, today string
}

func rawSample(t *testing.T) *rawTracker {
	t.Helper()
	r := &rawTracker{strategy: rawYAML(t, string(must(os.ReadFile(repository+"/strategy.yaml"))(t))), team: map[string]bool{}}
	r.wins, r.intakes = rawRecords(t, "wins"), rawRecords(t, "intakes")
	for _, m := range r.strategy.at("team").each() {
		r.team[m.at("id").said()] = true
	}
	r.started, r.today = r.strategy.at("settings").at("started_on").said(), r.strategy.at("settings").at("as_of").said()
	return r
}

// halfOf tells the halves of the sample's six quarters apart.
func halfOf(day string) string {
	if day < "2025-10-01" {
		return "early/"
	}
	return "late/"
}

var notAgreed = []string{"redirected", "declined", "withdrawn"}

// position places one request by the definition of posture; "" where posture
// leaves it out.
func (r *rawTracker) position(in rawRecord) string {
	m := in.meta
	status, day := m.at("status").said(), m.at("requested_on").said()
	n := 0
	for _, on := range in.answered {
		n += one01(on == "" || m.at("agreed_on").said() == "" || on <= m.at("agreed_on").said())
	}
	owned := slices.ContainsFunc(m.at("commitments").each(), func(p node) bool {
		return p.at("who").said() != "" && !r.team[p.at("who").said()] && p.at("what").said() != "" && p.at("by").said() != ""
	})
	v := m.at("measure")
	shift := slices.Contains([]string{"behaviour", "result"}, v.at("level").said()) && v.at("baseline").said() != "" && v.at("target").said() != ""
	switch {
	case m.at("mandated").said() == "true", day < r.started, day > r.today, status == "requested", status == "waitlisted":
		return ""
	case slices.Contains(notAgreed, status):
		return "not-agreed"
	case owned && shift && n >= 6:
		return "partnered"
	case n >= 3 || len(m.at("cracks").each()) > 0:
		return "cracked"
	}
	return "order-taken"
}

// became says what had become of a promise by the day of the report.
func (r *rawTracker) became(p node) string {
	due, tooLate := p.at("by").said(), false
	for _, m := range p.at("moved").each() {
		if on := m.at("on").said(); on <= r.today {
			tooLate = tooLate || on > due
			due = m.at("to").said()
		}
	}
	state, closed := p.at("state").said(), p.at("closed").said()
	switch {
	case slices.Contains([]string{"kept", "late", "missed", "released"}, state):
		return state
	case closed != "" && closed <= r.today && (due == "" || closed <= due) && !tooLate:
		return "kept"
	case closed != "" && closed <= r.today:
		return "late"
	case due != "" && due < r.today:
		return "overdue"
	}
	return "open"
}

// tally counts by the ids of receipts.
type tally map[string][]string

func (y tally) add(record string, ids ...string) {
	for _, id := range ids {
		y[id] = append(y[id], record)
	}
}

func (r *rawTracker) promises() tally {
	y := tally{}
	add := func(p node, record string, commitment bool) {
		who := p.at("who").said()
		if commitment || who != "" && !r.team[who] {
			y.add(record, "promises/business/"+r.became(p))
			return
		}
		size := p.at("size").said()
		if size == "" {
			size = "small"
		}
		y.add(record, "promises/all/"+r.became(p), "promises/"+size+"/"+r.became(p))
	}
	for _, w := range r.wins {
		for i, p := range w.meta.at("follow_ups").each() {
			if p.at("to").said() != "" {
				add(p, "win "+w.id+" "+nth("follow_ups", i), false)
			}
		}
	}
	for _, in := range r.intakes {
		for i, p := range in.meta.at("promises").each() {
			add(p, "intake "+in.id+" "+nth("promises", i), false)
		}
		for i, p := range in.meta.at("commitments").each() {
			add(p, "intake "+in.id+" "+nth("commitments", i), true)
		}
	}
	for _, s := range r.strategy.at("stakeholders").each() {
		for i, p := range s.at("promises").each() {
			add(p, "stakeholder "+s.at("id").said()+" "+nth("promises", i), false)
		}
	}
	return y
}

func nth(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

func TestFiguresFromTheFilesThemselves(t *testing.T) {
	raw := rawSample(t)
	posture, arrivals, coverage := tally{}, tally{}, tally{}
	last := map[string]string{} // the day of the last win, by priority
	for _, in := range raw.intakes {
		record, half := "intake "+in.id, halfOf(in.meta.at("requested_on").said())
		if p := raw.position(in); p != "" {
			posture.add(record, "posture/"+p, "posture/"+half+p, "posture/cases")
		}
		if how := in.meta.at("arrived_as").said(); how != "" && in.meta.at("mandated").said() != "true" {
			arrivals.add(record, "arrivals/"+how, "arrivals/"+half+how, "arrivals/cases")
		}
	}
	for _, w := range raw.wins {
		record, day := "win "+w.id, w.meta.at("date").said()
		if day < raw.started || day > raw.today {
			continue
		}
		linked := w.meta.at("priorities").each()
		if len(linked) == 0 {
			coverage.add(record, "coverage/unlinked")
		} else {
			coverage.add(record, "coverage/named")
		}
		for _, p := range linked {
			coverage.add(record, "coverage/"+p.said()+"/wins")
			last[p.said()] = max(last[p.said()], day)
		}
	}
	equal(t, "wins without a link", len(coverage["coverage/unlinked"]), 5)
	eachSite(t, func(t *testing.T, s *built) {
		hold(t, s, "posture", posture, regexp.MustCompile(`^posture/(early/|late/)?[a-z-]+$`))
		hold(t, s, "arrivals", arrivals, regexp.MustCompile(`^arrivals/(early/|late/)?[a-z-]+$`))
		hold(t, s, "coverage", coverage, regexp.MustCompile(`^coverage/(unlinked|named|[a-z-]+/wins)$`))
		for p, day := range last {
			days := int(date(t, raw.today).Time().Sub(date(t, day).Time()).Hours() / 24)
			equal(t, "days without a win of "+p, receipts(t, s, "coverage")["coverage/"+p+"/quiet"].value, strconv.Itoa(days)+" days")
		}
		hold(t, s, "promises", forEdition(t, raw.promises(), s), regexp.MustCompile(`^promises/`))
	})
}

// forEdition is the tally as the edition of the site tells it: leaders read one
// count of what was not kept on its day, and of the business no finer one. The
// day of the sample's report is the last of a quarter.
func forEdition(t *testing.T, y tally, s *built) tally {
	if s != leaders(t) {
		return y
	}
	for _, group := range []string{"small", "big", "all", "business"} {
		for _, state := range []string{"late", "missed", "overdue"} {
			id := "promises/" + group + "/" + state
			y["promises/"+group+"/not-kept"] = append(y["promises/"+group+"/not-kept"], y[id]...)
			if group == "business" {
				delete(y, id)
			}
		}
	}
	return y
}

// hold compares a tally with the receipts of a site. Records without a name are
// compared by how many there are.
func hold(t *testing.T, s *built, about string, want tally, ids *regexp.Regexp) {
	t.Helper()
	numbers := receipts(t, s, about)
	for id := range want {
		if numbers[id] == nil {
			t.Errorf("there is no number %s", id)
		}
	}
	for id, n := range numbers {
		if !ids.MatchString(id) {
			continue
		}
		got, expected := slices.Clone(n.counted), slices.Clone(want[id])
		if slices.Contains(got, "") { // counted and not named
			equal(t, id, len(got), len(expected))
			continue
		}
		slices.Sort(got)
		slices.Sort(expected)
		if !slices.Equal(got, expected) {
			t.Errorf("%s: %q, and from the files %q", id, got, expected)
		}
	}
}
