package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// Headline says how many wins can be repeated from their text, and how many of
// these texts somebody else used.
func (p *Playbook) Headline() string {
	if p.Missing != "" {
		return notEnough(p.Missing)
	}
	line := share(p.WithText, "win", "wins") + " " + verb(p.WithText, "says", "say") + " how to repeat it; "
	switch r := p.Repeated; {
	case r.N == 0:
		return line + "nobody else has repeated one yet"
	case r.D == 1:
		return line + "somebody else has repeated it"
	default:
		return line + "somebody else repeated " + Count(r.N) + " of them"
	}
}

func playbookDefinition(f *Figures) Definition {
	return Definition{
		ID: "playbook", Title: "What can be repeated, and what was",
		Definition: "Wins with a text on how to repeat them, out of all wins up to the day of the report. A win that names another in “replicates” is a replication of it. Texts stand in the order of how many different people repeated them: those of the replications that still stand, without the original's own people. A replication that came undone is listed apart and counts for nobody. A text is unclear when it was checked and a colleague could not follow it. Missing assets are what wins say they needed, under the same name in any spelling of capitals and spaces.",
		Reason:     "What worked for one of us is the shortest way for the next.",
		Limits:     "Repeating is voluntary, and not everyone writes it down. A text that nobody repeated may still be good. It is not known whether a missing asset was made since.",
		NotEnough:  "Silent while no win has a text.",
		Audience:   "The team", Decision: "What to repeat, and which text or asset to mend first",
	}
}

func playbookSheet(f *Figures) Sheet {
	p := f.Playbook
	wins := orderedWins(f.Tracker.Wins)
	texts := orderedWins(p.texts)
	receipts := []Receipt{
		outOf("playbook/with-text", "Wins with a text on how to repeat them", texts, wins),
		outOf("playbook/repeated", "Texts that somebody else repeated", ofEntries(repeatedByOthers(p.Entries)), texts),
		outOf("playbook/never", "Texts that nobody has repeated yet", ofEntries(p.Never), texts),
		unclearReceipt(f, outOf("playbook/unclear", "Texts found unclear", ofEntries(p.Unclear), ofEntries(p.checked))),
		counted("playbook/replicating", "Wins that repeat another", orderedWins(p.Replicating)),
		outOf("playbook/undone", "Replications that came undone", ofReplications(p.Undone), ofReplications(p.Replications)),
		counted("playbook/originals", "Wins that were repeated", ofEntries(p.Originals)),
		counted("playbook/untold", "Repeated, without a text", ofEntries(p.Untold)),
		counted("playbook/needing", "Wins that needed something that was not there", needing(p.MissingAssets)),
	}
	for _, e := range p.Originals {
		id := "playbook/" + idOf(e.Win.ID)
		standing := ofReplications(e.Replications)
		receipts = append(receipts,
			valued(id+"/replicators", "Other people who repeated "+quote(e.Win.Title), Count(e.Replicators), ofReplications(byOthers(e.Replications))),
			outOf(id+"/replications", "Replications of "+quote(e.Win.Title)+" that stand", standing, slices.Concat(standing, ofReplications(e.Undone))))
	}
	for _, a := range p.MissingAssets {
		receipts = append(receipts, counted(a.ReceiptID(), "Needed: "+a.Name, orderedWins(a.Wins)))
	}
	return Sheet{Definition: playbookDefinition(f), Headline: p.Headline(), Missing: p.Missing, Minimum: p.Minimum, Receipts: receipts, Excluded: p.Excluded}
}

// ReceiptID is the id of the receipt of how many wins needed it.
func (a MissingAsset) ReceiptID() string { return "playbook/" + idOf(tracker.ID(a.key)) + "/needed" }

func ofEntries(entries []*PlaybookEntry) []Record {
	records := make([]Record, len(entries))
	for i, e := range entries {
		records[i] = Record{Kind: tracker.KindWin, ID: e.Win.ID}
	}
	return records
}

func repeatedByOthers(entries []*PlaybookEntry) []*PlaybookEntry {
	var repeated []*PlaybookEntry
	for _, e := range entries {
		if e.Replicators > 0 {
			repeated = append(repeated, e)
		}
	}
	return repeated
}

func ofReplications(replications []*Replication) []Record {
	records := make([]Record, len(replications))
	for i, r := range replications {
		records[i] = r.record
	}
	return records
}

func byOthers(replications []*Replication) []*Replication {
	var others []*Replication
	for _, r := range replications {
		if r.Others {
			others = append(others, r)
		}
	}
	return others
}

// needing are the wins that need at least one asset, each once.
func needing(assets []MissingAsset) []Record {
	seen := make(map[*tracker.Win]bool)
	var wins []*tracker.Win
	for _, a := range assets {
		for _, w := range a.Wins {
			if !seen[w] {
				seen[w] = true
				wins = append(wins, w)
			}
		}
	}
	return ofWins(wins)
}

// unclearReceipt names the texts to the team alone: which of them to work on is a
// theme of its coaching.
func unclearReceipt(f *Figures, r Receipt) Receipt {
	if f.Tracker.Edition == tracker.LeadersEdition {
		r.Unnamed, r.UnnamedOthers, r.Counted, r.Others = len(r.Counted), len(r.Others), nil, nil
	}
	return r
}
