package tracker_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// everything lets cmp look into what is not exported.
var everything = cmp.Exporter(func(reflect.Type) bool { return true })

// Words and days that only the team may see begin with secret; what everyone
// may see begins with shown. The days are of a year that nothing else uses.
const secret, shown = "secret", "shown"

var secretDay, shownDay = day("2031-07-17"), day("2026-01-15")

// linked is a text with a link to each address below the site's root.
func linked(addresses ...string) tracker.Prose {
	p := tracker.Prose{Source: "shown", HTML: "<p>shown", Text: "shown"}
	for i, a := range addresses {
		p.HTML += fmt.Sprintf(` <a href="%s%s">the <em>text</em> %d</a>,`, tracker.RootMark, a, i)
		p.Source += fmt.Sprintf(" [the *text* %d](../%s)", i, a)
		p.Text += fmt.Sprintf(" the text %d", i)
	}
	p.HTML += ` <a href="https://example.com/wins/a/index.html" rel="noopener noreferrer">away</a></p>`
	return p
}

// unlinked is what is left of linked when the first address is gone.
func unlinked(addresses ...string) tracker.Prose {
	p := linked(addresses...)
	p.HTML = strings.Replace(p.HTML, `<a href="`+tracker.RootMark+addresses[0]+`">the <em>text</em> 0</a>`, "the <em>text</em> 0", 1)
	return p
}

// plant fills every field of the struct that has a key in the table. Fields
// that are only for the team, and all fields of what is hidden, get secrets.
func plant(v reflect.Value, fields []tracker.Field, hidden bool) {
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		if tag.Get("inline") != "" {
			plant(v.Field(i), fields, hidden)
		} else if f := tracker.FieldByKey(fields, tag.Get("key")); f != nil {
			plantValue(v.Field(i), f, hidden || f.TeamOnly)
		}
	}
}

func plantValue(v reflect.Value, f *tracker.Field, hidden bool) {
	word, on := shown+" "+f.Key, shownDay
	if hidden {
		word, on = secret+" "+f.Key, secretDay
	}
	switch p := v.Addr().Interface().(type) {
	case *tracker.Prose:
		*p = linked("wins/secret-w%C3%ADn/index.html", "wins/win/index.html", "intakes/secret-ask/index.html", "wins/secret-w%C3%ADn/index.html")
		p.Source += word
		p.Text += word
		p.HTML += word
		p.On = on
	case *tracker.Date:
		*p = on
	case *tracker.Number:
		*p = tracker.Number{Value: 1, Known: true}
	default:
		switch v.Kind() {
		case reflect.String:
			v.SetString(word)
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Int:
			v.SetInt(1)
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 4))
			plantValue(v.Index(0), f, hidden)
		case reflect.Struct:
			plant(v, f.Fields, hidden)
		case reflect.Pointer: // spotlight
			v.Set(reflect.New(v.Type().Elem()))
		default:
			panic("nothing to plant in a " + v.Type().String())
		}
	}
}

