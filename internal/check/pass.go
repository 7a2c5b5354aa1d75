package check

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// pass is one run over a tracker: what was found so far, and what more than
// one rule asks about, gathered once.
type pass struct {
	t      *tracker.Tracker
	today  tracker.Date
	latest tracker.Date // the last plausible day, or no date: see plausible
	rule   *diag.Rule   // the one that is looking
	found  diag.Collector

	dates    []dated
	people   []named
	promises []promised
	refs     []reference
	known    directory
	near     map[tracker.Kind]*diag.Shelf
	verdicts map[tracker.Person]stranger
	folded   map[tracker.Kind]map[string]string // folded id -> id, made when first needed

	// The kinds of which an entry of the strategy lacks its id: who knows whom a
	// reference that leads nowhere means. That entry has its own finding.
	nameless map[tracker.Kind]bool

	severities map[string]diag.Severity // of all rules, of other packages too
}

func newPass(t *tracker.Tracker, today tracker.Date) *pass {
	p := &pass{
		t: t, today: today,
		near:     map[tracker.Kind]*diag.Shelf{},
		verdicts: map[tracker.Person]stranger{},
		folded:   map[tracker.Kind]map[string]string{},

		nameless:   map[tracker.Kind]bool{},
		severities: map[string]diag.Severity{},
	}
	if !today.IsZero() {
		now := today.Time()
		p.latest = tracker.NewDate(now.Year()+farAhead, now.Month(), now.Day())
	}
	p.walkAll()
	p.gatherPromises()
	p.gatherReferences()
	p.known = people(&t.Strategy)
	p.entries(func(e entry) {
		if e.id == "" {
			p.nameless[e.kind] = true
		}
	})
	return p
}

// finding makes a finding of the rule that is looking. An empty mend stands
// for the rule's own.
func (p *pass) finding(at diag.Place, mend, message string, args ...any) diag.Finding {
	return p.rule.At(at, fmt.Sprintf(message, args...), mend)
}

func (p *pass) add(f diag.Finding) { p.found.Add(f) }

// say adds a finding that needs neither a suggestion nor a related place.
func (p *pass) say(at diag.Place, mend, message string, args ...any) {
	p.add(p.finding(at, mend, message, args...))
}

// wins and intakes are the records that rules about their content look at:
// one that was put into the wrong folder has its own finding, and nothing that
// follows from that is reported beside it.
func (p *pass) wins(look func(*tracker.Win)) {
	for _, w := range p.t.Wins {
		if !misplacedWin(w) {
			look(w)
		}
	}
}

func (p *pass) intakes(look func(*tracker.Intake)) {
	for _, in := range p.t.Intakes {
		if !misplacedIntake(in) {
			look(in)
		}
	}
}

// dated reports whether the win has a day that other days can be held against:
// one in the future or of no plausible year has its own finding, and what
// follows from it is not reported beside it.
func (p *pass) dated(w *tracker.Win) bool {
	return !p.past(w.Date).IsZero()
}

// now is the day by which something is still open or not: the one that the
// settings pin, or today; no date where neither is known.
func (p *pass) now() tracker.Date {
	if asOf := p.sane(p.t.Strategy.Settings.AsOf); !asOf.IsZero() && (p.today.IsZero() || asOf < p.today) {
		return asOf
	}
	return p.today
}

// heading names a field as the team's own pages do.
func (p *pass) heading(f *tracker.Field) string {
	if own := p.t.Strategy.Settings.Labels[f.Key]; own != "" {
		return own
	}
	return f.Label
}

// quoted shows what an author wrote, short enough for one sentence.
func quoted(s string) string {
	const longest = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest-1]) + "…"
	}
	return `"` + s + `"`
}

// listed joins what a sentence names: "a", "b" and "c".
func listed(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}

// days puts a number of days into words.
func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return strconv.Itoa(n) + " days"
}

// fold returns the form in which names and ids are the same to a reader: in
// any case, composed or not, with any run of spaces.
func fold(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' || c <= ' ' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
	return strings.Join(strings.Fields(s), " ")
}

// either returns the first of the paths that the author wrote, for pointing
// at the entry of a list that lacks something: its own first line is not
// known.
func either(o *tracker.Origin, paths ...string) diag.Place {
	for _, path := range paths {
		if o.Wrote(path) {
			return o.At(path)
		}
	}
	return o.Top()
}
