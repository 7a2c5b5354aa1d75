package schema

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestInstances holds small pieces of front matter, as JSON, against both
// drafts. An instance of a win or an intake holds what every one needs besides.
func TestInstances(t *testing.T) {
	const winBase, intakeBase = `"date": "2026-02-15", "entered_by": "maren"`, `"stakeholder": "ada", "requested_on": "2026-02-15", "status": "requested"`
	entry := func(fields string) string { return `{"priorities": [{` + fields + `}]}` }
	long := strings.Repeat("a", 121)
	for _, c := range []struct {
		kind     Kind
		instance string // of a record: the fields besides; "!" takes it as it is
		good     bool
	}{
		{Win, ``, true},
		{Win, `!{"date": "2026-02-15"}`, false},
		{Win, `!{"entered_by": "maren"}`, false},
		{Win, `!{"date": null, "entered_by": "maren"}`, false},
		{Win, `!{"date": "2026-02-15", "entered_by": "  "}`, false},
		{Win, `!{"date": "2026-02-15", "entered_by": null}`, false},
		{Win, `!{"date": "2026-02-15", "entered_by": 7}`, true},
		{Win, `!{"date": "2026-02-29", "entered_by": "maren"}`, false},
		{Win, `!{"date": "2024-02-29", "entered_by": "maren"}`, true},
		{Win, `!{"date": "0000-01-01", "entered_by": "maren"}`, false},
		{Win, `!{"date": "0001-01-01", "entered_by": "maren"}`, true},
		{Win, `!{"date": 20260215, "entered_by": "maren"}`, false},
		{Win, `!null`, false},
		{Win, `![]`, false},

		{Win, `"title": 2026`, true},
		{Win, `"title": true`, true},
		{Win, `"title": ["a"]`, false},
		{Win, `"why": {"text": "x"}`, false},
		{Win, `"stage": "in-place"`, true},
		{Win, `"stage": "In place"`, false},
		{Win, `"stage": ["spark"]`, false},
		{Win, `"stage": null`, true},
		{Win, `"stage": ""`, true},
		{Win, `"practices": "added-value"`, true},
		{Win, `"practices": ["added-value", null, "promise-kept"]`, true},
		{Win, `"practices": ["added-value", ""]`, false},
		{Win, `"practices": []`, true},
		{Win, `"priorities": []`, true},
		{Win, `"priorities": "ramp"`, true},
		{Win, `"priorities": "ramp, care"`, false},
		{Win, `"priorities": ["ramp, care"]`, true}, // an id that nothing has: the loader's to say
		{Win, `"priorities": {"id": "ramp"}`, false},
		{Win, `"collaborators": "Brightmoor, Hal (Manager)"`, true},
		{Win, `"shared_on": ["2026-01-01", "2026-13-01"]`, false},

		{Win, `"follow_ups": "Ring Lee"`, true},
		{Win, `"follow_ups": ["Ring Lee", {"what": "Send it", "by": "2026-03-01", "size": "small"}]`, true},
		{Win, `"follow_ups": {"what": "Ring Lee", "moved": {"to": "2026-03-01"}}`, true},
		{Win, `"follow_ups": {"by": "2026-03-01"}`, false},
		{Win, `"follow_ups": {"what": null}`, false},
		{Win, `"follow_ups": {"what": "x", "waht": "y"}`, false},
		{Win, `"follow_ups": [["x"]]`, false},
		{Win, `"undone": "Switched off"`, true},
		{Win, `"undone": {"on": "2026-03-01", "why": "x"}`, true},
		{Win, `"undone": false`, false},
		{Win, `"undone": 0`, false},
		{Win, `"undone": " No "`, false},
		{Win, `"undone": "Nothing was left"`, true},
		{Win, `"replicate_check": "clear"`, true},
		{Win, `"replicate_check": "off"`, false},
		{Win, `"noticed_by": {"who": "a", "may_quote": "true"}`, true},
		{Win, `"noticed_by": {"who": "a", "may_quote": "yes"}`, false},
		{Win, `"links": "https://example.org/a?b#c"`, true},
		{Win, `"links": {"title": "x"}`, false},
		{Win, `"links": {"url": "//host/x"}`, false},
		{Win, `"links": {"url": "https://user@example.org"}`, false},
		{Win, `"links": {"url": "TEL:+49"}`, true},
		{Win, `"links": {"url": "guide.pdf#page=3"}`, true},
		{Win, `"links": {"url": "../files/a:b"}`, true},
		{Win, `"links": {"url": "javascript:alert(1)"}`, false},
		{Win, `"links": {"url": "C:\\\\guide.pdf"}`, false},
		{Win, `"links": {"url": "https://example.org/` + strings.Repeat("a", 2048) + `"}`, false},
		{Win, `"extra": {"anything": [1, {"at": "all"}]}`, true},
		{Win, `"extra": "text"`, false},
		{Win, `"status": "requested"`, false},

		{Intake, ``, true},
		{Intake, `!{"stakeholder": "ada", "requested_on": "2026-02-15"}`, false},
		{Intake, `"friction": "They queue."`, true},
		{Intake, `"friction": {"text": "They queue.", "on": "2026-02-15"}`, true},
		{Intake, `"friction": {"text": "They queue.", "at": "2026-02-15"}`, false},
		{Intake, `"friction": {"text": ["They queue."]}`, false},
		{Intake, `"request": {"text": "A course."}`, false},
		{Intake, `"mandated": true`, true},
		{Intake, `"mandated": "on"`, false},
		{Intake, `"measure": "Calls"`, true},
		{Intake, `"measure": {"baseline": 61, "target": "61.50", "meaningful": -0.5}`, true},
		{Intake, `"measure": {"baseline": "9,4"}`, false},
		{Intake, `"measure": {"baseline": "1e3"}`, false},
		{Intake, `"measure": {"baseline": true}`, false},
		{Intake, `"readings": [{"date": "2026-01-01", "value": 0}]`, true},
		{Intake, `"readings": [{"value": 0}]`, false},
		{Intake, `"readings": 12`, false},

		{Strategy, `!{}`, true},
		{Strategy, `!null`, true},
		{Strategy, `!{"settings": {"year_starts": 12, "language": "pt-BR"}}`, true},
		{Strategy, `!{"settings": {"year_starts": 13}}`, false},
		{Strategy, `!{"settings": {"year_starts": "4"}}`, true},
		{Strategy, `!{"settings": {"year_starts": 4.5}}`, false},
		{Strategy, `!{"settings": {"windows": {"quiet_after_days": 1}}}`, true},
		{Strategy, `!{"settings": {"windows": {"quiet_after_days": 0}}}`, false},
		{Strategy, `!{"settings": {"windows": {"quiet_after_days": 99999999999}}}`, false},
		{Strategy, `!{"settings": {"language": "English please"}}`, false},
		{Strategy, `!{"settings": {"base_url": "https://example.org/wins/"}}`, true},
		{Strategy, `!{"settings": {"base_url": "https://example.org/wins/?"}}`, false},
		{Strategy, `!{"settings": {"repository": "https://example.org/r.git"}}`, true},
		{Strategy, `!{"settings": {"repository": "mailto:a@example.org"}}`, false},
		{Strategy, `!{"settings": {"required": {"win": "why", "intake": []}}}`, true},
		{Strategy, `!{"settings": {"required": {"win": ["wyh"]}}}`, false},
		{Strategy, `!{"settings": {"labels": {"why": "Warum", "own": 7}}}`, true},
		{Strategy, `!{"settings": {"labels": {"wyh": "Warum"}}}`, false},
		{Strategy, `!{"settings": "none"}`, false},
		{Strategy, `!{"settings": {"limits": {"values": 2000}}}`, true},
		{Strategy, `!{"settings": {"limits": {"values": 2001}}}`, false},
		{Strategy, `!{"stakeholders": {"id": "lee", "name": "Lee", "business": {"sources": {"kind": "report", "url": "guide.pdf"}}}}`, false},
		{Strategy, `!{"team": {"id": "maren", "role": "Lead"}}`, true},
		{Strategy, `!{"team": {"id": "maren", "title": "Lead"}}`, false},
		{Strategy, `!{"team": {"id": "maren"}}`, false},
		{Strategy, `!{"stakeholders": [{"id": "lee", "title": "Head"}]}`, true},
		{Strategy, entry(`"id": "ramp", "title": "Ramp"`), true},
		{Strategy, entry(`"id": "ramp"`), false},
		{Strategy, entry(`"title": "Ramp"`), false},
		{Strategy, entry(`"id": 2026, "title": "Ramp"`), true},
		{Strategy, entry(`"id": "a b", "title": "x"`), false},
		{Strategy, entry(`"id": ".a", "title": "x"`), false},
		{Strategy, entry(`"id": "a.", "title": "x"`), false},
		{Strategy, entry(`"id": "a", "title": "x"`), true},
		{Strategy, entry(`"id": "Lpt1.x", "title": "x"`), false},
		{Strategy, entry(`"id": "con", "title": "x"`), false},
		{Strategy, entry(`"id": "cone", "title": "x"`), true},
		{Strategy, entry(`"id": "INDEX.html", "title": "x"`), false},
		{Strategy, entry(`"id": "émile-日本-नमस्ते_2.0", "title": "x"`), true},
		{Strategy, entry(`"id": "` + long[1:] + `", "title": "x"`), true},
		{Strategy, entry(`"id": "` + long + `", "title": "x"`), false},
	} {
		instance := c.instance
		switch {
		case strings.HasPrefix(instance, "!"):
			instance = instance[1:]
		case c.kind == Win:
			instance = "{" + winBase + comma(instance) + "}"
		case c.kind == Intake:
			instance = "{" + intakeBase + comma(instance) + "}"
		}
		expect(t, c.kind, instance, c.good)
	}
}