// planted is a tracker in which every field of every record is filled, with
// records that only the team may see, and references to them everywhere.
func planted() *tracker.Tracker {
	win := func(id tracker.ID, hidden bool) *tracker.Win {
		w := &tracker.Win{Origin: tracker.NewOrigin("wins/" + string(id) + ".md"), ID: id}
		plant(reflect.ValueOf(w).Elem(), tracker.WinFields, hidden)
		w.Audience = tracker.AudienceEveryone
		if hidden {
			w.Audience = tracker.AudienceTeam
		}
		w.Replicates = []tracker.ID{"SECRET-wín", "win", "secret-alias", "other"}
		w.Intake = "Secret-Ask-Alias"
		w.More = []tracker.Note{
			{Label: "secret label", Prose: tracker.Prose{Text: "secret", HTML: "secret", Source: "secret"}, TeamOnly: true},
			{Label: "shown label", Prose: linked("wins/secret-w%C3%ADn/index.html")},
		}
		return w
	}
	ask := func(id tracker.ID, hidden bool) *tracker.Intake {
		in := &tracker.Intake{Origin: tracker.NewOrigin("intakes/" + string(id) + ".md"), ID: id}
		plant(reflect.ValueOf(in).Elem(), tracker.IntakeFields, hidden)
		in.Audience = tracker.AudienceEveryone
		if hidden {
			in.Audience = tracker.AudienceTeam
		}
		in.Commitments = []tracker.Promise{{
			What: "shown commitment", Who: "shown who", To: "shown to", By: shownDay, Size: tracker.Big,
			State: tracker.PromiseMissed, Closed: secretDay, Moved: []tracker.Move{{To: secretDay, On: secretDay}},
		}}
		in.More = []tracker.Note{
			{Label: "shown label", Prose: linked("intakes/secret-ask/index.html")},
			{Label: "secret label", Prose: tracker.Prose{Text: "secret"}, TeamOnly: true},
		}
		return in
	}
	hiddenWin, hiddenAsk := win("secret-wín", true), ask("secret-ask", true)
	hiddenWin.Aliases, hiddenAsk.Aliases = []tracker.ID{"secret-alias"}, []tracker.ID{"secret-ask-alias"}
	linkedTo := win("win", false)
	plain := newWin("other", "2026-01-02")
	plain.Intake, plain.Replicates = "ask", []tracker.ID{"win"}

	s := &tracker.Stakeholder{}
	plant(reflect.ValueOf(s).Elem(), tracker.StakeholderFields, false)
	s.ID = "zoe"
	s.Business.Sources = []tracker.Source{
		{Kind: "overheard", URL: "secret", Date: secretDay}, {Kind: "Overheard", URL: "secret", Date: secretDay},
		{Kind: "annual report", URL: "shown source", Date: shownDay},
	}
	tr := tracker.New(
		tracker.Strategy{
			Settings: tracker.Defaults(), Stakeholders: []*tracker.Stakeholder{s},
			Team: []*tracker.Member{{ID: "shown who"}}, // whose promises are L&D's
		},
		[]*tracker.Win{hiddenWin, linkedTo, plain}, []*tracker.Intake{hiddenAsk, ask("ask", false)},
		tracker.Census{Found: 7, Published: 5, LeftOut: 2})
	tr.AsOf = day("2032-01-01")
	return tr
}

// find lists the paths of all strings and days in a value, exported or not,
// that want asks for.
func find(v reflect.Value, path string, want func(reflect.Value) bool, found *[]string) {
	switch v.Kind() {
	case reflect.String, reflect.Int32:
		if want(v) {
			*found = append(*found, fmt.Sprintf("%s: %v", path, v))
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			find(v.Elem(), path, want, found)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			find(v.Field(i), path+"."+v.Type().Field(i).Name, want, found)
		}
	case reflect.Slice:
		// What lies between the length and the capacity of a list is in it too.
		for i := range v.Cap() {
			find(v.Slice(0, v.Cap()).Index(i), fmt.Sprintf("%s[%d]", path, i), want, found)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			find(it.Key(), path+" key", want, found)
			find(it.Value(), fmt.Sprintf("%s[%v]", path, it.Key()), want, found)
		}
	}
}

func isSecret(v reflect.Value) bool {
	if v.Kind() == reflect.String {
		return strings.Contains(strings.ToLower(v.String()), secret)
	}
	return tracker.Date(v.Int()) == secretDay
}

func TestRedactedHoldsNoSecret(t *testing.T) {
	for name, tr := range map[string]*tracker.Tracker{
		"as built":              planted(),
		"with nothing but team": tracker.New(tracker.Strategy{}, []*tracker.Win{{ID: "secret", Audience: tracker.AudienceTeam}}, nil, tracker.Census{Found: 1, Published: 1}),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after []string
			find(reflect.ValueOf(tr), "t", isSecret, &before)
			if len(before) == 0 {
				t.Fatal("no secrets were planted")
			}
			r := tr.Redacted(tracker.LeadersEdition)
			find(reflect.ValueOf(r), "t", isSecret, &after)
			for _, at := range after {
				t.Errorf("still there: %s", at)
			}
			printed := fmt.Sprintf("%+v %+v", r, r.Strategy)
			for _, w := range r.Wins {
				printed += fmt.Sprintf("%+v", *w)
			}
			for _, in := range r.Intakes {
				printed += fmt.Sprintf("%+v", *in)
			}
			for _, s := range r.Strategy.Stakeholders {
				printed += fmt.Sprintf("%+v", *s)
			}
			for _, m := range r.Promises() {
				printed += fmt.Sprintf("%+v", *m.Promise)
			}
			for _, word := range []string{secret, secretDay.String()} {
				if at := strings.Index(strings.ToLower(printed), word); at >= 0 {
					t.Errorf("printed: …%s", printed[max(0, at-60):at+len(word)])
				}
			}
			if r.Edition != tracker.LeadersEdition {
				t.Errorf("edition %q", r.Edition)
			}
		})
	}
}

