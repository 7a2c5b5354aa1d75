package check

import (
	"cmp"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// nearest returns the id of a kind that was most likely meant: one with a slip,
// or one of which only the beginning was written.
func (p *pass) nearest(kind tracker.Kind, got string) string {
	shelf := p.near[kind]
	if shelf == nil {
		shelf = diag.NewShelf(p.ids(kind))
		p.near[kind] = shelf
	}
	return cmp.Or(shelf.Nearest(got), shelf.Longer(got))
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
