package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Voices is who has been heard, by role and never by person (insights:
// "Voices"). It names the roles that were heard and counts the others: a role
// that only one person holds would name that person.
type Voices struct {
	Now       QuarterVoices   // the quarter of the report
	ByQuarter []QuarterVoices // all quarters of the period
	NoWins    string          // why there is no win in which a role could have been heard; "" when there are some
	Missing   string

	words *message.Language
}

// QuarterVoices is the roles that were heard in one quarter.
type QuarterVoices struct {
	Quarter tracker.Quarter
	Heard   []RoleVoice // in the order of the team
	Ratio   Ratio       // roles with a win / roles with members active in the quarter
	Wins    int         // wins of the quarter by someone in the team

	ours, others []*tracker.Win // the wins of the quarter: those of Wins, and the rest
}

// RoleVoice is a role and its wins.
type RoleVoice struct {
	Role string
	Wins []*tracker.Win
}

func (f *Figures) voices() Voices {
	v := Voices{words: f.Words}
	start, t := f.Tracker.Strategy.Settings.YearStarts, f.Tracker
	byQuarter := make([][]*tracker.Win, len(f.Quarters))
	for _, w := range t.Wins {
		if at, ok := f.place(w.Date); ok {
			byQuarter[at] = append(byQuarter[at], w)
		}
	}
	for i, q := range f.Quarters {
		last := min(q.Last(start), t.AsOf)
		v.ByQuarter = append(v.ByQuarter, heard(t, q, byQuarter[i], q.First(start), last))
	}
	if n := len(v.ByQuarter); n > 0 {
		v.Now = v.ByQuarter[n-1]
	}
	v.NoWins = f.Coverage.NoWins
	switch {
	case v.NoWins != "":
		v.Missing = v.NoWins
	case v.Now.Ratio.D < leastRoles:
		v.Missing = f.fewRoles(v.Now.Ratio.D)
	}
	return v
}

// leastRoles is the number of roles below which a share of roles would point
// at people.
const leastRoles = 3

// fewRoles says how many roles are missing for a share of them.
func (f *Figures) fewRoles(have int) string {
	return f.Words.Text("insight.voices.needs", "have", have, "minimum", leastRoles)
}

// heard counts roles with a member who was active on any day of the span, and
// those of them whose win it was. A win may be of several people.
func heard(t *tracker.Tracker, q tracker.Quarter, wins []*tracker.Win, first, last tracker.Date) QuarterVoices {
	v := QuarterVoices{Quarter: q}
	var roles []RoleVoice
	at := make(map[string]int)
	for _, m := range t.Strategy.Team {
		active := (m.From.IsZero() || m.From <= last) && (m.To.IsZero() || m.To >= first)
		if _, known := at[m.Role]; m.Role != "" && active && !known {
			at[m.Role] = len(roles)
			roles = append(roles, RoleVoice{Role: m.Role})
		}
	}
	for _, w := range wins {
		ours := false
		for _, p := range w.Whose() {
			m := t.Who(p).Member
			if m == nil {
				continue
			}
			ours = true
			if i, ok := at[m.Role]; ok && !endsWith(roles[i].Wins, w) {
				roles[i].Wins = append(roles[i].Wins, w)
			}
		}
		if ours {
			v.Wins++
			v.ours = append(v.ours, w)
		} else {
			v.others = append(v.others, w)
		}
	}
	for _, r := range roles {
		if len(r.Wins) > 0 {
			v.Heard = append(v.Heard, r)
		}
	}
	v.Ratio = Ratio{len(v.Heard), len(roles)}
	return v
}

func endsWith(wins []*tracker.Win, w *tracker.Win) bool {
	return len(wins) > 0 && wins[len(wins)-1] == w
}

// Headline says how many roles have been heard this quarter.
func (v *Voices) Headline() string {
	if v.Missing != "" {
		return v.words.Text("insight.not-enough", "missing", v.Missing)
	}
	r := v.Now.Ratio
	return v.words.Text("insight.voices.headline", "share", r.In(v.words), "n", r.N, "of", r.D, "quarter", v.Now.Quarter)
}
