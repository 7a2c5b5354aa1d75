package check

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// TestNeedsHaveRules takes what the tables call needed out of the fixture, one
// by one, and looks for the rule that says so; and the other way round, that
// there is no such rule for anything else.
func TestNeedsHaveRules(t *testing.T) {
	looked := map[string]bool{}
	needs := func(fields []tracker.Field, take func(f *fixture) (reflect.Value, *tracker.Origin), rule func(key string) string) {
		for i := range fields {
			if !fields[i].Need {
				continue
			}
			key := fields[i].Key
			id := rule(strings.ReplaceAll(key, "_", "-"))
			looked[id] = true
			f := newFixture()
			record, origin := take(f)
			v, ok := valueOf(record, key)
			if !ok {
				t.Errorf("%s: %s has no such field", id, record.Type())
				continue
			}
			v.SetZero()
			unmark(origin, key)
			found := false
			for _, finding := range Run(f.tracker(), today, nil) {
				found = found || finding.Rule == id
			}
			if !found {
				t.Errorf("%s is needed, but there is no finding of %s where it is missing", key, id)
			}
		}
	}
	missing := func(kind string) func(string) string {
		return func(key string) string { return kind + "/" + key + "-missing" }
	}
	value := reflect.ValueOf
	needs(tracker.WinFields, func(f *fixture) (reflect.Value, *tracker.Origin) { return value(f.win).Elem(), &f.win.Origin }, missing("win"))
	needs(tracker.IntakeFields, func(f *fixture) (reflect.Value, *tracker.Origin) { return value(f.intake).Elem(), &f.intake.Origin }, missing("intake"))
	needs(tracker.PriorityFields, func(f *fixture) (reflect.Value, *tracker.Origin) { return value(f.priority).Elem(), &f.priority.Origin }, missing("strategy"))
	needs(tracker.OutcomeFields, func(f *fixture) (reflect.Value, *tracker.Origin) { return value(f.outcome).Elem(), &f.outcome.Origin }, missing("strategy"))
	needs(tracker.MemberFields, func(f *fixture) (reflect.Value, *tracker.Origin) { return value(f.ana).Elem(), &f.ana.Origin }, missing("strategy"))
	needs(tracker.StakeholderFields, func(f *fixture) (reflect.Value, *tracker.Origin) { return value(f.lee).Elem(), &f.lee.Origin }, missing("strategy"))
	needs(tracker.PromiseFields, func(f *fixture) (reflect.Value, *tracker.Origin) {
		return value(&f.win.FollowUps[0]).Elem(), &f.win.Origin
	}, missing("promise"))
	readings := tracker.FieldByKey(tracker.OutcomeFields, "readings").Fields
	needs(readings, func(f *fixture) (reflect.Value, *tracker.Origin) {
		f.outcome.Origin = origin("strategy.yaml", 20, "readings")
		return value(&f.outcome.Readings[0]).Elem(), &f.outcome.Origin
	}, missing("reading"))

	// These follow from the status, from the settings, or from two fields.
	others := []string{"win/required-missing", "intake/required-missing", "intake/agreed-on-missing", "intake/delivered-on-missing",
		"intake/verdict-missing", "intake/reason-missing", "strategy/name-missing"}
	for _, r := range Rules() {
		if strings.HasSuffix(r.ID, "-missing") && !looked[r.ID] && !slices.Contains(others, r.ID) {
			t.Errorf("%s asks for what no table of fields calls needed", r.ID)
		}
	}
}

