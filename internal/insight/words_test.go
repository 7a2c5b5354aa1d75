package insight

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// banned are the words that no sentence made here may hold (insights:
// "Wording").
var banned = regexp.MustCompile(`(?i)\b(caused?|causing|drove|driven|proved?|proof|proven|ROI|training (worked|didn't work|did not work))\b`)

func headlines(f *Figures) map[string]string {
	h := map[string]string{
		"coverage": f.Coverage.Headline(), "chain": f.Chain.Headline(), "depth": f.Depth.Headline(), "posture": f.Posture.Headline(),
		"arrivals": f.Arrivals.Headline(), "requested": f.Requested.Headline(), "promises": f.Promises.Headline(),
		"delivered": f.Delivered.Headline(), "ownership": f.Ownership.Headline(), "event-risk": f.EventRisk.Headline(), "voices": f.Voices.Headline(),
	}
	for _, s := range f.Stories {
		h["story "+string(s.Outcome.ID)] = s.Headline()
	}
	return h
}

// busy is a tracker with enough of everything.
func busy(t *testing.T) *Figures {
	var ws []*tracker.Win
	var ins []*tracker.Intake
	for i, v := range []tracker.Verdict{"changed", "partly", "no-change", "worse", "changed", "changed", "no-change", "partly", "changed", "changed"} {
		in := evaluated(t, tracker.ID(rune('a'+i)), v)
		in.RequestedOn = day(t, "2025-01-15").AddDays(i * 35)
		in.Requested, in.Agreed = []string{"live"}, []string{"job-aid"}
		in.Promises = []tracker.Promise{{State: tracker.PromiseKept}, {State: tracker.PromiseLate, Size: tracker.Big}}
		if i%2 == 0 {
			in.Commitments = nil
		}
		ins = append(ins, in)
		w := win(t, "2025-04-01", "first", "second")
		w.Date, w.Intake, w.Stage = w.Date.AddDays(i*20), in.ID, tracker.Showing
		ws = append(ws, w)
	}
	return compute(told(t), ws, ins)
}

func TestWording(t *testing.T) {
	for name, f := range map[string]*Figures{"empty": compute(base(t), nil, nil), "busy": busy(t)} {
		texts := headlines(f)
		for _, s := range f.Stories {
			texts["text "+string(s.Outcome.ID)] = s.Text()
		}
		for _, d := range f.Definitions() {
			texts["definition "+d.ID] = strings.Join([]string{d.Title, d.Definition, d.Reason, d.Limits, d.NotEnough, d.Audience, d.Decision}, " | ")
		}
		for what, text := range texts {
			if text == "" {
				t.Errorf("%s: %s says nothing", name, what)
			}
			if m := banned.FindString(text); m != "" {
				t.Errorf("%s: %s says %q: %s", name, what, m, text)
			}
		}
		for what, h := range headlines(f) {
			if n := len(strings.Fields(h)); n > headlineWords || strings.HasSuffix(h, ".") {
				t.Errorf("%s: %s: %d words: %s", name, what, n, h)
			}
			if name == "busy" && what != "story errors" && strings.HasPrefix(h, "Not enough") {
				t.Errorf("%s: %s: %s", name, what, h)
			}
		}
	}
}

// Below the minimum nothing is a percentage or a trend.
func TestNoTrendWithoutData(t *testing.T) {
	trend := regexp.MustCompile(`(?i)\b(went|from|more|fewer|rising|falling|rose|fell|up|down)\b|%`)
	f := compute(base(t), nil, requests(t, 1, 4, 2))
	for what, h := range headlines(f) {
		if what != "coverage" && trend.MatchString(h) { // its "more than 60 days" is a setting
			t.Errorf("%s: %s", what, h)
		}
	}
}

func TestDefinitionsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range busy(t).Definitions() {
		v := reflect.ValueOf(d)
		for i := range v.NumField() {
			if v.Field(i).String() == "" {
				t.Errorf("%s has no %s", d.ID, v.Type().Field(i).Name)
			}
		}
		if seen[d.ID] {
			t.Errorf("%s stands twice", d.ID)
		}
		seen[d.ID] = true
	}
}
