package site

import (
	"encoding/csv"
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// sheetOf reads a CSV file as a spreadsheet does, and takes off what keeps its
// texts from being formulas.
func sheetOf(t *testing.T, files map[string]string, name string) [][]string {
	t.Helper()
	body, marked := strings.CutPrefix(files[name], byteOrderMark)
	if !marked {
		t.Errorf("%s does not begin with a byte order mark", name)
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	for _, row := range rows {
		for i, cell := range row {
			if text := strings.TrimLeft(cell, "'"); text != cell && startsFormula(text) {
				row[i] = cell[1:]
			}
		}
	}
	return rows
}

// table reads a JSON file of data, and sees to it that each row has the columns
// in their order.
func table(t *testing.T, files map[string]string, name string) (columns []jsonColumn, rows []map[string]any) {
	t.Helper()
	var file struct {
		jsonHead
		Rows []json.RawMessage `json:"rows"`
	}
	if err := json.Unmarshal([]byte(files[name]), &file); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if file.Version != dataVersion || file.ID+".json" != path.Base(name) || file.AsOf == "" || file.Edition == "" {
		t.Errorf("%s begins with %+v", name, file.jsonHead)
	}
	for _, raw := range file.Rows {
		var row map[string]any
		if err := json.Unmarshal(raw, &row); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		at := 0
		for _, c := range file.Columns {
			key, _ := json.Marshal(c.Key)
			next := strings.Index(string(raw[at:]), string(key)+":")
			if _, there := row[c.Key]; !there || next < 0 {
				t.Fatalf("%s: a row has no %s behind the columns before it: %s", name, key, raw)
			}
			at += next
		}
		if len(row) != len(file.Columns) {
			t.Errorf("%s: a row has %d keys, not %d", name, len(row), len(file.Columns))
		}
		rows = append(rows, row)
	}
	return file.Columns, rows
}

// nineColumns are the headings of the tracker, in the order of the article that
// it comes from.
var nineColumns = []string{
	"Date", "Person entering the win", "Collaborator", "Event/Action/Deliverable", "Why it's a win",
	"Connection to larger strategic priorities", "Follow-ups", "How to replicate", "Something encouraging",
}

// awkward are texts that a careless writer of CSV loses something of.
var awkward = []string{
	"=1+1", "'=1+1", "''-2", "'quoted'", "- a list\n- of two", "+44 20 7946", "@ada, \"later\"", "＝1", "a, b; c\n\n\nd", "\"", "ends in a break\\", "é 日本 👩‍👩‍👧",
}

func TestNineColumnsLoseNothing(t *testing.T) {
	var wins []*tracker.Win
	for i := range awkward {
		at := func(n int) tracker.Prose { return prose(awkward[(i+n)%len(awkward)]) }
		w := &tracker.Win{
			ID: tracker.ID("w" + strconv.Itoa(i+10)), Title: at(0).Source, Date: today.AddDays(-i), EnteredBy: "bo", Collaborators: []tracker.Person{"ada", "Cy (Planner)"},
			WhatHappened: at(1), Why: at(2), Connection: at(3), FollowUpNotes: at(4), HowToReplicate: at(5), Encouraging: at(6),
			Priorities: []tracker.ID{"CALLS", "speed"},
			FollowUps:  []tracker.Promise{{What: "Call | write", Who: "bo", To: "ada", By: today.AddDays(7)}, {What: "Send it", Closed: today.AddDays(-1)}},
		}
		switch i {
		case 1:
			w.Priorities, w.FollowUps = []tracker.ID{}, nil
		case 2:
			w.Priorities, w.WhatHappened = nil, tracker.Prose{}
		}
		wins = append(wins, w)
	}
	tr := trackerOf(t, func(s *tracker.Strategy) {
		s.Team = []*tracker.Member{{ID: "bo", Name: "Bo Ek", Role: "Designer", Display: "initials"}}
		s.Stakeholders = []*tracker.Stakeholder{{ID: "ada", Name: "Ada", Title: "Head of Care"}}
		s.Priorities = []*tracker.Priority{{ID: "calls", Title: "Fewer calls"}, {ID: "speed", Title: "Speed"}}
	}, wins, nil)
	rows := sheetOf(t, build(t, tr), "data/wins.csv")
	if diff := cmp.Diff(nineColumns, rows[0]); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	for i, w := range tr.Wins {
		named, promised := "Priorities: Fewer calls; Speed\n\n", "\n\n[ ] Call \\| write | who: B.E. | to: Ada (Head of Care) | by: 2026-07-07\n[x] Send it | state: kept | closed: 2026-06-29"
		happened := "\n\n" + w.WhatHappened.Source
		switch w.ID {
		case "w11":
			named, promised = "Priorities: none yet\n\n", ""
		case "w12":
			named, happened = "", ""
		}
		want := []string{
			w.Date.String(), "B.E.", "Ada (Head of Care); Cy (Planner)", w.Title + happened, w.Why.Source, named + w.Connection.Source,
			w.FollowUpNotes.Source + promised, w.HowToReplicate.Source, w.Encouraging.Source,
		}
		if diff := cmp.Diff(want, rows[i+1]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", w.ID, diff)
		}
	}
}

func TestHeadingsAreTheTeams(t *testing.T) {
	tr := oneOfAll(t)
	tr.Strategy.Settings.Labels = map[string]string{"why": "What made it one", "encouraging": "=Cheer"}
	files := build(t, tr)
	head := sheetOf(t, files, "data/wins.csv")[0]
	if head[4] != "What made it one" || head[8] != "=Cheer" || strings.Contains(files["data/wins.csv"], ",=Cheer") {
		t.Errorf("the headings are %q", head)
	}
	columns, rows := table(t, files, "data/wins.json")
	if columns[4] != (jsonColumn{"why", "What made it one", proseType}) || rows[0]["event"] != "A question was asked\n\nAda asked why." {
		t.Errorf("the columns are %+v, the first row %v", columns, rows[0])
	}
}

// Values have a type in JSON, and what is not known is null there.
func TestDataIsTyped(t *testing.T) {
	files := build(t, hostileTracker(t))
	kinds := map[columnType]int{}
	for name := range files {
		if path.Dir(name) != "data" || path.Ext(name) != ".json" || name == figuresPath {
			continue
		}
		columns, rows := table(t, files, name)
		if sheet := sheetOf(t, files, strings.TrimSuffix(name, ".json")+".csv"); len(sheet) != 1+len(rows) || len(sheet[0]) != len(columns) {
			t.Errorf("%s has %d rows of %d columns; as CSV it is %d of %d", name, len(rows), len(columns), len(sheet)-1, len(sheet[0]))
		}
		for _, row := range rows {
			for _, c := range columns {
				ok := false
				switch v := row[c.Key].(type) {
				case nil:
					ok = true
				case float64:
					ok = c.Type == numberType
				case bool:
					ok = c.Type == flagType
				case []any:
					ok = c.Type == listType
				case string:
					_, err := tracker.ParseDate(v)
					ok = v != "" && (c.Type == textType || c.Type == proseType || c.Type == dateType && err == nil)
				}
				if !ok {
					t.Fatalf("%s: %s is %#v in a column of %s", name, c.Key, row[c.Key], c.Type)
				}
				kinds[c.Type]++
			}
		}
	}
	if got := slices.Sorted(maps.Keys(kinds)); len(got) != 6 {
		t.Errorf("only %v were looked at", got)
	}
}

func TestFigureTablesAsData(t *testing.T) {
	files := build(t, oneOfAll(t))
	for name, want := range map[string][]map[string]any{
		"data/posture.json":        {{"position": "Partnered", "all": 0., "all_of": 1.}, {"position": "Cracked", "all": 0., "all_of": 1.}, {"position": "Order taken", "all": 1., "all_of": 1.}, {"position": "Not agreed", "all": 0., "all_of": 1.}},
		"data/readings-loyal.json": {{"date": "2026-04-01", "kind": "reading", "value": 50., "unit": "%", "id": nil, "text": nil}, {"date": "2026-06-30", "kind": "reading", "value": 60., "unit": "%", "id": nil, "text": nil}, {"date": "2026-06-27", "kind": "win", "value": nil, "unit": nil, "id": "w", "text": "A question was asked"}, {"date": "2026-05-11", "kind": "factor", "value": nil, "unit": nil, "id": nil, "text": "A price cut"}},
	} {
		_, rows := table(t, files, name)
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Every file of data is offered, with its size, and every column explained.
func TestDataPagesListEverything(t *testing.T) {
	for title, tr := range map[string]*tracker.Tracker{"one of all": oneOfAll(t), "empty": trackerOf(t, nil, nil, nil), "leaders": oneOfAll(t).Redacted(tracker.LeadersEdition)} {
		files := build(t, tr)
		parsed := pages(t, files)
		p, about := parsed[dataPath], parsed[aboutDataPath]
		listed := map[string]bool{}
		for _, a := range find(p, "main a[download]") {
			name := path.Join("data", attribute(a, "href"))
			listed[name] = true
			if body, there := files[name]; !there || !strings.Contains(textOf(a), size(nil, len(body))) {
				t.Errorf("%s: the link to %s says %q of %d bytes", title, name, textOf(a), len(body))
			}
		}
		titles := map[string]bool{}
		for _, row := range find(p, ".files .title") {
			if titles[textOf(row)] && !strings.HasPrefix(textOf(row), "Not enough data yet") {
				t.Errorf("%s: two files are named %q", title, textOf(row))
			}
			titles[textOf(row)] = true
		}
		for name := range files {
			if path.Dir(name) == "data" && name != dataPath && !listed[name] {
				t.Errorf("%s: %s is not listed", title, name)
			}
		}
		for _, id := range []string{"wins", "wins-full", "intakes", "promises-made", "priorities", "outcomes", "readings"} {
			want, got := sheetOf(t, files, "data/"+id+".csv")[0], []string(nil)
			for _, dt := range find(about, "#"+id+" dt") {
				got = append(got, textOf(dt))
			}
			if diff := cmp.Diff(want, got); diff != "" || len(find(p, `a[href="../about/data/index.html#`+id+`"]`)) != 1 {
				t.Errorf("%s: columns of %s (-want +got):\n%s", title, id, diff)
			}
		}
		if said := textOf(find(p, "#feed")[0]); !strings.Contains(said, "base_url") {
			t.Errorf("%s: it does not say how to get a feed: %s", title, said)
		}
	}
}

// Counts and shares of a table are numbers in every language, and a day is none.
func TestNumbersInALanguage(t *testing.T) {
	de, err := message.Load(nil, "de")
	if err != nil {
		t.Fatal(err)
	}
	own := func(share string) *message.Language {
		l, err := message.Load(fstest.MapFS{"messages/zh.json": {Data: []byte(`{"number.share": "` + share + `"}`)}}, "zh")
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	zh, some := own("{of}中{n}"), own("{n}+{n}")
	for _, c := range []struct {
		words *message.Language
		text  string
		count value
		share [2]value
	}{
		{nil, "1,234", 1234, [2]value{}},
		{nil, "1.234", nil, [2]value{}},
		{nil, "3 of 1,200", nil, [2]value{3, 1200}},
		{de, "1.234", 1234, [2]value{}},
		{de, "1234", 1234, [2]value{}},
		{de, "31.03.2026", nil, [2]value{}},
		{de, "3\u00a0von\u00a01.200", nil, [2]value{3, 1200}},
		{de, "", nil, [2]value{}},
		{zh, "1,200中3", nil, [2]value{3, 1200}},
		{some, "3+3", nil, [2]value{}},
	} {
		n := numbersIn(c.words)
		some, all := n.share(c.text)
		if got := n.count(c.text); got != c.count || some != c.share[0] || all != c.share[1] {
			t.Errorf("%q in %s: %v, and as a share %v of %v", c.text, c.words.Code(), got, some, all)
		}
	}
}