// TestAmountsAreHeldToTheirBounds tries every whole number of the settings
// below and above what its field says.
func TestAmountsAreHeldToTheirBounds(t *testing.T) {
	all := amounts(&tracker.Settings{})
	if len(all) < 11 {
		t.Fatalf("only %d whole numbers were found in the settings", len(all))
	}
	rulesFor := func(path string, value int) (ids []string) {
		f := newFixture()
		record := reflect.ValueOf(&f.settings).Elem()
		keys := strings.Split(path, ".")
		for _, key := range keys {
			record, _ = valueOf(record, key)
		}
		record.SetInt(int64(value))
		mark(&f.settings.Origin, path, 9)
		for _, finding := range Run(f.tracker(), today, nil) {
			ids = append(ids, finding.Rule)
		}
		return ids
	}
	for _, v := range all {
		low, high := "settings/number-too-low", "settings/limit-too-high"
		if v.path == yearStarts {
			low, high = "settings/year-starts", "settings/year-starts"
		}
		if v.Min < 1 {
			t.Errorf("%s has no least", v.path)
		}
		if got := rulesFor(v.path, v.Min-1); !slices.Contains(got, low) {
			t.Errorf("%s: %d brings %q", v.path, v.Min-1, got)
		}
		if got := rulesFor(v.path, v.Min); slices.Contains(got, low) {
			t.Errorf("%s: %d brings %q", v.path, v.Min, got)
		}
		if v.Max == 0 {
			continue
		}
		if got := rulesFor(v.path, v.Max+1); !slices.Contains(got, high) {
			t.Errorf("%s: %d brings %q", v.path, v.Max+1, got)
		}
		if got := rulesFor(v.path, v.Max); slices.Contains(got, high) {
			t.Errorf("%s: %d brings %q", v.path, v.Max, got)
		}
	}
}

// TestTheFutureStandsAlone: nothing that follows from a day in the future is
// reported beside it.
func TestTheFutureStandsAlone(t *testing.T) {
	next := day("2027-01-10")
	for name, change := range map[string]func(*fixture){
		"of a request": func(f *fixture) {
			f.evaluated().RequestedOn = next
			f.ben.To = day("2026-06-30")
			f.intake.Promises = []tracker.Promise{{What: "Coach", Who: "ben", To: "lee", By: day("2026-03-01"), Closed: day("2026-02-20")}}
			f.intake.Commitments[0].Closed = day("2026-03-01")
			f.intake.ConfirmedOn = day("2026-01-30")
			f.intake.Readings = []tracker.Reading{{Date: day("2026-08-01"), Value: known(3)}}
			f.intake.Contract.Own = tracker.Prose{Text: "The huddle.", On: day("2026-01-12")}
		},
		"of a request without an agreement": func(f *fixture) {
			f.intake.RequestedOn, f.intake.AgreedOn = next, 0
			f.intake.Status, f.intake.DeliveredOn = tracker.StatusDelivered, day("2026-05-01")
			mark(&f.intake.Origin, "agreed_on", 9)
		},
		"of a request that is only asked for":              func(f *fixture) { f.waiting(tracker.StatusRequested).RequestedOn = next },
		"of an agreement":                                  func(f *fixture) { f.evaluated().AgreedOn = next },
		"of an agreement that the status does not know of": func(f *fixture) { f.waiting(tracker.StatusExploring).AgreedOn = next },
		"of a delivery":                                    func(f *fixture) { f.intake.DeliveredOn = next },
		"of a win": func(f *fixture) {
			f.win.Date = next
			f.win.FollowUps[0].Closed = day("2026-03-01")
			f.win.Undone.On = day("2026-06-01")
			f.addWin("b").Replicates = []tracker.ID{f.win.ID}
		},
		"of a win that repeats": func(f *fixture) {
			f.win.Date, f.win.Replicates = next, []tracker.ID{"b"}
			f.addWin("b")
		},
		"of a promise that was kept": func(f *fixture) { promise(f, tracker.PromiseKept, "2027-01-10") },
		"of a promise that was closed and open": func(f *fixture) {
			f.ana.To = today - 1
			f.intake.Promises = []tracker.Promise{{What: "Coach", Who: "ana-maria", To: "lee", Closed: next, State: tracker.PromiseOpen}}
			f.intake.Origin.Mark("promises[0].closed", f.intake.Origin.At("status").Pos, f.intake.Origin.At("status").End)
		},
		"of a promise that was moved": func(f *fixture) {
			f.win.FollowUps[0].Moved = []tracker.Move{{To: day("2026-03-20"), On: next}}
			mark(&f.win.Origin, "follow_ups[0].moved[0].on", 9)
		},
		"of what came undone": func(f *fixture) { f.win.Undone.On = next },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture()
			change(f)
			if got := Run(f.tracker(), today, nil); len(got) != 1 || got[0].Rule != "date/in-future" {
				t.Errorf("findings:\n%s", text(got))
			}
		})
	}
}
