package e2e

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/site"
	"smallwins/internal/tracker"
	"smallwins/templates"
)

// banned are the words that would claim more than can be known (insights:
// "Wording"). Authors may use them; the product may not.
var banned = regexp.MustCompile(`(?i)\b(caus(e|es|ed|ing)|drove|driven by|prov(e|es|ed|en)|ROI|return on investment|thanks to|resulted in|led to` +
	`|(the )?training (worked|works|did ?n[o’']?t work))\b`)

// bannedIn are the words that mean the same in each language of the interface.
var bannedIn = map[string]*regexp.Regexp{
	message.Source: banned,
	"de": regexp.MustCompile(`(?i)(\b(verursach|bewirk|erwiesen|bewiesen|beweist|bewies)\pL*|\bROI\b|\bKapitalrendite|\b(geführt|führte|führten) (dazu|zu)\b|\bdazu geführt\b` +
		`|\bTraining (wirkt|hat gewirkt|hat (nicht )?funktioniert)\b)`),
}

func wrong(text string) string { return banned.FindString(text) }

func TestBannedWordsAreFound(t *testing.T) {
	for text, want := range map[string]bool{
		"The course caused it": true, "which proved right": true, "a ROI of 3": true, "The training didn’t work": true, "The training didn't work": true,
		"because it improved": false, "the grove": false, "a choice": false, "No proof is needed.": false,
	} {
		if got := wrong(text) != ""; got != want {
			t.Errorf("%q: banned is %v", text, got)
		}
	}
}

func TestBannedWordsAreFoundInGerman(t *testing.T) {
	for text, want := range map[string]bool{
		"Der Kurs hat das bewirkt": true, "Das führte zu weniger Fehlern": true, "Das Training hat gewirkt": true, "bewiesen": true,
		"Das Training ist vereinbart": false, "Belege": false, "Das wirkt ruhig": false,
	} {
		if got := bannedIn["de"].MatchString(text); got != want {
			t.Errorf("%q: banned is %v", text, got)
		}
	}
}

// headlines are all sentences that the figures make.
func headlines(f *insight.Figures) []string {
	lines := []string{
		f.Arrivals.Headline(), f.Chain.Headline(), f.Coverage.Headline(), f.Delivered.Headline(), f.Depth.Headline(),
		f.EventRisk.Headline(), f.Ownership.Headline(), f.Posture.Headline(), f.Promises.Headline(), f.Requested.Headline(), f.Voices.Headline(),
	}
	for _, s := range f.Stories {
		lines = append(lines, s.Headline(), s.GradeReason)
		lines = append(lines, s.Sentences()...)
	}
	for _, d := range f.Definitions() {
		lines = append(lines, d.Title, d.Definition, d.Reason, d.Limits, d.NotEnough, d.Audience, d.Decision)
	}
	for _, c := range f.Contracts {
		for _, m := range c.Marks() {
			lines = append(lines, m.Reason)
		}
	}
	for _, b := range f.Chain.Breaks {
		lines = append(lines, b.Text)
	}
	return lines
}

func TestFiguresClaimNoMoreThanTheyKnow(t *testing.T) {
	small, _ := load(t, fstest.MapFS{"strategy.yaml": &fstest.MapFile{Data: []byte("settings:\n  as_of: 2026-06-30\n")}})
	for name, tr := range map[string]*tracker.Tracker{"sample": sample(t), "empty": small} {
		for _, line := range headlines(insight.Compute(tr)) {
			if w := wrong(line); w != "" {
				t.Errorf("%s tracker: %q in %q", name, w, line)
			}
		}
	}
}

// generated are the parts of a page that no author wrote.
const generated = "h1, h2, h3, .standfirst, .finding, .measure-line, .chart-foot, .figure-line, .small, .decisions li, .strip title, thead th, footer.foot"

func TestPagesClaimNoMoreThanTheyKnow(t *testing.T) {
	looked := 0
	eachPage(t, func(t *testing.T, s *built, name string, p *html.Node) {
		for _, n := range all(p, generated) {
			looked++
			if w := wrong(text(n)); w != "" {
				t.Errorf("%s: %q in %q", name, w, text(n))
			}
		}
		if name == "about/index.html" {
			for _, n := range all(p, "main p, main dt, main dd, main li") {
				if w := wrong(text(n)); w != "" {
					t.Errorf("%s: %q in %q", name, w, text(n))
				}
			}
		}
	})
	if looked < 3000 {
		t.Errorf("only %d texts were looked at", looked)
	}
}

var action = regexp.MustCompile(`\{\{.*?\}\}`)

func TestTemplatesClaimNoMoreThanTheyKnow(t *testing.T) {
	names, err := fs.Glob(templates.FS, "*.*")
	if err != nil || len(names) < 15 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		body := string(must(fs.ReadFile(templates.FS, name))(t))
		if w := wrong(tag.ReplaceAllString(action.ReplaceAllString(body, " "), " ")); w != "" {
			t.Errorf("%s: %q", name, w)
		}
	}
}

func TestMessagesClaimNoMoreThanTheyKnow(t *testing.T) {
	for _, code := range message.BuiltIn() {
		if bannedIn[code] == nil {
			t.Errorf("nobody said which words %s must not use", code)
			continue
		}
		texts := messages(t, code)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			if w := bannedIn[code].FindString(texts[key]); w != "" && key != "field.intake.cause" { // the heading of what an author says
				t.Errorf("%s.json: %s says %q: %s", code, key, w, texts[key])
			}
		}
	}
}

// What an author writes stays as it is, whatever the words.
func TestAuthorsMayUseAnyWord(t *testing.T) {
	const file = "wins/2025-04-29-two-wrong-room-bookings.md"
	fsys := changed(t, map[string]func(string) string{file: func(s string) string { return s + "\nThe training worked, and it caused ROI.\n" }})
	s := buildFrom(t, fsys, tracker.LeadersEdition, site.Options{})
	p := s.page(t, strings.TrimSuffix(file, ".md")+"/index.html")
	if !strings.Contains(text(one(t, p, "main")), "The training worked, and it caused ROI.") {
		t.Error("the author's sentence is not on the page")
	}
}
