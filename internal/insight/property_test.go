package insight

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"smallwins/internal/tracker"
)

// madeTrackers is how many made-up trackers the rules below are held against,
// each in both editions.
const madeTrackers = 1200

// eachMade runs a check on made-up trackers, on two processors at most.
func eachMade(t *testing.T, n int, check func(t *testing.T, seed uint64)) {
	if testing.Short() {
		n /= 10
	}
	for part := range 2 {
		t.Run(strconv.Itoa(part), func(t *testing.T) {
			t.Parallel()
			for seed := part; seed < n && !t.Failed(); seed += 2 {
				check(t, uint64(seed))
			}
		})
	}
}

// said is every text of a sheet that was not written down by somebody alone.
func (s *Sheet) said() []string {
	all := []string{s.Headline, s.Missing}
	for _, e := range s.Excluded {
		all = append(all, e.Reason)
	}
	for _, r := range s.Receipts {
		all = append(all, r.Label, r.Text, r.Missing)
		for _, records := range [][]Record{r.Counted, r.Others} {
			for _, rec := range records {
				all = append(all, rec.Note)
			}
		}
	}
	return all
}

// heard counts what the made-up trackers brought about, so that no rule holds
// only because nothing it speaks of ever happened.
type heardCount struct {
	sync.Mutex
	n map[string]int
}

func (h *heardCount) add(s *Sheet) {
	h.Lock()
	defer h.Unlock()
	h.n[s.Definition.ID+map[bool]string{true: " speaks", false: " is silent"}[s.Missing == ""]]++
	if trend.MatchString(s.Headline) {
		h.n["trend"]++
	}
}

func TestEverySheetKeepsTheRules(t *testing.T) {
	heard := &heardCount{n: map[string]int{}}
	t.Cleanup(func() {
		if testing.Short() {
			return // too few of them for everything to happen
		}
		for _, sheet := range insights {
			id := sheet(busy(t)).Definition.ID
			if heard.n[id+" speaks"] == 0 || heard.n[id+" is silent"] == 0 && !slices.Contains(neverSilent, id) {
				t.Errorf("%s spoke %d times and was silent %d times", id, heard.n[id+" speaks"], heard.n[id+" is silent"])
			}
		}
		if heard.n["trend"] < 20 {
			t.Errorf("only %d headlines have a word of a trend", heard.n["trend"])
		}
	})
	eachMade(t, madeTrackers, func(t *testing.T, seed uint64) {
		tr := makeTracker(seed)
		team := tr.On(tr.AsOf)
		for _, tr := range []*tracker.Tracker{team, team.Redacted(tracker.LeadersEdition)} {
			f := Compute(tr)
			for i := range f.Sheets() {
				s := &f.Sheets()[i]
				heard.add(s)
				wrong := slices.Concat(headlineProblems(f, s), receiptProblems(f, s), silenceProblems(f, s))
				if tr.Edition == tracker.LeadersEdition && slices.ContainsFunc(s.said(), func(text string) bool { return strings.Contains(text, teamSecret) }) {
					wrong = append(wrong, "it says what only the team may read")
				}
				for _, problem := range wrong {
					t.Errorf("tracker %d, %s edition, %s: %s\n%s", seed, tr.Edition, s.Definition.ID, problem, s.Headline)
				}
			}
		}
	})
}

var (
	// percentage is a share in per cent, with what it is a share of.
	percentage = regexp.MustCompile(`(?:[\d,]+ of ([\d,]+) \()?(\d+)%`)

	// trend is what compares an earlier time with a later one.
	trend     = regexp.MustCompile(`(?i)\b(went|gone) (from|up|down)|\bstayed (at|level)|\b(rose|risen|fell|fallen|grew|grown|dropped|declined|improved|increas\w*|decreas\w*|rising|falling)\b|\b(more|less) often than\b|\btwice as|\b(more|fewer) (and|than) before`)
	trendFrom = regexp.MustCompile(`went from [\d,]+ of ([\d,]+)(?: in [^,;]*?)? to [\d,]+ of ([\d,]+)`)
)

// texts are those that were looked at, behind the least number of cases: most
// come again in the next tracker.
var texts sync.Map

