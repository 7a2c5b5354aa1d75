package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func voicesDefinition(f *Figures) Definition {
	return Definition{
		ID:         "voices",
		Title:      "Who has been heard",
		Definition: "Roles in L&D with at least one win in the quarter, out of the roles with a member who was active in it. A win belongs to the people it names, else to the person who entered it.",
		Reason:     "Everyone has wins; not everyone writes them down.",
		Limits:     "A role that was not heard is counted and not named: it may be a single person.",
		NotEnough:  "Silent with fewer than " + Count(leastRoles) + " roles, or without a win in the period.",
		Audience:   "L&D lead",
		Decision:   "Whom to help record a win",
	}
}

// voicesSheet counts roles, which are no records and are not named: a role that
// was not heard would be named by its absence. Behind them stand the wins of
// each quarter, for the team with the roles that they are from.
func voicesSheet(f *Figures) Sheet {
	v := &f.Voices
	s := Sheet{Definition: voicesDefinition(f), Headline: v.Headline(), Missing: v.Missing, Period: &f.Period, Minimum: leastRoles}
	for i := range v.ByQuarter {
		q := &v.ByQuarter[i]
		id, when := "voices/"+quarterID(q.Quarter)+"/", q.Quarter.Label()
		roles := unknown(id+"roles", "Roles that were heard in "+when, "not told", needs(q.Ratio.D, leastRoles, "role", "roles"))
		switch {
		case v.NoWins != "":
			roles.Missing = v.NoWins
		case q.Ratio.D >= leastRoles:
			roles.Text, roles.Missing = q.Ratio.String(), ""
			roles.N, roles.D = q.Ratio.N, q.Ratio.D
			roles.Unnamed, roles.UnnamedOthers = q.Ratio.N, q.Ratio.D-q.Ratio.N
		}
		wins := ofWins(q.ours)
		if f.Tracker.Edition == tracker.TeamEdition {
			for k, w := range q.ours {
				wins[k].Note = f.rolesOf(w)
			}
		}
		s.add(roles, counted(id+"wins", "Wins of "+when+" by someone in the team", wins))
		for _, w := range q.others {
			s.Excluded = append(s.Excluded, Excluded{Win: w, Reason: "by nobody in the team"})
		}
	}
	return s
}

// rolesOf names the roles that a win belongs to.
func (f *Figures) rolesOf(w *tracker.Win) string {
	var roles []string
	seen := make(map[string]bool)
	for _, p := range w.Whose() {
		if m := f.Tracker.Who(p).Member; m != nil && m.Role != "" && !seen[m.Role] {
			seen[m.Role] = true
			roles = append(roles, m.Role)
		}
	}
	return strings.Join(roles, ", ")
}
