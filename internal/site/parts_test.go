package site

import (
	"math"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

func TestAddresses(t *testing.T) {
	for _, tt := range []struct{ root, path, want string }{
		{"", "index.html", "index.html"},
		{"../../", "wins/x/index.html", "../../wins/x/index.html"},
		{"../", "about/index.html#posture", "../about/index.html#posture"},
		{"", "wins/été 1/index.html", "wins/%C3%A9t%C3%A9%201/index.html"},
		{"../", "wins/a?b/index.html", "../wins/a%3Fb/index.html"},
		{"../", "wins/50%/index.html", "../wins/50%25/index.html"},
		{"", "a:b/index.html", "./a:b/index.html"}, // not a scheme
	} {
		got := href(tt.root, tt.path)
		if got != tt.want {
			t.Errorf("href(%q, %q) = %q, want %q", tt.root, tt.path, got, tt.want)
		}
		if u, err := url.Parse(got); err != nil || u.Scheme != "" || u.Host != "" || u.RawQuery != "" {
			t.Errorf("href(%q, %q) = %q, which is no way within the site", tt.root, tt.path, got)
		}
	}
	for path, want := range map[string]string{"index.html": "", "404.html": "", "wins/index.html": "../", "wins/x/index.html": "../../"} {
		if got := rootFrom(path); got != want {
			t.Errorf("rootFrom(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestForgeLinks(t *testing.T) {
	type links struct{ View, Edit, Commit, New string }
	for _, tt := range []struct {
		name string
		in   tracker.Repository
		want links
	}{
		{"none", tracker.Repository{}, links{}},
		{"github, by default", tracker.Repository{URL: "https://github.com/fen/wins/"}, links{
			"https://github.com/fen/wins/blob/main/wins/a%20b.md", "https://github.com/fen/wins/edit/main/wins/a%20b.md",
			"https://github.com/fen/wins/commit/0a1b2c3", "https://github.com/fen/wins/new/main?filename=wins%2Fx.md&value=%23+One+%26+two%0A",
		}},
		{"gitlab, by its name", tracker.Repository{URL: "https://gitlab.example.org/fen/wins", Branch: "trunk"}, links{
			"https://gitlab.example.org/fen/wins/-/blob/trunk/wins/a%20b.md", "https://gitlab.example.org/fen/wins/-/edit/trunk/wins/a%20b.md",
			"https://gitlab.example.org/fen/wins/-/commit/0a1b2c3", "https://gitlab.example.org/fen/wins/-/new/trunk?file_name=wins%2Fx.md",
		}},
		{"gitlab, said so", tracker.Repository{URL: "https://code.example.org/fen/wins", Host: "gitlab"}, links{
			"https://code.example.org/fen/wins/-/blob/main/wins/a%20b.md", "https://code.example.org/fen/wins/-/edit/main/wins/a%20b.md",
			"https://code.example.org/fen/wins/-/commit/0a1b2c3", "https://code.example.org/fen/wins/-/new/main?file_name=wins%2Fx.md",
		}},
		{"gitea", tracker.Repository{URL: "https://git.example.org/fen/wins", Host: "gitea"}, links{
			"https://git.example.org/fen/wins/src/branch/main/wins/a%20b.md", "https://git.example.org/fen/wins/_edit/main/wins/a%20b.md",
			"https://git.example.org/fen/wins/commit/0a1b2c3", "https://git.example.org/fen/wins/_new/main?filename=wins%2Fx.md",
		}},
	} {
		f := newForge(tt.in, "")
		got := links{f.view("wins/a b.md"), f.edit("wins/a b.md"), f.commit("0a1b2c3"), f.newFile("wins/x.md", "# One & two\n")}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if got := f.commit(""); got != "" {
			t.Errorf("%s: no commit leads to %s", tt.name, got)
		}
	}
}

func TestForgeLinksOfATrackerInAFolder(t *testing.T) {
	f := newForge(tracker.Repository{URL: "https://github.com/fen/all.git", Branch: "a b?#x"}, "reports/ü/")
	want := []string{
		"https://github.com/fen/all/blob/a%20b%3F%23x/reports/%C3%BC/wins/a.md",
		"https://github.com/fen/all/edit/a%20b%3F%23x/reports/%C3%BC/wins/a.md",
		"https://github.com/fen/all/new/a%20b%3F%23x?filename=reports%2F%C3%BC%2Fwins%2Fx.md&value=x",
	}
	if diff := cmp.Diff(want, []string{f.view("wins/a.md"), f.edit("wins/a.md"), f.newFile("wins/x.md", "x")}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func busiest(ms []month) int {
	most := 1
	for _, m := range ms {
		most = max(most, m.Count)
	}
	return most
}

func TestStripsAreOnOneScale(t *testing.T) {
	s := newStrip([]month{{Title: "May 2026", Before: true}, {Title: "June 2026", Count: 1}, {Title: "July 2026"}}, 3, "cat-1", "label")
	if len(s.Bars) != 2 || s.Bars[0].H != 12 || s.Bars[1].Class != "m0" {
		t.Errorf("before it was a priority nothing stands, one of three is a third: %+v", s.Bars)
	}
}

func TestStrip(t *testing.T) {
	for _, tt := range []struct {
		name    string
		months  []month
		width   int
		heights []int
		classes string
	}{
		{"no month", nil, 1, nil, ""},
		{"one month without anything", []month{{Title: "May 2026", Count: 0}}, 18, []int{2}, "m0"},
		{"one month with one", []month{{Title: "May 2026", Count: 1}}, 18, []int{36}, "cat-1"},
		{"absence is shown", []month{{Title: "May 2026", Count: 2}, {Title: "June 2026", Count: 0}, {Title: "July 2026", Count: 1}}, 62, []int{36, 2, 18}, "cat-1 m0 cat-1"},
		{"few beside many can be seen", []month{{Title: "May 2026", Count: 1}, {Title: "June 2026", Count: 500}}, 40, []int{8, 36}, "cat-1 cat-1"},
	} {
		s := newStrip(tt.months, busiest(tt.months), "cat-1", "label")
		var heights []int
		var classes []string
		for i, b := range s.Bars {
			heights, classes = append(heights, b.H), append(classes, b.Class)
			if b.Y+b.H != s.Height || b.Y < 0 || b.X+b.W > s.Width || b.Title != tt.months[i].Title {
				t.Errorf("%s: bar %d is %+v in %d by %d", tt.name, i, b, s.Width, s.Height)
			}
		}
		if diff := cmp.Diff(tt.heights, heights); diff != "" || s.Width != tt.width || strings.Join(classes, " ") != tt.classes {
			t.Errorf("%s: width %d, classes %q, heights (-want +got):\n%s", tt.name, s.Width, classes, diff)
		}
	}
}

func TestSpark(t *testing.T) {
	at := func(values ...any) []point { // nil is a gap
		ps := make([]point, len(values))
		for i, v := range values {
			if len(values) > 1 {
				ps[i].At = float64(i) / float64(len(values)-1)
			}
			if v != nil {
				ps[i].Value, ps[i].Known, ps[i].Text = v.(float64), true, "said"
			}
		}
		return ps
	}
	for _, tt := range []struct {
		name               string
		points             []point
		pieces, dots, said int
	}{
		{"nothing", nil, 0, 0, 0},
		{"only gaps", at(nil, nil), 0, 0, 0},
		{"one point", at(5.0), 1, 1, 1},
		{"all equal", at(5.0, 5.0, 5.0), 1, 3, 2},
		{"all zero", at(0.0, 0.0), 1, 2, 2},
		{"negative", at(-5.0, 5.0, -1e9), 1, 3, 2},
		{"a gap between", at(1.0, nil, 3.0, 4.0), 2, 3, 2},
		{"gaps at the ends", at(nil, 1.0, 2.0, nil), 1, 2, 2},
		{"one point between gaps", at(nil, 1.0, nil), 1, 1, 1},
	} {
		s := newSpark(tt.points, "label")
		if s == nil {
			if tt.dots > 0 {
				t.Errorf("%s: nothing is drawn", tt.name)
			}
			continue
		}
		if len(s.Paths) != tt.pieces || len(s.Dots) != tt.dots || len(s.Texts) != tt.said {
			t.Errorf("%s: %d pieces, %d dots, %d texts; want %d, %d, %d", tt.name, len(s.Paths), len(s.Dots), len(s.Texts), tt.pieces, tt.dots, tt.said)
		}
		last := 0
		for i, d := range s.Dots {
			if math.IsNaN(d.X+d.Y) || d.X < 0 || d.X > float64(s.Width) || d.Y < 0 || d.Y > float64(s.Height) {
				t.Errorf("%s: a dot lies at %v, %v", tt.name, d.X, d.Y)
			}
			if d.Class == "last" {
				last += i + 1
			}
		}
		if last != len(s.Dots) {
			t.Errorf("%s: the last dot is not marked as such", tt.name)
		}
		if s.Texts[0].End || len(s.Texts) == 2 && !s.Texts[1].End {
			t.Errorf("%s: the texts do not keep to the picture: %+v", tt.name, s.Texts)
		}
	}
}

// A gap keeps its place in time, and two readings of one day do not divide by
// nothing.
func TestSparkOfDates(t *testing.T) {
	day := today
	s := (&builder{}).sparkOf([]point{{Value: 1, Known: true}, {}, {Value: 3, Known: true}}, []tracker.Date{day, day.AddDays(10), day.AddDays(40)}, "%", "label")
	if len(s.Paths) != 2 || s.Dots[0].X >= s.Dots[1].X || s.Texts[1].Text != "3%" {
		t.Errorf("with a gap: %+v", s)
	}
	same := (&builder{}).sparkOf([]point{{Value: 1, Known: true}, {Value: 2, Known: true}}, []tracker.Date{day, day}, "", "label")
	if math.IsNaN(same.Dots[0].X) || math.IsNaN(same.Dots[1].X) {
		t.Errorf("two readings of one day: %+v", same.Dots)
	}
	if one := (&builder{}).sparkOf([]point{{Value: 1, Known: true}}, []tracker.Date{day}, "", "label"); one != nil {
		t.Errorf("one reading is drawn as a line: %+v", one)
	}
}

func TestMeasureText(t *testing.T) {
	for unit, want := range map[string]string{"": "Errors.", "cases": "Errors, in cases.", "per 1,000 loads": "Errors, per 1,000 loads."} {
		if got := (&builder{}).measureText(tracker.Measure{Name: "Errors", Unit: unit}); got != want {
			t.Errorf("%q: %q, want %q", unit, got, want)
		}
	}
}

// One request is no plural, and records of the first quarter may still grow.
func TestHistoryBaseline(t *testing.T) {
	page := build(t, oneOfAll(t))["history/index.html"]
	if !strings.Contains(page, "of 1</a> request partnered. That quarter stays the beginning") {
		t.Error("the first quarter is not said in the singular")
	}
}

// What slipped by as much as matters did not slip a little.
func TestOutcomeCardsSayHowFarBack(t *testing.T) {
	for last, want := range map[float64]string{69: "from 61% to 69%, a little back last", 63: "from 61% to 63%, back last"} {
		tr := trackerOf(t, func(s *tracker.Strategy) {
			o := &tracker.Outcome{ID: "calls", Title: "Calls", Measure: tracker.Measure{Name: "Calls", Unit: "%", Direction: "up", Meaningful: number64(2)}}
			for i, v := range []float64{61, 70, last} {
				o.Readings = append(o.Readings, tracker.Reading{Date: tracker.NewDate(2025, time.Month(3*i+1), 1), Value: number64(v)})
			}
			s.Outcomes = []*tracker.Outcome{o}
		}, nil, nil)
		if got := textOf(pages(t, build(t, tr))["index.html"]); !strings.Contains(got, want) {
			t.Errorf("the home page does not say %q", want)
		}
	}
}

// A section that is gone or misspelt would be left out without a word.
func TestReadOnLeadsToSections(t *testing.T) {
	b, _, err := newBuilder(oneOfAll(t), &look{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]bool{}
	for _, n := range b.site.Nav.All() {
		sections[n.Section] = true
	}
	for from, to := range readOn {
		for _, section := range append(to, from) {
			if !sections[section] {
				t.Errorf("%s: there is no section %q", from, section)
			}
		}
	}
}
