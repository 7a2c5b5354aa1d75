package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func voicesDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "voices", Title: say("insight.voices.title"),
		Definition: say("insight.voices.definition"),
		Reason:     say("insight.voices.reason"),
		Limits:     say("insight.voices.limits"),
		NotEnough:  say("insight.voices.not-enough", "roles", leastRoles),
		Audience:   say("insight.voices.audience"), Decision: say("insight.voices.decision"),
	}
}

// voicesSheet counts roles, which are no records and are not named: a role that
// was not heard would be named by its absence. Behind them stand the wins of
// each quarter, for the team with the roles that they are from.
func voicesSheet(f *Figures) Sheet {
	v, say := &f.Voices, f.Words.Text
	s := Sheet{Definition: voicesDefinition(f), Headline: v.Headline(), Missing: v.Missing, Period: &f.Period, Minimum: leastRoles}
	for i := range v.ByQuarter {
		q := &v.ByQuarter[i]
		id := "voices/" + quarterID(q.Quarter) + "/"
		roles := unknown(id+"roles", say("insight.voices.receipt.roles", "quarter", q.Quarter), say("insight.voices.receipt.not-told"), f.fewRoles(q.Ratio.D))
		switch {
		case v.NoWins != "":
			roles.Missing = v.NoWins
		case q.Ratio.D >= leastRoles:
			roles.Text, roles.Missing = "", ""
			roles.N, roles.D = q.Ratio.N, q.Ratio.D
			roles.Unnamed, roles.UnnamedOthers = q.Ratio.N, q.Ratio.D-q.Ratio.N
		}
		wins := ofWins(q.ours)
		if f.Tracker.Edition == tracker.TeamEdition {
			for k, w := range q.ours {
				wins[k].Note = f.rolesOf(w)
			}
		}
		s.add(roles, counted(id+"wins", say("insight.voices.receipt.wins", "quarter", q.Quarter), wins))
		for _, w := range q.others {
			s.Excluded = append(s.Excluded, Excluded{Win: w, Reason: say("insight.voices.reason.nobody")})
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