// Every field that the tables call the team's own was planted: a test that
// finds nothing has to have looked.
func TestSecretsArePlantedInEveryFieldOfTheTeam(t *testing.T) {
	tr := planted()
	var all []string
	find(reflect.ValueOf(tr), "t", isSecret, &all)
	text := strings.Join(all, "\n")
	for _, at := range []string{".Pushback.HTML: ", ".HelpWanted.Text: ", ".Conversations[0].Reaction: secret", ".Cracks[0].Reaction: secret", ".Door[0].Evidence: secret", ".Door[0].Date: 2031", ".Commitments[0].Closed: ", ".Contract.Own.HTML: ", ".More[0].Label: secret"} {
		if !strings.Contains(text, at) {
			t.Errorf("no secret was planted at %s", at)
		}
	}
}

func TestRedactedKeepsWhatEveryoneMaySee(t *testing.T) {
	isShown := func(v reflect.Value) bool {
		return v.Kind() == reflect.String && strings.HasPrefix(v.String(), shown)
	}
	list := func(t *tracker.Tracker) []string {
		var found []string
		find(reflect.ValueOf(t.Win("win")), "win", isShown, &found)
		find(reflect.ValueOf(t.Intake("ask")), "ask", isShown, &found)
		find(reflect.ValueOf(t.Stakeholder("zoe")), "zoe", isShown, &found)
		// Sources are for editors, and hold the addresses of links. Who in L&D
		// made a promise, and how a talk went, is the team's own.
		found = slices.DeleteFunc(found, func(s string) bool {
			if strings.Contains(s, "FollowUps[0].Who") || strings.Contains(s, ".Promises[0].Who") || strings.Contains(s, "Conversations[0].Note") {
				return true
			}
			return strings.Contains(s, ".Source: ") && !strings.Contains(s, "Measure") || strings.Contains(s, "Pushback") || strings.Contains(s, "HelpWanted")
		})
		for i, s := range found { // places in lists from which something is gone
			s = strings.Replace(s, "More[1]", "More[0]", 1)
			found[i] = strings.NewReplacer("Sources[1]", "Sources[0]", "Sources[2]", "Sources[0]").Replace(s)
		}
		return found
	}
	tr := planted()
	want := list(tr)
	if len(want) < 80 {
		t.Fatalf("only %d texts are shown to everyone", len(want))
	}
	if diff := cmp.Diff(want, list(tr.Redacted(tracker.LeadersEdition))); diff != "" {
		t.Errorf("(-team +leaders):\n%s", diff)
	}
}

func TestRedactedLeavesTheOriginalAlone(t *testing.T) {
	tr := planted()
	r := tr.Redacted(tracker.LeadersEdition)
	if diff := cmp.Diff(planted(), tr, everything); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	if r.Win("win") == tr.Win("win") || r.Intake("ask") == tr.Intake("ask") {
		t.Error("records are shared")
	}
	if tr.Redacted(tracker.TeamEdition) != tr {
		t.Error("the team's edition is another tracker")
	}
}

func TestRedactedReferences(t *testing.T) {
	tr := planted()
	r := tr.Redacted(tracker.LeadersEdition)
	if r.Win("secret-wín") != nil || r.Win("secret-alias") != nil || r.Intake("secret-ask") != nil || r.Intake("secret-ask-alias") != nil {
		t.Error("what is the team's own is still found")
	}
	w, other, in := r.Win("win"), r.Win("other"), r.Intake("ask")
	if w == nil || other == nil || in == nil {
		t.Fatal("what everyone may see is not found")
	}
	if w != r.Wins[slices.IndexFunc(r.Wins, func(w *tracker.Win) bool { return w.ID == "win" })] || in != r.Intakes[0] {
		t.Error("what is found is not what is listed")
	}
	if want := []tracker.ID{"win", "other"}; !slices.Equal(w.Replicates, want) {
		t.Errorf("repeats %q, want %q", w.Replicates, want)
	}
	if w.Intake != "" {
		t.Errorf("grew from %q", w.Intake)
	}
	if other.Intake != "ask" || !slices.Equal(other.Replicates, []tracker.ID{"win"}) {
		t.Errorf("references to what everyone may see: %q, %q", other.Intake, other.Replicates)
	}
	if want := (tracker.Census{Found: 5, Published: 3, LeftOut: 2}); r.Census != want {
		t.Errorf("census %+v, want %+v", r.Census, want)
	}
}

