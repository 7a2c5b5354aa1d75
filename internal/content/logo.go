package content

import (
	"path"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var logoRule = &diag.Rule{
	ID: "settings/logo", Severity: diag.Warning,
	Title: "The logo is a picture in the tracker",
	Why:   "It stands at the head of every page. It is held to what every other picture is held to, and lies where they lie.",
	Mend:  `Put the picture into the folder "wins" or "intakes", and write its path as seen from strategy.yaml, for example "logo: wins/logo.png".`,
	Bad: `settings:
  logo: wins/logo.png`,
	Good: `-- strategy.yaml --
settings:
  logo: wins/logo.png
-- wins/logo.png (picture) --`,
}

// logo returns the picture that the settings name; nil, with a finding, where it
// may not be published, and nil where they name none.
func (st *strategy) logo(a *attachments) *tracker.Attachment {
	name := st.Settings.Logo
	if name == "" {
		return nil
	}
	place := st.Settings.Origin.At("logo")
	say := func(rule *diag.Rule, message, mend, suggestion string) *tracker.Attachment {
		st.findings = append(st.findings, rule.At(place, message, mend).WithSuggestion(suggestion))
		return nil
	}
	file := strings.TrimPrefix(path.Clean("/"+name), "/")
	if a.refused[file] {
		return nil
	}
	at := a.look(file)
	switch {
	case at == nil:
		return say(logoRule, "There is no file "+quote(file)+" among those beside the records.", "", a.near.to(file))
	case at.rule != nil:
		return say(at.rule, at.message, at.mend, at.better)
	case at.err == nil && !at.IsImage():
		return say(logoRule, quote(file)+" is no picture.", "", "")
	}
	return &at.Attachment
}