// headlineProblems says what is wrong with the finding of a sheet, and with the
// words of its numbers.
func headlineProblems(f *Figures, s *Sheet) (ps []string) {
	say := func(wrong bool, format string, args ...any) {
		if wrong {
			ps = append(ps, fmt.Sprintf(format, args...))
		}
	}
	say(s.Headline == "", "no headline")
	say(strings.HasSuffix(s.Headline, "."), "a stop at the end of the headline")
	say(strings.Contains(s.Headline, "  ") || strings.TrimSpace(s.Headline) != s.Headline, "spaces too many in the headline")
	say(len(strings.Fields(s.Headline)) > headlineWords, "%d words in the headline", len(strings.Fields(s.Headline)))
	say((s.Missing != "") != strings.HasPrefix(s.Headline, "Not enough data"), "missing %q", s.Missing)
	say(strings.Contains(s.Headline, teamSecret), "a secret in the headline")
	for _, m := range percentage.FindAllStringSubmatch(s.Headline, -1) {
		say(number(m[1]) < f.minimum, "%s with fewer than %d cases", m[0], f.minimum)
	}
	say(trend.MatchString(s.Headline) && !bothHalves(f, s), "a word of a trend without both halves")
	for _, text := range s.said() {
		key := strconv.Itoa(f.minimum) + text
		if _, known := texts.LoadOrStore(key, true); known {
			continue
		}
		say(banned.MatchString(text), "%q in %q", banned.FindString(text), text)
		for _, m := range trendFrom.FindAllStringSubmatch(text, -1) {
			say(number(m[1]) < f.minimum || number(m[2]) < f.minimum, "a trend of fewer than %d cases: %s", f.minimum, text)
		}
		say(disagreement(text) != "", "%s: %s", disagreement(text), text)
	}
	return ps
}

func number(s string) int {
	n, _ := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	return n
}

// bothHalves reports, from the receipts alone, whether both halves of a sheet
// have as many cases as it takes.
func bothHalves(f *Figures, s *Sheet) bool {
	cases := map[string]int{}
	for _, r := range s.Receipts {
		for _, half := range []string{"early", "late"} {
			if strings.HasPrefix(r.ID, s.Definition.ID+"/"+half+"/") {
				cases[half] = r.D
			}
		}
	}
	return cases["early"] >= f.minimum && cases["late"] >= f.minimum
}

// Nouns and verbs that stand behind a number in a sentence of ours, by the form
// of one and that of many.
var (
	forms = map[string]string{
		"win": "wins", "request": "requests", "promise": "promises", "link": "links", "priority": "priorities", "outcome": "outcomes", "case": "cases", "day": "days",
		"reading": "readings", "role": "roles", "one": "ones", "other": "others", "point": "points", "stakeholder": "stakeholders", "month": "months", "week": "weeks",
		"quarter": "quarters", "first": "firsts", "reversal": "reversals", "delivery": "deliveries", "record": "records", "thing": "things", "pair": "pairs",
		"practice": "practices", "question": "questions", "follow-up": "follow-ups", "marker": "markers", "crack": "cracks", "text": "texts", "department": "departments",
	}
	many       = inverted(forms)
	between    = map[string]bool{"live": true, "agreed": true, "training": true, "evaluated": true, "owned": true, "small": true, "big": true, "built": true, "open": true, "contract": true, "more": true, "later": true, "standing": true, "undated": true}
	word       = regexp.MustCompile(`[\p{L}\p{N}&,’'-]+`)
	stops      = regexp.MustCompile(`[;,] `)
	counting   = regexp.MustCompile(`^\d[\d,]*$`)
	verbs      = regexp.MustCompile(`^([\d,]+) of ([\d,]+) (?:[^;,]*? )??(has|have|was|were|is|are|leads|lead|names|name|says|say|stands|stand|includes|include|waits|wait)\b`)
	verbsOfOne = []string{"has", "was", "is", "leads", "names", "says", "stands", "includes", "waits"}
)

func inverted(m map[string]string) map[string]string {
	out := make(map[string]string, len(m))
	for k, v := range m {
		out[v] = k
	}
	return out
}

