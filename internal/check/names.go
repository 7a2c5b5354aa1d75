package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/tracker"
)

// names tells the names of people from other words with a capital letter.
type names struct {
	people map[string]bool // words of names in the strategy, folded
	things map[string]bool // words of titles, departments and the like, folded
}

func newNames(s *tracker.Strategy) *names {
	n := &names{people: map[string]bool{}, things: map[string]bool{}}
	for _, w := range strings.Fields(commonWords) {
		n.things[w] = true
	}
	add := func(to map[string]bool, texts ...string) {
		for _, text := range texts {
			for _, w := range words.FindAllString(text, -1) {
				to[fold(w)] = true
			}
		}
	}
	add(n.things, s.Settings.Organisation, s.Settings.Title)
	for _, m := range s.Team {
		add(n.people, m.Name)
		add(n.things, m.Role)
	}
	for _, v := range s.Stakeholders {
		add(n.people, v.Name)
		add(n.things, v.Title, v.Department)
	}
	return n
}

// commonWords begin sentences, or are written with a capital letter without
// being a name. One with an s is known by the word without.
const commonWords = `a an the this that these those all any anybody anyone both each either every everybody everyone few he her his i
it its many more most my neither nobody none no-one one our ours she some somebody someone their they we what whoever who you your
after also although and as at because before but during for from if in like mostly of on once only or since so such than then there
until when where whether which while with without today here now often sometimes currently usually overall again instead however
therefore yet still even not never monday tuesday wednesday thursday friday saturday sunday january february march april may
june july august september october november december team staff management shift night day line customer service sale sales support
operation operations finance marketing product hr it warehouse depot head lead leader manager supervisor agent rep planner trainer new
senior junior account accounting executive specialist adviser advisor analyst assistant associate clerk consultant coordinator director
driver engineer officer operator partner president representative technician worker colleague employee people person quality assurance
human resource resources legal procurement logistics production research development purchasing compliance risk security safety training
learning region area company business group division unit office plant factory branch store site system software tool process form
screen report website app portal machine equipment work morale stock output turnover revenue demand growth volume margin traffic mail
email delivery response culture performance progress trust hygiene capacity adoption data north south east west picker packer buyer`

var (
	words = regexp.MustCompile(`[\pL\pM]+(?:['’-][\pL\pM]+)*`)
	weak  = regexp.MustCompile(`(?i)\b(?:under-?perform(?:er|ers|ing|ance|ed|s)?|(?:low|poor|weak|bad|worst|bottom)(?:est)?[ -]perform(?:er|ers|ing|ance)` +
		`|perform(?:s|ed|ing)? (?:badly|poorly)|weakest|worst|laziest|slowest` +
		`|problem (?:employee|person|case|child)|bottom (?:\d+|five|ten|third|quarter|quartile)|struggles|is struggling|incompetent|lazy|useless|hopeless` +
		`|not up to (?:it|the job|scratch)|dead ?wood|(?:can(?:no|['’])t|does ?n(?:o|['’])t) cope)\b`)

	// ofThing follows a word that is said of something else than a person.
	ofThing = regexp.MustCompile(`(?i)^(?: ([\p{Ll}-]+))? (?:parts?|points?|steps?|links?|areas?|weeks?|months?|days?|quarters?|seasons?|times?|moments?|hours?|calls?|cases?|reports?` +
		`|pages?|lists?|results?|figures?|numbers?|scores?|rates?|tools?|forms?|screens?|systems?|software|process(?:es)?|deals?|offers?|quotes?|loads?|routes?|habits?)\b`)

	// personal is what can only be said of people.
	personal = regexp.MustCompile(`(?i)\b(?:under-?performers?|performers?|employee|person|people|child|ones?|colleagues?|leaders?|managers?|agents?|reps?|members?|of (?:all|us|them)` +
		`|lazy|laziest|incompetent|dead ?wood)\b`)

	endOfOne      = regexp.MustCompile(`[.!?;\n]+\s*`)
	abbreviations = regexp.MustCompile(`(?i)\b(?:e\.g|i\.e|mr|mrs|ms|dr)\.`)
)

// weakness returns the word for weak performance that a sentence says of a
// person by name, and its offset, or "".
func (n *names) weakness(text string) (word string, offset int) {
	if !weak.MatchString(text) {
		return "", 0
	}
	text = abbreviations.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, ".", "_") })
	const most = 100 // looked at, so that no text takes long
	for _, at := range weak.FindAllStringIndex(text, most) {
		s, start := around(text, at[0], at[1])
		said, end := at[0]-start, at[1]-start
		if !doubt.MatchString(s[:said]) && !saidOfThing(s[end:]) && n.named(s, said, end) {
			return s[said:end], at[0]
		}
	}
	return "", 0
}

// around returns the sentence that a piece of a text stands in, or as much of it
// as can belong to the piece, and its offset.
func around(text string, from, to int) (sentence string, start int) {
	const far = 200 // bytes
	start, stop := max(0, from-far), min(len(text), to+far)
	for start > 0 && text[start-1] != ' ' && start < from {
		start++
	}
	for stop < len(text) && text[stop] != ' ' && stop > to {
		stop--
	}
	if ends := endOfOne.FindAllStringIndex(text[start:from], -1); ends != nil {
		start += ends[len(ends)-1][1]
	}
	if end := endOfOne.FindStringIndex(text[to:stop]); end != nil {
		stop = to + end[0]
	}
	return text[start:stop], start
}

