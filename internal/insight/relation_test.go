package insight

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// partnerSheets are the insights on partners and requests, as they are wired.
var partnerSheets = []func(*Figures) Sheet{
	preworkSheet, speedSheet, beforeNeededSheet, repeatsSheet, aloneSheet, businessKnowledgeSheet, tacticsSheet, doorSheet, briefSheet,
}

// partners has n of d stakeholders as one would wish: met, known, with a
// request that had prework, was fast and shared; the others have had an order
// filled that changed nothing, and have one more.
func partners(t testing.TB, n, d int) *tracker.Tracker {
	s := base(t)
	s.Settings.Thresholds.MinimumCases = 1
	s.Stakeholders = nil
	var ins []*tracker.Intake
	for i := range d {
		id := tracker.ID(rune('a' + i))
		who := &tracker.Stakeholder{ID: id, Name: "S " + string(id), Department: "D " + string(id), Door: []tracker.DoorMark{{Date: day(t, "2025-03-01"), Marker: "owns"}}}
		in := built(t, "i"+id)
		in.Stakeholder, in.Requested, in.Agreed = tracker.Person(id), []string{"live"}, []string{"live"}
		if i < n {
			who.Touchpoints = []tracker.Touchpoint{{Date: day(t, "2025-01-31")}}
			who.Business = tracker.Business{Goals: []string{"Grow"}, Sources: []tracker.Source{{Date: day(t, "2025-11-11")}}}
			in.Prework = []tracker.Prework{{Date: day(t, "2025-02-10")}}
			in.AgreedOn = in.RequestedOn.AddDays(10)
			in.Cracks = []tracker.Crack{{Practice: "added-value", What: "Cards"}}
		} else {
			in.Commitments, in.Reinforcement, in.Barriers = nil, nil, nil
			in.Status, in.Verdict = tracker.StatusEvaluated, tracker.VerdictNoChange
			again := full(t, "j"+id, "2025-11-01")
			again.Stakeholder, again.Status, again.Requested = tracker.Person(id), tracker.StatusRequested, []string{"live"}
			again.Conversations = []tracker.Conversation{{Date: day(t, "2025-11-02"), Reaction: "frustrated"}}
			who.Door = append(who.Door, tracker.DoorMark{Date: day(t, "2025-11-01"), Marker: "answers"})
			ins = append(ins, again)
		}
		s.Stakeholders, ins = append(s.Stakeholders, who), append(ins, in)
	}
	return tracker.New(s, nil, ins, tracker.Census{})
}

func TestPartnerSheets(t *testing.T) {
	trend := regexp.MustCompile(`(?i)\b(went|from|more|fewer|rising|falling|rose|fell|up|down)\b|%|\bled to\b`)
	for d := range 4 {
		for n := range d + 1 {
			for _, edition := range []tracker.Edition{tracker.TeamEdition, tracker.LeadersEdition} {
				f := Compute(partners(t, n, d).Redacted(edition))
				for _, sheet := range partnerSheets {
					s := sheet(f)
					id := s.Definition.ID
					wantReceipts(t, s, nil)
					for i := range reflect.ValueOf(s.Definition).NumField() {
						if text, ok := reflect.ValueOf(s.Definition).Field(i).Interface().(string); ok && text == "" {
							t.Errorf("%s: the definition has a hole", id)
						}
					}
					for _, r := range s.Receipts {
						if !strings.HasPrefix(r.ID, id+"/") {
							t.Errorf("%s has a receipt %s", id, r.ID)
						}
					}
					texts := []string{s.Headline, s.Definition.Definition, s.Definition.Reason, s.Definition.Limits, s.Definition.NotEnough}
					for _, r := range s.Receipts {
						for _, one := range slices.Concat(r.Counted, r.Others) {
							texts = append(texts, one.Note)
						}
					}
					for _, text := range texts {
						for _, wrong := range []*regexp.Regexp{banned, oneOfMany, manyOfOne} {
							if m := wrong.FindString(text); m != "" {
								t.Errorf("%d of %d: %s says %q: %s", n, d, id, m, text)
							}
						}
					}
					if m := trend.FindString(s.Headline); m != "" || len(strings.Fields(s.Headline)) > headlineWords || strings.HasSuffix(s.Headline, ".") {
						t.Errorf("%d of %d: %s: %q: %s", n, d, id, m, s.Headline)
					}
					if (s.Missing != "") != strings.HasPrefix(s.Headline, "Not enough") {
						t.Errorf("%s: missing %q, %s", id, s.Missing, s.Headline)
					}
					silent := d == 0 || edition == tracker.LeadersEdition && s.Definition.TeamOnly
					silent = silent || id == "speed" && (n == 0 || n == d) // all took equally long
					if (s.Missing != "") != silent && !(id == "tactics" && d == 0) {
						t.Errorf("%d of %d, %s: %s is missing %q", n, d, edition, id, s.Missing)
					}
				}
			}
		}
	}
}

// The same tracker gives the same sheets, whatever the order of its files.
func TestPartnerSheetsDoNotDependOnTheOrderOfFiles(t *testing.T) {
	one := partners(t, 2, 4)
	turned := slices.Clone(one.Intakes)
	slices.Reverse(turned)
	other := tracker.New(one.Strategy, nil, turned, tracker.Census{})
	f, g := Compute(one), Compute(other)
	for _, sheet := range partnerSheets {
		if a, b := sheet(f), sheet(g); !reflect.DeepEqual(a, b) {
			t.Errorf("%s differs", a.Definition.ID)
		}
	}
}

// What this edition does not hold is in no receipt: neither team records nor
// what became of promises of the business.
func TestPartnerSheetsOfTheLeaders(t *testing.T) {
	f := Compute(owed(t).Redacted(tracker.LeadersEdition))
	for _, sheet := range partnerSheets {
		s := sheet(f)
		for _, r := range s.Receipts {
			for _, one := range slices.Concat(r.Counted, r.Others) {
				if one.ID == "hidden" || regexp.MustCompile(`(?i)\b(missed|overdue|late)\b`).MatchString(one.Note) {
					t.Errorf("%s: %+v", r.ID, one)
				}
			}
		}
		for _, e := range s.Excluded {
			if e.Intake != nil && e.Intake.ID == "hidden" {
				t.Errorf("%s leaves out a hidden record, by name", s.Definition.ID)
			}
		}
	}
}