// disagreement names the first number of a sentence whose noun or verb has the
// wrong form; "" for none. A noun agrees with the number that stands before it:
// "1 of 3 wins"; a verb with the count: "1 of 3 wins leads", "0 of 1 win leads".
func disagreement(text string) string {
	words := word.FindAllString(text, -1)
	for i, w := range words {
		if !counting.MatchString(strings.TrimRight(w, ",")) {
			continue
		}
		at := i + 1
		for at < len(words) && between[words[at]] {
			at++
		}
		if at >= len(words) {
			continue
		}
		n := number(w)
		if _, isOne := forms[words[at]]; isOne && n != 1 && words[at] != "first" || many[words[at]] != "" && n == 1 {
			return strings.Join(words[i:at+1], " ")
		}
	}
	for _, clause := range stops.Split(text, -1) {
		m := verbs.FindStringSubmatch(clause)
		if m == nil || strings.Contains(m[0], " who ") {
			continue
		}
		if one := number(m[1]) == 1 || number(m[2]) == 1; one != slices.Contains(verbsOfOne, m[3]) {
			return m[0]
		}
	}
	return ""
}

func TestDisagreementIsFound(t *testing.T) {
	for text, want := range map[string]bool{
		"1 of 3 wins leads to 1 of 1 outcome": false, "1 of 3 wins lead": true, "0 of 1 win lead": true, "0 of 1 win leads": false, "2 of 3 wins leads": true,
		"3 win": true, "1 wins": true, "We kept 1 of 1 big ones": true, "1,200 wins; 1 of 2 wins stand": true, "21 days": false, "1 agreed training requests": true,
		"In 1 quarter: 1 of 9 firsts and 2 reversal": true, "2 of 2 stakeholders with a request has seen": true,
	} {
		if got := disagreement(text); (got != "") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

var partOf = regexp.MustCompile(`^([a-z_]+)\[(\d+)\]$`)

// receiptProblems says where numbers do not add up, or rest on records that
// are not in the tracker.
func receiptProblems(f *Figures, s *Sheet) (ps []string) {
	seen := map[string]bool{}
	known := func(r Record) bool {
		switch r.Kind {
		case tracker.KindWin:
			w := f.Tracker.Win(r.ID)
			return w != nil && w.ID == r.ID && hasPart(w, r.Part)
		case tracker.KindIntake:
			in := f.Tracker.Intake(r.ID)
			return in != nil && in.ID == r.ID && hasPart(in, r.Part)
		case tracker.KindPriority:
			return f.Tracker.Priority(r.ID) != nil
		case tracker.KindOutcome:
			o := f.Tracker.Outcome(r.ID)
			return o != nil && hasPart(o, r.Part)
		case tracker.KindStakeholder:
			k := f.Tracker.Stakeholder(r.ID)
			return k != nil && hasPart(k, r.Part)
		}
		return false
	}
	for _, r := range s.Receipts {
		if id := strings.ToLower(r.ID); seen[id] || !strings.HasPrefix(r.ID, s.Definition.ID+"/") || strings.ContainsAny(r.ID, " \t\n") {
			ps = append(ps, r.ID+" stands twice, or is no id of this insight")
		}
		seen[strings.ToLower(r.ID)] = true
		for _, p := range problems(r) {
			ps = append(ps, r.ID+": "+p)
		}
		for _, rec := range slices.Concat(r.Counted, r.Others) {
			if !known(rec) {
				ps = append(ps, fmt.Sprintf("%s: there is no %+v", r.ID, rec))
			}
		}
	}
	for _, e := range s.Excluded {
		if r, ok := e.Record(); ok && !known(r) || e.Reason == "" {
			ps = append(ps, fmt.Sprintf("left out: there is no %+v", r))
		}
	}
	return ps
}

// hasPart reports whether a record holds the entry of a list that a part names.
// Parts of another form are keys, which need no entry.
func hasPart(record any, part string) bool {
	m := partOf.FindStringSubmatch(part)
	if m == nil {
		return true
	}
	v := reflect.ValueOf(record).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("key") == m[1] {
			return v.Field(i).Kind() == reflect.Slice && number(m[2]) < v.Field(i).Len()
		}
	}
	return false
}

// speaksFrom says, from the receipts of a sheet, whether it has what it takes
// to speak: the column "not enough" of the list of insights. Those that are not
// here are never silent, or are held against their own records elsewhere.
var speaksFrom = map[string]func(f *Figures, r map[string]Receipt) bool{
	"gaps":      func(f *Figures, r map[string]Receipt) bool { return r["gaps/own"].D >= f.minimum },
	"requested": func(f *Figures, r map[string]Receipt) bool { return r["requested/widened"].D >= f.minimum },
	"prework":   func(f *Figures, r map[string]Receipt) bool { return r["prework/share"].D >= max(1, f.minimum) },
	"alone":     func(f *Figures, r map[string]Receipt) bool { return r["alone/share"].D >= max(1, f.minimum) },
	"speed": func(f *Figures, r map[string]Receipt) bool {
		return r["speed/cases"].N >= f.minimum && r["speed/fast-unowned"].D > 0
	},
	"delivered":     func(f *Figures, r map[string]Receipt) bool { return r["delivered/nothing-changed"].D >= f.minimum },
	"promises":      func(f *Figures, r map[string]Receipt) bool { return r["promises/all/kept"].D >= f.minimum },
	"before-needed": func(f *Figures, r map[string]Receipt) bool { return r["before-needed/share"].D >= f.minimum },
	"contract":      func(f *Figures, r map[string]Receipt) bool { return r["contract/deep"].D > 0 },
	"posture":       func(f *Figures, r map[string]Receipt) bool { return r["posture/cases"].N > 0 },
	"arrivals":      func(f *Figures, r map[string]Receipt) bool { return r["arrivals/cases"].N > 0 },
	"ownership": func(f *Figures, r map[string]Receipt) bool {
		return min(r["ownership/owned"].N, r["ownership/unowned"].N) >= f.minimum
	},
	"chain": func(f *Figures, r map[string]Receipt) bool {
		return r["chain/reached"].D > 0 && r["chain/reaching"].D > 0
	},
	"repeats":       func(f *Figures, r map[string]Receipt) bool { return r["repeats/share"].D > 0 },
	"door":          func(f *Figures, r map[string]Receipt) bool { return r["door/back"].D > 0 },
	"tactics":       func(f *Figures, r map[string]Receipt) bool { return r["tactics/followed"].D > 0 },
	"brief":         func(f *Figures, r map[string]Receipt) bool { return r["brief/shown"].D > 0 },
	"playbook":      func(f *Figures, r map[string]Receipt) bool { return r["playbook/with-text"].N > 0 },
	"initiatives":   func(f *Figures, r map[string]Receipt) bool { return r["initiatives/records"].N >= leastRecords },
	"accumulation":  func(f *Figures, r map[string]Receipt) bool { return r["accumulation/standing"].D > 0 },
	"digest":        func(f *Figures, r map[string]Receipt) bool { return r["digest/standing"].D > 0 },
	"coverage":      func(f *Figures, _ map[string]Receipt) bool { return len(f.Coverage.Priorities) > 0 },
	"silence":       func(f *Figures, r map[string]Receipt) bool { return r["silence/none"].D > 0 },
	"nobody-looked": always,
	"event-risk":    always,
	"stale":         always,
	"quarters":      always,
	"business-knowledge": func(f *Figures, _ map[string]Receipt) bool {
		return len(f.Tracker.Strategy.Stakeholders) > 0 && f.Tracker.Strategy.Settings.StartedOn <= f.Tracker.AsOf
	},
}

// neverSilent are the insights that always have something to say.
var neverSilent = []string{"nobody-looked", "event-risk", "stale", "this-week", "quarters"}

func always(*Figures, map[string]Receipt) bool { return true }

// silenceProblems says where a sheet is silent and need not be, or speaks and
// may not.
func silenceProblems(f *Figures, s *Sheet) []string {
	speaks := speaksFrom[s.Definition.ID]
	if speaks == nil {
		return nil
	}
	by := make(map[string]Receipt, len(s.Receipts))
	for _, r := range s.Receipts {
		by[r.ID] = r
	}
	if speaks(f, by) != (s.Missing == "") {
		return []string{"missing is " + strconv.Quote(s.Missing)}
	}
	return nil
}
