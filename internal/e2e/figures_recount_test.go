package e2e

import (
	"bytes"
	"encoding/csv"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The numbers are counted again from the data that the site offers, and from
// nothing else.

// recount is one number of a file of receipts, with its rows.
type recount struct {
	value           string
	counted, others []string // the records, each with its part; "" for one without a name
	missing         bool     // there is no number
}

var ratioText, plainText = regexp.MustCompile(`^([\d,]+) of ([\d,]+)$`), regexp.MustCompile(`^[\d,]+$`)

// noCount are numbers that are read from their records instead of being a count
// of them: totals that go on from quarter to quarter, people, and the quarters
// of a history in which fewer requests were partnered.
var noCount = regexp.MustCompile(`^accumulation/.*/\d{4}Q\d/total$|^playbook/.*/replicators$|^history/reversals/posture$|^digest/.*/standing$`)

// receipts reads a file of receipts by number.
func receipts(t *testing.T, s *built, insight string) map[string]*recount {
	t.Helper()
	numbers := map[string]*recount{}
	for i, row := range dataOf(t, s, "receipts-"+insight) {
		if i == 0 {
			equal(t, insight+": head", row, []string{"number", "label", "value", "record is", "kind", "id", "part", "note", "n", "d"})
			continue
		}
		id, record := row[0], strings.Trim(row[4]+" "+row[5]+" "+row[6], " ")
		if row[3] == "left out" {
			continue
		}
		n := numbers[id]
		if n == nil {
			n = &recount{value: row[2]}
			numbers[id] = n
		}
		switch {
		case n.value != row[2]:
			t.Errorf("%s has two values: %q and %q", id, n.value, row[2])
		case row[3] == "counted":
			n.counted = append(n.counted, record)
		case row[3] == "not counted":
			n.others = append(n.others, record)
		default:
			n.missing = row[7] != ""
		}
	}
	return numbers
}

// dataOf reads a file of data.
func dataOf(t *testing.T, s *built, name string) [][]string {
	t.Helper()
	body, ok := s.files["data/"+name+".csv"]
	if !ok {
		t.Fatalf("the site has no data/%s.csv", name)
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	return asShown(must(csv.NewReader(bytes.NewReader(body)).ReadAll())(t))
}

// asShown puts shares together again, which data has in two columns.
func asShown(rows [][]string) [][]string {
	shown := make([][]string, len(rows))
	for i, row := range rows {
		for k, cell := range row {
			switch last := len(shown[i]) - 1; {
			case !strings.HasSuffix(rows[0][k], ", of"):
				shown[i] = append(shown[i], cell)
			case i > 0:
				shown[i][last] += " of " + cell
			}
		}
	}
	return shown
}

// insightsOf lists the insights whose receipts a site offers.
func insightsOf(s *built) []string {
	var ids []string
	for name := range s.files {
		if id, ok := strings.CutPrefix(name, "data/receipts-"); ok {
			ids = append(ids, strings.TrimSuffix(id, ".csv"))
		}
	}
	slices.Sort(ids)
	return ids
}

func whole(text string) int {
	n, _ := strconv.Atoi(strings.ReplaceAll(text, ",", ""))
	return n
}

func TestNumbersAreTheirRecords(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		looked := 0
		for _, insight := range insightsOf(s) {
			for id, n := range receipts(t, s, insight) {
				ratio := ratioText.FindStringSubmatch(n.value)
				switch {
				case n.missing || noCount.MatchString(id):
				case ratio != nil:
					looked++
					equal(t, id+": counted", len(n.counted), whole(ratio[1]))
					equal(t, id+": in all", len(n.counted)+len(n.others), whole(ratio[2]))
				case plainText.MatchString(n.value):
					looked++
					equal(t, id+": counted", len(n.counted), whole(n.value))
				}
				named := slices.DeleteFunc(slices.Concat(n.counted, n.others), func(r string) bool { return r == "" })
				slices.Sort(named)
				if len(slices.Compact(slices.Clone(named))) != len(named) {
					t.Errorf("%s holds a record twice: %q", id, named)
				}
			}
		}
		if looked < 500 {
			t.Errorf("only %d numbers were counted again", looked)
		}
	})
}

