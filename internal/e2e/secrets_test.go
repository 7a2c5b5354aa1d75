package e2e

import (
	"html"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// What leaders must not read is looked for in every byte of their edition. The
// secrets come from the sample's own records.

// secret is something that only the team may read.
type secret struct {
	what, record string
	fragments    []string
}

// openly is what stands in a secret and, word for word, in a record that
// everyone may read.
var openly = []string{
	"asked why we had built module 2",                         // the title of a win
	"opens the shift at the board",                            // an answer in a contract
	"most line managers have more than twenty direct reports", // an answer in a contract
	"new starters copy whoever stands nearest",                // prework, and a win
}

// secrets returns what the team alone may read of a tracker.
func secrets(tr *tracker.Tracker) []secret {
	var found []secret
	add := func(what string, record tracker.ID, text string) {
		if text != "" {
			found = append(found, secret{what, string(record), sentences(text)})
		}
	}
	for _, w := range tr.Wins {
		add("help wanted", w.ID, w.HelpWanted.Text)
		add("pushback", w.ID, w.Pushback.Text)
	}
	for _, in := range tr.Intakes {
		for _, c := range in.Cracks {
			add("reaction to a crack", in.ID, c.Reaction)
		}
	}
	for _, s := range tr.Strategy.Stakeholders {
		for _, d := range s.Door {
			add("door", s.ID, d.Evidence)
		}
		for _, m := range s.Touchpoints {
			add("what we learnt", s.ID, m.Learned)
		}
		for _, src := range s.Business.Sources {
			if src.Kind == "overheard" {
				add("overheard source", s.ID, src.URL)
			}
		}
	}
	return found
}

var sentenceEnd = regexp.MustCompile(`[.!?:;]["”]?\s+`)

// sentences splits a text and keeps what is long enough to be told from other
// people's sentences.
func sentences(text string) []string {
	var kept []string
	for _, s := range sentenceEnd.Split(text, -1) {
		s = letters(s)
		if open := slices.ContainsFunc(openly, func(o string) bool { return strings.HasSuffix(s, o) }); !open && strings.Count(s, " ") >= 3 {
			kept = append(kept, s)
		}
	}
	return kept
}

// letters keeps letters and digits, so that quotes, escapes and line breaks
// cannot hide a sentence.
func letters(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

var (
	tag     = regexp.MustCompile(`<[^>]*>`)
	jsonHex = regexp.MustCompile(`\\u[0-9a-fA-F]{4}|\\[nt]`)
)

// plain returns all that a file says, with and without its markup. The chart
// library is not made from records.
func plain(s *built) map[string]string {
	said := map[string]string{}
	for name, body := range s.files {
		if !strings.HasPrefix(name, "assets/") {
			raw := jsonHex.ReplaceAllString(string(body), " ")
			said[name] = letters(html.UnescapeString(raw)) + " | " + letters(html.UnescapeString(tag.ReplaceAllString(raw, "")))
		}
	}
	return said
}

func where(said map[string]string, fragment string) []string {
	var names []string
	for name, all := range said {
		if strings.Contains(all, fragment) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestLeadersReadNoSecrets(t *testing.T) {
	inLeaders, inTeam := plain(leaders(t)), plain(team(t))
	count := map[string]int{}
	for _, s := range secrets(sample(t)) {
		count[s.what] += one01(len(s.fragments) > 0)
		for _, fragment := range s.fragments {
			if names := where(inLeaders, fragment); len(names) > 0 {
				t.Errorf("%s of %s: %q stands in %s of the leaders' edition", s.what, s.record, fragment, names)
			}
			if s.what == "help wanted" || s.what == "pushback" {
				page := "wins/" + s.record + "/index.html"
				if !slices.Contains(where(inTeam, fragment), page) {
					t.Errorf("%s of %s: %q is not in %s of the team's edition", s.what, s.record, fragment, page)
				}
			}
		}
	}
	equal(t, "secrets looked for", count, map[string]int{"help wanted": 2, "pushback": 3, "reaction to a crack": 1, "door": 20, "what we learnt": 14})
	for name, said := range inLeaders {
		if strings.Contains(" "+said+" ", " overheard ") {
			t.Errorf("%s of the leaders' edition speaks of something overheard", name)
		}
	}
}

// Reactions are single words, which would be found anywhere: they are looked
// for where conversations are listed.
func TestLeadersReadNoReactions(t *testing.T) {
	listed := func(s *built) (reactions, conversations int) {
		for _, in := range sample(t).Intakes {
			for _, item := range texts(s.page(t, "intakes/"+string(in.ID)+"/index.html"), `div:haschild(h2) > ul > li`) {
				if !strings.Contains(item, " · with ") {
					continue
				}
				conversations++
				for _, part := range strings.Split(item, " · ") {
					if slices.ContainsFunc(tracker.Reactions.Terms, func(r tracker.Term) bool { return strings.EqualFold(r.Label, part) }) {
						reactions++
					}
				}
			}
		}
		return reactions, conversations
	}
	reactions, conversations := listed(leaders(t))
	if reactions > 0 || conversations < 6 {
		t.Errorf("the leaders' edition has %d reactions in %d conversations", reactions, conversations)
	}
	if r, c := listed(team(t)); r != c || c != conversations {
		t.Errorf("the team's edition has %d reactions in %d conversations, want one each in %d", r, c, conversations)
	}
}

// What became of a commitment of the business is for the team; what was
// promised is for all.
func TestLeadersReadNoStateOfCommitments(t *testing.T) {
	const list = `[aria-label="Promises both ways"] > div:first-child .promises`
	commitments := func(s *built) (all int, stated int) {
		for _, in := range sample(t).Intakes {
			p := s.page(t, "intakes/"+string(in.ID)+"/index.html")
			all += len(texts(p, list+" > li"))
			stated += len(texts(p, list+" .state"))
		}
		return all, stated
	}
	if all, stated := commitments(leaders(t)); all != 8 || stated != 0 {
		t.Errorf("leaders see %d commitments, %d with their state; want 8 and none", all, stated)
	}
	if all, stated := commitments(team(t)); all != 8 || stated != 8 {
		t.Errorf("the team sees %d commitments, %d with their state; want 8 and 8", all, stated)
	}
}

// changed is the sample with some files replaced.
func changed(t *testing.T, edit map[string]func(string) string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	names := []string{"strategy.yaml"}
	for _, dir := range []string{"wins", "intakes"} {
		for _, e := range must(os.ReadDir(repository + "/" + dir))(t) {
			names = append(names, path.Join(dir, e.Name()))
		}
	}
	for _, name := range names {
		body := must(os.ReadFile(repository + "/" + name))(t)
		if f := edit[name]; f != nil {
			after := f(string(body))
			if after == string(body) {
				t.Fatalf("the edit of %s changes nothing", name)
			}
			body = []byte(after)
		}
		fsys[name] = &fstest.MapFile{Data: body}
	}
	return fsys
}

func forTheTeam(s string) string { return strings.Replace(s, "---\n", "---\naudience: team\n", 1) }

// A record for the team alone leaves no trace in the leaders' edition: no page,
// no title in a list or chart, no link from another record.
func TestLeadersSeeNothingOfTeamRecords(t *testing.T) {
	for _, tt := range []struct{ file, title string }{
		{"wins/2025-05-14-cards-as-well-as-the-film.md", "Dariusz will take cards as well as the film"}, // repeated by three
		{"wins/2025-12-03-went-back-to-gethin.md", "Went back to Gethin and said we had handled it badly"},
		{"intakes/2025-11-05-train-everyone-again.md", "Train everyone again on the transport system"},
	} {
		t.Run(tt.file, func(t *testing.T) {
			fsys := changed(t, map[string]func(string) string{tt.file: forTheTeam})
			id := strings.TrimSuffix(path.Base(tt.file), ".md")
			for edition, want := range map[tracker.Edition]bool{tracker.LeadersEdition: false, tracker.TeamEdition: true} {
				s := buildFrom(t, fsys, edition, site.Options{})
				said := plain(s)
				for _, trace := range []string{tt.title, id} {
					if names := where(said, letters(trace)); (len(names) > 0) != want {
						t.Errorf("%s edition: %q stands in %v", edition, trace, names)
					}
				}
			}
		})
	}
}

// A text may link to a record that is for the team alone. The words are the
// author's and stay; the link, which names the record, must not.
func TestLeadersGetNoLinkToTeamRecords(t *testing.T) {
	const id = "2025-07-08-objections-elearning"
	fsys := changed(t, map[string]func(string) string{"intakes/" + id + ".md": forTheTeam})
	s := buildFrom(t, fsys, tracker.LeadersEdition, site.Options{})
	for name, p := range s.pages {
		for _, a := range all(p, `a[href*="`+id+`"]`) {
			t.Errorf("%s links to %s", name, attr(a, "href"))
		}
	}
	if len(all(team(t).page(t, "wins/2025-09-10-two-managers-an-hour-a-week/index.html"), `.prose a[href$="`+id+`/index.html"]`)) != 1 {
		t.Error("no text of the sample links to that record any more: choose another")
	}
}

// planted are attachments, with the records that link to them. Their names and
// bytes say who may have them.
var planted = []struct {
	file, record, into string // into: the heading below which the link stands, "" for the links of the front matter
	team               bool   // only the team may have it
}{
	{"wins/attached/board-of-all.gif", "wins/2025-06-10-an-answer-by-friday.md", "## Why it's a win", false},
	{"wins/attached/guide-of-all.pdf", "wins/2025-06-10-an-answer-by-friday.md", "", false},
	{"wins/attached/list-of-both.csv", "wins/2025-06-10-an-answer-by-friday.md", "## Connection to strategic priorities", false},
	{"wins/attached/list-of-both.csv", "wins/2025-12-03-went-back-to-gethin.md", "## Why it's a win", false},
	{"intakes/sheet-of-the-team.xlsx", "wins/2025-12-03-went-back-to-gethin.md", "## Why it's a win", true},
	{"wins/attached/photo-of-the-team.gif", "wins/2025-12-03-went-back-to-gethin.md", "", true},
	{"wins/attached/mail-of-the-team.txt", "wins/2025-06-10-an-answer-by-friday.md", "## Pushback", true},
	{"wins/attached/plan-of-the-team.pdf", "wins/2025-06-10-an-answer-by-friday.md", "## Help wanted", true},
	{"wins/attached/board-of-the-team.gif", "wins/2025-09-10-two-managers-an-hour-a-week.md", "## Push-backs", true}, // a slip of the pen
}

// bytesOf are the bytes of a planted attachment, which name it.
func bytesOf(file string) string {
	start := map[string]string{".gif": "GIF89a\x20\x00\x10\x00\x00\x00\x00", ".pdf": "%PDF-1.7\n", ".xlsx": "PK\x03\x04"}
	return start[path.Ext(file)] + "These are the bytes of " + file
}

// withAttachments is the sample with the planted attachments, and one more
// record for the team alone.
func withAttachments(t *testing.T) fstest.MapFS {
	t.Helper()
	edit := map[string]func(string) string{"wins/2025-12-03-went-back-to-gethin.md": forTheTeam}
	for _, p := range planted {
		before := edit[p.record]
		edit[p.record] = func(s string) string {
			if before != nil {
				s = before(s)
			}
			return withLink(s, "../"+p.file, p.into)
		}
	}
	fsys := changed(t, edit)
	for _, p := range planted {
		fsys[p.file] = &fstest.MapFile{Data: []byte(bytesOf(p.file))}
	}
	return fsys
}

// withLink returns a record with a link to a file below a heading, which is
// added where the record has none of that name.
func withLink(record, way, heading string) string {
	link := "[Attached](" + way + ")"
	if path.Ext(way) == ".gif" {
		link = "!" + link
	}
	switch at := "\n" + heading + "\n"; {
	case heading == "":
		return strings.Replace(record, "---\n", "---\nlinks: [{title: Attached, url: "+way+"}]\n", 1)
	case strings.Contains(record, at):
		return strings.Replace(record, at, at+"\n"+link+"\n", 1)
	default:
		return record + at + "\n" + link + "\n"
	}
}

// An attachment goes where a record that its reader may see still links to it,
// and leaves no trace anywhere else: no file, no name, no bytes.
func TestLeadersGetNoAttachmentsOfTheTeam(t *testing.T) {
	fsys := withAttachments(t)
	for edition, want := range map[tracker.Edition]int{tracker.LeadersEdition: 3, tracker.TeamEdition: 8} {
		s := buildFrom(t, fsys, edition, site.Options{})
		copied := 0
		for name := range s.files {
			copied += one01(strings.HasPrefix(name, "files/"))
		}
		equal(t, string(edition)+" edition: attachments", copied, want)
		for _, p := range planted {
			may := !p.team || edition == tracker.TeamEdition
			if may && string(s.files["files/"+p.file]) != bytesOf(p.file) {
				t.Errorf("%s edition: %s has other bytes", edition, p.file)
			}
			shown := false
			for name, body := range s.files {
				if all := name + "\n" + string(body); strings.Contains(all, path.Base(p.file)) {
					shown = shown || path.Ext(name) == ".html"
					if !may {
						t.Errorf("%s edition: %s names %s", edition, name, p.file)
					}
				}
			}
			if shown != may {
				t.Errorf("%s edition: a page leads to %s: %t", edition, p.file, shown)
			}
		}
	}
}