// A site leaves out what lies after its day before it is redacted: what was
// left out, and the team's own, is not to be named either.
func TestRedactedReferencesToTheTeamsRecordsOfLaterDays(t *testing.T) {
	later, asked := newWin("secret-win", "2026-02-01"), newIntake("secret-ask", "2026-02-01")
	later.Audience, asked.Audience = tracker.AudienceTeam, tracker.AudienceTeam
	w := newWin("win", "2026-01-01")
	w.Intake, w.Replicates, w.Why = "secret-ask", []tracker.ID{"secret-win"}, linked("wins/secret-win/index.html")
	tr := tracker.New(tracker.Strategy{}, []*tracker.Win{w, later}, []*tracker.Intake{asked}, tracker.Census{Found: 3, Published: 3})
	r := tr.On(day("2026-01-15")).Redacted(tracker.LeadersEdition)
	var found []string
	find(reflect.ValueOf(r), "t", isSecret, &found)
	for _, at := range found {
		t.Errorf("still there: %s", at)
	}
}

func TestRedactedLinks(t *testing.T) {
	const gone, kept = "wins/secret-w%C3%ADn/index.html", "wins/win/index.html"
	open := `<a href="` + tracker.RootMark
	for _, c := range []struct{ name, html, want string }{
		{"nothing", "", ""},
		{"no link", "<p>a</p>", "<p>a</p>"},
		{"the link alone", open + gone + `">text</a>`, "text"},
		{"the link, then more", open + gone + `">text</a> more`, "text more"},
		{"markup in the link", `<p>a ` + open + gone + `">the <em>text</em> <code>x</code></a> b</p>`, "<p>a the <em>text</em> <code>x</code> b</p>"},
		{"another link", "a " + open + kept + `">text</a> b`, "a " + open + kept + `">text</a> b`},
		{"one of each", open + kept + `">1</a> ` + open + gone + `">2</a> ` + open + kept + `">3</a>`, open + kept + `">1</a> 2 ` + open + kept + `">3</a>`},
		{"the same twice", open + gone + `">1</a>` + open + gone + `">2</a>`, "12"},
		{"an intake", open + `intakes/secret-ask/index.html">1</a>`, "1"},
		{"an intake of the same name as a win", open + `intakes/secret-w%C3%ADn/index.html">1</a>`, open + `intakes/secret-w%C3%ADn/index.html">1</a>`},
		{"a longer name", open + `wins/secret-w%C3%ADn-2/index.html">1</a>`, open + `wins/secret-w%C3%ADn-2/index.html">1</a>`},
		{"elsewhere", `<a href="https://example.com/` + gone + `" rel="noopener noreferrer">1</a>`, `<a href="https://example.com/` + gone + `" rel="noopener noreferrer">1</a>`},
		{"written as text", "<p>&lt;a href=" + gone + "&gt;</p>", "<p>&lt;a href=" + gone + "&gt;</p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr := planted()
			in := tr.Intake("ask")
			in.Contract.Own = tracker.Prose{HTML: c.html, Text: "text", Source: "[text](../wins/secret-wín.md)", On: shownDay}
			want := tracker.Prose{HTML: c.want, Text: "text", On: shownDay}
			if got := tr.Redacted(tracker.LeadersEdition).Intake("ask").Contract.Own; got != want {
				t.Errorf("(-want +got):\n%s", cmp.Diff(want, got))
			}
		})
	}
}

