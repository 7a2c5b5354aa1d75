package insight

import "smallwins/internal/tracker"

// OriginLink is the wins at one stage, of those that the chain shows, that grew
// from one request.
type OriginLink struct {
	Intake *tracker.Intake // nil for wins that name no request that this edition shows
	Stage  tracker.Stage   // "" for wins that came undone
	Label  string          // of the stage
	Wins   []*tracker.Win
}

// origins sorts the wins that the chain shows by the request that they grew
// from, in the order of the tracker; those that name none come last. Each win
// is in one link.
func (f *Figures) origins(c *Chain) []OriginLink {
	in := make(map[*tracker.Win]bool)
	for _, l := range c.StageLinks {
		for _, w := range l.Wins {
			in[w] = true
		}
	}
	for _, l := range c.DirectLinks {
		for _, w := range l.Wins {
			in[w] = true
		}
	}
	from := make(map[*tracker.Intake][]*tracker.Win)
	for _, l := range f.links {
		if in[l.win] {
			from[l.intake] = append(from[l.intake], l.win)
		}
	}
	var origins []OriginLink
	for _, intake := range append(append([]*tracker.Intake(nil), f.Tracker.Intakes...), nil) {
		for _, s := range f.ByStage(from[intake]) {
			if len(s.Wins) > 0 {
				origins = append(origins, OriginLink{intake, s.Stage, s.Label, s.Wins})
			}
		}
	}
	return origins
}

// Origins are the requests that wins of the chain grew from, in the order of
// the tracker, with all those wins; nil stands for no request and comes last.
func (c *Chain) Origins() []OriginLink {
	var all []OriginLink
	for _, l := range c.OriginLinks {
		if n := len(all); n == 0 || all[n-1].Intake != l.Intake {
			all = append(all, OriginLink{Intake: l.Intake})
		}
		last := &all[len(all)-1]
		last.Wins = append(last.Wins, l.Wins...)
	}
	return all
}

// originReceipts count the wins of each origin, in all and by stage.
func (c *Chain) originReceipts() []Receipt {
	say := c.words.Text
	const noticed = "chain/noticed"
	id := func(in *tracker.Intake) (id, label string) {
		if in == nil {
			return noticed, say("insight.chain.receipt.noticed")
		}
		return "chain/" + idOf(in.ID) + "/grew", say("insight.chain.receipt.grew", "title", in.Title)
	}
	receipts := []Receipt{counted(noticed, say("insight.chain.receipt.noticed"), nil)}
	for _, o := range c.Origins() {
		about, label := id(o.Intake)
		if r := counted(about, label, ofWins(o.Wins)); o.Intake == nil {
			receipts[0] = r
		} else {
			receipts = append(receipts, r)
		}
	}
	for _, l := range c.OriginLinks {
		about, label := id(l.Intake)
		receipts = append(receipts, counted(about+"-"+stageID(l.Stage), say("insight.chain.receipt.stage", "wins", label, "stage", c.words.Inside(l.Label)), ofWins(l.Wins)))
	}
	return receipts
}
