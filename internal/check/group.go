package check

import (
	"regexp"
	"slices"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var (
	// between is what stands between the people of "Ana, Ben and Lee".
	between  = regexp.MustCompile(`(?i)\s*[,;&+/]\s*(?:and\s+)?|\s+and\s+`)
	inBraces = regexp.MustCompile(`\([^()]*\)`)
)

// together judges a text that may name several people of the strategy, and
// nobody else: each part is the id, the first name or the full name of someone.
// Who they are is left out where a part could be several people.
func (p *pass) together(text string) (s stranger, ok bool) {
	parts := slices.DeleteFunc(between.Split(inBraces.ReplaceAllString(text, ""), -1), blank)
	if len(parts) < 2 {
		return stranger{}, false
	}
	s = stranger{like: group, sure: !strings.Contains(text, "(")}
	clear := true
	for _, part := range parts {
		ids, sure := p.meant(strings.TrimSpace(part))
		if len(ids) == 0 {
			return stranger{}, false
		}
		clear = clear && len(ids) == 1
		s.sure = s.sure && sure
		if !slices.Contains(s.could, ids[0]) {
			s.could = append(s.could, ids[0])
		}
	}
	if !clear {
		s.could = nil
	}
	return s, true
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// meant returns the ids of those who have the id, the first name or the full
// name. Sure says that it is the very id, or the full name of one person.
func (p *pass) meant(name string) (ids []string, sure bool) {
	id, full := p.idOf(tracker.Person(name)), p.known.byName[fold(name)]
	if id == name {
		return []string{id}, true
	}
	if id != "" {
		ids = append(ids, id)
	}
	for _, other := range slices.Concat(full, p.known.byFirst[fold(name)]) {
		if !slices.Contains(ids, other) {
			ids = append(ids, other)
		}
	}
	return ids, len(ids) == 1 && len(full) == 1
}

// apart reports a text that names several people where it stands for one.
func (p *pass) apart(n *named, s stranger) {
	path, last := n.path.String(), n.path.steps[n.path.n-1]
	whole := n.path
	whole.steps[whole.n-1].index = -1
	mend := `One person can stand here: name the one who answers for it, and the others in the text.`
	switch list := "[" + strings.Join(s.could, ", ") + "]"; {
	case last.key == "entered_by":
		mend = `Name the one who enters it; whose win it is belongs under "people:".`
	case last.index < 0:
	case n.origin.At(path) != n.origin.At(whole.String()): // in a list already
		mend = "Make each of them an entry of the list."
	case s.could == nil:
		mend = ""
	default:
		f := p.finding(n.place(), "", inOne, quoted(string(n.who))).WithSuggestion(list)
		if s.sure {
			f = f.WithFix(listing(n.origin, path, string(n.who), s.could)...)
		}
		p.add(f)
		return
	}
	p.say(n.place(), mend, inOne, quoted(string(n.who)))
}

const inOne = "%s is read as one person, but names several people of strategy.yaml."

// listing returns the edit that puts a list of ids where old stands: see
// replacing.
func listing(o *tracker.Origin, path, old string, ids []string) []diag.Edit {
	place, _, ok := stretch(o, path, old)
	if !ok || slices.ContainsFunc(ids, unquotable) {
		return nil
	}
	var list []string
	for _, id := range ids {
		list = append(list, bare(id))
	}
	return []diag.Edit{{Place: place, Text: "[" + strings.Join(list, ", ") + "]"}}
}