func saidOfThing(behind string) bool {
	m := ofThing.FindStringSubmatch(behind)
	return m != nil && !slices.Contains([]string{"in", "at", "on", "of", "for", "with", "and", "when", "during", "to", "by", "is"}, m[1])
}

// named reports whether what a sentence says from one offset to another is said
// of a person by name: somebody of the strategy, two words with a capital
// letter, or one where only a name can stand.
func (n *names) named(s string, said, end int) bool {
	shouted := !strings.ContainsFunc(s, unicode.IsLower)
	first := -1 // where the word before begins, if it could be a first name
	for i, at := range words.FindAllStringIndex(s, -1) {
		w := strings.TrimSuffix(strings.TrimSuffix(s[at[0]:at[1]], "'s"), "’s")
		key := fold(w)
		known := n.people[key] && !n.things[key] && w != key
		switch {
		case at[0] < end && at[1] > said,
			!known && !shouted && !capital.MatchString(w),
			!known && (n.things[key] || n.things[strings.TrimSuffix(key, "s")]):
			first = -1
			continue
		}
		switch start := at[0]; {
		case known, strings.HasPrefix(s[at[1]:], " ("):
			if saidOf(s, start, at[1], said, end) {
				return true
			}
		case first >= 0 && !shouted && saidOf(s, first, at[1], said, end):
			return true
		case shouted && (i > 0 || utf8.RuneCountInString(w) < 3):
		case at[1] <= said && linkBefore.MatchString(s[at[1]:said]) && !strings.HasSuffix(strings.ToLower(w), "s") && !abstract.MatchString(w):
			return true
		case start >= end && nameAfter.MatchString(s[end:start]) && personal.MatchString(s[said:start]):
			return true
		}
		first = -1
		if rest := s[at[1]:]; strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "_ ") {
			first = at[0]
		}
	}
	return false
}

// saidOf reports whether what stands between a name and what is said leads from
// the one to the other.
func saidOf(s string, start, stop, said, end int) bool {
	if start >= end {
		return nameAfter.MatchString(s[end:start]) || commaAfter.MatchString(s[end:start])
	}
	return !acts(s[stop:said], strings.HasSuffix(s[:start], " and "))
}

var (
	capital = regexp.MustCompile(`^\p{Lu}(?:['’]\p{Lu})?[\p{Ll}\pM]`)

	// abstract ends words that begin a sentence and are nobody's name.
	abstract = regexp.MustCompile(`(?i)(?:ing|[st]ion|ness|ment|ship|acy|ism|ity)$`)

	linkBefore = regexp.MustCompile(`(?i)^(?:['’]s)?(?: (?:in|from|at|on|of) (?:(?:the|our) )?[\pL-]+(?: [\p{Ll}-]+)?)?(?:,(?: who)?(?: is| was)? (?:an?|one of the|our))?` +
		`(?:\s|\b(?:is|was|has|had|have|been|shows?|with|our|the|an?|one of|always|often|still|clearly|also)\b)*$`)

	// What stands between what is said and a name that follows it.
	nameAfter  = regexp.MustCompile(`(?i)^` + ofThem + `,?\s*(?:[:(–—]|\b(?:is|are|was|were|like|such as|namely|especially|called|named|e_g_|i_e_))` + fill)
	commaAfter = regexp.MustCompile(`(?i)^` + ofThem + `\s*,` + fill)

	apposition = regexp.MustCompile(`^\s*,[^,]*,`)
)

const (
	ofThem = `(?: (?:ones?|people|in|of|on|at|from|[\pL-]*(?:leaders?|managers?|agents?|reps?|members?))\b[^.,:;(]{0,40}?)?`
	fill   = `(?:[\s,:(–—]|\b(?:is|are|was|were|here|both|still|probably|clearly|mostly|mainly|again|like|such as|namely|especially|e_g_|i_e_)\b)*$`
)

// acts reports whether the words behind a name, or the last of several, tell what
// they do, so that what is said later is said of somebody else: "Lee coaches the
// weakest".
func acts(behind string, several bool) bool {
	behind = apposition.ReplaceAllString(behind, "")
	if !strings.HasPrefix(behind, " ") {
		return false
	}
	ws := words.FindAllString(behind, -1)
	next := func(i int) string {
		if i < len(ws) {
			return strings.ToLower(ws[i])
		}
		return ""
	}
	for i := 0; i < len(ws); i++ {
		switch w := next(i); {
		case w == "and" && i+1 < len(ws) && capital.MatchString(ws[i+1]):
			several = true
			i++
		case slices.Contains([]string{"in", "from", "at", "on", "of", "for"}, w):
			if i++; next(i) == "the" || next(i) == "our" {
				i++
			}
		case slices.Contains([]string{"is", "are", "was", "were", "be", "been"}, w):
			then := next(i + 1)
			return then != "being" && (strings.HasSuffix(then, "ing") || strings.HasSuffix(then, "ed"))
		case slices.Contains([]string{"has", "have", "had"}, w):
			return next(i+1) == "to"
		case slices.Contains([]string{"who", "always", "often", "still", "clearly", "also", "both", "shows", "does", "seems", "remains", "a", "an", "the", "our", "with"}, w):
			return false
		case several, modal.MatchString(w), strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ed"):
			return true
		}
	}
	return false
}

var modal = regexp.MustCompile(`^(?:will|would|can|could|must|may|might|should|shall|to)$`)
