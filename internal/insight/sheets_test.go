package insight

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// kinds are trackers with nothing, with one of most things and with enough of
// everything, as each edition sees them.
func kinds(t *testing.T) map[string]*Figures {
	fs := map[string]*Figures{"empty": compute(base(t), nil, nil), "nothing": compute(tracker.Strategy{Settings: tracker.Defaults()}, nil, nil), "busy": busy(t), "one of two": small(t, 1, 2)}
	for name, f := range fs {
		fs[name+", for leaders"] = Compute(f.Tracker.Redacted(tracker.LeadersEdition))
	}
	return fs
}

var receiptID = regexp.MustCompile(`^[a-z-]+(/[^/\s]+)+$`)

func TestSheetsAreSound(t *testing.T) {
	for name, f := range kinds(t) {
		seen := map[string]bool{}
		for _, s := range f.Sheets() {
			d := s.Definition
			if s.Headline == "" || strings.HasSuffix(s.Headline, ".") || len(strings.Fields(s.Headline)) > headlineWords {
				t.Errorf("%s: %s: headline %q", name, d.ID, s.Headline)
			}
			if (s.Missing != "") != strings.HasPrefix(s.Headline, "Not enough data") {
				t.Errorf("%s: %s: missing %q, headline %q", name, d.ID, s.Missing, s.Headline)
			}
			if s.Period != nil && *s.Period != f.Period || s.Minimum < 0 {
				t.Errorf("%s: %s: period %v, minimum %d", name, d.ID, s.Period, s.Minimum)
			}
			if len(s.Receipts) == 0 && name == "busy" {
				t.Errorf("%s has no receipt", d.ID)
			}
			if seen[d.ID] {
				t.Errorf("%s: %s stands twice", name, d.ID)
			}
			seen[d.ID] = true
			for _, e := range s.Excluded {
				if r, ok := e.Record(); e.Reason == "" || strings.HasPrefix(e.Reason, "left out") || r.Note != e.Reason || ok == (r.ID == "") {
					t.Errorf("%s: %s: left out: %+v: %q", name, d.ID, r, e.Reason)
				}
			}
			for _, r := range s.Receipts {
				if folded := strings.ToLower(r.ID); seen[folded] {
					t.Errorf("%s: %s stands twice", name, r.ID)
				} else {
					seen[folded] = true
				}
				if !receiptID.MatchString(r.ID) || !strings.HasPrefix(r.ID, d.ID+"/") {
					t.Errorf("%s: %s is no id of a number of %s", name, r.ID, d.ID)
				}
				for _, problem := range problems(r) {
					t.Errorf("%s: %s: %s", name, r.ID, problem)
				}
				if _, got, ok := f.Receipt(strings.ToUpper(r.ID)); !ok || got.ID != r.ID {
					t.Errorf("%s: %s is not found", name, r.ID)
				}
			}
		}
		if _, _, ok := f.Receipt("posture/none"); ok {
			t.Errorf("%s: there is a number without an id", name)
		}
	}
}

// problems says where a receipt does not add up.
func problems(r Receipt) (ps []string) {
	say := func(wrong bool, format string, args ...any) {
		if wrong {
			ps = append(ps, fmt.Sprintf(format, args...))
		}
	}
	say(r.Label == "" || r.Text == "", "label %q, text %q", r.Label, r.Text)
	say(r.N != len(r.Counted)+r.Unnamed, "N is %d; %d named and %d not", r.N, len(r.Counted), r.Unnamed)
	say(r.D != None && r.D != r.N+len(r.Others)+r.UnnamedOthers, "D is %d; %d counted, %d others and %d not named", r.D, r.N, len(r.Others), r.UnnamedOthers)
	say(r.D == None && len(r.Others)+r.UnnamedOthers > 0, "others, and no denominator")
	say(r.Missing != "" && (r.N != 0 || r.D != None), "missing %q, and %d of %d", r.Missing, r.N, r.D)
	say(r.D != None && r.Text != Ratio{r.N, r.D}.In(nil), "%q is %d of %d", r.Text, r.N, r.D)
	all := slices.Concat(r.Counted, r.Others)
	seen := map[Record]bool{}
	for _, rec := range all {
		say(rec.Kind == "" || rec.ID == "", "a record without a name: %+v", rec)
		rec.Note = ""
		say(seen[rec], "%s %s %s stands twice", rec.Kind, rec.ID, rec.Part)
		seen[rec] = true
	}
	return ps
}

func TestSheetsClaimNoMoreThanTheyKnow(t *testing.T) {
	for name, f := range kinds(t) {
		for _, s := range f.Sheets() {
			texts := []string{s.Headline, s.Missing}
			for _, e := range s.Excluded {
				texts = append(texts, e.Reason)
			}
			for _, r := range s.Receipts {
				texts = append(texts, r.Label, r.Text, r.Missing)
				for _, rec := range slices.Concat(r.Counted, r.Others) {
					texts = append(texts, rec.Note)
				}
			}
			for _, text := range texts {
				if m := banned.FindString(text); m != "" {
					t.Errorf("%s: %s says %q: %s", name, s.Definition.ID, m, text)
				}
				for _, wrong := range []*regexp.Regexp{oneOfMany, manyOfOne} {
					if m := wrong.FindString(text); m != "" {
						t.Errorf("%s: %s says %q: %s", name, s.Definition.ID, m, text)
					}
				}
			}
		}
	}
}

// The team meets every insight of the list, each with its definition.
func TestEveryInsightIsDefined(t *testing.T) {
	f := busy(t)
	if got := f.Definitions(); len(got) != len(insights) {
		t.Errorf("%d definitions of %d insights", len(got), len(insights))
	}
	for _, sheet := range insights {
		d := sheet(f).Definition
		v := reflect.ValueOf(d)
		for i := range v.NumField() {
			if v.Field(i).Kind() == reflect.String && v.Field(i).String() == "" {
				t.Errorf("%s has no %s", d.ID, v.Type().Field(i).Name)
			}
		}
	}
}

func TestTeamOnlySheets(t *testing.T) {
	before := insights
	defer func() { insights = before }()
	insights = append(slices.Clone(before), func(*Figures) Sheet {
		return Sheet{Definition: Definition{ID: "secret", TeamOnly: true}, Receipts: []Receipt{counted("secret/one", "One", nil)}}
	})
	team := busy(t)
	leaders := Compute(team.Tracker.Redacted(tracker.LeadersEdition))
	for name, tc := range map[string]struct {
		f    *Figures
		want bool
	}{"team": {team, true}, "leaders": {leaders, false}} {
		_, _, found := tc.f.Receipt("secret/one")
		listed := slices.ContainsFunc(tc.f.Definitions(), func(d Definition) bool { return d.ID == "secret" })
		if found != tc.want || listed != tc.want {
			t.Errorf("%s: found %v, listed %v", name, found, listed)
		}
	}
}
