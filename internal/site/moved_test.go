package site

import (
	"net/url"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

func TestEarlierAddressesLeadOn(t *testing.T) {
	wins := []*tracker.Win{
		{ID: "now", Aliases: []tracker.ID{"then", "Then", "NOW", "", "other", "été"}, Title: "A <win>", Date: today, EnteredBy: "Bo"},
		{ID: "other", Aliases: []tracker.ID{"then"}, Title: "Other", Date: today, EnteredBy: "Bo"},
		{ID: "hidden", Aliases: []tracker.ID{"secret"}, Title: "Hidden", Date: today, EnteredBy: "Bo", Audience: tracker.AudienceTeam},
	}
	intakes := []*tracker.Intake{{ID: "i", Aliases: []tracker.ID{"now"}, Title: "", RequestedOn: today, Stakeholder: "Ada", Status: tracker.StatusRequested}}
	for base, canonical := range map[string]string{"": "../../wins/now/index.html", "https://example.org/w/": "https://example.org/w/wins/now/"} {
		tr := trackerOf(t, nil, wins, intakes).Redacted(tracker.LeadersEdition)
		files, err := attempt(t, tr, Options{BaseURL: base})
		if err != nil {
			t.Fatal(err)
		}
		var moved []string
		for name, p := range pages(t, files) {
			refresh := find(p, `meta[http-equiv="refresh"]`)
			if len(refresh) == 0 {
				for _, a := range find(p, "a[href]") {
					for _, old := range []string{"then/", "secret/", "/intakes/now/"} {
						if strings.Contains(attribute(a, "href"), old) {
							t.Errorf("%s leads to an earlier address: %s", name, attribute(a, "href"))
						}
					}
				}
				continue
			}
			moved = append(moved, name)
			whole(t, name, p)
			content := attribute(refresh[0], "content")
			to, ok := strings.CutPrefix(content, "0; url=")
			if !ok || to != attribute(find(p, "main a")[0], "href") {
				t.Errorf("%s: refresh %q, link %q", name, content, attribute(find(p, "main a")[0], "href"))
			}
			here, there := &url.URL{Path: "/" + name}, &url.URL{Path: to}
			if _, ok := files[strings.TrimPrefix(here.ResolveReference(there).Path, "/")]; !ok {
				t.Errorf("%s leads to %s, which is not there", name, to)
			}
			if attribute(find(p, `meta[name="robots"]`)[0], "content") != "noindex" {
				t.Errorf("%s may be indexed", name)
			}
			if links := find(p, `link[rel="canonical"]`); len(links) != 1 || name == "wins/then/index.html" && attribute(links[0], "href") != canonical {
				t.Errorf("%s: %d canonical addresses", name, len(links))
			}
		}
		if len(moved) != 3 || files["wins/then/index.html"] == "" || files["wins/été/index.html"] == "" || files["intakes/now/index.html"] == "" {
			t.Errorf("pages that lead on: %q", moved)
		}
	}
}

func TestMovedPagesAreNotCounted(t *testing.T) {
	build := func(aliases ...tracker.ID) Report {
		dir, target := newTracker(t)
		out := create(t, target, dir)
		r, err := Build(trackerOf(t, nil, []*tracker.Win{{ID: "w", Aliases: aliases, Title: "W", Date: today, EnteredBy: "Bo"}}, nil), out, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	without, with := build(), build("a", "b")
	if with.Pages != without.Pages || with.Files != without.Files+2 {
		t.Errorf("%+v with two earlier addresses, %+v without", with, without)
	}
}

// The team's own headings stand wherever a field's stands alone.
func TestOwnHeadings(t *testing.T) {
	tr := oneOfAll(t)
	own := map[string]string{}
	for _, fields := range [][]tracker.Field{tracker.WinFields, tracker.IntakeFields} {
		for _, f := range fields {
			own[f.Key] = "Own " + f.Key
		}
	}
	tr.Strategy.Settings.Labels = own
	tr.Strategy.Settings.Repository = tracker.Repository{URL: "https://github.com/fen/wins"}
	w, in := tr.Wins[0], tr.Intakes[0]
	say := prose("Said.")
	w.Why, w.Connection, w.Pushback, w.HelpWanted, w.Questions, w.FollowUpNotes = say, say, say, say, say, say
	w.Collaborators, w.Practices, w.Activity, w.CaseStudy = []tracker.Person{"ada"}, []string{"relationship-first"}, []string{"observation"}, "candidate"
	w.SharedOn, w.AssetsNeeded, w.Links = []tracker.Date{today}, []string{"a guide"}, []tracker.Link{{Title: "x"}}
	w.NoticedBy, w.Replicates = []tracker.Notice{{Who: "ada"}}, []tracker.ID{"w"}
	in.WhatWeAgreed, in.ProceedingBecause, in.WhatWasInTheWay, in.Reason, in.OfferedInstead = say, say, say, say, say
	in.Requested, in.Agreed, in.Missing = []string{"live"}, []string{"nudge-workflow"}, []string{"own"}
	in.Reinforcement, in.Barriers, in.Cracks = []tracker.Reinforcement{{What: "x"}}, []tracker.Barrier{{What: "x"}}, []tracker.Crack{{What: "x"}}
	in.OtherFactors, in.Prework, in.Conversations = []tracker.Factor{{What: "x"}}, []tracker.Prework{{What: "x"}}, []tracker.Conversation{{With: "ada"}}
	in.Promises, in.Logistics.Mode, in.Links = []tracker.Promise{{What: "x"}}, "x", w.Links
	parsed := pages(t, build(t, tr))
	for page, keys := range map[string]string{
		"wins/w/index.html": "date entered_by collaborators what_happened why connection stage intake practices activity shared_on case_study how_to_replicate " +
			"assets_needed follow_ups replicates noticed_by encouraging pushback help_wanted questions links",
		"intakes/i/index.html": "request requested agreed what_we_agreed proceeding_because reinforcement barriers cracks what_was_in_the_way missing " +
			"other_factors reason offered_instead commitments promises logistics prework conversations links",
	} {
		said := textOf(find(parsed[page], "main")[0])
		for key := range strings.FieldsSeq(keys) {
			if !strings.Contains(said, own[key]) {
				t.Errorf("%s does not say %q", page, own[key])
			}
		}
	}
	address := attribute(find(parsed["index.html"], "a[data-new-record]")[0], "href")
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"why", "connection", "follow_up_notes", "how_to_replicate", "encouraging"} {
		if !strings.Contains(u.Query().Get("value"), "\n## Own "+key+"\n") {
			t.Errorf("a new record does not start with %q:\n%s", own[key], u.Query().Get("value"))
		}
	}
}
