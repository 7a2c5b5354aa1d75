package content

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// promised is a link to a record file that is not there. It may be the earlier
// name of a record that is, which nobody knows before all records are read.
type promised struct {
	address string // that stands for it in the text
	kind    tracker.Kind
	file    string
	place   diag.Place
}

// later stands in for the address of a record that has to be found by its alias.
// No page has such an address.
func (t *typesetter) later(file string, place diag.Place) string {
	kind := tracker.KindWin
	if strings.HasPrefix(file, "intakes/") {
		kind = tracker.KindIntake
	}
	p := promised{"?" + strconv.Itoa(len(t.unsure)), kind, file, place}
	t.unsure = append(t.unsure, p)
	return tracker.RootMark + p.address
}

// settle gives the links of a record that were left open their addresses, now
// that all records are known, and takes out those that lead nowhere.
func (r *record) settle(t *tracker.Tracker, pages pages) {
	if len(r.unsure) == 0 {
		return
	}
	now := make(map[string]string, len(r.unsure))
	for _, p := range r.unsure {
		now[p.address] = aliased(t, p)
		if now[p.address] != "" {
			continue
		}
		if r.source.found.Full(linkMissing.ID, r.source.file) {
			continue
		}
		// A record that could not be read may have had the name.
		if f := r.source.dead(p, pages); f.Suggestion != "" || len(t.Unread[p.kind]) == 0 {
			r.source.report(f)
		}
	}
	relink := func(p *tracker.Prose) {
		p.Relink(func(address string) string {
			if to, ok := now[address]; ok {
				return to
			}
			return address
		})
	}
	if r.win != nil {
		r.win.EachProse(relink)
	} else if r.intake != nil {
		r.intake.EachProse(relink)
	}
	r.findings = r.source.all()
}

// aliased returns the page of the record that had the file's name earlier, or
// "".
func aliased(t *tracker.Tracker, p promised) string {
	id := idOf(p.file)
	if p.kind == tracker.KindWin {
		if w := t.Win(id); w != nil && w.ID.Fold() != id.Fold() {
			return tracker.PageOf(p.kind, w.ID)
		}
		return ""
	}
	if in := t.Intake(id); in != nil && in.ID.Fold() != id.Fold() {
		return tracker.PageOf(p.kind, in.ID)
	}
	return ""
}

// dead is the finding about a link to a record that is not there. A record that
// lies in another folder, or whose name is close, is suggested.
func (s *source) dead(p promised, pages pages) diag.Finding {
	f := linkMissing.At(p.place, fmt.Sprintf("There is no file %s.", quote(p.file)), "")
	if there := pages.named()[home(p.file)]; there != "" {
		return f.WithSuggestion(s.wayTo(there))
	}
	if near := pages.near.to(p.file); near != "" {
		f = f.WithSuggestion(s.wayTo(near))
	}
	return f
}

// checkAliases holds the earlier ids of a record to the rule for ids, since the
// old addresses stay: they become pages that lead on. One that cannot is taken
// out; its place in the list stays, so that the places of the others hold.
func (s *source) checkAliases(aliases []tracker.ID, origin *tracker.Origin) {
	for i, alias := range aliases {
		stem := strings.TrimSuffix(string(alias), ".md")
		err := nameProblem(stem)
		if err == nil && stem == string(alias) {
			continue
		}
		why := ""
		if err != nil {
			why = ": " + err.Error()
		} else {
			why = ": it ends in .md, as the file did"
		}
		f := recordAlias.At(origin.At(fmt.Sprintf("aliases[%d]", i)), quote(string(alias))+" cannot be an id"+why+".", "")
		if base := path.Base(stem); nameProblem(base) == nil {
			f = f.WithSuggestion(base)
		} else if better := betterName(base); better != "" {
			f = f.WithSuggestion(better)
		}
		s.report(f)
		aliases[i] = ""
	}
}