// tableNumbers say which receipt stands behind each cell of a table of data, by
// its row and its column.
var tableNumbers = []struct {
	file, about string
	rows, cols  []string // the parts of the id, "" for a column of words
}{
	{"posture", "posture/", []string{"partnered", "cracked", "order-taken", "not-agreed"}, []string{"", "early/", "late/", "/"}},
	{"arrivals", "arrivals/", []string{"solution", "problem", "invitation", "recommendation"}, []string{"", "early/", "late/", "/"}},
	{"promises", "promises/", []string{"small", "big", "all", "business"}, []string{"", "kept", "late", "missed", "overdue", "released", "open"}},
}

func TestTablesAreTheirReceipts(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		for _, tt := range tableNumbers {
			rows, numbers := dataOf(t, s, tt.file)[1:], receipts(t, s, strings.TrimSuffix(tt.about, "/"))
			if tt.file == "promises" && s == leaders(t) {
				tt.cols = slices.Insert(slices.Clone(tt.cols), 5, "not-kept")
			}
			equal(t, tt.file+": rows", len(rows), len(tt.rows))
			for i, row := range rows {
				equal(t, tt.file+": columns", len(row), len(tt.cols))
				for k, col := range tt.cols[1:] {
					id := tt.about + strings.TrimPrefix(col, "/") + tt.rows[i]
					if tt.file == "promises" {
						id = tt.about + tt.rows[i] + "/" + col
					}
					n := numbers[id]
					if n == nil && row[k+1] == "" {
						continue // the edition does not say
					}
					if n == nil || n.value != row[k+1] {
						t.Errorf("%s: %s is %q, and its receipt %+v", tt.file, id, row[k+1], n)
					}
				}
			}
			equal(t, tt.file+" on its page", table(t, s.page(t, "partnership/index.html"), "#fig-"+tt.file+" table"), rows)
		}
		coverage := receipts(t, s, "coverage")
		for _, row := range dataOf(t, s, "wins-by-priority")[1:] {
			id := "coverage/" + row[0] + "/" + strings.ReplaceAll(row[2], "-", "")
			if row[0] == "" {
				id = "coverage/unlinked-" + strings.ReplaceAll(row[2], "-", "")
			}
			if n := coverage[id]; n == nil || n.value != row[3] {
				t.Errorf("wins by priority: %s is %q, and its receipt %+v", id, row[3], n)
			}
		}
		for _, p := range samplePriorities {
			equal(t, "wins of "+p.id, len(coverage["coverage/"+p.id+"/wins"].counted), p.wins)
		}
	})
}

// sum adds the counts of a cell in words: "7 wins and 1 request".
func sum(text string) (n int) {
	for word := range strings.FieldsSeq(text) {
		n += whole(word)
	}
	return n
}

// A number in a table leads to its receipt, and is the same there.
func TestTableNumbersLeadToTheirReceipts(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		values := map[string]string{} // by page and anchor
		for _, insight := range insightsOf(s) {
			for id, n := range receipts(t, s, insight) {
				_, rest, _ := strings.Cut(id, "/")
				values["about/"+insight+"/index.html#"+strings.NewReplacer("/", "-", "%", "_").Replace(rest)] = n.value
			}
		}
		looked := 0
		for name, p := range s.pages {
			for _, a := range all(p, "td a[href*='about/'][href*='#']") {
				file, anchor, _ := strings.Cut(attr(a, "href"), "#")
				to := path.Join(path.Dir(name), file) + "#" + anchor
				value, ok := values[to]
				n, _, _ := strings.Cut(value, " ")
				if got := text(a); !ok || got != value && got != n && (!plainText.MatchString(value) || sum(got) != whole(value)) {
					t.Errorf("%s: %q leads to %s, which is %q", name, got, to, value)
				}
				looked++
			}
		}
		if looked < 100 {
			t.Errorf("only %d numbers lead to a receipt", looked)
		}
	})
}