// TestStatusNeeds has a case for each side of each condition.
func TestStatusNeeds(t *testing.T) {
	for _, c := range []struct {
		fields string
		good   bool
	}{
		{`"status": "exploring"`, true},
		{`"status": "agreed"`, false},
		{`"status": "agreed", "agreed_on": "2026-03-01"`, true},
		{`"status": "agreed", "agreed_on": null`, false},
		{`"status": "agreed", "agreed_on": ""`, false},
		{`"status": "building"`, false},
		{`"status": "building", "agreed_on": "2026-03-01"`, true},
		{`"status": "delivered", "agreed_on": "2026-03-01"`, false},
		{`"status": "delivered", "delivered_on": "2026-04-01"`, false},
		{`"status": "delivered", "agreed_on": "2026-03-01", "delivered_on": "2026-04-01"`, true},
		{`"status": "evaluated", "agreed_on": "2026-03-01", "delivered_on": "2026-04-01"`, false},
		{`"status": "evaluated", "agreed_on": "2026-03-01", "delivered_on": "2026-04-01", "verdict": null`, false},
		{`"status": "evaluated", "agreed_on": "2026-03-01", "delivered_on": "2026-04-01", "verdict": "unknown"`, true},
		{`"status": "evaluated", "delivered_on": "2026-04-01", "verdict": "unknown"`, false},
		{`"status": "declined"`, true}, // the reason may be a section of the body
		{`"status": "declined", "reason": "Not now."`, true},
		{`"status": "waitlisted"`, true},
		{`"status": null`, false},
		{`"status": "done"`, false},
	} {
		expect(t, Intake, `{"stakeholder": "ada", "requested_on": "2026-02-15", `+c.fields+`}`, c.good)
	}
}

func comma(fields string) string {
	if fields == "" {
		return ""
	}
	return ", " + fields
}

func expect(t *testing.T, kind Kind, instance string, good bool) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(instance))
	if err != nil {
		t.Fatalf("%s: %v", instance, err)
	}
	for _, draft := range Drafts {
		if err := compile(t, kind, draft).Validate(v); (err == nil) != good {
			t.Errorf("%s, draft %s: %s: valid is %t, want %t: %v", kind, draft, instance, err == nil, good, err)
		}
	}
}
