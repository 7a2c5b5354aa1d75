package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// Headline says how many wins can be repeated from their text, and how many of
// these texts somebody else used.
func (p *Playbook) Headline() string {
	if p.Missing != "" {
		return p.words.Text("insight.not-enough", "missing", p.Missing)
	}
	return p.words.Text("insight.playbook.headline", "share", p.WithText.In(p.words), "n", p.WithText.N, "of", p.WithText.D,
		"repeated", p.Repeated.N, "texts", p.Repeated.D)
}

func playbookDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "playbook",
		Title:      say("insight.playbook.title"),
		Definition: say("insight.playbook.definition"),
		Reason:     say("insight.playbook.reason"),
		Limits:     say("insight.playbook.limits"),
		NotEnough:  say("insight.playbook.not-enough"),
		Audience:   say("insight.playbook.audience"),
		Decision:   say("insight.playbook.decision"),
	}
}

func playbookSheet(f *Figures) Sheet {
	p, say := f.Playbook, f.Words.Text
	wins := orderedWins(f.Tracker.Wins)
	texts := orderedWins(p.texts)
	receipts := []Receipt{
		outOf("playbook/with-text", say("insight.playbook.receipt.with-text"), texts, wins),
		outOf("playbook/repeated", say("insight.playbook.receipt.repeated"), ofEntries(repeatedByOthers(p.Entries)), texts),
		outOf("playbook/never", say("insight.playbook.receipt.never"), ofEntries(p.Never), texts),
		unclearReceipt(f, outOf("playbook/unclear", say("insight.playbook.receipt.unclear"), ofEntries(p.Unclear), ofEntries(p.checked))),
		counted("playbook/replicating", say("insight.playbook.receipt.replicating"), orderedWins(p.Replicating)),
		outOf("playbook/undone", say("insight.playbook.receipt.undone"), ofReplications(p.Undone), ofReplications(p.Replications)),
		counted("playbook/originals", say("insight.playbook.receipt.originals"), ofEntries(p.Originals)),
		counted("playbook/untold", say("insight.playbook.receipt.untold"), ofEntries(p.Untold)),
		counted("playbook/needing", say("insight.playbook.receipt.needing"), needing(p.MissingAssets)),
	}
	for _, e := range p.Originals {
		id := "playbook/" + idOf(e.Win.ID)
		standing := ofReplications(e.Replications)
		receipts = append(receipts,
			valued(id+"/replicators", say("insight.playbook.receipt.replicators", "title", e.Win.Title), f.Words.Count(e.Replicators), ofReplications(byOthers(e.Replications))),
			outOf(id+"/replications", say("insight.playbook.receipt.replications", "title", e.Win.Title), standing, slices.Concat(standing, ofReplications(e.Undone))))
	}
	for _, a := range p.MissingAssets {
		receipts = append(receipts, counted(a.ReceiptID(), say("insight.playbook.receipt.needed", "asset", a.Name), orderedWins(a.Wins)))
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
