package check

import (
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// shelf holds the ids of one kind so that the nearest to a misspelt one is
// found without comparing it with all of ten thousand: a slip is in the one
// half of an id or in the other, so that one of both still leads to it.
type shelf struct {
	all        []string // while there are few
	head, tail map[string][]string
}

const (
	fewIDs   = 200 // compared one by one
	halfIDs  = 100 // compared at most for each half
	halfSize = 8
)

func (p *pass) nearest(kind tracker.Kind, got string) string {
	s := p.near[kind]
	if s == nil {
		s = newShelf(p.ids(kind))
		p.near[kind] = s
	}
	if s.all != nil {
		return nearestOrLonger(got, s.all)
	}
	head, tail := halves(got)
	if id := diag.Nearest(got, s.tail[tail]); id != "" {
		return id
	}
	return nearestOrLonger(got, s.head[head])
}

// nearestOrLonger also knows an id of which only the beginning was written,
// where no other begins like that.
func nearestOrLonger(got string, ids []string) string {
	if id := diag.Nearest(got, ids); id != "" {
		return id
	}
	const enough = 4 // letters that say which one
	if len(got) < enough {
		return ""
	}
	longer := ""
	for _, id := range ids {
		if len(id) > len(got) && strings.EqualFold(id[:len(got)], got) {
			if longer != "" {
				return ""
			}
			longer = id
		}
	}
	return longer
}

func (p *pass) ids(kind tracker.Kind) []string {
	var ids []string
	switch kind {
	case tracker.KindWin:
		for _, w := range p.t.Wins {
			ids = append(ids, string(w.ID))
		}
	case tracker.KindIntake:
		for _, in := range p.t.Intakes {
			ids = append(ids, string(in.ID))
		}
	case tracker.KindPriority:
		for _, v := range p.t.Strategy.Priorities {
			ids = append(ids, string(v.ID))
		}
	case tracker.KindOutcome:
		for _, v := range p.t.Strategy.Outcomes {
			ids = append(ids, string(v.ID))
		}
	}
	return ids
}

func newShelf(ids []string) *shelf {
	if len(ids) <= fewIDs {
		return &shelf{all: append([]string{}, ids...)}
	}
	s := &shelf{head: map[string][]string{}, tail: map[string][]string{}}
	for _, id := range ids {
		head, tail := halves(id)
		if len(s.head[head]) < halfIDs {
			s.head[head] = append(s.head[head], id)
		}
		if len(s.tail[tail]) < halfIDs {
			s.tail[tail] = append(s.tail[tail], id)
		}
	}
	return s
}

// halves returns the start and the end of an id: most begin with a date and
// end with words.
func halves(id string) (head, tail string) {
	id = strings.ToLower(id)
	if len(id) <= halfSize {
		return id, id
	}
	return id[:halfSize], id[len(id)-halfSize:]
}