func TestRedactedCommitments(t *testing.T) {
	asOf := day("2026-06-01")
	build := func() *tracker.Tracker {
		hidden := newIntake("hidden", "2026-01-01")
		hidden.Audience, hidden.Commitments = tracker.AudienceTeam, []tracker.Promise{{What: "h", State: tracker.PromiseMissed}}
		a, b := newIntake("a", "2026-01-02"), newIntake("b", "2026-01-03")
		a.Commitments = []tracker.Promise{
			{What: "missed", Who: "zoe", To: "ada", By: day("2026-02-01"), Size: tracker.Big, State: tracker.PromiseMissed},
			{What: "kept", Who: "zoe", By: day("2026-02-01"), Closed: day("2026-01-20")},
			{What: "overdue", By: day("2026-03-01"), Moved: moves("2026-05-01", "2026-02-20")},
		}
		a.Promises = []tracker.Promise{{What: "ours", State: tracker.PromiseMissed, By: day("2026-02-01")}}
		b.Commitments = []tracker.Promise{
			{What: "late", By: day("2026-02-01"), Closed: day("2026-02-02")},
			{What: "open", By: day("2026-08-01")},
			{What: "released", State: tracker.PromiseReleased, Closed: day("2026-02-02")},
		}
		for _, who := range []tracker.Person{"Yan", "Bo"} { // without them the count would tell who did not keep theirs
			b.Commitments = append(b.Commitments, tracker.Promise{What: "kept", Who: who, State: tracker.PromiseKept}, tracker.Promise{What: "kept", Who: who, State: tracker.PromiseKept})
		}
		tr := tracker.New(tracker.Strategy{}, nil, []*tracker.Intake{hidden, a, b}, tracker.Census{Found: 3, Published: 3})
		tr.AsOf = asOf
		return tr
	}
	type counted struct {
		size  tracker.Size
		state tracker.PromiseState
	}
	tally := func(t *tracker.Tracker, skip tracker.ID) (ours, theirs map[counted]int) {
		ours, theirs = map[counted]int{}, map[counted]int{}
		for _, m := range t.Promises() {
			c := counted{m.Promise.SizeOr(), m.Promise.StateAt(asOf)}
			switch {
			case m.Intake != nil && m.Intake.ID == skip:
			case m.Business:
				theirs[c]++
			default:
				ours[c]++
			}
		}
		return ours, theirs
	}
	tr := build()
	r := tr.Redacted(tracker.LeadersEdition)

	wantOurs, wantTheirs := tally(tr, "hidden")
	gotOurs, gotTheirs := tally(r, "")
	if len(wantTheirs) != 6 {
		t.Fatalf("not every state is tried: %v", wantTheirs)
	}
	for c, n := range maps.Clone(wantTheirs) { // that they were not kept on their day is all that is told
		if slices.Contains([]tracker.PromiseState{tracker.PromiseLate, tracker.PromiseMissed, tracker.PromiseOverdue}, c.state) {
			delete(wantTheirs, c)
			wantTheirs[counted{c.size, tracker.PromiseNotKept}] += n
		}
	}
	if !cmp.Equal(wantOurs, gotOurs, everything) || !cmp.Equal(wantTheirs, gotTheirs, everything) {
		t.Errorf("counted ours %v and theirs %v, want %v and %v", gotOurs, gotTheirs, wantOurs, wantTheirs)
	}
	for _, m := range r.Promises() {
		p := m.Promise
		if m.Business && (m.Intake != nil || m.Win != nil || m.Stakeholder != nil || p.What != "" || p.Who != "" || p.To != "" || p.By != 0 || p.Closed != 0 || p.Moved != nil) {
			t.Errorf("a state of the business leads somewhere: %+v of %+v", *p, m)
		}
	}
	for _, in := range r.Intakes {
		for i, p := range in.Commitments {
			was := tr.Intake(in.ID).Commitments[i]
			want := tracker.Promise{What: was.What, Who: was.Who, To: was.To, By: was.By, Size: was.Size, Withheld: true}
			if diff := cmp.Diff(want, p); diff != "" {
				t.Errorf("%s, commitment %d (-want +got):\n%s", in.ID, i, diff)
			}
			for _, on := range []string{"2026-01-01", "2026-06-01", "2036-01-01"} {
				if got := p.StateAt(day(on)); got != "" {
					t.Errorf("%s, commitment %d is %q as of %s", in.ID, i, got, on)
				}
			}
		}
	}

	// Redacted once is redacted.
	_, again := tally(r.Redacted(tracker.LeadersEdition), "")
	if !cmp.Equal(wantTheirs, again, everything) {
		t.Errorf("redacted twice, theirs are %v, want %v", again, wantTheirs)
	}
}

