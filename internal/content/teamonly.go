package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// teamNames is what the fields are called that only the team may read. What an
// author writes under a name of their own that comes close to one of these is
// kept for the team too: a wrong guess takes a text off the leaders' edition,
// where an author notices; a missed one would publish it.
type teamNames struct {
	names  []string        // as they are written, for slips of the pen
	starts []string        // folded; what begins with one is meant
	words  map[string]bool // first words of the keys: "help" of help_wanted
}

// Names that are shorter than shortStart begin too many other words, and words
// shorter than shortWord lie one slip from too many.
const shortStart, shortWord = 4, 6

// newTeamNames gathers the names from all kinds of records, since an author may
// take one for another, and from the team's own headings.
func newTeamNames(labels map[string]string) *teamNames {
	t := &teamNames{words: map[string]bool{}}
	for _, fields := range [][]tracker.Field{tracker.WinFields, tracker.IntakeFields, tracker.StrategyFields} {
		t.gather(fields, labels)
	}
	return t
}

func (t *teamNames) gather(fields []tracker.Field, labels map[string]string) {
	for i := range fields {
		f := &fields[i]
		t.gather(f.Fields, labels)
		if !f.TeamOnly {
			continue
		}
		for _, name := range []string{f.Key, f.Label, f.Question, labels[f.Key]} {
			folded := foldHeading(name)
			if folded == "" {
				continue
			}
			t.names = append(t.names, name)
			if utf8.RuneCountInString(folded) >= shortStart {
				t.starts = append(t.starts, folded)
			}
		}
		if word := firstWord(f.Key); utf8.RuneCountInString(word) >= shortStart {
			t.words[word] = true
		}
	}
}

// means reports whether a key or heading may stand for a field that only the
// team may read: it is a name of one, or nearly, or begins with one.
func (t *teamNames) means(name string) bool {
	if diag.Nearest(name, t.names) != "" {
		return true
	}
	folded := foldHeading(name)
	for _, start := range t.starts {
		if strings.HasPrefix(folded, start) {
			return true
		}
	}
	word := firstWord(name)
	if t.words[word] {
		return true
	}
	for known := range t.words {
		if utf8.RuneCountInString(known) >= shortWord && strings.HasPrefix(word, known[:1]) && diag.Nearest(word, []string{known}) != "" {
			return true
		}
	}
	return false
}

// within reports whether a key anywhere in a value means such a field.
func (t *teamNames) within(n *yaml.Node) bool {
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			if t.means(c.Value) {
				return true
			}
		} else if t.within(c) {
			return true
		}
	}
	return false
}

// under reports whether a heading among the blocks means such a field.
func (t *teamNames) under(md []byte, blocks []ast.Node) (found bool) {
	for _, b := range blocks {
		// The walk cannot fail: the function that it calls never does.
		_ = ast.Walk(b, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if h, ok := n.(*ast.Heading); ok && entering && t.means(plainOf(h, md)) {
				found = true
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
	return found
}

// firstWord returns the first run of letters, in lower case.
func firstWord(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if len(words) == 0 {
		return ""
	}
	return strings.ToLower(words[0])
}
