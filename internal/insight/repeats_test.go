package insight

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// twoDesks is a strategy with two stakeholders of one department and one of
// another.
func twoDesks(t testing.TB) tracker.Strategy {
	s := base(t)
	s.Stakeholders = []*tracker.Stakeholder{
		{ID: "boss", Name: "Bea Boss", Department: "Sales"}, {ID: "deputy", Name: "Dee Deputy", Department: " sales"}, {ID: "other", Name: "Ole Other", Department: "Care"},
	}
	return s
}

func TestRepeat(t *testing.T) {
	for _, tc := range []struct {
		name         string
		first, later func(*tracker.Intake)
		want         string // "", "repeat", "topic", "other way", "out", "unplaced"
	}{
		{"no change, again", nil, nil, "repeat"},
		{"worse, again", func(in *tracker.Intake) { in.Verdict = tracker.VerdictWorse }, nil, "repeat"},
		{"changed", func(in *tracker.Intake) { in.Verdict = tracker.VerdictChanged }, nil, ""},
		{"could not tell", func(in *tracker.Intake) { in.Verdict = tracker.VerdictUnknown }, nil, ""},
		{"not yet marked as evaluated", func(in *tracker.Intake) { in.Status = tracker.StatusDelivered }, nil, ""},
		{"on the day of the delivery", nil, func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-03-01") }, ""},
		{"the day after", nil, func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-03-02") }, "repeat"},
		{"the last reading came later", func(in *tracker.Intake) {
			in.Readings = []tracker.Reading{{Date: day(t, "2025-06-01"), Value: known(1)}}
		}, nil, ""},
		{"nobody looked, on the last day of the window", func(in *tracker.Intake) { in.Status, in.Verdict = tracker.StatusDelivered, "" },
			func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-05-30") }, ""},
		{"nobody looked, past the window", func(in *tracker.Intake) { in.Status, in.Verdict = tracker.StatusDelivered, "" },
			func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-05-31") }, "repeat unseen"},
		{"no day of delivery", func(in *tracker.Intake) { in.DeliveredOn = 0 }, nil, "unplaced"},
		{"delivered before it was requested", func(in *tracker.Intake) { in.DeliveredOn = day(t, "2024-12-01") }, nil, "unplaced"},
		{"a problem this time", nil, func(in *tracker.Intake) { in.ArrivedAs = tracker.ArrivedProblem }, "other way"},
		{"nobody said how, and something was asked for", nil, func(in *tracker.Intake) { in.ArrivedAs = "" }, "repeat"},
		{"nobody said how, and nothing was asked for", nil, func(in *tracker.Intake) { in.ArrivedAs, in.Requested = "", []string{"none"} }, "other way"},
		{"mandated later", nil, func(in *tracker.Intake) { in.Mandated = true }, "repeat"},
		{"mandated earlier", func(in *tracker.Intake) { in.Mandated = true }, nil, "repeat"},
		{"without a date", nil, func(in *tracker.Intake) { in.RequestedOn = 0 }, "out"},
		{"the same from a colleague", nil, func(in *tracker.Intake) { in.Stakeholder = "deputy" }, "topic"},
		{"something else from a colleague", nil, func(in *tracker.Intake) { in.Stakeholder, in.Requested = "deputy", []string{"elearning"} }, ""},
		{"nothing from a colleague", func(in *tracker.Intake) { in.Requested = []string{"none"} }, func(in *tracker.Intake) { in.Stakeholder, in.Requested = "deputy", []string{"none"} }, ""},
		{"the same from elsewhere", nil, func(in *tracker.Intake) { in.Stakeholder = "other" }, ""},
		{"a stranger twice", func(in *tracker.Intake) { in.Stakeholder = "Una Stranger (Depot)" }, func(in *tracker.Intake) { in.Stakeholder = "una stranger" }, "repeat"},
		{"nobody twice", func(in *tracker.Intake) { in.Stakeholder = "" }, func(in *tracker.Intake) { in.Stakeholder = "" }, ""},
	} {
		first, later := full(t, "first", "2025-01-10"), full(t, "later", "2025-05-05")
		first.Status, first.Verdict, first.DeliveredOn = tracker.StatusEvaluated, tracker.VerdictNoChange, day(t, "2025-03-01")
		for in, change := range map[*tracker.Intake]func(*tracker.Intake){first: tc.first, later: tc.later} {
			if in.Stakeholder, in.Requested = "boss", []string{"live"}; change != nil {
				change(in)
			}
		}
		f := compute(twoDesks(t), nil, []*tracker.Intake{first, later})
		r := f.repeatedRequests()
		var got []string
		for _, p := range r.Pairs {
			word := map[bool]string{true: "topic", false: "repeat"}[p.Topic]
			if p.Unseen {
				word += " unseen"
			}
			if got = append(got, word); p.Later != later || p.Earlier != first || p.Reason == "" {
				t.Errorf("%s: %+v", tc.name, p)
			}
		}
		for word, n := range map[string]int{"other way": len(r.OtherWay), "out": len(r.Excluded), "unplaced": len(r.Unplaced)} {
			if n > 0 {
				got = append(got, word)
			}
		}
		if strings.Join(got, ", ") != tc.want {
			t.Errorf("%s: %v, want %q", tc.name, got, tc.want)
		}
		if r.Ratio.D+len(r.Excluded) != 2 || len(r.Pairs)+len(r.OtherWay)+len(r.Others) != r.Ratio.D {
			t.Errorf("%s: %v, left out %d: lost from sight", tc.name, r.Ratio, len(r.Excluded))
		}
	}
}

// The third request of one stakeholder is held against the one before it, and
// against the last one that asked for the same.
func TestRepeatsPairsWithTheLastOneBefore(t *testing.T) {
	const no, yes, worse, unknown = tracker.VerdictNoChange, tracker.VerdictChanged, tracker.VerdictWorse, tracker.VerdictUnknown
	for _, tc := range []struct {
		name   string
		before []tracker.Verdict // of the two earlier requests
		kinds  []string          // of all three
		want   int               // the request that the third one is paired with; -1 for none
	}{
		{"no change, and again", []tracker.Verdict{no, no}, []string{"live", "live", "live"}, 1},
		{"worse in between", []tracker.Verdict{yes, worse}, []string{"live", "live", "live"}, 1},
		{"something changed in between", []tracker.Verdict{no, yes}, []string{"live", "live", "live"}, -1},
		{"it could not be told in between", []tracker.Verdict{no, unknown}, []string{"live", "live", "live"}, -1},
		{"something else changed in between, and the first is asked for again", []tracker.Verdict{no, yes}, []string{"live", "elearning", "live"}, 0},
		{"something else changed in between, and it is asked for again", []tracker.Verdict{no, yes}, []string{"live", "elearning", "elearning"}, -1},
		{"something changed first", []tracker.Verdict{yes, no}, []string{"live", "live", "elearning"}, 1},
	} {
		for _, department := range []string{"Sales", ""} {
			s := twoDesks(t)
			s.Stakeholders[0].Department = department
			var ins []*tracker.Intake
			for i, v := range append(tc.before, "") {
				in := full(t, tracker.ID(fmt.Sprintf("i%d", i)), fmt.Sprintf("2025-%02d-01", 1+4*i))
				in.Stakeholder, in.Requested, in.Status, in.Verdict = "boss", []string{tc.kinds[i]}, tracker.StatusEvaluated, v
				if in.DeliveredOn = in.RequestedOn.AddDays(30); v == "" {
					in.Status, in.DeliveredOn = tracker.StatusDeclined, 0
				}
				ins = append(ins, in)
			}
			got := -1
			for _, p := range compute(s, nil, ins).repeatedRequests().Pairs {
				if p.Later == ins[2] {
					got = slices.Index(ins, p.Earlier)
					if p.Topic || !strings.HasPrefix(p.Reason, "asked for by the same stakeholder") {
						t.Errorf("%s: %+v", tc.name, p)
					}
				}
			}
			if got != tc.want {
				t.Errorf("%s, department %q: paired with %d, want %d", tc.name, department, got, tc.want)
			}
		}
	}
}

func TestRepeatsCounts(t *testing.T) {
	var ins []*tracker.Intake
	for i, v := range []tracker.Verdict{tracker.VerdictNoChange, tracker.VerdictWorse, ""} {
		in := full(t, tracker.ID(fmt.Sprintf("i%d", i)), fmt.Sprintf("2025-%02d-01", 1+4*i))
		in.Stakeholder, in.Requested, in.Status, in.Verdict = "boss", []string{"live"}, tracker.StatusEvaluated, v
		if in.DeliveredOn = in.RequestedOn.AddDays(30); v == "" {
			in.Status, in.DeliveredOn = tracker.StatusDeclined, 0
		}
		ins = append(ins, in)
	}
	f := compute(twoDesks(t), nil, ins)
	r := f.repeatedRequests()
	if got, want := r.Headline(), "2 of 3 requests follow one by the same stakeholder with no known improvement"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	wantReceipts(t, repeatsSheet(f), map[string]string{
		"repeats/share": "2 of 3", "repeats/no-change": "2 of 2", "repeats/unseen": "0 of 2", "repeats/other-way": "0 of 3", "repeats/unplaced": "0",
	})
	if r := compute(base(t), nil, nil).repeatedRequests(); r.Missing != "no request is recorded yet" {
		t.Errorf("%q", r.Missing)
	}
}

// The finding says what two requests have in common, and no more.
func TestRepeatsSayWhatIsKnown(t *testing.T) {
	for _, tc := range []struct {
		name     string
		later    []tracker.Person // who asks afterwards, one request each
		asked    []string
		headline string
		reason   string // of the first pair: how it begins
	}{
		{"nothing in common", []tracker.Person{"other"}, []string{"live"}, "0 of 2 requests follow one by the same stakeholder with no known improvement", ""},
		{"the same stakeholder", []tracker.Person{"boss"}, []string{"elearning"}, "1 of 2 requests follows one by the same stakeholder with no known improvement", "asked for by the same stakeholder; "},
		{"and the same kind", []tracker.Person{"boss"}, []string{"none", "live", "elearning", "live"}, "1 of 2 requests follows one by the same stakeholder with no known improvement", "asked for by the same stakeholder, and the same kind of solution (live training); "},
		{"the same kind alone", []tracker.Person{"deputy"}, []string{"live"}, "1 of 2 requests follows one of the same kind with no known improvement", "the same kind of solution for the same department (live training); "},
		{"one of each", []tracker.Person{"boss", "deputy"}, []string{"live"}, "2 of 3 requests follow, by stakeholder or kind, one with no known improvement", "asked for by the same stakeholder, "},
	} {
		first := full(t, "first", "2025-01-10")
		first.Stakeholder, first.Requested, first.Status, first.Verdict, first.DeliveredOn = "boss", []string{"none", "live"}, tracker.StatusEvaluated, tracker.VerdictNoChange, day(t, "2025-03-01")
		ins := []*tracker.Intake{first}
		for _, who := range tc.later {
			in := full(t, tracker.ID("by-"+who), "2025-05-05")
			in.Stakeholder, in.Requested = who, tc.asked
			ins = append(ins, in)
		}
		r := compute(twoDesks(t), nil, ins).repeatedRequests()
		if got := r.Headline(); got != tc.headline || len(strings.Fields(got)) > headlineWords {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.headline)
		}
		if tc.reason != "" && (len(r.Pairs) == 0 || !strings.HasPrefix(r.Pairs[0].Reason, tc.reason)) {
			t.Errorf("%s: %+v, want %q", tc.name, r.Pairs, tc.reason)
		}
	}
}