// What somebody in the business did not do stands beside what others did, and
// would be read off it.
func TestRedactedReinforcement(t *testing.T) {
	in := newIntake("a", "2026-01-02")
	in.Reinforcement = []tracker.Reinforcement{{Who: "zoe", What: "x", Done: true}, {Who: "Yan", What: "y"}, {Who: "ada", What: "z", Done: true}}
	tr := tracker.New(tracker.Strategy{Team: []*tracker.Member{{ID: "ada"}}, Stakeholders: []*tracker.Stakeholder{{ID: "zoe"}}}, nil, []*tracker.Intake{in}, tracker.Census{})
	want := []tracker.Reinforcement{{Who: "zoe", What: "x"}, {Who: "Yan", What: "y"}, {Who: "ada", What: "z", Done: true}}
	if diff := cmp.Diff(want, tr.Redacted(tracker.LeadersEdition).Intake("a").Reinforcement); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// "priorities: []" is an answer, and so is a list from which all was taken.
func TestRedactedKeepsEmptyAnswers(t *testing.T) {
	hidden := newWin("hidden", "2026-01-01")
	hidden.Audience = tracker.AudienceTeam
	answered, silent := newWin("answered", "2026-01-02"), newWin("silent", "2026-01-03")
	answered.Priorities, answered.Replicates = []tracker.ID{}, []tracker.ID{"hidden"}
	answered.Outcomes, answered.FollowUps, answered.Practices = []tracker.ID{}, []tracker.Promise{}, []string{}
	empty := newWin("empty", "2026-01-04")
	empty.Replicates = []tracker.ID{}
	asked := newIntake("asked", "2026-01-01")
	asked.Commitments, asked.Conversations, asked.Cracks, asked.Barriers = []tracker.Promise{}, []tracker.Conversation{}, []tracker.Crack{}, []tracker.Barrier{}
	zoe := &tracker.Stakeholder{ID: "zoe", Business: tracker.Business{Sources: []tracker.Source{}}}
	tr := tracker.New(tracker.Strategy{Stakeholders: []*tracker.Stakeholder{zoe}}, []*tracker.Win{hidden, answered, silent, empty}, []*tracker.Intake{asked}, tracker.Census{})
	r := tr.Redacted(tracker.LeadersEdition)
	a, in := r.Win("answered"), r.Intake("asked")
	for name, answer := range map[string]any{
		"priorities": a.Priorities, "outcomes": a.Outcomes, "follow_ups": a.FollowUps, "practices": a.Practices,
		"replicates, all taken": a.Replicates, "replicates, none": r.Win("empty").Replicates,
		"commitments": in.Commitments, "conversations": in.Conversations, "cracks": in.Cracks, "barriers": in.Barriers,
		"sources": r.Stakeholder("zoe").Business.Sources,
	} {
		if v := reflect.ValueOf(answer); v.IsNil() || v.Len() != 0 {
			t.Errorf("%s: %#v, want an empty list", name, answer)
		}
	}
	if s := r.Win("silent"); s.Priorities != nil || s.Replicates != nil {
		t.Errorf("what was not answered became an answer: %#v, %#v", s.Priorities, s.Replicates)
	}
}

// A source is published where readers see all of it anyway.
func TestRedactedSources(t *testing.T) {
	for _, c := range []struct {
		name, source, text string
		kept               bool
	}{
		{"paragraphs", "One *two*.\n\nThree – 4.", "One two. Three – 4.", true},
		{"a list", "- one\n- `two`", "one two", true},
		{"nothing", "", "", true},
		{"a comment", "One. <!-- two -->", "One.", false},
		{"a sign in a comment", "One. <!-- ☹ -->", "One.", false},
		{"an address", "[One](../wins/w.md)", "One", false},
		{"a definition", "One.\n\n[two]: three", "One.", false},
		{"after a fence", "```one two\nthree\n```", "three", false},
		{"a cell too many", "|a|\n|-|\n|b|c|", "a b", false},
		{"a reference", "&eacute;", "é", false},
		{"less than is shown", "One", "One two", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr := planted()
			tr.Intake("ask").Contract.Own = tracker.Prose{HTML: "<p>", Text: c.text, Source: c.source}
			got := tr.Redacted(tracker.LeadersEdition).Intake("ask").Contract.Own.Source
			if want := map[bool]string{true: c.source}[c.kept]; got != want {
				t.Errorf("the source is %q, want %q", got, want)
			}
		})
	}
}
