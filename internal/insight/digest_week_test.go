package insight

import (
	"reflect"
	"testing"

	"smallwins/internal/tracker"
)

func toldIDs(d *Digest) []string {
	var ids []string
	for _, w := range d.Told() {
		ids = append(ids, w.ID())
	}
	return ids
}

func TestToldWeeks(t *testing.T) {
	for name, tt := range map[string]struct {
		from, to string
		wins     []*tracker.Win
		want     []string
	}{
		"no win":                         {"2025-01-01", "2025-03-05", nil, []string{"2025-W10"}},
		"the first week":                 {"2025-03-03", "2025-03-05", []*tracker.Win{win(t, "2025-03-03")}, []string{"2025-W10"}},
		"from the first win, empty too":  {"2025-01-01", "2025-03-05", []*tracker.Win{win(t, "2025-02-14"), win(t, "2025-03-03")}, []string{"2025-W07", "2025-W08", "2025-W09", "2025-W10"}},
		"an earlier win is brought back": {"2025-02-20", "2025-03-05", []*tracker.Win{win(t, "2024-12-14")}, []string{"2025-W08", "2025-W09", "2025-W10"}},
		"over a year of 53 weeks":        {"2020-12-01", "2021-01-11", []*tracker.Win{win(t, "2020-12-26")}, []string{"2020-W52", "2020-W53", "2021-W01", "2021-W02"}},
	} {
		s := base(t)
		s.Settings.StartedOn, s.Settings.AsOf = day(t, tt.from), day(t, tt.to)
		d := compute(s, tt.wins, nil).Digest
		if got := toldIDs(&d); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	d := compute(tracker.Strategy{Settings: tracker.Defaults()}, nil, nil).Digest
	if len(d.Told()) > 0 {
		t.Errorf("weeks of no day: %q", toldIDs(&d))
	}
}

func TestLatestWeekWithAWin(t *testing.T) {
	s := base(t)
	s.Settings.AsOf = day(t, "2025-03-12")
	f := compute(s, []*tracker.Win{win(t, "2025-02-03"), win(t, "2025-02-14"), win(t, "2025-03-10")}, nil)
	for id, want := range map[string]string{"2025-W06": "", "2025-W07": "2025-W06", "2025-W10": "2025-W07", "2025-W11": "2025-W07"} {
		got := ""
		if w := f.Digest.Latest(weekOf(t, &f.Digest, id)); w != nil {
			got = w.ID()
		}
		if got != want {
			t.Errorf("before %s: %q, want %q", id, got, want)
		}
	}
}

func TestQuestionsOfAWeek(t *testing.T) {
	s := base(t)
	no := false
	s.Team[2].Spotlight = &no
	s.Settings.AsOf = day(t, "2025-03-20")
	// None of them says how to repeat it: one is asked that, the other what is open beside it.
	mine, shy := win(t, "2025-03-03"), win(t, "2025-03-04")
	shy.EnteredBy = "cai"
	f := compute(s, []*tracker.Win{mine, shy}, nil)
	w := weekOf(t, &f.Digest, "2025-W10")
	if len(w.Sharers) != 1 || w.Sharers[0].Win != mine {
		t.Fatalf("sharers are %v; Cai opted out", w.Sharers)
	}
	got := f.Questions(w)
	if len(got) != 2 || got[0] != w.Sharers[0].Question || got[1] == got[0] || got[1] == "" {
		t.Errorf("%q; Ann is asked %q", got, w.Sharers[0].Question)
	}
	empty := weekOf(t, &f.Digest, "2025-W11")
	if got := f.Questions(empty); len(got) != 1 || empty.Again == nil || got[0] == "" {
		t.Errorf("an empty week: %q", got)
	}
	if got := f.Questions(weekOf(t, &f.Digest, "2025-W09")); len(got) != 0 {
		t.Errorf("a week with nothing: %q", got)
	}
}
